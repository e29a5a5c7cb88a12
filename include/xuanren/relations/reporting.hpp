// include/xuanren/relations/reporting.hpp
#pragma once

#include <xuanren/relations/holding.hpp>

#include <cstdint>
#include <vector>

namespace xuanren {

/// A post, or a place in an organisation where the file has no post for it.
struct post_held {
    std::uint32_t post = no_record, organisation = no_record;
    field<xuanren::role> role;
    standing leads = standing::maybe;  ///< whether it is a leading post
};

/// How one post stands to another 两职位之间的关系; facts of the chart, whatever a clause makes of them.
struct post_tie {
    standing same_organ = standing::maybe;
    standing same_unit = standing::maybe;
    standing same_superior = standing::maybe;  ///< both directly under one and the same post
    standing same_team = standing::maybe;      ///< both in the leading team of one organ
    standing above = standing::maybe;          ///< the other post is directly above this one
    standing below = standing::maybe;          ///< and this one directly above the other
    standing leads_unit_above = standing::maybe;  ///< head or deputy of the unit next above
    standing leads_unit_below = standing::maybe;
    standing organ_above = standing::maybe;  ///< the other's organ is the one next above
    standing organ_below = standing::maybe;
};

/// The reporting lines of a dossier 隶属关系: posts to posts, units to organs.
///
/// A unit belongs to the organ above it. What a post does not say of its superior is read from the
/// roles in one unit: its head is above its deputies, members and staff, and deputies are under one
/// head. The dossier must be linked and must outlive it; a circle in it ends where it began.
/// Complexity: linear to make, constant to ask.
class reporting {
public:
    explicit reporting(const dossier& book) : book_(book) {
        const std::size_t n = book.organisations.size();
        organ_.assign(n, no_record);
        std::vector<std::uint32_t> climbed;
        std::vector<bool> on_way(n, false);
        for (std::uint32_t i = 0; i < n; ++i) {
            std::uint32_t at = i;
            climbed.clear();
            while (organ_[at] == no_record && is_unit(at) && !on_way[at] &&
                   book.links.organisation_parent[at] != no_record) {
                on_way[at] = true;
                climbed.push_back(at);
                at = book.links.organisation_parent[at];
            }
            const std::uint32_t organ = organ_[at] == no_record ? at : organ_[at];
            organ_[at] = organ;
            for (const std::uint32_t c : climbed) {
                organ_[c] = organ;
                on_way[c] = false;
            }
        }
    }

    /// The organ to which an organisation belongs: itself, unless it is an internal unit.
    [[nodiscard]] std::uint32_t organ_of(std::uint32_t organisation) const noexcept {
        return organisation == no_record ? no_record : organ_[organisation];
    }
    /// Whether an organisation is an internal unit of another.
    [[nodiscard]] bool is_unit(std::uint32_t organisation) const noexcept {
        const auto& kind = book_.organisations[organisation].kind;
        return kind && *kind == organ_kind::internal_unit;
    }

    [[nodiscard]] post_held post_of(std::uint32_t post) const {
        const xuanren::post& p = book_.posts[post];
        return {post, book_.links.post_organisation[post], p.role, detail::leads(p.leading, p.role)};
    }
    [[nodiscard]] post_held held_by(const holding& h) const {
        field<bool> leading;
        if (h.tenure != no_record) leading = (*book_.cadres[h.cadre].tenures)[h.tenure].leading;
        if (leading.is_unknown() && h.post != no_record) leading = book_.posts[h.post].leading;
        return {h.post, h.organisation, h.role, detail::leads(leading, h.role)};
    }

    /// How `other` stands to `own`.
    [[nodiscard]] post_tie between(const post_held& own, const post_held& other) const {
        post_tie t;
        const std::uint32_t a = organ_of(own.organisation), b = organ_of(other.organisation);
        const bool is_known = a != no_record && b != no_record;
        if (is_known) {
            t.same_organ = standing_of(a == b);
            t.same_unit = standing_of(own.organisation == other.organisation);
            t.organ_above = standing_of(a != b && parent(a) == b);
            t.organ_below = standing_of(a != b && parent(b) == a);
        }
        t.above = directly_above(own, other, t);
        t.below = directly_above(other, own, t);
        t.same_superior = under_one(own, other, t);
        t.same_team = both(t.same_organ, both(in_team(own), in_team(other)));
        t.leads_unit_above = leads_above(own, other);
        t.leads_unit_below = leads_above(other, own);
        return t;
    }

