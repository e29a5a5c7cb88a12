// src/cli/help.hpp
#pragma once

#include "command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace xuanren::cli {

/// The help's own words in the session's language.
[[nodiscard]] std::shared_ptr<CLI::Formatter> help_formatter(const session& s);

/// Says what is wrong with a command line that the parser refused.
exit_status tell(const CLI::ParseError& error, const session& s);

/// Says which arguments are not known, with the nearest options of the command.
exit_status tell_unknown(const std::vector<std::string>& extras, const CLI::App& command, const session& s);

/// The language that the command line asks for, wherever it stands; nothing for another word.
[[nodiscard]] std::string language_asked_for(int count, const char* const* arguments);

}  // namespace xuanren::cli
