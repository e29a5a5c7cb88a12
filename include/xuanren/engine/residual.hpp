// include/xuanren/engine/residual.hpp
#pragma once

#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {
namespace detail {

/// Whether nothing of a value is left open: no unknown in it, no interval wider than a point.
[[nodiscard]] inline bool is_settled(const value& v) {
    if (v.is_unknown()) return false;
    if (const auto* d = v.as<interval<civil_date>>()) return d->is_exact();
    if (const auto* m = v.as<interval<months>>()) return m->is_exact();
    if (const auto* n = v.as<interval<number>>()) return n->is_exact();
    if (const auto* d = v.as<interval<day_time_duration>>()) return d->is_exact();
    if (const auto* list = v.as<std::shared_ptr<const list_value>>())
        return std::all_of((*list)->items.begin(), (*list)->items.end(), is_settled);
    if (const auto* record = v.as<std::shared_ptr<const record_value>>()) {
        const record_type* type = (*record)->type;
        for (std::size_t i = 0; i < (*record)->fields.size(); ++i) {
            if (is_settled((*record)->fields[i])) continue;
            // What is stated as none has no value to be known.
            const int has = type == nullptr ? -1 : type->index_of("has_" + type->fields[i].name);
            const bool* there =
                has < 0 ? nullptr : (*record)->fields[static_cast<std::size_t>(has)].as<bool>();
            if (there == nullptr || *there) return false;
        }
        return true;
    }
    if (const auto* range = v.as<std::shared_ptr<const range_value>>())
        return ((*range)->low.is_null() || is_settled((*range)->low)) &&
               ((*range)->high.is_null() || is_settled((*range)->high));
    return true;
}

/// Whether a value can be written in an expression.
[[nodiscard]] inline bool is_scalar(const value& v) noexcept {
    return v.as<bool>() != nullptr || v.as<interval<number>>() != nullptr ||
           v.as<std::shared_ptr<const std::string>>() != nullptr ||
           v.as<interval<civil_date>>() != nullptr || v.as<interval<months>>() != nullptr ||
           v.as<interval<day_time_duration>>() != nullptr || v.as<enumerator>() != nullptr;
}

/// Known parts of a computed side give way to their values.
[[nodiscard]] inline node_ptr substitute(const node_ptr& n, const environment& with) {
    if (n->kind == node_kind::literal || n->kind == node_kind::variable) return n;
    // Within a loop the parts hang on its variable; they stay as they are.
    if (n->kind == node_kind::for_each || n->kind == node_kind::some || n->kind == node_kind::every ||
        n->kind == node_kind::filter)
        return n;
    if (const value v = evaluate(*n, with); is_settled(v) && is_scalar(v))
        return make_literal(v, n->value_type);
    bool is_changed = false;
    std::vector<node_ptr> children;
    children.reserve(n->children.size());
    for (const node_ptr& child : n->children) {
        children.push_back(substitute(child, with));
        is_changed = is_changed || children.back() != child;
    }
    return is_changed ? rebuild(*n, std::move(children)) : n;
}

inline void add_part(std::vector<node_ptr>& parts, node_ptr part) {
    for (const node_ptr& other : parts)
        if (same(*other, *part)) return;
    parts.push_back(std::move(part));
}

}  // namespace detail

/// What is left of a condition once all that is known is put in 剩余条件, by Kleene's laws.
///
/// A literal where nothing is left to decide. Putting values for its unknown facts in gives what
/// the whole condition gives with them.
[[nodiscard]] inline node_ptr residual(const node_ptr& n, const environment& with) {
    const value v = evaluate(*n, with);
    if (v.as<bool>() != nullptr) return make_literal(v, types::boolean);
    switch (n->kind) {
        case node_kind::conjunction:
        case node_kind::disjunction: {
            const bool is_and = n->kind == node_kind::conjunction;
            std::vector<node_ptr> parts;
            for (const node_ptr& child : n->children) {
                node_ptr part = residual(child, with);
                const bool* settled = part->kind == node_kind::literal ? part->literal.as<bool>() : nullptr;
                if (settled != nullptr && *settled == is_and) continue;  // neutral in this junction
                detail::add_part(parts, std::move(part));
            }
            if (parts.empty()) return make_literal(value(is_and), types::boolean);
            if (parts.size() == 1) return parts.front();
            return is_and ? make_conjunction(std::move(parts)) : make_disjunction(std::move(parts));
        }
        case node_kind::negation: {
            node_ptr inner = residual(n->children[0], with);
            if (inner->kind == node_kind::negation) return inner->children[0];
            return make_negation(std::move(inner));
        }
        case node_kind::conditional: {
            const value condition = evaluate(*n->children[0], with);
            if (const bool* b = condition.as<bool>()) return residual(n->children[*b ? 1 : 2], with);
            return rebuild(*n, {residual(n->children[0], with), detail::substitute(n->children[1], with),
                                detail::substitute(n->children[2], with)});
        }
        default: return detail::substitute(n, with);
    }
}

/// The facts of a condition that are not fully known, in the order of its reading, each once.
[[nodiscard]] inline std::vector<std::size_t> missing_facts(const node& n, const fact_values& facts) {
    std::vector<std::size_t> out;
    for_each_fact(n, [&](std::size_t i) {
        if (!detail::is_settled(facts.values[i]) && std::find(out.begin(), out.end(), i) == out.end())
            out.push_back(i);
    });
    return out;
}

}  // namespace xuanren
