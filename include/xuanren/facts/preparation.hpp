// include/xuanren/facts/preparation.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

#include <algorithm>

namespace xuanren::detail {

/// Reads a field of one part of the recommendation, talks or meeting.
template <class Part, class T>
[[nodiscard]] reading of_recommendation(const case_view& c, field<Part> recommendation::*part,
                                        field<T> Part::*key, const char* name) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    return {r != nullptr && r->*part ? held_in((*(r->*part)).*key) : value(), c.at_procedure(name)};
}

[[nodiscard]] inline reading read_recommendation_on(const case_view& c) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    const provenance source = c.at_procedure("recommendation");
    if (r == nullptr) return {{}, source};
    const auto talks = r->talks ? days_of(r->talks->from) : std::nullopt;
    const auto meeting = r->meeting ? days_of(r->meeting->on) : std::nullopt;
    const auto on = earlier(talks, meeting);
    // One of them that has no date on file may have been the earlier.
    const bool is_open = (!talks && !r->talks.is_null()) || (!meeting && !r->meeting.is_null());
    if (is_open && on) return {value(interval<civil_date>(first_of_days, on->high())), source};
    return {on ? value(*on) : value(), source};
}

[[nodiscard]] inline reading is_recommended_for_target(const case_view& c) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    const provenance source = c.at_procedure("recommendation/for_post");
    const auto& to = c.appointment().post;
    if (r == nullptr || !r->for_post || !to) return {{}, source};
    return {value(*r->for_post == *to), source};
}

[[nodiscard]] inline reading has_waiver_approved_on(const case_view& c) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    if (r == nullptr || !r->waived)
        return c.has_in_step(&procedure::recommendation, &recommendation::waived,
                             "recommendation/waived");
    return {has_one(r->waived->approved), c.at_procedure("recommendation/waived/approved")};
}

[[nodiscard]] inline reading read_team_size(const case_view& c) {
    const inspection* i = c.step_of(&procedure::inspection);
    const bool is_known = i != nullptr && i->team;
    return {is_known ? as_value(static_cast<std::int64_t>(i->team->size())) : value(),
            c.at_procedure("inspection/team")};
}

