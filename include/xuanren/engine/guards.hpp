// include/xuanren/engine/guards.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/feel_writer.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace xuanren::detail {

/// What a condition is known to have established before a part of it is read: boolean facts by
/// name, and boolean fields of records by the expression that reads them.
using guard_set = std::vector<std::string>;

/// What an expression reads, by slot rather than by spelling: within a filter `until` is `$0.until`.
[[nodiscard]] inline std::string guard_key(const node& n) {
    if (n.kind == node_kind::fact) return n.name;
    if (n.kind == node_kind::variable) return "$" + std::to_string(n.index);
    if (n.kind == node_kind::path) return guard_key(*n.children[0]) + "." + n.name;
    return to_feel(n);
}

[[nodiscard]] inline bool holds_guard(const guard_set& guards, const std::string& key) {
    return std::find(guards.begin(), guards.end(), key) != guards.end();
}

/// What must be true where the node has that truth.
inline void collect_established(const node& n, bool truth_value, guard_set& out) {
    if (n.kind == node_kind::negation) {
        collect_established(*n.children[0], !truth_value, out);
    } else if (n.kind == (truth_value ? node_kind::conjunction : node_kind::disjunction)) {
        for (const node_ptr& child : n.children) collect_established(*child, truth_value, out);
    } else if (n.kind == node_kind::comparison && n.op == operator_kind::equal &&
               n.children[1]->kind == node_kind::literal &&
               n.children[1]->literal.as<bool>() != nullptr) {
        collect_established(*n.children[0], *n.children[1]->literal.as<bool>() == truth_value, out);
    } else if (truth_value && (n.kind == node_kind::fact || n.kind == node_kind::path)) {
        out.push_back(guard_key(n));
    }
}

/// A use of `a.x` that nothing before it shows to be there.
struct unguarded_use {
    const node* at;
    std::string guard;  ///< what should stand beside it, as one would write it
};

/// Finds every fact and field that a record may state as none and that is used without its `has_`
/// in the same conjunction, in another branch of an `or`, or in the condition of an `if`.
class guard_checker {
public:
    explicit guard_checker(const catalogue& facts) : facts_(&facts) {}

    [[nodiscard]] std::vector<unguarded_use> check(const node& n, guard_set guards) {
        found_.clear();
        walk(n, guards);
        return found_;
    }

private:
    void walk(const node& n, const guard_set& guards) {
        switch (n.kind) {
            case node_kind::fact: use_fact(n, guards); return;
            case node_kind::path: use_path(n, guards); return;
            case node_kind::conjunction: walk_junction(n, guards, true); return;
            case node_kind::disjunction: walk_junction(n, guards, false); return;
            case node_kind::conditional: {
                walk(*n.children[0], guards);
                guard_set then = guards;
                collect_established(*n.children[0], true, then);
                walk(*n.children[1], then);
                guard_set otherwise = guards;
                collect_established(*n.children[0], false, otherwise);
                walk(*n.children[2], otherwise);
                return;
            }
            case node_kind::for_each:
            case node_kind::some:
            case node_kind::every: {
                guard_set inner = guards;
                for (std::size_t i = 0; i + 1 < n.children.size(); ++i) {
                    walk(*n.children[i], inner);
                    carry(*n.children[i], "$" + std::to_string(n.index + static_cast<int>(i)), inner);
                }
                walk(*n.children.back(), inner);
                return;
            }
            case node_kind::filter: {
                walk(*n.children[0], guards);
                guard_set inner = guards;
                carry(*n.children[0], "$" + std::to_string(n.index), inner);
                walk(*n.children[1], inner);
                return;
            }
            default:
                for (const node_ptr& child : n.children) walk(*child, guards);
        }
    }

    // A sibling holds (in an `and`) or fails (in an `or`) wherever the truth of this child matters.
    void walk_junction(const node& n, const guard_set& guards, bool siblings) {
        for (std::size_t i = 0; i < n.children.size(); ++i) {
            guard_set inner = guards;
            for (std::size_t j = 0; j < n.children.size(); ++j)
                if (j != i) collect_established(*n.children[j], siblings, inner);
            walk(*n.children[i], inner);
        }
    }

    void use_fact(const node& n, const guard_set& guards) {
        const std::string& guard = (*facts_)[n.fact_index].guard;
        if (!guard.empty() && !holds_guard(guards, guard)) found_.push_back({&n, guard});
    }

    void use_path(const node& n, const guard_set& guards) {
        const node& record = *n.children[0];
        walk(record, guards);
        const record_type* fields = record_of(record.value_type);
        if (fields == nullptr || n.index < 0) return;
        const std::string& field = fields->fields[static_cast<std::size_t>(n.index)].name;
        if (fields->index_of("has_" + field) < 0) return;
        guard_set inner = guards;
        const std::string base = guard_key(record);
        if (record.kind == node_kind::filter) carry(record, base, inner);
        if (holds_guard(inner, base + ".has_" + field)) return;
        const std::string written = to_feel(n);
        const std::size_t name = written.size() - std::min(written.size(), field.size());
        found_.push_back({&n, written.substr(0, name) + "has_" + field});
    }

    [[nodiscard]] static const record_type* record_of(const type& t) {
        if (t.kind == type_kind::record) return t.fields;
        if (t.kind == type_kind::list && t.element) return record_of(*t.element);
        return nullptr;
    }

    // What a filter has established of its items also holds of the variable that runs over them.
    static void carry(const node& list, const std::string& variable, guard_set& out) {
        if (list.kind != node_kind::filter || variable.empty()) return;
        guard_set of_items;
        collect_established(*list.children[1], true, of_items);
        for (const std::string& key : of_items) {
            const std::size_t dot = key.rfind('.');
            const std::string field = dot == std::string::npos ? key : key.substr(dot + 1);
            out.push_back(variable + "." + field);
        }
        carry(*list.children[0], variable, out);
    }

    const catalogue* facts_;
    std::vector<unguarded_use> found_;
};

}  // namespace xuanren::detail
