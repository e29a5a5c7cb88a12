// include/xuanren/facts/prior_reports.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// The earliest approval of a matter: whether there is one, and when.
template <report_matter Matter>
[[nodiscard]] reading has_approval(const case_view& c) {
    const auto& reports = c.appointment().prior_reports;
    const provenance source = c.at_appointment("prior_reports");
    if (reports.is_unknown()) return {{}, source};
    truth found = truth::no;
    if (reports)
        for (const prior_report& r : *reports) {
            const truth is_it =
                !r.matter ? truth::unknown : (*r.matter == Matter ? truth::yes : truth::no);
            found = std::max(found, is_it & has_truth(r.approved));
        }
    return {value(found), source};
}
template <report_matter Matter>
[[nodiscard]] reading read_approval(const case_view& c) {
    const auto& reports = c.appointment().prior_reports;
    const provenance source = c.at_appointment("prior_reports");
    std::optional<interval<civil_date>> first;
    if (reports)
        for (const prior_report& r : *reports)
            if (r.matter && *r.matter == Matter && r.approved)
                first = earlier(first, days_of(*r.approved));
    return {first ? value(*first) : value(), source};
}

/// Approvals of the matters reported before the decision 任前事项报告的批复.
inline void add_prior_report_facts(fact_table& t) {
    t.add(facts::prior_report_has_organ_change_approved_on, "机构变动或者主要领导离任事项已获批复", "任前报告的“机构变动或者主要领导离任”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (organ change) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::organ_change>, {.dated = "undated"});
    t.add(facts::prior_report_organ_change_approved_on, "机构变动或者主要领导离任事项批复日",
          "任前报告的“机构变动或者主要领导离任”事项最早的批复日",
          "earliest day on which the matter (organ change) was approved",
          read_approval<report_matter::organ_change>,
          {.guard = facts::prior_report_has_organ_change_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_large_adjustment_approved_on, "大批或者频繁调整事项已获批复",
          "任前报告的“大批或者频繁调整”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (large adjustment) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::large_adjustment>, {.dated = "undated"});
    t.add(facts::prior_report_large_adjustment_approved_on, "大批或者频繁调整事项批复日",
          "任前报告的“大批或者频繁调整”事项最早的批复日",
          "earliest day on which the matter (large adjustment) was approved",
          read_approval<report_matter::large_adjustment>,
          {.guard = facts::prior_report_has_large_adjustment_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_temporary_overrun_approved_on, "临时超职数配备事项已获批复",
          "任前报告的“临时超职数配备”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (temporary overrun) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::temporary_overrun>, {.dated = "undated"});
    t.add(facts::prior_report_temporary_overrun_approved_on, "临时超职数配备事项批复日",
          "任前报告的“临时超职数配备”事项最早的批复日",
          "earliest day on which the matter (temporary overrun) was approved",
          read_approval<report_matter::temporary_overrun>,
          {.guard = facts::prior_report_has_temporary_overrun_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_no_recommendation_approved_on, "不经民主推荐事项已获批复",
          "任前报告的“不经民主推荐”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (no recommendation) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::no_recommendation>, {.dated = "undated"});
    t.add(facts::prior_report_no_recommendation_approved_on, "不经民主推荐事项批复日",
          "任前报告的“不经民主推荐”事项最早的批复日",
          "earliest day on which the matter (no recommendation) was approved",
          read_approval<report_matter::no_recommendation>,
          {.guard = facts::prior_report_has_no_recommendation_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_exceptional_approved_on, "破格或者越级事项已获批复",
          "任前报告的“破格或者越级”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (exceptional) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::exceptional>, {.dated = "undated"});
    t.add(facts::prior_report_exceptional_approved_on, "破格或者越级事项批复日",
          "任前报告的“破格或者越级”事项最早的批复日",
          "earliest day on which the matter (exceptional) was approved",
          read_approval<report_matter::exceptional>,
          {.guard = facts::prior_report_has_exceptional_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_close_staff_approved_on, "身边工作人员提拔事项已获批复",
          "任前报告的“身边工作人员提拔”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (close staff) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::close_staff>, {.dated = "undated"});
    t.add(facts::prior_report_close_staff_approved_on, "身边工作人员提拔事项批复日",
          "任前报告的“身边工作人员提拔”事项最早的批复日",
          "earliest day on which the matter (close staff) was approved",
          read_approval<report_matter::close_staff>,
          {.guard = facts::prior_report_has_close_staff_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_near_kin_approved_on, "近亲属提拔事项已获批复",
          "任前报告的“近亲属提拔”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (near kin) was approved; no where not reported "
          "or not approved",
          has_approval<report_matter::near_kin>, {.dated = "undated"});
    t.add(facts::prior_report_near_kin_approved_on, "近亲属提拔事项批复日",
          "任前报告的“近亲属提拔”事项最早的批复日",
          "earliest day on which the matter (near kin) was approved",
          read_approval<report_matter::near_kin>,
          {.guard = facts::prior_report_has_near_kin_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_early_move_approved_on, "任职时间较短调整事项已获批复",
          "任前报告的“任职时间较短调整”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (early move) was approved; no where not reported "
          "or not approved",
          has_approval<report_matter::early_move>, {.dated = "undated"});
    t.add(facts::prior_report_early_move_approved_on, "任职时间较短调整事项批复日",
          "任前报告的“任职时间较短调整”事项最早的批复日",
          "earliest day on which the matter (early move) was approved",
          read_approval<report_matter::early_move>,
          {.guard = facts::prior_report_has_early_move_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_after_accountability_approved_on, "受问责后重新任用事项已获批复", "任前报告的“受问责后重新任用”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (after accountability) was approved; no where "
          "not reported or not approved",
          has_approval<report_matter::after_accountability>, {.dated = "undated"});
    t.add(facts::prior_report_after_accountability_approved_on, "受问责后重新任用事项批复日",
          "任前报告的“受问责后重新任用”事项最早的批复日",
          "earliest day on which the matter (after accountability) was approved",
          read_approval<report_matter::after_accountability>,
          {.guard = facts::prior_report_has_after_accountability_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_emigrated_talent_approved_on, "移居人员任职事项已获批复",
          "任前报告的“移居人员任职”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (emigrated talent) was approved; no where not "
          "reported or not approved",
          has_approval<report_matter::emigrated_talent>, {.dated = "undated"});
    t.add(facts::prior_report_emigrated_talent_approved_on, "移居人员任职事项批复日",
          "任前报告的“移居人员任职”事项最早的批复日",
          "earliest day on which the matter (emigrated talent) was approved",
          read_approval<report_matter::emigrated_talent>,
          {.guard = facts::prior_report_has_emigrated_talent_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_beyond_age_approved_on, "超龄任用事项已获批复",
          "任前报告的“超龄任用”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (beyond age) was approved; no where not reported "
          "or not approved",
          has_approval<report_matter::beyond_age>, {.dated = "undated"});
    t.add(facts::prior_report_beyond_age_approved_on, "超龄任用事项批复日",
          "任前报告的“超龄任用”事项最早的批复日",
          "earliest day on which the matter (beyond age) was approved",
          read_approval<report_matter::beyond_age>,
          {.guard = facts::prior_report_has_beyond_age_approved_on, .dated = "undated"});
    t.add(facts::prior_report_has_other_approved_on, "其他报告事项已获批复",
          "任前报告的“其他报告”事项已获批复；未报告或者未批复的为否",
          "whether the matter reported beforehand (other) was approved; no where not reported or "
          "not approved",
          has_approval<report_matter::other>, {.dated = "undated"});
    t.add(facts::prior_report_other_approved_on, "其他报告事项批复日",
          "任前报告的“其他报告”事项最早的批复日",
          "earliest day on which the matter (other) was approved",
          read_approval<report_matter::other>,
          {.guard = facts::prior_report_has_other_approved_on, .dated = "undated"});
}

}  // namespace xuanren::detail
