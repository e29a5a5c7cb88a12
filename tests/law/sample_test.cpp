#include "dossier_verdicts.hpp"

#include <xuanren/engine/rule.hpp>
#include <xuanren/report/names.hpp>

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

TEST_CASE("样例卷宗：各件任免各得其结论，各违其条") {
    const nlohmann::json expected = read_json("examples/bureau-2022/expected.json");
    const reviewed all(read_json("examples/bureau-2022/bureau.json"));
    CHECK(all.report().appointments.size() == expected.at("appointments").size());
    for (const auto& row : expected.at("appointments").items()) {
        SUBCASE(row.key().c_str()) {
            const appointment_report* found = all.appointment(row.key());
            CHECK(found != nullptr);
            if (found == nullptr) continue;
            CHECK_MESSAGE(code_of(found->outcome) == row.value().at("outcome").get<std::string>(),
                          code_of(found->outcome) << all.not_kept(row.key()));
            CHECK(violated_rules(*found) == row.value().at("violated").get<std::set<std::string>>());
        }
    }
}

TEST_CASE("样例卷宗：超职数的分局、亲属没有回避的局机关不符合，其余机构没有不符合") {
    const reviewed all(read_json("examples/bureau-2022/bureau.json"));
    for (const organisation_report& found : all.report().organisations) {
        const bool over = found.id == "epb.south" || found.id == "epb";
        CHECK_MESSAGE((found.outcome == outcome::violation) == over, found.id << all.not_kept(found.id));
    }
}

}  // namespace xuanren
