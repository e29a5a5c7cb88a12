// include/xuanren/engine/explain.hpp
#pragma once

#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/verdict.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

[[nodiscard]] inline std::size_t first_fact(const node& n) {
    if (n.kind == node_kind::fact) return n.fact_index;
    for (const node_ptr& child : n.children)
        if (const std::size_t found = first_fact(*child); found != catalogue::none) return found;
    return catalogue::none;
}

[[nodiscard]] inline bool names_fact(const node& n) { return first_fact(n) != catalogue::none; }

[[nodiscard]] inline operator_kind turned(operator_kind op) noexcept {
    switch (op) {
        case operator_kind::less: return operator_kind::greater;
        case operator_kind::less_equal: return operator_kind::greater_equal;
        case operator_kind::greater: return operator_kind::less;
        case operator_kind::greater_equal: return operator_kind::less_equal;
        default: return op;
    }
}

/// An elementary test with what it met: a comparison, a membership, a boolean fact, a call.
inline void explain_leaf(const node_ptr& n, const value& answer, const environment& with, bool negated,
                         leaf& out) {
    out.test = n;
    out.holds = answer.to_truth();
    out.negated = negated;
    const node* left = n.get();
    if (n->kind == node_kind::comparison) {
        // The fact stands on the left, so that it reads "fact, relation, bound".
        if (!names_fact(*n->children[0]) && names_fact(*n->children[1]))
            out.test = make_comparison(turned(n->op), n->children[1], n->children[0]);
        left = out.test->children[0].get();
        out.relation = out.test->op;
        out.actual = evaluate(*left, with);
        out.required = evaluate(*out.test->children[1], with);
    } else if (n->kind == node_kind::between || n->kind == node_kind::membership) {
        left = n->children[0].get();
        out.actual = evaluate(*left, with);
    } else {
        out.actual = answer;
        out.required = value(true);
        out.relation = operator_kind::equal;
    }
    out.fact_index = first_fact(*left);
    if (out.fact_index == catalogue::none) out.fact_index = first_fact(*out.test);
    if (out.fact_index != catalogue::none) {
        if (left->kind != node_kind::fact) out.held = with.facts->values[out.fact_index];
        out.source = with.facts->sources[out.fact_index];
    }
}

[[nodiscard]] inline bool is_branching(const node& n) noexcept {
    return n.kind == node_kind::conjunction || n.kind == node_kind::disjunction ||
           n.kind == node_kind::negation ||
           (n.kind == node_kind::conditional && n.value_type.kind == type_kind::boolean);
}

inline void explain_node(const node_ptr& n, const environment& with, bool negated, explanation& out) {
    out.at = n;
    if (!is_branching(*n)) {
        out.result = evaluate(*n, with);
        explain_leaf(n, out.result, with, negated, out.test.emplace());
        return;
    }
    const bool turns = n->kind == node_kind::negation;
    out.children.resize(n->children.size());
    for (std::size_t i = 0; i < n->children.size(); ++i)
        explain_node(n->children[i], with, negated != turns, out.children[i]);
    bool has_null = false;
    for (const explanation& child : out.children) has_null = has_null || child.result.is_null();
    if (has_null || n->kind == node_kind::conditional) {
        out.result = evaluate(*n, with);
    } else if (turns) {
        out.result = value(!out.children[0].result.to_truth());
    } else {
        const bool is_and = n->kind == node_kind::conjunction;
        truth t = is_and ? truth::yes : truth::no;
        for (const explanation& child : out.children)
            t = is_and ? t & child.result.to_truth() : t | child.result.to_truth();
        out.result = value(t);
    }
}

}  // namespace detail

/// Walks an expression and keeps every answer 推理: all branches, those that pass too.
///
/// Agrees with evaluate() on every case; neither looks at the other's work.
[[nodiscard]] inline explanation explain(const node_ptr& expression, const environment& with) {
    explanation out;
    detail::explain_node(expression, with, false, out);
    return out;
}

namespace detail {

[[nodiscard]] inline std::size_t count_leaves(const explanation& e) noexcept {
    std::size_t out = e.test ? 1 : 0;
    for (const explanation& child : e.children) out += count_leaves(child);
    return out;
}
inline void add_leaves(const explanation& e, std::vector<leaf>& out) {
    if (e.test) out.push_back(*e.test);
    for (const explanation& child : e.children) add_leaves(child, out);
}

}  // namespace detail

/// The elementary tests of an explanation, in its own order.
inline void collect_leaves(const explanation& e, std::vector<leaf>& out) {
    out.reserve(out.size() + detail::count_leaves(e));
    detail::add_leaves(e, out);
}

}  // namespace xuanren
