// benchmarks/w1/row_loop.hpp
#pragma once

#include "cases.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace w1 {

/// Violations by rule, R1 first.
using counts = std::array<std::uint64_t, rule_count>;

inline constexpr std::int32_t retirement_years[] = {60, 50, 52, 55, 55, 58, 58, 60, 63, 63};
inline constexpr std::int32_t bar_months[] = {0, 6, 12, 18, 24, 60};

[[nodiscard]] constexpr std::int32_t plus_months(std::int32_t date, std::int32_t months) { return date + (months << 5); }
[[nodiscard]] constexpr std::int32_t plus_years(std::int32_t date, std::int32_t years) { return plus_months(date, 12 * years); }

/// The twelve rules as anybody would write them first: a row at a time, an `if` each. It counts, and
/// writes nothing of a row.
[[nodiscard]] inline counts count_by_rows(const std::vector<appointment_case>& cases) {
    counts n{};
    for (const appointment_case& c : cases) {
        const bool leads_county = c.target_level >= 3;
        if (leads_county && (plus_years(c.work_started, 5) > c.as_of || c.grassroots_years < 2)) ++n[0];
        if (leads_county && c.lower_posts < 2) ++n[1];
        const bool is_next = c.target_level == c.level + 1;
        if (c.level % 2 == 1 && is_next && plus_years(c.level_since, 2) > c.as_of) ++n[2];
        if (c.level % 2 == 0 && c.level >= 2 && is_next && plus_years(c.level_since, 3) > c.as_of) ++n[3];
        if (c.education < 3 || (c.target_level >= 5 && c.education < 4)) ++n[4];
        if (c.target_level > c.level + 1) ++n[5];
        if (c.probation_ends > c.as_of) ++n[6];
        if (c.assessments[2] >= 2) ++n[7];
        if (c.sanction_kind != 0 && plus_months(c.sanctioned_on, bar_months[c.sanction_kind]) > c.as_of) ++n[8];
        if (plus_years(c.born, retirement_years[c.target_level]) <= c.as_of) ++n[9];
        if (c.training_hours < (leads_county ? 550 : 350)) ++n[10];
        if (c.party_post != 0 && (c.party_joined == 0 || plus_years(c.party_joined, 3) > c.as_of)) ++n[11];
    }
    return n;
}

[[nodiscard]] inline std::uint64_t total(const counts& n) {
    std::uint64_t sum = 0;
    for (const std::uint64_t one : n) sum += one;
    return sum;
}

}  // namespace w1
