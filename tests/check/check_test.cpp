// tests/check/check_test.cpp
#include <xuanren/check/check.hpp>
#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rules.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;

namespace {

std::string instrument(const std::string& more, const std::string& authority = "national") {
    return R"({"id":"act-2019","family":"act","version":"2019","authority":")" + authority + "\"," + more + "}";
}

rulebook book_of(const std::string& rules, const std::string& more = R"("effective":"2019-03-03")",
                 std::shared_ptr<const catalogue> facts = national_catalogue(), const std::string& authority = "national",
                 const std::string& definitions = "[]") {
    const std::string first = instrument(more, authority);
    const std::string second = R"({"instrument":"act-2019","article":8,"rules":)" + rules + "}";
    load_options options;
    options.facts = std::move(facts);
    const std::string third = R"({"instrument":"act-2019","definitions":)" + definitions + "}";
    auto loaded = load_rules(
        {{"act-2019/instrument.json", first}, {"act-2019/definitions.json", third}, {"act-2019/article-08.json", second}}, options);
    std::string why;
    if (!loaded)
        for (const problem& p : loaded.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(loaded.has_value(), why);
    return std::move(loaded).value();
}

/// One appointment to a section's head; `procedure` and `more` are members of it.
dossier dossier_of(const std::string& procedure, const std::string& more = {}, const std::string& top = {}) {
    auto read = read_dossier(R"({"schema":"xuanren.dossier/1",)" + top + R"(
        "organisations":[{"id":"epb","name":"局","tier":"prefecture","level":"county_principal","kind":"government_department"}],
        "posts":[{"id":"chief","organisation":"epb","title":"科长","level":"township_principal","leading":true,"role":"principal"}],
        "cadres":[{"id":"c1","name":"甲","work_started":"2012-07"}],
        "appointments":[{"id":"a1","candidate":"c1","post":"chief",)" + more + R"("procedure":{)" + procedure + "}}]}");
    std::string why;
    if (!read)
        for (const problem& p : read.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(read.has_value(), why);
    return std::move(read->value);
}

const char* const always = R"([{"id":"act-2019/8/r","cite":{},"must":"procedure.has_motion"}])";

const verdict& finding(const appointment_report& a, const std::string& id) {
    for (const verdict& v : a.findings)
        if (v.of->id() == id) return v;
    FAIL("no finding " << id);
    return a.findings.front();
}

}  // namespace

TEST_CASE("sixty rules asked are sixty verdicts back, in the order of the law") {
    std::string rules = "[";
    for (int i = 59; i >= 0; --i)
        rules += R"({"id":"act-2019/8/r)" + std::to_string(i) + R"(","cite":{"article":)" + std::to_string(i + 1) +
                 R"(},"must":"procedure.has_motion"})" + (i == 0 ? "]" : ",");
    const rulebook book = book_of(rules);
    const report r = check(book, dossier_of(R"("discussion":{"on":"2024-05-20"})"));
    REQUIRE(r.appointments.size() == 1);
    REQUIRE(r.appointments[0].findings.size() == 60);
    for (std::size_t i = 0; i < 60; ++i) CHECK(r.appointments[0].findings[i].of->cite().article == static_cast<int>(i) + 1);
    CHECK(r.appointments[0].counts[status::undetermined] == 60);
    CHECK(r.by_outcome[static_cast<std::size_t>(outcome::incomplete)] == 1);
    CHECK(r.rulebook_digest == book.digest());
    CHECK(r.instruments == std::vector<std::string>{"act-2019"});
}

