// include/xuanren/relations/kin_sieve.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// Tells who of a group may be near kin of another of it, before any path is walked 亲属关系初筛.
///
/// Persons joined by marriage or by a common child are one household, whatever the days; a person
/// comes from the household of his parents, which his siblings share. Near kin have a household in
/// common among the few that lie next above each. Everybody whom kin_graph::kin_of() names as near,
/// lineal or former kin of another of the group is told, and everybody of whom a declaration speaks
/// that no path follows; who is told may still turn out to be no kin.
/// Complexity: n log n to make, linear in the group to ask; the graph must outlive it.
class kin_sieve {
    /// How a household stands to a person.
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
        std::uint8_t as;
    };

public:
    explicit kin_sieve(const kin_graph& kin) {
        gather(kin);
        mark_loose(kin);
    }

    /// One question after another, with room that later ones use again.
    class search {
    public:
        explicit search(const kin_sieve& of) : of_(of) {}

        /// Adds to `out` those of the group who may have near kin in it; none twice a call.
        void within(std::span<const std::uint32_t> persons, std::vector<std::uint32_t>& out) {
            if (persons.size() < 2) return;
            keys_.clear();
            ends_.clear();
            for (const std::uint32_t p : persons) {
                const std::size_t before = keys_.size();
                of_.keys_of(p, keys_);
                ends_.push_back(keys_.size());
                if (keys_.size() - before <= most_keys) continue;
                // Households that run together beyond measure tell nothing.
                out.insert(out.end(), persons.begin(), persons.end());
                return;
            }
            begin();
            std::size_t k = 0;
            for (std::size_t i = 0; i < persons.size(); ++i)
                for (; k < ends_[i]; ++k) enter(keys_[k], persons[i]);
            k = 0;
            for (std::size_t i = 0; i < persons.size(); ++i) {
                bool is_told = of_.is_loose_[persons[i]];
                for (; k < ends_[i]; ++k) is_told = is_told || meets(keys_[k], persons[i]);
                if (is_told) out.push_back(persons[i]);
            }
        }

        /// Whether two persons may be near kin.
        [[nodiscard]] bool may_be_kin(std::uint32_t a, std::uint32_t b) {
            const std::array<std::uint32_t, 2> both{a, b};
            told_.clear();
            within(both, told_);
            return !told_.empty();
        }

    private:
        struct slot {
            std::uint32_t round = 0, household = 0, first = 0;
            std::uint8_t of_first = 0, of_others = 0;
        };

        void begin() {
            std::size_t room = slots_.empty() ? 64 : slots_.size();
            while (room < 2 * keys_.size()) room *= 2;
            if (room != slots_.size() || ++round_ == 0) {
                slots_.assign(room, {});
                round_ = 1;
            }
        }
        [[nodiscard]] slot& at(std::uint32_t household) {
            const std::size_t mask = slots_.size() - 1;
            std::size_t i = (household * std::uint64_t{0x9E3779B97F4A7C15} >> 32) & mask;
            while (slots_[i].round == round_ && slots_[i].household != household)
                i = (i + 1) & mask;
            return slots_[i];
        }
        void enter(const key& k, std::uint32_t person) {
            slot& s = at(k.household);
            if (s.round != round_)
                s = {round_, k.household, person, k.as, 0};
            else if (s.first == person)
                s.of_first = static_cast<std::uint8_t>(s.of_first | k.as);
            else
                s.of_others = static_cast<std::uint8_t>(s.of_others | k.as);
        }
        [[nodiscard]] bool meets(const key& k, std::uint32_t person) {
            const slot& s = at(k.household);
            const unsigned other = s.first == person ? s.of_others : s.of_first | s.of_others;
            return (other & meeting(k.as)) != 0;
        }

        static constexpr std::size_t most_keys = 1024;
        const kin_sieve& of_;
        std::vector<key> keys_;
        std::vector<std::size_t> ends_;
        std::vector<slot> slots_;
        std::vector<std::uint32_t> told_;
        std::uint32_t round_ = 0;
    };

