// tests/check/organisation_test.cpp
#include <xuanren/check/check.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/check/slate.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rules.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace xuanren;

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

dossier read_one(const std::string& json) {
    auto read = read_dossier(json);
    std::string why;
    if (!read)
        for (const problem& p : read.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(read.has_value(), why);
    return std::move(read->value);
}

std::string held(const std::string& id, const std::string& post, const std::string& from, const std::string& more = {}) {
    return R"({"id":")" + id + R"(","name":"某)" + id + R"(","ranks":[],"tenures":[{"post":")" + post + R"(","from":")" + from +
           R"(","to":null,"kind":"substantive")" + more + "}]}";
}

/// A bureau of one head and two deputies, and whoever is said to sit there.
std::string bureau(const std::string& cadres, const std::string& appointments = {}, const std::string& top = R"("as_of":"2024-12-31",)") {
    return R"({"schema":"xuanren.dossier/1",)" + top + R"(
        "organisations":[{"id":"epb","name":"局","parent":null,"tier":"county","level":"county_principal","kind":"government_department",
          "establishments":[{"document":"〔2019〕7号","from":"2019-03-01","to":null,"headcount":20,"general_posts":120,
            "seats":[{"level":"county_principal","role":"principal","count":1},{"level":"county_deputy","role":"deputy","count":2}],
            "titles":["局长","副局长"],"rank_seats":[]}]}],
        "posts":[{"id":"head","organisation":"epb","title":"局长","level":"county_principal","leading":true,"role":"principal"},
                 {"id":"deputy","organisation":"epb","title":"副局长","level":"county_deputy","leading":true,"role":"deputy"},
                 {"id":"assistant","organisation":"epb","title":"局长助理","level":"county_deputy","leading":true,"role":"deputy"},
                 {"id":"member","organisation":"epb","title":"党组成员","level":"county_deputy","leading":true,"role":"member","party_post":true}],
        "cadres":[)" + cadres + R"(],"appointments":[)" + appointments + "]}";
}

const char* const seats_rule =
    R"([{"id":"act-2019/8/seats","cite":{},"about":"organisation","each":"seat","must":"seat.occupied <= seat.approved"}])";

const verdict* about(const organisation_report& o, const std::string& subject) {
    for (const verdict& v : o.findings)
        if (v.subject == subject) return &v;
    return nullptr;
}

std::string appointed(const std::string& id, const std::string& candidate, const std::string& post, const std::string& on,
                      const std::string& vacates) {
    return R"({"id":")" + id + R"(","candidate":")" + candidate + R"(","post":)" + (post.empty() ? "null" : "\"" + post + "\"") +
           (post.empty() ? R"(,"kind":"removal")" : R"(,"kind":"promotion")") + R"(,"vacates":[)" +
           (vacates.empty() ? "" : "\"" + vacates + "\"") + R"(],"procedure":{"discussion":{"on":"2024-05-20"},"appointment":{"on":")" + on +
           R"(","effective":")" + on + R"("}}})";
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

TEST_CASE("a slate: whoever takes a seat waits for the one who leaves it") {
    // a retires, b moves from deputy to head, c takes b's seat; the bureau is full before.
    const std::string people = held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01") + "," +
                               held("b", "deputy", "2020-01-01") + R"(,{"id":"c","name":"某c","ranks":[],"tenures":[]})";
    struct {
        const char* name;
        std::string appointments;
        bool exists, kept;
        std::size_t ties;
    } const rows[] = {
        {"each the same day", appointed("out", "h", "", "2024-06-03", "head") + "," + appointed("up", "b", "head", "2024-06-03", "deputy") + "," + appointed("in", "c", "deputy", "2024-06-03", ""), true, true, 2},
        {"one after another", appointed("out", "h", "", "2024-06-03", "head") + "," + appointed("up", "b", "head", "2024-06-04", "deputy") + "," + appointed("in", "c", "deputy", "2024-06-05", ""), true, true, 2},
        {"in before up", appointed("out", "h", "", "2024-06-03", "head") + "," + appointed("up", "b", "head", "2024-06-05", "deputy") + "," + appointed("in", "c", "deputy", "2024-06-04", ""), true, false, 2},
        {"nobody leaves", appointed("in", "c", "deputy", "2024-06-04", ""), false, false, 0},
    };
    for (const auto& row : rows) {
        SUBCASE(row.name) {
            const dossier d = read_one(bureau(people, row.appointments));
            const occupancy seats(d);
            const slate_order o = order_of_slate(d, seats, {civil_date(2024, 6, 2), civil_date(2024, 6, 2)});
            CHECK(o.exists() == row.exists);
            CHECK(o.is_kept() == row.kept);
            CHECK(o.ties.size() == row.ties);
            if (o.exists() && row.ties == 2) {
                REQUIRE(o.steps.size() == 3);
                CHECK(o.steps[0] == std::vector<std::uint32_t>{0});
                CHECK(o.steps[1] == std::vector<std::uint32_t>{1});
                CHECK(o.steps[2] == std::vector<std::uint32_t>{2});
            }
        }
    }
}

TEST_CASE("two who change seats take effect together") {
    const std::string people = held("h", "head", "2020-01-01") + "," + held("a", "deputy", "2020-01-01") + "," + held("b", "deputy", "2020-01-01");
    const dossier d = read_one(bureau(people, appointed("down", "h", "deputy", "2024-06-03", "head") + "," + appointed("up", "b", "head", "2024-06-03", "deputy")));
    const occupancy seats(d);
    const slate_order o = order_of_slate(d, seats, {civil_date(2024, 6, 2), civil_date(2024, 6, 2)});
    CHECK(o.exists());
    CHECK(o.is_kept());
    REQUIRE(o.steps.size() == 1);
    CHECK(o.steps[0].size() == 2);
}
