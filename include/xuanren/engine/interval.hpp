// include/xuanren/engine/interval.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/truth.hpp>

#include <cassert>
#include <utility>

namespace xuanren {

/// What is known of a value 已知范围: it lies from `low` to `high`, both included.
///
/// A value known exactly has low equal to high. Comparisons are three-valued: yes or no where
/// every value within the bounds says so, unknown otherwise.
template <class T>
class interval {
public:
    constexpr interval(T exact) : low_(exact), high_(std::move(exact)) {}
    /// Requires: !(high < low).
    constexpr interval(T low, T high) : low_(std::move(low)), high_(std::move(high)) {
        assert(!(high_ < low_));
    }

    [[nodiscard]] constexpr const T& low() const noexcept { return low_; }
    [[nodiscard]] constexpr const T& high() const noexcept { return high_; }
    [[nodiscard]] constexpr bool is_exact() const { return low_ == high_; }

    friend constexpr bool operator==(const interval&, const interval&) = default;

private:
    T low_;
    T high_;
};

template <class T>
[[nodiscard]] constexpr truth less(const interval<T>& a, const interval<T>& b) {
    if (a.high() < b.low()) return truth::yes;
    if (!(a.low() < b.high())) return truth::no;
    return truth::unknown;
}

template <class T>
[[nodiscard]] constexpr truth less_equal(const interval<T>& a, const interval<T>& b) {
    return !less(b, a);
}

template <class T>
[[nodiscard]] constexpr truth equal(const interval<T>& a, const interval<T>& b) {
    if (a.is_exact() && b.is_exact()) return to_truth(a.low() == b.low());
    if (a.high() < b.low() || b.high() < a.low()) return truth::no;
    return truth::unknown;
}

/// The days that a date of any precision can mean.
[[nodiscard]] constexpr interval<civil_date> days_of(const civil_date& date) {
    return {date.first_day(), date.last_day()};
}

}  // namespace xuanren
