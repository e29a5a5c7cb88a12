#include "dossier_verdicts.hpp"

#include <xuanren/calendar/parse_date.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace xuanren {

namespace {

using nlohmann::json;

const std::string folder = "tests/law/worked-cases/";

/// Moves every full date under `node` by a number of days.
void move_dates(json& node, std::int64_t days) {
    if (node.is_structured()) {
        for (json& child : node) move_dates(child, days);
    } else if (node.is_string()) {
        const auto written = parse_date(node.get<std::string>());
        if (!written || !written->is_day()) return;
        const civil_date moved = civil_date::from_day_number(written->day_number() + days);
        node = to_string(moved);
    }
}

/// Sets what stands at the pointers of `changes`, read from the place that `from` points to.
void set(json& document, const std::string& from, const json& changes) {
    for (const auto& [pointer, value] : changes.items())
        document[json::json_pointer(from + "/" + pointer)] = value;
}

/// States the assessments of some years of the first cadre; null takes a year from the file.
void set_assessments(json& document, const json& years) {
    json& all = document.at("cadres").at(0).at("assessments");
    for (const auto& [year, result] : years.items()) {
        const int number = std::stoi(year);
        const auto entry = std::find_if(all.begin(), all.end(),
                                        [&](const json& a) { return a.at("year") == number; });
        REQUIRE(entry != all.end());
        if (result.is_null())
            all.erase(entry);
        else
            entry->at("result") = result;
    }
}

/// The dossier of a case: its base with the changes made that the case states.
json dossier_of(const json& row) {
    json document = read_json(folder + "base/" + row.at("base").get<std::string>() + ".json");
    json& procedure = document.at("appointments").at(0).at("procedure");
    if (row.contains("decided")) {
        const auto from = parse_date(procedure.at("discussion").at("on").get<std::string>());
        const auto to = parse_date(row.at("decided").get<std::string>());
        REQUIRE(from);
        REQUIRE(to);
        move_dates(procedure, to->day_number() - from->day_number());
    }
    const json none = json::object();
    set(document, "", row.value("dossier", none));
    set(document, "/cadres/0", row.value("cadre", none));
    set_assessments(document, row.value("assessed", none));
    set(document, "/appointments/0", row.value("appointment", none));
    set(document, "/appointments/0/procedure", row.value("procedure", none));
    json removals = json::array();
    for (const json& pointer : row.value("remove", json::array()))
        removals.push_back({{"op", "remove"}, {"path", pointer}});
    return document.patch(removals);
}

}  // namespace

TEST_CASE("演算案例：各基准卷宗合规") {
    for (const char* name : {"county-principal", "county-deputy", "bureau-deputy",
                             "township-principal", "township-deputy", "rank-promotion"}) {
        SUBCASE(name) {
            const report found = checked(read_json(folder + "base/" + name + ".json"));
            CHECK(found.appointments.size() == 1);
            if (found.appointments.empty()) continue;
            CHECK_MESSAGE(code_of(found.appointments[0].outcome) == "compliant",
                          not_kept(found.appointments[0]));
        }
    }
}

TEST_CASE("演算案例：逐案结论") {
    const json table = read_json(folder + "cases.json");
    for (const json& row : table.at("cases")) {
        const std::string name =
            row.at("case").get<std::string>() + " " + row.at("title").get<std::string>();
        SUBCASE(name.c_str()) {
            const report all = checked(dossier_of(row));
            CHECK(all.appointments.size() == 1);
            if (all.appointments.empty()) continue;
            const appointment_report& found = all.appointments[0];
            for (const auto& [rule, expected] : row.at("expect").items()) {
                const verdict* answer = finding(found, rule);
                CHECK_MESSAGE(answer != nullptr, rule);
                if (answer == nullptr) continue;
                CHECK_MESSAGE(code_of(answer->status) == expected.get<std::string>(),
                              rule << ": " << code_of(answer->status));
                if (row.contains("unsettled"))
                    CHECK_MESSAGE(!answer->of->reading().zh.empty(), rule << " states no reading");
            }
            if (row.contains("outcome"))
                CHECK_MESSAGE(code_of(found.outcome) == row.at("outcome").get<std::string>(),
                              code_of(found.outcome) << not_kept(found));
            const json obligations = row.value("obligations", json::object());
            for (const auto& [rule, due] : obligations.items()) {
                const auto owed =
                    std::find_if(found.obligations.begin(), found.obligations.end(),
                                 [&](const obligation& o) { return o.of->id() == rule; });
                CHECK_MESSAGE(owed != found.obligations.end(), rule);
                if (owed == found.obligations.end()) continue;
                CHECK(owed->due.has_value());
                if (!owed->due) continue;
                CHECK(owed->status == obligation::state::open);
                CHECK(to_string(owed->due->low()) == due.get<std::string>());
                CHECK(to_string(owed->due->high()) == due.get<std::string>());
            }
        }
    }
}

}  // namespace xuanren
