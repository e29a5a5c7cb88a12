// benchmarks/kinship.cpp
// Who is kin to whom among a whole roster: making the graph and the sieve, asking about one person
// or one pair, and all near kin of one unit or of a line of command, beside a handwritten search
// over plain arrays and a plain breadth-first search of everybody over an adjacency list.
#include <xuanren/records/link.hpp>
#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_pairs.hpp>

#include <benchmark/benchmark.h>

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace xuanren;

constexpr std::uint32_t nobody = no_record;

/// Four generations of random genealogy in units of twenty; one in ten has a superior elsewhere.
struct roster {
    dossier book;
    std::vector<std::uint32_t> father, mother, spouse, unit, superior;
    kin_groups groups;

    explicit roster(std::uint32_t people) {
        std::mt19937 random(20240601);
        father.assign(people, nobody);
        mother.assign(people, nobody);
        spouse.assign(people, nobody);
        unit.resize(people);
        for (std::uint32_t i = 0; i < people; ++i) unit[i] = static_cast<std::uint32_t>(random() % (people / 20 + 1));
        superior.assign(people, nobody);
        for (std::uint32_t i = 0; i < people; ++i)
            if (random() % 10 == 0) superior[i] = static_cast<std::uint32_t>(random() % people);
        std::vector<std::vector<std::uint32_t>> in_unit(people / 20 + 1);
        for (std::uint32_t i = 0; i < people; ++i) in_unit[unit[i]].push_back(i);
        for (const auto& members : in_unit) groups.add(members);
        for (std::uint32_t i = 0; i < people; ++i)
            if (superior[i] != nobody) groups.add(std::array{i, superior[i]});
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

    /// Whether two persons are in one unit, or one the superior of the other.
    [[nodiscard]] bool meet(std::uint32_t a, std::uint32_t b) const {
        return a < unit.size() && b < unit.size() &&
               (unit[a] == unit[b] || superior[a] == b || superior[b] == a);
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

/// What the second person is to the first.
using sighting = std::tuple<std::uint32_t, std::uint32_t, kinship>;

[[nodiscard]] bool is_listed(kinship k) {
    return !is_far(k) || k == kinship::further_ascendant || k == kinship::further_descendant;
}

[[nodiscard]] std::vector<kin_pair> pairs_of(const roster& r, const kin_graph& graph, const kin_sieve& sieve) {
    return kin_search(graph, sieve).in(r.groups, today, [&r](std::uint32_t a, std::uint32_t b) { return r.meet(a, b); });
}

/// The twin: children in compact arrays, the listed kin by loops of their own.
class handwritten {
public:
    explicit handwritten(const roster& r) : r_(r), first_(r.unit.size() + 1, 0) {
        const std::uint32_t n = static_cast<std::uint32_t>(r.unit.size());
        for (std::uint32_t i = 0; i < n; ++i)
            if (r.father[i] != nobody) ++first_[r.father[i] + 1];
        for (std::uint32_t i = 0; i < n; ++i) first_[i + 1] += first_[i];
        child_.resize(first_[n]);
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::uint32_t i = 0; i < n; ++i)
            if (r.father[i] != nobody) child_[next[r.father[i]]++] = i;
    }

    [[nodiscard]] std::vector<sighting> search() const {
        using enum kinship;
        std::vector<sighting> out;
        const std::uint32_t n = static_cast<std::uint32_t>(r_.unit.size());
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t unit = r_.unit[i], superior = r_.superior[i];
            const auto hit = [&](std::uint32_t k, kinship as) {
                if (k != nobody && k != i && (r_.unit[k] == unit || superior == k || r_.superior[k] == i))
                    out.emplace_back(i, k, as);
            };
            const auto pair = [&](std::uint32_t k, kinship as, kinship spouse_as) {
                hit(k, as);
                hit(r_.spouse[k], spouse_as);
            };
            const std::uint32_t w = r_.spouse[i];
            hit(w, spouse);
            children(i, [&](std::uint32_t k) {
                pair(k, child, childs_spouse);
                children(k, [&](std::uint32_t g) {
                    hit(g, grandchild);
                    children(g, [&](std::uint32_t f) { hit(f, further_descendant); });
                });
                if (const std::uint32_t s = r_.spouse[k]; s != nobody) {
                    hit(r_.father[s], childs_spouses_parent);
                    hit(r_.mother[s], childs_spouses_parent);
                }
            });
            siblings(i, [&](std::uint32_t k) {
                pair(k, sibling, siblings_spouse);
                children(k, [&](std::uint32_t c) { pair(c, siblings_child, siblings_childs_spouse); });
            });
            for (const std::uint32_t p : {r_.father[i], r_.mother[i]}) {
                if (p == nobody) continue;
                hit(p, parent);
                for (const std::uint32_t g : {r_.father[p], r_.mother[p]}) {
                    if (g == nobody) continue;
                    hit(g, grandparent);
                    hit(r_.father[g], further_ascendant);
                    hit(r_.mother[g], further_ascendant);
                }
                siblings(p, [&](std::uint32_t k) {
                    pair(k, parents_sibling, parents_siblings_spouse);
                    children(k, [&](std::uint32_t c) { pair(c, first_cousin, first_cousins_spouse); });
                });
            }
            if (w == nobody) continue;
            hit(r_.father[w], spouses_parent);
            hit(r_.mother[w], spouses_parent);
            siblings(w, [&](std::uint32_t k) { pair(k, spouses_sibling, spouses_siblings_spouse); });
        }
        return out;
    }

private:
    template <class Each>
    void children(std::uint32_t i, Each each) const {
        const std::uint32_t man = i % 2 == 0 ? i : r_.spouse[i];
        if (man == nobody) return;
        for (std::uint32_t k = first_[man]; k < first_[man + 1]; ++k) each(child_[k]);
    }
    template <class Each>
    void siblings(std::uint32_t i, Each each) const {
        if (r_.father[i] == nobody) return;
        children(r_.father[i], [&](std::uint32_t k) {
            if (k != i) each(k);
        });
    }

    const roster& r_;
    std::vector<std::uint32_t> first_, child_;
};

/// The plain way: a breadth-first search from everybody, five steps deep, over an adjacency list.
class plain {
public:
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, kin_step>;

