// src/cli/console.hpp
#pragma once

#include <xuanren/problem.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/text_options.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace xuanren::cli {

/// What the program says to its caller 退出状态.
enum class exit_status : int {
    fine = 0,
    violation = 1,
    wrong = 2,  ///< the command or its input
    open = 3,   ///< incomplete, needs approval or judgement
};

/// Writes to standard output. A reader that has gone is no error; a full disk is, and is told.
void print(std::string_view text, language in);

/// Writes rows for other programs to standard output as they are; on a terminal as print() does.
/// False once nobody reads them, or they cannot be written.
bool print_data(std::string_view rows, language in);

/// Whether standard output could be written; false after a failure other than a reader gone.
[[nodiscard]] bool printed_well();

/// One message on standard error, after the program's name.
void complain(const text& message, language in);

/// Problems of an input, each on a line of its own with its place.
void complain(const std::vector<problem>& problems, language in);

/// The page of standard output: its width, and colours on a terminal unless NO_COLOR is set.
[[nodiscard]] text_options page(language in);

/// Shows how far a long review is, on standard error, and wipes it away when done 进度.
class progress {
public:
    /// Silent unless so many bytes are read that it takes long; fewer suffice on a terminal.
    progress(std::size_t bytes, language in);
    ~progress();
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    void show(std::size_t done, std::size_t total);

private:
    bool is_shown_ = false;
    bool is_terminal_ = false;
    language in_;
    std::size_t last_ = 0;
};

}  // namespace xuanren::cli
