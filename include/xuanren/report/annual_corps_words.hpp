// include/xuanren/report/annual_corps_words.hpp
#pragma once

#include <xuanren/report/annual_document.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Tells the corps at the end of the year, and what could not be counted 年末队伍结构与说明.
struct corps_teller {
    const annual_teller& t;
    const annual_corps& c;

    [[nodiscard]] static std::string number(std::size_t n) { return std::to_string(n); }
    [[nodiscard]] std::string day() const { return in_words(c.on, t.in); }

    /// 41.3, rounded half up in whole numbers; a dash where there is no one.
    [[nodiscard]] static std::string average_of(const annual_average& a) {
        if (a.people == 0) return "—";
        const std::size_t tenths = (20 * a.years + a.people) / (2 * a.people);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }

    [[nodiscard]] annual_section structure() const {
        annual_section out;
        const bool zh = t.zh();
        out.title = zh ? "干部队伍结构（" + day() + "）" : "The cadre corps on " + day();
        out.paragraphs.push_back(
            zh ? "在册干部 " + number(c.people.size()) + " 人；是否在册不能确定的 " +
                     number(c.uncertain.size()) + " 人，不列入下表；卷宗中另有 " +
                     number(c.elsewhere) + " 人不在所列机构任职或者已经离开。"
               : number(c.people.size()) + " people; " + number(c.uncertain.size()) +
                     " more of whom it cannot be told are left out; " + number(c.elsewhere) +
                     " others in the dossier hold no post here, or have left.");
        if (c.people.empty()) return out;
        std::vector<const cross_table*> tables;
        for (const cross_table& each : c.tables) tables.push_back(&each);
        tables.push_back(&c.ranks);
        annual_table all = crossed(
            tables, "level", zh ? "干部队伍结构统计表（按职务层次）" : "The corps by level", t.in);
        // Average ages stand under the same columns.
        std::vector<std::string> line{zh ? "平均年龄（周岁）" : "average age"};
        const cross_table& first = *tables.front();
        for (std::size_t column = 0; column < first.columns.size(); ++column) {
            bool is_shown = column + 1 == first.columns.size();
            for (const cross_table::row& r : first.rows)
                is_shown = is_shown || r.counts[column] != 0;
            if (is_shown) line.push_back(average_of(c.averages[column]));
        }
        line.push_back(average_of(c.averages.back()));
        all.rows.insert(all.rows.begin() + 1, std::move(line));
        out.tables.push_back(std::move(all));
        const std::size_t aged = c.averages.back().people;
        if (aged != c.people.size())
            out.points.push_back(zh ? "平均年龄以周岁能够确定的 " + number(aged) + " 人计算。"
                                    : "Averages are of the " + number(aged) +
                                          " people whose age can be told.");

        annual_table young;
        young.title = zh ? "年轻干部" : "Young cadres";
        young.head = zh ? std::vector<std::string>{"职务层次", "年龄线", "人数",
                                                   "年轻干部", "占比",   "年龄未载明"}
                        : std::vector<std::string>{"level", "up to", "people",
                                                   "young", "share", "age not on record"};
        for (const young_count& y : c.young) {
            if (y.people == 0) continue;
            const std::string share = number((200 * y.young + y.people) / (2 * y.people)) + "%";
            young.rows.push_back(
                {word_in(y.line.level, t.in),
                 zh ? std::to_string(y.line.age) + "岁" : std::to_string(y.line.age),
                 number(y.people), number(y.young), share, number(y.not_on_record)});
        }
        if (!young.rows.empty()) out.tables.push_back(std::move(young));
        out.points.push_back(t.say("年龄按规则集认定的出生日期计，为当日周岁。",
                                   "Ages are whole years on the day, by the date of birth that "
                                   "governs under the rulebook."));
        out.points.push_back(
            t.say("年龄段和年轻干部的年龄线是统计口径，不是法规规定，可用 --ages、--young 改定。",
                  "Age bands, and the ages up to which a cadre counts as young, are figures to "
                  "count by and no matter of the "
                  "regulations; --ages and --young set them."));
        return out;
    }

