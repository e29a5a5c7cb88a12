// include/xuanren/calendar/working_days.hpp
#pragma once

#include <xuanren/calendar/holiday_notice.hpp>
#include <xuanren/calendar/period.hpp>
#include <xuanren/problem.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {

/// What a day is for those who work 日期类别.
///
/// A holiday that falls on a weekend is a holiday here and a weekend by is_weekend() too.
enum class day_kind : std::uint8_t {
    working_day,          ///< 工作日
    weekend,              ///< 周末
    holiday,              ///< 放假日
    make_up_working_day,  ///< 调休上班日: a Saturday or Sunday on which a notice has people work
};

/// Whether the day on which a period begins counts itself 首日是否计入; there is no default.
enum class first_day : std::uint8_t {
    not_counted,  ///< 自次日起算
    counted,      ///< 当日计入
};

/// Monday is 1, Sunday is 7.  Requires: known to the day.
[[nodiscard]] constexpr int iso_weekday(const civil_date& day) noexcept {
    const std::int64_t from_monday = (day.day_number() + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

/// Saturday or Sunday, whatever a notice says of it.  Requires: known to the day.
[[nodiscard]] constexpr bool is_weekend(const civil_date& day) noexcept {
    return iso_weekday(day) >= 6;
}

[[nodiscard]] constexpr bool is_working(day_kind kind) noexcept {
    return kind == day_kind::working_day || kind == day_kind::make_up_working_day;
}

/// Days, both ends included, whose kind no notice on file tells 缺放假安排的日期, and the years
/// whose notices would tell it.
struct days_without_notice {
    civil_date from;
    civil_date to;
    int first_year;
    int last_year;

    friend bool operator==(const days_without_notice&, const days_without_notice&) = default;
};

/// In words: which years' notices are lacking, and for which days.
[[nodiscard]] inline text describe(const days_without_notice& gap) {
    const std::string first = std::to_string(gap.first_year), last = std::to_string(gap.last_year);
    const std::string from = to_string(gap.from), to = to_string(gap.to);
    const bool one_year = gap.first_year == gap.last_year, one_day = gap.from == gap.to;
    return {"缺" + first + (one_year ? "" : "至" + last) + "年放假安排通知，" + from +
                (one_day ? "" : "至" + to) + "是否工作日不能确定",
            "no holiday notice for " + first + (one_year ? "" : " to " + last) + ": whether " + from +
                (one_day ? " is a working day" : " to " + to + " are working days") +
                " cannot be told"};
}

/// An answer about working days, or the days whose notices are lacking for it 工作日结果.
template <class T>
class calendar_answer {
public:
    calendar_answer(T value) : state_(std::move(value)) {}
    calendar_answer(std::vector<days_without_notice> missing) : state_(std::move(missing)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    /// Requires: has_value().
    [[nodiscard]] const T& value() const { return std::get<0>(state_); }
    [[nodiscard]] const T& operator*() const { return value(); }
    /// Requires: !has_value().
    [[nodiscard]] const std::vector<days_without_notice>& missing() const {
        return std::get<1>(state_);
    }

private:
    std::variant<T, std::vector<days_without_notice>> state_;
};

/// Which days are working days, by the holiday notices on file 工作日历.
///
/// A day of a year without notice has no kind, and no count that needs it has a value. The last days
/// of December hang on the next year's notice too. Made by make(), read by read_calendar()
/// (io/read_calendar.hpp); one without notices knows no day.
class working_calendar {
public:
    static constexpr int default_december_from = 28;

    /// A calendar of notices in any order.
    ///
    /// `december_from`: from which day of December a notice of the next year is needed to tell.
    /// Requires: december_from in 1..31.
    /// Errors: XR-CAL-020 two notices for one year, 021 an amendment without the notice it amends,
    /// 022 an amendment without date, 023 a day outside the notice's year, 024 a holiday that ends
    /// before it begins, 025 a day that is both, 026 a date not known to the day,
    /// 027 a year outside record_years.
    [[nodiscard]] static result<working_calendar> make(std::vector<holiday_notice> notices,
                                                       std::string version,
                                                       int december_from = default_december_from);

    working_calendar() = default;

    /// This calendar and the notices of another, of a year that the user adds say.
    ///
    /// Errors: as make(); a year that both have is one, amendments apart.
    [[nodiscard]] result<working_calendar> with(const working_calendar& other) const {
        std::vector<holiday_notice> all = notices_;
        all.insert(all.end(), other.notices_.begin(), other.notices_.end());
        const char* joint = version_.empty() || other.version_.empty() ? "" : "+";
        return make(std::move(all), version_ + joint + other.version_,
                    std::min(december_from_, other.december_from_));
    }

    /// The calendar without the amendments published after that day 截至某日所知.
    ///
    /// Requires: known to the day.
    [[nodiscard]] working_calendar as_known_on(const civil_date& day) const {
        std::vector<holiday_notice> known;
        for (const holiday_notice& n : notices_)
            if (!n.amends || n.published->last_day() <= day) known.push_back(n);
        if (known.size() == notices_.size()) return *this;
        result<working_calendar> made =
            make(std::move(known), version_ + "@" + to_string(day), december_from_);
        return *std::move(made);
    }

    /// What this calendar is made from, for reports: "state-council-2007-2026".
    [[nodiscard]] const std::string& version() const noexcept { return version_; }
    /// The notices, by year, each year's amendments after its notice.
    [[nodiscard]] const std::vector<holiday_notice>& notices() const noexcept { return notices_; }
    [[nodiscard]] bool has_year(int year) const noexcept {
        return std::ranges::any_of(notices_,
                                   [year](const holiday_notice& n) { return n.year == year; });
    }

    /// The kind of a day, or none where no notice tells.  Requires: known to the day.
    [[nodiscard]] std::optional<day_kind> kind(const civil_date& day) const noexcept {
        const std::int64_t at = day.day_number() - first_day_number_;
        if (at < 0 || at >= std::ssize(kinds_)) return std::nullopt;
        return kinds_[static_cast<std::size_t>(at)];
    }

    /// The holiday that a notice names on that day, or null.  Complexity: linear in the notices.
    [[nodiscard]] const text* holiday_name(const civil_date& day) const noexcept {
        if (kind(day) != day_kind::holiday) return nullptr;
        for (auto n = notices_.rbegin(); n != notices_.rend(); ++n)
            for (const holiday_notice::holiday& h : n->holidays)
                if (h.from <= day && day <= h.to) return &h.name;
        return nullptr;
    }

    /// Working days from one day to another, both known to the day 工作日数.
    ///
    /// The last day counts; whether the first does is the caller's to say. 0 where `to` lies
    /// before `from`. Missing: every stretch of days that no notice tells.
    [[nodiscard]] calendar_answer<std::int64_t> count(const civil_date& from, const civil_date& to,
                                                      first_day first) const;

    /// The day that is the n-th working day counted from a day 第几个工作日.
    ///
    /// With n = 0 the day itself. From a day of rest the first one is the next working day, however
    /// the first day counts. add(d, *count(d, e, f), f) is e for every working day e from d on.
    /// Missing: the days from the first that no notice tells.
    /// Requires: known to the day.  Errors: invalid_value for a negative n.
    [[nodiscard]] calendar_answer<civil_date> add(const civil_date& from, std::int64_t n,
                                                  first_day first) const;

    /// The day itself or, where it is a day of rest, the next working day 顺延.
    ///
    /// Requires: known to the day.  Source: Civil Code art. 203, where a rule borrows it.
    [[nodiscard]] calendar_answer<civil_date> moved_to_working_day(const civil_date& day) const {
        return add(day, 1, first_day::counted);
    }

private:
    [[nodiscard]] days_without_notice gap(std::int64_t from, std::int64_t to) const {
        const civil_date first = civil_date::from_day_number(from);
        const civil_date last = civil_date::from_day_number(to);
        // A year that has its notice lacks days only at its end, and those the next notice tells.
        return {first, last, first.year() + has_year(first.year()),
                last.year() + has_year(last.year())};
    }

    std::vector<holiday_notice> notices_;
    std::string version_;
    int december_from_ = default_december_from;
    std::int64_t first_day_number_ = 0;
    std::vector<std::optional<day_kind>> kinds_;  // one a day from first_day_number_ on
};

inline calendar_answer<std::int64_t> working_calendar::count(const civil_date& from,
                                                             const civil_date& to,
                                                             first_day first) const {
    const std::int64_t begin = from.day_number() + (first == first_day::not_counted ? 1 : 0);
    const std::int64_t end = to.day_number() + 1;
    if (begin >= end) return std::int64_t{0};
    // Days before and after the table are walked over in one step, so that no range is too long.
    const std::int64_t table_end = first_day_number_ + std::ssize(kinds_);
    const std::int64_t inner_begin = std::clamp(first_day_number_, begin, end);
    const std::int64_t inner_end = std::clamp(table_end, inner_begin, end);
    std::int64_t working = 0;
    std::vector<days_without_notice> missing;
    std::int64_t unknown_from = begin;  // the unknown stretch being walked is [unknown_from, day)
    for (std::int64_t day = inner_begin; day < inner_end; ++day) {
        const std::optional<day_kind> k = kinds_[static_cast<std::size_t>(day - first_day_number_)];
        if (!k) continue;
        if (unknown_from < day) missing.push_back(gap(unknown_from, day - 1));
        unknown_from = day + 1;
        working += is_working(*k);
    }
    if (unknown_from < end) missing.push_back(gap(unknown_from, end - 1));
    if (!missing.empty()) return missing;
    return working;
}

inline calendar_answer<civil_date> working_calendar::add(const civil_date& from, std::int64_t n,
                                                         first_day first) const {
    if (n < 0) throw invalid_value("a number of working days is not negative");
    if (n == 0) return from;
    const auto kind_at = [this](std::int64_t day) -> std::optional<day_kind> {
        const std::int64_t at = day - first_day_number_;
        if (at < 0 || at >= std::ssize(kinds_)) return std::nullopt;
        return kinds_[static_cast<std::size_t>(at)];
    };
    std::int64_t day = from.day_number() + (first == first_day::not_counted ? 1 : 0);
    for (;; ++day) {
        const std::optional<day_kind> k = kind_at(day);
        if (!k) break;
        if (is_working(*k) && --n == 0) return civil_date::from_day_number(day);
    }
    const int lacking = gap(day, day).first_year;
    const std::int64_t year_end = civil_date(lacking, 12, 31).day_number();
    std::int64_t last = day;
    while (last < year_end && !kind_at(last + 1)) ++last;
    return std::vector<days_without_notice>{gap(day, last)};
}

inline result<working_calendar> working_calendar::make(std::vector<holiday_notice> notices,
                                                       std::string version, int december_from) {
    if (std::vector<problem> problems = detail::check_notices(notices); !problems.empty())
        return problems;
    working_calendar made;
    made.version_ = std::move(version);
    made.december_from_ = december_from;
    made.notices_ = std::move(notices);
    if (made.notices_.empty()) return made;

    const int first_year = made.notices_.front().year, last_year = made.notices_.back().year;
    made.first_day_number_ = civil_date(first_year - 1, 1, 1).day_number();
    const std::int64_t end = civil_date(last_year, 12, 31).day_number() + 1;
    made.kinds_.resize(static_cast<std::size_t>(end - made.first_day_number_));
    const auto at = [&made](std::int64_t day) -> std::optional<day_kind>& {
        return made.kinds_[static_cast<std::size_t>(day - made.first_day_number_)];
    };
    const auto ordinary = [](std::int64_t day) {
        return is_weekend(civil_date::from_day_number(day)) ? day_kind::weekend
                                                            : day_kind::working_day;
    };
    for (const holiday_notice& n : made.notices_) {
        if (n.amends) continue;
        const std::int64_t year_end = made.has_year(n.year + 1)
                                          ? civil_date(n.year + 1, 1, 1).day_number()
                                          : civil_date(n.year, 12, december_from).day_number();
        for (std::int64_t day = civil_date(n.year, 1, 1).day_number(); day < year_end; ++day)
            at(day) = ordinary(day);
    }
    // INVARIANT: notices are sorted, so that an amendment has the last word.
    for (const holiday_notice& n : made.notices_)
        for (const holiday_notice::holiday& h : n.holidays) {
            for (std::int64_t day = h.from.day_number(); day <= h.to.day_number(); ++day)
                at(day) = day_kind::holiday;
            for (const civil_date& day : h.working)
                at(day.day_number()) = is_weekend(day) ? day_kind::make_up_working_day
                                                       : day_kind::working_day;
        }
    return made;
}

}  // namespace xuanren
