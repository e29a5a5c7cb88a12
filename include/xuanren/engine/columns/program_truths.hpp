// include/xuanren/engine/columns/program_truths.hpp
#pragma once

#include <xuanren/engine/columns/program_expressions.hpp>
#include <xuanren/engine/compare.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren::detail {

inline std::optional<truth_ref> program_expressions::truth(const node& n) {
    switch (n.kind) {
        case node_kind::literal:
            if (const bool* b = n.literal.as<bool>()) return *b ? nodes_->always() : nodes_->nowhere();
            if (n.literal.is_unknown()) return nodes_->open();
            return refuse("条件为空值", "a null stands where a condition is asked for");
        case node_kind::fact: return truth_fact(n);
        case node_kind::conjunction:
        case node_kind::disjunction: {
            std::vector<truth_ref> parts;
            parts.reserve(n.children.size());
            for (const node_ptr& child : n.children) {
                const auto part = truth(*child);
                if (!part) return std::nullopt;
                parts.push_back(*part);
            }
            return n.kind == node_kind::conjunction ? nodes_->all(std::move(parts)) : nodes_->any(std::move(parts));
        }
        case node_kind::negation: {
            const auto part = truth(*n.children[0]);
            if (!part) return std::nullopt;
            return nodes_->is_open(*part) ? *part : negated(*part);
        }
        case node_kind::comparison: return comparison(n);
        case node_kind::between: return between(n);
        case node_kind::membership: return membership(n);
        case node_kind::conditional: {
            const std::size_t carried = valueless_.size();
            const auto test = truth(*n.children[0]);
            const auto yes = test ? truth(*n.children[1]) : std::nullopt;
            const auto no = yes ? truth(*n.children[2]) : std::nullopt;
            if (!no) return std::nullopt;
            leave_to_rows(carried);
            return nodes_->select(*test, *yes, *no);
        }
        case node_kind::names: return names(n);
        default:
            if (is_always_unknown(n)) return nodes_->open();
            if (!n.children.empty())
                if (const auto made = words(n)) return made;
            if (n.kind == node_kind::some || n.kind == node_kind::every)
                return refuse("用到列表（some、every）", "it walks a list (some, every)");
            return refuse("条件不是布尔列", "it uses a condition that is no boolean column");
    }
}

inline std::optional<truth_ref> program_expressions::truth_fact(const node& n) {
    if (n.value_type.kind != type_kind::boolean)
        return refuse("条件不是布尔值", "a condition that is no boolean");
    const column_places::pair& p = places_->facts[n.fact_index];
    bool asks_has = false;
    std::size_t slot = 0;
    if (const planned_definition* d = definition_of(n.fact_index, asks_has, slot); d != nullptr && !is_given(*d))
        return defined_truth(slot, asks_has);
    if (p.value == no_ref) return nodes_->open();
    return nodes_->over(truth_op::column, p.value);
}

inline std::optional<truth_ref> program_expressions::defined_truth(std::size_t slot, bool asks_has) {
    kept_definition& d = define(slot);
    take(d);
    if (asks_has) {
        if (d.lane) {
            const lane_ref value = d.lane->lane;
            const truth_ref none = d.lane->none;
            // Null: there is none. Known: there is one. Neither is said where it is unknown.
            return nodes_->pick(none, nodes_->nowhere(),
                                nodes_->pick(nodes_->known(value), nodes_->always(), nodes_->open()));
        }
        if (d.truth) return nodes_->pick(nodes_->known(*d.truth, nullptr), nodes_->always(), nodes_->open());
    } else if (d.truth) {
        return *d.truth;
    }
    return refuse(d.reason);
}

inline std::optional<truth_ref> program_expressions::comparison(const node& n) {
    return compare(n.op, *n.children[0], *n.children[1]);
}

inline std::optional<truth_ref> program_expressions::elapsed_against(operator_kind op, const node& elapsed,
                                                                     std::int64_t bound) {
    const auto since = lanes(*elapsed.children[0]);
    if (!since) return std::nullopt;
    const lane_ref now = month_end(step_date(at_));
    if (nodes_->is_unknown(*since) || nodes_->is_unknown(now)) return nodes_->open();
    constexpr std::int64_t furthest = 12 * 12'000;
    if (bound < -furthest || bound > furthest) return refuse("期间过长", "a period beyond all dates");
    const auto fewer = [&](std::int64_t k) {
        return nodes_->over(truth_op::elapsed_less, nodes_->widened(*since, lane_type::i32), k, now);
    };
    switch (op) {
        case operator_kind::less: return fewer(bound);
        case operator_kind::less_equal: return fewer(bound + 1);
        case operator_kind::greater: return negated(fewer(bound + 1));
        case operator_kind::greater_equal: return negated(fewer(bound));
        default: return std::nullopt;
    }
}

