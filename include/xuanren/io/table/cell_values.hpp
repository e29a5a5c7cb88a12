// include/xuanren/io/table/cell_values.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/value.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::detail {

/// A day, or the days that a date of lower precision can mean, packed as columns hold them.
struct packed_days {
    std::int32_t first;
    std::int32_t last;
};

/// The years that a cell may tell: those of records, or all that there are, where a bound is told or
/// what the law computes.
struct cell_years {
    int first = record_years::first;
    int last = record_years::last;
    [[nodiscard]] static constexpr cell_years all() noexcept { return {1, 9999}; }
};

[[nodiscard]] inline std::optional<packed_days> packed_days_of(int year, int month, int day, cell_years years = {}) {
    if (year < years.first || year > years.last) return std::nullopt;
    if (month == -1) return packed_days{((year * 12) << 5) | 1, ((year * 12 + 11) << 5) | 31};
    if (month < 1 || month > 12) return std::nullopt;
    const std::int32_t months = (year * 12 + month - 1) << 5;
    const int length = days_in_month(year, month);
    if (day == -1) return packed_days{months | 1, months | length};
    if (day < 1 || day > length) return std::nullopt;
    return packed_days{months | day, months | day};
}

/// A date in one of the forms of parse_date.
[[nodiscard]] inline std::optional<packed_days> packed_date_of(std::string_view cell, cell_years years = {}) {
    const auto digit = [&](std::size_t i) { return static_cast<unsigned>(cell[i]) - '0'; };
    // 2024-05-20 is by far the most frequent form.
    if (cell.size() == 10 && cell[4] == '-' && cell[7] == '-') {
        const unsigned d[] = {digit(0), digit(1), digit(2), digit(3), digit(5), digit(6), digit(8), digit(9)};
        if ((d[0] | d[1] | d[2] | d[3]) < 16 && (d[4] | d[5] | d[6] | d[7]) < 16 && d[0] < 10 && d[1] < 10 && d[2] < 10 && d[3] < 10 && d[4] < 10 &&
            d[5] < 10 && d[6] < 10 && d[7] < 10)
            return packed_days_of(static_cast<int>(d[0] * 1000 + d[1] * 100 + d[2] * 10 + d[3]), static_cast<int>(d[4] * 10 + d[5]),
                                  static_cast<int>(d[6] * 10 + d[7]), years);
    }
    date_parts parts;
    if (!split_date(cell, parts)) {
        parts = {};
        if (!split_date(narrowed_date(cell), parts)) return std::nullopt;
    }
    return packed_days_of(parts.year, parts.month, parts.day, years);
}

/// A date in a form like "Y/M/D": Y has four digits, M and D one or two, all else stands as it is.
/// "excel" is a day's number in a spreadsheet (45432 is 2024-05-20).
[[nodiscard]] inline std::optional<packed_days> packed_date_of(std::string_view cell, std::string_view form) {
    if (form == "excel") {
        int days = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), days);
        // Below 61 spreadsheets disagree: one of them knows a 29th of February 1900.
        if (error != std::errc() || end != cell.data() + cell.size() || days < 61 || days > 80'000) return std::nullopt;
        const civil_date date = civil_date::from_day_number(days - 25569);
        return packed_days_of(date.year(), date.month(), date.day());
    }
    int year = -1, month = -1, day = -1;
    for (const char c : form) {
        int* part = c == 'Y' ? &year : c == 'M' ? &month : c == 'D' ? &day : nullptr;
        if (part == nullptr) {
            if (cell.empty() || cell.front() != c) return std::nullopt;
            cell.remove_prefix(1);
            continue;
        }
        *part = c == 'Y' ? take_number(cell, 4, 4) : take_number(cell, 1, 2);
        if (*part < 0) return std::nullopt;
    }
    if (!cell.empty() || year < 0) return std::nullopt;
    return packed_days_of(year, month, day);
}

/// A number as an integer times 10^scale.
struct scaled_number {
    std::int64_t digits;
    int scale;
};

/// 12, -3, 4.50; neither exponents nor marks between thousands.
[[nodiscard]] inline std::optional<scaled_number> number_of(std::string_view cell) {
    const std::size_t point = cell.find('.');
    std::int64_t whole = 0;
    const auto take = [](std::string_view s, auto& into) {
        const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), into);
        return error == std::errc() && end == s.data() + s.size() && !s.empty();
    };
    if (point == cell.npos) {
        if (!take(cell, whole)) return std::nullopt;
        return scaled_number{whole, 0};
    }
    std::string_view fraction = cell.substr(point + 1);
    const std::string_view before = cell.substr(0, point);
    const bool is_negative = before.starts_with('-');
    if (!take(before, whole) || fraction.empty()) return std::nullopt;
    while (fraction.ends_with('0')) fraction.remove_suffix(1);
    if (fraction.empty()) return scaled_number{whole, 0};
    std::uint64_t part = 0;
    if (fraction.size() > 9 || fraction[0] == '-' || !take(fraction, part)) return std::nullopt;
    std::int64_t power = 1;
    for (std::size_t i = 0; i < fraction.size(); ++i) power *= 10;
    if (whole > 1'000'000'000 || whole < -1'000'000'000) return std::nullopt;
    const auto small = static_cast<std::int64_t>(part);
    return scaled_number{whole * power + (is_negative ? -small : small), static_cast<int>(fraction.size())};
}

/// Whole months (days) of a period: P2Y, P18M (P5D), or a plain number where its unit is known.
[[nodiscard]] inline std::optional<std::int64_t> period_of(std::string_view cell, bool is_months, std::string_view unit) {
    std::int64_t n = 0;
    const char* end = cell.data() + cell.size();
    if (cell.size() > 2 && cell.front() == 'P') {
        const auto [at, error] = std::from_chars(cell.data() + 1, end, n);
        if (error == std::errc() && at + 1 == end && n >= 0 && n < 1'000'000) {
            if (is_months && *at == 'M') return n;
            if (is_months && *at == 'Y') return n * 12;
            if (!is_months && *at == 'D') return n;
        }
    }
    if (!unit.empty()) {
        const auto [at, error] = std::from_chars(cell.data(), end, n);
        if (error == std::errc() && at == end && n > -1'000'000 && n < 1'000'000) {
            if (is_months && unit == "years") return n * 12;
            if (is_months == (unit == "months")) return n;
        }
    }
    const auto v = parse_feel_duration(cell);
    if (!v) return std::nullopt;
    if (is_months) {
        const auto* m = v->as<interval<months>>();
        return m == nullptr ? std::nullopt : std::optional<std::int64_t>(m->low().count());
    }
    const auto* d = v->as<interval<day_time_duration>>();
    if (d == nullptr || d->low().seconds % 86400 != 0 || d->low().nanoseconds != 0) return std::nullopt;
    return d->low().seconds / 86400;
}

[[nodiscard]] inline std::optional<bool> boolean_of(std::string_view cell) {
    for (const std::string_view yes : {"true", "1", "是", "TRUE", "True"})
        if (cell == yes) return true;
    for (const std::string_view no : {"false", "0", "否", "FALSE", "False"})
        if (cell == no) return false;
    return std::nullopt;
}

}  // namespace xuanren::detail
