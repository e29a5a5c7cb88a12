// include/xuanren/report/text.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/common_findings.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/mechanisms.hpp>
#include <xuanren/report/obligation_words.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/seated.hpp>
#include <xuanren/report/slate_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// 违规 9 · 要件不全 3 · 合规 12; what there is none of is left out.
[[nodiscard]] inline std::string outcome_counts(const std::array<std::size_t, 5>& by, const text_options& o) {
    std::string out;
    for (const outcome each : outcomes_worst_first) {
        const std::size_t count = by[static_cast<std::size_t>(each)];
        if (count == 0) continue;
        if (!out.empty()) out += " · ";
        out += o.colours(colour_of(each), std::string(name_of(each).in(o.in)) + " " + std::to_string(count));
    }
    return out;
}

/// 不符合 1 · 情况不明 2 · 符合 31 ….
[[nodiscard]] inline std::string status_counts_words(const status_counts& counts, language l) {
    std::string out;
    for (const status each : statuses_worst_first) {
        if (counts[each] == 0) continue;
        if (!out.empty()) out += " · ";
        out += std::string(name_of(each).in(l)) + " " + std::to_string(counts[each]);
    }
    return out;
}

/// A heading with a rule drawn after it, to the width of the page.
[[nodiscard]] inline std::string heading(std::string_view words, std::string_view colour, const text_options& o) {
    const std::size_t taken = display_width(words) + 4;
    std::string line;
    for (std::size_t i = taken; i < o.width; ++i) line += "─";
    return o.colours(colour, "── " + std::string(words) + " " + line) + "\n";
}

/// Findings that are told, gravest first, the order of clauses within.
[[nodiscard]] inline std::vector<const verdict*> told(const std::vector<verdict>& findings, bool is_decided) {
    std::vector<const verdict*> out;
    for (const verdict& v : findings)
        if (is_told(effect_of(v, is_decided))) out.push_back(&v);
    std::stable_sort(out.begin(), out.end(), [&](const verdict* a, const verdict* b) {
        return effect_of(*a, is_decided) < effect_of(*b, is_decided);
    });
    return out;
}

/// Takes the findings that wait for nothing but the decision date out of what is told, and says so
/// in one sentence; empty where there are none.
[[nodiscard]] inline std::string undated_words(const appointment_report& a, const wording& words,
                                               std::vector<const verdict*>& told, language l) {
    const auto is_told = [&](const verdict* v) {
        return a.decided || v->status != status::undetermined || v->missing.size() != 1 ||
               (*words.facts)[v->missing.front()].name != "appointment.decided_on";
    };
    const auto first = std::stable_partition(told.begin(), told.end(), is_told);
    if (first == told.end()) return {};
    const std::string count = std::to_string(told.end() - first);
    told.erase(first, told.end());
    return l == language::zh ? "缺少讨论决定日，" + count + "条规则无从判定：据实载明讨论决定日，或者以 --on 指定。"
                             : "No decision date, so that " + count +
                                   " rules cannot be judged: put it on file, or give it by --on.";
}

/// a07 王某：拟任大气科科长（提拔） 2022年5月20日讨论决定.
[[nodiscard]] inline std::string appointment_line(const appointment_report& a, const appointment_names& names,
                                                  const text_options& o) {
    const bool zh = o.in == language::zh;
    std::string out = o.colours.bold(a.id) + "  ";
    out += names.candidate.empty() ? a.candidate : names.candidate;
    const std::string& post = in(names.post, o.in);
    if (a.post || !post.empty()) out += " → " + (post.empty() ? *a.post : post);
    std::string kind = in(names.kind, o.in);
    if (kind.empty()) kind = a.kind_derived.empty() ? a.kind : a.kind_derived;
    if (!kind.empty()) out += zh ? "（" + kind + "）" : " (" + kind + ")";
    if (a.decided) {
        const std::string day = in_words(*a.decided, o.in);
        if (a.is_decided)
            out += zh ? "  " + day + "讨论决定" : "  decided " + day;
        else if (a.reviewed && a.reviewed->is_day() && *a.reviewed < a.decided->first_day())
            out += zh ? "  拟于" + day + "讨论决定" : "  to be decided on " + day;
        else
            out += zh ? "  以" + day + "为讨论决定日" : "  as if decided on " + day;
    } else {
        out += zh ? "  讨论决定日未载" : "  no decision date on file";
    }
    return out;
}

[[nodiscard]] inline std::string obligations_text(const std::vector<const obligation*>& owed, const wording& words,
                                                  const text_options& o) {
    std::string out;
    for (const obligation* duty : owed)
        out += detail::labelled(label_of(*duty).in(o.in), duty->status == obligation::state::open ? "33" : "31",
                                in_words(*duty, words, o.in), o);
    return out;
}

