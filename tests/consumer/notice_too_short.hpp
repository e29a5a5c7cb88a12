#pragma once

// A notice across the National Day week of 2022: of its days only 30 September and the make-up
// Saturday, 8 October, are working days.
inline constexpr const char* notice_too_short = R"({
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
