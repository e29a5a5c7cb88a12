// tests/facts/service_test.cpp
#include "case_support.hpp"

using namespace facts_test;

namespace {

/// The base case with this career instead.
json career(std::initializer_list<json> tenures) {
    return with(base(), {{"/cadres/0/tenures", tenures}});
}

json changed(json t, std::initializer_list<change_of> changes) {
    for (const auto& [key, what] : changes) t[key] = what;
    return t;
}

}  // namespace

TEST_CASE("任现职务层次起始日") {
    struct row {
        const char* name;
        json document;
        const char* level;
        const char* since;
    };
    const json vice = served("township_deputy", "2019-05-20");
    const row rows[] = {
        {"单一任职", career({vice}), "township_deputy", "2019-05-20"},
        {"平级调整不间断", career({served("township_deputy", "2016-01-01", "2019-05-20"), vice}),
         "township_deputy", "2016-01-01"},
        {"待安排不间断",
         career({served("township_deputy", "2016-01-01", "2018-01-01"),
                 changed(served("township_deputy", "2018-01-01", "2019-05-20"),
                         {{"kind", "awaiting"}, {"level", nullptr}}),
                 vice}),
         "township_deputy", "2016-01-01"},
        {"记录空档不间断", career({served("township_deputy", "2016-01-01", "2018-01-01"), vice}),
         "township_deputy", "2016-01-01"},
        {"晋升后重新起算", career({served("staff", "2012-01-01", "2019-05-20"), vice}),
         "township_deputy", "2019-05-20"},
        {"代理更高职务不形成层次",
         career({vice, changed(served("township_principal", "2022-01-01"), {{"kind", "acting"}})}),
         "township_deputy", "2019-05-20"},
        {"挂职更高职务不形成层次",
         career(
             {vice, changed(served("township_principal", "2022-01-01"), {{"kind", "secondment"}})}),
         "township_deputy", "2019-05-20"},
        {"兼任较低职务不降低层次",
         career(
             {served("township_principal", "2018-01-01"), changed(vice, {{"kind", "concurrent"}})}),
         "township_principal", "2018-01-01"},
        {"兼任较低职务期满不降低层次",
         career({served("township_principal", "2016-01-01", "2021-01-01"),
                 served("township_deputy", "2017-01-01", "2018-01-01"),
                 served("township_principal", "2021-01-01")}),
         "township_principal", "2016-01-01"},
        {"降职后重新起算",
         career({served("township_deputy", "2014-01-01", "2016-01-01"),
                 served("township_principal", "2016-01-01", "2019-05-20"),
                 changed(vice, {{"change", "demotion"}})}),
         "township_deputy", "2019-05-20"},
        {"未注明降职的，由层次看出",
         career({served("township_principal", "2016-01-01", "2019-05-20"),
                 changed(vice, {{"change", "lateral"}})}),
         "township_deputy", "2019-05-20"},
        {"保留原级别任较低职务",
         career({served("township_principal", "2016-01-01", "2019-05-20"),
                 changed(vice, {{"change", "retained_level"}})}),
         "township_principal", "2016-01-01"},
        {"只知年份的起始日为区间", career({changed(vice, {{"decided", "2019"}})}),
         "township_deputy", "2019-01-01..2019-12-31"},
        {"层次未载，不明", career({changed(vice, {{"level", "不详"}})}), "?", "?"},
        {"层次未载而其后已载，起始日为区间",
         career({served("township_deputy", "2014-01-01", "2016-01-01"),
                 changed(served("", "2016-01-01", "2019-05-20"), {{"level", ""}}), vice}),
         "township_deputy", "2014-01-01..2019-05-20"},
        {"层次之外的职务，无层次",
         career({served("township_deputy", "2014-01-01", "2019-05-20"),
                 changed(vice, {{"level", nullptr}})}),
         "?", "?"},
        {"没有任职", career({}), "?", "?"},
        {"任职未载", without(base(), "/cadres/0/tenures"), "?", "?"},
        {"决定当日卸任的，仍为现任",
         career({served("township_deputy", "2019-05-20", "2024-05-20")}), "township_deputy",
         "2019-05-20"},
    };
    for (const row& r : rows) {
        CAPTURE(r.name);
        const facts_of f(r.document);
        CHECK(f["candidate.level"] == r.level);
        CHECK(f["candidate.level_since"] == r.since);
    }
}

