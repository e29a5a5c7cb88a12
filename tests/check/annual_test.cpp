// tests/check/annual_test.cpp
#include <xuanren/check/annual.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;
using nlohmann::json;

namespace {

dossier read_one(const json& document) {
    auto read = read_dossier(document.dump());
    std::string why;
    if (!read)
        for (const problem& p : read.problems())
            why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(read.has_value(), why);
    return std::move(read->value);
}

/// A bureau with two sections, and no one in it.
json bureau() {
    return json::parse(R"({"schema":"xuanren.dossier/1",
      "organisations":[
        {"id":"epb","name":"局","parent":null,"tier":"prefecture","level":"county_principal","kind":"government_department",
         "establishments":[{"document":"〔2019〕7号","from":"2019-03-01","to":null,"headcount":20,"general_posts":20,
           "seats":[{"level":"county_principal","role":"principal","count":1},{"level":"county_deputy","role":"deputy","count":2},
                    {"level":"township_principal","role":"principal","count":1},{"level":"township_deputy","role":"deputy","count":1}],
           "rank_seats":[]}]},
        {"id":"air","name":"大气科","parent":"epb","kind":"internal_unit"},
        {"id":"other","name":"外单位","parent":null}],
      "posts":[
        {"id":"head","organisation":"epb","title":"局长","level":"county_principal","leading":true,"role":"principal"},
        {"id":"second","organisation":"epb","title":"副局长","level":"county_deputy","leading":true,"role":"deputy"},
        {"id":"third","organisation":"epb","title":"副局长","level":"county_deputy","leading":true,"role":"deputy"},
        {"id":"chief","organisation":"air","title":"科长","level":"township_principal","leading":true,"role":"principal"},
        {"id":"deputy","organisation":"air","title":"副科长","level":"township_deputy","leading":true,"role":"deputy"},
        {"id":"plain","organisation":"air","title":"专员"}],
      "cadres":[],"appointments":[]})");
}

json served(const char* post, const char* from, json more = json::object()) {
    json out = {{"post", post},
                {"from", from},
                {"decided", from},
                {"to", nullptr},
                {"kind", "substantive"}};
    out.update(more);
    return out;
}
/// A post that leads nobody, outside the levels.
json staff(const char* from) {
    return {{"title", "科员"}, {"organisation", "air"}, {"level", nullptr},
            {"role", "staff"}, {"leading", false},      {"from", from},
            {"decided", from}, {"to", nullptr},         {"kind", "substantive"}};
}
json cadre_of(const char* id, std::initializer_list<json> tenures, json more = json::object()) {
    json out = {{"id", id}, {"name", id}, {"ranks", json::array()}, {"tenures", tenures}};
    out.update(more);
    return out;
}
json appointed(const char* id, const char* candidate, json post, const char* on,
               json more = json::object()) {
    json out = {{"id", id},
                {"candidate", candidate},
                {"post", std::move(post)},
                {"vacates", json::array()},
                {"procedure",
                 {{"discussion", {{"on", on}}}, {"appointment", {{"on", on}, {"effective", on}}}}}};
    out.update(more);
    return out;
}

json of(json document, std::initializer_list<json> cadres,
        std::initializer_list<json> appointments) {
    document["cadres"] = cadres;
    document["appointments"] = appointments;
    return document;
}

annual_figures figures(const json& document, int year, std::optional<civil_date> on = {}) {
    annual_options options;
    options.year = year;
    options.on = on;
    annual_figures out = annual(rulebooks::national(), read_one(document), options);
    // Whatever is asked, the tables add up.
    for (const cross_table& t : out.tables)
        CHECK_MESSAGE(t.total() == out.appointments.size(), t.by);
    CHECK(out.kinds.total() == out.appointments.size());
    for (const cross_table& t : out.corps.tables)
        CHECK_MESSAGE(t.total() == out.corps.people.size(), t.by);
    CHECK(out.corps.ranks.total() == out.corps.people.size());
    for (const annual_step& s : out.steps)
        CHECK(s.done + s.not_done + s.not_on_record == out.appointments.size());
    for (const annual_step& s : out.steps_of_raised)
        CHECK(s.done + s.not_done + s.not_on_record == out.raised);
    return out;
}

