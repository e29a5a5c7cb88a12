// tests/cli/annual_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>

using nlohmann::json;
using program::run;

namespace {

const std::string sample = XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json";
const std::string expectations = XUANREN_SOURCE_DIR "/examples/bureau-2022/expected.json";

json sample_year(const std::string& more = {}) {
    const program::answer a = run("annual " + sample + " --year 2022 --format json " + more);
    CHECK(a.status == 0);
    CHECK(a.err.empty());
    return json::parse(a.out);
}

/// The rows of a table that are not empty, with the counts under one column.
std::map<std::string, int> column(const json& table, const std::string& name) {
    std::map<std::string, int> out;
    for (const auto& [row, counts] : table.items())
        if (counts.at(name) != 0) out[row] = counts.at(name);
    return out;
}

using counts = std::map<std::string, int>;

}  // namespace

// The figures below were counted by hand from the dossier's appointments and careers.
TEST_CASE("样例年度：任免按类别与层次、性别、年龄、学历、民族、政治面貌、机制") {
    const json year = sample_year();
    CHECK(year.at("schema") == "xuanren.annual/1");
    CHECK(year.at("count") == 33);
    const json& tables = year.at("tables");
    CHECK(column(tables.at("level"), "promotion") ==
          counts{{"county_deputy", 2}, {"township_principal", 10}, {"township_deputy", 13}});
    CHECK(column(tables.at("level"), "further_use") == counts{{"township_principal", 1}});
    CHECK(column(tables.at("level"), "lateral") ==
          counts{{"township_principal", 1}, {"township_deputy", 1}});
    CHECK(column(tables.at("level"), "rank_promotion") == counts{{"non_leading", 4}});
    CHECK(column(tables.at("level"), "retirement") == counts{{"non_leading", 1}});
    CHECK(column(tables.at("sex"), "promotion") == counts{{"male", 15}, {"female", 10}});
    CHECK(column(tables.at("sex"), "total") == counts{{"male", 20}, {"female", 13}});
    CHECK(column(tables.at("age"), "promotion") ==
          counts{{"to_35", 16}, {"36_to_40", 8}, {"41_to_45", 1}});
    CHECK(column(tables.at("age"), "rank_promotion") ==
          counts{{"to_35", 1}, {"41_to_45", 2}, {"over_55", 1}});
    CHECK(column(tables.at("education"), "total") == counts{{"bachelor", 32}, {"master", 1}});
    CHECK(column(tables.at("ethnicity"), "promotion") == counts{{"han", 23}, {"minority", 2}});
    CHECK(column(tables.at("ethnicity"), "lateral") == counts{{"han", 1}, {"minority", 1}});
    CHECK(column(tables.at("membership"), "total") == counts{{"cpc", 32}, {"democratic_party", 1}});
    CHECK(column(tables.at("mechanism"), "total") == counts{{"encouragement", 2}, {"none", 31}});
    CHECK(column(tables.at("way"), "total") == counts{{"individual", 33}});
    for (const auto& [by, table] : tables.items()) {
        int total = 0;
        for (const auto& [row, each] : table.items()) total += each.at("total").get<int>();
        CHECK_MESSAGE(total == 33, by);
    }
    // Three to the eastern branch, one to each other, and the head of the station.
    CHECK(column(year.at("organisations"), "total") == counts{{"epb", 25},
                                                              {"epb.east", 3},
                                                              {"epb.west", 1},
                                                              {"epb.south", 1},
                                                              {"epb.north", 1},
                                                              {"epb.central", 1},
                                                              {"station", 1}});
    CHECK(column(year.at("rank_promotions"), "appointments") == counts{{"consultant_1", 1},
                                                                       {"principal_staff_1", 1},
                                                                       {"principal_staff_3", 1},
                                                                       {"principal_staff_4", 1}});
}

