// include/xuanren/engine/evaluator_loops.hpp
#pragma once

#include <xuanren/engine/evaluator.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Why a range cannot be stepped through.
[[nodiscard]] inline answer range_answer(const range_value& range) {
    const auto inexact = [](const value& bound) {
        const auto* n = bound.as<interval<number>>();
        const auto* d = bound.as<interval<civil_date>>();
        return bound.is_unknown() || (n != nullptr && !n->is_exact()) ||
               (d != nullptr && !d->is_exact());
    };
    return inexact(range.low) || inexact(range.high) ? answer::unknown : answer::null;
}

/// Whether a list holds a list.
[[nodiscard]] inline bool holds_list(const value& v) {
    const auto* list = v.as<std::shared_ptr<const list_value>>();
    return list != nullptr &&
           std::any_of((*list)->items.begin(), (*list)->items.end(), [](const value& item) {
               return item.as<std::shared_ptr<const list_value>>() != nullptr;
           });
}

/// The item at a position from 1, or from -1 backwards; null where there is none.
[[nodiscard]] inline value pick(std::span<const value> items, const value& position) {
    if (position.is_unknown()) return position;
    const auto* n = position.as<interval<number>>();
    if (n == nullptr) return null_value{};
    if (!n->is_exact()) return unknown_value{};
    const std::optional<std::int64_t> at = n->low().to_int64();
    const auto size = static_cast<std::int64_t>(items.size());
    if (!at || *at == 0 || *at > size || *at < -size) return null_value{};
    return items[static_cast<std::size_t>(*at > 0 ? *at - 1 : size + *at)];
}

/// Calls body() with the variables bound to every combination of the domains' members, until it
/// says stop. Returns: null or unknown where a domain is, or the loop takes too many turns.
template <class F>
answer evaluator::iterate(const node& n, std::size_t domain, std::size_t slot, F& body,
                          bool& stopped) {
    if (domain + 1 == n.children.size()) {
        if (!spend(1)) return answer::null;
        stopped = !body();
        return answer::yes;
    }
    value scratch;
    const value& members = at(*n.children[domain], scratch);
    if (members.is_unknown()) return answer::unknown;
    if (members.is_null() || slot >= most_variables) return answer::null;
    answer done = answer::yes;
    const auto turn = [&](const value& member) {
        slots_[slot] = &member;
        bound_ = slot + 1;
        const answer one = iterate(n, domain + 1, slot + 1, body, stopped);
        if (one != answer::yes) done = one;
        return done == answer::yes && !stopped;
    };
    if (const auto* list = members.as<std::shared_ptr<const list_value>>()) {
        for (const value& member : (*list)->items)
            if (!turn(member)) break;
    } else if (const auto* range = members.as<std::shared_ptr<const range_value>>()) {
        if (!over_range(**range, turn)) done = done == answer::yes ? range_answer(**range) : done;
    } else {
        turn(members);
    }
    return done;
}

/// Steps through the integers or days of a range, down where it runs down.
/// Returns: false where the range cannot be stepped through.
template <class F>
bool evaluator::over_range(const range_value& range, F& turn) {
    const auto step = [&](std::int64_t low, std::int64_t high, auto make) {
        const std::int64_t by = low <= high ? 1 : -1;
        if (!range.low_included) low += by;
        if (!range.high_included) high -= by;
        for (std::int64_t i = low; by > 0 ? i <= high : i >= high; i += by) {
            const value member = make(i);
            if (!turn(member)) break;
        }
        return true;
    };
    if (range.form != range_form::bounds) return false;
    const auto* low = range.low.as<interval<number>>();
    const auto* high = range.high.as<interval<number>>();
    if (low != nullptr && high != nullptr) {
        const std::optional<std::int64_t> from = low->low().to_int64();
        const std::optional<std::int64_t> to = high->low().to_int64();
        constexpr std::int64_t widest = 1LL << 62;
        if (!low->is_exact() || !high->is_exact() || !from || !to || *from > widest ||
            *from < -widest || *to > widest || *to < -widest)
            return false;
        return step(*from, *to, [](std::int64_t i) { return value(number(i)); });
    }
    const auto* first = range.low.as<interval<civil_date>>();
    const auto* last = range.high.as<interval<civil_date>>();
    if (first == nullptr || last == nullptr || !first->is_exact() || !last->is_exact())
        return false;
    return step(first->low().day_number(), last->low().day_number(),
                [](std::int64_t i) { return value(civil_date::from_day_number(i)); });
}

