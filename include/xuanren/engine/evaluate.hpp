// include/xuanren/engine/evaluate.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/compare.hpp>
#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/interval.hpp>
#include <xuanren/engine/value.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xuanren {

class working_calendar;

/// Where `table.NAME(key, ..., [on])` finds its rows 表的来源; the rulebook's tables are one.
class table_source {
public:
    /// The value for the keys, none of which is unknown; `on` is the day the key's own date counts,
    /// empty where the rule's reference date does. Unknown where the row or version cannot be told,
    /// null where the table has none for the keys.
    [[nodiscard]] virtual value look_up(std::string_view table, std::span<const value> keys,
                                        const std::optional<interval<civil_date>>& on) const = 0;

protected:
    ~table_source() = default;
};

/// Brings facts that were not read beforehand 按需取数: each is asked for once, when an expression
/// first comes upon it.
class fact_supply {
public:
    [[nodiscard]] bool awaits(std::size_t fact_index) const noexcept {
        return fact_index < awaited_.size() && awaited_[fact_index] != 0;
    }
    /// Puts the fact's value into its place among the case's facts.
    virtual void bring(std::size_t fact_index) = 0;

protected:
    ~fact_supply() = default;
    std::vector<char> awaited_;  ///< by fact
};

/// All that an expression is evaluated against 求值环境. What is not set is unknown.
struct environment {
    const fact_values* facts = nullptr;
    fact_supply* supply = nullptr;  ///< null: the facts are all there
    std::optional<interval<civil_date>> reference = std::nullopt;  ///< of `elapsed` and `time in`
    const table_source* tables = nullptr;
    const working_calendar* calendar = nullptr;
    std::string_view set_aside_rule = {};   ///< of `names`: the id of the rule being set aside
    std::span<const value> variables = {};  ///< by slot, where a part of a `for` is evaluated alone
};

/// The value of an expression 求值: unknown where a needed fact is not on file, null only where
/// FEEL says so (`max([])`, a division by zero). Scalar expressions allocate nothing.
[[nodiscard]] XUANREN_INLINE value evaluate(const node& expression, const environment& with);

/// The answer of an expression as a condition 求真.
[[nodiscard]] XUANREN_INLINE answer test(const node& expression, const environment& with);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/evaluator.hpp>
#endif
