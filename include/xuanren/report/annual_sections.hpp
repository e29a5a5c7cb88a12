// include/xuanren/report/annual_sections.hpp
#pragma once

#include <xuanren/report/annual_corps_words.hpp>
#include <xuanren/report/annual_document.hpp>
#include <xuanren/report/annual_findings_words.hpp>
#include <xuanren/report/annual_year_words.hpp>
#include <xuanren/report/numeral.hpp>

#include <cstddef>
#include <string>

namespace xuanren {

/// The whole report in words, in the order in which it is read 自查报告全文.
[[nodiscard]] inline detail::annual_document document_of(const annual_figures& f,
                                                         const wording& words,
                                                         const annual_names& names, language in) {
    const detail::year_teller t{{f, words, names, in}};
    const detail::findings_teller found{{f, words, names, in}};
    const detail::corps_teller corps{t, f.corps};
    detail::annual_document out;
    out.title = t.zh() ? std::to_string(f.year) + "年度干部选拔任用工作自查统计"
                       : "Selection and appointment in " + std::to_string(f.year) +
                             ": figures for the self-inspection report";
    const std::string book =
        f.rulebook_name.empty() ? t.say("（未命名）", "(unnamed)") : f.rulebook_name;
    out.opening.push_back(
        t.zh() ? "任免按讨论决定日归入年度" +
                     (f.on ? "，统计截至" + in_words(*f.on, in) : std::string()) + "；队伍结构以" +
                     in_words(f.corps.on, in) + "为准。规则集 " + book + "。"
               : "Appointments belong to the year in which they were decided" +
                     (f.on ? ", counted up to " + in_words(*f.on, in) : std::string()) +
                     "; the corps is that of " + in_words(f.corps.on, in) + ". Rulebook " + book +
                     ".");
    out.sections.push_back(t.overview());
    if (!f.appointments.empty()) {
        out.sections.push_back(t.kinds());
        out.sections.push_back(t.exceptional());
        out.sections.push_back(t.reports());
        out.sections.push_back(found.procedure());
        out.sections.push_back(found.outcomes());
    }
    out.sections.push_back(corps.structure());
    out.sections.push_back(corps.seats());
    out.sections.push_back(corps.retirements());
    out.sections.push_back(corps.gaps());
    return out;
}

namespace detail {

/// 一、 …; 1. …
[[nodiscard]] inline std::string numbered(std::size_t place, const std::string& title, language l) {
    return l == language::zh ? chinese_numeral(static_cast<int>(place)) + "、" + title
                             : std::to_string(place) + ". " + title;
}

}  // namespace detail

}  // namespace xuanren