TEST_CASE("有无层次，四种状态分明") {
    const json vice = served("township_deputy", "2019-05-20");
    CHECK(facts_of(career({vice}))["candidate.has_level"] == "true");
    CHECK(facts_of(career({}))["candidate.has_level"] == "false");
    CHECK(facts_of(career({changed(vice, {{"level", nullptr}})}))["candidate.has_level"] ==
          "false");
    CHECK(facts_of(without(base(), "/cadres/0/tenures"))["candidate.has_level"] == "?");
    CHECK(facts_of(career({changed(vice, {{"level", ""}})}))["candidate.has_level"] == "?");
}

TEST_CASE("任职性质未载：由职务变动看出，否则不明") {
    json t = served("township_deputy", "2019-05-20");
    t.erase("kind");
    CHECK(facts_of(career({t}))["candidate.level"] == "township_deputy");
    t.erase("change");
    CHECK(facts_of(career({t}))["candidate.level"] == "?");
    t["change"] = "secondment";
    CHECK(facts_of(career({t}))["candidate.has_level"] == "false");
}

TEST_CASE("副职、正职起始日") {
    const facts_of deputy(career({served("township_deputy", "2019-05-20")}));
    CHECK(deputy["candidate.has_deputy_since"] == "true");
    CHECK(deputy["candidate.deputy_since"] == "2019-05-20");
    CHECK(deputy["candidate.has_principal_since"] == "false");
    const facts_of principal(career({served("county_principal", "2019-05-20")}));
    CHECK(principal["candidate.has_deputy_since"] == "false");
    CHECK(principal["candidate.principal_since"] == "2019-05-20");
    const facts_of staff(career({served("staff", "2019-05-20")}));
    CHECK(staff["candidate.has_deputy_since"] == "false");
    CHECK(staff["candidate.has_principal_since"] == "false");
}

TEST_CASE("降职与曾任层次") {
    const json demoted = changed(served("township_deputy", "2021-06-01"), {{"change", "demotion"}});
    const facts_of f(career({served("township_deputy", "2014-01-01", "2018-01-01"),
                             served("township_principal", "2018-01-01", "2021-06-01"), demoted}));
    CHECK(f["candidate.has_last_demotion"] == "true");
    CHECK(f["candidate.last_demoted_on"] == "2021-06-01");
    CHECK(f["candidate.demoted_to_level"] == "true");
    CHECK(f["candidate.held_higher_before"] == "true");
    CHECK(f["candidate.held_level_before"] == "true");
    CHECK(f["candidate.held_target_level_before"] == "true");
    const facts_of g(career(
        {served("staff", "2014-01-01", "2018-01-01"), served("township_deputy", "2018-01-01")}));
    CHECK(g["candidate.has_last_demotion"] == "false");
    CHECK(g["candidate.demoted_to_level"] == "false");
    CHECK(g["candidate.held_higher_before"] == "false");
    CHECK(g["candidate.held_level_before"] == "false");
    CHECK(g["candidate.held_target_level_before"] == "false");
    const facts_of h(career({changed(served("staff", "2014-01-01", "2018-01-01"), {{"level", ""}}),
                             served("township_deputy", "2018-01-01")}));
    CHECK(h["candidate.held_level_before"] == "?");
}

