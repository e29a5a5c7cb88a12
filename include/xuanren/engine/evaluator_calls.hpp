// include/xuanren/engine/evaluator_calls.hpp
#pragma once

#include <xuanren/engine/evaluator.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// FEEL's conversions of an argument: a list of one item to the item, an item to a list of it.
inline void adapt(const builtin& function, std::span<value> given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
        const shape takes = function.parameters[std::min(i, function.most() - 1)].takes;
        value& argument = given[i];
        const auto* list = argument.as<std::shared_ptr<const list_value>>();
        if (is_list_shape(takes)) {
            if (list != nullptr || argument.is_null() || argument.is_unknown()) continue;
            auto wrapped = std::make_shared<list_value>();
            wrapped->items.push_back(std::move(argument));
            argument = std::shared_ptr<const list_value>(std::move(wrapped));
        } else if (list != nullptr && is_scalar_shape(takes) && (*list)->items.size() == 1) {
            value only = (*list)->items.front();
            argument = std::move(only);
        }
    }
}

/// Whether `entry`, or what stands before its "/*", begins the rule's id at a whole number:
/// 8.1.1 names 8.1.1/service, not 8.1.10/service.
[[nodiscard]] inline bool is_named_by(std::string_view rule, std::string_view entry) {
    if (entry.ends_with("/*")) entry.remove_suffix(2);
    if (entry.empty() || !rule.starts_with(entry)) return false;
    if (rule.size() == entry.size()) return true;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !(is_digit(entry.back()) && is_digit(rule[entry.size()]));
}

inline value evaluator::call(const node& n) {
    constexpr std::size_t few = 4;
    const std::size_t count = n.children.size();
    if (count <= few) {
        std::array<value, few> given;
        for (std::size_t i = 0; i < count; ++i) given[i] = evaluate(*n.children[i]);
        return call(*n.function, std::span(given.data(), count));
    }
    std::vector<value> given;
    given.reserve(count);
    for (const node_ptr& child : n.children) given.push_back(evaluate(*child));
    return call(*n.function, given);
}

inline value evaluator::call(const builtin& function, std::span<value> given) {
    adapt(function, given);
    std::size_t items = 0;
    for (const value& argument : given) {
        if (argument.is_unknown() && !function.takes_unknown) return unknown_value{};
        items += cost_of(argument);
    }
    // Some functions compare every item with every other.
    constexpr std::size_t pairs_at_once = 1'000;
    if (!spend(items + items * items / pairs_at_once)) return null_value{};
    value result = function.evaluate(given, with_);
    if (!spend(cost_of(result))) return null_value{};
    return result;
}

inline value evaluator::table(const node& n) {
    const auto key_count = static_cast<std::size_t>(n.index);
    if (with_.tables == nullptr || key_count > n.children.size()) return unknown_value{};
    std::array<value, 4> few;
    std::vector<value> many;
    if (key_count > few.size()) many.resize(key_count);
    const std::span<value> keys(key_count > few.size() ? many.data() : few.data(), key_count);
    for (std::size_t i = 0; i < key_count; ++i) {
        keys[i] = evaluate(*n.children[i]);
        if (keys[i].is_unknown() || keys[i].is_null()) return keys[i];
    }
    // Without a day of its own the table is that of the law's day, which need not be the reference.
    std::optional<interval<civil_date>> on;
    if (n.children.size() > key_count) {
        const value day = evaluate(*n.children[key_count]);
        const auto* dates = day.as<interval<civil_date>>();
        if (dates == nullptr) return day.is_unknown() ? day : value(null_value{});
        on = *dates;
    }
    return with_.tables->look_up(n.name, keys, on);
}

inline value evaluator::elapsed(const node& n) {
    value scratch;
    const value& from = at(*n.children[0], scratch);
    if (from.is_unknown() || !with_.reference) return unknown_value{};
    const auto* date = from.as<interval<civil_date>>();
    if (date == nullptr) return null_value{};
    const interval<civil_date>& to = *with_.reference;
    return interval<months>(elapsed_months(date->high(), to.low()),
                            elapsed_months(date->low(), to.high()));
}

inline answer evaluator::names(const node& n) {
    value scratch;
    const value& entries = at(*n.children[0], scratch);
    if (entries.is_unknown() || with_.set_aside_rule.empty()) return answer::unknown;
    const auto* list = entries.as<std::shared_ptr<const list_value>>();
    if (list == nullptr) return answer::null;
    answer any = answer::no;
    for (const value& item : (*list)->items) {
        const auto* entry = item.as<std::shared_ptr<const std::string>>();
        if (entry == nullptr)
            any = any | (item.is_unknown() ? answer::unknown : answer::null);
        else
            any = any | to_answer(is_named_by(with_.set_aside_rule, **entry));
    }
    return any;
}

}  // namespace xuanren::detail
