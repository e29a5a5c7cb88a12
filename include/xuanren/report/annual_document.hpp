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

[[nodiscard]] inline std::string joined(const std::vector<std::string>& list, language l, std::size_t most = 40) {
    std::string out;
    for (std::size_t i = 0; i < list.size() && i < most; ++i) out += (i == 0 ? "" : l == language::zh ? "、" : ", ") + list[i];
    if (list.size() > most) out += l == language::zh ? "等" : " and others";
    return out;
}

/// Rows of one table for people: those with nothing in them are left out, save what is not on record.
[[nodiscard]] inline std::vector<std::string> cells_of(const cross_table::row& r, const std::vector<std::size_t>& columns) {
    std::vector<std::string> out;
    for (const std::size_t c : columns) out.push_back(std::to_string(r.counts[c]));
    out.push_back(std::to_string(r.total()));
    return out;
}

/// Several dimensions over the same columns, in one table; columns without anything are left out.
[[nodiscard]] inline annual_table crossed(const std::vector<const cross_table*>& tables, std::string_view column_by,
                                          std::string title, language l) {
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
    for (const std::size_t c : columns) out.head.push_back(row_words(column_by, first.columns[c], l));
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
            const std::string group = t->by == "organisation" ? std::string() : dimension_words(t->by, l) + (l == language::zh ? "：" : ": ");
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
    [[nodiscard]] std::string day(const field<civil_date>& d, std::string_view none_zh, std::string_view none_en) const {
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

    [[nodiscard]] annual_section overview() const {
        annual_section out;
        out.title = say("选拔任用总体情况", "Appointments of the year");
        std::string kinds;
        const cross_table* by_level = f.table("level");
        for (std::size_t c = 0; by_level != nullptr && c < by_level->columns.size(); ++c) {
            std::size_t n = 0;
            for (const cross_table::row& r : by_level->rows) n += r.counts[c];
            if (n == 0) continue;
            kinds += (kinds.empty() ? "" : zh() ? "，" : ", ") + row_words("kind", by_level->columns[c], in) + " " + number(n);
        }
        const std::size_t total = f.appointments.size();
        if (total == 0) {
            std::string years;
            for (const int y : f.other_years) years += (years.empty() ? "" : zh() ? "、" : ", ") + std::to_string(y);
            out.paragraphs.push_back(
                zh() ? std::to_string(f.year) + "年没有任免记录" + (years.empty() ? "。" : "；卷宗中的任免在" + years + "年。")
                     : "No appointment of " + std::to_string(f.year) + " is on file" +
                           (years.empty() ? "." : "; those on file are of " + years + "."));
            return out;
        }
        out.paragraphs.push_back(zh() ? std::to_string(f.year) + "年讨论决定任免 " + number(total) + " 项：" + kinds + "。"
                                      : number(total) + (total == 1 ? " appointment" : " appointments") + " decided in " +
                                            std::to_string(f.year) + ": " + kinds + ".");
        out.paragraphs.push_back(
            say("职务层次以拟任职位计，没有职位的（职级晋升、退休等）以本人当时所任领导职务计；年龄、学历、政治面貌等以讨论决定日计。",
                "Levels are those of the posts; without a post (promotions in rank, retirements) that of the leading post held then. Age, education and "
                "affiliation are as on the day of the decision."));
        if (!f.meetings.empty())
            out.paragraphs.push_back(zh() ? "讨论决定的会议 " + number(f.meetings.size()) + " 次：" + meetings_words() + "。"
                                          : "Meetings that decided: " + number(f.meetings.size()) + ". " + meetings_words() + ".");
        std::vector<const cross_table*> tables;
        for (const cross_table& t : f.tables) tables.push_back(&t);
        out.tables.push_back(crossed(tables, "kind", say("任免情况统计表", "Appointments by kind"), in));
        if (const auto& rows = f.organisations.rows; std::count_if(rows.begin(), rows.end(), [](const cross_table::row& r) { return r.total() != 0; }) > 1) {
            // By name, in the dossier's order.
            cross_table named = f.organisations;
            for (cross_table::row& r : named.rows)
                if (r.code != not_on_record) r.code = names.organisation(r.code);
            out.tables.push_back(crossed({&named}, "kind", say("任免情况（按机构）", "Appointments by organisation"), in));
        }
        if (f.count_of(kind::rank_promotion) != 0) {
            annual_table ranks;
            ranks.title = say("职级晋升（按晋升后的职级）", "Promotions in rank, by the rank reached");
            ranks.head = {say("职级", "rank"), say("人次", "appointments")};
            for (const cross_table::row& r : f.ranks.rows)
                if (r.total() != 0 || r.code == not_on_record) ranks.rows.push_back({row_words("rank", r.code, in), number(r.total())});
            out.tables.push_back(std::move(ranks));
        }
        return out;
    }

    [[nodiscard]] std::string meetings_words() const {
        std::string out;
        for (const annual_meeting& m : f.meetings) {
            out += out.empty() ? "" : zh() ? "，" : "; ";
            out += m.on ? in_words(*m.on, in) : say("日期未载明", "day not on record");
            const std::string body = m.body ? word_in(*m.body, in) : say("机构未载明", "body not on record");
            out += zh() ? body + " " + number(m.appointments) + " 项" : ", " + body + ", " + number(m.appointments);
        }
        return out;
    }

    [[nodiscard]] annual_section kinds() const {
        annual_section out;
        out.title = say("任用类别：申报与推定", "Kinds: declared and derived");
        std::size_t by[5] = {}, declared_alone = 0;
        annual_table told;
        told.title = say("申报与推定不一致，或者不能推定的", "Declared and derived kinds that differ, or cannot be compared");
        told.head = {say("编号", "id"), say("人选与职位", "candidate and post"), say("申报", "declared"), say("推定", "derived"), say("理由", "reason")};
        for (std::size_t i = 0; i < f.appointments.size(); ++i) {
            const annual_appointment& a = f.appointments[i];
            ++by[static_cast<std::size_t>(a.agreement)];
            const bool is_alone = a.agreement == kind_agreement::not_derived && a.ground == kind_ground::by_declaration;
            declared_alone += is_alone;
            const bool is_called_otherwise = a.in_career && a.counted && *a.in_career != *a.counted;
            if ((a.agreement == kind_agreement::agrees || is_alone) && !is_called_otherwise) continue;
            std::string reason = ground_words(a, in);
            if (is_called_otherwise)
                reason += zh() ? "；履历记为" + kind_words(a.in_career) : "; the career record says " + kind_words(a.in_career);
            const std::string derived = a.derived ? kind_words(a.derived) : say("不能推定", "cannot be derived");
            told.add({a.id, who(i), kind_words(a.declared), derived, reason},
                     zh() ? a.id + "  " + who(i) + "：申报" + kind_words(a.declared) + "，" + (a.derived ? "推定" : "") + derived + "。" + reason + "。"
                          : a.id + "  " + who(i) + ": declared " + kind_words(a.declared) + ", " + (a.derived ? "derived " : "") + derived + "; " + reason + ".");
        }
        const auto of = [&](kind_agreement a) { return by[static_cast<std::size_t>(a)]; };
        out.paragraphs.push_back(
            zh() ? "按任免当日的记录推定并与申报比较：一致 " + number(of(kind_agreement::agrees)) + " 项，不一致 " + number(of(kind_agreement::differs)) +
                       " 项，只有申报、记录不能推定 " + number(of(kind_agreement::not_derived)) + " 项（其中免职、退休、挂职、调任 " + number(declared_alone) +
                       " 项），没有申报、按推定计 " + number(of(kind_agreement::not_declared)) + " 项，两者都没有 " + number(of(kind_agreement::unknown)) +
                       " 项。能推定的按推定统计，不能推定的按申报统计。"
                 : "Derived from the records as on each appointment's own day, and compared with what was declared: agree " +
                       number(of(kind_agreement::agrees)) + ", differ " + number(of(kind_agreement::differs)) + ", declared alone " +
                       number(of(kind_agreement::not_derived)) + " (removals, retirements, secondments and entries among them: " +
                       number(declared_alone) + "), not declared " + number(of(kind_agreement::not_declared)) + ", neither " +
                       number(of(kind_agreement::unknown)) + ". The derived kind counts; where there is none, the declared one.");
        out.paragraphs.push_back(
            say("推定口径：任更高层次的领导职务为提拔；原不担任领导职务（只有职级）而任领导职务的也是提拔；同一层次的，职位更重要的为进一步使用，否则为平级交流，轻重以记录载明为限。",
                "How kinds are derived: a leading post of a higher level is a promotion, and so is a leading post for someone with a rank alone; at "
                "the same level a more important post is further use, any other a lateral move, and importance counts only where records say so."));
        if (!told.rows.empty()) out.tables.push_back(std::move(told));
        return out;
    }

    [[nodiscard]] annual_section exceptional() const {
        annual_section out;
        out.title = say("破格提拔", "Exceptional promotions");
        std::size_t recorded = 0, before = 0;
        annual_table t;
        t.title = say("破格提拔及其批复", "Exceptional promotions and their approvals");
        t.head = {say("编号", "id"), say("人选与职位", "candidate and post"), say("类别与情形", "type and ground"), say("呈报", "requested"),
                  say("批复", "approved"), say("批准机关", "approved by"), say("批复与决定的先后", "approval and decision"), say("因此例外的条款", "clauses set aside by it")};
        for (const annual_exceptional& e : f.exceptional) {
            const annual_appointment& a = f.appointments[e.appointment];
            if (!e.is_recorded) {
                const std::string said = say("越级，没有破格提拔的记载", "a level skipped, and no exceptional promotion on record");
                t.add({a.id, who(e.appointment), said, "—", "—", "—", "—", "—"}, a.id + "  " + who(e.appointment) + (zh() ? "：" : ": ") + said + (zh() ? "。" : "."));
                continue;
            }
            ++recorded;
            before += e.order == approval_order::before;
            const exceptional_request& r = *e.request;
            std::string type = r.type ? type_words(*r.type, in) : say("类别未载明", "type not on record");
            type += zh() ? "；" : "; ";
            type += r.ground ? ground_words(*r.ground, in) : say("情形未载明", "ground not on record");
            std::vector<std::string> clauses;
            for (const auto& set_aside : e.set_aside) clauses.push_back(in_words(set_aside->cite(), words, in));
            const std::string requested = day(r.requested, "未呈报", "not requested"), approved = day(r.approved, "未批复", "not approved");
            const std::string by = r.approved_by && !r.approved_by->empty() ? *r.approved_by : say("未载明", "not on record");
            const std::string set_aside = clauses.empty() ? say("无", "none") : joined(clauses, in);
            std::string line = a.id + "  " + who(e.appointment);
            line += zh() ? "：" + type + "。呈报：" + requested + "；批复：" + approved + "，" + by + "；先后：" + order_words(e.order, in) + "；因此例外的条款：" + set_aside + "。"
                         : ": " + type + ". Requested: " + requested + "; approved: " + approved + ", by " + by + "; " + order_words(e.order, in) + "; clauses set aside by it: " +
                               set_aside + ".";
            t.add({a.id, who(e.appointment), type, requested, approved, by, order_words(e.order, in), set_aside}, std::move(line));
        }
        out.paragraphs.push_back(zh() ? "载明的破格提拔 " + number(recorded) + " 项，其中讨论决定以前已经批复的 " + number(before) + " 项；提拔中没有载明是否破格的 " +
                                            number(f.exceptional_not_on_record) + " 项。"
                                      : "Exceptional promotions on record: " + number(recorded) + ", approved before the discussion: " + number(before) +
                                            ". Promotions of which the record does not say: " + number(f.exceptional_not_on_record) + ".");
        if (!t.rows.empty()) out.tables.push_back(std::move(t));
        return out;
    }

    [[nodiscard]] annual_section reports() const {
        annual_section out;
        out.title = say("事前报告事项", "Matters reported beforehand");
        const std::size_t with = f.appointments.size() - f.no_prior_report - f.prior_reports_not_on_record;
        out.paragraphs.push_back(zh() ? "有事前报告的任免 " + number(with) + " 项，载明没有的 " + number(f.no_prior_report) + " 项，未载明的 " +
                                            number(f.prior_reports_not_on_record) + " 项。"
                                      : "Appointments with a prior report: " + number(with) + "; without any, stated so: " + number(f.no_prior_report) +
                                            "; not on record: " + number(f.prior_reports_not_on_record) + ".");
        if (f.matters.empty()) return out;
        annual_table t;
        t.head = {say("事项", "matter"), say("已报告", "reported"), say("已批复", "approved"), say("未批复", "not approved"),
                  say("批复未载明", "approval not on record"), say("任免", "appointments")};
        for (const annual_matter& m : f.matters)
            t.add({matter_words(m.matter, in), number(m.reported), number(m.approved), number(m.not_approved), number(m.open), ids_of(m.appointments)},
                  zh() ? matter_words(m.matter, in) + "：已报告 " + number(m.reported) + "，已批复 " + number(m.approved) + "，未批复 " + number(m.not_approved) + "，批复未载明 " +
                             number(m.open) + "（" + ids_of(m.appointments) + "）"
                       : matter_words(m.matter, in) + ": reported " + number(m.reported) + ", approved " + number(m.approved) + ", not approved " + number(m.not_approved) +
                             ", approval not on record " + number(m.open) + " (" + ids_of(m.appointments) + ")");
        out.tables.push_back(std::move(t));
        return out;
    }

    [[nodiscard]] annual_section procedure() const {
        annual_section out;
        out.title = say("程序履行情况", "Steps of the procedure");
        out.paragraphs.push_back(zh() ? "哪些环节应当履行因任用类别而异，是否合规见审核结论。公示期间收到的异议共 " + number(f.objections) + " 件。"
                                      : "Which steps are due depends on the kind; whether the regulations were kept is told under the outcomes. Objections during notices: " +
                                            number(f.objections) + ".");
        const auto steps = [&](const std::vector<annual_step>& list, std::size_t total, std::string title) {
            if (list.empty()) return;
            annual_table t;
            t.title = std::move(title) + (zh() ? "（" : " (") + number(total) + (zh() ? " 项）" : ")");
            t.head = {say("环节", "step"), say("已办", "done"), say("未办（含不需办）", "not done (or not due)"), say("未载明", "not on record")};
            for (const annual_step& s : list) t.rows.push_back({annual_step_words(s.code, in), number(s.done), number(s.not_done), number(s.not_on_record)});
            out.tables.push_back(std::move(t));
        };
        steps(f.steps_of_raised, f.raised, say("提拔和进一步使用", "Promotions and further use"));
        steps(f.steps, f.appointments.size(), say("全部任免", "All appointments"));
        return out;
    }

    [[nodiscard]] std::string subjects_words(const annual_finding& finding, bool is_organisation) const {
        std::vector<std::string> out;
        for (const annual_finding::subject& s : finding.subjects) {
            std::string one = is_organisation ? names.organisation(s.id) : s.id;
            if (!s.part.empty()) one += (zh() ? "（" : " (") + subject_words(s.part, in) + (zh() ? "）" : ")");
            out.push_back(std::move(one));
        }
        return joined(out, in);
    }
    [[nodiscard]] annual_table findings_table(const std::vector<annual_finding>& list, bool is_organisation) const {
        annual_table t;
        t.title = is_organisation ? say("年末机构审查发现的问题", "Findings on organisations at the end of the year")
                                  : say("任免审核发现的问题（按条款）", "Findings on appointments, by clause");
        t.head = {say("结论", "outcome"), say("数量", "number"), say("条款与要求", "clause"), is_organisation ? say("机构", "organisations") : say("任免", "appointments")};
        for (const annual_finding& one : list) {
            verdict v;
            v.of = one.of;
            v.status = one.status;
            const std::string weight(name_of(one.weight).in(in)), status(label_of(v, true).in(in));
            const std::string answer = weight == status ? weight : weight + (zh() ? "（" : " (") + status + (zh() ? "）" : ")");
            const std::string count = number(one.subjects.size()), where = subjects_words(one, is_organisation);
            t.add({answer, count, clause(*one.of), where},
                  answer + " " + count + (zh() ? "  " : ": ") + clause(*one.of) + (zh() ? "［" : " [") + where + (zh() ? "］" : "]"));
        }
        return t;
    }

    [[nodiscard]] annual_section outcomes() const {
        annual_section out;
        out.title = say("审核结论与问题", "Outcomes and findings");
        std::string counts;
        for (const outcome o : outcomes_worst_first)
            counts += (counts.empty() ? "" : zh() ? "，" : ", ") + std::string(name_of(o).in(in)) + " " + number(f.by_outcome[static_cast<std::size_t>(o)]);
        out.paragraphs.push_back(zh() ? "任免 " + number(f.appointments.size()) + " 项：" + counts + "。同一项任免可以涉及几个条款。"
                                      : number(f.appointments.size()) + (f.appointments.size() == 1 ? " appointment: " : " appointments: ") + counts + ". One appointment may come under several clauses.");
        if (!f.findings.empty()) out.tables.push_back(findings_table(f.findings, false));
        if (!f.organisation_findings.empty()) out.tables.push_back(findings_table(f.organisation_findings, true));
        if (!f.duties.empty()) {
            annual_table t;
            t.title = say("任后待办事项", "Duties after the appointment");
            t.head = {say("条款与要求", "clause"), say("待办", "due"), say("已办", "met"), say("逾期", "overdue")};
            for (const annual_duty& d : f.duties)
                t.add({clause(*d.of), number(d.open), number(d.met), number(d.overdue)},
                      zh() ? "待办 " + number(d.open) + "，已办 " + number(d.met) + "，逾期 " + number(d.overdue) + "  " + clause(*d.of)
                           : "due " + number(d.open) + ", met " + number(d.met) + ", overdue " + number(d.overdue) + ": " + clause(*d.of));
            out.tables.push_back(std::move(t));
        }
        return out;
    }
};

}  // namespace xuanren::detail
