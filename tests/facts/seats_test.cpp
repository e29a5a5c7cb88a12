// tests/facts/seats_test.cpp
#include "case_support.hpp"

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/relations/occupancy.hpp>

using namespace facts_test;

namespace {

/// The base case with more cadres in posts of the bureau.
json staffed(std::initializer_list<json> tenures) {
    json b = base();
    int n = 2;
    for (const json& t : tenures) {
        json who = {{"id", "c" + std::to_string(n)},
                    {"name", "乙" + std::to_string(n)},
                    {"ranks", json::array()},
                    {"tenures", {t}}};
        b["cadres"].push_back(who);
        ++n;
    }
    return b;
}
json chief(const char* from, const json& to = nullptr) {
    json t = served("township_principal", from, to);
    t["organisation"] = "air";
    t["role"] = "principal";
    return t;
}
json changed(json t, std::initializer_list<change_of> changes) {
    for (const auto& [key, what] : changes) t[key] = what;
    return t;
}

}  // namespace

TEST_CASE("职数：任职生效日，内设机构计入有三定的上级机构") {
    struct row {
        const char* name;
        json document;
        const char* before;
        const char* after;
    };
    const json one = chief("2020-01-01");
    const row rows[] = {
        {"无人任职", staffed({}), "0", "1"},
        {"现任一人", staffed({one}), "1", "2"},
        {"满员再任，超出一人", staffed({one, one}), "2", "3"},
        {"生效当日腾出", staffed({one, chief("2020-01-01", "2024-06-01")}), "1", "2"},
        {"生效次日才腾出", staffed({one, chief("2020-01-01", "2024-06-02")}), "2", "3"},
        {"当月腾出，是否已腾出不明", staffed({one, chief("2020-01-01", "2024-06")}), "1..2",
         "2..3"},
        {"代理不占职数", staffed({one, changed(one, {{"kind", "acting"}})}), "1", "2"},
        {"代理而载明占职数",
         staffed({one, changed(one, {{"kind", "acting"}, {"takes_seat", true}})}), "2", "3"},
        {"挂职而单列有文件，不占职数",
         staffed({changed(one, {{"kind", "secondment"},
                                {"off_quota", {{"reason", "挂职"}, {"document", "x号"}}}})}),
         "0", "1"},
        {"挂职而单列没有文件，照计",
         staffed({changed(one, {{"kind", "secondment"}, {"off_quota", {{"reason", "挂职"}}}})}), "1",
         "2"},
        {"挂职而载明没有单列，照计",
         staffed({changed(one, {{"kind", "secondment"}, {"off_quota", nullptr}})}), "1", "2"},
        {"挂职而是否单列未载，不明", staffed({changed(one, {{"kind", "secondment"}})}), "0..1",
         "1..2"},
        {"单列而有文件，不占职数",
         staffed({changed(one, {{"off_quota", {{"reason", "援派"}, {"document", "x号"}}}})}), "0",
         "1"},
        {"单列而无文件，照计", staffed({changed(one, {{"off_quota", {{"reason", "援派"}}}})}), "1",
         "2"},
        {"层次未载，不明", staffed({changed(one, {{"level", ""}})}), "0..1", "1..2"},
        {"非领导职务不计", staffed({changed(one, {{"leading", false}, {"role", "staff"}})}), "0",
         "1"},
        {"别的层次不计", staffed({changed(one, {{"level", "township_deputy"}})}), "0", "1"},
        {"机构未载的领导职务，可能占用", staffed({without(one, "/organisation")}), "0..1", "1..2"},
        {"机构未载而层次不同，不计",
         staffed({without(changed(one, {{"level", "county_deputy"}}), "/organisation")}), "0", "1"},
        {"别的机构不计", staffed({changed(one, {{"organisation", "city"}})}), "0", "1"},
        {"卸任日未载，不明", staffed({changed(one, {{"to", "不详"}})}), "0..1", "1..2"},
    };
    for (const row& r : rows) {
        CAPTURE(r.name);
        const facts_of f(r.document);
        CHECK(f["seat.approved"] == "2");
        CHECK(f["seat.occupied_before"] == r.before);
        CHECK(f["seat.occupied_after"] == r.after);
        CHECK(f["seat.people_after"] == r.after);
    }
}

