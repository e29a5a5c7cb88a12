// include/xuanren/report/word_table.hpp
#pragma once

#include <xuanren/report/display_width.hpp>
#include <xuanren/report/markup.hpp>
#include <xuanren/report/text_options.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace xuanren {

/// A small table of words, told to people in text and in HTML alike 表格.
///
/// Every row has as many cells as the head.
struct word_table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

namespace detail {

/// Whether each column says anything in some row.
[[nodiscard]] inline std::vector<bool> told_columns(const word_table& t) {
    std::vector<bool> out(t.head.size(), false);
    for (const auto& row : t.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (!row[i].empty()) out[i] = true;
    return out;
}

}  // namespace detail

/// In columns two blanks apart, the head faint; columns in which no row says anything are left out.
[[nodiscard]] inline std::string to_text(const word_table& t, const text_options& o,
                                         const std::string& indent) {
    const std::vector<bool> is_told = detail::told_columns(t);
    std::vector<std::size_t> widths(t.head.size(), 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = display_width(t.head[i]);
        for (const auto& row : t.rows) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (is_told[i]) out += padded(cells[i], widths[i] + 2);
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    };
    std::string out = indent + o.colours.faint(line(t.head)) + "\n";
    for (const auto& row : t.rows) out += indent + line(row) + "\n";
    return out;
}

/// The same as an HTML table.
[[nodiscard]] inline std::string to_html(const word_table& t) {
    const std::vector<bool> is_told = detail::told_columns(t);
    const auto line = [&](const std::vector<std::string>& cells, const std::string& tag) {
        std::string out = "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (is_told[i]) out += "<" + tag + ">" + detail::escaped(cells[i]) + "</" + tag + ">";
        return out + "</tr>\n";
    };
    std::string out = "<table>" + line(t.head, "th");
    for (const auto& row : t.rows) out += line(row, "td");
    return out + "</table>\n";
}

}  // namespace xuanren
