// tests/facts/conduct_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

std::string sanctions(const char* list) {
    return facts_of(
        with(base(), {{"/cadres/0/sanctions", json::parse(list)}}))["candidate.sanctions"];
}
bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("处分处理：载明、声明没有与未载分明") {
    CHECK(sanctions("[]") == "[]");
    CHECK(facts_of(without(base(), "/cadres/0/sanctions"))["candidate.sanctions"] == "?");
    const std::string bare = sanctions(R"([{"kind":"party_warning","decided":"2022-03-01"}])");
    CHECK(has(bare,
              "kind=party_warning decided=2022-03-01 influence_stated=false is_revoked=false "
              "conduct_known=false"));
    CHECK_FALSE(has(bare, "has_influence_until"));
    CHECK_FALSE(has(bare, "has_revoked"));
    const std::string full = sanctions(
        R"([{"kind":"admin_demerit","decided":"2022-03-01","influence_until":"2023-03-01","revoked":"2024-05-21",
        "conduct":{"from":"2021-01","to":null},"restored":null,"extended":null,"in_lieu":false,"document":"x"}])");
    CHECK(has(full, "has_influence_until=true influence_until=2023-03-01 influence_stated=true"));
    CHECK(has(full, "has_revoked=false"));
    CHECK(has(full, "is_revoked=false"));
    CHECK(has(full,
              "has_conduct=true conduct_from=2021-01-01..2021-01-31 has_conduct_to=false "
              "conduct_known=false"));
    CHECK(has(full, "has_restored=false"));
    CHECK(has(
        sanctions(R"([{"kind":"admin_demerit","decided":"2022-03-01","revoked":"2024-05-20"}])"),
        "is_revoked=true"));
    CHECK(has(
        sanctions(R"([{"kind":"admin_demerit","decided":"2022-03-01","influence_until":null}])"),
        "has_influence_until=false"));
    CHECK(sanctions(R"([{"kind":"admin_demerit"}])") == "?");
}

TEST_CASE("审查调查") {
    const auto open = [](const json& i) {
        return facts_of(
            with(base(), {{"/cadres/0/investigation", i}}))["candidate.under_investigation"];
    };
    CHECK(open(nullptr) == "false");
    CHECK(open({{"since", "2024-02-01"}, {"concluded", nullptr}}) == "true");
    CHECK(open({{"since", "2024-05-21"}, {"concluded", nullptr}}) == "false");
    CHECK(open({{"since", "2024-02-01"}, {"concluded", "2024-05-20"}}) == "false");
    CHECK(open({{"since", "2024-02-01"}, {"concluded", "2024-05-21"}}) == "true");
    CHECK(open({{"since", "2024-02-01"}}) == "?");
    CHECK(facts_of(without(base(), "/cadres/0/investigation"))["candidate.under_investigation"] ==
          "?");
    const facts_of f(with(
        base(), {{"/cadres/0/investigation", {{"since", "2024-04-01"}, {"concluded", nullptr}}}}));
    CHECK(f["candidate.under_investigation_at_candidates"] == "false");
    CHECK(f["candidate.under_investigation"] == "true");
}

TEST_CASE("不良记录：空与未载分明") {
    const auto finding = [](const json& records) {
        return facts_of(
            with(base(), {{"/cadres/0/records", records}}))["candidate.has_canvassing_finding"];
    };
    CHECK(finding({{"canvassing", json::array()}}) == "false");
    CHECK(finding({{"canvassing", nullptr}}) == "false");
    CHECK(finding({{"canvassing", {{{"on", "2024-05-20"}}}}}) == "true");
    CHECK(finding({{"canvassing", {{{"on", "2024-05-21"}}}}}) == "false");
    CHECK(finding({{"canvassing", {{{"finding", "x"}}}}}) == "?");
    CHECK(finding({{"criminal", json::array()}}) == "?");
    CHECK(facts_of(base())["candidate.has_canvassing_finding"] == "?");
}

TEST_CASE("配偶与子女：未申报不等于没有") {
    const auto family = [](const char* relatives, const char* status = nullptr,
                           bool declared = true) {
        json b = with(base(), {{"/cadres/0/relatives", json::parse(relatives)},
                               {"/cadres/0/relatives_declared", declared}});
        if (status != nullptr) b["cadres"][0]["marital_status"] = status;
        return facts_of(b);
    };
    const char* wife =
        R"([{"term":"妻子","from":"2012-05-10","to":null,"emigrated":{"kind":"permanent_residence","since":"2020-01-01"}}])";
    CHECK(family(wife)["candidate.has_spouse"] == "true");
    CHECK(family(wife)["candidate.has_spouse_emigration"] == "true");
    CHECK(family(wife)["candidate.spouse_emigration"] == "permanent_residence");
    SUBCASE("离婚之后没有配偶，子女仍在") {
        const facts_of f = family(
            R"([{"term":"前妻","path":"W","from":"2012-05-10","to":"2022-05-10","emigrated":{"kind":"permanent_residence"}},
                                      {"term":"儿子","emigrated":null},{"path":"D","term":"千金","emigrated":{"kind":"study"}}])",
            "divorced");
        CHECK(f["candidate.has_spouse"] == "false");
        CHECK(f["candidate.has_spouse_emigration"] == "false");
        CHECK(has(f["candidate.children"],
                  "term=儿子 is_spouse=false is_child=true has_until=false has_emigration=false"));
        CHECK(has(f["candidate.children"], "has_emigration=true emigration=study"));
    }
    SUBCASE("配偶没有移居、未载移居、决定之后移居") {
        CHECK(family(R"([{"term":"丈夫","emigrated":null}])")["candidate.has_spouse_emigration"] ==
              "false");
        CHECK(family(R"([{"term":"丈夫"}])")["candidate.has_spouse_emigration"] == "?");
        CHECK(
            family(
                R"([{"term":"丈夫","emigrated":{"kind":"permanent_residence","since":"2024-05-21"}}])")
                ["candidate.has_spouse_emigration"] == "false");
    }
    SUBCASE("声明没有亲属") {
        const facts_of f = family("[]");
        CHECK(f["candidate.has_spouse"] == "false");
        CHECK(f["candidate.children"] == "[]");
    }
    SUBCASE("没有完整申报") {
        const facts_of f = family("[]", nullptr, false);
        CHECK(f["candidate.has_spouse"] == "?");
        CHECK(f["candidate.has_spouse_emigration"] == "?");
        CHECK(f["candidate.children"] == "?");
        CHECK(family("[]", "single", false)["candidate.has_spouse_emigration"] == "false");
        CHECK(family("[]", "married", false)["candidate.has_spouse_emigration"] == "?");
    }
    SUBCASE("称谓看不懂，是否子女不明") {
        CHECK(family(R"([{"term":"犬子"}])")["candidate.children"] == "?");
        CHECK(family(R"([{"term":"表弟"}])")["candidate.children"] == "[]");
    }
}
