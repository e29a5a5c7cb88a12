// include/xuanren/engine/number_functions.hpp
#pragma once

#include <xuanren/engine/number_arithmetic.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <ios>
#include <optional>
#include <string>

namespace xuanren {

namespace detail {

/// Twice the digits of a number, so that a result rounds to 34 digits as the exact one does.
using wide_decimal =
    boost::multiprecision::number<boost::multiprecision::cpp_dec_float<80, std::int32_t, void>,
                                  boost::multiprecision::et_off>;

[[nodiscard]] inline wide_decimal widen(const number& n) {
    return wide_decimal(to_string(n));
}

/// Rounded to 60 digits first, where guard digits hide the last error of an exact result.
[[nodiscard]] inline std::optional<number> narrow(const wide_decimal& d) {
    if (!boost::multiprecision::isfinite(d)) return std::nullopt;
    return number::parse(d.str(60, std::ios_base::scientific));
}

}  // namespace detail

/// base ** power; nullopt where there is no real value or it is out of range.
[[nodiscard]] inline std::optional<number> power(const number& base, const number& exponent) {
    if (exponent.sign() == 0) return number(1);
    if (base.sign() == 0) return exponent.sign() > 0 ? std::optional(number(0)) : std::nullopt;
    if (base == number(1)) return base;
    if (!exponent.is_integer() && base.sign() < 0) return std::nullopt;
    const auto whole = exponent.to_int64();
    if (exponent.is_integer() && !whole) {
        if (base == number(-1)) return number(1);  // beyond 64 bits every number kept is even
        return std::nullopt;
    }
    using boost::multiprecision::abs;
    using boost::multiprecision::log10;
    using boost::multiprecision::pow;
    const detail::wide_decimal wide = detail::widen(base);
    const detail::wide_decimal size = log10(abs(wide)) * detail::widen(exponent);
    if (abs(size) > detail::number_exponent_bound + 2) return std::nullopt;
    if (!whole) return detail::narrow(pow(wide, detail::widen(exponent)));
    // By squaring, since the exponent is an integer: exact wherever 80 digits are.
    std::uint64_t left =
        *whole < 0 ? 0 - static_cast<std::uint64_t>(*whole) : static_cast<std::uint64_t>(*whole);
    detail::wide_decimal result = 1;
    for (detail::wide_decimal square = wide; left != 0; left >>= 1) {
        if ((left & 1) != 0) result *= square;
        if (left > 1) square *= square;
    }
    return detail::narrow(*whole < 0 ? 1 / result : result);
}

[[nodiscard]] inline std::optional<number> square_root(const number& n) {
    if (n.sign() < 0) return std::nullopt;
    return detail::narrow(boost::multiprecision::sqrt(detail::widen(n)));
}

[[nodiscard]] inline std::optional<number> natural_logarithm(const number& n) {
    if (n.sign() <= 0) return std::nullopt;
    return detail::narrow(boost::multiprecision::log(detail::widen(n)));
}

[[nodiscard]] inline std::optional<number> exponential(const number& n) {
    constexpr int widest = 14200;  // e^14147 is 10^6144
    if (n > number(widest)) return std::nullopt;
    if (n < number(-widest)) return number(0);
    return detail::narrow(boost::multiprecision::exp(detail::widen(n)));
}

}  // namespace xuanren
