// tests/cli/rules_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

using program::run;

namespace {

const std::string rules = XUANREN_SOURCE_DIR "/rules";
const std::string local = XUANREN_SOURCE_DIR "/rules/local/example";
const std::string county = XUANREN_SOURCE_DIR "/tests/law/worked-cases/base/county-deputy.json";

const char* const loosening_instrument =
    R"({ "id": "unit-rules-2021", "family": "unit-rules", "version": "2021", "title": { "zh": "本单位办法", "en": "Unit rules" },
         "authority": "local", "effective": "2021-01-01", "before": "none" })";

std::string loosening(const std::string& declared) {
    return R"({ "instrument": "unit-rules-2021", "article": 3, "rules": [], "exceptions": [
        { "id": "unit-rules-2021/3/short-notice", "cite": { "article": 3 }, "title": { "zh": "三日公示", "en": "Three days" },
          "sets_aside": ["appointment-regulations-2019/42/five-working-days"], "when": "target.leading")" + declared + R"( } ] })";
}

}  // namespace

TEST_CASE("覆盖情况：每一条目都有状态") {
    const program::answer a = run("rules coverage --format json");
    REQUIRE(a.status == 0);
    const auto all = nlohmann::json::parse(a.out);
    CHECK(all["schema"] == "xuanren.coverage/1");
    CHECK(all["rows"] == 214);
    std::size_t rows = 0;
    for (const auto& i : all["instruments"])
        for (const auto& row : i["rows"]) {
            ++rows;
            INFO(row["id"].get<std::string>());
            CHECK(!row["title"]["zh"].get<std::string>().empty());
            CHECK(!row["title"]["en"].get<std::string>().empty());
            const bool is_answered = !row["rules"].empty() || !row["exceptions"].empty() || !row["definitions"].empty() ||
                                     !row["tables"].empty() || !row["facts"].empty();
            CHECK((is_answered || !row["reason"].is_null()));
        }
    CHECK(rows == 214);
    CHECK(all["by_state"]["not_encoded"] <= 10);
}

TEST_CASE("覆盖情况：清单与规则不符的，一次指出") {
    const program::folder f;
    f.file("rules/unit-rules-2021/instrument.json", loosening_instrument);
    f.file("rules/unit-rules-2021/article-01.json",
           R"({ "instrument": "unit-rules-2021", "article": 1, "rules": [ { "id": "unit-rules-2021/1/x", "cite": { "article": 1 },
               "title": { "zh": "甲", "en": "x" }, "must": "target.leading", "covers": ["U-1", "U-9"] } ] })");
    f.file("rules/coverage.json", R"({ "rows": [
        { "id": "U-1", "instrument": "unit-rules-2021", "at": "1", "title": { "zh": "甲", "en": "x" }, "state": "judgement", "reason": { "zh": "乙", "en": "y" } },
        { "id": "U-2", "instrument": "unit-rules-2021", "at": "2", "title": { "zh": "甲", "en": "x" } },
        { "id": "U-2", "instrument": "unit-rules-2021", "at": "2", "title": { "zh": "甲", "en": "x" }, "state": "not_encoded" },
        { "id": "U-3", "instrument": "elsewhere-2020", "title": { "zh": "甲", "en": "x" } } ] })");
    const program::answer a = run("rules coverage '" + (f / "rules") + "'");
    CHECK(a.status == 2);
    for (const char* code : {"XR-COVER-001", "XR-COVER-002", "XR-COVER-003", "XR-COVER-004", "XR-COVER-006", "XR-COVER-007"})
        CHECK_MESSAGE(a.complains(code), code);
}

TEST_CASE("版本比较：有出处、有原文与现文；没有的版本指明有哪些") {
    const program::answer a = run("rules diff party-discipline 2015 2018");
    CHECK(a.status == 0);
    CHECK(a.says("（2015）"));
    CHECK(a.says("（2018）"));
    const program::answer cases = run("rules diff party-discipline 2018 2023 --format json --dossier '" + county + "'");
    REQUIRE(cases.status == 0);
    const auto read = nlohmann::json::parse(cases.out);
    CHECK(read["schema"] == "xuanren.diff/1");
    CHECK(read["appointments"].is_array());
    const program::answer none = run("rules diff party-discipline 2015 2017");
    CHECK(none.status == 2);
    CHECK(none.complains("2018"));
}

