// include/xuanren/engine/node_ops.hpp
#pragma once

#include <xuanren/engine/expression.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {

/// Calls f(fact_index) for every fact that an expression names, in its order, repeats included.
template <class F>
void for_each_fact(const node& n, F&& f) {
    if (n.kind == node_kind::fact) f(n.fact_index);
    for (const node_ptr& child : n.children) for_each_fact(*child, f);
}

/// The same node over other children.
[[nodiscard]] inline node_ptr rebuild(const node& n, std::vector<node_ptr> children) {
    auto copy = std::make_shared<node>(n);
    copy->children = std::move(children);
    return copy;
}

/// Whether two values are written alike; unlike FEEL's `=`, unknown is like unknown.
[[nodiscard]] inline bool same(const value& a, const value& b);

/// Whether two expressions are the same one 表达式相同: facts, members and functions by identity,
/// durations by length, columns and spelling ignored.
[[nodiscard]] inline bool same(const node& a, const node& b);

inline bool same(const value& a, const value& b) {
    if (a.held().index() != b.held().index()) return false;
    const auto all_same = [](const std::vector<value>& x, const std::vector<value>& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](const value& v, const value& w) { return same(v, w); });
    };
    return std::visit(
        [&](const auto& left) {
            using T = std::decay_t<decltype(left)>;
            const T& right = *b.as<T>();
            if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>) {
                return *left == *right;
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const list_value>>) {
                return left == right || all_same(left->items, right->items);
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const record_value>>) {
                return left == right ||
                       (left->type == right->type && all_same(left->fields, right->fields));
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const range_value>>) {
                return left == right ||
                       (left->form == right->form && left->low_included == right->low_included &&
                        left->high_included == right->high_included &&
                        same(left->low, right->low) && same(left->high, right->high));
            } else {
                return left == right;
            }
        },
        a.held());
}

inline bool same(const node& a, const node& b) {
    if (a.kind != b.kind || a.op != b.op || a.fact_index != b.fact_index || a.index != b.index ||
        a.function != b.function || a.children.size() != b.children.size())
        return false;
    if (a.kind == node_kind::range &&
        (a.low_included != b.low_included || a.high_included != b.high_included))
        return false;
    // A variable is its slot, a fact its index; what a table or field is called matters.
    if ((a.kind == node_kind::table || a.kind == node_kind::path) && a.name != b.name) return false;
    if (a.kind == node_kind::literal && !same(a.literal, b.literal)) return false;
    for (std::size_t i = 0; i < a.children.size(); ++i)
        if (a.children[i] != b.children[i] && !same(*a.children[i], *b.children[i])) return false;
    return true;
}

/// A number that is the same for expressions that are the same.
[[nodiscard]] inline std::size_t hash_of(const node& n) noexcept {
    std::size_t out = static_cast<std::size_t>(n.kind);
    const auto mix = [&out](std::size_t part) { out = (out ^ part) * 0x9e3779b97f4a7c15U + (out >> 29); };
    mix(static_cast<std::size_t>(n.op));
    mix(n.fact_index);
    mix(static_cast<std::size_t>(n.index));
    if (n.kind == node_kind::literal) {
        mix(n.literal.held().index());
        if (const auto* word = n.literal.as<enumerator>()) mix(static_cast<std::size_t>(word->index));
    }
    for (const node_ptr& child : n.children) mix(hash_of(*child));
    return out;
}

/// Whether the value of an expression can hang on the reference date it is evaluated at.
[[nodiscard]] inline bool asks_reference(const node& n) noexcept {
    if (n.kind == node_kind::elapsed || n.kind == node_kind::table || n.kind == node_kind::call) return true;
    return std::any_of(n.children.begin(), n.children.end(),
                       [](const node_ptr& child) { return asks_reference(*child); });
}

/// A literal of that value and type.
[[nodiscard]] inline node_ptr make_literal(value v, type t) {
    auto made = std::make_shared<node>();
    made->kind = node_kind::literal;
    made->literal = std::move(v);
    made->value_type = std::move(t);
    return made;
}

[[nodiscard]] inline node_ptr make_fact(const catalogue& facts, std::size_t index) {
    auto made = std::make_shared<node>();
    made->kind = node_kind::fact;
    made->fact_index = index;
    made->name = facts[index].name;
    made->value_type = facts[index].value_type;
    return made;
}

namespace detail {

[[nodiscard]] inline node_ptr make_junction(node_kind kind, std::vector<node_ptr> parts) {
    auto made = std::make_shared<node>();
    made->kind = kind;
    made->value_type = types::boolean;
    for (node_ptr& part : parts) {
        if (part->kind == kind)
            made->children.insert(made->children.end(), part->children.begin(),
                                  part->children.end());
        else
            made->children.push_back(std::move(part));
    }
    made->column = made->children.empty() ? 0 : made->children.front()->column;
    return made;
}

}  // namespace detail

/// `a and b and ...`; conjunctions among the parts are merged, so that each has one form.
[[nodiscard]] inline node_ptr make_conjunction(std::vector<node_ptr> parts) {
    return detail::make_junction(node_kind::conjunction, std::move(parts));
}
/// `a or b or ...`; disjunctions among the parts are merged.
[[nodiscard]] inline node_ptr make_disjunction(std::vector<node_ptr> parts) {
    return detail::make_junction(node_kind::disjunction, std::move(parts));
}
/// `not(a)`.
[[nodiscard]] inline node_ptr make_negation(node_ptr part) {
    auto made = std::make_shared<node>();
    made->kind = node_kind::negation;
    made->value_type = types::boolean;
    made->column = part->column;
    made->children.push_back(std::move(part));
    return made;
}
/// `a op b`.
[[nodiscard]] inline node_ptr make_comparison(operator_kind op, node_ptr left, node_ptr right) {
    auto made = std::make_shared<node>();
    made->kind = node_kind::comparison;
    made->op = op;
    made->value_type = types::boolean;
    made->column = left->column;
    made->children = {std::move(left), std::move(right)};
    return made;
}
/// `elapsed(date)`.
[[nodiscard]] inline node_ptr make_elapsed(node_ptr date) {
    auto made = std::make_shared<node>();
    made->kind = node_kind::elapsed;
    made->value_type = types::months;
    made->column = date->column;
    made->children.push_back(std::move(date));
    return made;
}

}  // namespace xuanren
