// include/xuanren/engine/columns/program_nodes.hpp
#pragma once

#include <xuanren/engine/columns/program.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Makes the nodes of a program 程序节点, each different one once, and folds what is constant.
class program_nodes {
public:
    explicit program_nodes(column_program& into) : into_(&into) {}

    [[nodiscard]] column_program& program() noexcept { return *into_; }
    [[nodiscard]] const lane_node& lane(lane_ref r) const { return into_->lanes[r]; }

    [[nodiscard]] lane_ref add(const lane_node& n) {
        key_.clear();
        for (const std::int64_t part :
             {std::int64_t{static_cast<int>(n.op)}, std::int64_t{static_cast<int>(n.type)}, std::int64_t{n.scale},
              std::int64_t{n.a}, std::int64_t{n.b}, std::int64_t{n.c}, std::int64_t{n.test}, std::int64_t{n.column},
              std::int64_t{n.most}, std::int64_t{n.index}, n.k})
            append(part);
        const auto [at, is_new] = lanes_.emplace(key_, static_cast<lane_ref>(into_->lanes.size()));
        if (is_new) {
            for (const truth_ref t : {n.test})
                if (t != no_ref) ++into_->truths[t / 2].uses;
            into_->lanes.push_back(n);
        }
        return at->second;
    }

    [[nodiscard]] lane_ref unknown_lane() { return add(lane_node{}); }
    [[nodiscard]] bool is_unknown(lane_ref r) const { return into_->lanes[r].op == lane_op::unknown; }

    [[nodiscard]] lane_ref constant(std::int64_t k, std::uint8_t scale = 0) {
        lane_node n;
        n.op = lane_op::constant;
        n.type = fits(k, lane_type::i32) ? lane_type::i32 : lane_type::i64;
        n.known = true;
        n.scale = scale;
        n.k = n.low = n.high = k;
        return add(n);
    }

    [[nodiscard]] static constexpr std::int64_t least_of(lane_type t) noexcept {
        switch (t) {
            case lane_type::i8: return std::numeric_limits<std::int8_t>::min();
            case lane_type::i16: return std::numeric_limits<std::int16_t>::min();
            case lane_type::i32: return std::numeric_limits<std::int32_t>::min();
            case lane_type::i64: return std::numeric_limits<std::int64_t>::min();
            default: return 0;
        }
    }
    [[nodiscard]] static constexpr std::int64_t most_of(lane_type t) noexcept {
        switch (t) {
            case lane_type::i8: return std::numeric_limits<std::int8_t>::max();
            case lane_type::u8: return std::numeric_limits<std::uint8_t>::max();
            case lane_type::i16: return std::numeric_limits<std::int16_t>::max();
            case lane_type::u16: return std::numeric_limits<std::uint16_t>::max();
            case lane_type::i32: return std::numeric_limits<std::int32_t>::max();
            case lane_type::u32: return std::numeric_limits<std::uint32_t>::max();
            default: return std::numeric_limits<std::int64_t>::max();
        }
    }
    [[nodiscard]] static constexpr bool fits(std::int64_t k, lane_type t) noexcept {
        return k >= least_of(t) && k <= most_of(t);
    }

    /// The lane in a wider type.
    [[nodiscard]] lane_ref widened(lane_ref r, lane_type to) {
        const lane_node from = lane(r);
        if (from.type == to) return r;
        lane_node n = from;
        if (from.op == lane_op::constant) {
            n.type = to;
            return add(n);
        }
        n = {};
        n.op = from.op == lane_op::unknown ? lane_op::unknown : lane_op::widen;
        n.type = to;
        n.exact = from.exact;
        n.known = from.known;
        n.scale = from.scale;
        if (n.op == lane_op::widen) n.a = r;
        n.low = from.low;
        n.high = from.high;
        return add(n);
    }
    /// Both in one type that holds the values of either, the narrowest there is.
    void unify(lane_ref& a, lane_ref& b) {
        const lane_node x = lane(a), y = lane(b);
        if (x.type == y.type) return;
        const std::int64_t low = std::min(x.low, y.low), high = std::max(x.high, y.high);
        lane_type to = lane_type::i64;
        if (fits(low, lane_type::i32) && fits(high, lane_type::i32)) to = lane_type::i32;
        for (const lane_type t : {x.type, y.type})
            if (fits(low, t) && fits(high, t) && t != lane_type::u32) {
                to = t;
                break;
            }
        a = widened(a, to);
        b = widened(b, to);
    }

    [[nodiscard]] truth_ref add(truth_node n) {
        key_.clear();
        for (const std::int64_t part : {std::int64_t{static_cast<int>(n.op)}, std::int64_t{n.a}, std::int64_t{n.b},
                                        std::int64_t{n.c}, std::int64_t{n.index}, n.k})
            append(part);
        for (const truth_ref part : n.parts) append(part);
        const auto [at, is_new] = truths_.emplace(key_, static_cast<truth_ref>(into_->truths.size()));
        if (is_new) {
            for (const truth_ref part : n.parts) ++into_->truths[part / 2].uses;
            if (n.op == truth_op::select || n.op == truth_op::pick || n.op == truth_op::known_truth)
                for (const truth_ref part : {n.a, n.b, n.c})
                    if (part != no_ref) ++into_->truths[part / 2].uses;
            into_->truths.push_back(std::move(n));
        }
        return at->second * 2;
    }

