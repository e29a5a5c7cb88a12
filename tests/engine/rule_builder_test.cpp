// tests/engine/rule_builder_test.cpp
#include "rule_support.hpp"

#include <xuanren/engine/equality.hpp>

#include <string>

namespace xuanren::testing {

enum class rung : std::uint8_t { township_deputy, township_principal, county_deputy, county_principal };
enum class way_of : std::uint8_t { promotion, lateral };

}  // namespace xuanren::testing

namespace xuanren {

template <>
struct enumeration_words<testing::rung> {
    static constexpr std::string_view name = "level";
    static constexpr bool is_ordered = true;
    static constexpr std::string_view word(testing::rung r) {
        constexpr std::string_view words[] = {"township_deputy", "township_principal", "county_deputy", "county_principal"};
        return words[static_cast<std::size_t>(r)];
    }
};

template <>
struct enumeration_words<testing::way_of> {
    static constexpr std::string_view name = "kind";
    static constexpr bool is_ordered = false;
    static constexpr std::string_view word(testing::way_of w) {
        return w == testing::way_of::promotion ? "promotion" : "lateral";
    }
};

}  // namespace xuanren

using namespace xuanren;
using namespace xuanren::testing;

namespace {

namespace f {
constexpr fact_handle<way_of> appointment_kind{"appointment.kind"};
constexpr fact_handle<rung> target_level{"target.level"};
constexpr fact_handle<rung> candidate_level{"candidate.level"};
constexpr fact_handle<civil_date> level_since{"candidate.level_since"};
constexpr fact_handle<civil_date> born{"candidate.born"};
constexpr fact_handle<months> grassroots{"candidate.grassroots_service"};
constexpr fact_handle<std::int64_t> present{"vote.present"};
constexpr fact_handle<bool> requirement{"case.requirement"};
constexpr fact_handle<bool> other{"case.other"};
constexpr fact_handle<bool> third{"case.third"};
}  // namespace f

template <class A, class B>
concept can_be_ordered = requires(A a, B b) { a < b; };
template <class A, class B>
concept can_be_equal = requires(A a, B b) { a == b; };

// What must not compile: the order of an unordered enumeration, a level with a kind, dates with months.
static_assert(can_be_ordered<fact_handle<rung>, rung>);
static_assert(!can_be_ordered<fact_handle<way_of>, way_of>);
static_assert(can_be_equal<fact_handle<way_of>, way_of>);
static_assert(!can_be_equal<fact_handle<way_of>, rung>);
static_assert(!can_be_ordered<fact_handle<civil_date>, months>);
static_assert(!can_be_ordered<fact_handle<months>, int>);
static_assert(!can_be_ordered<fact_handle<bool>, bool>);
static_assert(can_be_ordered<fact_handle<std::int64_t>, int>);
static_assert(can_be_ordered<term<months>, months>);

rulebook empty_book() {
    rulebook_parts parts;
    parts.facts = small_catalogue();
    auto made = rulebook::make(std::move(parts));
    REQUIRE(made);
    return *made;
}

rule in_cpp() {
    return rule("bureau/probation-talk")
        .cite("本局干部管理办法", 12)
        .applies((f::appointment_kind == way_of::promotion) & (f::target_level >= rung::township_principal))
        .must(elapsed(f::level_since) >= years(2));
}

}  // namespace

TEST_CASE("a rule built in C++ equals the same rule loaded from JSON") {
    const rulebook book = empty_book() + in_cpp();
    const auto read = rule_from_json(R"({"id":"bureau/probation-talk",
        "cite":{"instrument":"本局干部管理办法","article":12},
        "applies":"appointment.kind = kind.promotion and 拟任层次 >= level.乡科级正职",
        "must":"elapsed(candidate.level_since) >= @\"P24M\""})", book);
    REQUIRE(read);
    CHECK(*read == *book.find("bureau/probation-talk"));
    const auto other = rule_from_json(R"({"id":"bureau/probation-talk",
        "cite":{"instrument":"本局干部管理办法","article":12},
        "applies":"appointment.kind = kind.promotion and target.level >= level.township_principal",
        "must":"elapsed(candidate.level_since) > @\"P24M\""})", book);
    REQUIRE(other);
    CHECK(!(*other == *book.find("bureau/probation-talk")));
}

TEST_CASE("it is judged as it says") {
    const rulebook book = empty_book() + in_cpp();
    const char* const id = "bureau/probation-talk";
    CHECK(judged(book, id, R"({"appointment.kind":"promotion","target.level":"county_deputy","candidate.level_since":"2022-05-20"})").status == status::satisfied);
    CHECK(judged(book, id, R"({"appointment.kind":"promotion","target.level":"county_deputy","candidate.level_since":"2022-05-21"})").status == status::violated);
    CHECK(judged(book, id, R"({"appointment.kind":"promotion","target.level":"county_deputy"})").status == status::undetermined);
    CHECK(judged(book, id, R"({"appointment.kind":"lateral"})").status == status::not_applicable);
}

