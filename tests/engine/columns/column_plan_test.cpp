// tests/engine/columns/column_plan_test.cpp
#include "engine/columns/column_gen.hpp"

#include <xuanren/engine/columns/column_findings.hpp>
#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/columns/pool.hpp>
#include <xuanren/engine/rulebook_make.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

/// Rules 1, 2, ... of an act that is always in force, by their `must`, and what else each says.
rulebook book_of(const std::vector<std::string>& rules, const std::string& definitions = {}, const std::string& exceptions = {}) {
    std::string list;
    for (std::size_t i = 0; i < rules.size(); ++i)
        list += (i == 0 ? "" : ",") + std::string(R"({"id":"act-1/1.)") + std::to_string(i + 1) + R"(/r","cite":{"paragraph":)" + std::to_string(i + 1) + "}," + rules[i] + "}";
    const std::string article = R"({"instrument":"act-1","article":1,"rules":[)" + list + R"(],"exceptions":[)" + exceptions + "]}";
    const std::string defined = R"({"instrument":"act-1","definitions":[)" + definitions + "]}";
    std::vector<rule_file> files = {
        {"act-1/instrument.json", R"({"id":"act-1","family":"act","version":"1","authority":"local","effective":"2000-01-01"})"},
        {"act-1/article-01.json", article}};
    if (!definitions.empty()) files.push_back({"act-1/definitions.json", defined});
    return column_book(files);
}
std::string must(const std::string& condition) { return R"("must":")" + condition + "\""; }

column_plan plan_of(const rulebook& book, const table_view& table, const column_options& options = {}) {
    auto made = column_plan::make(book, schema_of(table), options);
    std::string why;
    if (!made)
        for (const problem& p : made.problems()) why += p.code + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(made.has_value(), why);
    return std::move(made).value();
}
/// Of cases that were all decided on one day.
column_options decided() {
    column_options out;
    out.on = civil_date(2024, 5, 20);
    return out;
}
std::vector<std::string> refusals(const table_view& table) {
    const auto made = column_plan::make(book_of({must("case.a")}), schema_of(table));
    std::vector<std::string> out;
    if (!made)
        for (const problem& p : made.problems()) {
            CHECK_FALSE(p.message.zh.empty());
            CHECK_FALSE(p.message.en.empty());
            out.push_back(p.code);
        }
    return out;
}
std::vector<problem> run_of(const rulebook& book, const table_view& table) {
    column_verdicts verdicts;
    return plan_of(book, table).run(table, verdicts);
}
using codes = std::vector<std::string>;

const std::vector<std::int32_t> dates = {civil_date(2024, 5, 20).packed(), civil_date(2020, 1, 31).packed()};
const std::vector<std::uint8_t> flags = {1, 0};
const std::vector<std::int64_t> numbers = {7, 3};
const std::vector<std::uint8_t> second_unknown = {0b01};

/// A table long enough for several blocks; row i has the number i.
struct long_table {
    std::vector<std::int32_t> present, members;
    table_view view;
    explicit long_table(std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            present.push_back(static_cast<std::int32_t>(i));
            members.push_back(static_cast<std::int32_t>(i % 10));
        }
        view.add("vote.present", column_view::integers<std::int32_t>(present)).add("vote.members", column_view::integers<std::int32_t>(members));
        view.rows = rows;
    }
};

}  // namespace

TEST_CASE("列的问题：一次说全，各有代码") {
    const column_view date = column_view::packed_dates(dates), flag = column_view::bytes(flags), number = column_view::integers<std::int64_t>(numbers);
    const auto with = [](std::string name, column_view v) { return table_view().add(std::move(name), v); };
    CHECK(refusals(with("case.aa", flag)) == codes{"XR-COL-001"});
    CHECK(refusals(with("step.motoin", date)) == codes{"XR-COL-001"});
    CHECK(refusals(with("case.a", flag).add("甲", flag)) == codes{"XR-COL-002"});
    CHECK(refusals(with("step.motion", date).add("step.motion", date)) == codes{"XR-COL-002"});
    CHECK(refusals(with("case.a", number)) == codes{"XR-COL-003"});
    CHECK(refusals(with("candidate.born", number)) == codes{"XR-COL-003"});
    CHECK(refusals(with("candidate.born", date).add("candidate.born.latest", number)) == codes{"XR-COL-003"});
    CHECK(refusals(with("case.a", flag).add("case.a.latest", flag)) == codes{"XR-COL-003"});
    CHECK(refusals(with("list.numbers", number)) == codes{"XR-COL-003"});
    CHECK(refusals(with("step.motion.state", date)) == codes{"XR-COL-003"});
    CHECK(refusals(with("attested.holds", flag)) == codes{"XR-COL-003"});
    CHECK(refusals(with("quota.share", column_view::decimals(numbers, 19))) == codes{"XR-COL-003"});
    CHECK(refusals(with("candidate.born.latest", date)) == codes{"XR-COL-004"});
    CHECK(refusals(with("service.months.most", number)) == codes{"XR-COL-004"});
    CHECK(refusals(with("case.aa", flag).add("case.a", number).add("vote.present.most", number)) == codes{"XR-COL-001", "XR-COL-003", "XR-COL-004"});
    const auto near = column_plan::make(book_of({must("case.a")}), schema_of(with("vote.presnet", number)));
    REQUIRE_FALSE(near);
    CHECK(near.problems().front().message.en.find("vote.present") != std::string::npos);
}

