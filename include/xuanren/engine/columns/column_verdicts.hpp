// include/xuanren/engine/columns/column_verdicts.hpp
#pragma once

#include <xuanren/engine/columns/kernel_set.hpp>
#include <xuanren/engine/verdict.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

class column_plan;

namespace detail {
struct column_workspace;  // what a run needs besides, kept for the next one

/// Room for many of a kind, not filled beforehand, kept where it is enough.
template <class T>
class loose_array {
public:
    void resize(std::size_t size) {
        size_ = size;
        if (size <= room_) return;
        held_.reset();
        held_ = std::make_unique_for_overwrite<T[]>(size);
        room_ = size;
    }
    [[nodiscard]] T* data() noexcept { return held_.get(); }
    [[nodiscard]] const T* data() const noexcept { return held_.get(); }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    T& operator[](std::size_t i) noexcept { return held_[i]; }
    const T& operator[](std::size_t i) const noexcept { return held_[i]; }

private:
    std::unique_ptr<T[]> held_;
    std::size_t size_ = 0, room_ = 0;
};

}  // namespace detail

/// How often a rule came to each status 规则汇总, by the status's number.
struct rule_summary {
    std::array<std::uint64_t, 8> by_status{};
    [[nodiscard]] std::uint64_t operator[](status s) const noexcept { return by_status[static_cast<std::size_t>(s)]; }
    friend bool operator==(const rule_summary&, const rule_summary&) = default;
};

/// The verdicts of a plan on a table 批量结论: a status for each rule and row in three bits, an outcome
/// for each row, sums for each rule. Rules are numbered as in column_plan::rules().
///
/// Given again to the next run it keeps its memory.
class column_verdicts {
public:
    /// What `statuses` writes where a rule's version is not in force.
    static constexpr std::uint8_t not_in_force = 255;

    column_verdicts();
    ~column_verdicts();
    column_verdicts(column_verdicts&&) noexcept;
    column_verdicts& operator=(column_verdicts&&) noexcept;

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t rule_count() const noexcept { return summaries_.size(); }
    /// Whether the run went through; not where it was cancelled or met a cell that is wrong.
    [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }

    /// Empty where the rule's version is not in force in that row.  Requires: statuses were kept.
    [[nodiscard]] std::optional<status> status_of(std::size_t rule, std::size_t row) const noexcept {
        const auto [block, word, bit] = place(row);
        if (!stands(rule, block, word, bit)) return std::nullopt;
        const detail::status_planes& p = planes_[block * rule_count() + rule];
        std::uint64_t s = 0;
        for (std::size_t b = 0; b < 3; ++b) s |= (p.bit[b].word[word] >> bit & 1) << b;
        return static_cast<status>(s);
    }
    /// The status column of a rule 结论列: the numbers of `status`, not_in_force where it does not stand.
    /// Requires: statuses were kept; out.size() == rows().
    void statuses(std::size_t rule, std::span<std::uint8_t> out) const noexcept;

    /// One bit a row, 64 rows a word, for the rows of that status, row 0 lowest; appends to nothing,
    /// writes (rows() + 63) / 64 words.  Requires: statuses were kept.
    void bitmap(std::size_t rule, status is, std::span<std::uint64_t> out) const noexcept;

    [[nodiscard]] const rule_summary& summary(std::size_t rule) const noexcept { return summaries_[rule]; }
    /// The outcome of each row 总结论.  Requires: outcomes were kept.
    [[nodiscard]] std::span<const outcome> outcomes() const noexcept { return {outcomes_.data(), outcomes_.size()}; }
    /// How many rows came to each outcome, by its number.
    [[nodiscard]] const std::array<std::uint64_t, 5>& outcome_counts() const noexcept { return outcome_counts_; }
    /// How many rules of each status a row has, eight numbers a row.  Requires: counts were asked for.
    [[nodiscard]] std::span<const std::uint16_t, 8> counts(std::size_t row) const noexcept {
        return std::span<const std::uint16_t, 8>(counts_.data() + row * 8, 8);
    }
    /// Whether the version of some family is not known in that row (a finding `<family>/version`).
    [[nodiscard]] bool is_version_open(std::size_t family, std::size_t row) const noexcept {
        const auto [block, word, bit] = place(row);
        return (open_families_[block * families_ + family].word[word] >> bit & 1) != 0;
    }
    /// Whether the regulations reach that row by reference 参照.
    [[nodiscard]] bool is_by_reference(std::size_t row) const noexcept {
        const auto [block, word, bit] = place(row);
        return (by_reference_[block].word[word] >> bit & 1) != 0;
    }

private:
    friend class column_plan;
    friend class column_findings;
    friend struct detail::column_workspace;
    struct place_of_row {
        std::size_t block, word, bit;
    };
    [[nodiscard]] static place_of_row place(std::size_t row) noexcept {
        return {row / detail::block_rows, row % detail::block_rows / 64, row % 64};
    }
    [[nodiscard]] bool stands(std::size_t rule, std::size_t block, std::size_t word, std::size_t bit) const noexcept {
        return (stands_word(rule, block, word) >> bit & 1) != 0;
    }
    [[nodiscard]] std::uint64_t stands_word(std::size_t rule, std::size_t block, std::size_t word) const noexcept {
        const auto [group, is_latest] = groups_[rule];
        const std::uint64_t here = stands_[block * group_count_ + group].word[word];
        return is_latest ? here | undated_[block].word[word] : here;
    }

    std::size_t rows_ = 0, families_ = 0, group_count_ = 0;
    bool is_complete_ = false;
    std::vector<std::pair<std::uint32_t, bool>> groups_;
    detail::loose_array<detail::status_planes> planes_;
    detail::loose_array<detail::row_bits> stands_, undated_, open_families_, by_reference_;
    detail::loose_array<outcome> outcomes_;
    detail::loose_array<std::uint16_t> counts_;
    std::vector<rule_summary> summaries_;
    std::array<std::uint64_t, 5> outcome_counts_{};
    std::unique_ptr<detail::column_workspace> workspace_;
};

}  // namespace xuanren
