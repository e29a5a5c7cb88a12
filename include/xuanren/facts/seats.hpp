// include/xuanren/facts/seats.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/organisation_view.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace xuanren::detail {

/// What the questions about seats start from: where they count, when, and under what document.
struct seat_question {
    std::uint32_t home = no_record;  ///< the organisation whose establishment counts
    std::optional<day_span> days;    ///< the days on which the appointment may take effect
    const establishment* in_force = nullptr;
};

[[nodiscard]] inline seat_question question_of(const case_view& c) {
    seat_question q;
    q.home = c.seats().home_of(c.organisation());
    if (const auto& date = c.steps()[step::appointment].date)
        q.days = day_span{date->low(), date->high()};
    if (q.days) q.in_force = c.seats().in_force(q.home, *q.days);
    return q;
}

[[nodiscard]] inline provenance at_establishment(const case_view& c, const seat_question& q,
                                                 const char* key) {
    if (q.in_force == nullptr)
        return {"organisations", static_cast<int>(q.home), nullptr, -1, "establishments"};
    const auto& all = *c.book().organisations[q.home].establishments;
    return {"organisations", static_cast<int>(q.home), "establishments",
            static_cast<int>(q.in_force - all.data()), key};
}

[[nodiscard]] inline value as_value(const head_count& n) {
    return value(interval<number>(number(n.certain), number(n.possible)));
}

/// The line for the seat of the post; whether there is one is in doubt where the role is not known
/// and the establishment tells roles apart.
[[nodiscard]] inline std::optional<const seat*> line_of(const case_view& c,
                                                        const seat_question& q) {
    const post* p = c.post();
    if (p == nullptr || !p->level || q.in_force == nullptr || !q.in_force->seats)
        return std::nullopt;
    for (const seat& s : *q.in_force->seats) {
        if (s.level.is_unknown()) return std::nullopt;
        if (!p->role && s.level && *s.level == *p->level && s.role) return std::nullopt;
    }
    return occupancy::line_for(*q.in_force, *p->level, p->role);
}

/// READING: an establishment that has no line for a level and role approves no seat of it.
[[nodiscard]] inline reading read_seats_approved(const case_view& c) {
    const seat_question q = question_of(c);
    const provenance source = at_establishment(c, q, "seats");
    const auto line = line_of(c, q);
    if (!line) return {{}, source};
    return {*line == nullptr ? value(number(0)) : held_in((*line)->count), source};
}

/// READING: what no line approves is approved nowhere.
[[nodiscard]] inline reading read_line_approved(const organisation_view& o) {
    const seat_kind* k = o.seat();
    if (k == nullptr) return {};
    return {k->line == nullptr ? value(number(0)) : held_in(k->line->count),
            o.at_establishment("seats")};
}

[[nodiscard]] inline reading read_seats_taken(const case_view& c, bool with_this) {
    const seat_question q = question_of(c);
    const auto line = line_of(c, q);
    const provenance source = at_establishment(c, q, "seats");
    if (!line || !q.days) return {{}, source};
    seat_moment at{*q.days};
    (with_this ? at.taking : at.without) = c.index();
    return {
        as_value(c.seats().taken(q.home, *c.post()->level, c.post()->role, *line, q.in_force, at)),
        source};
}

/// Seats taken by head once the appointment has taken effect.
[[nodiscard]] inline reading read_heads_after(const case_view& c) {
    const seat_question q = question_of(c);
    const auto line = line_of(c, q);
    const provenance source = at_establishment(c, q, "seats");
    if (!line || !q.days) return {{}, source};
    return {as_value(c.seats().heads(q.home, *c.post()->level, c.post()->role, *line, q.in_force,
                                     {*q.days, c.index()})),
            source};
}

/// The row of rank seats that holds the target rank; none: it has no row; unknown: not on file.
///
/// READING: of several rows, one within the other, the one that leaves the least room.
[[nodiscard]] inline field<const rank_seat*> rank_row_of(const case_view& c, const seat_question& q) {
    const field<rank>& to = c.appointment().to_rank;
    if (!to || q.in_force == nullptr || !q.in_force->rank_seats) return {};
    const rank_seat* tightest = nullptr;
    std::int64_t room = 0;
    for (const rank_seat& r : *q.in_force->rank_seats) {
        if (!r.ranks) return {};
        if (std::find(r.ranks->begin(), r.ranks->end(), *to) == r.ranks->end()) continue;
        std::int64_t left = 0;
        if (r.count && q.days)
            left = *r.count - c.seats().ranked(q.home, *r.ranks, {*q.days, c.index()}).certain;
        if (tightest == nullptr || left < room) {
            tightest = &r;
            room = left;
        }
    }
    if (tightest == nullptr) return nullptr;
    return tightest;
}

[[nodiscard]] inline reading is_rank_limited(const case_view& c) {
    const seat_question q = question_of(c);
    return {has_one(rank_row_of(c, q)), at_establishment(c, q, "rank_seats")};
}
[[nodiscard]] inline reading read_rank_seats_approved(const case_view& c) {
    const seat_question q = question_of(c);
    const auto row = rank_row_of(c, q);
    return {row ? held_in((*row)->count) : value(), at_establishment(c, q, "rank_seats")};
}
[[nodiscard]] inline reading read_rank_seats_taken(const case_view& c) {
    const seat_question q = question_of(c);
    const auto row = rank_row_of(c, q);
    const provenance source = at_establishment(c, q, "rank_seats");
    if (!row || !q.days) return {{}, source};
    return {as_value(c.seats().ranked(q.home, *(*row)->ranks, {*q.days, c.index()})), source};
}

