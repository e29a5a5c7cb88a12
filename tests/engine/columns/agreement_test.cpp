#include "engine/columns/column_gen.hpp"

#include <xuanren/check/outcome.hpp>
#include <xuanren/check/straddle.hpp>
#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/columns/pool.hpp>
#include <xuanren/engine/judge.hpp>

#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

std::string instrument_of(const std::string& version, const std::string& more) {
    return R"({"id":"act-)" + version + R"(","family":"act","version":")" + version + R"(","authority":"national")" + more + "}";
}

/// A number for each level and way of appointment.
std::string cross(int factor) {
    std::string out;
    int n = 0;
    for (const char* level : {"township_deputy", "township_principal", "county_deputy", "county_principal", "bureau_deputy"})
        for (const char* kind : {"promotion", "lateral", "first", "further_use"})
            out += (out.empty() ? "" : ",") + std::string("[\"") + level + "\",\"" + kind + "\"," + std::to_string(n++ * factor % 11) + "]";
    return out;
}

/// A list that is never known, or known in some rows.
std::string list_of(gen& g) {
    switch (g.between(0, 3)) {
        case 0: return "if case.a then list.numbers else list.numbers";
        case 1: return "for n in list.numbers return n + 1";
        case 2: return "if case.a then list.numbers else []";
        default: return "concatenate([1], list.numbers[item > 3])";
    }
}

