// src/cli/input.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/problem.hpp>
#include <xuanren/report/language.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::cli {

/// A file as a whole; "-" is standard input.
///
/// Errors: XR-CLI-001 not there, 002 a directory, 003 not readable, 004 empty.
[[nodiscard]] result<std::string> read_file(const std::string& path);

/// A file opened to be read from its beginning; the caller closes it.  Errors: XR-CLI-001 to 003.
[[nodiscard]] result<std::FILE*> open_file(const std::string& path);

/// What a file is called in messages; "-" is standard input.
[[nodiscard]] std::string name_of_file(const std::string& path, language in);

/// Says that a dossier cannot be used, how many problems it has, and each of them.
void refuse_dossier(const std::string& path, const std::vector<problem>& problems, language in);

/// The date that an option gives, to the day.  Errors: XR-CLI-010, or those of parse_date.
[[nodiscard]] result<civil_date> date_of_option(std::string_view option, const std::string& written);

/// A name is not one of those known; says the nearest.
[[nodiscard]] problem unknown_name(std::string code, const text& what, std::string_view name,
                                   const std::vector<std::string>& known);

}  // namespace xuanren::cli
