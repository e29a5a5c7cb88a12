// include/xuanren/relations/kin_walk.hpp
#pragma once

#include <xuanren/relations/kin_network.hpp>
#include <xuanren/relations/kinship.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// move_from() looked up.
inline constexpr auto kin_moves = [] {
    std::array<std::array<kin_move, 4>, word_count<kinship>> out{};
    for (std::size_t k = 0; k < out.size(); ++k)
        for (std::size_t s = 0; s < 4; ++s)
            out[k][s] = move_from(static_cast<kinship>(k), static_cast<kin_step>(s));
    return out;
}();

}  // namespace detail

/// A walk over the near kin of one person, with room that later walks use again.
class kin_walk {
public:
    struct visit {
        std::uint32_t person;
        std::uint32_t before;  ///< the visit it came from
        std::uint32_t edge;    ///< place of its link among the links of that person
        kinship as, else_as;
        bool is_settled;
        standing stands;
        bool is_doubtful = false;  ///< a step on the way may lead elsewhere
    };

    explicit kin_walk(const kin_network& kin) : kin_(kin) {}

    /// Visits everybody who may be near kin of `from` on those days, nearest first; of the far kin,
    /// who lead nowhere, those alone whom `asked` names.
    template <class Asked>
    void run(std::uint32_t from, const day_span& days, Asked asked) {
        visits_.clear();
        if (slots_.empty()) slots_.assign(1024, {0, 0});
        if (++round_ == 0) {
            std::fill(slots_.begin(), slots_.end(), slot{0, 0});
            round_ = 1;
        }
        used_ = 0;
        from_ = from;
        visits_.push_back({from, no_record, no_record, kinship::self, kinship::none, true,
                           standing::yes});
        for (std::uint32_t i = 0; i < visits_.size(); ++i) {
            const kinship at = visits_[i].as;
            if (!is_far(at)) step_from(i, days, asked);
        }
    }
    void run(std::uint32_t from, const day_span& days) {
        run(from, days, [](std::uint32_t) { return true; });
    }
    [[nodiscard]] std::span<const visit> visits() const noexcept { return visits_; }

private:
    struct slot {
        std::uint32_t round, visit;
    };

    template <class Asked>
    void step_from(std::uint32_t i, const day_span& days, Asked asked) {
        const kin_network::graph& g = kin_.links();
        const visit v = visits_[i];
        const auto& moves = detail::kin_moves[static_cast<std::size_t>(v.as)];
        const std::uint32_t at = v.person;
        const std::uint32_t back =
            v.before == no_record ? no_record : visits_[v.before].person;
        const auto [first, last] = boost::out_edges(at, g);
        std::uint32_t place = 0;
        for (auto e = first; e != last; ++e, ++place) {
            const std::uint32_t to = boost::target(*e, g);
            // A parent's child whom one came from is not a sibling of his own.
            if (to == from_ || to == back) continue;
            const kin_link& link = g[*e];
            const kin_move move = moves[static_cast<std::size_t>(link.step)];
            // One step that may lead elsewhere leaves a question; two leave nothing to ask.
            if (v.is_doubtful && !move.is_certain) continue;
            if (is_far(move.to) && !asked(to)) continue;
            visit next{to,         i,
                       place,      move.to,
                       move.else_to, v.is_settled && move.is_certain,
                       v.stands,   v.is_doubtful || !move.is_certain};
            if (link.is_unsettled) next.is_settled = false;
            if (link.step == kin_step::spouse && !marry(link, v, next, days)) continue;
            // The other parent of one's child, once divorced, is not taken for a spouse.
            if (next.as == kinship::spouse && !next.is_settled &&
                find(to, kinship::former_spouse) != no_record)
                continue;
            enter(next);
        }
    }

    /// Whether a marriage leads on; what it does to what lies beyond it.
    bool marry(const kin_link& link, const visit& v, visit& next, const day_span& days) const {
        if (link.is_lasting) return true;
        const kin_marriage& m = kin_.marriage(link);
        const standing lasts = m.stands(days);
        if (lasts == standing::no) {
            if (v.as != kinship::self || !m.has_begun(days)) return false;
            next.as = kinship::former_spouse;
            return true;
        }
        next.stands = both(next.stands, lasts);
        const standing bereft = either(kin_.has_died(v.person, days),
                                       kin_.has_died(next.person, days));
        // READING: whether ties by marriage outlast a death is not said; people decide.
        if (bereft != standing::no) next.is_settled = false;
        return true;
    }

    void enter(const visit& next) {
        const std::uint32_t found = find(next.person, next.as);
        if (found != no_record) {
            visit& held = visits_[found];
            const bool is_better = (next.is_settled && !held.is_settled) ||
                                   (next.is_settled == held.is_settled &&
                                    next.stands > held.stands);
            if (!is_better) return;
            // What was reached through the weaker way is reached again through the better.
            const std::uint32_t again = static_cast<std::uint32_t>(visits_.size());
            visits_.push_back(next);
            slots_[place_of(next.person, next.as)].visit = again;
            return;
        }
        if (2 * (used_ + 1) > slots_.size()) grow();
        slots_[place_of(next.person, next.as)] = {
            round_, static_cast<std::uint32_t>(visits_.size())};
        ++used_;
        visits_.push_back(next);
    }
    [[nodiscard]] std::size_t place_of(std::uint32_t person, kinship as) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = (person * std::uint64_t{0x9E3779B97F4A7C15} >> 20 ^
                          static_cast<std::size_t>(as) * 0x85EBCA6B) &
                         mask;
        while (slots_[at].round == round_ && !(visits_[slots_[at].visit].person == person &&
                                               visits_[slots_[at].visit].as == as))
            at = (at + 1) & mask;
        return at;
    }
    [[nodiscard]] std::uint32_t find(std::uint32_t person, kinship as) const {
        const slot& s = slots_[place_of(person, as)];
        return s.round == round_ ? s.visit : no_record;
    }
    void grow() {
        std::vector<slot> old(slots_.size() * 2, slot{0, 0});
        std::swap(old, slots_);
        for (const slot& s : old)
            if (s.round == round_)
                slots_[place_of(visits_[s.visit].person, visits_[s.visit].as)] = s;
    }

    const kin_network& kin_;
    std::vector<visit> visits_;
    std::vector<slot> slots_;
    std::uint32_t round_ = 0, from_ = no_record;
    std::size_t used_ = 0;
};

}  // namespace xuanren
