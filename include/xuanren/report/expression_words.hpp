// include/xuanren/report/expression_words.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/number_arithmetic.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/value_words.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// What a fact is called: 工龄起算日; its English label, or its name with blanks.
[[nodiscard]] inline std::string name_of(const fact& f, language l) {
    if (l == language::zh) return f.zh;
    if (!f.en.empty()) return f.en;
    std::string out = f.name;
    // The candidate and the procedure are who and what every report is about.
    for (const std::string_view prefix : {"candidate.", "procedure."})
        if (out.starts_with(prefix)) out.erase(0, prefix.size());
    const std::size_t dot = out.rfind('.');
    const std::size_t own = dot == out.npos ? 0 : dot + 1;
    // has_notice: notice on file; has_approved_on: approved.
    if (out.compare(own, 4, "has_") == 0) {
        out.erase(own, 4);
        if (out.ends_with("_on"))
            out.erase(out.size() - 3);
        else
            out += " on file";
    }
    std::replace(out.begin(), out.end(), '_', ' ');
    std::replace(out.begin(), out.end(), '.', ' ');
    return out;
}

/// How a comparison is said of what kind of thing: 不少于 of years and counts, 不早于 of dates,
/// 不低于 of levels; with what is required after it.
[[nodiscard]] inline std::string_view relation_words(operator_kind sign, type_kind kind, language l) {
    constexpr phrase dates[] = {{"早于", "before "}, {"不晚于", "not after "}, {"晚于", "after "}, {"不早于", "not before "}};
    constexpr phrase levels[] = {{"低于", "below "}, {"不高于", "not above "}, {"高于", "above "}, {"不低于", "not below "}};
    constexpr phrase counts[] = {{"少于", "less than "}, {"不多于", "at most "}, {"多于", "more than "}, {"不少于", "at least "}};
    if (sign == operator_kind::equal) return phrase{"为", ""}.in(l);
    if (sign == operator_kind::not_equal) return phrase{"不为", "other than "}.in(l);
    const auto& words = kind == type_kind::date          ? dates
                        : kind == type_kind::enumeration ? levels
                                                         : counts;
    const std::size_t which = sign == operator_kind::less         ? 0
                              : sign == operator_kind::less_equal ? 1
                              : sign == operator_kind::greater    ? 2
                                                                      : 3;
    return words[which].in(l);
}

[[nodiscard]] inline std::string in_words(const node& n, const catalogue& facts, language l);

namespace detail {

/// What a comparison says where it is turned round by a `not`.
[[nodiscard]] constexpr operator_kind opposite(operator_kind sign) noexcept {
    switch (sign) {
        case operator_kind::equal: return operator_kind::not_equal;
        case operator_kind::not_equal: return operator_kind::equal;
        case operator_kind::less: return operator_kind::greater_equal;
        case operator_kind::less_equal: return operator_kind::greater;
        case operator_kind::greater: return operator_kind::less_equal;
        case operator_kind::greater_equal: return operator_kind::less;
        default: return sign;
    }
}

/// Whether a test asks if a day has come: elapsed(DATE) against no months at all.
[[nodiscard]] inline bool asks_whether_past(const node& n) noexcept {
    if (n.kind != node_kind::comparison || n.children[0]->kind != node_kind::elapsed) return false;
    if (n.op != operator_kind::greater_equal && n.op != operator_kind::less) return false;
    const auto* bound = n.children[1]->literal.as<interval<months>>();
    return n.children[1]->kind == node_kind::literal && bound != nullptr && *bound == interval<months>(months(0));
}

/// The day that such a test asks about, a day added to it left out: 影响期止.
[[nodiscard]] inline const node& day_asked(const node& elapsed) noexcept {
    const node& date = *elapsed.children[0];
    return date.kind == node_kind::arithmetic && date.op == operator_kind::add ? *date.children[0] : date;
}

[[nodiscard]] inline std::string joined(const node& n, std::size_t first, std::size_t last,
                                        std::string_view by, const catalogue& facts, language l) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (i != first) out += by;
        out += in_words(*n.children[i], facts, l);
    }
    return out;
}

