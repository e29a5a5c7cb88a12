// include/xuanren/engine/columns/column_plan_bind.hpp
#pragma once

#include <xuanren/engine/columns/column_plan_run.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// Reads what the words of a table's columns mean to a plan; says what is wrong with the table.
class table_binder {
public:
    table_binder(const catalogue& facts, const column_places& places, const std::vector<bool>& reads,
                 const std::vector<std::string>& strings, const column_program& program,
                 const table_view& table, bound_table& into, std::vector<problem>& problems)
        : facts_(&facts), places_(&places), reads_(&reads), program_(&program), table_(&table), into_(&into), problems_(&problems) {
        for (std::size_t i = 0; i < strings.size(); ++i) literals_.emplace(strings[i], static_cast<std::int16_t>(i + 1));
        into.table = &table;
        into.words.resize(table.columns.size());
        into.limits.assign(table.columns.size(), 0);
        into.named.resize(table.columns.size());
        into.passing.resize(table.columns.size());
        for (std::size_t i = 0; i < table.columns.size(); ++i) bind(i);
    }

private:
    void bind(std::size_t i) {
        const column_view& c = table_->columns[i].values;
        if (c.size != table_->rows || (c.size != 0 && c.values == nullptr && c.form != column_form::word_lists)) {
            problems_->push_back(column_problem("XR-COL-011", table_->columns[i].name,
                                                {std::to_string(table_->rows), std::to_string(table_->rows)},
                                                {"列“" + table_->columns[i].name + "”有" + std::to_string(c.size) + "行，应有" + std::to_string(table_->rows) + "行",
                                                 "column \"" + table_->columns[i].name + "\" has " + std::to_string(c.size) + " rows, expected " + std::to_string(table_->rows)}));
            return;
        }
        if (!(*reads_)[i]) return;
        const std::size_t fact = places_->fact_of[i];
        if (fact != catalogue::none && (c.form == column_form::word_lists || is_words(c.form))) try_words(i, c, fact);
        if (c.form == column_form::word_lists) {
            bind_lists(i, c, fact == catalogue::none);
            return;
        }
        const enumeration* words = fact == catalogue::none ? nullptr : (*facts_)[fact].value_type.words;
        if (is_words(c.form)) {
            bind_words(i, c, fact == catalogue::none, words);
        } else if (words != nullptr) {
            into_->limits[i] = static_cast<std::int64_t>(words->members.size());
        }
    }

    /// Which rules each word of a column of lists names.
    void bind_lists(std::size_t i, const column_view& c, bool is_said) {
        std::vector<std::vector<std::uint8_t>>& named = into_->named[i];
        named.resize(program_->named_rules.size());
        for (std::size_t r = 0; r < named.size(); ++r) {
            const std::string& rule = program_->named_rules[r];
            named[r].clear();
            for (const std::string_view word : c.words) named[r].push_back(is_said ? is_covered_by(rule, word) : is_named_by(rule, word));
        }
    }

    /// Which words pass the tests that the program asks of this column's fact.
    void try_words(std::size_t i, const column_view& c, std::size_t fact) {
        std::vector<std::vector<std::uint8_t>>& passing = into_->passing[i];
        passing.resize(program_->word_tests.size());
        for (std::size_t t = 0; t < passing.size(); ++t) {
            const word_test& test = program_->word_tests[t];
            passing[t].clear();
            if (test.fact != fact) continue;
            for (const std::string_view word : c.words)
                passing[t].push_back(answer_of(test, facts_->size(), c.form == column_form::word_lists, word) == (test.is_every ? answer::no : answer::yes));
        }
    }

    void bind_words(std::size_t i, const column_view& c, bool is_state, const enumeration* words) {
        std::vector<std::int16_t>& out = into_->words[i];
        out.clear();
        for (const std::string_view word : c.words) {
            if (is_state) {
                const auto at = std::find(step_state_words.begin(), step_state_words.end(), word) - step_state_words.begin();
                if (at == std::ssize(step_state_words)) unknown_word(i, word, nullptr);
                out.push_back(static_cast<std::int16_t>(at));
            } else if (words != nullptr) {
                const int at = words->index_of(word);
                if (at < 0) unknown_word(i, word, words);
                out.push_back(static_cast<std::int16_t>(at));
            } else {
                const auto at = literals_.find(word);
                out.push_back(at == literals_.end() ? std::int16_t{0} : at->second);
            }
        }
    }