/// What was done before the decision 动议、推荐、考察、酝酿.
inline void add_preparation_facts(fact_table& t) {
    using types::date;
    using types::number;
    const fact_notes motion_guard{.guard = facts::procedure_has_motion, .dated = "motion"};
    const fact_notes at_recommendation{.dated = "recommendation"};
    const fact_notes recommended{.guard = facts::procedure_has_recommendation,
                                 .dated = "recommendation"};
    const fact_notes talks{.guard = facts::procedure_has_recommendation_talks,
                           .dated = "recommendation"};
    const fact_notes meeting{.guard = facts::procedure_has_recommendation_meeting,
                             .dated = "recommendation"};
    const fact_notes inspected{.guard = facts::procedure_has_inspection, .dated = "inspection"};
    t.add(facts::procedure_has_motion, "已动议", "已经动议",
          "whether the appointment was moved",
          [](const case_view& c) { return c.has_step(&procedure::motion, "motion"); },
          {.dated = "motion"});
    t.add(
        facts::procedure_motion_on, "动议日", "动议之日", "day of the motion",
        [](const case_view& c) { return c.of_step(&procedure::motion, &motion::on, "motion/on"); },
        motion_guard);
    t.add(
        facts::procedure_has_recommendation, "已民主推荐", "已经民主推荐",
        "whether there was a recommendation",
        [](const case_view& c) { return c.has_step(&procedure::recommendation, "recommendation"); },
        at_recommendation);
    t.add(facts::procedure_recommendation_on, "民主推荐日", "谈话与会议中较早者的起始日",
          "the earlier of talks and meeting", read_recommendation_on, recommended);
    t.add(
        facts::procedure_recommendation_directed, "系定向推荐", "推荐针对特定职位",
        "whether it was directed to one post",
        [](const case_view& c) {
            return c.of_step(&procedure::recommendation, &recommendation::directed,
                             "recommendation/directed");
        },
        recommended);
    t.add(facts::procedure_recommendation_is_for_target, "推荐针对拟任职位",
          "定向推荐的职位即拟任职位", "whether the post recommended for is the target post",
          is_recommended_for_target, recommended);
    t.add(
        facts::procedure_has_recommendation_talks, "已谈话调研推荐", "已经谈话调研推荐",
        "whether talks were held",
        [](const case_view& c) {
            return c.has_in_step(&procedure::recommendation, &recommendation::talks,
                                 "recommendation/talks");
        },
        at_recommendation);
    t.add(
        facts::procedure_recommendation_talks_from, "谈话推荐起始日", "谈话调研推荐起始日",
        "first day of the talks",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::talks, &recommendation_talks::from,
                                     "recommendation/talks/from");
        },
        talks);
    t.add(
        facts::procedure_recommendation_talks_to, "谈话推荐结束日", "谈话调研推荐结束日",
        "last day of the talks",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::talks, &recommendation_talks::to,
                                     "recommendation/talks/to");
        },
        talks);
    t.add(
        facts::procedure_recommendation_talks_people, "谈话推荐人数", "谈话调研推荐的人数",
        "people talked to",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::talks, &recommendation_talks::people,
                                     "recommendation/talks/people");
        },
        talks);
    t.add(
        facts::procedure_has_recommendation_meeting, "已会议推荐", "已经会议推荐",
        "whether a meeting was held",
        [](const case_view& c) {
            return c.has_in_step(&procedure::recommendation, &recommendation::meeting,
                                 "recommendation/meeting");
        },
        at_recommendation);
    t.add(
        facts::procedure_recommendation_meeting_on, "会议推荐日", "会议推荐之日",
        "day of the meeting",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::meeting, &recommendation_meeting::on,
                                     "recommendation/meeting/on");
        },
        meeting);
    t.add(
        facts::procedure_recommendation_entitled, "推荐会应到人数", "会议推荐应到会人数",
        "people entitled to attend",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::meeting, &recommendation_meeting::entitled,
                                     "recommendation/meeting/entitled");
        },
        meeting);
    t.add(
        facts::procedure_recommendation_attended, "推荐会实到人数", "会议推荐实到会人数",
        "people who attended",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::meeting, &recommendation_meeting::attended,
                                     "recommendation/meeting/attended");
        },
        meeting);
    t.add(
        facts::procedure_recommendation_reference_candidates, "参考人选数", "会议推荐参考人选数",
        "number of reference candidates",
        [](const case_view& c) {
            return of_recommendation(c, &recommendation::meeting,
                                     &recommendation_meeting::reference_candidates,
                                     "recommendation/meeting/reference_candidates");
        },
        meeting);
    t.add(
        facts::procedure_has_recommendation_waived, "免予民主推荐",
        "载明不经民主推荐或者不再会议推荐", "whether the recommendation was waived",
        [](const case_view& c) {
            return c.has_in_step(&procedure::recommendation, &recommendation::waived,
                                 "recommendation/waived");
        },
        at_recommendation);
    t.add(facts::procedure_recommendation_waived_because, "免予民主推荐的情形",
          "免予推荐的理由", "why it was waived",
          [](const case_view& c) {
              return of_recommendation(c, &recommendation::waived, &recommendation_waiver::because,
                                       "recommendation/waived/because");
          },
          {.guard = facts::procedure_has_recommendation_waived, .dated = "recommendation"});
    t.add(facts::procedure_has_recommendation_waiver_approved_on, "免予推荐已获批复",
          "免予推荐经批复同意", "whether the waiver was approved", has_waiver_approved_on,
          at_recommendation);
    t.add(facts::procedure_recommendation_waiver_approved_on, "免予推荐批复日",
          "免予推荐经批复同意之日", "day on which the waiver was approved",
          [](const case_view& c) {
              return of_recommendation(c, &recommendation::waived, &recommendation_waiver::approved,
                                       "recommendation/waived/approved");
          },
          {.guard = facts::procedure_has_recommendation_waiver_approved_on, .dated = "recommendation"});
    t.add(facts::procedure_has_candidates, "已确定考察对象", "已经确定考察对象",
          "whether the candidates were set",
          [](const case_view& c) { return c.has_step(&procedure::candidates, "candidates"); },
          {.dated = "candidates"});
    t.add(facts::procedure_candidates_on, "确定考察对象日", "确定考察对象之日",
          "day on which the candidates were set",
          [](const case_view& c) {
              return c.of_step(&procedure::candidates, &candidates_step::on, "candidates/on");
          },
          {.guard = facts::procedure_has_candidates, .dated = "candidates"});
    t.add(facts::procedure_candidates_names, "考察对象人数", "考察对象人数",
          "number of candidates",
          [](const case_view& c) {
              return c.of_step(&procedure::candidates, &candidates_step::names, "candidates/names");
          },
          {.guard = facts::procedure_has_candidates, .dated = "candidates"});
    t.add(facts::procedure_has_inspection, "已考察", "已经考察",
          "whether there was an inspection",
          [](const case_view& c) { return c.has_step(&procedure::inspection, "inspection"); },
          {.dated = "inspection"});
    t.add(
        facts::procedure_inspection_from, "考察起始日", "考察起始日",
        "first day of the inspection",
        [](const case_view& c) {
            return c.of_step(&procedure::inspection, &inspection::from, "inspection/from");
        },
        inspected);
    t.add(facts::procedure_has_inspection_to, "考察已结束", "载有考察结束日；未考察的为否",
          "whether the inspection has an end on file; no where there was none",
          [](const case_view& c) {
              return c.has_in_step(&procedure::inspection, &inspection::to, "inspection/to");
          },
          {.dated = "inspection"});
    t.add(
        facts::procedure_inspection_to, "考察结束日", "考察结束日", "last day of the inspection",
        [](const case_view& c) {
            return c.of_step(&procedure::inspection, &inspection::to, "inspection/to");
        },
        inspected);
    t.add(facts::procedure_has_inspection_preview, "已发布考察预告", "已经发布考察预告",
          "whether a preview was published",
          [](const case_view& c) {
              return c.has_in_step(&procedure::inspection, &inspection::preview,
                                   "inspection/preview");
          },
          {.dated = "inspection"});
    t.add(facts::procedure_inspection_preview, "考察预告日", "考察预告之日", "day of the preview",
          [](const case_view& c) {
              return c.of_step(&procedure::inspection, &inspection::preview, "inspection/preview");
          },
          {.guard = facts::procedure_has_inspection_preview, .dated = "inspection"});
    t.add(
        facts::procedure_inspection_publicised, "考察对象已公示", "考察对象已在一定范围内公示",
        "whether the person to be inspected was made public",
        [](const case_view& c) {
            return c.has_in_step(&procedure::inspection, &inspection::publicised,
                                 "inspection/publicised");
        },
        inspected);
    t.add(facts::procedure_inspection_team_size, "考察组人数", "考察组成员人数",
          "members of the inspection team", read_team_size, inspected);
    t.add(
        facts::procedure_inspection_talks, "考察谈话人数", "考察谈话人数",
        "talks held in the inspection",
        [](const case_view& c) {
            return c.of_step(&procedure::inspection, &inspection::talks, "inspection/talks");
        },
        inspected);
    t.add(facts::procedure_has_consultation, "已酝酿", "已经酝酿",
          "whether there was a consultation",
          [](const case_view& c) { return c.has_step(&procedure::consultation, "consultation"); },
          {.dated = "consultation"});
    t.add(facts::procedure_consultation_on, "酝酿日", "酝酿之日", "day of the consultation",
          [](const case_view& c) {
              return c.of_step(&procedure::consultation, &consultation::on, "consultation/on");
          },
          {.guard = facts::procedure_has_consultation, .dated = "consultation"});
}

}  // namespace xuanren::detail
