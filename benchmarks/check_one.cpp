// benchmarks/check_one.cpp
//
// What one appointment costs against all rules, its dossier in memory: verdicts alone, and with
// explanations. Beside it three rules by the engine and the same three written out by hand.

#include <xuanren/check/review.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rules.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace xuanren;

const dossier& sample() {
    static const dossier read = [] {
        std::ifstream file(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        auto r = read_dossier(bytes);
        if (!r) std::abort();  // the data are at fault; no figure is worth anything
        return std::move(r->value);
    }();
    return read;
}

const rulebook& national_rules() {
    static const rulebook book = [] {
        load_options options;
        options.facts = national_catalogue();
        auto loaded = load_rules(std::filesystem::path(XUANREN_SOURCE_DIR "/rules"), options);
        if (!loaded) std::abort();
        return std::move(loaded).value();
    }();
    return book;
}

void run(benchmark::State& state, const rulebook& book, bool explain) {
    check_options options;
    options.explain = explain;
    options.calendar = &national_calendar();
    const review all(book, sample(), options);
    const std::size_t count = sample().appointments.size();
    std::size_t i = 0;
    for (auto _ : state) {
        auto one = all.appointment(i);
        benchmark::DoNotOptimize(one);
        i = i + 1 == count ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["rules"] = static_cast<double>(book.rules().size());
}

void all_rules_verdicts(benchmark::State& state) { run(state, national_rules(), false); }
void all_rules_explained(benchmark::State& state) { run(state, national_rules(), true); }
BENCHMARK(all_rules_verdicts)->Name("check_one/all_rules/verdicts");
BENCHMARK(all_rules_explained)->Name("check_one/all_rules/explained");

/// Quorum, majority of those due, and the order of motion and discussion: nothing of law, only work.
rulebook three_rules() {
    const std::string instrument = R"({"id":"three-1","family":"three","version":"1","authority":"local","effective":null})";
    const std::string article = R"({"instrument":"three-1","article":1,"rules":[
        {"id":"three-1/1/quorum","cite":{},"applies":"procedure.has_discussion","must":"procedure.discussion_present * 3 >= procedure.discussion_members * 2"},
        {"id":"three-1/1/majority","cite":{},"applies":"procedure.has_discussion","must":"procedure.discussion_in_favour * 2 > procedure.discussion_due"},
        {"id":"three-1/1/order","cite":{},"must":"procedure.has_motion and procedure.motion_on < procedure.discussion_on"}]})";
    load_options options;
    options.facts = national_catalogue();
    auto loaded = load_rules({{"three-1/instrument.json", instrument}, {"three-1/article-01.json", article}}, options);
    if (!loaded) std::abort();
    return std::move(loaded).value();
}

void three_by_engine(benchmark::State& state) {
    const rulebook book = three_rules();
    run(state, book, false);
}
BENCHMARK(three_by_engine)->Name("check_one/three_rules/engine");

truth known(bool is_known, bool holds) { return is_known ? to_truth(holds) : truth::unknown; }

void three_by_hand(benchmark::State& state) {
    const dossier& d = sample();
    std::size_t i = 0;
    for (auto _ : state) {
        const appointment& a = d.appointments[i];
        truth quorum = truth::unknown, majority = truth::unknown, order = truth::unknown;
        if (a.procedure && a.procedure->discussion) {
            const discussion& m = *a.procedure->discussion;
            const auto due = m.due ? m.due : m.members;
            quorum = known(m.present && m.members, m.present && m.members && *m.present * 3 >= *m.members * 2);
            majority = known(m.in_favour && due, m.in_favour && due && *m.in_favour * 2 > *due);
            if (a.procedure->motion.is_null()) order = truth::no;
            if (a.procedure->motion && a.procedure->motion->on && m.on)
                order = less(days_of(*a.procedure->motion->on), days_of(*m.on));
        }
        benchmark::DoNotOptimize(quorum);
        benchmark::DoNotOptimize(majority);
        benchmark::DoNotOptimize(order);
        i = i + 1 == d.appointments.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(three_by_hand)->Name("check_one/three_rules/handwritten");

void load(benchmark::State& state) {
    load_options options;
    options.facts = national_catalogue();
    for (auto _ : state) {
        auto loaded = load_rules(std::filesystem::path(XUANREN_SOURCE_DIR "/rules"), options);
        benchmark::DoNotOptimize(loaded);
    }
}
BENCHMARK(load)->Name("check_one/load_rules")->Unit(benchmark::kMillisecond);

}  // namespace