    void unknown_word(std::size_t i, std::string_view word, const enumeration* words) const {
        nearest_names near(word);
        if (words != nullptr)
            for (const enumeration::member& m : words->members) {
                near.consider(m.name);
                near.consider(m.zh);
            }
        const std::vector<std::string> best = near.best();
        const text hint = suggestion(best);
        const std::string& name = table_->columns[i].name;
        const text kind = words == nullptr ? text{"环节状态", "step state"} : text{words->zh, words->name};
        problems_->push_back(column_problem(
            "XR-COL-005", std::string(word), {kind.zh + "的词", "a word of " + kind.en},
            {"列“" + name + "”：“" + std::string(word) + "”不是" + kind.zh + "的词" + hint.zh,
             "column \"" + name + "\": \"" + std::string(word) + "\" is no word of " + kind.en + hint.en}));
    }

    const catalogue* facts_;
    const column_places* places_;
    const std::vector<bool>* reads_;
    const column_program* program_;
    const table_view* table_;
    bound_table* into_;
    std::vector<problem>* problems_;
    std::unordered_map<std::string_view, std::int16_t> literals_;
};

}  // namespace detail

XUANREN_INLINE std::vector<problem> column_plan::run(const table_view& table, column_verdicts& into,
                                                     const run_options& options) const {
    std::vector<problem> problems;
    into.is_complete_ = false;
    if (!has_schema(table, parts_->schema)) {
        problems.push_back(detail::column_problem("XR-COL-010", "", {"计划所编译的列", "the columns that the plan was made for"},
                                                  {"表的列与计划的不同", "the table has other columns than the plan"}));
        return problems;
    }
    const std::size_t rule_count = parts_->rules.size();
    const std::size_t threads = options.pool == nullptr ? 1 : options.pool->size();
    if (!into.workspace_) into.workspace_ = std::make_unique<detail::column_workspace>();
    detail::column_workspace& work = *into.workspace_;
    if (work.plan != parts_) {
        work.workers.clear();
        work.table = {};
        work.plan = parts_;
    }
    detail::table_binder(*parts_->book.facts(), parts_->places, parts_->reads, parts_->strings,
                         parts_->program, table, work.table, problems);
    if (!problems.empty()) return problems;
    while (work.workers.size() < threads) {
        detail::column_worker w;
        w.blocks = std::make_unique<detail::block_evaluator>(parts_->program, parts_->days);
        w.summaries.resize(rule_count);
        w.is_standing.resize(parts_->standings.size());
        w.stands.resize(parts_->standings.size());
        w.stand_counts.resize(parts_->standings.size());
        w.reached.resize(parts_->program.version_count);
        work.workers.push_back(std::move(w));
    }

    const std::size_t blocks = (table.rows + detail::block_rows - 1) / detail::block_rows;
    const std::size_t families = parts_->book.plan().families.size();
    const std::size_t standings = parts_->standings.size();
    into.rows_ = table.rows;
    into.families_ = families;
    into.group_count_ = standings;
    into.groups_ = parts_->groups;
    into.planes_.resize(options.keep_statuses ? blocks * rule_count : 0);
    into.stands_.resize(blocks * standings);
    into.undated_.resize(blocks);
    into.open_families_.resize(blocks * families);
    into.by_reference_.resize(blocks);
    into.outcomes_.resize(options.keep_outcomes ? table.rows : 0);
    into.counts_.resize(options.keep_counts ? blocks * detail::block_rows * 8 : 0);
    for (detail::column_worker& w : work.workers) {
        std::fill(w.summaries.begin(), w.summaries.end(), rule_summary{});
        w.outcomes = {};
    }

    detail::bad_cell bad;
    std::atomic<std::size_t> next{0}, done{0};
    const auto serve = [&](std::size_t id) {
        detail::column_worker& worker = work.workers[id];
        detail::block_judge judge(parts_->book.plan(), parts_->program, parts_->places, parts_->options, parts_->weights,
                                  parts_->row_facts, worker, work.table, bad);
        const auto judge_block = [&](std::size_t b) {
            const std::size_t from = b * detail::block_rows;
            const std::size_t count = std::min(detail::block_rows, table.rows - from);
            detail::block_judge::into out;
            out.planes = options.keep_statuses ? into.planes_.data() + b * rule_count : nullptr;
            out.stands = into.stands_.data() + b * standings;
            out.undated = &into.undated_[b];
            out.open_families = into.open_families_.data() + b * families;
            out.families = families;
            out.by_reference = &into.by_reference_[b];
            out.outcomes = options.keep_outcomes ? into.outcomes_.data() + from : nullptr;
            out.counts = options.keep_counts ? into.counts_.data() + from * 8 : nullptr;
            judge.judge(from, count, parts_->standings, parts_->groups, out);
            const std::size_t rows_done = done.fetch_add(count, std::memory_order_relaxed) + count;
            if (id == 0 && options.progress) options.progress(rows_done, table.rows);
        };
        // Blocks that follow one another, since each has asked memory for the next one's columns.
        constexpr std::size_t stretch = 8;
        for (;;) {
            const std::size_t first = next.fetch_add(stretch, std::memory_order_relaxed);
            for (std::size_t b = first; b < first + stretch; ++b) {
                if (b >= blocks || bad.at.load(std::memory_order_relaxed) < (b * detail::block_rows) << 16) return;
                if (options.cancel != nullptr && options.cancel->load(std::memory_order_relaxed)) return;
                judge_block(b);
            }
        }
    };
    if (options.pool == nullptr) serve(0);
    else options.pool->run(serve);

    into.summaries_.assign(rule_count, rule_summary{});
    into.outcome_counts_ = {};
    for (const detail::column_worker& w : work.workers) {
        for (std::size_t r = 0; r < rule_count; ++r)
            for (std::size_t s = 0; s < 8; ++s) into.summaries_[r].by_status[s] += w.summaries[r].by_status[s];
        for (std::size_t o = 0; o < 5; ++o) into.outcome_counts_[o] += w.outcomes[o];
    }
    if (const std::uint64_t at = bad.at.load(); at != ~std::uint64_t{0}) {
        const table_view::column& c = table.columns[at & 0xffff];
        problem p = detail::column_problem("XR-COL-006", "", {"事实能取的值", "a value that the fact can take"},
                                           {"第" + std::to_string((at >> 16) + 1) + "行“" + c.name + "”的值，事实不能取",
                                            "row " + std::to_string((at >> 16) + 1) + ", column \"" + c.name + "\": a value that the fact cannot take"});
        p.line = static_cast<int>((at >> 16) + 1);
        problems.push_back(std::move(p));
        return problems;
    }
    into.is_complete_ = done.load() == table.rows;
    return problems;
}

