// include/xuanren/engine/columns/program_lanes.hpp
#pragma once

#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/columns/program_expressions.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A literal as the integer that lanes hold; nothing where it is none, or not exact.
inline std::optional<std::int64_t> program_expressions::integer_of(const value& v) {
    if (const auto* m = v.as<interval<months>>()) return m->is_exact() ? std::optional(m->low().count()) : std::nullopt;
    if (const auto* e = v.as<enumerator>()) return e->index;
    if (const auto* d = v.as<interval<civil_date>>()) {
        const civil_date& day = d->low();
        if (!d->is_exact() || day.year() < 1 || day.year() > 9999) return std::nullopt;
        return day.packed();
    }
    if (const auto* d = v.as<interval<day_time_duration>>()) {
        if (!d->is_exact() || d->low().nanoseconds != 0 || d->low().seconds % seconds_per_day != 0) return std::nullopt;
        return d->low().seconds / seconds_per_day;
    }
    return std::nullopt;
}

inline const planned_definition* program_expressions::definition_of(std::size_t fact, bool& asks_has,
                                                                    std::size_t& slot) const {
    for (slot = 0; slot < plan_->definitions.size(); ++slot) {
        const planned_definition& d = plan_->definitions[slot];
        asks_has = d.has_index == fact;
        if (d.fact_index == fact || (asks_has && d.has_index != catalogue::none)) return &d;
    }
    return nullptr;
}

/// Whether a value hangs on facts that have no column, so that it is unknown in every row.
inline bool program_expressions::is_always_unknown(const node& n) {
    const auto is_unknown = [&](const node_ptr& c) { return is_always_unknown(*c); };
    const auto any = [&] { return std::any_of(n.children.begin(), n.children.end(), is_unknown); };
    switch (n.kind) {
        case node_kind::fact: {
            bool asks_has = false;
            std::size_t slot = 0;
            const planned_definition* d = definition_of(n.fact_index, asks_has, slot);
            if (d == nullptr || is_given(*d)) return places_->facts[n.fact_index].value == no_ref;
            // Lists are never computed in columns, but known or not.
            if ((*plan_->parts.facts)[d->fact_index].value_type.kind == type_kind::list)
                return std::all_of(d->versions.begin(), d->versions.end(),
                                   [&](const planned_definition::version& v) { return is_always_unknown(*v.is.root); });
            const kept_definition& made = define(slot);
            if (made.truth) return !asks_has && nodes_->is_open(*made.truth);
            return !asks_has && made.lane && nodes_->is_unknown(made.lane->lane) && nodes_->is_open(made.lane->none);
        }
        case node_kind::call:
            if (n.function == nullptr || !n.function->takes_unknown) return any();
            // Some answer for unknown arguments, but not without the first.
            return (n.function->name.starts_with("moved on") || n.function->name == "time in") && !n.children.empty() &&
                   is_always_unknown(*n.children[0]);
        case node_kind::path:
        case node_kind::elapsed:
        case node_kind::comparison:
        case node_kind::arithmetic: return any();
        case node_kind::conjunction:
        case node_kind::disjunction: return std::all_of(n.children.begin(), n.children.end(), is_unknown);
        case node_kind::negation: return is_always_unknown(*n.children[0]);
        case node_kind::conditional: {
            // Of two branches that are not both unknown an unknown test chooses neither.
            const bool yes = is_always_unknown(*n.children[1]), no = is_always_unknown(*n.children[2]);
            return (yes && no) || ((yes || no) && is_always_unknown(*n.children[0]));
        }
        case node_kind::some:
        case node_kind::every:
        case node_kind::for_each:
        case node_kind::filter:
            // The first of the lists that it walks.
            return !n.children.empty() && is_always_unknown(*n.children[0]);
        default: return false;
    }
}