TEST_CASE("表的问题：词、值、另一种表、长短不一") {
    const rulebook book = book_of({must("target.level >= level.county_deputy"), must("quota.double > 1")});
    const std::vector<std::string_view> words = {"county_deputy", "县处极正职"};
    const std::vector<std::int8_t> places = {0, 1};
    auto problems = run_of(book, table_view().add("target.level", column_view::dictionary<std::int8_t>(places, words)));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "XR-COL-005");
    CHECK(problems[0].found == "县处极正职");
    CHECK(problems[0].message.zh.find("县处级正职") != std::string::npos);

    const std::vector<std::int8_t> beyond = {4, 5};
    problems = run_of(book, table_view().add("target.level", column_view::integers<std::int8_t>(beyond)));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "XR-COL-006");
    CHECK(problems[0].line == 2);
    CHECK(problems[0].message.en.find("row 2, column \"target.level\"") != std::string::npos);
    CHECK(run_of(book, table_view().add("target.level", column_view::integers<std::int8_t>(beyond, second_unknown.data()))).empty());
    const std::vector<double> odd = {1.5, 1.0 / 3};
    problems = run_of(book, table_view().add("quota.double", column_view::doubles(odd)));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "XR-COL-006");
    CHECK(problems[0].line == 2);

    const table_view table = table_view().add("case.a", column_view::bytes(flags));
    const column_plan plan = plan_of(book_of({must("case.a")}), table);
    column_verdicts verdicts;
    problems = plan.run(table_view().add("case.b", column_view::bytes(flags)), verdicts);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "XR-COL-010");
    CHECK_FALSE(verdicts.is_complete());
    table_view uneven = table;
    uneven.rows = 3;
    problems = plan.run(uneven, verdicts);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "XR-COL-011");
    CHECK(plan.run(table, verdicts).empty());
    CHECK(verdicts.is_complete());
}

