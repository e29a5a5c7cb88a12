// tests/io/table/case_table_test.cpp
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/table/case_table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace xuanren;

namespace {

fact_map map_of(const std::string& json) {
    auto read = read_fact_map(json, "map.json");
    for (const problem& p : read ? std::vector<problem>{} : read.problems()) MESSAGE(p.message.en);
    REQUIRE(read);
    return *read;
}

result<case_table> table_of(const std::vector<std::string>& headings, const std::string& json = "{}") {
    const std::vector<std::string_view> views(headings.begin(), headings.end());
    return case_table::make(*rulebooks::national().facts(), map_of(json), views);
}

std::vector<std::string> codes_of(const result<case_table>& r) {
    std::vector<std::string> out;
    if (!r)
        for (const problem& p : r.problems()) out.push_back(p.code);
    return out;
}

const column_view* column(const table_view& t, std::string_view name) {
    for (const auto& c : t.columns)
        if (c.name == name) return &c.values;
    return nullptr;
}

/// One column, one cell: the packed days that it holds, or nothing where it is refused.
std::optional<std::pair<std::int32_t, std::int32_t>> days_in(const std::string& cell, const std::string& json = "{}") {
    auto t = table_of({"candidate.born"}, json);
    REQUIRE(t);
    const std::string_view cells[] = {cell};
    if (t->add(cells)) return std::nullopt;
    const table_view v = t->view();
    REQUIRE(column(v, "candidate.born")->is_known(0));
    const auto first = static_cast<const std::int32_t*>(column(v, "candidate.born")->values)[0];
    const column_view* latest = column(v, "candidate.born.latest");
    if (latest == nullptr || !latest->is_known(0)) return std::pair(first, first);
    return std::pair(first, static_cast<const std::int32_t*>(latest->values)[0]);
}

std::int32_t day(int y, int m, int d) { return civil_date(y, m, d).packed(); }

}  // namespace

TEST_CASE("日期：精度照写的来，不存在的日子不收") {
    CHECK(days_in("1980-05-20") == std::pair(day(1980, 5, 20), day(1980, 5, 20)));
    CHECK(days_in("1980.05") == std::pair(day(1980, 5, 1), day(1980, 5, 31)));
    CHECK(days_in("1980-02") == std::pair(day(1980, 2, 1), day(1980, 2, 29)));
    CHECK(days_in("1980") == std::pair(day(1980, 1, 1), day(1980, 12, 31)));
    CHECK(days_in("１９８０年５月") == std::pair(day(1980, 5, 1), day(1980, 5, 31)));
    CHECK(days_in("19800520") == std::pair(day(1980, 5, 20), day(1980, 5, 20)));
    for (const char* bad : {"1980-02-30", "1980-13-01", "1980.13", "1980-5-2", "1980/05/20", "1899-01-01", "19800520x", "不详", "1980-0a-01"}) {
        CAPTURE(bad);
        CHECK_FALSE(days_in(bad));
    }
}

TEST_CASE("日期：对照表写明的写法") {
    const std::string slashes = R"({"columns":{"candidate.born":{"fact":"candidate.born","dates":["Y/M/D","M月D日Y"]}}})";
    CHECK(days_in("1980/5/2", slashes) == std::pair(day(1980, 5, 2), day(1980, 5, 2)));
    CHECK(days_in("12月31日1980", slashes) == std::pair(day(1980, 12, 31), day(1980, 12, 31)));
    CHECK_FALSE(days_in("1980-05-02", slashes));
    CHECK_FALSE(days_in("1980/2/30", slashes));
    const std::string excel = R"({"columns":{"candidate.born":{"fact":"candidate.born","dates":"excel"}}})";
    CHECK(days_in("45432", excel) == std::pair(day(2024, 5, 20), day(2024, 5, 20)));
    CHECK_FALSE(days_in("60", excel));
}

