// include/xuanren/report/annual_document.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/report/annual_words.hpp>
#include <xuanren/report/effect.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/names.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A table of words; every column but the first holds numbers, unless there are lines.
struct annual_table {
    std::string title;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> lines;  ///< the rows as sentences, for a page too narrow for them

    void add(std::vector<std::string> row, std::string line) {
        rows.push_back(std::move(row));
        lines.push_back(std::move(line));
    }
};

/// One part of the report: paragraphs, then tables, then points.
struct annual_section {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<annual_table> tables;
    std::vector<std::string> points;
};

/// The report of a year's figures, in words but without layout 年度自查报告.
struct annual_document {
    std::string title;
    std::vector<std::string> opening;
    std::vector<annual_section> sections;
};

[[nodiscard]] inline std::string joined(const std::vector<std::string>& list, language l,
                                        std::size_t most = 40) {
    std::string out;
    for (std::size_t i = 0; i < list.size() && i < most; ++i)
        out += (i == 0 ? "" : l == language::zh ? "、" : ", ") + list[i];
    if (list.size() > most) out += l == language::zh ? "等" : " and others";
    return out;
}

/// Rows of one table for people: those with nothing in them are left out, save what is not on
/// record.
[[nodiscard]] inline std::vector<std::string> cells_of(const cross_table::row& r,
                                                       const std::vector<std::size_t>& columns) {
    std::vector<std::string> out;
    for (const std::size_t c : columns) out.push_back(std::to_string(r.counts[c]));
    out.push_back(std::to_string(r.total()));
    return out;
}

/// Several dimensions over the same columns, in one table; columns without anything are left out.
[[nodiscard]] inline annual_table crossed(const std::vector<const cross_table*>& tables,
                                          std::string_view column_by, std::string title,
                                          language l) {
    annual_table out;
    out.title = std::move(title);
    if (tables.empty()) return out;
    const cross_table& first = *tables.front();
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < first.columns.size(); ++c) {
        bool has_any = c + 1 == first.columns.size();
        for (const cross_table::row& r : first.rows) has_any = has_any || r.counts[c] != 0;
        if (has_any) columns.push_back(c);
    }
    out.head = {l == language::zh ? "项目" : "item"};
    for (const std::size_t c : columns)
        out.head.push_back(row_words(column_by, first.columns[c], l));
    out.head.push_back(row_words("", "total", l));
    std::vector<std::string> all{row_words("", "total", l)};
    for (const std::size_t c : columns) {
        std::size_t sum = 0;
        for (const cross_table::row& r : first.rows) sum += r.counts[c];
        all.push_back(std::to_string(sum));
    }
    all.push_back(std::to_string(first.total()));
    out.rows.push_back(std::move(all));
    for (const cross_table* t : tables)
        for (const cross_table::row& r : t->rows) {
            // An outcome is always known.
            if (r.total() == 0 && (r.code != not_on_record || t->by == "outcome")) continue;
            const std::string group =
                t->by == "organisation"
                    ? std::string()
                    : dimension_words(t->by, l) + (l == language::zh ? "：" : ": ");
            std::vector<std::string> line{group + row_words(t->by, r.code, l)};
            const std::vector<std::string> cells = cells_of(r, columns);
            line.insert(line.end(), cells.begin(), cells.end());
            out.rows.push_back(std::move(line));
        }
    return out;
}

/// What the parts of the report are made with.
struct annual_teller {
    const annual_figures& f;
    const wording& words;
    const annual_names& names;
    language in;

    [[nodiscard]] bool zh() const noexcept { return in == language::zh; }
    [[nodiscard]] std::string say(std::string_view in_zh, std::string_view in_en) const {
        return std::string(phrase{in_zh, in_en}.in(in));
    }
    [[nodiscard]] static std::string number(std::size_t n) { return std::to_string(n); }
    [[nodiscard]] std::string day(const field<civil_date>& d, std::string_view none_zh,
                                  std::string_view none_en) const {
        if (d) return in_words(*d, in);
        return d.is_null() ? say(none_zh, none_en) : say("未载明", "not on record");
    }
    [[nodiscard]] appointment_names name(std::size_t at) const {
        return at < names.appointments.size() ? names.appointments[at] : appointment_names{};
    }
    /// 样例甲01 → 大气环境科科长
    [[nodiscard]] std::string who(std::size_t at) const {
        const appointment_names n = name(at);
        const std::string& post = xuanren::in(n.post, in);
        return n.candidate + (post.empty() ? std::string() : " → " + post);
    }
    [[nodiscard]] std::string kind_words(const std::optional<kind>& k) const {
        return k ? word_in(*k, in) : say("未载明", "not on record");
    }
    [[nodiscard]] std::string ids_of(const std::vector<std::size_t>& places) const {
        std::vector<std::string> ids;
        for (const std::size_t at : places) ids.push_back(f.appointments[at].id);
        return joined(ids, in);
    }
    [[nodiscard]] std::string clause(const rule& of) const {
        return in_words(of.cite(), words, in) + (zh() ? "：" : ": ") + title_of(of, in);
    }
};

}  // namespace xuanren::detail