TEST_CASE("职数：同案其他任免") {
    const json b =
        staffed({chief("2020-01-01"), changed(chief("2020-01-01"), {{"post", "other"}})});
    json two = with(b, {{"/posts/2",
                         {{"id", "other"},
                          {"organisation", "epb"},
                          {"level", "township_principal"},
                          {"leading", true},
                          {"role", "principal"}}}});
    two["cadres"][2]["tenures"][0].erase("organisation");
    const json other = {
        {"id", "a2"},
        {"candidate", "c3"},
        {"post", nullptr},
        {"kind", "removal"},
        {"vacates", {"other"}},
        {"procedure",
         {{"discussion", {{"on", "2024-05-20"}}}, {"appointment", {{"effective", "2024-06-01"}}}}}};
    two["appointments"].push_back(other);
    SUBCASE("拟免与拟任同日生效") {
        CHECK(facts_of(two)["seat.occupied_after"] == "2");
    }
    SUBCASE("拟免晚一日生效") {
        two["appointments"][1]["procedure"]["appointment"]["effective"] = "2024-06-02";
        CHECK(facts_of(two)["seat.occupied_after"] == "3");
    }
    SUBCASE("拟免生效日未载") {
        two["appointments"][1]["procedure"].erase("appointment");
        CHECK(facts_of(two)["seat.occupied_after"] == "2..3");
    }
    SUBCASE("另一拟任较早或同日生效，都计入；较晚的不计") {
        two["appointments"][1] = {{"id", "a2"},
                                  {"candidate", "c2"},
                                  {"post", "other"},
                                  {"vacates", json::array()},
                                  {"procedure",
                                   {{"discussion", {{"on", "2024-05-20"}}},
                                    {"appointment", {{"effective", "2024-06-01"}}}}}};
        CHECK(facts_of(two)["seat.occupied_after"] == "4");
        two["appointments"][1]["procedure"]["appointment"]["effective"] = "2024-06-02";
        CHECK(facts_of(two)["seat.occupied_after"] == "3");
    }
    SUBCASE("本人由同类职位转任，腾出原职位") {
        json own = with(base(),
                        {{"/cadres/0/tenures/0", changed(chief("2020-01-01"), {{"post", "other"}})},
                         {"/posts/2", two["posts"][2]},
                         {"/appointments/0/vacates", {"other"}}});
        own["cadres"][0]["tenures"][0].erase("organisation");
        CHECK(facts_of(own)["seat.occupied_after"] == "1");
        CHECK(facts_of(with(own, {{"/appointments/0/vacates",
                                   json::array()}}))["seat.occupied_after"] == "2");
        CHECK(facts_of(without(own, "/appointments/0/vacates"))["seat.occupied_after"] == "1..2");
    }
}

TEST_CASE("核定职数：当日有效的三定，分职务身份的先于不分的") {
    const json b = base();
    CHECK(facts_of(with(b, {{"/posts/0/level", "county_deputy"},
                            {"/posts/0/role", "deputy"}}))["seat.approved"] == "4");
    CHECK(facts_of(with(b, {{"/posts/0/level", "county_deputy"},
                            {"/posts/0/role", "principal"}}))["seat.approved"] == "0");
    CHECK(facts_of(without(with(b, {{"/posts/0/level", "county_deputy"}}),
                           "/posts/0/role"))["seat.approved"] == "?");
    CHECK(facts_of(with(b, {{"/organisations/1/establishments/0/to",
                             "2024-06-01"}}))["seat.approved"] == "?");
    CHECK(facts_of(with(b, {{"/organisations/1/establishments/0/to",
                             "2024-06-02"}}))["seat.approved"] == "2");
    CHECK(facts_of(with(b, {{"/organisations/1/establishments/0/from",
                             "2024-06-02"}}))["seat.approved"] == "?");
    const facts_of none(without(b, "/organisations/1/establishments"));
    CHECK(none["establishment.is_known"] == "false");
    CHECK(none["seat.approved"] == "?");
    CHECK(none["seat.occupied_after"] == "?");
    const facts_of f(b);
    CHECK(f["establishment.headcount"] == "62");
    CHECK(f["establishment.occupied_after"] == "1");
    CHECK(f["establishment.allows_title"] == "true");
    CHECK(f.source("seat.approved") == "/organisations/1/establishments/0/seats");
    CHECK(facts_of(with(b, {{"/posts/0/title", "局长助理"}}))["establishment.allows_title"] ==
          "false");
    // Two versions: the one of the day on which the appointment takes effect.
    json two = b;
    two["organisations"][1]["establishments"][0]["to"] = "2024-06-01";
    two["organisations"][1]["establishments"].push_back(
        {{"from", "2024-06-01"},
         {"to", nullptr},
         {"seats", {{{"level", "township_principal"}, {"count", 5}}}}});
    CHECK(facts_of(two)["seat.approved"] == "5");
}

TEST_CASE("任职生效日未载：以讨论之后的全部日子计") {
    const json b = without(staffed({chief("2020-01-01"), chief("2020-01-01", "2024-07-01")}),
                           "/appointments/0/procedure/appointment");
    CHECK(facts_of(b)["seat.occupied_after"] == "2..3");
}