inline std::optional<truth_ref> program_expressions::compare(operator_kind op, const node& left, const node& right) {
    const type_kind kind = left.value_type.kind;
    const bool is_equality = op == operator_kind::equal || op == operator_kind::not_equal;
    if (is_always_unknown(left) || is_always_unknown(right)) return nodes_->open();
    if (kind != right.value_type.kind || left.value_type.words != right.value_type.words)
        return refuse("比较不同类型的值", "it compares values of different types");
    const std::size_t carried = valueless_.size();
    if (kind == type_kind::boolean) {
        if (!is_equality) return refuse("布尔值没有大小", "booleans have no order");
        const auto a = truth(left);
        const auto b = a ? truth(right) : std::nullopt;
        if (!b) return std::nullopt;
        leave_to_rows(carried);
        const truth_ref same = nodes_->select(*a, *b, nodes_->is_open(*b) ? *b : negated(*b));
        return op == operator_kind::equal || nodes_->is_open(same) ? same : negated(same);
    }
    if (kind == type_kind::string) {
        const bool is_right = right.kind == node_kind::literal;
        const node& other = is_right ? left : right;
        const node& word = is_right ? right : left;
        if (!is_equality || other.kind != node_kind::fact || word.kind != node_kind::literal)
            return refuse("文本的运算超出相等", "it does more with strings than ask whether one is a given word");
        const auto* s = word.literal.as<std::shared_ptr<const std::string>>();
        const auto value = lanes(other);
        if (s == nullptr || !value) return std::nullopt;
        const auto at = std::find(strings_->begin(), strings_->end(), **s);
        const auto id = static_cast<std::int64_t>(at - strings_->begin());
        if (at == strings_->end()) strings_->push_back(**s);
        const truth_ref same = nodes_->equal(*value, id + 1);
        return op == operator_kind::equal || nodes_->is_open(same) ? same : negated(same);
    }
    if (right.kind == node_kind::conditional && left.kind != node_kind::table) {
        // Against a choice between two constants: a choice between two comparisons, over the column as it is.
        const node &yes = *right.children[1], &no = *right.children[2];
        if (yes.kind == node_kind::literal && no.kind == node_kind::literal && yes.value_type.kind == kind && no.value_type.kind == kind) {
            const auto one = lanes(yes), other = one ? lanes(no) : std::nullopt;
            const auto test = other && *one != *other ? truth(*right.children[0]) : std::nullopt;
            const auto is = test ? compare(op, left, yes) : std::nullopt;
            const auto is_not = is ? compare(op, left, no) : std::nullopt;
            leave_to_rows(carried);
            if (is_not) return nodes_->pick(nodes_->known(*test, nullptr), nodes_->pick(*test, *is, *is_not), nodes_->open());
        }
    }
    if (kind == type_kind::months && !is_equality) {
        const auto turned = [](operator_kind o) {
            return o == operator_kind::less           ? operator_kind::greater
                   : o == operator_kind::less_equal   ? operator_kind::greater_equal
                   : o == operator_kind::greater      ? operator_kind::less
                                                      : operator_kind::less_equal;
        };
        if (left.kind == node_kind::elapsed && right.kind == node_kind::literal)
            if (const auto k = integer_of(right.literal)) return elapsed_against(op, left, *k);
        if (right.kind == node_kind::elapsed && left.kind == node_kind::literal)
            if (const auto k = integer_of(left.literal)) return elapsed_against(turned(op), right, *k);
    }
    const std::size_t untold = without_value_.size();
    const auto l = lanes(left);
    const auto r = l ? lanes(right) : std::nullopt;
    if (!r) return std::nullopt;
    lane_ref a = *l, b = *r;
    if (nodes_->is_unknown(a) || nodes_->is_unknown(b)) return nodes_->open();
    const auto is_constant = [&](lane_ref x) { return nodes_->lane(x).op == lane_op::constant; };
    // A bound with more digits than the column lies between two of its values.
    bool is_between = false;
    std::int64_t below = 0;
    const auto settle = [&](lane_ref& value, lane_ref& bound) {
        const lane_node v = nodes_->lane(value), k = nodes_->lane(bound);
        if (k.scale <= v.scale) return;
        std::int64_t unit = 1;
        for (int i = v.scale; i < k.scale; ++i) unit *= 10;
        below = k.k / unit - (k.k % unit < 0 ? 1 : 0);
        is_between = k.k % unit != 0;
        bound = nodes_->constant(k.k % unit == 0 ? k.k / unit : below, v.scale);
    };
    if (is_constant(b) && !is_constant(a)) settle(a, b);
    else if (is_constant(a) && !is_constant(b)) settle(b, a);
    if (is_between) {
        const bool on_right = is_constant(b);
        const lane_ref v = on_right ? a : b;
        if (is_equality) {
            if (!nodes_->lane(v).exact) return refuse("小数位多于列", "a bound with more digits than a column of bounds");
            return op == operator_kind::equal ? nodes_->never(v) : negated(nodes_->never(v));
        }
        const bool is_below = op == operator_kind::less || op == operator_kind::less_equal;
        const truth_ref fewer = nodes_->less(v, below + 1);
        return is_below == on_right ? fewer : nodes_->is_open(fewer) ? fewer : negated(fewer);
    }
    if (!align(a, b)) return std::nullopt;
    const auto less = [&](lane_ref x, lane_ref y) -> truth_ref {
        if (is_constant(y)) return nodes_->less(x, nodes_->lane(y).k);
        if (is_constant(x)) {  // k < y: not (y < k + 1)
            const truth_ref t = nodes_->less(y, nodes_->lane(x).k + 1);
            return nodes_->is_open(t) ? t : negated(t);
        }
        return nodes_->compare(truth_op::less, x, y);
    };
    truth_ref t = no_ref;
    bool turn = false;
    switch (op) {
        case operator_kind::equal:
        case operator_kind::not_equal:
            turn = op == operator_kind::not_equal;
            t = is_constant(b)   ? nodes_->equal(a, nodes_->lane(b).k)
                : is_constant(a) ? nodes_->equal(b, nodes_->lane(a).k)
                                 : nodes_->compare(truth_op::equal, a, b);
            break;
        case operator_kind::less: t = less(a, b); break;
        case operator_kind::greater: t = less(b, a); break;
        case operator_kind::less_equal: t = less(b, a), turn = true; break;
        case operator_kind::greater_equal: t = less(a, b), turn = true; break;
        default: return refuse("不是比较", "no comparison");
    }
    const bool is_of_table = (left.kind == node_kind::table) != (right.kind == node_kind::table);
    if (is_of_table && !is_equality && without_value_.size() == untold + 1)
        carry_no_value(t, left.kind == node_kind::table ? *r : *l, untold);
    return turn && !nodes_->is_open(t) ? negated(t) : t;
}

