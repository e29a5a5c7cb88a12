// include/xuanren/report/leaf_words.hpp
#pragma once

#include <xuanren/engine/number_arithmetic.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/report/expression_words.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/numeral.hpp>
#include <xuanren/report/place.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// One elementary test told in words 单项比对的说法.
struct leaf_words {
    std::string_view mark;  ///< ✓ ✗ ? or, of what there is none, ·
    std::string subject;    ///< 工龄
    std::string sentence;   ///< 工龄 12年3个月，不少于5年
    std::string place;      ///< where the value was read; may be empty
};

/// Whether the test helps its rule: its own truth, turned round where it stands under a `not`.
[[nodiscard]] inline truth favours(const leaf& test) noexcept {
    return test.negated ? !test.holds : test.holds;
}

[[nodiscard]] constexpr std::string_view mark_of(truth t) noexcept {
    return t == truth::yes ? "✓" : t == truth::no ? "✗" : "?";
}

namespace detail {

/// So many days, as a distance between two dates: 9天; 9 days.
[[nodiscard]] inline std::string day_count(std::int64_t days, language l) {
    if (l == language::zh) return std::to_string(days) + "天";
    return std::to_string(days) + (days == 1 ? " day" : " days");
}

/// 影响期止 2023年3月15日，尚未届满.
[[nodiscard]] inline std::string whether_past_words(const leaf& test, const catalogue& facts, language l) {
    const node& n = *test.test;
    const bool zh = l == language::zh;
    const truth past = n.op == operator_kind::less ? !test.holds : test.holds;
    std::string out = in_words(day_asked(*n.children[0]), facts, l);
    if (!test.held.is_unknown()) out += (zh ? " " : ": ") + in_words(test.held, l);
    constexpr phrase states[] = {{"，尚未届满", " (not yet past)"}, {"，是否届满不明", " (whether past is not known)"}, {"，已届满", " (past)"}};
    return out + std::string(states[static_cast<std::size_t>(past)].in(l));
}

/// By how much a failed comparison of two exactly known values misses, or nothing.
[[nodiscard]] inline std::string shortfall(const leaf& test, operator_kind sign, language l,
                                           const std::optional<civil_date>& full_on) {
    const bool zh = l == language::zh;
    const bool wants_more = sign == operator_kind::greater || sign == operator_kind::greater_equal;
    const bool wants_less = sign == operator_kind::less || sign == operator_kind::less_equal;
    if (!wants_more && !wants_less) return {};

    const auto* dates = test.actual.as<interval<civil_date>>();
    const auto* bound_dates = test.required.as<interval<civil_date>>();
    if (dates != nullptr && bound_dates != nullptr) {
        if (!dates->is_exact() || !bound_dates->is_exact()) return {};
        const std::int64_t gap = dates->low().day_number() - bound_dates->low().day_number();
        if (gap == 0) return zh ? "，恰为同日" : "; it is the same day";
        const std::string count = day_count(gap < 0 ? -gap : gap, l);
        if (zh) return gap > 0 ? "，晚了" + count : "，早了" + count;
        return "; " + count + (gap > 0 ? " late" : " early");
    }

    const auto* period = test.actual.as<interval<months>>();
    const auto* bound_period = test.required.as<interval<months>>();
    if (period != nullptr && bound_period != nullptr) {
        if (!period->is_exact() || !bound_period->is_exact()) return {};
        const auto* since = test.held.as<interval<civil_date>>();
        if (since != nullptr && since->is_exact() && sign == operator_kind::greater_equal) {
            // A month short in whole months may be a single day: the day on which it is full says it.
            const civil_date full = since->low() + bound_period->low();
            return zh ? "，" + in_words(full, l) + "方满" : "; full on " + in_words(full, l);
        }
        const months gap = period->low() - bound_period->low();
        // What must stay below a number of years is too long from the day on which they are full.
        if (since != nullptr && since->is_exact() && wants_less && gap.count() >= 0) {
            const civil_date full = since->low() + bound_period->low();
            return zh ? "，" + in_words(full, l) + "已满" : "; full since " + in_words(full, l);
        }
        const months size = gap.count() < 0 ? -gap : gap;
        if (size.count() == 0) return zh ? "，恰满" : "; it is just full";
        if (gap.count() < 0 && full_on) {
            const std::string day = in_words(*full_on, l);
            return zh ? "，" + day + "方满" : "; full on " + day;
        }
        // Whole months leave days unsaid: a month short may be a day short.
        if (gap.count() == -1) return zh ? "，差不足1个月" : "; less than 1 mo short";
        if (zh) return (gap.count() < 0 ? "，差" : "，超出") + in_words(size, l);
        return "; " + in_words(size, l) + (gap.count() < 0 ? " short" : " over");
    }

    const auto* count = test.actual.as<interval<number>>();
    const auto* bound_count = test.required.as<interval<number>>();
    if (count != nullptr && bound_count != nullptr && count->is_exact() && bound_count->is_exact()) {
        const bool is_below = wants_more;
        number gap = is_below ? bound_count->low() - count->low() : count->low() - bound_count->low();
        // More than nine is ten at least, where things are counted.
        const bool is_strict = sign == operator_kind::greater || sign == operator_kind::less;
        if (is_strict && count->low().to_int64() && bound_count->low().to_int64()) gap = gap + number(1);
        if (gap == number(0) || gap < number(0)) return {};
        if (zh) return (is_below ? "，差" : "，超出") + in_words(gap, l);
        return "; " + in_words(gap, l) + (is_below ? " short" : " over");
    }
    return {};
}

/// The bound with the name it goes by: 讨论决定日（2022年6月1日）; a bound written out is only itself.
[[nodiscard]] inline std::string bound_words(const leaf& test, const node& right, const catalogue& facts,
                                             language l) {
    const std::string value = in_words(test.required, l);
    if (right.kind == node_kind::literal || right.kind == node_kind::list) return value;
    const bool is_looked_up = right.kind == node_kind::table || right.kind == node_kind::conditional;
    if (is_looked_up && !test.required.is_unknown()) return value;
    const std::string name = in_words(right, facts, l);
    if (name == value) return value;
    return l == language::zh ? name + "（" + value + "）" : name + " (" + value + ")";
}

}  // namespace detail

