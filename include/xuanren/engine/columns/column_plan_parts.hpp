// include/xuanren/engine/columns/column_plan_parts.hpp
#pragma once

#include <xuanren/engine/columns/block_evaluator.hpp>
#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/columns/program_rules.hpp>
#include <xuanren/engine/columns/row_counts.hpp>
#include <xuanren/engine/judge.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rule_problem.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

/// What a plan is made of.
struct column_plan::parts {
    rulebook book;
    table_schema schema;
    column_options options;
    detail::column_places places;
    detail::column_program program;
    std::vector<std::string> strings;        ///< words that rules ask for
    detail::working_day_table days{nullptr};
    std::vector<std::shared_ptr<const rule>> rules;
    std::vector<judged_by_row> by_row;
    std::vector<std::string> unused, missing;
    std::vector<std::vector<std::size_t>> row_facts;  ///< by rule: what it looks at where rows are judged
    std::vector<bool> reads;                 ///< by column, whether the program does
    /// Rules that stand in the same rows.
    struct standing {
        detail::truth_ref in_force, at_discussion, not_yet;
        std::uint32_t family;
    };
    std::vector<standing> standings;
    std::vector<std::pair<std::uint32_t, bool>> groups;  ///< by rule: its standing, whether it is the latest
    std::vector<detail::weight> weights;

    void index_rules();
    void index_columns();
    void find_missing(const node& n, std::vector<bool>& seen);
};

namespace detail {

/// Everything that one thread needs to judge blocks.
struct column_worker {
    std::unique_ptr<block_evaluator> blocks;
    std::vector<rule_summary> summaries;
    std::array<std::uint64_t, 5> outcomes{};
    std::vector<row_bits> stands;            ///< by standing
    std::vector<bool> is_standing;           ///< by standing: in any row
    std::vector<std::uint64_t> stand_counts; ///< by standing: in how many
    std::vector<row_bits> reached;           ///< by version of column_program::version_count: by a rule of it
    status_planes planes;
    row_bits rest;                           ///< of the rows in which a rule stands, those not judged singly
    struct left_to_rows {
        std::size_t rule;
        bool is_whole;
        row_bits rows;
    };
    std::vector<left_to_rows> by_row;
    std::vector<status_planes> row_planes;
    row_counts counts;
};

struct column_workspace {
    std::shared_ptr<const void> plan;        ///< whose program the workers hold
    std::vector<column_worker> workers;
    bound_table table;
};

}  // namespace detail

XUANREN_INLINE column_verdicts::column_verdicts() = default;
XUANREN_INLINE column_verdicts::~column_verdicts() = default;
XUANREN_INLINE column_verdicts::column_verdicts(column_verdicts&&) noexcept = default;
XUANREN_INLINE column_verdicts& column_verdicts::operator=(column_verdicts&&) noexcept = default;

}  // namespace xuanren
