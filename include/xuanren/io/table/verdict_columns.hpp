// include/xuanren/io/table/verdict_columns.hpp
#pragma once

#include <xuanren/engine/columns/column_findings.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/verdict_rows.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// Verdicts on a table with one row a case and rule, or a case and deciding test, as columns 结论列.
///
/// The same rows as verdict_rows writes. Gathered batch by batch; each batch begins anew.
struct verdict_columns {
    std::vector<std::int64_t> row;      ///< of the table, from 0
    std::vector<std::int32_t> rule;     ///< as in column_plan::rules()
    std::vector<std::uint8_t> status;   ///< by its number
    // Of findings alone; each a position in `words`, of which the first is empty: there is none.
    std::vector<std::int32_t> fact, value, bound;
    std::vector<std::string> words;

    /// Gathers one batch, whose first row is row `first` of the table.
    /// Requires: verdicts with statuses of that plan and table; not the grain of appointments.
    void gather(const column_plan& plan, const table_view& table, const column_verdicts& verdicts, verdict_rows::grain grain, std::int64_t first) {
        row.clear(), rule.clear(), status.clear(), fact.clear(), value.clear(), bound.clear();
        positions_.clear(), words.assign(1, std::string()), entries_.clear(), tests_.clear();
        const bool with_tests = grain == verdict_rows::grain::finding;
        const std::size_t rows = verdicts.rows(), count = verdicts.rule_count();
        starts_.assign(rows + 1, 0);
        bits_.resize((rows + 63) / 64);
        std::vector<std::pair<std::uint32_t, entry>> found;
        for (std::size_t r = 0; r < count; ++r)
            for (std::size_t s = 0; s < 8; ++s) {
                const auto is = static_cast<xuanren::status>(s);
                const bool is_told = !with_tests || is == xuanren::status::violated || is == xuanren::status::undetermined || is == xuanren::status::judgement ||
                                     is == xuanren::status::failed;
                if (!is_told || verdicts.summary(r)[is] == 0) continue;
                verdicts.bitmap(r, is, bits_);
                for (std::size_t w = 0; w < bits_.size(); ++w)
                    for (std::uint64_t left = bits_[w]; left != 0; left &= left - 1) {
                        const std::size_t at = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
                        found.emplace_back(static_cast<std::uint32_t>(at), entry{static_cast<std::int32_t>(r), static_cast<std::uint8_t>(s)});
                        ++starts_[at + 1];
                    }
            }
        for (std::size_t i = 0; i < rows; ++i) starts_[i + 1] += starts_[i];
        entries_.resize(found.size());
        std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
        for (const auto& [at, e] : found) entries_[next[at]++] = e;
        if (with_tests) gather_tests(plan, table, verdicts);
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t e = starts_[i]; e < starts_[i + 1]; ++e) {
                if (with_tests) add_tests(plan, first, i, entries_[e]);
                else add(first, i, entries_[e]);
            }
    }

private:
    struct entry {
        std::int32_t rule = 0;
        std::uint8_t is = 0;
    };
    struct deciding {
        const column_findings::group* of = nullptr;
        std::size_t at = 0;
    };

    void add(std::int64_t first, std::size_t i, const entry& e) {
        row.push_back(first + static_cast<std::int64_t>(i));
        rule.push_back(e.rule);
        status.push_back(e.is);
    }
    void gather_tests(const column_plan& plan, const table_view& table, const column_verdicts& verdicts) {
        const auto& groups = findings_.find(plan, table, verdicts);
        test_starts_.assign(verdicts.rows() + 1, 0);
        for (const auto& g : groups)
            for (const std::uint32_t at : g.rows) ++test_starts_[at + 1];
        for (std::size_t i = 0; i < verdicts.rows(); ++i) test_starts_[i + 1] += test_starts_[i];
        tests_.resize(test_starts_.back());
        std::vector<std::size_t> next(test_starts_.begin(), test_starts_.end() - 1);
        for (const auto& g : groups)
            for (std::size_t i = 0; i < g.rows.size(); ++i) tests_[next[g.rows[i]]++] = {&g, i};
    }
    void add_tests(const column_plan& plan, std::int64_t first, std::size_t i, const entry& e) {
        bool is_told = false;
        for (std::size_t t = test_starts_[i]; t < test_starts_[i + 1]; ++t) {
            const auto& g = *tests_[t].of;
            if (g.rule != static_cast<std::size_t>(e.rule)) continue;
            const std::int32_t of = g.fact == catalogue::none ? 0 : position((*plan.book().facts())[g.fact].name);
            const std::int32_t held = position(g.value_at(tests_[t].at)), asked = position(g.bound_at(tests_[t].at));
            // Requirement and band may ask the same.
            if (is_told && fact.back() == of && value.back() == held && bound.back() == asked) continue;
            add(first, i, e);
            fact.push_back(of), value.push_back(held), bound.push_back(asked);
            is_told = true;
        }
        if (is_told) return;
        add(first, i, e);
        fact.push_back(0), value.push_back(0), bound.push_back(0);
    }
    [[nodiscard]] std::int32_t position(const xuanren::value& v) { return v.is_unknown() ? 0 : position(code_of(v)); }
    [[nodiscard]] std::int32_t position(const std::string& word) {
        const auto [at, is_new] = positions_.emplace(word, static_cast<std::int32_t>(words.size()));
        if (is_new) words.push_back(word);
        return at->second;
    }

    std::vector<std::uint64_t> bits_;
    std::vector<std::size_t> starts_, test_starts_;
    std::vector<entry> entries_;
    std::vector<deciding> tests_;
    std::unordered_map<std::string, std::int32_t> positions_;
    column_findings findings_;
};

}  // namespace xuanren
