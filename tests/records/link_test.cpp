// tests/records/link_test.cpp
#include <xuanren/records/link.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;

namespace {

using coded = std::vector<std::pair<std::string, std::string>>;

/// Code and place of each problem.
coded problems_of(dossier& d) {
    coded out;
    for (const problem& p : link(d)) out.emplace_back(p.code, p.at);
    return out;
}

organisation organ(std::string id, field<std::string> parent = {}) {
    organisation o;
    o.id = std::move(id);
    o.parent = std::move(parent);
    return o;
}

establishment version(field<civil_date> from, field<civil_date> to) {
    establishment e;
    e.from = from;
    e.to = to;
    return e;
}

}  // namespace

TEST_CASE("link: references become positions") {
    dossier d;
    d.organisations = {organ("city"), organ("epb", "city"), organ("alone", nullptr)};
    d.posts.resize(2);
    d.posts[0].id = "head";
    d.posts[1].id = "deputy";
    d.posts[1].organisation = "epb";
    d.posts[1].reports_to = "head";
    d.cadres.resize(2);
    d.cadres[0].id = "c1";
    d.cadres[1].id = "c2";
    d.cadres[1].tenures.emplace().resize(2);
    (*d.cadres[1].tenures)[1].post = "deputy";
    d.cadres[1].relatives.emplace().resize(1);
    (*d.cadres[1].relatives)[0].person = "c1";
    d.appointments.resize(1);
    d.appointments[0].id = "a1";
    d.appointments[0].candidate = "c2";
    d.appointments[0].post = "head";
    d.appointments[0].vacates.emplace().push_back("deputy");
    REQUIRE(problems_of(d).empty());

    const dossier copied = d;
    for (const dossier* each : {static_cast<const dossier*>(&d), &copied}) {
        const dossier_links& l = each->links;
        CHECK(l.organisation_parent == std::vector<std::uint32_t>{no_record, 0, no_record});
        CHECK(l.post_organisation == std::vector<std::uint32_t>{no_record, 1});
        CHECK(l.post_reports_to == std::vector<std::uint32_t>{no_record, 0});
        CHECK(l.tenure_post[1] == std::vector<std::uint32_t>{no_record, 1});
        CHECK(l.relative_person[1] == std::vector<std::uint32_t>{0});
        CHECK(l.appointment_candidate == std::vector<std::uint32_t>{1});
        CHECK(l.appointment_post == std::vector<std::uint32_t>{0});
        CHECK(l.appointment_vacates[0] == std::vector<std::uint32_t>{1});
        REQUIRE(each->find_post("deputy") != nullptr);
        CHECK(each->find_post("deputy") == &each->posts[1]);
        CHECK(each->find_cadre("nobody") == nullptr);
    }
}

TEST_CASE("link: circles are printed, each once") {
    dossier d;
    d.organisations = {organ("into", "a"), organ("a", "b"), organ("b", "c"), organ("c", "a"),
                       organ("self", "self")};
    const auto problems = link(d);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == "XR-DOSSIER-013");
    CHECK(problems[0].found == "a → b → c → a");
    CHECK(problems[0].at == "/organisations/1/parent");
    CHECK(problems[0].message.zh.find("a → b → c → a") != std::string::npos);
    CHECK(problems[1].found == "self → self");
}

TEST_CASE("link: a chain of a million posts, straight and closed") {
    dossier d;
    constexpr std::size_t length = 1'000'000;
    d.posts.resize(length);
    for (std::size_t i = 0; i < length; ++i) {
        d.posts[i].id = std::to_string(i);
        if (i + 1 < length) d.posts[i].reports_to = std::to_string(i + 1);
    }
    CHECK(link(d).empty());
    d.posts[length - 1].reports_to = "0";
    const auto problems = link(d);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].found.size() < 300);
    CHECK(problems[0].found.ends_with("→ … → 0"));
}

TEST_CASE("link: versions of an establishment") {
    struct row {
        const char* name;
        std::vector<establishment> versions;
        bool overlaps;
    };
    const civil_date y2019(2019), m2019(2019, 3), d2019(2019, 3, 1), d2021(2021, 6, 30),
        d2022(2022, 1, 1);
    const row rows[] = {
        {"前后相接，不重叠", {version(d2019, d2021), version(d2021, nullptr)}, false},
        {"次序颠倒亦可", {version(d2021, nullptr), version(d2019, d2021)}, false},
        {"重叠一日", {version(d2019, d2022), version(civil_date(2021, 12, 31), nullptr)}, true},
        {"两版均现行", {version(d2019, nullptr), version(d2021, nullptr)}, true},
        {"止日不明，不能断定", {version(d2019, {}), version(d2021, nullptr)}, false},
        {"止日不明而同日起，必重叠", {version(d2019, {}), version(d2019, {})}, true},
        {"月份相接，不能断定",
         {version(d2019, civil_date(2021, 6)), version(civil_date(2021, 6), nullptr)},
         false},
        {"年份必重叠", {version(y2019, nullptr), version(civil_date(2020), nullptr)}, true},
        {"年月可不重叠", {version(y2019, m2019), version(m2019, nullptr)}, false},
        {"起日不明，不能断定", {version({}, nullptr), version(d2019, nullptr)}, false},
        {"隔一版重叠",
         {version(d2019, d2022), version(civil_date(2019, 4), civil_date(2019, 6)),
          version(d2021, nullptr)},
         true},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            dossier d;
            d.organisations = {organ("o")};
            d.organisations[0].establishments = r.versions;
            const auto found = problems_of(d);
            CHECK(found.empty() != r.overlaps);
            for (const auto& [code, at] : found) CHECK(code == "XR-DOSSIER-014");
        }
    }
}

TEST_CASE("link: dates in an order that cannot be") {
    struct row {
        const char* name;
        field<civil_date> from, to;
        bool wrong;
    };
    const row rows[] = {
        {"止于起日前一日，错", civil_date(2020, 3, 2), civil_date(2020, 3, 1), true},
        {"同日，可", civil_date(2020, 3, 1), civil_date(2020, 3, 1), false},
        {"止月即起月，可", civil_date(2020, 3, 31), civil_date(2020, 3), false},
        {"止年早于起月，错", civil_date(2020, 3), civil_date(2019), true},
        {"起年内止，可", civil_date(2020), civil_date(2020, 1, 1), false},
        {"至今，可", civil_date(2020), nullptr, false},
        {"止不明，可", civil_date(2020), {}, false},
        {"起不明，可", {}, civil_date(1950), false},
        {"起填不详，可", field<civil_date>(unknown_word::not_clear), civil_date(1950), false},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            dossier d;
            d.cadres.resize(1);
            d.cadres[0].id = "c";
            tenure& t = d.cadres[0].tenures.emplace().emplace_back();
            t.from = r.from;
            t.to = r.to;
            CHECK(problems_of(d) ==
                  (r.wrong ? coded{{"XR-DOSSIER-015", "/cadres/0/tenures/0/to"}} : coded{}));
        }
    }
}
