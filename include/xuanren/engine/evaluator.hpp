// include/xuanren/engine/evaluator.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/compare.hpp>
#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/property.hpp>

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

/// How many variables may be bound at once.
inline constexpr std::size_t most_variables = 64;
/// What one evaluation may cost: a turn of a loop is one, a call as many as the items it handles.
/// An evaluation that would cost more has no value, so that no expression runs for ever.
inline constexpr std::size_t most_cost = 3'000'000;

/// One evaluation. A value that is held elsewhere, a fact's or a literal's, is passed by reference.
class evaluator {
public:
    explicit evaluator(const environment& with) : with_(with) {
        const std::size_t given = std::min(with.variables.size(), most_variables);
        for (std::size_t i = 0; i < given; ++i) slots_[i] = &with.variables[i];
        bound_ = given;
    }

    [[nodiscard]] value evaluate(const node& n) {
        value scratch;
        const value& result = at(n, scratch);
        if (&result == &scratch) return scratch;
        return result;
    }

    /// The value of n: a reference to where it is held, or to `scratch`.
    const value& at(const node& n, value& scratch) {
        if (const value* const there = held(n)) return *there;
        switch (n.kind) {
            case node_kind::literal:
            case node_kind::fact:
            case node_kind::variable:
                break;
            case node_kind::conjunction:
            case node_kind::disjunction:
            case node_kind::negation:
            case node_kind::comparison:
            case node_kind::between:
            case node_kind::membership:
            case node_kind::some:
            case node_kind::every:
            case node_kind::names:
                return scratch = to_value(test(n));
            case node_kind::arithmetic:
                return scratch = arithmetic(n);
            case node_kind::conditional:
                return conditional(n, scratch);
            case node_kind::for_each:
                return scratch = for_each(n);
            case node_kind::filter:
                return scratch = filter(n);
            case node_kind::path:
                return path(n, scratch);
            case node_kind::list:
                return scratch = list(n);
            case node_kind::range:
                return scratch = range(n);
            case node_kind::call:
                return scratch = call(n);
            case node_kind::table:
                return scratch = table(n);
            case node_kind::elapsed:
                return scratch = elapsed(n);
        }
        return scratch = unknown_value{};
    }

    /// The answer of n as a condition.
    answer test(const node& n) {
        switch (n.kind) {
            case node_kind::conjunction: {
                answer all = answer::yes;
                for (const node_ptr& child : n.children) {
                    all = all & test(*child);
                    if (all == answer::no) break;
                }
                return all;
            }
            case node_kind::disjunction: {
                answer any = answer::no;
                for (const node_ptr& child : n.children) {
                    any = any | test(*child);
                    if (any == answer::yes) break;
                }
                return any;
            }
            case node_kind::negation:
                return !test(*n.children[0]);
            case node_kind::comparison: {
                // Most compare a fact with a literal: no value has to be made, nor unmade.
                const value* const here = held(*n.children[0]);
                const value* const there = held(*n.children[1]);
                if (here != nullptr && there != nullptr) return compare(n.op, *here, *there);
                value left_scratch, right_scratch;
                const value& left = at(*n.children[0], left_scratch);
                return compare(n.op, left, at(*n.children[1], right_scratch));
            }
            case node_kind::between:
                return between(n);
            case node_kind::membership:
                return membership(n);
            case node_kind::some:
            case node_kind::every:
                return quantified(n);
            case node_kind::names:
                return names(n);
            default: {
                if (const value* const there = held(n)) return to_answer(*there);
                value scratch;
                return to_answer(at(n, scratch));
            }
        }
    }

private:
    /// Where the value of a literal, a fact, a variable or a field of one of them is held; null for
    /// anything computed, and for what is not there.
    [[nodiscard]] const value* held(const node& n) {
        if (n.kind == node_kind::literal) return &n.literal;
        if (n.kind == node_kind::fact) {
            if (with_.facts == nullptr || n.fact_index >= with_.facts->values.size())
                return nullptr;
            if (with_.supply != nullptr && with_.supply->awaits(n.fact_index))
                with_.supply->bring(n.fact_index);
            return &with_.facts->values[n.fact_index];
        }
        if (n.kind == node_kind::variable) {
            const auto slot = static_cast<std::size_t>(n.index);
            return slot < bound_ ? slots_[slot] : nullptr;
        }
        if (n.kind != node_kind::path || n.index < 0) return nullptr;
        const value* const of = held(*n.children[0]);
        const auto* record = of == nullptr ? nullptr : of->as<std::shared_ptr<const record_value>>();
        const auto field = static_cast<std::size_t>(n.index);
        return record != nullptr && field < (*record)->fields.size() ? &(*record)->fields[field] : nullptr;
    }

    answer between(const node& n) {
        value v_scratch, low_scratch, high_scratch;
        const value& v = at(*n.children[0], v_scratch);
        const value& low = at(*n.children[1], low_scratch);
        const value& high = at(*n.children[2], high_scratch);
        return (!is_less(v, low)) & (!is_less(high, v));
    }

    answer membership(const node& n) {
        value v_scratch;
        const value& v = at(*n.children[0], v_scratch);
        answer any = answer::no;
        for (std::size_t i = 1; i < n.children.size() && any != answer::yes; ++i) {
            if (const value* const there = held(*n.children[i])) {
                any = any | is_member(v, *there);
                continue;
            }
            value test_scratch;
            any = any | is_member(v, at(*n.children[i], test_scratch));
        }
        return any;
    }

    [[nodiscard]] bool spend(std::size_t cost) {
        cost_ = cost > most_cost ? most_cost + 1 : cost_ + cost;
        return cost_ <= most_cost;
    }