    [[nodiscard]] annual_section seats() const {
        const bool zh = t.zh();
        annual_section out;
        out.title = zh ? "职数配备（" + day() + "）" : "Seats on " + day();
        struct sum {
            std::int64_t approved = 0, occupied = 0, free = 0, over = 0;
            std::size_t open = 0;
        };
        std::vector<std::pair<std::string, sum>> leading, ranked;
        annual_table over;
        over.title = zh ? "超职数或者不能确定的" : "Over quota, or not certain";
        over.head = zh ? std::vector<std::string>{"机构", "职数", "核定", "实有", "结论"}
                       : std::vector<std::string>{"organisation", "seats", "approved", "occupied",
                                                  "answer"};
        for (const annual_seats& each : c.seats)
            for (const auto* list : {&each.seats, &each.rank_seats})
                for (const seat_report& s : *list) {
                    const bool is_leading_seat = list == &each.seats;
                    // Of a rank without a number of its own none is approved that could be
                    // exceeded.
                    if (!is_leading_seat && !s.approved && s.occupied) continue;
                    auto& sums = is_leading_seat ? leading : ranked;
                    auto row = std::find_if(sums.begin(), sums.end(),
                                            [&](const auto& p) { return p.first == s.subject; });
                    if (row == sums.end()) row = sums.insert(sums.end(), {s.subject, {}});
                    const bool is_open = !s.approved || !s.occupied;
                    sum& into = row->second;
                    if (s.approved) into.approved += *s.approved;
                    if (is_open) {
                        ++into.open;
                    } else {
                        into.occupied += *s.occupied;
                        into.free += std::max<std::int64_t>(0, *s.approved - *s.occupied);
                        into.over += std::max<std::int64_t>(0, *s.occupied - *s.approved);
                    }
                    if (!is_open && *s.occupied <= *s.approved) continue;
                    over.rows.push_back(
                        {t.names.organisation(each.id), subject_words(s.subject, t.in),
                         s.approved ? std::to_string(*s.approved) : "—",
                         s.occupied ? std::to_string(*s.occupied) : "≤" + std::to_string(s.at_most),
                         is_open ? (zh ? "不能确定" : "not certain")
                                 : (zh ? "超 " : "over by ") +
                                       std::to_string(*s.occupied - *s.approved)});
                }
        if (c.seats.empty()) {
            out.paragraphs.push_back(
                t.say("没有载有三定规定的机构。", "No organisation has an establishment on file."));
            return out;
        }
        const auto in_force = static_cast<std::size_t>(std::count_if(
            c.seats.begin(), c.seats.end(), [](const annual_seats& s) { return s.is_in_force; }));
        out.paragraphs.push_back(
            (zh ? "载有三定规定的机构 " + number(c.seats.size()) + " 个，其中当日有有效规定的 " +
                      number(in_force) + " 个"
                : "Organisations with an establishment on file: " + number(c.seats.size()) +
                      ", with one in force that day: " + number(in_force)) +
            (in_force == 0 ? (zh ? "。" : ".")
                           : (zh ? "，合计如下；空缺与超配分别合计，不相抵。"
                                 : ". Their seats are summed below; free and exceeded ones are "
                                   "summed apart.")));
        const auto summed = [&](const std::vector<std::pair<std::string, sum>>& sums,
                                std::string title) {
            if (sums.empty()) return;
            annual_table all;
            all.title = std::move(title);
            all.head =
                zh ? std::vector<std::string>{"职数", "核定", "实有",
                                              "空缺", "超配", "不能确定的机构"}
                   : std::vector<std::string>{"seats", "approved", "occupied",
                                              "free",  "over",     "organisations not certain"};
            for (const auto& [subject, s] : sums)
                all.rows.push_back({subject_words(subject, t.in), std::to_string(s.approved),
                                    std::to_string(s.occupied), std::to_string(s.free),
                                    std::to_string(s.over), number(s.open)});
            out.tables.push_back(std::move(all));
        };
        summed(leading, t.say("领导职数", "Leading posts"));
        summed(ranked, t.say("职级职数（各组有重叠，不能相加）",
                             "Ranks (groups overlap and are not to be added)"));
        if (!over.rows.empty()) out.tables.push_back(std::move(over));
        return out;
    }

