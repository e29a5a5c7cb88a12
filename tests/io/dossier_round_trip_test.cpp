// tests/io/dossier_round_trip_test.cpp
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/write_dossier.hpp>

#include <support/dossier_schema.hpp>
#include <support/gen_dossier.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace xuanren;

TEST_CASE("write_dossier: what is written reads back equal, and writes the same again") {
    testing::gen g;
    INFO("XUANREN_SEED=", g.seed());
    for (int i = 0; i < 300; ++i) {
        testing::dossier_gen make(g, {.kept_percent = static_cast<int>(g.between(0, 100))});
        const dossier d = make.make();
        const std::string written = write_dossier(d);
        const auto read = read_dossier(written);
        if (!read)
            for (const problem& p : read.problems()) MESSAGE(p.code, " ", p.at, " ", p.message.en);
        REQUIRE(read);
        REQUIRE(read->value == d);
        REQUIRE(write_dossier(read->value) == written);
        // A plain JSON reader sees the same document, however its blanks fall.
        const auto compact = read_dossier(nlohmann::json::parse(written).dump());
        if (written.find("18446744073709551616") == std::string::npos &&
            written.find("e+2") == std::string::npos) {
            REQUIRE(compact);
            REQUIRE(compact->value.cadres.size() == d.cadres.size());
        }
    }
}

TEST_CASE("write_dossier: generated dossiers reach every key") {
    testing::gen g(1);
    testing::dossier_gen make(g, {.kept_percent = 100, .odd = false});
    const auto whole = nlohmann::json::parse(write_dossier(make.make()));
    std::set<std::string> seen;
    const auto visit = [&seen](const auto& self, const nlohmann::json& value) -> void {
        if (value.is_object())
            for (const auto& [key, inner] : value.items()) {
                seen.insert(key);
                self(self, inner);
            }
        else if (value.is_array())
            for (const auto& inner : value) self(self, inner);
    };
    visit(visit, whole);
    for (const auto* record : testing::all_records())
        for (const auto& key : record->keys) {
            CAPTURE(key.key);
            CHECK(seen.count(std::string(key.key)) == 1);
        }
}

TEST_CASE("write_dossier: text that C++ code made of no UTF-8 still gives a document") {
    dossier d;
    d.cadres.resize(1);
    d.cadres[0].id = "c";
    d.cadres[0].name = "\xD5\xC5\xC8\xFD";
    const auto read = read_dossier(write_dossier(d));
    REQUIRE(read);
    CHECK(*read->value.cadres[0].name == "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("write_dossier: a dossier as it stands on paper") {
    dossier d;
    d.has_posts = d.has_appointments = d.has_organisations = false;
    cadre& c = d.cadres.emplace_back();
    c.id = "c1";
    c.born = civil_date(1985, 3);
    c.investigation = nullptr;
    c.ranks.emplace();
    tenure& t = c.tenures.emplace().emplace_back();
    t.level = level::township_deputy;
    t.to = nullptr;
    t.exceptional.emplace().breaks = std::vector<std::string>{"a/1", "b"};
    CHECK(write_dossier(d) == R"({
  "schema": "xuanren.dossier/1",
  "cadres": [
    {
      "id": "c1",
      "born": "1985-03",
      "tenures": [
        {
          "level": "township_deputy",
          "to": null,
          "exceptional": {
            "breaks": ["a/1", "b"]
          }
        }
      ],
      "ranks": [],
      "investigation": null
    }
  ]
}
)");
}

TEST_CASE("read_dossier: the sample loses nothing") {
    std::ifstream file(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto read = read_dossier(text);
    REQUIRE(read);
    CHECK(read->unused.empty());
    const auto again = read_dossier(write_dossier(read->value));
    REQUIRE(again);
    CHECK(again->value == read->value);
    CHECK(nlohmann::json::parse(write_dossier(read->value)) == nlohmann::json::parse(text));
}