TEST_CASE("枚举、布尔、数、期间：词、代码和单位") {
    auto t = table_of({"target.level", "现职", "领导", "票数", "基层"}, R"({"columns":{
        "现职": {"fact": "candidate.level", "words": {"131": "county_deputy"}},
        "领导": "target.leading", "票数": "procedure.discussion_in_favour",
        "基层": {"fact": "candidate.grassroots_service", "unit": "years"}}})");
    REQUIRE(t);
    const std::vector<std::vector<std::string_view>> rows = {
        {"county_principal", "131", "是", "12", "2"}, {"县处级副职", "county_deputy", "false", "12.5", "P30M"}, {"", "", "", "", ""}};
    for (const auto& r : rows) CHECK_FALSE(t->add(r));
    const table_view v = t->view();
    const auto* levels = rulebooks::national().facts()->find_enumeration("level");
    const auto place = [&](const char* name) { return static_cast<std::int16_t>(levels->index_of(name)); };
    const auto* target = static_cast<const std::int16_t*>(column(v, "target.level")->values);
    const auto* current = static_cast<const std::int16_t*>(column(v, "candidate.level")->values);
    CHECK(target[0] == place("county_principal"));
    CHECK(target[1] == place("county_deputy"));
    CHECK(current[0] == place("county_deputy"));
    CHECK(current[1] == place("county_deputy"));
    CHECK(static_cast<const std::uint8_t*>(column(v, "target.leading")->values)[0] == 1);
    const column_view* votes = column(v, "procedure.discussion_in_favour");
    CHECK(votes->form == column_form::decimal);
    CHECK(votes->scale == 1);
    CHECK(static_cast<const std::int64_t*>(votes->values)[0] == 120);
    CHECK(static_cast<const std::int64_t*>(votes->values)[1] == 125);
    const auto* service = static_cast<const std::int64_t*>(column(v, "candidate.grassroots_service")->values);
    CHECK(service[0] == 24);
    CHECK(service[1] == 30);
    for (const auto& c : v.columns) {
        CAPTURE(c.name);
        CHECK_FALSE(c.values.is_known(2));
    }
}

TEST_CASE("写明为无：有无的事实随之为否；给出值则为是；空着则不明") {
    auto t = table_of({"candidate.probation_ends"}, R"({"columns":{"candidate.probation_ends":{"fact":"candidate.probation_ends","none":["无"]}}})");
    REQUIRE(t);
    for (const char* cell : {"2024-01-01", "无", ""}) {
        const std::string_view cells[] = {cell};
        CHECK_FALSE(t->add(cells));
    }
    const table_view v = t->view();
    const column_view* has = column(v, "candidate.has_probation_ends");
    if (has == nullptr) has = column(v, "candidate.has_probation");
    REQUIRE(has != nullptr);
    const auto* values = static_cast<const std::uint8_t*>(has->values);
    CHECK(has->is_known(0));
    CHECK(values[0] == 1);
    CHECK_FALSE(has->is_known(2));
}

TEST_CASE("读不出的单元格说明是哪一列、应为什么，该行不留痕迹") {
    auto t = table_of({"candidate.born", "target.level"});
    REQUIRE(t);
    const std::vector<std::string_view> bad = {"1980-01-01", "处长"}, good = {"1981-01-01", "县处级正职"};
    const auto problem = t->add(bad);
    REQUIRE(problem);
    CHECK(problem->column == 1);
    CHECK(problem->expected.zh.find("县处级副职") != std::string::npos);
    CHECK(t->rows() == 0);
    CHECK_FALSE(t->add(good));
    CHECK(t->rows() == 1);
    CHECK(static_cast<const std::int32_t*>(column(t->view(), "candidate.born")->values)[0] == day(1981, 1, 1));
}

TEST_CASE("常量列：每行相同；读不出的常量在表头就拒绝") {
    auto t = table_of({"candidate.born"}, R"({"constants":{"target.level":"县处级副职","target.leading":true}})");
    REQUIRE(t);
    const std::vector<std::string_view> cells = {"1980"};
    CHECK_FALSE(t->add(cells));
    CHECK_FALSE(t->add(cells));
    const table_view v = t->view();
    CHECK(column(v, "target.leading")->is_known(1));
    CHECK(codes_of(table_of({"candidate.born"}, R"({"constants":{"target.level":"处长"}})")) == std::vector<std::string>{"XR-CSV-013"});
}

TEST_CASE("表头的问题一次说全") {
    using codes = std::vector<std::string>;
    CHECK(codes_of(table_of({"a", "a"})) == codes{"XR-CSV-002"});
    CHECK(codes_of(table_of({"x"}, R"({"columns":{"x":"target.levle"}})")) == codes{"XR-CSV-009"});
    CHECK(codes_of(table_of({"x"}, R"({"columns":{"y":"target.level"}})")) == codes{"XR-CSV-010"});
    CHECK(codes_of(table_of({"target.level", "拟任职务层次"})) == codes{"XR-CSV-011"});
    CHECK(codes_of(table_of({"candidate.tenures"})) == codes{"XR-CSV-012"});
    CHECK(codes_of(table_of({"a"}, R"({"id":"b"})")) == codes{"XR-CSV-010"});
    const auto t = table_of({"target.level", "备注", "工号"}, R"({"id":"工号"})");
    REQUIRE(t);
    CHECK(t->unused() == std::vector<std::string>{"备注"});
    CHECK(t->id_column() == std::optional<std::size_t>(2));
}