TEST_CASE("坏值报最前面的一处，与线程数无关") {
    std::vector<std::int8_t> held(20'000, 1);
    held[19'000] = held[7'000] = held[7'001] = 100;
    const rulebook book = book_of({must("target.level >= level.county_deputy")});
    const table_view table = table_view().add("target.level", column_view::integers<std::int8_t>(held));
    const column_plan plan = plan_of(book, table);
    for (const std::size_t threads : {1, 2, 5}) {
        worker_pool pool(threads);
        run_options how;
        how.pool = &pool;
        column_verdicts verdicts;
        const auto problems = plan.run(table, verdicts, how);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].line == 7'001);
    }
}

TEST_CASE("没有列的事实不明，没有规则用到的列说明是哪些，列名两种语言皆可") {
    const rulebook book = book_of({must("case.a and vote.present > 2"), must("defined.twice > 3")},
                                  R"({"id":"defined.twice","zh":"两倍","type":"number","cite":{"article":1},"is":"vote.members * 2"})");
    const table_view table = table_view().add("甲", column_view::bytes(flags)).add("丁", column_view::bytes(flags)).add("case.c", column_view::bytes(flags));
    const column_plan plan = plan_of(book, table);
    CHECK(plan.unused() == codes{"丁", "case.c"});
    CHECK(plan.missing() == codes{"vote.present", "vote.members"});
    CHECK(plan.by_row().empty());
    column_verdicts verdicts;
    run_options how;
    how.keep_counts = true;
    REQUIRE(plan.run(table, verdicts, how).empty());
    // With no decision date nothing can be told.
    CHECK(verdicts.status_of(0, 0) == status::undetermined);
    const column_plan dated = plan_of(book, table, decided());
    REQUIRE(dated.run(table, verdicts, how).empty());
    CHECK(verdicts.status_of(0, 0) == status::undetermined);
    CHECK(verdicts.status_of(0, 1) == status::violated);
    CHECK(verdicts.status_of(1, 1) == status::undetermined);
    CHECK(verdicts.counts(1)[static_cast<std::size_t>(status::violated)] == 1);
    CHECK(verdicts.counts(1)[static_cast<std::size_t>(status::undetermined)] == 1);
}

TEST_CASE("逐行审核的规则说明原因") {
    const rulebook book = book_of({must("case.a"), must("some n in list.numbers satisfies n > vote.present"), must("string length(person.place) > 1"),
                                   must("vote.present * vote.members * 1000000000000000000000 > 1"), must("every b in exceptional.breaks satisfies b != \\\"x\\\""), must("some b in exceptional.breaks satisfies string length(b) > 3")});
    const std::vector<std::string_view> words = {"北京"};
    const std::vector<std::int8_t> places = {0, 0};
    const std::vector<std::int32_t> starts = {0, 1, 1}, entries = {0};
    const table_view table = table_view()
                                 .add("person.place", column_view::dictionary<std::int8_t>(places, words))
                                 .add("vote.present", column_view::integers<std::int64_t>(numbers))
                                 .add("vote.members", column_view::integers<std::int64_t>(numbers))
                                 .add("exceptional.breaks", column_view::lists_of_words(starts, entries.data(), words));
    const column_plan plan = plan_of(book, table);
    codes ids;
    for (const judged_by_row& r : plan.by_row()) {
        ids.push_back(r.rule);
        CHECK_FALSE(r.reason.zh.empty());
        CHECK_FALSE(r.reason.en.empty());
    }
    // A list that has no column is unknown, whatever is asked of it; what is asked of single words is asked once a word.
    CHECK(ids == codes{"act-1/1.3/r", "act-1/1.4/r", "act-1/1.6/r"});
}

TEST_CASE("空表、整列不明的表") {
    const rulebook book = book_of({must("case.a"), must("vote.present > vote.members")});
    const table_view empty = table_view().add("case.a", column_view::bytes({})).add("vote.present", column_view::integers<std::int64_t>({}));
    const column_plan plan = plan_of(book, empty);
    column_verdicts verdicts;
    CHECK(plan.run(empty, verdicts).empty());
    CHECK(verdicts.is_complete());
    CHECK(verdicts.rows() == 0);
    CHECK(verdicts.outcomes().empty());
    column_findings findings;
    CHECK(findings.find(plan, empty, verdicts).empty());

    const std::vector<std::uint8_t> none((2'000 + 7) / 8);
    const std::vector<std::uint8_t> garbage(2'000, 1);
    const std::vector<std::int64_t> wild(2'000, -1);
    table_view unknown = table_view().add("case.a", column_view::bytes(garbage, none.data()));
    unknown.add("vote.present", column_view::integers<std::int64_t>(wild, none.data()));
    const column_plan dated = plan_of(book, unknown, decided());
    REQUIRE(dated.run(unknown, verdicts).empty());
    for (std::size_t rule = 0; rule < 2; ++rule) CHECK(verdicts.summary(rule)[status::undetermined] == 2'000);
    CHECK(verdicts.outcome_counts()[static_cast<std::size_t>(outcome::incomplete)] == 2'000);
}

TEST_CASE("问题清单：哪些行、什么值、与什么界限相比") {
    const rulebook book = book_of({must("vote.present >= vote.members and not(case.a)"), R"("applies":"case.b",)" + must("candidate.born < @\\\"2000-01-01\\\"")});
    const std::vector<std::int64_t> present = {5, 2, 9}, members = {4, 4, 4};
    const std::vector<std::uint8_t> a = {0, 0, 1}, b = {1, 1, 1}, known = {0b101};
    const std::vector<std::int32_t> born = {civil_date(1980, 1, 1).packed(), 0, civil_date(2001, 3, 4).packed()};
    const table_view table = table_view()
                                 .add("vote.present", column_view::integers<std::int64_t>(present))
                                 .add("vote.members", column_view::integers<std::int64_t>(members))
                                 .add("case.a", column_view::bytes(a))
                                 .add("case.b", column_view::bytes(b))
                                 .add("candidate.born", column_view::packed_dates(born, known.data()));
    const column_plan plan = plan_of(book, table, decided());
    column_verdicts verdicts;
    REQUIRE(plan.run(table, verdicts).empty());
    column_findings findings;
    std::string told;
    const auto text_of = [](const value& v) {
        if (const auto* n = v.as<interval<number>>()) return to_string(n->low());
        if (const auto* d = v.as<interval<civil_date>>()) return to_string(d->low());
        return std::string("-");
    };
    for (const auto& g : findings.find(plan, table, verdicts))
        for (std::size_t i = 0; i < g.rows.size(); ++i)
            told += std::to_string(g.rule) + "/" + std::to_string(g.rows[i]) + (g.is == status::violated ? "!" : "?") + " " +
                    (*book.facts())[g.fact].name + " " + text_of(g.value_at(i)) + " " + text_of(g.bound_at(i)) + (g.is_negated ? " not" : "") + "\n";
    CHECK(told == "0/1! vote.present 2 4\n"
                  "0/2! case.a - - not\n"
                  "1/2! candidate.born 2001-03-04 2000-01-01\n"
                  "1/1? candidate.born - 2000-01-01\n");
    CHECK(findings.size() == 4);
    CHECK(findings.find(plan, table, verdicts, false).size() == 3);
}

TEST_CASE("例外不明的，问题清单说明例外还缺什么") {
    const rulebook book = book_of({must("vote.present >= 4")}, {},
                                  R"({"id":"act-1/9/special","cite":{"paragraph":9},"sets_aside":["act-1/1.1/*"],"when":"case.a and case.b"})");
    // Broken in all; set aside in the first, perhaps in the second, not in the third, whose exception is ruled out.
    const std::vector<std::int64_t> present = {2, 2, 2};
    const std::vector<std::uint8_t> a = {1, 0, 0}, b = {1, 1, 0}, known = {0b101}, all = {0b111};
    const table_view table = table_view()
                                 .add("vote.present", column_view::integers<std::int64_t>(present))
                                 .add("case.a", column_view::bytes(a, known.data()))
                                 .add("case.b", column_view::bytes(b, all.data()));
    const column_plan plan = plan_of(book, table, decided());
    column_verdicts verdicts;
    REQUIRE(plan.run(table, verdicts).empty());
    column_findings findings;
    std::string told;
    for (const auto& g : findings.find(plan, table, verdicts))
        for (const std::uint32_t row : g.rows)
            told += std::to_string(row) + (g.is == status::violated ? "! " : "? ") + (*book.facts())[g.fact].name + "\n";
    CHECK(told == "2! vote.present\n"
                  "1? case.a\n");
}

TEST_CASE("中途停下不算完成；进度从不后退，在调用者的线程里报告") {
    const long_table made(300'000);
    const column_plan plan = plan_of(book_of({must("vote.present > vote.members")}), made.view);
    std::atomic<bool> cancel{false};
    std::vector<std::size_t> seen;
    run_options how;
    how.cancel = &cancel;
    how.progress = [&](std::size_t done, std::size_t rows) {
        CHECK(rows == 300'000);
        seen.push_back(done);
        if (done > 100'000) cancel = true;
    };
    column_verdicts verdicts;
    CHECK(plan.run(made.view, verdicts, how).empty());
    CHECK_FALSE(verdicts.is_complete());
    CHECK(seen.back() > 100'000);
    CHECK(seen.back() < 300'000);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    cancel = false;
    seen.clear();
    how.progress = [&](std::size_t done, std::size_t) { seen.push_back(done); };
    worker_pool pool(3);
    how.pool = &pool;
    CHECK(plan.run(made.view, verdicts, how).empty());
    CHECK(verdicts.is_complete());
    CHECK(std::is_sorted(seen.begin(), seen.end()));
}

TEST_CASE("切片、分批与整表逐行相同") {
    const long_table made(5'000);
    const rulebook book = book_of({must("vote.present > vote.members"), must("vote.present < 2500")});
    const column_plan plan = plan_of(book, made.view, decided());
    column_verdicts whole, part;
    REQUIRE(plan.run(made.view, whole).empty());
    for (const std::size_t size : {1'000, 1'025, 37, 4'999}) {
        std::size_t wrong = 0;
        for (std::size_t from = 0; from < 5'000; from += size) {
            const std::size_t count = std::min(size, 5'000 - from);
            REQUIRE(plan.run(made.view.slice(from, count), part).empty());
            for (std::size_t i = 0; i < count; ++i)
                for (std::size_t r = 0; r < 2; ++r) wrong += part.status_of(r, i) != whole.status_of(r, from + i);
        }
        CHECK(wrong == 0);
    }
}
