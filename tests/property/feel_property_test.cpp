// tests/property/feel_property_test.cpp
#include <engine/feel_support.hpp>
#include <support/gen.hpp>

#include <xuanren/engine/compare.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace xuanren;
using xuanren::testing::gen;
using xuanren::testing::sample_case;

namespace {

/// Random well-typed rule expressions over the sample case's facts.
class expression_gen {
public:
    explicit expression_gen(gen& g) : gen_(g) {}

    std::string boolean(int depth) {
        if (depth == 0)
            return pick({"is_member", "true", "false", "votes.present > 2", "votes.due = 5"});
        switch (gen_.between(0, 13)) {
            case 0:
                return "(" + boolean(depth - 1) + " and " + boolean(depth - 1) + ")";
            case 1:
                return "(" + boolean(depth - 1) + " or " + boolean(depth - 1) + ")";
            case 2:
                return "not(" + boolean(depth - 1) + ")";
            case 3:
                return number(depth - 1) + order() + number(depth - 1);
            case 4:
                return number(depth - 1) + " between " + number(depth - 1) + " and " +
                       number(depth - 1);
            case 5:
                return number(depth - 1) + " in (" + number(depth - 1) + ", [" + number(0) + ".." +
                       number(0) + "), < 3)";
            case 6:
                return date(depth - 1) + order() + date(depth - 1);
            case 7:
                return "target.level" + order() + "level.township_principal";
            case 8:
                return "elapsed(" + date(depth - 1) + ")" + order() + months();
            case 9:
                return "some g in " + list(depth - 1) + " satisfies g" + order() + number(0);
            case 10:
                return "every g in " + list(depth - 1) + " satisfies g" + order() + number(0);
            case 11:
                return "(if " + boolean(depth - 1) + " then " + boolean(depth - 1) + " else " +
                       boolean(depth - 1) + ")";
            case 12:
                return "list contains(" + list(depth - 1) + ", " + number(depth - 1) + ")";
            default:
                return "service" + order() + months();
        }
    }

    std::string number(int depth) {
        if (depth == 0) return pick({"votes.present", "votes.due", "1", "3", "-2", "2.5"});
        switch (gen_.between(0, 8)) {
            case 0:
                return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1:
                return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2:
                return "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 3:
                return "count(" + list(depth - 1) + ")";
            case 4:
                return "max(" + list(depth - 1) + ")";
            case 5:
                return "sum(" + list(depth - 1) + ")";
            case 6:
                return "abs(" + number(depth - 1) + ")";
            case 7:
                return "(if " + boolean(depth - 1) + " then " + number(depth - 1) + " else " +
                       number(depth - 1) + ")";
            default:
                return date(depth - 1) + ".year";
        }
    }

    std::string list(int depth) {
        if (depth == 0) return pick({"grades", "[1, 2, votes.due]", "[]"});
        switch (gen_.between(0, 4)) {
            case 0:
                return list(depth - 1) + "[item" + order() + number(0) + "]";
            case 1:
                return "(for g in " + list(depth - 1) + " return g + " + number(depth - 1) + ")";
            case 2:
                return "concatenate(" + list(depth - 1) + ", [" + number(depth - 1) + "])";
            case 3:
                return "distinct values(" + list(depth - 1) + ")";
            default:
                return "reverse(" + list(depth - 1) + ")";
        }
    }

    std::string date(int depth) {
        if (depth == 0) return pick({"candidate.born", "candidate.level_since", "@\"2020-02-29\""});
        switch (gen_.between(0, 4)) {
            case 0:
                return "(" + date(depth - 1) + " + " + months() + ")";
            case 1:
                return "add months(" + date(depth - 1) + ", " + pick({"1", "14", "votes.due"}) +
                       ")";
            case 2:
                return "max([" + date(depth - 1) + ", " + date(depth - 1) + "])";
            case 3:
                return "moved on(" + date(depth - 1) +
                       ", [[candidate.level_since..@\"2021-12-31\"]], candidate.spans)";
            default:
                return "(" + date(depth - 1) + " - @\"P40D\")";
        }
    }

private:
    std::string order() { return pick({" < ", " <= ", " > ", " >= ", " = ", " != "}); }
    std::string months() {
        return pick({"@\"P1Y\"", "@\"P3M\"", "service", "time in(candidate.spans)"});
    }
    std::string pick(std::vector<std::string> from) { return gen_.one_of(from); }

