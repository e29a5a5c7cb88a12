// include/xuanren/check/annual_kinds.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/check/annual_people.hpp>
#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/derive_facts.hpp>
#include <xuanren/facts/kind.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace xuanren::detail {

/// What a reader makes of a case on every way of settling its doubts; nothing where they differ.
template <class Read>
[[nodiscard]] auto settled(case_view& view, Read read) {
    auto out = std::optional(read());
    const std::size_t doubts = view.doubts();
    for (std::uint32_t choice = 1; doubts != 0 && choice < 1U << doubts; ++choice) {
        view.settle(choice);
        if (read() != *out) {
            view.settle(0);
            return decltype(out)();
        }
    }
    if (doubts != 0) view.settle(0);
    return out;
}

/// The kind that a change told by a career record makes 履历所载任职变动.
[[nodiscard]] inline std::optional<kind> kind_of(change c) {
    switch (c) {
        case change::first:
            return kind::first;
        case change::promotion:
        case change::level_skip:
            return kind::promotion;
        case change::lateral:
            return kind::lateral;
        case change::further_use:
            return kind::further_use;
        case change::secondment:
            return kind::secondment;
        case change::demotion:
            return kind::demotion;
        default:
            return std::nullopt;
    }
}

/// Reads how an appointment is called, what its records tell of it, and where it belongs, as on its
/// own day.
inline void read_kind(const prepared_dossier& p, std::size_t index,
                      const std::optional<civil_date>& on, annual_appointment& a,
                      promotion_step& step) {
    const dossier& records = p.book();
    const appointment& of = records.appointments[index];
    case_view view(p.book(), p.seats(), p.kin(), index, {on, {}}, national_records());
    // The doubts are known once the career has been asked for.
    static_cast<void>(view.career());
    if (of.kind) a.declared = *of.kind;
    const kind_told first = told_kind(view);
    const auto sure = settled(view, [&] { return told_kind(view).kind; });
    a.ground = sure ? first.ground : kind_ground::career_in_doubt;
    if (sure && *sure) a.derived = **sure;
    a.counted = a.derived ? a.derived : a.declared;
    a.agreement = a.derived && a.declared ? (*a.derived == *a.declared ? kind_agreement::agrees
                                                                       : kind_agreement::differs)
                  : a.declared            ? kind_agreement::not_derived
                  : a.derived             ? kind_agreement::not_declared
                                          : kind_agreement::unknown;
    if (const auto taken = settled(view, [&] { return step_taken(view); }); taken && *taken)
        step = **taken;

    const auto held = settled(view, [&] {
        const career* c = view.career();
        return c == nullptr || !c->has_tenures ? std::string(not_on_record)
                                               : level_row(c->levels.level, c->levels.leading);
    });
    if (held) a.held = member_of<level>(*held);
    if (const post* t = view.post()) {
        a.in_level = level_row(t->level, is_leading(t->leading, t->role));
        a.target = member_of<level>(a.in_level);
    } else {
        a.in_level = of.post.is_null() && held ? *held : std::string(not_on_record);
    }
    const auto where = settled(view, [&] { return view.organisation(); });
    if (where && *where != no_record) {
        const std::uint32_t home = p.seats().home_of(*where);
        a.organisation = records.organisations[home == no_record ? *where : home].id;
    }
    const holding* h = p.seats().holding_by(static_cast<std::uint32_t>(index));
    if (h != nullptr && h->tenure != no_record && h->cadre != no_record)
        if (const auto& change = (*records.cadres[h->cadre].tenures)[h->tenure].change)
            a.in_career = kind_of(*change);
}

}  // namespace xuanren::detail