TEST_CASE("the outcome is the worst finding, by force and by whether it is decided") {
    struct {
        const char* name;
        std::string rule;
        const char* motion;
        outcome expect;
        std::optional<civil_date> on;
    } const rows[] = {
        {"须，不符合", R"("must":"procedure.has_motion")", "null", outcome::violation, {}},
        {"须，情况不明", R"("must":"procedure.has_motion")", nullptr, outcome::incomplete, {}},
        {"须，符合", R"("must":"procedure.has_motion")", R"({"on":"2024-03-01"})", outcome::compliant, {}},
        {"须报批，不符合", R"("report":"procedure.has_motion")", "null", outcome::needs_approval, {}},
        {"须报批，决定无效，已决定", R"("report":"procedure.has_motion","void":true)", "null", outcome::violation, {}},
        {"须报批，决定无效，未决定", R"("report":"procedure.has_motion","void":true,"stage":"motion")", "null", outcome::needs_approval, civil_date(2024, 5, 1)},
        {"一般，不符合", R"("ordinarily":"procedure.has_motion")", "null", outcome::judgement, {}},
        {"一般，情况不明", R"("ordinarily":"procedure.has_motion")", nullptr, outcome::judgement, {}},
        {"鼓励，不符合", R"("advise":"procedure.has_motion")", "null", outcome::compliant, {}},
        {"研判", R"("judgement":true)", "null", outcome::judgement, {}},
        {"都不适用", R"("applies":"procedure.has_motion","must":"procedure.has_motion")", "null", outcome::incomplete, {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const rulebook book = book_of(R"([{"id":"act-2019/8/r","cite":{},)" + row.rule + "}]");
        check_options options;
        options.on = row.on;
        const std::string motion = row.motion == nullptr ? "" : R"("motion":)" + std::string(row.motion) + ",";
        const report r = check(book, dossier_of(motion + R"("discussion":{"on":"2024-05-20"})"), options);
        CHECK(r.appointments[0].outcome == row.expect);
    }
}

TEST_CASE("an empty rulebook is an error, not a clean bill") {
    CHECK_THROWS_AS((void)check(rulebook(), dossier_of(R"("discussion":{"on":"2024-05-20"})")), rulebook_error);
}

TEST_CASE("stages and review dates: what has not come is pending, never a pass") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/a","cite":{},"at":"motion","must":"procedure.has_motion"},
                                      {"id":"act-2019/8/b","cite":{},"at":"notice","must":"procedure.has_notice"},
                                      {"id":"act-2019/8/c","cite":{},"at":"notice","applies":"target.level = level.county_deputy","must":"procedure.has_notice"},
                                      {"id":"act-2019/8/d","cite":{},"at":"discussion","stage":"motion","must":"procedure.has_motion"}])");
    const dossier d = dossier_of(R"("motion":{"on":"2024-03-01"},"discussion":{"on":"2024-05-20"},"notice":{"from":"2024-05-21","to":"2024-05-27"})");
    const auto with = [&](std::optional<civil_date> on, std::optional<step> stage) {
        check_options options;
        options.on = on;
        options.stage = stage;
        return check(book, d, options).appointments[0];
    };
    CHECK(finding(with({}, {}), "act-2019/8/b").status == status::satisfied);
    const auto before = with(civil_date(2024, 5, 20), {});
    CHECK(finding(before, "act-2019/8/b").status == status::pending);
    CHECK(finding(before, "act-2019/8/c").status == status::not_applicable);
    CHECK(before.counts[status::pending] == 1);
    const auto at_motion = with({}, step::motion);
    CHECK(finding(at_motion, "act-2019/8/a").status == status::satisfied);
    CHECK(finding(at_motion, "act-2019/8/b").status == status::pending);
    CHECK(finding(at_motion, "act-2019/8/d").status == status::satisfied);
}

TEST_CASE("without any decision date every rule is undetermined") {
    const report r = check(book_of(always), dossier_of(R"("motion":{"on":"2024-03-01"})"));
    CHECK(finding(r.appointments[0], "act-2019/8/r").status == status::undetermined);
    CHECK(!r.appointments[0].decided);
    check_options options;
    options.on = civil_date(2024, 5, 20);
    const report dated = check(book_of(always), dossier_of(R"("motion":{"on":"2024-03-01"})"), options);
    // Dated by the review, the discussion has not come yet.
    CHECK(finding(dated.appointments[0], "act-2019/8/r").status == status::pending);
    CHECK(dated.appointments[0].decided == civil_date(2024, 5, 20));
    const report as_of = check(book_of(always), dossier_of(R"("motion":{"on":"2024-03-01"})", {}, R"("as_of":"2024-05-20",)"));
    CHECK(finding(as_of.appointments[0], "act-2019/8/r").status == status::satisfied);
}