    explicit plain(const roster& r) : r_(r), of_(r.unit.size()) {
        for (std::uint32_t i = 0; i < r.unit.size(); ++i) {
            for (const std::uint32_t p : {r.father[i], r.mother[i]}) {
                if (p == nobody) continue;
                add_edge(i, p, kin_step::parent, of_);
                add_edge(p, i, kin_step::child, of_);
            }
            if (r.spouse[i] != nobody) add_edge(i, r.spouse[i], kin_step::spouse, of_);
        }
    }

    [[nodiscard]] std::vector<sighting> search() const {
        std::vector<sighting> out;
        std::vector<std::tuple<std::uint32_t, std::uint32_t, kinship>> queue;
        for (std::uint32_t i = 0; i < r_.unit.size(); ++i) {
            queue.assign(1, {i, nobody, kinship::self});
            for (std::size_t at = 0; at < queue.size(); ++at) {
                const auto [from, back, as] = queue[at];
                const auto [first, last] = out_edges(from, of_);
                for (auto e = first; e != last; ++e) {
                    const std::uint32_t to = static_cast<std::uint32_t>(target(*e, of_));
                    const kin_move m = move_from(as, of_[*e]);
                    if (to == i || to == back || !m.is_certain || !is_listed(m.to)) continue;
                    if (r_.meet(i, to)) out.emplace_back(i, to, m.to);
                    if (!is_far(m.to)) queue.emplace_back(to, from, m.to);
                }
            }
        }
        return out;
    }

private:
    const roster& r_;
    graph of_;
};

[[nodiscard]] std::vector<sighting> in_order(std::vector<sighting> all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// No figure is worth anything where the ways differ.
void require_same(const roster& r, const std::vector<kin_pair>& pairs) {
    std::vector<sighting> found;
    for (const kin_pair& p : pairs) {
        if (!p.is_settled) continue;
        p.second_is.each([&](kinship k) { if (is_listed(k)) found.emplace_back(p.first, p.second, k); });
        p.first_is.each([&](kinship k) { if (is_listed(k)) found.emplace_back(p.second, p.first, k); });
    }
    found = in_order(std::move(found));
    if (found == in_order(handwritten(r).search()) && found == in_order(plain(r).search())) return;
    std::fprintf(stderr, "the ways of searching differ\n");
    std::abort();
}

void in_one_unit_graph(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const kin_graph graph(r.book);
    const kin_sieve sieve(graph);
    require_same(r, pairs_of(r, graph, sieve));
    std::size_t found = 0;
    for (auto _ : state) {
        const auto pairs = pairs_of(r, graph, sieve);
        benchmark::DoNotOptimize(found = pairs.size());
    }
    state.counters["pairs"] = static_cast<double>(found);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void make_sieve(benchmark::State& state) {
    const kin_graph graph(roster_of(state.range(0)).book);
    for (auto _ : state) {
        const kin_sieve sieve(graph);
        benchmark::DoNotOptimize(&sieve);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Way>
void in_one_unit_by(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const Way way(r);
    std::size_t found = 0;
    for (auto _ : state) {
        const auto all = way.search();
        benchmark::DoNotOptimize(found = all.size());
    }
    state.counters["sightings"] = static_cast<double>(found);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// One pair of one unit after another, kin or not: what they are to one another.
void one_pair(benchmark::State& state) {
    const roster& r = roster_of(state.range(0));
    const kin_graph graph(r.book);
    const kin_sieve sieve(graph);
    kin_search ask(graph, sieve);
    std::size_t i = 0;
    for (auto _ : state) {
        const auto members = r.groups[i++ % (r.unit.size() / 20)];
        const std::uint32_t a = members[i % members.size()], b = members[(i + 1) % members.size()];
        benchmark::DoNotOptimize(ask.between(a, b, today));
    }
}

/// Pairs who are kin, one after another: as their households tell it, or by a walk from the first.
void one_pair_of_kin(benchmark::State& state, bool is_walked) {
    const roster& r = roster_of(state.range(0));
    const kin_graph graph(r.book);
    const kin_sieve sieve(graph);
    const auto pairs = pairs_of(r, graph, sieve);
    kin_search ask(graph, sieve);
    kin_graph::walk room(graph);
    std::size_t i = 0;
    for (auto _ : state) {
        const kin_pair& p = pairs[i++ % pairs.size()];
        if (is_walked)
            benchmark::DoNotOptimize(graph.between(p.first, p.second, today, room).size());
        else
            benchmark::DoNotOptimize(ask.between(p.first, p.second, today));
    }
}

BENCHMARK(build)->Name("kinship/build")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(make_sieve)->Name("kinship/sieve")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(one_person)->Name("kinship/one_person")->Arg(100'000);
BENCHMARK(one_pair)->Name("kinship/one_pair/any")->Arg(100'000);
BENCHMARK_CAPTURE(one_pair_of_kin, households, false)->Name("kinship/one_pair/kin")->Arg(100'000);
BENCHMARK_CAPTURE(one_pair_of_kin, walk, true)->Name("kinship/one_pair/kin_walked")->Arg(100'000);
BENCHMARK(in_one_unit_graph)->Name("kinship/in_one_unit/graph")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(in_one_unit_by<handwritten>)->Name("kinship/in_one_unit/handwritten")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(in_one_unit_by<plain>)->Name("kinship/in_one_unit/plain")->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
