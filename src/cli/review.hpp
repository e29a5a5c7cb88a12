// src/cli/review.hpp
#pragma once

#include "command.hpp"

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/check/check.hpp>
#include <xuanren/io/read_dossier.hpp>

#include <optional>
#include <string>
#include <vector>

namespace xuanren::cli {

/// The options that check and explain share, as they were written.
struct review_arguments {
    std::string on, law, stage, calendar;
    std::vector<std::string> rules;
    bool include_unverified = false;
};

void add_review_options(CLI::App& command, review_arguments& held, const session& s);

/// What a review is made with.
struct review {
    rulebook book;
    working_calendar calendar;
    check_options options;
};

/// The national rulebook with the folders of local rules; says what is wrong and gives nothing.
[[nodiscard]] std::optional<rulebook> load_book(const std::vector<std::string>& folders, const session& s);

/// Reads the options and what they name; says everything that is wrong and gives nothing.
[[nodiscard]] std::optional<review> prepare(const review_arguments& held, const session& s);

/// Reads a dossier; says everything that is wrong and gives nothing.
[[nodiscard]] std::optional<read_dossier_result> load_dossier(const std::string& path, const session& s,
                                                              std::size_t* size = nullptr);

/// Reviews a dossier, with what the reader had to say put into the report.
[[nodiscard]] report review_dossier(const review& with, const read_dossier_result& read, check_options options);

}  // namespace xuanren::cli
