#pragma once

#include "command.hpp"
#include "review.hpp"

#include <string>
#include <vector>

namespace xuanren::cli {

/// The options of `facts FILE... --table`, as they were written.
struct facts_table_arguments {
    std::string table;  ///< empty: no table is asked for
    std::string map;
};

void add_facts_table_options(CLI::App& command, facts_table_arguments& held, const session& s);

/// Writes the facts of every appointment of dossiers as a table that `check --table` judges.
exit_status write_facts_table(const std::vector<std::string>& files, const facts_table_arguments& held, const review_arguments& review,
                              const session& s);

}  // namespace xuanren::cli