TEST_CASE("before the first version known there is one open finding; before an institution there is none") {
    const dossier d = dossier_of(R"("motion":{"on":"2018-03-01"},"discussion":{"on":"2018-05-20"})");
    const report open = check(book_of(always), d);
    REQUIRE(open.appointments[0].findings.size() == 1);
    CHECK(finding(open.appointments[0], "act/version").status == status::undetermined);
    const report none = check(book_of(always, R"("effective":"2019-03-03","before":"none")"), d);
    CHECK(none.appointments[0].findings.empty());
    CHECK(none.appointments[0].outcome == outcome::incomplete);
    check_options options;
    options.law_date = civil_date(2024, 1, 1);
    CHECK(finding(check(book_of(always), d, options).appointments[0], "act-2019/8/r").status == status::satisfied);
    CHECK(finding(check(book_of(always).on(civil_date(2024, 1, 1)), d).appointments[0], "act-2019/8/r").status == status::satisfied);
}

TEST_CASE("the law of the review's day governs what is still to come") {
    const char* const later = R"([{"id":"act-2019/8/r","cite":{},"at":"notice","must":"procedure.has_notice"}])";
    check_options options;
    options.on = civil_date(2016, 5, 12);
    const report none = check(book_of(later, R"("effective":"2019-03-03","before":"none")"), dossier_of(R"("motion":null)"), options);
    CHECK(none.appointments[0].findings.empty());
    const report open = check(book_of(later), dossier_of(R"("motion":null)"), options);
    CHECK(finding(open.appointments[0], "act/version").status == status::undetermined);
    options.on = civil_date(2020, 5, 12);
    const report pending = check(book_of(later), dossier_of(R"("motion":null)"), options);
    CHECK(finding(pending.appointments[0], "act-2019/8/r").status == status::pending);
}

TEST_CASE("a case that straddles a change of version asks people, where the texts differ") {
    const auto versions = [](const std::string& later) {
        load_options options;
        options.facts = national_catalogue();
        const auto file = [](const std::string& year, const std::string& rules) {
            return R"({"instrument":"act-)" + year + R"(","article":8,"rules":[)" + rules + "]}";
        };
        const std::string old_text = R"({"id":"act-2014","family":"act","version":"2014","authority":"national","title":{"zh":"办法","en":"Measures"},"effective":"2014-01-15","superseded":"2019-03-03"})";
        const std::string new_text = R"({"id":"act-2019","family":"act","version":"2019","authority":"national","title":{"zh":"办法","en":"Measures"},"effective":"2019-03-03"})";
        const std::string motion = R"("cite":{},"at":"motion","must":"procedure.has_motion"})";
        const std::string old_rules = file("2014", R"({"id":"act-2014/8/m",)" + motion + R"(,{"id":"act-2014/8/d","cite":{},"must":"procedure.has_discussion"})");
        const std::string new_rules = file("2019", R"({"id":"act-2019/8/m",)" + motion + R"(,{"id":"act-2019/8/d","cite":{},"must":")" + later + "\"}");
        auto loaded = load_rules({{"a/instrument.json", old_text}, {"a/article-08.json", old_rules},
                                  {"b/instrument.json", new_text}, {"b/article-08.json", new_rules}}, options);
        REQUIRE(loaded.has_value());
        return *std::move(loaded);
    };
    const auto asks = [](const report& r) {
        for (const verdict& v : r.appointments[0].findings)
            if (v.of->id() == "act/straddles") return v.status;
        return status::not_applicable;
    };
    const rulebook book = versions("procedure.has_notice");
    const dossier straddles = dossier_of(R"("motion":{"on":"2019-02-20"},"discussion":{"on":"2019-04-10"},"notice":{"from":"2019-04-11"})");
    const report r = check(book, straddles);
    CHECK(asks(r) == status::judgement);
    CHECK(r.appointments[0].outcome == outcome::judgement);
    const text& title = finding(r.appointments[0], "act/straddles").of->title();
    for (const char* part : {"2019-02-20", "2019-04-10", "2014", "2019", "办法"}) CHECK(title.zh.find(part) != std::string::npos);
    for (const char* part : {"2019-02-20", "2019-04-10", "(2014)", "(2019)"}) CHECK(title.en.find(part) != std::string::npos);
    CHECK(finding(r.appointments[0], "act-2014/8/m").status == status::satisfied);
    CHECK(finding(r.appointments[0], "act-2019/8/d").status == status::satisfied);

    CHECK(asks(check(versions("procedure.has_discussion"), straddles)) == status::not_applicable);
    CHECK(asks(check(book, dossier_of(R"("motion":{"on":"2019-03-03"},"discussion":{"on":"2019-04-10"},"notice":null)"))) == status::not_applicable);
    CHECK(asks(check(book, dossier_of(R"("discussion":{"on":"2019-04-10"},"notice":null)"))) == status::not_applicable);
    check_options options;
    options.law_date = civil_date(2019, 4, 10);
    CHECK(asks(check(book, straddles, options)) == status::not_applicable);
    const dossier decided = dossier_of(R"("motion":{"on":"2019-02-20"},"discussion":{"on":"2019-04-10"},"notice":{"from":"2019-04-11"})",
                                       R"("attestations":[{"rule":"act/straddles","by":"组织部","on":"2019-04-09","document":"…","holds":true}],)");
    CHECK(asks(check(book, decided)) == status::satisfied);
}

