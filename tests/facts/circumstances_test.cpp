// tests/facts/circumstances_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

json in_procedure(const char* key, const char* what) {
    return with(base(), {{std::string("/appointments/0/procedure/") + key, json::parse(what)}});
}

json with_events(const char* events) {
    return with(base(), {{"/organisations/1/events", json::parse(events)}});
}

}  // namespace

TEST_CASE("凡提四必：已完成、声明未做与未载分明") {
    const facts_of none(with(base(), {{"/appointments/0/procedure/integrity_opinion", nullptr}}));
    CHECK(none["procedure.has_integrity_request"] == "false");
    CHECK(none["procedure.has_integrity_opinion"] == "false");
    const facts_of asked(
        in_procedure("integrity_opinion", R"({"requested":"2024-04-01","on":null})"));
    CHECK(asked["procedure.has_integrity_request"] == "true");
    CHECK(asked["procedure.has_integrity_opinion"] == "false");
    const facts_of open(in_procedure("integrity_opinion", R"({"requested":"2024-04-01"})"));
    CHECK(open["procedure.has_integrity_opinion"] == "?");
    const facts_of review(in_procedure("archive_review", R"({"on":"2024-04-01","signed":false})"));
    CHECK(review["procedure.archive_reviewed_on"] == "2024-04-01");
    CHECK(review["procedure.archive_review_signed"] == "false");
}

TEST_CASE("双签字看两方各自签字，审计看是否须审计") {
    const facts_of one(
        in_procedure("integrity_conclusion", R"({"on":"2024-04-01","signed_by":["secretary"]})"));
    CHECK(one["procedure.integrity_signed_by_secretary"] == "true");
    CHECK(one["procedure.integrity_signed_by_discipline"] == "false");
    const facts_of unsaid(in_procedure("integrity_conclusion", R"({"on":"2024-04-01"})"));
    CHECK(unsaid["procedure.integrity_signed_by_secretary"] == "?");
    CHECK(facts_of(with(base(), {{"/appointments/0/procedure/audit",
                                  nullptr}}))["procedure.audit_required"] == "false");
    CHECK(facts_of(in_procedure(
              "audit", R"({"required":true,"on":null})"))["procedure.has_audited_on"] == "false");
}

TEST_CASE("协管方与统战部门") {
    const facts_of f(in_procedure(
        "consultation",
        R"({"on":"2024-04-05","other_side":{"asked":"2024-04-01","answered":null},"united_front":null})"));
    CHECK(f["procedure.has_other_side"] == "true");
    CHECK(f["procedure.other_side_asked_on"] == "2024-04-01");
    CHECK(f["procedure.has_other_side_answered_on"] == "false");
    CHECK(f["procedure.has_united_front_opinion"] == "false");
    const facts_of single(in_procedure("consultation", R"({"on":"2024-04-05","other_side":null})"));
    CHECK(single["procedure.has_other_side_answered_on"] == "false");
}

TEST_CASE("推荐职位数与免开会议的三项条件") {
    const facts_of f(in_procedure(
        "recommendation",
        R"({"directed":true,"for_post":"chief","meeting":{"on":"2024-03-12","reference_candidates":3},
            "waived":{"because":"small_unit_same_people_agreed","opinions_agree":false}})"));
    CHECK(f["procedure.recommendation_posts"] == "1");
    CHECK(f["procedure.recommendation_waiver_conditions_met"] == "false");
    const facts_of open(in_procedure("recommendation", R"({"meeting":{"on":"2024-03-12"}})"));
    CHECK(open["procedure.recommendation_posts"] == "?");
}

TEST_CASE("机构事项看决定之日，内设机构随其所属机构") {
    CHECK(facts_of(base())["target.organ_in_reform"] == "?");
    CHECK(facts_of(with_events("[]"))["target.organ_in_reform"] == "false");
    const char* during = R"([{"kind":"reform","from":"2024-05-01","to":"2024-05-20"}])";
    const char* after = R"([{"kind":"reform","from":"2024-05-21","to":null}])";
    CHECK(facts_of(with_events(during))["target.organ_in_reform"] == "true");
    CHECK(facts_of(with_events(during))["target.principal_leaving"] == "false");
    CHECK(facts_of(with_events(after))["target.organ_in_reform"] == "false");
}

TEST_CASE("任前报告取同一事项最早的批复") {
    const auto reported = [](const char* text) {
        return facts_of(with(base(), {{"/appointments/0/prior_reports", json::parse(text)}}));
    };
    const facts_of f = reported(R"([{"matter":"near_kin","approved":"2024-05-12"},
                                    {"matter":"near_kin","approved":"2024-05-10"},
                                    {"matter":"early_move","approved":null}])");
    CHECK(f["prior_report.has_near_kin_approved_on"] == "true");
    CHECK(f["prior_report.near_kin_approved_on"] == "2024-05-10");
    CHECK(f["prior_report.has_early_move_approved_on"] == "false");
    CHECK(reported("[]")["prior_report.has_other_approved_on"] == "false");
}

TEST_CASE("选拔方式、免职事由和待遇") {
    const facts_of f(with(
        base(),
        {{"/appointments/0/selection",
          json::parse(R"({"announced":"2024-03-01","meets_conditions":false,"approved":null})")},
         {"/appointments/0/removal_ground", "age_limit"},
         {"/appointments/0/treatment", nullptr}}));
    CHECK(f["appointment.has_selection"] == "true");
    CHECK(f["selection.has_approved_on"] == "false");
    CHECK(f["appointment.removal_ground"] == "age_limit");
    CHECK(f["appointment.has_treatment"] == "false");
    CHECK(f["appointment.states_treatment"] == "true");
    CHECK(facts_of(with(base(), {{"/appointments/0/way",
                                  "individual"}}))["appointment.has_selection"] == "false");
    CHECK(f["appointment.batch_size"] == "0..1");
    CHECK(facts_of(with(base(),
                        {{"/appointments/0/way", "individual"}}))["appointment.batch_size"] == "1");
}