/// How one test is told.
struct leaf_setting {
    bool is_condition = false;           ///< it says when a rule applies or is left open, and asks nothing
    const fact_values* facts = nullptr;  ///< to tell what is none from what is not on file
    std::optional<civil_date> full_on;   ///< the day on which time alone makes up what is lacking
};

namespace detail {

/// Whether a fact that is not on file has a guard that says there is none: no end of an influence
/// period where there is no influence period.
[[nodiscard]] inline bool is_none(const leaf& test, const catalogue& facts, const leaf_setting& set) {
    if (set.facts == nullptr || test.fact_index == catalogue::none || test.holds != truth::unknown) return false;
    const std::string& guard = facts[test.fact_index].guard;
    if (guard.empty()) return false;
    const std::size_t index = facts.index_of(guard);
    return index < set.facts->values.size() && set.facts->values[index].to_truth() == truth::no;
}

/// What is asked, after what is there: ，不少于5年; ，应不少于5年，差6个月; （条件：不少于5年）.
[[nodiscard]] inline std::string asked_words(truth good, const std::string& bound, const std::string& miss,
                                             const leaf_setting& set, language l) {
    const bool zh = l == language::zh;
    if (good == truth::yes) return zh ? "，" + bound : " (" + bound + ")";
    if (set.is_condition) return zh ? "（条件：" + bound + "）" : " (condition: " + bound + ")";
    if (zh) return "，应" + bound + miss;
    if (bound.starts_with("not ")) return " (must not be " + bound.substr(4) + miss + ")";
    return " (must be " + bound + miss + ")";
}

/// A count of which a part is asked 三分之二: count × k against bound, or against bound × m.
struct share_test {
    const node* counted = nullptr;  ///< null: no such test
    const node* whole = nullptr;
    std::int64_t of = 1;            ///< k
    std::int64_t parts = 1;         ///< m
};
[[nodiscard]] inline std::optional<std::int64_t> whole_factor(const node& n) {
    if (n.kind != node_kind::arithmetic || n.op != operator_kind::multiply) return std::nullopt;
    const auto* by = n.children[1]->kind == node_kind::literal ? n.children[1]->literal.as<interval<number>>() : nullptr;
    return by != nullptr && by->is_exact() ? by->low().to_int64() : std::nullopt;
}
[[nodiscard]] inline share_test share_of(const leaf& test) {
    const node& left = *test.test->children[0];
    const node& right = *test.test->children[1];
    const std::optional<std::int64_t> k = whole_factor(left);
    if (!k || *k < 2 || right.kind == node_kind::literal) return {};
    const std::optional<std::int64_t> m = whole_factor(right);
    return {left.children[0].get(), m ? right.children[0].get() : &right, *k, m.value_or(1)};
}

/// 同意人数 4，应多于应到会人数（9）的二分之一，差1; empty where the numbers are not known.
[[nodiscard]] inline std::string share_words(const leaf& test, const share_test& share, operator_kind sign, const catalogue& facts,
                                             const leaf_setting& set, language l) {
    const bool zh = l == language::zh;
    const auto whole_number = [](const value& v) -> std::optional<std::int64_t> {
        const auto* n = v.as<interval<number>>();
        return n != nullptr && n->is_exact() ? n->low().to_int64() : std::nullopt;
    };
    const std::optional<std::int64_t> product = whole_number(test.actual), bound = whole_number(test.required);
    if (!product || !bound || *product % share.of != 0 || *bound % share.parts != 0 || *product < 0 || *bound < 0) return {};
    const std::int64_t count = *product / share.of;
    const std::string part = zh ? chinese_numeral(static_cast<int>(share.of)) + "分之" + chinese_numeral(static_cast<int>(share.parts))
                             : share.of == 2 ? "half"
                             : share.of == 3 && share.parts == 2 ? "two thirds"
                                                                 : std::to_string(share.parts) + "/" + std::to_string(share.of);
    const std::string whole = in_words(*share.whole, facts, l);
    const std::string held = std::to_string(*bound / share.parts);
    const std::string asked = std::string(relation_words(sign, type_kind::number, l)) +
                              (zh ? whole + "（" + held + "）的" + part : part + " of " + whole + " (" + held + ")");
    // The least count that will do, or the greatest.
    const std::int64_t least = sign == operator_kind::greater ? *bound / share.of + 1 : (*bound + share.of - 1) / share.of;
    const std::int64_t most = sign == operator_kind::less ? (*bound + share.of - 1) / share.of - 1 : *bound / share.of;
    const bool wants_more = sign == operator_kind::greater || sign == operator_kind::greater_equal;
    const bool wants_less = sign == operator_kind::less || sign == operator_kind::less_equal;
    const std::int64_t gap = wants_more ? least - count : wants_less ? count - most : 0;
    std::string miss;
    if (favours(test) == truth::no && !set.is_condition && gap > 0)
        miss = zh ? (wants_more ? "，差" : "，超出") + std::to_string(gap) : "; " + std::to_string(gap) + (wants_more ? " short" : " over");
    return in_words(*share.counted, facts, l) + (zh ? " " : ": ") + std::to_string(count) + asked_words(favours(test), asked, miss, set, l);
}

[[nodiscard]] inline std::string comparison_words(const leaf& test, const std::string& subject, const wording& words,
                                                  const leaf_setting& set, language l) {
    const catalogue& facts = *words.facts;
    const node& left = *test.test->children[0];
    const bool zh = l == language::zh;
    const truth good = favours(test);
    const operator_kind sign = test.negated ? opposite(test.relation) : test.relation;
    if (const share_test share = share_of(test); share.counted != nullptr)
        if (std::string told = share_words(test, share, sign, facts, set, l); !told.empty()) return told;
    // A computed side is told from its value as a sum is.
    const bool is_sum = left.kind == node_kind::arithmetic;
    std::string out = subject + (is_sum ? " = " : zh ? " " : ": ") + in_words(test.actual, l);
    if (sign == operator_kind::equal && good == truth::yes) return out;
    const std::string bound = std::string(relation_words(sign, left.value_type.kind, l)) +
                              bound_words(test, *test.test->children[1], facts, l);
    const std::string miss = good == truth::no && !set.is_condition ? shortfall(test, sign, l, set.full_on) : std::string();
    return out + asked_words(good, bound, miss, set, l);
}

[[nodiscard]] inline std::string membership_words(const leaf& test, const std::string& subject, const wording& words,
                                                  const leaf_setting& set, language l) {
    const node& n = *test.test;
    const bool zh = l == language::zh;
    const std::string bound = n.kind == node_kind::between
                                  ? joined(n, 1, 3, zh ? "至" : " to ", *words.facts, l)
                                  : joined(n, 1, n.children.size(), zh ? "、" : ", ", *words.facts, l);
    const std::string actual = in_words(test.actual, l);
    const bool is_range = n.kind == node_kind::between;
    if (!zh) {
        const std::string among = is_range ? "between " + bound : "one of " + bound;
        const std::string asked = test.negated ? "none of " + bound : among;
        return subject + ": " + actual + asked_words(favours(test), asked, {}, set, l);
    }
    const std::string asked = test.negated ? "不为" + bound : is_range ? "在" + bound + "之间" : "为" + bound + (n.children.size() > 2 ? "之一" : "");
    return subject + " " + actual + asked_words(favours(test), asked, {}, set, l);
}

}  // namespace detail

