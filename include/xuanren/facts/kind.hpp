// include/xuanren/facts/kind.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>

#include <cstdint>

namespace xuanren {

namespace detail {

[[nodiscard]] constexpr bool is_deputy_level(level l) noexcept {
    return l >= level::township_deputy &&
           (static_cast<int>(l) - static_cast<int>(level::township_deputy)) % 2 == 0;
}
[[nodiscard]] constexpr bool is_principal_level(level l) noexcept {
    return l > level::township_deputy && !is_deputy_level(l);
}

/// Whether the candidate holds a rank and no leading post.
[[nodiscard]] inline truth is_rank_only(const career& c) {
    if (c.levels.level.is_null()) {
        if (c.rank != nullptr) return truth::yes;
        return c.has_ranks ? truth::no : truth::unknown;
    }
    return !c.levels.leading;
}

}  // namespace detail

/// What tells the kind of an appointment, or for want of what none can be told 推定依据.
enum class kind_ground : std::uint8_t {
    rank_raised,        ///< no post, but a rank 晋升职级
    level_rises,        ///< the level of the post is above the one held 层次上升
    level_falls,        ///< it is below 层次下降
    rank_to_leading,    ///< who only has a rank leads 只有职级的任领导职务
    first_post,         ///< neither post nor rank before 首次任职
    same_level,         ///< same level and same role 同层次、同类职务
    by_declaration,     ///< removal, retirement, secondment, entry from outside: declared alone
    importance,         ///< same level; which post is more important is not on file 轻重未载
    no_target,          ///< neither post nor rank is on file 职位、职级未载
    target_level,       ///< the level of the post is not on file 拟任层次未载
    target_leading,     ///< whether the post leads is not on file 是否领导职务未载
    not_leading,        ///< a post that leads nobody, of someone without a level 非领导职务
    no_career,          ///< candidate or tenures are not on file 任职经历未载
    level_held,         ///< the level held cannot be told 现任层次不明
    held_leading,       ///< whether the post held leads cannot be told 现任是否领导职务不明
    ranks_held,         ///< whether there was a rank before is not on file 职级未载
    career_in_doubt,    ///< dates leave open what came before the decision 任职先后不明
};

/// A kind and what tells it; without a kind, what is lacking.
struct kind_told {
    field<xuanren::kind> kind;
    kind_ground ground = kind_ground::no_career;
};

namespace detail {

/// The kind that a move to a post of the same level has; none where only people can tell.
[[nodiscard]] inline kind_told kind_at_same_level(const career& c, const post& p,
                                                  const field<kind>& declared) {
    const truth leads = is_leading(p.leading, p.role);
    if (leads == truth::unknown) return {{}, kind_ground::target_leading};
    if (c.levels.leading == truth::unknown) return {{}, kind_ground::held_leading};
    if (leads == truth::yes && c.levels.leading == truth::no)
        return {kind::promotion, kind_ground::rank_to_leading};
    // READING: whether a move at the same level is to a more important post is for people to say;
    // that it is none to a higher or lower level is not.
    if (!declared || *declared == kind::lateral || *declared == kind::further_use)
        return {{}, kind_ground::importance};
    const bool is_known_role = c.main != nullptr && c.main->role && p.role;
    if (!is_known_role || *c.main->role != *p.role) return {{}, kind_ground::importance};
    return {kind::lateral, kind_ground::same_level};
}

}  // namespace detail

/// The kind of an appointment as career and post tell it, without what is declared 推定任免类型;
/// and what tells it.
///
/// Absent where they do not tell: between lateral and further use, and for removals, retirements,
/// secondments and entries from outside, which the declaration alone makes.
[[nodiscard]] inline kind_told told_kind(const case_view& view) {
    const appointment& a = view.appointment();
    if (a.kind && (*a.kind == kind::removal || *a.kind == kind::retirement ||
                   *a.kind == kind::secondment || *a.kind == kind::lateral_entry))
        return {{}, kind_ground::by_declaration};
    if (a.post.is_null())
        return a.to_rank ? kind_told{kind::rank_promotion, kind_ground::rank_raised}
                         : kind_told{{}, kind_ground::no_target};
    const post* p = view.post();
    if (p == nullptr) return {{}, kind_ground::no_target};
    const detail::career* c = view.career();
    if (c == nullptr || !c->has_tenures) return {{}, kind_ground::no_career};
    if (!p->level) return {{}, kind_ground::target_level};
    const auto& held = c->levels.level;
    if (held.is_null()) {
        const truth leads = detail::is_leading(p->leading, p->role);
        if (leads == truth::unknown) return {{}, kind_ground::target_leading};
        if (leads == truth::no) return {{}, kind_ground::not_leading};
        if (c->rank != nullptr) return {kind::promotion, kind_ground::rank_to_leading};
        const bool is_new = c->has_ranks && c->ranks.empty() && c->services.empty();
        return is_new ? kind_told{kind::first, kind_ground::first_post}
                      : kind_told{{}, kind_ground::ranks_held};
    }
    if (!held) return {{}, kind_ground::level_held};
    if (*held < *p->level) return {kind::promotion, kind_ground::level_rises};
    if (*p->level < *held) return {kind::demotion, kind_ground::level_falls};
    return detail::kind_at_same_level(*c, *p, a.kind);
}

/// The kind alone, for the fact `appointment.derived_kind`.
[[nodiscard]] inline field<kind> derived_kind(const case_view& view) {
    return told_kind(view).kind;
}

/// The step from the level held to the level of the post 升任台阶; absent where it is not known.
[[nodiscard]] inline field<promotion_step> step_taken(const case_view& view) {
    const post* p = view.post();
    const detail::career* c = view.career();
    if (p == nullptr || c == nullptr || !c->has_tenures || !p->level) return {};
    const auto& held = c->levels.level;
    if (held.is_unknown()) return {};
    const truth rank_only = detail::is_rank_only(*c);
    if (rank_only == truth::unknown) return {};
    // READING: whoever held 科员 or 办事员 before there were ranks stood on that level, so that the
    // levels left out above it count.
    const bool is_below_posts =
        held && *held < level::township_deputy && c->has_ranks && c->rank == nullptr;
    const bool skips = is_below_posts && static_cast<int>(*p->level) - static_cast<int>(*held) > 1;
    if (rank_only == truth::yes && !skips) {
        if (detail::is_deputy_level(*p->level)) return promotion_step::rank_to_deputy;
        if (detail::is_principal_level(*p->level)) return promotion_step::rank_to_principal;
        return {};
    }
    if (!held) return {};
    const int rise = static_cast<int>(*p->level) - static_cast<int>(*held);
    if (rise < 0) return promotion_step::down;
    if (rise == 0) return promotion_step::same_level;
    if (rise == 1)
        return detail::is_deputy_level(*held) ? promotion_step::deputy_to_principal
                                              : promotion_step::principal_to_next_deputy;
    return rise == 2 ? promotion_step::skip_one : promotion_step::skip_more;
}

}  // namespace xuanren
