// include/xuanren/records/link.hpp
#pragma once

#include <xuanren/problem.hpp>
#include <xuanren/records/dossier.hpp>

#include <vector>

namespace xuanren {

/// Resolves the references of a dossier into `links` and checks what spans records: ids that stand
/// twice, references to nothing, circles of `parent` or `reports_to`, versions of an establishment
/// that overlap, dates in an order that cannot be.
///
/// Returns: every problem, XR-DOSSIER-0nn, with its JSON pointer (no lines); none: all is linked.
/// Partial dates are a problem only where no reading of them can stand.
/// Complexity: linear in the size of the dossier; sorting within one organisation's establishments.
[[nodiscard]] std::vector<problem> link(dossier& d);

}  // namespace xuanren
