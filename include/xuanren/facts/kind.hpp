// include/xuanren/facts/kind.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>

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

/// The kind that a move to a post of the same level has; none where only people can tell.
[[nodiscard]] inline field<kind> kind_at_same_level(const career& c, const post& p,
                                                    const field<kind>& declared) {
    const truth leads = is_leading(p.leading, p.role);
    if (leads == truth::unknown || c.levels.leading == truth::unknown) return {};
    if (leads == truth::yes && c.levels.leading == truth::no) return kind::promotion;
    // READING: whether a move at the same level is to a more important post is for people to say;
    // that it is none to a higher or lower level is not.
    if (!declared || *declared == kind::lateral || *declared == kind::further_use) return {};
    const bool is_known_role = c.main != nullptr && c.main->role && p.role;
    if (!is_known_role || *c.main->role != *p.role) return {};
    return kind::lateral;
}

}  // namespace detail

/// The kind of an appointment as career and post tell it, without what is declared 推定任免类型.
///
/// Absent where they do not tell: between lateral and further use, and for removals, retirements,
/// secondments and entries from outside, which the declaration alone makes.
[[nodiscard]] inline field<kind> derived_kind(const case_view& view) {
    const appointment& a = view.appointment();
    if (a.kind && (*a.kind == kind::removal || *a.kind == kind::retirement ||
                   *a.kind == kind::secondment || *a.kind == kind::lateral_entry))
        return {};
    if (a.post.is_null()) return a.to_rank ? field<kind>(kind::rank_promotion) : field<kind>();
    const post* p = view.post();
    const detail::career* c = view.career();
    if (p == nullptr || c == nullptr || !c->has_tenures || !p->level) return {};
    const auto& held = c->levels.level;
    if (held.is_null()) {
        if (detail::is_leading(p->leading, p->role) != truth::yes) return {};
        if (c->rank != nullptr) return kind::promotion;
        const bool is_new = c->has_ranks && c->ranks.empty() && c->services.empty();
        return is_new ? field<kind>(kind::first) : field<kind>();
    }
    if (!held) return {};
    if (*held < *p->level) return kind::promotion;
    if (*p->level < *held) return kind::demotion;
    return detail::kind_at_same_level(*c, *p, a.kind);
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