    [[nodiscard]] std::string law_words() const {
        std::string out;
        for (const std::string& id : c.retirement_law) {
            citation cite;
            cite.instrument = id;
            out += (out.empty() ? "" : t.zh() ? "、" : ", ") + in_words(cite, t.words, t.in);
        }
        return out;
    }

    [[nodiscard]] annual_section retirements() const {
        const bool zh = t.zh();
        annual_section out;
        out.title = zh ? "即将退休与腾出职数" : "Coming retirements and the seats they free";
        if (c.horizons.empty()) return out;
        out.paragraphs.push_back(
            (zh ? "自" + day() + "起算，较长的年限包括较短的；按" + in_words(c.law_on, t.in) +
                      "有效的规定推算" + (c.retirement_law.empty() ? "" : "：" + law_words()) + "。"
                : "Counted from " + day() +
                      ", longer spans including shorter ones, by the rules in force on " +
                      in_words(c.law_on, t.in) +
                      (c.retirement_law.empty() ? "" : ": " + law_words()) + ".") +
            (zh ? "退休日只能确定在一段时间以内、部分落在年限以外的，列为“可能”。"
                : " A day of retirement that is known only to lie within a stretch of time counts "
                  "as possible."));
        annual_table spans;
        spans.title = zh ? "即将退休人数" : "Retirements";
        spans.head =
            zh ? std::vector<std::string>{"年限", "截至", "确定", "可能", "其中腾出领导职数"}
               : std::vector<std::string>{"years", "until", "certain", "possible",
                                          "leading seats freed by the certain"};
        for (const annual_horizon& h : c.horizons) {
            std::string words;
            for (const auto& [subject, count] : h.freed)
                words += (words.empty() ? ""
                          : zh          ? "、"
                                        : ", ") +
                         subject_words(subject, t.in) + " " + number(count);
            const std::string until = in_words(h.until, t.in), certain = number(h.certain.size()),
                              possible = number(h.possible.size());
            if (words.empty()) words = "0";
            spans.add({zh ? std::to_string(h.years) + "年内" : std::to_string(h.years), until,
                       certain, possible, words},
                      zh ? std::to_string(h.years) + "年内（至" + until + "）：确定 " + certain +
                               " 人，可能 " + possible + " 人；腾出领导职数 " + words
                         : "within " + std::to_string(h.years) +
                               (h.years == 1 ? " year" : " years") + " (until " + until +
                               "): certain " + certain + ", possible " + possible +
                               "; leading seats freed: " + words);
        }
        out.tables.push_back(std::move(spans));
        const auto stretch = [&](const annual_retirement& r) {
            if (r.latest && *r.latest == *r.earliest) return in_words(*r.earliest, t.in);
            if (!r.latest)
                return zh ? in_words(*r.earliest, t.in) + "或者以后"
                          : in_words(*r.earliest, t.in) + " or later";
            return in_words(interval<civil_date>(*r.earliest, *r.latest), t.in);
        };
        annual_table people;
        people.title = zh ? "人员" : "Who";
        people.head =
            zh ? std::vector<std::string>{"姓名", "职务层次", "法定退休日", "腾出职数"}
               : std::vector<std::string>{"name", "level", "day of retirement", "seat freed"};
        const int longest = c.horizons.back().years;
        for (std::size_t i = 0; i < c.retirements.size(); ++i) {
            const annual_retirement& r = c.retirements[i];
            const bool is_past = std::find(c.past.begin(), c.past.end(), i) != c.past.end();
            const std::string name = t.names.cadre(r.cadre),
                              level = row_words("level", r.in_level, t.in);
            const std::string when =
                stretch(r) + (is_past ? (zh ? "（已过，仍在册）" : " (passed, still here)") : "");
            const std::string seat = r.seat.empty()
                                         ? std::string()
                                         : t.names.organisation(r.organisation) + (zh ? "" : " ") +
                                               subject_words(r.seat, t.in);
            people.add({name, level, when, seat.empty() ? "—" : seat},
                       name + (zh ? "，" : ", ") + level + (zh ? "，" : ", ") + when +
                           (seat.empty() ? "" : (zh ? "；腾出" : "; frees ") + seat));
        }
        if (people.rows.empty())
            out.points.push_back(zh ? std::to_string(longest) + "年内没有人到龄。"
                                    : "Nobody reaches the age within " + std::to_string(longest) +
                                          " years.");
        else
            out.tables.push_back(std::move(people));
        if (!c.past.empty())
            out.points.push_back(
                zh ? "已过法定退休日仍在册的 " + number(c.past.size()) + " 人，不计入上列人数。"
                   : "Past the day of retirement and still here: " + number(c.past.size()) +
                         ", not in the numbers above.");
        return out;
    }

