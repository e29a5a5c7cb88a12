// include/xuanren/engine/compare.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/interval.hpp>
#include <xuanren/engine/value.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <variant>

namespace xuanren {

/// What a test can answer: Kleene's three and FEEL's null 判断值.
///
/// Unknown wins over null where neither decides: what is learnt later may still decide.
enum class answer : std::uint8_t { no, null, unknown, yes };

[[nodiscard]] constexpr answer to_answer(truth t) noexcept {
    return t == truth::yes ? answer::yes : t == truth::no ? answer::no : answer::unknown;
}
[[nodiscard]] constexpr answer to_answer(bool b) noexcept {
    return b ? answer::yes : answer::no;
}
/// A boolean or unknown as such; anything else is no boolean, so null.
[[nodiscard]] inline answer to_answer(const value& v) noexcept {
    if (const bool* b = v.as<bool>()) return to_answer(*b);
    return v.is_unknown() ? answer::unknown : answer::null;
}
[[nodiscard]] inline value to_value(answer a) noexcept {
    if (a == answer::unknown) return unknown_value{};
    if (a == answer::null) return null_value{};
    return a == answer::yes;
}
[[nodiscard]] constexpr answer operator&(answer a, answer b) noexcept {
    if (a == answer::no || b == answer::no) return answer::no;
    if (a == answer::unknown || b == answer::unknown) return answer::unknown;
    return a == answer::null || b == answer::null ? answer::null : answer::yes;
}
[[nodiscard]] constexpr answer operator|(answer a, answer b) noexcept {
    if (a == answer::yes || b == answer::yes) return answer::yes;
    if (a == answer::unknown || b == answer::unknown) return answer::unknown;
    return a == answer::null || b == answer::null ? answer::null : answer::no;
}
[[nodiscard]] constexpr answer operator!(answer a) noexcept {
    return a == answer::yes ? answer::no : a == answer::no ? answer::yes : a;
}

/// FEEL's `a = b` 相等: null where the two are of different kinds, unknown where a side is.
[[nodiscard]] inline answer is_equal(const value& a, const value& b);
/// FEEL's `a < b` 小于: null where the two have no common order.
[[nodiscard]] inline answer is_less(const value& a, const value& b);
/// Whether v lies in the range 在区间内.
[[nodiscard]] inline answer is_within(const value& v, const range_value& range);
/// Whether v passes a test of `in`: a value, a range, or a list of either.
[[nodiscard]] inline answer is_member(const value& v, const value& test);

namespace detail {

[[nodiscard]] inline answer equal_lists(const list_value& a, const list_value& b) {
    if (a.items.size() != b.items.size()) return answer::no;
    answer all = answer::yes;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        const answer one = is_equal(a.items[i], b.items[i]);
        all = all & (one == answer::null ? answer::no : one);
    }
    return all;
}

[[nodiscard]] inline answer equal_ranges(const range_value& a, const range_value& b) {
    if (a.form != b.form || a.low_included != b.low_included || a.high_included != b.high_included)
        return answer::no;
    return is_equal(a.low, b.low) & is_equal(a.high, b.high);
}

[[nodiscard]] inline answer equal_records(const record_value& a, const record_value& b) {
    if (a.type != b.type || a.fields.size() != b.fields.size()) return answer::no;
    answer all = answer::yes;
    for (std::size_t i = 0; i < a.fields.size(); ++i)
        all = all & is_equal(a.fields[i], b.fields[i]);
    return all;
}

template <class T>
inline constexpr bool is_interval = false;
template <class T>
inline constexpr bool is_interval<interval<T>> = true;

}  // namespace detail

inline answer is_equal(const value& a, const value& b) {
    if (a.is_unknown() || b.is_unknown()) return answer::unknown;
    if (a.is_null() || b.is_null()) return to_answer(a.is_null() && b.is_null());
    if (a.held().index() != b.held().index()) return answer::null;
    if (const auto* word = a.as<enumerator>()) {
        const auto* other = b.as<enumerator>();
        return word->words == other->words ? to_answer(word->index == other->index) : answer::null;
    }
    return std::visit(
        [&b](const auto& left) {
            using T = std::decay_t<decltype(left)>;
            const T& right = *b.as<T>();
            if constexpr (detail::is_interval<T>) {
                return to_answer(equal(left, right));
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>) {
                return to_answer(*left == *right);
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const list_value>>) {
                return detail::equal_lists(*left, *right);
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const range_value>>) {
                return detail::equal_ranges(*left, *right);
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const record_value>>) {
                return detail::equal_records(*left, *right);
            } else {
                return to_answer(left == right);
            }
        },
        a.held());
}

inline answer is_less(const value& a, const value& b) {
    if (a.is_unknown() || b.is_unknown()) return answer::unknown;
    if (a.held().index() != b.held().index()) return answer::null;
    return std::visit(
        [&b](const auto& left) {
            using T = std::decay_t<decltype(left)>;
            const T& right = *b.as<T>();
            if constexpr (detail::is_interval<T>) {
                return to_answer(less(left, right));
            } else if constexpr (std::is_same_v<T, enumerator>) {
                if (left.words != right.words || !left.words->is_ordered) return answer::null;
                return to_answer(left.index < right.index);
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>) {
                return to_answer(*left < *right);  // bytes of UTF-8 sort as their code points do
            } else {
                return answer::null;
            }
        },
        a.held());
}

inline answer is_within(const value& v, const range_value& range) {
    if (v.is_unknown()) return answer::unknown;
    switch (range.form) {
        case range_form::with_null:
            return answer::null;
        case range_form::equal:
            return is_equal(v, range.low);
        case range_form::not_equal:
            return !is_equal(v, range.low);
        default:
            break;
    }
    if (v.is_null()) return answer::null;
    answer within = answer::yes;
    if (!range.low.is_null())
        within = range.low_included ? !is_less(v, range.low) : is_less(range.low, v);
    if (!range.high.is_null())
        within = within & (range.high_included ? !is_less(range.high, v) : is_less(v, range.high));
    return within;
}

inline answer is_member(const value& v, const value& test) {
    if (v.is_unknown() || test.is_unknown()) return answer::unknown;
    if (const auto* range = test.as<std::shared_ptr<const range_value>>()) {
        if (v.as<std::shared_ptr<const range_value>>() != nullptr) return is_equal(v, test);
        return is_within(v, **range);
    }
    if (const auto* list = test.as<std::shared_ptr<const list_value>>()) {
        answer any = answer::no;
        if (v.as<std::shared_ptr<const list_value>>() != nullptr) any = is_equal(v, test);
        for (const value& item : (*list)->items) {
            const auto* range = item.as<std::shared_ptr<const range_value>>();
            const answer one = range != nullptr ? is_member(v, item) : is_equal(v, item);
            any = any | (one == answer::null && range == nullptr ? answer::no : one);
        }
        return any;
    }
    return is_equal(v, test);
}

/// The comparison `a op b`.
[[nodiscard]] inline answer compare(operator_kind op, const value& a, const value& b) {
    switch (op) {
        case operator_kind::equal:
            return is_equal(a, b);
        case operator_kind::not_equal:
            return !is_equal(a, b);
        case operator_kind::less:
            return is_less(a, b);
        case operator_kind::greater:
            return is_less(b, a);
        case operator_kind::less_equal:
            return !is_less(b, a);
        case operator_kind::greater_equal:
            return !is_less(a, b);
        default:
            return answer::null;
    }
}

}  // namespace xuanren