/// Two versions of one act, the second from a day or a month on; an exception; tables; definitions.
rulebook random_book(gen& g, bool with_lists, bool with_tables, int rules) {
    rule_gen r(g, with_lists, with_tables);
    const std::string change = g.one_in(3) ? "2019-03" : "2019-03-03";
    std::vector<std::pair<std::string, std::string>> files;
    files.emplace_back("act-2014/instrument.json",
                       instrument_of("2014", R"(,"effective":"2014-01-15","superseded":")" + change + "\"" +
                                                 (g.one_in(2) ? R"(,"before":"none")" : "")));
    files.emplace_back("act-2019/instrument.json",
                       instrument_of("2019", R"(,"effective":")" + change + "\"" +
                                                 (g.one_in(2) ? R"~(,"applies":"target.regime in (regime.direct, regime.by_reference)")~" : "")));
    for (const std::string version : {"2014", "2019"}) {
        std::string list;
        for (int i = 1; i <= rules; ++i) list += (i == 1 ? "" : ",") + r.rule("act-" + version, i);
        std::string exceptions;
        if (version == "2019") {
            exceptions = std::string() + R"({"id":"act-2019/9/exception","cite":{"paragraph":1},"sets_aside":["act-2019/8.1/*","act-2019/8.2/*"],"when":")" +
                         std::string(g.one_in(2) ? "names(exceptional.breaks) and " : "") + r.condition(1) + "\"}";
            if (g.one_in(2))
                exceptions += R"(,{"id":"act-2019/9/limit","cite":{"paragraph":2},"sets_aside":["act-2019/9/exception"],"when":")" + r.condition(1) + "\"}";
        }
        files.emplace_back("act-" + version + "/article-08.json",
                           R"({"instrument":"act-)" + version + R"(","article":8,"rules":[)" + list + R"(],"exceptions":[)" + exceptions + "]}");
        files.emplace_back("act-" + version + "/definitions.json",
                           R"({"instrument":"act-)" + version + R"(","definitions":[)"
                           R"({"id":"defined.until","zh":"影响期止","type":"date","cite":{"article":1},"is":")" + std::string(version == "2014" ? "candidate.joined" : "add months(candidate.joined, 18)") + R"("},)"
                           R"({"id":"defined.sum","zh":"合计","type":"number","cite":{"article":1},"is":")" + (version == "2014" ? "vote.present + 1" : "if case.a then vote.present else vote.members") + R"("},)"
                           R"({"id":"defined.numbers","zh":"数列定义","type":"list of number","cite":{"article":1},"is":")" + list_of(g) + R"("},)"
                           R"({"id":"defined.flag","zh":"标记","type":"boolean","cite":{"article":1},"is":")" + r.condition(1) + R"("}]})");
        files.emplace_back("act-" + version + "/tables.json",
                           R"({"instrument":"act-)" + version + R"(","tables":[)"
                           R"({"id":"years","title":{"zh":"年限","en":"years"},"cite":{"article":2},"key":"level","value":"months","rows":[)"
                           R"(["township_deputy","P1Y"],["township_principal","P2Y"],["county_deputy","P3Y"],["county_principal","P2Y"],["bureau_deputy","P5Y"]]},)"
                           R"({"id":"halves","title":{"zh":"除数","en":"divisors"},"cite":{"article":2},"key":"level","value":"number","rows":[)"
                           R"(["township_deputy",1],["township_principal",2],["county_deputy",4],["county_principal",2],["bureau_deputy",5]]},)"
                           R"({"id":"maybe","title":{"zh":"或有","en":"maybe"},"cite":{"article":2},"key":"level","value":"level","none":true,"rows":[)"
                           R"(["township_deputy","county_deputy"],["county_principal","township_principal"]]},)"
                           R"({"id":"cross","title":{"zh":"交叉","en":"cross"},"cite":{"article":2},"key":["level","kind"],"value":"number","rows":[)" + cross(version == "2014" ? 1 : 3) + "]}]}");
    }
    std::vector<rule_file> given;
    for (const auto& [path, bytes] : files) given.push_back({path, bytes});
    return column_book(given);
}

/// The facts of a row as the generator made them, and what the columns leave to the case.
struct generated_case {
    fact_values facts;
    case_terms terms;
    std::vector<recorded_judgement> attestations;  // that the terms show
};
generated_case case_of(const rulebook& book, const random_table& table, std::size_t row, const column_options& options) {
    const catalogue& facts = *book.facts();
    fact_values held(facts.size());
    for (std::size_t i = 0; i < table.row(row).size(); ++i) held.set(i, table.row(row)[i]);
    case_terms terms;
    const char* dates[] = {"procedure.motion_on", "", "procedure.candidates_on", "", "", "procedure.discussion_on", "", "appointment.effective_on"};
    for (std::size_t s = 0; s < step_count; ++s) {
        auto& entry = terms.steps.entries[s];
        entry.state = step_state::done;
        if (options.on) entry.date = days_of(*options.on);
        const std::size_t i = *dates[s] == '\0' ? catalogue::none : facts.index_of(dates[s]);
        if (i == catalogue::none) continue;
        if (const auto* d = held.values[i].as<interval<civil_date>>()) entry.date = *d;
    }
    terms.review = options.review;
    terms.stage = options.stage;
    terms.law_date = options.law_date;
    std::vector<recorded_judgement> attestations;
    for (const auto list : {detail::attested_holds, detail::attested_fails})
        for (const std::string& rule : table.said(list, row)) {
            attestations.emplace_back();
            attestations.back().rule = rule;
            attestations.back().holds = list == detail::attested_holds;
        }
    terms.attestations = attestations;
    terms.departures = table.said(detail::departed, row);
    return {std::move(held), std::move(terms), std::move(attestations)};
}

/// What the row evaluator says of a rule, as the review of a dossier goes about it.
std::optional<status> judged(case_evaluation& c, const planned_rule& r, bool is_latest) {
    if (!c.reference(step::discussion)) return is_latest ? std::optional(status::undetermined) : std::nullopt;
    if (c.in_force(r.place, r.of->at()) != truth::yes) return std::nullopt;
    return c.judge(r).status;
}

std::string shown(const std::optional<status>& s) { return s ? std::to_string(static_cast<int>(*s)) : "-"; }

struct tally {
    std::size_t cases = 0, verdicts = 0, by_row = 0, rules = 0, straddling = 0;
    std::map<int, std::size_t> statuses;
};

void check_agreement(gen& g, const rulebook& book, const random_table& table, const column_options& options, tally& sums) {
    const auto plan = column_plan::make(book, schema_of(table.view()), options);
    std::string all;
    if (!plan)
        for (const problem& p : plan.problems()) all += p.code + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(plan.has_value(), all);
    column_verdicts verdicts;
    run_options how;
    how.keep_counts = true;
    const std::vector<problem> problems = plan->run(table.view(), verdicts, how);
    REQUIRE_MESSAGE(problems.empty(), (problems.empty() ? "" : problems.front().message.en));
    CHECK(verdicts.is_complete());
    sums.by_row += plan->by_row().size();
    sums.rules += plan->rules().size();

    const rulebook_plan& of = book.plan();
    std::vector<const planned_rule*> rules;
    for (const auto& r : plan->rules())
        for (const planned_rule& p : of.rules)
            if (p.of == r) rules.push_back(&p);
    REQUIRE(rules.size() == plan->rules().size());
    std::vector<rule_summary> summaries(rules.size());
    std::size_t wrong = 0;
    const auto whole = std::make_shared<const rule>("of/the-whole");
    for (std::size_t row = 0; row < table.view().rows; ++row) {
        generated_case made = case_of(book, table, row, options);
        case_evaluation c(of, std::move(made.facts), made.terms);
        for (const std::size_t i : table.given()) c.mark_given(i);
        ++sums.cases;
        std::vector<verdict> findings;
        const auto find = [&](std::shared_ptr<const rule> of_what, status is) {
            verdict v;
            v.of = std::move(of_what);
            v.status = is;
            findings.push_back(std::move(v));
        };
        bool is_open = false;
        version_uses uses(of);
        std::array<std::uint16_t, 8> counts{};
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const planned_rule& r = *rules[i];
            const bool is_latest = r.place.family == planned_place::always ||
                                   r.place.version + 1 == of.families[r.place.family].versions.size();
            const std::optional<status> expected = judged(c, r, is_latest);
            const std::optional<status> found = verdicts.status_of(i, row);
            ++sums.verdicts;
            is_open = is_open || (c.reference(step::discussion) && c.in_force(r.place, r.of->at()) == truth::unknown);
            if (expected) find(r.of, *expected);
            const bool reaches = expected && *expected != status::not_applicable && *expected != status::pending;
            if (reaches && c.reference(step::discussion) && c.terms().steps[r.of->at()].state == step_state::done)
                uses.add(r.place, r.of->at());
            if (expected) {
                ++sums.statuses[static_cast<int>(*expected)];
                ++summaries[i].by_status[static_cast<std::size_t>(*expected)];
                ++counts[static_cast<std::size_t>(*expected)];
            }
            if (found != expected && ++wrong < 4) {
                const auto told = plan->explain(table.view(), row, i);
                FAIL_CHECK("rule ", r.of->id(), " row ", row, ": expected ", shown(expected), ", columns say ", shown(found),
                           ", explain says ", told ? std::to_string(static_cast<int>(told->status)) : "-", "\n  applies ",
                           r.of->scope().source, "\n  must ", r.of->requirement().source, "\n  band ", r.of->band().source,
                           "\n  due ", r.of->due().source, "\n  met ", r.of->met().source);
            }
            if (g.one_in(50)) {
                const auto told = plan->explain(table.view(), row, i);
                CHECK(told.has_value() == expected.has_value());
                if (told && expected) CHECK(told->status == *expected);
            }
        }
        if (wrong == 0) {
            const auto held = verdicts.counts(row);
            CHECK(std::equal(held.begin(), held.end(), counts.begin()));
        }
        if (is_open) find(whole, status::undetermined);
        for (const planned_rule& q : uses.questions(c)) find(q.of, status::judgement), ++sums.straddling;
        const auto kind_of = [&](const char* fact) { return c.value_of(of.parts.facts->index_of(fact)).as<enumerator>(); };
        const auto *declared = kind_of("appointment.kind"), *shown = kind_of("appointment.derived_kind");
        if (declared != nullptr && shown != nullptr && declared->index != shown->index) find(whole, status::judgement);
        const auto* regime = c.facts().values[of.regime_fact].as<enumerator>();
        if (regime != nullptr && regime->index == 2) find(whole, status::judgement);
        CHECK(verdicts.outcomes()[row] == outcome_of(findings, true));
    }
    CHECK(wrong == 0);
    for (std::size_t i = 0; i < rules.size() && wrong == 0; ++i) CHECK(verdicts.summary(i) == summaries[i]);

    // Any number of threads says the same, and so does a second run in the same memory.
    worker_pool pool(3);
    column_verdicts others;
    run_options in_threads;
    in_threads.pool = &pool;
    for (int turn = 0; turn < 2; ++turn) {
        CHECK(plan->run(table.view(), others, in_threads).empty());
        for (std::size_t i = 0; i < rules.size(); ++i) {
            CHECK(others.summary(i) == verdicts.summary(i));
            std::vector<std::uint8_t> a(verdicts.rows()), b(verdicts.rows());
            verdicts.statuses(i, a);
            others.statuses(i, b);
            CHECK(a == b);
        }
        CHECK(std::equal(others.outcomes().begin(), others.outcomes().end(), verdicts.outcomes().begin()));
    }
}

column_options random_options(gen& g) {
    column_options out;
    if (g.one_in(3)) out.on = g.day(2013, 2023);
    if (g.one_in(2)) out.review = g.day(2013, 2023);
    if (g.one_in(6)) out.stage = g.one_in(2) ? step::discussion : step::candidates;
    if (g.one_in(6)) out.law_date = g.day(2013, 2023);
    return out;
}

std::size_t books_of_environment(std::size_t usual) {
    const char* asked = std::getenv("XUANREN_BOOKS");
    return asked == nullptr ? usual : std::stoull(asked);
}

}  // namespace

TEST_CASE("columns and rows agree on random rules and cases") {
    gen g;
    tally sums;
    const std::size_t books = books_of_environment(60);
    for (std::size_t b = 0; b < books; ++b) {
        CAPTURE(b);
        gen of_book(g.seed() * 1'000'003 + b);
        INFO("XUANREN_SEED=", g.seed(), " book ", b);
        const bool with_lists = of_book.one_in(4);
        const column_options options = random_options(of_book);
        const rulebook book = random_book(of_book, with_lists, !options.law_date, 6);
        const std::size_t rows = of_book.one_in(4) ? detail::block_rows + static_cast<std::size_t>(of_book.between(1, 176)) : static_cast<std::size_t>(of_book.between(1, 600));
        const random_table table(of_book, rows, of_book.one_in(3) ? 4 : 40);
        check_agreement(of_book, book, table, options, sums);
    }
    std::string statuses;
    for (const auto& [s, n] : sums.statuses) statuses += " " + std::to_string(s) + ":" + std::to_string(n);
    MESSAGE("XUANREN_SEED=", g.seed(), ": ", sums.cases, " cases, ", sums.verdicts, " verdicts, by status", statuses, "; ",
            sums.by_row, " of ", sums.rules, " rules by row; ", sums.straddling, " cases under two versions");
    if (books >= 60)
        for (int s = 0; s < 7; ++s) CHECK(sums.statuses[s] > 0);
}
