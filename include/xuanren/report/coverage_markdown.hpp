// include/xuanren/report/coverage_markdown.hpp
#pragma once

#include <xuanren/engine/coverage.hpp>
#include <xuanren/report/coverage_text.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace xuanren {

/// The line below which a README is written by hand, and kept as it is.
inline constexpr std::string_view by_hand_mark = "<!-- by hand -->";

namespace detail {

inline constexpr std::string_view generated_note =
    "<!-- Written from the rules by `xuanren rules coverage DIR --write`; only what stands below the line \"by hand\", where there is one, is kept. -->\n";

/// A cell of a table: bars and line breaks would end it.
[[nodiscard]] inline std::string cell(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '|') out += "\\|";
        else out += c == '\n' ? ' ' : c;
    }
    return out;
}

[[nodiscard]] inline std::string table_row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& each : cells) out += " " + cell(each) + " |";
    return out + "\n";
}

[[nodiscard]] inline std::string table_head(const std::vector<std::string>& names) {
    std::vector<std::string> marks(names.size(), "---");
    return table_row(names) + table_row(marks);
}

/// One part of an instrument as its table has it.
struct readme_entry {
    const citation* cite;
    std::string id;      ///< as it is written: `8.1.3/deputy-to-principal`
    std::string title;
    std::string state;
    std::string force;
    std::string basis;
    std::string covers;
};

[[nodiscard]] inline std::string comma_list(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& each : words) out += (out.empty() ? "" : "、") + each;
    return out;
}

[[nodiscard]] inline std::string state_words(const rule& r) {
    if (r.basis() == basis::unverified) return "条文待核，未启用";
    if (r.is_judgement_only()) return "留待研判";
    return r.band().is_empty() ? "已编码" : "已编码，留有研判";
}

/// The parts of an instrument in the order of its articles.
[[nodiscard]] inline std::vector<readme_entry> entries_of(const rulebook& book, const std::string& instrument) {
    std::vector<readme_entry> out;
    const std::string prefix = instrument + "/";
    const auto own = [&](const std::string& id) { return "`" + (id.starts_with(prefix) ? id.substr(prefix.size()) : id) + "`"; };
    const auto known = [](basis b) { return std::string(name_of(b).zh); };
    for (const auto& r : book.rules())
        if (r->id().starts_with(prefix))
            out.push_back({&r->cite(), own(r->id()), r->title().zh, state_words(*r),
                           r->is_judgement_only() ? std::string() : std::string(name_of(r->force()).zh), known(r->basis()),
                           comma_list(r->covers())});
    for (const auto& e : book.exceptions())
        if (e->id.starts_with(prefix))
            out.push_back({&e->cite, own(e->id), e->title.zh, "例外", "", known(e->basis), comma_list(e->covers)});
    for (const auto& d : book.definitions())
        if (d->instrument == instrument)
            out.push_back({&d->cite, own(d->id), d->zh, "定义", "", known(d->basis), comma_list(d->covers)});
    for (const auto& t : book.tables())
        if (t->instrument == instrument)
            out.push_back({&t->cite, own(t->id), t->title.zh, "附表", "", known(t->basis), comma_list(t->covers)});
    std::stable_sort(out.begin(), out.end(), [](const readme_entry& a, const readme_entry& b) {
        const auto key = [](const readme_entry& e) {
            return std::tuple(e.cite->article == 0, e.cite->article, e.cite->paragraph, e.cite->item);
        };
        return key(a) < key(b);
    });
    return out;
}

[[nodiscard]] inline std::string entry_place(const citation& cite, std::string_view instrument) {
    std::string out = number_of(cite, language::zh);
    if (out.empty()) out = cite.note.zh.empty() ? "（条号未详）" : cite.note.zh;
    if (cite.instrument != instrument) out = cite.instrument + " " + out;
    return out;
}

