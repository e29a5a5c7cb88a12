// include/xuanren/engine/columns/block_evaluator.hpp
#pragma once

#include <xuanren/engine/columns/block_lanes.hpp>
#include <xuanren/engine/columns/memory_ahead.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Evaluates a program block by block 逐块求值. What is asked for is computed once a block; what no
/// rule asks for in a block is not computed. One a thread.
class block_evaluator {
public:
    block_evaluator(const column_program& program, const working_day_table& days)
        : program_(&program), days_(&days), kernels_(&kernels()), lanes_(program.lanes.size()),
          truths_(program.truths.size()), lane_values_(program.lanes.size()), timelines_(program.timelines.size()) {
        truth_bits_ = std::make_unique_for_overwrite<truth_bits[]>(program.truths.size());
        for (std::uint64_t& w : every_.word) w = ~std::uint64_t{0};
        for (std::size_t t = 0; t < timelines_.size(); ++t)
            timelines_[t].chosen.resize(program.timelines[t].versions.size());
    }

    /// Turns to rows [from, from + count) of a table.
    void turn_to(const bound_table& table, std::size_t from, std::size_t count, bad_cell* bad) {
        table_ = &table;
        from_ = from;
        count_ = count;
        bad_ = bad;
        ++turn_;
        for (std::size_t w = 0; w < block_words; ++w) {
            const std::size_t here = count > w * 64 ? std::min<std::size_t>(64, count - w * 64) : 0;
            rows_.word[w] = here == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << here) - 1;
        }
    }
    [[nodiscard]] const row_bits& rows() const noexcept { return rows_; }
    [[nodiscard]] const row_bits& every() const noexcept { return every_; }
    [[nodiscard]] std::size_t first_row() const noexcept { return from_; }
    [[nodiscard]] std::size_t row_count() const noexcept { return count_; }
    [[nodiscard]] const kernel_set& loops() const noexcept { return *kernels_; }

    /// Asks for memory of the next block, if there is a whole one, while this one is worked on.
    void foresee(const void* at, std::size_t bytes) {
        if (from_ + 2 * block_rows <= table_->table->rows) ahead_.add(at, bytes);
    }

    /// The truth of a node in every row.
    const truth_bits& at(std::uint32_t node) {
        if (truths_[node] == turn_) return truth_bits_[node];
        ahead_.fetch_some();
        compute(program_->truths[node], truth_bits_[node]);
        truths_[node] = turn_;
        return truth_bits_[node];
    }
    /// Likewise, of a negation too; the answer is held in `scratch` or by the evaluator.
    const truth_bits& truth(truth_ref r, truth_bits& scratch) {
        const truth_bits& t = at(r / 2);
        if ((r & 1) == 0) return t;
        scratch.yes = t.no;
        scratch.no = t.yes;
        return scratch;
    }
    /// Likewise where the mask is set; elsewhere it may say anything but a wrong `no`.
    const truth_bits& truth_within(truth_ref r, const row_bits& mask, truth_bits& scratch) {
        const truth_node& n = program_->truths[r / 2];
        if (n.op != truth_op::all || n.uses > 1 || truths_[r / 2] == turn_) return truth(r, scratch);
        all_within(n, mask, scratch);
        if ((r & 1) != 0) std::swap(scratch.yes, scratch.no);
        return scratch;
    }
    /// Where a condition has no value: neither yes nor no, and nothing unknown to blame.
    void without_value(truth_ref r, row_bits& out) {
        truth_bits t;
        row_bits unknown;
        weigh_unknown(r, t, unknown);
        for (std::size_t w = 0; w < block_words; ++w)
            out.word[w] = ~t.yes.word[w] & ~t.no.word[w] & ~unknown.word[w];
    }
    /// A lane over this block.
    const lane_values& lane(lane_ref r) {
        if (lanes_[r].turn == turn_) return lane_values_[r];
        ahead_.fetch_some();
        compute(r, program_->lanes[r], lane_values_[r]);
        lanes_[r].turn = turn_;
        return lane_values_[r];
    }
    /// Whether the columns keep within what arithmetic was made for.
    [[nodiscard]] bool keeps_bounds() {
        bool all = true;
        for (const auto& [r, bound] : program_->guards) {
            const lane_values& v = lane(r);
            row_bits below, above;
            kernels_->less_k(program_->lanes[r].type, v.low, -bound, below);
            kernels_->less_k(program_->lanes[r].type, v.high, bound, above);
            for (std::size_t w = 0; w < block_words; ++w) {
                const std::uint64_t known = (v.valid == nullptr ? rows_.word[w] : v.valid->word[w]) & rows_.word[w];
                all = all && ((below.word[w] | ~above.word[w]) & known) == 0;
            }
        }
        return all;
    }

