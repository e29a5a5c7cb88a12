// include/xuanren/facts/probation.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>

namespace xuanren::detail {

/// The end that a probation is planned to have: its months after the notice of appointment, else
/// after the start of the tenure.
[[nodiscard]] inline known_days planned_end(const tenure& t, const probation& p) {
    const field<civil_date>& start = t.noticed ? t.noticed : t.decided ? t.decided : t.from;
    if (!start || !p.months || *p.months < 0 || *p.months > 1200) return {};
    const interval<civil_date> from = xuanren::days_of(*start);
    return interval<civil_date>(from.low() + months(*p.months), from.high() + months(*p.months));
}

[[nodiscard]] inline known_days probation_end(const tenure& t, const probation& p) {
    return p.ended ? known_days_of(p.ended) : planned_end(t, p);
}

/// Whether the probation of a tenure runs or awaits confirmation at the decision.
[[nodiscard]] inline truth is_probation_open(const service& s,
                                             const interval<civil_date>& decided) {
    if (s.record == nullptr || s.record->probation.is_unknown()) return truth::unknown;
    if (s.record->probation.is_null()) return truth::no;
    const probation& p = *s.record->probation;
    const known_days end = probation_end(*s.record, p);
    const truth is_over = end ? less_equal(*end, decided) : truth::unknown;
    if (p.confirmed && !*p.confirmed) return truth::yes;
    if (p.ended.is_null()) return truth::yes;
    if (p.confirmed) return !is_over;
    return is_over == truth::no ? truth::yes : truth::unknown;
}

/// The first post held at the decision whose probation is open, or may be.
[[nodiscard]] inline const service* service_on_probation(const case_view& c, truth& open) {
    open = truth::no;
    const service* found = nullptr;
    for (const service& s : c.career()->services) {
        if (s.visible != truth::yes || s.current != truth::yes) continue;
        if (makes_level(s.kind) == truth::no) continue;
        const truth own = is_probation_open(s, *c.decided());
        if (own > open) {
            open = own;
            found = &s;
        }
    }
    return found;
}

[[nodiscard]] inline reading has_open_probation(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_tenures) return {{}, c.at_candidate("tenures")};
    truth open = truth::no;
    const service* s = service_on_probation(c, open);
    return {value(open), s != nullptr ? source_of(*s, c.candidate_index(), "probation")
                                      : c.at_candidate("tenures")};
}

[[nodiscard]] inline reading read_probation_ends(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_tenures) return {{}, c.at_candidate("tenures")};
    truth open = truth::no;
    const service* s = service_on_probation(c, open);
    if (s == nullptr || s->record == nullptr || !s->record->probation)
        return {{}, c.at_candidate("tenures")};
    return {held_in(probation_end(*s->record, *s->record->probation)),
            source_of(*s, c.candidate_index(), "probation")};
}

}  // namespace xuanren::detail
