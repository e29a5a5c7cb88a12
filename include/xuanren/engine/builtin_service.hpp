// include/xuanren/engine/builtin_service.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/day_set.hpp>
#include <xuanren/engine/evaluate.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

[[nodiscard]] inline value add_months(argument_list a, const environment&) {
    const auto* date = a[0].as<interval<civil_date>>();
    if (date == nullptr) return null_value{};
    if (const auto* period = a[1].as<interval<months>>()) return shift(*date, *period, false);
    const auto* n = a[1].as<interval<number>>();
    if (n == nullptr) return null_value{};
    const std::optional<std::int64_t> low = n->low().to_int64();
    const std::optional<std::int64_t> high = n->high().to_int64();
    const std::optional<months> least = low ? make_months(*low) : std::nullopt;
    const std::optional<months> most = high ? make_months(*high) : std::nullopt;
    if (!least || !most) return null_value{};
    return shift(*date, interval<months>(*least, *most), false);
}

[[nodiscard]] inline value working_days(argument_list a, const environment& with) {
    const auto* from = a[0].as<interval<civil_date>>();
    const auto* to = a[1].as<interval<civil_date>>();
    if (from == nullptr || to == nullptr) return null_value{};
    first_day first = first_day::not_counted;
    if (a.size() > 2) {
        const bool* counted = a[2].as<bool>();
        if (counted == nullptr) return null_value{};
        if (*counted) first = first_day::counted;
    }
    if (with.calendar == nullptr) return unknown_value{};
    const auto least = with.calendar->count(from->high(), to->low(), first);
    const auto most = with.calendar->count(from->low(), to->high(), first);
    if (!least || !most) return unknown_value{};
    return interval<number>(number(*least), number(*most));
}

/// A list of date ranges as sets of days: those surely in one of them, and those possibly.
struct sure_and_possible {
    std::vector<day_piece> sure;
    std::vector<day_piece> possible;
    bool is_open = false;  ///< something is not known that may add any day
};

/// The days of the ranges, a range without end ending where `now` does.
///
/// A null among them is left out; what is unknown leaves the sets open: it may add any day.
/// Returns: what the whole answer is instead, where the ranges are no ranges.
[[nodiscard]] inline std::optional<value> days_of_ranges(
    const value& ranges, const std::optional<interval<civil_date>>& now, sure_and_possible& out) {
    if (ranges.is_unknown()) {
        out.is_open = true;
        return std::nullopt;
    }
    const std::vector<value>* items = as_list(ranges);
    if (items == nullptr) return value(null_value{});
    for (const value& item : *items) {
        if (item.is_null()) continue;
        if (item.is_unknown()) {
            out.is_open = true;
            continue;
        }
        const auto* held = item.as<std::shared_ptr<const range_value>>();
        if (held == nullptr) return value(null_value{});
        const range_value& range = **held;
        if (range.low.is_unknown() || range.high.is_unknown()) {
            out.is_open = true;
            continue;
        }
        const auto* low = range.low.as<interval<civil_date>>();
        const auto* high = range.high.as<interval<civil_date>>();
        if (low == nullptr || (high == nullptr && !range.high.is_null()))
            return value(null_value{});
        if (high == nullptr && !now) {
            out.is_open = true;
            continue;
        }
        // Today itself is not over: what lasts to the present ends before it.
        const std::int64_t after = high != nullptr && range.high_included ? 1 : 0;
        const interval<civil_date>& end = high == nullptr ? *now : *high;
        const std::int64_t before = range.low_included ? 0 : 1;
        out.sure.push_back({low->high().day_number() + before, end.low().day_number() + after});
        out.possible.push_back({low->low().day_number() + before, end.high().day_number() + after});
    }
    return std::nullopt;
}

/// `moved on`: the days from d on that do not count; `moved on whole`: every stretch that such a
/// day lies in, from its beginning.
[[nodiscard]] inline std::optional<civil_date> moved(const civil_date& d,
                                                     std::vector<day_piece> uncounted,
                                                     bool is_whole) {
    const std::int64_t start = d.day_number();
    for (day_piece& s : uncounted) {
        if (s.to <= start)
            s.from = s.to;
        else if (!is_whole)
            s.from = std::max(s.from, start);
    }
    const months_and_days by = whole_years_and_days(merged(std::move(uncounted)));
    const std::optional<months> period = make_months(by.month_count);
    const std::optional<civil_date> later = period ? plus(d, *period) : std::nullopt;
    return later ? plus_days(*later, by.day_count) : std::nullopt;
}

