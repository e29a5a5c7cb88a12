// include/xuanren/engine/columns/block_lanes.hpp
#pragma once

#include <xuanren/engine/columns/kernels.hpp>
#include <xuanren/engine/columns/program_nodes.hpp>
#include <xuanren/engine/columns/row_case.hpp>
#include <xuanren/engine/columns/table_view.hpp>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace xuanren::detail {

/// The columns of one table as a program reads them: what the words of each mean here.
struct bound_table {
    const table_view* table = nullptr;
    std::vector<std::vector<std::int16_t>> words;         ///< by column: member or literal, by position
    std::vector<std::vector<std::vector<std::uint8_t>>> named;  ///< by column and rule of names(): by position, whether it names it
    std::vector<std::vector<std::vector<std::uint8_t>>> passing;  ///< by column and word test: by position, whether the word passes
    std::vector<std::int64_t> limits;                     ///< by column: how many members its enumeration has; 0: none
};

/// Working days up to a day, for every day that a calendar may know.
struct working_day_table {
    static constexpr std::int32_t first = 7'305;    ///< 1990-01-01
    static constexpr std::int32_t last = 47'847;    ///< 2101-01-01
    std::vector<std::int32_t> working, unknown;     ///< of the days from `first` up to, not including, day i

    explicit working_day_table(const working_calendar* calendar) {
        if (calendar == nullptr) return;
        working.reserve(last - first + 1);
        unknown.reserve(last - first + 1);
        std::int32_t w = 0, u = 0;
        for (std::int32_t day = first; day < last; ++day) {
            working.push_back(w);
            unknown.push_back(u);
            const auto kind = calendar->kind(civil_date::from_day_number(day));
            if (!kind) ++u;
            else if (is_working(*kind)) ++w;
        }
        working.push_back(w);
        unknown.push_back(u);
    }
    /// From one day, excluded, to another, included; -1 where a day between is not known.
    [[nodiscard]] std::int32_t count(std::int64_t from, std::int64_t to, bool counts_first) const noexcept {
        const std::int64_t begin = from + (counts_first ? 0 : 1), end = to + 1;
        if (begin >= end) return 0;
        if (begin < first || end > last) return -1;
        const auto b = static_cast<std::size_t>(begin - first), e = static_cast<std::size_t>(end - first);
        return unknown[e] != unknown[b] ? -1 : working[e] - working[b];
    }
};

/// The bits [from, from + block_rows) of a bitmap that ends after `bits` bits.
inline void load_bits(const std::uint8_t* held, std::size_t from, std::size_t bits, row_bits& out) {
    const std::size_t last_byte = (bits + 7) / 8;
    const std::size_t shift = from % 8, first = from / 8;
    constexpr std::size_t bytes = block_rows / 8;
    if (std::endian::native == std::endian::little && first + bytes + (shift != 0 ? 1 : 0) <= last_byte) {
        std::memcpy(out.word, held + first, bytes);
        if (shift == 0) return;
        const std::uint64_t last = held[first + bytes];
        for (std::size_t w = 0; w < block_words; ++w)
            out.word[w] = out.word[w] >> shift | (w + 1 < block_words ? out.word[w + 1] : last) << (64 - shift);
        return;
    }
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::size_t byte = first + w * 8;
        std::uint8_t few[9] = {};
        if (byte < last_byte) std::memcpy(few, held + byte, std::min<std::size_t>(9, last_byte - byte));
        std::uint64_t low = 0;
        for (std::size_t i = 0; i < 8; ++i) low |= std::uint64_t{few[i]} << (8 * i);
        out.word[w] = shift == 0 ? low : low >> shift | std::uint64_t{few[8]} << (64 - shift);
    }
}

/// One column of values over a block; `valid` is null where every row is known.
struct lane_values {
    const void* low = nullptr;
    const void* high = nullptr;
    const row_bits* valid = nullptr;
};

/// A cell that stops the run: the first one in the table's order, whatever thread meets it first.
struct bad_cell {
    std::atomic<std::uint64_t> at{~std::uint64_t{0}};  ///< row * 65536 + column
    void report(std::size_t row, std::size_t column) noexcept {
        const std::uint64_t here = static_cast<std::uint64_t>(row) << 16 | column;
        std::uint64_t held = at.load();
        while (here < held && !at.compare_exchange_weak(held, here)) {}
    }
};

}  // namespace xuanren::detail
