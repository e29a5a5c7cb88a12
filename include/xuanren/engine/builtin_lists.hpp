// include/xuanren/engine/builtin_lists.hpp
#pragma once

#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/number_functions.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// Unknown with an unknown member, else what Function makes of the members; null of no list.
template <value (*Function)(const std::vector<value>&)>
[[nodiscard]] value of_members(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    for (const value& item : *items)
        if (item.is_unknown()) return unknown_value{};
    return Function(*items);
}

/// Function of exact members; with partial ones the interval from that of their lower bounds to
/// that of their upper ones, since Function never falls where a member grows.
template <value (*Function)(const std::vector<value>&)>
[[nodiscard]] value at_both_bounds(const std::vector<value>& items) {
    if (std::none_of(items.begin(), items.end(), is_inexact)) return Function(items);
    std::vector<value> low, high;
    for (const value& item : items) {
        low.push_back(bound_of(item, false));
        high.push_back(bound_of(item, true));
    }
    return between_bounds(Function(low), Function(high));
}

template <bool IsMax>
[[nodiscard]] value extreme(const std::vector<value>& items) {
    if (items.empty()) return null_value{};
    const value* best = &items[0];
    if (is_less(*best, *best) == answer::null) return null_value{};
    for (std::size_t i = 1; i < items.size(); ++i) {
        const answer is_better = IsMax ? is_less(*best, items[i]) : is_less(items[i], *best);
        if (is_better == answer::null) return null_value{};
        if (is_better == answer::yes) best = &items[i];
    }
    return *best;
}

[[nodiscard]] inline value sum_of(const std::vector<value>& items) {
    if (items.empty()) return null_value{};
    value sum = items[0];
    if (negate(sum).is_null()) return null_value{};  // what has no minus has no sum
    for (std::size_t i = 1; i < items.size() && !sum.is_null(); ++i)
        sum = compute(operator_kind::add, sum, items[i]);
    return sum;
}

[[nodiscard]] inline value product_of(const std::vector<value>& items) {
    if (items.empty()) return null_value{};
    value product = number(1);
    for (const value& item : items) {
        if (item.as<interval<number>>() == nullptr) return null_value{};
        product = compute(operator_kind::multiply, product, item);
    }
    return product;
}

[[nodiscard]] inline value mean_of(const std::vector<value>& items) {
    const value count = number(static_cast<std::int64_t>(items.size()));
    return compute(operator_kind::divide, sum_of(items), count);
}

