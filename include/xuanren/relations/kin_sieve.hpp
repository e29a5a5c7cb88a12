// include/xuanren/relations/kin_sieve.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_households.hpp>
#include <xuanren/relations/kin_pair.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// Tells who of a group is near kin of another of it, as far as their households tell 亲属关系初筛.
///
/// Where all households next to two persons are plain, these say what the two are to one another, and
/// no path is walked. Of the others it tells who may have near kin in the group: everybody whom
/// kin_graph::kin_of() names as near, lineal or former kin of another of the group, and everybody of
/// whom a declaration speaks that no path follows; who is told may still turn out to be no kin.
/// Complexity: n log n to make, linear in the group to ask; the graph must outlive it.
class kin_sieve {
    using place = kin_households::place;
    using key = kin_households::key;

public:
    explicit kin_sieve(const kin_graph& kin) : households_(kin) { mark_loose(kin); }

    /// One question after another, with room that later ones use again.
    class search {
    public:
        explicit search(const kin_sieve& of) : of_(of) {}

        /// Adds to `pairs` the near kin of the group whom their households settle, a pair once a
        /// household, and to `told` those others who may have near kin in it, none twice a call.
        void within(std::span<const std::uint32_t> persons, std::vector<kin_pair>& pairs,
                    std::vector<std::uint32_t>& told) {
            if (persons.size() < 2) return;
            keys_.clear();
            members_.clear();
            bool is_plain = true;
            for (const std::uint32_t p : persons) {
                const std::size_t before = keys_.size();
                const bool is_own_plain = of_.households_.keys_of(p, keys_) && !of_.is_loose_[p];
                is_plain = is_plain && is_own_plain;
                members_.push_back({p, static_cast<std::uint32_t>(keys_.size()), is_own_plain});
                if (keys_.size() - before <= most_keys) continue;
                // Households that run together beyond measure tell nothing.
                told.insert(told.end(), persons.begin(), persons.end());
                return;
            }
            begin();
            std::uint32_t k = 0;
            for (std::uint32_t m = 0; m < members_.size(); ++m)
                for (; k < members_[m].keys_end; ++k) enter(k, m, pairs);
            if (!is_plain) tell(told);
        }

        /// Whether two persons may be near kin.
        [[nodiscard]] bool may_be_kin(std::uint32_t a, std::uint32_t b) {
            const std::array<std::uint32_t, 2> both{a, b};
            told_.clear();
            pairs_.clear();
            within(both, pairs_, told_);
            return !told_.empty() || !pairs_.empty();
        }

    private:
        static constexpr std::uint32_t none = no_record;
        struct member {
            std::uint32_t person;
            std::uint32_t keys_end;  ///< into keys_; they begin where those of the one before end
            bool is_plain;
        };
        /// A household, and the places that it has for the group.
        struct slot {
            std::uint32_t round = 0, household = 0;
            std::uint32_t first = 0;  ///< the member who came first
            std::uint8_t of_first = 0, of_others = 0, of_open = 0;
            std::uint32_t latest = none;  ///< into entries_
        };
        /// A plain member's key, with the one entered before it for the same household.
        struct entry {
            std::uint32_t key, member, before;
        };

