// tests/facts/qualification_test.cpp
#include "case_support.hpp"

using namespace facts_test;

TEST_CASE("最高学历：决定前已毕业的") {
    const auto education = [](const char* list) {
        return facts_of(
            with(base(), {{"/cadres/0/education", json::parse(list)}}))["candidate.education"];
    };
    CHECK(education("[]") == "below_college");
    CHECK(education(R"([{"level":"bachelor","to":"2008-07"}])") == "bachelor");
    CHECK(education(
              R"([{"level":"bachelor","to":"2008-07"},{"level":"master","to":"2024-05-20"}])") ==
          "master");
    CHECK(education(
              R"([{"level":"bachelor","to":"2008-07"},{"level":"master","to":"2024-05-21"}])") ==
          "bachelor");
    CHECK(education(R"([{"level":"bachelor","to":"2008-07"},{"level":"master","to":null}])") ==
          "bachelor");
    CHECK(education(R"([{"level":"bachelor","to":"2008-07"},{"level":"master","to":"2024-05"}])") ==
          "?");
    CHECK(
        education(R"([{"level":"bachelor","to":"2008-07"},{"level":"college","to":"2024-05"}])") ==
        "bachelor");
    CHECK(education(R"([{"level":"bachelor","to":"2008-07"},{"to":"2010-07"}])") == "?");
    CHECK(education(R"([{"level":"doctor","to":"2008-07"},{"to":"2010-07"}])") == "doctor");
    CHECK(facts_of(base())["candidate.education"] == "?");
}

TEST_CASE("党员身份：预备党员与未载分明") {
    const auto party = [](const char* p) {
        return facts_of(with(base(), {{"/cadres/0/party", json::parse(p)}}));
    };
    CHECK(
        party(
            R"({"membership":"cpc","full_member":"2009-06-15"})")["candidate.full_member_since"] ==
        "2009-06-15");
    CHECK(party(R"({"membership":"cpc","full_member":"2009-06-15"})")
              ["candidate.has_full_member_since"] == "true");
    CHECK(party(R"({"membership":"cpc_probationary","joined":"2023-06-15"})")
              ["candidate.has_full_member_since"] == "false");
    CHECK(party(R"({"membership":"none"})")["candidate.has_full_member_since"] == "false");
    CHECK(party(R"({"membership":"cpc","full_member":"2024-05-21"})")
              ["candidate.has_full_member_since"] == "false");
    CHECK(party(R"({"membership":"cpc"})")["candidate.has_full_member_since"] == "true");
    CHECK(party(R"({"membership":"cpc"})")["candidate.full_member_since"] == "?");
    CHECK(facts_of(base())["candidate.has_full_member_since"] == "?");
}

TEST_CASE("上一年度考核：以确定考察对象之年为准，未载不明，绝不顶替") {
    const auto previous = [](const char* list, const json& candidates = {{"on", "2024-03-18"}}) {
        return facts_of(with(base(), {{"/cadres/0/assessments", json::parse(list)},
                                      {"/appointments/0/procedure/candidates", candidates}}));
    };
    const char* two =
        R"([{"year":2022,"result":"excellent"},{"year":2023,"result":"basically_competent"}])";
    CHECK(previous(two)["candidate.previous_assessment_at_candidates"] == "basically_competent");
    CHECK(previous(two).source("candidate.previous_assessment_at_candidates") ==
          "/cadres/0/assessments/1/result");
    CHECK(previous(two, {{"on", "2023-12-31"}})["candidate.previous_assessment_at_candidates"] ==
          "excellent");
    CHECK(previous(two, {{"on", "2023"}})["candidate.previous_assessment_at_candidates"] ==
          "excellent");
    CHECK(previous(R"([{"year":2022,"result":"excellent"}])")
              ["candidate.previous_assessment_at_candidates"] == "?");
    CHECK(previous("[]")["candidate.previous_assessment_at_candidates"] == "?");
    CHECK(previous("[]")["candidate.has_previous_assessment_at_candidates"] == "?");
    CHECK(facts_of(base())["candidate.previous_assessment_at_candidates"] == "?");
    // A step that was not done has the date of the discussion.
    CHECK(previous(two, nullptr)["candidate.previous_assessment_at_candidates"] ==
          "basically_competent");
    // An absent step lies between its neighbours: the motion of 2023 and the discussion of 2024.
    const json straddling =
        without(with(base(), {{"/cadres/0/assessments", json::parse(two)},
                              {"/appointments/0/procedure/motion/on", "2023-11-01"}}),
                "/appointments/0/procedure/candidates");
    CHECK(facts_of(straddling)["candidate.previous_assessment_at_candidates"] == "?");
}

TEST_CASE("年度考核：自参加工作之年至决定前一年，每年一条") {
    const json b =
        with(base(),
             {{"/cadres/0/work_started", "2021-07"},
              {"/cadres/0/tenures", json::array()},
              {"/cadres/0/assessments",
               json::parse(
                   R"([{"year":2023,"result":"competent"},{"year":2024,"result":"excellent"}])")}});
    CHECK(facts_of(b)["candidate.assessments"] ==
          "[{year=2021 result_known=false span=2021-01-01~2022-01-01},{year=2022 "
          "result_known=false span=2022-01-01~2023-01-01},"
          "{year=2023 result_known=true result=competent span=2023-01-01~2024-01-01}]");
    CHECK(facts_of(without(b, "/cadres/0/assessments"))["candidate.assessments"] == "?");
    CHECK(facts_of(with(b, {{"/appointments/0/procedure/discussion/on",
                             "2022-01-10"}}))["candidate.assessments"] ==
          "[{year=2021 result_known=false span=2021-01-01~2022-01-01}]");
}

TEST_CASE("法定资格与培训") {
    const auto held = [](const char* list) {
        return facts_of(with(
            base(), {{"/cadres/0/qualifications", json::parse(list)}}))["candidate.qualifications"];
    };
    CHECK(held("[]") == "[]");
    CHECK(held(R"([{"kind":"judge","from":"2024-05-20"}])") == "[judge]");
    CHECK(held(R"([{"kind":"judge","from":"2024-05-21"}])") == "[]");
    CHECK(held(R"([{"kind":"judge"}])") == "?");
    CHECK(facts_of(base())["candidate.qualifications"] == "?");
    const facts_of f(with(
        base(),
        {{"/cadres/0/training",
          json::parse(
              R"([{"from":"2023-05-01","to":"2023-05-12","hours":76.5},{"from":"2024-06-01","to":"2024-06-12","hours":90}])")},
         {"/cadres/0/training_hours_required", 90}}));
    CHECK(f["candidate.trainings"] ==
          "[{since=2023-05-01 until=2023-05-12 hours=76.5 span=2023-05-01~2023-05-12 days=12}]");
    CHECK(f["candidate.training_hours_required"] == "90");
    CHECK(facts_of(base())["candidate.has_training_hours_required"] == "false");
}
