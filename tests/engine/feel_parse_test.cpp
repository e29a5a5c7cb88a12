// tests/engine/feel_parse_test.cpp
#include <engine/feel_support.hpp>

#include <xuanren/engine/node_ops.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;
using xuanren::testing::sample_case;

namespace {

/// "code@column ..." of all problems.
std::string problems_of(const sample_case& sample, std::string_view expression,
                        const type& expected = types::any) {
    const result<node_ptr> parsed = parse_feel(expression, sample.words(), expected);
    std::string out;
    if (!parsed)
        for (const problem& p : parsed.problems()) {
            if (!out.empty()) out += " ";
            out += p.code + "@" + std::to_string(p.column);
        }
    return out;
}

}  // namespace

TEST_CASE("what a rule must not say is an error with its column") {
    struct row {
        const char* name;
        const char* expression;
        const char* problems;
    };
    const row rows[] = {
        {"不能识别的字符", "1 # 2", "XR-FEEL-001@3"},
        {"字符串没有结束", "name = \"a", "XR-FEEL-002@10"},
        {"注释没有结束", "1 /* a", "XR-FEEL-003@3"},
        {"不能识别的转义", R"("a\x")", "XR-FEEL-004@3"},
        {"孤立的代理项", R"("\ud83d")", "XR-FEEL-004@8"},
        {"缺右括号", "(1 + 2", "XR-FEEL-005@7"},
        {"多余的右括号", "1)", "XR-FEEL-005@2"},
        {"缺操作数", "1 + ", "XR-FEEL-005@5"},
        {"空表达式", "", "XR-FEEL-005@1"},
        {"缺else", "if is_member then 1", "XR-FEEL-005@20"},
        {"列按字符计", "姓名 = \"张三\" 和", "XR-FEEL-005@11"},
        {"调用非函数", "name(1)", "XR-FEEL-005@5"},
        {"未知的事实", "target.levl = level.county_deputy", "XR-FEEL-010@1"},
        {"误写为枚举值的事实名", "appointment.kind = 提任", "XR-FEEL-010@20"},
        {"未知的函数", "elasped(candidate.born)", "XR-FEEL-011@1"},
        {"未知的枚举值", "target.level = level.county", "XR-FEEL-012@16"},
        {"未知的表", "table.year(target.level) > @\"P1Y\"", "XR-FEEL-013@7"},
        {"未知的字段", "count(candidate.sanctions[knd = kind.lateral]) > 0", "XR-FEEL-010@27"},
        {"路径上的未知字段", "candidate.sanctions[1].knd = kind.lateral", "XR-FEEL-014@24"},
        {"日期没有该属性", "candidate.born.hour = 1", "XR-FEEL-014@16"},
        {"不含上下文", "{a: 1}", "XR-FEEL-015@1"},
        {"不含时刻", "time(\"10:00:00\") = null", "XR-FEEL-015@1"},
        {"不含时刻字面值", "@\"10:00:00\" = null", "XR-FEEL-015@1"},
        {"不含时钟", "today() > candidate.born", "XR-FEEL-015@1"},
        {"不含自定义函数", "function(a) a", "XR-FEEL-015@1"},
        {"不含类型判断", "name instance of string", "XR-FEEL-015@6"},
        {"数与字符串相加", "1 + \"a\"", "XR-FEEL-020@1"},
        {"字符串与数比较", "name = 1", "XR-FEEL-020@1"},
        {"层次与职级比较", "target.level >= target.rank", "XR-FEEL-020@1"},
        {"是否没有先后", "is_member < true", "XR-FEEL-020@1"},
        {"与的一侧不是是否", "is_member and service", "XR-FEEL-021@15"},
        {"条件不是是否", "if name then 1 else 2", "XR-FEEL-021@4"},
        {"两支类型不同", "if is_member then 1 else \"a\"", "XR-FEEL-021@26"},
        {"无序枚举比先后", "appointment.kind < kind.lateral", "XR-FEEL-022@1"},
        {"无序枚举取最大", "max([kind.lateral, kind.promotion]) = kind.lateral", "XR-FEEL-026@5"},
        {"月与日比较", "service >= @\"P30D\"", "XR-FEEL-023@1"},
        {"月与日相加", "service + @\"P30D\" > service", "XR-FEEL-023@1"},
        {"在月的区间中找日", "left in [@\"P1M\"..@\"P2M\"]", "XR-FEEL-023@9"},
        {"期间月日混写", "service > @\"P1Y1M1D\"", "XR-FEEL-027@11"},
        {"不存在的日", "candidate.born > @\"2023-02-29\"", "XR-FEEL-027@18"},
        {"不存在的月", "candidate.born > date(\"2024-13-01\")", "XR-FEEL-027@18"},
        {"参数过多", "count([1], [2])", "XR-FEEL-025@1"},
        {"参数名不对", "abs(m: -1)", "XR-FEEL-025@1"},
        {"参数类型不对", "string length(1)", "XR-FEEL-026@15"},
        {"表的键类型不对", "table.years(target.rank) > service", "XR-FEEL-026@13"},
        {"表的键个数不对", "table.years() > service", "XR-FEEL-025@1"},
        {"elapsed要日期", "elapsed(service) > service", "XR-FEEL-026@9"},
        {"是否计首日应为是否", "working days(candidate.born, candidate.born, 1) > 1",
         "XR-FEEL-026@46"},
        {"数超出范围", "1e99999 > 1", "XR-FEEL-027@1"},
        {"多处错误一次报全", "targt.level = 1 and name > 2 and is_member < 3",
         "XR-FEEL-010@1 XR-FEEL-020@21 XR-FEEL-020@34"},
    };
    const sample_case sample;
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(problems_of(sample, r.expression) == r.problems);
        }
}

