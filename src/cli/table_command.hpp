#pragma once

#include "command.hpp"
#include "review.hpp"

#include <string>

namespace xuanren::cli {

/// The options of `check --table`, as they were written.
struct table_arguments {
    std::string file;           ///< empty: no table is asked for
    std::string map;
    std::string per = "appointment";
    std::string on_error = "stop";
    std::string encoding;       ///< empty: the map's
    int threads = 1;
    bool shows_progress = false;
};

void add_table_options(CLI::App& command, table_arguments& held, const session& s);

/// Judges the cases of a table, a batch of rows at a time, and writes a row of verdicts for each.
exit_status check_table(const table_arguments& held, const review_arguments& review, const std::string& format, const session& s);

}  // namespace xuanren::cli