    [[nodiscard]] truth_ref always() { return constant_truth(1); }
    [[nodiscard]] truth_ref nowhere() { return negated(constant_truth(1)); }
    [[nodiscard]] truth_ref open() { return constant_truth(2); }
    [[nodiscard]] bool is_always(truth_ref r) const { return (r & 1) == 0 && is_constant(r, 1); }
    [[nodiscard]] bool is_nowhere(truth_ref r) const { return (r & 1) != 0 && is_constant(r, 1); }
    [[nodiscard]] bool is_open(truth_ref r) const { return is_constant(r, 2); }

    [[nodiscard]] truth_ref all(std::vector<truth_ref> parts) {
        std::vector<truth_ref> kept;
        for (const truth_ref p : parts) {
            if (is_nowhere(p)) return p;
            const truth_ref one = is_open(p) ? open() : p;
            if (!is_always(one) && std::find(kept.begin(), kept.end(), one) == kept.end()) kept.push_back(one);
        }
        if (kept.empty()) return always();
        if (kept.size() == 1) return kept.front();
        truth_node n;
        n.op = truth_op::all;
        n.parts = std::move(kept);
        return add(std::move(n));
    }
    [[nodiscard]] truth_ref any(std::vector<truth_ref> parts) {
        for (truth_ref& p : parts) p = negated(p);
        return negated(all(std::move(parts)));
    }
    [[nodiscard]] truth_ref select(truth_ref test, truth_ref yes, truth_ref no) {
        if (is_always(test)) return yes;
        if (is_nowhere(test)) return no;
        if (yes == no) return yes;
        truth_node n;
        n.op = truth_op::select;
        n.a = test;
        n.b = yes;
        n.c = no;
        return add(std::move(n));
    }
    [[nodiscard]] truth_ref pick(truth_ref test, truth_ref yes, truth_ref other) {
        if (is_always(test) || yes == other) return yes;
        if (is_nowhere(test) || is_open(test)) return other;
        truth_node n;
        n.op = truth_op::pick;
        n.a = test;
        n.b = yes;
        n.c = other;
        return add(std::move(n));
    }
    [[nodiscard]] truth_ref known(lane_ref a) {
        if (lane(a).known) return always();
        if (is_unknown(a)) return nowhere();
        return over(truth_op::known, a);
    }
    [[nodiscard]] truth_ref known(truth_ref a, std::nullptr_t) {
        if (is_open(a)) return nowhere();
        if (into_->truths[a / 2].op == truth_op::constant) return always();
        return over(truth_op::known_truth, a & ~1U);
    }
    /// No wherever the lane is known.
    [[nodiscard]] truth_ref never(lane_ref a) {
        if (is_unknown(a)) return open();
        return lane(a).known ? nowhere() : over(truth_op::never, a);
    }

    /// a < k, by the lane's own integers.
    [[nodiscard]] truth_ref less(lane_ref a, std::int64_t k) {
        const lane_node n = lane(a);
        if (is_unknown(a)) return open();
        if (n.op == lane_op::constant) return n.k < k ? always() : nowhere();
        if (k <= n.low || k <= least_of(n.type)) return never(a);
        if (k > n.high || k > most_of(n.type)) return negated(never(a));
        return over(truth_op::less_k, a, k);
    }
    [[nodiscard]] truth_ref equal(lane_ref a, std::int64_t k) {
        const lane_node n = lane(a);
        if (is_unknown(a)) return open();
        if (n.op == lane_op::constant) return n.k == k ? always() : nowhere();
        if (k < n.low || k > n.high || !fits(k, n.type)) return never(a);
        return over(truth_op::equal_k, a, k);
    }
    /// Requires: an exact lane; more than one constant.
    [[nodiscard]] truth_ref one_of(lane_ref a, std::vector<std::int64_t> set) {
        const lane_node n = lane(a);
        if (is_unknown(a)) return open();
        std::erase_if(set, [&](std::int64_t k) { return k < n.low || k > n.high || !fits(k, n.type); });
        std::sort(set.begin(), set.end());
        set.erase(std::unique(set.begin(), set.end()), set.end());
        if (set.empty()) return never(a);
        if (set.size() == 1) return equal(a, set.front());
        const auto at = std::find(into_->sets.begin(), into_->sets.end(), set);
        truth_node t;
        t.op = truth_op::one_of;
        t.a = a;
        t.index = static_cast<std::uint32_t>(at - into_->sets.begin());
        if (at == into_->sets.end()) into_->sets.push_back(std::move(set));
        return add(std::move(t));
    }
    [[nodiscard]] truth_ref compare(truth_op op, lane_ref a, lane_ref b) {
        if (is_unknown(a) || is_unknown(b)) return open();
        unify(a, b);
        if (op == truth_op::equal && b < a) std::swap(a, b);
        truth_node n;
        n.op = op;
        n.a = a;
        n.b = b;
        return add(std::move(n));
    }

    [[nodiscard]] truth_ref over(truth_op op, std::uint32_t a, std::int64_t k = 0, std::uint32_t b = no_ref) {
        truth_node n;
        n.op = op;
        n.a = a;
        n.b = b;
        n.k = k;
        return add(std::move(n));
    }

private:
    void append(std::int64_t part) { key_.append(reinterpret_cast<const char*>(&part), sizeof part); }
    [[nodiscard]] truth_ref constant_truth(std::int64_t k) {
        truth_node n;
        n.k = k;
        return add(std::move(n));
    }
    [[nodiscard]] bool is_constant(truth_ref r, std::int64_t k) const {
        const truth_node& n = into_->truths[r / 2];
        return n.op == truth_op::constant && n.k == k;
    }

    column_program* into_;
    std::string key_;
    std::unordered_map<std::string, lane_ref> lanes_;
    std::unordered_map<std::string, truth_ref> truths_;
};

}  // namespace xuanren::detail
