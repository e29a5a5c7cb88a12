// include/xuanren/engine/case_terms.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/engine/verdict.hpp>

#include <optional>
#include <span>
#include <string>

namespace xuanren {

class working_calendar;

/// What a case brings besides its facts 案情.
struct case_terms {
    step_dates steps;
    std::optional<civil_date> review;            ///< the review date
    std::optional<step> stage;                   ///< review as far as this step
    std::optional<civil_date> law_date;          ///< versions in force on this day instead
    std::span<const recorded_judgement> attestations;
    std::span<const std::string> departures;     ///< rules (or prefixes) with reasons on record
    bool by_reference = false;
    const working_calendar* calendar = nullptr;
};

}  // namespace xuanren
