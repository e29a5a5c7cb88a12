#include "case_files.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace xuanren;
using testing::bytes_of;
using testing::calendar;
using testing::case_file;
using testing::case_files;
using testing::rule_case;
using testing::unwrap;

const rulebook& national() { return testing::national_law(); }

// The national rulebook, with one rule for each row about a definition that asks for its answer.
const rulebook& probed() {
    static const rulebook book = [] {
        std::vector<rule_case> all;
        for (const case_file& file : case_files())
            all.insert(all.end(), file.cases.begin(), file.cases.end());
        return unwrap(testing::with_probes(national(), all));
    }();
    return book;
}

std::string listed(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += name + " ";
    return out;
}

void run(const rule_case& c) {
    const result<testing::case_answer> answer = testing::answer_of(probed(), c, calendar());
    if (!answer) {
        for (const problem& p : answer.problems())
            FAIL_CHECK(p.code << " " << p.at << " " << p.message.en);
        return;
    }
    INFO(c.subject);
    if (!answer->failure.empty()) MESSAGE(answer->failure);
    CHECK(answer->found == (c.is_definition ? "satisfied" : c.expect));
    if (c.missing) CHECK(listed(answer->missing) == listed(*c.missing));
}

}  // namespace

TEST_CASE("the rows of the law") {
    for (const case_file& file : case_files()) {
        SUBCASE(file.name.c_str()) {
            for (const rule_case& c : file.cases) {
                const std::string title = c.subject + " " + c.name;
                SUBCASE(title.c_str()) { run(c); }
            }
        }
    }
}

TEST_CASE("every rule has its rows: met, short, missing, out of scope, exception or version edge") {
    std::map<std::string, std::map<std::string, int>> seen;
    std::map<std::string, std::set<std::string>> names;
    for (const case_file& file : case_files())
        for (const rule_case& c : file.cases) {
            CHECK_MESSAGE(names[c.subject].insert(c.name).second,
                          c.subject << " " << c.name << " stands twice");
            if (!c.is_definition) ++seen[c.subject][c.expect];
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
        for (const rule_case& c : file.cases) {
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

namespace {

/// Every text of a document that is to stand in both languages and does not.
void one_language_only(const nlohmann::json& at, const std::string& path, std::vector<std::string>& out) {
    // CJK ideographs and their punctuation begin with these bytes in UTF-8.
    const auto has_chinese = [](const std::string& s) {
        return std::any_of(s.begin(), s.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0xE3 && byte <= 0xE9;
        });
    };
    for (const auto& [key, inner] : at.items()) {
        const std::string here = path + "/" + key;
        const bool is_said = key == "note" || key == "source" || key == "title" || key == "body" || key == "reading" || key == "remedy";
        if (is_said && inner.is_string() && has_chinese(inner.get<std::string>())) out.push_back(here);
        if (inner.is_object() && inner.contains("zh") && inner["zh"].is_string() && !inner["zh"].get<std::string>().empty())
            if (!inner.contains("en") || inner["en"].get<std::string>().empty() || has_chinese(inner["en"].get<std::string>()))
                out.push_back(here);
        if (inner.is_structured()) one_language_only(inner, here, out);
    }
}

}  // namespace

TEST_CASE("规则、定义、附表与文件的文字都有中文和英文，英文中没有中文") {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(testing::project() / "rules")) {
        const std::string name = entry.path().generic_string();
        if (!name.ends_with(".json") || name.ends_with(".cases.json") || name.find("/schema/") != name.npos) continue;
        one_language_only(nlohmann::json::parse(bytes_of(entry.path())), std::filesystem::relative(entry.path(), testing::project()).generic_string(), found);
    }
    for (const std::string& place : found) FAIL_CHECK(place);
}
