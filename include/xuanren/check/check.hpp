// include/xuanren/check/check.hpp
#pragma once

#include <xuanren/check/check_options.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/compiled.hpp>
#include <xuanren/engine/rulebook.hpp>

namespace xuanren {

struct dossier;

/// Reviews every appointment and organisation of a dossier 审核.
///
/// Requires: dates given are known to the day.  Errors: rulebook_error for a book without rules.
[[nodiscard]] XUANREN_INLINE report check(const rulebook& book, const dossier& records,
                                          const check_options& options = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/check/check_dossier.hpp>
#endif
