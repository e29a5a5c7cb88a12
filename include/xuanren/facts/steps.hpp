// include/xuanren/facts/steps.hpp
#pragma once

#include <xuanren/engine/step.hpp>
#include <xuanren/records/dossier.hpp>

#include <array>
#include <cstddef>
#include <optional>

namespace xuanren {

/// As of when, and how far, a review looks 审核范围.
struct review_scope {
    std::optional<civil_date> on = {};  ///< the review date; empty: all that is recorded
    std::optional<step> stage = {};     ///< review as far as this step; empty: to the end
};

namespace detail {

/// A step as the dossier records it: absent, null, or its own date (unknown where it has none).
struct recorded_step {
    step_state state = step_state::unknown;  // done, not_done or unknown
    std::optional<interval<civil_date>> date = {};
};

template <class Step>
[[nodiscard]] recorded_step recorded(const field<Step>& f,
                                     std::optional<interval<civil_date>> date) {
    if (f.is_null()) return {step_state::not_done, {}};
    if (!f.has_value()) return {};
    return {step_state::done, date};
}

[[nodiscard]] inline std::optional<interval<civil_date>> days_of(const field<civil_date>& f) {
    if (!f.has_value()) return std::nullopt;
    return xuanren::days_of(*f);
}

/// The earlier of two days, each of which may be missing.
[[nodiscard]] inline std::optional<interval<civil_date>> earlier(
    std::optional<interval<civil_date>> a, std::optional<interval<civil_date>> b) {
    if (!a) return b;
    if (!b) return a;
    return interval<civil_date>(std::min(a->low(), b->low()), std::min(a->high(), b->high()));
}

[[nodiscard]] inline std::array<recorded_step, step_count> recorded_steps(const procedure& p) {
    std::array<recorded_step, step_count> out;
    const auto at = [&out](step s) -> recorded_step& { return out[static_cast<std::size_t>(s)]; };
    const auto on = [](const auto& f) { return f ? days_of(f->on) : std::nullopt; };
    const auto from = [](const auto& f) { return f ? days_of(f->from) : std::nullopt; };
    at(step::motion) = recorded(p.motion, on(p.motion));
    if (const auto& r = p.recommendation; r.has_value())
        at(step::recommendation) = {step_state::done, earlier(from(r->talks), on(r->meeting))};
    else
        at(step::recommendation) = recorded(r, {});
    at(step::candidates) = recorded(p.candidates, on(p.candidates));
    at(step::inspection) = recorded(p.inspection, from(p.inspection));
    at(step::consultation) = recorded(p.consultation, on(p.consultation));
    at(step::discussion) = recorded(p.discussion, on(p.discussion));
    at(step::notice) = recorded(p.notice, from(p.notice));
    if (const auto& a = p.appointment; a.has_value())
        at(step::appointment) = {step_state::done,
                                 a->effective ? days_of(a->effective) : days_of(a->on)};
    else
        at(step::appointment) = recorded(a, {});
    return out;
}

/// As far away as records go; stands for the side on which nothing bounds a date.
inline constexpr civil_date first_of_days{1, 1, 1};
inline constexpr civil_date last_of_days{9999, 12, 31};

}  // namespace detail

/// The day on which an appointment is decided 决定日: that of the discussion, planned ones too,
/// else the review date, else the dossier's own day; empty where there is none of these.
[[nodiscard]] inline std::optional<interval<civil_date>> decision_date(
    const dossier& book, std::size_t appointment, const std::optional<civil_date>& on = {}) {
    const auto& a = book.appointments[appointment];
    if (a.procedure && a.procedure->discussion && a.procedure->discussion->on)
        return days_of(*a.procedure->discussion->on);
    if (on) return days_of(*on);
    return detail::days_of(book.as_of);
}

/// When each step of an appointment was taken, and whether it was 各环节日期.
///
/// A step that is null has the date of the discussion. One that is absent, or recorded without a
/// date, has the interval between the nearest dated steps on either side; where no step bounds it,
/// that side is as far away as dates go. With a review date, what is dated after it, and what is
/// absent after the last step dated by it, has not happened yet; with a stage, what lies beyond.
[[nodiscard]] inline step_dates dates_of_steps(const dossier& book, std::size_t appointment,
                                               const review_scope& scope = {}) {
    const auto& a = book.appointments[appointment];
    std::array<detail::recorded_step, step_count> seen{};
    if (a.procedure) seen = detail::recorded_steps(*a.procedure);
    const auto decided = decision_date(book, appointment, scope.on);
    auto& discussion = seen[static_cast<std::size_t>(step::discussion)];
    if (!discussion.date) discussion.date = decided;

    // INVARIANT: the last step that is on record as taken by the review date.
    std::size_t last_taken = step_count;
    if (scope.on)
        for (std::size_t i = 0; i < step_count; ++i)
            if (seen[i].state == step_state::done && seen[i].date &&
                !(scope.on->last_day() < seen[i].date->low()))
                last_taken = i;

    step_dates out;
    for (std::size_t i = 0; i < step_count; ++i) {
        auto& entry = out.entries[i];
        entry.state = seen[i].state;
        if (seen[i].date) {
            entry.date = seen[i].date;
        } else if (entry.state == step_state::not_done) {
            entry.date = discussion.date;
        } else if (discussion.date) {
            civil_date low = detail::first_of_days;
            civil_date high = detail::last_of_days;
            for (std::size_t j = i; j-- > 0;)
                if (seen[j].date) {
                    low = seen[j].date->low();
                    break;
                }
            for (std::size_t j = i + 1; j < step_count; ++j)
                if (seen[j].date) {
                    high = seen[j].date->high();
                    break;
                }
            entry.date = interval<civil_date>(std::min(low, high), std::max(low, high));
        }
        if (scope.on) {
            const bool dated_later = seen[i].date && scope.on->last_day() < seen[i].date->low();
            const bool absent_later =
                entry.state == step_state::unknown && (last_taken == step_count || i > last_taken);
            if (entry.state != step_state::not_done && (dated_later || absent_later))
                entry.state = step_state::not_yet;
        }
        if (scope.stage && i > static_cast<std::size_t>(*scope.stage))
            entry.state = step_state::not_yet;
    }
    return out;
}

}  // namespace xuanren