TEST_CASE("the type that is asked for is checked") {
    const sample_case sample;
    CHECK(problems_of(sample, "1 + 1", types::boolean) == "XR-FEEL-024@1");
    CHECK(problems_of(sample, "1 = 1", types::boolean).empty());
    CHECK(problems_of(sample, "max(candidate.sanctions.decided)", types::date).empty());
}

TEST_CASE("an unknown name tells what is near") {
    const sample_case sample;
    const auto message = [&](std::string_view e) {
        return parse_feel(e, sample.words()).problems().front();
    };
    CHECK(message("target.levl = target.level").expected.en == "target.level");
    CHECK(message("任现职务层次起始月 = candidate.born").expected.zh == "任现职务层次起始日");
    CHECK(message("level.county_deputi = target.level").expected.en == "level.county_deputy");
    CHECK(message("elasped(candidate.born) > service").expected.en == "elapsed");
    CHECK(message("level_since > candidate.born").expected.en == "candidate.level_since");
    CHECK(message("level_since > candidate.born").message.zh ==
          "第1列：未知的名称“level_since”；是否指“candidate.level_since”？");
}

TEST_CASE("facts, words and literals have one meaning however they are spelt") {
    struct row {
        const char* one;
        const char* other;
    };
    const row rows[] = {
        {"target.level >= level.county_deputy", "拟任职务层次 >= 职务层次.县处级副职"},
        {"target.level >= level.county_deputy", "拟任职务层次>=level.县处级副职 // 注释"},
        {"service > @\"P2Y\"", "service > duration(\"P24M\")"},
        {"service > @\"P2Y\"", "service > duration(from: \"P1Y12M\")"},
        {"candidate.born < @\"2000-01-01\"", "candidate.born < date(\"2000-01-01\")"},
        {"is_member and 1 = 1 and 2 = 2", "(is_member and (1 = 1)) and 2 = 2"},
        {"is_member or 1 = 1 or 2 = 2", "is_member or (1 = 1 or 2 = 2)"},
        {"count(candidate.sanctions[kind = kind.lateral]) = 0",
         "count(candidate.sanctions[item.kind = 任用类型.平职任用]) = 0"},
        {"some s in candidate.sanctions satisfies s.decided > candidate.born",
         "some 处分一 in 处分 satisfies 处分一.决定日 > 出生日期"},
        {"votes.present in (1, [2..3])", "votes.present in ( 1 , [ 2 .. 3 ] )"},
        {"-votes.present", "- /* minus */ votes.present"},
        {"substring(string: name, start position: 2)", "substring(name, 2)"},
        {"max(1, 2)", "max([1, 2])"},
        {"]1..3[", "(1..3)"},
    };
    const sample_case sample;
    for (const row& r : rows) {
        const result<node_ptr> one = parse_feel(r.one, sample.words());
        const result<node_ptr> other = parse_feel(r.other, sample.words());
        INFO(r.one << "   |   " << r.other);
        REQUIRE(one);
        REQUIRE(other);
        CHECK(same(**one, **other));
    }
}

