// include/xuanren/report/annual_year_words.hpp
#pragma once

#include <xuanren/report/annual_document.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Tells the appointments of the year: how many of what kind, exceptions, reports 任免情况.
struct year_teller : annual_teller {
    [[nodiscard]] annual_section overview() const {
        annual_section out;
        out.title = say("选拔任用总体情况", "Appointments of the year");
        std::string kinds;
        const cross_table* by_level = f.table("level");
        for (std::size_t c = 0; by_level != nullptr && c < by_level->columns.size(); ++c) {
            std::size_t n = 0;
            for (const cross_table::row& r : by_level->rows) n += r.counts[c];
            if (n == 0) continue;
            kinds += (kinds.empty() ? ""
                      : zh()        ? "，"
                                    : ", ") +
                     row_words("kind", by_level->columns[c], in) + " " + number(n);
        }
        const std::size_t total = f.appointments.size();
        if (total == 0) {
            std::string years;
            for (const int y : f.other_years)
                years += (years.empty() ? "" : zh() ? "、" : ", ") + std::to_string(y);
            out.paragraphs.push_back(
                zh() ? std::to_string(f.year) + "年没有任免记录" +
                           (years.empty() ? "。" : "；卷宗中的任免在" + years + "年。")
                     : "No appointment of " + std::to_string(f.year) + " is on file" +
                           (years.empty() ? "." : "; those on file are of " + years + "."));
            return out;
        }
        out.paragraphs.push_back(
            zh() ? std::to_string(f.year) + "年讨论决定任免 " + number(total) + " 项：" + kinds +
                       "。"
                 : number(total) + (total == 1 ? " appointment" : " appointments") +
                       " decided in " + std::to_string(f.year) + ": " + kinds + ".");
        out.paragraphs.push_back(
            say("职务层次以拟任职位计，没有职位的（职级晋升、退休等）以本人当时所任领导职务计；年龄"
                "、学历、政治面貌等以讨论决定日计。",
                "Levels are those of the posts; without a post (promotions in rank, retirements) "
                "that of the leading post held then. Age, education and "
                "affiliation are as on the day of the decision."));
        if (!f.meetings.empty())
            out.paragraphs.push_back(zh() ? "讨论决定的会议 " + number(f.meetings.size()) +
                                                " 次：" + meetings_words() + "。"
                                          : "Meetings that decided: " + number(f.meetings.size()) +
                                                ". " + meetings_words() + ".");
        std::vector<const cross_table*> tables;
        for (const cross_table& t : f.tables) tables.push_back(&t);
        out.tables.push_back(
            crossed(tables, "kind", say("任免情况统计表", "Appointments by kind"), in));
        if (const auto& rows = f.organisations.rows;
            std::count_if(rows.begin(), rows.end(),
                          [](const cross_table::row& r) { return r.total() != 0; }) > 1) {
            // By name, in the dossier's order.
            cross_table named = f.organisations;
            for (cross_table::row& r : named.rows)
                if (r.code != not_on_record) r.code = names.organisation(r.code);
            out.tables.push_back(crossed(
                {&named}, "kind", say("任免情况（按机构）", "Appointments by organisation"), in));
        }
        if (f.count_of(kind::rank_promotion) != 0) {
            annual_table ranks;
            ranks.title =
                say("职级晋升（按晋升后的职级）", "Promotions in rank, by the rank reached");
            ranks.head = {say("职级", "rank"), say("人次", "appointments")};
            for (const cross_table::row& r : f.ranks.rows)
                if (r.total() != 0 || r.code == not_on_record)
                    ranks.rows.push_back({row_words("rank", r.code, in), number(r.total())});
            out.tables.push_back(std::move(ranks));
        }
        return out;
    }

    [[nodiscard]] std::string meetings_words() const {
        std::string out;
        for (const annual_meeting& m : f.meetings) {
            out += out.empty() ? "" : zh() ? "，" : "; ";
            out += m.on ? in_words(*m.on, in) : say("日期未载明", "day not on record");
            const std::string body =
                m.body ? word_in(*m.body, in) : say("机构未载明", "body not on record");
            out += zh() ? body + " " + number(m.appointments) + " 项"
                        : ", " + body + ", " + number(m.appointments);
        }
        return out;
    }

