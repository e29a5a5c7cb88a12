#include <xuanren/check/check.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <cstdio>

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

int main() {
    const auto read = xuanren::read_dossier(notice_too_short);
    if (!read) {
        for (const xuanren::problem& p : read.problems()) std::puts(p.message.en.c_str());
        return 1;
    }
    xuanren::check_options options;
    options.calendar = &xuanren::national_calendar();
    const xuanren::report report =
        xuanren::check(xuanren::rulebooks::national(), read->value, options);
    for (const xuanren::verdict& finding : report.appointments.at(0).findings)
        if (finding.of->id() == "appointment-regulations-2019/42/five-working-days")
            return finding.status == xuanren::status::violated ? 0 : 1;
    std::puts("the rule on the days of a notice is not among the findings");
    return 1;
}