TEST_CASE("样例年度：申报与推定、破格、事前报告、会议") {
    const json year = sample_year();
    std::map<std::string, std::set<std::string>> by_agreement;
    for (const json& a : year.at("appointments"))
        by_agreement[a.at("agreement")].insert(a.at("id"));
    CHECK(by_agreement["agrees"].size() == 29);
    // Two moves at the same level, one further use, and the retirement: the declaration alone
    // tells.
    CHECK(by_agreement["not_derived"] ==
          std::set<std::string>{"2022-03", "2022-13", "2022-22", "2022-32"});
    CHECK(by_agreement.size() == 2);
    std::map<std::string, std::string> approvals;
    for (const json& e : year.at("exceptional")) approvals[e.at("appointment")] = e.at("approval");
    CHECK(approvals == std::map<std::string, std::string>{
                           {"2022-17", "before"}, {"2022-20", "after"}, {"2022-24", "before"}});
    std::map<std::string, json> matters;
    for (const json& m : year.at("prior_reports").at("matters"))
        matters[m.at("matter")] = m.at("appointments");
    CHECK(matters == std::map<std::string, json>{{"exceptional", {"2022-17", "2022-20", "2022-24"}},
                                                 {"near_kin", json::array({"2022-28"})}});
    CHECK(year.at("prior_reports").at("none") == 29);
    CHECK(year.at("procedure").at("meetings").size() == 11);
    CHECK(year.at("procedure").at("raised") == 26);
}

TEST_CASE("样例年度：结论与问题按条款的数量同样例所期") {
    const json year = sample_year();
    const json expected = json::parse(program::contents(expectations)).at("appointments");
    std::map<std::string, int> outcomes;
    std::map<std::string, std::set<std::string>> violated, found;
    for (const auto& [id, row] : expected.items()) {
        ++outcomes[row.at("outcome")];
        for (const json& rule : row.at("violated")) violated[rule].insert(id);
    }
    for (const auto& [outcome, count] : year.at("by_outcome").items())
        CHECK_MESSAGE(count == outcomes[outcome], outcome);
    for (const json& f : year.at("findings"))
        if (f.at("status") == "violated")
            found[f.at("rule")] = f.at("appointments").get<std::set<std::string>>();
    CHECK(found == violated);
}

TEST_CASE("样例年度：年末队伍、职数与即将退休") {
    const json corps = sample_year("--horizons 1,3,5,10").at("corps");
    CHECK(corps.at("on") == "2022-12-31");
    CHECK(corps.at("people") == 65);
    CHECK(corps.at("uncertain") == 0);
    // The discipline head sits in an organ of its own; three retired before, one on the last day.
    CHECK(corps.at("elsewhere") == 5);
    const json& tables = corps.at("tables");
    counts levels;
    for (const auto& [row, each] : tables.at("sex").items())
        for (const auto& [level, count] : each.items())
            if (level != "total" && count != 0) levels[level] += count.get<int>();
    CHECK(levels == counts{{"county_principal", 1},
                           {"county_deputy", 5},
                           {"township_principal", 18},
                           {"township_deputy", 22},
                           {"non_leading", 19}});
    CHECK(column(tables.at("sex"), "total") == counts{{"male", 39}, {"female", 26}});
    CHECK(column(tables.at("age"), "total") == counts{{"to_35", 19},
                                                      {"36_to_40", 21},
                                                      {"41_to_45", 16},
                                                      {"46_to_50", 6},
                                                      {"51_to_55", 2},
                                                      {"over_55", 1}});
    CHECK(column(tables.at("ethnicity"), "total") == counts{{"han", 61}, {"minority", 4}});
    CHECK(corps.at("ages").at("total") == json{{"people", 65}, {"years", 2526}});
    CHECK(corps.at("ages").at("county_deputy") == json{{"people", 5}, {"years", 229}});
    counts young;
    for (const json& y : corps.at("young")) young[y.at("level")] = y.at("young");
    // Of four deputies born in 1992 one is a year older by the first paper of the file.
    CHECK(young["township_deputy"] == 3);
    CHECK(young["township_principal"] == 2);
    CHECK(young["county_deputy"] == 0);
    std::map<std::string, std::pair<int, int>> seats;
    for (const json& o : corps.at("seats"))
        for (const json& s : o.at("seats")) {
            seats[s.at("subject")].first += s.at("approved").get<int>();
            seats[s.at("subject")].second += s.at("occupied").get<int>();
        }
    CHECK(seats["county_deputy/deputy"] == std::pair{5, 5});
    CHECK(seats["township_principal/principal"] == std::pair{18, 18});
    CHECK(seats["township_deputy/deputy"] == std::pair{23, 22});
    // Men born 1969-05 reach sixty in the fifty-third month and retire fourteen months later; a
    // woman born 1975-06, fifty-five in the sixty-sixth, seventeen months later.
    const json& retirement = corps.at("retirement");
    std::map<std::string, std::string> who;
    for (const json& p : retirement.at("people")) who[p.at("cadre")] = p.at("latest");
    CHECK(who == std::map<std::string, std::string>{
                     {"jia07", "2024-02-29"}, {"jia01", "2030-07-31"}, {"yi03", "2031-11-30"}});
    std::vector<int> certain;
    for (const json& h : retirement.at("horizons")) certain.push_back(h.at("certain"));
    CHECK(certain == std::vector<int>{0, 1, 1, 3});
    CHECK(retirement.at("horizons").back().at("freed") ==
          json{{"county_principal/principal", 1}, {"township_principal/principal", 1}});
}

