// tests/facts/career_time_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

std::string trial(const json& probation, const char* fact) {
    return facts_of(with(base(), {{"/appointments/0/probation", probation}}))[fact];
}
std::string retiring(const json& retirement, const char* fact) {
    return facts_of(with(base(), {{"/appointments/0/retirement", retirement}}))[fact];
}
std::string paper(const json& papers, const char* fact) {
    return facts_of(with(base(), {{"/cadres/0/born", "1970-05"},
                                  {"/cadres/0/born_documents", papers}}))[fact];
}

}  // namespace

TEST_CASE("任职试用期：设有、载明未设与未载分明") {
    CHECK(trial({{"months", 12}}, "appointment.has_probation") == "true");
    CHECK(trial({{"months", 12}}, "appointment.probation_months") == "12");
    CHECK(trial(nullptr, "appointment.has_probation") == "false");
    CHECK(facts_of(base())["appointment.has_probation"] == "?");
    CHECK(trial({{"assessed", "2025-06-01"}}, "appointment.probation_assessed_on") ==
          "2025-06-01");
    CHECK(trial({{"assessed", nullptr}}, "appointment.has_probation_assessed_on") == "false");
    CHECK(trial(nullptr, "appointment.has_probation_assessed_on") == "false");
    CHECK(trial(json::object(), "appointment.has_probation_assessed_on") == "?");
}

TEST_CASE("试用不胜任的任职不成为层次，原层次继续计算") {
    const auto level = [](const json& probation) {
        json tenures = base()["cadres"][0]["tenures"];
        tenures.push_back(served("township_principal", "2022-05-20", "2023-05-20"));
        tenures.back()["probation"] = probation;
        return facts_of(with(base(), {{"/cadres/0/tenures", tenures}}))["candidate.level_since"];
    };
    CHECK(level({{"months", 12}, {"ended", "2023-05-20"}, {"confirmed", false}}) == "2019-05-20");
    CHECK(level({{"months", 12}, {"ended", "2023-05-20"}, {"confirmed", true}}) != "2019-05-20");
}

TEST_CASE("退休办理") {
    const json early{{"way", "early"}, {"applied", "2024-05-01"}, {"approved", nullptr}};
    CHECK(retiring(early, "retirement.way") == "early");
    CHECK(retiring(early, "retirement.applied_on") == "2024-05-01");
    CHECK(retiring(early, "retirement.has_approved_on") == "false");
    CHECK(retiring(nullptr, "appointment.has_retirement") == "false");
    CHECK(retiring({{"way", "early"}}, "retirement.has_applied_on") == "?");
    CHECK(facts_of(base())["appointment.has_retirement"] == "?");
}

TEST_CASE("出生时间：最先形成的材料，与其他记载是否一致") {
    const json agree = json::parse(R"([{"on":"1992-09","born":"1970-05-12"}])");
    const json differ =
        json::parse(R"([{"on":"2001-03","born":"1970-05"},{"on":"1987-09","born":"1968-05"}])");
    const json unordered =
        json::parse(R"([{"on":"1987","born":"1970-05"},{"on":"1987-09","born":"1968-05"}])");
    CHECK(paper(agree, "candidate.born_documents_agree") == "true");
    CHECK(paper(differ, "candidate.born_documents_agree") == "false");
    CHECK(paper(differ, "candidate.earliest_recorded_born") == "1968-05-01..1968-05-31");
    CHECK(paper(unordered, "candidate.earliest_recorded_born") == "?");
    CHECK(facts_of(base())["candidate.born_documents_agree"] == "?");
    CHECK(facts_of(base())["candidate.has_born_documents"] == "false");
}

TEST_CASE("续任：连续任拟任职位的起始日") {
    const auto stay = [](const json& tenures, const char* fact) {
        return facts_of(with(base(), {{"/appointments/0/post", "vice"},
                                      {"/cadres/0/tenures", tenures}}))[fact];
    };
    const json tenures = base()["cadres"][0]["tenures"];
    CHECK(stay(tenures, "candidate.holds_target_post") == "true");
    CHECK(stay(tenures, "candidate.target_post_since") == "2019-05-20");
    CHECK(facts_of(base())["candidate.holds_target_post"] == "false");
    json terms = tenures;
    terms[0]["to"] = "2021-05-20";
    terms.push_back(tenures[0]);
    terms[1]["from"] = terms[1]["decided"] = "2021-05-20";
    CHECK(stay(terms, "candidate.target_post_since") == "2019-05-20");
    terms[1]["from"] = terms[1]["decided"] = "2022-01-10";
    CHECK(stay(terms, "candidate.target_post_since") == "2022-01-10");
}

TEST_CASE("任领导职务早于参加工作，工龄不明") {
    CHECK(facts_of(with(base(), {{"/cadres/0/work_started", "2020-07-01"}}))
              ["candidate.service_counted_from"] == "?");
    CHECK(facts_of(base())["candidate.service_counted_from"] == "2010-07-01");
}

TEST_CASE("公务员起始日与新录用试用期") {
    const auto recruit = [](const json& what, const char* fact) {
        return facts_of(with(base(), {{"/cadres/0/civil_servant_since", what},
                                      {"/cadres/0/recruit_probation", what}}))[fact];
    };
    CHECK(recruit(nullptr, "candidate.has_civil_servant_since") == "false");
    CHECK(recruit(nullptr, "candidate.has_recruit_probation") == "false");
    CHECK(facts_of(base())["candidate.has_recruit_probation"] == "?");
}