const annual_gap* gap(const annual_figures& f, std::string_view code) {
    for (const annual_gap& g : f.gaps)
        if (g.code == code) return &g;
    return nullptr;
}

}  // namespace

TEST_CASE("年度统计：按讨论决定日归入年度，没有决定日的按发文日") {
    json by_letter = appointed("c", "a", "second", "2024-05-01");
    by_letter["procedure"].erase("discussion");
    json undated = appointed("d", "a", "second", "2024-05-01");
    undated["procedure"] = json::object();
    const json document = of(
        bureau(), {cadre_of("a", {served("chief", "2018-03-01")})},
        {appointed("before", "a", "second", "2023-12-31"),
         appointed("first", "a", "second", "2024-01-01"),
         appointed("month", "a", "third", "2024-07"), appointed("last", "a", "head", "2024-12-31"),
         by_letter, undated, appointed("after", "a", "second", "2025-01-01")});
    const annual_figures f = figures(document, 2024);
    std::vector<std::string> ids;
    for (const annual_appointment& a : f.appointments) ids.push_back(a.id);
    CHECK(ids == std::vector<std::string>{"first", "c", "month", "last"});
    CHECK(f.other_years == std::vector<int>{2023, 2025});
    CHECK(f.undated == std::vector<std::string>{"d"});
    REQUIRE(gap(f, "placed_by_letter") != nullptr);
    CHECK(gap(f, "placed_by_letter")->subjects == std::vector<std::string>{"c"});
    CHECK(gap(f, "undated")->count == 1);

    const annual_figures half = figures(document, 2024, civil_date(2024, 6, 30));
    CHECK(half.appointments.size() == 2);
    CHECK(half.beyond == 2);
    CHECK(half.corps.on == civil_date(2024, 6, 30));
    CHECK(f.corps.on == civil_date(2024, 12, 31));

    const annual_figures none = figures(document, 2020);
    CHECK(none.appointments.empty());
    CHECK(none.other_years == std::vector<int>{2023, 2024, 2025});
}

