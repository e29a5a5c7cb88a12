#pragma once

namespace xuanren::cli {

/// The whole program 命令行程序, for main() and for `python -m xuanren`.  Returns: its exit status.
///
/// Output goes to the standard streams; SIGPIPE is ignored from then on.
int run_program(int count, char** arguments);

}  // namespace xuanren::cli
