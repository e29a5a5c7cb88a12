// include/xuanren/relations/kin_pairs.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_sieve.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

/// Two cadres who are, or may be, near kin on a day, seen from both sides 一对近亲属.
struct kin_pair {
    std::uint32_t first = no_record, second = no_record;  ///< by place in the dossier, first lower
    kinship_set second_is;  ///< what the second is to the first
    kinship_set first_is;   ///< what the first is to the second; some in-laws have a name one way only
    bool is_settled = true;
    standing stands = standing::yes;

    friend bool operator==(const kin_pair&, const kin_pair&) = default;
};

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

[[nodiscard]] inline kinship_set inverse_of(kinship_set of) {
    kinship_set out;
    of.each([&out](kinship k) { out.add(inverse(k)); });
    return out;
}

/// Whether a pair is worth telling where nobody declares it: near kin, the direct line, a marriage
/// that is over. Kin further off are found by the way, here and not there, and are left out.
[[nodiscard]] inline bool is_told_undeclared(kinship_set readings) {
    bool out = false;
    readings.each([&out](kinship k) {
        out = out || !is_far(k) || k == kinship::former_spouse ||
              k == kinship::further_ascendant || k == kinship::further_descendant;
    });
    return out;
}

[[nodiscard]] inline bool is_declared(const kin_graph& kin, std::uint32_t a, std::uint32_t b) {
    const auto names = [&kin](std::uint32_t by, std::uint32_t about) {
        const auto list = kin.declared_by(by);
        return std::any_of(list.begin(), list.end(), [about](const kin_declaration& d) {
            return d.person == about;
        });
    };
    return names(a, b) || names(b, a);
}

}  // namespace detail

/// Every pair of near kin, direct line or former spouses among the cadres of some group on those
/// days, and every declared pair, of whom `meets(a, b)` holds; in the order of persons.
///
/// `meets` says, the same for either order, whether a pair is one that is asked about; cadres of no
/// common group may be met by the way. Paths are walked for those whom the sieve names, and built
/// for nobody.  Complexity: linear in the groups, and the near kin of those named.
template <class Meets>
[[nodiscard]] std::vector<kin_pair> near_kin_in(const kin_graph& kin, const kin_sieve& sieve,
                                                const kin_groups& groups, const day_span& days,
                                                Meets meets) {
    std::vector<std::uint32_t> named;
    kin_sieve::search ask(sieve);
    for (std::size_t i = 0; i < groups.size(); ++i) ask.within(groups[i], named);
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    struct half {
        std::uint32_t first, second;
        bool is_turned;  ///< seen from the second's side
        kin_relation relation;
    };
    std::vector<half> halves;
    kin_graph::walk room(kin);
    for (const std::uint32_t c : named) {
        if (kin.has_died(c, days) == standing::yes) continue;
        const auto asked = [&](std::uint32_t person) { return meets(c, person); };
        for (const kin_relation& r : kin.kin_of(c, days, room, asked))
            if (r.stands != standing::no)
                halves.push_back({std::min(c, r.person), std::max(c, r.person), c > r.person, r});
    }
    std::stable_sort(halves.begin(), halves.end(), [](const half& a, const half& b) {
        return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    });
    std::vector<kin_pair> out;
    for (std::size_t i = 0; i < halves.size();) {
        kin_pair pair{halves[i].first, halves[i].second, {}, {}, false, standing::no};
        for (; i < halves.size() && halves[i].first == pair.first &&
               halves[i].second == pair.second;
             ++i) {
            const kin_relation& r = halves[i].relation;
            (halves[i].is_turned ? pair.first_is : pair.second_is).add(r.readings);
            pair.stands = either(pair.stands, r.stands);
            pair.is_settled = pair.is_settled || r.is_settled;
        }
        if (!detail::is_told_undeclared(pair.first_is) &&
            !detail::is_told_undeclared(pair.second_is) &&
            !detail::is_declared(kin, pair.first, pair.second))
            continue;
        if (pair.first_is.is_empty()) pair.first_is = detail::inverse_of(pair.second_is);
        if (pair.second_is.is_empty()) pair.second_is = detail::inverse_of(pair.first_is);
        out.push_back(pair);
    }
    return out;
}

}  // namespace xuanren