TEST_CASE("年度统计：任用类别按任免当日的记录推定，并与申报比较") {
    struct row {
        const char* name;
        std::vector<json> tenures;
        json post;
        const char* declared;
        std::optional<kind> counted, derived;
        kind_agreement agreement;
        kind_ground ground;
    };
    using a = kind_agreement;
    using g = kind_ground;
    const json rank =
        json::parse(R"([{"rank":"principal_staff_4","from":"2020-06-01","to":null}])");
    const row rows[] = {
        {"层次上升而申报平级：提拔，不一致",
         {served("deputy", "2020-01-01")},
         "chief",
         "lateral",
         kind::promotion,
         kind::promotion,
         a::differs,
         g::level_rises},
        {"层次上升而申报提拔：一致",
         {served("deputy", "2020-01-01")},
         "chief",
         "promotion",
         kind::promotion,
         kind::promotion,
         a::agrees,
         g::level_rises},
        {"只有职级任领导职务而申报平级：提拔，不一致",
         {staff("2012-01-01")},
         "deputy",
         "lateral",
         kind::promotion,
         kind::promotion,
         a::differs,
         g::rank_to_leading},
        {"同层次同为副职而申报提拔：平级，不一致",
         {served("second", "2020-01-01")},
         "third",
         "promotion",
         kind::lateral,
         kind::lateral,
         a::differs,
         g::same_level},
        {"同层次而申报进一步使用：轻重未载，按申报",
         {served("second", "2020-01-01")},
         "third",
         "further_use",
         kind::further_use,
         {},
         a::not_derived,
         g::importance},
        {"同层次而没有申报：不能统计类别",
         {served("second", "2020-01-01")},
         "third",
         nullptr,
         {},
         {},
         a::unknown,
         g::importance},
        {"层次下降而申报平级：降职，不一致",
         {served("second", "2020-01-01")},
         "chief",
         "lateral",
         kind::demotion,
         kind::demotion,
         a::differs,
         g::level_falls},
        {"没有申报而层次上升：按推定",
         {served("chief", "2020-01-01")},
         "second",
         nullptr,
         kind::promotion,
         kind::promotion,
         a::not_declared,
         g::level_rises},
        {"拟任职位层次未载：按申报",
         {served("chief", "2020-01-01")},
         "plain",
         "promotion",
         kind::promotion,
         {},
         a::not_derived,
         g::target_level},
        {"免职以申报为准",
         {served("chief", "2020-01-01")},
         "chief",
         "removal",
         kind::removal,
         {},
         a::not_derived,
         g::by_declaration},
        {"当月任副局长，先后不明：不能推定",
         {served("chief", "2018-01-01"), served("second", "2024-05")},
         "third",
         "promotion",
         kind::promotion,
         {},
         a::not_derived,
         g::career_in_doubt},
        {"当月任副科长，无论先后都是上升：提拔",
         {staff("2012-01-01"), served("deputy", "2024-05")},
         "chief",
         "promotion",
         kind::promotion,
         kind::promotion,
         a::agrees,
         g::rank_to_leading},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            json who = cadre_of("a", {}, {{"ranks", rank}});
            who["tenures"] = r.tenures;
            json one = appointed("x", "a", r.post, "2024-05-20");
            if (r.declared != nullptr) one["kind"] = r.declared;
            const annual_figures f = figures(of(bureau(), {who}, {one}), 2024);
            REQUIRE(f.appointments.size() == 1);
            const annual_appointment& found = f.appointments.front();
            CHECK(found.counted == r.counted);
            CHECK(found.derived == r.derived);
            CHECK(found.agreement == r.agreement);
            CHECK(found.ground == r.ground);
            const std::string declared = r.declared == nullptr ? "not_on_record" : r.declared;
            CHECK(f.kinds.at(declared, r.derived ? english_of(*r.derived) : "not_on_record") == 1);
        }
    }
}

TEST_CASE("年度统计：履历所载变动与统计的类别不同") {
    const json who = cadre_of("a", {served("deputy", "2020-01-01", {{"to", "2024-05-20"}}),
                                    served("chief", "2024-05-20", {{"change", "lateral"}})});
    const annual_figures f = figures(
        of(bureau(), {who}, {appointed("x", "a", "chief", "2024-05-20", {{"kind", "promotion"}})}),
        2024);
    CHECK(f.appointments.front().counted == kind::promotion);
    CHECK(f.appointments.front().in_career == kind::lateral);
}

TEST_CASE("年度统计：没有任职经历记载的，不推定") {
    json who = cadre_of("a", {});
    who.erase("tenures");
    const annual_figures f = figures(
        of(bureau(), {who}, {appointed("x", "a", "chief", "2024-05-20", {{"kind", "promotion"}})}),
        2024);
    CHECK(f.appointments.front().ground == kind_ground::no_career);
    CHECK(gap(f, "kind_by_declaration_only")->count == 1);
}

TEST_CASE("年度统计：职级晋升与退休的层次、职级") {
    const json ranked = cadre_of(
        "a", {staff("2012-01-01")},
        {{"ranks",
          json::parse(R"([{"rank":"principal_staff_4","from":"2020-06-01","to":null}])")}});
    const annual_figures f =
        figures(of(bureau(), {ranked, cadre_of("b", {served("second", "2015-01-01")})},
                   {appointed("x", "a", nullptr, "2024-05-20",
                              {{"to_rank", "principal_staff_3"}, {"organisation", "epb"}}),
                    appointed("y", "b", nullptr, "2024-06-20", {{"kind", "retirement"}})}),
                2024);
    CHECK(f.table("level")->at("non_leading", "rank_promotion") == 1);
    CHECK(f.table("level")->at("county_deputy", "retirement") == 1);
    CHECK(f.ranks.at("principal_staff_3", "appointments") == 1);
    CHECK(f.ranks.total() == 1);
}

