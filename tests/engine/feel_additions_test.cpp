// tests/engine/feel_additions_test.cpp
#include <engine/feel_support.hpp>

#include <xuanren/calendar/working_days.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;
using xuanren::testing::sample_case;

TEST_CASE("elapsed counts months to the reference date by the Civil Code") {
    struct row {
        const char* name;
        civil_date since;
        civil_date on;
        const char* expected;
    };
    const row rows[] = {
        {"恰满两年", civil_date(2020, 5, 20), civil_date(2022, 5, 20), "@\"P2Y\""},
        {"差一日", civil_date(2020, 5, 20), civil_date(2022, 5, 19), "@\"P1Y11M\""},
        {"闰日起，平年末日为满", civil_date(2020, 2, 29), civil_date(2021, 2, 28), "@\"P1Y\""},
        {"月末起，无对应日", civil_date(2021, 1, 31), civil_date(2021, 2, 28), "@\"P1M\""},
        {"尚未开始，为负", civil_date(2022, 6, 20), civil_date(2022, 5, 20), "@\"-P1M\""},
        {"只知年月", civil_date(2019, 5), civil_date(2022, 5, 20), "@\"P2Y11M/P3Y\""},
        {"两侧皆只知年月", civil_date(2019, 5), civil_date(2022, 5), "@\"P2Y11M/P3Y\""},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            sample_case s;
            s.set("candidate.level_since", r.since);
            s.refer_to(r.on);
            CHECK(s.answer("elapsed(candidate.level_since)") == r.expected);
        }
    sample_case s;
    CHECK(s.answer("elapsed(@\"2020-01-01\")") == "unknown");  // no reference date
    s.refer_to(civil_date(2022, 5, 20));
    CHECK(s.answer("elapsed(candidate.level_since) >= @\"P2Y\"") == "unknown");
    CHECK(s.answer("elapsed(max([]))") == "null");
}

TEST_CASE("add months keeps the day, or takes the month's last") {
    sample_case s;
    CHECK(s.answer("add months(@\"2021-02-28\", 36)") == "@\"2024-02-28\"");
    CHECK(s.answer("add months(@\"2024-08-31\", 18)") == "@\"2026-02-28\"");
    CHECK(s.answer("add months(@\"2024-08-31\", @\"P1Y6M\")") == "@\"2026-02-28\"");
    CHECK(s.answer("add months(@\"2024-03-31\", -1)") == "@\"2024-02-29\"");
    CHECK(s.answer("add months(@\"2024-03-31\", 1.5)") == "null");
    s.set("candidate.born", civil_date(2024, 1));
    CHECK(s.answer("add months(candidate.born, 1)") == "@\"2024-02\"");
    CHECK(s.answer("add months(candidate.born, votes.due)") == "unknown");
}

TEST_CASE("working days say whether the first day counts") {
    holiday_notice n;
    n.year = 2022;
    const working_calendar calendar = *working_calendar::make({n}, "test");
    sample_case s;
    s.calendar = &calendar;
    CHECK(s.answer("working days(@\"2022-03-07\", @\"2022-03-11\")") == "4");
    CHECK(s.answer("working days(@\"2022-03-07\", @\"2022-03-11\", true)") == "5");
    CHECK(s.answer("working days(@\"2022-03-07\", @\"2022-03-11\", first counted: false)") ==
          "XR-FEEL-005");
    CHECK(s.answer(
              "working days(from: @\"2022-03-07\", to: @\"2022-03-11\", first counted: false)") ==
          "4");
    CHECK(s.answer("working days(@\"2022-03-11\", @\"2022-03-07\")") == "0");
    CHECK(s.answer("working days(@\"2021-03-07\", @\"2021-03-11\")") ==
          "unknown");  // no notice for 2021
    s.set("candidate.born", civil_date(2022, 3));
    CHECK(s.answer("working days(candidate.born, @\"2022-03-31\")") == "0/22");
    s.calendar = nullptr;
    CHECK(s.answer("working days(@\"2022-03-07\", @\"2022-03-11\") >= 5") == "unknown");
}

