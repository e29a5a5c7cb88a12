// include/xuanren/engine/columns/column.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace xuanren {

/// How the values of a column lie in memory 列的存放形式. All but `bits` and `bytes` are those of the
/// Arrow C data interface, so that its buffers are read where they lie.
enum class column_form : std::uint8_t {
    bits,         ///< booleans, one bit a row, the least significant bit first
    bytes,        ///< booleans, one byte a row, 0 is false
    int8,         ///< whole numbers, months, days; of an enumeration the position of the member
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    decimal,      ///< std::int64_t, a number times 10^scale
    float64,      ///< double; see column_view::doubles
    packed_date,  ///< std::int32_t, civil_date::packed()
    day_number,   ///< std::int32_t, days since 1970-01-01
    words8,       ///< std::int8_t, positions in `words`: strings, or members of an enumeration
    words16,      ///< std::int16_t, likewise
    words32,      ///< std::int32_t, likewise
    word_lists,   ///< lists of strings: row i has the positions [starts[i], starts[i + 1])
};

/// The values of one fact for every row, held elsewhere 列视图. Nothing is copied or owned.
///
/// An invalid value is unknown. `valid` holds one bit a row, the least significant first, as in
/// Arrow; null where every value is known. `offset` counts rows into `values`, `starts` and `valid`
/// alike (Arrow's slices); it need not be a multiple of eight.
/// Requires: what it points to outlives it; dates are days of the years 1 to 9999; what stands
/// under an invalid row may be anything.
struct column_view {
    column_form form = column_form::int64;
    const void* values = nullptr;
    const std::uint8_t* valid = nullptr;
    std::size_t offset = 0;
    std::size_t size = 0;                              ///< rows, after the offset
    int scale = 0;                                     ///< of decimals: digits after the point, 0 to 18
    std::span<const std::string_view> words = {};      ///< of words and word lists
    const std::int32_t* starts = nullptr;              ///< of word lists: size + 1, after the offset

    /// Whole numbers, months or days; of an enumeration the positions of its members.
    template <class T>
        requires std::is_integral_v<T> && (!std::is_same_v<T, bool>)
    [[nodiscard]] static column_view integers(std::span<const T> values, const std::uint8_t* valid = nullptr) {
        static_assert(sizeof(T) < 8 || std::is_signed_v<T>, "unsigned numbers of 64 bits are not taken");
        constexpr column_form narrow[] = {column_form::int8, column_form::int16, column_form::int32, column_form::int64};
        constexpr column_form natural[] = {column_form::uint8, column_form::uint16, column_form::uint32};
        constexpr std::size_t width = sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3;
        column_view out;
        if constexpr (std::is_signed_v<T>) out.form = narrow[width];
        else out.form = natural[width];
        return out.over(values.data(), values.size(), valid);
    }
    /// Numbers as integers times 10^scale.
    [[nodiscard]] static column_view decimals(std::span<const std::int64_t> values, int scale,
                                              const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::decimal;
        out.scale = scale;
        return out.over(values.data(), values.size(), valid);
    }
    /// Numbers that another system keeps as doubles. A double is taken for the decimal of at most
    /// `double_digits` digits after the point that reads back as it; one that is no such decimal, or
    /// not below 10^9, is a problem of that row, and nothing is judged.
    [[nodiscard]] static column_view doubles(std::span<const double> values, const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::float64;
        return out.over(values.data(), values.size(), valid);
    }
    static constexpr int double_digits = 6;

    /// Dates as civil_date::packed().
    [[nodiscard]] static column_view packed_dates(std::span<const std::int32_t> values,
                                                  const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::packed_date;
        return out.over(values.data(), values.size(), valid);
    }
    /// Dates as days since 1970-01-01.
    [[nodiscard]] static column_view day_numbers(std::span<const std::int32_t> values,
                                                 const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::day_number;
        return out.over(values.data(), values.size(), valid);
    }
    /// Booleans, one byte each.
    [[nodiscard]] static column_view bytes(std::span<const std::uint8_t> values, const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::bytes;
        return out.over(values.data(), values.size(), valid);
    }
    /// Booleans, one bit each.
    [[nodiscard]] static column_view bits(const std::uint8_t* values, std::size_t size,
                                          const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::bits;
        return out.over(values, size, valid);
    }
    /// Strings, or members of an enumeration by their English or Chinese names, as positions in a
    /// list of distinct words.
    template <class T>
        requires std::is_same_v<T, std::int8_t> || std::is_same_v<T, std::int16_t> || std::is_same_v<T, std::int32_t>
    [[nodiscard]] static column_view dictionary(std::span<const T> positions, std::span<const std::string_view> words,
                                                const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = sizeof(T) == 1 ? column_form::words8 : sizeof(T) == 2 ? column_form::words16 : column_form::words32;
        out.words = words;
        return out.over(positions.data(), positions.size(), valid);
    }
    /// Lists of strings (`exceptional.breaks`): row i has positions[starts[i]] up to, not including,
    /// positions[starts[i + 1]].  Requires: one start more than there are rows.
    [[nodiscard]] static column_view lists_of_words(std::span<const std::int32_t> starts,
                                                    const std::int32_t* positions,
                                                    std::span<const std::string_view> words,
                                                    const std::uint8_t* valid = nullptr) {
        column_view out;
        out.form = column_form::word_lists;
        out.words = words;
        out.starts = starts.data();
        return out.over(positions, starts.empty() ? 0 : starts.size() - 1, valid);
    }

    /// The rows from one on 切片.
    [[nodiscard]] column_view slice(std::size_t from, std::size_t count) const noexcept {
        column_view out = *this;
        out.offset += from;
        out.size = count;
        return out;
    }

    [[nodiscard]] bool is_known(std::size_t row) const noexcept {
        const std::size_t at = offset + row;
        return valid == nullptr || (valid[at / 8] >> (at % 8) & 1) != 0;
    }

private:
    [[nodiscard]] column_view& over(const void* held, std::size_t count, const std::uint8_t* known) noexcept {
        values = held;
        size = count;
        valid = known;
        return *this;
    }
};

}  // namespace xuanren
