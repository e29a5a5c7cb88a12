// include/xuanren/calendar/civil_date.hpp
#pragma once

#include <xuanren/problem.hpp>

#include <cassert>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace xuanren {

/// How exactly a date is known 日期精度.
enum class date_precision : std::uint8_t {
    year,   ///< 只知年份
    month,  ///< 知年月
    day,    ///< 知年月日
};

[[nodiscard]] constexpr bool is_leap(std::int64_t year) noexcept {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// Requires: month in 1..12.
[[nodiscard]] constexpr int days_in_month(std::int64_t year, int month) noexcept {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/// A date as a personnel file holds it 日期: a day, a month or a year of the Gregorian calendar.
///
/// A date of lower precision stands for the days it can mean, first_day() to last_day(); it has
/// no order of its own, its interval has (engine/interval.hpp). There is no default date.
/// Years run from -999,999,999 to 999,999,999, as FEEL asks; records use 1 to 9999.
/// Errors: the constructors throw invalid_value for a day that does not exist.
class civil_date {
public:
    static constexpr std::int32_t max_year = 999'999'999;

    explicit constexpr civil_date(int year) : civil_date(year, 0, 0, date_precision::year) {}
    constexpr civil_date(int year, int month) : civil_date(year, month, 0, date_precision::month) {}
    constexpr civil_date(int year, int month, int day)
        : civil_date(year, month, day, date_precision::day) {}

    [[nodiscard]] constexpr int year() const noexcept { return year_; }
    /// Requires: known to the month at least.
    [[nodiscard]] constexpr int month() const noexcept {
        assert(month_ != 0);
        return month_;
    }
    /// Requires: known to the day.
    [[nodiscard]] constexpr int day() const noexcept {
        assert(day_ != 0);
        return day_;
    }
    [[nodiscard]] constexpr date_precision precision() const noexcept {
        return day_ != 0   ? date_precision::day
             : month_ != 0 ? date_precision::month
                           : date_precision::year;
    }
    [[nodiscard]] constexpr bool is_day() const noexcept { return day_ != 0; }

    /// The first and the last day that this date can mean.
    [[nodiscard]] constexpr civil_date first_day() const {
        return is_day() ? *this : civil_date(year_, month_ == 0 ? 1 : month_, 1);
    }
    [[nodiscard]] constexpr civil_date last_day() const {
        if (is_day()) return *this;
        const int month = month_ == 0 ? 12 : month_;
        return civil_date(year_, month, days_in_month(year_, month));
    }

    /// Days since 1970-01-01.  Requires: known to the day.
    [[nodiscard]] constexpr std::int64_t day_number() const noexcept {
        assert(is_day());
        // The year is taken to begin in March, so that the leap day ends it.
        const std::int64_t y = std::int64_t{year_} - (month_ <= 2);
        const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
        const std::int64_t year_of_era = y - era * 400;
        const std::int64_t day_of_year = (153 * (month_ + (month_ > 2 ? -3 : 9)) + 2) / 5 + day_ - 1;
        return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
               719468;
    }

    /// The day so many days after 1970-01-01.  Errors: invalid_value beyond the range of years.
    [[nodiscard]] static constexpr civil_date from_day_number(std::int64_t days) {
        constexpr std::int64_t bound = 366LL * max_year;
        if (days < -bound || days > bound) throw invalid_value("date out of range");
        const std::int64_t shifted = days + 719468;
        const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        const std::int64_t day_of_era = shifted - era * 146097;
        const std::int64_t year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
        const std::int64_t day_of_year =
            day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        const std::int64_t m = (5 * day_of_year + 2) / 153;
        const int day = static_cast<int>(day_of_year - (153 * m + 2) / 5 + 1);
        const int month = static_cast<int>(m < 10 ? m + 3 : m - 9);
        const std::int64_t year = year_of_era + era * 400 + (month <= 2);
        if (year < -max_year || year > max_year) throw invalid_value("date out of range");
        return civil_date(static_cast<int>(year), month, day);
    }

    /// The packed form that columns hold: (year * 12 + month - 1) << 5 | day.
    /// Requires: known to the day, year in 1..9999.
    [[nodiscard]] constexpr std::int32_t packed() const noexcept {
        assert(is_day() && year_ >= 1 && year_ <= 9999);
        return ((year_ * 12 + month_ - 1) << 5) | day_;
    }
    /// Errors: invalid_value for bits that are no day.
    [[nodiscard]] static constexpr civil_date from_packed(std::int32_t packed) {
        const std::int32_t month_count = packed >> 5;
        return civil_date(month_count / 12, month_count % 12 + 1, packed & 31);
    }

    /// Requires: known to the day, year within the range of std::chrono::year.
    [[nodiscard]] constexpr std::chrono::year_month_day to_chrono() const noexcept {
        assert(is_day());
        return std::chrono::year{year_} / std::chrono::month{month_} / std::chrono::day{day_};
    }
    /// Errors: invalid_value where the date is not ok().
    [[nodiscard]] static constexpr civil_date from_chrono(std::chrono::year_month_day date) {
        if (!date.ok()) throw invalid_value("no such day");
        return civil_date(int{date.year()}, static_cast<int>(unsigned{date.month()}),
                          static_cast<int>(unsigned{date.day()}));
    }

    /// Whether the two are written alike; 2024-05 is not 2024-05-01.
    friend constexpr bool operator==(const civil_date&, const civil_date&) = default;
    /// The order of days.  Requires: both known to the day.
    friend constexpr std::strong_ordering operator<=>(const civil_date& a,
                                                      const civil_date& b) noexcept {
        assert(a.is_day() && b.is_day());
        if (a.year_ != b.year_) return a.year_ <=> b.year_;
        if (a.month_ != b.month_) return a.month_ <=> b.month_;
        return a.day_ <=> b.day_;
    }

private:
    constexpr civil_date(int year, int month, int day, date_precision precision)
        : year_(year),
          month_(static_cast<std::uint8_t>(month)),
          day_(static_cast<std::uint8_t>(day)) {
        if (year < -max_year || year > max_year) throw invalid_value("year out of range");
        if (precision != date_precision::year && (month < 1 || month > 12))
            throw invalid_value("month must be 1 to 12");
        if (precision == date_precision::day && (day < 1 || day > days_in_month(year, month)))
            throw invalid_value("no such day in that month");
    }

    std::int32_t year_;
    std::uint8_t month_;  // 0: not known
    std::uint8_t day_;    // 0: not known
};

/// The date in ISO form at its own precision: "2024", "2024-05", "2024-05-20".
[[nodiscard]] inline std::string to_string(const civil_date& date) {
    const auto padded = [](std::int64_t number, std::size_t width) {
        std::string digits = std::to_string(number < 0 ? -number : number);
        if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
        return number < 0 ? "-" + digits : digits;
    };
    std::string out = padded(date.year(), 4);
    if (date.precision() != date_precision::year) out += "-" + padded(date.month(), 2);
    if (date.is_day()) out += "-" + padded(date.day(), 2);
    return out;
}

}  // namespace xuanren