/// The words of a list, the last one after 或者; or.
[[nodiscard]] inline std::string alternatives(const node& n, std::size_t first, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    std::string out;
    for (std::size_t i = first; i < n.children.size(); ++i) {
        if (i != first) out += i + 1 == n.children.size() ? phrase{"或者", " or "}.in(l) : zh ? "、" : ", ";
        out += in_words(*n.children[i], facts, l);
    }
    return out;
}
/// Whether a membership is one of single values: A、B或者C.
[[nodiscard]] inline bool is_of_values(const node& n) noexcept {
    return std::all_of(n.children.begin() + 1, n.children.end(), [](const node_ptr& child) {
        return child->kind == node_kind::literal && child->literal.as<std::shared_ptr<const list_value>>() == nullptr &&
               child->literal.as<std::shared_ptr<const range_value>>() == nullptr;
    });
}

/// A comparison or membership, said or denied. What an entry of a list does is told without a subject.
[[nodiscard]] inline std::string test_words(const node& n, bool is_denied, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    const bool is_bare = n.children[0]->kind == node_kind::variable;
    const std::string subject = is_bare ? "" : in_words(*n.children[0], facts, l) + (zh ? "" : " ");
    if (n.kind == node_kind::comparison) {
        const operator_kind sign = is_denied ? opposite(n.op) : n.op;
        return subject + (zh ? "" : "is ") + std::string(relation_words(sign, n.children[0]->value_type.kind, l)) +
               in_words(*n.children[1], facts, l);
    }
    if (!is_of_values(n))
        return subject + (is_denied ? phrase{"不为下列之一：", "is none of "} : phrase{"为下列之一：", "is one of "}).in(l).data() +
               joined(n, 1, n.children.size(), zh ? "、" : ", ", facts, l);
    if (zh) return subject + (is_denied ? "不为" : "为") + alternatives(n, 1, facts, l);
    return subject + (is_denied && n.children.size() > 2 ? "is neither " : is_denied ? "is not " : "is ") + alternatives(n, 1, facts, l);
}

/// A whole condition denied: 少于2年, 不为免职或者退休, 不属于换届; else 并非“…”.
[[nodiscard]] inline std::string denied(const node& n, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    if (asks_whether_past(n)) {
        const bool is_past = n.op != operator_kind::greater_equal;
        return in_words(day_asked(*n.children[0]), facts, l) +
               std::string((is_past ? phrase{"已届满", " is past"} : phrase{"尚未届满", " is not yet past"}).in(l));
    }
    if (n.kind == node_kind::comparison || n.kind == node_kind::membership) return test_words(n, true, facts, l);
    const std::string words = in_words(n, facts, l);
    if (!zh) return "not (" + words + ")";
    if (n.kind == node_kind::fact)
        for (const auto& [says, denies] : {std::pair{"属于", "不属于"}, std::pair{"有", "没有"}, std::pair{"已", "未"}, std::pair{"是", "不是"}})
            if (words.starts_with(says)) return denies + words.substr(std::string_view(says).size());
    return "并非“" + words + "”";
}

/// What holds of some or each entry of a list.
[[nodiscard]] inline std::string entries_words(const node& n, bool is_each, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    const std::size_t last = n.children.size() - 1;
    const node& body = *n.children[last];
    const std::string lists = joined(n, 0, last, zh ? "、" : ", ", facts, l);
    const std::string said = in_words(body, facts, l);
    if (zh) return lists + (is_each ? "各项均" : "中有一项") + said;
    const bool has_subject = !((body.kind == node_kind::comparison || body.kind == node_kind::membership) &&
                               body.children[0]->kind == node_kind::variable);
    if (has_subject) return (is_each ? "in each of " : "in one of ") + lists + ", " + said;
    return (is_each ? "each of " : "one of ") + lists + " " + said;
}

/// A part in parentheses where it binds less tightly than `and` does.
[[nodiscard]] inline std::string guarded(const node& n, const catalogue& facts, language l) {
    const std::string words = in_words(n, facts, l);
    const bool loose = n.kind == node_kind::disjunction || n.kind == node_kind::conjunction ||
                       n.kind == node_kind::conditional;
    if (!loose) return words;
    return l == language::zh ? "（" + words + "）" : "(" + words + ")";
}

