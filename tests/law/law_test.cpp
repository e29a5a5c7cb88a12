#include <xuanren/check/check.hpp>
#include <xuanren/check/check_case.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/rules.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using json = nlohmann::ordered_json;
using namespace xuanren;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

template <class T>
T unwrap(result<T> r) {
    if (r) return std::move(r).value();
    std::string all;
    for (const problem& p : r.problems())
        all += p.code + " " + p.file + p.at + " " + p.message.en + "\n";
    throw std::runtime_error(all);
}

// A row of a case file with its `given` taken in: one rule or definition, facts by name, the answer.
struct law_case {
    std::string subject;     // a rule's id, or a definition's
    bool is_definition = false;
    std::string name;
    json facts = json::object();
    std::string on;
    std::string review;
    std::optional<bool> attested;
    std::vector<std::string> departures;
    json expect;
    std::optional<std::set<std::string>> missing;
};

struct case_file {
    std::string name;
    std::vector<law_case> cases;
};

law_case read_case(const json& entry, const json& row) {
    law_case out;
    out.is_definition = entry.contains("definition");
    out.subject = entry.at(out.is_definition ? "definition" : "rule");
    out.name = row.at("name");
    if (entry.contains("given")) out.facts = entry["given"];
    if (row.contains("unknown"))
        for (const json& name : row["unknown"]) out.facts.erase(name.get<std::string>());
    if (row.contains("facts")) out.facts.update(row["facts"]);
    out.on = row.value("on", "");
    out.review = row.value("review", "");
    if (row.contains("attested")) out.attested = row["attested"].get<bool>();
    if (row.contains("departures"))
        out.departures = row["departures"].get<std::vector<std::string>>();
    out.expect = row.at("expect");
    if (row.contains("missing")) out.missing = row["missing"].get<std::set<std::string>>();
    return out;
}

const std::vector<case_file>& case_files() {
    static const std::vector<case_file> files = [] {
        const std::filesystem::path folder = std::filesystem::path(XUANREN_SOURCE_DIR) / "tests/law";
        std::vector<case_file> out;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.path().string().ends_with(".cases.json")) continue;
            case_file file;
            file.name = std::filesystem::relative(entry.path(), folder).generic_string();
            const json tree = json::parse(bytes_of(entry.path()));
            for (const json& subject : tree.is_array() ? tree : json::array({tree}))
                for (const json& row : subject.at("cases"))
                    file.cases.push_back(read_case(subject, row));
            out.push_back(std::move(file));
        }
        std::sort(out.begin(), out.end(),
                  [](const case_file& a, const case_file& b) { return a.name < b.name; });
        return out;
    }();
    return files;
}

// The answer that a definition's row expects, as a FEEL condition on it.
std::string expectation(const definition& d, const json& expect) {
    const std::size_t dot = d.id.rfind('.') + 1;
    const std::string has = d.id.substr(0, dot) + "has_" + d.id.substr(dot);
    if (expect.is_null()) return "not(" + has + ")";
    std::string held = expect.is_string() ? expect.get<std::string>() : expect.dump();
    if (d.type_name == "date" || d.type_name == "months" || d.type_name == "days")
        held = "@\"" + held + "\"";
    else if (d.type_name != "number" && d.type_name != "boolean") held = d.type_name + "." + held;
    const std::string condition = d.id + " = " + held;
    return d.can_be_none ? has + " and " + condition : condition;
}

std::string probe_id(std::size_t file, std::size_t row) {
    return "law-test/" + std::to_string(file) + "." + std::to_string(row);
}

const rulebook& national() {
    static const rulebook book = [] {
        load_options options;
        options.facts = national_catalogue();
        const std::filesystem::path rules = std::filesystem::path(XUANREN_SOURCE_DIR) / "rules";
        return unwrap(load_rules(rules, options));
    }();
    return book;
}

// The national rulebook, with one rule for each row about a definition that asks for its answer.
const rulebook& probed() {
    static const rulebook book = [] {
        rulebook_parts parts = national().parts();
        for (std::size_t f = 0; f < case_files().size(); ++f)
            for (std::size_t i = 0; i < case_files()[f].cases.size(); ++i) {
                const law_case& c = case_files()[f].cases[i];
                if (!c.is_definition) continue;
                const auto d =
                    std::find_if(parts.definitions.begin(), parts.definitions.end(),
                                 [&](const auto& held) { return held->id == c.subject; });
                if (d == parts.definitions.end())
                    throw std::runtime_error("no definition " + c.subject);
                rule probe(probe_id(f, i));
                probe.cite("law-test", 1).at((*d)->at).must(formula(expectation(**d, c.expect)));
                parts.rules.push_back(std::make_shared<const rule>(std::move(probe)));
            }
        return unwrap(rulebook::make(std::move(parts)));
    }();
    return book;
}

const working_calendar& calendar() {
    static const working_calendar read = [] {
        const auto file =
            std::filesystem::path(XUANREN_SOURCE_DIR) / "rules/calendar/working-days.json";
        return unwrap(read_calendar(bytes_of(file), file.string()));
    }();
    return read;
}

const char* word(status s) {
    switch (s) {
        case status::not_applicable: return "not_applicable";
        case status::satisfied: return "satisfied";
        case status::violated: return "violated";
        case status::excepted: return "excepted";
        case status::undetermined: return "undetermined";
        case status::judgement: return "judgement";
        case status::pending: return "pending";
        case status::failed: return "failed";
    }
    return "";
}

