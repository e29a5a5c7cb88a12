// tests/report/annual_report_test.cpp
#include <xuanren/check/annual.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/report/annual_json.hpp>
#include <xuanren/report/annual_markdown.hpp>
#include <xuanren/report/annual_text.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace xuanren;

namespace {

/// A year of one appointment, of names without Chinese, and much that is not on record.
dossier small_year(const std::string& candidate) {
    auto read = read_dossier(
        R"({"schema":"xuanren.dossier/1",
        "organisations":[{"id":"o","name":"Bureau","parent":null,"establishments":[{"from":"2019-01-01","to":null,
          "seats":[{"level":"county_deputy","role":"deputy","count":1}],"rank_seats":[]}]}],
        "posts":[{"id":"p","organisation":"o","title":"Deputy","level":"county_deputy","leading":true,"role":"deputy"},
                 {"id":"q","organisation":"o","title":"Chief","level":"township_principal","leading":true,"role":"principal"}],
        "cadres":[{"id":"c","name":")" +
        candidate +
        R"(","tenures":[{"post":"q","from":"2015-01-01","decided":"2015-01-01","to":null,"kind":"substantive"}]}],
        "appointments":[
          {"id":"a","candidate":"c","post":"p","kind":"lateral","exceptional":{"approved":null},"prior_reports":[{"matter":"other"}],
           "procedure":{"discussion":{"on":"2024-05-20"},"appointment":{"on":"2024-06-01","effective":"2024-06-01"}}},
          {"id":"b","candidate":"c","post":"p","procedure":{}}]})");
    REQUIRE(read.has_value());
    return std::move(read->value);
}

struct told_year {
    dossier records;
    annual_figures figures;
    annual_names names;
    wording words;
};

told_year told(const std::string& candidate = "Wang", int year = 2024) {
    told_year out{small_year(candidate), {}, {}, {}};
    annual_options options;
    options.year = year;
    out.figures = annual(rulebooks::national(), out.records, options);
    out.names = names_in(out.records, out.figures);
    out.words = wording_of(rulebooks::national());
    return out;
}

bool has_han(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xE4 && lead <= 0xE9) return true;
    }
    return false;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

/// The cells of a row of a Markdown table; an escaped bar is none of its borders.
std::size_t cells_in(const std::string& line) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++bars;
    return bars;
}

}  // namespace

TEST_CASE("年度报告：英文里没有汉字，中文里没有代码") {
    const told_year y = told();
    text_options o;
    o.in = language::en;
    const std::string en = to_text(y.figures, y.words, y.names, o);
    CHECK(!has_han(en));
    CHECK(!has_han(to_markdown(y.figures, y.words, y.names, language::en)));
    o.in = language::zh;
    const std::string zh = to_text(y.figures, y.words, y.names, o) +
                           to_markdown(y.figures, y.words, y.names, language::zh);
    for (const char* code : {"not_on_record", "non_leading", "county_deputy", "to_35", "promotion",
                             "undated", "appointments.", "corps."})
        CHECK_MESSAGE(zh.find(code) == std::string::npos, code);
}

TEST_CASE("年度报告：申报不一致、没有批复、未载明的都说明") {
    const told_year y = told();
    const std::string zh = to_text(y.figures, y.words, y.names, {});
    CHECK(zh.find("申报平级交流，推定提拔") != zh.npos);
    CHECK(zh.find("由乡科级正职任县处级副职，层次上升") != zh.npos);
    CHECK(zh.find("批复：未批复") != zh.npos);
    CHECK(zh.find("不能归入任何年度的任免：1（b）") != zh.npos);
    CHECK(zh.find("任免中性别未载明或者不能确定的：1") != zh.npos);
    for (const std::string& line : lines_of(zh)) CHECK(display_width(line) <= 100);
}

