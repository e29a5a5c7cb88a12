// include/xuanren/facts/procedure.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What was done before the decision 动议、推荐、考察.
inline void add_preparation_facts(fact_table& t) {
    using types::boolean;
    using types::date;
    using types::number;
    using types::one_of;
    const auto& w = t.words;
    const fact_notes motion{.guard = "procedure.has_motion", .dated = "motion"};
    const fact_notes recommendation{.guard = "procedure.has_recommendation", .dated = "recommendation"};
    const fact_notes talks{.guard = "procedure.has_recommendation_talks", .dated = "recommendation"};
    const fact_notes meeting{.guard = "procedure.has_recommendation_meeting", .dated = "recommendation"};
    const fact_notes candidates{.guard = "procedure.has_candidates", .dated = "candidates"};
    const fact_notes inspection{.guard = "procedure.has_inspection", .dated = "inspection"};
    t.add("procedure.has_motion", "是否动议", boolean, "已经动议", "whether the appointment was moved", nullptr,
          {.dated = "motion"});
    t.add("procedure.motion_on", "动议日", date, "动议之日", "day of the motion", nullptr, motion);
    t.add("procedure.has_recommendation", "是否民主推荐", boolean, "已经民主推荐", "whether there was a recommendation",
          nullptr, {.dated = "recommendation"});
    t.add("procedure.recommendation_on", "民主推荐日", date, "谈话与会议中较早者的起始日",
          "the earlier of talks and meeting", nullptr, recommendation);
    t.add("procedure.recommendation_directed", "是否定向推荐", boolean, "推荐针对特定职位",
          "whether it was directed to one post", nullptr, recommendation);
    t.add("procedure.recommendation_is_for_target", "推荐是否针对拟任职位", boolean, "定向推荐的职位即拟任职位",
          "whether the post recommended for is the target post", nullptr, recommendation);
    t.add("procedure.has_recommendation_talks", "是否谈话推荐", boolean, "已经谈话调研推荐", "whether talks were held",
          nullptr, {.dated = "recommendation"});
    t.add("procedure.recommendation_talks_from", "谈话推荐起始日", date, "谈话调研推荐起始日", "first day of the talks",
          nullptr, talks);
    t.add("procedure.recommendation_talks_to", "谈话推荐结束日", date, "谈话调研推荐结束日", "last day of the talks", nullptr,
          talks);
    t.add("procedure.recommendation_talks_people", "谈话推荐人数", number, "谈话调研推荐的人数", "people talked to", nullptr,
          talks);
    t.add("procedure.has_recommendation_meeting", "是否会议推荐", boolean, "已经会议推荐", "whether a meeting was held",
          nullptr, {.dated = "recommendation"});
    t.add("procedure.recommendation_meeting_on", "会议推荐日", date, "会议推荐之日", "day of the meeting", nullptr, meeting);
    t.add("procedure.recommendation_entitled", "推荐会应到人数", number, "会议推荐应到会人数", "people entitled to attend",
          nullptr, meeting);
    t.add("procedure.recommendation_attended", "推荐会实到人数", number, "会议推荐实到会人数", "people who attended", nullptr,
          meeting);
    t.add("procedure.recommendation_reference_candidates", "参考人选数", number, "会议推荐参考人选数",
          "number of reference candidates", nullptr, meeting);
    t.add("procedure.has_recommendation_waived", "是否免予民主推荐", boolean, "载明不经民主推荐或者不再会议推荐",
          "whether the recommendation was waived", nullptr, {.dated = "recommendation"});
    t.add("procedure.recommendation_waived_because", "免予推荐的理由", one_of(w.waiver), "免予推荐的理由", "why it was waived",
          nullptr, {.guard = "procedure.has_recommendation_waived", .dated = "recommendation"});
    t.add("procedure.has_recommendation_waiver_approved_on", "免予推荐是否批复", boolean, "免予推荐经批复同意",
          "whether the waiver was approved", nullptr, {.dated = "recommendation"});
    t.add("procedure.recommendation_waiver_approved_on", "免予推荐批复日", date, "免予推荐经批复同意之日",
          "day on which the waiver was approved", nullptr,
          {.guard = "procedure.has_recommendation_waiver_approved_on", .dated = "recommendation"});
    t.add("procedure.has_candidates", "是否确定考察对象", boolean, "已经确定考察对象", "whether the candidates were set",
          nullptr, {.dated = "candidates"});
    t.add("procedure.candidates_on", "确定考察对象日", date, "确定考察对象之日", "day on which the candidates were set",
          nullptr, candidates);
    t.add("procedure.candidates_names", "考察对象人数", number, "考察对象人数", "number of candidates", nullptr, candidates);
    t.add("procedure.has_inspection", "是否考察", boolean, "已经考察", "whether there was an inspection", nullptr,
          {.dated = "inspection"});
    t.add("procedure.inspection_from", "考察起始日", date, "考察起始日", "first day of the inspection", nullptr, inspection);
    t.add("procedure.inspection_to", "考察结束日", date, "考察结束日", "last day of the inspection", nullptr, inspection);
    t.add("procedure.has_inspection_preview", "是否考察预告", boolean, "已经发布考察预告", "whether a preview was published",
          nullptr, {.dated = "inspection"});
    t.add("procedure.inspection_preview", "考察预告日", date, "考察预告之日", "day of the preview", nullptr,
          {.guard = "procedure.has_inspection_preview", .dated = "inspection"});
    t.add("procedure.inspection_team_size", "考察组人数", number, "考察组成员人数", "members of the inspection team", nullptr,
          inspection);
    t.add("procedure.inspection_talks", "考察谈话人数", number, "考察谈话人数", "talks held in the inspection", nullptr,
          inspection);
    t.add("procedure.has_consultation", "是否酝酿", boolean, "已经酝酿", "whether there was a consultation", nullptr,
          {.dated = "consultation"});
    t.add("procedure.consultation_on", "酝酿日", date, "酝酿之日", "day of the consultation", nullptr,
          {.guard = "procedure.has_consultation", .dated = "consultation"});
}