TEST_CASE("鼓励性规定无从判定的只计数，不逐条列出") {
    std::ifstream in(county);
    auto document = nlohmann::json::parse(in);
    document["appointments"][0].erase("mechanism");
    const program::folder f;
    f.file("dossier.json", document.dump());
    const program::answer told = run("check --rules '" + local + "' '" + (f / "dossier.json") + "'");
    CHECK(!told.says("鼓励激励"));
    CHECK(!told.says("容错纠错"));
    const auto all = nlohmann::json::parse(run("check --format json --rules '" + local + "' '" + (f / "dossier.json") + "'").out);
    bool is_there = false;
    for (const auto& finding : all["appointments"][0]["findings"])
        is_there = is_there || (finding["rule"] == "incentives-2021/3/proven" && finding["status"] == "undetermined");
    CHECK(is_there);
}

TEST_CASE("版本比较：文本核实程度另列，不算条文的变动；没有空洞的变量名") {
    const program::answer a = run("rules diff appointment-regulations 2014 2019");
    CHECK(a.status == 0);
    CHECK(a.says("文本核实程度不同"));
    CHECK(a.says("原文 → 文义已核："));
    CHECK(!a.says("文本：原"));
    CHECK(a.says("任用类别为提拔或者进一步使用"));
    CHECK(!a.says("为下列之一"));
    CHECK(!a.says("appointment-regulations/24.1.6/*"));
    const program::answer en = run("rules diff appointment-regulations 2014 2019 --lang en");
    CHECK(en.says("Texts known otherwise (no change of the clause)"));
    CHECK(en.says("verbatim -> confirmed:"));
    const auto read = nlohmann::json::parse(run("rules diff appointment-regulations 2014 2019 --format json").out);
    CHECK(read["basis"].size() > 5);
    CHECK(read["basis"][0]["before"]["basis"] != read["basis"][0]["after"]["basis"]);
    for (const auto& change : read["rules"])
        for (const auto& aspect : change["in"]) CHECK(aspect["aspect"] != "basis");
}

TEST_CASE("版本比较：同一决定依两个版本结论不同的，指明哪一条") {
    // 2014年看近三年考核，2019年看上一年：三年前基本称职的，旧不符合，新只剩年限是否扣除待研判。
    std::ifstream in(XUANREN_SOURCE_DIR "/tests/law/worked-cases/base/county-principal.json");
    auto document = nlohmann::json::parse(in);
    for (auto& each : document["cadres"][0]["assessments"])
        if (each["year"] == 2022) each["result"] = "basically_competent";
    const program::folder f;
    f.file("dossier.json", document.dump());
    const std::string command = "rules diff appointment-regulations 2014 2019 --dossier '" + (f / "dossier.json") + "'";
    const program::answer zh = run(command);
    CHECK(zh.status == 0);
    CHECK_MESSAGE(zh.says("2014：违规；2019：待研判"), zh.out);
    CHECK(zh.says("2014 不符合：《党政领导干部选拔任用工作条例》（2014）第二十四条第一款第二项"));
    CHECK(!zh.says("条文留待研判"));
    CHECK(zh.says("任免 1 项，结论变化的 1 项。"));
    const program::answer en = run(command + " --lang en");
    CHECK(en.says("2014: violation; 2019: for judgement"));
    CHECK(en.says("1 appointment, of which the verdict of 1 changes."));
    const auto read = nlohmann::json::parse(run(command + " --format json").out);
    REQUIRE(read["appointments"].size() == 1);
    CHECK(read["appointments"][0]["before"]["outcome"] == "violation");
    CHECK(read["appointments"][0]["after"]["outcome"] == "judgement");
    REQUIRE(read["appointments"][0]["before"]["findings"].size() == 1);
    CHECK(read["appointments"][0]["before"]["findings"][0]["rule"] == "appointment-regulations-2014/24.1.2/last-three-assessments");
    CHECK(read["appointments"][0]["after"]["findings"].empty());
}

TEST_CASE("地方规定：示例可用，案例相符，与全国性规定一并审核") {
    const program::answer checked = run("rules check '" + local + "'");
    CHECK(checked.status == 0);
    CHECK(checked.says("全部相符"));
    CHECK(!checked.says("只有"));
    const program::answer a = run("check --format json --rules '" + local + "' '" + county + "'");
    const auto report = nlohmann::json::parse(a.out);
    bool has_exam = false;
    for (const auto& finding : report["appointments"][0]["findings"])
        has_exam = has_exam || finding["rule"] == "bureau-rules-2021/6/integrity-exam";
    CHECK(has_exam);
    CHECK(!run("rules list").says("bureau-rules-2021"));
}