[[nodiscard]] inline reading allows_title(const case_view& c) {
    const seat_question q = question_of(c);
    const provenance source = at_establishment(c, q, "titles");
    if (c.appointment().post.is_null()) return {true, source};
    const post* p = c.post();
    if (p == nullptr || !p->title || q.in_force == nullptr || !q.in_force->titles)
        return {{}, source};
    // The document may name the post with or without the unit: 大气科科长, 科长.
    for (const std::string& title : *q.in_force->titles)
        if (*p->title == title || (p->title->size() > title.size() && p->title->ends_with(title)))
            return {true, source};
    return {false, source};
}

/// READING: off the quota is what the record of the tenure says, with its document; else nothing.
[[nodiscard]] inline reading is_off_quota(const case_view& c) {
    const holding* h = c.seats().holding_by(c.index());
    if (h == nullptr || h->tenure == no_record) return {false, c.at_appointment("post")};
    const tenure& t = (*c.book().cadres[h->cadre].tenures)[h->tenure];
    const bool is_off = t.off_quota && t.off_quota->document && !t.off_quota->document->empty();
    return {value(is_off),
            {"cadres", static_cast<int>(h->cadre), "tenures", static_cast<int>(h->tenure),
             "off_quota"}};
}

/// What the establishment leaves free on the day the appointment takes effect 职数与编制.
inline void add_seat_facts(fact_table& t) {
    using types::number;
    const fact_notes seats{.dated = "appointment", .unit = {"名", "seats"}};
    const fact_notes people{.dated = "appointment", .unit = {"名", "people"}};
    const fact_notes dated{.dated = "appointment"};
    t.add(
        facts::establishment_is_known, "载有三定规定", "机构在任职生效日有载明的三定规定",
        "whether an establishment is on file for that day; never unknown",
        [](const case_view& c) -> reading {
            const seat_question q = question_of(c);
            return {value(q.in_force != nullptr), at_establishment(c, q, nullptr)};
        },
        dated);
    t.add(
        facts::establishment_headcount, "编制数", "三定核定的编制数",
        "headcount of the establishment",
        [](const case_view& c) -> reading {
            const seat_question q = question_of(c);
            return {q.in_force != nullptr ? held_in(q.in_force->headcount) : value(),
                    at_establishment(c, q, "headcount")};
        },
        people);
    t.add(
        facts::establishment_occupied_after, "任后编制内人数", "任职生效后在编人数",
        "people of the organisation once the appointment has taken effect",
        [](const case_view& c) -> reading {
            const seat_question q = question_of(c);
            if (q.home == no_record || !q.days) return {};
            return {as_value(c.seats().people(q.home, {*q.days, c.index()})),
                    at_establishment(c, q, nullptr)};
        },
        people);
    t.add(
        facts::establishment_general_posts, "综合管理类职位数", "三定核定的综合管理类职位数",
        "posts of general administration",
        [](const case_view& c) -> reading {
            const seat_question q = question_of(c);
            return {q.in_force != nullptr ? held_in(q.in_force->general_posts) : value(),
                    at_establishment(c, q, "general_posts")};
        },
        people);
    t.add(facts::establishment_allows_title, "职务名称在三定之内",
          "拟任职务名称在三定核定的名称之内；无职位的为是",
          "whether the document allows the title of the post; yes without a post", allows_title,
          dated);
    t.add(facts::seat_approved, "核定职数",
          "三定为拟任职位的层次与职务身份核定的职数；审查机构时，为该项职数的核定数",
          "seats approved for the level and role of the post; of an organisation, for the kind of seat",
          read_seats_approved, seats, read_line_approved);
    t.add(
        facts::seat_occupied_before, "任前配备数", "任职生效日除本件外已配备的同类职位人数",
        "seats of that kind taken on that day without this appointment",
        [](const case_view& c) { return read_seats_taken(c, false); }, seats);
    t.add(
        facts::seat_occupied_after, "任后配备数",
        "任职生效后配备的同类职位人数，计入同案已生效的任职与免职",
        "seats of that kind taken once the appointment has taken effect, others in effect by then "
        "included",
        [](const case_view& c) { return read_seats_taken(c, true); }, seats);
    t.add(
        facts::seat_people_after, "任后配备人数",
        "任职生效后配备的同类职位人数，一人兼任两职按一人计",
        "the same by head: who takes two of the seats counts once", read_heads_after, people);
    t.add(facts::seat_is_off_quota, "单列不占职数", "拟任职务经文件批准单列、不占职数",
          "whether the post is outside the quota by a document", is_off_quota, dated);
    t.add(facts::rank_seat_is_limited, "职级限定职数", "三定为拟晋升职级核定了职数",
          "whether the rank has a row of rank seats", is_rank_limited, dated);
    t.add(facts::rank_seat_approved, "核定职级职数", "三定为拟晋升职级核定的职数",
          "seats approved for the target rank", read_rank_seats_approved, seats);
    t.add(facts::rank_seat_occupied_after, "任后职级人数", "晋升生效后占用该职级职数的人数",
          "holders of the ranks of that row once the appointment has taken effect",
          read_rank_seats_taken, seats);
}

}  // namespace xuanren::detail
