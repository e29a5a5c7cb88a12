// include/xuanren/check/annual.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/check/annual_options.hpp>
#include <xuanren/compiled.hpp>
#include <xuanren/engine/rulebook.hpp>

namespace xuanren {

struct dossier;

/// The figures of a year's selection and appointment, and of the corps at its end 选任工作年度统计.
///
/// An appointment belongs to the year in which it was decided; one without that day, to the year of
/// its letter. Kinds are derived as on the appointment's own day; whatever the records do not tell
/// is counted as not on record, so that every table adds up.
/// Requires: 1900 <= year <= 9900; `on` is known to the day, and not before the year; `ages` and
/// `horizons` rise.  Errors: rulebook_error for a book without rules.
/// Complexity: linear in the dossier, and one review for each appointment of the year.
[[nodiscard]] XUANREN_INLINE annual_figures annual(const rulebook& book, const dossier& records,
                                                   const annual_options& options);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/check/annual_of_dossier.hpp>
#endif
