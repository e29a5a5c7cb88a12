// include/xuanren/calendar/holiday_notice.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/problem.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// One notice of the State Council on a year's holidays 放假安排通知, as facts.
///
/// `year` is the year that the notice arranges; its New Year may begin in the December before.
/// A later notice that changes the arrangement `amends` it and says when it was published.
struct holiday_notice {
    struct holiday {
        text name;                        ///< 春节, Spring Festival
        civil_date from;                  ///< first day off
        civil_date to;                    ///< last day off, included
        std::vector<civil_date> working;  ///< days on which people work for it 调休上班
    };

    int year;
    bool amends = false;
    std::optional<civil_date> published;  ///< to the day, of an amendment
    std::vector<std::string> sources;     ///< addresses
    std::vector<holiday> holidays;
};

namespace detail {

[[nodiscard]] inline problem notice_problem(const char* code, const holiday_notice& notice,
                                            std::string found, text expected) {
    problem p;
    p.code = code;
    p.found = std::move(found);
    const std::string year = std::to_string(notice.year);
    p.message.zh = year + "年放假安排：“" + p.found + "”：" + expected.zh;
    p.message.en = "holiday notice of " + year + ": \"" + p.found + "\": " + expected.en;
    p.expected = std::move(expected);
    return p;
}

inline void check_notice_days(const holiday_notice& notice, std::vector<problem>& problems) {
    const auto complain = [&](const char* code, std::string found, text expected) {
        problems.push_back(notice_problem(code, notice, std::move(found), std::move(expected)));
    };
    // True where the day can be asked about at all.
    const auto check_day = [&](const civil_date& day) {
        if (!day.is_day()) {
            complain("XR-CAL-026", to_string(day), {"应写到日", "must be known to the day"});
            return false;
        }
        const bool in_year = day.year() == notice.year;
        const bool in_december_before = day.year() == notice.year - 1 && day.month() == 12;
        if (!in_year && !in_december_before)
            complain("XR-CAL-023", to_string(day),
                     {"应在本年或上年12月", "must lie in that year or the December before"});
        return in_year || in_december_before;
    };
    std::vector<civil_date> off, working;
    for (const holiday_notice::holiday& h : notice.holidays) {
        const bool has_from = check_day(h.from), has_to = check_day(h.to);
        if (has_from && has_to) {
            if (h.to < h.from)
                complain("XR-CAL-024", to_string(h.to),
                         {"应不早于" + to_string(h.from), "must not lie before " + to_string(h.from)});
            for (std::int64_t day = h.from.day_number(); day <= h.to.day_number(); ++day)
                off.push_back(civil_date::from_day_number(day));
        }
        for (const civil_date& day : h.working)
            if (check_day(day)) working.push_back(day);
    }
    for (const civil_date& day : working)
        if (std::ranges::find(off, day) != off.end())
            complain("XR-CAL-025", to_string(day),
                     {"不能既放假又上班", "cannot be both a holiday and a working day"});
}

/// Sorts notices by year, amendments last and in the order of their dates, and tells what is
/// wrong with them.
[[nodiscard]] inline std::vector<problem> check_notices(std::vector<holiday_notice>& notices) {
    std::vector<problem> problems;
    for (const holiday_notice& n : notices) {
        if (n.year < record_years::first || n.year > record_years::last) {
            problems.push_back(notice_problem(
                "XR-CAL-027", n, std::to_string(n.year),
                {"年份超出范围", "the year is out of the range of records"}));
            continue;
        }
        check_notice_days(n, problems);
        if (n.amends && (!n.published || !n.published->is_day()))
            problems.push_back(notice_problem(
                "XR-CAL-022", n, n.published ? to_string(*n.published) : std::string(),
                {"变更通知须载明发布日期，写到日", "an amendment must say the day it was published"}));
    }
    if (!problems.empty()) return problems;
    std::ranges::stable_sort(notices, [](const holiday_notice& a, const holiday_notice& b) {
        if (a.year != b.year) return a.year < b.year;
        if (a.amends != b.amends) return b.amends;
        return a.amends && *a.published < *b.published;
    });
    for (std::size_t i = 0; i < notices.size(); ++i) {
        const bool is_first = i == 0 || notices[i - 1].year != notices[i].year;
        if (is_first && notices[i].amends)
            problems.push_back(notice_problem("XR-CAL-021", notices[i],
                                              to_string(*notices[i].published),
                                              {"缺其所变更的通知", "the notice that it amends is lacking"}));
        if (!is_first && !notices[i].amends)
            problems.push_back(notice_problem("XR-CAL-020", notices[i], std::to_string(notices[i].year),
                                              {"同一年只能有一份通知，后发的须标明变更",
                                               "a year has one notice; a later one must say that it amends"}));
    }
    return problems;
}

}  // namespace detail

}  // namespace xuanren