private:
    /// In which places of another person a household makes the two near kin.
    [[nodiscard]] static constexpr unsigned meeting(std::uint8_t as) noexcept {
        switch (as) {
            case own: return own | parents | spouses_parents | grandparents | further_up;
            case parents:
                return own | parents | spouses_parents | grandparents | spouses_grandparents;
            case spouses_parents: return own | parents | spouses_parents | grandparents;
            case grandparents:
                return own | parents | spouses_parents | grandparents | spouses_grandparents;
            case spouses_grandparents: return parents | grandparents;
            case further_up: return own;
            default: return childs;
        }
    }

    void keys_of(std::uint32_t person, std::vector<key>& out) const {
        const std::uint32_t home = home_[person], origin = origin_[person];
        out.push_back({home, own});
        for (const std::uint32_t up : above(home)) {
            const bool is_own = up == origin;
            out.push_back({up, is_own ? parents : spouses_parents});
            for (const std::uint32_t further : above(up)) {
                out.push_back({further, is_own ? grandparents : spouses_grandparents});
                if (!is_own) continue;
                for (const std::uint32_t last : above(further)) out.push_back({last, further_up});
            }
        }
        for (const std::uint32_t child : below(home)) out.push_back({child, childs});
    }

    /// Households by number, a row each of those next to it.
    struct rows {
        std::vector<std::uint32_t> first, of;

        /// Requires: pairs sorted.
        rows() = default;
        rows(std::size_t households,
             std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs)
            : first(households + 1, 0) {
            of.reserve(pairs.size());
            for (const auto& [from, to] : pairs) {
                ++first[from + 1];
                of.push_back(to);
            }
            std::partial_sum(first.begin(), first.end(), first.begin());
        }
        [[nodiscard]] std::span<const std::uint32_t> at(std::uint32_t i) const {
            return std::span(of).subspan(first[i], first[i + 1] - first[i]);
        }
    };
    [[nodiscard]] std::span<const std::uint32_t> above(std::uint32_t household) const {
        return up_.at(household);
    }
    [[nodiscard]] std::span<const std::uint32_t> below(std::uint32_t household) const {
        return down_.at(household);
    }

    void gather(const kin_graph& kin) {
        const std::uint32_t n = static_cast<std::uint32_t>(kin.persons());
        // A person stands twice: with those he lives with, and with those whose parents are his.
        std::vector<std::uint32_t> link(2 * std::size_t{n});
        std::iota(link.begin(), link.end(), 0u);
        const auto find = [&link](std::uint32_t i) {
            while (link[i] != i) i = link[i] = link[link[i]];
            return i;
        };
        const auto unite = [&](std::uint32_t a, std::uint32_t b) {
            a = find(a);
            b = find(b);
            link[std::max(a, b)] = std::min(a, b);
        };
        std::vector<bool> has_origin(n, false);
        kin.each_link([&](std::uint32_t from, std::uint32_t to, const kin_link& l) {
            if (l.step == kin_step::child) return;
            has_origin[from] = has_origin[from] || l.step != kin_step::spouse;
            unite(l.step == kin_step::spouse ? from : n + from,
                  l.step == kin_step::sibling ? n + to : to);
        });
        std::vector<std::uint32_t> number(2 * std::size_t{n}, no_record);
        std::uint32_t households = 0;
        const auto household_of = [&](std::uint32_t i) {
            std::uint32_t& of = number[find(i)];
            if (of == no_record) of = households++;
            return of;
        };
        home_.resize(n);
        origin_.assign(n, no_record);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        pairs.reserve(n);
        for (std::uint32_t i = 0; i < n; ++i) {
            home_[i] = household_of(i);
            if (!has_origin[i]) continue;
            origin_[i] = household_of(n + i);
            pairs.emplace_back(home_[i], origin_[i]);
        }
        const auto sort = [&pairs] {
            std::sort(pairs.begin(), pairs.end());
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        };
        sort();
        up_ = rows(households, pairs);
        pairs.clear();
        for (std::uint32_t h = 0; h < households; ++h)
            if (above(h).size() > 1)
                for (const std::uint32_t up : above(h)) pairs.emplace_back(up, h);
        sort();
        down_ = rows(households, pairs);
    }

    void mark_loose(const kin_graph& kin) {
        is_loose_.assign(kin.persons(), false);
        for (const kin_declaration& d : kin.declarations()) {
            if (d.person == no_record) continue;
            bool has_far = d.is_loose;
            d.readings.each(
                [&](kinship k) { has_far = has_far || is_far(k) || is_far(inverse(k)); });
            if (has_far) is_loose_[d.cadre] = is_loose_[d.person] = true;
        }
    }

    std::vector<std::uint32_t> home_, origin_;  ///< household, by person
    rows up_, down_;
    std::vector<bool> is_loose_;
};

}  // namespace xuanren
