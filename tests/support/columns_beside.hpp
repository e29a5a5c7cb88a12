#pragma once

#include <xuanren/check/case_columns.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/records/dossier.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace xuanren::testing {

inline std::string shown(const std::optional<status>& s) { return s ? std::to_string(static_cast<int>(*s)) : "-"; }

/// Holds what a plan says of a table's rows to what the review of the same appointments says, rule by rule.
inline void hold_rows(const column_plan& plan, const table_view& table, const report& told, std::size_t first_row = 0) {
    for (const judged_by_row& r : plan.by_row()) FAIL_CHECK(r.rule, ": ", r.reason.en);
    column_verdicts verdicts;
    const auto problems = plan.run(table, verdicts);
    for (const problem& p : problems) FAIL_CHECK(p.code, " ", p.message.en);
    if (!problems.empty()) return;
    for (std::size_t row = 0; row < told.appointments.size(); ++row) {
        const appointment_report& a = told.appointments[row];
        const outcome whole = verdicts.outcomes()[first_row + row];
        if (whole != a.outcome)
            FAIL_CHECK(a.id, ": the review comes to ", static_cast<int>(a.outcome), ", columns to ", static_cast<int>(whole));
        std::map<const rule*, status> expected;
        for (const verdict& v : a.findings) expected.emplace(v.of.get(), v.status);
        for (std::size_t i = 0; i < plan.rules().size(); ++i) {
            const auto at = expected.find(plan.rules()[i].get());
            const std::optional<status> wanted = at == expected.end() ? std::nullopt : std::optional(at->second);
            const std::optional<status> found = verdicts.status_of(i, first_row + row);
            if (found != wanted)
                FAIL_CHECK(plan.rules()[i]->id(), " of ", a.id, ": the review says ", shown(wanted), ", columns ", shown(found), "\n  applies ",
                           plan.rules()[i]->scope().source, "\n  must ", plan.rules()[i]->requirement().source, "\n  band ", plan.rules()[i]->band().source);
        }
    }
}

/// Derives a dossier's facts into columns and holds what a plan says of them to its review.
inline void hold_columns(const rulebook& book, const dossier& records, const check_options& options, const report& told) {
    if (told.appointments.empty()) return;
    case_columns columns(book, options);
    for (const problem& p : columns.add(records)) FAIL_CHECK(p.code, " ", p.message.en);
    CHECK(columns.left_out().empty());
    const table_view table = columns.view();
    const auto plan = column_plan::make(book, schema_of(table), columns.options());
    if (!plan) {
        for (const problem& p : plan.problems()) FAIL_CHECK(p.code, " ", p.message.en);
        return;
    }
    CHECK(plan->missing().empty());
    hold_rows(*plan, table, told);
}

}  // namespace xuanren::testing
