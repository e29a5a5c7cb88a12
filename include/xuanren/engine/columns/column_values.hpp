// include/xuanren/engine/columns/column_values.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/value.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What single rows of columns hold 单元值.

namespace xuanren::detail {

/// The decimal of column_view::double_digits digits that reads back as it, as an integer times
/// 10^-double_digits; nothing where there is none.
[[nodiscard]] inline std::optional<std::int64_t> decimal_of(double d) noexcept {
    constexpr double unit = 1e6;
    static_assert(column_view::double_digits == 6);
    if (!(d > -1e9 && d < 1e9)) return std::nullopt;
    const double scaled = std::nearbyint(d * unit);
    if (scaled / unit != d) return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

/// The integer that a row of an integer column holds.
[[nodiscard]] inline std::int64_t integer_at(const column_view& c, std::size_t row) noexcept {
    const std::size_t at = c.offset + row;
    switch (c.form) {
        case column_form::int8:
        case column_form::words8: return static_cast<const std::int8_t*>(c.values)[at];
        case column_form::int16:
        case column_form::words16: return static_cast<const std::int16_t*>(c.values)[at];
        case column_form::int32:
        case column_form::words32:
        case column_form::packed_date:
        case column_form::day_number: return static_cast<const std::int32_t*>(c.values)[at];
        case column_form::uint8:
        case column_form::bytes: return static_cast<const std::uint8_t*>(c.values)[at];
        case column_form::uint16: return static_cast<const std::uint16_t*>(c.values)[at];
        case column_form::uint32: return static_cast<const std::uint32_t*>(c.values)[at];
        case column_form::bits: return static_cast<const std::uint8_t*>(c.values)[at / 8] >> (at % 8) & 1;
        default: return static_cast<const std::int64_t*>(c.values)[at];
    }
}

/// What a row of a column holds 单元值, as a value of that type; unknown where it is not known.
[[nodiscard]] inline value value_at(const column_view& c, std::size_t row, const type& t) {
    if (!c.is_known(row)) return {};
    const auto word_at = [&](std::int64_t position) {
        return std::string(c.words[static_cast<std::size_t>(position)]);
    };
    if (c.form == column_form::word_lists) {
        const std::size_t at = c.offset + row;
        auto made = std::make_shared<list_value>();
        for (std::int32_t i = c.starts[at]; i < c.starts[at + 1]; ++i)
            made->items.emplace_back(word_at(static_cast<const std::int32_t*>(c.values)[i]));
        return std::shared_ptr<const list_value>(std::move(made));
    }
    if (c.form == column_form::float64) {
        const auto n = decimal_of(static_cast<const double*>(c.values)[c.offset + row]);
        return n ? value(*number::make(*n, -column_view::double_digits)) : value();
    }
    const std::int64_t held = integer_at(c, row);
    switch (t.kind) {
        case type_kind::boolean: return value(held != 0);
        case type_kind::number: return value(*number::make(held, -c.scale));
        case type_kind::months: return value(months(held));
        case type_kind::days: return value(day_time_duration{held * 86'400, 0});
        case type_kind::date:
            return value(c.form == column_form::day_number ? civil_date::from_day_number(held)
                                                           : civil_date::from_packed(static_cast<std::int32_t>(held)));
        case type_kind::enumeration: {
            const int index = is_words(c.form) ? t.words->index_of(c.words[static_cast<std::size_t>(held)])
                                               : static_cast<int>(held);
            const bool is_member = index >= 0 && static_cast<std::size_t>(index) < t.words->members.size();
            return is_member ? value(enumerator{t.words, index}) : value();
        }
        case type_kind::string: return value(word_at(held));
        default: return {};
    }
}

/// A row's value within the bounds that two columns give.
[[nodiscard]] inline value value_between(const table_view& table, const column_places::pair& p, std::size_t row,
                                         const type& t) {
    if (p.value == no_ref) return {};
    value low = value_at(table.columns[p.value].values, row, t);
    if (p.most == no_ref || low.is_unknown()) return low;
    const value high = value_at(table.columns[p.most].values, row, t);
    const auto joined = [&]<class T>(const interval<T>* a) -> value {
        const auto* b = high.as<interval<T>>();
        if (a == nullptr || b == nullptr) return low;
        return b->high() < a->low() ? low : value(interval<T>(a->low(), b->high()));
    };
    if (t.kind == type_kind::date) return joined(low.as<interval<civil_date>>());
    if (t.kind == type_kind::number) return joined(low.as<interval<number>>());
    if (t.kind == type_kind::months) return joined(low.as<interval<months>>());
    if (t.kind == type_kind::days) return joined(low.as<interval<day_time_duration>>());
    return low;
}

[[nodiscard]] inline step_state state_at(const column_view& c, std::size_t row) {
    if (!c.is_known(row)) return step_state::unknown;
    std::int64_t held = integer_at(c, row);
    if (is_words(c.form)) {
        const std::string_view word = c.words[static_cast<std::size_t>(held)];
        for (held = 0; held < 3 && step_state_words[static_cast<std::size_t>(held)] != word;) ++held;
    }
    return held < 0 || held > 3 ? step_state::unknown : static_cast<step_state>(held);
}

/// The words of a row's list; none where it is not known, or there is no such column.
[[nodiscard]] inline std::vector<std::string> words_at(const table_view& table, std::uint32_t column, std::size_t row) {
    std::vector<std::string> out;
    if (column == no_ref || !table.columns[column].values.is_known(row)) return out;
    const column_view& c = table.columns[column].values;
    const std::size_t at = c.offset + row;
    for (std::int32_t i = c.starts[at]; i < c.starts[at + 1]; ++i)
        out.emplace_back(c.words[static_cast<std::size_t>(static_cast<const std::int32_t*>(c.values)[i])]);
    return out;
}

}  // namespace xuanren::detail