inline value evaluator::for_each(const node& n) {
    const std::size_t outer = bound_;
    const auto first = static_cast<std::size_t>(n.index);
    const node& result = *n.children.back();
    auto results = std::make_shared<list_value>();
    const bool wants_partial = n.name == "partial";
    value partial;
    auto body = [&] {
        if (wants_partial) {
            const std::size_t slot = first + n.children.size() - 1;
            if (slot >= most_variables) return false;
            if (!spend(results->items.size())) return false;
            partial = value(std::make_shared<const list_value>(*results));
            slots_[slot] = &partial;
            bound_ = slot + 1;
        }
        value one = evaluate(result);
        // Lists of lists of earlier results would nest as deeply as the loop is long.
        if (wants_partial && holds_list(one)) one = null_value{};
        results->items.push_back(std::move(one));
        return true;
    };
    bool stopped = false;
    const answer done = iterate(n, 0, first, body, stopped);
    bound_ = outer;
    if (stopped) return null_value{};
    if (done != answer::yes) return to_value(done);
    return std::shared_ptr<const list_value>(std::move(results));
}

inline answer evaluator::quantified(const node& n) {
    const std::size_t outer = bound_;
    const bool is_some = n.kind == node_kind::some;
    const answer decisive = is_some ? answer::yes : answer::no;
    answer all = is_some ? answer::no : answer::yes;
    auto body = [&] {
        const answer one = test(*n.children.back());
        all = is_some ? all | one : all & one;
        return all != decisive;
    };
    bool stopped = false;
    const answer done = iterate(n, 0, static_cast<std::size_t>(n.index), body, stopped);
    bound_ = outer;
    return done == answer::yes || all == decisive ? all : done;
}

inline value evaluator::filter(const node& n) {
    value list_scratch;
    const value& from = at(*n.children[0], list_scratch);
    if (from.is_unknown() || from.is_null()) return from;
    const node& condition = *n.children[1];
    const auto* held = from.as<std::shared_ptr<const list_value>>();
    const std::span<const value> items =
        held != nullptr ? std::span<const value>((*held)->items) : std::span(&from, 1);
    const std::size_t outer = bound_;
    const auto slot = static_cast<std::size_t>(n.index);
    if (slot >= most_variables) return null_value{};
    const auto bind = [&](const value& item) {
        slots_[slot] = &item;
        bound_ = slot + 1;
    };
    auto kept = std::make_shared<list_value>();
    bool unsure = false;
    if (items.empty() || condition.value_type.kind == type_kind::number) {
        const value none = null_value{};
        bind(items.empty() ? none : items.front());
        const value position = evaluate(condition);
        bound_ = outer;
        if (condition.value_type.kind == type_kind::number ||
            position.as<interval<number>>() != nullptr)
            return pick(items, position);
    }
    const bool is_test = condition.value_type.kind == type_kind::boolean;
    for (std::size_t i = 0; i < items.size(); ++i) {
        bind(items[i]);
        if (!spend(1)) return null_value{};
        if (is_test) {
            const answer one = test(condition);
            bound_ = outer;
            unsure = unsure || one == answer::unknown;
            if (one == answer::yes) kept->items.push_back(items[i]);
            continue;
        }
        const value verdict = evaluate(condition);
        bound_ = outer;
        if (i == 0 && verdict.as<interval<number>>() != nullptr) return pick(items, verdict);
        unsure = unsure || verdict.is_unknown();
        if (const bool* yes = verdict.as<bool>(); yes != nullptr && *yes)
            kept->items.push_back(items[i]);
    }
    if (unsure) return unknown_value{};
    return std::shared_ptr<const list_value>(std::move(kept));
}

}  // namespace xuanren::detail
