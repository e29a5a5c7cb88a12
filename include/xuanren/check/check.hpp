// include/xuanren/check/check.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/compiled.hpp>
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
[[nodiscard]] XUANREN_INLINE report check(const rulebook& book, const dossier& records,
                                          const check_options& options = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/check/check_dossier.hpp>
#endif