/// The numbers in order, or nullopt where a member is no exact number.
[[nodiscard]] inline std::optional<std::vector<number>> sorted_numbers(
    const std::vector<value>& items) {
    std::vector<number> numbers;
    for (const value& item : items) {
        const auto* n = item.as<interval<number>>();
        if (n == nullptr || !n->is_exact()) return std::nullopt;
        numbers.push_back(n->low());
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

[[nodiscard]] inline value median_of(const std::vector<value>& items) {
    const std::optional<std::vector<number>> numbers = sorted_numbers(items);
    if (!numbers || numbers->empty()) return null_value{};
    const std::size_t middle = numbers->size() / 2;
    if (numbers->size() % 2 != 0) return (*numbers)[middle];
    const std::optional<number> sum = add((*numbers)[middle - 1], (*numbers)[middle]);
    return sum ? null_or(divide(*sum, 2)) : value(null_value{});
}

/// The deviation of a sample: of fewer than two numbers there is none.
[[nodiscard]] inline value deviation_of(const std::vector<value>& items) {
    if (std::any_of(items.begin(), items.end(), is_inexact)) return unknown_value{};
    const std::optional<std::vector<number>> numbers = sorted_numbers(items);
    if (!numbers || numbers->size() < 2) return null_value{};
    wide_decimal mean = 0;
    for (const number& n : *numbers) mean += widen(n);
    mean /= numbers->size();
    wide_decimal squares = 0;
    for (const number& n : *numbers) squares += (widen(n) - mean) * (widen(n) - mean);
    return null_or(
        narrow(boost::multiprecision::sqrt(wide_decimal(squares / (numbers->size() - 1)))));
}

[[nodiscard]] inline value mode_of(const std::vector<value>& items) {
    if (std::any_of(items.begin(), items.end(), is_inexact)) return unknown_value{};
    const std::optional<std::vector<number>> numbers = sorted_numbers(items);
    if (!numbers) return null_value{};
    std::vector<value> modes;
    std::size_t most = 0;
    for (auto run = numbers->begin(); run != numbers->end();) {
        const auto end = std::upper_bound(run, numbers->end(), *run);
        const auto length = static_cast<std::size_t>(end - run);
        if (length > most) modes.clear();
        if (length >= most) modes.emplace_back(*run);
        most = std::max(most, length);
        run = end;
    }
    return list_of(std::move(modes));
}

[[nodiscard]] inline value count_of(const std::vector<value>& items) {
    return number(static_cast<std::int64_t>(items.size()));
}

/// Kleene's conjunction or disjunction of the members.
template <bool IsAll>
[[nodiscard]] value junction_of(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return a[0].is_unknown() ? a[0] : value(null_value{});
    answer result = IsAll ? answer::yes : answer::no;
    for (const value& item : *items)
        result = IsAll ? result & to_answer(item) : result | to_answer(item);
    return to_value(result);
}

[[nodiscard]] inline value list_contains(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    answer any = answer::no;
    for (const value& item : *items) any = any | is_same_item(item, a[1]);
    return to_value(any);
}

[[nodiscard]] inline value append(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return a[0].is_unknown() ? a[0] : value(null_value{});
    std::vector<value> all = *items;
    all.insert(all.end(), a.begin() + 1, a.end());
    return list_of(std::move(all));
}

[[nodiscard]] inline value concatenate(argument_list a, const environment&) {
    std::vector<value> all;
    for (const value& list : a) {
        const std::vector<value>* items = as_list(list);
        if (items == nullptr) return null_value{};
        all.insert(all.end(), items->begin(), items->end());
    }
    return list_of(std::move(all));
}

/// The index that a position from 1, or from -1 backwards, means; nullopt where there is none.
[[nodiscard]] inline std::optional<std::size_t> index_at(const value& position, std::size_t size) {
    const std::optional<std::int64_t> at = as_whole(position);
    const auto count = static_cast<std::int64_t>(size);
    if (!at || *at == 0 || *at > count || *at < -count) return std::nullopt;
    return static_cast<std::size_t>(*at > 0 ? *at - 1 : count + *at);
}

enum class edit : std::uint8_t { insert_before, replace, remove };

template <edit What>
[[nodiscard]] value edited(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    if (is_inexact(a[1])) return unknown_value{};
    const std::optional<std::size_t> at = index_at(a[1], items->size());
    if (!at) return null_value{};
    std::vector<value> all = *items;
    const auto place = all.begin() + static_cast<std::ptrdiff_t>(*at);
    if constexpr (What == edit::insert_before)
        all.insert(place, a[2]);
    else if constexpr (What == edit::replace)
        *place = a[2];
    else
        all.erase(place);
    return list_of(std::move(all));
}

[[nodiscard]] inline value reversed(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    return list_of({items->rbegin(), items->rend()});
}

[[nodiscard]] inline value sublist(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    if (is_inexact(a[1]) || (a.size() > 2 && is_inexact(a[2]))) return unknown_value{};
    const std::optional<std::size_t> from = index_at(a[1], items->size());
    if (!from) return null_value{};
    std::size_t length = items->size() - *from;
    if (a.size() > 2) {
        const std::optional<std::int64_t> asked = as_whole(a[2]);
        if (!asked || *asked < 1 || static_cast<std::size_t>(*asked) > length) return null_value{};
        length = static_cast<std::size_t>(*asked);
    }
    const auto first = items->begin() + static_cast<std::ptrdiff_t>(*from);
    return list_of({first, first + static_cast<std::ptrdiff_t>(length)});
}

[[nodiscard]] inline value index_of(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    std::vector<value> positions;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const answer is_match = is_same_item((*items)[i], a[1]);
        if (is_match == answer::unknown) return unknown_value{};
        if (is_match == answer::yes)
            positions.emplace_back(number(static_cast<std::int64_t>(i + 1)));
    }
    return list_of(std::move(positions));
}

/// The members without repetition, in the order of their first appearance.
[[nodiscard]] inline value distinct(const std::vector<value>& items) {
    constexpr std::size_t most = 10'000;  // every pair is compared
    if (items.size() > most) return null_value{};
    std::vector<value> kept;
    for (const value& item : items) {
        answer is_there = answer::no;
        for (const value& other : kept) is_there = is_there | is_same_item(item, other);
        if (is_there == answer::unknown) return unknown_value{};
        if (is_there == answer::no) kept.push_back(item);
    }
    return list_of(std::move(kept));
}

[[nodiscard]] inline value union_of(argument_list a, const environment& with) {
    const value all = concatenate(a, with);
    const std::vector<value>* items = as_list(all);
    return items == nullptr ? all : distinct(*items);
}

[[nodiscard]] inline value distinct_values(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    return items == nullptr ? value(null_value{}) : distinct(*items);
}

inline void flatten_into(std::vector<value>& out, const std::vector<value>& items) {
    for (const value& item : items) {
        if (const std::vector<value>* inner = as_list(item))
            flatten_into(out, *inner);
        else
            out.push_back(item);
    }
}

[[nodiscard]] inline value flatten(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    if (holds_unknown(*items)) return unknown_value{};  // an unknown member may be a list
    std::vector<value> flat;
    flatten_into(flat, *items);
    return list_of(std::move(flat));
}

inline constexpr builtin::parameter a_list{"list", shape::list};
inline constexpr builtin::parameter a_position{"position", shape::number};

}  // namespace detail