[[nodiscard]] inline std::string call_words(const node& n, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    const std::string& name = n.name;
    const auto argument = [&](std::size_t i) { return in_words(*n.children[i], facts, l); };
    const std::size_t count = n.children.size();
    if (name == "add months" && count == 2) {
        // A month before is a month that is taken off.
        const node& by = *n.children[1];
        const bool is_off = by.kind == node_kind::arithmetic && by.op == operator_kind::negate;
        const auto* held = by.kind == node_kind::literal ? by.literal.as<interval<number>>() : nullptr;
        if (is_off || (held != nullptr && held->high() < number(0))) {
            const std::string months = is_off ? in_words(*by.children[0], facts, l) : in_words(value(number(0) - held->low()), l);
            return zh ? argument(0) + "前" + months + "个月" : months + (months == "1" ? " month before " : " months before ") + argument(0);
        }
        return zh ? argument(0) + "后" + argument(1) + "个月" : argument(1) + " months after " + argument(0);
    }
    if (name == "working days" && count >= 2) {
        const bool* counted = count > 2 ? n.children[2]->literal.as<bool>() : nullptr;
        const bool is_counted = counted != nullptr && *counted;
        return zh ? argument(0) + "至" + argument(1) + "的工作日数" + (is_counted ? "（首日计入）" : "（首日不计）")
                  : "working days from " + argument(0) + " to " + argument(1) +
                        (is_counted ? ", the first day counted" : ", the first day not counted");
    }
    if (name == "time in" && count >= 1)
        return zh ? argument(0) + "累计时间" : "total time of " + argument(0);
    if ((name == "moved on" || name == "moved on whole") && count >= 1)
        return zh ? "扣除不计时间后的" + argument(0) : argument(0) + " moved on by what does not count";
    if (name == "floor" && count == 1) return zh ? argument(0) + "舍去小数" : argument(0) + " rounded down";
    if (name == "ceiling" && count == 1) return zh ? argument(0) + "进位取整" : argument(0) + " rounded up";
    if (name == "count" && count == 1) return zh ? argument(0) + "的数量" : "number of " + argument(0);
    if (name == "max" || name == "min")
        return (zh ? (name == "max" ? "最大者：" : "最小者：") : (name == "max" ? "the greatest of " : "the least of ")) +
               joined(n, 0, count, zh ? "、" : ", ", facts, l);
    if (name == "list contains" && count == 2)
        return zh ? argument(0) + "包含" + argument(1) : argument(0) + " contains " + argument(1);
    return name + (zh ? "（" : "(") + joined(n, 0, count, zh ? "，" : ", ", facts, l) + (zh ? "）" : ")");
}

}  // namespace detail

