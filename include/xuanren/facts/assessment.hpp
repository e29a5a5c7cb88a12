// include/xuanren/facts/assessment.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/record_types.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace xuanren::detail {

/// The year before that of a day; empty where the day may lie in either of two years.
[[nodiscard]] inline std::optional<int> year_before(
    const std::optional<interval<civil_date>>& day) {
    if (!day || day->low().year() != day->high().year()) return std::nullopt;
    return day->low().year() - 1;
}

/// The place of a year's entry; empty where it has none.
[[nodiscard]] inline std::optional<std::size_t> entry_of(const std::vector<assessment>& all,
                                                         int year) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].year && *all[i].year == year) return i;
    return std::nullopt;
}

/// READING: a year that is not on file is not known, whatever the years before it were.
[[nodiscard]] inline reading read_previous_assessment(const case_view& c) {
    const provenance source = c.at_candidate("assessments");
    const std::optional<int> year = year_before(c.steps()[step::candidates].date);
    if (!year || c.candidate() == nullptr || !c.candidate()->assessments) return {{}, source};
    const auto& all = *c.candidate()->assessments;
    const auto at = entry_of(all, *year);
    if (!at) return {{}, source};
    return {held_in(all[*at].result),
            {"cadres", static_cast<int>(c.candidate_index()), "assessments", static_cast<int>(*at),
             "result"}};
}

/// The first year of work: that of its start, else of the earliest tenure, rank or assessment.
[[nodiscard]] inline std::optional<int> first_year_of_work(const cadre& who) {
    std::optional<int> first;
    const auto take = [&first](int year) { first = first ? std::min(*first, year) : year; };
    if (who.work_started) take(who.work_started->year());
    if (who.tenures)
        for (const tenure& t : *who.tenures)
            if (const auto& start = t.decided ? t.decided : t.from; start) take(start->year());
    if (who.ranks)
        for (const rank_held& r : *who.ranks)
            if (r.from) take(r.from->year());
    if (!first && who.assessments)
        for (const assessment& a : *who.assessments)
            if (a.year) take(static_cast<int>(*a.year));
    return first;
}

/// One entry a year to the year before a day: at most so many, or from the start of work on.
[[nodiscard]] inline reading read_assessments_before(const case_view& c,
                                                     const std::optional<interval<civil_date>>& day,
                                                     std::optional<int> years = {}) {
    const provenance source = c.at_candidate("assessments");
    const cadre* who = c.candidate();
    if (who == nullptr || who->assessments.is_unknown()) return {{}, source};
    static const std::vector<assessment> none;
    const auto& all = who->assessments ? *who->assessments : none;
    for (const assessment& a : all)
        if (!a.year) return {{}, source};
    const std::optional<int> last = year_before(day);
    const std::optional<int> first = first_year_of_work(*who);
    if (!first || !last) return {{}, source};
    std::vector<value> items;
    for (int year = years ? std::max(*first, *last - *years + 1) : *first; year <= *last; ++year) {
        const auto at = entry_of(all, year);
        const bool has_result = at && all[*at].result;
        items.push_back(record_of_values(
            c.records().assessment,
            {value(number(year)), value(has_result),
             has_result ? held_in(all[*at].result) : value(),
             range_between(value(civil_date(year, 1, 1)), value(civil_date(year + 1, 1, 1)))}));
    }
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading read_assessments(const case_view& c) {
    return read_assessments_before(c, c.decided());
}

[[nodiscard]] inline reading read_last_three_assessments(const case_view& c) {
    return read_assessments_before(c, c.steps()[step::candidates].date, 3);
}

}  // namespace xuanren::detail
