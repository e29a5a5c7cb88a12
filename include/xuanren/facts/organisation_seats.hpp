// include/xuanren/facts/organisation_seats.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/facts/seats.hpp>

#include <cstdint>

namespace xuanren::detail {

[[nodiscard]] inline head_count seats_taken(const organisation_view& o) {
    head_count out;
    if (const seat_kind* k = o.seat())
        out = o.seats().taken(o.index(), k->level, k->role, k->line, o.in_force(), {o.on()});
    return out;
}

/// The seats of one kind by head: who holds two posts of the kind counts once.
[[nodiscard]] inline head_count heads_taking(const organisation_view& o) {
    const seat_kind* k = o.seat();
    if (k == nullptr) return {};
    return o.seats().heads(o.index(), k->level, k->role, k->line, o.in_force(), {o.on()});
}

/// Whether one of those who sit there was appointed upon an approved report of a temporary overrun.
[[nodiscard]] inline reading is_overrun_reported(const organisation_view& o) {
    const seat_kind* k = o.seat();
    if (k == nullptr) return {};
    standing out = standing::no;
    o.seats().each_taker(
        o.index(), k->level, k->role, k->line, o.in_force(), {o.on()},
        [&](const holding& h, standing) {
            if (h.appointment == no_record) return;
            const appointment& a = o.book().appointments[h.appointment];
            if (a.prior_reports.is_unknown()) out = either(out, standing::maybe);
            if (!a.prior_reports) return;
            for (const prior_report& r : *a.prior_reports) {
                if (!r.matter || *r.matter != report_matter::temporary_overrun) continue;
                const field<day_span> approved = span_of_days(r.approved);
                if (approved.is_null()) continue;
                // Approved after the decision is approved too late.
                const auto decided = decision_of(a);
                out = either(out, approved && decided ? has_come(approved, *decided)
                                                      : standing::maybe);
            }
        });
    return {out == standing::maybe ? value() : value(out == standing::yes), o.at(nullptr)};
}

[[nodiscard]] inline reading of_rank_seat(const organisation_view& o, bool only_leaders) {
    const rank_kind* k = o.rank_seat();
    if (k == nullptr) return {};
    head_count out;
    o.seats().each_ranked(o.index(), k->ranks, {o.on()}, [&](std::uint32_t cadre, standing s) {
        if (only_leaders) {
            standing leads = standing::no;
            for (const std::uint32_t i : o.seats().holdings_of(cadre)) {
                const holding& h = o.seats().holdings()[i];
                leads = either(leads, both(h.takes_seat, occupancy::is_held(h, {o.on()})));
            }
            s = both(s, leads);
        }
        if (s != standing::no) out.add(s);
    });
    return {as_value(out), o.at_establishment("rank_seats")};
}

/// What an organisation approves and who takes it, kind by kind 职数逐项.
inline void add_organisation_seat_facts(fact_table& t) {
    using types::number;
    const fact_notes seats{.unit = {"名", "seats"}};
    const fact_notes people{.unit = {"名", "people"}};
    t.add_of_organisation(facts::seat_level, "该项职数的层次", "该项领导职数的职务层次",
                          "level of the kind of seat",
                          [](const organisation_view& o) -> reading {
                              const seat_kind* k = o.seat();
                              return {k != nullptr ? as_value(k->level) : value(),
                                      o.at_establishment("seats")};
                          });
    t.add_of_organisation(facts::seat_has_role, "该项职数分正副职",
                          "该项领导职数载明正职或者副职", "whether the line names a role",
                          [](const organisation_view& o) -> reading {
                              const seat_kind* k = o.seat();
                              return {k != nullptr ? value(k->role.has_value()) : value(),
                                      o.at_establishment("seats")};
                          });
    t.add_of_organisation(facts::seat_role, "该项职数的职务身份",
                          "该项领导职数的职务身份", "role of the kind of seat",
                          [](const organisation_view& o) -> reading {
                              const seat_kind* k = o.seat();
                              return {k != nullptr ? held_in(k->role) : value(),
                                      o.at_establishment("seats")};
                          },
                          {.guard = facts::seat_has_role});
    t.add_of_organisation(
        facts::seat_occupied, "实配数", "审查之日占用该项职数的职务数，一人兼任两职按两职计",
        "posts that take a seat of the kind on that day; two posts of one person count twice",
        [](const organisation_view& o) -> reading {
            if (o.seat() == nullptr) return {};
            return {as_value(seats_taken(o)), o.at_establishment("seats")};
        },
        seats);
    t.add_of_organisation(
        facts::seat_people, "实配人数", "审查之日占用该项职数的人数，一人兼任两职按一人计",
        "people who take a seat of the kind on that day; who holds two posts counts once",
        [](const organisation_view& o) -> reading {
            if (o.seat() == nullptr) return {};
            return {as_value(heads_taking(o)), o.at_establishment("seats")};
        },
        people);
    t.add_of_organisation(facts::seat_overrun_is_reported, "暂时超配已经报批",
                          "占用该项职数的任职中有暂时超职数配备的事前报告并经批复同意",
                          "whether a temporary overrun was approved before one of the appointments",
                          is_overrun_reported);
    t.add_of_organisation(facts::rank_seat_group, "职级分组",
                          "合并计算职数的一组职级", "the ranks whose seats are counted together",
                          [](const organisation_view& o) -> reading {
                              const rank_kind* k = o.rank_seat();
                              return {k != nullptr ? as_value(k->group) : value(),
                                      o.at_establishment("rank_seats")};
                          });
    t.add_of_organisation(
        facts::rank_seat_occupied, "职级实有人数", "审查之日任该组职级的人数",
        "holders of the ranks of the group on that day",
        [](const organisation_view& o) { return of_rank_seat(o, false); }, people);
    t.add_of_organisation(
        facts::rank_seat_occupied_by_leaders, "兼任该组职级的领导干部人数",
        "任该组职级的人员中同时担任领导职务的人数", "those of them who hold a leading post as well",
        [](const organisation_view& o) { return of_rank_seat(o, true); }, people);
    t.add_of_organisation(facts::rank_seat_has_quota, "载有核定的职级职数",
                          "三定载有该组职级的核定数；未载的为否",
                          "whether the organ's own number for the group is on file; never unknown",
                          [](const organisation_view& o) -> reading {
                              const rank_kind* k = o.rank_seat();
                              return {k != nullptr ? value(k->approved.has_value()) : value(),
                                      o.at_establishment("rank_seats")};
                          });
    t.add_of_organisation(facts::rank_seat_quota, "该组职级核定数", "三定为该组职级核定的职数",
                          "seats that the organ's own document approves for the group",
                          [](const organisation_view& o) -> reading {
                              const rank_kind* k = o.rank_seat();
                              const bool is_known = k != nullptr && k->approved;
                              return {is_known ? as_value(*k->approved) : value(),
                                      o.at_establishment("rank_seats")};
                          },
                          {.guard = facts::rank_seat_has_quota, .unit = {"名", "seats"}});
}

}  // namespace xuanren::detail
