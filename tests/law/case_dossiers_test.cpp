#include "dossier_verdicts.hpp"

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/report/names.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

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

/// The dossier of a case: its base, or the dossier it names, with the changes made that the case states.
json dossier_of(const json& row) {
    json document = row.contains("dossier-file")
                        ? read_json("tests/law/" + row.at("dossier-file").get<std::string>())
                        : read_json(folder + "base/" + row.at("base").get<std::string>() + ".json");
    if (document.at("appointments").empty()) {
        set(document, "", row.value("dossier", json::object()));
    } else {
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
    }
    json removals = json::array();
    for (const json& pointer : row.value("remove", json::array()))
        removals.push_back({{"op", "remove"}, {"path", pointer}});
    document = document.patch(removals);
    // The same decision for several people at once.
    for (int i = 2; i <= row.value("batch", 1); ++i) {
        json cadre = document.at("cadres").at(0), appointment = document.at("appointments").at(0);
        cadre["id"] = cadre.at("id").get<std::string>() + "-" + std::to_string(i);
        appointment["id"] = appointment.at("id").get<std::string>() + "-" + std::to_string(i);
        appointment["candidate"] = cadre.at("id");
        document.at("cadres").push_back(cadre);
        document.at("appointments").push_back(appointment);
    }
    return document;
}

/// Holds the findings of an appointment or organisation to the statements of a case.
void hold(const reviewed& all, const std::string& id, const std::vector<verdict>& findings, const json& row) {
    const json statements = row.value("expect", json::object());
    for (const auto& statement : statements.items()) {
        const std::string key = statement.key();
        const std::string wanted = statement.value().get<std::string>();
        const std::string found = status_among(findings, key);
        CHECK_MESSAGE(found == wanted, id << " " << key << ": expected " << wanted << ", found " << found
                                          << all.explained(id, key));
        // A point that the text leaves open may be decided, but not in silence.
        if (row.value("unsettled", false))
            for (const verdict* v : meant(findings, key))
                CHECK_MESSAGE(!v->of->reading().zh.empty(), v->of->id() << " states no reading");
    }
}

template <class Report>
void hold_outcome(const reviewed& all, const Report& found, const json& row) {
    if (!row.contains("outcome")) return;
    CHECK_MESSAGE(code_of(found.outcome) == row.at("outcome").get<std::string>(),
                  found.id << ": expected " << row.at("outcome") << ", found " << code_of(found.outcome)
                           << all.not_kept(found.id));
}

std::string_view word_of(obligation::state s) {
    switch (s) {
        case obligation::state::open: return "open";
        case obligation::state::met: return "met";
        case obligation::state::overdue: return "overdue";
    }
    return "";
}

/// Holds the duties that an appointment leaves to the due days and states of a case.
void hold_obligations(const appointment_report& found, const json& row) {
    const json duties = row.value("obligations", json::object());
    for (const auto& duty : duties.items()) {
        const std::string rule = duty.key();
        const auto owed = std::find_if(found.obligations.begin(), found.obligations.end(),
                                       [&](const obligation& o) { return o.of->id() == rule; });
        CHECK_MESSAGE(owed != found.obligations.end(), rule);
        if (owed == found.obligations.end()) continue;
        const json& told = duty.value();
        CHECK(owed->due.has_value());
        if (owed->due) {
            CHECK(to_string(owed->due->low()) == told.at("due").get<std::string>());
            CHECK(to_string(owed->due->high()) == told.at("due").get<std::string>());
        }
        CHECK_MESSAGE(word_of(owed->status) == told.at("status").get<std::string>(), rule);
    }
}

void hold_appointment(const reviewed& all, const std::string& id, const json& row) {
    const appointment_report* found = all.appointment(id);
    CHECK_MESSAGE(found != nullptr, id);
    if (found == nullptr) return;
    hold(all, id, found->findings, row);
    hold_outcome(all, *found, row);
    hold_obligations(*found, row);
}

