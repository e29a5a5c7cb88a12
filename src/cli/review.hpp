// src/cli/review.hpp
#pragma once

#include "command.hpp"

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/check/check_options.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/wording.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xuanren::cli {

/// The options that check and explain share, as they were written.
struct review_arguments {
    std::optional<std::string> on, law, stage, calendar;
    std::vector<std::string> rules;
    bool include_unverified = false;
};

void add_review_options(CLI::App& command, review_arguments& held, const session& s);

/// A dossier's report, and the names that it is told with.
struct reviewed {
    report made;
    case_names names;
    wording words;
};

/// Reviews dossiers with one rulebook and one set of options.
class reviewer {
public:
    /// Reads the options and what they name; says everything that is wrong and gives nothing.
    [[nodiscard]] static std::optional<reviewer> make(const review_arguments& held, const session& s);

    /// Reads one dossier; says everything that is wrong with it and gives nothing. `bytes`, where
    /// given, is told how large it is.
    [[nodiscard]] std::optional<read_dossier_result> read(const std::string& path, std::size_t* bytes = nullptr) const;

    /// Reads and reviews one dossier; says everything that is wrong with it and gives nothing.
    [[nodiscard]] std::optional<reviewed> review(const std::string& path) const;

    /// The ids of all rules, in force and switched on or not.
    [[nodiscard]] std::vector<std::string> rule_ids() const;

    [[nodiscard]] const rulebook& book() const noexcept;
    [[nodiscard]] const working_calendar& calendar() const noexcept;
    [[nodiscard]] const check_options& options() const noexcept;
    /// The names that the rulebook gives to what its verdicts speak of.
    [[nodiscard]] const wording& words() const noexcept;

private:
    struct equipment;
    std::shared_ptr<const equipment> with_;
};

}  // namespace xuanren::cli
