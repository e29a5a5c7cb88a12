// include/xuanren/io/read_dossier.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/problem.hpp>
#include <xuanren/records/dossier.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// A dossier as read, and what the reader has to say about it.
struct read_dossier_result {
    dossier value;
    std::vector<std::string> unused;  ///< JSON pointers of keys that the format does not know
    std::vector<problem> warnings;    ///< nothing that keeps the dossier from being used
};

/// Reads one dossier document, schema xuanren.dossier/1.
///
/// Errors: all problems of the document (XR-JSON-..., XR-DOSSIER-..., XR-DATE-...), each with JSON
/// pointer, line and column; rules/schema/README.md lists the codes. `file` is the name that stands
/// in them. Complexity: linear; lines are sought in a second pass, only where there is a problem.
[[nodiscard]] XUANREN_INLINE result<read_dossier_result> read_dossier(std::string_view bytes,
                                                                      std::string file = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/io/dossier_reader.hpp>
#endif