TEST_CASE("年度统计：年龄段按决定日周岁，日期不足以确定的不猜") {
    struct row {
        const char* name;
        json born;
        const char* age;
    };
    const row rows[] = {{"决定次日满三十六周岁，三十五岁", "1988-05-21", "to_35"},
                        {"决定当日满三十六周岁，三十六岁", "1988-05-20", "36_to_40"},
                        {"只记到年，两种年龄同段", "1985", "36_to_40"},
                        {"只记到年，两种年龄不同段：未载明", "1988", "not_on_record"},
                        {"最后一段", "1960-01", "over_55"},
                        {"没有出生日期：未载明", json(), "not_on_record"}};
    for (const row& r : rows) {
        SUBCASE(r.name) {
            json who = cadre_of("a", {served("deputy", "2020-01-01")});
            if (!r.born.is_null()) who["born"] = r.born;
            const annual_figures f =
                figures(of(bureau(), {who}, {appointed("x", "a", "chief", "2024-05-20")}), 2024);
            CHECK(f.table("age")->at(r.age, "promotion") == 1);
        }
    }
    annual_options options;
    options.year = 2024;
    options.ages = {30, 50};
    const json who = cadre_of("a", {served("deputy", "2020-01-01")}, {{"born", "1988-05-21"}});
    const annual_figures f = annual(
        rulebooks::national(),
        read_one(of(bureau(), {who}, {appointed("x", "a", "chief", "2024-05-20")})), options);
    CHECK(f.table("age")->at("31_to_50", "promotion") == 1);
}

TEST_CASE("年度统计：性别、学历、民族、政治面貌、机制与方式，未载明的单列") {
    const json known = cadre_of("a", {served("deputy", "2020-01-01")},
                                json::parse(R"({"sex":"female","ethnicity":"回族",
        "party":{"membership":"cpc","joined":"2010-06","full_member":"2011-06"},
        "education":[{"level":"college","to":"2008-07"},{"level":"bachelor","to":"2012-07"},{"level":"master","to":"2025-07"}]})"));
    const json blank = cadre_of("b", {served("deputy", "2020-01-01")});
    const json later = cadre_of(
        "c", {served("deputy", "2020-01-01")},
        json::parse(
            R"({"sex":"male","ethnicity":"汉","party":{"membership":"cpc","joined":"2024-06"}})"));
    const annual_figures f = figures(
        of(bureau(), {known, blank, later},
           {appointed("x", "a", "chief", "2024-05-20",
                      {{"way", "open_selection"}, {"mechanism", {{"kind", "encouragement"}}}}),
            appointed("y", "b", "chief", "2024-05-20"),
            appointed("z", "c", "chief", "2024-05-20", {{"mechanism", nullptr}})}),
        2024);
    const auto at = [&](const char* by, const char* row) {
        return f.table(by)->at(row, "promotion");
    };
    CHECK(at("sex", "female") == 1);
    CHECK(at("sex", "male") == 1);
    CHECK(at("sex", "not_on_record") == 1);
    CHECK(at("education", "bachelor") == 1);
    CHECK(at("education", "not_on_record") == 2);
    CHECK(at("ethnicity", "minority") == 1);
    CHECK(at("ethnicity", "han") == 1);
    CHECK(at("membership", "cpc") == 1);
    // Joined after the decision: what he was before is not on file.
    CHECK(at("membership", "not_on_record") == 2);
    CHECK(at("mechanism", "encouragement") == 1);
    CHECK(at("mechanism", "none") == 1);
    CHECK(at("mechanism", "not_on_record") == 1);
    CHECK(at("way", "open_selection") == 1);
    CHECK(at("way", "not_on_record") == 2);
    CHECK(gap(f, "appointments.sex")->count == 1);
}

