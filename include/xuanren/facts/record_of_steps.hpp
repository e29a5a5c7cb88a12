// include/xuanren/facts/record_of_steps.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/preparation.hpp>

namespace xuanren::detail {

/// READING: a recommendation directed to one post is for one, where the record does not say.
[[nodiscard]] inline reading read_recommendation_posts(const case_view& c) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    const provenance source = c.at_procedure("recommendation/meeting/posts");
    if (r == nullptr || !r->meeting) return {{}, source};
    if (r->meeting->posts) return {held_in(r->meeting->posts), source};
    const bool is_for_one = r->directed && *r->directed && r->for_post;
    return {is_for_one ? as_value(std::int64_t{1}) : value(), source};
}

/// READING: the ground itself says all three; a condition stated apart speaks for itself.
[[nodiscard]] inline reading are_waiver_conditions_met(const case_view& c) {
    const recommendation* r = c.step_of(&procedure::recommendation);
    const provenance source = c.at_procedure("recommendation/waived");
    if (r == nullptr || !r->waived) return {{}, source};
    const recommendation_waiver& w = *r->waived;
    if (!w.because) return {{}, source};
    const auto is_refuted = [](const field<bool>& f) { return f && !*f; };
    return {value(*w.because == waiver_ground::small_unit_same_people_agreed &&
                  !is_refuted(w.small_unit) && !is_refuted(w.same_people) &&
                  !is_refuted(w.opinions_agree)),
            source};
}

