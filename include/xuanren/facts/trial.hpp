// include/xuanren/facts/trial.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/probation.hpp>

namespace xuanren::detail {

/// The probation that an appointment sets 本次任职的试用期, and where that stands: in the tenure that
/// carries the appointment out, else in the appointment itself.
struct own_trial {
    const tenure* record = nullptr;  ///< null: no tenure carries it out yet
    const field<probation>* held = nullptr;
    provenance source;
};

[[nodiscard]] inline own_trial trial_of(const case_view& c) {
    const holding* h = c.seats().holding_by(c.index());
    if (h != nullptr && h->tenure != no_record && c.candidate() != nullptr &&
        c.candidate()->tenures) {
        const tenure& t = (*c.candidate()->tenures)[h->tenure];
        const provenance at{"cadres", static_cast<int>(c.candidate_index()), "tenures",
                            static_cast<int>(h->tenure), "probation"};
        if (!t.probation.is_unknown()) return {&t, &t.probation, at};
        return {&t, &c.appointment().probation, c.at_appointment("probation")};
    }
    return {nullptr, &c.appointment().probation, c.at_appointment("probation")};
}

/// A field of the probation; unknown where none is set or nothing is on file.
template <class T>
[[nodiscard]] reading of_trial(const case_view& c, field<T> probation::*key) {
    const own_trial own = trial_of(c);
    return {*own.held ? held_in((**own.held).*key) : value(), own.source};
}
/// Whether the probation says so; no where none is set.
template <class T>
[[nodiscard]] reading has_in_trial(const case_view& c, field<T> probation::*key) {
    const own_trial own = trial_of(c);
    return {*own.held ? has_one((**own.held).*key) : has_one(*own.held), own.source};
}

/// READING: the trial runs from the notice of the trial appointment, which is the letter where the
/// tenure does not state it.
[[nodiscard]] inline const field<civil_date>* trial_start(const case_view& c) {
    const own_trial own = trial_of(c);
    if (own.record != nullptr && own.record->noticed) return &own.record->noticed;
    const appointment_letter* letter = c.step_of(&procedure::appointment);
    return letter != nullptr ? &letter->on : nullptr;
}

/// The probation that comes with the appointment 任职试用期, as known on the day of the review.
inline void add_trial_facts(fact_table& t) {
    const fact_notes undated{.dated = "undated"};
    t.add(
        facts::appointment_has_probation, "设有任职试用期", "本次任职设有试用期；载明未设的为否",
        "whether the appointment is made on probation; no where stated as none",
        [](const case_view& c) -> reading {
            const own_trial own = trial_of(c);
            return {has_one(*own.held), own.source};
        },
        undated);
    t.add(
        facts::appointment_probation_months, "试用期月数", "本次任职试用期的月数",
        "months of the probation",
        [](const case_view& c) { return of_trial(c, &probation::months); },
        {.guard = facts::appointment_has_probation, .dated = "undated", .unit = {"个月", "months"}});
    t.add(
        facts::appointment_has_probation_from, "试用期起算日已载明",
        "载有试用任职通知日；未设试用期的为否",
        "whether the day of the trial notice is on file; no where there is no probation",
        [](const case_view& c) -> reading {
            const own_trial own = trial_of(c);
            if (!*own.held) return {has_one(*own.held), own.source};
            const field<civil_date>* from = trial_start(c);
            return {from != nullptr ? has_one(*from) : value(), own.source};
        },
        undated);
    t.add(
        facts::appointment_probation_from, "试用期起算日", "任免机关发出试用任职通知之日",
        "the day of the notice of the trial appointment",
        [](const case_view& c) -> reading {
            const field<civil_date>* from = trial_start(c);
            return {from != nullptr ? held_in(*from) : value(), trial_of(c).source};
        },
        {.guard = facts::appointment_has_probation_from, .dated = "undated"});
    t.add(
        facts::appointment_has_probation_ended, "试用期已结束", "载有试用期结束之日",
        "whether the probation is on record as ended",
        [](const case_view& c) { return has_in_trial(c, &probation::ended); }, undated);
    t.add(
        facts::appointment_probation_ended, "试用期结束日", "试用期结束之日",
        "the day on which the probation ended",
        [](const case_view& c) { return of_trial(c, &probation::ended); },
        {.guard = facts::appointment_has_probation_ended, .dated = "undated"});
    t.add(
        facts::appointment_has_probation_assessed_on, "试用期满已考核",
        "载有试用期满考核之日；未设试用期的为否",
        "whether the assessment at the end of the probation is on record",
        [](const case_view& c) { return has_in_trial(c, &probation::assessed); }, undated);
    t.add(
        facts::appointment_probation_assessed_on, "试用期满考核日", "试用期满考核之日",
        "the day of that assessment",
        [](const case_view& c) { return of_trial(c, &probation::assessed); },
        {.guard = facts::appointment_has_probation_assessed_on, .dated = "undated"});
    t.add(
        facts::candidate_has_civil_servant_since, "为公务员", "已经登记或者录用为公务员",
        "whether the candidate is a civil servant",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {who != nullptr ? has_one(who->civil_servant_since) : value(),
                    c.at_candidate("civil_servant_since")};
        },
        undated);
    t.add(
        facts::candidate_has_recruit_probation, "适用新录用试用期",
        "经录用成为公务员，有新录用试用期；调任、军转等载明不适用的为否",
        "whether the candidate was recruited, with a probation as a recruit; no where stated as "
        "none",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {who != nullptr ? has_one(who->recruit_probation) : value(),
                    c.at_candidate("recruit_probation")};
        },
        undated);
}

}  // namespace xuanren::detail
