// tests/cli/program_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

using program::run;

namespace {

const std::string sample = XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json";

/// Whether a text holds a Chinese character.
bool has_han(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xE4 && lead <= 0xE9) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("版本与帮助") {
    const program::answer version = run("--version");
    CHECK(version.status == 0);
    CHECK(version.out == "xuanren " XUANREN_VERSION "\n");
    for (const char* command : {"", "check ", "explain ", "rules ", "rules show ", "facts ", "eval "}) {
        INFO(std::string(command));
        const program::answer zh = run(std::string(command) + "--help");
        CHECK(zh.status == 0);
        CHECK(zh.says("用法"));
        const program::answer en = run(std::string(command) + "--help --lang en");
        CHECK(en.status == 0);
        CHECK(en.says("Usage"));
        CHECK(!has_han(en.out));
    }
}

TEST_CASE("样例：文本报告与退出状态") {
    const program::answer a = run("check " + sample);
    CHECK(a.status == 1);
    CHECK(a.err.empty());
    CHECK(a.says("违规"));
    CHECK(a.says("第八条第一款第三项"));
    CHECK(a.out.find("违规") < a.out.find("要件不全"));
    CHECK(a.out.find('\033') == std::string::npos);
}

TEST_CASE("样例：JSON 报告") {
    const program::answer a = run("check --format json " + sample);
    CHECK(a.status == 1);
    const auto report = nlohmann::json::parse(a.out);
    CHECK(report["schema"] == "xuanren.report/1");
    CHECK(report["appointments"].size() == report["summary"]["appointments"]);
    const std::size_t rules = report["appointments"][0]["findings"].size();
    CHECK(rules > 20);
    for (const auto& appointment : report["appointments"]) {
        std::size_t counted = 0;
        for (const char* status : {"satisfied", "violated", "excepted", "undetermined", "judgement", "pending", "not_applicable", "failed"})
            counted += appointment["counts"][status].get<std::size_t>();
        CHECK(counted == appointment["findings"].size());
    }
}

TEST_CASE("几个文件：JSON 为数组，JUnit 为一份") {
    const auto reports = nlohmann::json::parse(run("check --format json " + sample + " " + sample).out);
    CHECK(reports.is_array());
    CHECK(reports.size() == 2);
    const std::string suites = run("check --format junit " + sample + " " + sample).out;
    CHECK(suites.find("<testsuites") == suites.rfind("<testsuites"));
}

TEST_CASE("标准输入") {
    const program::answer piped = run("check -", "cat '" + sample + "' |");
    const program::answer named = run("check " + sample);
    CHECK(piped.status == named.status);
    CHECK(piped.says("标准输入"));
}

TEST_CASE("同样的输入，同样的字节：次数、时区、语言环境") {
    for (const char* format : {"text", "json", "junit"}) {
        const std::string arguments = std::string("check --format ") + format + " " + sample;
        const program::answer first = run(arguments);
        for (const char* environment : {"", "TZ=Asia/Shanghai", "TZ=America/New_York", "LC_ALL=zh_CN.GB18030", "LC_ALL=de_DE.UTF-8",
                                        "LC_ALL=C"}) {
            INFO(std::string(environment));
            const program::answer again = run(arguments, environment);
            CHECK(again.status == first.status);
            CHECK(again.out == first.out);
        }
    }
}

TEST_CASE("读者中途离开，不出错") {
    const program::answer a = run("check --format json " + sample, {}, "| head -c 10 >/dev/null");
    CHECK(a.err.empty());
}

TEST_CASE("解释：已符合的规则也有全部推理") {
    const auto report = nlohmann::json::parse(run("check --format json " + sample).out);
    const std::string id = report["appointments"][0]["id"];
    std::string satisfied;
    for (const auto& finding : report["appointments"][0]["findings"])
        if (finding["status"] == "satisfied" && satisfied.empty()) satisfied = finding["rule"];
    REQUIRE(!satisfied.empty());
    const program::answer whole = run("explain " + sample + " " + id);
    CHECK(whole.status == 0);
    const program::answer one = run("explain " + sample + " " + id + " " + satisfied);
    CHECK(one.status == 0);
    CHECK(one.says("✓"));
    CHECK(one.out.size() < whole.out.size());
    CHECK(!run("explain " + sample + " " + id + " " + satisfied + " --lang en").out.empty());
}

TEST_CASE("规则与事实") {
    const program::answer list = run("rules list");
    CHECK(list.status == 0);
    CHECK(list.says("appointment-regulations-2019/8.1.3/deputy-to-principal"));
    const program::answer one = run("rules show appointment-regulations-2019/8.1.3/deputy-to-principal");
    CHECK(one.says("《党政领导干部选拔任用工作条例》（2019）第八条第一款第三项"));
    CHECK(one.says("elapsed(candidate.deputy_counted_from)"));
    const auto json = nlohmann::json::parse(run("rules show --format json appointment-regulations-2019/8.1.3/deputy-to-principal").out);
    CHECK(json["id"] == "appointment-regulations-2019/8.1.3/deputy-to-principal");
    CHECK(run("rules check " XUANREN_SOURCE_DIR "/rules").status == 0);
    CHECK(run("facts").says("candidate.level_since"));
    CHECK(run("facts candidate.level_since").says("含义"));
    CHECK(run("facts candidate").status == 0);
}

TEST_CASE("求值") {
    const program::answer sum = run("eval '1 + 2'");
    CHECK(sum.status == 0);
    CHECK(sum.says("3"));
    const program::folder here;
    const std::string inputs = here.file("in.json", R"({"Monthly Salary": 10000})");
    CHECK(run("eval '12 * Monthly Salary' --with " + inputs).says("120000"));
    const program::answer wrong = run("eval '1 +'");
    CHECK(wrong.status == 2);
    CHECK(!wrong.err.empty());
    const program::answer lines = run("eval --jsonl", R"(printf '{"expression":"1+1"}\n{"expression":"1+"}\n' |)");
    CHECK(lines.status == 0);
    const auto first = nlohmann::json::parse(lines.out.substr(0, lines.out.find('\n')));
    CHECK(first["value"] == "2");
    const auto second = nlohmann::json::parse(lines.out.substr(lines.out.find('\n') + 1));
    CHECK(second.contains("error"));
    CHECK(second.contains("column"));
}
