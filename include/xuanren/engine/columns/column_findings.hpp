// include/xuanren/engine/columns/column_findings.hpp
#pragma once

#include <xuanren/engine/columns/column_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace xuanren {

/// Why rows are violated or undetermined 批量问题清单: for each elementary test of each rule, the rows in
/// which it decides, with what the case holds and the bound it was held against.
///
/// In a violated row those are the tests of the requirement that fail (of a `not`, those that hold);
/// in an undetermined one every test of scope, requirement and band that is unknown. Nothing but these
/// tests is evaluated again. Rules judged by rows and rows judged singly have no entry: explain() has.
class column_findings {
public:
    /// What stands for a value that is not known, or for which there is no number.
    static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

    /// The findings of one test.
    struct group {
        std::size_t rule = 0;             ///< as in column_plan::rules()
        const node* test = nullptr;       ///< of the rulebook, which the plan keeps
        std::size_t fact = catalogue::none;  ///< the first that the test names
        bool is_negated = false;
        status is = status::violated;     ///< of the rule in these rows: violated or undetermined
        type value_type;                  ///< of value and bound: a date is packed, an enumeration a position
        int value_scale = 0, bound_scale = 0;
        std::span<const std::uint32_t> rows;    ///< rising
        std::span<const std::int64_t> values;   ///< as many; of bounds the lower. Empty where the test is a boolean
        std::span<const std::int64_t> bounds;   ///< as many, or one for all
        [[nodiscard]] value value_at(std::size_t i) const { return value_of(values.empty() ? unknown : values[i], value_scale); }
        [[nodiscard]] value bound_at(std::size_t i) const {
            return value_of(bounds.empty() ? unknown : bounds[bounds.size() == 1 ? 0 : i], bound_scale);
        }

    private:
        [[nodiscard]] value value_of(std::int64_t held, int scale) const;
    };

    column_findings();
    ~column_findings();
    column_findings(column_findings&&) noexcept;
    column_findings& operator=(column_findings&&) noexcept;

    /// Gathers them for one table and the verdicts on it; the groups are in the order of the rules and of
    /// their tests. Given again to the next table it keeps its memory, and the groups told before are void.
    /// Requires: the verdicts are complete, of this plan and table, and their statuses were kept.
    XUANREN_INLINE const std::vector<group>& find(const column_plan& plan, const table_view& table,
                                                  const column_verdicts& verdicts, bool with_undetermined = true);

    [[nodiscard]] const std::vector<group>& groups() const noexcept { return groups_; }
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t sum = 0;
        for (const group& g : groups_) sum += g.rows.size();
        return sum;
    }

private:
    struct rooms;
    std::unique_ptr<rooms> rooms_;
    std::vector<group> groups_;
};

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/columns/column_findings_run.hpp>
#endif