XUANREN_INLINE void column_verdicts::statuses(std::size_t rule, std::span<std::uint8_t> out) const noexcept {
    for (std::size_t row = 0; row < rows_; row += 64) {
        const auto [block, word, bit] = place(row);
        const detail::status_planes& p = planes_[block * rule_count() + rule];
        const std::uint64_t a = p.bit[0].word[word], b = p.bit[1].word[word], c = p.bit[2].word[word];
        const std::uint64_t here = stands_word(rule, block, word);
        for (std::size_t i = 0; i < 64 && row + i < rows_; ++i) {
            const std::uint64_t s = (a >> i & 1) | (b >> i & 1) << 1 | (c >> i & 1) << 2;
            out[row + i] = (here >> i & 1) != 0 ? static_cast<std::uint8_t>(s) : not_in_force;
        }
    }
}

XUANREN_INLINE void column_verdicts::bitmap(std::size_t rule, status is, std::span<std::uint64_t> out) const noexcept {
    const auto s = static_cast<unsigned>(is);
    for (std::size_t row = 0; row < rows_; row += 64) {
        const auto [block, word, bit] = place(row);
        const detail::status_planes& p = planes_[block * rule_count() + rule];
        std::uint64_t w = stands_word(rule, block, word);
        for (unsigned b = 0; b < 3; ++b) w &= (s >> b & 1) != 0 ? p.bit[b].word[word] : ~p.bit[b].word[word];
        out[row / 64] = w;
    }
}

}  // namespace xuanren
