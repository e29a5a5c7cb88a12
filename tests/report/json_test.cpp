// tests/report/json_test.cpp
#include <xuanren/report/json.hpp>

#include <report/sample_verdicts.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace xuanren;

TEST_CASE("JSON 报告的结构与代码") {
    const sample::world w;
    const std::string written = to_json(sample::small_report(w), w.words);
    const auto read = nlohmann::json::parse(written);
    CHECK(read["schema"] == "xuanren.report/1");
    CHECK(read["rulebook"]["unverified_off"] == 2);
    const auto& a = read["appointments"][0];
    CHECK(a["outcome"] == "violation");
    CHECK(a["decided"] == "2022-05-20");
    CHECK(a["reviewed"].is_null());
    CHECK(a["counts"]["violated"] == 1);
    const auto& v = a["findings"][1];
    CHECK(v["rule"] == "appointment-regulations-2019/8.1.3/deputy-to-principal");
    CHECK(v["status"] == "violated");
    CHECK(v["cite"]["zh"] == "《党政领导干部选拔任用工作条例》（2019）第八条第一款第三项");
    CHECK(v["earliest"] == "2022-05-29");
    CHECK(v["leaves"][0]["fact"] == "candidate.deputy_counted_from");
    CHECK(v["leaves"][0]["required"] == ">= P2Y");
    CHECK(v["leaves"][0]["actual"] == "P1Y11M");
    CHECK(v["leaves"][0]["truth"] == "no");
    CHECK(v["leaves"][0]["source"] == "/cadres/0/tenures/2/decided");
    CHECK(v["set_aside_by"].is_null());
    CHECK(!v["remedies"].empty());
    CHECK(a["findings"][0]["missing"][0] == "candidate.grassroots_service");
    CHECK(a["findings"][0]["residual"].is_string());
    CHECK(read["summary"]["by_outcome"]["violation"] == 1);
    CHECK(written == to_json(sample::small_report(w), w.words));
}

TEST_CASE("JSON 中的引号、控制符与汉字") {
    json_writer out;
    out.begin_object();
    out.member("a\"b", "x\\y\n\x01龦");
    out.key("empty");
    out.begin_array();
    out.end_array();
    out.end_object();
    const std::string written = std::move(out).text();
    const auto read = nlohmann::json::parse(written);
    CHECK(read["a\"b"] == "x\\y\n\x01龦");
    CHECK(read["empty"].empty());
}
