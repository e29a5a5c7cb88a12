// include/xuanren/check/check.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/step.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

class working_calendar;
struct dossier;

struct check_options {
    std::optional<civil_date> on;         ///< the review date
    std::optional<step> stage;            ///< review as far as this step
    std::optional<civil_date> law_date;   ///< versions in force on this day, instead of the steps' own
    bool include_unverified = false;
    bool explain = true;                  ///< explanations, leaves, missing, residual, earliest
    const working_calendar* calendar = nullptr;  ///< of `working days`; without it they are unknown
    std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Reviews every appointment and organisation of a dossier 审核.
///
/// Requires: dates given are known to the day.  Errors: rulebook_error for a book without rules.
[[nodiscard]] inline report check(const rulebook& book, const dossier& records,
                                  const check_options& options = {});

/// Reviews one appointment.
[[nodiscard]] inline appointment_report check_appointment(const rulebook& book, const dossier& records,
                                                          std::size_t appointment,
                                                          const check_options& options = {});

/// One rule on facts given by name 案例行, for the tests of the law and for systems with facts of their own.
struct case_row {
    std::string facts;                       ///< JSON object: name -> value ("P24M", "county_deputy", "2019-05")
    std::optional<civil_date> on;            ///< the rule's reference date
    std::vector<recorded_judgement> attestations;
    std::vector<std::string> departures;     ///< rules (or prefixes) for which reasons are on record
    std::optional<civil_date> review;        ///< the review date, for `due`
    bool by_reference = false;
    const working_calendar* calendar = nullptr;
};

/// The verdict of one rule on one row. A fact that can be none is stated so by null (its `has_`
/// fact is then false); giving a value makes `has_` true; definitions not given are computed.
/// Empty where the rule's version is not in force on `on`; an exception counts while its own is.
/// Errors: XR-CASE-nnn for an unknown rule or fact, or a value that its type does not allow.
[[nodiscard]] inline result<std::optional<verdict>> evaluate_case(const rulebook& book, std::string_view rule_id,
                                                   const case_row& row);

}  // namespace xuanren

#include <xuanren/check/check_case.hpp>
#include <xuanren/check/check_dossier.hpp>