/// The decision and what follows it 讨论决定、公示、任职.
inline void add_decision_facts(fact_table& t) {
    using types::boolean;
    using types::date;
    using types::number;
    using types::string;
    using types::one_of;
    const auto& w = t.words;
    const fact_notes discussion{.guard = "procedure.has_discussion"};
    const fact_notes notice{.guard = "procedure.has_notice", .dated = "notice"};
    t.add("procedure.has_discussion", "是否讨论决定", boolean, "已经讨论决定", "whether the decision was discussed", nullptr);
    t.add("procedure.discussion_on", "讨论决定日", date, "讨论决定之日；未讨论的不明", "day of the discussion; unknown without one",
          nullptr);
    t.add("procedure.discussion_body", "决定机关", one_of(w.body), "讨论决定的机关", "the body that decided", nullptr, discussion);
    t.add("procedure.discussion_members", "应有成员数", number, "决定机关的应有成员数", "members of the body", nullptr, discussion);
    t.add("procedure.discussion_due", "应到会人数", number, "应到会成员数，未载明的为应有成员数",
          "members due at the meeting; all members where not stated", nullptr, discussion);
    t.add("procedure.discussion_present", "到会人数", number, "到会成员数", "members present", nullptr, discussion);
    t.add("procedure.discussion_in_favour", "同意票数", number, "表决同意的人数", "votes in favour", nullptr, discussion);
    t.add("procedure.discussion_against", "不同意票数", number, "表决不同意的人数", "votes against", nullptr, discussion);
    t.add("procedure.discussion_deferred", "缓议票数", number, "表决缓议的人数", "votes to defer", nullptr, discussion);
    t.add("procedure.discussion_recused", "回避人数", number, "回避的成员数", "members who recused themselves", nullptr,
          discussion);
    t.add("procedure.discussion_each_stated", "是否逐一表态", boolean, "与会成员逐一发表意见",
          "whether every member stated an opinion", nullptr, discussion);
    t.add("procedure.discussion_principal_spoke_last", "主要负责人是否末位表态", boolean, "主要负责人最后表态",
          "whether the principal spoke last", nullptr, discussion);
    t.add("procedure.has_discussion_exception_explained", "是否有须说明的破格", boolean, "载明会上是否说明破格事由",
          "whether the record says that an exception was explained", nullptr);
    t.add("procedure.discussion_exception_explained", "会上是否说明破格", boolean, "会上说明破格的具体事由和上级意见",
          "whether the meeting was told the reason and the superior body's reply", nullptr,
          {.guard = "procedure.has_discussion_exception_explained"});
    t.add("procedure.discussion_ballot", "表决方式", one_of(w.ballot), "口头、举手或者无记名投票", "how the vote was taken",
          nullptr, discussion);
    t.add("procedure.has_reconsideration", "是否复议", boolean, "决定经过复议", "whether the decision was reconsidered",
          nullptr);
    t.add("procedure.reconsidered_on", "复议日", date, "复议之日", "day of the reconsideration", nullptr,
          {.guard = "procedure.has_reconsideration"});
    t.add("procedure.reconsidered_in_favour", "同意复议人数", number, "同意复议的成员数", "members in favour of reconsidering",
          nullptr, {.guard = "procedure.has_reconsideration"});
    t.add("procedure.has_notice", "是否公示", boolean, "已经任职前公示", "whether a notice was published", nullptr,
          {.dated = "notice"});
    t.add("procedure.notice_from", "公示起始日", date, "公示起始日", "first day of the notice", nullptr, notice);
    t.add("procedure.notice_to", "公示截止日", date, "公示截止日", "last day of the notice", nullptr, notice);
    t.add("procedure.notice_states_exception", "公示是否说明破格", boolean, "公示说明破格的情形和理由",
          "whether the notice states the exception and its reason", nullptr, notice);
    t.add("procedure.notice_objections", "公示反映数", number, "公示期间收到的反映", "objections received", nullptr, notice);
    t.add("procedure.notice_result", "公示结果", string, "公示结果", "result of the notice", nullptr, notice);
}

}  // namespace xuanren::detail
