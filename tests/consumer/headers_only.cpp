// What the headers alone give, without the compiled library: a dossier is read, the national rules
// and the calendar are loaded from their folder, facts are derived, the appointment is checked, and
// the report is told.
#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/period.hpp>
#include <xuanren/check/check.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/io/write_dossier.hpp>
#include <xuanren/report/json.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/report/text.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

constexpr const char* document = R"({
  "schema": "xuanren.dossier/1",
  "organisations": [ { "id": "bureau", "name": "某市某局", "parent": null, "tier": "prefecture",
                       "level": "county_principal", "kind": "government_department" } ],
  "posts": [ { "id": "chief", "organisation": "bureau", "title": "科长", "leading": true,
               "level": "township_principal", "role": "principal", "special": false } ],
  "cadres": [ { "id": "c1", "name": "甲", "work_started": "2012-07" } ],
  "appointments": [ { "id": "a1", "candidate": "c1", "post": "chief", "kind": "promotion",
    "term_renewal": false,
    "procedure": { "discussion": { "on": "2022-09-29" },
                   "notice": { "from": "2022-09-30", "to": "2022-10-08" } } } ] })";

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

template <class T>
T unwrap(xuanren::result<T> r) {
    if (r) return std::move(r).value();
    for (const xuanren::problem& p : r.problems()) std::puts(p.message.en.c_str());
    throw std::runtime_error("not readable");
}

void expect(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
}

void run(const std::filesystem::path& rules) {
    using namespace xuanren;
    expect(*parse_date("2021年2月28日") + years(3) == civil_date(2024, 2, 28), "a period by the Civil Code");

    const auto read = unwrap(read_dossier(document));
    expect(read.unused.empty(), "every key known");
    expect(unwrap(read_dossier(write_dossier(read.value))).value.cadres.size() == 1, "written and read again");

    load_options options;
    options.facts = national_catalogue();
    const rulebook book = unwrap(load_rules(rules, options));
    const working_calendar days = unwrap(read_calendar(bytes_of(rules / "calendar/working-days.json")));

    const fact_values facts = derive(*book.facts(), read.value, 0);
    const value& level = facts.values[book.facts()->index_of("target.level")];
    expect(in_words(level, language::zh) == "乡科级正职", "the level of the post");

    check_options how;
    how.calendar = &days;
    const report made = check(book, read.value, how);
    const verdict* notice = nullptr;
    for (const verdict& each : made.appointments.at(0).findings)
        if (each.of->id() == "appointment-regulations-2019/42/five-working-days") notice = &each;
    expect(notice != nullptr && notice->status == status::violated, "a notice too short");

    const wording words = wording_of(book, &days);
    const std::string told = to_text(made, words, names_in(read.value, made));
    expect(told.find("公示期不少于五个工作日") != told.npos, "told as text");
    expect(to_json(made, words).find("xuanren.report/1") != std::string::npos, "told as JSON");
    std::fputs(told.c_str(), stdout);
}

}  // namespace

int main(int count, char** arguments) {
    try {
        run(count > 1 ? arguments[1] : RULES_DIR);
    } catch (const std::exception& e) {
        std::puts(e.what());
        return 1;
    }
    return 0;
}
