// include/xuanren/facts/kin.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/record_types.hpp>
#include <xuanren/facts/record_values.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace xuanren::detail {

enum class near_kin : std::uint8_t { spouse, child, other, unclear };

inline constexpr std::array<std::string_view, 8> spouse_terms = {"妻子", "丈夫", "配偶", "爱人",
                                                                 "老婆", "老公", "妻",   "夫"};
inline constexpr std::array<std::string_view, 29> child_terms = {
    "儿子",     "女儿",   "子",     "女",     "长子",   "次子",   "三子",   "四子",
    "五子",     "长女",   "次女",   "三女",   "四女",   "五女",   "大儿子", "二儿子",
    "小儿子",   "大女儿", "二女儿", "小女儿", "独生子", "独生女", "独生儿", "其他儿子",
    "其他女儿", "养子",   "养女",   "继子",   "继女"};
/// Terms of other kin hold one of these; what holds none is not understood.
inline constexpr std::array<std::string_view, 26> other_kin_marks = {
    "父", "母", "兄", "弟", "姐", "妹", "哥", "祖", "孙", "岳", "公", "婆", "叔",
    "伯", "姑", "舅", "姨", "媳", "婿", "侄", "甥", "嫂", "爷", "奶", "爸", "妈"};

/// Whether a relative is spouse or child: by the path, else by the term.
[[nodiscard]] inline near_kin kin_of(const relative& r) {
    if (r.path && !r.path->empty()) {
        std::string_view path = *r.path;
        if (path.back() == '*') path.remove_suffix(1);
        if (path == "W" || path == "H" || path == "X") return near_kin::spouse;
        if (path == "S" || path == "D" || path == "C") return near_kin::child;
        return near_kin::other;
    }
    if (!r.term) return near_kin::unclear;
    const std::string_view term = *r.term;
    if (std::find(spouse_terms.begin(), spouse_terms.end(), term) != spouse_terms.end())
        return near_kin::spouse;
    if (std::find(child_terms.begin(), child_terms.end(), term) != child_terms.end())
        return near_kin::child;
    for (const std::string_view mark : other_kin_marks)
        if (term.find(mark) != std::string_view::npos) return near_kin::other;
    return near_kin::unclear;
}

/// Whether the relation stands at the decision; one that says nothing of an end has none.
[[nodiscard]] inline truth stands_at_decision(const case_view& c, const relative& r) {
    const truth begun = r.from ? c.is_seen(r.from) : truth::yes;
    const truth over = r.to ? c.is_seen(r.to) : truth::no;
    return begun & !over;
}

/// Whether something on file abroad stands at the decision.
[[nodiscard]] inline truth is_abroad(const case_view& c, const relative& r) {
    if (!r.emigrated) return has_truth(r.emigrated);
    return r.emigrated->since ? c.is_seen(r.emigrated->since) : truth::yes;
}

[[nodiscard]] inline value relative_value(const case_view& c, const relative& r) {
    const near_kin kin = kin_of(r);
    const bool is_clear = kin != near_kin::unclear;
    const bool has_abroad = r.emigrated.has_value();
    return record_of_values(
        c.records().relative,
        {held_in(r.term), is_clear ? value(kin == near_kin::spouse) : value(),
         is_clear ? value(kin == near_kin::child) : value(), held_in(r.person), held_in(r.from),
         value(r.to ? c.is_seen(r.to) : truth::no), held_in(r.to), value(is_abroad(c, r)),
         has_abroad ? held_in(r.emigrated->kind) : value(),
         has_abroad ? held_in(r.emigrated->since) : value(), has_one(r.business)});
}

/// The relatives on file; null where the list is not declared complete.
[[nodiscard]] inline const std::vector<relative>* declared_relatives(const case_view& c) {
    static const std::vector<relative> none;
    const cadre* who = c.candidate();
    if (who == nullptr || !who->relatives_declared || !*who->relatives_declared || !c.decided())
        return nullptr;
    if (who->relatives) return &*who->relatives;
    return who->relatives.is_null() ? &none : nullptr;
}

[[nodiscard]] inline reading read_relatives(const case_view& c) {
    const auto* all = declared_relatives(c);
    if (all == nullptr) return {{}, c.at_candidate("relatives")};
    std::vector<value> items;
    for (const relative& r : *all) items.push_back(relative_value(c, r));
    return {list_of_values(std::move(items)), c.at_candidate("relatives")};
}

[[nodiscard]] inline reading read_children(const case_view& c) {
    const auto* all = declared_relatives(c);
    if (all == nullptr) return {{}, c.at_candidate("relatives")};
    std::vector<value> items;
    for (const relative& r : *all) {
        const near_kin kin = kin_of(r);
        if (kin == near_kin::unclear) return {{}, c.at_candidate("relatives")};
        if (kin == near_kin::child) items.push_back(relative_value(c, r));
    }
    return {list_of_values(std::move(items)), c.at_candidate("relatives")};
}

/// The spouse on file at the decision, and whether there is one as far as the list tells.
[[nodiscard]] inline const relative* spouse_on_file(const case_view& c, truth& is_there) {
    const cadre* who = c.candidate();
    const relative* found = nullptr;
    is_there = truth::no;
    if (who == nullptr || !c.decided()) {
        is_there = truth::unknown;
        return nullptr;
    }
    if (who->relatives)
        for (const relative& r : *who->relatives) {
            const near_kin kin = kin_of(r);
            const truth own = kin == near_kin::spouse    ? stands_at_decision(c, r)
                              : kin == near_kin::unclear ? truth::unknown
                                                         : truth::no;
            if (own > is_there) {
                is_there = own;
                found = kin == near_kin::spouse ? &r : nullptr;
            }
        }
    if (declared_relatives(c) == nullptr) is_there = is_there | truth::unknown;
    return found;
}

/// READING: relations with their dates come before the marital status, which says how it is now.
[[nodiscard]] inline truth has_spouse(const case_view& c) {
    truth on_file = truth::unknown;
    (void)spouse_on_file(c, on_file);
    if (on_file == truth::yes) return truth::yes;
    const cadre* who = c.candidate();
    if (who != nullptr && who->marital_status)
        return to_truth(*who->marital_status == marital_status::married);
    return on_file;
}

[[nodiscard]] inline reading has_spouse_emigration(const case_view& c) {
    const provenance source = c.at_candidate("relatives");
    if (has_spouse(c) == truth::no) return {false, c.at_candidate("marital_status")};
    truth on_file = truth::unknown;
    const relative* spouse = spouse_on_file(c, on_file);
    if (spouse == nullptr) return {{}, source};
    return {value(is_abroad(c, *spouse)), source};
}
[[nodiscard]] inline reading read_spouse_emigration(const case_view& c) {
    truth on_file = truth::unknown;
    const relative* spouse = spouse_on_file(c, on_file);
    const bool has_abroad = spouse != nullptr && spouse->emigrated.has_value();
    return {has_abroad ? held_in(spouse->emigrated->kind) : value(), c.at_candidate("relatives")};
}

}  // namespace xuanren::detail