/// One test in words, with what is there, what is asked, and by how much it falls short.
[[nodiscard]] inline leaf_words in_words(const leaf& test, const wording& words, language l,
                                         const leaf_setting& set = {}) {
    const catalogue& facts = *words.facts;
    const bool zh = l == language::zh;
    const truth good = favours(test);
    leaf_words out{mark_of(good), {}, {}, in_words(test.source, l, &words.places)};
    const node* n = test.test.get();
    if (detail::is_none(test, facts, set)) {
        out.mark = "·";
        out.subject = name_of(facts[test.fact_index], l);
        out.sentence = out.subject + (zh ? " 无" : ": none");
        return out;
    }
    if (n == nullptr) {
        if (test.fact_index != catalogue::none) out.subject = name_of(facts[test.fact_index], l);
        out.sentence = out.subject + " " + in_words(test.actual, l);
        return out;
    }
    if (detail::asks_whether_past(*n)) {
        out.subject = in_words(detail::day_asked(*n->children[0]), facts, l);
        out.sentence = detail::whether_past_words(test, facts, l);
        return out;
    }
    if (n->kind == node_kind::comparison) {
        const node& left = *n->children[0];
        out.subject = in_words(left, facts, l);
        if (left.kind == node_kind::elapsed && !test.held.is_unknown()) {
            const std::string since = in_words(*left.children[0], facts, l);
            const std::string day = in_words(test.held, l);
            out.subject = zh ? "自" + since + "（" + day + "）起" : "time since " + since + " (" + day + ")";
        }
        out.sentence = detail::comparison_words(test, out.subject, words, set, l);
        return out;
    }
    if (n->kind == node_kind::membership || n->kind == node_kind::between) {
        out.subject = in_words(*n->children[0], facts, l);
        out.sentence = detail::membership_words(test, out.subject, words, set, l);
        return out;
    }
    out.subject = in_words(*n, facts, l);
    out.sentence = out.subject + (zh ? "：" : ": ") + in_words(test.actual, l);
    if (good != truth::yes)
        out.sentence += detail::asked_words(good, (zh && !set.is_condition ? "为" : "") + in_words(value(!test.negated), l), {}, set, l);
    return out;
}

