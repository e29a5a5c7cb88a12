#pragma once

#include <xuanren/check/report.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// A JSON file of the project.
[[nodiscard]] nlohmann::json read_json(const std::string& path);

/// A dossier under the rules of the project's `rules/`, read as they stand there.
///
/// The dossier must be one that the reader takes as it is. A failed REQUIRE would keep doctest from
/// the subcases that follow: what is wrong is only noted.
class reviewed {
public:
    explicit reviewed(const nlohmann::json& document, std::optional<civil_date> on = std::nullopt,
                      bool include_unverified = false);

    [[nodiscard]] const xuanren::report& report() const noexcept { return report_; }

    /// Null where the dossier has none of that id.
    [[nodiscard]] const appointment_report* appointment(std::string_view id) const;
    [[nodiscard]] const organisation_report* organisation(std::string_view id) const;

    /// The reasoning of the findings of an appointment or organisation that a key of an expectation means.
    [[nodiscard]] std::string explained(const std::string& id, const std::string& key) const;

    /// What keeps an appointment or organisation from being compliant, for a failing test to print.
    [[nodiscard]] std::string not_kept(const std::string& id) const;

private:
    std::string text_;
    std::optional<civil_date> on_;
    bool include_unverified_;
    xuanren::report report_;
};

/// The findings that a key of an expectation means: a rule by its id, a catalogue row by its id (all
/// rules that cover it), either with `@subject` behind it.
[[nodiscard]] std::vector<const verdict*> meant(const std::vector<verdict>& findings, const std::string& key);

/// Their status, of several the one that weighs most; `not_in_force` where there is none.
[[nodiscard]] std::string status_among(const std::vector<verdict>& findings, const std::string& key);

}  // namespace xuanren
