// benchmarks/read_dossier.cpp
//
// How fast a dossier is read, beside what nlohmann/json takes on the same bytes to check that they
// are JSON (accept) and to build its own tree of them (tree).

#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/write_dossier.hpp>

#include <support/gen.hpp>
#include <support/gen_dossier.hpp>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

/// A generated dossier of that many cadres, full as a careful bureau's would be.
std::string generated(std::int64_t cadres) {
    xuanren::testing::gen g(20240520);
    const int count = static_cast<int>(cadres);
    xuanren::testing::dossier_gen make(g, {.organisations = count / 10 + 1,
                                           .posts = count,
                                           .cadres = count,
                                           .appointments = count / 4 + 1,
                                           .list = 6,
                                           .kept_percent = 80,
                                           .odd = false});
    return xuanren::write_dossier(make.make());
}

/// The same without a blank between tokens.
std::string compact(std::int64_t cadres) {
    return nlohmann::json::parse(generated(cadres)).dump();
}

std::string sample() {
    std::ifstream file(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class Read>
void run(benchmark::State& state, const std::string& bytes, Read read) {
    for (auto _ : state) read(bytes);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
    state.counters["bytes"] = static_cast<double>(bytes.size());
}

const auto ours = [](const std::string& bytes) {
    auto read = xuanren::read_dossier(bytes);
    if (!read) std::abort();  // the data are at fault; no figure is worth anything
    benchmark::DoNotOptimize(read);
};
const auto accept = [](const std::string& bytes) {
    bool is_json = nlohmann::json::accept(bytes);
    benchmark::DoNotOptimize(is_json);
};
const auto tree = [](const std::string& bytes) {
    auto read = nlohmann::json::parse(bytes);
    benchmark::DoNotOptimize(read);
};

void sample_xuanren(benchmark::State& state) {
    run(state, sample(), ours);
}
void sample_accept(benchmark::State& state) {
    run(state, sample(), accept);
}
void sample_tree(benchmark::State& state) {
    run(state, sample(), tree);
}
void generated_xuanren(benchmark::State& state) {
    run(state, generated(state.range(0)), ours);
}
void generated_accept(benchmark::State& state) {
    run(state, generated(state.range(0)), accept);
}
void compact_xuanren(benchmark::State& state) {
    run(state, compact(state.range(0)), ours);
}
void compact_accept(benchmark::State& state) {
    run(state, compact(state.range(0)), accept);
}
void generated_tree(benchmark::State& state) {
    run(state, generated(state.range(0)), tree);
}

}  // namespace

BENCHMARK(sample_accept)->Name("sample/accept");
BENCHMARK(sample_xuanren)->Name("sample/xuanren");
BENCHMARK(sample_tree)->Name("sample/tree");
BENCHMARK(generated_accept)->Name("generated/accept")->Arg(10)->Arg(1'000);
BENCHMARK(generated_xuanren)->Name("generated/xuanren")->Arg(10)->Arg(1'000);
BENCHMARK(generated_tree)->Name("generated/tree")->Arg(10)->Arg(1'000);
BENCHMARK(compact_accept)->Name("compact/accept")->Arg(1'000);
BENCHMARK(compact_xuanren)->Name("compact/xuanren")->Arg(1'000);