    [[nodiscard]] annual_section kinds() const {
        annual_section out;
        out.title = say("任用类别：申报与推定", "Kinds: declared and derived");
        std::size_t by[5] = {}, declared_alone = 0;
        annual_table told;
        told.title = say("申报与推定不一致，或者不能推定的",
                         "Declared and derived kinds that differ, or cannot be compared");
        told.head = {say("编号", "id"), say("人选与职位", "candidate and post"),
                     say("申报", "declared"), say("推定", "derived"), say("理由", "reason")};
        for (std::size_t i = 0; i < f.appointments.size(); ++i) {
            const annual_appointment& a = f.appointments[i];
            ++by[static_cast<std::size_t>(a.agreement)];
            const bool is_alone = a.agreement == kind_agreement::not_derived &&
                                  a.ground == kind_ground::by_declaration;
            declared_alone += is_alone;
            const bool is_called_otherwise = a.in_career && a.counted && *a.in_career != *a.counted;
            if ((a.agreement == kind_agreement::agrees || is_alone) && !is_called_otherwise)
                continue;
            std::string reason = ground_words(a, in);
            if (is_called_otherwise)
                reason += zh() ? "；履历记为" + kind_words(a.in_career)
                               : "; the career record says " + kind_words(a.in_career);
            const std::string derived =
                a.derived ? kind_words(a.derived) : say("不能推定", "cannot be derived");
            told.add({a.id, who(i), kind_words(a.declared), derived, reason},
                     zh() ? a.id + "  " + who(i) + "：申报" + kind_words(a.declared) + "，" +
                                (a.derived ? "推定" : "") + derived + "。" + reason + "。"
                          : a.id + "  " + who(i) + ": declared " + kind_words(a.declared) + ", " +
                                (a.derived ? "derived " : "") + derived + "; " + reason + ".");
        }
        const auto of = [&](kind_agreement a) { return by[static_cast<std::size_t>(a)]; };
        out.paragraphs.push_back(
            zh() ? "按任免当日的记录推定并与申报比较：一致 " + number(of(kind_agreement::agrees)) +
                       " 项，不一致 " + number(of(kind_agreement::differs)) +
                       " 项，只有申报、记录不能推定 " + number(of(kind_agreement::not_derived)) +
                       " 项（其中免职、退休、挂职、调任 " + number(declared_alone) +
                       " 项），没有申报、按推定计 " + number(of(kind_agreement::not_declared)) +
                       " 项，两者都没有 " + number(of(kind_agreement::unknown)) +
                       " 项。能推定的按推定统计，不能推定的按申报统计。"
                 : "Derived from the records as on each appointment's own day, and compared with "
                   "what was declared: agree " +
                       number(of(kind_agreement::agrees)) + ", differ " +
                       number(of(kind_agreement::differs)) + ", declared alone " +
                       number(of(kind_agreement::not_derived)) +
                       " (removals, retirements, secondments and entries among them: " +
                       number(declared_alone) + "), not declared " +
                       number(of(kind_agreement::not_declared)) + ", neither " +
                       number(of(kind_agreement::unknown)) +
                       ". The derived kind counts; where there is none, the declared one.");
        out.paragraphs.push_back(say(
            "推定口径：任更高层次的领导职务为提拔；原不担任领导职务（只有职级）而任领导职务的也是提"
            "拔；同一层次的，职位更重要的为进一步使用，否则为平级交流，轻重以记录载明为限。",
            "How kinds are derived: a leading post of a higher level is a promotion, and so is a "
            "leading post for someone with a rank alone; at "
            "the same level a more important post is further use, any other a lateral move, and "
            "importance counts only where records say so."));
        if (!told.rows.empty()) out.tables.push_back(std::move(told));
        return out;
    }