        void begin() {
            std::size_t room = slots_.empty() ? 64 : slots_.size();
            while (room < 2 * keys_.size()) room *= 2;
            if (room != slots_.size() || ++round_ == 0) {
                slots_.assign(room, {});
                round_ = 1;
            }
            entries_.clear();
        }
        [[nodiscard]] slot& at(std::uint32_t household) {
            const std::size_t mask = slots_.size() - 1;
            std::size_t i = (household * std::uint64_t{0x9E3779B97F4A7C15} >> 32) & mask;
            while (slots_[i].round == round_ && slots_[i].household != household)
                i = (i + 1) & mask;
            return slots_[i];
        }
        void enter(std::uint32_t k, std::uint32_t m, std::vector<kin_pair>& pairs) {
            const key& own = keys_[k];
            const auto with = [](std::uint8_t all, std::uint8_t one) {
                return static_cast<std::uint8_t>(all | one);
            };
            slot& s = at(own.household);
            if (s.round != round_)
                s = {round_, own.household, m, own.as, 0, 0, none};
            else if (s.first == m)
                s.of_first = with(s.of_first, own.as);
            else
                s.of_others = with(s.of_others, own.as);
            if (!members_[m].is_plain) {
                s.of_open = with(s.of_open, own.as);
                return;
            }
            for (std::uint32_t e = s.latest; e != none; e = entries_[e].before)
                if (entries_[e].member != m) meet(entries_[e], own, m, pairs);
            entries_.push_back({k, m, s.latest});
            s.latest = static_cast<std::uint32_t>(entries_.size() - 1);
        }
        /// Two plain members who have a household in common. Who come to it by the same one below
        /// have that in common, and this one by it.
        void meet(const entry& earlier, const key& own, std::uint32_t m,
                  std::vector<kin_pair>& pairs) const {
            const key& other = keys_[earlier.key];
            if (own.by == other.by && own.by != no_record) return;
            const kinship other_is = kinship_by(own.as, other.as);
            const kinship own_is = kinship_by(other.as, own.as);
            if (other_is == kinship::none && own_is == kinship::none) return;
            kin_pair pair{members_[m].person, members_[earlier.member].person, {}, {}};
            if (pair.first == pair.second) return;
            if (other_is != kinship::none) pair.second_is.add(other_is);
            if (own_is != kinship::none) pair.first_is.add(own_is);
            if (pair.first > pair.second) {
                std::swap(pair.first, pair.second);
                std::swap(pair.first_is, pair.second_is);
            }
            pairs.push_back(pair);
        }
        /// Those whom their households do not settle.
        void tell(std::vector<std::uint32_t>& told) {
            std::uint32_t k = 0;
            for (std::uint32_t m = 0; m < members_.size(); ++m) {
                bool is_told = of_.is_loose_[members_[m].person];
                for (; k < members_[m].keys_end; ++k) is_told = is_told || meets(keys_[k], m);
                if (is_told) told.push_back(members_[m].person);
            }
        }
        [[nodiscard]] bool meets(const key& k, std::uint32_t m) {
            const slot& s = at(k.household);
            const unsigned other = members_[m].is_plain ? s.of_open
                                   : s.first == m       ? s.of_others
                                                        : s.of_first | s.of_others;
            return (other & meeting(k.as)) != 0;
        }

        static constexpr std::size_t most_keys = 1024;
        const kin_sieve& of_;
        std::vector<key> keys_;
        std::vector<member> members_;
        std::vector<entry> entries_;
        std::vector<slot> slots_;
        std::vector<std::uint32_t> told_;
        std::vector<kin_pair> pairs_;
        std::uint32_t round_ = 0;
    };

private:
    static constexpr std::size_t places = 7;

    /// What the second is to the first, by the places of a plain household that they have in common;
    /// none where that is not near, nor of the direct line.
    static constexpr std::array<std::array<kinship, places>, places> kinships = [] {
        using enum kinship;
        // The first's place down, the second's across: own, parents', spouse's parents',
        // grandparents', spouse's grandparents', further up, child's.
        return std::array<std::array<kinship, places>, places>{{
            {spouse, child, childs_spouse, grandchild, none, further_descendant, none},
            {parent, sibling, siblings_spouse, siblings_child, siblings_childs_spouse, none, none},
            {spouses_parent, spouses_sibling, spouses_siblings_spouse, none, none, none, none},
            {grandparent, parents_sibling, parents_siblings_spouse, first_cousin,
             first_cousins_spouse, none, none},
            {none, none, none, none, none, none, none},
            {further_ascendant, none, none, none, none, none, none},
            {none, none, none, none, none, none, childs_spouses_parent},
        }};
    }();
    [[nodiscard]] static constexpr std::size_t number_of(place as) noexcept {
        return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(as)));
    }
    [[nodiscard]] static constexpr kinship kinship_by(place first, place second) noexcept {
        return kinships[number_of(first)][number_of(second)];
    }
    /// In which places of another person a household makes the two near kin.
    [[nodiscard]] static constexpr unsigned meeting(place as) noexcept {
        constexpr std::array<unsigned, places> all = [] {
            std::array<unsigned, places> out{};
            for (std::size_t i = 0; i < places; ++i)
                for (std::size_t k = 0; k < places; ++k)
                    if (kinships[i][k] != kinship::none || kinships[k][i] != kinship::none)
                        out[i] |= 1u << k;
            return out;
        }();
        return all[number_of(as)];
    }

    /// Marks whom a declaration speaks of that no path follows, or that may gainsay the paths: one
    /// that says more than a link of the network.
    void mark_loose(const kin_graph& kin) {
        using enum kinship;
        is_loose_.assign(kin.persons(), false);
        for (const kin_declaration& d : kin.declarations()) {
            if (d.person == no_record) continue;
            const bool is_one_link =
                !d.is_loose && (d.readings == kinship_set{parent} || d.readings == kinship_set{child} ||
                                d.readings == kinship_set{spouse});
            if (!is_one_link) is_loose_[d.cadre] = is_loose_[d.person] = true;
        }
    }

    kin_households households_;
    std::vector<bool> is_loose_;
};

}  // namespace xuanren
