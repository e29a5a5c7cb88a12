// src/cli/books.hpp
#pragma once

#include "command.hpp"

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/testing/rule_cases.hpp>

#include <optional>
#include <string>
#include <vector>

namespace xuanren::cli {

/// The option that adds folders of local rules to the national ones.
void add_folders_option(CLI::App& command, std::vector<std::string>& held, const session& s);

/// The national rulebook with the folders of local rules; says what is wrong and gives nothing.
[[nodiscard]] std::optional<rulebook> load_book(const std::vector<std::string>& folders, const session& s);

/// A folder of rules by itself or, where it speaks of national rules, beside them.
struct folder_rules {
    rulebook own;    ///< what it holds
    rulebook whole;  ///< with the national rules beside which it stands; itself where it stands alone
};

/// What a folder holds, or every problem of it.
[[nodiscard]] result<folder_rules> load_folder(const std::string& folder);

/// The case rows that stand in a folder of rules, *.cases.json, in the order of their files; or
/// every problem of them.
[[nodiscard]] result<std::vector<testing::rule_case>> cases_in(const std::string& folder);

}  // namespace xuanren::cli
