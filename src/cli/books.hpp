// src/cli/books.hpp
#pragma once

#include "command.hpp"

#include <xuanren/engine/rulebook.hpp>

#include <optional>
#include <string>
#include <vector>

namespace xuanren::cli {

/// The option that adds folders of local rules to the national ones.
void add_folders_option(CLI::App& command, std::vector<std::string>& held, const session& s);

/// The national rulebook with the folders of local rules; says what is wrong and gives nothing.
[[nodiscard]] std::optional<rulebook> load_book(const std::vector<std::string>& folders, const session& s);

/// A folder of rules by itself or, where it speaks of national rules, beside them: what it holds,
/// or every problem of it.
[[nodiscard]] result<rulebook> load_folder(const std::string& folder);

}  // namespace xuanren::cli
