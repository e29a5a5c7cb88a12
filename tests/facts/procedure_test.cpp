// tests/facts/procedure_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

json in_procedure(const char* key, const json& what) {
    return with(base(), {{std::string("/appointments/0/procedure/") + key, what}});
}

}  // namespace

TEST_CASE("环节：载明、声明未做与未载分明") {
    CHECK(facts_of(base())["procedure.has_motion"] == "true");
    CHECK(facts_of(base())["procedure.motion_on"] == "2024-03-01");
    CHECK(facts_of(base()).source("procedure.motion_on") == "/appointments/0/procedure/motion/on");
    CHECK(facts_of(in_procedure("motion", nullptr))["procedure.has_motion"] == "false");
    CHECK(facts_of(in_procedure("motion", nullptr))["procedure.motion_on"] == "?");
    CHECK(facts_of(without(base(), "/appointments/0/procedure/motion"))["procedure.has_motion"] ==
          "?");
    CHECK(facts_of(without(base(), "/appointments/0/procedure"))["procedure.has_notice"] == "?");
}

TEST_CASE("民主推荐") {
    const auto r = [](const char* text) {
        return facts_of(in_procedure("recommendation", json::parse(text)));
    };
    const facts_of f = r(
        R"({"directed":true,"for_post":"chief","talks":{"from":"2024-03-14","to":"2024-03-15","people":21},
                             "meeting":{"on":"2024-03-12","entitled":40,"attended":36,"reference_candidates":3},"waived":null})");
    CHECK(f["procedure.recommendation_on"] == "2024-03-12");
    CHECK(f["procedure.recommendation_is_for_target"] == "true");
    CHECK(f["procedure.recommendation_talks_people"] == "21");
    CHECK(f["procedure.has_recommendation_waived"] == "false");
    CHECK(f["procedure.has_recommendation_waiver_approved_on"] == "false");
    CHECK(r(R"({"for_post":"vice"})")["procedure.recommendation_is_for_target"] == "false");
    CHECK(r(R"({"talks":{"from":"2024-03-14"},"meeting":null})")["procedure.recommendation_on"] ==
          "2024-03-14");
    CHECK(r(R"({"talks":{"from":"2024-03-14"},"meeting":{"entitled":40}})")
              ["procedure.recommendation_on"] == "0001-01-01..2024-03-14");
    CHECK(r(R"({"talks":{"from":"2024-03-14"},"meeting":null})")
              ["procedure.has_recommendation_meeting"] == "false");
    CHECK(r(R"({"talks":{"from":"2024-03-14"}})")["procedure.has_recommendation_meeting"] == "?");
    const facts_of w = r(
        R"({"talks":null,"meeting":null,"waived":{"because":"special_need","approved":"2024-03-01"}})");
    CHECK(w["procedure.has_recommendation_waived"] == "true");
    CHECK(w["procedure.recommendation_waived_because"] == "special_need");
    CHECK(w["procedure.recommendation_waiver_approved_on"] == "2024-03-01");
    CHECK(facts_of(in_procedure("recommendation", nullptr))["procedure.has_recommendation"] ==
          "false");
}

