// tests/property/verdict_property_test.cpp
#include "engine/rule_support.hpp"

#include <xuanren/check/case_facts.hpp>
#include <xuanren/engine/residual.hpp>

#include <support/gen.hpp>

#include <map>
#include <string>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

/// Expressions over a handful of facts, and values for them, drawn at random.
class case_gen {
public:
    explicit case_gen(gen& g) : g_(g) {}

    std::string condition(int depth) {
        if (depth == 0 || g_.one_in(4)) return leaf();
        switch (g_.between(0, 3)) {
            case 0: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
            case 1: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
            case 2: return "not(" + condition(depth - 1) + ")";
            default:
                return "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " + condition(depth - 1) + ")";
        }
    }

    /// A value for each fact, as JSON; every one given.
    std::map<std::string, std::string> values() {
        std::map<std::string, std::string> out;
        for (const char* name : {"case.requirement", "case.other", "case.third", "case.exception", "case.scope", "case.band"})
            out[name] = g_.one_in(2) ? "true" : "false";
        for (const char* name : {"candidate.level_since", "candidate.work_started"})
            out[name] = "\"" + to_string(g_.day(2017, 2024)) + "\"";
        out["target.level"] = "\"" + std::string(g_.one_of(levels_)) + "\"";
        out["vote.present"] = std::to_string(g_.between(0, 9));
        out["vote.in_favour"] = std::to_string(g_.between(0, 9));
        return out;
    }

    static std::string json(const std::map<std::string, std::string>& values) {
        std::string out = "{";
        for (const auto& [name, value] : values) out += (out.size() == 1 ? "\"" : ",\"") + name + "\":" + value;
        return out + "}";
    }

private:
    std::string leaf() {
        static const std::vector<std::string> leaves = {
            "case.requirement", "case.other", "case.third", "target.level >= level.county_deputy",
            "target.level in (level.township_deputy, level.county_principal)", "vote.present >= 5",
            "vote.in_favour * 2 > vote.present", "elapsed(candidate.level_since) >= @\\\"P2Y\\\"",
            "candidate.level_since < candidate.work_started", "elapsed(candidate.work_started) between @\\\"P1Y\\\" and @\\\"P4Y\\\"",
            "vote.present between 3 and vote.in_favour"};
        return g_.one_of(leaves);
    }

    const std::vector<std::string> levels_ = {"township_deputy", "township_principal", "county_deputy", "county_principal"};
    gen& g_;
};