TEST_CASE("年度统计：破格提拔与批复的先后") {
    struct row {
        const char* name;
        json exceptional;
        approval_order order;
    };
    const row rows[] = {
        {"会前批复", {{"approved", "2024-05-19"}}, approval_order::before},
        {"当日批复", {{"approved", "2024-05-20"}}, approval_order::on_the_day},
        {"会后批复", {{"approved", "2024-05-21"}}, approval_order::after},
        {"没有批复", {{"approved", nullptr}}, approval_order::not_approved},
        {"批复未载", {{"ground", "structure_need"}}, approval_order::unknown},
        {"批复只记到当月：先后不明", {{"approved", "2024-05"}}, approval_order::unknown}};
    for (const row& r : rows) {
        SUBCASE(r.name) {
            const annual_figures f = figures(
                of(bureau(), {cadre_of("a", {served("deputy", "2020-01-01")})},
                   {appointed("x", "a", "chief", "2024-05-20", {{"exceptional", r.exceptional}})}),
                2024);
            REQUIRE(f.exceptional.size() == 1);
            CHECK(f.exceptional.front().is_recorded);
            CHECK(f.exceptional.front().order == r.order);
            CHECK(f.exceptional_not_on_record == 0);
        }
    }
    // From deputy of a section to deputy of the bureau: a level is skipped.
    const json who = cadre_of("a", {served("deputy", "2020-01-01")});
    const annual_figures skipped =
        figures(of(bureau(), {who},
                   {appointed("x", "a", "second", "2024-05-20", {{"exceptional", nullptr}}),
                    appointed("y", "a", "chief", "2024-05-19")}),
                2024);
    REQUIRE(skipped.appointments.size() == 2);
    CHECK(skipped.exceptional_not_on_record == 1);
    const annual_figures alone =
        figures(of(bureau(), {who},
                   {appointed("x", "a", "second", "2024-05-20", {{"exceptional", nullptr}})}),
                2024);
    REQUIRE(alone.exceptional.size() == 1);
    CHECK(!alone.exceptional.front().is_recorded);
}

