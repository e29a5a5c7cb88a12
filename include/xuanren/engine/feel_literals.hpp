// include/xuanren/engine/feel_literals.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xuanren {

namespace detail {

/// Reads digits off the front of a text.
class digit_reader {
public:
    explicit constexpr digit_reader(std::string_view text) : rest_(text) {}

    constexpr bool take(char c) {
        if (rest_.empty() || rest_[0] != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// A run of digits; nullopt where there is none or it is longer than `most`.
    constexpr std::optional<std::int64_t> digits(std::size_t most = 18) {
        std::size_t count = 0;
        std::int64_t n = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            if (++count > most) return std::nullopt;
            n = n * 10 + (rest_[count - 1] - '0');
        }
        length_ = count;
        rest_.remove_prefix(count);
        if (count == 0) return std::nullopt;
        return n;
    }
    [[nodiscard]] constexpr std::size_t last_length() const { return length_; }
    [[nodiscard]] constexpr bool done() const { return rest_.empty(); }
    [[nodiscard]] constexpr char next() const { return rest_.empty() ? '\0' : rest_[0]; }

private:
    std::string_view rest_;
    std::size_t length_ = 0;
};

}  // namespace detail

/// FEEL's date text, "2024-05-01"; a year of more than four digits has no leading zero.
[[nodiscard]] constexpr std::optional<civil_date> parse_feel_date(std::string_view text) {
    detail::digit_reader reader(text);
    const bool negative = reader.take('-');
    const char first = reader.next();
    const auto year = reader.digits(9);
    const std::size_t year_length = reader.last_length();
    if (!year || year_length < 4 || (year_length > 4 && first == '0') || !reader.take('-'))
        return std::nullopt;
    const auto month = reader.digits(2);
    if (!month || reader.last_length() != 2 || !reader.take('-')) return std::nullopt;
    const auto day = reader.digits(2);
    if (!day || reader.last_length() != 2 || !reader.done()) return std::nullopt;
    const std::int64_t signed_year = negative ? -*year : *year;
    if (*month < 1 || *month > 12 || *day < 1 ||
        *day > days_in_month(signed_year, static_cast<int>(*month)))
        return std::nullopt;
    return civil_date(static_cast<int>(signed_year), static_cast<int>(*month),
                      static_cast<int>(*day));
}

/// FEEL's duration text: "P2Y6M" is months, "P1DT2H" days; nullopt for any other, the two mixed
/// too.
[[nodiscard]] inline std::optional<value> parse_feel_duration(std::string_view text) {
    detail::digit_reader reader(text);
    const bool negative = reader.take('-');
    if (!reader.take('P')) return std::nullopt;
    const detail::int128 sign = negative ? -1 : 1;
    std::optional<std::int64_t> n;
    bool any = false;
    detail::int128 month_count = 0;
    detail::int128 seconds = 0;
    std::int64_t nanoseconds = 0;
    constexpr detail::int128 widest = 1'000'000'000'000'000'000;
    const auto number_before = [&](char unit) {
        if (!n) n = reader.digits();
        if (!n || !reader.take(unit)) return false;
        any = true;
        return true;
    };
    if (number_before('Y')) {
        month_count += detail::int128{*n} * 12;
        n.reset();
    }
    if (number_before('M')) {
        month_count += *n;
        n.reset();
    }
    if (any) {
        if (n || !reader.done() || month_count > widest) return std::nullopt;
        const auto made = detail::make_months(static_cast<std::int64_t>(sign * month_count));
        if (!made) return std::nullopt;
        return value(*made);
    }
    if (number_before('D')) {
        seconds += detail::int128{*n} * detail::seconds_per_day;
        n.reset();
    }
    if (n) return std::nullopt;
    if (reader.take('T')) {
        bool any_time = false;
        const auto time_part = [&](char unit, std::int64_t factor) {
            if (!number_before(unit)) return;
            seconds += detail::int128{*n} * factor;
            n.reset();
            any_time = true;
        };
        time_part('H', 3600);
        time_part('M', 60);
        if (!n) n = reader.digits();
        if (n) {
            if (reader.take('.')) {
                const auto fraction = reader.digits(9);
                if (!fraction) return std::nullopt;
                nanoseconds = *fraction;
                for (std::size_t i = reader.last_length(); i < 9; ++i) nanoseconds *= 10;
            }
            if (!reader.take('S')) return std::nullopt;
            seconds += *n;
            any_time = true;
            any = true;
        }
        if (!any_time) return std::nullopt;
    }
    if (!any || !reader.done()) return std::nullopt;
    const auto made =
        detail::make_duration(sign * (seconds * detail::nanoseconds_per_second + nanoseconds));
    if (!made) return std::nullopt;
    return value(*made);
}

/// "P1DT2H3M4.5S"; "PT0S" for none.
[[nodiscard]] inline std::string to_string(const day_time_duration& d) {
    const bool negative = d.seconds < 0 || d.nanoseconds < 0;
    const std::int64_t seconds = negative ? -d.seconds : d.seconds;
    const std::int64_t fraction = negative ? -std::int64_t{d.nanoseconds} : d.nanoseconds;
    std::string out = negative ? "-P" : "P";
    if (seconds == 0 && fraction == 0) return "PT0S";
    if (seconds >= 86'400) out += std::to_string(seconds / 86'400) + "D";
    const std::int64_t rest = seconds % 86'400;
    if (rest == 0 && fraction == 0) return out;
    out += "T";
    if (rest >= 3'600) out += std::to_string(rest / 3'600) + "H";
    if (rest % 3'600 >= 60) out += std::to_string(rest % 3'600 / 60) + "M";
    if (rest % 60 != 0 || fraction != 0) {
        out += std::to_string(rest % 60);
        if (fraction != 0) {
            std::string digits = std::to_string(fraction);
            digits.insert(0, 9 - digits.size(), '0');
            while (digits.back() == '0') digits.pop_back();
            out += "." + digits;
        }
        out += "S";
    }
    return out;
}

}  // namespace xuanren
