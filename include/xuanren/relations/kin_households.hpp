// include/xuanren/relations/kin_households.hpp
#pragma once

#include <xuanren/relations/kin_network.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// The households of a kin network 家户, and how each stands to the persons next to it.
///
/// Persons joined by marriage or by a common child are one household, whatever the days; a person
/// comes from the household of his parents, which his siblings share. Near kin have a household in
/// common among the few that lie next above each. A household is plain where it is one person or a
/// couple whose marriage is without dates, both alive, with children of both; only there do
/// households alone say who is what to whom.
/// Complexity: n log n to make.
class kin_households {
public:
    /// How a household stands to a person; a bit each, so that several can be held in one number.
    enum place : std::uint8_t {
        own = 1,                    ///< he lives, or lived, in it
        parents = 2,                ///< his parents'
        spouses_parents = 4,        ///< his spouse's parents'
        grandparents = 8,
        spouses_grandparents = 16,
        further_up = 32,
        childs = 64,                ///< a child's, which has other parents too
    };
    struct key {
        std::uint32_t household;
        std::uint32_t by;  ///< the household next to it through which he stands so; none: his own
        place as;
    };

    explicit kin_households(const kin_network& kin) {
        unite(kin);
        find_plain(kin);
    }

    /// Adds the households of a person; true where all of them are plain.
    bool keys_of(std::uint32_t person, std::vector<key>& out) const {
        const home own_home = home_[person];
        const std::uint32_t at = own_home.number, origin = origin_[person];
        bool is_plain = own_home.is_plain;
        // A line that comes back to where it was tells nothing.
        out.push_back({at, no_record, own});
        for (const home up : up_.at(at)) {
            const bool is_own = up.number == origin;
            is_plain = is_plain && up.is_plain && up.number != at;
            out.push_back({up.number, at, is_own ? parents : spouses_parents});
            for (const home further : up_.at(up.number)) {
                is_plain = is_plain && further.is_plain && further.number != at &&
                           further.number != up.number;
                out.push_back({further.number, up.number,
                               is_own ? grandparents : spouses_grandparents});
                if (!is_own) continue;
                for (const home last : up_.at(further.number)) {
                    is_plain = is_plain && last.is_plain && last.number != at &&
                               last.number != up.number && last.number != further.number;
                    out.push_back({last.number, further.number, further_up});
                }
            }
        }
        for (const home child : down_.at(at)) {
            is_plain = is_plain && child.is_plain;
            out.push_back({child.number, at, childs});
        }
        return is_plain;
    }

private:
    struct home {
        std::uint32_t number : 31;
        std::uint32_t is_plain : 1;
    };

    /// Households by number, a row each of those next to it.
    struct rows {
        std::vector<std::uint32_t> first;
        std::vector<home> of;

        [[nodiscard]] std::span<const home> at(std::uint32_t i) const {
            return {of.data() + first[i], of.data() + first[i + 1]};
        }
        void fill(std::size_t households,
                  std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
            std::sort(pairs.begin(), pairs.end());
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
            first.assign(households + 1, 0);
            of.reserve(pairs.size());
            for (const auto& [from, to] : pairs) {
                ++first[from + 1];
                of.push_back({to & 0x7FFFFFFF, 0});
            }
            std::partial_sum(first.begin(), first.end(), first.begin());
        }
    };

