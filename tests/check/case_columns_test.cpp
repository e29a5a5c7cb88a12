// tests/check/case_columns_test.cpp
#include <support/columns_beside.hpp>
#include <support/gen_dossier.hpp>

#include <xuanren/check/check.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/io/write_dossier.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

dossier read_one(const std::string& json) {
    auto read = read_dossier(json);
    std::string why;
    if (!read)
        for (const problem& p : read.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(read.has_value(), why);
    return std::move(read->value);
}

dossier sample() {
    std::ifstream in(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
    return read_one(std::string(std::istreambuf_iterator<char>(in), {}));
}

check_options reviewed_on(std::optional<civil_date> on) {
    check_options out;
    out.on = on;
    out.explain = false;
    out.calendar = &national_calendar();
    return out;
}

}  // namespace

TEST_CASE("案例列：样本单位逐条规则与审核一致，无论审核日、环节、版本") {
    const dossier records = sample();
    const rulebook& book = rulebooks::national();
    check_options options = reviewed_on(std::nullopt);
    SUBCASE("不定审核日") {}
    SUBCASE("年中审核") { options.on = civil_date(2022, 6, 30); }
    SUBCASE("只审核到考察") { options.stage = step::inspection; }
    SUBCASE("一律适用某日的版本") { options.law_date = civil_date(2018, 1, 1); }
    SUBCASE("启用条文待核的规则") { options.include_unverified = true; }
    hold_columns(book, records, options, check(book, records, options));
}

TEST_CASE("案例列：几份卷宗接成一张表") {
    const dossier records = sample();
    const rulebook& book = rulebooks::national();
    const check_options options = reviewed_on(civil_date(2022, 12, 31));
    const report told = check(book, records, options);
    case_columns columns(book, options);
    CHECK(columns.add(records).empty());
    const std::size_t first = columns.rows();
    CHECK(columns.add(records).empty());
    REQUIRE(columns.rows() == 2 * first);
    CHECK(columns.ids()[0] == columns.ids()[first]);
    const table_view table = columns.view();
    const auto plan = column_plan::make(book, schema_of(table), columns.options());
    REQUIRE(plan);
    hold_rows(*plan, table, told, 0);
    hold_rows(*plan, table, told, first);
}

TEST_CASE("案例列：随机卷宗逐条规则与审核一致") {
    gen g;
    const rulebook& book = rulebooks::national();
    for (int turn = 0; turn < 12; ++turn) {
        INFO("XUANREN_SEED=", g.seed(), " turn ", turn);
        dossier_size size;
        size.odd = false;
        size.kept_percent = turn % 3 == 0 ? 95 : 70;
        size.appointments = 8;
        const dossier made = dossier_gen(g, size).make();
        const dossier records = read_one(write_dossier(made));
        const check_options options = reviewed_on(turn % 2 == 0 ? std::optional(g.day(2010, 2025)) : std::nullopt);
        hold_columns(book, records, options, check(book, records, options));
    }
}

TEST_CASE("案例列：规则用到的记录列表不能成列，说明是哪些") {
    const std::vector<rule_file> files = {{"our-2024/instrument.json", R"({"id":"our-2024","family":"our","version":"2024","authority":"local","effective":"2000-01-01","title":{"zh":"本局规定","en":"ours"}})"},
                                    {"our-2024/article-01.json", R"({"instrument":"our-2024","article":1,"rules":[{"id":"our-2024/1/x","cite":{"article":1},"title":{"zh":"任职经历","en":"tenures"},
                                       "must":"some t in candidate.tenures satisfies t.is_current"}]})"}};
    load_options with;
    with.facts = rulebooks::national().facts();
    const auto ours = load_rules(files, with);
    std::string why;
    if (!ours)
        for (const problem& p : ours.problems()) why += p.code + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(ours, why);
    const case_columns columns(*ours);
    CHECK(columns.left_out() == std::vector<std::string>{"candidate.tenures"});
}
