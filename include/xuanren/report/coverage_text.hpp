// include/xuanren/report/coverage_text.hpp
#pragma once

#include <xuanren/engine/coverage.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/wording.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

[[nodiscard]] constexpr std::string_view code_of(coverage_state s) noexcept {
    return coverage_state_words[static_cast<std::size_t>(s)];
}

[[nodiscard]] constexpr phrase name_of(coverage_state s) noexcept {
    constexpr phrase names[] = {{"已编码", "encoded"},
                                {"留待研判", "left to judgement"},
                                {"仅作事实", "fact only"},
                                {"条文待核", "unverified, off"},
                                {"待单位数据", "waits for organisations"},
                                {"未编码", "not encoded"}};
    return names[static_cast<std::size_t>(s)];
}

namespace detail {

inline constexpr coverage_state coverage_states[] = {coverage_state::encoded,    coverage_state::judgement,
                                                     coverage_state::procedural, coverage_state::unverified,
                                                     coverage_state::needs_organisation, coverage_state::not_encoded};

/// Where a clause stands within its instrument: 第八条第一款第三项; art. 8(1)(3).
[[nodiscard]] inline std::string place_of(const coverage_row& row, language l) {
    return row.cite.article == 0 ? in(row.place, l) : number_of(row.cite, l);
}

/// What answers a row, short within its own instrument: 8.1.3/deputy-to-principal.
[[nodiscard]] inline std::string answer_words(const coverage_answer& a, std::string_view instrument, language l) {
    using answered = coverage_answer::kind;
    std::string out = a.id;
    const bool is_own = a.instrument == instrument;
    if (a.what == answered::rule || a.what == answered::exception) {
        const std::string prefix = std::string(instrument) + "/";
        if (is_own && out.starts_with(prefix)) out.erase(0, prefix.size());
    }
    constexpr phrase kinds[] = {{"", ""}, {"例外 ", "exception "}, {"定义 ", "definition "}, {"附表 ", "table "}, {"事实 ", "fact "}};
    out.insert(0, kinds[static_cast<std::size_t>(a.what)].in(l));
    if ((a.what == answered::definition || a.what == answered::table) && !is_own && !a.instrument.empty())
        out += l == language::zh ? "（" + a.instrument + "）" : " (" + a.instrument + ")";
    if (a.is_judgement) out += l == language::zh ? "（研判）" : " (judgement)";
    if (a.is_off) out += l == language::zh ? "（未启用）" : " (off)";
    return out;
}

[[nodiscard]] inline std::string answers_words(const covered_row& row, std::string_view instrument, language l) {
    std::string out;
    for (const coverage_answer& a : row.answers) {
        if (!out.empty()) out += l == language::zh ? "、" : ", ";
        out += answer_words(a, instrument, l);
    }
    return out;
}

/// 已编码 60 · 留待研判 8; what there is none of is left out.
[[nodiscard]] inline std::string coverage_counts(const std::array<std::size_t, coverage_state_count>& by, language l) {
    std::string out;
    for (const coverage_state s : coverage_states) {
        const std::size_t count = by[static_cast<std::size_t>(s)];
        if (count == 0) continue;
        if (!out.empty()) out += " · ";
        out += std::string(name_of(s).in(l)) + " " + std::to_string(count);
    }
    return out;
}

[[nodiscard]] inline std::string title_of(const coverage::group& g, language l) {
    std::string title = in(g.title, l);
    if (l == language::zh) title = title.starts_with("《") ? title : "《" + title + "》";
    if (g.of != nullptr) title += l == language::zh ? "（" + g.of->version + "）" : " (" + g.of->version + ")";
    return title;
}

[[nodiscard]] constexpr std::string_view colour_of(coverage_state s) noexcept {
    constexpr std::string_view colours[] = {"32", "36", "32", "33", "33", "31"};
    return colours[static_cast<std::size_t>(s)];
}

}  // namespace detail

/// The coverage as people read it 覆盖情况: instrument by instrument, article by article, a row a clause.
[[nodiscard]] inline std::string coverage_text(const coverage& all, const text_options& o) {
    const language l = o.in;
    const bool zh = l == language::zh;
    std::string out = zh ? "可核查条目 " + std::to_string(all.rows) + " 项：" : std::to_string(all.rows) + " checkable clauses: ";
    out += detail::coverage_counts(all.by_state, l) + "\n\n";
    for (const coverage::group& g : all.groups) {
        if (g.rows.empty()) continue;
        out += o.colours.bold(detail::title_of(g, l)) + "  " + o.colours.faint(detail::coverage_counts(g.by_state, l)) + "\n";
        std::string last;
        for (const covered_row& row : g.rows) {
            const std::string place = detail::place_of(*row.row, l);
            if (place != last) out += "  " + place + "\n";
            last = place;
            const std::string state(name_of(row.state).in(l));
            const std::size_t width = zh ? 12 : 18;
            out += detail::hanging("    " + padded(row.row->id, 14) + o.colours(detail::colour_of(row.state), padded(state, width)),
                                   18 + width, in(row.row->title, l), o);
            const std::string answers = detail::answers_words(row, g.instrument, l);
            const std::string blanks(18 + width, ' ');
            if (!answers.empty()) out += detail::hanging(blanks, 18 + width, answers, o);
            const std::string& reason = in(row.row->reason, l);
            if (!reason.empty()) out += detail::hanging(blanks, 18 + width, (zh ? "说明：" : "Note: ") + reason, o);
        }
        out += "\n";
    }
    return out;
}

/// The coverage as JSON, schema "xuanren.coverage/1"; it only grows.
[[nodiscard]] inline std::string coverage_json(const coverage& all) {
    using answered = coverage_answer::kind;
    json_writer out;
    const auto both = [&](std::string_view name, const text& said) {
        out.key(name);
        out.begin_object();
        out.member("zh", said.zh);
        out.member("en", said.en);
        out.end_object();
    };
    const auto counts = [&](const std::array<std::size_t, coverage_state_count>& by) {
        out.key("by_state");
        out.begin_object();
        for (const coverage_state s : detail::coverage_states) out.member(code_of(s), by[static_cast<std::size_t>(s)]);
        out.end_object();
    };
    out.begin_object();
    out.member("schema", "xuanren.coverage/1");
    out.member("rows", all.rows);
    counts(all.by_state);
    out.key("instruments");
    out.begin_array();
    for (const coverage::group& g : all.groups) {
        if (g.rows.empty()) continue;
        out.begin_object();
        out.member("id", g.instrument);
        both("title", g.title);
        out.key("loaded");
        out.item(g.of != nullptr);
        counts(g.by_state);
        out.key("rows");
        out.begin_array();
        for (const covered_row& row : g.rows) {
            out.begin_object();
            out.member("id", row.row->id);
            out.key("article");
            if (row.row->cite.article > 0) out.item(row.row->cite.article);
            else out.null();
            both("place", in_both([&](language l) { return detail::place_of(*row.row, l); }));
            both("title", row.row->title);
            out.member("state", code_of(row.state));
            constexpr std::string_view lists[] = {"rules", "exceptions", "definitions", "tables", "facts"};
            for (const answered k : {answered::rule, answered::exception, answered::definition, answered::table, answered::fact}) {
                out.key(lists[static_cast<std::size_t>(k)]);
                out.begin_array();
                for (const coverage_answer& a : row.answers)
                    if (a.what == k) out.item(a.id);
                out.end_array();
            }
            if (row.row->reason.zh.empty()) out.null_member("reason");
            else both("reason", row.row->reason);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return std::move(out).text() + "\n";
}

}  // namespace xuanren
