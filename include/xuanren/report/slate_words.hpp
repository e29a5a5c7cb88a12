// include/xuanren/report/slate_words.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/markup.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/subject_words.hpp>
#include <xuanren/report/text_options.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/word_table.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// What a slate says, made into words once for text and HTML 成批任免的表述.
class slate_words {
public:
    slate_words(const slate& s, const report& r, const case_names& names, language l)
        : slate_(s), report_(r), names_(names), in_(l) {
        for (const slate_member& m : s.appointments) effective_[m.appointment] = m.effective;
        for (const slate_tie& t : s.ties) waits_.emplace(t.second, &t);
    }

    /// 2024年5月20日讨论决定的3项任免相互关联：有先后次序，每一步都有空缺职数.
    [[nodiscard]] std::string heading() const {
        const std::string count = std::to_string(slate_.appointments.size());
        std::string out;
        if (is_zh()) {
            if (slate_.decided) out = in_words(*slate_.decided, in_) + "讨论决定的 ";
            else out = "讨论决定日未载的 ";
            out += count + " 项任免相互关联：";
        } else {
            out = count + " appointments ";
            if (slate_.decided) out += "decided on " + in_words(*slate_.decided, in_);
            else out += "without a decision date";
            out += " depend on one another: ";
        }
        switch (slate_.exists) {
            case truth::yes:
                return out + say("按下列次序，每一步都有空缺职数", "in this order each step finds its seat free");
            case truth::no:
                return out + say("无论按何次序，都有任免没有空缺职数",
                                 "in no order does each step find its seat free");
            default:
                return out + say("是否每一步都有空缺职数，情况不明",
                                 "whether each step finds its seat free is not known");
        }
    }

    /// The steps, who takes effect in each, when, and into whose seat.
    [[nodiscard]] word_table steps() const {
        word_table out;
        out.head = {say("步骤", "step"), say("任免", "appointment"), say("人员与职务", "who and where"),
                    say("生效日", "in effect"), say("职数来源", "seat")};
        std::size_t number = 0;
        for (const auto& step : slate_.steps) {
            ++number;
            for (const std::uint32_t a : step)
                out.rows.push_back(row(std::to_string(number), a, step.size() > 1));
        }
        if (slate_.steps.empty())
            for (const slate_member& m : slate_.appointments)
                out.rows.push_back(row("", m.appointment, false));
        return out;
    }

    /// What is lacking, and whether the recorded days keep the order.
    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> out;
        for (const slate_shortage& s : slate_.shortages) {
            std::string ids;
            for (const std::uint32_t a : s.appointments) ids += (ids.empty() ? "" : say("、", ", ")) + id(a);
            const std::string n = std::to_string(s.lacking);
            const bool is_certain = slate_.exists == truth::no;
            out.push_back(is_zh() ? seat(s.at) + (is_certain ? "缺 " : "可能缺 ") + n + " 个职数：拟任的有 " + ids + "。"
                                  : seat(s.at) + ": " + n + (is_certain ? " too few" : " may be too few") +
                                        " for " + ids + ".");
        }
        if (slate_.exists == truth::no) return out;
        if (slate_.kept == truth::yes)
            out.push_back(say("按载明的生效日，每一步都有空缺职数。", "By the days on file each step finds its seat free."));
        else if (slate_.kept == truth::unknown)
            out.push_back(say("按载明的生效日是否每一步都有空缺职数，情况不明。",
                              "Whether each step finds its seat free by the days on file is not known."));
        else if (slate_.too_early.empty())
            out.push_back(say("按载明的生效日，其间有超出核定职数的。", "By the days on file there are too many in between."));
        for (const slate_tie& t : slate_.too_early)
            out.push_back(is_zh() ? id(t.second) + " 于" + day(t.second) + "生效时，" + id(t.first) + " 尚未空出" + seat(t.at) +
                                        "（" + day(t.first) + "才生效），其间超职数。"
                                  : id(t.second) + " takes effect on " + day(t.second) + ", before " + id(t.first) +
                                        " leaves its seat on " + day(t.first) + " (" + seat(t.at) + "): too many in between.");
        return out;
    }

