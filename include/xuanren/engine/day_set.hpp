// include/xuanren/engine/day_set.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/calendar/period.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A stretch of days [from, to), by their numbers since 1970-01-01.
struct day_span {
    std::int64_t from;
    std::int64_t to;

    friend constexpr bool operator==(const day_span&, const day_span&) = default;
};

/// The same days as stretches in order, none touching the next.
[[nodiscard]] inline std::vector<day_span> merged(std::vector<day_span> spans) {
    std::erase_if(spans, [](const day_span& s) { return s.from >= s.to; });
    std::sort(spans.begin(), spans.end(),
              [](const day_span& a, const day_span& b) { return a.from < b.from; });
    std::vector<day_span> out;
    for (const day_span& s : spans) {
        if (!out.empty() && s.from <= out.back().to) out.back().to = std::max(out.back().to, s.to);
        else out.push_back(s);
    }
    return out;
}

/// The days of one set that are not in the other.  Requires: both merged.
[[nodiscard]] inline std::vector<day_span> without(const std::vector<day_span>& spans,
                                                   const std::vector<day_span>& taken) {
    std::vector<day_span> out;
    for (day_span s : spans) {
        for (const day_span& t : taken) {
            if (t.to <= s.from || s.to <= t.from) continue;
            if (s.from < t.from) out.push_back({s.from, t.from});
            s.from = std::min(s.to, t.to);
        }
        if (s.from < s.to) out.push_back(s);
    }
    return out;
}

/// Months and days that are kept apart.
struct months_and_days {
    std::int64_t month_count = 0;
    std::int64_t day_count = 0;
};

/// A set of days as whole calendar years, twelve months each, and the days besides.
/// Requires: merged, and within the range of years.
[[nodiscard]] inline months_and_days whole_years_and_days(const std::vector<day_span>& spans) {
    months_and_days sum;
    for (const day_span& s : spans) {
        const civil_date first = civil_date::from_day_number(s.from);
        const civil_date end = civil_date::from_day_number(s.to);
        const bool is_new_year = first.month() == 1 && first.day() == 1;
        const std::int64_t begin_year = std::int64_t{first.year()} + (is_new_year ? 0 : 1);
        const std::int64_t years = std::max<std::int64_t>(0, end.year() - begin_year);
        std::int64_t left = s.to - s.from;
        for (std::int64_t y = begin_year; y < begin_year + years; ++y) left -= is_leap(y) ? 366 : 365;
        sum.month_count += 12 * years;
        sum.day_count += left;
    }
    return sum;
}

/// A set of days as whole months of each stretch by the Civil Code's count, and the days besides.
/// Requires: merged, and within the range of years.
[[nodiscard]] inline months_and_days whole_months_and_days(const std::vector<day_span>& spans) {
    months_and_days sum;
    for (const day_span& s : spans) {
        const civil_date first = civil_date::from_day_number(s.from);
        const months whole = elapsed_months(first, civil_date::from_day_number(s.to));
        sum.month_count += whole.count();
        sum.day_count += s.to - (first + whole).day_number();
    }
    return sum;
}

}  // namespace xuanren::detail
