// include/xuanren/facts/appointment.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/kind.hpp>
#include <xuanren/facts/record_values.hpp>

namespace xuanren::detail {

/// Reads a field of the exceptional promotion that is asked for.
template <class T>
[[nodiscard]] reading of_exceptional(const case_view& c, field<T> exceptional_request::*key,
                                     const char* name) {
    const auto& e = c.appointment().exceptional;
    return {e ? held_in((*e).*key) : value(), c.at_appointment(name)};
}
/// Whether it says something; no where none is asked for.
template <class T>
[[nodiscard]] reading has_in_exceptional(const case_view& c, field<T> exceptional_request::*key,
                                         const char* name) {
    const auto& e = c.appointment().exceptional;
    return {e ? has_one((*e).*key) : has_one(e), c.at_appointment(name)};
}

[[nodiscard]] inline reading read_kind(const case_view& c) {
    const field<kind> derived = derived_kind(c);
    if (derived)
        return {value_of(*derived), c.at_appointment(c.post() != nullptr ? "post" : "to_rank")};
    return {held_in(c.appointment().kind), c.at_appointment("kind")};
}

[[nodiscard]] inline reading read_term_renewal(const case_view& c) {
    const appointment& a = c.appointment();
    if (a.term_renewal) return {held_in(a.term_renewal), c.at_appointment("term_renewal")};
    return {a.way ? value(*a.way == way::term_renewal) : value(), c.at_appointment("way")};
}

/// The day of effect, else of the letter; both stand in one step of the procedure.
[[nodiscard]] inline reading read_effective_on(const case_view& c) {
    const appointment_letter* letter = c.step_of(&procedure::appointment);
    if (letter == nullptr) return {{}, c.at_procedure("appointment")};
    if (letter->effective)
        return {value(*letter->effective), c.at_procedure("appointment/effective")};
    return {held_in(letter->on), c.at_procedure("appointment/on")};
}
[[nodiscard]] inline reading has_effective_on(const case_view& c) {
    const appointment_letter* letter = c.step_of(&procedure::appointment);
    if (letter == nullptr) return c.has_step(&procedure::appointment, "appointment");
    const bool is_there = letter->effective || letter->on;
    return {is_there ? value(true) : value(), c.at_procedure("appointment")};
}

/// What the appointment itself says 任免事项: kind, step, dates, exception asked for, prior
/// reports.
inline void add_appointment_facts(fact_table& t) {
    using types::list_of;
    using types::string;
    const fact_notes undated{.dated = "undated"};
    const fact_notes exceptional{.guard = facts::appointment_has_exceptional, .dated = "undated"};
    t.add(
        facts::appointment_kind, "任用类别",
        "由任职经历与拟任职位推定的任用类别，推定不了的以申报为准",
        "kind of appointment derived from career and post; the declared one where they do not tell",
        read_kind);
    t.add(facts::appointment_derived_kind, "推定任用类别",
          "仅由任职经历与拟任职位推定的任用类别",
          "kind of appointment as career and post alone tell it",
          [](const case_view& c) { return as_reading(derived_kind(c), c.at_appointment("post")); });
    t.add(facts::appointment_step, "升任台阶", "现职务层次到拟任职务层次的台阶",
          "the step from the present level to the level of the post",
          [](const case_view& c) { return as_reading(step_taken(c), c.at_appointment("post")); });
    t.add(
        facts::appointment_way, "选任方式", "个别提拔、换届、公开选拔、竞争上岗之一",
        "how the candidate was found",
        [](const case_view& c) { return as_reading(c.appointment().way, c.at_appointment("way")); },
        undated);
    t.add(facts::appointment_is_term_renewal, "属于换届",
          "任免属于领导班子换届；未载明的看选任方式",
          "whether it belongs to the renewal of a term; where not stated, as the way of selection "
          "says",
          read_term_renewal, undated);
    t.add(facts::appointment_decided_on, "决定日",
          "讨论决定之日；没有的为审核日，再没有的为卷宗基准日",
          "the day of the decision; else the day of the review, else the dossier's own day",
          [](const case_view& c) -> reading {
              return {c.decided() ? value(*c.decided()) : value(), c.at_procedure("discussion/on")};
          });
    t.add(facts::appointment_has_effective_on, "有任职生效日", "载有任职生效日或者任职通知日",
          "whether a day of effect or a letter is on file", has_effective_on,
          {.dated = "appointment"});
    t.add(facts::appointment_effective_on, "任职生效日", "任职生效日，未载明的为任职通知日",
          "the day on which the appointment takes effect, else the day of the letter",
          read_effective_on, {.guard = facts::appointment_has_effective_on, .dated = "appointment"});
    t.add(facts::appointment_has_letter_on, "已下发任职通知", "载有任职通知日",
          "whether a letter was issued",
          [](const case_view& c) {
              return c.has_in_step(&procedure::appointment, &appointment_letter::on,
                                   "appointment/on");
          },
          {.dated = "appointment"});
    t.add(facts::appointment_letter_on, "任职通知日", "下发任职通知之日",
          "the day of the letter of appointment",
          [](const case_view& c) {
              return c.of_step(&procedure::appointment, &appointment_letter::on, "appointment/on");
          },
          {.guard = facts::appointment_has_letter_on, .dated = "appointment"});
    t.add(
        facts::appointment_has_exceptional, "按破格或越级提拔呈报", "按破格或者越级提拔呈报",
        "whether it is handled as an exceptional promotion",
        [](const case_view& c) -> reading {
            return {has_one(c.appointment().exceptional), c.at_appointment("exceptional")};
        },
        undated);
    t.add(
        facts::exceptional_type, "破格类别", "突破任职资格或者越级",
        "qualification or level skip",
        [](const case_view& c) {
            return of_exceptional(c, &exceptional_request::type, "exceptional/type");
        },
        exceptional);
    t.add(
        "exceptional.breaks", "呈报所破条款", list_of(string), "呈报突破的条款",
        "the clauses that the appointment is declared to break",
        [](const case_view& c) -> reading {
            const auto& e = c.appointment().exceptional;
            return {e ? strings(e->breaks) : value(), c.at_appointment("exceptional/breaks")};
        },
        exceptional);
    t.add(
        facts::exceptional_has_ground, "载明破格情形", "载有破格情形；不破格的为否",
        "whether a ground is stated; no where nothing is asked for",
        [](const case_view& c) {
            return has_in_exceptional(c, &exceptional_request::ground, "exceptional/ground");
        },
        undated);
    t.add(
        facts::exceptional_ground, "破格情形", "破格提拔所依据的情形",
        "the ground of the exceptional promotion",
        [](const case_view& c) {
            return of_exceptional(c, &exceptional_request::ground, "exceptional/ground");
        },
        exceptional);
    t.add(
        facts::exceptional_has_requested_on, "已请示破格", "载有破格请示日；不破格的为否",
        "whether approval was asked for; no where nothing is asked for",
        [](const case_view& c) {
            return has_in_exceptional(c, &exceptional_request::requested, "exceptional/requested");
        },
        undated);
    t.add(
        facts::exceptional_requested_on, "破格请示日", "向上级组织部门请示之日",
        "the day on which approval was asked for",
        [](const case_view& c) {
            return of_exceptional(c, &exceptional_request::requested, "exceptional/requested");
        },
        exceptional);
    t.add(
        facts::exceptional_has_approved_on, "破格已获批复", "载有破格批复日；不破格的为否",
        "whether approval was given; no where nothing is asked for",
        [](const case_view& c) {
            return has_in_exceptional(c, &exceptional_request::approved, "exceptional/approved");
        },
        undated);
    t.add(
        facts::exceptional_approved_on, "破格批复日", "上级组织部门批复同意之日",
        "the day on which the superior body approved",
        [](const case_view& c) {
            return of_exceptional(c, &exceptional_request::approved, "exceptional/approved");
        },
        exceptional);
    t.add("appointment.prior_reports", "任前报告事项",
          list_of(types::record_of(t.records.prior_report)), "任前向上级报告的事项",
          "the matters reported upwards before the decision", read_prior_reports, undated);
}

}  // namespace xuanren::detail