    gen& gen_;
};

/// A value for each fact, and the same with some of it not known.
struct two_cases {
    sample_case full;
    sample_case partial;
};

std::unique_ptr<two_cases> make_cases(gen& g) {
    auto made = std::make_unique<two_cases>();
    const auto set = [&](const char* fact, value full, value partial) {
        made->full.set(fact, std::move(full));
        made->partial.set(fact, std::move(partial));
    };
    const auto hide = [&](value v) { return g.one_in(2) ? value() : std::move(v); };
    const auto scalar = [&](const char* fact, const value& v) { set(fact, v, hide(v)); };
    const auto day = [&](const char* fact) {
        const civil_date d = g.day(2015, 2023);
        const value v = d;
        switch (g.between(0, 3)) {
            case 0:
                return set(fact, v, value());
            case 1:
                return set(fact, v, civil_date(d.year(), d.month()));
            case 2:
                return set(fact, v, civil_date(d.year()));
            default:
                return set(fact, v, v);
        }
    };
    scalar("is_member", g.one_in(2));
    scalar("votes.present", number(g.between(-2, 6)));
    const std::int64_t due = g.between(0, 6);
    set("votes.due", number(due),
        g.one_in(2)
            ? value(interval<number>(number(due - g.between(0, 2)), number(due + g.between(0, 2))))
            : hide(number(due)));
    scalar("service", months(g.between(0, 40)));
    const char* level = g.one_in(2) ? "township_deputy" : "county_deputy";
    set("target.level", made->full.member("level", level),
        hide(made->partial.member("level", level)));
    day("candidate.born");
    day("candidate.level_since");
    std::vector<value> grades, some_grades;
    for (std::int64_t i = g.between(0, 4); i > 0; --i) {
        grades.emplace_back(number(g.between(0, 5)));
        some_grades.push_back(hide(grades.back()));
    }
    const bool is_listed = g.one_in(4);
    set("grades", sample_case::list(grades), is_listed ? value() : sample_case::list(some_grades));
    const civil_date from = g.day(2016, 2021);
    const civil_date to = from + days(g.between(0, 700));
    const value spans = sample_case::list({sample_case::range(from, to)});
    const value rough =
        sample_case::list({sample_case::range(civil_date(from.year(), from.month()), to)});
    set("candidate.spans", spans, g.one_in(3) ? value() : g.one_in(2) ? rough : spans);
    made->full.refer_to(civil_date(2022, 5, 20));
    made->partial.refer_to(g.one_in(2) ? civil_date(2022, 5, 20) : civil_date(2022, 5));
    return made;
}

/// Whether an answer on partial knowledge allows for the answer on full knowledge.
bool allows(const value& partial, const value& full) {
    if (partial.is_unknown()) return true;
    if (partial.held().index() != full.held().index()) return false;
    if (const auto* a = partial.as<std::shared_ptr<const list_value>>()) {
        const auto& b = *full.as<std::shared_ptr<const list_value>>();
        if ((*a)->items.size() != b->items.size()) return false;
        for (std::size_t i = 0; i < b->items.size(); ++i)
            if (!allows((*a)->items[i], b->items[i])) return false;
        return true;
    }
    const answer equal = is_equal(partial, full);
    return equal == answer::yes || equal == answer::unknown;
}

}  // namespace