template <bool IsWhole>
[[nodiscard]] value moved_on(argument_list a, const environment& with) {
    if (a[0].is_unknown()) return unknown_value{};
    const auto* date = a[0].as<interval<civil_date>>();
    if (date == nullptr) return null_value{};
    sure_and_possible certain, doubtful;
    if (std::optional<value> answer = days_of_ranges(a[1], with.reference, certain)) return *answer;
    if (a.size() > 2)
        if (std::optional<value> answer = days_of_ranges(a[2], with.reference, doubtful))
            return *answer;
    const std::vector<day_piece>& least = certain.sure;
    std::vector<day_piece> most = certain.possible;
    most.insert(most.end(), doubtful.possible.begin(), doubtful.possible.end());
    // Where the date is partial every day it can mean is tried: a later one may be moved on less.
    constexpr std::int64_t widest = 366;
    const std::int64_t first = date->low().day_number();
    const std::int64_t last = date->high().day_number();
    if (last - first > widest) return unknown_value{};
    std::optional<civil_date> low, high;
    for (std::int64_t day = first; day <= last; ++day) {
        const civil_date d = civil_date::from_day_number(day);
        const std::optional<civil_date> earliest = moved(d, least, IsWhole);
        const std::optional<civil_date> latest = moved(d, most, IsWhole);
        if (!earliest || !latest) return null_value{};
        if (!low || *earliest < *low) low = earliest;
        if (!high || *high < *latest) high = latest;
    }
    // It is never moved back: a time too short as it stands stays so, whatever is not known.
    if (certain.is_open || doubtful.is_open) high = std::max(*high, civil_date(9999, 12, 31));
    return hull(low, high);
}

[[nodiscard]] inline value time_in(argument_list a, const environment& with) {
    if (!with.reference) return unknown_value{};
    if (a[0].is_unknown()) return unknown_value{};
    sure_and_possible counted, excepted, doubtful;
    if (std::optional<value> answer = days_of_ranges(a[0], with.reference, counted)) return *answer;
    if (a.size() > 1)
        if (std::optional<value> answer = days_of_ranges(a[1], with.reference, excepted))
            return *answer;
    if (a.size() > 2)
        if (std::optional<value> answer = days_of_ranges(a[2], with.reference, doubtful))
            return *answer;
    std::vector<day_piece> taken = excepted.possible;
    taken.insert(taken.end(), doubtful.possible.begin(), doubtful.possible.end());
    const auto length = [](std::vector<day_piece> spans, std::vector<day_piece> less,
                           std::int64_t now) {
        for (day_piece& s : spans) s.to = std::min(s.to, now);
        return whole_months_and_days(without(merged(std::move(spans)), merged(std::move(less))));
    };
    const months_and_days least =
        length(counted.sure, std::move(taken), with.reference->low().day_number());
    const months_and_days most =
        length(counted.possible, excepted.sure, with.reference->high().day_number());
    // Left-over days of several stretches make months of 30 or of 31 days: no rule says which.
    // What is not known may add any time, bounded by what no life exceeds, or take all of it.
    const bool may_be_less = excepted.is_open || doubtful.is_open;
    constexpr std::int64_t longest_career = 12 * 100;
    const std::optional<months> low =
        make_months(may_be_less ? 0 : least.month_count + least.day_count / 31);
    const std::optional<months> high =
        make_months(counted.is_open ? longest_career : most.month_count + most.day_count / 30);
    return hull(low, high);
}

inline constexpr builtin::parameter certain_ranges{"certain", shape::date_ranges};
inline constexpr builtin::parameter doubtful_ranges{"doubtful", shape::date_ranges, true};

}  // namespace detail

/// What the rules need beyond FEEL 期间与任职时间函数. `elapsed` and `names` are nodes of their
/// own.
///
/// working days(from, to[, first counted]): working days after the first day, or with it.
/// moved on(date, certain[, doubtful]): the date moved on by what does not count from it on, whole
/// calendar years as twelve months first, then days; the doubtful may or may not count.
/// moved on whole: likewise, where a stretch that is touched counts with its days before the date.
/// time in(ranges[, except[, doubtful]]): the length of their union up to the reference date, less
/// `except`; the doubtful may or may not be excepted.
inline constexpr std::array<builtin, 6> service_functions = {{
    {"add months",
     {{{"date", shape::date}, {"months", shape::number}}},
     shape::date,
     detail::add_months},
    {"add months",
     {{{"date", shape::date}, {"months", shape::months}}},
     shape::date,
     detail::add_months},
    {"working days",
     {{{"from", shape::date}, {"to", shape::date}, {"first counted", shape::boolean, true}}},
     shape::number,
     detail::working_days},
    {"moved on",
     {{{"date", shape::date}, detail::certain_ranges, detail::doubtful_ranges}},
     shape::date,
     detail::moved_on<false>,
     false,
     true},
    {"moved on whole",
     {{{"date", shape::date}, detail::certain_ranges, detail::doubtful_ranges}},
     shape::date,
     detail::moved_on<true>,
     false,
     true},
    {"time in",
     {{{"ranges", shape::date_ranges},
       {"except", shape::date_ranges, true},
       detail::doubtful_ranges}},
     shape::months,
     detail::time_in,
     false,
     true},
}};

}  // namespace xuanren
