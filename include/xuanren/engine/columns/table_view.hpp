// include/xuanren/engine/columns/table_view.hpp
#pragma once

#include <xuanren/engine/columns/column.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// Cases as columns 列表: one row a case, one column a fact, named by the fact in either language.
///
/// What has no column is unknown in every row. Beside the facts there may be
/// - `x.latest` beside a date x: x is then the earliest day that it can mean, `x.latest` the last.
///   Likewise `x.most` beside a number or a period known within bounds. Where `x.latest` is invalid
///   x is exact.
/// - `step.S` and `step.S.latest`, the date of a step (S is motion, recommendation, candidates,
///   inspection, consultation, discussion, notice, appointment), and `step.S.state`, a step_state
///   as its position or its word (done, not_done, not_yet, unknown). A step without a column of its
///   own has the day of its fact (procedure.discussion_on and so on) and counts as done; where a row
///   does not tell it, the day given with the run, else none.
/// - `attested.holds`, `attested.fails` and `departed`, lists of rules or prefixes: what people have
///   attested to hold or not, and for which rules reasons to depart from them are on record. Where a
///   row does not tell, there is nothing on record. Rows of which they speak are judged one by one.
struct table_view {
    struct column {
        std::string name;
        column_view values;
    };
    std::size_t rows = 0;
    std::vector<column> columns;

    table_view& add(std::string name, column_view values) {
        rows = values.size;
        columns.push_back({std::move(name), values});
        return *this;
    }
    /// Rows [from, from + count) of every column.
    [[nodiscard]] table_view slice(std::size_t from, std::size_t count) const {
        table_view out = *this;
        out.rows = count;
        for (column& c : out.columns) c.values = c.values.slice(from, count);
        return out;
    }
};

}  // namespace xuanren
