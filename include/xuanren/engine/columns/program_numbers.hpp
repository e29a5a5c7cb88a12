// include/xuanren/engine/columns/program_numbers.hpp
#pragma once

#include <xuanren/engine/columns/program_lanes.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A column of 64 bits as arithmetic may use it: within bounds that each block is held to.
inline lane_ref program_expressions::guarded(lane_ref a) {
    const lane_node n = nodes_->lane(a);
    if (n.low >= -guarded_bound * 1'000 && n.high <= guarded_bound * 1'000) return a;
    if (n.op == lane_op::column) {
        auto& guards = nodes_->program().guards;
        const std::pair guard(a, guarded_bound);
        if (std::find(guards.begin(), guards.end(), guard) == guards.end()) guards.push_back(guard);
        uses_guarded_ = true;
    }
    return a;
}

/// Whether its values lie within +-bound: always, or as long as each block's are found to.
inline bool program_expressions::keep_within(lane_ref a, std::int64_t bound) {
    const lane_node n = nodes_->lane(a);
    if (n.low >= -bound && n.high <= bound) return true;
    if (n.op != lane_op::column || !program_nodes::fits(bound, n.type)) return false;
    auto& guards = nodes_->program().guards;
    const std::pair guard(a, bound);
    if (std::find(guards.begin(), guards.end(), guard) == guards.end()) guards.push_back(guard);
    uses_guarded_ = true;
    return true;
}

