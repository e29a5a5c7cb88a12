// include/xuanren/engine/columns/verdicts_by_row.hpp
#pragma once

#include <xuanren/engine/columns/column_findings.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// Verdicts kept rule by rule, told row by row 按行归集: of each case the rules of chosen statuses, and
/// the tests that decide them. Gathered batch by batch; it keeps its memory.
class verdicts_by_row {
public:
    struct entry {
        std::uint32_t rule = 0;  ///< as in column_plan::rules()
        status is = status::undetermined;
    };
    /// One test of one row: its group, and the row's place in it.
    struct deciding {
        const column_findings::group* of = nullptr;
        std::size_t at = 0;
    };

    /// The rules that ended in one of these statuses.  Requires: verdicts with statuses.
    void gather(const column_verdicts& verdicts, std::span<const status> wanted) {
        const std::size_t rows = verdicts.rows();
        bits_.resize((rows + 63) / 64);
        starts_.assign(rows + 1, 0);
        test_starts_.assign(rows + 1, 0);
        found_.clear();
        for (std::size_t r = 0; r < verdicts.rule_count(); ++r)
            for (const status s : wanted) {
                if (verdicts.summary(r)[s] == 0) continue;
                verdicts.bitmap(r, s, bits_);
                for (std::size_t w = 0; w < bits_.size(); ++w)
                    for (std::uint64_t left = bits_[w]; left != 0; left &= left - 1) {
                        const std::size_t row = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
                        found_.emplace_back(static_cast<std::uint32_t>(row), entry{static_cast<std::uint32_t>(r), s});
                        ++starts_[row + 1];
                    }
            }
        add_up(starts_);
        entries_.resize(found_.size());
        next_.assign(starts_.begin(), starts_.end() - 1);
        for (const auto& [row, e] : found_) entries_[next_[row]++] = e;
    }
    /// And the tests that decide.  Requires: verdicts of that plan and table, gathered before.
    void gather_tests(const column_plan& plan, const table_view& table, const column_verdicts& verdicts) {
        const auto& groups = findings_.find(plan, table, verdicts);
        for (const auto& g : groups)
            for (const std::uint32_t row : g.rows) ++test_starts_[row + 1];
        add_up(test_starts_);
        tests_.resize(test_starts_.back());
        next_.assign(test_starts_.begin(), test_starts_.end() - 1);
        for (const auto& g : groups)
            for (std::size_t i = 0; i < g.rows.size(); ++i) tests_[next_[g.rows[i]]++] = {&g, i};
    }

    /// Of one row, in the rulebook's order.
    [[nodiscard]] std::span<const entry> of(std::size_t row) const {
        return std::span<const entry>(entries_).subspan(starts_[row], starts_[row + 1] - starts_[row]);
    }
    /// Calls `tell(entry, tests)` for each rule of a row, with the tests that decide it, in their order.
    template <class Tell>
    void each(std::size_t row, Tell tell) const {
        std::size_t test = test_starts_[row];
        const std::size_t end = test_starts_[row + 1];
        for (const entry& e : of(row)) {
            while (test < end && tests_[test].of->rule < e.rule) ++test;
            const std::size_t begun = test;
            while (test < end && tests_[test].of->rule == e.rule) ++test;
            tell(e, std::span<const deciding>(tests_).subspan(begun, test - begun));
        }
    }

private:
    static void add_up(std::vector<std::size_t>& counts) {
        for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
    }

    std::vector<std::uint64_t> bits_;
    std::vector<std::size_t> starts_, test_starts_, next_;
    std::vector<std::pair<std::uint32_t, entry>> found_;
    std::vector<entry> entries_;
    std::vector<deciding> tests_;
    column_findings findings_;
};

}  // namespace xuanren
