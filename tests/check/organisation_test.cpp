// tests/check/organisation_test.cpp
#include <xuanren/check/check.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/rules.hpp>

#include "bureau.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace xuanren;
using namespace bureau_test;

namespace {

rulebook book_of(const std::string& rules) {
    load_options options;
    options.facts = national_catalogue();
    auto loaded = load_rules(
        {{"act-2019/instrument.json",
          R"({"id":"act-2019","family":"act","version":"2019","authority":"national","effective":"2019-03-03","applies":"appointment.kind = kind.promotion"})"},
         {"act-2019/article-08.json", R"({"instrument":"act-2019","article":8,"rules":)" + rules + "}"}},
        options);
    std::string why;
    if (!loaded)
        for (const problem& p : loaded.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(loaded.has_value(), why);
    return std::move(loaded).value();
}

const char* const seats_rule =
    R"([{"id":"act-2019/8/seats","cite":{},"about":"organisation","each":"seat","must":"seat.occupied <= seat.approved"}])";

const verdict* about(const organisation_report& o, const std::string& subject) {
    for (const verdict& v : o.findings)
        if (v.subject == subject) return &v;
    return nullptr;
}

}  // namespace

TEST_CASE("each kind of seat is judged by itself and named in the finding") {
    const dossier d = read_one(bureau(held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01") + "," +
                                      held("b", "deputy", "2021-01-01") + "," + held("c", "deputy", "2022-01-01")));
    const report r = check(book_of(seats_rule), d);
    REQUIRE(r.organisations.size() == 1);
    const organisation_report& o = r.organisations[0];
    CHECK(o.on == civil_date(2024, 12, 31));
    REQUIRE(about(o, "county_principal/principal") != nullptr);
    CHECK(about(o, "county_principal/principal")->status == status::satisfied);
    REQUIRE(about(o, "county_deputy/deputy") != nullptr);
    CHECK(about(o, "county_deputy/deputy")->status == status::violated);
    CHECK(o.outcome == outcome::violation);
    CHECK(r.organisations_by_outcome[static_cast<std::size_t>(outcome::violation)] == 1);
    REQUIRE(o.seats.size() == 2);
    CHECK(o.seats[1].approved == 2);
    CHECK(o.seats[1].occupied == 3);
    REQUIRE(o.seats[1].holders.size() == 3);
    CHECK(o.seats[1].holders[0].cadre == "a");
    CHECK(o.seats[1].holders[2].since == civil_date(2022, 1, 1));
}

TEST_CASE("what takes no seat is not counted: off the quota by a document, seconded, a member without a post") {
    struct {
        const char* name;
        std::string third;
        status expected;
    } const rows[] = {
        {"a third deputy", held("c", "deputy", "2022-01-01"), status::violated},
        {"off the quota by a document", held("c", "deputy", "2022-01-01", R"(,"off_quota":{"reason":"军转","document":"〔2021〕9号"})"), status::satisfied},
        {"off the quota without one", held("c", "deputy", "2022-01-01", R"(,"off_quota":{"reason":"军转"})"), status::violated},
        {"removed the day before", held("c", "deputy", "2022-01-01", R"(,"removal":{"decided":"2024-12-30","reason":"免职","document":"〔2024〕9号"})"), status::violated},
        {"member of the Party group alone", held("c", "member", "2022-01-01"), status::satisfied},
    };
    for (const auto& row : rows) {
        SUBCASE(row.name) {
            const dossier d = read_one(bureau(held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01") + "," +
                                              held("b", "deputy", "2021-01-01") + "," + row.third));
            const report r = check(book_of(seats_rule), d);
            REQUIRE(r.organisations.size() == 1);
            REQUIRE(about(r.organisations[0], "county_deputy/deputy") != nullptr);
            CHECK(about(r.organisations[0], "county_deputy/deputy")->status == row.expected);
        }
    }
}

TEST_CASE("the review date, else the dossier's own, else the last day of effect") {
    const std::string people = held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01");
    const std::string come = appointed("a1", "h", "head", "2024-06-03", "");
    check_options on;
    on.on = civil_date(2024, 7, 1);
    const rulebook book = book_of(seats_rule);
    CHECK(check(book, read_one(bureau(people, come)), on).organisations.at(0).on == civil_date(2024, 7, 1));
    CHECK(check(book, read_one(bureau(people, come))).organisations.at(0).on == civil_date(2024, 12, 31));
    CHECK(check(book, read_one(bureau(people, come, ""))).organisations.at(0).on == civil_date(2024, 6, 3));
    CHECK(check(book, read_one(bureau(people, "", ""))).organisations.empty());
}

TEST_CASE("an organisation to which no rule applies is left out; findings never touch an appointment's outcome") {
    const dossier d = read_one(bureau(held("h", "head", "2020-01-01")));
    CHECK(check(book_of(R"([{"id":"act-2019/8/r","cite":{},"about":"organisation","applies":"organisation.tier = tier.central","must":"organisation.heads = 1"}])"), d)
              .organisations.empty());
    const report r = check(book_of(R"([{"id":"act-2019/8/r","cite":{},"about":"organisation","must":"organisation.heads = 2"},
                                       {"id":"act-2019/8/s","cite":{},"must":"procedure.has_discussion"}])"),
                           read_one(bureau(held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01"),
                                           appointed("a1", "a", "deputy", "2024-06-03", ""))));
    CHECK(r.organisations.at(0).outcome == outcome::violation);
    CHECK(r.appointments.at(0).outcome != outcome::violation);
}