TEST_CASE("rules whose text is not verified are off, counted, and can be switched on") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/a","cite":{},"must":"procedure.has_motion"},
                                      {"id":"act-2019/8/b","cite":{},"must":"procedure.has_motion","basis":"unverified"}])");
    const dossier d = dossier_of(R"("motion":null,"discussion":{"on":"2024-05-20"})");
    const report off = check(book, d);
    CHECK(off.appointments[0].findings.size() == 1);
    CHECK(off.appointments[0].counts.unverified_off == 1);
    CHECK(off.unverified_off == 1);
    check_options options;
    options.include_unverified = true;
    const report on = check(book, d, options);
    CHECK(on.appointments[0].findings.size() == 2);
    CHECK(finding(on.appointments[0], "act-2019/8/b").of->basis() == basis::unverified);
}

TEST_CASE("a duty with a due date is owed until it is met, and overdue after") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/r","cite":{},"must":"procedure.has_motion","due":"procedure.discussion_on + @\"P1Y\""}])");
    const dossier d = dossier_of(R"("motion":null,"discussion":{"on":"2024-05-20"})");
    const report open = check(book, d);
    REQUIRE(open.appointments[0].obligations.size() == 1);
    CHECK(open.appointments[0].obligations[0].due->low() == civil_date(2025, 5, 20));
    CHECK(open.appointments[0].obligations[0].status == obligation::state::open);
    CHECK(open.appointments[0].counts[status::pending] == 1);
    check_options options;
    options.on = civil_date(2025, 5, 21);
    const report late = check(book, d, options);
    CHECK(late.appointments[0].obligations[0].status == obligation::state::overdue);
    CHECK(late.appointments[0].outcome == outcome::violation);
}

TEST_CASE("a duty whose day has passed and of which nothing is on file is open past its day, not overdue") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/r","cite":{},"must":"procedure.has_motion","due":"procedure.discussion_on + @\"P1Y\""}])");
    const dossier d = dossier_of(R"("discussion":{"on":"2024-05-20"})");
    check_options options;
    for (const bool has_passed : {false, true}) {
        options.on = has_passed ? civil_date(2025, 5, 21) : civil_date(2025, 5, 20);
        const report r = check(book, d, options);
        const obligation& duty = r.appointments[0].obligations.at(0);
        CHECK(duty.status == obligation::state::open);
        CHECK(duty.is_past_due == has_passed);
        CHECK(finding(r.appointments[0], "act-2019/8/r").status == (has_passed ? status::undetermined : status::pending));
    }
}

