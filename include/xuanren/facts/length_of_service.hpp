// include/xuanren/facts/length_of_service.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/facts/case_view.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Stretches of days, each up to a day that is not part of it.
using stretches = std::vector<std::pair<civil_date, civil_date>>;

/// The start moved on by stretches that do not count: months added first, the days left over then.
/// What lies before the start, or twice in the list, is not taken off twice.
[[nodiscard]] inline civil_date moved_on(const civil_date& start, stretches off) {
    std::sort(off.begin(), off.end());
    std::int64_t whole_months = 0;
    std::int64_t odd_days = 0;
    civil_date last = start;
    for (auto& [from, to] : off) {
        from = std::max(from, last);
        if (!(from < to)) continue;
        const months whole = elapsed_months(from, to);
        whole_months += whole.count();
        odd_days += to.day_number() - (from + whole).day_number();
        last = to;
    }
    return start + months(whole_months) + days(odd_days);
}

/// The breaks at their shortest or longest; a break to the present ends with the decision. None
/// where one of them has no date that says so.
[[nodiscard]] inline std::optional<stretches> breaks_of(const std::vector<period_of_time>& breaks,
                                                        const interval<civil_date>& decided,
                                                        bool at_longest) {
    stretches out;
    for (const period_of_time& p : breaks) {
        if (!p.from || p.to.is_unknown()) return std::nullopt;
        const civil_date from = at_longest ? p.from->first_day() : p.from->last_day();
        const interval<civil_date> to = p.to ? xuanren::days_of(*p.to) : decided;
        out.emplace_back(from, at_longest ? to.high() : to.low());
    }
    return out;
}

/// Whether a leading post on file was taken up before the start of work on file, so that one of the
/// two is wrong.
[[nodiscard]] inline bool is_contradicted(const case_view& c, const interval<civil_date>& start) {
    const career* all = c.career();
    if (all == nullptr) return false;
    for (const service& s : all->services)
        if (s.leading == truth::yes && s.since && s.since->high() < start.low()) return true;
    return false;
}

/// READING: where a leading post precedes the start of work, the length is not known until the
/// record is put right. Only what stands as service_breaks reduces the length of service. Where the list is not
/// on file the start is known as the earliest possible only.
[[nodiscard]] inline reading read_service_counted_from(const case_view& c) {
    const cadre* who = c.candidate();
    if (who == nullptr || !who->work_started) return {{}, c.at_candidate("work_started")};
    const provenance source = c.at_candidate("work_started");
    const interval<civil_date> start = xuanren::days_of(*who->work_started);
    if (is_contradicted(c, start)) return {{}, source};
    const auto at_least =
        value(interval<civil_date>(start.low(), std::max(start.high(), last_of_days)));
    if (who->service_breaks.is_unknown()) return {at_least, c.at_candidate("service_breaks")};
    if (!who->service_breaks || who->service_breaks->empty()) return {value(start), source};
    if (!c.decided()) return {at_least, source};
    const auto shortest = breaks_of(*who->service_breaks, *c.decided(), false);
    const auto longest = breaks_of(*who->service_breaks, *c.decided(), true);
    if (!shortest || !longest) return {at_least, c.at_candidate("service_breaks")};
    const civil_date low = moved_on(start.low(), *shortest);
    return {value(interval<civil_date>(low, std::max(low, moved_on(start.high(), *longest)))),
            source};
}

[[nodiscard]] inline reading read_service_breaks(const case_view& c) {
    const provenance source = c.at_candidate("service_breaks");
    if (c.candidate() == nullptr || c.candidate()->service_breaks.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->service_breaks)
        for (const period_of_time& p : *c.candidate()->service_breaks) {
            if (!p.from || p.to.is_unknown()) return {{}, source};
            items.push_back(
                range_between(value(*p.from), p.to ? value(*p.to) : value(null_value{})));
        }
    return {list_of_values(std::move(items)), source};
}

}  // namespace xuanren::detail