/// Approved, occupied and, after all appointments, expected seats 职数.
[[nodiscard]] inline std::string seats_text(const organisation_report& org, const text_options& o) {
    const bool zh = o.in == language::zh;
    std::string out;
    for (const auto* list : {&org.seats, &org.rank_seats})
        for (const seat_report& seat : *list) {
            out += "    " + seat_line(seat, o);
            if (seat.after && seat.after != seat.occupied)
                out += (zh ? "  任免后 " : "  after ") + std::to_string(*seat.after);
            out += "\n";
        }
    return out;
}

/// One share of all appointments: 8 项（33%）.
[[nodiscard]] inline std::string share(std::size_t count, std::size_t total, language l) {
    // Rounded half up in whole numbers, so that no floating point stands in a report.
    const std::size_t percent = total == 0 ? 0 : (200 * count + total) / (2 * total);
    return std::to_string(count) + (l == language::zh ? " 项（" : " (") + std::to_string(percent) +
           (l == language::zh ? "%）" : "%)");
}

/// What stands at the end: shares with the open ones beside them, rules off, keys unused.
[[nodiscard]] inline std::vector<std::string> footer_lines(const report& r, language l) {
    const bool zh = l == language::zh;
    const auto of = [&](outcome which) { return r.by_outcome[static_cast<std::size_t>(which)]; };
    const std::size_t total = r.appointments.size();
    std::vector<std::string> out;
    if (total != 0) {
        const std::size_t open = of(outcome::incomplete) + of(outcome::needs_approval) + of(outcome::judgement);
        // A share of what is kept never stands without the share of what is not decided.
        out.push_back(zh ? "合规 " + share(of(outcome::compliant), total, l) + "，违规 " +
                               share(of(outcome::violation), total, l) + "，尚无定论 " + share(open, total, l) +
                               "：要件不全 " + std::to_string(of(outcome::incomplete)) + "、须报批 " +
                               std::to_string(of(outcome::needs_approval)) + "、待研判 " +
                               std::to_string(of(outcome::judgement)) + "。"
                         : "Compliant " + share(of(outcome::compliant), total, l) + ", violation " +
                               share(of(outcome::violation), total, l) + ", open " + share(open, total, l) +
                               ": incomplete " + std::to_string(of(outcome::incomplete)) + ", needs approval " +
                               std::to_string(of(outcome::needs_approval)) + ", for judgement " +
                               std::to_string(of(outcome::judgement)) + ".");
    }
    if (const std::string mechanisms = mechanisms_words(r, l); !mechanisms.empty()) out.push_back(mechanisms);
    if (r.unverified_off != 0)
        out.push_back(zh ? "条文待核的规则 " + std::to_string(r.unverified_off) + " 条未启用（--include-unverified 启用）。"
                         : "Rules whose text is unverified are off: " + std::to_string(r.unverified_off) +
                               " (--include-unverified switches them on).");
    if (!r.loosened.empty()) {
        std::string ids;
        for (const std::string& id : r.loosened) ids += (ids.empty() ? "" : zh ? "、" : ", ") + id;
        out.push_back((zh ? "本级规定放宽的上级规定：" : "Higher rules loosened by a local one: ") + ids + (zh ? "。" : "."));
    }
    for (const std::string& pointer : r.unused)
        out.push_back((zh ? "未识别、未使用的键：" : "Key not known and not used: ") + pointer);
    for (const report_warning& w : r.warnings)
        out.push_back((zh ? "提示 " : "Note ") + w.code + " " + w.at + (zh ? "：" : ": ") + in(w.message, l));
    return out;
}

/// What many appointments share, each told once with the appointments that it concerns.
[[nodiscard]] inline std::string common_text(const common_findings& common, const wording& words, const text_options& o) {
    if (common.groups().empty()) return {};
    const bool zh = o.in == language::zh;
    std::string out = heading(zh ? "共同问题" : "Common findings", "1", o) + "\n";
    std::size_t number = 0;
    for (const common_findings::group& g : common.groups()) {
        std::string ids;
        for (const std::string& id : g.appointments) ids += (ids.empty() ? "" : zh ? "、" : ", ") + id;
        out += hanging("", 2, std::to_string(++number) + (zh ? ". 涉及 " : ". Appointments: ") + std::to_string(g.appointments.size()) +
                                  (zh ? " 项：" : ": ") + ids, o);
        out += finding_text(*g.first, words, {g.of->is_decided, &g.of->facts}, o) + "\n";
    }
    return out;
}

[[nodiscard]] inline std::string footer(const report& r, const text_options& o) {
    std::string out = heading(phrase{"小结", "Summary"}.in(o.in), "1", o);
    for (const std::string& line : footer_lines(r, o.in)) out += hanging("", 0, line, o);
    return out;
}

}  // namespace detail