TEST_CASE("JSON to object and back loses nothing") {
    const char* const texts[] = {
        R"J({"id":"act-2019/8.1.3/r","cite":{"article":8,"paragraph":1,"item":3,"note":"答复33","certainty":"unconfirmed"},
            "title":{"zh":"任职年限","en":"Service"},"topic":"years","at":"candidates","stage":"motion",
            "applies":"case.scope and target.level >= level.county_deputy",
            "report":"elapsed(candidate.level_since) >= @\"P2Y\"","judgement":"case.band",
            "due":"candidate.born + @\"P60Y\"","void":true,"silent":true,
            "reading":{"zh":"足两年","en":"two full years"},"remedy":{"zh":"等","en":"wait"},
            "basis":"verbatim","covers":["TL-1","TL-2"],"note":"x"})J",
        R"({"id":"act-2019/7","cite":{"instrument":"law-2018","article":7},"judgement":true,"about":"organisation","each":"seat","basis":"unverified"})",
        R"J({"id":"act-2019/8","cite":{"article":8},"ordinarily":"case.requirement or case.other and not(case.third)"})J",
        R"({"id":"act-2019/9","cite":{"article":9},"advise":"vote.present >= 2/3 * 9"})"};
    const rulebook book = folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement"}])").book();
    for (const char* text : texts) {
        const std::string closed(text);
        CAPTURE(closed);
        const auto first = rule_from_json(closed, book);
        std::string why;
        if (!first)
            for (const problem& p : first.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
        REQUIRE_MESSAGE(first.has_value(), why);
        const auto written = to_json(*first);
        REQUIRE(written);
        CHECK(nlohmann::json::parse(*written) == nlohmann::json::parse(closed));
        const auto again = rule_from_json(*written, book);
        REQUIRE(again);
        CHECK(*again == *first);
        CHECK(*to_json(*again) == *written);
    }
}

TEST_CASE("operators keep the grouping that C++ gives them") {
    CHECK(((f::requirement | f::other) & !f::third).feel() == "(case.requirement or case.other) and not(case.third)");
    CHECK((f::requirement | (f::other & f::third)).feel() ==
          "case.requirement or (case.other and case.third)");
    CHECK(all_of(f::requirement, f::other, f::third).feel() == "case.requirement and case.other and case.third");
    CHECK(any_of(f::requirement, f::other).feel() == "case.requirement or case.other");
    CHECK((f::present >= 7).feel() == "vote.present >= 7");
    CHECK((f::born < civil_date(1985, 3, 1)).feel() == "candidate.born < @\"1985-03-01\"");
    CHECK((f::grassroots >= months(24)).feel() == "candidate.grassroots_service >= @\"P2Y\"");
    CHECK((f::candidate_level < f::target_level).feel() == "candidate.level < target.level");
}

TEST_CASE("combinators give Kleene's answer whatever the order of their parts") {
    constexpr truth truths[] = {truth::no, truth::unknown, truth::yes};
    const auto judged_under = [](const condition& c, truth a, truth b, truth d) {
        const rulebook book = empty_book() + rule("local/1").cite("办法", 1).must(c);
        std::string facts = "{";
        const auto add = [&](const char* name, truth t) {
            if (t != truth::unknown) facts += (facts.size() > 1 ? ",\"" : "\"") + std::string(name) + "\":" + (t == truth::yes ? "true" : "false");
        };
        add("case.requirement", a);
        add("case.other", b);
        add("case.third", d);
        const status s = judged(book, "local/1", facts + "}").status;
        return s == status::satisfied ? truth::yes : s == status::violated ? truth::no : truth::unknown;
    };
    for (const truth a : truths)
        for (const truth b : truths)
            for (const truth d : truths) {
                const int sure = (a == truth::yes) + (b == truth::yes) + (d == truth::yes);
                const int possible = (a != truth::no) + (b != truth::no) + (d != truth::no);
                const truth two = sure >= 2 ? truth::yes : possible < 2 ? truth::no : truth::unknown;
                CHECK(judged_under(at_least(2, f::requirement, f::other, f::third), a, b, d) == two);
                CHECK(judged_under(at_least(2, f::third, f::requirement, f::other), a, b, d) == two);
                CHECK(judged_under(all_of(f::requirement, f::other, f::third), a, b, d) == (a & b & d));
                CHECK(judged_under(any_of(f::third, f::other, f::requirement), a, b, d) == (a | b | d));
                CHECK(judged_under(unless(f::requirement, f::other), a, b, d) == (a | b));
                CHECK(judged_under(!(f::requirement & f::other), a, b, d) == !(a & b));
            }
}

TEST_CASE("a rule may hold a function; it is judged, fails alone where it throws, and is not written") {
    const rulebook base = empty_book();
    const std::size_t index = base.facts()->index_of("case.requirement");
    const rulebook book =
        base + rule("local/1").cite("办法", 1).must([index](const fact_values& v) { return v.values[index].to_truth(); }) +
        rule("local/2").cite("办法", 2).must([](const fact_values&) -> truth { throw std::runtime_error("不行"); }) +
        rule("local/3").cite("办法", 3).must(f::other);
    CHECK(judged(book, "local/1", R"({"case.requirement":true})").status == status::satisfied);
    CHECK(judged(book, "local/1", "{}").status == status::undetermined);
    const verdict failed = judged(book, "local/2", "{}");
    CHECK(failed.status == status::failed);
    CHECK(failed.failure == "不行");
    CHECK(judged(book, "local/3", R"({"case.other":true})").status == status::satisfied);
    const auto written = to_json(*book.find("local/1"));
    REQUIRE(!written);
    CHECK(written.problems()[0].code == "XR-RULE-050");
}

TEST_CASE("a rule built wrongly is refused when it joins a book") {
    const rulebook book = empty_book();
    const auto code = [&](const rule& r) {
        try {
            (void)(book + r);
        } catch (const rulebook_error& e) {
            return e.problems()[0].code;
        }
        return std::string();
    };
    CHECK(code(rule("x/1").must(f::other)) == "XR-RULE-012");
    CHECK(code(rule("x/1").cite("办法", 1)) == "XR-RULE-005");
    CHECK(code(rule("x/1").cite("办法", 1).must(formula("case.othr"))) == "XR-FEEL-010");
    CHECK(code(rule("x/1").cite("办法", 1).judgement(f::other)) == "XR-RULE-018");
}
