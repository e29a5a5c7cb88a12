// benchmarks/w1/cases.hpp
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Workload W1: appointment cases drawn from a fixed seed, and twelve rules on them.
namespace w1 {

inline constexpr std::size_t rule_count = 12;

/// A case as a program with records of its own would hold it. Dates are packed,
/// (year * 12 + month - 1) << 5 | day; 0 stands for none, as it does for the sanction's kind.
struct appointment_case {
    std::int32_t as_of;
    std::int32_t born;
    std::int32_t work_started;
    std::int32_t party_joined;
    std::int32_t target_level;
    std::int32_t level;
    std::int32_t level_since;
    std::int32_t post_since;
    std::int32_t previous_level;
    std::int32_t previous_level_since;
    std::int32_t probation_ends;
    std::int32_t education;
    std::int32_t assessments[3];
    std::int32_t sanction_kind;
    std::int32_t sanctioned_on;
    std::int32_t lower_posts;
    std::int32_t party_post;
    std::int32_t grassroots_years;
    std::int32_t training_hours;
};

/// Sebastiano Vigna's splitmix64.
class splitmix64 {
public:
    explicit constexpr splitmix64(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// From a to b, both included.
    constexpr std::int32_t between(std::int32_t a, std::int32_t b) {
        return a + static_cast<std::int32_t>(next() % static_cast<std::uint64_t>(b - a + 1));
    }
    constexpr bool chance(std::int32_t percent) { return between(0, 99) < percent; }

private:
    std::uint64_t state_;
};

[[nodiscard]] inline appointment_case draw_case(splitmix64& r) {
    // What a date's months hang on is drawn before its day.
    const auto dated = [&r](std::int32_t months) { return (months << 5) | r.between(1, 27); };
    appointment_case c{};
    const std::int32_t as_of = r.between(2020 * 12, 2025 * 12 + 11);
    c.as_of = dated(as_of);
    const std::int32_t age = r.between(288, 732);
    const std::int32_t born = as_of - age;
    c.born = dated(born);
    c.work_started = dated(born + std::min(r.between(240, 324), age - 6));
    if (r.chance(88)) c.party_joined = dated(born + std::min(r.between(240, 540), age - 1));
    c.target_level = r.chance(80) ? r.between(1, 5) : r.between(6, 9);
    const std::int32_t q = r.between(0, 99);
    c.level = q < 93 ? c.target_level - 1 : q < 98 ? std::max(0, c.target_level - 2) : c.target_level;
    const std::int32_t at_level = r.between(4, 90);
    c.level_since = dated(as_of - at_level);
    c.post_since = dated(as_of - r.between(1, at_level));
    c.previous_level = std::max(0, c.level - 1);
    c.previous_level_since = dated(as_of - at_level - r.between(24, 80));
    if (r.chance(25)) c.probation_ends = dated(as_of - at_level + 12);
    const std::int32_t e = r.between(0, 99);
    c.education = e < 3 ? r.between(0, 2) : e < 25 ? 3 : e < 80 ? 4 : 5;
    for (std::int32_t& a : c.assessments) {
        const std::int32_t p = r.between(0, 99);
        a = p < 20 ? 0 : p < 93 ? 1 : p < 98 ? 2 : 3;
    }
    if (r.chance(6)) {
        c.sanction_kind = r.between(1, 5);
        c.sanctioned_on = dated(as_of - r.between(0, 70));
    }
    const std::int32_t once = r.between(1, 5);
    c.lower_posts = std::min(once, r.between(1, 6));
    c.party_post = r.chance(35);
    c.grassroots_years = r.between(0, 12);
    c.training_hours = r.between(330, 1100);
    return c;
}

[[nodiscard]] inline std::vector<appointment_case> draw_cases(std::size_t count) {
    splitmix64 r(20240601);
    std::vector<appointment_case> out(count);
    for (appointment_case& c : out) c = draw_case(r);
    return out;
}

}  // namespace w1