TEST_CASE("地方规定：放宽上级规定的，须写明并在报告中列出") {
    const program::folder f;
    f.file("silent/instrument.json", loosening_instrument);
    f.file("silent/article-03.json", loosening(""));
    const program::answer refused = run("rules check '" + (f / "silent") + "'");
    CHECK(refused.status == 2);
    CHECK(refused.complains("appointment-regulations-2019/42/five-working-days"));

    f.file("open/instrument.json", loosening_instrument);
    f.file("open/article-03.json", loosening(R"(, "loosens": ["appointment-regulations-2019/42/five-working-days"])"));
    f.file("open/article-04.json",
           R"({ "instrument": "unit-rules-2021", "article": 4, "rules": [ { "id": "unit-rules-2021/4/talk", "cite": { "article": 4 },
               "title": { "zh": "甲", "en": "x" }, "must": "target.leading" } ] })");
    const program::answer taken = run("rules check '" + (f / "open") + "'");
    CHECK(taken.status == 0);
    CHECK(taken.says("放宽上级规定：appointment-regulations-2019/42/five-working-days"));
    const program::answer report = run("check --rules '" + (f / "open") + "' '" + county + "'");
    CHECK(report.says("本级规定放宽的上级规定：appointment-regulations-2019/42/five-working-days"));
}

TEST_CASE("案例行与规则不符的，指出哪一行、应为什么") {
    const program::folder f;
    f.file("unit/instrument.json", loosening_instrument);
    f.file("unit/article-04.json",
           R"({ "instrument": "unit-rules-2021", "article": 4, "rules": [ { "id": "unit-rules-2021/4/talk", "cite": { "article": 4 },
               "title": { "zh": "甲", "en": "x" }, "must": "target.leading" } ] })");
    f.file("unit/article-04.cases.json",
           R"([ { "rule": "unit-rules-2021/4/talk", "cases": [ { "name": "非领导职务，符合", "facts": { "target.leading": false }, "on": "2022-01-01", "expect": "satisfied" } ] } ])");
    const program::answer a = run("rules check '" + (f / "unit") + "'");
    CHECK(a.status == 2);
    CHECK(a.complains("非领导职务，符合"));
    CHECK(a.complains("XR-CASE-010"));
}

TEST_CASE("依激励机制办理的任免，单独计数") {
    const auto dossier = nlohmann::json::parse(program::contents(county));
    auto changed = dossier;
    changed["appointments"][0]["mechanism"] = {{"kind", "encouragement"}, {"found", "2020-01-01"}};
    const program::folder f;
    const std::string file = f.file("d.json", changed.dump());
    const auto report = nlohmann::json::parse(run("check --format json '" + file + "'").out);
    CHECK(report["appointments"][0]["mechanism"] == "encouragement");
    CHECK(report["summary"]["mechanisms"]["encouragement"] == 1);
    CHECK(run("check '" + file + "'").says("依激励机制办理 1 项：鼓励激励 1"));
}

TEST_CASE("书写方向与控制字符不送到终端，JSON 中转义") {
    auto dossier = nlohmann::json::parse(program::contents(county));
    dossier["cadres"][0]["name"] = "甲\u202E乙\u0085丙";
    const program::folder f;
    const std::string file = f.file("d.json", dossier.dump());
    CHECK(!run("check '" + file + "'").says("\u202E"));
    CHECK(!run("check --format json '" + file + "'").says("\u202E"));
}

TEST_CASE("标准输入只给一次；elapsed 须有基准日；列表重复不牵连引用") {
    CHECK(run("check - -", "true |").status == 2);
    const program::answer open = run("eval 'elapsed(@\"2020-01-01\") >= @\"P2Y\"'");
    CHECK(open.says("情况不明"));
    CHECK(open.complains("--on"));
    const program::folder f;
    const std::string file = f.file("d.json", R"({"schema":"xuanren.dossier/1","cadres":[],"cadres":[{"id":"c1"}],
        "appointments":[{"id":"a1","candidate":"c1","post":null}]})");
    const program::answer a = run("check '" + file + "'");
    CHECK(a.status == 2);
    CHECK(!a.complains("XR-DOSSIER-012"));
}