TEST_CASE("最近一次提拔") {
    const json vice = changed(served("township_deputy", "2019-05-20"),
                              {{"change", "promotion"}, {"exceptional", {{"breaks", {"r/1"}}}}});
    const facts_of f(career({served("staff", "2012-01-01", "2019-05-20"), vice}));
    CHECK(f["candidate.has_last_promotion"] == "true");
    CHECK(f["candidate.last_promoted_on"] == "2019-05-20");
    CHECK(f["candidate.last_promotion_was_exceptional"] == "true");
    CHECK(f["candidate.last_promotion_breaks"] == "[r/1]");

    SUBCASE("其后的平级调整不改变最近一次提拔") {
        const facts_of g(career({vice, served("township_deputy", "2022-01-01")}));
        CHECK(g["candidate.last_promoted_on"] == "2019-05-20");
    }
    SUBCASE("未注明变动的，由层次升高看出") {
        json t = served("township_deputy", "2019-05-20");
        t.erase("change");
        const facts_of g(career({served("staff", "2012-01-01", "2019-05-20"), t}));
        CHECK(g["candidate.last_promoted_on"] == "2019-05-20");
        CHECK(g["candidate.last_promotion_was_exceptional"] == "false");
        CHECK(g["candidate.last_promotion_breaks"] == "[]");
    }
    SUBCASE("首次任职不是提拔") {
        const facts_of g(
            career({changed(served("township_deputy", "2019-05-20"), {{"change", "first"}})}));
        CHECK(g["candidate.has_last_promotion"] == "false");
        CHECK(g["candidate.last_promotion_was_exceptional"] == "false");
    }
    SUBCASE("是否破格未载，不明") {
        json t = vice;
        t.erase("exceptional");
        CHECK(facts_of(career({t}))["candidate.last_promotion_was_exceptional"] == "?");
        CHECK(facts_of(career({t}))["candidate.last_promotion_breaks"] == "?");
    }
    SUBCASE("变动与层次都未载，是否提拔不明") {
        json t = changed(served("staff", "2021-01-01"), {{"level", ""}});
        t.erase("change");
        const facts_of g(career({vice, t}));
        CHECK(g["candidate.has_last_promotion"] == "true");
        CHECK(g["candidate.last_promoted_on"] == "2019-05-20..2021-01-01");
        CHECK(g["candidate.last_promotion_was_exceptional"] == "?");
    }
}

TEST_CASE("下一级任职职位数：同一职位只计一次") {
    const json d = served("township_deputy", "2019-05-20");
    CHECK(facts_of(career({}))["candidate.posts_at_next_lower_level"] == "0");
    CHECK(facts_of(career({d}))["candidate.posts_at_next_lower_level"] == "1");
    CHECK(facts_of(career({served("township_deputy", "2016-01-01", "2019-05-20"),
                           d}))["candidate.posts_at_next_lower_level"] == "2");
    CHECK(facts_of(career({changed(served("township_deputy", "2016-01-01", "2018-01-01"),
                                   {{"title", d["title"]}}),
                           d}))["candidate.posts_at_next_lower_level"] == "1");
    CHECK(facts_of(career({changed(served("staff", "2016-01-01", "2019-05-20"), {{"level", ""}}),
                           d}))["candidate.posts_at_next_lower_level"] == "1..2");
    CHECK(facts_of(career(
              {changed(d, {{"kind", "acting"}})}))["candidate.posts_at_next_lower_level"] == "0");
    CHECK(facts_of(without(base(), "/cadres/0/tenures"))["candidate.posts_at_next_lower_level"] ==
          "?");
}

TEST_CASE("任职试用期") {
    const auto probation = [](const json& p, const json& noticed = "2023-06-03") {
        return facts_of(career({changed(served("township_deputy", "2023-05-20"),
                                        {{"probation", p}, {"noticed", noticed}})}));
    };
    struct row {
        const char* name;
        json probation;
        const char* open;
        const char* ends;
    };
    const row rows[] = {
        {"不适用", nullptr, "false", "?"},
        {"已按期转正",
         {{"months", 11}, {"ended", "2024-05-03"}, {"confirmed", true}},
         "false",
         "?"},
        {"决定当日期满转正",
         {{"months", 12}, {"ended", "2024-05-20"}, {"confirmed", true}},
         "false",
         "?"},
        {"决定次日才期满",
         {{"months", 12}, {"ended", "2024-05-21"}, {"confirmed", true}},
         "true",
         "2024-05-21"},
        {"尚未期满，自任职通知起算",
         {{"months", 12}, {"ended", nullptr}, {"confirmed", false}},
         "true",
         "2024-06-03"},
        {"期满未转正",
         {{"months", 6}, {"ended", "2023-12-03"}, {"confirmed", false}},
         "true",
         "2023-12-03"},
        {"期满日未载，由月数推出未满", {{"months", 12}}, "true", "2024-06-03"},
        {"期满日未载，月数已满，是否转正不明", {{"months", 6}}, "?", "2023-12-03"},
    };
    for (const row& r : rows) {
        CAPTURE(r.name);
        const facts_of f = probation(r.probation);
        CHECK(f["candidate.has_probation"] == r.open);
        CHECK(f["candidate.probation_ends"] == r.ends);
    }
    json t = served("township_deputy", "2023-05-20");
    t.erase("probation");
    CHECK(facts_of(career({t}))["candidate.has_probation"] == "?");
    CHECK(facts_of(career({}))["candidate.has_probation"] == "false");
}