    /// Whether a post belongs to the leading team of its organ.
    ///
    /// READING: the head and the deputies of an organ itself do where the post does not say; who
    /// serves in an internal unit, and staff, do not.
    [[nodiscard]] standing in_team(const post_held& p) const {
        if (p.post != no_record && book_.posts[p.post].team_member)
            return standing_of(*book_.posts[p.post].team_member);
        if (p.role && *p.role == role::staff) return standing::no;
        if (p.organisation == no_record) return standing::maybe;
        if (is_unit(p.organisation)) return standing::no;
        if (p.role && is_head_or_deputy(*p.role)) return standing::yes;
        return standing::maybe;
    }

private:
    [[nodiscard]] std::uint32_t parent(std::uint32_t organisation) const noexcept {
        return book_.links.organisation_parent[organisation];
    }
    [[nodiscard]] static bool is_head_or_deputy(role r) noexcept {
        return r == role::principal || r == role::deputy;
    }
    /// The post that one reports to; null: to none; unknown: not said.
    [[nodiscard]] field<std::uint32_t> superior_of(const post_held& p) const {
        if (p.post == no_record) return {};
        const auto& says = book_.posts[p.post].reports_to;
        if (says.is_null()) return nullptr;
        const std::uint32_t at = book_.links.post_reports_to[p.post];
        return says && at != no_record ? field<std::uint32_t>(at) : field<std::uint32_t>();
    }

    /// Whether `other` is directly above `own`.
    [[nodiscard]] standing directly_above(const post_held& own, const post_held& other,
                                          const post_tie& t) const {
        const auto superior = superior_of(own);
        if (superior) {
            if (other.post != no_record) return standing_of(*superior == other.post);
            // Who serves in another organisation than that post's does not hold it.
            const std::uint32_t theirs = book_.links.post_organisation[*superior];
            return theirs == no_record || other.organisation == no_record ||
                           theirs == other.organisation
                       ? standing::maybe
                       : standing::no;
        }
        if (superior.is_null()) return standing::no;
        if (other.role && *other.role == role::staff) return standing::no;
        // READING: between organs a line of command is what a post says, no more.
        if (t.same_organ == standing::no) return standing::no;
        if (t.same_unit == standing::yes && own.role && other.role) {
            if (*own.role == role::principal) return standing::no;
            if (*other.role == role::principal) return standing::yes;
            return *own.role == role::deputy ? standing::no : standing::maybe;
        }
        return standing::maybe;
    }
    [[nodiscard]] standing under_one(const post_held& own, const post_held& other,
                                     const post_tie& t) const {
        const auto a = superior_of(own), b = superior_of(other);
        if (a.is_null() || b.is_null()) return standing::no;
        if (a && b) return standing_of(*a == *b);
        if (t.same_organ == standing::no || t.above == standing::yes || t.below == standing::yes)
            return standing::no;
        if (t.same_unit == standing::yes && own.role && other.role)
            return standing_of(*own.role != role::principal && *other.role != role::principal);
        return standing::maybe;
    }
    /// Whether `other` is head or deputy of the unit next above the one of which `own` is head or
    /// deputy.
    [[nodiscard]] standing leads_above(const post_held& own, const post_held& other) const {
        if (own.organisation == no_record || other.organisation == no_record)
            return standing::maybe;
        if (parent(own.organisation) != other.organisation) return standing::no;
        const auto leads = [](const post_held& p) {
            return p.role ? standing_of(is_head_or_deputy(*p.role)) : standing::maybe;
        };
        return both(leads(own), leads(other));
    }

    const dossier& book_;
    std::vector<std::uint32_t> organ_;
};

}  // namespace xuanren
