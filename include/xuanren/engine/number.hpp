// include/xuanren/engine/number.hpp
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace xuanren {

namespace detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

inline constexpr int number_digits = 34;
/// The exponent of the first digit lies within this bound on either side, as in decimal128.
inline constexpr int number_exponent_bound = 6144;

inline constexpr std::array<uint128, 39> powers_of_ten = [] {
    std::array<uint128, 39> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

[[nodiscard]] constexpr int count_digits(uint128 n) noexcept {
    int digits = 0;
    while (digits < 39 && n >= powers_of_ten[static_cast<std::size_t>(digits)]) ++digits;
    return digits;
}

}  // namespace detail

/// FEEL's number 数: an exact decimal of at most 34 significant digits, rounded half to even.
///
/// Copying is trivial and nothing allocates. Arithmetic stands in number_arithmetic.hpp.
class number {
public:
    constexpr number(std::int64_t value = 0) noexcept
        : high_(value < 0 ? -1 : 0), low_(static_cast<std::uint64_t>(value)) {}

    /// coefficient * 10^exponent, rounded to 34 digits; nullopt beyond the range of exponents.
    /// `inexact` says that digits below the last one were lost and are not all zero.
    [[nodiscard]] static constexpr std::optional<number> make(detail::int128 coefficient,
                                                              std::int64_t exponent,
                                                              bool inexact = false) noexcept;

    /// A FEEL numeric literal, with an optional sign: "-12.50", ".5", "1.23e+4"; else nullopt.
    [[nodiscard]] static constexpr std::optional<number> parse(std::string_view text) noexcept;

    [[nodiscard]] constexpr detail::int128 coefficient() const noexcept {
        return static_cast<detail::int128>(
            (static_cast<detail::uint128>(static_cast<std::uint64_t>(high_)) << 64) | low_);
    }
    [[nodiscard]] constexpr int exponent() const noexcept { return exponent_; }

    [[nodiscard]] constexpr bool is_integer() const noexcept { return exponent_ >= 0; }
    [[nodiscard]] constexpr int sign() const noexcept {
        return high_ < 0 ? -1 : (high_ | static_cast<std::int64_t>(low_ != 0)) != 0 ? 1 : 0;
    }
    /// The value if it is an integer of 64 bits.
    [[nodiscard]] constexpr std::optional<std::int64_t> to_int64() const noexcept {
        if (!is_small()) return std::nullopt;
        return static_cast<std::int64_t>(low_);
    }
    /// Whether the value is an integer of 64 bits.
    [[nodiscard]] constexpr bool is_small() const noexcept {
        return exponent_ == 0 && high_ == (static_cast<std::int64_t>(low_) < 0 ? -1 : 0);
    }

    /// Equal numbers have one representation, so this compares members.
    friend constexpr bool operator==(const number&, const number&) = default;
    friend constexpr std::strong_ordering operator<=>(const number& a, const number& b) noexcept {
        if (a.is_small() && b.is_small())
            return static_cast<std::int64_t>(a.low_) <=> static_cast<std::int64_t>(b.low_);
        return compare(a, b);
    }
    friend constexpr number operator-(const number& a) noexcept {
        number negated;
        negated.store(-a.coefficient(), a.exponent_);
        return negated;
    }

private:
    constexpr void store(detail::int128 coefficient, int exponent) noexcept {
        high_ = static_cast<std::int64_t>(coefficient >> 64);
        low_ = static_cast<std::uint64_t>(static_cast<detail::uint128>(coefficient));
        exponent_ = exponent;
    }
    static constexpr std::strong_ordering compare(const number& a, const number& b) noexcept;

    // INVARIANT: one form for each value. An integer of at most 34 digits has exponent 0; a larger
    // one 34 digits; a fraction a last digit that is not zero.
    std::int64_t high_;
    std::uint64_t low_;
    std::int32_t exponent_ = 0;
};

constexpr std::optional<number> number::make(detail::int128 coefficient, std::int64_t exponent,
                                             bool inexact) noexcept {
    using detail::count_digits;
    using detail::powers_of_ten;
    const bool negative = coefficient < 0;
    auto magnitude = static_cast<detail::uint128>(negative ? -coefficient : coefficient);
    number made;
    if (magnitude == 0) return made;
    int digits = count_digits(magnitude);
    if (digits > detail::number_digits) {
        const int excess = digits - detail::number_digits;
        const detail::uint128 unit = powers_of_ten[static_cast<std::size_t>(excess)];
        const detail::uint128 rest = magnitude % unit;
        magnitude /= unit;
        exponent += excess;
        if (rest > unit / 2 || (rest == unit / 2 && (inexact || magnitude % 2 != 0))) ++magnitude;
    }
    while (exponent < 0 && magnitude % 10 == 0) {
        magnitude /= 10;
        ++exponent;
    }
    digits = count_digits(magnitude);
    if (digits > detail::number_digits) {  // rounding carried into a 35th digit
        magnitude /= 10;
        ++exponent;
        --digits;
    }
    if (exponent > 0) {
        const auto room = static_cast<std::int64_t>(detail::number_digits - digits);
        const std::int64_t shift = exponent < room ? exponent : room;
        magnitude *= powers_of_ten[static_cast<std::size_t>(shift)];
        exponent -= shift;
        digits += static_cast<int>(shift);
    }
    const std::int64_t first = exponent + digits - 1;
    if (first > detail::number_exponent_bound || first < -detail::number_exponent_bound)
        return std::nullopt;
    const auto rounded = static_cast<detail::int128>(magnitude);
    made.store(negative ? -rounded : rounded, static_cast<int>(exponent));
    return made;
}

constexpr std::strong_ordering number::compare(const number& a, const number& b) noexcept {
    if (a.sign() != b.sign()) return a.sign() <=> b.sign();
    if (a.sign() == 0) return std::strong_ordering::equal;
    const auto magnitude = [](const number& n) {
        const detail::int128 c = n.coefficient();
        return static_cast<detail::uint128>(c < 0 ? -c : c);
    };
    detail::uint128 left = magnitude(a);
    detail::uint128 right = magnitude(b);
    const int left_first = a.exponent_ + detail::count_digits(left);
    const int right_first = b.exponent_ + detail::count_digits(right);
    std::strong_ordering order = left_first <=> right_first;
    if (order == 0) {
        // Their first digits stand at one place, so neither grows past 34 digits when aligned.
        if (a.exponent_ > b.exponent_)
            left *= detail::powers_of_ten[static_cast<std::size_t>(a.exponent_ - b.exponent_)];
        else
            right *= detail::powers_of_ten[static_cast<std::size_t>(b.exponent_ - a.exponent_)];
        order = left <=> right;
    }
    return a.sign() > 0 ? order : 0 <=> order;
}

constexpr std::optional<number> number::parse(std::string_view text) noexcept {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
    detail::int128 coefficient = 0;
    std::int64_t exponent = 0;
    int kept = 0;
    bool inexact = false;
    bool any = false;
    const auto take = [&](char c, bool is_fraction) {
        any = true;
        if (kept < 36) {
            coefficient = coefficient * 10 + (c - '0');
            kept += static_cast<int>(kept > 0 || c != '0');
            exponent -= static_cast<std::int64_t>(is_fraction);
        } else {
            inexact = inexact || c != '0';
            exponent += static_cast<std::int64_t>(!is_fraction);
        }
    };
    while (at < text.size() && is_digit(text[at])) take(text[at++], false);
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (at == text.size() || !is_digit(text[at])) return std::nullopt;
        while (at < text.size() && is_digit(text[at])) take(text[at++], true);
    }
    if (!any) return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        bool down = false;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) down = text[at++] == '-';
        if (at == text.size()) return std::nullopt;
        std::int64_t power = 0;
        for (; at < text.size() && is_digit(text[at]); ++at)
            if (power < 1'000'000'000) power = power * 10 + (text[at] - '0');
        exponent += down ? -power : power;
    }
    if (at != text.size()) return std::nullopt;
    return make(negative ? -coefficient : coefficient, exponent, inexact);
}

/// Plain decimal notation, "-0.05"; with an exponent, "1E+50", only where zeros would pile up.
[[nodiscard]] inline std::string to_string(const number& n) {
    const detail::int128 c = n.coefficient();
    auto magnitude = static_cast<detail::uint128>(c < 0 ? -c : c);
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(magnitude % 10)));
        magnitude /= 10;
    } while (magnitude != 0);
    const int length = static_cast<int>(digits.size());
    const int point = length + n.exponent();  // digits before the decimal point
    constexpr int widest = 60;
    if (point > widest || point < -widest) {
        while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
        if (digits.size() > 1) digits.insert(1, ".");
        const int power = point - 1;
        digits += power < 0 ? "E-" : "E+";
        digits += std::to_string(power < 0 ? -power : power);
    } else if (n.exponent() >= 0) {
        digits.append(static_cast<std::size_t>(n.exponent()), '0');
    } else if (point > 0) {
        digits.insert(static_cast<std::size_t>(point), ".");
    } else {
        digits.insert(0, "0." + std::string(static_cast<std::size_t>(-point), '0'));
    }
    return c < 0 ? "-" + digits : digits;
}

}  // namespace xuanren
