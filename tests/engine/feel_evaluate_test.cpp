// tests/engine/feel_evaluate_test.cpp
#include <engine/feel_support.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace xuanren;
using xuanren::testing::sample_case;

namespace {

value sanction(const sample_case& s, value kind, value decided, value has_until, value until) {
    return std::make_shared<const record_value>(record_value{
        &s.record("sanction"),
        {std::move(kind), std::move(decided), std::move(has_until), std::move(until)}});
}

struct row {
    const char* name;
    const char* expression;
    const char* expected;
};

}  // namespace

TEST_CASE("an unknown operand makes a test unknown, and Kleene's rules join tests") {
    sample_case s;
    s.set("votes.due", number(10));
    s.set("is_member", true);
    s.set("candidate.born", civil_date(1980, 5));
    // votes.present, name, target.level and the rest are not on file.
    const row rows[] = {
        {"等于", "votes.present = 3", "unknown"},
        {"不等于", "votes.present != 3", "unknown"},
        {"小于", "votes.present < 3", "unknown"},
        {"不大于", "votes.present <= 3", "unknown"},
        {"大于", "votes.present > 3", "unknown"},
        {"不小于", "votes.present >= 3", "unknown"},
        {"右侧不明", "3 >= votes.present", "unknown"},
        {"两侧不明", "votes.present = votes.present", "unknown"},
        {"与空值比较也不明", "votes.present = null", "unknown"},
        {"之间", "votes.present between 1 and 3", "unknown"},
        {"上界不明而已不合", "votes.due between 11 and votes.present", "false"},
        {"属于", "votes.present in (1, 2)", "unknown"},
        {"属于：已知相等", "votes.due in (10, votes.present)", "true"},
        {"属于：其余不明", "votes.due in (11, votes.present)", "unknown"},
        {"算术", "votes.present / votes.due >= 2 / 3", "unknown"},
        {"与：假胜", "votes.present > 1 and votes.due < 1", "false"},
        {"与：假在前", "votes.due < 1 and votes.present > 1", "false"},
        {"与：真不定", "is_member and votes.present > 1", "unknown"},
        {"或：真胜", "votes.present > 1 or is_member", "true"},
        {"或：假不定", "votes.present > 1 or votes.due < 1", "unknown"},
        {"非", "not(votes.present > 1)", "unknown"},
        {"条件不明而两支不同", "if votes.present > 1 then 1 else 2", "unknown"},
        {"条件不明而两支相同", "if votes.present > 1 then votes.due else 10", "10"},
        {"条件不明而两支皆不明", "if votes.present > 1 then votes.present else votes.present",
         "unknown"},
        {"函数", "string length(name) > 1", "unknown"},
        {"部分日期晚于区间", "candidate.born < @\"1980-06-01\"", "true"},
        {"部分日期早于区间", "candidate.born >= @\"1980-06-01\"", "false"},
        {"部分日期在区间内", "candidate.born <= @\"1980-05-20\"", "unknown"},
        {"部分日期相等不定", "candidate.born = @\"1980-05-20\"", "unknown"},
        {"部分日期确不相等", "candidate.born = @\"1980-06-20\"", "false"},
        {"部分日期的年", "candidate.born.year = 1980", "true"},
        {"部分日期的日", "candidate.born.day", "1/31"},
        {"部分日期加月", "candidate.born + @\"P1M\" > @\"1980-05-31\"", "true"},
        {"除以零无值", "votes.due / 0 > 1", "null"},
        {"无值不作假也不作真", "votes.due / 0 > 1 or votes.due < 1", "null"},
        {"无值与假为假", "votes.due / 0 > 1 and votes.due < 1", "false"},
        {"无值与不明为不明", "votes.due / 0 > 1 and votes.present > 1", "unknown"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(s.answer(r.expression) == r.expected);
        }
}

TEST_CASE("lists keep what is unknown in them") {
    sample_case s;
    s.set("grades", sample_case::list({number(1), unknown_value{}, number(3)}));
    s.set("votes.present", number(3));
    const row rows[] = {
        {"个数", "count(grades)", "unknown"},
        {"和", "sum(grades)", "unknown"},
        {"最大", "max(grades)", "unknown"},
        {"包含已知", "list contains(grades, 3)", "true"},
        {"包含不明", "list contains(grades, 2)", "unknown"},
        {"属于已知", "3 in grades", "true"},
        {"属于不明", "2 in grades", "unknown"},
        {"逐一保留不明", "for g in grades return g * 2", "[2, unknown, 6]"},
        {"筛选条件不明", "grades[item > 2]", "unknown"},
        {"按位置取已知", "grades[1]", "1"},
        {"有一个已知", "some g in grades satisfies g > 2", "true"},
        {"有一个不明", "some g in grades satisfies g > 5", "unknown"},
        {"每一个已知否", "every g in grades satisfies g > 1", "false"},
        {"每一个不明", "every g in grades satisfies g > 0", "unknown"},
        {"连接保留不明", "concatenate(grades, [4])", "[1, unknown, 3, 4]"},
        {"去重不明", "distinct values(grades)", "unknown"},
        {"空列表每一个", "every g in [] satisfies g > 1", "true"},
        {"空列表有一个", "some g in [] satisfies g > 1", "false"},
        {"空列表最大", "max([])", "null"},
        {"空列表最大与空值", "max([]) = null", "true"},
        {"不明的列表：个数", "count(candidate.sanctions) = 0", "unknown"},
        {"不明的列表：每一个", "every s in candidate.sanctions satisfies 1 = 1", "unknown"},
        {"不明的列表：有一个", "some s in candidate.sanctions satisfies 1 = 1", "unknown"},
        {"不明的列表：筛选", "candidate.sanctions[1 = 1]", "unknown"},
        {"不明的列表：路径", "candidate.sanctions.decided", "unknown"},
        {"列表含不明转文本", "string(grades)", "unknown"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(s.answer(r.expression) == r.expected);
        }
}

TEST_CASE("records are looked into by field, in filters by the field alone") {
    sample_case s;
    const value lateral = s.member("kind", "lateral");
    const value promotion = s.member("kind", "promotion");
    s.set("candidate.sanctions",
          sample_case::list(
              {sanction(s, lateral, civil_date(2020, 1, 15), true, civil_date(2021, 1, 15)),
               sanction(s, promotion, civil_date(2021, 3), false, unknown_value{})}));
    s.set("appointment.kind", lateral);
    s.set("target.level", s.member("level", "township_principal"));
    const row rows[] = {
        {"字段", "candidate.sanctions[1].decided", "@\"2020-01-15\""},
        {"部分日期照写", "candidate.sanctions[2].decided", "@\"2021-03\""},
        {"全部字段", "candidate.sanctions.kind", "[kind.lateral, kind.promotion]"},
        {"筛选", "count(candidate.sanctions[kind = kind.lateral])", "1"},
        {"字段与枚举同名", "candidate.sanctions[kind = kind.promotion][1].has_until", "false"},
        {"字段与事实比较", "candidate.sanctions[kind = appointment.kind][1].until.year", "2021"},
        {"无此位置", "candidate.sanctions[3].decided", "null"},
        {"影响期止",
         "max(for x in candidate.sanctions return if x.has_until then x.until else add "
         "months(x.decided, table.years(target.level, x.decided)))",
         "@\"2023-03\""},
        {"最大为区间", "max(candidate.sanctions.decided)", "@\"2021-03\""},
        {"查表", "table.years(target.level)", "@\"P2Y\""},
        {"查表无此行", "table.years(target.level, @\"1999-12-31\")", "null"},
        {"查表键不明",
         "table.years(if is_member then level.county_deputy else level.township_deputy)",
         "unknown"},
        {"枚举先后", "target.level < level.county_deputy", "true"},
        {"枚举属于区间", "target.level in [level.township_deputy..level.township_principal]",
         "true"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(s.answer(r.expression) == r.expected);
        }
}

TEST_CASE("of partial values the extremes, sums and means are intervals") {
    sample_case s;
    s.set("grades", sample_case::list({interval<number>(1, 4), number(3)}));
    CHECK(s.answer("max(grades)") == "3/4");
    CHECK(s.answer("min(grades)") == "1/3");
    CHECK(s.answer("sum(grades)") == "4/7");
    CHECK(s.answer("mean(grades)") == "2/3.5");
    CHECK(s.answer("sum(grades) >= 4") == "true");
    CHECK(s.answer("sum(grades) > 4") == "unknown");
    CHECK(s.answer("count(grades)") == "2");
    CHECK(s.answer("abs(grades[1] - 2)") == "0/2");
    CHECK(s.answer("1 / (grades[1] - 2)") == "unknown");
    CHECK(s.answer("floor(grades[1] / 2)") == "0/2");
    CHECK(s.answer("even(grades[1])") == "unknown");
}

TEST_CASE("a fact that no environment holds is unknown") {
    const sample_case s;
    const node_ptr parsed = *parse_feel("is_member", s.words());
    CHECK(evaluate(*parsed, environment{}).is_unknown());
}
