// include/xuanren/check/check_options.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/step.hpp>

#include <cstddef>
#include <functional>
#include <optional>

namespace xuanren {

class working_calendar;

/// What a review looks at, and how far 审核范围.
struct check_options {
    std::optional<civil_date> on;         ///< the review date
    std::optional<step> stage;            ///< review as far as this step
    std::optional<civil_date> law_date;   ///< versions in force on this day, instead of the steps' own
    bool include_unverified = false;
    bool explain = true;                  ///< explanations, leaves, missing, residual, earliest
    const working_calendar* calendar = nullptr;  ///< of `working days`; without it they are unknown
    std::function<void(std::size_t done, std::size_t total)> progress;
};

}  // namespace xuanren
