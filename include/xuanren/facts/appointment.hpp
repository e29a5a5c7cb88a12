// include/xuanren/facts/appointment.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What the appointment itself says 任免事项: kind, step, dates, exception asked for, prior reports.
inline void add_appointment_facts(fact_table& t) {
    using types::boolean;
    using types::date;
    using types::string;
    using types::list_of;
    using types::one_of;
    using types::record_of;
    const auto& w = t.words;
    t.add("appointment.kind", "任免类型", one_of(w.kind),
          "由任职经历与拟任职位推定的任免类型，推定不了的以申报为准",
          "kind of appointment derived from career and post; the declared one where that does not tell", nullptr);
    t.add("appointment.derived_kind", "推定任免类型", one_of(w.kind),
          "仅由任职经历与拟任职位推定的任免类型", "kind of appointment as career and post alone tell it", nullptr);
    t.add("appointment.step", "升任台阶", one_of(w.step),
          "现职务层次到拟任职务层次的台阶", "the step from the present level to the level of the post", nullptr);
    t.add("appointment.way", "选任方式", one_of(w.way), "个别提拔、换届、公开选拔、竞争上岗之一",
          "how the candidate was found", nullptr, {.dated = "undated"});
    t.add("appointment.is_term_renewal", "是否换届", boolean, "任免属于领导班子换届",
          "whether the appointment belongs to the renewal of a term", nullptr, {.dated = "undated"});
    t.add("appointment.decided_on", "决定日", date, "讨论决定之日；未载明的为审核日",
          "the day of the decision; where none is recorded the day of the review", nullptr);
    t.add("appointment.has_effective_on", "是否任职生效", boolean, "载有任职生效日或者任职通知日",
          "whether an effective date or a letter is on file", nullptr, {.dated = "appointment"});
    t.add("appointment.effective_on", "任职生效日", date, "任职生效日，未载明的为任职通知日",
          "the day on which the appointment takes effect, else the day of the letter", nullptr,
          {.guard = "appointment.has_effective_on", .dated = "appointment"});
    t.add("appointment.has_letter_on", "是否下发任职通知", boolean, "载有任职通知日", "whether a letter was issued",
          nullptr, {.dated = "appointment"});
    t.add("appointment.letter_on", "任职通知日", date, "下发任职通知之日", "the day of the letter of appointment",
          nullptr, {.guard = "appointment.has_letter_on", .dated = "appointment"});
    t.add("appointment.has_exceptional", "是否破格或越级", boolean, "按破格或者越级提拔办理",
          "whether it is handled as an exceptional promotion", nullptr, {.dated = "undated"});
    t.add("exceptional.type", "破格类型", one_of(w.exceptional_type), "突破任职资格或者越级",
          "qualification or level skip", nullptr, {.guard = "appointment.has_exceptional", .dated = "undated"});
    t.add("exceptional.breaks", "所破条款", list_of(string), "申报突破的条款",
          "the clauses that the appointment is declared to break", nullptr,
          {.guard = "appointment.has_exceptional", .dated = "undated"});
    t.add("exceptional.has_ground", "是否载明破格情形", boolean, "载有破格情形", "whether a ground is stated", nullptr,
          {.dated = "undated"});
    t.add("exceptional.ground", "破格情形", one_of(w.ground), "破格提拔所依据的情形",
          "the ground of the exceptional promotion", nullptr,
          {.guard = "appointment.has_exceptional", .dated = "undated"});
    t.add("exceptional.has_requested_on", "是否请示破格", boolean, "载有破格请示日", "whether approval was asked for",
          nullptr, {.dated = "undated"});
    t.add("exceptional.requested_on", "破格请示日", date, "向上级组织部门请示之日",
          "the day on which approval was asked for", nullptr,
          {.guard = "appointment.has_exceptional", .dated = "undated"});
    t.add("exceptional.has_approved_on", "是否批复破格", boolean, "载有破格批复日", "whether approval was given", nullptr,
          {.dated = "undated"});
    t.add("exceptional.approved_on", "破格批复日", date, "上级组织部门批复同意之日",
          "the day on which the superior body approved", nullptr,
          {.guard = "appointment.has_exceptional", .dated = "undated"});
    t.add("appointment.prior_reports", "任前报告", list_of(record_of(t.records.prior_report)),
          "任前向上级报告的事项", "the matters reported upwards before the decision", nullptr, {.dated = "undated"});
}

}  // namespace xuanren::detail
