// include/xuanren/relations/rank_group.hpp
#pragma once

#include <xuanren/records/organisation.hpp>
#include <xuanren/records/rank.hpp>
#include <xuanren/records/word.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace xuanren {

/// Ranks whose seats are counted together 职级职数的分组; `other` is what a document groups its own
/// way. Which groups are limited, and to what share, is law and stands in rules/.
enum class rank_group : std::uint8_t {
    counsels,
    counsel_1,
    counsel_2,
    consultants,
    consultants_1_2,
    consultant_1,
    consultant_2,
    consultants_3_4,
    consultant_3,
    principal_staff,
    principal_staff_1_2,
    other,
};

template <>
struct words_of<rank_group> {
    static constexpr std::string_view name = "rank_group", chinese = "职级分组";
    static constexpr bool ordered = false;
    static constexpr word<rank_group> list[] = {
        {rank_group::counsels, "counsels", "一级、二级巡视员"},
        {rank_group::counsel_1, "counsel_1", "一级巡视员"},
        {rank_group::counsel_2, "counsel_2", "二级巡视员"},
        {rank_group::consultants, "consultants", "一级至四级调研员"},
        {rank_group::consultants_1_2, "consultants_1_2", "一级、二级调研员"},
        {rank_group::consultant_1, "consultant_1", "一级调研员"},
        {rank_group::consultant_2, "consultant_2", "二级调研员"},
        {rank_group::consultants_3_4, "consultants_3_4", "三级、四级调研员"},
        {rank_group::consultant_3, "consultant_3", "三级调研员"},
        {rank_group::principal_staff, "principal_staff", "一级至四级主任科员"},
        {rank_group::principal_staff_1_2, "principal_staff_1_2", "一级、二级主任科员"},
        {rank_group::other, "other", "其他分组"},
    };
};

/// The ranks of a group; none of `other`.
[[nodiscard]] inline std::span<const rank> ranks_of(rank_group g) noexcept {
    static constexpr rank all[] = {rank::counsel_1,         rank::counsel_2,
                                   rank::consultant_1,      rank::consultant_2,
                                   rank::consultant_3,      rank::consultant_4,
                                   rank::principal_staff_1, rank::principal_staff_2,
                                   rank::principal_staff_3, rank::principal_staff_4};
    const std::span<const rank> s(all);
    switch (g) {
        case rank_group::counsels: return s.subspan(0, 2);
        case rank_group::counsel_1: return s.subspan(0, 1);
        case rank_group::counsel_2: return s.subspan(1, 1);
        case rank_group::consultants: return s.subspan(2, 4);
        case rank_group::consultants_1_2: return s.subspan(2, 2);
        case rank_group::consultant_1: return s.subspan(2, 1);
        case rank_group::consultant_2: return s.subspan(3, 1);
        case rank_group::consultants_3_4: return s.subspan(4, 2);
        case rank_group::consultant_3: return s.subspan(4, 1);
        case rank_group::principal_staff: return s.subspan(6, 4);
        case rank_group::principal_staff_1_2: return s.subspan(6, 2);
        case rank_group::other: break;
    }
    return {};
}

/// The group of exactly these ranks; `other` where there is none.
[[nodiscard]] inline rank_group group_of(std::span<const rank> ranks) noexcept {
    for (const auto& w : words_of<rank_group>::list) {
        const std::span<const rank> of = ranks_of(w.value);
        if (of.size() != ranks.size()) continue;
        if (std::all_of(ranks.begin(), ranks.end(), [&](rank r) {
                return std::find(of.begin(), of.end(), r) != of.end();
            }))
            return w.value;
    }
    return rank_group::other;
}

/// The seats that a document approves for a group: the sum of the rows that make it up; empty where
/// they do not, or the document is silent about a number.
[[nodiscard]] inline std::optional<std::int64_t> approved_for(const establishment& e,
                                                              std::span<const rank> group) {
    if (!e.rank_seats || group.empty()) return std::nullopt;
    std::int64_t sum = 0;
    std::size_t covered = 0;
    for (const rank_seat& row : *e.rank_seats) {
        if (!row.ranks) return std::nullopt;
        std::size_t inside = 0;
        for (const rank r : *row.ranks)
            inside += static_cast<std::size_t>(std::count(group.begin(), group.end(), r));
        // A row that reaches beyond the group says nothing of the group alone.
        if (inside == 0 || inside != row.ranks->size()) continue;
        if (!row.count) return std::nullopt;
        // A row within the group beside one of the whole group is a limit within it, no part of it.
        if (inside == group.size()) return *row.count;
        sum += *row.count;
        covered += inside;
    }
    if (covered != group.size()) return std::nullopt;
    return sum;
}

}  // namespace xuanren