/// A date moved by so many months at the most; not out of the years that the loops know.
inline std::optional<lane_ref> program_expressions::moved(lane_node n, std::int64_t most_months) {
    const lane_node& from = nodes_->lane(n.a);
    const std::int64_t low = from.low - (most_months << 5), high = from.high + (most_months << 5);
    constexpr std::int64_t furthest = std::int64_t{18'000} * 12 << 5;
    if (low < -furthest || high > furthest) return refuse("日期移得过远", "a date moved too far");
    return computed(n, low, high);
}

/// The lane times 10^by.
inline std::optional<lane_ref> program_expressions::rescaled(lane_ref a, int by) {
    if (by == 0 || nodes_->is_unknown(a)) return a;
    const lane_node from = nodes_->lane(guarded(a));
    std::int64_t unit = 1;
    for (int i = 0; i < by; ++i) unit *= 10;
    const auto bounded = [&](std::int64_t k) {
        return int128{std::clamp(k, -guarded_bound * 1'000, guarded_bound * 1'000)} * unit;
    };
    if (by > 9) return refuse("小数位过多", "too many digits after the point");
    if (from.op == lane_op::constant) {
        const int128 k = int128{from.k} * unit;
        if (k > guarded_bound * 1'000 || k < -guarded_bound * 1'000) return refuse("超出64位", "results beyond 64 bits");
        return nodes_->constant(static_cast<std::int64_t>(k), static_cast<std::uint8_t>(from.scale + by));
    }
    lane_node made;
    made.op = lane_op::rescaled;
    made.a = nodes_->widened(a, lane_type::i64);
    made.k = unit;
    made.scale = static_cast<std::uint8_t>(from.scale + by);
    made.exact = from.exact;
    made.known = from.known;
    return computed(made, bounded(from.low), bounded(from.high));
}

/// Both to as many digits after the point.
inline bool program_expressions::align(lane_ref& a, lane_ref& b) {
    const int x = nodes_->lane(a).scale, y = nodes_->lane(b).scale;
    const auto made = x < y ? rescaled(a, y - x) : rescaled(b, x - y);
    if (!made) return false;
    (x < y ? a : b) = *made;
    return true;
}

inline std::optional<lane_ref> program_expressions::negative(lane_ref a) {
    if (nodes_->is_unknown(a)) return a;
    lane_node made;
    made.op = lane_op::negate;
    made.a = nodes_->widened(guarded(a), lane_type::i64);
    const lane_node from = nodes_->lane(made.a);
    made.exact = from.exact;
    made.known = from.known;
    made.scale = from.scale;
    const auto bounded = [](std::int64_t k) { return int128{std::clamp(k, -guarded_bound * 1'000, guarded_bound * 1'000)}; };
    return computed(made, -bounded(from.high), -bounded(from.low));
}

/// By what divides a power of ten, the quotient has so many digits more; by a table, it is that of
/// whichever of its few answers stands there.
inline std::optional<lane_ref> program_expressions::quotient(lane_ref a, lane_ref b) {
    const lane_node by = nodes_->lane(b);
    if (by.op == lane_op::table) {
        constexpr std::size_t few = 8;
        std::vector<std::int64_t> answers;
        for (const table_code::part& p : nodes_->program().tables[by.index].parts)
            for (std::size_t i = 0; i < p.answers.size(); ++i)
                if (p.found[i] != 0 && std::find(answers.begin(), answers.end(), p.answers[i]) == answers.end()) answers.push_back(p.answers[i]);
        if (answers.size() > few) return refuse("除数不是常量", "a divisor that is no constant");
        lane_ref made = nodes_->unknown_lane();
        for (const std::int64_t k : answers) {
            const auto one = quotient(a, nodes_->constant(k));
            const auto both = one ? select(nodes_->equal(b, k), *one, made, lane_op::pick) : std::nullopt;
            if (!both) return std::nullopt;
            made = *both;
        }
        return made;
    }
    if (by.op != lane_op::constant || by.scale != 0 || by.k <= 0) return refuse("除数不是常量", "a divisor that is no constant");
    std::int64_t unit = 1;
    int digits = 0;
    while (digits < 6 && unit % by.k != 0) unit *= 10, ++digits;
    if (unit % by.k != 0) return refuse("商除不尽", "a quotient without end");
    const auto grown = rescaled(a, digits);
    if (!grown) return std::nullopt;
    lane_node made;
    made.op = lane_op::multiply;
    made.a = nodes_->widened(a, lane_type::i64);
    made.b = nodes_->constant(unit / by.k);
    made.b = nodes_->widened(made.b, lane_type::i64);
    made.scale = static_cast<std::uint8_t>(nodes_->lane(a).scale + digits);
    made.exact = nodes_->lane(a).exact;
    made.known = nodes_->lane(a).known;
    const lane_node g = nodes_->lane(*grown);
    return computed(made, g.low / by.k, g.high / by.k);
}

/// max and min of two numbers; the lesser is what the greater leaves of their negatives.
inline std::optional<lane_ref> program_expressions::greatest(const node& n, bool is_least) {
    lane_ref sides[2];
    for (std::size_t i = 0; i < 2; ++i) {
        const auto side = lanes(*n.children[i]);
        const auto turned = side && is_least ? negative(*side) : side;
        if (!turned) return std::nullopt;
        sides[i] = *turned;
    }
    if (nodes_->is_unknown(sides[0]) || nodes_->is_unknown(sides[1])) return nodes_->unknown_lane();
    if (!align(sides[0], sides[1])) return std::nullopt;
    lane_node made;
    made.op = lane_op::greatest;
    made.a = nodes_->widened(guarded(sides[0]), lane_type::i64);
    made.b = nodes_->widened(guarded(sides[1]), lane_type::i64);
    const lane_node x = nodes_->lane(made.a), y = nodes_->lane(made.b);
    made.exact = x.exact && y.exact;
    made.known = x.known && y.known;
    made.scale = x.scale;
    const auto greater = computed(made, std::max(x.low, y.low), std::max(x.high, y.high));
    return greater && is_least ? negative(*greater) : greater;
}

inline std::optional<lane_ref> program_expressions::arithmetic(const node& n) {
    const type_kind left = n.children[0]->value_type.kind;
    const auto first = lanes(*n.children[0]);
    if (!first) return std::nullopt;
    if (n.op == operator_kind::negate) {
        if (left != type_kind::number && left != type_kind::months && left != type_kind::days)
            return refuse("对非数取负", "a minus before what is no number");
        return negative(*first);
    }
    const type_kind right = n.children[1]->value_type.kind;
    const auto second = lanes(*n.children[1]);
    if (!second) return std::nullopt;
    lane_ref a = *first, b = *second;
    if (nodes_->is_unknown(a) || nodes_->is_unknown(b)) return nodes_->unknown_lane();
    const bool adds = n.op == operator_kind::add;
    const bool subtracts = n.op == operator_kind::subtract;
    const bool is_date = left == type_kind::date || right == type_kind::date;
    if (is_date && (adds || subtracts)) {
        if (right == type_kind::date) std::swap(a, b);
        const type_kind period = right == type_kind::date ? left : right;
        if (left == right || (right == type_kind::date && subtracts))
            return refuse("日期相减", "it takes one date from another");
        const lane_node by = nodes_->lane(b);
        const bool is_constant = by.op == lane_op::constant;
        const std::int64_t bound = period == type_kind::months ? 12 * 1'000 : 366'000;
        if ((subtracts && !is_constant) || !keep_within(b, bound))
            return refuse("期间无界", "a date moved by a period without bounds");
        lane_node made;
        made.op = period == type_kind::months ? lane_op::add_months : lane_op::add_days;
        made.type = lane_type::i32;
        made.a = nodes_->widened(a, lane_type::i32);
        if (is_constant) made.k = subtracts ? -by.k : by.k;
        else made.b = nodes_->widened(b, lane_type::i32);
        made.exact = nodes_->lane(a).exact && by.exact;
        made.known = nodes_->lane(a).known && by.known;
        return moved(made, period == type_kind::months ? bound : bound / 30);
    }
    if (left == type_kind::months && right == type_kind::months && !adds && !subtracts)
        return refuse("期间相除", "it divides a period by another");
    // So many months, a whole number of times.
    const bool is_times = n.op == operator_kind::multiply && ((left == type_kind::months && right == type_kind::number) ||
                                                              (left == type_kind::number && right == type_kind::months)) &&
                          nodes_->lane(a).scale == 0 && nodes_->lane(b).scale == 0;
    if (!is_times && (left != right || (left != type_kind::number && left != type_kind::months && left != type_kind::days)))
        return refuse("此种运算没有列式算法", "arithmetic that columns do not have");
    if (n.op == operator_kind::divide) return quotient(a, b);
    if (n.op == operator_kind::power) return refuse("乘方", "powers");
    const bool multiplies = n.op == operator_kind::multiply;
    if (!multiplies && !align(a, b)) return std::nullopt;
    a = guarded(a);
    b = guarded(b);
    lane_node x = nodes_->lane(a), y = nodes_->lane(b);
    const auto bounded = [](std::int64_t k) { return int128{std::clamp(k, -guarded_bound * 1'000, guarded_bound * 1'000)}; };
    const int128 al = bounded(x.low), ah = bounded(x.high), bl = bounded(y.low), bh = bounded(y.high);
    int128 low = adds ? al + bl : al - bh, high = adds ? ah + bh : ah - bl;
    if (multiplies) {
        const int128 corners[] = {al * bl, al * bh, ah * bl, ah * bh};
        low = *std::min_element(std::begin(corners), std::end(corners));
        high = *std::max_element(std::begin(corners), std::end(corners));
    }
    // The narrowest type that holds both sides and the result.
    const auto within = [&](int128 most) {
        return low >= -most && high <= most && al >= -most && ah <= most && bl >= -most && bh <= most;
    };
    lane_node made;
    made.op = multiplies ? lane_op::multiply : adds ? lane_op::add : lane_op::subtract;
    made.type = within(std::numeric_limits<std::int16_t>::max())   ? lane_type::i16
                : within(std::numeric_limits<std::int32_t>::max()) ? lane_type::i32
                                                                   : lane_type::i64;
    made.a = nodes_->widened(a, made.type);
    made.b = nodes_->widened(b, made.type);
    made.exact = x.exact && y.exact;
    made.known = x.known && y.known;
    made.scale = multiplies ? static_cast<std::uint8_t>(x.scale + y.scale) : x.scale;
    if (made.scale > 15) return refuse("小数位过多", "too many digits after the point");
    return computed(made, low, high);
}

inline std::optional<lane_ref> program_expressions::call(const node& n) {
    const std::string_view name = n.function == nullptr ? std::string_view() : n.function->name;
    const bool is_floor = name == "floor";
    if ((is_floor || name == "ceiling") && n.children.size() == 1) {
        const auto of = lanes(*n.children[0]);
        if (!of) return std::nullopt;
        const lane_node from = nodes_->lane(*of);
        if (from.op == lane_op::unknown || from.scale == 0) return *of;
        lane_node made;
        made.op = is_floor ? lane_op::floor : lane_op::ceiling;
        made.a = nodes_->widened(*of, lane_type::i64);
        made.k = 1;
        for (int i = 0; i < from.scale; ++i) made.k *= 10;
        made.exact = from.exact;
        made.known = from.known;
        return computed(made, from.low / made.k - 1, from.high / made.k + 1);
    }
    // min(a, b) is read as min([a, b]).
    const node* items = (name == "min" || name == "max") && n.children.size() == 1 ? n.children[0].get() : nullptr;
    if (items != nullptr && items->kind == node_kind::list && items->children.size() == 2 &&
        std::all_of(items->children.begin(), items->children.end(), [](const node_ptr& c) { return c->value_type.kind == type_kind::number; }))
        return greatest(*items, name == "min");
    if (name == "add months" && n.children.size() == 2) {
        const auto date = lanes(*n.children[0]);
        const auto by = date ? lanes(*n.children[1]) : std::nullopt;
        if (!by) return std::nullopt;
        if (nodes_->is_unknown(*date) || nodes_->is_unknown(*by)) return nodes_->unknown_lane();
        const lane_node b = nodes_->lane(*by);
        constexpr std::int64_t most = 12 * 1'100;  // more than all years that dates have
        if (b.scale != 0 || !keep_within(*by, most))
            return refuse("月数无界", "a date moved by a number without bounds");
        lane_node made;
        made.op = lane_op::add_months;
        made.type = lane_type::i32;
        made.a = nodes_->widened(*date, lane_type::i32);
        if (b.op == lane_op::constant) made.k = b.k;
        else made.b = nodes_->widened(*by, lane_type::i32);
        made.exact = nodes_->lane(*date).exact && b.exact;
        made.known = nodes_->lane(*date).known && b.known;
        return moved(made, b.op == lane_op::column ? most : std::max(std::abs(b.low), std::abs(b.high)));
    }
    if (name.starts_with("moved on") && n.children.size() > 1 && is_always_unknown(*n.children[1])) {
        // Moved on by what is not on file: not before the date itself, and perhaps by any time.
        const auto date = lanes(*n.children[0]);
        if (!date) return std::nullopt;
        lane_node made;
        made.op = lane_op::open_ended;
        made.type = lane_type::i32;
        made.a = nodes_->widened(*date, lane_type::i32);
        made.k = civil_date(9999, 12, 31).packed();
        made.exact = false;
        return computed(made, nodes_->lane(made.a).low, made.k);
    }
    if (name == "time in" && std::all_of(n.children.begin(), n.children.end(), [this](const node_ptr& c) { return where_empty(*c).has_value(); })) {
        // Of no stretch there is no time, whatever is taken from it.
        const truth_ref none = nodes_->all({*where_empty(*n.children[0]), nodes_->known(step_date(at_))});
        return select(none, nodes_->constant(0), nodes_->unknown_lane(), lane_op::pick);
    }
    if (name == "date" && n.children.size() == 3) return date_of_parts(n);
    if (name == "working days") {
        const auto from = lanes(*n.children[0]);
        const auto to = from ? lanes(*n.children[1]) : std::nullopt;
        if (!to) return std::nullopt;
        bool counts_first = false;
        if (n.children.size() > 2) {
            const node& first = *n.children[2];
            const bool* b = first.kind == node_kind::literal ? first.literal.as<bool>() : nullptr;
            if (b == nullptr) return refuse("首日计否不是常量", "whether the first day counts is no constant");
            counts_first = *b;
        }
        if (nodes_->program().calendar == nullptr || nodes_->is_unknown(*from) || nodes_->is_unknown(*to))
            return nodes_->unknown_lane();
        lane_node made;
        made.op = lane_op::working_days;
        made.type = lane_type::i32;
        made.a = nodes_->widened(*from, lane_type::i32);
        made.b = nodes_->widened(*to, lane_type::i32);
        made.k = counts_first ? 1 : 0;
        made.exact = nodes_->lane(*from).exact && nodes_->lane(*to).exact;
        return computed(made, 0, 4'000'000);
    }
    return refuse({"函数“" + std::string(name) + "”没有列式算法", "columns do not have the function " + std::string(name)});
}

/// date(year, 12, 31): a day that every year has.
inline std::optional<lane_ref> program_expressions::date_of_parts(const node& n) {
    const auto part = [&](std::size_t i) -> std::int64_t {
        const auto* held = n.children[i]->kind == node_kind::literal ? n.children[i]->literal.as<interval<number>>() : nullptr;
        return held == nullptr || !held->is_exact() ? 0 : held->low().to_int64().value_or(0);
    };
    const std::int64_t month = part(1), day = part(2);
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(2001, static_cast<int>(month)))
        return refuse("月日不是常量", "a date whose month and day are no constants");
    const auto year = lanes(*n.children[0]);
    if (!year) return std::nullopt;
    if (nodes_->is_unknown(*year)) return *year;
    const lane_node from = nodes_->lane(*year);
    if (from.scale != 0 || !keep_within(*year, 15'000)) return refuse("年份无界", "a year without bounds");
    lane_node made;
    made.op = lane_op::date_of_year;
    made.type = lane_type::i32;
    made.a = nodes_->widened(*year, lane_type::i32);
    made.k = (month - 1) << 5 | day;
    made.known = from.known && from.exact;
    return computed(made, -(15'000 * 12 << 5), 15'000 * 12 << 5);
}

inline std::optional<lane_ref> program_expressions::path(const node& n) {
    const auto asked = find_property(n.name);
    const bool is_part = asked && (*asked == property::year || *asked == property::month || *asked == property::day);
    if (n.children[0]->value_type.kind != type_kind::date || !is_part)
        return refuse("用到记录的字段", "it uses a field of a record");
    const auto date = lanes(*n.children[0]);
    if (!date) return std::nullopt;
    if (nodes_->is_unknown(*date)) return *date;
    lane_node made;
    made.op = *asked == property::year ? lane_op::year : *asked == property::month ? lane_op::month : lane_op::day;
    made.type = lane_type::i32;
    made.a = nodes_->widened(*date, lane_type::i32);
    made.exact = nodes_->lane(made.a).exact;
    made.known = nodes_->lane(made.a).known;
    const lane_node& from = nodes_->lane(made.a);
    if (made.op != lane_op::year) return computed(made, 1, 31);
    return computed(made, (from.low >> 5) / 12 - 1, (from.high >> 5) / 12);
}

}  // namespace xuanren::detail
