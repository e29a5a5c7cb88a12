// include/xuanren/engine/property.hpp
#pragma once

#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/value.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xuanren {

/// What FEEL lets one ask of a date, a period or a range by a path 属性: `d.year`, `r.start`.
enum class property : std::uint8_t {
    year,
    month,
    day,
    weekday,
    years,
    months,
    days,
    hours,
    minutes,
    seconds,
    start,
    end,
    start_included,
    end_included,
};

inline constexpr std::array<std::string_view, 14> property_names = {
    "year",  "month",   "day",     "weekday", "years", "months",         "days",
    "hours", "minutes", "seconds", "start",   "end",   "start included", "end included"};

[[nodiscard]] constexpr std::optional<property> find_property(std::string_view name) noexcept {
    for (std::size_t i = 0; i < property_names.size(); ++i)
        if (property_names[i] == name) return static_cast<property>(i);
    return std::nullopt;
}

namespace detail {

[[nodiscard]] inline value parts_of(const interval<civil_date>& date, property p) {
    const civil_date& low = date.low();
    const civil_date& high = date.high();
    const auto between = [](std::int64_t a, std::int64_t b) {
        return value(interval<number>(number(a), number(b)));
    };
    switch (p) {
        case property::year:
            return between(low.year(), high.year());
        case property::month:
            if (low.year() != high.year()) return between(1, 12);
            return between(low.month(), high.month());
        case property::day:
            if (low.year() != high.year() || low.month() != high.month()) return between(1, 31);
            return between(low.day(), high.day());
        case property::weekday: {
            if (!date.is_exact()) return between(1, 7);
            const std::int64_t from_monday = (low.day_number() + 3) % 7;
            return number((from_monday + 7) % 7 + 1);
        }
        default:
            return null_value{};
    }
}

[[nodiscard]] inline value parts_of(const interval<months>& period, property p) {
    if (p != property::years && p != property::months) return null_value{};
    if (!period.is_exact()) {
        if (p == property::years)
            return interval<number>(number(period.low().count() / 12),
                                    number(period.high().count() / 12));
        return unknown_value{};
    }
    const std::int64_t count = period.low().count();
    return number(p == property::years ? count / 12 : count % 12);
}

[[nodiscard]] inline value parts_of(const interval<day_time_duration>& period, property p) {
    if (p < property::days || p > property::seconds) return null_value{};
    if (!period.is_exact()) return unknown_value{};
    const std::int64_t s = period.low().seconds;
    switch (p) {
        case property::days:
            return number(s / 86'400);
        case property::hours:
            return number(s % 86'400 / 3'600);
        case property::minutes:
            return number(s % 3'600 / 60);
        default:
            break;
    }
    const auto exact =
        number::make(int128{s % 60} * nanoseconds_per_second + period.low().nanoseconds, -9);
    return *exact;
}

[[nodiscard]] inline value parts_of(const range_value& range, property p) {
    switch (p) {
        case property::start:
            return range.low;
        case property::end:
            return range.high;
        case property::start_included:
            return range.low_included;
        case property::end_included:
            return range.high_included;
        default:
            return null_value{};
    }
}

}  // namespace detail

/// The property of a value: null where the value has no such one.
[[nodiscard]] inline value property_of(const value& v, property p) {
    if (v.is_unknown()) return v;
    if (const auto* d = v.as<interval<civil_date>>()) return detail::parts_of(*d, p);
    if (const auto* m = v.as<interval<months>>()) return detail::parts_of(*m, p);
    if (const auto* d = v.as<interval<day_time_duration>>()) return detail::parts_of(*d, p);
    if (const auto* r = v.as<std::shared_ptr<const range_value>>()) return detail::parts_of(**r, p);
    return null_value{};
}

}  // namespace xuanren
