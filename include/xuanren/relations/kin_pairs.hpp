// include/xuanren/relations/kin_pairs.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_pair.hpp>
#include <xuanren/relations/kin_sieve.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace xuanren {

/// Groups of cadres among whom kin are looked for: the people of an organ, a post's holder and
/// those who report to him. A cadre may be in several.
class kin_groups {
public:
    /// Who stands twice in a group counts once.
    void add(std::span<const std::uint32_t> cadres) {
        if (cadres.size() < 2) return;
        members_.insert(members_.end(), cadres.begin(), cadres.end());
        ends_.push_back(members_.size());
    }
    [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t i) const {
        const std::size_t first = i == 0 ? 0 : ends_[i - 1];
        return std::span(members_).subspan(first, ends_[i] - first);
    }

private:
    std::vector<std::uint32_t> members_;
    std::vector<std::size_t> ends_;
};

namespace detail {

[[nodiscard]] inline bool is_declared(const kin_graph& kin, std::uint32_t a, std::uint32_t b) {
    const auto names = [&kin](std::uint32_t by, std::uint32_t about) {
        const auto list = kin.declared_by(by);
        return std::any_of(list.begin(), list.end(), [about](const kin_declaration& d) {
            return d.person == about;
        });
    };
    return names(a, b) || names(b, a);
}

/// What a cadre's kin is to him, as a pair of which the other side is not yet seen.
[[nodiscard]] inline kin_pair pair_of(std::uint32_t cadre, const kin_relation& r) {
    kin_pair out{std::min(cadre, r.person), std::max(cadre, r.person), {}, {}, r.is_settled, r.stands};
    (cadre > r.person ? out.first_is : out.second_is) = r.readings;
    return out;
}

}  // namespace detail

/// Looks for near kin among cadres, one question after another, with room that later ones use again
/// 亲属关系查找. Graph and sieve must outlive it.
class kin_search {
public:
    kin_search(const kin_graph& kin, const kin_sieve& sieve) : kin_(kin), ask_(sieve), room_(kin) {}

    /// Every pair of near kin, direct line or former spouses among the cadres of some group on those
    /// days, and every declared pair, of whom `meets(a, b)` holds; in the order of persons.
    ///
    /// `meets` says, the same for either order, whether a pair is one that is asked about; cadres of
    /// no common group may be met by the way. Paths are walked for those alone whom the sieve cannot
    /// settle, and built for nobody.  Complexity: n log n in the groups, and the near kin of those
    /// walked.
    template <class Meets>
    [[nodiscard]] std::vector<kin_pair> in(const kin_groups& groups, const day_span& days,
                                           Meets meets) {
        begin();
        for (std::size_t i = 0; i < groups.size(); ++i) ask_.within(groups[i], seen_, walked_);
        std::erase_if(seen_, [&meets](const kin_pair& p) { return !meets(p.first, p.second); });
        return walk_and_join(days, meets);
    }

    /// The same of one pair; none where they are not such kin.
    /// Requires: a != b.
    [[nodiscard]] std::optional<kin_pair> between(std::uint32_t a, std::uint32_t b,
                                                  const day_span& days) {
        begin();
        ask_.within(std::array{a, b}, seen_, walked_);
        if (seen_.empty() && walked_.empty()) return std::nullopt;
        const auto pairs = walk_and_join(days, [a, b](std::uint32_t c, std::uint32_t d) {
            return (c == a && d == b) || (c == b && d == a);
        });
        if (pairs.empty()) return std::nullopt;
        return pairs.front();
    }

private:
    void begin() {
        seen_.clear();
        walked_.clear();
    }

    template <class Meets>
    [[nodiscard]] std::vector<kin_pair> walk_and_join(const day_span& days, Meets meets) {
        std::sort(walked_.begin(), walked_.end());
        walked_.erase(std::unique(walked_.begin(), walked_.end()), walked_.end());
        for (const std::uint32_t c : walked_) {
            if (kin_.has_died(c, days) == standing::yes) continue;
            const auto asked = [&](std::uint32_t person) { return meets(c, person); };
            for (const kin_relation& r : kin_.kin_of(c, days, room_, asked))
                if (r.stands != standing::no) seen_.push_back(detail::pair_of(c, r));
        }
        std::sort(seen_.begin(), seen_.end(), [](const kin_pair& a, const kin_pair& b) {
            return std::tie(a.first, a.second) < std::tie(b.first, b.second);
        });
        std::vector<kin_pair> out;
        for (std::size_t i = 0; i < seen_.size();) {
            kin_pair pair = seen_[i];
            for (++i; i < seen_.size() && seen_[i].first == pair.first &&
                   seen_[i].second == pair.second;
                 ++i) {
                pair.first_is.add(seen_[i].first_is);
                pair.second_is.add(seen_[i].second_is);
                pair.stands = either(pair.stands, seen_[i].stands);
                pair.is_settled = pair.is_settled || seen_[i].is_settled;
            }
            if (!has_own_name(pair.first_is) && !has_own_name(pair.second_is) &&
                !detail::is_declared(kin_, pair.first, pair.second))
                continue;
            see_from_both_sides(pair);
            out.push_back(pair);
        }
        return out;
    }

    const kin_graph& kin_;
    kin_sieve::search ask_;
    kin_graph::walk room_;
    std::vector<kin_pair> seen_;          ///< a pair once a kinship and side
    std::vector<std::uint32_t> walked_;   ///< those whom the sieve cannot settle
};

}  // namespace xuanren
