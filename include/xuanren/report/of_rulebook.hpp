// include/xuanren/report/of_rulebook.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/report/wording.hpp>

namespace xuanren {

/// The names that a rulebook gives to what its verdicts speak of.
[[nodiscard]] inline wording wording_of(const rulebook& book) {
    return {book.facts(), book.instruments(), book.exceptions()};
}

}  // namespace xuanren
