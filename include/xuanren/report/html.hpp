// include/xuanren/report/html.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/markup.hpp>
#include <xuanren/report/seated.hpp>
#include <xuanren/report/slate_words.hpp>
#include <xuanren/report/text.hpp>
#include <xuanren/report/word_table.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

inline constexpr std::string_view html_style = R"(
:root { --line: #ddd; --faint: #667; }
body { font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #222; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; border-bottom: 2px solid var(--line); margin-top: 2rem; }
.faint { color: var(--faint); font-size: .9em; } .case { margin: 1.2rem 0; } .case > h3 { font-size: 1rem; margin: 0; }
.finding { border-left: 4px solid var(--line); padding: .2rem .8rem; margin: .7rem 0; }
.tag { font-weight: 600; margin-right: .6em; } ul { list-style: none; margin: .2rem 0; padding-left: .2rem; } .remedy::before { content: "→ "; }
.violation, .breach { color: #b3261e; border-color: #b3261e; } .incomplete, .gap { color: #8a5a00; border-color: #c98a12; }
.needs_approval, .approval { color: #7b3fa0; border-color: #7b3fa0; } .judgement { color: #00687a; border-color: #00879e; }
.compliant, .kept { color: #1e7d32; border-color: #1e7d32; } .finding .body { color: #222; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .15rem .6rem; text-align: left; }
@media print { body { max-width: none; margin: 0; } .finding { break-inside: avoid; } }
)";

[[nodiscard]] constexpr std::string_view html_class(effect e) noexcept {
    switch (e) {
        case effect::breach:
        case effect::failure: return "breach";
        case effect::gap: return "gap";
        case effect::approval: return "approval";
        case effect::judgement:
        case effect::departure:
        case effect::advice: return "judgement";
        default: return "kept";
    }
}

[[nodiscard]] inline std::string html_counts(const std::array<std::size_t, 5>& by, language l) {
    std::string out;
    for (const outcome each : outcomes_worst_first) {
        const std::size_t count = by[static_cast<std::size_t>(each)];
        if (count == 0) continue;
        if (!out.empty()) out += " · ";
        out += "<span class=\"" + std::string(code_of(each)) + "\">" + std::string(name_of(each).in(l)) + " " +
               std::to_string(count) + "</span>";
    }
    return out;
}

[[nodiscard]] inline std::string html_finding(const verdict& v, const wording& words, const remedy_context& context,
                                              const seated& who, language l) {
    const std::string_view kind = html_class(effect_of(v, context.is_decided));
    std::string out = "<div class=\"finding " + std::string(kind) + "\"><span class=\"tag\">" +
                      escaped(label_of(v, context.is_decided).in(l)) + "</span><span class=\"body\">" +
                      escaped(clause_words(v, words, l)) + "</span>\n<div class=\"body\">";
    const bool tells_tests = (v.status == status::violated || v.status == status::undetermined ||
                              v.status == status::judgement) && !v.attested;
    if (tells_tests && !v.leaves.empty()) {
        out += "<ul>";
        for (const leaf& test : telling_leaves(v, *words.facts)) {
            const leaf_words told = in_words(test, words, l, setting_of(test, v, context.facts));
            out += "<li>" + std::string(told.mark) + " " + escaped(told.sentence);
            if (!told.place.empty()) out += " <span class=\"faint\">" + escaped("［" + told.place + "］") + "</span>";
            out += "</li>";
        }
        out += "</ul>";
    } else if (const std::string reason = reason_of(v, words, l, context.facts); !reason.empty()) {
        out += "<p>" + escaped(reason) + "</p>";
    }
    out += to_html(who, l);
    for (const text& remedy : remedies_of(v, words, context)) out += "<div class=\"remedy\">" + escaped(in(remedy, l)) + "</div>";
    return out + "</div></div>\n";
}

[[nodiscard]] inline std::string html_obligation(const obligation& duty, const wording& words, language l) {
    const std::string_view kind = duty.status == obligation::state::open ? "gap" : "breach";
    return "<div class=\"finding " + std::string(kind) + "\"><span class=\"tag\">" + escaped(label_of(duty).in(l)) +
           "</span><span class=\"body\">" + escaped(in_words(duty, words, l)) + "</span></div>\n";
}

/// A finding that stands among the common ones: its clause, and where it is told.
[[nodiscard]] inline std::string html_reference(const verdict& v, const wording& words, const remedy_context& context,
                                                std::size_t number, language l) {
    const std::string at = std::to_string(number);
    return "<div class=\"finding " + std::string(html_class(effect_of(v, context.is_decided))) + "\"><span class=\"tag\">" + escaped(label_of(v, context.is_decided).in(l)) + "</span><span class=\"body\">" +
           escaped(clause_words(v, words, l)) + " <a href=\"#common-" + at + "\">" +
           std::string(phrase{"见共同问题", "see common finding "}.in(l)) + at + "</a></span></div>\n";
}

[[nodiscard]] inline std::string html_common(const common_findings& common, const wording& words, language l) {
    if (common.groups().empty()) return {};
    std::string out = "<h2>" + std::string(phrase{"共同问题", "Common findings"}.in(l)) + "</h2>\n";
    std::size_t number = 0;
    for (const common_findings::group& g : common.groups()) {
        const std::string at = std::to_string(++number);
        std::string ids;
        for (const std::string& id : g.appointments) ids += (ids.empty() ? "" : l == language::zh ? "、" : ", ") + id;
        out += "<div class=\"case\" id=\"common-" + at + "\"><h3>" + at + ". " +
               std::string(phrase{"涉及 ", "Appointments: "}.in(l)) + std::to_string(g.appointments.size()) +
               std::string(phrase{" 项", ""}.in(l)) + "</h3>\n<div class=\"faint\">" + escaped(ids) + "</div>\n" +
               html_finding(*g.first, words, {g.of->is_decided, &g.of->facts}, {}, l) + "</div>\n";
    }
    return out;
}

/// Approved, occupied and, after all appointments, expected seats and ranks 职数.
[[nodiscard]] inline std::string html_seats(const organisation_report& org, language l) {
    const auto say = [l](std::string_view zh, std::string_view en) { return std::string(phrase{zh, en}.in(l)); };
    const auto count = [](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string("?"); };
    word_table out;
    out.head = {say("职数", "Seats"), say("核定", "Approved"), say("现配", "Occupied"), say("空缺或超出", "Free or over"),
                say("任免后", "After")};
    for (const auto* list : {&org.seats, &org.rank_seats})
        for (const seat_report& seat : *list) {
            std::string state;
            if (seat.approved && seat.occupied) {
                const std::int64_t free = *seat.approved - *seat.occupied;
                state = free < 0 ? say("超 ", "over ") + std::to_string(-free)
                                 : free > 0 ? say("空 ", "free ") + std::to_string(free) : say("满", "full");
            }
            out.rows.push_back({subject_words(subject_of(seat), l), seat.approved ? std::to_string(*seat.approved) : "—",
                                count(seat.occupied), std::move(state), count(seat.after)});
        }
    return out.rows.empty() ? std::string() : to_html(out);
}

}  // namespace detail

/// The report as one page for a browser or a printer, with nothing fetched from elsewhere.
[[nodiscard]] inline std::string to_html(const report& r, const wording& words, const case_names& names, const text_options& o) {
    using detail::escaped;
    const language l = o.in;
    const auto say = [l](std::string_view zh, std::string_view en) { return std::string(phrase{zh, en}.in(l)); };
    text_options plain = o;
    plain.colours.is_on = false;
    const std::string title = say("选任审核报告", "Review of appointments");
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + say("zh-CN", "en") + "\">\n<head><meta charset=\"utf-8\"><title>" + title +
                      "</title><style>" + std::string(detail::html_style) + "</style></head>\n<body>\n<h1>" + title + "</h1>\n";
    if (!o.file.empty()) out += "<div class=\"faint\">" + escaped(o.file) + "</div>\n";
    out += "<p>" + say("任免：", "Appointments: ") + std::to_string(r.appointments.size()) + "　" + detail::html_counts(r.by_outcome, l);
    if (!r.organisations.empty())
        out += "<br>" + say("单位：", "Organisations: ") + std::to_string(r.organisations.size()) + "　" +
               detail::html_counts(r.organisations_by_outcome, l);
    out += "</p>\n";
    const common_findings common(r, words);
    out += detail::html_common(common, words, l);
    for (const outcome each : outcomes_worst_first) {
        if (r.by_outcome[static_cast<std::size_t>(each)] == 0) continue;
        out += "<h2 class=\"" + std::string(code_of(each)) + "\">" + std::string(name_of(each).in(l)) + "</h2>\n";
        for (std::size_t i = 0; i < r.appointments.size(); ++i) {
            const appointment_report& a = r.appointments[i];
            if (a.outcome != each) continue;
            out += "<div class=\"case\"><h3>" + escaped(detail::appointment_line(a, names.appointment(i), plain)) + "</h3>\n<div class=\"faint\">" +
                   escaped(detail::status_counts_words(a.counts, l)) + "</div>\n";
            std::vector<const verdict*> shown = detail::told(a.findings, a.is_decided);
            if (const std::string undated = detail::undated_words(a, words, shown, l); !undated.empty())
                out += "<p>" + escaped(undated) + "</p>\n";
            for (const verdict* v : shown) {
                if (const std::size_t number = common.number_of(*v); number != 0)
                    out += detail::html_reference(*v, words, {a.is_decided, &a.facts}, number, l);
                else
                    out += detail::html_finding(*v, words, {a.is_decided, &a.facts}, seated_of(*v, a, *words.facts), l);
            }
            for (const obligation* duty : still_owed(a))
                out += detail::html_obligation(*duty, words, l);
            out += "</div>\n";
        }
    }
    if (!r.slates.empty()) out += "<h2>" + say("成批任免", "Slates") + "</h2>\n" + slates_html(r, names, l);
    if (!r.organisations.empty()) {
        out += "<h2>" + say("单位", "Organisations") + "</h2>\n";
        for (std::size_t i = 0; i < r.organisations.size(); ++i) {
            const organisation_report& org = r.organisations[i];
            const organisation_names who = names.organisation(i);
            out += "<div class=\"case\"><h3>" + escaped(org.id + "  " + who.name) + "　<span class=\"" + std::string(code_of(org.outcome)) + "\">" +
                   std::string(name_of(org.outcome).in(l)) + "</span></h3>\n";
            for (const verdict* v : detail::told(org.findings, true))
                out += detail::html_finding(*v, words, {true, nullptr}, seated_of(*v, org, *words.facts), l);
            out += detail::html_seats(org, l);
            out += "</div>\n";
        }
    }
    out += "<h2>" + say("小结", "Summary") + "</h2>\n";
    for (const std::string& line : detail::footer_lines(r, l)) out += "<p>" + escaped(line) + "</p>\n";
    return out + "</body>\n</html>\n";
}

}  // namespace xuanren