    /// What it costs to make or to read a value once.
    [[nodiscard]] static std::size_t cost_of(const value& v) {
        if (const auto* list = v.as<std::shared_ptr<const list_value>>())
            return (*list)->items.size();
        if (const auto* s = v.as<std::shared_ptr<const std::string>>()) return (*s)->size() / 16;
        return 0;
    }

    value arithmetic(const node& n) {
        value left_scratch, right_scratch;
        const value& left = at(*n.children[0], left_scratch);
        if (n.op == operator_kind::negate) return negate(left);
        value result = compute(n.op, left, at(*n.children[1], right_scratch));
        if (!spend(cost_of(result))) return null_value{};
        return result;
    }

    const value& conditional(const node& n, value& scratch) {
        const answer condition = test(*n.children[0]);
        if (condition == answer::yes) return at(*n.children[1], scratch);
        if (condition != answer::unknown) return at(*n.children[2], scratch);
        value other_scratch;
        const value& one = at(*n.children[1], scratch);
        if (!same(one, at(*n.children[2], other_scratch))) return scratch = unknown_value{};
        return one;
    }

    const value& path(const node& n, value& scratch) {
        value record_scratch;
        const value& record = at(*n.children[0], record_scratch);
        if (const auto* r = record.as<std::shared_ptr<const record_value>>(); r != nullptr) {
            const std::vector<value>& fields = (*r)->fields;
            int index = n.index;
            if (index < 0 && (*r)->type != nullptr) index = (*r)->type->index_of(n.name);
            if (index < 0 || static_cast<std::size_t>(index) >= fields.size())
                return scratch = null_value{};
            const value& field = fields[static_cast<std::size_t>(index)];
            // Only what outlives this call is handed out by reference.
            if (&record != &record_scratch) return field;
            value kept = field;
            return scratch = std::move(kept);
        }
        value result = member_of(record, n);
        return scratch = std::move(result);
    }

    value member_of(const value& v, const node& n) {
        if (v.is_unknown()) return v;
        if (const auto* list = v.as<std::shared_ptr<const list_value>>()) {
            auto members = std::make_shared<list_value>();
            for (const value& item : (*list)->items) {
                if (const auto* r = item.as<std::shared_ptr<const record_value>>()) {
                    int index = n.index;
                    if (index < 0 && (*r)->type != nullptr) index = (*r)->type->index_of(n.name);
                    const bool has =
                        index >= 0 && static_cast<std::size_t>(index) < (*r)->fields.size();
                    members->items.push_back(has ? (*r)->fields[static_cast<std::size_t>(index)]
                                                 : value(null_value{}));
                } else {
                    members->items.push_back(member_of(item, n));
                }
            }
            return std::shared_ptr<const list_value>(std::move(members));
        }
        const std::optional<property> asked = find_property(n.name);
        return asked ? property_of(v, *asked) : value(null_value{});
    }

    value list(const node& n) {
        auto made = std::make_shared<list_value>();
        made->items.reserve(n.children.size());
        for (const node_ptr& child : n.children) made->items.push_back(evaluate(*child));
        return std::shared_ptr<const list_value>(std::move(made));
    }

    value range(const node& n) {
        auto made = std::make_shared<range_value>();
        made->low_included = n.low_included;
        made->high_included = n.high_included;
        if (n.op != operator_kind::none) {  // a unary test, (< 10)
            value bound = evaluate(*n.children[0]);
            if (bound.is_unknown()) return bound;
            const bool below = n.op == operator_kind::less || n.op == operator_kind::less_equal;
            made->form = form_of(n.op);
            made->low = below ? value(null_value{}) : bound;
            made->high = below ? std::move(bound) : value(null_value{});
            const bool strict = n.op == operator_kind::less || n.op == operator_kind::greater;
            made->low_included = !below && !strict;
            made->high_included = below && !strict;
            return std::shared_ptr<const range_value>(std::move(made));
        }
        made->low = evaluate(*n.children[0]);
        made->high = evaluate(*n.children[1]);
        if (made->low.is_null() || made->high.is_null()) made->form = range_form::with_null;
        return std::shared_ptr<const range_value>(std::move(made));
    }

    static range_form form_of(operator_kind op) {
        switch (op) {
            case operator_kind::less:
                return range_form::less;
            case operator_kind::less_equal:
                return range_form::less_equal;
            case operator_kind::greater:
                return range_form::greater;
            case operator_kind::greater_equal:
                return range_form::greater_equal;
            case operator_kind::not_equal:
                return range_form::not_equal;
            default:
                return range_form::equal;
        }
    }

    template <class F>
    answer iterate(const node& n, std::size_t domain, std::size_t slot, F& body, bool& stopped);
    template <class F>
    bool over_range(const range_value& range, F& turn);
    value for_each(const node& n);
    answer quantified(const node& n);
    value filter(const node& n);
    value call(const node& n);
    value call(const builtin& function, std::span<value> given);
    value table(const node& n);
    value elapsed(const node& n);
    answer names(const node& n);

    const environment& with_;
    std::size_t bound_ = 0;
    std::size_t cost_ = 0;
    std::array<const value*, most_variables> slots_;  // those below bound_ are set
};

}  // namespace xuanren::detail

#include <xuanren/engine/evaluator_calls.hpp>
#include <xuanren/engine/evaluator_loops.hpp>

namespace xuanren {

XUANREN_INLINE value evaluate(const node& expression, const environment& with) {
    return detail::evaluator(with).evaluate(expression);
}

XUANREN_INLINE answer test(const node& expression, const environment& with) {
    return detail::evaluator(with).test(expression);
}

}  // namespace xuanren
