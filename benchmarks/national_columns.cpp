// benchmarks/national_columns.cpp
//
// What the national rules cost over appointments as columns: a rule and row on average, by one thread
// and two, from 10^5 rows to 10^7, the fixed cost of a call, what making the plan costs, and the memory
// beside columns and verdicts. Beside it one rule written out by hand, alone over the same columns.

#include "instructions.hpp"

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/columns/pool.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <support/national_table.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>

#include <malloc.h>

namespace {

using namespace xuanren;

column_options reviewed() {
    column_options options;
    options.calendar = &national_calendar();
    options.review = civil_date(2025, 3, 31);
    return options;
}

/// Made once; one value in twenty is not known where `unknown` says so.
const testing::national_table& table_of(std::size_t rows, bool unknown = false) {
    static std::map<std::pair<std::size_t, bool>, std::unique_ptr<testing::national_table>> made;
    auto& held = made[{rows, unknown}];
    if (!held) {
        made.clear();
        auto& fresh = made[{rows, unknown}];
        fresh = std::make_unique<testing::national_table>(rulebooks::national(), rows, 20240601, unknown ? 20 : 0);
        return *fresh;
    }
    return *held;
}

column_plan plan_of(const table_view& table) {
    auto plan = column_plan::make(rulebooks::national(), schema_of(table), reviewed());
    if (!plan || !plan->by_row().empty()) std::abort();  // no figure is worth anything
    return std::move(plan).value();
}

void judge(benchmark::State& state, std::size_t threads, bool unknown, run_options how) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const testing::national_table& table = table_of(rows, unknown);
    const column_plan plan = plan_of(table.view());
    worker_pool pool(threads);
    if (threads > 1) how.pool = &pool;
    column_verdicts verdicts;
    if (!plan.run(table.view(), verdicts, how).empty()) std::abort();
    for (auto _ : state) {
        auto problems = plan.run(table.view(), verdicts, how);
        benchmark::DoNotOptimize(problems);
        benchmark::ClobberMemory();
    }
    const auto rules = static_cast<double>(plan.rules().size());
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetLabel(std::string(column_plan::instructions()));
    state.counters["rules"] = rules;
    state.counters["ns/rule/row"] = benchmark::Counter(static_cast<double>(state.iterations()) * rules * static_cast<double>(rows) / 1e9,
                                                       benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void one_thread(benchmark::State& state) { judge(state, 1, false, {}); }
void one_thread_unknown(benchmark::State& state) { judge(state, 1, true, {}); }
void two_threads(benchmark::State& state) { judge(state, 2, false, {}); }
void sums_alone(benchmark::State& state) {
    run_options how;
    how.keep_statuses = false;
    judge(state, 2, false, how);
}
BENCHMARK(one_thread)->Name("national_columns/one_thread")->Arg(1)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(one_thread_unknown)->Name("national_columns/one_thread/unknown")->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(two_threads)->Name("national_columns/two_threads")->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void make_plan(benchmark::State& state) {
    const testing::national_table& table = table_of(1);
    for (auto _ : state) {
        auto plan = column_plan::make(rulebooks::national(), schema_of(table.view()), reviewed());
        benchmark::DoNotOptimize(plan);
    }
}
BENCHMARK(make_plan)->Name("national_columns/make_plan")->Unit(benchmark::kMillisecond);

std::size_t allocated() {
#ifdef __GLIBC__
    const auto held = mallinfo2();
    return held.uordblks + held.hblkhd;
#else
    return 0;
#endif
}

/// What plan and one thread hold beside the columns and the verdicts: the verdicts of as many rows again, in
/// the same memory, show how much of it is theirs.
void memory(benchmark::State& state) {
    const std::size_t rows = 32 * 1024;
    const testing::national_table& table = table_of(2 * rows, true);
    double beside = 0;
    for (auto _ : state) {
        const std::size_t before = allocated();
        const column_plan plan = plan_of(table.view());
        column_verdicts verdicts;
        if (!plan.run(table.view().slice(0, rows), verdicts).empty()) std::abort();
        const std::size_t half = allocated();
        if (!plan.run(table.view(), verdicts).empty()) std::abort();
        const std::size_t whole = allocated();
        beside = static_cast<double>(2 * half - whole - before);
    }
    state.counters["MB"] = beside / 1e6;
}
BENCHMARK(memory)->Name("national_columns/memory")->Unit(benchmark::kMillisecond)->Iterations(1);

/// The discussion's quorum, two thirds of the members: what a plain loop over three columns costs.
void one_rule_by_hand(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const table_view& table = table_of(rows).view();
    const std::int16_t *present = nullptr, *members = nullptr;
    const std::uint64_t* has = nullptr;
    for (const table_view::column& c : table.columns) {
        if (c.name == "procedure.discussion_present") present = static_cast<const std::int16_t*>(c.values.values);
        if (c.name == "procedure.discussion_members") members = static_cast<const std::int16_t*>(c.values.values);
        if (c.name == "procedure.has_discussion") has = static_cast<const std::uint64_t*>(c.values.values);
    }
    if (present == nullptr || members == nullptr || has == nullptr) std::abort();
    std::vector<std::uint64_t> violated((rows + 63) / 64);
    for (auto _ : state) {
        for (std::size_t w = 0; w < rows / 64; ++w) {
            std::uint64_t bits = 0;
            for (std::size_t i = 0; i < 64; ++i)
                bits |= static_cast<std::uint64_t>(present[w * 64 + i] * 3 < members[w * 64 + i] * 2) << i;
            violated[w] = bits & has[w];
        }
        benchmark::DoNotOptimize(violated.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["ns/rule/row"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(rows) / 1e9,
                                                       benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(one_rule_by_hand)->Name("national_columns/one_rule/handwritten")->Arg(1'000'000)->Unit(benchmark::kMillisecond);

BENCHMARK(one_thread)->Name("national_columns/one_thread/large")->Arg(10'000'000)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(two_threads)->Name("national_columns/two_threads/large")->Arg(7'000'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);
BENCHMARK(sums_alone)->Name("national_columns/two_threads/large/sums")->Arg(7'000'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

}  // namespace

int main(int count, char** arguments) {
    take_instructions(count, arguments);
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
