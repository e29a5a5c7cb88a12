#include "dossier_verdicts.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace xuanren {

namespace {

std::set<std::string> violated_rules(const appointment_report& found) {
    std::set<std::string> rules;
    for (const verdict& v : found.findings)
        if (v.status == status::violated) rules.insert(std::string(v.of->id()));
    return rules;
}

}  // namespace

TEST_CASE("样例卷宗：二十四件任免各得其结论，各违其条") {
    const nlohmann::json expected = read_json("examples/bureau-2022/expected.json");
    const report all = checked(read_json("examples/bureau-2022/bureau.json"));
    REQUIRE(all.appointments.size() == 24);
    REQUIRE(expected.at("appointments").size() == 24);
    for (const appointment_report& found : all.appointments) {
        SUBCASE(found.id.c_str()) {
            const nlohmann::json& row = expected.at("appointments").at(found.id);
            CHECK_MESSAGE(code_of(found.outcome) == row.at("outcome").get<std::string>(),
                          code_of(found.outcome) << not_kept(found));
            CHECK(violated_rules(found) == row.at("violated").get<std::set<std::string>>());
        }
    }
}

TEST_CASE("样例卷宗：超职数的分局不符合，其余机构都在职数以内") {
    const nlohmann::json expected = read_json("examples/bureau-2022/expected.json");
    const report all = checked(read_json("examples/bureau-2022/bureau.json"));
    for (const organisation_report& found : all.organisations) {
        const bool over = found.id == "epb.south";
        CHECK_MESSAGE((found.outcome == outcome::violation) == over, found.id);
    }
}

}  // namespace xuanren