TEST_CASE("titles, levels and heads of an organ") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/t","cite":{},"about":"organisation","must":"organisation.titles_outside = 0"},
                                      {"id":"act-2019/8/l","cite":{},"about":"organisation","must":"organisation.posts_above_level = 0"},
                                      {"id":"act-2019/8/h","cite":{},"about":"organisation","must":"organisation.heads = 1"}])");
    const auto of = [&](const report& r, const char* id) {
        for (const verdict& v : r.organisations.at(0).findings)
            if (v.of->id() == id) return v.status;
        return status::failed;
    };
    const report good = check(book, read_one(bureau(held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01"))));
    CHECK(of(good, "act-2019/8/t") == status::satisfied);
    CHECK(of(good, "act-2019/8/l") == status::satisfied);
    CHECK(of(good, "act-2019/8/h") == status::satisfied);
    const report bad = check(book, read_one(bureau(held("h", "head", "2020-01-01") + "," + held("i", "head", "2020-01-01") + "," +
                                                   held("a", "assistant", "2020-01-01", R"(,"level":"bureau_deputy")"))));
    CHECK(of(bad, "act-2019/8/t") == status::violated);
    CHECK(of(bad, "act-2019/8/l") == status::violated);
    CHECK(of(bad, "act-2019/8/h") == status::violated);
}

TEST_CASE("an attestation on the organisation decides what is left to people") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/j","cite":{},"about":"organisation","judgement":true}])");
    std::string document = bureau(held("h", "head", "2020-01-01"));
    CHECK(check(book, read_one(document)).organisations.at(0).findings.at(0).status == status::judgement);
    document.insert(document.find(R"("establishments")"), R"("attestations":[{"rule":"act-2019/8","by":"编办","on":"2024-12-01","document":"〔2024〕1号","holds":true}],)");
    CHECK(check(book, read_one(document)).organisations.at(0).findings.at(0).status == status::satisfied);
}

TEST_CASE("seats approved for a group of ranks are those of the rows that make it up") {
    establishment e;
    const auto row = [](std::vector<rank> ranks, std::int64_t count) {
        rank_seat r;
        r.ranks = std::move(ranks);
        r.count = count;
        return r;
    };
    e.rank_seats = std::vector<rank_seat>{row({rank::consultant_1, rank::consultant_2}, 3), row({rank::consultant_3, rank::consultant_4}, 6)};
    CHECK(approved_for(e, ranks_of(rank_group::consultants)) == 9);
    CHECK(approved_for(e, ranks_of(rank_group::consultants_1_2)) == 3);
    CHECK(approved_for(e, ranks_of(rank_group::consultant_1)) == std::nullopt);
    CHECK(approved_for(e, ranks_of(rank_group::principal_staff)) == std::nullopt);
}
