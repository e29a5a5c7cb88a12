// include/xuanren/engine/columns/row_counts.hpp
#pragma once

#include <xuanren/engine/columns/kernel_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace xuanren::detail {

/// How many rules of each status every row of a block has 逐行计数.
///
/// The rows are counted side by side: digit d of a status's count is one bit a row, and a rule is
/// added to all rows at once, from the lowest digit up as long as anything is carried.
class row_counts {
public:
    void clear() {
        for (auto& digits : digits_)
            for (row_bits& d : digits) d = row_bits{};
        highest_.fill(0);
    }

    /// Adds a rule's statuses in the rows where it stands.
    void add(const status_planes& of, const row_bits& stands, const row_bits* undated) {
        const row_bits& more = undated == nullptr ? stands : *undated;
        for (unsigned s = 0; s < 8; ++s) {
            row_bits carried;
            std::uint64_t any = 0;
            for (std::size_t w = 0; w < block_words; ++w) {
                std::uint64_t here = stands.word[w] | more.word[w];
                for (unsigned b = 0; b < 3; ++b) here &= (s >> b & 1) != 0 ? of.bit[b].word[w] : ~of.bit[b].word[w];
                carried.word[w] = here;
                any |= here;
            }
            for (std::size_t d = 0; any != 0 && d < most_digits; ++d) {
                any = 0;
                row_bits& digit = digits_[s][d];
                for (std::size_t w = 0; w < block_words; ++w) {
                    const std::uint64_t next = digit.word[w] & carried.word[w];
                    digit.word[w] ^= carried.word[w];
                    carried.word[w] = next;
                    any |= next;
                }
                if (d >= highest_[s]) highest_[s] = d + 1;
            }
        }
    }

    /// Eight numbers for each of the block's rows.
    void write(std::size_t count, std::uint16_t* out) const {
        for (unsigned s = 0; s < 8; ++s)
            for (std::size_t row = 0; row < count; row += 8) {
                // Eight rows at a time, a byte each: the digits below the eighth, then those above.
                std::uint64_t low = 0, high = 0;
                for (std::size_t d = 0; d < highest_[s]; ++d) {
                    const std::uint64_t bits = spread(digits_[s][d].word[row / 64] >> (row % 64) & 0xff);
                    (d < 8 ? low : high) |= bits << (d % 8);
                }
                for (std::size_t i = 0; i < 8 && row + i < count; ++i)
                    out[(row + i) * 8 + s] = static_cast<std::uint16_t>((low >> (8 * i) & 0xff) | (high >> (8 * i) & 0xff) << 8);
            }
    }

private:
    static constexpr std::size_t most_digits = 16;

    /// Each of eight bits into a byte of its own.
    [[nodiscard]] static std::uint64_t spread(std::uint64_t bits) noexcept {
        return ((bits * 0x0101010101010101U & 0x8040201008040201U) + 0x7f7f7f7f7f7f7f7fU) >> 7 & 0x0101010101010101U;
    }

    std::array<std::array<row_bits, most_digits>, 8> digits_;
    std::array<std::size_t, 8> highest_{};
};

}  // namespace xuanren::detail