/// Where a list has nothing in it, of one that is nowhere known otherwise; nothing where it may be.
inline std::optional<truth_ref> program_expressions::where_empty(const node& n) {
    if (is_always_unknown(n)) return nodes_->nowhere();
    if (n.kind == node_kind::list && n.children.empty()) return nodes_->always();
    if (n.kind == node_kind::conditional) {
        const auto yes = where_empty(*n.children[1]), no = yes ? where_empty(*n.children[2]) : std::nullopt;
        const std::size_t carried = valueless_.size();
        const auto test = no ? truth(*n.children[0]) : std::nullopt;
        leave_to_rows(carried);
        if (!test) return std::nullopt;
        const truth_ref fails = nodes_->is_open(*test) ? *test : negated(*test);
        return nodes_->pick(*test, *yes, nodes_->pick(fails, *no, nodes_->all({*yes, *no})));
    }
    bool asks_has = false;
    std::size_t slot = 0;
    const planned_definition* d = n.kind == node_kind::fact ? definition_of(n.fact_index, asks_has, slot) : nullptr;
    if (d == nullptr || is_given(*d)) return std::nullopt;
    std::optional<truth_ref> out = nodes_->nowhere();
    const step at = at_;
    for (auto v = d->versions.rbegin(); out && v != d->versions.rend(); ++v) {
        at_ = v->of->at;
        const auto one = where_empty(*v->is.root);
        out = one ? std::optional(nodes_->pick(in_force(v->place, at_), *one, *out)) : std::nullopt;
    }
    at_ = at;
    return out;
}

inline std::optional<lane_ref> program_expressions::lanes(const node& n) {
    if (is_always_unknown(n)) return nodes_->unknown_lane();
    switch (n.kind) {
        case node_kind::literal: return literal(n);
        case node_kind::fact: return lane_fact(n);
        case node_kind::arithmetic: return arithmetic(n);
        case node_kind::conditional: return conditional(n);
        case node_kind::call: return call(n);
        case node_kind::path: return path(n);
        case node_kind::table: return table(n);
        case node_kind::elapsed: {
            const auto since = lanes(*n.children[0]);
            const lane_ref now = month_end(step_date(at_));
            if (!since) return std::nullopt;
            if (nodes_->is_unknown(*since) || nodes_->is_unknown(now)) return nodes_->unknown_lane();
            lane_node made;
            made.op = lane_op::elapsed;
            made.type = lane_type::i32;
            made.a = nodes_->widened(*since, lane_type::i32);
            made.b = now;
            made.exact = nodes_->lane(made.a).exact && nodes_->lane(now).exact;
            made.known = nodes_->lane(made.a).known && nodes_->lane(now).known;
            return computed(made, -12 * 20'000, 12 * 20'000);
        }
        default: return refuse("用到列表或者记录", "it uses a list or a record");
    }
}

inline std::optional<lane_ref> program_expressions::literal(const node& n) {
    if (n.literal.is_unknown()) return nodes_->unknown_lane();
    if (const auto* number = n.literal.as<interval<xuanren::number>>()) {
        if (!number->is_exact()) return refuse("数不确切", "a number within bounds");
        const xuanren::number& held = number->low();
        const int128 c = held.coefficient();
        if (held.exponent() > 0 || held.exponent() < -9 || c > guarded_bound || c < -guarded_bound)
            return refuse("小数超出64位", "a decimal beyond 64 bits");
        return nodes_->constant(static_cast<std::int64_t>(c), static_cast<std::uint8_t>(-held.exponent()));
    }
    if (const auto k = integer_of(n.literal)) return nodes_->constant(*k);
    return refuse("常量不能成列", "a literal that columns cannot hold");
}

inline lane_ref program_expressions::column_lane(const column_places::pair& p, const type& t) {
    if (p.value == no_ref) return nodes_->unknown_lane();
    const table_schema::column& c = schema_->columns[p.value];
    lane_node n;
    n.op = lane_op::column;
    n.column = p.value;
    n.most = p.most;
    n.exact = p.most == no_ref;
    switch (c.form) {
        case column_form::int8: n.type = lane_type::i8; break;
        case column_form::int16: n.type = lane_type::i16; break;
        case column_form::int32: n.type = lane_type::i32; break;
        case column_form::uint8: n.type = lane_type::u8; break;
        case column_form::uint16: n.type = lane_type::u16; break;
        case column_form::uint32: n.type = lane_type::u32; break;
        case column_form::packed_date:
        case column_form::day_number: n.type = lane_type::i32; break;
        case column_form::words8:
        case column_form::words16:
        case column_form::words32: n.type = lane_type::i16; break;
        default: n.type = lane_type::i64; break;
    }
    n.low = program_nodes::least_of(n.type);
    n.high = program_nodes::most_of(n.type);
    if (c.form == column_form::decimal) n.scale = static_cast<std::uint8_t>(c.scale);
    if (c.form == column_form::float64) {
        n.scale = column_view::double_digits;
        n.low = -1'000'000'000'000'000;
        n.high = 1'000'000'000'000'000;
    }
    if (t.kind == type_kind::enumeration) {
        n.low = 0;
        n.high = static_cast<std::int64_t>(t.words->members.size()) - 1;
    }
    if (t.kind == type_kind::date) {
        n.low = civil_date(1, 1, 1).packed();
        n.high = civil_date(9999, 12, 31).packed();
    }
    lane_ref made = nodes_->add(n);
    // Two columns of different widths are both widened first.
    return made;
}

