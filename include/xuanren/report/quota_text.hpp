// include/xuanren/report/quota_text.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/subject_words.hpp>
#include <xuanren/report/text_options.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/word_table.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

namespace detail {

/// Who sits there, since when and until when 占用人员; of more than `most` the rest is counted.
[[nodiscard]] inline word_table holders_table(const std::vector<seat_holder>& holders, language l,
                                              std::size_t most = 20) {
    const auto say = [l](std::string_view zh, std::string_view en) { return std::string(phrase{zh, en}.in(l)); };
    word_table out;
    out.head = {say("姓名", "name"), say("职务职级", "post or rank"), say("起始日", "since"), say("截止日", "until"),
                say("备注", "note")};
    for (std::size_t i = 0; i < holders.size() && i < most; ++i) {
        const seat_holder& h = holders[i];
        const std::string rank_word = table_word<rank>(h.title, l);
        out.rows.push_back({h.name.empty() ? h.cadre : h.name, rank_word.empty() ? h.title : rank_word,
                            h.since ? in_words(*h.since, l) : say("未载", "not on file"),
                            h.until ? in_words(*h.until, l) : std::string(),
                            h.is_certain ? std::string() : say("是否占用不明", "not certain")});
    }
    if (holders.size() > most) {
        const std::string rest = std::to_string(holders.size() - most);
        out.rows.push_back({l == language::zh ? "另有 " + rest + " 人" : "and " + rest + " more", "", "", "", ""});
    }
    return out;
}

/// 核定 2，实有 3，超 1.
[[nodiscard]] inline std::string seat_sum(const seat_report& seat, language l) {
    const bool zh = l == language::zh;
    const auto number = [](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string("?"); };
    std::string out = zh ? "核定 " + number(seat.approved) : "approved " + number(seat.approved);
    const bool is_open = !seat.occupied && seat.at_most > 0;
    const std::string taken = is_open ? "≤" + std::to_string(seat.at_most) : number(seat.occupied);
    out += zh ? "，实有 " + taken : ", occupied " + taken;
    if (!seat.approved) return out;
    const std::int64_t most = seat.occupied.value_or(seat.at_most) - *seat.approved;
    if (most > 0 && seat.occupied) out += (zh ? "，超 " : ", over by ") + std::to_string(most);
    else if (most > 0) out += zh ? "，是否超出不明" : ", whether over is not known";
    return out;
}

/// ■■■□: a filled box a seat taken, an open one a seat free, a crossed one a seat too many; long
/// rows are drawn to scale.
[[nodiscard]] inline std::string seat_bar(const seat_report& seat, const text_options& o) {
    if (!seat.occupied) return {};
    constexpr std::int64_t longest = 30;
    const std::int64_t approved = seat.approved.value_or(*seat.occupied);
    std::int64_t taken = std::min(*seat.occupied, approved), over = *seat.occupied - taken, free = approved - taken;
    if (const std::int64_t all = taken + over + free; all > longest) {
        const auto scaled = [&](std::int64_t n) { return n == 0 ? 0 : std::max<std::int64_t>(1, n * longest / all); };
        taken = scaled(taken), over = scaled(over), free = scaled(free);
    }
    const auto boxes = [](std::string_view box, std::int64_t n) {
        std::string out;
        for (std::int64_t i = 0; i < n; ++i) out += box;
        return out;
    };
    return boxes("■", taken) + (over > 0 ? o.colours("31", boxes("▨", over)) : std::string()) + boxes("□", free);
}

/// What a kind of seat is called in findings.
[[nodiscard]] inline std::string subject_of(const seat_report& seat) {
    if (!seat.subject.empty()) return seat.subject;
    return seat.role ? seat.level + "/" + *seat.role : seat.level;
}

[[nodiscard]] inline std::string seat_line(const seat_report& seat, const text_options& o) {
    const bool zh = o.in == language::zh;
    const auto count = [](const std::optional<std::int64_t>& n, std::int64_t at_most) {
        return n ? std::to_string(*n) : at_most > 0 ? "≤" + std::to_string(at_most) : std::string("?");
    };
    std::string line = padded(subject_words(subject_of(seat), o.in), zh ? 20 : 40);
    const std::string approved = seat.approved ? std::to_string(*seat.approved) : std::string("—");
    line += zh ? " 核定 " + padded(approved, 5) + "实有 " + padded(count(seat.occupied, seat.at_most), 5)
               : " approved " + padded(approved, 5) + "occupied " + padded(count(seat.occupied, seat.at_most), 5);
    std::string state;
    if (seat.approved && seat.occupied) {
        const std::int64_t free = *seat.approved - *seat.occupied;
        if (free < 0) state = (zh ? "超 " : "over ") + std::to_string(-free);
        else if (free > 0) state = (zh ? "空 " : "free ") + std::to_string(free);
        else state = zh ? "满" : "full";
    } else if (seat.approved && *seat.approved >= seat.at_most) {
        state = zh ? "未超" : "within";
    } else if (seat.approved) {
        state = zh ? "不明" : "open";
    }
    const bool over = seat.approved && seat.occupied && *seat.occupied > *seat.approved;
    line += over ? o.colours("31", padded(state, 8)) : padded(state, 8);
    return line + seat_bar(seat, o);
}

inline void write_count(json_writer& out, std::string_view key, const std::optional<std::int64_t>& n) {
    if (n) out.member(key, *n);
    else out.null_member(key);
}

inline void write_day(json_writer& out, std::string_view key, const std::optional<civil_date>& day) {
    if (day) out.member(key, to_string(*day));
    else out.null_member(key);
}

/// Who takes the seats, with days and certainty.
inline void write_holders(json_writer& out, const std::vector<seat_holder>& holders) {
    out.key("holders");
    out.begin_array();
    for (const seat_holder& h : holders) {
        out.begin_object();
        if (h.cadre.empty()) out.null_member("cadre");
        else out.member("cadre", h.cadre);
        out.member("name", h.name);
        out.member("title", h.title);
        write_day(out, "since", h.since);
        write_day(out, "until", h.until);
        out.member("certain", h.is_certain);
        out.end_object();
    }
    out.end_array();
}

}  // namespace detail

