// tests/io/read_dossier_test.cpp
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/write_dossier.hpp>

#include "documents.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace xuanren;

namespace {

read_dossier_result read_well(const std::string& text) {
    auto read = read_dossier(text, "dossier.json");
    if (!read)
        for (const problem& p : read.problems()) MESSAGE(p.code, " ", p.at, " ", p.message.en);
    REQUIRE(read);
    return std::move(read).value();
}

}  // namespace

TEST_CASE("read_dossier: a document into records") {
    const auto read = read_well(R"({
      "schema": "xuanren.dossier/1", "as_of": "2022-12-31",
      "organisations": [ { "id": "city", "parent": null }, { "id": "epb", "name": "市生态环境局", "parent": "city", "tier": "prefecture",
        "level": "county_principal", "kind": "政府工作部门", "supervises": ["construction"], "institution_grade": null,
        "establishments": [ { "from": "2019-03-01", "to": null, "headcount": 62,
          "seats": [ { "level": "county_deputy", "role": "deputy", "count": 4 } ],
          "titles": [], "rank_seats": [ { "ranks": ["consultant_1", "二级调研员"], "count": 3 } ] } ] } ],
      "posts": [ { "id": "p", "organisation": "epb", "level": "1A31", "leading": true, "role": "正职", "functions": ["personnel"],
        "committee": null, "qualifications_required": ["judge"] } ],
      "cadres": [ { "id": "c1", "id_number": "11010119900307000X", "born": "1985-03", "sex": "女", "records": { "criminal": [] },
        "party": { "membership": "01" }, "tenures": [ { "post": "p", "from": "2019.05", "to": null, "kind": "substantive",
          "probation": { "months": 12, "ended": null }, "exceptional": { "breaks": ["a/1"], "approved": "2019-05-10" } } ],
        "assessments": [ { "year": 2023, "result": "称职" } ],
        "training": [ { "hours": 7.5 } ], "investigation": null, "relatives": [], "relatives_declared": true } ],
      "appointments": [ { "id": "a1", "candidate": "c1", "post": "p", "kind": "提拔", "exceptional": null,
        "procedure": { "motion": null, "discussion": { "on": "2024-05-20", "present": 7, "ballot": "举手表决" } } } ] })");
    const dossier& d = read.value;
    CHECK(read.unused.empty());
    CHECK(read.warnings.empty());
    CHECK(*d.as_of == civil_date(2022, 12, 31));
    REQUIRE(d.organisations.size() == 2);
    const organisation& epb = d.organisations[1];
    CHECK(*epb.kind == organ_kind::government_department);
    CHECK(epb.institution_grade.is_null());
    CHECK(epb.region.is_absent());
    const establishment& e = epb.establishments->front();
    CHECK(e.to.is_null());
    CHECK(*e.headcount == 62);
    CHECK(e.general_posts.is_absent());
    CHECK(e.titles->empty());
    CHECK(*e.seats->front().level == level::county_deputy);
    CHECK(*e.rank_seats->front().ranks ==
          std::vector<rank>{rank::consultant_1, rank::consultant_2});
    CHECK(*d.posts[0].level == level::county_principal);
    CHECK(*d.posts[0].qualifications_required == std::vector<std::string>{"judge"});
    const cadre& c = d.cadres[0];
    CHECK(*c.sex == sex::female);
    CHECK(c.records->criminal->empty());
    CHECK(c.records->discharged.is_absent());
    CHECK(c.investigation.is_null());
    CHECK(*c.training->front().hours == 7.5);
    CHECK(*c.tenures->front().from == civil_date(2019, 5));
    CHECK(c.tenures->front().probation->ended.is_null());
    CHECK(*c.tenures->front().exceptional->breaks == std::vector<std::string>{"a/1"});
    const appointment& a = d.appointments[0];
    CHECK(*a.kind == kind::promotion);
    CHECK(a.exceptional.is_null());
    CHECK(a.prior_reports.is_absent());
    CHECK(a.procedure->motion.is_null());
    CHECK(a.procedure->inspection.is_absent());
    CHECK(*a.procedure->discussion->ballot == ballot::show_of_hands);
    CHECK(d.links.tenure_post[0][0] == 0);
    CHECK(d.links.appointment_candidate[0] == 0);
}