TEST_CASE("年度统计：文本与 Markdown，中文与英文") {
    const program::answer zh = run("annual " + sample + " --year 2022");
    CHECK(zh.status == 0);
    for (const char* said : {"2022年度干部选拔任用工作自查统计", "提拔 25", "破格提拔",
                             "第八条第一款第三项", "干部队伍结构", "即将退休", "未能统计"})
        CHECK_MESSAGE(zh.says(said), said);
    CHECK(zh.out.find('\033') == std::string::npos);
    const program::answer en = run("annual " + sample + " --year 2022 --lang en");
    for (const char* said : {"promotion 25", "Exceptional promotions", "art. 8(1)(3)",
                             "Coming retirements", "What could not be counted"})
        CHECK_MESSAGE(en.says(said), said);
    const program::answer md = run("annual " + sample + " --year 2022 --format markdown");
    CHECK(md.status == 0);
    CHECK(md.out.starts_with("# 2022年度"));
    CHECK(md.says("| 合计 | 25 | 1 | 2 | 4 | 1 | 0 | 33 |"));
    CHECK(run("annual " + sample + " --year 2022年").out == zh.out);
}

TEST_CASE("年度统计：口径可改，截止日以后不计") {
    const json bands = sample_year("--ages 30,40 --young 正科级=40");
    CHECK(column(bands.at("tables").at("age"), "further_use") == counts{{"31_to_40", 1}});
    CHECK(bands.at("corps").at("young").size() == 1);
    CHECK(bands.at("corps").at("young")[0].at("level") == "township_principal");
    const json half = sample_year("--on 2022-06-30");
    CHECK(half.at("count") == 12);
    CHECK(half.at("corps").at("on") == "2022-06-30");
}

TEST_CASE("年度统计：没有该年度任免的，说明并以 3 结束") {
    const program::answer a = run("annual " + sample + " --year 2021");
    CHECK(a.status == 3);
    CHECK(a.says("2021年没有任免记录"));
    CHECK(a.complains("2021年的任免"));
    CHECK(a.complains("2022"));
    const program::answer en = run("annual " + sample + " --year 2021 --lang en --format json");
    CHECK(en.status == 3);
    CHECK(en.complains("no appointment of 2021"));
    CHECK(json::parse(en.out).at("other_years") == json::array({2022}));
}

