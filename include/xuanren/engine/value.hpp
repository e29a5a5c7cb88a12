// include/xuanren/engine/value.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/interval.hpp>
#include <xuanren/engine/number.hpp>
#include <xuanren/engine/type.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {

/// Not on file 情况不明; the answer of anything that hangs on it.
struct unknown_value {
    friend constexpr bool operator==(unknown_value, unknown_value) = default;
};

/// FEEL's null. It appears in `eval`, inside list expressions and as the answer of a definition
/// that can be none; a fact is never null.
struct null_value {
    friend constexpr bool operator==(null_value, null_value) = default;
};

/// What stands in place of a value.
enum class absence : std::uint8_t { unknown, null };

/// FEEL's days and time duration, to the nanosecond. The sign is that of both parts.
struct day_time_duration {
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;

    friend constexpr bool operator==(day_time_duration, day_time_duration) = default;
    friend constexpr auto operator<=>(day_time_duration, day_time_duration) = default;
};

/// One word of an enumeration 枚举值.
struct enumerator {
    const enumeration* words;  ///< outlives the value
    int index;

    friend constexpr bool operator==(enumerator, enumerator) = default;
};

struct list_value;
struct record_value;
struct range_value;

/// What an expression yields or a fact holds 值. Copying allocates nothing.
///
/// Dates, periods and numbers are intervals: a date known to the month is the interval of its days.
class value {
public:
    // Eleven alternatives: up to that many, libstdc++ copies and destroys them by a switch, beyond
    // it by a call through a table, which cost a tenth of all judging.
    using variant = std::variant<absence, bool, interval<number>,
                                 std::shared_ptr<const std::string>, interval<civil_date>,
                                 interval<months>, interval<day_time_duration>, enumerator,
                                 std::shared_ptr<const range_value>,
                                 std::shared_ptr<const list_value>,
                                 std::shared_ptr<const record_value>>;

    value() noexcept = default;  ///< unknown
    value(unknown_value) noexcept {}
    value(null_value) noexcept : held_(absence::null) {}
    value(bool truth) noexcept : held_(truth) {}
    value(truth t) noexcept {
        if (t != truth::unknown) held_ = t == truth::yes;
    }
    value(xuanren::number n) : held_(interval<xuanren::number>(std::move(n))) {}
    value(interval<xuanren::number> n) : held_(std::move(n)) {}
    value(std::string s) : held_(std::make_shared<const std::string>(std::move(s))) {}
    value(const char* s) : value(std::string(s)) {}
    value(const civil_date& date) : held_(days_of(date)) {}
    value(interval<civil_date> dates) noexcept : held_(dates) {}
    value(xuanren::months m) noexcept : held_(interval<xuanren::months>(m)) {}
    value(interval<xuanren::months> m) noexcept : held_(m) {}
    value(day_time_duration d) noexcept : held_(interval<day_time_duration>(d)) {}
    value(interval<day_time_duration> d) noexcept : held_(d) {}
    value(enumerator word) noexcept : held_(word) {}
    value(std::shared_ptr<const range_value> r) noexcept : held_(std::move(r)) {}
    value(std::shared_ptr<const list_value> l) noexcept : held_(std::move(l)) {}
    value(std::shared_ptr<const record_value> r) noexcept : held_(std::move(r)) {}

    [[nodiscard]] bool is_unknown() const noexcept { return is_absent(absence::unknown); }
    [[nodiscard]] bool is_null() const noexcept { return is_absent(absence::null); }

    /// The alternative T if it is held, else nullptr.
    template <class T>
    [[nodiscard]] const T* as() const noexcept {
        return std::get_if<T>(&held_);
    }
    [[nodiscard]] const variant& held() const noexcept { return held_; }

    /// A boolean as a truth; anything else is unknown.
    [[nodiscard]] truth to_truth() const noexcept {
        const bool* b = as<bool>();
        return b == nullptr ? truth::unknown : xuanren::to_truth(*b);
    }

private:
    [[nodiscard]] bool is_absent(absence why) const noexcept {
        const absence* held = as<absence>();
        return held != nullptr && *held == why;
    }

    variant held_;
};

struct list_value {
    std::vector<value> items;
};

struct record_value {
    const record_type* type;       ///< outlives the value; null for an untyped record
    std::vector<value> fields;     ///< in the order of type->fields
};

/// How a range was written; FEEL holds `(< 10)` and `(null..10)` apart.
enum class range_form : std::uint8_t {
    bounds,     ///< [1..10], and every range of the records
    with_null,  ///< [1..null], literally: nothing can be said to lie in it
    less, less_equal, greater, greater_equal, equal, not_equal,  ///< a unary test: (< 10)
};

/// A FEEL range. An absent bound (null) is open to infinity; a date range to the present has null.
struct range_value {
    value low;
    value high;
    bool low_included = true;
    bool high_included = true;
    range_form form = range_form::bounds;
};

}  // namespace xuanren
