// tests/cli/wrong_use_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>

#include <string>

using program::run;

namespace {

/// One run that must end with status 2, print nothing, and complain in that language.
void refuses(const std::string& arguments, const std::string& zh, const std::string& en) {
    INFO(arguments);
    const program::answer chinese = run(arguments);
    CHECK(chinese.status == 2);
    CHECK(chinese.out.empty());
    INFO(chinese.err);
    CHECK(chinese.complains(zh));
    const program::answer english = run(arguments + " --lang en");
    CHECK(english.status == 2);
    INFO(english.err);
    CHECK(english.complains(en));
}

}  // namespace

TEST_CASE("用错命令：一句话说清，退出状态 2") {
    const program::folder here;
    const std::string empty = here.file("empty.json", "");
    const std::string not_json = here.file("not.json", "{ \"schema\": ");
    const std::string text = here.file("text.json", "不是 JSON");
    const std::string fine = here.file("fine.json", R"({"schema": "xuanren.dossier/1", "appointments": []})");

    SUBCASE("没有文件") { refuses("check", "未给出要审核的文件", "no file to check"); }
    SUBCASE("文件不存在") { refuses("check " + (here / "none.json"), "文件不存在", "no such file"); }
    SUBCASE("是目录") { refuses("check " + (here / ""), "这是目录", "this is a directory"); }
    SUBCASE("空文件") { refuses("check " + empty, "文件为空", "the file is empty"); }
    SUBCASE("截断的 JSON") { refuses("check " + not_json, "XR-JSON", "XR-JSON"); }
    SUBCASE("不是 JSON") { refuses("check " + text, "XR-JSON", "XR-JSON"); }
    SUBCASE("不识选项，提示相近者") { refuses("check --forma json " + fine, "--format", "did you mean"); }
    SUBCASE("选项缺值") { refuses("check " + fine + " --on", "--on", "--on"); }
    SUBCASE("格式不识") { refuses("check --format xml " + fine, "没有格式“xml”", "no format \"xml\""); }
    SUBCASE("日期不存在") { refuses("check --on 2023-02-29 " + fine, "2023-02-29", "2023-02-29"); }
    SUBCASE("日期为空") { refuses("check --on '' " + fine, "--on", "--on"); }
    SUBCASE("法规日期为空") { refuses("check --law '' " + fine, "--law", "--law"); }
    SUBCASE("环节为空") { refuses("check --stage '' " + fine, "没有环节", "no step"); }
    SUBCASE("日期不到日") { refuses("check --on 2023-02 " + fine, "须精确到日", "must be given to the day"); }
    SUBCASE("法规日期有误") { refuses("check --law 昨天 " + fine, "昨天", "昨天"); }
    SUBCASE("环节不识，提示相近者") { refuses("check --stage inspect " + fine, "没有环节", "no step"); }
    SUBCASE("规则目录不存在") { refuses("check --rules " + (here / "rules") + " " + fine, "不存在", "does not exist"); }
    SUBCASE("不识命令，提示相近者") { refuses("chek", "check", "did you mean \"check\""); }
    SUBCASE("任免编号不识") { refuses("explain " + fine + " a1", "没有任免", "no appointment"); }
    SUBCASE("解释缺参数") { refuses("explain", "用法", "usage"); }
    SUBCASE("规则编号不识，提示相近者") {
        refuses("rules show appointment-regulations-2019/8.1.3/deputy-to-principle", "deputy-to-principal", "did you mean");
    }
    SUBCASE("规则编号只是上一级，提示其下各条") {
        refuses("rules show appointment-regulations-2019/42", "appointment-regulations-2019/42/five-working-days",
                "appointment-regulations-2019/42/after-decision");
    }
    SUBCASE("规则目录不是目录") { refuses("rules check " + fine, "不是目录", "is not a folder"); }
    SUBCASE("空规则目录") {
        here.file("empty/readme.txt", "");
        refuses("rules check " + (here / "empty"), "XR-RULE-024", "XR-RULE-024");
    }
    SUBCASE("事实名不识，提示相近者") { refuses("facts candidate.level_sinc", "candidate.level_since", "did you mean"); }
    SUBCASE("没有命令") {
        const program::answer a = run("");
        CHECK(a.status == 2);
        CHECK(a.complains("未给出命令"));
    }
    SUBCASE("语言不识") {
        const program::answer a = run("rules --lang fr");
        CHECK(a.status == 2);
        CHECK(a.complains("fr"));
    }
}

