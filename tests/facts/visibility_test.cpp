// tests/facts/visibility_test.cpp
#include "case_support.hpp"

using namespace facts_test;

TEST_CASE("决定所见：任职与职级须始于决定之前，其他记录至决定当日") {
    const json b = base();
    const std::string at = "/cadres/0/tenures/1";

    SUBCASE("决定前一日开始的任职，计入") {
        const facts_of f(with(b, {{at, served("township_principal", "2024-05-19")}}));
        CHECK(f["candidate.level"] == "township_principal");
        CHECK(f["candidate.level_since"] == "2024-05-19");
        CHECK(f.source("candidate.level_since") == "/cadres/0/tenures/1/decided");
    }
    SUBCASE("决定当日开始的任职，不计") {
        const facts_of f(with(b, {{at, served("township_principal", "2024-05-20")}}));
        CHECK(f["candidate.level"] == "township_deputy");
        CHECK(f["candidate.level_since"] == "2019-05-20");
    }
    SUBCASE("决定之后开始的任职，不计") {
        CHECK(facts_of(
                  with(b, {{at, served("township_principal", "2024-06-01")}}))["candidate.level"] ==
              "township_deputy");
    }
    SUBCASE("决定日优先于任职日") {
        json t = served("township_principal", "2024-05-10");
        t["from"] = "2024-05-25";
        CHECK(facts_of(with(b, {{at, t}}))["candidate.level_since"] == "2024-05-10");
    }
    SUBCASE("只知年月、可前可后的任职，层次不明，起始日为区间") {
        const facts_of f(with(b, {{at, served("township_principal", "2024-05")}}));
        CHECK(f["candidate.level"] == "?");
        CHECK(f["candidate.has_level"] == "true");
        CHECK(f["candidate.level_since"] == "2019-05-20..2024-05-31");
        CHECK(f["candidate.has_deputy_since"] == "?");
        CHECK(f["appointment.step"] == "?");
    }
    SUBCASE("可前可后的平级任职，不影响层次") {
        const facts_of f(with(b, {{at, served("township_deputy", "2024-05")}}));
        CHECK(f["candidate.level"] == "township_deputy");
        CHECK(f["candidate.level_since"] == "2019-05-20");
        CHECK(f["candidate.tenures"] == "?");
        // That level is the one below the post's, and it is one post or two.
        CHECK(f["candidate.posts_at_next_lower_level"] == "1..2");
    }
    SUBCASE("没有日期但已卸任的任职，在决定之前") {
        json t = served("staff", "2018-01-01", "2019-05-20");
        t.erase("decided");
        t.erase("from");
        CHECK(facts_of(with(b, {{at, t}}))["candidate.posts_at_next_lower_level"] == "1");
    }
    SUBCASE("决定当日的处分，计入；次日的，不计") {
        const auto s = [&b](const char* decided) {
            return facts_of(with(
                b, {{"/cadres/0/sanctions/0", {{"kind", "admin_warning"}, {"decided", decided}}}}));
        };
        CHECK(s("2024-05-20")["candidate.sanctions"].find("admin_warning") != std::string::npos);
        CHECK(s("2024-05-21")["candidate.sanctions"] == "[]");
        CHECK(s("2024-05")["candidate.sanctions"] == "?");
        CHECK(s("2024-03-19")["candidate.sanctions_at_candidates"] == "[]");
        CHECK(s("2024-03-18")["candidate.sanctions_at_candidates"] != "[]");
    }
    SUBCASE("没有决定日、审核日与基准日，有日期的事实不明") {
        const facts_of f(without(b, "/appointments/0/procedure/discussion"));
        CHECK(f["appointment.decided_on"] == "?");
        CHECK(f["candidate.level"] == "?");
        CHECK(f["candidate.tenures"] == "?");
        CHECK(f["candidate.sanctions"] == "[]");
        CHECK(f["target.level"] == "township_principal");
        CHECK(f["candidate.work_started"] == "2010-07-01");
    }
}

TEST_CASE("决定日：讨论日，其次审核日，其次基准日") {
    const json b = with(base(), {{"/as_of", "2024-04-01"}});
    const json undecided = without(b, "/appointments/0/procedure/discussion");
    CHECK(facts_of(b)["appointment.decided_on"] == "2024-05-20");
    CHECK(facts_of(b, 0, {civil_date(2024, 4, 10), {}})["appointment.decided_on"] == "2024-05-20");
    CHECK(facts_of(undecided, 0, {civil_date(2024, 4, 10), {}})["appointment.decided_on"] ==
          "2024-04-10");
    CHECK(facts_of(undecided)["appointment.decided_on"] == "2024-04-01");
}

