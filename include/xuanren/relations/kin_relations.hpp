// include/xuanren/relations/kin_relations.hpp
#pragma once

#include <xuanren/relations/kin_context.hpp>
#include <xuanren/relations/kin_pairs.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
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

/// Those in office who may be met in the posts of one organ, or above one another.
class office_groups {
public:
    office_groups(const kin_context& k, const occupancy& seats, const day_span& days)
        : book_(k.kin.book()), lines_(k.lines), is_in_office_(book_.cadres.size(), false) {
        std::vector<std::uint32_t> placed;
        bool is_open = false;
        for (std::uint32_t c = 0; c < book_.cadres.size(); ++c)
            for (const std::uint32_t i : seats.holdings_of(c)) {
                const holding& h = seats.holdings()[i];
                if (occupancy::is_held(h, {days}) == standing::no) continue;
                if (!is_in_office_[c]) placed.push_back(c);
                is_in_office_[c] = true;
                is_open = place(c, h) || is_open;
            }
        // Who is not known to be in some organ may be in any.
        if (is_open) groups_.add(placed);
        add(by_organ_);
        add(by_line_);
        add(by_superior_);
    }
    [[nodiscard]] const kin_groups& groups() const noexcept { return groups_; }
    [[nodiscard]] bool is_in_office(std::uint32_t cadre) const {
        return cadre < is_in_office_.size() && is_in_office_[cadre];
    }

private:
    using entry = std::pair<std::uint32_t, std::uint32_t>;  // what joins them, a cadre

    /// Puts one holder with those whom he may meet; true where that may be anybody.
    bool place(std::uint32_t cadre, const holding& h) {
        if (h.organisation == no_record) return true;
        by_organ_.emplace_back(lines_.organ_of(h.organisation), cadre);
        by_line_.emplace_back(h.organisation, cadre);
        const std::uint32_t above = book_.links.organisation_parent[h.organisation];
        if (above != no_record && lines_.organ_of(above) != lines_.organ_of(h.organisation))
            by_line_.emplace_back(above, cadre);
        if (h.post == no_record) return false;
        by_superior_.emplace_back(h.post, cadre);
        const std::uint32_t superior = book_.links.post_reports_to[h.post];
        if (superior == no_record) return false;
        by_superior_.emplace_back(superior, cadre);
        // Who serves there without a post on file may be that superior.
        const std::uint32_t there = book_.links.post_organisation[superior];
        if (there != no_record) by_line_.emplace_back(there, cadre);
        return there == no_record;
    }
    void add(std::vector<entry>& all) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::vector<std::uint32_t> cadres;
        for (std::size_t i = 0; i < all.size();) {
            cadres.clear();
            const std::uint32_t of = all[i].first;
            for (; i < all.size() && all[i].first == of; ++i) cadres.push_back(all[i].second);
            groups_.add(cadres);
        }
        all = {};
    }

    const dossier& book_;
    const reporting& lines_;
    kin_groups groups_;
    std::vector<bool> is_in_office_;
    std::vector<entry> by_organ_, by_line_, by_superior_;
};

}  // namespace detail

namespace detail {

/// Those in office who by name and birth may be kin; people decide whether they are.
[[nodiscard]] inline std::vector<kin_pair> matched_pairs(const kin_context& k,
                                                         const office_groups& office,
                                                         const day_span& days) {
    std::vector<kin_pair> out;
    for (const kin_match& m : k.matches.all()) {
        if (!office.is_in_office(m.by) || !office.is_in_office(m.about)) continue;
        const kin_declaration& d = k.kin.declarations()[m.declaration];
        kin_pair pair = pair_of(m.by, {m.about, d.readings, false, k.kin.stands(k.kin.record_of(d), days)});
        if (pair.stands == standing::no || k.kin.has_died(d.person, days) == standing::yes) continue;
        see_from_both_sides(pair);
        out.push_back(pair);
    }
    return out;
}

/// Adds pairs to others, both in the order of persons; who stands there already stays as he is.
inline void add_pairs(std::vector<kin_pair>& to, std::vector<kin_pair> others) {
    const auto order = [](const kin_pair& a, const kin_pair& b) {
        return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    };
    const auto known = static_cast<std::ptrdiff_t>(to.size());
    to.insert(to.end(), others.begin(), others.end());
    std::stable_sort(to.begin() + known, to.end(), order);
    std::inplace_merge(to.begin(), to.begin() + known, to.end(), order);
    to.erase(std::unique(to.begin(), to.end(), [&order](const kin_pair& a, const kin_pair& b) {
                 return !order(a, b) && !order(b, a);
             }), to.end());
}

}  // namespace detail

/// Every pair of near kin, and of those who by name and birth may be, whose posts stand in one organ, or one above the other, on those days.
///
/// One entry a pair of posts, in the order of persons. Whether a pair requires avoidance is a
/// rule's business.  Complexity: near linear in those in office, and the near kin of those who have
/// kin beside them.
[[nodiscard]] inline std::vector<kin_in_office> kin_in_office_on(const kin_context& k,
                                                                 const occupancy& seats,
                                                                 const day_span& days) {
    const dossier& book = k.kin.book();
    const detail::office_groups office(k, seats, days);
    std::vector<kin_in_office> out;
    const auto are_in_office = [&office](std::uint32_t a, std::uint32_t b) {
        return office.is_in_office(a) && office.is_in_office(b);
    };
    std::vector<kin_pair> pairs = kin_search(k.kin, k.sieve).in(office.groups(), days, are_in_office);
    detail::add_pairs(pairs, detail::matched_pairs(k, office, days));
    for (const kin_pair& kin : pairs) {
        kin_in_office pair;
        pair.first = kin.first;
        pair.second = kin.second;
        pair.first_is = kin.first_is;
        pair.second_is = kin.second_is;
        pair.is_settled = kin.is_settled;
        const standing lasts = kin.stands;
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
