// tests/relations/seat_ledger_test.cpp
#include <xuanren/records/link.hpp>
#include <xuanren/relations/seat_ledger.hpp>

#include "support/gen.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;

namespace {

const day_span on{civil_date(2024, 1, 1), civil_date(2024, 1, 1)};

/// A few organs with posts of several kinds, people who hold one or two of them in one way or
/// another, and appointments that come, go and change.
dossier random_service(testing::gen& g) {
    dossier book;
    const level levels[] = {level::county_deputy, level::township_principal};
    const role roles[] = {role::principal, role::deputy, role::member};
    for (int o = 0; o < 4; ++o) {
        organisation organ;
        organ.id = "o" + std::to_string(o);
        if (o == 3) organ.parent = "o0";
        else organ.parent = nullptr;
        if (o != 3) {
            establishment e;
            e.from = civil_date(2019, 3, 1);
            e.to = nullptr;
            std::vector<seat> seats;
            for (const level l : levels) {
                seat s;
                s.level = l;
                if (!g.one_in(4)) s.role = g.one_of(roles);
                if (!g.one_in(6)) s.count = g.between(0, 3);
                seats.push_back(s);
            }
            e.seats = std::move(seats);
            organ.establishments = std::vector<establishment>{std::move(e)};
        }
        book.organisations.push_back(std::move(organ));
    }
    for (int p = 0; p < 12; ++p) {
        post each;
        each.id = "p" + std::to_string(p);
        each.organisation = "o" + std::to_string(g.between(0, 3));
        if (!g.one_in(8)) each.level = g.one_of(levels);
        if (!g.one_in(6)) each.role = g.one_of(roles);
        if (!g.one_in(6)) each.leading = !g.one_in(6);
        book.posts.push_back(std::move(each));
    }
    const auto post_id = [&g] { return "p" + std::to_string(g.between(0, 11)); };
    const tenure_kind kinds[] = {tenure_kind::substantive, tenure_kind::substantive, tenure_kind::concurrent,
                                 tenure_kind::acting, tenure_kind::secondment};
    for (int c = 0; c < 10; ++c) {
        cadre who;
        who.id = "c" + std::to_string(c);
        std::vector<tenure> held;
        for (int t = static_cast<int>(g.between(0, 3)); t > 0; --t) {
            tenure each;
            each.post = post_id();
            each.from = g.date(2019, 2024);
            if (g.one_in(4)) each.to = g.date(2023, 2025);
            else if (!g.one_in(6)) each.to = nullptr;
            if (!g.one_in(8)) each.kind = g.one_of(kinds);
            if (g.one_in(6)) {
                off_quota off;
                if (!g.one_in(3)) off.document = "号";
                each.off_quota = off;
            }
            held.push_back(std::move(each));
        }
        who.tenures = std::move(held);
        book.cadres.push_back(std::move(who));
    }
    for (int a = 0; a < 12; ++a) {
        appointment each;
        each.id = "a" + std::to_string(a);
        each.candidate = "c" + std::to_string(g.between(0, 9));
        if (g.one_in(4)) {
            each.post = nullptr;
            each.kind = kind::removal;
        } else {
            each.post = post_id();
            each.kind = g.one_in(8) ? kind::secondment : kind::promotion;
        }
        if (!g.one_in(5)) each.vacates = g.one_in(3) ? std::vector<std::string>{} : std::vector<std::string>{post_id()};
        procedure how;
        if (!g.one_in(8)) {
            discussion meeting;
            meeting.on = civil_date(2024, 5, 20);
            how.discussion = meeting;
        }
        each.procedure = std::move(how);
        book.appointments.push_back(std::move(each));
    }
    static_cast<void>(link(book));
    return book;
}

/// People on a row, counted from the records anew.
head_count people_anew(const occupancy& seats, const seat_row& r, const establishment* e, const seat_moment& at) {
    std::map<std::uint32_t, standing> most;
    head_count out;
    seats.each_taker(r.home, r.level, r.role, r.line, e, at, [&](const holding& h, standing s) {
        auto& held = most.emplace(h.cadre, standing::no).first->second;
        held = either(held, s);
    });
    for (const auto& [who, s] : most) out.add(s);
    return out;
}

}  // namespace

TEST_CASE("a ledger tells what counting the records anew tells, whatever is carried out or taken back") {
    testing::gen g;
    INFO("XUANREN_SEED=", g.seed());
    std::size_t overs = 0;
    for (int round = 0; round < 400; ++round) {
        const dossier book = random_service(g);
        const occupancy seats(book);
        seat_ledger kept(seats, on);
        std::vector<carried> done(book.appointments.size(), carried::no);
        for (int step = 0; step < 25; ++step) {
            std::vector<std::uint32_t> over;
            for (std::uint32_t r = 0; r < kept.counts().rows().size(); ++r) {
                const seat_row& row = kept.counts().rows()[r];
                const establishment* e = seats.in_force(row.home, on);
                seat_moment at{on};
                at.carried_out = done;
                const head_count taken = seats.taken(row.home, row.level, row.role, row.line, e, at);
                CHECK(kept.counts().taken(r) == taken);
                CHECK(kept.counts().people(r) == people_anew(seats, row, e, at));
                const bool is_over = row.approved && taken.certain > *row.approved;
                CHECK(kept.counts().is_row_over(r) == is_over);
                if (is_over && std::find(over.begin(), over.end(), row.home) == over.end()) over.push_back(row.home);
            }
            std::vector<std::uint32_t> told(kept.over().begin(), kept.over().end());
            std::sort(told.begin(), told.end());
            std::sort(over.begin(), over.end());
            CHECK(told == over);
            overs += over.size();
            const auto a = static_cast<std::uint32_t>(g.between(0, 11));
            CHECK(kept.is_applied(a) == (done[a] == carried::yes));
            if (done[a] == carried::yes) kept.undo(a);
            else kept.apply(a);
            done[a] = done[a] == carried::yes ? carried::no : carried::yes;
        }
    }
    CHECK(overs > 1000);
}

TEST_CASE("carrying out twice, or taking back what was not carried out, changes nothing") {
    testing::gen g(7);
    const dossier book = random_service(g);
    const occupancy seats(book);
    seat_ledger once(seats, on), twice(seats, on);
    for (std::uint32_t a = 0; a < book.appointments.size(); ++a) {
        once.apply(a);
        twice.undo(a);
        twice.apply(a);
        twice.apply(a);
    }
    for (std::uint32_t r = 0; r < once.counts().rows().size(); ++r)
        CHECK(once.counts().taken(r) == twice.counts().taken(r));
}
