// benchmarks/w1.cpp
//
// Workload W1: twelve rules on a million appointment cases. The rules as data, over columns, beside
// a plain row loop and the best columnar code written by hand; W1U with one value in twenty unknown.
// All ways must agree, row by row where both answer rows, before anything is measured.

#include "instructions.hpp"
#include "w1/columns.hpp"
#include "w1/library.hpp"
#include "w1/row_loop.hpp"

#include <xuanren/engine/columns/column_findings.hpp>

#include <benchmark/benchmark.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace w1;

struct workload {
    std::vector<appointment_case> cases;
    columns known, unknown;

    explicit workload(std::size_t rows) : cases(draw_cases(rows)), known(columns_of(cases)), unknown(known) {
        forget_one_in_twenty(unknown);
    }
};

const workload& of_rows(std::size_t rows) {
    static std::vector<std::unique_ptr<const workload>> held;
    for (const auto& w : held)
        if (w->cases.size() == rows) return *w;
    return *held.emplace_back(std::make_unique<const workload>(rows));
}

[[noreturn]] void disagree(const char* who, std::size_t rule, std::uint64_t expected, std::uint64_t found) {
    std::fprintf(stderr, "w1: %s: rule %zu: expected %llu, found %llu\n", who, rule + 1, static_cast<unsigned long long>(expected),
                 static_cast<unsigned long long>(found));
    std::exit(2);
}

void judge_by_plan(const xuanren::column_plan& plan, const xuanren::table_view& table, xuanren::column_verdicts& into,
                   const xuanren::run_options& options = {}) {
    const auto problems = plan.run(table, into, options);
    if (!problems.empty()) give_up(problems);
}

/// The library's bitmaps of both statuses against those of the twin.
void compare_plan(const char* who, const columns& c, const answers& expected) {
    const xuanren::column_plan plan = plan_for(c);
    xuanren::column_verdicts found;
    judge_by_plan(plan, table_of(c), found);
    bitmap violated(words_for(c.rows)), undetermined(words_for(c.rows));
    for (std::size_t r = 0; r < rule_count; ++r) {
        found.bitmap(r, xuanren::status::violated, violated);
        found.bitmap(r, xuanren::status::undetermined, undetermined);
        for (std::size_t w = 0; w < violated.size(); ++w) {
            if (violated[w] != expected.violated[r][w]) disagree(who, r, expected.violated[r][w], violated[w]);
            if (undetermined[w] != expected.undetermined[r][w]) disagree(who, r, expected.undetermined[r][w], undetermined[w]);
        }
    }
}

/// Some rows by the row evaluator, which knows nothing of columns, against the twin.
void compare_row_evaluator(const char* who, const columns& c, const answers& expected, std::size_t rows) {
    const xuanren::column_plan plan = plan_for(c);
    const xuanren::table_view table = table_of(c);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t r = 0; r < rule_count; ++r) {
            const auto v = plan.explain(table, i, r);
            const auto expects = [&](const bitmap& bits) { return (bits[i / 64] >> (i % 64) & 1) != 0; };
            const bool is_violated = v && v->status == xuanren::status::violated;
            const bool is_open = v && v->status == xuanren::status::undetermined;
            if (is_violated != expects(expected.violated[r])) disagree(who, r, expects(expected.violated[r]), is_violated);
            if (is_open != expects(expected.undetermined[r])) disagree(who, r, expects(expected.undetermined[r]), is_open);
        }
}

/// Everything that is measured agrees on the first million cases, and there are 1.40 violations a case.
void check_agreement() {
    const workload& w = of_rows(1'000'000);
    const counts expected = count_by_rows(w.cases);
    const double mean = static_cast<double>(total(expected)) / static_cast<double>(w.cases.size());
    if (std::abs(mean - 1.40) > 0.01) {
        std::fprintf(stderr, "w1: %.3f violations a case instead of 1.40\n", mean);
        std::exit(2);
    }
    answers by_vectors(w.known.rows), with_unknowns(w.known.rows);
    judge_by_vectors(w.known, by_vectors);
    std::vector<std::uint16_t> by_loop(w.known.rows);
    judge_by_plain_loop(w.known, by_loop);
    for (std::size_t r = 0; r < rule_count; ++r) {
        std::uint64_t vectors = 0, loop = 0;
        for (const std::uint64_t bits : by_vectors.violated[r]) vectors += static_cast<std::uint64_t>(std::popcount(bits));
        for (const std::uint16_t bits : by_loop) loop += bits >> r & 1u;
        if (vectors != expected[r]) disagree("vectors", r, expected[r], vectors);
        if (loop != expected[r]) disagree("plain loop", r, expected[r], loop);
    }
    compare_plan("plan, W1", w.known, by_vectors);
    judge_by_vectors_with_unknowns(w.unknown, with_unknowns);
    compare_plan("plan, W1U", w.unknown, with_unknowns);
    compare_row_evaluator("row evaluator, W1", w.known, by_vectors, 5'000);
    compare_row_evaluator("row evaluator, W1U", w.unknown, with_unknowns, 20'000);
}

std::size_t rows_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }
void count_rows(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * state.range(0)); }

