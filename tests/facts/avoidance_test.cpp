#include "case_support.hpp"

using namespace facts_test;

namespace {

/// The base case with a relative declared, and with whoever else is on file.
json declared(const json& relative, const json& others = json::array(), bool is_complete = true) {
    json b = base();
    b["cadres"][0]["relatives"] = json::array();
    if (!relative.is_null()) b["cadres"][0]["relatives"].push_back(relative);
    b["cadres"][0]["relatives_declared"] = is_complete;
    for (const json& each : others) b["cadres"].push_back(each);
    return b;
}

json wife(const json& more) {
    json out = {{"term", "妻子"}, {"name", "乙"}, {"from", "2012-05-10"}, {"to", nullptr}};
    out.update(more);
    return out;
}

/// 乙, who holds a post of the document.
json holder(const char* post) {
    return {{"id", "c2"},
            {"name", "乙"},
            {"sex", "female"},
            {"tenures", json::array({{{"post", post}, {"from", "2018-01-10"}, {"decided", "2018-01-10"}, {"to", nullptr},
                                      {"kind", "substantive"}, {"change", "first"}, {"exceptional", nullptr}, {"probation", nullptr}}})}};
}

bool says(const std::string& list, const char* part) { return list.find(part) != list.npos; }

const json by_id = {{"person", "c2"}};

}  // namespace

TEST_CASE("亲属任职：同一单位的职务、与拟任职位的关系、亲属关系和路径") {
    const json b = declared(wife(by_id), json::array({holder("vice")}));
    const facts_of f(with(b, {{"/posts/1/reports_to", "chief"}}));
    const std::string& list = f["candidate.kin_posts"];
    for (const char* part : {"person=c2", "name=乙", "kinships=[spouse]", "is_settled=true", "stands=true", "title=大气科副科长",
                             "leading=true", "role=deputy", "level=township_deputy", "organ_kind=government_department",
                             "in_internal_unit=true", "same_organ=true", "same_unit=true", "below=true", "own_role=principal"})
        CHECK_MESSAGE(says(list, part), part << " in " << list);
    CHECK(f.source("candidate.kin_posts") == "/cadres/0/relatives");
}

TEST_CASE("亲属任职：别人的申报按姓名与出生年月指向本人的，供研判") {
    json other = holder("vice");
    other["relatives"] = json::array({{{"term", "丈夫"}, {"name", "甲"}, {"born", "1980-03"}}});
    const auto posts = [&other](const json& own_kin) {
        json b = declared(own_kin, json::array({other}));
        b["cadres"][0]["name"] = "甲";
        b["cadres"][0]["born"] = "1980-03-02";
        return facts_of(b)["candidate.kin_posts"];
    };
    const std::string told = posts(nullptr);
    CHECK_MESSAGE(says(told, "person=c2"), told);
    CHECK_MESSAGE(says(told, "is_settled=false"), told);
    // Who declares the relation himself is not told twice.
    const std::string once = posts(wife(by_id));
    CHECK_MESSAGE(says(once, "is_settled=true"), once);
    CHECK_MESSAGE(!says(once, "is_settled=false"), once);
    other["relatives"][0]["born"] = "1901-01-01";
    CHECK(posts(nullptr) == "[]");
}

TEST_CASE("亲属任职：称谓不识的列为不明，不当作没有关系") {
    const facts_of f(declared({{"term", "某某亲"}, {"person", "c2"}}, json::array({holder("vice")})));
    CHECK(says(f["candidate.kin_posts"], "person=c2"));
    CHECK(!says(f["candidate.kin_posts"], "kinships=[none]"));
    CHECK(says(f["candidate.kin_posts"], "is_settled=false"));
}

TEST_CASE("亲属任职：任职已止的不列，止期不明的存疑") {
    json gone = holder("vice");
    gone["tenures"][0]["to"] = "2023-01-10";
    CHECK(facts_of(declared(wife(by_id), json::array({gone})))["candidate.kin_posts"] == "[]");
    gone["tenures"][0].erase("to");
    const facts_of open(declared(wife(by_id), json::array({gone})));
    CHECK(says(open["candidate.kin_posts"], "person=c2"));
    CHECK(!says(open["candidate.kin_posts"], "stands=true"));
}

TEST_CASE("亲属任职：婚姻已止的列为前配偶，不再是配偶") {
    const facts_of f(declared(wife({{"person", "c2"}, {"to", "2020-01-01"}}), json::array({holder("vice")})));
    CHECK(says(f["candidate.kin_posts"], "kinships=[former_spouse]"));
}

TEST_CASE("亲属任职：申报完整而没有亲属的为空，没有申报完整的留有未知的一项") {
    CHECK(facts_of(declared(nullptr))["candidate.kin_posts"] == "[]");
    CHECK(facts_of(declared(nullptr, json::array(), false))["candidate.kin_posts"] == "[?]");
    const json none = without(base(), "/cadres/0/tenures");
    CHECK(facts_of(none)["candidate.kin_posts"] == "[?]");
}

TEST_CASE("亲属任职：只写工作单位的，写明本单位的存疑，写明别处的不列") {
    const facts_of here(declared(wife({{"employer", "环境局大气科"}})));
    const std::string& list = here["candidate.kin_posts"];
    CHECK_MESSAGE(says(list, "kinships=[spouse]"), list);
    CHECK(says(list, "is_settled=false"));
    CHECK(says(list, "same_organ=true"));
    CHECK(!says(list, "title="));
    CHECK(facts_of(declared(wife({{"employer", "某县中学"}})))["candidate.kin_posts"] == "[]");
}

