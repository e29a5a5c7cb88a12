#include "dossier_verdicts.hpp"
#include "national_law.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace xuanren;
using nlohmann::json;

namespace {

struct procedure_step {
    const char* key;
    std::vector<const char*> days;  ///< its own, first to last
};

/// The steps in the order of the law.
const std::vector<procedure_step> steps = {
    {"motion", {"/on"}},        {"recommendation", {"/talks/from", "/talks/to", "/meeting/on"}},
    {"candidates", {"/on"}},    {"inspection", {"/from", "/to"}},
    {"discussion", {"/on"}},    {"appointment", {"/on"}}};

json::json_pointer at(const procedure_step& s, const char* day) {
    return json::json_pointer("/appointments/0/procedure/" + std::string(s.key) + day);
}

std::string shifted(const std::string& day, int by) { return to_string(civil_date::from_day_number(parse_date(day)->day_number() + by)); }

}  // namespace

TEST_CASE("任何两个环节颠倒都能发现，中间环节缺失也一样；结论写明两个环节的日期") {
    const json base = read_json("tests/law/worked-cases/base/county-principal.json");
    wording words = wording_of(testing::national_law(), &testing::calendar());
    check_options options;
    options.calendar = &testing::calendar();
    int tried = 0;
    for (std::size_t first = 0; first < steps.size(); ++first)
        for (std::size_t second = first + 1; second < steps.size(); ++second)
            for (const bool has_between : {true, false}) {
                // The decision itself cannot lack: without its date nothing is judged.
                const bool spans_decision = first < 4 && second == 5;
                if (!has_between && second == first + 1) continue;
                json document = base;
                json& procedure = document["appointments"][0]["procedure"];
                if (!has_between)
                    for (std::size_t k = first + 1; k < second; ++k)
                        if (!(spans_decision && k == 4)) procedure[steps[k].key] = nullptr;
                // The earlier step is moved behind the first day of the later one.
                const std::string from = document.at(at(steps[second], steps[second].days.front())).get<std::string>();
                const std::string last = document.at(at(steps[first], steps[first].days.back())).get<std::string>();
                const int by = static_cast<int>(parse_date(from)->day_number() - parse_date(last)->day_number()) + 1;
                for (const char* day : steps[first].days)
                    document[at(steps[first], day)] = shifted(document.at(at(steps[first], day)).get<std::string>(), by);
                const std::string moved = document.at(at(steps[first], steps[first].days.back())).get<std::string>();
                INFO(steps[first].key << " -> " << steps[second].key << (has_between ? "" : ", nothing between"));
                const std::string bytes = document.dump();
                const auto read = read_dossier(bytes);
                REQUIRE(read.has_value());
                const report r = check(testing::national_law(), read->value, options);
                bool is_told = false;
                std::string said;
                for (const verdict& v : r.appointments.at(0).findings) {
                    if (!v.of->id().starts_with("civil-servant-law-2018/46.1/") || v.status != status::violated) continue;
                    const text message = message_of(v, words, {true, &r.appointments[0].facts});
                    said += message.zh + "\n" + message.en + "\n";
                    bool has_all = true;
                    for (const std::string& day : {from, moved})
                        has_all = has_all && message.zh.find(in_words(*parse_date(day), language::zh)) != message.zh.npos &&
                                  message.en.find(day) != message.en.npos;
                    is_told = is_told || has_all;
                }
                CHECK_MESSAGE(is_told, "expected " << from << " and " << moved << ", told:\n" << said);
                ++tried;
            }
    CHECK(tried == 25);
}