TEST_CASE("年度统计：事前报告、程序环节、会议与异议") {
    json one = appointed(
        "x", "a", "chief", "2024-05-20",
        {{"prior_reports",
          json::parse(R"([{"matter":"near_kin","reported":"2024-04-01","approved":"2024-04-20"},
        {"matter":"near_kin","reported":"2024-04-01","approved":null},{"matter":"early_move","reported":"2024-04-01"}])")}});
    one["procedure"].update(json::parse(
        R"({"analysis":{"on":"2024-03-01"},"motion":null,"recommendation":{"talks":{"from":"2024-03-02"},"meeting":null},
        "audit":{"required":false},"notice":{"from":"2024-05-21","to":"2024-05-28","objections":2},"record_book":{"complete":false}})"));
    one["procedure"]["discussion"]["body"] = "party_group";
    json two = appointed("y", "b", "deputy", "2024-05-20",
                         {{"prior_reports", json::array()}, {"probation", {{"months", 12}}}});
    two["procedure"]["discussion"]["body"] = "party_group";
    const json document =
        of(bureau(),
           {cadre_of("a", {served("deputy", "2020-01-01")}),
            cadre_of(
                "b", {staff("2015-01-01")},
                {{"ranks", json::parse(R"([{"rank":"staff_1","from":"2020-06-01","to":null}])")}})},
           {one, two, appointed("z", "a", "third", "2024-08-20")});
    const annual_figures f = figures(document, 2024);
    REQUIRE(f.matters.size() == 2);
    CHECK(f.matters[0].matter == report_matter::near_kin);
    CHECK(f.matters[0].reported == 2);
    CHECK(f.matters[0].approved == 1);
    CHECK(f.matters[0].not_approved == 1);
    CHECK(f.matters[1].open == 1);
    CHECK(f.no_prior_report == 1);
    CHECK(f.prior_reports_not_on_record == 1);
    const auto step = [](const annual_figures& of_year, std::string_view code) {
        for (const annual_step& s : of_year.steps)
            if (s.code == code)
                return std::vector<std::size_t>{s.done, s.not_done, s.not_on_record};
        return std::vector<std::size_t>{};
    };
    using counts = std::vector<std::size_t>;
    CHECK(step(f, "analysis") == counts{1, 0, 2});
    CHECK(step(f, "motion") == counts{0, 1, 2});
    CHECK(step(f, "recommendation_talks") == counts{1, 0, 2});
    CHECK(step(f, "recommendation_meeting") == counts{0, 1, 2});
    CHECK(step(f, "audit") == counts{0, 1, 2});
    CHECK(step(f, "record_book") == counts{0, 1, 2});
    CHECK(step(f, "probation") == counts{1, 0, 2});
    CHECK(f.objections == 2);
    REQUIRE(f.meetings.size() == 2);
    CHECK(f.meetings[0].appointments == 2);
    // By the day of the decision its notice had not begun.
    CHECK(step(figures(document, 2024, civil_date(2024, 5, 20)), "notice") == counts{0, 1, 1});
}

TEST_CASE("年末队伍：谁在册、在何层次，任职以生效日为准") {
    const json document =
        of(bureau(),
           {cadre_of("head", {served("head", "2018-01-01")}, {{"born", "1970-05-01"}}),
            cadre_of("rising", {served("chief", "2018-01-01")}, {{"born", "1985-12-31"}}),
            cadre_of("left", {served("deputy", "2018-01-01", {{"to", "2024-12-31"}})}),
            cadre_of("lent", {served("third", "2024-02-01", {{"kind", "secondment"}})}),
            cadre_of("open", {[] {
                         json t = served("deputy", "2018-01-01");
                         t.erase("to");
                         return t;
                     }()}),
            cadre_of(
                "plain", {staff("2015-01-01")},
                {{"ranks", json::parse(R"([{"rank":"staff_1","from":"2020-06-01","to":null}])")}}),
            cadre_of("down", {served("second", "2012-01-01")},
                     {{"ranks",
                       json::parse(R"([{"rank":"consultant_4","from":"2020-06-01","to":null}])")}}),
            cadre_of("gone", {served("chief", "2010-01-01", {{"to", "2018-01-01"}})})},
           {appointed("x", "rising", "third", "2024-12-20",
                      {{"vacates", {"chief"}},
                       {"procedure",
                        {{"discussion", {{"on", "2024-12-20"}}},
                         {"appointment", {{"on", "2025-01-02"}, {"effective", "2025-01-02"}}}}}}),
            appointed(
                "y", "down", nullptr, "2024-06-01",
                {{"to_rank", "consultant_3"}, {"organisation", "epb"}, {"vacates", {"second"}}})});
    const annual_figures f = figures(document, 2024);
    const dossier records = read_one(document);
    std::vector<std::string> here;
    for (const std::size_t i : f.corps.people) here.push_back(records.cadres[i].id);
    CHECK(here == std::vector<std::string>{"head", "rising", "plain", "down"});
    REQUIRE(f.corps.uncertain.size() == 1);
    CHECK(records.cadres[f.corps.uncertain.front()].id == "open");
    CHECK(f.corps.elsewhere == 3);
    const cross_table& sex = f.corps.tables.front();
    CHECK(sex.at("not_on_record", "county_principal") == 1);
    // Decided in December, in effect in January: still chief.
    CHECK(sex.at("not_on_record", "township_principal") == 1);
    CHECK(sex.at("not_on_record", "non_leading") == 2);
    CHECK(f.corps.ranks.at("consultant_3", "non_leading") == 1);
    CHECK(f.corps.ranks.at("staff_1", "non_leading") == 1);
    CHECK(f.corps.ranks.at("none", "county_principal") == 1);
    for (const annual_average& a : f.corps.averages) {
        if (a.code == "total") CHECK(a.people == 2);
        if (a.code == "township_principal") CHECK(a.years == 39);
    }
    for (const young_count& y : f.corps.young)
        if (y.line.level == level::township_principal) CHECK(y.young == 0);
    REQUIRE(f.corps.seats.size() == 1);
    CHECK(f.corps.seats.front().seats.size() >= 4);
}

TEST_CASE("年末队伍：即将退休与腾出的职数，按渐进延迟的规定推算") {
    const auto born = [](const char* id, const char* post, const char* sex, json day) {
        json out = cadre_of(id, {served(post, "2015-01-01")}, {{"sex", sex}});
        if (!day.is_null()) out["born"] = std::move(day);
        return out;
    };
    const json document = of(
        bureau(),
        {born("soon", "second", "male",
              "1965-03-10"),  // 60 in the third month of 2025: one month later
         born("either", "third", "female",
              "1965-11-20"),  // from 2025-11-20, and up to three months later
         born("later", "chief", "male",
              "1966-01-15"),  // 60 in the thirteenth month: four months later
         born("past", "head", "male", "1964-01-05"), born("young", "deputy", "male", "1985-01-05"),
         born("unknown", "deputy", "male", json())},
        {});
    const annual_figures f = figures(document, 2024);
    const annual_corps& c = f.corps;
    CHECK(c.retirement_law == std::vector<std::string>{"retirement-2024"});
    CHECK(c.untold.size() == 1);
    REQUIRE(c.retirements.size() == 4);
    std::vector<std::string> order;
    for (const annual_retirement& r : c.retirements) order.push_back(r.id);
    CHECK(order == std::vector<std::string>{"past", "soon", "either", "later"});
    CHECK(c.retirements[1].earliest == civil_date(2025, 4, 10));
    CHECK(c.retirements[1].latest == civil_date(2025, 4, 10));
    CHECK(c.retirements[2].earliest == civil_date(2025, 11, 20));
    CHECK(c.retirements[2].latest == civil_date(2026, 2, 20));
    CHECK(c.retirements[3].latest == civil_date(2026, 5, 15));
    CHECK(c.past == std::vector<std::size_t>{0});
    REQUIRE(c.horizons.size() == 3);
    CHECK(c.horizons[0].certain == std::vector<std::size_t>{1});
    CHECK(c.horizons[0].possible == std::vector<std::size_t>{2});
    CHECK(c.horizons[1].certain == std::vector<std::size_t>{1, 2, 3});
    using freed = std::vector<std::pair<std::string, std::size_t>>;
    CHECK(c.horizons[0].freed == freed{{"county_deputy/deputy", 1}});
    CHECK(c.horizons[1].freed ==
          freed{{"county_deputy/deputy", 2}, {"township_principal/principal", 1}});
}

TEST_CASE("年度统计：问题按条款归并，重者在前") {
    json one = appointed("x", "a", "second", "2024-05-20", {{"kind", "promotion"}});
    one["procedure"]["notice"] = nullptr;
    json two = one;
    two["id"] = "y";
    two["candidate"] = "b";
    two["post"] = "third";
    const annual_figures f = figures(of(bureau(),
                                        {cadre_of("a", {served("chief", "2018-01-01")}),
                                         cadre_of("b", {served("chief", "2018-01-01")})},
                                        {one, two}),
                                     2024);
    REQUIRE(!f.findings.empty());
    for (std::size_t i = 1; i < f.findings.size(); ++i) {
        CHECK(f.findings[i - 1].weight >= f.findings[i].weight);
        if (f.findings[i - 1].weight == f.findings[i].weight)
            CHECK(f.findings[i - 1].subjects.size() >= f.findings[i].subjects.size());
    }
    bool is_notice_told = false;
    for (const annual_finding& each : f.findings)
        if (each.of->id() == "appointment-regulations-2019/42/notice-days" ||
            each.of->id().starts_with("appointment-regulations-2019/42"))
            is_notice_told = is_notice_told || each.subjects.size() == 2;
    CHECK(is_notice_told);
}
