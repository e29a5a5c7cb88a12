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

/// In columns two blanks apart, the head faint; columns in which no row says anything are left out.
[[nodiscard]] inline std::string to_text(const word_table& t, const text_options& o,
                                         const std::string& indent) {
    std::vector<std::size_t> widths(t.head.size(), 0);
    for (const auto& row : t.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(row[i]));
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (widths[i] != 0) widths[i] = std::max(widths[i], display_width(t.head[i]));
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (widths[i] != 0) out += padded(cells[i], widths[i] + 2);
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    };
    std::string out = indent + o.colours.faint(line(t.head)) + "\n";
    for (const auto& row : t.rows) out += indent + line(row) + "\n";
    return out;
}

[[nodiscard]] inline std::string to_html(const word_table& t) {
    std::string out = "<table><tr>";
    for (const std::string& cell : t.head) out += "<th>" + detail::escaped(cell) + "</th>";
    out += "</tr>\n";
    for (const auto& row : t.rows) {
        out += "<tr>";
        for (const std::string& cell : row) out += "<td>" + detail::escaped(cell) + "</td>";
        out += "</tr>\n";
    }
    return out + "</table>\n";
}

}  // namespace xuanren