TEST_CASE("a duty met late says when, and so does one met in time") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/r","cite":{},"must":"appointment.has_effective_on",
        "due":"procedure.discussion_on + @\"P1M\"","met":"appointment.effective_on"}])");
    const auto duty_of = [&](const std::string& effective) {
        const report r = check(book, dossier_of(R"("discussion":{"on":"2024-05-20"},"appointment":{"on":")" + effective +
                                                R"(","effective":")" + effective + "\"}"));
        REQUIRE(r.appointments[0].obligations.size() == 1);
        return r.appointments[0].obligations[0];
    };
    CHECK(duty_of("2024-06-20").status == obligation::state::met);
    CHECK(duty_of("2024-06-20").met_on == civil_date(2024, 6, 20));
    CHECK(duty_of("2024-06-21").status == obligation::state::overdue);
    CHECK(duty_of("2024-06-21").met_on == civil_date(2024, 6, 21));
}

TEST_CASE("attestations and departures of the dossier are heard") {
    const rulebook book = book_of(R"([{"id":"act-2019/7/r","cite":{},"judgement":true},
                                      {"id":"act-2019/8/u","cite":{},"ordinarily":"procedure.has_motion"}])");
    const report r = check(book, dossier_of(R"("motion":null,"discussion":{"on":"2024-05-20"},"departures":[{"rule":"act-2019/8","because":"…"}])",
                                            R"("attestations":[{"rule":"act-2019/7","by":"组织部","on":"2024-05-01","document":"…","holds":false}],)"));
    CHECK(finding(r.appointments[0], "act-2019/7/r").status == status::violated);
    CHECK(finding(r.appointments[0], "act-2019/7/r").attested->by == "组织部");
    CHECK(finding(r.appointments[0], "act-2019/8/u").set_aside_by == "departure");
}

TEST_CASE("a kind that differs from the one derived is a finding of its own") {
    const report r = check(book_of(always), dossier_of(R"("motion":null,"discussion":{"on":"2024-05-20"})", R"("kind":"retirement",)"));
    const appointment_report& a = r.appointments[0];
    CHECK(a.kind == "retirement");
    if (!a.kind_derived.empty()) CHECK(finding(a, "records/kind-differs").status == status::judgement);
}

TEST_CASE("a fact of the user's own feeds a JSON rule; where its callback throws, that rule alone fails") {
    catalogue c = *national_catalogue();
    fact own;
    own.name = "bureau.score";
    own.zh = "本局评分";
    own.value_type = types::number;
    bool throws = false;
    c.add(read_by(own, [&throws](const case_view&) -> reading {
        if (throws) throw std::runtime_error("评分系统无响应");
        return {value(number(80)), {}};
    }));
    const rulebook book = book_of(R"([{"id":"act-2019/8/r","cite":{},"must":"bureau.score >= 60"},
                                      {"id":"act-2019/8/s","cite":{},"must":"procedure.has_motion"}])",
                                  R"("effective":"2019-03-03")", std::make_shared<const catalogue>(std::move(c)));
    const dossier d = dossier_of(R"("motion":{"on":"2024-03-01"},"discussion":{"on":"2024-05-20"})");
    CHECK(check(book, d).appointments[0].outcome == outcome::compliant);
    throws = true;
    const report failed = check(book, d);
    CHECK(finding(failed.appointments[0], "act-2019/8/r").status == status::failed);
    CHECK(finding(failed.appointments[0], "act-2019/8/r").failure == "评分系统无响应");
    CHECK(finding(failed.appointments[0], "act-2019/8/s").status == status::satisfied);
    CHECK(failed.appointments[0].outcome == outcome::incomplete);
    // A verdict alone reads facts on demand, the user's own all the same.
    check_options brief;
    brief.explain = false;
    const report bare = check(book, d, brief);
    CHECK(finding(bare.appointments[0], "act-2019/8/r").status == status::failed);
    CHECK(finding(bare.appointments[0], "act-2019/8/s").status == status::satisfied);
}

