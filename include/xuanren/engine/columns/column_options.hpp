// include/xuanren/engine/columns/column_options.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/step.hpp>

#include <optional>

namespace xuanren {

class working_calendar;

/// How the cases of a table are judged 批量审核的方式; the same for every row.
struct column_options {
    std::optional<civil_date> on;        ///< the day of every step that a row does not date
    std::optional<civil_date> review;    ///< the review date: what is owed by it, and what is still to come
    std::optional<step> stage;           ///< review as far as this step
    std::optional<civil_date> law_date;  ///< versions in force on this day instead
    bool include_unverified = false;     ///< judge by rules whose text is not confirmed, too
    rule_subject about = rule_subject::appointment;  ///< what a row is
    rule_each each = rule_each::whole;
    const working_calendar* calendar = nullptr;      ///< outlives the plan
};

}  // namespace xuanren
