#pragma once

#include <xuanren/check/check.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/report/names.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <string_view>

namespace xuanren {

/// A JSON file of the project.
inline nlohmann::json read_json(const std::string& path) {
    std::ifstream file(XUANREN_SOURCE_DIR "/" + path, std::ios::binary);
    REQUIRE_MESSAGE(file, path);
    return nlohmann::json::parse(file);
}

/// The national rules' report on a dossier, which must be one that the reader takes as it is.
///
/// A failed REQUIRE would keep doctest from the subcases that follow: what is wrong is only noted.
inline report checked(const nlohmann::json& document) {
    const result<read_dossier_result> read = read_dossier(document.dump());
    if (!read) {
        for (const problem& p : read.problems()) FAIL_CHECK(p.at << " " << p.message.zh);
        return {};
    }
    for (const std::string& key : read->unused) FAIL_CHECK("unused: " << key);
    for (const problem& p : read->warnings) FAIL_CHECK(p.at << " " << p.message.zh);
    check_options options;
    options.calendar = &national_calendar();
    options.explain = false;
    return check(rulebooks::national(), read->value, options);
}

/// What a rule says of an appointment; null where it is not among the findings.
inline const verdict* finding(const appointment_report& found, std::string_view rule) {
    for (const verdict& v : found.findings)
        if (v.of->id() == rule) return &v;
    return nullptr;
}

/// The rules that keep an appointment from being compliant, for a failing test to print.
inline std::string not_kept(const appointment_report& found) {
    std::string lines;
    for (const verdict& v : found.findings)
        if (v.status == status::violated || v.status == status::undetermined ||
            v.status == status::judgement || v.status == status::failed)
            lines += "\n  " + std::string(v.of->id()) + ": " + std::string(code_of(v.status));
    return lines;
}

}  // namespace xuanren
