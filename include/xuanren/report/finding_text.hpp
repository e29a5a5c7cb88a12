// include/xuanren/report/finding_text.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/subject_words.hpp>
#include <xuanren/report/text_options.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

inline constexpr std::size_t label_width = 10;

/// Lines of a text with every line after the first set under the first 悬挂缩进.
[[nodiscard]] inline std::string hanging(std::string_view first, std::size_t indent, std::string_view words,
                                         const text_options& o) {
    const std::size_t room = o.width > indent + 20 ? o.width - indent : 20;
    std::string out;
    bool is_first = true;
    for (const std::string& line : wrapped(words, room)) {
        out += is_first ? std::string(first) : std::string(indent, ' ');
        out += line + "\n";
        is_first = false;
    }
    return out;
}

/// A label in its colour and column, and what it labels beside it.
[[nodiscard]] inline std::string labelled(std::string_view label, std::string_view colour, std::string_view words,
                                          const text_options& o) {
    const std::size_t column = std::max(label_width, display_width(label) + 2);
    const std::string blanks(column - display_width(label), ' ');
    return hanging("  " + o.colours(colour, label) + blanks, 2 + column, words, o);
}

/// The tests of a finding, one a line, their sources in one column where there is room.
[[nodiscard]] inline std::string leaves_text(const verdict& v, const wording& words, const remedy_context& context,
                                             const text_options& o) {
    constexpr std::size_t indent = 6;
    std::vector<leaf_words> lines;
    std::size_t widest = 0, source_width = 0;
    for (const leaf& test : telling_leaves(v, *words.facts)) {
        leaf_words told = in_words(test, words, o.in, setting_of(test, v, context.facts));
        if (!told.place.empty()) told.place = o.in == language::zh ? "［" + told.place + "］" : "[" + told.place + "]";
        // The same test may stand in several branches; once is enough to read.
        const bool is_new = std::none_of(lines.begin(), lines.end(), [&](const leaf_words& l) {
            return l.sentence == told.sentence && l.mark == told.mark;
        });
        if (!is_new) continue;
        source_width = std::max(source_width, display_width(told.place));
        lines.push_back(std::move(told));
    }
    const std::size_t room = o.width > indent + source_width + 2 ? o.width - indent - source_width - 2 : 0;
    for (const leaf_words& line : lines) {
        const std::size_t width = display_width(line.sentence);
        if (width <= room) widest = std::max(widest, width);
    }
    std::string out;
    for (const leaf_words& line : lines) {
        const std::string mark = "    " + o.colours(colour_of_mark(line.mark), line.mark) + " ";
        if (line.place.empty())
            out += hanging(mark, indent, line.sentence, o);
        else if (display_width(line.sentence) <= room)
            out += mark + padded(line.sentence, widest) + "  " + o.colours.faint(line.place) + "\n";
        else
            out += hanging(mark, indent, line.sentence + " " + line.place, o);
    }
    return out;
}

/// Clause, title and the marks that qualify a finding: 《……》第八条第一款第三项：副职提任正职的任职年限（参照执行）.
[[nodiscard]] inline std::string clause_words(const verdict& v, const wording& words, language l) {
    const bool zh = l == language::zh;
    std::string out = in_words(v.of->cite(), words, l) + (zh ? "：" : ": ") + title_of(*v.of, l);
    if (!v.subject.empty()) out += zh ? "（" + subject_words(v.subject, l) + "）" : " (" + subject_words(v.subject, l) + ")";
    if (v.by_reference) out += zh ? "（参照执行）" : " (applied by reference)";
    if (v.of->basis() == basis::unverified) out += zh ? "〔条文待核〕" : " [text to be verified]";
    return out;
}

}  // namespace detail

/// One finding as people read it: label and clause, the tests, the reason, what to do.
[[nodiscard]] inline std::string finding_text(const verdict& v, const wording& words, const remedy_context& context,
                                              const text_options& o) {
    const bool zh = o.in == language::zh;
    const effect what = effect_of(v, context.is_decided);
    std::string out = detail::labelled(label_of(v, context.is_decided).in(o.in), colour_of(what),
                                       detail::clause_words(v, words, o.in), o);
    const bool is_attested = v.attested != nullptr;
    const bool tells_tests = !is_attested && (v.status == status::violated || v.status == status::undetermined ||
                                              v.status == status::judgement);
    if (tells_tests) out += detail::leaves_text(v, words, context, o);
    // The tests have said it where there are any; an exception, an attestation or a failure has not.
    const bool lacks_notice = !calendar_gaps(v, words.calendar, context.facts).empty();
    if (!tells_tests || v.leaves.empty() || lacks_notice) {
        const std::string reason = reason_of(v, words, o.in, context.facts);
        if (!reason.empty()) out += detail::hanging("    ", 4, reason + (zh ? "。" : "."), o);
    }
    // Whoever is to judge reads first how the text is understood here.
    if (v.status == status::judgement && !in(v.of->reading(), o.in).empty())
        out += detail::hanging("    ", 4, (zh ? "解读：" : "Reading: ") + in(v.of->reading(), o.in) + (zh ? "。" : "."), o);
    for (const text& remedy : remedies_of(v, words, context))
        out += detail::hanging("    " + o.colours.bold("→") + " ", 6, in(remedy, o.in), o);
    return out;
}

}  // namespace xuanren
