// include/xuanren/engine/arithmetic.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/number_functions.hpp>
#include <xuanren/engine/value.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace xuanren {

namespace detail {

inline constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;

[[nodiscard]] constexpr int128 total_nanoseconds(const day_time_duration& d) noexcept {
    return int128{d.seconds} * nanoseconds_per_second + d.nanoseconds;
}

[[nodiscard]] constexpr std::optional<day_time_duration> make_duration(
    int128 nanoseconds) noexcept {
    const int128 seconds = nanoseconds / nanoseconds_per_second;
    if (seconds > std::numeric_limits<std::int64_t>::max() ||
        seconds < -std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return day_time_duration{static_cast<std::int64_t>(seconds),
                             static_cast<std::int32_t>(nanoseconds % nanoseconds_per_second)};
}

[[nodiscard]] constexpr std::optional<months> make_months(std::int64_t count) noexcept {
    constexpr std::int64_t bound = 12LL * 2 * civil_date::max_year;
    if (count < -bound || count > bound) return std::nullopt;
    return months(count);
}

/// The whole days of a duration, towards the past.
[[nodiscard]] constexpr std::int64_t floor_days(const day_time_duration& d) noexcept {
    std::int64_t whole = d.seconds / seconds_per_day;
    const std::int64_t rest = d.seconds % seconds_per_day;
    if (rest < 0 || (rest == 0 && d.nanoseconds < 0)) --whole;
    return whole;
}

// What T and U give, or nullopt where there is no such value.
[[nodiscard]] inline std::optional<civil_date> plus(const civil_date& d, const months& m) {
    try {
        return d + m;
    } catch (const invalid_value&) {
        return std::nullopt;
    }
}
[[nodiscard]] inline std::optional<civil_date> plus_days(const civil_date& d, std::int64_t count) {
    constexpr std::int64_t bound = 800LL * civil_date::max_year;
    if (count > bound || count < -bound) return std::nullopt;
    try {
        return d + days(count);
    } catch (const invalid_value&) {
        return std::nullopt;
    }
}
[[nodiscard]] inline std::optional<months> scale(const months& m, const number& by,
                                                 bool is_division) {
    const std::optional<number> scaled =
        is_division ? divide(number(m.count()), by) : multiply(number(m.count()), by);
    const std::optional<std::int64_t> whole = scaled ? truncate(*scaled) : std::nullopt;
    return whole ? make_months(*whole) : std::nullopt;
}
[[nodiscard]] inline std::optional<number> in_nanoseconds(const day_time_duration& d) {
    return number::make(total_nanoseconds(d), 0);
}
[[nodiscard]] inline std::optional<day_time_duration> scale(const day_time_duration& d,
                                                            const number& by, bool is_division) {
    const std::optional<number> total = in_nanoseconds(d);
    std::optional<number> scaled = is_division ? divide(*total, by) : multiply(*total, by);
    if (scaled) scaled = round_to_scale(*scaled, 0, rounding::down);
    if (!scaled || scaled->exponent() != 0) return std::nullopt;
    return make_duration(scaled->coefficient());
}

template <class T>
[[nodiscard]] value hull(std::optional<T> low, std::optional<T> high) {
    if (!low || !high) return null_value{};
    if (*high < *low) std::swap(*low, *high);
    return interval<T>(*low, *high);
}

/// The interval of op over all values of both sides, where op is monotone in each: the corners
/// tell.
template <class T, class U, class F>
[[nodiscard]] value over_corners(const interval<T>& a, const interval<U>& b, F op) {
    using R = typename decltype(op(a.low(), b.low()))::value_type;
    const std::optional<R> first = op(a.low(), b.low());
    if (!first) return null_value{};
    if (a.is_exact() && b.is_exact()) return interval<R>(*first);
    R low = *first;
    R high = *first;
    for (const auto& corner :
         {op(a.low(), b.high()), op(a.high(), b.low()), op(a.high(), b.high())}) {
        if (!corner) return null_value{};
        if (*corner < low) low = *corner;
        if (high < *corner) high = *corner;
    }
    return interval<R>(low, high);
}

/// Whether an inexact divisor may be zero.
template <class T>
[[nodiscard]] bool straddles(const interval<T>& divisor, const T& zero) {
    return !divisor.is_exact() && !(zero < divisor.low()) && !(divisor.high() < zero);
}

[[nodiscard]] inline value compute(operator_kind op, const interval<number>& a,
                                   const interval<number>& b) {
    switch (op) {
        case operator_kind::add:
            return over_corners(a, b, [](const number& x, const number& y) { return add(x, y); });
        case operator_kind::subtract:
            return over_corners(a, b,
                                [](const number& x, const number& y) { return subtract(x, y); });
        case operator_kind::multiply:
            return over_corners(a, b,
                                [](const number& x, const number& y) { return multiply(x, y); });
        case operator_kind::divide:
            if (straddles(b, number(0))) return unknown_value{};
            return over_corners(a, b,
                                [](const number& x, const number& y) { return divide(x, y); });
        case operator_kind::power: {
            if (!a.is_exact() || !b.is_exact()) return unknown_value{};
            const std::optional<number> result = power(a.low(), b.low());
            return result ? value(*result) : value(null_value{});
        }
        default:
            return null_value{};
    }
}

[[nodiscard]] inline value compute(operator_kind op, const interval<months>& a,
                                   const interval<months>& b) {
    const auto signed_sum = [op](const months& x, const months& y) {
        return make_months(op == operator_kind::add ? x.count() + y.count()
                                                    : x.count() - y.count());
    };
    switch (op) {
        case operator_kind::add:
        case operator_kind::subtract:
            return over_corners(a, b, signed_sum);
        case operator_kind::divide:
            if (straddles(b, months(0))) return unknown_value{};
            return over_corners(a, b, [](const months& x, const months& y) {
                return divide(number(x.count()), number(y.count()));
            });
        default:
            return null_value{};
    }
}

[[nodiscard]] inline value compute(operator_kind op, const interval<day_time_duration>& a,
                                   const interval<day_time_duration>& b) {
    using duration = day_time_duration;
    const auto signed_sum = [op](const duration& x, const duration& y) {
        return make_duration(op == operator_kind::add
                                 ? total_nanoseconds(x) + total_nanoseconds(y)
                                 : total_nanoseconds(x) - total_nanoseconds(y));
    };
    switch (op) {
        case operator_kind::add:
        case operator_kind::subtract:
            return over_corners(a, b, signed_sum);
        case operator_kind::divide:
            if (straddles(b, duration{})) return unknown_value{};
            return over_corners(a, b, [](const duration& x, const duration& y) {
                return divide(*in_nanoseconds(x), *in_nanoseconds(y));
            });
        default:
            return null_value{};
    }
}

/// A period times or by a number.
template <class T>
[[nodiscard]] value scaled(const interval<T>& period, const interval<number>& by,
                           bool is_division) {
    if (is_division && straddles(by, number(0))) return unknown_value{};
    return over_corners(period, by, [is_division](const T& p, const number& n) {
        return scale(p, n, is_division);
    });
}

[[nodiscard]] inline value shift(const interval<civil_date>& date, const interval<months>& by,
                                 bool back) {
    return over_corners(
        date, by, [back](const civil_date& d, const months& m) { return plus(d, back ? -m : m); });
}

[[nodiscard]] inline value shift(const interval<civil_date>& date,
                                 const interval<day_time_duration>& by, bool back) {
    return over_corners(date, by, [back](const civil_date& d, const day_time_duration& p) {
        return plus_days(d, floor_days(back ? day_time_duration{-p.seconds, -p.nanoseconds} : p));
    });
}

}  // namespace detail

/// FEEL's arithmetic 算术: null where the operator has no meaning for its operands or the result
/// does not exist, unknown where an operand is; of partial values the interval of all results.
[[nodiscard]] inline value compute(operator_kind op, const value& a, const value& b) {
    if (a.is_unknown() || b.is_unknown()) return unknown_value{};
    using dates = interval<civil_date>;
    using periods = interval<months>;
    using durations = interval<day_time_duration>;
    using numbers = interval<number>;
    const bool adds = op == operator_kind::add;
    const bool subtracts = op == operator_kind::subtract;
    const bool multiplies = op == operator_kind::multiply;
    const bool divides = op == operator_kind::divide;
    const bool scales = multiplies || divides;
    const numbers* n = b.as<numbers>();
    const periods* p = b.as<periods>();
    const durations* d = b.as<durations>();
    const dates* day = b.as<dates>();
    if (const numbers* left = a.as<numbers>()) {
        if (n != nullptr) return detail::compute(op, *left, *n);
        if (p != nullptr && multiplies) return detail::scaled(*p, *left, false);
        if (d != nullptr && multiplies) return detail::scaled(*d, *left, false);
    } else if (const periods* period = a.as<periods>()) {
        if (p != nullptr) return detail::compute(op, *period, *p);
        if (n != nullptr && scales) return detail::scaled(*period, *n, divides);
        if (day != nullptr && adds) return detail::shift(*day, *period, false);
    } else if (const durations* duration = a.as<durations>()) {
        if (d != nullptr) return detail::compute(op, *duration, *d);
        if (n != nullptr && scales) return detail::scaled(*duration, *n, divides);
        if (day != nullptr && adds) return detail::shift(*day, *duration, false);
    } else if (const dates* date = a.as<dates>(); date != nullptr && (adds || subtracts)) {
        if (p != nullptr) return detail::shift(*date, *p, subtracts);
        if (d != nullptr) return detail::shift(*date, *d, subtracts);
        if (day != nullptr && subtracts)
            return detail::over_corners(*date, *day, [](const civil_date& x, const civil_date& y) {
                return detail::make_duration(detail::int128{x.day_number() - y.day_number()} *
                                             detail::seconds_per_day *
                                             detail::nanoseconds_per_second);
            });
    } else if (const auto* s = a.as<std::shared_ptr<const std::string>>()) {
        const auto* t = b.as<std::shared_ptr<const std::string>>();
        constexpr std::size_t longest = 1'000'000;
        if (t != nullptr && adds && (*s)->size() + (*t)->size() <= longest) return **s + **t;
    }
    return null_value{};
}

/// FEEL's unary minus.
[[nodiscard]] inline value negate(const value& v) {
    if (v.is_unknown()) return v;
    if (const auto* n = v.as<interval<number>>()) return interval<number>(-n->high(), -n->low());
    if (const auto* m = v.as<interval<months>>()) return interval<months>(-m->high(), -m->low());
    if (const auto* d = v.as<interval<day_time_duration>>())
        return interval<day_time_duration>({-d->high().seconds, -d->high().nanoseconds},
                                           {-d->low().seconds, -d->low().nanoseconds});
    return null_value{};
}

}  // namespace xuanren