TEST_CASE("expressions that differ are not the same") {
    const sample_case sample;
    const auto is_same = [&](const char* a, const char* b) {
        return same(**parse_feel(a, sample.words()), **parse_feel(b, sample.words()));
    };
    CHECK_FALSE(is_same("is_member and 1 = 1", "1 = 1 and is_member"));
    CHECK_FALSE(is_same("service > @\"P2Y\"", "service > @\"P25M\""));
    CHECK_FALSE(is_same("votes.present < 1", "votes.present <= 1"));
    CHECK_FALSE(is_same("[1..2]", "[1..2)"));
    CHECK_FALSE(is_same("candidate.sanctions.decided", "candidate.sanctions.until"));
}

TEST_CASE("what is written back reads as the same expression") {
    const char* const expressions[] = {
        "target.level >= level.county_deputy and not(is_member) or votes.present > 2",
        "is_member and (is_member or 1 = 2)",
        "not(is_member and is_member)",
        "(1 + 2) * 3 - 4 / (5 - 6) ** 2 ** -3",
        "1 - (2 - 3) - -4 - -(5)",
        "-(votes.present + 1)",
        "(1 = 2) = true",
        "votes.present between 1 + 1 and 9",
        "votes.present in (1, [2..3), (< 4), (!= 5), [6, 7])",
        "votes.present in [1, 2]",
        "(if is_member then 1 else 2) + 1",
        "if is_member then 1 else if 1 = 2 then 3 else 4",
        ("for s in candidate.sanctions return "
         "if s.has_until then s.until else add months(s.decided, 3)"),
        "for a in 1..3, b in [a..5] return a * b",
        "for x in (for y in grades return y) return x + 1",
        "for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
        "for x in grades return 1",
        "some s in candidate.sanctions, t in candidate.sanctions satisfies s.decided < t.decided",
        "every g in grades[item > 60] satisfies g < 100",
        "candidate.sanctions[decided > candidate.born][-1].kind",
        "candidate.sanctions[count(candidate.sanctions[kind = kind.lateral]) > 0]",
        "candidate.sanctions[count(grades[has_until]) > 0]",
        "max(candidate.sanctions.decided)",
        "elapsed(candidate.level_since) >= table.years(target.level, candidate.born)",
        "names(exceptional.breaks)",
        R"("quote \" backslash \\ line \n tab \t 中文 😀 " + name)",
        "[1..10].start included",
        "candidate.spans[1].end > @\"2024-02-29\"",
        "@\"P1DT2H3M4.5S\" > left",
        "-(@\"P1Y\") < service",
        "is(value2: 1)",
        "1e400 > 1.50",
        "null = null",
    };
    const sample_case sample;
    for (const char* e : expressions) {
        CAPTURE(e);
        const result<node_ptr> parsed = parse_feel(e, sample.words());
        REQUIRE(parsed);
        const std::string written = to_feel(**parsed);
        CAPTURE(written);
        const result<node_ptr> again = parse_feel(written, sample.words());
        REQUIRE(again);
        CHECK(same(**parsed, **again));
        CHECK(to_feel(**again) == written);
    }
}

TEST_CASE("every fact of an expression is found, and a node is rebuilt over other children") {
    const sample_case sample;
    const node_ptr parsed =
        *parse_feel("is_member and elapsed(candidate.born) > service or is_member", sample.words());
    std::vector<std::string> names;
    for_each_fact(*parsed, [&](std::size_t i) { names.push_back(sample.facts()[i].name); });
    CHECK(names == std::vector<std::string>{"is_member", "candidate.born", "service", "is_member"});
    const node_ptr other = rebuild(*parsed, {parsed->children[1], parsed->children[0]});
    CHECK(to_feel(*other) == "is_member or is_member and elapsed(candidate.born) > service");
}