TEST_CASE("工龄起算：只扣工龄中断") {
    const json b = base();
    const auto breaks = [&b](const json& list) {
        return facts_of(
            with(b, {{"/cadres/0/service_breaks", list}}))["candidate.service_counted_from"];
    };
    CHECK(breaks(json::array()) == "2010-07-01");
    CHECK(breaks(json::parse(R"([{"from":"2015-03-01","to":"2016-03-01"}])")) == "2011-07-01");
    CHECK(breaks(json::parse(R"([{"from":"2015-03-01","to":"2015-04-11"}])")) == "2010-08-11");
    // Months of all breaks first, then the odd days; what overlaps or lies before counts once or
    // not.
    CHECK(
        breaks(json::parse(
            R"([{"from":"2015-03-01","to":"2015-05-01"},{"from":"2015-04-01","to":"2015-06-01"}])")) ==
        "2010-10-01");
    CHECK(breaks(json::parse(R"([{"from":"2009-01-01","to":"2010-09-01"}])")) == "2010-09-01");
    CHECK(breaks(json::parse(R"([{"from":"2024-03-20","to":null}])")) == "2010-09-01");
    CHECK(breaks(json::parse(R"([{"from":"2015-03","to":"2016-03-01"}])")) ==
          "2011-06-02..2011-07-01");
    CHECK(facts_of(without(b, "/cadres/0/service_breaks"))["candidate.service_counted_from"] ==
          "2010-07-01..9999-12-31");
    CHECK(facts_of(
              with(b, {{"/cadres/0/work_started", "2010-07"}}))["candidate.service_counted_from"] ==
          "2010-07-01..2010-07-31");
    CHECK(facts_of(without(b, "/cadres/0/work_started"))["candidate.service_counted_from"] == "?");
}

TEST_CASE("任职经历记录：在任期间不设止日，地点与基层照载") {
    const json t =
        changed(served("township_deputy", "2019-05-20"),
                {{"place", {{"kind", "township"}, {"by", "posted"}}}, {"grassroots", true}});
    const std::string list =
        facts_of(career({served("staff", "2012-01-01", "2019-05-20"), t}))["candidate.tenures"];
    CHECK(list.find("span=2012-01-01~2019-05-20") != std::string::npos);
    CHECK(list.find("span=2019-05-20~null") != std::string::npos);
    CHECK(list.find("place_known=true has_place=true place=township posting=posted "
                    "grassroots_stated=true grassroots=true") != std::string::npos);
    CHECK(list.find("place_known=false grassroots_stated=false") != std::string::npos);
}

TEST_CASE("职级") {
    const auto ranks = [](const json& list) {
        return facts_of(with(base(), {{"/cadres/0/ranks", list}}));
    };
    const facts_of f = ranks(json::parse(
        R"([{"rank":"principal_staff_4","from":"2019-06-01","to":"2021-06-01"},{"rank":"principal_staff_3","from":"2021-06","to":null}])"));
    CHECK(f["candidate.rank"] == "principal_staff_3");
    CHECK(f["candidate.rank_since"] == "2021-06-01..2021-06-30");
    CHECK(f.source("candidate.rank_since") == "/cadres/0/ranks/1/from");
    CHECK(f["candidate.ranks"].find("span=2019-06-01~2021-06-01") != std::string::npos);
    CHECK(ranks(json::array())["candidate.has_rank"] == "false");
    CHECK(facts_of(without(base(), "/cadres/0/ranks"))["candidate.has_rank"] == "?");
    CHECK(ranks(json::parse(
              R"([{"rank":"staff_1","from":"2024-05-20","to":null}])"))["candidate.has_rank"] ==
          "false");
    CHECK(ranks(json::parse(
              R"([{"rank":"staff_1","from":"2024-05-19","to":null}])"))["candidate.has_rank"] ==
          "true");
}
