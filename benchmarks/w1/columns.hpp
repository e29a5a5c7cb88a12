// benchmarks/w1/columns.hpp
#pragma once

#include "cases.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace w1 {

/// 64 rows a word, row 0 lowest.
using bitmap = std::vector<std::uint64_t>;

[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) { return (rows + 63) / 64; }

/// What each column tells; the position of its validity in `columns::valid`.
enum class column : std::size_t {
    as_of, born, work_started, party_joined, level_since, probation_ends, sanctioned_on,
    has_party_joined, has_probation_ends, has_sanctioned_on, party_post,
    target_level, level, education, last_assessment, sanction_kind, lower_posts, grassroots_years, training_hours,
};
inline constexpr std::size_t column_count = 19;

/// The cases as columns: 38 bytes a case, filled up with zeros to whole words of 64 rows.
struct columns {
    std::size_t rows = 0;
    std::vector<std::int32_t> as_of, born, work_started, party_joined, level_since, probation_ends, sanctioned_on;
    bitmap has_party_joined, has_probation_ends, has_sanctioned_on, party_post;
    std::vector<std::int8_t> target_level, level, education, last_assessment, sanction_kind, lower_posts, grassroots_years;
    std::vector<std::int16_t> training_hours;
    std::array<bitmap, column_count> valid;  ///< empty where every value is known

    [[nodiscard]] const std::uint64_t* valid_of(column c) const {
        const bitmap& held = valid[static_cast<std::size_t>(c)];
        return held.empty() ? nullptr : held.data();
    }
};

[[nodiscard]] inline columns columns_of(const std::vector<appointment_case>& cases) {
    columns out;
    out.rows = cases.size();
    const std::size_t words = words_for(cases.size());
    for (auto* dates : {&out.as_of, &out.born, &out.work_started, &out.party_joined, &out.level_since, &out.probation_ends, &out.sanctioned_on})
        dates->resize(words * 64);
    for (auto* bits : {&out.has_party_joined, &out.has_probation_ends, &out.has_sanctioned_on, &out.party_post}) bits->resize(words);
    for (auto* codes : {&out.target_level, &out.level, &out.education, &out.last_assessment, &out.sanction_kind, &out.lower_posts, &out.grassroots_years})
        codes->resize(words * 64);
    out.training_hours.resize(words * 64);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const appointment_case& c = cases[i];
        const auto code = [](std::int32_t n) { return static_cast<std::int8_t>(n); };
        const auto mark = [i](bitmap& bits, bool is_so) { bits[i / 64] |= std::uint64_t{is_so} << (i % 64); };
        out.as_of[i] = c.as_of;
        out.born[i] = c.born;
        out.work_started[i] = c.work_started;
        out.party_joined[i] = c.party_joined;
        out.level_since[i] = c.level_since;
        out.probation_ends[i] = c.probation_ends;
        out.sanctioned_on[i] = c.sanctioned_on;
        mark(out.has_party_joined, c.party_joined != 0);
        mark(out.has_probation_ends, c.probation_ends != 0);
        mark(out.has_sanctioned_on, c.sanction_kind != 0);
        mark(out.party_post, c.party_post != 0);
        out.target_level[i] = code(c.target_level);
        out.level[i] = code(c.level);
        out.education[i] = code(c.education);
        out.last_assessment[i] = code(c.assessments[2]);
        out.sanction_kind[i] = code(c.sanction_kind);
        out.lower_posts[i] = code(c.lower_posts);
        out.grassroots_years[i] = code(c.grassroots_years);
        out.training_hours[i] = static_cast<std::int16_t>(c.training_hours);
    }
    // What a case does not have is no date.
    const auto only_where = [&](column k, const bitmap& has) { out.valid[static_cast<std::size_t>(k)] = has; };
    only_where(column::party_joined, out.has_party_joined);
    only_where(column::probation_ends, out.has_probation_ends);
    only_where(column::sanctioned_on, out.has_sanctioned_on);
    return out;
}

/// W1U: one value in twenty of every column unknown.
inline void forget_one_in_twenty(columns& c) {
    splitmix64 r(20240602);
    for (bitmap& bits : c.valid) {
        if (bits.empty()) bits.assign(words_for(c.rows), ~std::uint64_t{0});
        for (std::size_t i = 0; i < c.rows; ++i)
            bits[i / 64] &= ~(std::uint64_t{r.between(1, 20) == 1} << (i % 64));
    }
}

/// The answers of the rules, R1 first: one bit a row each.
struct answers {
    std::array<bitmap, rule_count> violated;
    std::array<bitmap, rule_count> undetermined;  ///< only where values may be unknown

    explicit answers(std::size_t rows) {
        for (std::size_t r = 0; r < rule_count; ++r) {
            violated[r].resize(words_for(rows));
            undetermined[r].resize(words_for(rows));
        }
    }
};

/// By hand, over columns, with explicit vectors chosen for the machine when it runs; violations alone
/// where every value is known, Kleene's three values where some are not.
void judge_by_vectors(const columns& c, answers& out);
void judge_by_vectors_with_unknowns(const columns& c, answers& out);
/// By hand, over columns, as a plain loop for the compiler: a word of twelve bits a row.
void judge_by_plain_loop(const columns& c, std::vector<std::uint16_t>& violated);
/// The instructions that `judge_by_vectors` takes.
const char* vector_instructions();

}  // namespace w1
