// include/xuanren/calendar/period.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>

#include <compare>
#include <cstdint>
#include <string>

namespace xuanren {

/// A period of whole months 足月; twelve months are one year, and months are never days.
///
/// Errors: arithmetic that leaves the range of years throws invalid_value.
class months {
public:
    explicit constexpr months(std::int64_t count) : count_(count) {
        constexpr std::int64_t bound = 12LL * 2 * civil_date::max_year;
        if (count < -bound || count > bound) throw invalid_value("months out of range");
    }
    [[nodiscard]] constexpr std::int64_t count() const noexcept { return count_; }

    friend constexpr bool operator==(months, months) = default;
    friend constexpr auto operator<=>(months, months) = default;
    friend constexpr months operator+(months a, months b) { return months(a.count_ + b.count_); }
    friend constexpr months operator-(months a, months b) { return months(a.count_ - b.count_); }
    friend constexpr months operator-(months a) { return months(-a.count_); }

private:
    std::int64_t count_;
};

/// So many years, as months: years(3) is 36 months.
[[nodiscard]] constexpr months years(std::int64_t count) {
    if (count < -2LL * civil_date::max_year || count > 2LL * civil_date::max_year)
        throw invalid_value("years out of range");
    return months(12 * count);
}

/// A period of calendar days 日.
class days {
public:
    explicit constexpr days(std::int64_t count) : count_(count) {}
    [[nodiscard]] constexpr std::int64_t count() const noexcept { return count_; }

    friend constexpr bool operator==(days, days) = default;
    friend constexpr auto operator<=>(days, days) = default;

private:
    std::int64_t count_;
};

/// The corresponding day so many months later, or the last day of a month that lacks it.
///
/// 2021-02-28 + 36 months is 2024-02-28; 2024-08-31 + 18 months is 2026-02-28. A date known to
/// the month moves by months and stays so; one known to the year moves by whole years only.
/// Requires: a date known to the year is moved by a multiple of twelve months.
/// Errors: invalid_value beyond the range of years.
/// Source: Civil Code art. 202.
[[nodiscard]] constexpr civil_date operator+(const civil_date& date, months period) {
    if (date.precision() == date_precision::year) {
        assert(period.count() % 12 == 0);
        const std::int64_t year = date.year() + period.count() / 12;
        if (year < -civil_date::max_year || year > civil_date::max_year)
            throw invalid_value("date out of range");
        return civil_date(static_cast<int>(year));
    }
    const std::int64_t count = std::int64_t{date.year()} * 12 + date.month() - 1 + period.count();
    const std::int64_t year = count >= 0 ? count / 12 : -((11 - count) / 12);
    const int month = static_cast<int>(count - year * 12) + 1;
    if (year < -civil_date::max_year || year > civil_date::max_year)
        throw invalid_value("date out of range");
    if (date.precision() == date_precision::month) return civil_date(static_cast<int>(year), month);
    const int last = days_in_month(year, month);
    return civil_date(static_cast<int>(year), month, date.day() < last ? date.day() : last);
}

/// Requires: the date is known to the day.  Errors: invalid_value beyond the range of years.
[[nodiscard]] constexpr civil_date operator+(const civil_date& date, days period) {
    constexpr std::int64_t bound = 2 * 366LL * civil_date::max_year;
    if (period.count() < -bound || period.count() > bound)
        throw invalid_value("date out of range");
    return civil_date::from_day_number(date.day_number() + period.count());
}

/// The greatest n with from + n months not after to 足月数; negative where `from` lies after `to`.
/// Requires: both known to the day.
[[nodiscard]] constexpr months elapsed_months(const civil_date& from, const civil_date& to) {
    std::int64_t n = (std::int64_t{to.year()} - from.year()) * 12 + to.month() - from.month();
    if (from + months(n) > to) --n;
    return months(n);
}

/// The period in ISO form: P2Y, P18M as P1Y6M, P0M.
[[nodiscard]] inline std::string to_string(months period) {
    const std::int64_t count = period.count() < 0 ? -period.count() : period.count();
    std::string out = period.count() < 0 ? "-P" : "P";
    if (count / 12 != 0) out += std::to_string(count / 12) + "Y";
    if (count % 12 != 0 || count == 0) out += std::to_string(count % 12) + "M";
    return out;
}

}  // namespace xuanren
