// tests/engine/rule_compose_test.cpp
#include "rule_support.hpp"

#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/sha256.hpp>

#include <string>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

rule_folder of_family(const std::string& family, const std::string& version, const std::string& instrument,
                      const std::string& rules, const std::string& exceptions = "[]") {
    const std::string id = family + "-" + version;
    return rule_folder()
        .add(id + "/instrument.json", instrument)
        .add(id + "/article-01.json", R"({"instrument":")" + id + R"(","article":1,"rules":)" + rules +
                                          R"(,"exceptions":)" + exceptions + "}");
}

rulebook national() {
    return of_family("act", "2019", act("2019"),
                     R"([{"id":"act-2019/8/r","cite":{},"topic":"votes","must":"case.requirement"},
                         {"id":"act-2019/8/s","cite":{},"must":"case.other"}])",
                     R"([{"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/8/r"],"when":"case.exception"}])")
        .book();
}

rule_folder local_folder(const std::string& rules, const std::string& exceptions = "[]") {
    return of_family("bureau", "2022", act("2022", R"("effective":"2022-01-01")", "bureau", "local"), rules, exceptions);
}

template <class F>
std::string thrown_code(F&& f) {
    try {
        (void)f();
    } catch (const rulebook_error& e) {
        return e.problems()[0].code;
    }
    return "";
}

}  // namespace

TEST_CASE("joining adds, and an id twice is an error") {
    const rulebook a = national();
    const rulebook b = local_folder(R"([{"id":"bureau-2022/1/r","cite":{},"must":"case.third"}])").book(&a);
    CHECK(b.rules().size() == 1);
    const rulebook both = a + b;
    CHECK(both.rules().size() == 3);
    CHECK(judged(both, "bureau-2022/1/r", R"({"case.third":false})").status == status::violated);
    CHECK(thrown_code([&] { return both + b; }) == "XR-RULE-011");
    CHECK(!rulebook::join(a, a));
    CHECK((rulebook() + a).rules().size() == 2);
}

TEST_CASE("books over catalogues that grew apart are joined by names") {
    const auto with_definition = [](const std::string& family, const std::string& fact, const std::string& zh) {
        return of_family(family, "1", act("1", R"("effective":null)", family, "local"),
                         R"([{"id":")" + family + R"(-1/1/r","cite":{},"must":")" + fact + "\"}]")
            .add(family + "-1/definitions.json",
                 R"({"instrument":")" + family + R"(-1","definitions":[{"id":")" + fact + R"(","zh":")" + zh +
                     R"(","type":"boolean","cite":{"article":2},"is":"case.requirement and case.)" +
                     (family == "a" ? "other" : "third") + "\"}]}")
            .book();
    };
    const rulebook both = with_definition("a", "x.first", "甲") + with_definition("b", "x.second", "乙");
    const std::string facts = R"({"case.requirement":true,"case.other":true,"case.third":false})";
    CHECK(judged(both, "a-1/1/r", facts).status == status::satisfied);
    CHECK(judged(both, "b-1/1/r", facts).status == status::violated);
}

