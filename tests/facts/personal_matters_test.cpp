// tests/facts/personal_matters_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

std::string matter(const json& matters, const char* fact) {
    return facts_of(with(base(), {{"/cadres/0/personal_matters", matters}}))[fact];
}
std::string review(const json& step, const json& archive, const char* fact) {
    return facts_of(with(base(), {{"/appointments/0/procedure/archive_review", step},
                                  {"/cadres/0/archive", archive}}))[fact];
}

}  // namespace

TEST_CASE("集中报告：决定之年的报告，以前年度的与未载分明") {
    CHECK(matter({{"reported", "2024-01-31"}}, "candidate.has_annual_report") == "true");
    CHECK(matter({{"reported", "2024-01-31"}}, "candidate.annual_report_on") == "2024-01-31");
    CHECK(matter({{"reported", "2023-01-20"}}, "candidate.has_annual_report") == "false");
    CHECK(matter({{"reported", nullptr}}, "candidate.has_annual_report") == "false");
    CHECK(matter({{"reported", "2025-01-20"}}, "candidate.has_annual_report") == "?");
    CHECK(matter(json::object(), "candidate.has_annual_report") == "?");
}

TEST_CASE("首次报告") {
    CHECK(matter({{"first_reported", "2024-06-03"}}, "candidate.has_first_report") == "true");
    CHECK(matter({{"first_reported", nullptr}}, "candidate.has_first_report") == "false");
    CHECK(matter(json::object(), "candidate.has_first_report") == "?");
}

TEST_CASE("事项变化：决定以后发生的不计，报告与否未载的不明") {
    const auto changes = [](const char* list) {
        return matter({{"changes", json::parse(list)}}, "candidate.matter_changes");
    };
    CHECK(changes("[]") == "[]");
    CHECK(changes(R"([{"matter":"x","happened":"2024-05-21","reported":null}])") == "[]");
    CHECK(changes(R"([{"matter":"x","happened":"2024-05-20","reported":null}])").find(
              "has_reported=false") != std::string::npos);
    CHECK(changes(R"([{"matter":"x","happened":"2024-05-20"}])").find("has_reported") ==
          std::string::npos);
    CHECK(changes(R"([{"matter":"x","reported":null}])") == "?");
    CHECK(matter(json::object(), "candidate.matter_changes") == "?");
}

TEST_CASE("查核：决定以后的查核不算，性质未认定与认定分明") {
    CHECK(matter({{"verified", "2024-05-20"}}, "candidate.has_matters_verified") == "true");
    CHECK(matter({{"verified", "2024-05-21"}}, "candidate.has_matters_verified") == "false");
    CHECK(matter({{"verified", nullptr}}, "candidate.has_matters_verified") == "false");
    CHECK(matter(json::object(), "candidate.has_matters_verified") == "?");
    const std::string found =
        matter({{"differences", {{{"kind", "garage"}}}}}, "candidate.matter_differences");
    CHECK(found.find("kind=garage nature_stated=false") != std::string::npos);
}

TEST_CASE("档案审核：任免程序的先于个人档案记载") {
    const json clear{{"reviewed", "2024-02-20"}, {"finding", "clear"}};
    const json doubtful{{"on", "2024-03-28"}, {"finding", "doubtful"}};
    CHECK(review(doubtful, clear, "candidate.archive_finding") == "doubtful");
    CHECK(review(nullptr, clear, "candidate.has_archive_review") == "false");
    CHECK(review({{"on", "2024-05-21"}}, clear, "candidate.has_archive_review") == "false");
    const json personal =
        with(without(base(), "/appointments/0/procedure/archive_review"),
             {{"/cadres/0/archive", clear}});
    CHECK(facts_of(personal)["candidate.archive_finding"] == "clear");
    CHECK(facts_of(without(without(base(), "/appointments/0/procedure/archive_review"),
                           "/cadres/0/archive"))["candidate.has_archive_review"] == "?");
}

TEST_CASE("处分：数项合并、行为终了与代替撤职") {
    const auto sanctions = [](const char* list) {
        return facts_of(
            with(base(), {{"/cadres/0/sanctions", json::parse(list)}}))["candidate.sanctions"];
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    CHECK(has(sanctions(R"([{"kind":"party_serious_warning","decided":"2022-03-01","in_lieu":true}])"),
              "kind=party_serious_warning_in_lieu"));
    CHECK(has(sanctions(R"([{"kind":"admin_demerit","decided":"2022-03-01","several_offences":true}])"),
              "for_several=true"));
    CHECK(has(sanctions(
                  R"([{"kind":"party_warning","decided":"2022-03-01","conduct":{"from":"2021-01","to":null}}])"),
              "conduct_dated=true conduct_ended=2022-03-01"));
    CHECK(has(sanctions(R"([{"kind":"party_warning","decided":"2022-03-01"}])"),
              "conduct_dated=false"));
    const std::string two = sanctions(
        R"([{"kind":"admin_demerit","decided":"2023-03-01"},{"kind":"admin_warning","decided":"2022-03-01"}])");
    CHECK(two.find("admin_warning") < two.find("admin_demerit"));
}

TEST_CASE("晋升工资档次与引进人才") {
    const auto steps = [](const json& list) {
        return facts_of(with(base(), {{"/cadres/0/pay_steps", list}}))["candidate.pay_steps"];
    };
    CHECK(steps(json::array()) == "[]");
    CHECK(steps({{{"on", "2024-05-21"}}}) == "[]");
    CHECK(steps({{{"on", "2024-01-01"}}}) == "[2024-01-01]");
    CHECK(facts_of(base())["candidate.pay_steps"] == "?");
    CHECK(facts_of(with(base(), {{"/cadres/0/introduced_talent",
                                  true}}))["candidate.is_introduced_talent"] == "true");
}