TEST_CASE("Kleene's laws hold of answers") {
    constexpr answer all[] = {answer::no, answer::null, answer::unknown, answer::yes};
    for (const answer a : all) {
        CHECK(!!a == a);
        CHECK((a & a) == a);
        CHECK((a | a) == a);
        CHECK((a & answer::no) == answer::no);
        CHECK((a | answer::yes) == answer::yes);
        for (const answer b : all) {
            CHECK((a & b) == (b & a));
            CHECK((a | b) == (b | a));
            CHECK(!(a & b) == ((!a) | (!b)));
            CHECK(!(a | b) == ((!a) & (!b)));
            for (const answer c : all) {
                CHECK((a & (b & c)) == ((a & b) & c));
                CHECK((a | (b | c)) == ((a | b) | c));
            }
        }
    }
    for (const truth a : {truth::no, truth::unknown, truth::yes})
        for (const truth b : {truth::no, truth::unknown, truth::yes}) {
            CHECK(to_answer(a & b) == (to_answer(a) & to_answer(b)));
            CHECK(to_answer(a | b) == (to_answer(a) | to_answer(b)));
        }
}

TEST_CASE("what is known on partial knowledge stays so when the rest is learnt") {
    gen g;
    INFO("XUANREN_SEED=" << g.seed());
    expression_gen expressions(g);
    int known = 0;
    for (int i = 0; i < 6'000; ++i) {
        const std::unique_ptr<two_cases> cases = make_cases(g);
        const int depth = static_cast<int>(g.between(1, 3));
        const std::string text = g.one_in(3)   ? expressions.number(depth)
                                 : g.one_in(3) ? expressions.date(depth)
                                               : expressions.boolean(depth);
        CAPTURE(text);
        const result<node_ptr> full = parse_feel(text, cases->full.words());
        const result<node_ptr> partial = parse_feel(text, cases->partial.words());
        REQUIRE(full);
        REQUIRE(partial);
        const value everything = evaluate(**full, cases->full.with());
        const value something = evaluate(**partial, cases->partial.with());
        CAPTURE(to_feel(everything));
        CAPTURE(to_feel(something));
        // A doubtful range leaves doubt even where every fact is known.
        if (everything.is_unknown())
            CHECK(something.is_unknown());
        else
            CHECK(allows(something, everything));
        known += static_cast<int>(!something.is_unknown());
    }
    CHECK(known > 1'000);
}

TEST_CASE("parsing what was written gives the expression back, and the same value") {
    gen g;
    INFO("XUANREN_SEED=" << g.seed());
    expression_gen expressions(g);
    const std::unique_ptr<two_cases> cases = make_cases(g);
    for (int i = 0; i < 3'000; ++i) {
        const std::string text = expressions.boolean(static_cast<int>(g.between(0, 4)));
        CAPTURE(text);
        const result<node_ptr> parsed = parse_feel(text, cases->partial.words());
        REQUIRE(parsed);
        const std::string written = to_feel(**parsed);
        CAPTURE(written);
        const result<node_ptr> again = parse_feel(written, cases->partial.words());
        REQUIRE(again);
        CHECK(same(**parsed, **again));
        CHECK(same(evaluate(**parsed, cases->partial.with()),
                   evaluate(**again, cases->partial.with())));
    }
}

TEST_CASE("the order of the parts of a conjunction or disjunction never matters") {
    gen g;
    INFO("XUANREN_SEED=" << g.seed());
    expression_gen expressions(g);
    for (int i = 0; i < 2'000; ++i) {
        const std::unique_ptr<two_cases> cases = make_cases(g);
        const std::string a = expressions.boolean(2);
        const std::string b = expressions.boolean(2);
        CAPTURE(a);
        CAPTURE(b);
        for (const char* word : {" and ", " or "})
            CHECK(cases->partial.answer("(" + a + ")" + word + "(" + b + ")") ==
                  cases->partial.answer("(" + b + ")" + word + "(" + a + ")"));
    }
}