rulebook random_book(case_gen& c, bool with_band) {
    return folder_of(R"([{"id":"act-2019/8/r","cite":{},"applies":")" + c.condition(2) + R"(","must":")" + c.condition(3) + "\"" +
                         (with_band ? R"(,"judgement":")" + c.condition(1) + "\"" : "") + "}]",
                     R"([{"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/8/*"],"when":")" + c.condition(2) + "\"}]")
        .book();
}

fact_values facts_of(const rulebook& book, const std::map<std::string, std::string>& values) {
    std::vector<problem> problems;
    return detail::case_facts(book.plan(), problems).read(detail::rule_json::parse(case_gen::json(values)));
}
node_ptr residual_of_band(const rulebook& book, const std::map<std::string, std::string>& values) {
    const fact_values facts = facts_of(book, values);
    environment with;
    with.facts = &facts;
    with.reference = days_of(civil_date(2024, 5, 20));
    return residual(book.rules()[0]->band().parsed, with);
}

bool is_breach(status s) { return s == status::violated; }
bool is_no_breach(status s) {
    return s == status::not_applicable || s == status::satisfied || s == status::excepted;
}

}  // namespace

TEST_CASE("what is learnt never turns a breach into none or back, and the residual foretells every filling") {
    gen g;
    INFO("XUANREN_SEED=", g.seed());
    case_gen c(g);
    int open = 0;
    for (int round = 0; round < 150; ++round) {
        const rulebook book = random_book(c, g.one_in(3));
        for (int row = 0; row < 6; ++row) {
            const auto all = c.values();
            auto known = all;
            for (const auto& [name, value] : all)
                if (g.one_in(3)) known.erase(name);
            const verdict partial = judged(book, "act-2019/8/r", case_gen::json(known));
            const verdict full = judged(book, "act-2019/8/r", case_gen::json(all));
            CAPTURE(to_feel(*book.rules()[0]->requirement().parsed));
            CAPTURE(case_gen::json(known));
            CAPTURE(case_gen::json(all));
            CHECK(full.status != status::undetermined);
            if (is_breach(partial.status)) CHECK(is_breach(full.status));
            if (is_no_breach(partial.status)) CHECK(is_no_breach(full.status));
            if (partial.status != status::undetermined || !partial.residual) continue;
            ++open;
            // Where scope, requirement and exception are settled, the residual is the band itself.
            const bool is_band = partial.scope && partial.requirement && partial.band &&
                                 partial.scope->result.to_truth() == truth::yes &&
                                 partial.requirement->result.to_truth() == truth::no &&
                                 partial.band->result.to_truth() == truth::unknown &&
                                 same(*partial.residual, *residual_of_band(book, known));
            // The missing facts alone decide: fill just those, and the residual says what comes out.
            for (int filling = 0; filling < 4; ++filling) {
                const auto other = c.values();
                auto filled = known;
                for (const std::size_t i : partial.missing) filled[(*book.facts())[i].name] = other.at((*book.facts())[i].name);
                const verdict after = judged(book, "act-2019/8/r", case_gen::json(filled));
                const fact_values facts = facts_of(book, filled);
                environment with;
                with.facts = &facts;
                with.reference = days_of(civil_date(2024, 5, 20));
                const truth foretold = evaluate(*partial.residual, with).to_truth();
                CAPTURE(to_feel(*partial.residual));
                CAPTURE(case_gen::json(filled));
                CHECK(foretold != truth::unknown);
                if (is_band) {
                    CHECK(after.status != status::undetermined);
                    continue;
                }
                CHECK((foretold == truth::yes) == is_no_breach(after.status));
                CHECK((foretold == truth::no) == (after.status == status::violated || after.status == status::judgement));
            }
        }
    }
    CHECK(open > 50);
}

TEST_CASE("explaining and evaluating agree, and verdicts are the same without explanation") {
    gen g;
    INFO("XUANREN_SEED=", g.seed());
    case_gen c(g);
    for (int round = 0; round < 200; ++round) {
        const rulebook book = random_book(c, true);
        auto values = c.values();
        for (auto i = values.begin(); i != values.end();) i = g.one_in(3) ? values.erase(i) : std::next(i);
        const fact_values facts = facts_of(book, values);
        environment with;
        with.facts = &facts;
        with.reference = days_of(civil_date(2024, 5, 20));
        for (const node_ptr& n : {book.rules()[0]->scope().parsed, book.rules()[0]->requirement().parsed, book.rules()[0]->band().parsed}) {
            CAPTURE(to_feel(*n));
            CAPTURE(case_gen::json(values));
            CHECK(explain(n, with).result.to_truth() == evaluate(*n, with).to_truth());
        }
        case_terms terms;
        for (auto& entry : terms.steps.entries) entry = {days_of(civil_date(2024, 5, 20)), step_state::done};
        case_evaluation brief(book.plan(), facts, terms);
        case_evaluation whole(book.plan(), facts, terms);
        CHECK(judge(brief, book.plan().rules[0], false).status == judge(whole, book.plan().rules[0], true).status);
    }
}

TEST_CASE("the earliest day is the first that helps, held against every day in turn") {
    gen g;
    INFO("XUANREN_SEED=", g.seed());
    case_gen c(g);
    int found = 0;
    for (int round = 0; round < 120; ++round) {
        const rulebook book = random_book(c, false);
        const std::string facts = case_gen::json(c.values());
        const verdict v = judged(book, "act-2019/8/r", facts);
        if (v.status != status::violated) continue;
        std::optional<civil_date> first;
        civil_date day(2024, 5, 20);
        for (int i = 0; i < 3000 && !first; ++i) {
            day = day + days(1);
            if (v.earliest && *v.earliest < day) break;
            if (i > 1500 && !v.earliest) break;
            // Most days change nothing; the turn of a month or an anniversary does.
            case_row row;
            row.facts = facts;
            row.on = day;
            if (day.day() > 1 && !v.earliest && i % 7 != 0) continue;
            if (is_no_breach((*evaluate_case(book, "act-2019/8/r", row))->status)) first = day;
        }
        CAPTURE(facts);
        CAPTURE(to_feel(*book.rules()[0]->requirement().parsed));
        CHECK(first == v.earliest);
        found += v.earliest.has_value();
    }
    CHECK(found > 0);
}

TEST_CASE("the order of rules, exceptions and files never matters") {
    gen g;
    INFO("XUANREN_SEED=", g.seed());
    case_gen c(g);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> rules, exceptions;
        for (int i = 0; i < 4; ++i) {
            rules.push_back(R"({"id":"act-2019/8/r)" + std::to_string(i) + R"(","cite":{},"must":")" + c.condition(2) + "\"}");
            exceptions.push_back(R"({"id":"act-2019/9/x)" + std::to_string(i) + R"(","cite":{},"sets_aside":["act-2019/8/r)" +
                                 std::to_string(i) + R"(","act-2019/8/r0"],"when":")" + c.condition(1) + "\"}");
        }
        const auto list = [](const std::vector<std::string>& parts, bool backwards) {
            std::string out;
            for (const std::string& p : parts) out = out.empty() ? p : backwards ? p + "," + out : out + "," + p;
            return "[" + out + "]";
        };
        const rulebook a = folder_of(list(rules, false), list(exceptions, false)).book();
        const rulebook b = folder_of(list(rules, true), list(exceptions, true)).book();
        CHECK(a.digest() == b.digest());
        const std::string facts = case_gen::json(c.values());
        for (std::size_t i = 0; i < a.plan().rules.size(); ++i) {
            CHECK(a.plan().rules[i].of->id() == b.plan().rules[i].of->id());
            const std::string id = a.plan().rules[i].of->id();
            const verdict va = judged(a, id, facts), vb = judged(b, id, facts);
            CHECK(va.status == vb.status);
            CHECK(va.set_aside_by == vb.set_aside_by);
        }
    }
}

TEST_CASE("a status that is found twice is found the same: no state is kept between cases") {
    gen g;
    case_gen c(g);
    const rulebook book = random_book(c, true);
    std::vector<std::string> rows;
    for (int i = 0; i < 30; ++i) rows.push_back(case_gen::json(c.values()));
    std::vector<status> forward, backward;
    for (const std::string& r : rows) forward.push_back(judged(book, "act-2019/8/r", r).status);
    for (auto r = rows.rbegin(); r != rows.rend(); ++r) backward.insert(backward.begin(), judged(book, "act-2019/8/r", *r).status);
    CHECK(forward == backward);
}
