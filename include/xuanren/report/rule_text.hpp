// include/xuanren/report/rule_text.hpp
#pragma once

#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace xuanren {

namespace detail {

/// A formula as written, and what it says.
inline void formula_lines(std::string& out, phrase name, const formula& f, const wording& words, const text_options& o) {
    if (f.is_empty()) return;
    const std::string source = !f.source.empty() ? f.source : f.parsed ? to_feel(*f.parsed) : std::string();
    explain_line(out, name, source.empty() ? std::string(phrase{"（程序）", "(a function)"}.in(o.in)) : source, o);
    if (f.parsed) out += hanging("      ", 6, o.in == language::zh ? "即：" + in_words(*f.parsed, *words.facts, o.in)
                                                                  : "that is: " + in_words(*f.parsed, *words.facts, o.in), o);
}

/// What stands before a note; of one that is there in Chinese alone, English says so.
[[nodiscard]] inline phrase note_label(const text& note, language l) {
    return l == language::en && note.en.empty() ? phrase{"说明", "Note (in Chinese)"} : phrase{"说明", "Note"};
}

inline void covers_line(std::string& out, const std::vector<std::string>& covers, const text_options& o) {
    std::string rows;
    for (const std::string& row : covers) rows += (rows.empty() ? "" : o.in == language::zh ? "、" : ", ") + row;
    explain_line(out, {"条目", "Catalogue rows"}, rows, o);
}

}  // namespace detail

/// One rule in full, for those who write and check rules.
[[nodiscard]] inline std::string rule_text(const rule& r, const rulebook& book, const wording& words,
                                           const text_options& o) {
    const language l = o.in;
    std::string out = o.colours.bold(r.id()) + "\n";
    const auto line = [&](phrase name, const std::string& said) { detail::explain_line(out, name, said, o); };
    line({"条文", "Clause"}, in_words(r.cite(), words, l));
    line(detail::note_label(r.cite().note, l), in(r.cite().note, l));
    line({"事项", "Subject"}, in(r.title(), l));
    line({"约束力", "Force"}, std::string(name_of(r.force()).in(l)));
    line({"文本", "Basis"}, std::string(name_of(r.basis()).in(l)));
    std::string when(name_of(r.at()).in(l));
    if (r.stage() != r.at())
        when += (l == language::zh ? "；自" : "; judged from the ") + std::string(name_of(r.stage()).in(l)) +
                (l == language::zh ? "起即可审核" : " on");
    line({"基准环节", "Reference step"}, when);
    detail::formula_lines(out, {"适用条件", "Applies when"}, r.scope(), words, o);
    detail::formula_lines(out, {"要求", "Requires"}, r.requirement(), words, o);
    detail::formula_lines(out, {"留待研判", "Left to judgement when"}, r.band(), words, o);
    if (r.is_judgement_only())
        line({"留待研判", "Left to judgement"}, std::string(phrase{"本条全由人研判", "the whole clause is left to people"}.in(l)));
    detail::formula_lines(out, {"期限", "Due"}, r.due(), words, o);
    line({"解读", "Reading"}, in(r.reading(), l));
    line({"处理", "Remedy"}, in(r.remedy(), l));
    std::string aside;
    for (const auto& e : book.exceptions())
        if (words.may_set_aside(*e, r.id())) aside += (aside.empty() ? "" : l == language::zh ? "、" : ", ") + e->id;
    line({"例外", "May be set aside by"}, aside);
    detail::covers_line(out, r.covers(), o);
    return out;
}

/// One exception in full.
[[nodiscard]] inline std::string exception_text(const exception& e, const wording& words, const text_options& o) {
    const language l = o.in;
    std::string out = o.colours.bold(e.id) + "\n";
    const auto line = [&](phrase name, const std::string& said) { detail::explain_line(out, name, said, o); };
    line({"条文", "Clause"}, in_words(e.cite, words, l));
    line(detail::note_label(e.cite.note, l), in(e.cite.note, l));
    line({"事项", "Subject"}, in(e.title, l));
    line({"文本", "Basis"}, std::string(name_of(e.basis).in(l)));
    std::string targets;
    for (const std::string& t : e.sets_aside) targets += (targets.empty() ? "" : l == language::zh ? "、" : ", ") + t;
    line({"排除", "Sets aside"}, targets);
    detail::formula_lines(out, {"条件", "When"}, e.when, words, o);
    line({"解读", "Reading"}, in(e.reading, l));
    detail::covers_line(out, e.covers, o);
    return out;
}

/// All rules and exceptions by instrument, a line each, with their counts at the end.
[[nodiscard]] inline std::string rules_list_text(const rulebook& book, const wording& words, const text_options& o) {
    const bool zh = o.in == language::zh;
    std::string out;
    std::size_t off = 0;
    std::vector<std::string> instruments;
    for (const auto& r : book.rules())
        if (std::find(instruments.begin(), instruments.end(), r->cite().instrument) == instruments.end())
            instruments.push_back(r->cite().instrument);
    for (const std::string& id : instruments) {
        out += o.colours.bold(in_words(citation{id, 0, 0, 0, {}, {}}, words, o.in));
        if (const instrument* i = words.find_instrument(id); i != nullptr && i->effective)
            out += zh ? "  " + in_words(*i->effective, o.in) + "起施行" : "  in force from " + in_words(*i->effective, o.in);
        out += "\n";
        for (const auto& r : book.rules()) {
            if (r->cite().instrument != id) continue;
            const bool is_off = r->basis() == basis::unverified;
            off += is_off ? 1U : 0U;
            std::string line = r->id() + "  " + title_of(*r, o.in);
            if (r->force() != force::must) line += zh ? "（" + std::string(name_of(r->force()).zh) + "）" : " (" + std::string(name_of(r->force()).en) + ")";
            if (is_off) line += zh ? "〔条文待核，未启用〕" : " [unverified, off]";
            out += detail::hanging("  ", 6, line, o);
        }
        for (const auto& e : book.exceptions()) {
            if (e->cite.instrument != id) continue;
            out += detail::hanging("  ", 6, e->id + "  " + (in(e->title, o.in).empty() ? e->id : in(e->title, o.in)) + (zh ? "（例外）" : " (exception)"), o);
        }
        out += "\n";
    }
    out += zh ? "规则 " + std::to_string(book.rules().size()) + " 条（其中条文待核、未启用 " + std::to_string(off) + " 条），例外 " +
                    std::to_string(book.exceptions().size()) + " 条。\n"
              : std::to_string(book.rules().size()) + " rules (" + std::to_string(off) + " of them unverified and off), " +
                    std::to_string(book.exceptions().size()) + " exceptions.\n";
    return out;
}

}  // namespace xuanren