/// Holds the seats of an organisation to what a case says of them: 2/3, three sit where two are approved.
void hold_seats(const organisation_report& found, const json& told) {
    const json wanted = told.value("seats", json::object());
    for (const auto& each : wanted.items()) {
        std::string counts;
        for (const auto* list : {&found.seats, &found.rank_seats})
            for (const seat_report& s : *list)
                if (s.subject == each.key())
                    counts = (s.approved ? std::to_string(*s.approved) : "?") + "/" +
                             (s.occupied ? std::to_string(*s.occupied) : "≤" + std::to_string(s.at_most));
        CHECK_MESSAGE(counts == each.value().get<std::string>(), found.id << " " << each.key());
    }
}

/// Holds the slates to those that a case states, all of them.
void hold_slates(const report& found, const json& row) {
    if (!row.contains("slates")) return;
    const auto word = [](truth t) { return t == truth::yes ? "yes" : t == truth::no ? "no" : "unknown"; };
    json told = json::array();
    for (const slate& s : found.slates) {
        json steps = json::array();
        for (const auto& step : s.steps) {
            json ids = json::array();
            for (const std::uint32_t a : step) ids.push_back(found.appointments[a].id);
            steps.push_back(ids);
        }
        told.push_back({{"exists", word(s.exists)}, {"kept", word(s.kept)}, {"steps", steps}});
    }
    CHECK(told == row.at("slates"));
}

void hold_case(const json& row) {
    std::optional<civil_date> on;
    if (row.contains("review")) {
        const auto written = parse_date(row.at("review").get<std::string>());
        CHECK(written);
        if (written) on = *written;
    }
    const reviewed all(dossier_of(row), on, row.value("unverified", false));
    if (row.contains("batch"))
        for (const appointment_report& each : all.report().appointments) hold_appointment(all, each.id, row);
    else if (!all.report().appointments.empty())
        hold_appointment(all, all.report().appointments.front().id, row);
    const json others = row.value("others", json::object());
    for (const auto& other : others.items()) hold_appointment(all, other.key(), other.value());
    const json organs = row.value("organisations", json::object());
    for (const auto& organ : organs.items()) {
        const organisation_report* found = all.organisation(organ.key());
        CHECK_MESSAGE(found != nullptr, organ.key());
        if (found == nullptr) continue;
        json told = organ.value();
        told["unsettled"] = row.value("unsettled", false);
        hold(all, organ.key(), found->findings, told);
        hold_outcome(all, *found, told);
        hold_seats(*found, told);
    }
    hold_slates(all.report(), row);
}

void hold_cases(const std::string& file) {
    const json table = read_json(file);
    for (const json& row : table.at("cases")) {
        const std::string name =
            row.at("case").get<std::string>() + " " + row.at("title").get<std::string>();
        SUBCASE(name.c_str()) { hold_case(row); }
    }
}

}  // namespace

TEST_CASE("演算案例：各基准卷宗合规") {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(XUANREN_SOURCE_DIR) / folder / "base"))
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        SUBCASE(name.c_str()) {
            const json document = read_json(folder + "base/" + name + ".json");
            const reviewed all(document);
            const json told{{"outcome", document.value("x-outcome", "compliant")}};
            for (const appointment_report& found : all.report().appointments) hold_outcome(all, found, told);
            if (document.contains("x-outcome")) continue;
            for (const organisation_report& found : all.report().organisations)
                hold_outcome(all, found, {{"outcome", "compliant"}});
        }
    }
}

TEST_CASE("演算案例：逐案结论") { hold_cases(folder + "cases.json"); }

TEST_CASE("实地案例：逐案结论") { hold_cases("tests/law/field-cases/cases.json"); }

TEST_CASE("职数案例：逐案结论") { hold_cases("tests/law/seat-cases/cases.json"); }

}  // namespace xuanren
