// tests/cli/quota_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using nlohmann::json;
using program::run;

namespace {

const std::string bureau = XUANREN_SOURCE_DIR "/tests/law/seat-cases/bureau.json";

json appointed(const char* id, const char* candidate, const json& post, const char* on, json vacates) {
    return {{"id", id},
            {"candidate", candidate},
            {"post", post},
            {"kind", post.is_null() ? "removal" : "promotion"},
            {"vacates", std::move(vacates)},
            {"prior_reports", json::array()},
            {"procedure", {{"discussion", {{"on", "2024-05-20"}}}, {"appointment", {{"on", on}, {"effective", on}}}}}};
}

/// The bureau's head retires, a deputy moves up, a newcomer takes the deputy's seat.
std::string chain(const program::folder& at, const char* up, const char* in) {
    json d = json::parse(program::contents(bureau));
    d["appointments"] = {appointed("out", "h", nullptr, "2024-06-03", {"head"}), appointed("up", "b", "head", up, {"deputy2"}),
                         appointed("in", "s1", "deputy2", in, {"staff"})};
    return at.file("chain.json", d.dump());
}

}  // namespace

TEST_CASE("职数台账：核定、实有、超出，一行一项，附占用人员") {
    const program::answer a = run("quota " + bureau + " --holders");
    CHECK(a.status == 1);
    CHECK(a.says("某市某局"));
    CHECK(a.says("核定 2"));
    CHECK(a.says("超 1"));
    CHECK(a.says("■■▨"));
    CHECK(a.says("起始日"));
    CHECK(a.says("某副甲"));
    CHECK(a.says("2020年3月2日"));
    const program::answer before = run("quota " + bureau + " --on 2024-06-02 --lang en");
    CHECK(before.status == 0);
    CHECK(before.says("full"));
    CHECK_FALSE(before.says("▨"));
    // Before the first version nothing is approved.
    CHECK(run("quota " + bureau + " --on 2018-06-01").says("没有载明有效的三定规定"));
}

TEST_CASE("职数台账：一段时间内逐次变动") {
    const program::answer a = run("quota " + bureau + " --from 2019-01-01 --to 2024-12-31 --format json");
    CHECK(a.status == 1);
    const json told = json::parse(a.out);
    CHECK(told.at("schema") == "xuanren.quota/1");
    json deputies = json::array();
    for (const json& day : told.at("organisations"))
        for (const json& seat : day.at("seats"))
            if (seat.at("subject") == "county_deputy/deputy")
                deputies.push_back({day.at("on"), seat.at("occupied"), seat.at("free")});
    CHECK(deputies == json{{"2019-03-01", 0, 2},
                           {"2020-01-10", 0, 2},
                           {"2020-03-02", 1, 1},
                           {"2020-06-01", 1, 1},
                           {"2021-07-01", 2, 0},
                           {"2024-06-03", 3, -1}});
}

TEST_CASE("成批任免：审核报告与职数命令说法一致") {
    const program::folder at;
    const std::string kept = chain(at, "2024-06-03", "2024-06-03");
    const program::answer told = run("quota " + kept + " --slate");
    CHECK(told.status == 0);
    CHECK(told.says("按下列次序，每一步都有空缺职数"));
    CHECK(told.says("out 空出的某市某局县处级正职"));
    CHECK(run("quota " + kept + " --slate --lang en").says("in this order each step finds its seat"));
    const json alone = json::parse(run("quota " + kept + " --slate --format json").out);
    const json report = json::parse(run("check " + kept + " --format json").out);
    CHECK(alone.at("slates") == report.at("slates"));
    REQUIRE(report.at("slates").size() == 1);
    CHECK(report.at("slates")[0].at("steps") == json{{"out"}, {"up"}, {"in"}});
    CHECK(report.at("slates")[0].at("kept") == "yes");
    CHECK(run("check " + kept).says("成批任免"));
    CHECK(run("check " + kept + " --format html").says("<h2>成批任免</h2>"));

    const std::string early = chain(at, "2024-06-05", "2024-06-04");
    const program::answer late = run("quota " + early + " --slate");
    CHECK(late.status == 1);
    CHECK(late.says("in 于2024年6月4日生效时，up 尚未空出"));
    CHECK(run("quota " + bureau + " --slate").says("没有相互关联的任免"));
}

TEST_CASE("职数的结论附占用人员表：文本、网页、JSON") {
    const program::answer text = run("check " + bureau);
    CHECK(text.says("核定 2，实有 3，超 1"));
    CHECK(text.says("某副乙"));
    const program::answer page = run("check " + bureau + " --format html --lang en");
    CHECK(page.says("approved 2, occupied 3, over by 1"));
    CHECK(page.says("<th>since</th>"));
    const json report = json::parse(run("check " + bureau + " --format json").out);
    int told = 0;
    const auto hold = [&](const json& findings, const std::string& rule, const json& subject) {
        for (const json& f : findings) {
            if (f.at("rule") != rule || f.at("subject") != subject) continue;
            ++told;
            CHECK(f.at("seats") == json{{"approved", 2}, {"occupied", 3}, {"at_most", 3}, {"over", 1}});
            CHECK(f.at("holders").size() == 3);
            CHECK(f.at("holders")[2].at("since") == "2024-06-03");
        }
    };
    hold(report.at("appointments")[0].at("findings"), "civil-servant-law-2018/43/seats", nullptr);
    hold(report.at("organisations")[0].at("findings"), "civil-servant-law-2018/43/seats-of-organ", "county_deputy/deputy");
    CHECK(told == 2);
}