    void unite(const kin_network& kin) {
        const std::uint32_t n = static_cast<std::uint32_t>(kin.persons());
        // A person stands twice: with those he lives with, and with those whose parents are his.
        std::vector<std::uint32_t> link(2 * std::size_t{n});
        std::iota(link.begin(), link.end(), 0u);
        const auto find = [&link](std::uint32_t i) {
            while (link[i] != i) i = link[i] = link[link[i]];
            return i;
        };
        const auto join = [&](std::uint32_t a, std::uint32_t b) {
            a = find(a);
            b = find(b);
            link[std::max(a, b)] = std::min(a, b);
        };
        std::vector<bool> has_origin(n, false);
        kin.each_link([&](std::uint32_t from, std::uint32_t to, const kin_link& l) {
            if (l.step == kin_step::child) return;
            has_origin[from] = has_origin[from] || l.step != kin_step::spouse;
            join(l.step == kin_step::spouse ? from : n + from,
                 l.step == kin_step::sibling ? n + to : to);
        });
        std::vector<std::uint32_t> number(2 * std::size_t{n}, no_record);
        const auto household_of = [&](std::uint32_t i) {
            std::uint32_t& of = number[find(i)];
            if (of == no_record) of = households_++;
            return of;
        };
        home_.resize(n);
        origin_.assign(n, no_record);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        pairs.reserve(n);
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t at = household_of(i);
            home_[i] = {at & 0x7FFFFFFF, 0};
            if (!has_origin[i]) continue;
            origin_[i] = household_of(n + i);
            pairs.emplace_back(at, origin_[i]);
        }
        up_.fill(households_, pairs);
        pairs.clear();
        for (std::uint32_t h = 0; h < households_; ++h)
            if (up_.at(h).size() > 1)
                for (const home up : up_.at(h))
                    pairs.emplace_back(std::uint32_t{up.number}, h);
        down_.fill(households_, pairs);
    }

    /// Which households are plain, written beside each number of one.
    void find_plain(const kin_network& kin) {
        struct account {
            std::uint8_t members = 0, origins = 0;
            bool is_married = false, is_open = false;
        };
        std::vector<account> of(households_);
        const auto one_more = [](std::uint8_t& count) {
            count = static_cast<std::uint8_t>(std::min(count + 1, 3));
        };
        const std::uint32_t n = static_cast<std::uint32_t>(home_.size());
        std::vector<std::uint8_t> parents_of(n, 0);
        for (std::uint32_t i = 0; i < n; ++i) {
            account& at = of[home_[i].number];
            one_more(at.members);
            if (origin_[i] != no_record) one_more(at.origins);
            if (kin.person(i).died) at.is_open = true;
        }
        std::uint32_t last_from = no_record, last_to = no_record;
        kin.each_link([&](std::uint32_t from, std::uint32_t to, const kin_link& l) {
            account& at = of[home_[from].number];
            // Two links between the same two say different things.
            const bool is_second = from == last_from && to == last_to;
            last_from = from;
            last_to = to;
            if (l.step == kin_step::parent) one_more(parents_of[from]);
            if (l.step == kin_step::spouse) at.is_married = true;
            const bool is_open = is_second || l.is_unsettled || l.is_by_law ||
                                 l.step == kin_step::sibling ||
                                 (l.step == kin_step::spouse && !l.is_lasting);
            if (!is_open) return;
            at.is_open = of[home_[to].number].is_open = true;
            if (origin_[from] != no_record) of[origin_[from]].is_open = true;
        });
        for (std::uint32_t i = 0; i < n; ++i)
            if (origin_[i] != no_record && parents_of[i] != of[origin_[i]].members)
                of[origin_[i]].is_open = true;
        // Where a couple comes from one household, both are more than one thing to one another, and
        // to those above.
        for (std::uint32_t h = 0; h < households_; ++h) {
            if (of[h].origins == up_.at(h).size()) continue;
            of[h].is_open = true;
            for (const home up : up_.at(h)) of[up.number].is_open = true;
        }
        const auto is_plain = [&](std::uint32_t h) {
            return !of[h].is_open && of[h].members == (of[h].is_married ? 2 : 1);
        };
        const auto mark = [&](home& h) { h.is_plain = is_plain(h.number); };
        std::for_each(home_.begin(), home_.end(), mark);
        std::for_each(up_.of.begin(), up_.of.end(), mark);
        std::for_each(down_.of.begin(), down_.of.end(), mark);
    }

    std::uint32_t households_ = 0;
    std::vector<home> home_;             ///< by person
    std::vector<std::uint32_t> origin_;  ///< by person; none where no parent or sibling is on file
    rows up_, down_;
};

}  // namespace xuanren
