// include/xuanren/report/calendar_words.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/report/language.hpp>

#include <algorithm>
#include <vector>

namespace xuanren {

namespace detail {

inline void find_calendar_gaps(const node& n, const fact_values& facts, const working_calendar& calendar,
                               std::vector<text>& out) {
    for (const node_ptr& child : n.children) find_calendar_gaps(*child, facts, calendar, out);
    if (n.kind != node_kind::call || n.name != "working days" || n.children.size() < 2) return;
    const auto day = [&](const node& from) -> const civil_date* {
        if (from.kind != node_kind::fact || from.fact_index >= facts.values.size()) return nullptr;
        const auto* held = facts.values[from.fact_index].as<interval<civil_date>>();
        return held != nullptr && held->is_exact() ? &held->low() : nullptr;
    };
    const civil_date* from = day(*n.children[0]);
    const civil_date* to = day(*n.children[1]);
    if (from == nullptr || to == nullptr) return;
    const auto counted = calendar.count(*from, *to, first_day::counted);
    if (counted) return;
    for (const days_without_notice& gap : counted.missing()) {
        text said = describe(gap);
        if (std::find(out.begin(), out.end(), said) == out.end()) out.push_back(std::move(said));
    }
}

}  // namespace detail

/// Which holiday notices a finding lacks 所缺放假安排, in words: the dates are on file, but not
/// what days they are.
[[nodiscard]] inline std::vector<text> calendar_gaps(const verdict& v, const working_calendar* calendar,
                                                     const fact_values* facts) {
    std::vector<text> out;
    if (calendar == nullptr || facts == nullptr || v.status != status::undetermined) return out;
    for (const formula* part : {&v.of->scope(), &v.of->requirement(), &v.of->band()})
        if (part->parsed) detail::find_calendar_gaps(*part->parsed, *facts, *calendar, out);
    return out;
}

}  // namespace xuanren
