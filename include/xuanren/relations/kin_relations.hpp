// include/xuanren/relations/kin_relations.hpp
#pragma once

#include <xuanren/relations/kin_context.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace xuanren {

/// Two kin in office on a day, and how their posts stand to one another 在职亲属关系.
struct kin_in_office {
    std::uint32_t first = no_record, second = no_record;  ///< cadres, by place in the dossier
    std::uint32_t first_holding = no_record, second_holding = no_record;
    kinship_set second_is;  ///< what the second is to the first
    kinship_set first_is;   ///< what the first is to the second; some in-laws have a name one way only
    bool is_settled = true;
    standing stands = standing::yes;  ///< the kinship and both posts last on that day
    post_tie tie;                     ///< how the second's post stands to the first's
    std::uint32_t organ = no_record;  ///< the organ whose finding it is: the first's, or the one above
};

namespace detail {

/// The posts that a cadre holds on those days. READING: service without a post of the file, left open
/// at its end, is over once a later post is held; a concurrent one says that it is.
[[nodiscard]] inline std::vector<std::uint32_t> held_on(const dossier& book,
                                                        const occupancy& seats,
                                                        std::uint32_t cadre,
                                                        const seat_moment& at) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t i : seats.holdings_of(cadre))
        if (occupancy::is_held(seats.holdings()[i], at) != standing::no) out.push_back(i);
    const auto is_over = [&](std::uint32_t i) {
        const holding& h = seats.holdings()[i];
        if (h.post != no_record || h.tenure == no_record) return false;
        const tenure& t = (*book.cadres[cadre].tenures)[h.tenure];
        if (t.kind && *t.kind == tenure_kind::concurrent) return false;
        return std::any_of(out.begin(), out.end(), [&](std::uint32_t k) {
            const holding& other = seats.holdings()[k];
            return k != i && other.post != no_record && h.since && other.since &&
                   h.since->last < other.since->first;
        });
    };
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t i : out)
        if (!is_over(i)) kept.push_back(i);
    return kept;
}

}  // namespace detail

/// Every pair of near kin whose posts stand in one organ, or one above the other, on those days.
///
/// One entry a pair of posts, in the order of persons. Whether a pair requires avoidance is a
/// rule's business.  Complexity: the near kin of all who hold a post.
[[nodiscard]] inline std::vector<kin_in_office> kin_in_office_on(const kin_context& k,
                                                                 const occupancy& seats,
                                                                 const day_span& days) {
    const dossier& book = k.kin.book();
    struct half {
        std::uint32_t first, second;
        bool is_turned;  ///< seen from the second's side
        kin_relation relation;
    };
    std::vector<half> halves;
    kin_graph::walk room(k.kin);
    std::vector<bool> in_office(book.cadres.size(), false);
    for (std::uint32_t c = 0; c < book.cadres.size(); ++c)
        for (const std::uint32_t i : seats.holdings_of(c))
            in_office[c] = in_office[c] ||
                           occupancy::is_held(seats.holdings()[i], {days}) != standing::no;
    for (std::uint32_t c = 0; c < book.cadres.size(); ++c) {
        if (!in_office[c] || k.kin.has_died(c, days) == standing::yes) continue;
        for (const kin_relation& r : k.kin.kin_of(c, days, room)) {
            if (r.stands == standing::no || !in_office[r.person]) continue;
            halves.push_back({std::min(c, r.person), std::max(c, r.person), c > r.person, r});
        }
    }
    std::stable_sort(halves.begin(), halves.end(), [](const half& a, const half& b) {
        return a.first != b.first ? a.first < b.first : a.second < b.second;
    });
    std::vector<kin_in_office> out;
    for (std::size_t i = 0; i < halves.size();) {
        kin_in_office pair;
        pair.first = halves[i].first;
        pair.second = halves[i].second;
        pair.stands = standing::no;
        pair.is_settled = false;
        for (; i < halves.size() && halves[i].first == pair.first &&
               halves[i].second == pair.second;
             ++i) {
            const kin_relation& r = halves[i].relation;
            (halves[i].is_turned ? pair.first_is : pair.second_is).add(r.readings);
            pair.stands = either(pair.stands, r.stands);
            pair.is_settled = pair.is_settled || r.is_settled;
        }
        const auto turned = [](kinship_set of) {
            kinship_set all;
            of.each([&all](kinship kind) { all.add(inverse(kind)); });
            return all;
        };
        if (pair.first_is.is_empty()) pair.first_is = turned(pair.second_is);
        if (pair.second_is.is_empty()) pair.second_is = turned(pair.first_is);
        const standing lasts = pair.stands;
        const auto posts_of_second = detail::held_on(book, seats, pair.second, {days});
        for (const std::uint32_t a : detail::held_on(book, seats, pair.first, {days})) {
            const holding& own = seats.holdings()[a];
            const standing held = occupancy::is_held(own, {days});
            for (const std::uint32_t b : posts_of_second) {
                const holding& other = seats.holdings()[b];
                const standing stands =
                    both(lasts, both(held, occupancy::is_held(other, {days})));
                if (stands == standing::no) continue;
                const post_tie t = k.lines.between(k.lines.held_by(own), k.lines.held_by(other));
                const bool bears = t.same_organ != standing::no || t.above != standing::no ||
                                   t.below != standing::no ||
                                   t.leads_unit_above != standing::no ||
                                   t.leads_unit_below != standing::no;
                if (!bears) continue;
                pair.first_holding = a;
                pair.second_holding = b;
                pair.stands = stands;
                pair.tie = t;
                const bool is_first_above = t.below == standing::yes && t.same_organ == standing::no;
                pair.organ = k.lines.organ_of(is_first_above ? own.organisation
                                                             : other.organisation);
                out.push_back(pair);
            }
        }
    }
    return out;
}

}  // namespace xuanren