/// The report as people read it 文本报告: grouped by outcome, worst first; what is satisfied is counted.
///
/// Text may change from version to version; programs read JSON.
[[nodiscard]] inline std::string to_text(const report& r, const wording& words, const case_names& names = {},
                                         const text_options& o = {}) {
    const bool zh = o.in == language::zh;
    const auto say = [&](std::string_view in_zh, std::string_view in_en) { return phrase{in_zh, in_en}.in(o.in); };
    std::string out;
    out += o.colours.bold(say("选任审核报告", "Review of appointments"));
    if (!o.file.empty()) out += "  " + o.file;
    out += "\n";
    const std::string book = r.rulebook_name.empty() ? std::string(say("（未命名）", "(unnamed)")) : r.rulebook_name;
    out += o.colours.faint(zh ? "规则集 " + book + "，含 " + std::to_string(r.instruments.size()) + " 部文件"
                              : "Rulebook " + book + ", " + std::to_string(r.instruments.size()) + " instruments") +
           "\n\n";

    const std::size_t total = r.appointments.size();
    out += zh ? "任免 " + std::to_string(total) + " 项" : std::to_string(total) + (total == 1 ? " appointment" : " appointments");
    out += zh ? "：" : ": ";
    out += total == 0 ? std::string(say("无", "none")) : detail::outcome_counts(r.by_outcome, o);
    out += "\n";
    if (!r.organisations.empty()) {
        const std::size_t count = r.organisations.size();
        out += zh ? "单位 " + std::to_string(count) + " 个：" : std::to_string(count) + (count == 1 ? " organisation: " : " organisations: ");
        out += detail::outcome_counts(r.organisations_by_outcome, o) + "\n";
    }
    out += "\n";

    const common_findings common(r, words);
    out += detail::common_text(common, words, o);
    for (const outcome each : outcomes_worst_first) {
        const std::size_t count = r.by_outcome[static_cast<std::size_t>(each)];
        if (count == 0) continue;
        const std::string name(name_of(each).in(o.in));
        out += detail::heading(zh ? name + " " + std::to_string(count) + " 项" : name + ": " + std::to_string(count),
                               colour_of(each), o);
        out += "\n";
        for (std::size_t i = 0; i < r.appointments.size(); ++i) {
            const appointment_report& a = r.appointments[i];
            if (a.outcome != each) continue;
            const appointment_names who = names.appointment(i);
            std::vector<const verdict*> shown = detail::told(a.findings, a.is_decided);
            const std::vector<const obligation*> owed = still_owed(a);
            const std::string undated = detail::undated_words(a, words, shown, o.in);
            const std::string counts = o.colours.faint(detail::status_counts_words(a.counts, o.in));
            out += detail::appointment_line(a, who, o);
            // What needs no more than a line gets one.
            if (each == outcome::compliant && shown.empty() && owed.empty()) {
                out += "  " + counts + "\n";
                continue;
            }
            out += "\n    " + counts + "\n";
            if (!undated.empty())
                out += detail::labelled(name_of(status::undetermined).in(o.in), colour_of(effect::gap), undated, o);
            if (shown.empty() && undated.empty() && owed.empty() && each == outcome::incomplete)
                out += "  " + std::string(say("没有一条规则得以适用，未作任何审核。",
                                              "No rule applied: nothing was checked.")) + "\n";
            for (const verdict* v : shown) {
                if (const std::size_t number = common.number_of(*v); number != 0)
                    out += detail::labelled(label_of(*v, a.is_decided).in(o.in), colour_of(effect_of(*v, a.is_decided)),
                                            detail::clause_words(*v, words, o.in) +
                                                (zh ? "（见共同问题" : " (see common finding ") + std::to_string(number) + (zh ? "）" : ")"), o);
                else
                    out += finding_text(*v, words, {a.is_decided, &a.facts}, o) +
                           to_text(seated_of(*v, a, *words.facts), o, "      ");
            }
            out += detail::obligations_text(owed, words, o);
            out += "\n";
        }
        if (!out.ends_with("\n\n")) out += "\n";
    }

    if (!r.slates.empty())
        out += detail::heading(say("成批任免", "Slates"), "1", o) + "\n" + slates_text(r, names, o);
    if (!r.organisations.empty()) {
        out += detail::heading(say("单位", "Organisations"), "1", o);
        out += "\n";
        for (const outcome each : outcomes_worst_first) {
            for (std::size_t i = 0; i < r.organisations.size(); ++i) {
                const organisation_report& org = r.organisations[i];
                if (org.outcome != each) continue;
                const organisation_names who = names.organisation(i);
                out += o.colours.bold(org.id) + "  " + who.name + "  " +
                       o.colours(colour_of(each), name_of(each).in(o.in)) + "\n";
                out += "    " + o.colours.faint(detail::status_counts_words(org.counts, o.in)) + "\n";
                for (const verdict* v : detail::told(org.findings, true)) {
                    out += finding_text(*v, words, {true, nullptr}, o);
                    out += to_text(seated_of(*v, org, *words.facts), o, "      ");
                }
                out += detail::seats_text(org, o);
                out += "\n";
            }
        }
    }
    return out + detail::footer(r, o);
}

}  // namespace xuanren