private:
    void all_within(const truth_node& n, const row_bits& mask, truth_bits& out) {
        bool is_first = true;
        for (const truth_ref part : n.parts) {
            const truth_node& child = program_->truths[part / 2];
            const bool is_nested = child.op == truth_op::all && child.uses <= 1 && truths_[part / 2] != turn_;
            truth_bits nested;
            const truth_bits* t = nullptr;
            if (is_nested) {
                row_bits left = mask;
                if (!is_first)
                    for (std::size_t w = 0; w < block_words; ++w) left.word[w] &= ~out.no.word[w];
                all_within(child, left, nested);
                t = &nested;
            } else {
                t = &at(part / 2);
            }
            const bool turns = (part & 1) != 0;
            if (is_first) {
                out.yes = turns ? t->no : t->yes;
                out.no = turns ? t->yes : t->no;
                is_first = false;
                std::uint64_t left = 0;
                for (std::size_t w = 0; w < block_words; ++w) left |= mask.word[w] & ~out.no.word[w];
                if (left == 0) return;
            } else if (!kernels_->both(out, *t, turns, mask)) {
                return;
            }
        }
    }

    void weigh_unknown(truth_ref r, truth_bits& t, row_bits& unknown);
    void compute(const truth_node& n, truth_bits& out);
    void compute(lane_ref r, const lane_node& n, lane_values& out);
    void load(const lane_node& n, lane_values& out, std::size_t node);
    void load_column(std::uint32_t column, const lane_node& n, const row_bits* valid, void* buffer, const void*& values);
    const row_bits* load_valid(std::uint32_t column, row_bits& into);
    // The same stretch of the next block, which will be read in its turn.
    void foresee_next(const void* at, std::size_t bytes) { foresee(static_cast<const char*>(at) + bytes, bytes); }
    void settle(const row_bits& yes, const row_bits* valid, truth_bits& out);
    void any_word(const truth_node& n, const std::vector<std::uint8_t>& marked, truth_bits& out);
    void choose_version(std::uint32_t timeline);
    void select(const lane_node& n, lane_values& out, std::size_t node);
    void look_up(const lane_node& n, lane_values& out, std::size_t node);
    void part(const lane_node& n, lane_values& out, std::size_t node);
    void count_working_days(const lane_node& n, lane_values& out, std::size_t node);
    const row_bits* both_valid(const row_bits* a, const row_bits* b, std::size_t node);

    struct buffers {
        std::uint64_t turn = 0;
        std::unique_ptr<std::byte[]> low, high;
        std::unique_ptr<row_bits> valid;
    };
    // The room of a node's own, made when it first needs it.
    [[nodiscard]] static void* room(std::unique_ptr<std::byte[]>& held) {
        if (!held) held = std::make_unique_for_overwrite<std::byte[]>(block_rows * 8 + 64);
        return held.get();
    }
    [[nodiscard]] row_bits& valid_of(std::size_t node) {
        if (!lanes_[node].valid) lanes_[node].valid = std::make_unique<row_bits>();
        return *lanes_[node].valid;
    }
    [[nodiscard]] static bool is_signed(lane_type t) noexcept { return program_nodes::least_of(t) < 0; }
    // But of 64 bits, for which there is none.
    [[nodiscard]] static lane_type unsigned_of(lane_type t) noexcept {
        return t == lane_type::i8 ? lane_type::u8 : t == lane_type::i16 ? lane_type::u16 : t == lane_type::i32 ? lane_type::u32 : t;
    }
    [[nodiscard]] static std::size_t width(lane_type t) noexcept {
        switch (t) {
            case lane_type::i8:
            case lane_type::u8: return 1;
            case lane_type::i16:
            case lane_type::u16: return 2;
            case lane_type::i64: return 8;
            default: return 4;
        }
    }

    const column_program* program_;
    const working_day_table* days_;
    const kernel_set* kernels_;
    const bound_table* table_ = nullptr;
    bad_cell* bad_ = nullptr;
    memory_ahead ahead_;
    std::size_t from_ = 0, count_ = 0;
    std::uint64_t turn_ = 0;
    row_bits rows_{}, every_;
    std::vector<buffers> lanes_;
    std::vector<std::uint64_t> truths_;  ///< the turn at which each was computed
    std::unique_ptr<truth_bits[]> truth_bits_;
    std::vector<lane_values> lane_values_;
    struct timeline_bits {
        std::uint64_t turn = 0;
        std::vector<row_bits> chosen;
        row_bits open;
    };
    std::vector<timeline_bits> timelines_;
};

}  // namespace xuanren::detail

#include <xuanren/engine/columns/block_columns.hpp>
#include <xuanren/engine/columns/block_lane_ops.hpp>
#include <xuanren/engine/columns/block_truth_ops.hpp>