    [[nodiscard]] annual_section exceptional() const {
        annual_section out;
        out.title = say("破格提拔", "Exceptional promotions");
        std::size_t recorded = 0, before = 0;
        annual_table t;
        t.title = say("破格提拔及其批复", "Exceptional promotions and their approvals");
        t.head = {say("编号", "id"),
                  say("人选与职位", "candidate and post"),
                  say("类别与情形", "type and ground"),
                  say("呈报", "requested"),
                  say("批复", "approved"),
                  say("批准机关", "approved by"),
                  say("批复与决定的先后", "approval and decision"),
                  say("因此例外的条款", "clauses set aside by it")};
        for (const annual_exceptional& e : f.exceptional) {
            const annual_appointment& a = f.appointments[e.appointment];
            if (!e.is_recorded) {
                const std::string said =
                    say("越级，没有破格提拔的记载",
                        "a level skipped, and no exceptional promotion on record");
                t.add({a.id, who(e.appointment), said, "—", "—", "—", "—", "—"},
                      a.id + "  " + who(e.appointment) + (zh() ? "：" : ": ") + said +
                          (zh() ? "。" : "."));
                continue;
            }
            ++recorded;
            before += e.order == approval_order::before;
            const exceptional_request& r = *e.request;
            std::string type =
                r.type ? type_words(*r.type, in) : say("类别未载明", "type not on record");
            type += zh() ? "；" : "; ";
            type +=
                r.ground ? ground_words(*r.ground, in) : say("情形未载明", "ground not on record");
            std::vector<std::string> clauses;
            for (const auto& set_aside : e.set_aside)
                clauses.push_back(in_words(set_aside->cite(), words, in));
            const std::string requested = day(r.requested, "未呈报", "not requested"),
                              approved = day(r.approved, "未批复", "not approved");
            const std::string by = r.approved_by && !r.approved_by->empty()
                                       ? *r.approved_by
                                       : say("未载明", "not on record");
            const std::string set_aside = clauses.empty() ? say("无", "none") : joined(clauses, in);
            std::string line = a.id + "  " + who(e.appointment);
            line += zh() ? "：" + type + "。呈报：" + requested + "；批复：" + approved + "，" +
                               by + "；先后：" + order_words(e.order, in) + "；因此例外的条款：" +
                               set_aside + "。"
                         : ": " + type + ". Requested: " + requested + "; approved: " + approved +
                               ", by " + by + "; " + order_words(e.order, in) +
                               "; clauses set aside by it: " + set_aside + ".";
            t.add({a.id, who(e.appointment), type, requested, approved, by,
                   order_words(e.order, in), set_aside},
                  std::move(line));
        }
        out.paragraphs.push_back(zh() ? "载明的破格提拔 " + number(recorded) +
                                            " 项，其中讨论决定以前已经批复的 " + number(before) +
                                            " 项；提拔中没有载明是否破格的 " +
                                            number(f.exceptional_not_on_record) + " 项。"
                                      : "Exceptional promotions on record: " + number(recorded) +
                                            ", approved before the discussion: " + number(before) +
                                            ". Promotions of which the record does not say: " +
                                            number(f.exceptional_not_on_record) + ".");
        if (!t.rows.empty()) out.tables.push_back(std::move(t));
        return out;
    }

    [[nodiscard]] annual_section reports() const {
        annual_section out;
        out.title = say("事前报告事项", "Matters reported beforehand");
        const std::size_t with =
            f.appointments.size() - f.no_prior_report - f.prior_reports_not_on_record;
        out.paragraphs.push_back(
            zh() ? "有事前报告的任免 " + number(with) + " 项，载明没有的 " +
                       number(f.no_prior_report) + " 项，未载明的 " +
                       number(f.prior_reports_not_on_record) + " 项。"
                 : "Appointments with a prior report: " + number(with) +
                       "; without any, stated so: " + number(f.no_prior_report) +
                       "; not on record: " + number(f.prior_reports_not_on_record) + ".");
        if (f.matters.empty()) return out;
        annual_table t;
        t.head = {say("事项", "matter"),
                  say("已报告", "reported"),
                  say("已批复", "approved"),
                  say("未批复", "not approved"),
                  say("批复未载明", "approval not on record"),
                  say("任免", "appointments")};
        for (const annual_matter& m : f.matters)
            t.add({matter_words(m.matter, in), number(m.reported), number(m.approved),
                   number(m.not_approved), number(m.open), ids_of(m.appointments)},
                  zh() ? matter_words(m.matter, in) + "：已报告 " + number(m.reported) +
                             "，已批复 " + number(m.approved) + "，未批复 " +
                             number(m.not_approved) + "，批复未载明 " + number(m.open) + "（" +
                             ids_of(m.appointments) + "）"
                       : matter_words(m.matter, in) + ": reported " + number(m.reported) +
                             ", approved " + number(m.approved) + ", not approved " +
                             number(m.not_approved) + ", approval not on record " + number(m.open) +
                             " (" + ids_of(m.appointments) + ")");
        out.tables.push_back(std::move(t));
        return out;
    }
};

}  // namespace xuanren::detail