TEST_CASE("讨论决定") {
    const facts_of f(in_procedure(
        "discussion",
        json::parse(
            R"({"on":"2024-05-20","body":"party_committee","members":9,"present":7,"in_favour":6,
        "against":0,"deferred":1,"recused":[{"id":"x","because":"kin","left":true}],"principal_spoke_last":true,"each_stated":false,
        "exception_explained":null,"ballot":"secret","reconsidered":null})")));
    CHECK(f["procedure.discussion_due"] == "9");
    CHECK(f.source("procedure.discussion_due") == "/appointments/0/procedure/discussion/members");
    CHECK(f["procedure.discussion_recused"] == "1");
    CHECK(f["procedure.discussion_each_stated"] == "false");
    CHECK(f["procedure.has_discussion_exception_explained"] == "false");
    CHECK(f["procedure.has_reconsideration"] == "false");
    CHECK(f["procedure.discussion_ballot"] == "secret");
    CHECK(facts_of(in_procedure("discussion/due", 8))["procedure.discussion_due"] == "8");
    CHECK(facts_of(in_procedure("discussion/due", "不详"))["procedure.discussion_due"] == "?");
    CHECK(facts_of(base())["procedure.discussion_recused"] == "?");
    CHECK(facts_of(base())["procedure.discussion_against"] == "?");
    CHECK(facts_of(in_procedure("discussion/reconsidered",
                                {{"on", "2024-05-25"},
                                 {"in_favour", 5}}))["procedure.reconsidered_in_favour"] == "5");
}

TEST_CASE("公示与任职") {
    const facts_of f(with(
        in_procedure(
            "notice",
            json::parse(
                R"({"from":"2024-05-21","to":"2024-05-27","states_exception":false,"objections":0,"result":"clear"})")),
        {{"/appointments/0/procedure/appointment", {{"on", "2024-05-28"}}}}));
    CHECK(f["procedure.notice_to"] == "2024-05-27");
    CHECK(f["procedure.has_notice_to"] == "true");
    CHECK(facts_of(in_procedure(
              "notice", {{"from", "2024-05-21"}, {"to", nullptr}}))["procedure.has_notice_to"] ==
          "false");
    CHECK(facts_of(in_procedure("inspection",
                                {{"from", "2024-03-20"}}))["procedure.has_inspection_to"] == "?");
    CHECK(f["procedure.notice_result"] == "clear");
    CHECK(f["appointment.effective_on"] == "2024-05-28");
    CHECK(f.source("appointment.effective_on") == "/appointments/0/procedure/appointment/on");
    CHECK(facts_of(base())["appointment.effective_on"] == "2024-06-01");
    CHECK(facts_of(base())["appointment.letter_on"] == "2024-05-28");
    CHECK(facts_of(in_procedure("appointment", nullptr))["appointment.has_effective_on"] ==
          "false");
    CHECK(facts_of(in_procedure("appointment", nullptr))["appointment.has_letter_on"] == "false");
    CHECK(facts_of(without(
              base(), "/appointments/0/procedure/appointment"))["appointment.has_effective_on"] ==
          "?");
}

TEST_CASE("破格与换届") {
    const auto asked = [](const json& e) {
        return facts_of(with(base(), {{"/appointments/0/exceptional", e}}));
    };
    const facts_of none = asked(nullptr);
    CHECK(none["appointment.has_exceptional"] == "false");
    CHECK(none["exceptional.has_approved_on"] == "false");
    CHECK(none["exceptional.breaks"] == "?");
    const facts_of f = asked(json::parse(
        R"({"type":"qualification","breaks":["r/8.1.3"],"ground":"structure_need","requested":"2024-03-01","approved":null})"));
    CHECK(f["appointment.has_exceptional"] == "true");
    CHECK(f["exceptional.type"] == "qualification");
    CHECK(f["exceptional.breaks"] == "[r/8.1.3]");
    CHECK(f["exceptional.ground"] == "structure_need");
    CHECK(f["exceptional.has_approved_on"] == "false");
    CHECK(asked(json::object())["exceptional.has_approved_on"] == "?");
    CHECK(facts_of(without(base(), "/appointments/0/exceptional"))["appointment.has_exceptional"] ==
          "?");
    CHECK(facts_of(base())["appointment.is_term_renewal"] == "?");
    CHECK(facts_of(with(base(), {{"/appointments/0/way",
                                  "individual"}}))["appointment.is_term_renewal"] == "false");
    CHECK(facts_of(with(base(), {{"/appointments/0/way",
                                  "term_renewal"}}))["appointment.is_term_renewal"] == "true");
    CHECK(facts_of(with(base(), {{"/appointments/0/term_renewal",
                                  true}}))["appointment.is_term_renewal"] == "true");
    CHECK(
        facts_of(with(
            base(),
            {{"/appointments/0/prior_reports",
              json::parse(R"([{"matter":"near_kin","reported":"2024-01-01","approved":null}])")}}))
            ["appointment.prior_reports"] ==
        "[{matter=near_kin has_reported=true reported=2024-01-01 has_approved=false}]");
    CHECK(facts_of(base())["appointment.prior_reports"] == "?");
}
