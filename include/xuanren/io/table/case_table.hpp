// include/xuanren/io/table/case_table.hpp
#pragma once

#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/columns/value_column.hpp>
#include <xuanren/engine/feel_names.hpp>
#include <xuanren/engine/rulebook_resolve.hpp>
#include <xuanren/io/table/fact_column.hpp>
#include <xuanren/io/table/fact_map.hpp>
#include <xuanren/io/text_encoding.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// A cell that its fact cannot hold.
struct bad_table_cell {
    std::size_t column;  ///< from 0
    text expected;
};

/// Cases read from a table's records into columns, a batch at a time 案例表.
///
/// Headings are facts by either name, the names of other columns that a table_view may have (`x.latest`,
/// `step.S` and so on), or columns of the map. A fact that may be stated as none has its `has_` fact
/// beside it: true where a value stands, false where the map's word for none does. Numbers keep their
/// digits, dates their precision; the words of a list have semicolons between them.
class case_table {
public:
    /// Errors, all at once: XR-CSV-002 a heading twice, 009 an unknown fact, 010 a mapped column that
    /// is not there, 011 a fact twice, 012 a fact that a cell cannot hold, 013 a constant that its fact
    /// cannot hold.
    [[nodiscard]] static result<case_table> make(const catalogue& facts, const fact_map& map,
                                                 std::span<const std::string_view> headings);

    /// Headings that name no fact, and are in no map: nothing is read from them.
    [[nodiscard]] const std::vector<std::string>& unused() const noexcept { return unused_; }
    /// Whether a column of view() is one that the table or the map gives, and not one that follows from it.
    [[nodiscard]] bool gives(std::string_view name) const {
        return std::any_of(columns_.begin(), columns_.end(), [&](const held_column& c) { return c.values->name() == name; });
    }
    /// The column that names the rows; none: their number does.
    [[nodiscard]] std::optional<std::size_t> id_column() const noexcept { return id_; }
    [[nodiscard]] std::size_t width() const noexcept { return by_cell_.size(); }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

    /// Adds a record as the next row, or says which cell keeps it out.  Requires: width() cells.
    [[nodiscard]] std::optional<bad_table_cell> add(std::span<const std::string_view> cells);

    /// The rows of this batch, valid until the next is begun.
    [[nodiscard]] table_view view();
    void begin_batch() {
        rows_ = 0;
        for (held_column& c : columns_) c.values->begin_batch();
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct held_column {
        std::unique_ptr<detail::fact_column> values;
        std::vector<std::pair<std::size_t, bool>> guards;  ///< implied columns; whether `none` makes them false
        std::optional<std::string> constant;
        bool is_none = false;
        std::size_t latest = none;  ///< the column of its last days, where the table has one
    };
    struct implied_column {
        std::string name;
        std::vector<std::uint8_t> values;
        detail::row_marks known;
        truth now = truth::unknown;
    };

    std::vector<held_column> columns_;
    std::vector<implied_column> implied_;
    std::vector<std::size_t> by_cell_;  ///< column of each heading, or none
    std::vector<std::string> unused_;
    std::optional<std::size_t> id_;
    std::size_t rows_ = 0;

    void tell_guards(const held_column& c, detail::cell_says says) {
        if (says == detail::cell_says::nothing) return;
        for (const auto& [g, is_own] : c.guards) {
            if (says == detail::cell_says::value) implied_[g].now = truth::yes;
            else if (is_own && implied_[g].now == truth::unknown) implied_[g].now = truth::no;
        }
    }
    friend class table_headings;
};

inline std::optional<bad_table_cell> case_table::add(std::span<const std::string_view> cells) {
    for (implied_column& i : implied_) i.now = truth::unknown;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (by_cell_[c] == none) continue;
        held_column& into = columns_[by_cell_[c]];
        const detail::cell_says says = into.values->read(cells[c], rows_);
        if (says == detail::cell_says::wrong) return bad_table_cell{c, into.values->expected()};
        tell_guards(into, says);
    }
    for (held_column& c : columns_) {
        if (c.is_none) tell_guards(c, c.values->leave_out(rows_, detail::cell_says::none));
        else if (c.constant) tell_guards(c, c.values->read(*c.constant, rows_));
    }
    for (const held_column& c : columns_)
        if (c.latest != none)
            if (const auto last = c.values->last_day(rows_); last && !columns_[c.latest].values->is_known(rows_))
                columns_[c.latest].values->put_day(rows_, *last);
    for (implied_column& i : implied_) {
        if (rows_ >= i.values.size()) i.values.resize(rows_ * 2 + 1024);
        i.values[rows_] = i.now == truth::yes;
        i.known.set(rows_, i.now != truth::unknown);
    }
    ++rows_;
    return std::nullopt;
}

inline table_view case_table::view() {
    table_view out;
    for (held_column& c : columns_) {
        out.add(c.values->name(), c.values->view(rows_));
        if (c.values->has_upper() && c.latest == none) out.add(c.values->name() + ".latest", c.values->upper(rows_));
    }
    for (const implied_column& i : implied_) out.add(i.name, column_view::bytes({i.values.data(), rows_}, i.known.data()));
    out.rows = rows_;
    return out;
}

}  // namespace xuanren

#include <xuanren/io/table/table_headings.hpp>
