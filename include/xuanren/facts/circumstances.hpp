// include/xuanren/facts/circumstances.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/target.hpp>

namespace xuanren::detail {

/// Reads a field of a part of the appointment that may be none.
template <class Part, class T>
[[nodiscard]] reading of_part(const case_view& c, field<Part> appointment::*part,
                              field<T> Part::*key, const char* name) {
    const auto& p = c.appointment().*part;
    return {p ? held_in((*p).*key) : value(), c.at_appointment(name)};
}
template <class Part, class T>
[[nodiscard]] reading has_in_part(const case_view& c, field<Part> appointment::*part,
                                  field<T> Part::*key, const char* name) {
    const auto& p = c.appointment().*part;
    return {p ? has_one((*p).*key) : has_one(p), c.at_appointment(name)};
}

/// READING: where nothing is said of a selection, the way of selection tells.
[[nodiscard]] inline reading is_selected(const case_view& c) {
    const appointment& a = c.appointment();
    if (!a.selection.is_unknown()) return {has_one(a.selection), c.at_appointment("selection")};
    if (!a.way) return {value(), c.at_appointment("way")};
    return {value(*a.way == way::open_selection || *a.way == way::internal_competition),
            c.at_appointment("way")};
}

/// Whether an appointment belongs to a term renewal; the way tells where the flag does not.
[[nodiscard]] inline truth is_of_term_renewal(const appointment& a) {
    if (a.term_renewal) return *a.term_renewal ? truth::yes : truth::no;
    if (a.way) return *a.way == way::term_renewal ? truth::yes : truth::no;
    return truth::unknown;
}

[[nodiscard]] inline truth is_same_day(const interval<civil_date>& a,
                                       const std::optional<interval<civil_date>>& b) {
    if (!b) return truth::unknown;
    if (a.high() < b->low() || b->high() < a.low()) return truth::no;
    return a.is_exact() && b->is_exact() ? truth::yes : truth::unknown;
}

/// What may or may not belong to the batch widens the number.
[[nodiscard]] inline reading read_batch_size(const case_view& c) {
    const provenance source = c.at_procedure("discussion/on");
    if (!c.decided()) return {{}, source};
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (std::size_t i = 0; i < c.book().appointments.size(); ++i) {
        const appointment& a = c.book().appointments[i];
        const auto on = decision_date(c.book(), i, c.scope().on);
        const truth counts = has_truth(a.post) & !is_of_term_renewal(a) &
                             (i == c.index() ? truth::yes : is_same_day(*c.decided(), on));
        if (counts == truth::yes) ++least;
        if (counts != truth::no) ++most;
    }
    return {value(interval<number>(number(least), number(most))), source};
}

/// Whether the organ, or one that it belongs to, goes through something on the day of the decision.
///
/// READING: the nearest organ above that states its events speaks for those below; a stretch
/// without a recorded end runs on.
[[nodiscard]] inline reading is_going_through(const case_view& c, event_kind kind) {
    const organisation* o = first_above(
        c.book(), c.organisation(), [](const organisation& at) { return !at.events.is_unknown(); });
    if (o == nullptr) return {};
    const provenance source = at_organisation(c, *o, "events");
    if (!o->events) return {value(false), source};
    if (!c.decided()) return {{}, source};
    truth found = truth::no;
    for (const organisation_event& e : *o->events) {
        const truth is_it = !e.kind ? truth::unknown : (*e.kind == kind ? truth::yes : truth::no);
        const truth has_begun =
            e.from ? less_equal(days_of(*e.from), *c.decided()) : truth::unknown;
        const truth goes_on = e.to ? less_equal(*c.decided(), days_of(*e.to))
                                   : (e.to.is_null() ? truth::yes : truth::unknown);
        found = std::max(found, is_it & has_begun & goes_on);
    }
    return {value(found), source};
}

/// In what circumstances an appointment is made 选拔方式、机构变动、同批任免、待遇.
inline void add_circumstance_facts(fact_table& t) {
    using types::number;
    t.add(facts::appointment_has_selection, "系公开选拔或者竞争上岗",
          "载有公开选拔、竞争上岗公告；不是的为否",
          "whether it is an open selection or a competition", is_selected, {.dated = "undated"});
    t.add(facts::selection_announced_on, "公告日", "公开选拔、竞争上岗公告之日",
          "day the conditions were announced",
          [](const case_view& c) {
              return of_part(c, &appointment::selection, &selection::announced,
                             "selection/announced");
          },
          {.guard = facts::appointment_has_selection, .dated = "undated"});
    t.add(facts::selection_meets_conditions, "公告条件不低于规定",
          "公告的条件和资格不低于规定的基本条件和基本资格",
          "whether the announced conditions are no looser than the general ones",
          [](const case_view& c) {
              return of_part(c, &appointment::selection, &selection::meets_conditions,
                             "selection/meets_conditions");
          },
          {.guard = facts::appointment_has_selection, .dated = "undated"});
    t.add(facts::selection_has_approved_on, "突破公告条件已获同意",
          "突破资格条件已经上级同意；未获同意的为否", "whether departures were agreed to above",
          [](const case_view& c) {
              return has_in_part(c, &appointment::selection, &selection::approved,
                                 "selection/approved");
          },
          {.dated = "undated"});
    t.add(facts::selection_approved_on, "突破公告条件同意日", "上级同意突破资格条件之日",
          "day the departures were agreed to",
          [](const case_view& c) {
              return of_part(c, &appointment::selection, &selection::approved,
                             "selection/approved");
          },
          {.guard = facts::selection_has_approved_on, .dated = "undated"});
    t.add(facts::appointment_removal_ground, "免职事由", "免去职务的事由",
          "why the post is given up",
          [](const case_view& c) {
              return as_reading(c.appointment().removal_ground, c.at_appointment("removal_ground"));
          },
          {.dated = "undated"});
    t.add(facts::appointment_has_treatment, "另定待遇", "任职另行确定待遇；按职务确定的为否",
          "whether treatment was given apart from the post",
          [](const case_view& c) -> reading {
              return {has_one(c.appointment().treatment), c.at_appointment("treatment")};
          },
          {.dated = "undated"});
    t.add(
        facts::appointment_states_treatment, "待遇已载明", "载明是否另定待遇",
        "whether the file says if treatment was given apart; never unknown",
        [](const case_view& c) -> reading {
            return {value(!c.appointment().treatment.is_unknown()), c.at_appointment("treatment")};
        },
        {.dated = "undated"});
    t.add(facts::treatment_level, "待遇层次", "另行确定的待遇的层次",
          "level of the treatment",
          [](const case_view& c) {
              return of_part(c, &appointment::treatment, &treatment::level, "treatment/level");
          },
          {.guard = facts::appointment_has_treatment, .dated = "undated"});
    t.add(facts::treatment_has_approved_on, "另定待遇已获批准",
          "另定待遇已经批准；未批准的为否", "whether the treatment was approved",
          [](const case_view& c) {
              return has_in_part(c, &appointment::treatment, &treatment::approved,
                                 "treatment/approved");
          },
          {.dated = "undated"});
    t.add(facts::treatment_approved_on, "另定待遇批准日", "另定待遇批准之日",
          "day the treatment was approved",
          [](const case_view& c) {
              return of_part(c, &appointment::treatment, &treatment::approved,
                             "treatment/approved");
          },
          {.guard = facts::treatment_has_approved_on, .dated = "undated"});
    t.add(facts::appointment_batch_size, "同批任免人数",
          "卷宗中与本件同日讨论决定的任职、免职件数，换届的不计",
          "appointments of the dossier decided on the same day, those of a term renewal left out",
          read_batch_size);
    t.add(facts::target_organ_in_reform, "机构正在变动", "决定之日所在机构处于机构变动期间",
          "whether the organ is being changed on the day of the decision",
          [](const case_view& c) { return is_going_through(c, event_kind::reform); });
    t.add(facts::target_principal_leaving, "主要领导即将离任",
          "决定之日所在机构主要领导即将离任",
          "whether the principal is about to leave on the day of the decision",
          [](const case_view& c) { return is_going_through(c, event_kind::principal_leaving); });
}

}  // namespace xuanren::detail
