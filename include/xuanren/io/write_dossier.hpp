// include/xuanren/io/write_dossier.hpp
#pragma once

#include <xuanren/records/dossier.hpp>

#include <string>

namespace xuanren {

/// The dossier as a JSON document, indented by two spaces; reading it back gives an equal dossier.
[[nodiscard]] std::string write_dossier(const dossier& d);

}  // namespace xuanren