private:
    [[nodiscard]] bool is_zh() const noexcept { return in_ == language::zh; }
    [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
        return std::string(phrase{zh, en}.in(in_));
    }
    [[nodiscard]] const std::string& id(std::uint32_t a) const { return report_.appointments[a].id; }

    [[nodiscard]] std::string day(std::uint32_t a) const {
        const auto at = effective_.find(a);
        return at != effective_.end() && at->second ? in_words(*at->second, in_) : say("未载", "not on file");
    }
    [[nodiscard]] std::string who(std::uint32_t a) const {
        const appointment_names n = names_.appointment(a);
        std::string out = n.candidate.empty() ? report_.appointments[a].candidate : n.candidate;
        if (const std::string& post = in(n.post, in_); !post.empty()) out += " → " + post;
        else if (const std::string& kind = in(n.kind, in_); !kind.empty()) out += is_zh() ? "（" + kind + "）" : " (" + kind + ")";
        return out;
    }
    [[nodiscard]] std::string seat(const slate_seat& s) const {
        return (s.name.empty() ? s.organisation : s.name) + (is_zh() ? "" : ", ") + subject_words(s.seat, in_);
    }
    [[nodiscard]] std::vector<std::string> row(std::string step, std::uint32_t a, bool is_circle) const {
        std::string from;
        const auto [first, last] = waits_.equal_range(a);
        for (auto at = first; at != last; ++at) {
            const slate_tie& t = *at->second;
            if (!from.empty()) from += say("；", "; ");
            from += is_zh() ? id(t.first) + " 空出的" + seat(t.at) : "left by " + id(t.first) + ": " + seat(t.at);
        }
        if (is_circle) step += say("（须同日生效）", " (the same day)");
        return {std::move(step), id(a), who(a), day(a), std::move(from)};
    }

    const slate& slate_;
    const report& report_;
    const case_names& names_;
    language in_;
    std::map<std::uint32_t, std::optional<civil_date>> effective_;
    std::multimap<std::uint32_t, const slate_tie*> waits_;  ///< by who waits
};

}  // namespace detail

/// The slates as people read them; empty where there are none.
[[nodiscard]] inline std::string slates_text(const report& r, const case_names& names, const text_options& o) {
    std::string out;
    for (const slate& s : r.slates) {
        const detail::slate_words words(s, r, names, o.in);
        out += detail::hanging(o.colours(s.kept == truth::no ? "31" : s.kept == truth::yes ? "32" : "33", "● "), 2,
                               words.heading(), o);
        out += to_text(words.steps(), o, "    ");
        for (const std::string& sentence : words.sentences()) out += detail::hanging("    ", 4, sentence, o);
        out += "\n";
    }
    return out;
}

[[nodiscard]] inline std::string slates_html(const report& r, const case_names& names, language l) {
    std::string out;
    for (const slate& s : r.slates) {
        const detail::slate_words words(s, r, names, l);
        const std::string_view kind = s.kept == truth::no ? "breach" : s.kept == truth::yes ? "kept" : "gap";
        out += "<div class=\"finding " + std::string(kind) + "\"><span class=\"tag\">" +
               detail::escaped(words.heading()) + "</span><div class=\"body\">" + to_html(words.steps());
        for (const std::string& sentence : words.sentences()) out += "<p>" + detail::escaped(sentence) + "</p>\n";
        out += "</div></div>\n";
    }
    return out;
}

/// The slates as programs read them, a member `slates` of the object that is open.
inline void write_slates(json_writer& out, const report& r) {
    const auto id = [&r](std::uint32_t a) -> const std::string& { return r.appointments[a].id; };
    const auto ids = [&](const std::vector<std::uint32_t>& list) {
        out.begin_array();
        for (const std::uint32_t a : list) out.item(id(a));
        out.end_array();
    };
    const auto word = [](truth t) { return t == truth::yes ? "yes" : t == truth::no ? "no" : "unknown"; };
    const auto ties = [&](std::string_view key, const std::vector<slate_tie>& list) {
        out.key(key);
        out.begin_array();
        for (const slate_tie& t : list) {
            out.begin_object();
            out.member("first", id(t.first));
            out.member("second", id(t.second));
            out.member("organisation", t.at.organisation);
            out.member("seat", t.at.seat);
            out.end_object();
        }
        out.end_array();
    };
    out.key("slates");
    out.begin_array();
    for (const slate& s : r.slates) {
        out.begin_object();
        detail::write_day(out, "decided", s.decided);
        out.key("appointments");
        out.begin_array();
        for (const slate_member& m : s.appointments) {
            out.begin_object();
            out.member("id", id(m.appointment));
            detail::write_day(out, "effective", m.effective);
            out.end_object();
        }
        out.end_array();
        out.member("exists", word(s.exists));
        out.key("steps");
        out.begin_array();
        for (const auto& step : s.steps) ids(step);
        out.end_array();
        ties("ties", s.ties);
        out.key("shortages");
        out.begin_array();
        for (const slate_shortage& lack : s.shortages) {
            out.begin_object();
            out.member("organisation", lack.at.organisation);
            out.member("seat", lack.at.seat);
            out.member("lacking", lack.lacking);
            out.key("appointments");
            ids(lack.appointments);
            out.end_object();
        }
        out.end_array();
        out.member("kept", word(s.kept));
        ties("too_early", s.too_early);
        out.end_object();
    }
    out.end_array();
}

}  // namespace xuanren
