// include/xuanren/io/table/verdict_columns.hpp
#pragma once

#include <xuanren/engine/columns/verdicts_by_row.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/verdict_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xuanren {

/// Verdicts on a table with one row a case and rule, or a case and deciding test, as columns 结论列.
///
/// The same rows as verdict_rows writes. Gathered batch by batch; each batch begins anew.
struct verdict_columns {
    std::vector<std::int64_t> row;      ///< of the table, from 0
    std::vector<std::int32_t> rule;     ///< as in column_plan::rules()
    std::vector<std::uint8_t> status;   ///< by its number
    // Of findings alone; each a position in `words`, of which the first is empty: there is none.
    std::vector<std::int32_t> fact, value, bound;
    std::vector<std::string> words;

    /// Gathers one batch, whose first row is row `first` of the table.
    /// Requires: verdicts with statuses of that plan and table; not the grain of appointments.
    void gather(const column_plan& plan, const table_view& table, const column_verdicts& verdicts, verdict_rows::grain grain, std::int64_t first) {
        row.clear(), rule.clear(), status.clear(), fact.clear(), value.clear(), bound.clear();
        positions_.clear(), words.assign(1, std::string());
        by_row_.gather(verdicts, verdict_rows::told_by(grain));
        const bool with_tests = grain == verdict_rows::grain::finding;
        if (with_tests) by_row_.gather_tests(plan, table, verdicts);
        for (std::size_t i = 0; i < verdicts.rows(); ++i) {
            const std::int64_t at = first + static_cast<std::int64_t>(i);
            by_row_.each(i, [&](const entry& e, std::span<const verdicts_by_row::deciding> tests) {
                if (with_tests) add_tests(plan, at, e, tests);
                else add(at, e);
            });
        }
    }

private:
    using entry = verdicts_by_row::entry;

    void add(std::int64_t at, const entry& e) {
        row.push_back(at);
        rule.push_back(static_cast<std::int32_t>(e.rule));
        status.push_back(static_cast<std::uint8_t>(e.is));
    }
    void add_tests(const column_plan& plan, std::int64_t row_at, const entry& e, std::span<const verdicts_by_row::deciding> tests) {
        bool is_told = false;
        for (const auto& [g, at] : tests) {
            const std::int32_t of = g->fact == catalogue::none ? 0 : position((*plan.book().facts())[g->fact].name);
            const std::int32_t held = position(g->value_at(at)), asked = position(g->bound_at(at));
            // Requirement and band may ask the same.
            if (is_told && fact.back() == of && value.back() == held && bound.back() == asked) continue;
            add(row_at, e);
            fact.push_back(of), value.push_back(held), bound.push_back(asked);
            is_told = true;
        }
        if (is_told) return;
        add(row_at, e);
        fact.push_back(0), value.push_back(0), bound.push_back(0);
    }
    [[nodiscard]] std::int32_t position(const xuanren::value& v) { return v.is_unknown() ? 0 : position(code_of(v)); }
    [[nodiscard]] std::int32_t position(const std::string& word) {
        const auto [at, is_new] = positions_.emplace(word, static_cast<std::int32_t>(words.size()));
        if (is_new) words.push_back(word);
        return at->second;
    }

    std::unordered_map<std::string, std::int32_t> positions_;
    verdicts_by_row by_row_;
};

}  // namespace xuanren
