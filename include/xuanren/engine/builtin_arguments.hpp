// include/xuanren/engine/builtin_arguments.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/compare.hpp>
#include <xuanren/engine/number_arithmetic.hpp>
#include <xuanren/engine/value.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

using argument_list = std::span<const value>;

[[nodiscard]] inline value null_or(std::optional<number> n) {
    return n ? value(*n) : value(null_value{});
}

[[nodiscard]] inline value list_of(std::vector<value> items) {
    auto made = std::make_shared<list_value>();
    made->items = std::move(items);
    return std::shared_ptr<const list_value>(std::move(made));
}

[[nodiscard]] inline const std::vector<value>* as_list(const value& v) {
    const auto* list = v.as<std::shared_ptr<const list_value>>();
    return list == nullptr ? nullptr : &(*list)->items;
}

[[nodiscard]] inline const std::string* as_string(const value& v) {
    const auto* s = v.as<std::shared_ptr<const std::string>>();
    return s == nullptr ? nullptr : s->get();
}

/// The argument as an exact whole number, towards zero; nullopt where it is none.
[[nodiscard]] inline std::optional<std::int64_t> as_whole(const value& v) {
    const auto* n = v.as<interval<number>>();
    if (n == nullptr || !n->is_exact()) return std::nullopt;
    return truncate(n->low());
}

/// Whether a number, date or period is not known exactly.
[[nodiscard]] inline bool is_inexact(const value& v) {
    return std::visit(
        [](const auto& held) {
            using T = std::decay_t<decltype(held)>;
            if constexpr (is_interval<T>)
                return !held.is_exact();
            else
                return false;
        },
        v.held());
}

/// Whether an item of the list, however deep, is unknown.
[[nodiscard]] inline bool holds_unknown(const std::vector<value>& items) {
    for (const value& item : items) {
        if (item.is_unknown()) return true;
        if (const std::vector<value>* inner = as_list(item);
            inner != nullptr && holds_unknown(*inner))
            return true;
    }
    return false;
}

/// Whether two items of a list are one: values of different kinds are not.
[[nodiscard]] inline answer is_same_item(const value& a, const value& b) {
    const answer equal = is_equal(a, b);
    return equal == answer::null ? answer::no : equal;
}

/// The lower or the upper bound of a value, as an exact value.
[[nodiscard]] inline value bound_of(const value& v, bool is_upper) {
    return std::visit(
        [is_upper, &v](const auto& held) -> value {
            using T = std::decay_t<decltype(held)>;
            if constexpr (is_interval<T>)
                return T(is_upper ? held.high() : held.low());
            else
                return v;
        },
        v.held());
}

/// The interval from one exact value to another of its kind.
[[nodiscard]] inline value between_bounds(const value& low, const value& high) {
    if (low.held().index() != high.held().index()) return null_value{};
    return std::visit(
        [&high, &low](const auto& held) -> value {
            using T = std::decay_t<decltype(held)>;
            if constexpr (is_interval<T>)
                return T(held.low(), high.as<T>()->low());
            else
                return low;
        },
        low.held());
}

}  // namespace xuanren::detail
