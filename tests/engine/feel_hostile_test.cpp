// tests/engine/feel_hostile_test.cpp
#include <engine/feel_support.hpp>
#include <support/gen.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace xuanren;
using xuanren::testing::eval;
using xuanren::testing::gen;
using xuanren::testing::sample_case;

namespace {

std::string repeated(std::string_view part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("nesting and length are bounded, not the stack") {
    for (const char* part :
         {"(", "[", "-", "not(", "if ", "for i in ", "1 in (", "abs(", "x[", "]"})
        CHECK(eval(repeated(part, 100'000)).starts_with("XR-FEEL-0"));
    CHECK(eval(repeated("(", 150) + "1" + repeated(")", 150)) == "1");
    CHECK(eval(repeated("(", 201) + "1" + repeated(")", 201)) == "XR-FEEL-006");
    CHECK(eval(repeated("1 in (", 190) + "1" + repeated(")", 190)).starts_with("null"));
    CHECK(eval("1" + repeated(" + 1", 900)) == "901");
    CHECK(eval("1" + repeated(" + 1", 1100)) == "XR-FEEL-006");
    CHECK(eval("[1]" + repeated("[1]", 1100)) == "XR-FEEL-006");
    CHECK(eval("true" + repeated(" and true", 5000)) == "true");
    CHECK(eval("count([0" + repeated(", 1", 5000) + "])") == "5001");
    CHECK(eval(repeated("1 ", 150'000)) == "XR-FEEL-006");
    CHECK(eval(repeated("for a in [1] return ", 70) + "1") == "XR-FEEL-006");
}

TEST_CASE("what would never end has no value") {
    CHECK(eval("for i in 1..1000000000000 return i") == "null");
    CHECK(eval("count(for a in 1..100000, b in 1..100000 return 1)") == "null");
    CHECK(eval("some a in 1..100000, b in 1..100000 satisfies a + b < 0") == "null");
    CHECK(eval("count(for i in 1..100000 return partial)") == "null");
    CHECK(eval("[for i in 1..100000 return i][1][item < 0]") == "[]");
    CHECK(eval(R"~(matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a+)+$"))~") == "null");
    CHECK(eval(R"~(matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a|aa|aaa)*$"))~") ==
          "null");
    CHECK(eval("2 ** 9999999999999") == "null");
    CHECK(eval("9999999999999999999999999999999999 ** 9999999999999999999999999999999999") ==
          "null");
    CHECK(eval("1e6144 * 10") == "null");
    CHECK(eval("@\"P999999999Y\" + @\"P999999999Y\" + @\"P999999999Y\"") == "null");
    CHECK(eval("@\"P99999999999999999D\" * 100000") == "null");
    CHECK(eval("decimal(1, 99999999999999999999)") == "null");
    CHECK(eval("string length(\"a\") ** 99999") == "1");
}

TEST_CASE("no bytes crash the parser or the evaluator") {
    static const std::vector<std::string> tokens = {"1",
                                                    "0",
                                                    "-1",
                                                    "1.5",
                                                    "1e400",
                                                    "\"a\"",
                                                    "\"",
                                                    "@\"2024-02-29\"",
                                                    "@\"P1Y\"",
                                                    "@\"P1DT1S\"",
                                                    "@",
                                                    "true",
                                                    "null",
                                                    "and",
                                                    "or",
                                                    "not",
                                                    "if",
                                                    "then",
                                                    "else",
                                                    "for",
                                                    "in",
                                                    "return",
                                                    "some",
                                                    "every",
                                                    "satisfies",
                                                    "between",
                                                    "x",
                                                    "item",
                                                    "partial",
                                                    "list",
                                                    "count",
                                                    "sum",
                                                    "max",
                                                    "date",
                                                    "duration",
                                                    "matches",
                                                    "replace",
                                                    "split",
                                                    "substring",
                                                    "string",
                                                    "abs",
                                                    "modulo",
                                                    "decimal",
                                                    "append",
                                                    "flatten",
                                                    "sublist",
                                                    "index of",
                                                    "distinct values",
                                                    "before",
                                                    "overlaps",
                                                    "moved on",
                                                    "time in",
                                                    "working days",
                                                    "elapsed",
                                                    "names",
                                                    "table.years",
                                                    "(",
                                                    ")",
                                                    "[",
                                                    "]",
                                                    "{",
                                                    "}",
                                                    ",",
                                                    "..",
                                                    ".",
                                                    ":",
                                                    "+",
                                                    "-",
                                                    "*",
                                                    "/",
                                                    "**",
                                                    "=",
                                                    "!=",
                                                    "<",
                                                    "<=",
                                                    ">",
                                                    ">=",
                                                    "//",
                                                    "/*",
                                                    "*/",
                                                    "\n",
                                                    "拟任职务层次",
                                                    "level.county_deputy",
                                                    "candidate.sanctions",
                                                    "candidate.spans",
                                                    "kind",
                                                    "decided",
                                                    "year",
                                                    "start",
                                                    "\xff",
                                                    "\xf0\x9f\x98\x80",
                                                    "'",
                                                    "#",
                                                    "\\",
                                                    "\"\\u0041\"",
                                                    "\"(a*)*\"",
                                                    "start included"};
    sample_case sample;
    sample.refer_to(civil_date(2022, 5));
    sample.set("candidate.sanctions", sample_case::list({unknown_value{}, null_value{}}));
    sample.set("candidate.spans",
               sample_case::list({sample_case::range(civil_date(2019, 5), null_value{})}));
    gen g;
    INFO("XUANREN_SEED=" << g.seed());
    named_inputs inputs;
    inputs.set("x", sample_case::list({number(1), null_value{}, "b"}));
    int parsed_count = 0;
    for (int i = 0; i < 40'000; ++i) {
        std::string text;
        const std::int64_t length = g.between(1, 14);
        for (std::int64_t k = 0; k < length; ++k) {
            text += g.one_of(tokens);
            if (!g.one_in(3)) text += ' ';
        }
        if (g.one_in(10)) text += static_cast<char>(g.between(0, 255));
        CAPTURE(text);
        const result<value> lenient = evaluate_feel(text, inputs);
        if (lenient) {
            ++parsed_count;
            (void)to_feel(*lenient);
        } else {
            CHECK_FALSE(lenient.problems().front().code.empty());
        }
        const result<node_ptr> strict = parse_feel(text, sample.words());
        if (strict) {
            (void)evaluate(**strict, sample.with());
            const std::string written = to_feel(**strict);
            CAPTURE(written);
            const result<node_ptr> again = parse_feel(written, sample.words());
            REQUIRE(again);
            CHECK(same(**strict, **again));
        }
    }
    CHECK(parsed_count > 300);  // or the tokens make nothing worth running
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes;
        const std::int64_t length = g.between(0, 60);
        for (std::int64_t k = 0; k < length; ++k) bytes += static_cast<char>(g.between(0, 255));
        (void)evaluate_feel(bytes, inputs);
        (void)eval_json_line(bytes);
    }
}
