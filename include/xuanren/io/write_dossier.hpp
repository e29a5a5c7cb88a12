// include/xuanren/io/write_dossier.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/records/dossier.hpp>

#include <string>

namespace xuanren {

/// The dossier as a JSON document, indented by two spaces; reading it back gives an equal dossier.
///
/// Keys stand in the order of rules/schema/dossier-reference.md, unknown ones after them. Dates and
/// enumerations are written in one form, whichever was read.
[[nodiscard]] XUANREN_INLINE std::string write_dossier(const dossier& d);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/io/dossier_writer.hpp>
#endif
