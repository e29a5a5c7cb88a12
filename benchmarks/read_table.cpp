// benchmarks/read_table.cpp
//
// From the bytes of a CSV file to verdicts: splitting it into cells, turning cells into columns,
// judging them and writing the rows. The cases are W1's, with dates and words as people write them,
// under W1's rules and under the national ones, and those of the sample bureau with every fact that the
// national rules name. Beside it std::getline on the same bytes. And from dossiers to such columns.

#include "w1/library.hpp"

#include <xuanren/check/case_columns.hpp>
#include <xuanren/check/check.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/table/case_table.hpp>
#include <xuanren/io/table/csv_reader.hpp>
#include <xuanren/io/table/csv_writer.hpp>
#include <xuanren/report/verdict_rows.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

using namespace xuanren;

constexpr std::size_t rows = 200'000;

std::string csv_of_w1() {
    const auto cases = w1::draw_cases(rows);
    const auto written = [](std::int32_t packed) { return packed == 0 ? std::string() : to_string(civil_date::from_packed(packed)); };
    const auto word = [](const char* of, std::int32_t code) { return w1::facts()->find_enumeration(of)->members[static_cast<std::size_t>(code)].name; };
    std::string out = "procedure.discussion_on,candidate.born,candidate.work_started,candidate.party_joined,target.level,target.grade,candidate.level,"
                      "candidate.level_since,candidate.probation_ends,candidate.education,candidate.last_assessment,candidate.sanction_kind,"
                      "candidate.sanctioned_on,candidate.lower_posts,target.party_post,candidate.grassroots_years,candidate.training_hours\n";
    for (const w1::appointment_case& c : cases) {
        for (const std::string& cell :
             {written(c.as_of), written(c.born), written(c.work_started), written(c.party_joined), std::to_string(c.target_level), word("w1_grade", c.target_level), std::to_string(c.level),
              written(c.level_since), written(c.probation_ends), word("w1_education", c.education), word("w1_assessment", c.assessments[2]),
              word("w1_sanction", c.sanction_kind), written(c.sanctioned_on), std::to_string(c.lower_posts), std::string(c.party_post != 0 ? "true" : "false"),
              std::to_string(c.grassroots_years), std::to_string(c.training_hours)})
            out.append(cell).append(1, ',');
        out.back() = '\n';
    }
    return out;
}

/// Cases for the national rules: what a bureau's list of appointments tells, not what follows from it.
std::string csv_of_nation() {
    const auto cases = w1::draw_cases(rows);
    const auto written = [](std::int32_t packed) { return packed == 0 ? std::string() : to_string(civil_date::from_packed(packed)); };
    const auto& level = *rulebooks::national().facts()->find_enumeration("level");
    std::string out = "procedure.discussion_on,appointment.kind,target.level,target.leading,candidate.level,candidate.level_since,candidate.birth_date,"
                      "candidate.work_started,candidate.full_member_since,candidate.education,candidate.grassroots_service\n";
    for (const w1::appointment_case& c : cases) {
        for (const std::string& cell :
             {written(c.as_of), std::string("promotion"), level.members[static_cast<std::size_t>(c.target_level + 1)].name, std::string("true"),
              level.members[static_cast<std::size_t>(c.level + 1)].name, written(c.level_since), written(c.born), written(c.work_started),
              written(c.party_joined), std::string("bachelor"), "P" + std::to_string(c.grassroots_years) + "Y"})
            out.append(cell).append(1, ',');
        out.back() = '\n';
    }
    return out;
}

const dossier& bureau() {
    static const dossier held = [] {
        std::ifstream in(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
        auto read = read_dossier(std::string(std::istreambuf_iterator<char>(in), {}));
        if (!read) w1::give_up(read.problems());
        return std::move(read->value);
    }();
    return held;
}

/// Every fact of the sample bureau's appointments, over and over.
std::string csv_of_bureau() {
    case_columns columns(rulebooks::national());
    columns.add(bureau());
    std::string out = csv_writer(*rulebooks::national().facts()).write(columns.view(), columns.ids(), "appointment");
    const std::string once = out.substr(out.find('\n') + 1);
    for (std::size_t i = columns.rows(); i < rows / 10; i += columns.rows()) out += once;
    return out;
}

const std::string& bytes_of_bureau() {
    static const std::string held = csv_of_bureau();
    return held;
}
const std::string& bytes_of_w1() {
    static const std::string held = csv_of_w1();
    return held;
}
const std::string& bytes_of_nation() {
    static const std::string held = csv_of_nation();
    return held;
}

byte_source source(const std::string& bytes) {
    return [&bytes, at = std::size_t{0}](char* into, std::size_t room) mutable {
        const std::size_t count = std::min(room, bytes.size() - at);
        std::memcpy(into, bytes.data() + at, count);
        at += count;
        return count;
    };
}

void told(benchmark::State& state, const std::string& bytes) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
    state.counters["bytes_a_row"] = static_cast<double>(bytes.size()) / static_cast<double>(std::count(bytes.begin(), bytes.end(), '\n'));
}

