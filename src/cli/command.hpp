// src/cli/command.hpp
#pragma once

#include "console.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace xuanren::cli {

/// One run of the program: the language of its words, and the command that was asked for.
struct session {
    language in = language::zh;
    std::function<exit_status()> run;

    /// One of two phrases, by the language.
    [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
        return std::string(phrase{zh, en}.in(in));
    }
};

// Each command adds itself to the program and, where it is asked for, sets session::run.
void add_annual(CLI::App& program, session& s);
void add_check(CLI::App& program, session& s);
void add_explain(CLI::App& program, session& s);
void add_kin(CLI::App& program, session& s);
void add_quota(CLI::App& program, session& s);
void add_rules(CLI::App& program, session& s);
void add_facts(CLI::App& program, session& s);
void add_eval(CLI::App& program, session& s);

/// A command under a program, set as all of them are; its options are grouped in the session's language.
CLI::App* add_command(CLI::App& program, session& s, std::string name, std::string description);

/// An option that takes one value, `--on DATE`, with what stands for the value in the help.
template <class T>
CLI::Option* add_value(CLI::App& command, const std::string& names, T& held, const std::string& meaning,
                       const std::string& placeholder) {
    return command.add_option(names, held, meaning)->type_name(placeholder);
}

/// What is wrong with the command line itself, in the session's language; exit status 2.
exit_status wrong_use(const session& s, const text& message);

}  // namespace xuanren::cli
