// include/xuanren/relations/kin_pair.hpp
#pragma once

#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/kinship.hpp>

#include <cstdint>

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

/// What the first person may be to the second, where the second may be any of those to the first.
[[nodiscard]] inline kinship_set inverse_of(kinship_set of) {
    kinship_set out;
    of.each([&out](kinship k) { out.add(inverse(k)); });
    return out;
}

/// Fills in the side of a pair that has no name for the other; the relation has one from here alone.
inline void see_from_both_sides(kin_pair& pair) {
    const auto fill = [](kinship_set& side, kinship_set other) {
        if (side.is_empty() || (!has_own_name(side) && has_own_name(other)))
            side = inverse_of(other);
    };
    fill(pair.first_is, pair.second_is);
    fill(pair.second_is, pair.first_is);
}

}  // namespace xuanren