/// An order against a table that does not tell has no value where the other side is known.
inline void program_expressions::carry_no_value(truth_ref made, lane_ref other, std::size_t untold) {
    const truth_op op = nodes_->program().truths[made / 2].op;
    if (op != truth_op::less && op != truth_op::less_k) return;
    const truth_ref where = nodes_->all({without_value_[untold], nodes_->known(other)});
    without_value_.pop_back();
    valueless_.push_back(where);
    auto& held = nodes_->program().valueless;
    const std::pair entry(made / 2, where);
    if (std::find(held.begin(), held.end(), entry) == held.end()) held.push_back(entry);
}

inline std::optional<truth_ref> program_expressions::between(const node& n) {
    const auto low = compare(operator_kind::greater_equal, *n.children[0], *n.children[1]);
    const auto high = low ? compare(operator_kind::less_equal, *n.children[0], *n.children[2]) : std::nullopt;
    if (!high) return std::nullopt;
    return nodes_->all({*low, *high});
}

inline std::optional<truth_ref> program_expressions::member_of(const node& v, const node& test) {
    if (test.kind == node_kind::range) {
        if (test.op != operator_kind::none) return compare(test.op, v, *test.children[0]);
        const auto low = compare(test.low_included ? operator_kind::greater_equal : operator_kind::greater, v,
                                 *test.children[0]);
        const auto high = low ? compare(test.high_included ? operator_kind::less_equal : operator_kind::less, v,
                                        *test.children[1])
                              : std::nullopt;
        if (!high) return std::nullopt;
        return nodes_->all({*low, *high});
    }
    if (test.kind == node_kind::list) {
        std::vector<truth_ref> any;
        for (const node_ptr& item : test.children) {
            const auto one = member_of(v, *item);
            if (!one) return std::nullopt;
            any.push_back(*one);
        }
        return nodes_->any(std::move(any));
    }
    return compare(operator_kind::equal, v, test);
}

