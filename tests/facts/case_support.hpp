// tests/facts/case_support.hpp
#pragma once

#include <xuanren/facts/steps.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace facts_test {

using nlohmann::json;
using namespace xuanren;

/// A dossier with what a test changes in it.
using change_of = std::pair<std::string, json>;
inline json with(json base, std::initializer_list<change_of> changes) {
    for (const auto& [pointer, what] : changes) base[json::json_pointer(pointer)] = what;
    return base;
}
inline json without(json base, const std::string& pointer) {
    const json::json_pointer at(pointer);
    base[at.parent_pointer()].erase(at.back());
    return base;
}

/// Reads a document, which must be right.
dossier read(const json& document);

/// The facts of one appointment of a document, by name: words, ISO dates, "low..high" for what is
/// not known exactly, "?" for what is not known.
class facts_of {
public:
    explicit facts_of(const json& document, std::size_t appointment = 0,
                      const review_scope& scope = {});
    const std::string& operator[](const std::string& name) const;
    const std::string& source(const std::string& name) const;

private:
    std::map<std::string, std::pair<std::string, std::string>> values_;
};

/// A tenure outside the posts of the dossier.
inline json served(const std::string& level, const std::string& decided, const json& to = nullptr) {
    return {{"title", "职务" + decided},
            {"level", level},
            {"role", "deputy"},
            {"leading", true},
            {"decided", decided},
            {"from", decided},
            {"to", to},
            {"kind", "substantive"},
            {"change", "lateral"},
            {"probation", nullptr},
            {"exceptional", nullptr}};
}

/// One bureau, two posts, one cadre, one appointment decided on 2024-05-20.
inline json base() {
    return json::parse(R"({
  "schema": "xuanren.dossier/1",
  "organisations": [
    { "id": "city", "name": "市政府", "parent": null, "tier": "prefecture", "level": "bureau_principal", "kind": "government" },
    { "id": "epb", "name": "环境局", "parent": "city", "tier": "prefecture", "level": "county_principal", "kind": "government_department",
      "establishments": [ { "document": "x", "from": "2019-03-01", "to": null, "headcount": 62, "general_posts": 48,
        "seats": [ { "level": "county_deputy", "role": "deputy", "count": 4 }, { "level": "township_principal", "count": 2 },
                   { "level": "township_deputy", "count": 3 } ],
        "titles": ["科长", "副科长"], "rank_seats": [ { "ranks": ["principal_staff_1", "principal_staff_2"], "count": 2 } ] } ] },
    { "id": "air", "name": "大气科", "parent": "epb", "kind": "internal_unit", "level": "township_principal" } ],
  "posts": [
    { "id": "chief", "organisation": "air", "title": "大气科科长", "level": "township_principal", "leading": true, "role": "principal" },
    { "id": "vice", "organisation": "air", "title": "大气科副科长", "level": "township_deputy", "leading": true, "role": "deputy" } ],
  "cadres": [ { "id": "c1", "name": "甲", "work_started": "2010-07-01", "service_breaks": [], "ranks": [], "sanctions": [], "investigation": null,
    "tenures": [ { "post": "vice", "from": "2019-05-20", "decided": "2019-05-20", "to": null, "kind": "substantive", "change": "promotion",
                   "exceptional": null, "probation": null } ] } ],
  "appointments": [ { "id": "a1", "candidate": "c1", "post": "chief", "vacates": ["vice"], "exceptional": null,
    "procedure": { "motion": { "on": "2024-03-01" }, "candidates": { "on": "2024-03-18" },
                   "discussion": { "on": "2024-05-20", "members": 9, "present": 7, "in_favour": 6 },
                   "appointment": { "on": "2024-05-28", "effective": "2024-06-01" } } } ] })");
}

}  // namespace facts_test
