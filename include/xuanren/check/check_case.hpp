// include/xuanren/check/check_case.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/problem.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

class working_calendar;

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
[[nodiscard]] XUANREN_INLINE result<std::optional<verdict>> evaluate_case(const rulebook& book,
                                                                           std::string_view rule_id,
                                                                           const case_row& row);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/check/case_verdict.hpp>
#endif
