// tests/facts/knowledge_test.cpp
#include "case_support.hpp"

#include <xuanren/facts/catalogue.hpp>

#include <set>

using namespace facts_test;

namespace {

/// The base case with something in every corner of it.
json rich() {
    json b = base();
    b["appointments"][0].merge_patch(json::parse(R"({ "way": "individual", "term_renewal": false,
        "procedure": { "recommendation": { "directed": true, "for_post": "chief",
            "talks": { "from": "2024-03-10", "to": "2024-03-11", "people": 20 },
            "meeting": { "on": "2024-03-12", "entitled": 40, "attended": 36, "reference_candidates": 3 } },
          "inspection": { "from": "2024-03-20", "to": "2024-03-26", "team": ["x", "y"], "talks": 18 },
          "discussion": { "against": 0, "recused": [], "each_stated": true },
          "notice": { "from": "2024-05-21", "to": "2024-05-27", "objections": 0 } } })"));
    b["cadres"][0].merge_patch(
        json::parse(R"({ "born": "1985-03", "sex": "male", "marital_status": "married",
        "party": { "membership": "cpc", "full_member": "2009-06" }, "service_breaks": [ { "from": "2012-01-01", "to": "2012-03-01" } ],
        "education": [ { "level": "bachelor", "to": "2008-07" }, { "level": "master", "to": "2015-07" } ],
        "assessments": [ { "year": 2022, "result": "competent" }, { "year": 2023, "result": "excellent" } ],
        "investigation": { "since": "2020-01-01", "concluded": "2020-06-01" }, "records": { "canvassing": [], "criminal": [] },
        "relatives_declared": true, "relatives": [ { "term": "妻子", "from": "2012-05-10", "emigrated": { "kind": "study", "since": "2023-01-01" } } ] })"));
    json& tenures = b["cadres"][0]["tenures"];
    tenures.insert(tenures.begin(), served("staff", "2012-01-01", "2016-01-01"));
    tenures.insert(tenures.begin() + 1, served("township_deputy", "2016-01-01", "2019-05-20"));
    tenures[1]["change"] = "promotion";
    tenures[2]["change"] = "lateral";
    tenures[2]["probation"] = {{"months", 12}, {"ended", "2020-05-20"}, {"confirmed", true}};
    b["cadres"][0]["ranks"] = json::parse(
        R"([{"rank":"staff_1","from":"2013-06-01","to":"2016-01-01"},{"rank":"principal_staff_4","from":"2020-06-01","to":null}])");
    return b;
}

/// "low..high", or one value standing for both.
std::pair<std::string, std::string> bounds(const std::string& text) {
    const auto dots = text.find("..");
    return dots == std::string::npos ? std::pair(text, text)
                                     : std::pair(text.substr(0, dots), text.substr(dots + 2));
}

/// Whether the one says no more than the other, and nothing else.
bool says_no_more(const std::string& less, const std::string& more) {
    if (less == "?" || less == more) return true;
    const auto a = bounds(less);
    const auto b = bounds(more);
    const auto at_most = [](const std::string& x, const std::string& y) {
        return x.size() == y.size() ? x <= y : x.size() < y.size();
    };
    return less.find("..") != std::string::npos && at_most(a.first, b.first) &&
           at_most(b.second, a.second);
}

/// Every key below a place of the document, as pointers.
void collect(const json& at, const std::string& path, std::vector<std::string>& out) {
    if (at.is_object())
        for (const auto& [key, inner] : at.items()) {
            if (key != "id" && key != "candidate" && key != "name") out.push_back(path + "/" + key);
            collect(inner, path + "/" + key, out);
        }
    if (at.is_array())
        for (std::size_t i = 0; i < at.size(); ++i)
            collect(at[i], path + "/" + std::to_string(i), out);
}

}  // namespace

TEST_CASE("少知道一项，事实只会更不确定，绝不会变成别的") {
    const json document = rich();
    const facts_of whole(document);
    // What says whether something is on file, by its definition.
    const std::set<std::string> about_the_file = {"target.qualifications_stated",
                                                  "establishment.is_known",
                                                  "candidate.has_training_hours_required"};
    std::vector<std::string> keys;
    collect(document["cadres"][0], "/cadres/0", keys);
    collect(document["appointments"][0], "/appointments/0", keys);
    collect(document["posts"][0], "/posts/0", keys);
    collect(document["organisations"][1], "/organisations/1", keys);
    REQUIRE(keys.size() > 100);
    const auto facts = national_catalogue();
    for (const std::string& key : keys) {
        // A start falls back on the day of taking office, an effect on the letter: other days, as
        // stated.
        if (key.ends_with("/decided") || key.ends_with("/effective")) continue;
        const facts_of less(without(document, key));
        for (std::size_t i = 0; i < facts->size(); ++i) {
            const fact& f = (*facts)[i];
            // Lists lose certainty member by member.
            if (f.value_type.kind == type_kind::list || about_the_file.count(f.name) != 0) continue;
            // Behind a guard that is false nothing is said.
            if (!f.guard.empty() && whole[f.guard] == "false") continue;
            CAPTURE(key);
            CAPTURE(f.name);
            CAPTURE(whole[f.name]);
            CAPTURE(less[f.name]);
            CHECK(says_no_more(less[f.name], whole[f.name]));
        }
    }
}

TEST_CASE("记录的先后次序不影响事实") {
    const json document = rich();
    json turned = document;
    for (const char* list : {"tenures", "ranks", "education", "assessments"}) {
        json& all = turned["cadres"][0][list];
        std::reverse(all.begin(), all.end());
    }
    const facts_of a(document);
    const facts_of b(turned);
    const auto facts = national_catalogue();
    for (std::size_t i = 0; i < facts->size(); ++i) {
        const std::string& name = (*facts)[i].name;
        if (name == "candidate.educations") continue;
        CAPTURE(name);
        CHECK(a[name] == b[name]);
    }
}