TEST_CASE("亲属任职：同名而未指明编号的，是否同一人待核") {
    const facts_of f(declared(wife({{"employer", "环境局"}}), json::array({holder("vice")})));
    CHECK(says(f["candidate.kin_posts"], "person=c2"));
    CHECK(says(f["candidate.kin_posts"], "is_settled=false"));
}

TEST_CASE("参会人员中的亲属：在场未回避、已回避、回避而未离场") {
    const json b = declared(wife(by_id), json::array({holder("vice")}));
    const auto meeting = [&](const char* members) {
        json d = b;
        d["appointments"][0]["procedure"]["discussion"].update(json::parse(members));
        return facts_of(d)["procedure.kin_at_meeting"];
    };
    const std::string stayed = meeting(R"({"attendees":["c2","某委员"],"recused":[]})");
    for (const char* part : {"person=c2", "kinships=[spouse]", "stands=true", "recused=false"})
        CHECK_MESSAGE(says(stayed, part), part << " in " << stayed);
    CHECK(says(meeting(R"({"attendees":["c2"],"recused":[{"id":"c2","because":"kin","left":true}]})"), "recused=true"));
    CHECK(says(meeting(R"({"attendees":["c2"],"recused":[{"id":"c2","because":"kin","left":false}]})"), "recused=false"));
    // Who recused himself is not on file.
    const std::string open = meeting(R"({"attendees":["c2"]})");
    CHECK(says(open, "person=c2"));
    CHECK(!says(open, "recused="));
    CHECK(meeting(R"({"attendees":["某委员"],"recused":[]})") == "[]");
    CHECK(facts_of(b)["procedure.kin_at_meeting"] == "?");
}

TEST_CASE("参会人员只写姓名的：与亲属同名待核；申报不完整的，其人可能是亲属") {
    const auto meeting = [](const json& b) {
        return facts_of(with(b, {{"/appointments/0/procedure/discussion/attendees", {"乙"}},
                                 {"/appointments/0/procedure/discussion/recused", json::array()}}))["procedure.kin_at_meeting"];
    };
    const std::string named = meeting(declared(wife(json::object())));
    CHECK_MESSAGE(says(named, "person=乙"), named);
    CHECK(says(named, "is_settled=false"));
    CHECK(meeting(declared(nullptr)) == "[]");
    CHECK(meeting(declared(nullptr, json::array(), false)) == "[?]");
}

TEST_CASE("考察组中的亲属") {
    const json b = declared(wife(by_id), json::array({holder("vice")}));
    const facts_of f(with(b, {{"/appointments/0/procedure/inspection", {{"from", "2024-03-20"}, {"to", "2024-03-26"}, {"team", {"c2", "丁"}}}}}));
    CHECK(says(f["procedure.kin_in_team"], "person=c2"));
    CHECK(says(f["procedure.kin_in_team"], "recused=false"));
    CHECK(facts_of(b)["procedure.kin_in_team"] == "?");
}

TEST_CASE("亲属经营：行业由拟任机关监管与否，业务在别的地区的不算") {
    const auto businesses = [](const json& business, const char* region = "610400") {
        json b = declared(wife({{"business", business}}));
        b["organisations"][1]["supervises"] = {"chemicals"};
        b["organisations"][1]["region"] = region;
        b["organisations"][2]["supervises"] = json::array();
        return facts_of(b)["candidate.family_businesses"];
    };
    const std::string regulated = businesses({{"kind", "sole"}, {"industry", "chemicals"}, {"region", "610402"}});
    for (const char* part : {"name=乙", "kinships=[spouse]", "business=sole", "industry=chemicals", "is_supervised=true"})
        CHECK_MESSAGE(says(regulated, part), part << " in " << regulated);
    CHECK(says(businesses({{"kind", "sole"}, {"industry", "catering"}, {"region", "610402"}}), "is_supervised=false"));
    CHECK(says(businesses({{"kind", "sole"}, {"industry", "chemicals"}, {"region", "320100"}}), "is_supervised=false"));
    // The industry is not on file: it may be the one regulated.
    const std::string open = businesses({{"kind", "sole"}, {"region", "610402"}});
    CHECK(says(open, "business=sole"));
    CHECK(!says(open, "is_supervised="));
    CHECK(businesses(nullptr) == "[]");
}

TEST_CASE("亲属经营：没有申报经营与否的，留有存疑的一项") {
    const facts_of f(declared(wife(json::object())));
    CHECK(says(f["candidate.family_businesses"], "name=乙"));
    CHECK(!says(f["candidate.family_businesses"], "business="));
    CHECK(facts_of(declared(nullptr, json::array(), false))["candidate.family_businesses"] == "[?]");
}

TEST_CASE("亲属从事律师业务：在辖区内与否") {
    const auto practices = [](const json& practice) {
        json b = declared(wife({{"legal_practice", practice}}));
        b["organisations"][1]["region"] = "610400";
        return facts_of(b)["candidate.kin_practices"];
    };
    const std::string here = practices({{"kind", "lawyer"}, {"region", "610402"}});
    CHECK_MESSAGE(says(here, "in_jurisdiction=true"), here);
    CHECK(says(practices({{"kind", "lawyer"}, {"region", "320100"}}), "in_jurisdiction=false"));
    CHECK(practices(nullptr) == "[]");
}