TEST_CASE("年度报告：没有任免的年度不显得像统计过") {
    const told_year y = told("Wang", 2020);
    const std::string zh = to_text(y.figures, y.words, y.names, {});
    CHECK(zh.find("2020年没有任免记录；卷宗中的任免在2024年。") != zh.npos);
    CHECK(zh.find("任免情况统计表") == zh.npos);
    CHECK(zh.find("合规") == zh.npos);
}

TEST_CASE("年度报告：Markdown 的表格齐整，姓名不成标记") {
    const told_year y = told("W|a*n_g <b>");
    const std::string md = to_markdown(y.figures, y.words, y.names, language::en);
    CHECK(md.find("W\\|a\\*n\\_g \\<b\\>") != md.npos);
    std::size_t width = 0;
    for (const std::string& line : lines_of(md)) {
        if (!line.starts_with("|")) {
            width = 0;
            continue;
        }
        if (width == 0) width = cells_in(line);
        CHECK_MESSAGE(cells_in(line) == width, line);
    }
}

TEST_CASE("年度报告：JSON 的键只增不减，空行也在") {
    const told_year y = told();
    const auto year = nlohmann::json::parse(to_json(y.figures, y.words, y.names));
    const std::set<std::string> keys = {"schema",
                                        "year",
                                        "on",
                                        "rulebook",
                                        "count",
                                        "other_years",
                                        "by_outcome",
                                        "tables",
                                        "rank_promotions",
                                        "kinds",
                                        "organisations",
                                        "appointments",
                                        "exceptional",
                                        "exceptional_not_on_record",
                                        "prior_reports",
                                        "procedure",
                                        "findings",
                                        "organisation_findings",
                                        "obligations",
                                        "corps",
                                        "not_counted"};
    for (const std::string& key : keys) CHECK_MESSAGE(year.contains(key), key);
    for (const char* by : {"level", "sex", "age", "education", "ethnicity", "membership",
                           "mechanism", "way", "outcome"}) {
        REQUIRE(year.at("tables").contains(by));
        CHECK(year.at("tables").at(by).contains("not_on_record"));
        for (const auto& [row, counts] : year.at("tables").at(by).items()) {
            int sum = 0;
            for (const auto& [kind, count] : counts.items())
                if (kind != "total") sum += count.get<int>();
            CHECK(counts.at("total") == sum);
            CHECK(counts.size() == 12);
        }
    }
    for (const char* key : {"on", "people", "uncertain", "elsewhere", "tables", "ages", "young",
                            "seats", "retirement"})
        CHECK_MESSAGE(year.at("corps").contains(key), key);
    const auto& a = year.at("appointments").at(0);
    CHECK(a.at("kind") == "promotion");
    CHECK(a.at("kind_declared") == "lateral");
    CHECK(a.at("agreement") == "differs");
    CHECK(a.at("ground") == "level_rises");
    CHECK(year.at("exceptional").at(0).at("approval") == "not_approved");
}

TEST_CASE("年度报告：每个环节、事项、理由在两种语言里都有名称") {
    const told_year y = told();
    for (const annual_step& s : y.figures.steps)
        CHECK_MESSAGE(detail::annual_step_words(s.code, language::zh) != s.code, s.code);
    for (const auto& w : words_of<report_matter>::list)
        CHECK(!detail::matter_words(w.value, language::en).empty());
    for (const auto& w : words_of<exceptional_ground>::list)
        CHECK(!detail::ground_words(w.value, language::en).empty());
    std::set<std::string_view> codes;
    for (int g = 0; g <= static_cast<int>(kind_ground::career_in_doubt); ++g) {
        annual_appointment a;
        a.ground = static_cast<kind_ground>(g);
        for (const language l : {language::zh, language::en})
            CHECK(!detail::ground_words(a, l).empty());
        codes.insert(detail::code_of(a.ground));
    }
    CHECK(codes.size() == static_cast<std::size_t>(kind_ground::career_in_doubt) + 1);
}