/// The other versions of an instrument's family, oldest first, with the day each begins.
[[nodiscard]] inline std::vector<const instrument*> versions_of(const rulebook& book, std::string_view family) {
    std::vector<const instrument*> out;
    for (const auto& i : book.instruments())
        if (i->family == family) out.push_back(i.get());
    std::stable_sort(out.begin(), out.end(), [](const instrument* a, const instrument* b) { return a->version < b->version; });
    return out;
}

[[nodiscard]] inline std::string days_in_force(const instrument& i) {
    std::string out = i.effective ? to_string(*i.effective) : "—";
    const auto last = i.superseded ? i.superseded : i.repealed;
    out += last ? " 起，至 " + to_string(*last) + " 前" : " 起";
    return out;
}

}  // namespace detail

/// Where the folder of an instrument is, from another's: "../appointment-regulations-2014".
using folder_finder = std::function<std::string(const instrument&)>;

/// The page of one instrument 文件说明: what it is, how well its text is known, its rules article by
/// article, and what has become of each checkable clause.
[[nodiscard]] inline std::string instrument_readme(const coverage::group& g, const rulebook& book, const folder_finder& folder_of) {
    const instrument& i = *g.of;
    std::string out = "# " + i.title.zh + "（" + i.version + "）\n\n" + std::string(detail::generated_note) + "\n";
    if (!i.title.en.empty()) out += "*" + i.title.en + " (" + i.version + ")*\n\n";
    out += detail::table_head({"", ""});
    const auto line = [&](const char* name, const std::string& said) {
        if (!said.empty()) out += detail::table_row({name, said});
    };
    const auto day = [](const std::optional<civil_date>& d) { return d ? to_string(*d) : std::string(); };
    const auto said = [](const text& t) { return t.en.empty() ? t.zh : t.zh + "<br>" + t.en; };
    line("编号 id", "`" + i.id + "`");
    line("制定机关 body", said(i.body));
    line("文号 number", i.number);
    line("通过 adopted", day(i.adopted));
    line("公布 published", day(i.published));
    line("施行 in force", detail::days_in_force(i));
    if (!i.gaps.empty()) {
        std::string gaps;
        for (const instrument::gap& each : i.gaps)
            gaps += (gaps.empty() ? "" : "；") + to_string(each.from) + " 至 " + to_string(each.to) + " 前";
        line("其间无文本 gaps", gaps);
    }
    const std::vector<const instrument*> versions = detail::versions_of(book, i.family);
    std::string all;
    for (const instrument* each : versions) {
        all += all.empty() ? "" : " · ";
        all += each == &i ? "**" + each->version + "**" : "[" + each->version + "](" + folder_of(*each) + "/README.md)";
    }
    if (!versions.empty() && versions.front() == &i)
        all += i.before == instrument::earlier::none ? "（此前没有这项制度）" : "（此前的文本未收）";
    line("版本 versions", all);
    line("出处 source", said(i.source));
    line("文本 how well known", said(i.note));
    const auto entries = detail::entries_of(book, i.id);
    const auto count = [&](auto&& is) { return std::to_string(std::count_if(entries.begin(), entries.end(), is)); };
    const auto part = [&](const char* kind) { return count([&](const detail::readme_entry& e) { return e.state == kind; }); };
    const std::string rules =
        count([](const detail::readme_entry& e) { return e.state != "例外" && e.state != "定义" && e.state != "附表"; });
    line("规则 rules", rules + " 条规则，" + part("例外") + " 条例外，" + part("定义") + " 项定义，" + part("附表") + " 张附表");
    if (!g.rows.empty()) line("条目 clauses", detail::coverage_counts(g.by_state, language::zh));

    if (!entries.empty()) {
        out += "\n## 逐条规则 Rules, article by article\n\n";
        out += detail::table_head({"条文", "规则", "事项", "状态", "约束力", "文本", "条目"});
        std::string last;
        for (const detail::readme_entry& e : entries) {
            const std::string place = detail::entry_place(*e.cite, i.id);
            out += detail::table_row({place == last ? "" : place, e.id, e.title, e.state, e.force, e.basis, e.covers});
            last = place;
        }
    }
    if (!g.rows.empty()) {
        out += "\n## 可核查条目 What has become of each checkable clause\n\n";
        out += detail::table_head({"条目", "条文", "内容", "状态", "由何认定、说明"});
        for (const covered_row& row : g.rows) {
            std::string by = detail::answers_words(row, i.id, language::zh);
            if (!row.row->reason.zh.empty()) by += (by.empty() ? "" : "；") + row.row->reason.zh;
            out += detail::table_row({row.row->id, detail::place_of(*row.row, language::zh), row.row->title.zh,
                                      std::string(name_of(row.state).zh), by});
        }
    }
    return out;
}