void by_getline(benchmark::State& state) {
    for (auto _ : state) {
        std::istringstream in(bytes_of_w1());
        std::size_t cells = 0;
        for (std::string line, cell; std::getline(in, line);)
            for (std::istringstream parts(line); std::getline(parts, cell, ',');) ++cells;
        benchmark::DoNotOptimize(cells);
    }
    told(state, bytes_of_w1());
}

void into_cells(benchmark::State& state) {
    for (auto _ : state) {
        csv_reader csv(source(bytes_of_w1()));
        std::size_t cells = 0;
        while (csv.next()) cells += csv.cells().size();
        benchmark::DoNotOptimize(cells);
    }
    told(state, bytes_of_w1());
}

/// All of it, but for the file: a batch of rows at a time, as `check --table` goes through it.
void through(benchmark::State& state, const std::string& bytes, const rulebook& book, bool judges) {
    std::optional<column_plan> plan;
    column_verdicts verdicts;
    std::string out;
    std::vector<verdict_rows::subject> subjects(16 * 1024);
    for (auto _ : state) {
        csv_reader csv(source(bytes));
        if (!csv.next()) std::abort();
        auto made = case_table::make(*book.facts(), {}, csv.cells());
        if (!made) w1::give_up(made.problems());
        case_table& cases = made.value();
        std::optional<verdict_rows> written;
        bool goes_on = true;
        while (goes_on) {
            goes_on = csv.next();
            if (goes_on) {
                if (cases.add(csv.cells())) std::abort();
                subjects[cases.rows() - 1].row = csv.record() - 1;
            }
            if (cases.rows() != subjects.size() && (goes_on || cases.rows() == 0)) continue;
            if (judges) {
                const table_view table = cases.view();
                if (!plan || !has_schema(table, plan->schema())) {
                    auto compiled = column_plan::make(book, schema_of(table));
                    if (!compiled) w1::give_up(compiled.problems());
                    plan = *compiled;
                }
                if (!written) written.emplace(*plan, verdict_rows::form::csv, verdict_rows::grain::appointment);
                run_options options;
                options.keep_counts = true;
                if (const auto problems = plan->run(table, verdicts, options); !problems.empty()) w1::give_up(problems);
                out.clear();
                written->write({subjects.data(), cases.rows()}, table, verdicts, out);
                benchmark::DoNotOptimize(out.data());
            }
            cases.begin_batch();
        }
    }
    told(state, bytes);
}

void into_columns(benchmark::State& state) { through(state, bytes_of_w1(), w1::book(), false); }
void into_verdicts(benchmark::State& state) { through(state, bytes_of_w1(), w1::book(), true); }
void into_national_verdicts(benchmark::State& state) { through(state, bytes_of_nation(), rulebooks::national(), true); }
void all_facts_into_verdicts(benchmark::State& state) { through(state, bytes_of_bureau(), rulebooks::national(), true); }

void from_dossiers(benchmark::State& state) {
    for (auto _ : state) {
        case_columns columns(rulebooks::national());
        auto problems = columns.add(bureau());
        benchmark::DoNotOptimize(columns.view());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bureau().appointments.size()));
}
void check_alone(benchmark::State& state) {
    check_options options;
    options.explain = false;
    for (auto _ : state) benchmark::DoNotOptimize(check(rulebooks::national(), bureau(), options));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bureau().appointments.size()));
}

BENCHMARK(by_getline)->Name("read_table/getline")->Unit(benchmark::kMillisecond);
BENCHMARK(into_cells)->Name("read_table/cells")->Unit(benchmark::kMillisecond);
BENCHMARK(into_columns)->Name("read_table/columns")->Unit(benchmark::kMillisecond);
BENCHMARK(into_verdicts)->Name("read_table/verdicts/w1")->Unit(benchmark::kMillisecond);
BENCHMARK(into_national_verdicts)->Name("read_table/verdicts/national")->Unit(benchmark::kMillisecond);
BENCHMARK(all_facts_into_verdicts)->Name("read_table/verdicts/national/all_facts")->Unit(benchmark::kMillisecond);
BENCHMARK(from_dossiers)->Name("read_table/from_dossiers")->Unit(benchmark::kMillisecond);
BENCHMARK(check_alone)->Name("read_table/from_dossiers/check")->Unit(benchmark::kMillisecond);

}  // namespace