/// An organisation's seats and ranks on one day 职数台账.
struct quota_table {
    std::string id;
    std::string name;
    std::optional<civil_date> on;
    std::string document;                ///< of the establishment in force; empty: none on file
    std::optional<std::int64_t> headcount;
    std::optional<std::int64_t> people;
    std::vector<seat_report> seats;
    std::vector<seat_report> rank_seats;
};

/// Approved, occupied, over or free, a row a kind of seat with its bar, and who sits there.
[[nodiscard]] inline std::string to_text(const quota_table& q, const text_options& o, bool with_holders) {
    const bool zh = o.in == language::zh;
    std::string out = o.colours.bold(q.id) + "  " + q.name;
    if (q.on) out += "  " + in_words(*q.on, o.in);
    if (!q.document.empty()) out += "  " + o.colours.faint(q.document);
    out += "\n";
    if (q.headcount || q.people) {
        const auto count = [&](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : zh ? "不明" : "?"; };
        out += "    " + padded(zh ? "编制" : "headcount", zh ? 20 : 40) + (zh ? " 核定 " : " approved ") + padded(count(q.headcount), 5) +
               (zh ? "在编 " : "people   ") + count(q.people) + "\n";
    }
    if (q.seats.empty() && q.rank_seats.empty())
        out += std::string("    ") + (zh ? "没有载明有效的三定规定" : "no establishment in force is on file") + "\n";
    for (const auto* list : {&q.seats, &q.rank_seats})
        for (const seat_report& seat : *list) {
            out += "    " + detail::seat_line(seat, o) + "\n";
            if (with_holders && !seat.holders.empty())
                out += to_text(detail::holders_table(seat.holders, o.in, seat.holders.size()), o, "        ");
        }
    return out;
}

inline void write(json_writer& out, const quota_table& q) {
    const auto list = [&](std::string_view key, const std::vector<seat_report>& seats) {
        out.key(key);
        out.begin_array();
        for (const seat_report& seat : seats) {
            out.begin_object();
            out.member("subject", seat.subject);
            if (!seat.level.empty()) out.member("level", seat.level);
            if (seat.role) out.member("role", *seat.role);
            detail::write_count(out, "approved", seat.approved);
            detail::write_count(out, "occupied", seat.occupied);
            out.member("at_most", seat.at_most);
            detail::write_count(out, "after", seat.after);
            detail::write_count(out, "free",
                                seat.approved && seat.occupied ? std::optional(*seat.approved - *seat.occupied)
                                                               : std::nullopt);
            detail::write_holders(out, seat.holders);
            out.end_object();
        }
        out.end_array();
    };
    out.begin_object();
    out.member("id", q.id);
    out.member("name", q.name);
    detail::write_day(out, "on", q.on);
    if (q.document.empty()) out.null_member("document");
    else out.member("document", q.document);
    detail::write_count(out, "headcount", q.headcount);
    detail::write_count(out, "people", q.people);
    list("seats", q.seats);
    list("rank_seats", q.rank_seats);
    out.end_object();
}

}  // namespace xuanren