/// What the record of the process tells of each step beyond its date 全程纪实.
inline void add_record_of_steps_facts(fact_table& t) {
    using types::date;
    t.add(facts::procedure_has_analysis, "已分析研判", "载有分析研判",
          "whether an analysis is on record",
          [](const case_view& c) { return c.has_step(&procedure::analysis, "analysis"); },
          {.dated = "motion"});
    t.add(facts::procedure_has_motion_reported_on, "初步建议已报告",
          "初步建议已经报告党委（党组）主要负责人；未报告的为否",
          "whether the motion was reported to the principal",
          [](const case_view& c) {
              return c.has_in_step(&procedure::motion, &motion::reported, "motion/reported");
          },
          {.dated = "motion"});
    t.add(facts::procedure_motion_reported_on, "初步建议报告日", "初步建议报告主要负责人之日",
          "day the motion was reported",
          [](const case_view& c) {
              return c.of_step(&procedure::motion, &motion::reported, "motion/reported");
          },
          {.guard = facts::procedure_has_motion_reported_on, .dated = "motion"});
    t.add(facts::procedure_has_motion_communicated_on, "动议已沟通",
          "动议已经在一定范围内沟通；未沟通的为否", "whether the motion was communicated",
          [](const case_view& c) {
              return c.has_in_step(&procedure::motion, &motion::communicated,
                                   "motion/communicated");
          },
          {.dated = "motion"});
    t.add(facts::procedure_motion_communicated_on, "动议沟通日", "动议在一定范围内沟通之日",
          "day the motion was communicated",
          [](const case_view& c) {
              return c.of_step(&procedure::motion, &motion::communicated, "motion/communicated");
          },
          {.guard = facts::procedure_has_motion_communicated_on, .dated = "motion"});
    t.add(facts::procedure_has_opinions_heard_on, "已听取意见",
          "进一步使用已经听取意见；未听取的为否", "whether opinions were heard on further use",
          [](const case_view& c) {
              return c.has_in_step(&procedure::recommendation, &recommendation::opinions_heard,
                                   "recommendation/opinions_heard");
          },
          {.dated = "recommendation"});
    t.add(facts::procedure_opinions_heard_on, "听取意见日", "听取意见之日",
          "day opinions were heard",
          [](const case_view& c) {
              return c.of_step(&procedure::recommendation, &recommendation::opinions_heard,
                               "recommendation/opinions_heard");
          },
          {.guard = facts::procedure_has_opinions_heard_on, .dated = "recommendation"});
    t.add(facts::procedure_recommendation_covers_all_posts, "全额定向推荐",
          "换届推荐按职位设置全额定向进行", "whether the recommendation covered all posts",
          [](const case_view& c) {
              return c.of_step(&procedure::recommendation, &recommendation::covers_all_posts,
                               "recommendation/covers_all_posts");
          },
          {.guard = facts::procedure_has_recommendation, .dated = "recommendation"});
    t.add(facts::procedure_recommendation_posts, "推荐职位数",
          "会议推荐的职位数；针对一个职位定向推荐而未载明的为一",
          "posts recommended for; one where directed to a post and not stated",
          read_recommendation_posts,
          {.guard = facts::procedure_has_recommendation_meeting, .dated = "recommendation"});
    t.add(facts::procedure_recommendation_waiver_conditions_met, "不再会议推荐的条件具备",
          "载明单位人数较少、人员范围基本相同、意见集中；分别载明的，三项均具备",
          "whether the unit is small, the people are the same and opinions agree; each where "
          "stated apart",
          are_waiver_conditions_met,
          {.guard = facts::procedure_has_recommendation_waived, .dated = "recommendation"});
    t.add(facts::procedure_candidate_is_new_to_team, "拟新进领导班子",
          "考察对象拟首次进入领导班子",
          "whether the candidate is to enter the team for the first time",
          [](const case_view& c) {
              return c.of_step(&procedure::candidates, &candidates_step::new_to_team,
                               "candidates/new_to_team");
          },
          {.guard = facts::procedure_has_candidates, .dated = "candidates"});
    t.add(facts::procedure_notice_is_legible, "公示清晰可读", "公示清晰可读",
          "whether the notice can be read",
          [](const case_view& c) {
              return c.of_step(&procedure::notice, &notice::legible, "notice/legible");
          },
          {.guard = facts::procedure_has_notice, .dated = "notice"});
    t.add(facts::procedure_notice_is_complete, "公示内容真实完整", "公示内容真实完整、便于监督",
          "whether its contents are true and complete",
          [](const case_view& c) {
              return c.of_step(&procedure::notice, &notice::complete, "notice/complete");
          },
          {.guard = facts::procedure_has_notice, .dated = "notice"});
    t.add(facts::procedure_has_notice_text, "载有公示原文", "载有公示原文",
          "whether the words of the notice are on file; never unknown",
          [](const case_view& c) -> reading {
              const notice* n = c.step_of(&procedure::notice);
              return {value(n != nullptr && n->text), c.at_procedure("notice/text")};
          },
          {.dated = "notice"});
    t.add(facts::procedure_notice_text, "公示原文", "公示原文", "words of the notice",
          [](const case_view& c) {
              return c.of_step(&procedure::notice, &notice::text, "notice/text");
          },
          {.guard = facts::procedure_has_notice_text, .dated = "notice"});
    t.add(facts::appointment_has_letter_text, "载有发文原文", "载有任职发文原文",
          "whether the words of the letter are on file; never unknown",
          [](const case_view& c) -> reading {
              const appointment_letter* l = c.step_of(&procedure::appointment);
              return {value(l != nullptr && l->text), c.at_procedure("appointment/text")};
          },
          {.dated = "appointment"});
    t.add(facts::appointment_letter_text, "发文原文", "任职发文原文", "words of the letter",
          [](const case_view& c) {
              return c.of_step(&procedure::appointment, &appointment_letter::text,
                               "appointment/text");
          },
          {.guard = facts::appointment_has_letter_text, .dated = "appointment"});
    t.add(facts::procedure_has_talk, "已任职谈话", "已经任职谈话",
          "whether the appointee was talked to",
          [](const case_view& c) { return c.has_step(&procedure::talk, "talk"); },
          {.dated = "appointment"});
    t.add(
        facts::procedure_talk_on, "任职谈话日", "任职谈话之日", "day of the talk",
        [](const case_view& c) { return c.of_step(&procedure::talk, &dated_step::on, "talk/on"); },
        {.guard = facts::procedure_has_talk, .dated = "appointment"});
    t.add(facts::procedure_has_filing, "已备案", "已经备案", "whether it was filed above",
          [](const case_view& c) { return c.has_step(&procedure::filing, "filing"); },
          {.dated = "appointment"});
    t.add(facts::procedure_filed_on, "备案日", "备案之日", "day of the filing",
          [](const case_view& c) {
              return c.of_step(&procedure::filing, &dated_step::on, "filing/on");
          },
          {.guard = facts::procedure_has_filing, .dated = "appointment"});
    t.add(facts::procedure_has_record_book, "已作纪实", "已经全程纪实",
          "whether the process was recorded",
          [](const case_view& c) { return c.has_step(&procedure::record_book, "record_book"); },
          {.dated = "appointment"});
    t.add(facts::procedure_record_is_complete, "纪实完整", "全程纪实材料完整",
          "whether the record is complete",
          [](const case_view& c) {
              return c.of_step(&procedure::record_book, &record_book::complete,
                               "record_book/complete");
          },
          {.guard = facts::procedure_has_record_book, .dated = "appointment"});
}

}  // namespace xuanren::detail
