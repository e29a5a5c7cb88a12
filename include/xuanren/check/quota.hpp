// include/xuanren/check/quota.hpp
#pragma once

#include <xuanren/check/facts_not_kept.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/organisation.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/facts/seats.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

[[nodiscard]] inline seat_holder holder_of(const dossier& book, std::uint32_t cadre, standing s) {
    seat_holder out;
    if (cadre != no_record) {
        out.cadre = book.cadres[cadre].id;
        if (book.cadres[cadre].name) out.name = *book.cadres[cadre].name;
    }
    out.is_certain = s == standing::yes;
    return out;
}

[[nodiscard]] inline seat_holder holder_of(const dossier& book, const holding& h, const day_span& on,
                                           standing s) {
    seat_holder out = holder_of(book, h.cadre, s);
    if (const std::string* title = title_of(book, h)) out.title = *title;
    out.since = start_of(book, h);
    const field<day_span>& end = h.is_vacating_certain ? h.vacated : h.until;
    if (end && on.last < end->first) out.until = end->first;
    return out;
}

/// Who holds one of these ranks: the rank that he holds by then, and since when.
[[nodiscard]] inline seat_holder rank_holder(const occupancy& seats, std::uint32_t cadre,
                                             std::span<const rank> ranks, const seat_moment& at,
                                             standing s) {
    const dossier& book = seats.book();
    seat_holder out = holder_of(book, cadre, s);
    const auto is_listed = [&ranks](const field<rank>& r) {
        return r && std::find(ranks.begin(), ranks.end(), *r) != ranks.end();
    };
    const auto hold = [&out](rank r, const std::optional<civil_date>& since) {
        if (out.since && since && since->first_day() < out.since->first_day()) return;
        out.title = std::string(english_of(r));
        out.since = since;
    };
    if (const auto& held = book.cadres[cadre].ranks)
        for (const rank_held& each : *held) {
            const bool is_over = each.to && has_come(span_of_days(each.to), at.days) == standing::yes;
            if (!is_listed(each.rank) || is_over) continue;
            if (has_come(span_of_days(each.from), at.days) == standing::no) continue;
            hold(*each.rank, each.from ? std::optional(*each.from) : std::nullopt);
            out.until = each.to ? std::optional(*each.to) : std::nullopt;
        }
    for (const std::uint32_t i : seats.appointments_of(cadre)) {
        const appointment& a = book.appointments[i];
        const auto effect = effect_of(a);
        if (!is_listed(a.to_rank) || (i != at.taking && has_come(effect, at.days) != standing::yes)) continue;
        hold(*a.to_rank, effect ? std::optional(effect->first) : std::nullopt);
    }
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

namespace detail {

/// A kind of seat as it stands then: how many it has, who takes them.
[[nodiscard]] inline seat_report seats_at(const occupancy& seats, std::uint32_t home,
                                          const seat_kind& k, const establishment* in_force,
                                          const seat_moment& at) {
    seat_report r;
    r.subject = k.code();
    r.level = std::string(english_of(k.level));
    if (k.role) r.role = std::string(english_of(*k.role));
    if (k.line == nullptr) r.approved = 0;
    else if (k.line->count) r.approved = *k.line->count;
    head_count now;
    seats.each_taker(home, k.level, k.role, k.line, in_force, at, [&](const holding& h, standing s) {
        now.add(s);
        r.holders.push_back(holder_of(seats.book(), h, at.days, s));
    });
    r.occupied = exactly(now);
    r.at_most = now.possible;
    in_order(r.holders);
    return r;
}

/// The same of ranks whose seats are counted together.
[[nodiscard]] inline seat_report seats_at(const occupancy& seats, std::uint32_t home,
                                          const rank_kind& k, const seat_moment& at) {
    seat_report r;
    r.subject = k.code();
    r.approved = k.approved;
    head_count now;
    seats.each_ranked(home, k.ranks, at, [&](std::uint32_t c, standing s) {
        now.add(s);
        r.holders.push_back(rank_holder(seats, c, k.ranks, at, s));
    });
    r.occupied = exactly(now);
    r.at_most = now.possible;
    in_order(r.holders);
    return r;
}

}  // namespace detail

/// Approved, occupied and free seats of an organisation, kind by kind, and who sits there 职数台账.
[[nodiscard]] inline std::vector<seat_report> seats_of(const organisation_view& o) {
    std::vector<seat_report> out;
    const seat_moment all = detail::after_all(o);
    for (const seat_kind& k : o.seat_kinds()) {
        out.push_back(detail::seats_at(o.seats(), o.index(), k, o.in_force(), {o.on()}));
        out.back().after = detail::exactly(
            o.seats().taken(o.index(), k.level, k.role, k.line, o.in_force(), all));
    }
    return out;
}

/// The same of the groups of ranks.
[[nodiscard]] inline std::vector<seat_report> rank_seats_of(const organisation_view& o) {
    std::vector<seat_report> out;
    const seat_moment all = detail::after_all(o);
    for (const rank_kind& k : o.rank_kinds()) {
        out.push_back(detail::seats_at(o.seats(), o.index(), k, {o.on()}));
        out.back().after = detail::exactly(o.seats().ranked(o.index(), k.ranks, all));
    }
    return out;
}

namespace detail {

/// The people of an organisation, each with a post that makes him one of them.
[[nodiscard]] inline std::vector<seat_holder> people_of(const organisation_view& o) {
    std::vector<seat_holder> out;
    for (const std::uint32_t c : o.seats().people_of(o.index())) {
        const holding* held = nullptr;
        standing most = standing::no;
        for (const std::uint32_t i : o.seats().holdings_of(c)) {
            const holding& h = o.seats().holdings()[i];
            if (o.seats().home_of(h.organisation) != o.index()) continue;
            const standing s = occupancy::belongs(h, {o.on()});
            if (most < s) {
                most = s;
                held = &h;
            }
        }
        if (held != nullptr) out.push_back(holder_of(o.book(), *held, o.on(), most));
    }
    in_order(out);
    return out;
}

}  // namespace detail

/// Whom the findings count of an organisation's people, fact by fact.
[[nodiscard]] inline std::vector<counted_holders> counted_in(const organisation_view& o,
                                                             const std::vector<verdict>& findings,
                                                             const catalogue& facts) {
    std::vector<counted_holders> out;
    const auto is_told = [&out](std::string_view fact) {
        return std::any_of(out.begin(), out.end(), [fact](const counted_holders& c) { return c.fact == fact; });
    };
    for (const verdict& v : findings)
        each_fact_not_kept(v, facts, [&](std::string_view name) {
            if (name == "organisation.people" && !is_told(name))
                out.push_back({std::string(name), detail::people_of(o)});
            for (const detail::counted_posts& p : detail::posts_counted) {
                if (p.fact != name || is_told(name)) continue;
                counted_holders c{std::string(name), {}};
                p.each(o, [&](const holding& h, standing s) {
                    c.holders.push_back(detail::holder_of(o.book(), h, o.on(), s));
                });
                detail::in_order(c.holders);
                out.push_back(std::move(c));
            }
        });
    return out;
}

/// Whether a finding that is not kept is about seats or ranks, so that who sits there is to be told.
[[nodiscard]] inline bool asks_who_sits(const std::vector<verdict>& findings, const catalogue& facts) {
    bool out = false;
    for (const verdict& v : findings)
        each_fact_not_kept(v, facts, [&out](std::string_view name) {
            out = out || name.starts_with("seat.") || name.starts_with("rank_seat.");
        });
    return out;
}

/// The seats that an appointment takes one of, on the day of its effect and once it is in effect:
/// of its post, then of its rank; nothing where no establishment in force is on file.
[[nodiscard]] inline std::vector<seat_report> seats_of(const case_view& c) {
    std::vector<seat_report> out;
    const detail::seat_question q = detail::question_of(c);
    if (!q.days || q.in_force == nullptr) return out;
    const seat_moment at{*q.days, c.index()};
    if (const auto line = detail::line_of(c, q)) {
        const field<role> as = *line != nullptr ? (*line)->role : c.post()->role;
        seat_kind k{*c.post()->level, as, *line};
        out.push_back(detail::seats_at(c.seats(), q.home, k, q.in_force, at));
    }
    if (const auto row = detail::rank_row_of(c, q); row) {
        const rank_kind k{group_of(*(*row)->ranks), *(*row)->ranks,
                          (*row)->count ? std::optional(*(*row)->count) : std::nullopt};
        out.push_back(detail::seats_at(c.seats(), q.home, k, at));
    }
    return out;
}

}  // namespace xuanren