/// The page over all instruments 总览: their versions, counts by state, and every clause without a rule.
[[nodiscard]] inline std::string coverage_overview(const coverage& all, const rulebook& book, const folder_finder& folder_of) {
    std::string out = "# 规则 Rules\n\n" + std::string(detail::generated_note) + "\n";
    out += "The law as data: one folder an instrument and version, one file an article. Each folder's page tells how well its text is\n"
           "known, its rules article by article, and what has become of each checkable clause. `calendar/` holds the working days of\n"
           "each year, `schema/` the JSON Schemas, `local/` an example of what a place adds to the national rules.\n\n";
    out += "可核查条目 " + std::to_string(all.rows) + " 项：" + detail::coverage_counts(all.by_state, language::zh) + "。\n\n";
    out += detail::table_head({"状态", "state", "含义", "条目"});
    constexpr phrase meanings[] = {
        {"依据事实判定", "encoded"},
        {"条文留给人判断，凭有权机关的研判记录认定", "judgement"},
        {"本身无所谓违反，是其他条款据以判定的事实、定义或者附表", "procedural"},
        {"已编码，条文未经核实，默认不启用（`--include-unverified` 启用）", "unverified"},
        {"须有单位的编制、职数、在岗情况才能判定", "needs_organisation"},
        {"没有编码，理由见下", "not_encoded"}};
    for (const coverage_state s : detail::coverage_states) {
        const auto at = static_cast<std::size_t>(s);
        out += detail::table_row({std::string(name_of(s).zh), "`" + std::string(code_of(s)) + "`", std::string(meanings[at].zh),
                                  std::to_string(all.by_state[at])});
    }
    out += "\n## 文件 Instruments\n\n" + detail::table_head({"文件", "施行", "规则", "例外", "定义", "附表", "条目"});
    for (const coverage::group& g : all.groups) {
        if (g.of == nullptr) continue;
        const auto entries = detail::entries_of(book, g.instrument);
        const auto part = [&](const char* kind) {
            return std::to_string(std::count_if(entries.begin(), entries.end(), [&](const auto& e) { return e.state == kind; }));
        };
        const auto rules = std::count_if(entries.begin(), entries.end(), [](const auto& e) {
            return e.state != "例外" && e.state != "定义" && e.state != "附表";
        });
        out += detail::table_row({"[" + g.of->title.zh + "（" + g.of->version + "）](" + folder_of(*g.of) + "/README.md)",
                                  detail::days_in_force(*g.of), std::to_string(rules), part("例外"), part("定义"), part("附表"),
                                  detail::coverage_counts(g.by_state, language::zh)});
    }
    for (const coverage_state s : {coverage_state::not_encoded, coverage_state::needs_organisation, coverage_state::unverified}) {
        if (all.by_state[static_cast<std::size_t>(s)] == 0) continue;
        out += "\n## " + std::string(name_of(s).zh) + "\n\n" + detail::table_head({"条目", "条文", "内容", "由何认定、说明"});
        for (const coverage::group& g : all.groups)
            for (const covered_row& row : g.rows) {
                if (row.state != s) continue;
                std::string by = detail::answers_words(row, {}, language::zh);
                if (!row.row->reason.zh.empty()) by += (by.empty() ? "" : "；") + row.row->reason.zh;
                out += detail::table_row({row.row->id, detail::title_of(g, language::zh) + detail::place_of(*row.row, language::zh),
                                          row.row->title.zh, by});
            }
    }
    return out;
}

}  // namespace xuanren
