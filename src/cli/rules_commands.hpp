// src/cli/rules_commands.hpp
#pragma once

#include "command.hpp"

namespace xuanren::cli {

// Commands under `xuanren rules`, each in a file of its own.
void add_rules_coverage(CLI::App& rules, session& s);
void add_rules_diff(CLI::App& rules, session& s);

}  // namespace xuanren::cli
