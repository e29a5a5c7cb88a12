// include/xuanren/facts/career.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/interval.hpp>
#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace xuanren::detail {

using known_days = field<interval<civil_date>>;  ///< null: none, to the present say

[[nodiscard]] inline known_days known_days_of(const field<civil_date>& f) {
    if (f.has_value()) return xuanren::days_of(*f);
    if (f.is_null()) return nullptr;
    return {};
}

/// Everything from the earliest to the latest of the two; unknown where one of them is.
[[nodiscard]] inline known_days span_of(const known_days& a, const known_days& b) {
    if (!a || !b) return {};
    return interval<civil_date>(std::min(a->low(), b->low()), std::max(a->high(), b->high()));
}

/// One post held, as the decision on an appointment sees it 任职.
struct service {
    const tenure* record = nullptr;  ///< null: an earlier appointment of the dossier stands for it
    std::size_t item = 0;            ///< place in the cadre's tenures, or among the appointments
    const post* at = nullptr;        ///< the post, where the dossier has it
    std::uint32_t organisation = no_record;
    known_days since;
    known_days until;             ///< null: to the present
    field<xuanren::level> level;  ///< null: outside the levels
    field<xuanren::role> role;
    truth leading = truth::unknown;
    field<tenure_kind> kind;
    field<xuanren::change> change;
    truth counts = truth::unknown;   ///< substantive, so that it makes a level
    truth visible = truth::unknown;  ///< began before the decision
    truth current = truth::unknown;  ///< still held on the eve of the decision
};

/// Whether a post is a leading one; where that is not said, staff are not, heads and deputies are.
[[nodiscard]] inline truth is_leading(const field<bool>& leading, const field<role>& role) {
    if (leading) return to_truth(*leading);
    if (!role) return truth::unknown;
    if (*role == role::staff) return truth::no;
    return *role == role::member ? truth::unknown : truth::yes;
}

/// READING: a tenure that says nothing of its kind is substantive where it says that it was
/// entered by promotion, a lateral move and the like.
[[nodiscard]] inline field<tenure_kind> kind_of(const tenure& t) {
    if (t.kind || !t.change) return t.kind;
    if (*t.change == change::secondment) return tenure_kind::secondment;
    if (*t.change == change::concurrent) return tenure_kind::concurrent;
    return tenure_kind::substantive;
}

[[nodiscard]] inline truth makes_level(const field<tenure_kind>& kind) {
    if (!kind) return truth::unknown;
    return to_truth(*kind == tenure_kind::substantive || *kind == tenure_kind::concurrent);
}

/// Whether the record tells that a probation ended without confirmation 试用不胜任.
[[nodiscard]] inline bool has_failed_trial(const field<probation>& p) {
    return p && p->confirmed && !*p->confirmed && p->ended.has_value();
}

[[nodiscard]] inline service service_of(const tenure& t, std::size_t item, const dossier& book,
                                        std::uint32_t post, std::uint32_t organisation) {
    service s;
    s.record = &t;
    s.item = item;
    if (post != no_record) s.at = &book.posts[post];
    s.organisation = organisation != no_record || post == no_record
                         ? organisation
                         : book.links.post_organisation[post];
    s.since = known_days_of(t.decided ? t.decided : t.from);
    s.until = known_days_of(t.to);
    if (s.until.is_unknown() && t.removal && t.removal->decided)
        s.until = known_days_of(t.removal->decided);
    s.level = t.level;
    s.role = t.role;
    field<bool> leading = t.leading;
    if (s.at != nullptr) {
        if (s.level.is_unknown()) s.level = s.at->level;
        if (s.role.is_unknown()) s.role = s.at->role;
        if (leading.is_unknown()) leading = s.at->leading;
    }
    s.leading = is_leading(leading, s.role);
    // The levels of staff and clerks are those of people who lead nobody.
    if (s.leading == truth::unknown && s.level && *s.level < level::township_deputy)
        s.leading = truth::no;
    s.kind = kind_of(t);
    s.change = t.change;
    // What was served on trial counts once confirmed: a trial that failed makes no level.
    s.counts = has_failed_trial(t.probation) ? truth::no : makes_level(s.kind);
    return s;
}

/// A rank held, as the decision sees it 职级.
struct rank_service {
    const rank_held* record =
        nullptr;  ///< null: an earlier appointment of the dossier stands for it
    std::size_t item = 0;
    field<xuanren::rank> rank;
    known_days since;
    known_days until;
    truth visible = truth::unknown;
    truth current = truth::unknown;
};

/// Where a service was read.
[[nodiscard]] inline provenance source_of(const service& s, std::size_t cadre, const char* key) {
    if (s.record == nullptr)
        return {"appointments", static_cast<int>(s.item), "procedure", -1, "discussion/on"};
    return {"cadres", static_cast<int>(cadre), "tenures", static_cast<int>(s.item), key};
}
[[nodiscard]] inline provenance source_of_start(const service& s, std::size_t cadre) {
    return source_of(s, cadre, s.record != nullptr && s.record->decided ? "decided" : "from");
}

/// Began strictly before the decision?
[[nodiscard]] inline truth began_before(const known_days& since,
                                        const interval<civil_date>& decided) {
    if (!since) return truth::unknown;
    return less(*since, decided);
}

/// Still held on the eve of the decision? An end on the day itself leaves the eve.
[[nodiscard]] inline truth held_on_eve(const known_days& until,
                                       const interval<civil_date>& decided) {
    if (until.is_null()) return truth::yes;
    if (!until) return truth::unknown;
    return less_equal(decided, *until);
}

}  // namespace xuanren::detail