TEST_CASE("names asks whether an entry names the rule that is set aside") {
    struct row {
        const char* name;
        const char* entry;
        const char* expected;
    };
    const row rows[] = {
        {"整条", "appointment-regulations-2019/8.1.1/service", "true"},
        {"条项前缀", "appointment-regulations-2019/8.1.1", "true"},
        {"带星号", "appointment-regulations-2019/8.1.1/*", "true"},
        {"条", "appointment-regulations-2019/8", "true"},
        {"数字须完整", "appointment-regulations-2019/8.1.10", "false"},
        {"另一项", "appointment-regulations-2019/8.1.3", "false"},
        {"空文本", "", "false"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            sample_case s;
            s.set_aside_rule = "appointment-regulations-2019/8.1.1/service";
            s.set("exceptional.breaks", sample_case::list({r.entry}));
            CHECK(s.answer("names(exceptional.breaks)") == r.expected);
        }
    sample_case s;
    s.set_aside_rule = "a/8.1.10/x";
    s.set("exceptional.breaks", sample_case::list({"a/8.1.1"}));
    CHECK(s.answer("names(exceptional.breaks)") == "false");
    s.set("exceptional.breaks", unknown_value{});
    CHECK(s.answer("names(exceptional.breaks)") == "unknown");
    s.set("exceptional.breaks", sample_case::list({}));
    CHECK(s.answer("names(exceptional.breaks)") == "false");
}

TEST_CASE("a counted-from date is moved on by what does not count") {
    struct row {
        const char* name;
        const char* expression;
        const char* expected;
    };
    const row rows[] = {
        {"无不计", "moved on(@\"2019-05-20\", [])", "@\"2019-05-20\""},
        {"整年为十二个月", "moved on(@\"2019-05-20\", [[@\"2020-01-01\"..@\"2020-12-31\"]])",
         "@\"2020-05-20\""},
        {"两整年", "moved on(@\"2019-05-20\", [[@\"2020-01-01\"..@\"2021-12-31\"]])",
         "@\"2021-05-20\""},
        {"半开区间", "moved on(@\"2019-05-20\", [[@\"2020-01-01\"..@\"2021-01-01\")])",
         "@\"2020-05-20\""},
        {"余日按日", "moved on(@\"2019-05-20\", [[@\"2020-03-01\"..@\"2020-03-10\"]])",
         "@\"2019-05-30\""},
        {"先加月后加日", "moved on(@\"2019-01-31\", [[@\"2020-01-01\"..@\"2021-01-01\"]])",
         "@\"2020-02-01\""},
        {"起算日以前的不计", "moved on(@\"2019-05-20\", [[@\"2018-01-01\"..@\"2018-12-31\"]])",
         "@\"2019-05-20\""},
        {"年中起算只推余下日数", "moved on(@\"2019-12-22\", [[@\"2019-01-01\"..@\"2019-12-31\"]])",
         "@\"2020-01-01\""},
        {"重叠只算一次",
         "moved on(@\"2019-05-20\", [[@\"2020-01-01\"..@\"2020-12-31\"], "
         "[@\"2020-05-01\"..@\"2020-06-30\"]])",
         "@\"2020-05-20\""},
        {"存疑成区间", "moved on(@\"2019-05-20\", [], [[@\"2020-01-01\"..@\"2020-12-31\"]])",
         "@\"2019-05-20/2020-05-20\""},
        {"整段：触及即推整年",
         "moved on whole(@\"2019-12-22\", [[@\"2019-01-01\"..@\"2019-12-31\"]])",
         "@\"2020-12-22\""},
        {"整段：未触及不推",
         "moved on whole(@\"2020-06-01\", [[@\"2019-01-01\"..@\"2019-12-31\"], "
         "[@\"2020-01-01\"..@\"2020-12-31\"]])",
         "@\"2021-06-01\""},
        {"列表不明，只知不早于", "moved on(@\"2019-05-20\", candidate.spans)",
         "@\"2019-05-20/9999-12-31\""},
        {"存疑列表不明，只知不早于",
         "moved on(@\"2019-05-20\", [[@\"2020-01-01\"..@\"2020-12-31\"]], candidate.spans)",
         "@\"2020-05-20/9999-12-31\""},
        {"空值不计", "moved on(@\"2019-05-20\", [null])", "@\"2019-05-20\""},
        {"起算日不明", "moved on(candidate.born, [])", "unknown"},
    };
    sample_case s;
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(s.answer(r.expression) == r.expected);
        }
    SUBCASE("区间端点只知年月") {
        s.set("candidate.spans",
              sample_case::list({sample_case::range(civil_date(2020, 3, 1), civil_date(2020, 4))}));
        CHECK(s.answer("moved on(@\"2019-05-01\", candidate.spans)") == "@\"2019-06\"");
    }
    SUBCASE("至今的区间止于基准日") {
        s.set("candidate.spans",
              sample_case::list({sample_case::range(civil_date(2022, 5, 10), null_value{})}));
        CHECK(s.answer("moved on(@\"2019-05-01\", candidate.spans)") ==
              "@\"2019-05-01/9999-12-31\"");
        s.refer_to(civil_date(2022, 5, 20));
        CHECK(s.answer("moved on(@\"2019-05-01\", candidate.spans)") == "@\"2019-05-11\"");
    }
    SUBCASE("起算日只知年月") {
        s.set("candidate.born", civil_date(2019, 12));
        CHECK(s.answer("moved on(candidate.born, [[@\"2019-01-01\"..@\"2019-12-31\"]])") ==
              "@\"2020-01-01\"");
    }
}

