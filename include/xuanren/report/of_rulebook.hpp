// include/xuanren/report/of_rulebook.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/report/wording.hpp>

namespace xuanren {

/// The names that a rulebook gives to what its verdicts speak of.
///
/// `calendar` outlives what is returned; it is the one that the review counted working days by.
[[nodiscard]] inline wording wording_of(const rulebook& book, const working_calendar* calendar = nullptr) {
    return {book.facts(), book.instruments(), book.exceptions(), book.definitions(), calendar};
}

}  // namespace xuanren