/// Whether an expression has a node within it.
[[nodiscard]] inline bool holds_node(const node* whole, const node* part) noexcept {
    if (whole == nullptr) return false;
    if (whole == part) return true;
    return std::any_of(whole->children.begin(), whole->children.end(),
                       [part](const node_ptr& child) { return holds_node(child.get(), part); });
}

namespace detail {

/// The conditions of a requirement that are met, so that all hangs on the rest: in `not(A) or B`, A
/// where it holds. Nobody is asked to undo them.
inline void gather_met_conditions(const node& n, const std::vector<leaf>& leaves, std::vector<const node*>& out) {
    if (n.kind == node_kind::disjunction) {
        const auto is_condition = [](const node& part) {
            return part.kind == node_kind::negation && part.children[0]->kind == node_kind::fact;
        };
        if (!std::all_of(n.children.begin(), n.children.end(), [&](const node_ptr& part) { return is_condition(*part); }))
            for (const node_ptr& part : n.children) {
                if (!is_condition(*part)) continue;
                const node* fact = part->children[0].get();
                if (std::any_of(leaves.begin(), leaves.end(),
                                [&](const leaf& test) { return test.test.get() == fact && favours(test) == truth::no; }))
                    out.push_back(fact);
            }
    }
    for (const node_ptr& child : n.children) gather_met_conditions(*child, leaves, out);
}

}  // namespace detail