TEST_CASE("职级职数") {
    json b = with(base(), {{"/appointments/0/post", nullptr},
                           {"/appointments/0/to_rank", "principal_staff_2"},
                           {"/appointments/0/vacates", json::array()}});
    b["cadres"].push_back(
        {{"id", "c2"},
         {"name", "乙"},
         {"tenures", {chief("2020-01-01")}},
         {"ranks", {{{"rank", "principal_staff_1"}, {"from", "2021-01-01"}, {"to", nullptr}}}}});
    CHECK(facts_of(b)["rank_seat.approved"] == "2");
    CHECK(facts_of(b)["rank_seat.occupied_after"] == "2");
    CHECK(facts_of(with(b, {{"/appointments/0/to_rank", "staff_1"}}))["rank_seat.is_limited"] ==
          "false");
    CHECK(facts_of(with(b, {{"/appointments/0/to_rank", "staff_1"}}))["rank_seat.approved"] == "?");
    CHECK(facts_of(without(
              b, "/organisations/1/establishments/0/rank_seats"))["rank_seat.is_limited"] == "?");
    CHECK(facts_of(without(b, "/cadres/1/ranks"))["rank_seat.occupied_after"] == "1..2");
}

TEST_CASE("改任职级：腾出职数，仍是本机构的人") {
    json b = with(base(), {{"/appointments/0/post", nullptr},
                           {"/appointments/0/to_rank", "principal_staff_2"},
                           {"/appointments/0/vacates", {"vice"}}});
    CHECK(facts_of(b)["rank_seat.occupied_after"] == "1");
    CHECK(facts_of(b)["establishment.occupied_after"] == "1");
    b["posts"].push_back({{"id", "vice2"},
                          {"organisation", "air"},
                          {"title", "副科长"},
                          {"level", "township_deputy"},
                          {"leading", true},
                          {"role", "deputy"}});
    b["cadres"].push_back({{"id", "c2"}, {"name", "乙"}, {"tenures", json::array()}});
    b["appointments"].push_back({{"id", "a2"},
                                 {"candidate", "c2"},
                                 {"post", "vice2"},
                                 {"vacates", json::array()},
                                 {"procedure", b["appointments"][0]["procedure"]}});
    CHECK(facts_of(b, 1)["seat.occupied_after"] == "1");
}

TEST_CASE("职数计入有三定的机构：本机构，或者最近的上级机构") {
    const dossier d = read(base());
    const occupancy o(d);
    CHECK(o.home_of(1) == 1);
    CHECK(o.home_of(2) == 1);
    CHECK(o.home_of(0) == no_record);
}

TEST_CASE("职级：最近一次生效的晋升，卷宗已有记录的以记录为准") {
    const auto rank_up = [](const char* id, const char* to, const char* on) {
        return json{{"id", id},
                    {"candidate", "c2"},
                    {"post", nullptr},
                    {"kind", "rank_promotion"},
                    {"to_rank", to},
                    {"vacates", json::array()},
                    {"procedure",
                     {{"discussion", {{"on", "2023-05-20"}}}, {"appointment", {{"effective", on}}}}}};
    };
    json b = staffed({chief("2020-01-01")});
    b["appointments"].push_back(rank_up("a2", "consultant_4", "2023-06-01"));
    const rank fourth[] = {rank::consultant_4}, third[] = {rank::consultant_3};
    const auto counts = [&](const json& document, const char* on) {
        const dossier d = read(document);
        const occupancy o(d);
        const civil_date day = *parse_date(on);
        return std::pair(o.ranked(1, fourth, {{day, day}}), o.ranked(1, third, {{day, day}}));
    };
    using both = std::pair<head_count, head_count>;
    CHECK(counts(b, "2023-05-31") == both({0, 0}, {0, 0}));
    CHECK(counts(b, "2023-06-01") == both({1, 1}, {0, 0}));
    // A later rank on file goes before an earlier appointment.
    json later = with(b, {{"/cadres/1/ranks",
                           {{{"rank", "consultant_3"}, {"from", "2024-03-01"}, {"to", nullptr}}}}});
    CHECK(counts(later, "2024-02-29") == both({1, 1}, {0, 0}));
    CHECK(counts(later, "2024-03-01") == both({0, 0}, {1, 1}));
    // So does the later of two appointments.
    json twice = b;
    twice["appointments"].push_back(rank_up("a3", "consultant_3", "2023-12-01"));
    CHECK(counts(twice, "2023-11-30") == both({1, 1}, {0, 0}));
    CHECK(counts(twice, "2023-12-01") == both({0, 0}, {1, 1}));
    // One whose day is not on file may have taken effect.
    json undated = b;
    undated["appointments"][1]["procedure"].erase("appointment");
    CHECK(counts(undated, "2024-01-01") == both({0, 1}, {0, 0}));
}
