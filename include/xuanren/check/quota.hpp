// include/xuanren/check/quota.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/facts/organisation.hpp>
#include <xuanren/facts/organisation_view.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// The day on which the organisations of a dossier are looked at 审查机构之日: the review date, else
/// the dossier's own day, else the last day on which an appointment takes effect.
[[nodiscard]] inline std::optional<civil_date> organisation_day(const dossier& book,
                                                                const occupancy& seats,
                                                                const std::optional<civil_date>& on) {
    if (on) return on;
    if (book.as_of) return *book.as_of;
    return seats.last_effect();
}

namespace detail {

[[nodiscard]] inline std::optional<civil_date> start_of(const dossier& book, const holding& h) {
    if (h.tenure != no_record) {
        const tenure& t = (*book.cadres[h.cadre].tenures)[h.tenure];
        if (t.from) return *t.from;
        if (t.decided) return *t.decided;
    }
    return h.since ? std::optional(h.since->first) : std::nullopt;
}

[[nodiscard]] inline seat_holder holder_of(const dossier& book, const holding& h, const day_span& on,
                                           standing s) {
    seat_holder out;
    if (h.cadre != no_record) {
        out.cadre = book.cadres[h.cadre].id;
        if (book.cadres[h.cadre].name) out.name = *book.cadres[h.cadre].name;
    }
    if (const std::string* title = title_of(book, h)) out.title = *title;
    out.since = start_of(book, h);
    const field<day_span>& end = h.vacated_by != no_record ? h.vacated : h.until;
    if (end && on.last < end->first) out.until = end->first;
    out.is_certain = s == standing::yes;
    return out;
}

inline void in_order(std::vector<seat_holder>& holders) {
    std::stable_sort(holders.begin(), holders.end(), [](const seat_holder& a, const seat_holder& b) {
        if (a.since.has_value() != b.since.has_value()) return a.since.has_value();
        return a.since && a.since->first_day() < b.since->first_day();
    });
}

[[nodiscard]] inline std::optional<std::int64_t> exactly(const head_count& n) {
    return n.certain == n.possible ? std::optional(n.certain) : std::nullopt;
}

/// When everything in the dossier has taken effect.
[[nodiscard]] inline seat_moment after_all(const organisation_view& o) {
    day_span later = o.on();
    const auto& last = o.seats().last_effect();
    if (last && later.first < *last) later = {*last, *last};
    return {later, no_record, no_record, true};
}

}  // namespace detail

/// Approved, occupied and free seats of an organisation, kind by kind, and who sits there 职数台账.
[[nodiscard]] inline std::vector<seat_report> seats_of(const organisation_view& o) {
    std::vector<seat_report> out;
    for (const seat_kind& k : o.seat_kinds()) {
        seat_report r;
        r.subject = k.code();
        r.level = std::string(english_of(k.level));
        if (k.role) r.role = std::string(english_of(*k.role));
        if (k.line == nullptr) r.approved = 0;
        else if (k.line->count) r.approved = *k.line->count;
        const auto taken = [&](const seat_moment& at) {
            return o.seats().taken(o.index(), k.level, k.role, k.line, o.in_force(), at);
        };
        const head_count now = taken({o.on()});
        r.occupied = detail::exactly(now);
        r.at_most = now.possible;
        r.after = detail::exactly(taken(detail::after_all(o)));
        o.seats().each_taker(o.index(), k.level, k.role, k.line, o.in_force(), {o.on()},
                             [&](const holding& h, standing s) {
                                 r.holders.push_back(detail::holder_of(o.book(), h, o.on(), s));
                             });
        detail::in_order(r.holders);
        out.push_back(std::move(r));
    }
    return out;
}

/// The same of the groups of ranks.
[[nodiscard]] inline std::vector<seat_report> rank_seats_of(const organisation_view& o) {
    std::vector<seat_report> out;
    for (const rank_kind& k : o.rank_kinds()) {
        seat_report r;
        r.subject = k.code();
        r.approved = k.approved;
        const head_count now = o.seats().ranked(o.index(), k.ranks, {o.on()});
        r.occupied = detail::exactly(now);
        r.at_most = now.possible;
        r.after = detail::exactly(o.seats().ranked(o.index(), k.ranks, detail::after_all(o)));
        o.seats().each_ranked(o.index(), k.ranks, {o.on()}, [&](std::uint32_t c, standing s) {
            seat_holder h;
            h.cadre = o.book().cadres[c].id;
            if (o.book().cadres[c].name) h.name = *o.book().cadres[c].name;
            h.is_certain = s == standing::yes;
            if (const auto& held = o.book().cadres[c].ranks)
                for (const rank_held& each : *held) {
                    if (!each.rank || !each.from || each.from->first_day() > o.on().last) continue;
                    if (std::find(k.ranks.begin(), k.ranks.end(), *each.rank) == k.ranks.end()) continue;
                    if (h.since && h.since->first_day() > each.from->first_day()) continue;
                    h.since = *each.from;
                    h.title = std::string(english_of(*each.rank));
                }
            r.holders.push_back(std::move(h));
        });
        detail::in_order(r.holders);
        out.push_back(std::move(r));
    }
    return out;
}

}  // namespace xuanren
