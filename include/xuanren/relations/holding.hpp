// include/xuanren/relations/holding.hpp
#pragma once

#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace xuanren {

/// Whether something of the records holds, where they may not tell 是、否、不明.
enum class standing : std::uint8_t { no, maybe, yes };

[[nodiscard]] constexpr standing both(standing a, standing b) noexcept {
    return std::min(a, b);
}
[[nodiscard]] constexpr standing either(standing a, standing b) noexcept {
    return std::max(a, b);
}
[[nodiscard]] constexpr standing opposite(standing s) noexcept {
    return static_cast<standing>(2 - static_cast<std::uint8_t>(s));
}
[[nodiscard]] constexpr standing standing_of(bool b) noexcept {
    return b ? standing::yes : standing::no;
}

/// The days that a date can mean, both included.
struct day_span {
    civil_date first, last;
};

[[nodiscard]] inline field<day_span> span_of_days(const field<civil_date>& f) {
    if (f.has_value()) return day_span{f->first_day(), f->last_day()};
    if (f.is_null()) return nullptr;
    return {};
}

/// Whether a date lies on or before those days; an unknown date may, none does not.
[[nodiscard]] inline standing has_come(const field<day_span>& date, const day_span& days) {
    if (date.is_null()) return standing::no;
    if (!date) return standing::maybe;
    if (date->last <= days.first) return standing::yes;
    return days.last < date->first ? standing::no : standing::maybe;
}

/// A post held by someone for a time, by tenure or by an appointment of the dossier 占用.
struct holding {
    std::uint32_t cadre = no_record;
    std::uint32_t post = no_record;
    std::uint32_t organisation = no_record;
    std::uint32_t tenure = no_record;  ///< place in the cadre's tenures; none: by appointment only
    std::uint32_t appointment = no_record;  ///< the appointment that it comes from
    field<xuanren::level> level;
    field<xuanren::role> role;
    standing takes_seat = standing::maybe;  ///< a leading post that counts against the seats
    standing belongs = standing::yes;       ///< makes its holder one of the organisation's people
    field<day_span> since;
    field<day_span> until;                 ///< null: to the present
    std::uint32_t vacated_by = no_record;  ///< the appointment upon which it is, or may be, left
    field<day_span> vacated;               ///< when that takes effect
    bool is_vacating_certain = false;
    bool stays = false;  ///< its holder leaves the post, not the organisation
};

