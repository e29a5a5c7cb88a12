// include/xuanren/check/case_columns.hpp
#pragma once

#include <xuanren/check/check_options.hpp>
#include <xuanren/compiled.hpp>
#include <xuanren/engine/columns/column_options.hpp>
#include <xuanren/engine/columns/value_column.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

struct dossier;

/// The appointments of dossiers as columns of facts 批量取数: what check() would judge, for a column_plan
/// to judge at once, or for a file that is judged elsewhere.
///
/// A row is an appointment. There is a column for every fact that the rules name, definitions too, for
/// the date and state of every step, and for what people have attested or departed from. A plan of the
/// same rulebook under options() says of each rule, and of each row as a whole, what check() says.
class case_columns {
public:
    /// Requires: the calendar outlives it.
    XUANREN_INLINE explicit case_columns(const rulebook& book, const check_options& how = {});

    /// Appends every appointment of a dossier, which need not outlive the call.
    /// Requires: the dossier is linked.
    /// Returns: what is unknown in a row although the dossier tells it, all of it: XR-COL-012 a fact
    /// whose reader threw, 013 a value that no column can hold; `line` is the row, from 1.
    XUANREN_INLINE std::vector<problem> add(const dossier& records);

    [[nodiscard]] std::size_t rows() const noexcept { return ids_.size(); }
    /// The appointment that each row is.
    [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return ids_; }
    /// Facts that rules name and that cannot be columns (lists of records): rules on them are undetermined.
    [[nodiscard]] const std::vector<std::string>& left_out() const noexcept { return left_out_; }
    /// All rows so far; valid until the next are added. Names and order of the columns stay, but that a
    /// second one joins a value once it is known within bounds alone.
    [[nodiscard]] XUANREN_INLINE table_view view();
    /// How a plan is to judge them.
    [[nodiscard]] XUANREN_INLINE column_options options() const;

private:
    struct fact_of_rules {
        std::size_t index;
        value_column values;
    };
    rulebook book_;
    check_options how_;
    std::vector<std::size_t> own_facts_;
    std::vector<std::string> ids_, left_out_;
    std::vector<fact_of_rules> facts_;
    std::vector<value_column> steps_, said_;
    std::array<std::vector<std::int8_t>, step_count> states_;
};

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/check/derive_columns.hpp>
#endif