TEST_CASE("read_dossier: the four states of a key, and a round trip that keeps them apart") {
    struct row {
        const char* name;
        const char* keys;
        bool absent, null, unknown, value;
    };
    const row rows[] = {
        {"缺键", R"("sex":"male")", true, false, false, false},
        {"null", R"("investigation":null)", false, true, false, false},
        {"空字符串", R"("investigation":{"since":""})", false, false, true, false},
        {"不详", R"("investigation":{"since":"不详"})", false, false, true, false},
        {"有值", R"("investigation":{"since":"2024-02"})", false, false, false, true},
    };
    std::vector<dossier> all;
    for (const row& r : rows) {
        const auto read = read_well(testing::cadre_with(r.keys));
        const auto& field = read.value.cadres[0].investigation;
        CAPTURE(r.name);
        CHECK(field.is_absent() == r.absent);
        CHECK(field.is_null() == r.null);
        if (field.has_value()) {
            CHECK(field->since.is_unknown_in_words() == r.unknown);
            CHECK(field->since.is_unknown() == r.unknown);
            CHECK(field->since.has_value() == r.value);
        }
        CHECK(read.warnings.size() == (r.unknown ? 2 : 1));  // the schema is left out in each
        all.push_back(read.value);
        CHECK(read_well(write_dossier(read.value)).value == read.value);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < all.size(); ++k) CHECK((all[i] == all[k]) == (i == k));
}

TEST_CASE("read_dossier: lists left out and empty lists are not the same") {
    const auto without = read_well(R"({"cadres":[]})"),
               with = read_well(R"({"cadres":[],"posts":[]})");
    CHECK_FALSE(without.value.has_posts);
    CHECK(with.value.has_posts);
    CHECK(without.value.has_cadres);
    CHECK(without.value != with.value);
    CHECK(read_well(write_dossier(without.value)).value == without.value);
    CHECK(read_well(write_dossier(with.value)).value == with.value);
}

TEST_CASE("read_dossier: unknown keys come back as unused, x- keys silently, both are kept") {
    const auto read = read_well(
        R"({"schema":"xuanren.dossier/1","x-top":[1,{"a":null}],"hobby":1,"cadres":[{"id":"c","a/b~c":{"id":3},"x-note":"\"\\\n汉",
            "tenures":[{"from":"2019","日期":-0.50e+3}]}]})");
    CHECK(read.unused ==
          std::vector<std::string>{"/hobby", "/cadres/0/a~1b~0c", "/cadres/0/tenures/0/日期"});
    CHECK(read.warnings.empty());
    CHECK(read.value.extras == extra_keys{{"x-top", R"([1,{"a":null}])"}, {"hobby", "1"}});
    CHECK(read.value.cadres[0].extras ==
          extra_keys{{"a/b~c", R"({"id":3})"}, {"x-note", R"("\"\\\n汉")"}});
    CHECK((*read.value.cadres[0].tenures)[0].extras == extra_keys{{"日期", "-0.50e+3"}});
    const auto again = read_well(write_dossier(read.value));
    CHECK(again.value == read.value);
    CHECK(again.unused ==
          std::vector<std::string>{"/cadres/0/tenures/0/日期", "/cadres/0/a~1b~0c", "/hobby"});
}

TEST_CASE("read_dossier: what is taken as meant is told") {
    const auto read = read_well(
        "{\"schema\":\"xuanren.dossier/"
        "1\",\n\"cadres\":[{\"id\":\"c\",\n\"born\":\"１９８５．０３\",\n\"sex\":\"不详\"}]}");
    REQUIRE(read.warnings.size() == 2);
    CHECK(read.warnings[0].code == "XR-DOSSIER-103");
    CHECK(read.warnings[0].at == "/cadres/0/born");
    CHECK(read.warnings[0].line == 3);
    CHECK(read.warnings[1].code == "XR-DOSSIER-102");
    CHECK(read.warnings[1].line == 4);
    CHECK(read.warnings[1].file == "dossier.json");
    CHECK(*read.value.cadres[0].born == civil_date(1985, 3));

    const auto plain = read_well(R"({"cadres":[]})");
    REQUIRE(plain.warnings.size() == 1);
    CHECK(plain.warnings[0].code == "XR-DOSSIER-101");
}

TEST_CASE("read_dossier: numbers keep what they are") {
    const auto read = read_well(
        R"({"cadres":[{"id":"c","training_hours_required":110,"x-big":123456789012345678901234567890,
        "x-exact":0.1000,"training":[{"hours":0.1},{"hours":1e2},{"hours":-0}]}]})");
    CHECK(*read.value.cadres[0].training_hours_required == 110.0);
    CHECK(read.value.cadres[0].extras[0].json == "123456789012345678901234567890");
    CHECK(read.value.cadres[0].extras[1].json == "0.1000");
    const std::string written = write_dossier(read.value);
    CHECK(written.find("\"hours\": 0.1\n") != std::string::npos);
    CHECK(written.find("\"hours\": 100\n") != std::string::npos);
}

TEST_CASE("read_dossier: the order of keys does not matter") {
    const auto one = read_well(
        R"({"posts":[{"id":"p","organisation":"o","title":"局长"}],"organisations":[{"name":"局","id":"o"}]})");
    const auto two = read_well(
        R"({"organisations":[{"id":"o","name":"局"}],"posts":[{"title":"局长","organisation":"o","id":"p"}]})");
    CHECK(one.value == two.value);
    CHECK(write_dossier(one.value) == write_dossier(two.value));
}