TEST_CASE("对照表的错误带路径") {
    for (const char* bad : {"[]", R"({"colums":{}})", R"({"columns":{"a":{"dates":"Y"}}})", R"({"separator":"ab"})", R"({"columns":{"a":{"fact":"x","unit":"weeks"}}})",
                            R"({"id":"a","id":"b"})", R"({"constants":{"a":[1]}})"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_fact_map(bad));
    }
}

TEST_CASE("上限列：有则以其为准，空着则照单元格的精度") {
    auto t = table_of({"candidate.born", "出生日期.latest", "candidate.grassroots_service", "candidate.grassroots_service.most"});
    REQUIRE(t);
    const std::vector<std::vector<std::string_view>> rows = {
        {"1980-05-01", "1980-05-20", "P20M", "P24M"}, {"1980.05", "", "P20M", ""}, {"1980-05-07", "", "", ""}, {"1980.05", "1980.06", "", ""}};
    for (const auto& r : rows) CHECK_FALSE(t->add(r));
    const table_view v = t->view();
    const column_view *low = column(v, "candidate.born"), *high = column(v, "candidate.born.latest"), *most = column(v, "candidate.grassroots_service.most");
    REQUIRE(high != nullptr);
    REQUIRE(most != nullptr);
    const auto* last = static_cast<const std::int32_t*>(high->values);
    CHECK(static_cast<const std::int32_t*>(low->values)[1] == day(1980, 5, 1));
    CHECK(last[0] == day(1980, 5, 20));
    CHECK(last[1] == day(1980, 5, 31));
    CHECK_FALSE(high->is_known(2));
    CHECK(last[3] == day(1980, 6, 30));
    CHECK(static_cast<const std::int64_t*>(most->values)[0] == 24);
    CHECK_FALSE(most->is_known(1));
    CHECK(std::count_if(v.columns.begin(), v.columns.end(), [](const auto& c) { return c.name == "candidate.born.latest"; }) == 1);
    CHECK(codes_of(table_of({"出生日期.latest", "candidate.born.latest"})) == std::vector<std::string>{"XR-CSV-011"});
    CHECK(table_of({"target.level.latest"})->unused() == std::vector<std::string>{"target.level.latest"});
}

TEST_CASE("环节的日期与状态；日期可早到公元1年，记录里的日期不行") {
    auto t = table_of({"step.motion", "step.motion.latest", "step.notice.state"});
    REQUIRE(t);
    CHECK(t->unused().empty());
    const std::vector<std::string_view> cells = {"0001-01-01", "9999-12-31", "未做"};
    CHECK_FALSE(t->add(cells));
    const table_view v = t->view();
    CHECK(static_cast<const std::int32_t*>(column(v, "step.motion")->values)[0] == day(1, 1, 1));
    CHECK(static_cast<const std::int32_t*>(column(v, "step.motion.latest")->values)[0] == day(9999, 12, 31));
    CHECK(static_cast<const std::int16_t*>(column(v, "step.notice.state")->values)[0] == 1);
    CHECK_FALSE(days_in("0001-01-01"));
    CHECK_FALSE(table_of({"step.motoin", "step.motion.earliest"})->unused().empty());
}

TEST_CASE("文本列表：分号隔开，[] 为空，空着为不明；读不出的行不留下词") {
    auto t = table_of({"exceptional.breaks", "target.level"});
    REQUIRE(t);
    const std::vector<std::vector<std::string_view>> rows = {{"a/1; b ;c", "县处级正职"}, {"[]", ""}, {"", ""}, {";b;", ""}};
    CHECK(t->add(std::vector<std::string_view>{"x;y;z", "处长"}));
    for (const auto& r : rows) CHECK_FALSE(t->add(r));
    const auto text_at = [&](std::size_t row) {
        const table_view v = t->view();
        const column_view* c = column(v, "exceptional.breaks");
        if (!c->is_known(row)) return std::string("?");
        std::string out;
        for (std::int32_t i = c->starts[row]; i < c->starts[row + 1]; ++i)
            out.append(c->words[static_cast<std::size_t>(static_cast<const std::int32_t*>(c->values)[i])]).append("|");
        return out;
    };
    CHECK(text_at(0) == "a/1|b|c|");
    CHECK(text_at(1).empty());
    CHECK(text_at(2) == "?");
    CHECK(text_at(3) == "b|");
    t->begin_batch();
    CHECK_FALSE(t->add(std::vector<std::string_view>{"d", ""}));
    CHECK(text_at(0) == "d|");
}
