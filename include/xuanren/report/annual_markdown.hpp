// include/xuanren/report/annual_markdown.hpp
#pragma once

#include <xuanren/report/annual_sections.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// Words as they may stand in a paragraph or a cell: what Markdown or HTML would obey is escaped.
[[nodiscard]] inline std::string in_markdown(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace detail

/// The figures as Markdown to be pasted into a report: headings, tables, points
/// 自查报告（Markdown）.
[[nodiscard]] inline std::string to_markdown(const annual_figures& f, const wording& words,
                                             const annual_names& names, language l) {
    const detail::annual_document all = document_of(f, words, names, l);
    std::string out = "# " + detail::in_markdown(all.title) + "\n";
    for (const std::string& line : all.opening) out += "\n" + detail::in_markdown(line) + "\n";
    for (std::size_t i = 0; i < all.sections.size(); ++i) {
        const detail::annual_section& s = all.sections[i];
        out += "\n## " + detail::numbered(i + 1, detail::in_markdown(s.title), l) + "\n";
        for (const std::string& line : s.paragraphs) out += "\n" + detail::in_markdown(line) + "\n";
        for (const detail::annual_table& t : s.tables) {
            if (!t.title.empty()) out += "\n**" + detail::in_markdown(t.title) + "**\n";
            out += "\n|";
            for (const std::string& name : t.head) out += " " + detail::in_markdown(name) + " |";
            out += "\n|";
            for (std::size_t c = 0; c < t.head.size(); ++c)
                out += c == 0 || !t.lines.empty() ? " --- |" : " ---: |";
            out += "\n";
            for (const auto& row : t.rows) {
                out += "|";
                for (const std::string& cell : row) out += " " + detail::in_markdown(cell) + " |";
                out += "\n";
            }
        }
        if (!s.points.empty()) out += "\n";
        for (const std::string& point : s.points) out += "- " + detail::in_markdown(point) + "\n";
    }
    return out;
}

}  // namespace xuanren
