// tests/facts/kind_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

json career(std::initializer_list<json> tenures) {
    return with(base(), {{"/cadres/0/tenures", tenures}});
}
json as_declared(json document, const char* kind) {
    document["appointments"][0]["kind"] = kind;
    return document;
}
json changed(json t, std::initializer_list<change_of> changes) {
    for (const auto& [key, what] : changes) t[key] = what;
    return t;
}

}  // namespace

TEST_CASE("升任台阶") {
    struct row {
        const char* from;
        const char* to;
        const char* step;
    };
    const row rows[] = {
        {"township_deputy", "township_principal", "deputy_to_principal"},
        {"township_principal", "county_deputy", "principal_to_next_deputy"},
        {"county_deputy", "county_principal", "deputy_to_principal"},
        {"county_principal", "bureau_deputy", "principal_to_next_deputy"},
        {"township_deputy", "county_deputy", "skip_one"},
        {"township_deputy", "county_principal", "skip_more"},
        {"township_principal", "county_principal", "skip_one"},
        {"county_deputy", "bureau_principal", "skip_more"},
        {"township_principal", "township_principal", "same_level"},
        {"county_deputy", "township_principal", "down"},
    };
    for (const row& r : rows) {
        CAPTURE(r.from);
        CAPTURE(r.to);
        const facts_of f(with(career({served(r.from, "2019-05-20")}), {{"/posts/0/level", r.to}}));
        CHECK(f["appointment.step"] == r.step);
    }
}

TEST_CASE("只有职级的任领导职务：提拔，台阶按所任职务") {
    const json rank =
        json::parse(R"([{"rank":"principal_staff_4","from":"2020-06-01","to":null}])");
    const json none =
        changed(served("staff", "2019-05-20"),
                {{"level", nullptr}, {"leading", false}, {"role", "staff"}, {"change", "first"}});
    const json b = with(career({none}), {{"/cadres/0/ranks", rank}});
    CHECK(facts_of(b)["appointment.kind"] == "promotion");
    CHECK(facts_of(b)["appointment.step"] == "rank_to_principal");
    CHECK(facts_of(with(b, {{"/posts/0/level", "township_deputy"}}))["appointment.step"] ==
          "rank_to_deputy");
    // The same level as a leader that he had without leading.
    const json same = with(career({changed(served("township_principal", "2019-05-20"),
                                           {{"leading", false}, {"role", "staff"}})}),
                           {{"/cadres/0/ranks", rank}});
    CHECK(facts_of(same)["appointment.kind"] == "promotion");
    CHECK(facts_of(same)["appointment.step"] == "rank_to_principal");
}

TEST_CASE("职级设立以前的科员：隔开的层次照计") {
    const json staff =
        career({changed(served("staff", "2012-05-20"), {{"leading", false}, {"role", "staff"}})});
    CHECK(facts_of(staff)["appointment.step"] == "skip_one");
    CHECK(facts_of(with(staff, {{"/posts/0/level", "township_deputy"}}))["appointment.step"] ==
          "rank_to_deputy");
    CHECK(facts_of(with(staff, {{"/posts/0/level", "county_deputy"}}))["appointment.step"] ==
          "skip_more");
}

TEST_CASE("任用类别：先推定，推定不了才看申报") {
    const json up = career({served("township_deputy", "2019-05-20")});
    const json level =
        career({changed(served("township_principal", "2019-05-20"), {{"role", "principal"}})});
    const json down = career({served("county_deputy", "2019-05-20")});
    CHECK(facts_of(up)["appointment.kind"] == "promotion");
    CHECK(facts_of(as_declared(up, "lateral"))["appointment.kind"] == "promotion");
    CHECK(facts_of(down)["appointment.kind"] == "demotion");
    CHECK(facts_of(level)["appointment.kind"] == "?");
    CHECK(facts_of(as_declared(level, "further_use"))["appointment.kind"] == "further_use");
    CHECK(facts_of(as_declared(level, "further_use"))["appointment.derived_kind"] == "?");
    CHECK(facts_of(as_declared(level, "promotion"))["appointment.kind"] == "lateral");
    CHECK(facts_of(as_declared(up, "removal"))["appointment.kind"] == "removal");
    CHECK(facts_of(as_declared(up, "secondment"))["appointment.kind"] == "secondment");
    CHECK(facts_of(with(career({}), {{"/appointments/0/kind", "first"}}))["appointment.kind"] ==
          "first");
    CHECK(facts_of(career({}))["appointment.kind"] == "first");
    CHECK(facts_of(without(base(), "/cadres/0/tenures"))["appointment.kind"] == "?");
    CHECK(facts_of(as_declared(without(base(), "/cadres/0/tenures"),
                               "promotion"))["appointment.kind"] == "promotion");
}

TEST_CASE("职级晋升：没有职位，机构随主要任职") {
    const json b = with(base(), {{"/appointments/0/post", nullptr},
                                 {"/appointments/0/to_rank", "principal_staff_1"},
                                 {"/appointments/0/vacates", json::array()}});
    const facts_of f(b);
    CHECK(f["appointment.kind"] == "rank_promotion");
    CHECK(f["target.has_post"] == "false");
    CHECK(f["target.leading"] == "false");
    CHECK(f["target.has_level"] == "false");
    CHECK(f["target.level"] == "?");
    CHECK(f["target.organisation"] == "air");
    CHECK(f["target.organ_kind"] == "government_department");
    CHECK(f["target.has_rank"] == "true");
    CHECK(f["target.rank"] == "principal_staff_1");
    CHECK(f["target.rank_below"] == "principal_staff_2");
    CHECK(facts_of(with(b, {{"/appointments/0/organisation", "city"}}))["target.organisation"] ==
          "city");
    const facts_of lowest(with(b, {{"/appointments/0/to_rank", "staff_2"}}));
    CHECK(lowest["target.has_rank_below"] == "false");
    CHECK(lowest["target.rank_below"] == "?");
}

TEST_CASE("拟任职位与机构") {
    const facts_of f(base());
    CHECK(f["target.organ_kind"] == "government_department");
    CHECK(f.source("target.organ_kind") == "/organisations/1/kind");
    CHECK(f["target.in_internal_unit"] == "true");
    CHECK(f["target.tier"] == "prefecture");
    CHECK(f["target.organ_level"] == "township_principal");
    CHECK(f["target.has_rank"] == "false");
    CHECK(f["target.special"] == "?");
    CHECK(f["target.has_committee"] == "?");
    CHECK(f["target.qualifications_stated"] == "false");
    CHECK(f["target.qualifications_required"] == "?");
    const facts_of g(with(base(), {{"/posts/0/special", true},
                                   {"/posts/0/committee", nullptr},
                                   {"/posts/0/qualifications_required", json::array()}}));
    CHECK(g["target.special"] == "true");
    CHECK(g["target.has_committee"] == "false");
    CHECK(g["target.qualifications_stated"] == "true");
    CHECK(g["target.qualifications_required"] == "[]");
    // Staff do not lead; who is only called a member may.
    const json role = without(base(), "/posts/0/leading");
    CHECK(facts_of(role)["target.leading"] == "true");
    CHECK(facts_of(with(role, {{"/posts/0/role", "staff"}}))["target.leading"] == "false");
    CHECK(facts_of(with(role, {{"/posts/0/role", "member"}}))["target.leading"] == "?");
}