inline lane_ref program_expressions::step_date(step s) {
    const auto i = static_cast<std::size_t>(s);
    lane_ref date = no_ref;
    if (places_->steps[i].value != no_ref) date = column_lane(places_->steps[i], types::date);
    else if (const std::size_t fact = places_->step_facts[i]; fact != catalogue::none)
        date = column_lane(places_->facts[fact], types::date);
    else
        date = nodes_->unknown_lane();
    if (!on_) return date;
    const lane_ref given = nodes_->constant(on_->packed());
    if (nodes_->is_unknown(date)) return given;
    lane_node n = nodes_->lane(date);
    lane_node made;
    made.op = lane_op::if_known;
    made.type = lane_type::i32;
    made.a = date;
    made.b = given;
    made.exact = n.exact;
    made.known = true;
    made.low = n.low;
    made.high = n.high;
    return nodes_->add(made);
}

inline lane_ref program_expressions::month_end(lane_ref date) {
    const lane_node n = nodes_->lane(date);
    if (n.op == lane_op::unknown) return date;
    if (n.op == lane_op::constant) {
        const auto day = civil_date::from_packed(static_cast<std::int32_t>(n.k));
        const bool is_last = day.day() == days_in_month(day.year(), day.month());
        return nodes_->constant(is_last ? n.k | 31 : n.k);
    }
    lane_node made;
    made.op = lane_op::month_end;
    made.type = lane_type::i32;
    made.a = date;
    made.exact = n.exact;
    made.known = n.known;
    made.low = n.low;
    made.high = n.high;
    return nodes_->add(made);
}

inline std::optional<lane_ref> program_expressions::lane_fact(const node& n) {
    const type& t = n.value_type;
    if (t.kind == type_kind::list || t.kind == type_kind::record || t.kind == type_kind::range || t.kind == type_kind::any)
        return refuse("用到列表或者记录", "it uses a list or a record");
    bool asks_has = false;
    std::size_t slot = 0;
    if (const planned_definition* d = definition_of(n.fact_index, asks_has, slot); d != nullptr && !is_given(*d))
        return defined_lane(slot);
    return column_lane(places_->facts[n.fact_index], t);
}

inline std::optional<lane_ref> program_expressions::defined_lane(std::size_t slot) {
    const kept_definition& d = define(slot);
    take(d);
    if (!d.lane) return refuse(d.reason);
    return d.lane->lane;
}

/// What hangs on a definition hangs on what that hangs on.
inline void program_expressions::take(const kept_definition& d) {
    uses_guarded_ = uses_guarded_ || d.uses_guarded;
    without_value_.insert(without_value_.end(), d.without_value.begin(), d.without_value.end());
}

/// Computes a definition where no column gives it: the first of its versions that is surely in force.
inline program_expressions::kept_definition& program_expressions::define(std::size_t slot) {
    kept_definition& kept = definitions_[slot];
    if (kept.is_made) return kept;
    kept.is_made = true;
    const planned_definition& d = plan_->definitions[slot];
    const step at = at_;
    const bool guarded_before = std::exchange(uses_guarded_, false);
    std::vector<truth_ref> outer = std::exchange(without_value_, {});
    const std::size_t carried = valueless_.size();
    const bool is_truth = (*plan_->parts.facts)[d.fact_index].value_type.kind == type_kind::boolean;
    std::optional<truth_ref> truth_made = nodes_->open();
    std::optional<nullable_lane> lane_made = nullable_lane{nodes_->unknown_lane(), nodes_->open()};
    for (auto v = d.versions.rbegin(); v != d.versions.rend() && (is_truth ? truth_made.has_value() : lane_made.has_value()); ++v) {
        at_ = v->of->at;
        const truth_ref in = in_force(v->place, at_);
        if (is_truth) {
            const auto answer = truth(*v->is.root);
            truth_made = answer ? std::optional(nodes_->pick(in, *answer, *truth_made)) : std::nullopt;
            continue;
        }
        const auto answer = nullable(*v->is.root);
        const auto value = answer ? select(in, answer->lane, lane_made->lane, lane_op::pick) : std::nullopt;
        lane_made = value ? std::optional(nullable_lane{*value, nodes_->pick(in, answer->none, lane_made->none)})
                          : std::nullopt;
    }
    at_ = at;
    leave_to_rows(carried);
    kept.uses_guarded = std::exchange(uses_guarded_, guarded_before);
    kept.without_value = std::exchange(without_value_, std::move(outer));
    if (is_truth) kept.truth = truth_made;
    else kept.lane = lane_made;
    kept.reason = {"定义“" + (*plan_->parts.facts)[d.fact_index].zh + "”没有列，又不能由列算出：" + reason_.zh,
                   "definition " + (*plan_->parts.facts)[d.fact_index].name +
                       " has no column and cannot be computed from columns: " + reason_.en};
    return kept;
}