TEST_CASE("所有问题一次说全，各有位置") {
    const program::folder here;
    const std::string file = here.file("bad.json", R"({
  "schema": "xuanren.dossier/1",
  "cadres": [
    { "id": "c1", "name": "甲", "born": "1985.13" },
    { "id": 2, "name": "乙" }
  ]
})");
    const program::answer a = run("check " + file);
    CHECK(a.status == 2);
    CHECK(a.complains("1985.13"));
    CHECK(a.complains("bad.json:4"));
    CHECK(a.complains("bad.json:5"));
    CHECK(a.complains("/cadres/1/id"));
}

TEST_CASE("坏卷宗：每个命令开头都说不能采用、有几处问题") {
    const program::folder here;
    const std::string bad = here.file("bad.json", R"({"schema": "xuanren.dossier/1", "cadres": [{"id": 1}]})");
    for (const std::string command : {"check " + bad, "explain " + bad + " a1", "kin " + bad, "quota " + bad, "annual " + bad + " --year 2022"}) {
        CAPTURE(command);
        refuses(command, "不能采用，共 1 处问题", "cannot be used; 1 problem:");
    }
}

TEST_CASE("几个文件里有一个坏的：其余照审，退出状态 2") {
    const program::folder here;
    const std::string bad = here.file("bad.json", "{");
    const std::string empty = here.file("none.json", R"({"schema": "xuanren.dossier/1", "appointments": []})");
    const program::answer a = run("check " + bad + " " + empty);
    CHECK(a.status == 2);
    CHECK(a.says("none.json"));
    CHECK(a.complains("bad.json"));
}

TEST_CASE("没有决定日：只说一次，不逐条重复") {
    const program::folder here;
    const std::string file = here.file("undated.json", R"({ "schema": "xuanren.dossier/1",
  "organisations": [ { "id": "o", "kind": "government_department", "tier": "prefecture" } ],
  "posts": [ { "id": "p", "organisation": "o", "level": "township_deputy", "leading": true } ],
  "cadres": [ { "id": "c" } ],
  "appointments": [ { "id": "a", "candidate": "c", "post": "p" } ] })");
    const program::answer a = run("check " + file);
    CHECK(a.status == 3);
    CHECK(a.says("缺少讨论决定日"));
    CHECK(a.out.find("缺少讨论决定日") == a.out.rfind("缺少讨论决定日"));
    CHECK(a.out.find("第七条") == a.out.npos);
    CHECK(run("check --lang en " + file).says("No decision date"));
}

TEST_CASE("没有可审核的事项：说明未作审核，不当作合规") {
    const program::folder here;
    const std::string empty = here.file("none.json", R"({"schema": "xuanren.dossier/1", "appointments": []})");
    const program::answer a = run("check " + empty);
    CHECK(a.status == 3);
    CHECK(a.complains("未作任何审核"));
}

TEST_CASE("卷宗里的控制字符不到终端") {
    const program::folder here;
    const std::string hostile = here.file("hostile.json", R"({"schema": "xuanren.dossier/1", "as_of": "2022-01-01",
        "cadres": [{"id": "c1", "name": "\u001b[2J\u0007某"}], "posts": [{"id": "p1", "title": "\u001b]0;x\u0007科长"}],
        "appointments": [{"id": "a1", "candidate": "c1", "post": "p1"}]})");
    for (const std::string& arguments : {"check " + hostile, "explain " + hostile + " a1", "explain " + hostile + " '\a'"}) {
        INFO(arguments);
        const program::answer said = run(arguments);
        CHECK((said.out + said.err).find('\033') == std::string::npos);
        CHECK((said.out + said.err).find('\a') == std::string::npos);
    }
}
