// include/xuanren/report/annual_text.hpp
#pragma once

#include <xuanren/report/annual_sections.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/text_options.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// Numbers stand to the right, under the ends of their headings.
[[nodiscard]] inline std::string to_the_right(std::string_view word, std::size_t width) {
    const std::size_t taken = display_width(word);
    return (taken < width ? std::string(width - taken, ' ') : std::string()) + std::string(word);
}

/// A table of numbers in columns; headings longer than a column's share of the page are broken.
[[nodiscard]] inline std::string numbers_text(const annual_table& t, const text_options& o) {
    const std::size_t columns = t.head.size();
    std::vector<std::size_t> widths(columns, 0);
    for (const auto& row : t.rows)
        for (std::size_t c = 0; c < columns; ++c)
            widths[c] = std::max(widths[c], display_width(row[c]));
    // Headings are broken only where the page has no room for them whole.
    std::size_t natural = 2 + std::max(widths[0], display_width(t.head[0]));
    for (std::size_t c = 1; c < columns; ++c)
        natural += 2 + std::max(widths[c], display_width(t.head[c]));
    const std::size_t rest = o.width > widths[0] + 4 ? o.width - widths[0] - 4 : 20;
    const std::size_t most = natural <= o.width || columns < 2
                                 ? o.width
                                 : std::max<std::size_t>(6, rest / (columns - 1) - 2);
    std::vector<std::vector<std::string>> heads(columns);
    std::size_t lines = 1;
    for (std::size_t c = 0; c < columns; ++c) {
        heads[c] =
            wrapped(t.head[c], c == 0 ? std::max(widths[0], display_width(t.head[0])) : most);
        for (const std::string& line : heads[c])
            widths[c] = std::max(widths[c], display_width(line));
        lines = std::max(lines, heads[c].size());
    }
    std::string out;
    for (std::size_t line = 0; line < lines; ++line) {
        std::string written = "  ";
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t skipped = lines - heads[c].size();
            const std::string_view word =
                line < skipped ? std::string_view() : std::string_view(heads[c][line - skipped]);
            written += c == 0 ? padded(word, widths[0]) : "  " + to_the_right(word, widths[c]);
        }
        written.erase(written.find_last_not_of(' ') + 1);
        out += o.colours.faint(written) + "\n";
    }
    for (const auto& row : t.rows) {
        out += "  ";
        for (std::size_t c = 0; c < columns; ++c)
            out += c == 0 ? padded(row[0], widths[0]) : "  " + to_the_right(row[c], widths[c]);
        out += "\n";
    }
    return out;
}

/// A table with sentences in it, a point a row.
[[nodiscard]] inline std::string sentences_text(const annual_table& t, const text_options& o) {
    std::string out;
    for (const std::string& line : t.lines) out += hanging("  · ", 4, line, o);
    return out;
}

}  // namespace detail

/// The figures as people read them on a page 自查报告（文本）. Text may change from version to
/// version; programs read JSON.
[[nodiscard]] inline std::string to_text(const annual_figures& f, const wording& words,
                                         const annual_names& names, const text_options& o) {
    const detail::annual_document all = document_of(f, words, names, o.in);
    std::string out = o.colours.bold(all.title);
    if (!o.file.empty()) out += "  " + o.file;
    out += "\n";
    for (const std::string& line : all.opening) out += detail::hanging("", 0, line, o);
    for (std::size_t i = 0; i < all.sections.size(); ++i) {
        const detail::annual_section& s = all.sections[i];
        out += "\n" + o.colours.bold(detail::numbered(i + 1, s.title, o.in)) + "\n";
        for (const std::string& line : s.paragraphs) out += detail::hanging("  ", 2, line, o);
        for (const detail::annual_table& t : s.tables) {
            out += "\n";
            if (!t.title.empty()) out += "  " + o.colours.bold(t.title) + "\n";
            out += !t.lines.empty() ? detail::sentences_text(t, o) : detail::numbers_text(t, o);
        }
        if (!s.points.empty() && !s.tables.empty()) out += "\n";
        for (const std::string& point : s.points) out += detail::hanging("  · ", 4, point, o);
    }
    return out;
}

}  // namespace xuanren