namespace detail {

/// When an appointment takes effect: the effective day, else the letter; unknown before either.
[[nodiscard]] inline field<day_span> effect_of(const appointment& a) {
    if (!a.procedure || !a.procedure->appointment) return {};
    const auto& letter = *a.procedure->appointment;
    return span_of_days(letter.effective.is_unknown() ? letter.on : letter.effective);
}

[[nodiscard]] inline field<day_span> decision_of(const appointment& a) {
    if (!a.procedure || !a.procedure->discussion) return {};
    return span_of_days(a.procedure->discussion->on);
}

/// Whether a tenure of an appointment's candidate in its post is that appointment, carried out: it
/// starts on or after the discussion and not after the day of effect, where that is known.
[[nodiscard]] inline bool is_carried_out_by(const appointment& a, const tenure& t) {
    const field<day_span> start = span_of_days(t.decided ? t.decided : t.from);
    const field<day_span> decided = decision_of(a);
    if (!start || !decided || start->last < decided->first) return false;
    const field<day_span> effect = effect_of(a);
    return !effect || !(std::max(effect->last, decided->last) < start->first);
}

[[nodiscard]] inline bool ends_service(const appointment& a) {
    return a.kind && (*a.kind == kind::removal || *a.kind == kind::retirement);
}

[[nodiscard]] inline standing leads(const field<bool>& leading, const field<role>& as) {
    if (leading) return standing_of(*leading);
    if (!as || *as == role::member) return standing::maybe;
    return standing_of(*as != role::staff);
}

/// Whether what keeps a post apart from the quota is on file with its document 单列文件.
[[nodiscard]] inline standing is_apart(const tenure& t) {
    if (t.off_quota.is_unknown()) return standing::maybe;
    return standing_of(t.off_quota && t.off_quota->document && !t.off_quota->document->empty());
}

/// Whether a tenure counts against the seats of leading posts.
///
/// READING: one who acts, or waits for a post, takes no seat unless the record says so; one who is
/// seconded takes none only by a document, and where the file is silent that is open.
[[nodiscard]] inline standing takes_seat(const tenure& t, standing leading) {
    if (is_apart(t) == standing::yes) return standing::no;
    field<tenure_kind> kind = t.kind;
    if (!kind && t.change)
        kind = *t.change == change::secondment ? tenure_kind::secondment : tenure_kind::substantive;
    if (!kind) return both(leading, standing::maybe);
    if (*kind != tenure_kind::acting && *kind != tenure_kind::secondment && *kind != tenure_kind::awaiting)
        return leading;
    if (t.takes_seat && *t.takes_seat) return leading;
    return *kind == tenure_kind::secondment ? both(leading, opposite(is_apart(t))) : standing::no;
}

[[nodiscard]] inline holding holding_of(const dossier& book, std::uint32_t cadre,
                                        std::uint32_t item) {
    const tenure& t = (*book.cadres[cadre].tenures)[item];
    holding h;
    h.cadre = cadre;
    h.tenure = item;
    h.post = book.links.tenure_post[cadre][item];
    h.organisation = book.links.tenure_organisation[cadre][item];
    h.level = t.level;
    h.role = t.role;
    field<bool> leading = t.leading;
    if (h.post != no_record) {
        const post& p = book.posts[h.post];
        if (h.organisation == no_record) h.organisation = book.links.post_organisation[h.post];
        if (h.level.is_unknown()) h.level = p.level;
        if (h.role.is_unknown()) h.role = p.role;
        if (leading.is_unknown()) leading = p.leading;
    }
    h.takes_seat = takes_seat(t, leads(leading, h.role));
    h.belongs = standing_of(!(t.kind && *t.kind == tenure_kind::secondment));
    h.since = span_of_days(t.from ? t.from : t.decided);
    h.until = span_of_days(t.to);
    if (h.until.is_unknown() && t.removal && t.removal->decided)
        h.until = span_of_days(t.removal->decided);
    return h;
}

[[nodiscard]] inline holding holding_of(const dossier& book, std::uint32_t index) {
    const appointment& a = book.appointments[index];
    holding h;
    h.cadre = book.links.appointment_candidate[index];
    h.post = book.links.appointment_post[index];
    h.appointment = index;
    const post& p = book.posts[h.post];
    h.organisation = book.links.post_organisation[h.post];
    h.level = p.level;
    h.role = p.role;
    const bool is_seconded = a.kind && *a.kind == kind::secondment;
    h.takes_seat = is_seconded ? standing::no : leads(p.leading, p.role);
    h.belongs = standing_of(!is_seconded);
    h.since = effect_of(a);
    h.until = nullptr;
    return h;
}

/// Enters in the holdings of its candidate what an appointment ends, or may end.
inline void enter_vacating(const dossier& book, std::uint32_t index, std::uint32_t own,
                           const std::vector<std::uint32_t>& of_candidate,
                           std::vector<holding>& out) {
    const appointment& a = book.appointments[index];
    const std::uint32_t at = book.links.appointment_post[index];
    const auto& vacated = book.links.appointment_vacates[index];
    const bool ends = ends_service(a);
    const auto decided = decision_of(a);
    for (const std::uint32_t i : of_candidate) {
        holding& h = out[i];
        // What has an end on file ends then; what began after this decision stays.
        if (i == own || h.until.has_value() || h.is_vacating_certain) continue;
        const auto begun =
            h.appointment == no_record ? h.since : decision_of(book.appointments[h.appointment]);
        if (decided && begun && decided->last < begun->first) continue;
        const bool is_named = (h.post != no_record && std::find(vacated.begin(), vacated.end(),
                                                                h.post) != vacated.end()) ||
                              (ends && (at == no_record || at == h.post));
        const bool is_open = at != no_record && !ends && a.vacates.is_unknown();
        if (!is_named && !is_open) continue;
        h.vacated_by = index;
        h.vacated = effect_of(a);
        h.is_vacating_certain = is_named;
        h.stays = at == no_record && !ends;
    }
}

/// All holdings of a dossier, with what its appointments make of them.
[[nodiscard]] inline std::vector<holding> holdings_of(const dossier& book) {
    std::vector<holding> out;
    std::vector<std::vector<std::uint32_t>> of_cadre(book.cadres.size());
    for (std::uint32_t c = 0; c < book.cadres.size(); ++c) {
        if (!book.cadres[c].tenures) continue;
        for (std::uint32_t i = 0; i < book.cadres[c].tenures->size(); ++i) {
            of_cadre[c].push_back(static_cast<std::uint32_t>(out.size()));
            out.push_back(holding_of(book, c, i));
        }
    }
    std::vector<std::uint32_t> own(book.appointments.size(), no_record);
    for (std::uint32_t i = 0; i < book.appointments.size(); ++i) {
        const appointment& a = book.appointments[i];
        const std::uint32_t c = book.links.appointment_candidate[i];
        const std::uint32_t at = book.links.appointment_post[i];
        if (at == no_record || ends_service(a)) continue;
        if (c != no_record)
            for (const std::uint32_t h : of_cadre[c])
                if (out[h].post == at && out[h].tenure != no_record &&
                    is_carried_out_by(a, (*book.cadres[c].tenures)[out[h].tenure]))
                    own[i] = h;
        if (own[i] == no_record) {
            own[i] = static_cast<std::uint32_t>(out.size());
            out.push_back(holding_of(book, i));
            if (c != no_record) of_cadre[c].push_back(own[i]);
        }
        out[own[i]].appointment = i;
        if (const auto effect = effect_of(a); effect) out[own[i]].since = effect;
    }
    for (std::uint32_t i = 0; i < book.appointments.size(); ++i)
        if (const std::uint32_t c = book.links.appointment_candidate[i]; c != no_record)
            enter_vacating(book, i, own[i], of_cadre[c], out);
    return out;
}

/// Whether the file shows what an appointment to a rank made: the rank itself, begun since the
/// decision, or another that began after the appointment took effect.
[[nodiscard]] inline bool is_rank_on_file(const appointment& a, const field<std::vector<rank_held>>& held,
                                          const day_span& days) {
    if (!held) return false;
    const field<day_span> decided = decision_of(a), effect = effect_of(a);
    return std::any_of(held->begin(), held->end(), [&](const rank_held& r) {
        const field<day_span> begun = span_of_days(r.from);
        if (!begun || !r.rank) return false;
        if (*r.rank == *a.to_rank) return decided && decided->first <= begun->last;
        return effect && effect->last < begun->first && has_come(begun, days) == standing::yes;
    });
}

/// Whether a cadre holds one of these ranks on those days; the last appointment to a rank that is in
/// effect by then decides, where the file does not yet show it.
[[nodiscard]] inline standing holds_rank(const dossier& book, std::uint32_t cadre,
                                         std::span<const std::uint32_t> appointments,
                                         std::span<const rank> ranks, const day_span& days,
                                         std::uint32_t taking) {
    const auto is_listed = [&ranks](rank r) {
        return standing_of(std::find(ranks.begin(), ranks.end(), r) != ranks.end());
    };
    const auto& held = book.cadres[cadre].ranks;
    const appointment* latest = nullptr;
    standing in_doubt = standing::no, out_in_doubt = standing::no;
    for (const std::uint32_t i : appointments) {
        const appointment& a = book.appointments[i];
        if (!a.to_rank) continue;
        if (i == taking) return is_listed(*a.to_rank);
        const field<day_span> effect = effect_of(a);
        const standing begun = has_come(effect, days);
        if (begun == standing::no || is_rank_on_file(a, held, days)) continue;
        if (begun == standing::maybe) {
            in_doubt = either(in_doubt, is_listed(*a.to_rank));
            out_in_doubt = either(out_in_doubt, opposite(is_listed(*a.to_rank)));
        } else if (latest == nullptr || effect_of(*latest)->last < effect->last) {
            latest = &a;
        }
    }
    standing out = standing::no;
    if (latest != nullptr) {
        out = is_listed(*latest->to_rank);
    } else if (!held) {
        out = held.is_null() ? standing::no : standing::maybe;
    } else {
        for (const rank_held& r : *held) {
            const standing begun = has_come(span_of_days(r.from), days);
            const standing over = r.to.is_null() ? standing::no : has_come(span_of_days(r.to), days);
            const standing fits = r.rank ? is_listed(*r.rank) : standing::maybe;
            out = either(out, both(fits, both(begun, opposite(over))));
        }
    }
    // What may have taken effect may have changed it.
    if (in_doubt == standing::yes && out == standing::no) return standing::maybe;
    if (out_in_doubt == standing::yes && out == standing::yes) return standing::maybe;
    return out;
}

}  // namespace detail

}  // namespace xuanren