inline std::optional<nullable_lane> program_expressions::nullable(const node& n) {
    if (is_always_unknown(n)) return nullable_lane{nodes_->unknown_lane(), nodes_->open()};
    if (n.kind == node_kind::literal && n.literal.is_null())
        return nullable_lane{nodes_->unknown_lane(), nodes_->always()};
    if (n.kind == node_kind::conditional) {
        const std::size_t carried = valueless_.size();
        const auto test = truth(*n.children[0]);
        leave_to_rows(carried);
        const auto yes = test ? nullable(*n.children[1]) : std::nullopt;
        const auto no = yes ? nullable(*n.children[2]) : std::nullopt;
        const auto both = no ? select(*test, yes->lane, no->lane, lane_op::select) : std::nullopt;
        if (!both) return std::nullopt;
        return nullable_lane{*both, nodes_->select(*test, yes->none, no->none)};
    }
    const auto value = lanes(n);
    if (!value) return std::nullopt;
    const truth_ref known = nodes_->known(*value);
    return nullable_lane{*value, nodes_->pick(known, nodes_->nowhere(), nodes_->open())};
}

inline std::optional<lane_ref> program_expressions::select(truth_ref test, lane_ref a, lane_ref b, lane_op op) {
    if (nodes_->is_always(test) || a == b) return a;
    if (nodes_->is_nowhere(test) || (op == lane_op::pick && nodes_->is_open(test))) return b;
    if (!align(a, b)) return std::nullopt;
    // What is unknown everywhere takes the other's type.
    if (nodes_->is_unknown(a)) a = nodes_->widened(a, nodes_->lane(b).type);
    if (nodes_->is_unknown(b)) b = nodes_->widened(b, nodes_->lane(a).type);
    lane_type to = lane_type::i32;
    for (const lane_ref r : {a, b})
        if (const lane_node& n = nodes_->lane(r); n.type == lane_type::i64 || n.type == lane_type::u32) to = lane_type::i64;
    a = nodes_->widened(a, to);
    b = nodes_->widened(b, to);
    const lane_node x = nodes_->lane(a), y = nodes_->lane(b);
    lane_node made;
    made.op = op;
    made.type = to;
    made.a = a;
    made.b = b;
    made.test = test;
    made.exact = x.exact && y.exact;
    made.scale = std::max(x.scale, y.scale);
    const bool x_open = x.op == lane_op::unknown, y_open = y.op == lane_op::unknown;
    made.low = x_open ? y.low : y_open ? x.low : std::min(x.low, y.low);
    made.high = x_open ? y.high : y_open ? x.high : std::max(x.high, y.high);
    return nodes_->add(made);
}

inline std::optional<lane_ref> program_expressions::conditional(const node& n) {
    const std::size_t carried = valueless_.size();
    const auto test = truth(*n.children[0]);
    leave_to_rows(carried);
    const auto yes = test ? lanes(*n.children[1]) : std::nullopt;
    const auto no = yes ? lanes(*n.children[2]) : std::nullopt;
    if (!no) return std::nullopt;
    if (n.children[1]->value_type.kind != n.children[2]->value_type.kind)
        return refuse("两支类型不同", "the branches of a conditional have different types");
    return select(*test, *yes, *no, lane_op::select);
}

/// A node whose values lie within the bounds, in the narrowest type that arithmetic has.
inline std::optional<lane_ref> program_expressions::computed(lane_node n, int128 low, int128 high) {
    constexpr int128 most = 4'000'000'000'000'000'000;
    if (low < -most || high > most) return refuse("超出64位", "results beyond 64 bits");
    n.low = static_cast<std::int64_t>(low);
    n.high = static_cast<std::int64_t>(high);
    return nodes_->add(n);
}

}  // namespace xuanren::detail
