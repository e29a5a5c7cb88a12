// include/xuanren/engine/columns/block_columns.hpp
#pragma once

#include <xuanren/engine/columns/block_evaluator.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace xuanren::detail {

inline const row_bits* block_evaluator::load_valid(std::uint32_t column, row_bits& into) {
    const column_view& c = table_->table->columns[column].values;
    if (c.valid == nullptr) return nullptr;
    foresee_next(c.valid + (c.offset + from_) / 8, block_rows / 8);
    load_bits(c.valid, c.offset + from_, c.offset + c.size, into);
    std::uint64_t missing = 0;
    for (std::size_t w = 0; w < block_words; ++w) missing |= ~into.word[w] & rows_.word[w];
    return missing == 0 ? nullptr : &into;
}

/// The values of a column over this block: where they lie, or converted into the buffer.
inline void block_evaluator::load_column(std::uint32_t column, const lane_node& n, const row_bits* valid, void* buffer, const void*& values) {
    const column_view& c = table_->table->columns[column].values;
    const auto is_known = [&](std::size_t i) { return c.is_known(from_ + i); };
    const std::size_t start = c.offset + from_;
    if (is_words(c.form)) {
        const std::vector<std::int16_t>& words = table_->words[column];
        auto* out = static_cast<std::int16_t*>(buffer);
        const auto translate = [&](const auto* held) {
            const auto last = words.empty() ? std::size_t{0} : words.size() - 1;
            for (std::size_t i = 0; i < count_; ++i) {
                const auto position = static_cast<std::size_t>(static_cast<std::uint32_t>(held[start + i]));
                out[i] = words.empty() ? std::int16_t{0} : words[position < last ? position : last];
            }
        };
        if (c.form == column_form::words8) translate(static_cast<const std::int8_t*>(c.values));
        else if (c.form == column_form::words16) translate(static_cast<const std::int16_t*>(c.values));
        else translate(static_cast<const std::int32_t*>(c.values));
        if (count_ < block_rows) std::memset(out + count_, 0, (block_rows - count_) * sizeof *out);
        values = buffer;
        return;
    }
    if (c.form == column_form::float64) {
        const auto* held = static_cast<const double*>(c.values) + start;
        auto* out = static_cast<std::int64_t*>(buffer);
        for (std::size_t i = 0; i < block_rows; ++i) {
            out[i] = 0;
            if (i >= count_ || !is_known(i)) continue;
            if (const auto d = decimal_of(held[i])) out[i] = *d;
            else if (bad_ != nullptr) bad_->report(from_ + i, column);
        }
        values = buffer;
        return;
    }
    const std::size_t bytes = width(n.type);
    values = static_cast<const std::byte*>(c.values) + start * bytes;
    foresee_next(values, block_rows * bytes);
    if (count_ < block_rows) {
        std::memcpy(buffer, values, count_ * bytes);
        std::memset(static_cast<std::byte*>(buffer) + count_ * bytes, 0, (block_rows - count_) * bytes);
        values = buffer;
    }
    if (c.form == column_form::day_number) {
        auto* out = static_cast<std::int32_t*>(buffer);
        kernels_->packed_of_days(static_cast<const std::int32_t*>(values), out);
        values = buffer;
    }
    if (const std::int64_t limit = table_->limits[column]; limit != 0 && (is_signed(n.type) || program_nodes::fits(limit, n.type))) {
        // Read as unsigned, what is negative lies beyond the limit, too.
        row_bits inside;
        const lane_type natural = unsigned_of(n.type);
        kernels_->less_k(natural, values, n.type == lane_type::i8 ? std::min<std::int64_t>(limit, 128) : limit, inside);
        if (natural == lane_type::i64) {
            row_bits negative;
            kernels_->less_k(natural, values, 0, negative);
            for (std::size_t w = 0; w < block_words; ++w) inside.word[w] &= ~negative.word[w];
        }
        std::uint64_t beyond = 0;
        for (std::size_t w = 0; w < block_words; ++w)
            beyond |= ~inside.word[w] & rows_.word[w] & (valid == nullptr ? ~std::uint64_t{0} : valid->word[w]);
        if (beyond != 0 && bad_ != nullptr)
            for (std::size_t i = 0; i < count_; ++i) {
                const std::int64_t held = integer_at(c, from_ + i);
                if (is_known(i) && (held < 0 || held >= limit)) bad_->report(from_ + i, column);
            }
    }
}

inline void block_evaluator::load(const lane_node& n, lane_values& out, std::size_t node) {
    const column_view& c = table_->table->columns[n.column].values;
    out.valid = c.valid == nullptr ? nullptr : load_valid(n.column, valid_of(node));
    load_column(n.column, n, out.valid, room(lanes_[node].low), out.low);
    out.high = out.low;
    if (n.most == no_ref) return;
    // Exact where no upper bound is told.
    void* high = room(lanes_[node].high);
    const void* most = nullptr;
    row_bits known;
    const row_bits* valid = load_valid(n.most, known);
    load_column(n.most, n, valid, high, most);
    if (valid != nullptr) {
        kernels_->choose(n.type, *valid, most, out.low, high);
        most = high;
    }
    kernels_->greater(n.type, out.low, most, high);
    out.high = high;
}

}  // namespace xuanren::detail