TEST_CASE("the digest is of what is said, not of the order or spelling") {
    const rulebook a = of_family("act", "2019", act("2019"), R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement and case.other"},
                                                               {"id":"act-2019/8/s","cite":{},"must":"case.third"}])").book();
    const rulebook b = of_family("act", "2019", act("2019"), R"J([{"cite":{},"id":"act-2019/8/s","must":"第三情形"},
                                                               {"must":"(case.requirement) and (case.other)","id":"act-2019/8/r","cite":{}}])J").book();
    const rulebook c = of_family("act", "2019", act("2019"), R"J([{"id":"act-2019/8/r","cite":{},"must":"case.requirement and case.other"},
                                                               {"id":"act-2019/8/s","cite":{},"must":"not(case.third)"}])J").book();
    CHECK(a.digest() == b.digest());
    CHECK(a.digest() != c.digest());
    CHECK(detail::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(detail::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("without, with and only") {
    const rulebook book = national();
    SUBCASE("an unknown id") { CHECK(thrown_code([&] { return book.without("act-2019/8/t"); }) == "XR-RULE-030"); }
    SUBCASE("an exception may go") {
        const rulebook less = book.without("act-2019/9/x");
        CHECK(judged(less, "act-2019/8/r", R"({"case.requirement":false,"case.exception":true})").status == status::violated);
    }
    SUBCASE("a higher rule goes only where that is declared, and is then a matter for people") {
        CHECK(thrown_code([&] { return book.without("act-2019/8/r"); }) == "XR-RULE-022");
        const rulebook less = book.without("act-2019/8/r", {"act/8/r"});
        CHECK(less.loosened() == std::vector<std::string>{"act-2019/8/r"});
        const verdict v = judged(less, "act-2019/8/r", R"({"case.requirement":false,"case.exception":false})");
        CHECK(v.status == status::judgement);
        CHECK(v.set_aside_by == "without");
        CHECK(judged(less, "act-2019/8/r", "{}").status == status::judgement);
        CHECK(judged(less, "act-2019/8/r", R"({"case.requirement":true})").status == status::satisfied);
    }
    SUBCASE("a local rule goes freely") {
        const rulebook both = book + rule("bureau/1").cite("本局办法", 1).must(formula("case.third"));
        CHECK(both.rules().size() == 3);
        CHECK(both.without("bureau/1").rules().size() == 2);
    }
    SUBCASE("a replacement names the higher rule that it loosens") {
        const auto other = rule("bureau/8").cite("本局办法", 8).must(formula("case.third"));
        CHECK(thrown_code([&] { return book.with("act-2019/8/r", other); }) == "XR-RULE-022");
        const rulebook changed = book.with("act-2019/8/r", rule(other).loosens({"act-2019/8/r"}));
        const verdict v = judged(changed, "act-2019/8/r", R"({"case.requirement":false,"case.exception":false})");
        CHECK(v.status == status::judgement);
        CHECK(v.set_aside_by == "bureau/8");
        CHECK(judged(changed, "bureau/8", R"({"case.third":false})").status == status::violated);
    }
    SUBCASE("one topic") {
        const rulebook votes = book.only("votes");
        REQUIRE(votes.rules().size() == 1);
        CHECK(votes.rules()[0]->id() == "act-2019/8/r");
        CHECK(votes.exceptions().size() == 1);
        CHECK(book.only("nothing").is_empty());
    }
}

TEST_CASE("a lower instrument loosens only where it says so, and then people decide") {
    const rulebook book = national();
    const auto exceptions = [](const std::string& more) {
        return R"([{"id":"bureau-2022/2/x","cite":{},"sets_aside":["act-2019/8/r"],"when":"case.third")" + more + "}]";
    };
    CHECK(has_code(local_folder("[]", exceptions("")).load(&book), "XR-RULE-024"));
    const std::string own = R"([{"id":"bureau-2022/1/r","cite":{},"must":"case.other"}])";
    CHECK(has_code(local_folder(own, exceptions("")).load(&book), "XR-RULE-022", "/exceptions/0/loosens"));
    const rulebook both = book + local_folder(own, exceptions(R"(,"loosens":["act-2019/8/r"])")).book(&book);
    CHECK(both.loosened() == std::vector<std::string>{"act-2019/8/r"});
    struct {
        const char* facts;
        status expect;
    } const rows[] = {
        {R"({"case.requirement":false,"case.exception":false,"case.third":true})", status::judgement},
        {R"({"case.exception":false,"case.third":true})", status::judgement},
        {R"({"case.requirement":true,"case.third":true})", status::satisfied},
        {R"({"case.requirement":false,"case.exception":false,"case.third":false})", status::violated},
        {R"({"case.requirement":false,"case.exception":false})", status::undetermined},
        {R"({"case.requirement":false,"case.exception":true,"case.third":true})", status::excepted},
    };
    for (const auto& r : rows) {
        CAPTURE(r.facts);
        const verdict v = judged(both, "act-2019/8/r", r.facts);
        CHECK(v.status == r.expect);
        if (r.expect == status::judgement) CHECK(v.set_aside_by == "bureau-2022/2/x");
    }
}

TEST_CASE("versions: by the date of the step, in gaps, before the first, with dates known in part") {
    const auto two = [](const std::string& first, const std::string& second) {
        return rule_folder()
            .add("act-2014/instrument.json", act("2014", first))
            .add("act-2019/instrument.json", act("2019", second))
            .add("act-2014/article-01.json",
                 R"({"instrument":"act-2014","article":1,"rules":[{"id":"act-2014/1/r","cite":{},"must":"case.other"}]})")
            .add("act-2019/article-01.json",
                 R"({"instrument":"act-2019","article":1,"rules":[{"id":"act-2019/1/r","cite":{},"must":"case.requirement"}]})");
    };
    SUBCASE("the day decides") {
        const rulebook book = two(R"("effective":"2014-01-14","superseded":"2019-03-03")", R"("effective":"2019-03-03")").book();
        const auto judged_on = [&](const char* id, civil_date on) {
            case_row row;
            row.facts = R"({"case.requirement":true,"case.other":true})";
            row.on = on;
            return evaluate_case(book, id, row)->has_value();
        };
        CHECK(judged_on("act-2014/1/r", civil_date(2019, 3, 2)));
        CHECK(!judged_on("act-2019/1/r", civil_date(2019, 3, 2)));
        CHECK(!judged_on("act-2014/1/r", civil_date(2019, 3, 3)));
        CHECK(judged_on("act-2019/1/r", civil_date(2019, 3, 3)));
        const family_timeline& f = book.plan().families[0];
        CHECK(f.on(days_of(civil_date(2013, 1, 1))).is == version_choice::kind::undetermined);
        CHECK(f.on(days_of(civil_date(2019, 3))).is == version_choice::kind::undetermined);
        CHECK(f.on(days_of(civil_date(2019, 4))).is == version_choice::kind::chosen);
        CHECK(f.on(std::nullopt).is == version_choice::kind::undetermined);
    }
    SUBCASE("before an institution there is nothing to judge") {
        const rulebook book = two(R"("effective":"2014-01-14","superseded":"2019-03-03","before":"none")",
                                  R"("effective":"2019-03-03","repealed":"2024-01-01")").book();
        const family_timeline& f = book.plan().families[0];
        CHECK(f.on(days_of(civil_date(2013, 1, 1))).is == version_choice::kind::none);
        CHECK(f.on(days_of(civil_date(2023, 12, 31))).is == version_choice::kind::chosen);
        CHECK(f.on(days_of(civil_date(2024, 1, 1))).is == version_choice::kind::none);
        CHECK(f.on(days_of(civil_date(2014))).is == version_choice::kind::undetermined);
    }
    SUBCASE("inside a date known to the month the version is open") {
        const rulebook book = two(R"("effective":"2014-01-14","superseded":"2019-03")", R"("effective":"2019-03")").book();
        const family_timeline& f = book.plan().families[0];
        CHECK(f.on(days_of(civil_date(2019, 2, 28))).version == 0);
        CHECK(f.on(days_of(civil_date(2019, 3, 15))).is == version_choice::kind::undetermined);
        CHECK(f.on(days_of(civil_date(2019, 4, 1))).version == 1);
    }
    SUBCASE("overlaps and holes are load errors") {
        CHECK(has_code(two(R"("effective":"2014-01-14")", R"("effective":"2019-03-03")").load(), "XR-RULE-014"));
        CHECK(has_code(two(R"("effective":"2014-01-14","superseded":"2019-03-04")", R"("effective":"2019-03-03")").load(), "XR-RULE-014"));
        CHECK(has_code(two(R"("effective":"2014-01-14","superseded":"2019-03-01")", R"("effective":"2019-03-03")").load(), "XR-RULE-015", "/gaps"));
        const rulebook gapped = two(R"("effective":"2014-01-14","repealed":"2019-03-01")",
                                    R"("effective":"2019-03-03","gaps":[{"from":"2019-03-01","to":"2019-03-03"}])").book();
        CHECK(gapped.plan().families[0].on(days_of(civil_date(2019, 3, 2))).is == version_choice::kind::none);
    }
}

TEST_CASE("an exception counts only while its own instrument is in force") {
    const rulebook book =
        rule_folder()
            .add("act-2019/instrument.json", act("2019"))
            .add("relief-2020/instrument.json",
                 act("2020", R"("effective":"2020-01-01","repealed":"2023-01-01","before":"none")", "relief"))
            .add("act-2019/article-01.json",
                 R"({"instrument":"act-2019","article":1,"rules":[{"id":"act-2019/1/r","cite":{},"must":"case.requirement"}]})")
            .add("relief-2020/article-01.json",
                 R"({"instrument":"relief-2020","article":1,"exceptions":[
                     {"id":"relief-2020/1/x","cite":{},"sets_aside":["act/1/*"],"when":"case.exception"}]})")
            .book();
    const std::string facts = R"({"case.requirement":false,"case.exception":true})";
    CHECK(judged(book, "act-2019/1/r", facts, civil_date(2019, 12, 31)).status == status::violated);
    CHECK(judged(book, "act-2019/1/r", facts, civil_date(2020, 1, 1)).status == status::excepted);
    CHECK(judged(book, "act-2019/1/r", facts, civil_date(2023, 1, 1)).status == status::violated);
}

