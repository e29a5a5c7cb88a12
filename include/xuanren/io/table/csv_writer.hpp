// include/xuanren/io/table/csv_writer.hpp
#pragma once

#include <xuanren/engine/columns/column_values.hpp>
#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/io/table/csv_cell.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// Writes cases as CSV that case_table reads back 写出案例表: headings, then a row each, the row's name first.
/// What is unknown is an empty cell; so is a text of no length.
class csv_writer {
public:
    /// `facts` outlives it.
    explicit csv_writer(const catalogue& facts) : facts_(&facts) {}

    /// Requires: a name for each row.
    [[nodiscard]] std::string write(const table_view& table, std::span<const std::string> names, std::string_view heading) const {
        std::string out(heading);
        std::vector<const type*> types;
        for (const table_view::column& c : table.columns) {
            out += ',';
            append_csv_cell(out, c.name);
            const std::size_t fact = facts_->index_of(stem_of(c.name));
            types.push_back(fact == catalogue::none ? nullptr : &(*facts_)[fact].value_type);
        }
        out += '\n';
        for (std::size_t row = 0; row < table.rows; ++row) {
            append_csv_cell(out, names[row]);
            for (std::size_t c = 0; c < types.size(); ++c) {
                out += ',';
                append(out, table.columns[c].values, types[c], row);
            }
            out += '\n';
        }
        return out;
    }

private:
    [[nodiscard]] std::string_view stem_of(std::string_view name) const {
        if (facts_->index_of(name) != catalogue::none) return name;
        for (const std::string_view end : {".latest", ".most"})
            if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
        return name;
    }

    /// `t` is null for what is no fact: the date or the state of a step, lists of rules.
    static void append(std::string& out, const column_view& c, const type* t, std::size_t row) {
        if (!c.is_known(row)) return;
        if (c.form == column_form::word_lists) return append_list(out, c, row);
        if (detail::is_words(c.form)) return append_csv_cell(out, c.words[static_cast<std::size_t>(detail::integer_at(c, row))]);
        if (detail::is_date(c.form)) {
            const std::int64_t n = detail::integer_at(c, row);
            out += to_string(c.form == column_form::day_number ? civil_date::from_day_number(n) : civil_date::from_packed(static_cast<std::int32_t>(n)));
            return;
        }
        if (c.form == column_form::float64) {
            const auto n = detail::decimal_of(static_cast<const double*>(c.values)[c.offset + row]);
            if (n) append_decimal(out, *n, column_view::double_digits);
            return;
        }
        const std::int64_t n = detail::integer_at(c, row);
        switch (t == nullptr ? type_kind::number : t->kind) {
            case type_kind::boolean: out += n != 0 ? "true" : "false"; return;
            case type_kind::months: return append_period(out, n, 'M');
            case type_kind::days: return append_period(out, n, 'D');
            case type_kind::enumeration:
                if (n >= 0 && static_cast<std::size_t>(n) < t->words->members.size())
                    append_csv_cell(out, t->words->members[static_cast<std::size_t>(n)].name);
                return;
            default: append_decimal(out, n, c.scale);
        }
    }
    static void append_list(std::string& out, const column_view& c, std::size_t row) {
        const std::size_t at = c.offset + row;
        std::string all;
        for (std::int32_t i = c.starts[at]; i < c.starts[at + 1]; ++i) {
            if (!all.empty()) all += "; ";
            all += c.words[static_cast<std::size_t>(static_cast<const std::int32_t*>(c.values)[i])];
        }
        append_csv_cell(out, all.empty() ? "[]" : all);
    }
    static void append_period(std::string& out, std::int64_t n, char unit) {
        out.append(n < 0 ? "-P" : "P").append(std::to_string(n < 0 ? -n : n)).append(1, unit);
    }
    static void append_decimal(std::string& out, std::int64_t n, int scale) {
        char digits[24];
        const auto magnitude = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
        std::string all(digits, std::to_chars(digits, digits + sizeof digits, magnitude).ptr);
        const auto after = static_cast<std::size_t>(scale);
        if (all.size() <= after) all.insert(0, after + 1 - all.size(), '0');
        if (n < 0) out += '-';
        out.append(all, 0, all.size() - after);
        if (after != 0) out.append(1, '.').append(all, all.size() - after);
    }

    const catalogue* facts_;
};

}  // namespace xuanren