TEST_CASE("time in ranges is the length of their union up to the reference date") {
    sample_case s;
    s.refer_to(civil_date(2022, 5, 20));
    struct row {
        const char* name;
        const char* expression;
        const char* expected;
    };
    const row rows[] = {
        {"没有区间", "time in([])", "@\"P0M\""},
        {"整月", "time in([[@\"2019-05-20\"..@\"2021-05-20\")])", "@\"P2Y\""},
        {"截至基准日", "time in([[@\"2021-05-20\"..@\"2030-01-01\")])", "@\"P1Y\""},
        {"重叠不重计",
         "time in([[@\"2019-05-20\"..@\"2021-05-20\"), [@\"2020-01-01\"..@\"2020-06-01\")])",
         "@\"P2Y\""},
        {"首尾相接",
         "time in([[@\"2019-05-20\"..@\"2019-06-05\"), [@\"2019-06-05\"..@\"2019-07-20\")])",
         "@\"P2M\""},
        {"余日相加满三十一",
         "time in([[@\"2019-05-01\"..@\"2019-05-17\"), [@\"2019-07-01\"..@\"2019-07-16\")])",
         "@\"P1M\""},
        {"单段余三十日不满一月", "time in([[@\"2019-05-01\"..@\"2019-05-31\")])", "@\"P0M\""},
        {"余日三十日存疑",
         "time in([[@\"2019-05-01\"..@\"2019-05-16\"), [@\"2019-07-01\"..@\"2019-07-16\")])",
         "@\"P0M/P1M\""},
        {"扣除",
         "time in([[@\"2019-01-01\"..@\"2021-01-01\")], [[@\"2020-01-01\"..@\"2020-07-01\")])",
         "@\"P1Y6M\""},
        {"列表不明", "time in(candidate.spans) >= @\"P2Y\"", "unknown"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(s.answer(r.expression) == r.expected);
        }
    SUBCASE("至今") {
        s.set("candidate.spans",
              sample_case::list({sample_case::range(civil_date(2021, 5, 20), null_value{})}));
        CHECK(s.answer("time in(candidate.spans)") == "@\"P1Y\"");
    }
    SUBCASE("端点只知年月") {
        s.set("candidate.spans",
              sample_case::list({sample_case::range(civil_date(2019, 5), civil_date(2021, 6, 1))}));
        CHECK(s.answer("time in(candidate.spans)") == "@\"P2Y/P2Y1M\"");
        CHECK(s.answer("time in(candidate.spans) >= @\"P2Y\"") == "true");
    }
    SUBCASE("止日不明") {
        s.set("candidate.spans",
              sample_case::list({sample_case::range(civil_date(2019, 5, 1), unknown_value{})}));
        CHECK(s.answer("time in(candidate.spans)") == "@\"P0M/P100Y\"");
        CHECK(s.answer("time in([[@\"2019-05-20\"..@\"2021-05-20\")], [], candidate.spans)") ==
              "@\"P0M/P2Y\"");
    }
    SUBCASE("没有基准日") {
        s.refer_to(std::nullopt);
        CHECK(s.answer("time in([])") == "unknown");
    }
}