TEST_CASE("a definition's version is chosen by the date of its own step") {
    const auto definition = [](const char* instrument, const char* is) {
        return std::string(R"({"instrument":")") + instrument +
               R"(","definitions":[{"id":"x.fits","zh":"相符","type":"boolean","at":"candidates","cite":{"article":1},"is":")" + is + "\"}]}";
    };
    const rulebook book =
        rule_folder()
            .add("old-2014/instrument.json", act("2014", R"("effective":"2014-01-01","superseded":"2024-05-01","before":"none")", "old"))
            .add("old-2024/instrument.json", act("2024", R"("effective":"2024-05-01")", "old"))
            .add("old-2014/definitions.json", definition("old-2014", "case.other"))
            .add("old-2024/definitions.json", definition("old-2024", "case.third"))
            .add("act-2019/instrument.json", act("2019"))
            .add("act-2019/article-01.json",
                 R"({"instrument":"act-2019","article":1,"rules":[{"id":"act-2019/1/r","cite":{},"must":"x.fits"}]})")
            .book();
    const std::string facts = R"("case.other":true,"case.third":false})";
    CHECK(judged(book, "act-2019/1/r", R"({"procedure.candidates_on":"2024-04-30",)" + facts).status == status::satisfied);
    CHECK(judged(book, "act-2019/1/r", R"({"procedure.candidates_on":"2024-05-01",)" + facts).status == status::violated);
    CHECK(judged(book, "act-2019/1/r", R"({"procedure.candidates_on":"2024",)" + facts).status == status::undetermined);
}

TEST_CASE("an instrument's own scope narrows each of its rules") {
    const rulebook book = of_family("act", "2019", act("2019", R"("effective":"2019-03-03","applies":"target.regime != regime.provincial")"),
                                    R"([{"id":"act-2019/8/r","cite":{},"applies":"case.scope","must":"case.requirement"}])").book();
    CHECK(judged(book, "act-2019/8/r", R"({"target.regime":"provincial","case.scope":true,"case.requirement":false})").status ==
          status::not_applicable);
    CHECK(judged(book, "act-2019/8/r", R"({"target.regime":"direct","case.scope":true,"case.requirement":false})").status ==
          status::violated);
    case_row row;
    row.facts = R"({"target.regime":"by_reference","case.scope":true,"case.requirement":false})";
    row.on = civil_date(2024, 5, 20);
    row.by_reference = true;
    CHECK((*evaluate_case(book, "act-2019/8/r", row))->by_reference);
}