TEST_CASE("年度统计：命令有误") {
    struct row {
        const char* arguments;
        const char* said;
    };
    const row rows[] = {{"", "未给出年度"},
                        {"--year 22", "--year"},
                        {"--year 2022x", "四位年份"},
                        {"--year 99999", "四位年份"},
                        {"--year 2022 --format xml", "XR-CLI"},
                        {"--year 2022 --format xml", "markdown"},
                        {"--year 2022 --on 2021-05-01", "--on"},
                        {"--year 2022 --on 2022-05", "精确到日"},
                        {"--year 2022 --ages 40,35", "--ages"},
                        {"--year 2022 --ages 40,", "--ages"},
                        {"--year 2022 --young 正科级", "--young"},
                        {"--year 2022 --young 科员=30", "--young"},
                        {"--year 2022 --horizons 0", "--horizons"},
                        {"--year 2022 --rules /nonexistent", "/nonexistent"},
                        {"--year 2022 --yaer 2021", "--year"}};
    for (const row& r : rows) {
        CAPTURE(r.arguments);
        const program::answer a = run("annual " + sample + " " + r.arguments);
        CHECK(a.status == 2);
        CHECK(a.out.empty());
        if (std::string(r.said) != "XR-CLI") CHECK_MESSAGE(a.complains(r.said), a.err);
    }
    CHECK(run("annual --year 2022").status == 2);
    CHECK(run("annual - - --year 2022").status == 2);
}

TEST_CASE("年度统计：不能采用的卷宗与 check 同样拒绝") {
    const program::folder scratch;
    const std::string bad = scratch.file(
        "bad.json",
        R"({"schema":"xuanren.dossier/1","organisations":[],"posts":[],"cadres":[{"id":1}],"appointments":[]})");
    const program::answer a = run("annual " + bad + " --year 2022");
    CHECK(a.status == 2);
    CHECK(a.err == run("check " + bad).err);
    CHECK(run("annual " + (scratch / "none.json") + " --year 2022").status == 2);
    // The others are counted all the same.
    const program::answer both = run("annual " + bad + " " + sample + " --year 2022 --format json");
    CHECK(both.status == 2);
    CHECK(json::parse(both.out).size() == 1);
}

TEST_CASE("年度统计：几个文件逐个统计；标准输入；未识别的键不落空") {
    const json two =
        json::parse(run("annual " + sample + " " + sample + " --year 2022 --format json").out);
    CHECK(two.is_array());
    CHECK(two.size() == 2);
    CHECK(two[0] == two[1]);
    CHECK(json::parse(run("annual - --year 2022 --format json", "cat '" + sample + "' |").out) ==
          two[0]);
    json document = json::parse(program::contents(sample));
    document["hobby"] = "chess";
    const program::folder scratch;
    const json told = json::parse(
        run("annual " + scratch.file("more.json", document.dump()) + " --year 2022 --format json")
            .out);
    bool is_told = false;
    for (const json& gap : told.at("not_counted"))
        is_told = is_told ||
                  (gap.at("what") == "unused_keys" && gap.at("ids") == json::array({"/hobby"}));
    CHECK(is_told);
}

TEST_CASE("年度统计：任何环境同样的字节") {
    const std::string plain = run("annual " + sample + " --year 2022 --format json").out;
    CHECK(run("annual " + sample + " --year 2022 --format json", "LC_ALL=C TZ=Pacific/Auckland")
              .out == plain);
    CHECK(
        run("annual " + sample + " --year 2022 --format json", "LC_ALL=zh_CN.UTF-8 TZ=America/Lima")
            .out == plain);
}

TEST_CASE("年度统计：帮助") {
    const program::answer zh = run("annual --help");
    CHECK(zh.status == 0);
    CHECK(zh.says("--year"));
    CHECK(zh.says("自查"));
    CHECK(run("annual --help --lang en").says("self-inspection"));
    CHECK(run("--help").says("annual"));
}
