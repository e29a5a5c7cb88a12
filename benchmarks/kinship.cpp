// benchmarks/kinship.cpp
// Who is kin to whom among a whole roster: making the graph, asking about one person, and all kin
// who sit in one unit, beside a handwritten search over plain arrays.
#include <xuanren/records/link.hpp>
#include <xuanren/relations/kin_graph.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace xuanren;

constexpr std::uint32_t nobody = no_record;

/// Four generations of random genealogy in units of twenty.
struct roster {
    dossier book;
    std::vector<std::uint32_t> father, mother, spouse, unit;

    explicit roster(std::uint32_t people) {
        std::mt19937 random(20240601);
        father.assign(people, nobody);
        mother.assign(people, nobody);
        spouse.assign(people, nobody);
        unit.resize(people);
        for (std::uint32_t i = 0; i < people; ++i) unit[i] = static_cast<std::uint32_t>(random() % (people / 20 + 1));
        const std::uint32_t generation = people / 4;
        for (std::uint32_t g = 0; g < 4; ++g) {
            const std::uint32_t first = g * generation, last = g == 3 ? people : first + generation;
            for (std::uint32_t i = first; i < last && g > 0; ++i) {
                const std::uint32_t man = first - generation + 2 * static_cast<std::uint32_t>(random() % (generation / 2));
                father[i] = man;
                mother[i] = spouse[man];
            }
            for (std::uint32_t i = first; i + 1 < last; i += 2) {
                spouse[i] = i + 1;
                spouse[i + 1] = i;
            }
        }
        book.cadres.resize(people);
        for (std::uint32_t i = 0; i < people; ++i) {
            cadre& c = book.cadres[i];
            c.id = std::to_string(i);
            c.sex = i % 2 == 0 ? sex::male : sex::female;
            std::vector<relative> kin;
            const auto say = [&kin](std::uint32_t who, const char* path) {
                if (who == nobody) return;
                relative r;
                r.path = path;
                r.person = std::to_string(who);
                kin.push_back(std::move(r));
            };
            say(father[i], "F");
            say(mother[i], "M");
            if (i % 2 == 0) say(spouse[i], "W");
            c.relatives = std::move(kin);
        }
        static_cast<void>(link(book));
    }
};

const roster& roster_of(std::int64_t people) {
    static std::vector<std::pair<std::int64_t, std::unique_ptr<roster>>> made;
    for (const auto& [size, held] : made)
        if (size == people) return *held;
    made.emplace_back(people, std::make_unique<roster>(static_cast<std::uint32_t>(people)));
    return *made.back().second;
}

const day_span today{civil_date(2024, 6, 1), civil_date(2024, 6, 1)};

void build(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    for (auto _ : state) {
        const kin_graph graph(r.book);
        benchmark::DoNotOptimize(graph.edges());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void one_person(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const kin_graph graph(r.book);
    kin_graph::walk room(graph);
    std::uint32_t i = 0;
    for (auto _ : state) {
        room.run(i, today);
        benchmark::DoNotOptimize(room.visits().size());
        i = (i + 7919) % static_cast<std::uint32_t>(state.range(0));
    }
}

void in_one_unit_graph(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const kin_graph graph(r.book);
    kin_graph::walk room(graph);
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (std::uint32_t i = 0; i < r.unit.size(); ++i) {
            room.run(i, today);
            for (const auto& v : room.visits())
                found += v.person < r.unit.size() && r.unit[v.person] == r.unit[i] && v.person != i && v.is_settled && !is_far(v.as);
        }
        benchmark::DoNotOptimize(found);
    }
    state.counters["sightings"] = static_cast<double>(found);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// The twin: children in compact arrays, the listed kin by loops of their own.
void in_one_unit_handwritten(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const std::uint32_t n = static_cast<std::uint32_t>(r.unit.size());
    std::vector<std::uint32_t> first(n + 1, 0), child;
    for (std::uint32_t i = 0; i < n; ++i)
        if (r.father[i] != nobody) ++first[r.father[i] + 1];
    for (std::uint32_t i = 0; i < n; ++i) first[i + 1] += first[i];
    child.resize(first[n]);
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < n; ++i)
        if (r.father[i] != nobody) child[next[r.father[i]]++] = i;
    const auto children = [&](std::uint32_t i, auto each) {
        const std::uint32_t man = i % 2 == 0 ? i : r.spouse[i];
        if (man == nobody) return;
        for (std::uint32_t k = first[man]; k < first[man + 1]; ++k) each(child[k]);
    };
    const auto siblings = [&](std::uint32_t i, auto each) {
        if (r.father[i] == nobody) return;
        children(r.father[i], [&](std::uint32_t k) {
            if (k != i) each(k);
        });
    };
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            const auto hit = [&](std::uint32_t k) { found += k != nobody && k != i && r.unit[k] == r.unit[i]; };
            const auto pair = [&](std::uint32_t k) {
                hit(k);
                hit(r.spouse[k]);
            };
            hit(r.spouse[i]);
            children(i, [&](std::uint32_t k) {
                pair(k);
                children(k, hit);
                if (const std::uint32_t w = r.spouse[k]; w != nobody) {
                    hit(r.father[w]);
                    hit(r.mother[w]);
                }
            });
            siblings(i, [&](std::uint32_t k) {
                pair(k);
                children(k, pair);
            });
            for (const std::uint32_t p : {r.father[i], r.mother[i]}) {
                if (p == nobody) continue;
                hit(p);
                hit(r.father[p]);
                hit(r.mother[p]);
                siblings(p, [&](std::uint32_t k) {
                    pair(k);
                    children(k, pair);
                });
            }
            if (const std::uint32_t w = r.spouse[i]; w != nobody) {
                hit(r.father[w]);
                hit(r.mother[w]);
                siblings(w, pair);
            }
        }
        benchmark::DoNotOptimize(found);
    }
    state.counters["sightings"] = static_cast<double>(found);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK(build)->Name("kinship/build")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(one_person)->Name("kinship/one_person")->Arg(100'000);
BENCHMARK(in_one_unit_graph)->Name("kinship/in_one_unit/graph")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(in_one_unit_handwritten)->Name("kinship/in_one_unit/handwritten")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