TEST_CASE("verdicts are the same with and without explanation, and the same every time") {
    const rulebook book = book_of(R"([{"id":"act-2019/8/a","cite":{},"must":"procedure.has_motion and elapsed(candidate.work_started) >= @\"P5Y\""},
                                      {"id":"act-2019/8/b","cite":{},"applies":"target.level >= level.county_deputy","must":"procedure.has_notice"}])");
    const dossier d = dossier_of(R"("discussion":{"on":"2024-05-20"})");
    check_options brief;
    brief.explain = false;
    const report a = check(book, d), b = check(book, d, brief), again = check(book, d);
    for (std::size_t i = 0; i < a.appointments[0].findings.size(); ++i) {
        CHECK(a.appointments[0].findings[i].status == b.appointments[0].findings[i].status);
        CHECK(a.appointments[0].findings[i].status == again.appointments[0].findings[i].status);
        CHECK(a.appointments[0].findings[i].leaves.size() == again.appointments[0].findings[i].leaves.size());
    }
}

TEST_CASE("progress is told once an appointment") {
    std::vector<std::size_t> told;
    check_options options;
    options.progress = [&](std::size_t done, std::size_t total) {
        told.push_back(done);
        CHECK(total == 1);
    };
    (void)check(book_of(always), dossier_of(R"("discussion":{"on":"2024-05-20"})"), options);
    CHECK(told == std::vector<std::size_t>{1});
}

TEST_CASE("time served by months: short in every reading of the dates is short, whatever the days were") {
    // The definition looks at a list that the month of the decision makes read in several ways.
    const std::string time = R"x({"id":"candidate.staff_time_test","zh":"任科员时间","en":"time as staff","type":"months","cite":{"article":8},
        "is":"time in(for t in candidate.tenures return if t.counts and t.has_level and t.level = level.staff then t.span else null)",
        "meaning":{"zh":"累计","en":"in all"},"basis":"confirmed"})x";
    const rulebook book = book_of(R"([{"id":"act-2019/8/three-years","cite":{},"must":"candidate.staff_time_test >= @\"P3Y\""}])",
                                  R"("effective":"2000-01-01")", national_catalogue(), "national", "[" + time + "]");
    struct {
        const char* name;
        const char* tenures;  ///< from, to
        status expected;
    } rows[] = {
        {"two stretches, the last to the decision's own month: thirty months", R"([["2009-08","2010-09"],["2010-09","2012-02"]])",
         status::violated},
        {"another begins in that very month", R"([["2009-08","2012-02"],["2012-02",null]])", status::violated},
        {"only years are known", R"([["2011","2012"]])", status::violated},
        {"three years in one reading only", R"([["2009-02","2012-02"]])", status::undetermined},
        {"three years in every reading", R"([["2009-01","2012-02"]])", status::satisfied},
        {"three years in every reading, held on", R"([["2008-12","2010-01"],["2010-01","2012-02"]])", status::satisfied}};
    for (const auto& row : rows) {
        SUBCASE(row.name) {
            std::string tenures;
            for (const auto& each : nlohmann::json::parse(row.tenures))
                tenures += std::string(tenures.empty() ? "" : ",") +
                           R"({"title":"科员","organisation":"epb","level":"staff","role":"staff","leading":false,"kind":"substantive","from":)" +
                           each[0].dump() + ",\"decided\":" + each[0].dump() + ",\"to\":" + each[1].dump() + "}";
            const auto read = read_dossier(R"({"schema":"xuanren.dossier/1",
                "organisations":[{"id":"epb","name":"局","tier":"prefecture","level":"county_principal","kind":"government_department"}],
                "posts":[{"id":"chief","organisation":"epb","title":"副科长","level":"township_deputy","leading":true,"role":"deputy"}],
                "cadres":[{"id":"c1","name":"甲","tenures":[)" + tenures + R"(]}],
                "appointments":[{"id":"a1","candidate":"c1","post":"chief","procedure":{"discussion":{"on":"2012-02-17"}}}]})");
            REQUIRE(read.has_value());
            const report r = check(book, read->value);
            CHECK(finding(r.appointments[0], "act-2019/8/three-years").status == row.expected);
        }
    }
}