TEST_CASE("本件任职与同一人较早的任免") {
    const json b = base();
    const std::string at = "/cadres/0/tenures/1";
    const json carried_out = {{"post", "chief"},       {"decided", "2024-05-20"},
                              {"from", "2024-06-01"},  {"to", nullptr},
                              {"kind", "substantive"}, {"change", "promotion"},
                              {"probation", nullptr},  {"exceptional", nullptr}};

    SUBCASE("讨论与生效之间在拟任职位的任职，就是本件") {
        const facts_of f(with(b, {{at, carried_out}}));
        CHECK(f["candidate.level"] == "township_deputy");
        CHECK(f["seat.occupied_after"] == "1");
    }
    SUBCASE("只知年月的，仍是本件") {
        json t = carried_out;
        t["decided"] = "2024-05";
        const facts_of f(with(b, {{at, t}}));
        CHECK(f["candidate.level"] == "township_deputy");
        CHECK(f["candidate.tenures"] != "?");
        CHECK(f["seat.occupied_after"] == "1");
    }
    // An earlier appointment to vice, then this one to chief.
    const json earlier = {
        {"id", "a0"},
        {"candidate", "c1"},
        {"post", "vice"},
        {"vacates", json::array()},
        {"exceptional", nullptr},
        {"procedure",
         {{"discussion", {{"on", "2022-03-01"}}}, {"appointment", {{"effective", "2022-03-10"}}}}}};
    json two = with(
        b, {{"/appointments/1", b["/appointments/0"_json_pointer]}, {"/appointments/0", earlier}});

    SUBCASE("较早的任免没有任职记录，作为讨论之日起的实任") {
        two["cadres"][0]["tenures"] = json::array();
        const facts_of f(two, 1);
        CHECK(f["candidate.level"] == "township_deputy");
        CHECK(f["candidate.level_since"] == "2022-03-01");
        CHECK(f.source("candidate.level_since") == "/appointments/0/procedure/discussion/on");
        CHECK(f["appointment.step"] == "deputy_to_principal");
        CHECK(facts_of(two, 0)["candidate.has_level"] == "false");
    }
    SUBCASE("已有任职记录的，只计一次") {
        json t = carried_out;
        t["post"] = "vice";
        t["decided"] = "2022-03-05";
        two["cadres"][0]["tenures"] = json::array({t});
        const facts_of f(two, 1);
        CHECK(f["candidate.level_since"] == "2022-03-05");
        CHECK(f["candidate.posts_at_next_lower_level"] == "1");
    }
    SUBCASE("同日讨论的任免，互不相见") {
        two["cadres"][0]["tenures"] = json::array();
        two["appointments"][0]["procedure"]["discussion"]["on"] = "2024-05-20";
        CHECK(facts_of(two, 1)["candidate.has_level"] == "false");
    }
    SUBCASE("较早的免职，终止所任职务") {
        two["appointments"][0] = {{"id", "a0"},
                                  {"candidate", "c1"},
                                  {"post", "vice"},
                                  {"kind", "removal"},
                                  {"procedure", {{"discussion", {{"on", "2022-03-01"}}}}}};
        const facts_of f(two, 1);
        CHECK(f["candidate.leading"] == "false");
        CHECK(f["candidate.has_role"] == "false");
        CHECK(f["candidate.level"] == "township_deputy");
    }
    SUBCASE("较早的职级晋升没有职级记录，作为讨论之日起的职级") {
        two["appointments"][0] = {{"id", "a0"},
                                  {"candidate", "c1"},
                                  {"post", nullptr},
                                  {"to_rank", "principal_staff_3"},
                                  {"procedure", {{"discussion", {{"on", "2022-03-01"}}}}}};
        two["cadres"][0]["ranks"] =
            json::array({{{"rank", "principal_staff_4"}, {"from", "2019-06-01"}, {"to", nullptr}}});
        const facts_of f(two, 1);
        CHECK(f["candidate.rank"] == "principal_staff_3");
        CHECK(f["candidate.rank_since"] == "2022-03-01");
        CHECK(facts_of(two, 0)["candidate.rank"] == "principal_staff_4");
    }
    SUBCASE("记录的先后次序不影响结果") {
        json other = two;
        std::swap(other["appointments"][0], other["appointments"][1]);
        other["cadres"][0]["tenures"] = json::array(
            {served("staff", "2012-01-01", "2019-05-20"), two["cadres"][0]["tenures"][0]});
        two["cadres"][0]["tenures"] = json::array(
            {two["cadres"][0]["tenures"][0], served("staff", "2012-01-01", "2019-05-20")});
        const facts_of f(two, 1);
        const facts_of g(other, 0);
        for (const char* name :
             {"candidate.level", "candidate.level_since", "candidate.has_last_promotion",
              "appointment.kind", "seat.occupied_after", "candidate.posts_at_next_lower_level"})
            CHECK(f[name] == g[name]);
    }
}