/// A whole expression said in words 条件的说法, for what is left to decide and for computed sides.
[[nodiscard]] inline std::string in_words(const node& n, const catalogue& facts, language l) {
    const bool zh = l == language::zh;
    const auto child = [&](std::size_t i) { return in_words(*n.children[i], facts, l); };
    const std::size_t count = n.children.size();
    switch (n.kind) {
        case node_kind::literal: return in_words(n.literal, l);
        case node_kind::fact: return name_of(facts[n.fact_index], l);
        case node_kind::variable: return zh ? "该项" : "the entry";
        case node_kind::conjunction:
        case node_kind::disjunction: {
            const bool all = n.kind == node_kind::conjunction;
            std::vector<std::string> parts;
            bool has_comma = false;
            for (std::size_t i = 0; i < count; ++i) {
                const bool is_guarded = all || n.children[i]->kind == node_kind::conjunction;
                parts.push_back(is_guarded ? detail::guarded(*n.children[i], facts, l) : child(i));
                has_comma = has_comma || parts.back().find(", ") != std::string::npos || parts.back().find(" or ") != std::string::npos;
            }
            std::string out;
            for (std::size_t i = 0; i < count; ++i) {
                if (i != 0)
                    out += zh          ? all ? "，且" : "，或"
                           : has_comma ? all ? ", and " : ", or "
                                       : all ? " and " : " or ";
                out += parts[i];
            }
            return out;
        }
        case node_kind::negation: return detail::denied(*n.children[0], facts, l);
        case node_kind::comparison:
            if (detail::asks_whether_past(n)) {
                const std::string day = in_words(detail::day_asked(*n.children[0]), facts, l);
                const bool is_past = n.op == operator_kind::greater_equal;
                if (zh) return day + (is_past ? "已届满" : "尚未届满");
                return day + (is_past ? " is past" : " is not yet past");
            }
            return detail::test_words(n, false, facts, l);
        case node_kind::between:
            return zh ? child(0) + "在" + child(1) + "至" + child(2) + "之间"
                      : child(0) + " is between " + child(1) + " and " + child(2);
        case node_kind::membership: return detail::test_words(n, false, facts, l);
        case node_kind::arithmetic: {
            if (n.op == operator_kind::negate) return "-" + child(0);
            const std::string_view sign = n.op == operator_kind::add        ? " + "
                                          : n.op == operator_kind::subtract ? " - "
                                          : n.op == operator_kind::multiply ? " × "
                                          : n.op == operator_kind::divide   ? " ÷ "
                                                                            : " ^ ";
            // A sum within a product keeps its parentheses.
            const bool is_product = n.op != operator_kind::add && n.op != operator_kind::subtract;
            const auto part = [&](std::size_t i) {
                const node& of = *n.children[i];
                const bool is_loose = of.kind == node_kind::arithmetic &&
                                      (of.op == operator_kind::add || of.op == operator_kind::subtract) &&
                                      (is_product || (i == 1 && n.op == operator_kind::subtract));
                if (!is_loose) return child(i);
                return (zh ? "（" : "(") + child(i) + (zh ? "）" : ")");
            };
            return part(0) + std::string(sign) + part(1);
        }
        case node_kind::conditional:
            return zh ? "如" + child(0) + "，则为" + child(1) + "，否则为" + child(2)
                      : "if " + child(0) + " then " + child(1) + ", else " + child(2);
        case node_kind::for_each:
            return zh ? "对" + detail::joined(n, 0, count - 1, "、", facts, l) + "逐项取" + child(count - 1)
                      : child(count - 1) + " for each of " + detail::joined(n, 0, count - 1, ", ", facts, l);
        case node_kind::some: return detail::entries_words(n, false, facts, l);
        case node_kind::every: return detail::entries_words(n, true, facts, l);
        case node_kind::filter:
            return zh ? child(0) + "中" + child(1) + "的各项" : child(0) + " where " + child(1);
        case node_kind::path: {
            const record_type* record = n.children[0]->value_type.fields;
            std::string field = n.name;
            if (record != nullptr && n.index >= 0 && static_cast<std::size_t>(n.index) < record->fields.size())
                field = zh ? record->fields[static_cast<std::size_t>(n.index)].zh
                           : record->fields[static_cast<std::size_t>(n.index)].name;
            if (!zh) std::replace(field.begin(), field.end(), '_', ' ');
            // A bound variable stands for the entry spoken of and is not named.
            if (n.children[0]->kind == node_kind::variable) return field;
            return zh ? child(0) + "的" + field : field + " of " + child(0);
        }
        case node_kind::list:
            return count == 0 ? in_words(value(std::make_shared<const list_value>()), l)
                              : detail::joined(n, 0, count, zh ? "、" : ", ", facts, l);
        case node_kind::range: return zh ? child(0) + "至" + child(1) : child(0) + " to " + child(1);
        case node_kind::call: return detail::call_words(n, facts, l);
        case node_kind::table: {
            std::string name = n.name;
            if (!zh) std::replace(name.begin(), name.end(), '_', ' ');
            return zh ? "表“" + name + "”中" + child(0) + "之值" : "the " + name + " of " + child(0);
        }
        case node_kind::elapsed: return zh ? "自" + child(0) + "起" : "time since " + child(0);
        case node_kind::names:
            return zh ? child(0) + "列有所破的条款" : child(0) + " names the clause set aside";
    }
    return {};
}

}  // namespace xuanren