void rows_by_loop(benchmark::State& state) {
    const workload& w = of_rows(rows_of(state));
    for (auto _ : state) {
        counts n = count_by_rows(w.cases);
        benchmark::DoNotOptimize(n);
    }
    count_rows(state);
}

void columns_by_loop(benchmark::State& state) {
    const workload& w = of_rows(rows_of(state));
    std::vector<std::uint16_t> out(w.known.rows);
    for (auto _ : state) {
        judge_by_plain_loop(w.known, out);
        benchmark::DoNotOptimize(out.data());
    }
    count_rows(state);
}

void columns_by_vectors(benchmark::State& state) {
    const workload& w = of_rows(rows_of(state));
    answers out(w.known.rows);
    for (auto _ : state) {
        judge_by_vectors(w.known, out);
        benchmark::DoNotOptimize(out.violated[0].data());
    }
    state.SetLabel(vector_instructions());
    count_rows(state);
}

void unknowns_by_vectors(benchmark::State& state) {
    const workload& w = of_rows(rows_of(state));
    answers out(w.unknown.rows);
    for (auto _ : state) {
        judge_by_vectors_with_unknowns(w.unknown, out);
        benchmark::DoNotOptimize(out.violated[0].data());
    }
    state.SetLabel(vector_instructions());
    count_rows(state);
}

void by_plan(benchmark::State& state, const columns& c, const xuanren::run_options& options) {
    const xuanren::column_plan plan = plan_for(c);
    const xuanren::table_view table = table_of(c);
    xuanren::column_verdicts into;
    for (auto _ : state) {
        judge_by_plan(plan, table, into, options);
        benchmark::DoNotOptimize(&into);
    }
    state.SetLabel(std::string(xuanren::column_plan::instructions()));
    count_rows(state);
}

xuanren::run_options verdicts_alone() {
    xuanren::run_options out;
    out.keep_outcomes = false;
    return out;
}

void rules_as_data(benchmark::State& state) { by_plan(state, of_rows(rows_of(state)).known, verdicts_alone()); }
void rules_as_data_unknowns(benchmark::State& state) { by_plan(state, of_rows(rows_of(state)).unknown, verdicts_alone()); }
void rules_as_data_outcomes(benchmark::State& state) { by_plan(state, of_rows(rows_of(state)).known, {}); }

/// Row, rule, fact, value and bound of every violation, verdicts included.
void findings(benchmark::State& state) {
    const columns& c = of_rows(rows_of(state)).known;
    const xuanren::column_plan plan = plan_for(c);
    const xuanren::table_view table = table_of(c);
    xuanren::column_verdicts into;
    xuanren::column_findings found;
    for (auto _ : state) {
        judge_by_plan(plan, table, into, verdicts_alone());
        found.find(plan, table, into, false);
        benchmark::DoNotOptimize(found.groups().data());
    }
    state.counters["findings"] = static_cast<double>(found.size());
    count_rows(state);
}

constexpr std::int64_t cached = 8'192, few = 100'000, many = 1'000'000;

BENCHMARK(rows_by_loop)->Name("w1/rows/plain_loop")->Arg(many);
BENCHMARK(columns_by_loop)->Name("w1/columns/plain_loop")->Arg(many);
BENCHMARK(columns_by_vectors)->Name("w1/columns/handwritten")->Arg(cached)->Arg(few)->Arg(many);
BENCHMARK(rules_as_data)->Name("w1/columns/rules")->Arg(cached)->Arg(few)->Arg(many);
BENCHMARK(rules_as_data_outcomes)->Name("w1/columns/rules_with_outcomes")->Arg(many);
BENCHMARK(findings)->Name("w1/columns/rules_with_findings")->Arg(many);
BENCHMARK(unknowns_by_vectors)->Name("w1u/columns/handwritten")->Arg(cached)->Arg(many);
BENCHMARK(rules_as_data_unknowns)->Name("w1u/columns/rules")->Arg(cached)->Arg(many);

}  // namespace

int main(int count, char** arguments) {
    take_instructions(count, arguments);
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    check_agreement();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
