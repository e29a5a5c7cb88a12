// include/xuanren/engine/columns/column_plan.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/columns/column_options.hpp>
#include <xuanren/engine/columns/column_verdicts.hpp>
#include <xuanren/engine/columns/pool.hpp>
#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// How one table is gone through.
struct run_options {
    worker_pool* pool = nullptr;            ///< null: in the caller's thread alone
    bool keep_statuses = true;              ///< else sums and outcomes alone
    bool keep_outcomes = true;
    bool keep_counts = false;               ///< of statuses, for each row
    const std::atomic<bool>* cancel = nullptr;                       ///< looked at between blocks
    std::function<void(std::size_t done, std::size_t rows)> progress = {};  ///< called in the caller's thread
};

/// A rule that columns cannot judge, and why; the row evaluator does, row by row, inside the plan.
struct judged_by_row {
    std::string rule;
    text reason;
};

/// A rulebook compiled for tables of one schema 列式执行计划.
///
/// It says of every row and rule what the row evaluator says of the row's facts. Made once, it judges
/// any number of tables; it may be used by several threads at once, each with verdicts of its own.
/// A condition that is a function of the caller's own is then called from several threads.
class column_plan {
public:
    /// Errors, all at once: XR-COL-001 an unknown column, 002 a fact twice, 003 a form that the fact
    /// cannot take, 004 an upper bound alone; XR-RULE-024 a rulebook without rules.
    [[nodiscard]] static XUANREN_INLINE result<column_plan> make(const rulebook& book, const table_schema& schema,
                                                                 const column_options& options = {});

    [[nodiscard]] const rulebook& book() const noexcept;
    [[nodiscard]] const table_schema& schema() const noexcept;
    [[nodiscard]] const column_options& options() const noexcept;
    /// The rules judged, in the rulebook's order; those off or about something else are not in it.
    [[nodiscard]] std::span<const std::shared_ptr<const rule>> rules() const noexcept;
    [[nodiscard]] const std::vector<judged_by_row>& by_row() const noexcept;
    /// Columns that no rule uses.
    [[nodiscard]] const std::vector<std::string>& unused() const noexcept;
    /// Facts that rules use and that no column gives: they are unknown in every row.
    [[nodiscard]] const std::vector<std::string>& missing() const noexcept;
    /// The instructions that its loops use on this machine.
    [[nodiscard]] static XUANREN_INLINE std::string_view instructions();

    /// Judges every row of a table.  Returns: nothing, or why the table cannot be judged: XR-COL-005 a
    /// word that the enumeration lacks, 006 a cell that the fact cannot hold (the first one; `line` is
    /// its row, from 1), 010 another schema, 011 columns of different lengths.
    /// Nothing is allocated for a row, and nothing at all where `into` was used for as many rows before.
    [[nodiscard]] XUANREN_INLINE std::vector<problem> run(const table_view& table, column_verdicts& into,
                                                          const run_options& options = {}) const;

    /// Every rule on one row by the row evaluator; empty where a rule's version is not in force.
    [[nodiscard]] XUANREN_INLINE std::vector<std::optional<status>> judge_row(const table_view& table,
                                                                              std::size_t row) const;
    /// One rule on one row by the row evaluator, with the whole explanation; empty where its version is
    /// not in force.  Requires: rule < rules().size().
    [[nodiscard]] XUANREN_INLINE std::optional<verdict> explain(const table_view& table, std::size_t row,
                                                                std::size_t rule) const;

private:
    struct parts;
    std::shared_ptr<const parts> parts_;
    friend class column_findings;
};

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/columns/column_plan_run.hpp>
#endif
