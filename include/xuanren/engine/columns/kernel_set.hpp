// include/xuanren/engine/columns/kernel_set.hpp
#pragma once

#include <xuanren/engine/columns/program.hpp>

#include <cstddef>
#include <cstdint>

namespace xuanren::detail {

/// What the status of one rule is made of, for the rows of one block.
struct judged_rule {
    const row_bits* stands = nullptr;   ///< rows that it judges
    const row_bits* undated = nullptr;  ///< rows for which it stands, undetermined for want of a date
    const truth_bits* scope = nullptr;
    const truth_bits* requirement = nullptr;
    const truth_bits* band = nullptr;
    const truth_bits* excepted = nullptr;
    const truth_bits* loosening = nullptr;
    const row_bits* pending = nullptr;
    bool is_plain = false;              ///< no band, exception, pending step or duty; not loosened
    bool is_open = false;
    bool is_loosened = false;
    bool is_duty = false;
    bool has_met = false;
    const row_bits* due_known = nullptr;
    const row_bits* due_passed = nullptr;
    const row_bits* met_none = nullptr;
    const row_bits* met_to_come = nullptr;
    const truth_bits* in_time = nullptr;
    const row_bits* decided = nullptr;
};

/// The status of one rule for the rows of one block: the three bits of its number.
struct status_planes {
    row_bits bit[3];
};

/// Rows of one block by what the rules so far make of them.
struct outcome_planes {
    row_bits violation, incomplete, needs_approval, judgement, checked;
};

/// How a rule weighs on the whole, by its force.
enum class weight : std::uint8_t { must, report, report_void, ordinarily, advise };

/// The loops over one block 块内循环, for one set of instructions. Each handles block_rows values; what
/// stands in rows that are not known is computed like the rest and means nothing.
struct kernel_set {
    const char* name;  ///< of the instructions: AVX3, AVX2, portable
    void (*less_k)(lane_type, const void* a, std::int64_t k, row_bits& out);
    void (*equal_k)(lane_type, const void* a, std::int64_t k, row_bits& out);
    void (*one_of)(lane_type, const void* a, const std::int64_t* set, std::size_t count, row_bits& out);
    void (*less)(lane_type, const void* a, const void* b, row_bits& out);
    void (*equal)(lane_type, const void* a, const void* b, row_bits& out);
    /// to - from < k.
    void (*gap_less)(const std::int32_t* from, const std::int32_t* to, std::int32_t k, row_bits& out);
    /// The order of columns that arrive as bytes: false is 0.
    void (*is_set)(const std::uint8_t* a, row_bits& out);
    void (*widen)(lane_type from, const void* a, lane_type to, void* out);
    /// Returns whether out differs from a at all.
    bool (*month_end)(const std::int32_t* a, std::int32_t* out);
    void (*elapsed)(const std::int32_t* from, const std::int32_t* to, std::int32_t* out);
    void (*add_months)(const std::int32_t* a, const std::int32_t* by, std::int32_t k, std::int32_t* out);
    void (*add_days)(const std::int32_t* a, const std::int32_t* by, std::int32_t k, std::int32_t* out);
    void (*days_of_years)(const std::int32_t* years, std::int32_t day, std::int32_t* out);
    void (*packed_of_days)(const std::int32_t* a, std::int32_t* out);
    void (*days_of_packed)(const std::int32_t* a, std::int32_t* out);
    void (*add)(lane_type, const void* a, const void* b, void* out);
    void (*subtract)(lane_type, const void* a, const void* b, void* out);
    void (*multiply)(lane_type, const void* a, const void* b, void* out);
    void (*times)(const std::int64_t* a, std::int64_t k, std::int64_t* out);
    void (*divide_down)(const std::int64_t* a, std::int64_t k, std::int64_t* out);
    void (*fill)(lane_type, std::int64_t k, void* out);
    /// out is a where the bit is set, else b.
    void (*choose)(lane_type, const row_bits& test, const void* a, const void* b, void* out);
    /// out is the greater of the two.
    void (*greater)(lane_type, const void* a, const void* b, void* out);
    /// out[i] is answers[min(key, count - 1)].
    void (*look_up)(const std::int32_t* keys, const std::int32_t* answers, std::uint32_t count, std::int32_t* out);
    void (*part)(lane_op, const std::int32_t* a, std::int32_t* out);
    /// all = all & part (or its negation); returns whether a row of the mask is not yet decided as no.
    bool (*both)(truth_bits& all, const truth_bits& part, bool is_negated, const row_bits& mask);
    void (*settle)(const row_bits& sure, const row_bits& possible, const row_bits& one, const row_bits& other, truth_bits& out);
    void (*select)(const truth_bits& test, const truth_bits& yes, const truth_bits& no, bool picks, truth_bits& out);
    void (*judge)(const judged_rule& of, status_planes& out, std::uint64_t* counts);
    void (*weigh)(const status_planes& of, const judged_rule& rule, weight how, outcome_planes& into);
};

}  // namespace xuanren::detail
