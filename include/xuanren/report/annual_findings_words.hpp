// include/xuanren/report/annual_findings_words.hpp
#pragma once

#include <xuanren/report/annual_document.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Tells the steps that were taken and what the review found 程序与问题.
struct findings_teller : annual_teller {
    [[nodiscard]] annual_section procedure() const {
        annual_section out;
        out.title = say("程序履行情况", "Steps of the procedure");
        out.paragraphs.push_back(
            zh() ? "哪些环节应当履行因任用类别而异，是否合规见审核结论。公示期间收到的异议共 " +
                       number(f.objections) + " 件。"
                 : "Which steps are due depends on the kind; whether the regulations were kept is "
                   "told under the outcomes. Objections during notices: " +
                       number(f.objections) + ".");
        const auto steps = [&](const std::vector<annual_step>& list, std::size_t total,
                               std::string title) {
            if (list.empty()) return;
            annual_table t;
            t.title =
                std::move(title) + (zh() ? "（" : " (") + number(total) + (zh() ? " 项）" : ")");
            t.head = {say("环节", "step"), say("已办", "done"),
                      say("未办（含不需办）", "not done (or not due)"),
                      say("未载明", "not on record")};
            for (const annual_step& s : list)
                t.rows.push_back({annual_step_words(s.code, in), number(s.done), number(s.not_done),
                                  number(s.not_on_record)});
            out.tables.push_back(std::move(t));
        };
        steps(f.steps_of_raised, f.raised, say("提拔和进一步使用", "Promotions and further use"));
        steps(f.steps, f.appointments.size(), say("全部任免", "All appointments"));
        return out;
    }

    [[nodiscard]] std::string subjects_words(const annual_finding& finding,
                                             bool is_organisation) const {
        std::vector<std::string> out;
        for (const annual_finding::subject& s : finding.subjects) {
            std::string one = is_organisation ? names.organisation(s.id) : s.id;
            if (!s.part.empty())
                one += (zh() ? "（" : " (") + subject_words(s.part, in) + (zh() ? "）" : ")");
            out.push_back(std::move(one));
        }
        return joined(out, in);
    }
    [[nodiscard]] annual_table findings_table(const std::vector<annual_finding>& list,
                                              bool is_organisation) const {
        annual_table t;
        t.title =
            is_organisation
                ? say("年末机构审查发现的问题", "Findings on organisations at the end of the year")
                : say("任免审核发现的问题（按条款）", "Findings on appointments, by clause");
        t.head = {say("结论", "outcome"), say("数量", "number"), say("条款与要求", "clause"),
                  is_organisation ? say("机构", "organisations") : say("任免", "appointments")};
        for (const annual_finding& one : list) {
            verdict v;
            v.of = one.of;
            v.status = one.status;
            const std::string weight(name_of(one.weight).in(in)), status(label_of(v, true).in(in));
            const std::string answer =
                weight == status ? weight
                                 : weight + (zh() ? "（" : " (") + status + (zh() ? "）" : ")");
            const std::string count = number(one.subjects.size()),
                              where = subjects_words(one, is_organisation);
            t.add({answer, count, clause(*one.of), where},
                  answer + " " + count + (zh() ? "  " : ": ") + clause(*one.of) +
                      (zh() ? "［" : " [") + where + (zh() ? "］" : "]"));
        }
        return t;
    }

    [[nodiscard]] annual_section outcomes() const {
        annual_section out;
        out.title = say("审核结论与问题", "Outcomes and findings");
        std::string counts;
        for (const outcome o : outcomes_worst_first)
            counts += (counts.empty() ? ""
                       : zh()         ? "，"
                                      : ", ") +
                      std::string(name_of(o).in(in)) + " " +
                      number(f.by_outcome[static_cast<std::size_t>(o)]);
        out.paragraphs.push_back(
            zh() ? "任免 " + number(f.appointments.size()) + " 项：" + counts +
                       "。同一项任免可以涉及几个条款。"
                 : number(f.appointments.size()) +
                       (f.appointments.size() == 1 ? " appointment: " : " appointments: ") +
                       counts + ". One appointment may come under several clauses.");
        if (!f.findings.empty()) out.tables.push_back(findings_table(f.findings, false));
        if (!f.organisation_findings.empty())
            out.tables.push_back(findings_table(f.organisation_findings, true));
        if (!f.duties.empty()) {
            annual_table t;
            t.title = say("任后待办事项", "Duties after the appointment");
            t.head = {say("条款与要求", "clause"), say("待办", "due"), say("已办", "met"),
                      say("逾期", "overdue")};
            for (const annual_duty& d : f.duties)
                t.add({clause(*d.of), number(d.open), number(d.met), number(d.overdue)},
                      zh() ? "待办 " + number(d.open) + "，已办 " + number(d.met) + "，逾期 " +
                                 number(d.overdue) + "  " + clause(*d.of)
                           : "due " + number(d.open) + ", met " + number(d.met) + ", overdue " +
                                 number(d.overdue) + ": " + clause(*d.of));
            out.tables.push_back(std::move(t));
        }
        return out;
    }
};

}  // namespace xuanren::detail
