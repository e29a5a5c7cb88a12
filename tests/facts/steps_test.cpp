// tests/facts/steps_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

step_dates steps(const json& document, const review_scope& scope = {}) {
    return dates_of_steps(read(document), 0, scope);
}
std::string show(const step_dates::entry& e) {
    const char* states[] = {"done", "not_done", "not_yet", "unknown"};
    std::string out = states[static_cast<int>(e.state)];
    if (!e.date) return out;
    out += " " + to_string(e.date->low());
    return e.date->is_exact() ? out : out + ".." + to_string(e.date->high());
}
json all_steps() {
    json b = base();
    b["appointments"][0]["procedure"] = json::parse(R"({"motion":{"on":"2024-03-01"},
        "recommendation":{"talks":{"from":"2024-03-14","to":"2024-03-15"},"meeting":{"on":"2024-03-12"}},"candidates":{"on":"2024-03-18"},
        "inspection":{"from":"2024-03-20","to":"2024-03-26"},"consultation":{"on":"2024-04-05"},"discussion":{"on":"2024-05-20"},
        "notice":{"from":"2024-05-21","to":"2024-05-27"},"appointment":{"on":"2024-05-28","effective":"2024-06-01"}})");
    return b;
}

}  // namespace

TEST_CASE("各环节日期") {
    const step_dates s = steps(all_steps());
    CHECK(show(s[step::motion]) == "done 2024-03-01");
    CHECK(show(s[step::recommendation]) == "done 2024-03-12");
    CHECK(show(s[step::candidates]) == "done 2024-03-18");
    CHECK(show(s[step::inspection]) == "done 2024-03-20");
    CHECK(show(s[step::consultation]) == "done 2024-04-05");
    CHECK(show(s[step::discussion]) == "done 2024-05-20");
    CHECK(show(s[step::notice]) == "done 2024-05-21");
    CHECK(show(s[step::appointment]) == "done 2024-06-01");
    CHECK(
        show(steps(without(
            all_steps(), "/appointments/0/procedure/appointment/effective"))[step::appointment]) ==
        "done 2024-05-28");
}

TEST_CASE("声明未做的环节，用讨论之日") {
    const step_dates s = steps(with(all_steps(), {{"/appointments/0/procedure/candidates", nullptr},
                                                  {"/appointments/0/procedure/notice", nullptr}}));
    CHECK(show(s[step::candidates]) == "not_done 2024-05-20");
    CHECK(show(s[step::notice]) == "not_done 2024-05-20");
}

TEST_CASE("未载的环节，在前后有日期的环节之间") {
    json b = without(without(all_steps(), "/appointments/0/procedure/candidates"),
                     "/appointments/0/procedure/inspection");
    CHECK(show(steps(b)[step::candidates]) == "unknown 2024-03-12..2024-04-05");
    CHECK(show(steps(b)[step::inspection]) == "unknown 2024-03-12..2024-04-05");
    CHECK(show(steps(without(all_steps(), "/appointments/0/procedure/motion"))[step::motion]) ==
          "unknown 0001-01-01..2024-03-12");
    CHECK(show(steps(
              without(all_steps(), "/appointments/0/procedure/appointment"))[step::appointment]) ==
          "unknown 2024-05-21..9999-12-31");
    // A step on record without its date lies between its neighbours too.
    CHECK(show(steps(
              without(all_steps(), "/appointments/0/procedure/candidates/on"))[step::candidates]) ==
          "done 2024-03-12..2024-03-20");
    // Known to the month only.
    CHECK(show(steps(with(all_steps(), {{"/appointments/0/procedure/candidates/on",
                                         "2024-03"}}))[step::candidates]) ==
          "done 2024-03-01..2024-03-31");
}

TEST_CASE("没有任何决定日") {
    json b = all_steps();
    b["appointments"][0].erase("procedure");
    CHECK(show(steps(b)[step::discussion]) == "unknown");
    CHECK(show(steps(b)[step::motion]) == "unknown");
    CHECK(show(steps(b, {civil_date(2024, 5, 1), {}})[step::discussion]) == "not_yet 2024-05-01");
}

TEST_CASE("审核日：其后的环节尚未发生，其前未载的不明") {
    const review_scope on{civil_date(2024, 4, 1), {}};
    const step_dates s = steps(without(all_steps(), "/appointments/0/procedure/candidates"), on);
    CHECK(s[step::motion].state == step_state::done);
    CHECK(s[step::candidates].state == step_state::unknown);
    CHECK(s[step::inspection].state == step_state::done);
    CHECK(s[step::consultation].state == step_state::not_yet);
    CHECK(show(s[step::discussion]) == "not_yet 2024-05-20");
    CHECK(s[step::notice].state == step_state::not_yet);
    json b = all_steps();
    for (const char* later : {"consultation", "discussion", "notice", "appointment"})
        b["appointments"][0]["procedure"].erase(later);
    const step_dates t = steps(b, on);
    CHECK(t[step::consultation].state == step_state::not_yet);
    CHECK(show(t[step::discussion]) == "not_yet 2024-04-01");
    CHECK(t[step::appointment].state == step_state::not_yet);
    // On the day itself a step has happened.
    CHECK(steps(all_steps(), {civil_date(2024, 5, 20), {}})[step::discussion].state ==
          step_state::done);
    CHECK(steps(all_steps(), {civil_date(2024, 5, 19), {}})[step::discussion].state ==
          step_state::not_yet);
}

TEST_CASE("审核到某一环节为止") {
    const step_dates s = steps(all_steps(), {{}, step::inspection});
    CHECK(s[step::inspection].state == step_state::done);
    CHECK(s[step::consultation].state == step_state::not_yet);
    CHECK(s[step::appointment].state == step_state::not_yet);
}