/// The tests that tell why a finding is as it is: what is asked before what opens a band or a scope,
/// and no "there is one" beside a test of what it is.
[[nodiscard]] inline std::vector<leaf> telling_leaves(const verdict& v, const catalogue& facts) {
    std::vector<leaf> asked, others;
    for (const leaf& test : v.leaves) {
        const bool is_asked = !test.test || holds_node(v.of->requirement().parsed.get(), test.test.get()) ||
                              v.of->requirement().parsed == nullptr;
        (is_asked ? asked : others).push_back(test);
    }
    const bool says_it = std::any_of(asked.begin(), asked.end(), [&](const leaf& test) {
        return v.status == status::satisfied ? favours(test) == truth::yes
               : v.status == status::violated ? favours(test) == truth::no
                                              : favours(test) == truth::unknown;
    });
    if (v.status == status::judgement && !others.empty()) asked.clear();
    if (!says_it || asked.empty()) {
        // What is left open hangs on tests that are themselves open.
        const bool has_open = v.status == status::undetermined &&
                              std::any_of(others.begin(), others.end(),
                                          [](const leaf& test) { return favours(test) == truth::unknown; });
        for (const leaf& test : others)
            if (!has_open || favours(test) == truth::unknown) asked.push_back(test);
    }
    std::vector<const node*> met;
    if (v.of->requirement().parsed) detail::gather_met_conditions(*v.of->requirement().parsed, v.leaves, met);
    std::vector<leaf> out;
    for (const leaf& test : asked) {
        if (std::find(met.begin(), met.end(), test.test.get()) != met.end()) continue;
        const bool is_guard =
            test.fact_index != catalogue::none && std::any_of(asked.begin(), asked.end(), [&](const leaf& other) {
                return other.fact_index != catalogue::none && facts[other.fact_index].guard == facts[test.fact_index].name &&
                       favours(other) == favours(test);
            });
        if (!is_guard) out.push_back(test);
    }
    return out;
}

/// Whether a test asks for something, or says when a rule applies or is left open.
[[nodiscard]] inline leaf_setting setting_of(const leaf& test, const verdict& v, const fact_values* facts) {
    const bool is_asked = v.of->requirement().parsed == nullptr ||
                          holds_node(v.of->requirement().parsed.get(), test.test.get());
    return {!is_asked, facts, v.earliest};
}

}  // namespace xuanren
