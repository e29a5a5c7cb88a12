// include/xuanren/engine/builtin_dates.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/feel_literals.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace xuanren {

namespace detail {

[[nodiscard]] inline value date_from(argument_list a, const environment&) {
    if (a[0].as<interval<civil_date>>() != nullptr) return a[0];
    const std::string* s = as_string(a[0]);
    const std::optional<civil_date> date = s == nullptr ? std::nullopt : parse_feel_date(*s);
    return date ? value(*date) : value(null_value{});
}

[[nodiscard]] inline value date_of_parts(argument_list a, const environment&) {
    std::int64_t parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        if (is_inexact(a[i])) return unknown_value{};
        const auto* n = a[i].as<interval<number>>();
        const std::optional<std::int64_t> part = n == nullptr ? std::nullopt : n->low().to_int64();
        if (!part) return null_value{};
        parts[i] = *part;
    }
    constexpr std::int64_t bound = civil_date::max_year;
    if (parts[0] < -bound || parts[0] > bound || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
        parts[2] > days_in_month(parts[0], static_cast<int>(parts[1])))
        return null_value{};
    return civil_date(static_cast<int>(parts[0]), static_cast<int>(parts[1]),
                      static_cast<int>(parts[2]));
}

[[nodiscard]] inline value duration_from(argument_list a, const environment&) {
    if (a[0].as<interval<months>>() != nullptr || a[0].as<interval<day_time_duration>>() != nullptr)
        return a[0];
    const std::string* s = as_string(a[0]);
    std::optional<value> period = s == nullptr ? std::nullopt : parse_feel_duration(*s);
    return period ? *std::move(period) : value(null_value{});
}

/// FEEL's months between two dates, towards zero; unlike `elapsed`, by the numbers of the days.
[[nodiscard]] inline months months_between(const civil_date& from, const civil_date& to) {
    std::int64_t count = (std::int64_t{to.year()} - from.year()) * 12 + to.month() - from.month();
    if (count > 0 && to.day() < from.day())
        --count;
    else if (count < 0 && to.day() > from.day())
        ++count;
    return months(count);
}

[[nodiscard]] inline value years_and_months(argument_list a, const environment&) {
    const auto* from = a[0].as<interval<civil_date>>();
    const auto* to = a[1].as<interval<civil_date>>();
    if (from == nullptr || to == nullptr) return null_value{};
    return interval<months>(months_between(from->high(), to->low()),
                            months_between(from->low(), to->high()));
}

/// Function of one day; unknown of a date that is not known to the day.
template <value (*Function)(const civil_date&)>
[[nodiscard]] value of_day(argument_list a, const environment&) {
    const auto* date = a[0].as<interval<civil_date>>();
    if (date == nullptr) return null_value{};
    return date->is_exact() ? Function(date->low()) : value();
}

[[nodiscard]] inline std::int64_t ordinal_day(const civil_date& d) {
    return d.day_number() - civil_date(d.year(), 1, 1).day_number() + 1;
}

/// Monday is 0.
[[nodiscard]] inline std::int64_t weekday_from_monday(std::int64_t day_number) {
    return ((day_number + 3) % 7 + 7) % 7;
}

[[nodiscard]] inline value day_of_year(const civil_date& d) {
    return number(ordinal_day(d));
}

[[nodiscard]] inline value day_of_week(const civil_date& d) {
    static constexpr const char* names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
    return names[weekday_from_monday(d.day_number())];
}

[[nodiscard]] inline value month_of_year(const civil_date& d) {
    static constexpr const char* names[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
    return names[d.month() - 1];
}

/// The week of ISO 8601: the one that holds the year's first Thursday is the first.
[[nodiscard]] inline value week_of_year(const civil_date& d) {
    const std::int64_t day = d.day_number();
    const std::int64_t thursday = day - weekday_from_monday(day) + 3;
    // Counted within the Thursday's own year, without leaving the range of years at its edges.
    const std::int64_t year_start = day - ordinal_day(d) + 1;
    std::int64_t start = year_start;
    const int year_length = is_leap(d.year()) ? 366 : 365;
    if (thursday < year_start)
        start = year_start - (is_leap(d.year() - std::int64_t{1}) ? 366 : 365);
    else if (thursday >= year_start + year_length)
        start = year_start + year_length;
    return number((thursday - start) / 7 + 1);
}

[[nodiscard]] inline value is_identical(argument_list a, const environment&) {
    return to_value(is_same_item(a[0], a.size() > 1 ? a[1] : value(null_value{})));
}

inline constexpr builtin::parameter a_date{"date", shape::date};

}  // namespace detail

/// FEEL's functions on dates and durations 日期与期间函数.
inline constexpr std::array<builtin, 9> date_functions = {{
    {"date", {{{"from", shape::any}}}, shape::date, detail::date_from},
    {"date",
     {{{"year", shape::number}, {"month", shape::number}, {"day", shape::number}}},
     shape::date,
     detail::date_of_parts},
    {"duration", {{{"from", shape::any}}}, shape::any, detail::duration_from},
    {"years and months duration",
     {{{"from", shape::date}, {"to", shape::date}}},
     shape::months,
     detail::years_and_months},
    {"day of year", {{detail::a_date}}, shape::number, detail::of_day<detail::day_of_year>},
    {"day of week", {{detail::a_date}}, shape::string, detail::of_day<detail::day_of_week>},
    {"month of year", {{detail::a_date}}, shape::string, detail::of_day<detail::month_of_year>},
    {"week of year", {{detail::a_date}}, shape::number, detail::of_day<detail::week_of_year>},
    {"is",
     {{{"value1", shape::any, true}, {"value2", shape::any, true}}},
     shape::boolean,
     detail::is_identical},
}};

}  // namespace xuanren