std::optional<civil_date> day(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return unwrap(parse_date(text));
}

std::string listed(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += name + " ";
    return out;
}

void run(const law_case& c, const std::string& rule_id, const std::string& expected) {
    case_row row;
    row.facts = c.facts.dump();
    row.on = day(c.on);
    row.review = day(c.review);
    row.calendar = &calendar();
    row.departures = c.departures;
    if (c.attested) {
        recorded_judgement said;
        said.rule = c.subject;
        said.by = "党委（党组）";
        said.on = day(c.on);
        said.document = "研判记录";
        said.holds = *c.attested;
        row.attestations.push_back(said);
    }
    const rulebook& book = probed();
    const auto answer = evaluate_case(book, rule_id, row);
    if (!answer) {
        for (const problem& p : answer.problems())
            FAIL_CHECK(p.code << " " << p.at << " " << p.message.en);
        return;
    }
    INFO(c.subject);
    if (answer->has_value() && !(*answer)->failure.empty()) MESSAGE((*answer)->failure);
    CHECK(std::string(answer->has_value() ? word((*answer)->status) : "not_in_force") == expected);
    if (c.missing && answer->has_value()) {
        std::set<std::string> names;
        for (const std::size_t index : (*answer)->missing)
            names.insert((*book.facts())[index].name);
        CHECK(listed(names) == listed(*c.missing));
    }
}

}  // namespace

TEST_CASE("the rows of the law") {
    for (std::size_t f = 0; f < case_files().size(); ++f) {
        const case_file& file = case_files()[f];
        SUBCASE(file.name.c_str()) {
            for (std::size_t i = 0; i < file.cases.size(); ++i) {
                const law_case& c = file.cases[i];
                const std::string title = c.subject + " " + c.name;
                SUBCASE(title.c_str()) {
                    if (c.is_definition) run(c, probe_id(f, i), "satisfied");
                    else run(c, c.subject, c.expect.get<std::string>());
                }
            }
        }
    }
}

TEST_CASE("every rule has its rows: met, short, missing, out of scope, exception or version edge") {
    std::map<std::string, std::map<std::string, int>> seen;
    std::map<std::string, std::set<std::string>> names;
    for (const case_file& file : case_files())
        for (const law_case& c : file.cases) {
            CHECK_MESSAGE(names[c.subject].insert(c.name).second,
                          c.subject << " " << c.name << " stands twice");
            if (!c.is_definition) ++seen[c.subject][c.expect.get<std::string>()];
        }
    for (const auto& r : national().rules()) {
        const auto& rows = seen[r->id()];
        int count = 0;
        for (const auto& [expect, n] : rows) count += n;
        CHECK_MESSAGE(count >= 5, r->id() << " has " << count << " rows");
        for (const char* needed : {"satisfied", "undetermined", "not_applicable"})
            CHECK_MESSAGE(rows.contains(needed), r->id() << " has no row that is " << needed);
        CHECK_MESSAGE((rows.contains("violated") || rows.contains("judgement")),
                      r->id() << " is never short");
    }
    for (const auto& subject : seen)
        CHECK_MESSAGE(national().find(subject.first), subject.first << " is no rule");
}

TEST_CASE("every exception sets something aside in a row, every computed date or number has one") {
    std::set<std::string> defined;
    std::set<std::string> excepted;
    for (const case_file& file : case_files())
        for (const law_case& c : file.cases) {
            if (c.is_definition) defined.insert(c.subject);
            else if (c.expect == "excepted") excepted.insert(c.subject);
        }
    // A pattern may name a family without its version, and a prefix by /*.
    const auto reaches = [](const std::string& pattern, const std::string& id) {
        const std::string below = pattern.substr(pattern.find('/'));
        const std::string held = id.substr(id.find('/'));
        return below.ends_with("/*") ? held.starts_with(below.substr(0, below.size() - 1))
                                     : held == below;
    };
    for (const auto& e : national().exceptions()) {
        bool is_met = false;
        for (const std::string& pattern : e->sets_aside)
            for (const std::string& id : excepted) is_met = is_met || reaches(pattern, id);
        CHECK_MESSAGE(is_met, e->id << " sets nothing aside in any row");
    }
    for (const auto& d : national().definitions()) {
        const bool is_scalar =
            d->type_name == "date" || d->type_name == "months" || d->type_name == "number";
        CHECK_MESSAGE((!is_scalar || defined.contains(d->id)), d->id << " has no row");
    }
}

TEST_CASE("every rule says in both languages what it is, how it is read and what to do") {
    for (const auto& r : national().rules()) {
        INFO(r->id());
        CHECK_FALSE(r->title().zh.empty());
        CHECK_FALSE(r->title().en.empty());
        CHECK_FALSE(r->reading().zh.empty());
        CHECK_FALSE(r->reading().en.empty());
        CHECK_FALSE(r->covers().empty());
        if (r->basis() == basis::unverified) continue;
        CHECK_FALSE(r->remedy().zh.empty());
        CHECK_FALSE(r->remedy().en.empty());
    }
}

TEST_CASE("article numbers of the 2019 regulations that no source confirms say so") {
    const std::set<int> confirmed{7, 8, 9, 17, 18, 19, 20, 21, 23, 24, 25, 42, 53};
    for (const auto& r : national().rules()) {
        if (r->cite().instrument != "appointment-regulations-2019") continue;
        INFO(r->id());
        CHECK((r->cite().sure == citation::certainty::confirmed) ==
              confirmed.contains(r->cite().article));
    }
}
