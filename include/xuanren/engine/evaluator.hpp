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
        switch (n.kind) {
            case node_kind::literal: return n.literal;
            case node_kind::fact:
                if (with_.facts == nullptr || n.fact_index >= with_.facts->values.size()) break;
                return with_.facts->values[n.fact_index];
            case node_kind::variable: {
                const auto slot = static_cast<std::size_t>(n.index);
                if (slot >= bound_) break;
                return *slots_[slot];
            }
            case node_kind::conjunction:
            case node_kind::disjunction:
            case node_kind::negation:
            case node_kind::comparison:
            case node_kind::between:
            case node_kind::membership:
            case node_kind::some:
            case node_kind::every:
            case node_kind::names: return scratch = to_value(test(n));
            case node_kind::arithmetic: return scratch = arithmetic(n);
            case node_kind::conditional: return conditional(n, scratch);
            case node_kind::for_each: return scratch = for_each(n);
            case node_kind::filter: return scratch = filter(n);
            case node_kind::path: return path(n, scratch);
            case node_kind::list: return scratch = list(n);
            case node_kind::range: return scratch = range(n);
            case node_kind::call: return scratch = call(n);
            case node_kind::table: return scratch = table(n);
            case node_kind::elapsed: return scratch = elapsed(n);
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
            case node_kind::negation: return !test(*n.children[0]);
            case node_kind::comparison: {
                value left_scratch, right_scratch;
                const value& left = at(*n.children[0], left_scratch);
                return compare(n.op, left, at(*n.children[1], right_scratch));
            }
            case node_kind::between: return between(n);
            case node_kind::membership: return membership(n);
            case node_kind::some:
            case node_kind::every: return quantified(n);
            case node_kind::names: return names(n);
            default: {
                value scratch;
                return to_answer(at(n, scratch));
            }
        }
    }

private:
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
        if (const auto* list = v.as<std::shared_ptr<const list_value>>()) return (*list)->items.size();
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

    /// Calls body() with the variables bound to every combination of the domains' members, until it
    /// says stop. Returns: null or unknown where a domain is, or the loop takes too many turns.
    template <class F>
    answer iterate(const node& n, std::size_t domain, std::size_t slot, F& body, bool& stopped) {
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
    bool over_range(const range_value& range, F& turn) {
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
        return step(first->low().day_number(), last->low().day_number(), [](std::int64_t i) {
            return value(civil_date::from_day_number(i));
        });
    }

    /// Why a range cannot be stepped through.
    static answer range_answer(const range_value& range) {
        const auto inexact = [](const value& bound) {
            const auto* n = bound.as<interval<number>>();
            const auto* d = bound.as<interval<civil_date>>();
            return bound.is_unknown() || (n != nullptr && !n->is_exact()) ||
                   (d != nullptr && !d->is_exact());
        };
        return inexact(range.low) || inexact(range.high) ? answer::unknown : answer::null;
    }

    value for_each(const node& n) {
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

    /// Whether a list holds a list.
    [[nodiscard]] static bool holds_list(const value& v) {
        const auto* list = v.as<std::shared_ptr<const list_value>>();
        return list != nullptr &&
               std::any_of((*list)->items.begin(), (*list)->items.end(), [](const value& item) {
                   return item.as<std::shared_ptr<const list_value>>() != nullptr;
               });
    }

    answer quantified(const node& n) {
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

    value filter(const node& n) {
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
        for (std::size_t i = 0; i < items.size(); ++i) {
            bind(items[i]);
            if (!spend(1)) return null_value{};
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

    /// The item at a position from 1, or from -1 backwards; null where there is none.
    static value pick(std::span<const value> items, const value& position) {
        if (position.is_unknown()) return position;
        const auto* n = position.as<interval<number>>();
        if (n == nullptr) return null_value{};
        if (!n->is_exact()) return unknown_value{};
        const std::optional<std::int64_t> at = n->low().to_int64();
        const auto size = static_cast<std::int64_t>(items.size());
        if (!at || *at == 0 || *at > size || *at < -size) return null_value{};
        return items[static_cast<std::size_t>(*at > 0 ? *at - 1 : size + *at)];
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
                    const bool has = index >= 0 && static_cast<std::size_t>(index) < (*r)->fields.size();
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
            case operator_kind::less: return range_form::less;
            case operator_kind::less_equal: return range_form::less_equal;
            case operator_kind::greater: return range_form::greater;
            case operator_kind::greater_equal: return range_form::greater_equal;
            case operator_kind::not_equal: return range_form::not_equal;
            default: return range_form::equal;
        }
    }

    value call(const node& n) {
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

    /// FEEL's conversions of an argument: a list of one item to the item, an item to a list of it.
    static void adapt(const builtin& function, std::span<value> given) {
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

    value call(const builtin& function, std::span<value> given) {
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

    value table(const node& n) {
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
        std::optional<interval<civil_date>> on = with_.reference;
        if (n.children.size() > key_count) {
            const value day = evaluate(*n.children[key_count]);
            const auto* dates = day.as<interval<civil_date>>();
            if (dates == nullptr) return day.is_unknown() ? day : value(null_value{});
            on = *dates;
        }
        return with_.tables->look_up(n.name, keys, on);
    }

    value elapsed(const node& n) {
        value scratch;
        const value& from = at(*n.children[0], scratch);
        if (from.is_unknown() || !with_.reference) return unknown_value{};
        const auto* date = from.as<interval<civil_date>>();
        if (date == nullptr) return null_value{};
        const interval<civil_date>& to = *with_.reference;
        return interval<months>(elapsed_months(date->high(), to.low()),
                                elapsed_months(date->low(), to.high()));
    }

    answer names(const node& n) {
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

    /// Whether `entry`, or what stands before its "/*", begins the rule's id at a whole number:
    /// 8.1.1 names 8.1.1/service, not 8.1.10/service.
    static bool is_named_by(std::string_view rule, std::string_view entry) {
        if (entry.ends_with("/*")) entry.remove_suffix(2);
        if (entry.empty() || !rule.starts_with(entry)) return false;
        if (rule.size() == entry.size()) return true;
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        return !(is_digit(entry.back()) && is_digit(rule[entry.size()]));
    }

    const environment& with_;
    std::size_t bound_ = 0;
    std::size_t cost_ = 0;
    std::array<const value*, most_variables> slots_;  // those below bound_ are set
};

}  // namespace xuanren::detail

namespace xuanren {

inline value evaluate(const node& expression, const environment& with) {
    return detail::evaluator(with).evaluate(expression);
}

}  // namespace xuanren