    [[nodiscard]] std::string gap_words(const annual_gap& g) const {
        const bool zh = t.zh();
        constexpr std::pair<std::string_view, phrase> names[] = {
            {"undated",
             {"没有讨论决定日和发文日，不能归入任何年度的任免",
              "appointments without the day of a discussion or a letter, of no year"}},
            {"placed_by_letter",
             {"没有讨论决定日，按发文日归入本年度的任免",
              "appointments without a discussion, put in the year by their letter"}},
            {"beyond",
             {"截止日以后决定，没有统计的任免",
              "appointments decided after the day of the count, left out"}},
            {"kind_not_on_record",
             {"任用类别没有申报也不能推定的任免",
              "appointments whose kind is neither declared nor derived"}},
            {"kind_by_declaration_only",
             {"记录不能推定任用类别、按申报统计的任免",
              "appointments counted by their declared kind, which records do not tell"}},
            {"exceptional_not_on_record",
             {"没有载明是否破格的提拔",
              "promotions of which it is not on record whether they are exceptional"}},
            {"prior_reports_not_on_record",
             {"没有载明有无事前报告的任免",
              "appointments of which it is not on record whether anything was reported "
              "beforehand"}},
            {"incomplete",
             {"要件不全、尚无审核结论的任免",
              "appointments that lack facts, so that no outcome can be told"}},
            {"corps_uncertain",
             {"是否在册不能确定的人员",
              "people of whom it cannot be told whether they belong here"}},
            {"seats_uncertain",
             {"职数占用不能确定，或者没有核定职数的机构",
              "organisations whose seats cannot be counted for certain, or are not approved"}},
            {"retirement_untold",
             {"退休日不能推算的在册干部", "people whose day of retirement cannot be told"}},
            {"unused_keys", {"未识别、未使用的键", "keys not known and not used"}},
            {"warnings", {"读取时的提示", "notes of the reader"}},
            {"unverified_off",
             {"条文待核、没有启用的规则", "rules whose text is unverified, switched off"}}};
        std::string words;
        for (const auto& [code, name] : names)
            if (code == g.code) words = name.in(t.in);
        if (words.empty()) {
            const std::size_t dot = g.code.find('.');
            const std::string by = dimension_words(std::string_view(g.code).substr(dot + 1), t.in);
            words =
                g.code.starts_with("corps.")
                    ? (zh ? "在册干部中" + by + "未载明或者不能确定的"
                          : "people of the corps whose " + by + " is not on record or not certain")
                    : (zh ? "任免中" + by + "未载明或者不能确定的"
                          : "appointments where " + by + " is not on record or not certain");
        }
        std::string out = words + (zh ? "：" : ": ") + number(g.count);
        std::vector<std::string> who = g.subjects;
        if (g.code == "seats_uncertain")
            for (std::string& id : who) id = t.names.organisation(id);
        if (!who.empty()) out += (zh ? "（" : " (") + joined(who, t.in) + (zh ? "）" : ")");
        return out + (zh ? "。" : ".");
    }

    [[nodiscard]] annual_section gaps() const {
        annual_section out;
        out.title =
            t.say("未能统计或者需要说明的事项", "What could not be counted, or only in part");
        if (t.f.gaps.empty()) out.paragraphs.push_back(t.say("没有。", "Nothing."));
        for (const annual_gap& g : t.f.gaps) out.points.push_back(gap_words(g));
        out.points.push_back(t.say(
            "“未载明”包括卷宗没有记载和记载不足以确定两种情形，均单列一行，各表合计与总数一致。",
            "\"Not on record\" is what the dossier does not say, or not well enough; it has a row "
            "of its own everywhere, so that every table adds up."));
        return out;
    }
};

}  // namespace xuanren::detail