/// FEEL's functions on lists 列表函数.
inline constexpr std::array<builtin, 23> list_functions = {{
    {"list contains",
     {{detail::a_list, {"element", shape::element}}},
     shape::boolean,
     detail::list_contains,
     false,
     false},
    {"count", {{detail::a_list}}, shape::number, detail::of_members<detail::count_of>},
    {"min",
     {{{"list", shape::ordered}}},
     shape::element,
     detail::of_members<detail::at_both_bounds<detail::extreme<false>>>,
     false,
     false,
     true},
    {"max",
     {{{"list", shape::ordered}}},
     shape::element,
     detail::of_members<detail::at_both_bounds<detail::extreme<true>>>,
     false,
     false,
     true},
    {"sum",
     {{{"list", shape::sums}}},
     shape::element,
     detail::of_members<detail::sum_of>,
     false,
     false,
     true},
    {"product",
     {{{"list", shape::numbers}}},
     shape::number,
     detail::of_members<detail::product_of>,
     false,
     false,
     true},
    {"mean",
     {{{"list", shape::sums}}},
     shape::element,
     detail::of_members<detail::mean_of>,
     false,
     false,
     true},
    {"median",
     {{{"list", shape::numbers}}},
     shape::number,
     detail::of_members<detail::at_both_bounds<detail::median_of>>,
     false,
     false,
     true},
    {"stddev",
     {{{"list", shape::numbers}}},
     shape::number,
     detail::of_members<detail::deviation_of>,
     false,
     false,
     true},
    {"mode",
     {{{"list", shape::numbers}}},
     shape::numbers,
     detail::of_members<detail::mode_of>,
     false,
     false,
     true},
    {"all",
     {{{"list", shape::booleans}}},
     shape::boolean,
     detail::junction_of<true>,
     false,
     true,
     true},
    {"any",
     {{{"list", shape::booleans}}},
     shape::boolean,
     detail::junction_of<false>,
     false,
     true,
     true},
    {"append",
     {{detail::a_list, {"item", shape::element}}},
     shape::same,
     detail::append,
     true,
     true},
    {"concatenate", {{detail::a_list}}, shape::same, detail::concatenate, true},
    {"insert before",
     {{detail::a_list, detail::a_position, {"newItem", shape::element}}},
     shape::same,
     detail::edited<detail::edit::insert_before>},
    {"list replace",
     {{detail::a_list, detail::a_position, {"newItem", shape::element}}},
     shape::same,
     detail::edited<detail::edit::replace>},
    {"remove",
     {{detail::a_list, detail::a_position}},
     shape::same,
     detail::edited<detail::edit::remove>},
    {"reverse", {{detail::a_list}}, shape::same, detail::reversed},
    {"sublist",
     {{detail::a_list, {"start position", shape::number}, {"length", shape::number, true}}},
     shape::same,
     detail::sublist},
    {"index of", {{detail::a_list, {"match", shape::element}}}, shape::numbers, detail::index_of},
    {"union", {{detail::a_list}}, shape::same, detail::union_of, true},
    {"distinct values", {{detail::a_list}}, shape::same, detail::distinct_values},
    {"flatten", {{detail::a_list}}, shape::flattened, detail::flatten},
}};

}  // namespace xuanren
