#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <xuanren/testing/doctest.hpp>

// A notice across the National Day week of 2022: of its days only 30 September and the make-up
// Saturday, 8 October, are working days.
constexpr const char* notice_too_short = R"({
  "schema": "xuanren.dossier/1",
  "organisations": [ { "id": "bureau", "name": "某市某局", "parent": null, "tier": "prefecture",
                       "level": "county_principal", "kind": "government_department" } ],
  "posts": [ { "id": "chief", "organisation": "bureau", "title": "科长", "leading": true,
               "level": "township_principal", "role": "principal", "special": false } ],
  "cadres": [ { "id": "c1", "name": "甲" } ],
  "appointments": [ { "id": "a1", "candidate": "c1", "post": "chief", "kind": "promotion",
    "term_renewal": false,
    "procedure": { "discussion": { "on": "2022-09-29" },
                   "notice": { "from": "2022-09-30", "to": "2022-10-08" } } } ] })";

TEST_CASE("a notice across the National Day week is too short") {
    const auto found = xuanren::testing::tested_dossier::by_national_rules(notice_too_short);
    CHECK_VIOLATES(found["a1"], "appointment-regulations-2019/42/*");
    CHECK_FALSE(xuanren::testing::is_compliant(found));
}
