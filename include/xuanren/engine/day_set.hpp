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
struct day_piece {
    std::int64_t from;
    std::int64_t to;

    friend constexpr bool operator==(const day_piece&, const day_piece&) = default;
};

/// The same days as stretches in order, none touching the next.
[[nodiscard]] inline std::vector<day_piece> merged(std::vector<day_piece> spans) {
    std::erase_if(spans, [](const day_piece& s) { return s.from >= s.to; });
    std::sort(spans.begin(), spans.end(),
              [](const day_piece& a, const day_piece& b) { return a.from < b.from; });
    std::vector<day_piece> out;
    for (const day_piece& s : spans) {
        if (!out.empty() && s.from <= out.back().to)
            out.back().to = std::max(out.back().to, s.to);
        else
            out.push_back(s);
    }
    return out;
}

/// The days of one set that are not in the other.  Requires: both merged.
[[nodiscard]] inline std::vector<day_piece> without(const std::vector<day_piece>& spans,
                                                    const std::vector<day_piece>& taken) {
    std::vector<day_piece> out;
    for (day_piece s : spans) {
        for (const day_piece& t : taken) {
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
[[nodiscard]] inline months_and_days whole_years_and_days(const std::vector<day_piece>& spans) {
    months_and_days sum;
    for (const day_piece& s : spans) {
        const civil_date first = civil_date::from_day_number(s.from);
        const civil_date end = civil_date::from_day_number(s.to);
        const bool is_new_year = first.month() == 1 && first.day() == 1;
        const std::int64_t begin_year = std::int64_t{first.year()} + (is_new_year ? 0 : 1);
        const std::int64_t years = std::max<std::int64_t>(0, end.year() - begin_year);
        std::int64_t left = s.to - s.from;
        for (std::int64_t y = begin_year; y < begin_year + years; ++y)
            left -= is_leap(y) ? 366 : 365;
        sum.month_count += 12 * years;
        sum.day_count += left;
    }
    return sum;
}

/// A set of days as whole months of each stretch by the Civil Code's count, and the days besides.
///
/// The days besides of one stretch alone are less than a month, so they are no months at all; only
/// those of several are added up.
/// Requires: merged, and within the range of years.
[[nodiscard]] inline months_and_days whole_months_and_days(const std::vector<day_piece>& pieces) {
    months_and_days sum;
    int with_rest = 0;
    for (const day_piece& s : pieces) {
        const civil_date first = civil_date::from_day_number(s.from);
        const months whole = elapsed_months(first, civil_date::from_day_number(s.to));
        const std::int64_t rest = s.to - (first + whole).day_number();
        sum.month_count += whole.count();
        sum.day_count += rest;
        with_rest += static_cast<int>(rest != 0);
    }
    if (with_rest < 2) sum.day_count = 0;
    return sum;
}

}  // namespace xuanren::detail