inline std::optional<truth_ref> program_expressions::membership(const node& n) {
    const node& v = *n.children[0];
    // Words of an enumeration, or numbers, are asked for in one pass.
    const auto member = [&](const node& t) -> std::optional<std::int64_t> {
        if (t.kind != node_kind::literal || t.value_type.kind != v.value_type.kind || t.value_type.words != v.value_type.words)
            return std::nullopt;
        const auto* number = t.literal.as<interval<xuanren::number>>();
        if (number != nullptr) return number->is_exact() ? number->low().to_int64() : std::nullopt;
        return v.value_type.kind == type_kind::enumeration ? integer_of(t.literal) : std::nullopt;
    };
    const bool is_plain = n.children.size() > 2 && std::all_of(n.children.begin() + 1, n.children.end(),
                                                               [&](const node_ptr& t) { return member(*t).has_value(); });
    if (is_plain) {
        const auto value = lanes(v);
        if (!value) return std::nullopt;
        const lane_node& held = nodes_->lane(*value);
        if (held.exact && held.scale == 0 && held.op != lane_op::constant) {
            std::vector<std::int64_t> set;
            for (std::size_t i = 1; i < n.children.size(); ++i) set.push_back(*member(*n.children[i]));
            return nodes_->one_of(*value, std::move(set));
        }
    }
    std::vector<truth_ref> any;
    for (std::size_t i = 1; i < n.children.size(); ++i) {
        const auto one = member_of(v, *n.children[i]);
        if (!one) return std::nullopt;
        any.push_back(*one);
    }
    return nodes_->any(std::move(any));
}

inline truth_ref program_expressions::is_before(lane_ref date, const std::optional<interval<civil_date>>& bound) {
    // Is the bound at or before the date? Not: the date before the bound.
    const auto packed = [](const civil_date& d) { return std::int64_t{d.packed()}; };
    if (bound->is_exact()) {
        const truth_ref t = nodes_->less(date, packed(bound->low()));
        return t;
    }
    // Surely before where it is before the first day, surely not where it is not before the last.
    const truth_ref first = nodes_->less(date, packed(bound->low()));
    const truth_ref last = nodes_->less(date, packed(bound->high()));
    return nodes_->pick(first, nodes_->always(),
                        nodes_->pick(nodes_->is_open(last) ? last : negated(last), nodes_->nowhere(), nodes_->open()));
}

inline truth_ref program_expressions::in_force(const planned_place& place, step at) {
    if (place.family == planned_place::always) return nodes_->always();
    const family_timeline& family = plan_->families[place.family];
    const lane_ref date = step_date(at);
    const lane_ref judged = law_date_ ? nodes_->constant(days_of(*law_date_).low().packed()) : date;
    const auto [kept, is_new] = timelines_.emplace(std::pair(place.family, static_cast<std::size_t>(at)),
                                                   static_cast<std::uint32_t>(nodes_->program().timelines.size()));
    if (is_new) {
        timeline_code code;
        code.date = date;
        const validity& only = family.versions[0].in_force;
        code.is_timeless = family.versions.size() == 1 && !only.start && !only.end;
        if (!nodes_->is_unknown(date)) {
            for (const family_timeline::version& v : family.versions) {
                timeline_code::version c{no_ref, no_ref};
                if (v.in_force.start) {
                    const truth_ref before = is_before(judged, v.in_force.start);
                    c.begun = nodes_->is_open(before) ? before : negated(before);
                }
                if (v.in_force.end) {
                    const truth_ref before = is_before(judged, v.in_force.end);
                    c.over = nodes_->is_open(before) ? before : negated(before);
                }
                code.versions.push_back(c);
            }
            if (only.start && family.versions[0].of->before == instrument::earlier::unknown)
                code.before = is_before(judged, only.start);
        }
        nodes_->program().timelines.push_back(std::move(code));
    }
    const timeline_code& code = nodes_->program().timelines[kept->second];
    if (nodes_->is_unknown(date)) return code.is_timeless ? nodes_->always() : nodes_->open();
    if (code.is_timeless) return nodes_->always();
    truth_node n;
    n.op = truth_op::version;
    n.index = kept->second;
    n.k = static_cast<std::int64_t>(place.version);
    return nodes_->add(std::move(n));
}

}  // namespace xuanren::detail
