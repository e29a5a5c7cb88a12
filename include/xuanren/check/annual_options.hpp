// include/xuanren/check/annual_options.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/check/annual_figures.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace xuanren {

class working_calendar;

/// What the figures of a year are asked with 统计口径.
struct annual_options {
    int year = 0;
    /// What is dated later has not happened, and the corps is looked at on this day; empty: all
    /// that is on file, and the last day of the year.
    std::optional<civil_date> on;
    std::vector<int> ages = {35, 40, 45, 50, 55};  ///< last whole year of each age band, rising
    /// READING: up to which age a cadre of a level counts as young is no matter of the regulations;
    /// these are figures to count by, for the user to set.
    std::vector<young_line> young = {{level::township_deputy, 30}, {level::township_principal, 35},
                                     {level::county_deputy, 40},   {level::county_principal, 45},
                                     {level::bureau_deputy, 45},   {level::bureau_principal, 50}};
    std::vector<int> horizons = {1, 3, 5};  ///< years over which retirements are told, rising
    bool include_unverified = false;
    const working_calendar* calendar = nullptr;
    std::function<void(std::size_t done, std::size_t total)> progress;
};

}  // namespace xuanren
