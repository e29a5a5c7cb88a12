// include/xuanren/engine/number_arithmetic.hpp
#pragma once

#include <xuanren/engine/number.hpp>
#include <xuanren/problem.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>

namespace xuanren {

namespace detail {

/// Wide enough for an exact product of two coefficients or a scaled quotient; it never allocates.
using wide_int = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    512, 512, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;

[[nodiscard]] inline wide_int wide_power_of_ten(int exponent) {
    return boost::multiprecision::pow(wide_int(10), static_cast<unsigned>(exponent));
}

/// The number nearest to coefficient * 10^exponent; `inexact` as in number::make.
[[nodiscard]] inline std::optional<number> round_wide(wide_int coefficient, std::int64_t exponent,
                                                      bool inexact = false) {
    static const wide_int limit = wide_power_of_ten(36);
    const bool negative = coefficient < 0;
    if (negative) coefficient = -coefficient;
    // Two digits more than are kept stay, so that number::make alone decides the rounding.
    if (coefficient >= limit) {
        int excess = static_cast<int>(boost::multiprecision::msb(coefficient) * 3 / 10) - 35;
        if (excess < 1) excess = 1;
        wide_int quotient, rest;
        boost::multiprecision::divide_qr(coefficient, wide_power_of_ten(excess), quotient, rest);
        inexact = inexact || rest != 0;
        coefficient = quotient;
        exponent += excess;
        while (coefficient >= limit) {
            boost::multiprecision::divide_qr(coefficient, wide_int(10), quotient, rest);
            inexact = inexact || rest != 0;
            coefficient = quotient;
            ++exponent;
        }
    }
    if (inexact && coefficient < limit / 10) {
        // The lost digits must stand below the rounding digit for make to see them as lost.
        coefficient *= 100;
        exponent -= 2;
        coefficient += 1;
    }
    const auto low = static_cast<uint128>(coefficient);
    const auto rounded = static_cast<int128>(low);
    return number::make(negative ? -rounded : rounded, exponent, inexact);
}

[[nodiscard]] inline std::optional<number> add_slowly(const number& a, const number& b) {
    if (a.sign() == 0) return b;
    if (b.sign() == 0) return a;
    const number& upper = a.exponent() >= b.exponent() ? a : b;
    const number& lower = a.exponent() >= b.exponent() ? b : a;
    const int shift = upper.exponent() - lower.exponent();
    constexpr int furthest = 80;
    if (shift > furthest)  // what lies so far below only says on which side of `upper` the sum is
        return round_wide(
            wide_int(upper.coefficient()) * wide_power_of_ten(furthest) + lower.sign(),
            std::int64_t{upper.exponent()} - furthest);
    return round_wide(
        wide_int(upper.coefficient()) * wide_power_of_ten(shift) + lower.coefficient(),
        lower.exponent());
}

}  // namespace detail

/// a + b, or nullopt beyond the range of exponents.
[[nodiscard]] inline std::optional<number> add(const number& a, const number& b) {
    std::int64_t sum = 0;
    if (a.is_small() && b.is_small() && !__builtin_add_overflow(*a.to_int64(), *b.to_int64(), &sum))
        return number(sum);
    return detail::add_slowly(a, b);
}

/// a - b, or nullopt beyond the range of exponents.
[[nodiscard]] inline std::optional<number> subtract(const number& a, const number& b) {
    std::int64_t difference = 0;
    if (a.is_small() && b.is_small() &&
        !__builtin_sub_overflow(*a.to_int64(), *b.to_int64(), &difference))
        return number(difference);
    return detail::add_slowly(a, -b);
}

/// a * b, or nullopt beyond the range of exponents.
[[nodiscard]] inline std::optional<number> multiply(const number& a, const number& b) {
    std::int64_t product = 0;
    if (a.is_small() && b.is_small() &&
        !__builtin_mul_overflow(*a.to_int64(), *b.to_int64(), &product))
        return number(product);
    return detail::round_wide(detail::wide_int(a.coefficient()) * detail::wide_int(b.coefficient()),
                              std::int64_t{a.exponent()} + b.exponent());
}

/// a / b, or nullopt where b is zero or the quotient is beyond the range of exponents.
[[nodiscard]] inline std::optional<number> divide(const number& a, const number& b) {
    if (b.sign() == 0) return std::nullopt;
    if (a.sign() == 0) return number(0);
    constexpr int scale = 2 * detail::number_digits + 4;
    detail::wide_int quotient, rest;
    boost::multiprecision::divide_qr(
        detail::wide_int(a.coefficient()) * detail::wide_power_of_ten(scale),
        detail::wide_int(b.coefficient()), quotient, rest);
    return detail::round_wide(quotient, std::int64_t{a.exponent()} - b.exponent() - scale,
                              rest != 0);
}

/// How a number is cut to a scale 舍入方式.
enum class rounding : std::uint8_t {
    half_even,  ///< 四舍六入五成双
    half_up,    ///< away from zero at the half 四舍五入
    half_down,  ///< towards zero at the half
    up,         ///< away from zero
    down,       ///< towards zero
    floor,
    ceiling,
};

/// n with `scale` digits after the decimal point, or before it where scale is negative.
/// Returns: nullopt where scale lies beyond the range of exponents.
[[nodiscard]] inline std::optional<number> round_to_scale(const number& n, std::int64_t scale,
                                                          rounding how) {
    if (scale > detail::number_exponent_bound || scale < -detail::number_exponent_bound)
        return std::nullopt;
    if (-std::int64_t{n.exponent()} <= scale) return n;
    const std::int64_t drop = -scale - n.exponent();  // digits that go, at least one
    const detail::int128 coefficient = n.coefficient();
    const bool negative = coefficient < 0;
    const auto magnitude = static_cast<detail::uint128>(negative ? -coefficient : coefficient);
    detail::uint128 kept = 0;
    int half = -1;  // how the dropped digits compare with one half
    if (drop <= detail::number_digits) {
        const detail::uint128 unit = detail::powers_of_ten[static_cast<std::size_t>(drop)];
        kept = magnitude / unit;
        const detail::uint128 rest = magnitude % unit;
        if (rest == 0) return n;
        half = rest < unit / 2 ? -1 : rest == unit / 2 ? 0 : 1;
    } else if (magnitude == 0) {
        return n;
    }
    bool away = false;
    switch (how) {
        case rounding::half_even:
            away = half > 0 || (half == 0 && kept % 2 != 0);
            break;
        case rounding::half_up:
            away = half >= 0;
            break;
        case rounding::half_down:
            away = half > 0;
            break;
        case rounding::up:
            away = true;
            break;
        case rounding::down:
            away = false;
            break;
        case rounding::floor:
            away = negative;
            break;
        case rounding::ceiling:
            away = !negative;
            break;
    }
    const auto rounded = static_cast<detail::int128>(kept + static_cast<detail::uint128>(away));
    return number::make(negative ? -rounded : rounded, -scale);
}

/// The integer part, towards zero, if it fits 64 bits.
[[nodiscard]] inline std::optional<std::int64_t> truncate(const number& n) {
    if (const std::optional<std::int64_t> exact = n.to_int64()) return exact;
    const std::optional<number> cut = round_to_scale(n, 0, rounding::down);
    return cut ? cut->to_int64() : std::nullopt;
}

/// FEEL's modulo: dividend - divisor * floor(dividend / divisor); the sign is the divisor's.
/// Returns: nullopt where the divisor is zero or the two lie too far apart to be exact.
[[nodiscard]] inline std::optional<number> modulo(const number& dividend, const number& divisor) {
    if (divisor.sign() == 0) return std::nullopt;
    const int low = std::min(dividend.exponent(), divisor.exponent());
    const int shift = std::max(dividend.exponent(), divisor.exponent()) - low;
    constexpr int furthest = 100;
    if (shift > furthest) return std::nullopt;
    const auto aligned = [low](const number& n) {
        return detail::wide_int(n.coefficient()) * detail::wide_power_of_ten(n.exponent() - low);
    };
    const detail::wide_int by = aligned(divisor);
    detail::wide_int rest = aligned(dividend) % by;
    if (rest != 0 && (rest < 0) != (by < 0)) rest += by;
    return detail::round_wide(rest, low);
}

namespace detail {

[[nodiscard]] inline number value_or_throw(std::optional<number> n) {
    if (!n) throw invalid_value("number out of range");
    return *n;
}

}  // namespace detail

/// Errors of these: invalid_value beyond the range of exponents, or for a division by zero.
[[nodiscard]] inline number operator+(const number& a, const number& b) {
    return detail::value_or_throw(add(a, b));
}
[[nodiscard]] inline number operator-(const number& a, const number& b) {
    return detail::value_or_throw(subtract(a, b));
}
[[nodiscard]] inline number operator*(const number& a, const number& b) {
    return detail::value_or_throw(multiply(a, b));
}
[[nodiscard]] inline number operator/(const number& a, const number& b) {
    return detail::value_or_throw(divide(a, b));
}

}  // namespace xuanren
