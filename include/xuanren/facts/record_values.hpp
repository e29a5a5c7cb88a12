// include/xuanren/facts/record_values.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/probation.hpp>
#include <xuanren/facts/record_types.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace xuanren::detail {

/// The part of a service before the decision, as a range; what is still held is open at its end, so
/// that it runs to whatever day is asked about.
[[nodiscard]] inline value span_until_decision(const known_days& since, const known_days& until,
                                               truth current, const interval<civil_date>& decided) {
    if (!since) return {};
    value end(decided);
    if (current == truth::yes) end = value(null_value{});
    if (current == truth::no) {
        end = until ? value(*until) : value();
        // An end that is not on file, of what is taken to be over, lies somewhere before.
        if (!until && !(decided.high() < since->low()))
            end = value(interval<civil_date>(since->low(), decided.high()));
    }
    return range_between(value(*since), end);
}

/// The organ to which an organisation belongs, itself unless it is an internal unit; null: none.
[[nodiscard]] inline const organisation* above_internal(const dossier& book, std::uint32_t from) {
    for (std::uint32_t i = from; i != no_record; i = book.links.organisation_parent[i]) {
        const auto& kind = book.organisations[i].kind;
        if (!(kind && *kind == organ_kind::internal_unit)) return &book.organisations[i];
    }
    return nullptr;
}
/// Its tier, else that of the nearest organisation above it that states one.
[[nodiscard]] inline field<tier> tier_of(const dossier& book, std::uint32_t from) {
    for (std::uint32_t i = from; i != no_record; i = book.links.organisation_parent[i])
        if (book.organisations[i].tier) return book.organisations[i].tier;
    return {};
}

[[nodiscard]] inline value tenure_value(const case_view& c, const service& s) {
    const dossier& book = c.book();
    std::vector<value> out;
    out.reserve(c.records().tenure.fields.size());
    const tenure* t = s.record;
    out.push_back(s.at != nullptr ? value(s.at->id) : value());
    out.push_back(t != nullptr && t->title ? held_in(t->title)
                  : s.at != nullptr        ? held_in(s.at->title)
                                           : value());
    out.push_back(s.organisation != no_record ? value(book.organisations[s.organisation].id)
                                              : value());
    out.push_back(has_one(s.level));
    out.push_back(held_in(s.level));
    out.push_back(held_in(s.role));
    out.push_back(value(s.leading));
    out.push_back(held_in(s.kind));
    out.push_back(held_in(s.change));
    out.push_back(t != nullptr ? held_in(t->method) : value());
    out.push_back(value(s.counts));
    out.push_back(held_in(s.since));
    out.push_back(value(!s.current));
    out.push_back(held_in(s.until));
    out.push_back(span_until_decision(s.since, s.until, s.current, *c.decided()));
    out.push_back(value(s.current));
    const bool has_place = t != nullptr && t->place.has_value();
    const bool is_place_known =
        t != nullptr && (t->place.is_null() || (has_place && t->place->kind));
    out.push_back(value(is_place_known));
    out.push_back(t != nullptr ? has_one(t->place) : value());
    out.push_back(has_place ? held_in(t->place->kind) : value());
    out.push_back(has_place ? held_in(t->place->by) : value());
    out.push_back(value(t != nullptr && t->grassroots.has_value()));
    out.push_back(t != nullptr ? held_in(t->grassroots) : value());
    if (t != nullptr) {
        out.push_back(has_one(t->exceptional));
        out.push_back(t->exceptional.has_value() ? strings(t->exceptional->breaks)
                      : t->exceptional.is_null() ? list_of_values({})
                                                 : value());
    } else {
        const auto& e = book.appointments[s.item].exceptional;
        out.push_back(has_one(e));
        out.push_back(e.has_value() ? strings(e->breaks)
                      : e.is_null() ? list_of_values({})
                                    : value());
    }
    const organisation* organ = above_internal(book, s.organisation);
    out.push_back(organ != nullptr ? held_in(organ->kind) : value());
    out.push_back(held_in(tier_of(book, s.organisation)));
    out.push_back(organ != nullptr ? held_in(organ->region) : value());
    const bool is_placed = s.organisation != no_record;
    out.push_back(is_placed && book.organisations[s.organisation].kind
                      ? value(*book.organisations[s.organisation].kind == organ_kind::internal_unit)
                      : value());
    out.push_back(value(s.kind && *s.kind == tenure_kind::concurrent));
    const service* main = c.career()->main;
    const organisation* own =
        main != nullptr ? above_internal(book, main->organisation) : nullptr;
    out.push_back(organ != nullptr && own != nullptr ? value(organ != own) : value());
    out.push_back(t != nullptr ? has_one(t->concurrent_approved) : value());
    out.push_back(t != nullptr ? held_in(t->concurrent_paid) : value());
    const auto& trial = t != nullptr ? t->probation : book.appointments[s.item].probation;
    const bool has_failed = has_failed_trial(trial);
    out.push_back(has_one(trial));
    out.push_back(value(has_failed));
    const known_days planned = t != nullptr && t->probation ? planned_end(*t, *t->probation)
                                                            : known_days();
    out.push_back(value(has_failed && planned &&
                        less(xuanren::days_of(*trial->ended), *planned) == truth::yes));
    return record_of_values(c.records().tenure, std::move(out));
}

[[nodiscard]] inline reading read_tenures(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_tenures) return {{}, c.at_candidate("tenures")};
    std::vector<value> items;
    for (const service& s : all->services)
        if (s.visible == truth::yes) items.push_back(tenure_value(c, s));
    return {list_of_values(std::move(items)), c.at_candidate("tenures")};
}

[[nodiscard]] inline reading read_ranks(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_ranks) return {{}, c.at_candidate("ranks")};
    std::vector<value> items;
    for (const rank_service& r : all->ranks) {
        if (r.visible != truth::yes) continue;
        items.push_back(record_of_values(
            c.records().rank_period,
            {held_in(r.rank), held_in(r.since), value(!r.current), held_in(r.until),
             span_until_decision(r.since, r.until, r.current, *c.decided())}));
    }
    return {list_of_values(std::move(items)), c.at_candidate("ranks")};
}

[[nodiscard]] inline reading read_prior_reports(const case_view& c) {
    const auto& reports = c.appointment().prior_reports;
    const provenance source = c.at_appointment("prior_reports");
    if (reports.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (reports)
        for (const prior_report& r : *reports)
            items.push_back(
                record_of_values(c.records().prior_report,
                                 {held_in(r.matter), has_one(r.reported), held_in(r.reported),
                                  has_one(r.approved), held_in(r.approved)}));
    return {list_of_values(std::move(items)), source};
}

/// Whether a date that may be none lies on or before a day.
[[nodiscard]] inline truth has_come_by(const field<civil_date>& f,
                                       const std::optional<interval<civil_date>>& by) {
    return f.is_null() ? truth::no : case_view::is_seen(f, by);
}

/// The kind as punished: a serious warning may say beside its kind what it stands for.
[[nodiscard]] inline value kind_of_sanction(const sanction& s) {
    if (s.kind && *s.kind == sanction_kind::party_serious_warning && s.in_lieu && *s.in_lieu)
        return value_of(sanction_kind::party_serious_warning_in_lieu);
    return held_in(s.kind);
}

/// When the punished conduct ended; what still went on when it was punished, on that day.
[[nodiscard]] inline value conduct_end(const sanction& s) {
    if (!s.conduct.has_value()) return {};
    return s.conduct->to.is_null() ? held_in(s.decided) : held_in(s.conduct->to);
}

[[nodiscard]] inline value sanction_value(const case_view& c, const sanction& s,
                                          const std::optional<interval<civil_date>>& by) {
    const bool has_conduct = s.conduct.has_value();
    const truth revoked = has_come_by(s.revoked, by);
    const value conduct_ended = has_conduct ? has_one(s.conduct->to) : has_one(s.conduct);
    return record_of_values(
        c.records().sanction,
        {kind_of_sanction(s), held_in(s.decided), has_one(s.influence_until),
         held_in(s.influence_until), value(s.influence_until.has_value()), value(revoked),
         held_in(s.revoked), value(revoked == truth::yes), has_one(s.conduct),
         has_conduct ? held_in(s.conduct->from) : value(), conduct_ended,
         has_conduct ? held_in(s.conduct->to) : value(),
         value(has_conduct && s.conduct->to.has_value()),
         value(has_come_by(s.restored, by)), held_in(s.restored),
         value(has_come_by(s.extended, by)), held_in(s.extended), held_in(s.in_lieu),
         held_in(s.document), value(s.several_offences && *s.several_offences),
         value(!conduct_end(s).is_unknown()), conduct_end(s), held_in(s.influence_until)});
}

/// The sanctions decided on or before a day, in the order of their decisions; unknown where one may
/// or may not have been.
[[nodiscard]] inline reading read_sanctions_by(const case_view& c,
                                               const std::optional<interval<civil_date>>& by) {
    const provenance source = c.at_candidate("sanctions");
    if (c.candidate() == nullptr || c.candidate()->sanctions.is_unknown()) return {{}, source};
    std::vector<const sanction*> all;
    if (c.candidate()->sanctions)
        for (const sanction& s : *c.candidate()->sanctions) {
            const truth seen = case_view::is_seen(s.decided, by);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::yes) all.push_back(&s);
        }
    std::ranges::stable_sort(all, {}, [](const sanction* s) {
        return days_of(*s->decided).low().day_number();
    });
    std::vector<value> items;
    for (const sanction* s : all) items.push_back(sanction_value(c, *s, by));
    return {list_of_values(std::move(items)), source};
}

/// How many days a training lasted, its first and its last among them.
[[nodiscard]] inline value days_of_training(const training& t) {
    if (!t.from || !t.to) return {};
    const auto from = days_of(*t.from), to = days_of(*t.to);
    const auto days = [](const civil_date& a, const civil_date& b) {
        return number(std::max<std::int64_t>(0, b.day_number() - a.day_number() + 1));
    };
    return value(interval<number>(days(from.high(), to.low()), days(from.low(), to.high())));
}

/// The trainings that ended by a day, or all on file where there is none.
[[nodiscard]] inline reading read_trainings_by(const case_view& c,
                                               const std::optional<interval<civil_date>>& by,
                                               bool takes_all) {
    const provenance source = c.at_candidate("training");
    if (c.candidate() == nullptr || c.candidate()->training.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->training)
        for (const training& t : *c.candidate()->training) {
            const truth seen =
                takes_all ? truth::yes
                          : case_view::is_seen(t.to.has_value() ? t.to : t.from, by);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::no) continue;
            value span = t.from ? range_between(value(*t.from), held_in(t.to)) : value();
            items.push_back(record_of_values(c.records().training,
                                             {held_in(t.from), held_in(t.to), held_in(t.hours),
                                              held_in(t.body), std::move(span),
                                              days_of_training(t)}));
        }
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading read_trainings(const case_view& c) {
    return read_trainings_by(c, c.decided(), false);
}

/// The trainings that a review knows of: a duty may be met after the decision.
[[nodiscard]] inline reading read_trainings_by_review(const case_view& c) {
    const auto& on = c.scope().on;
    return read_trainings_by(c, on ? std::optional(days_of(*on)) : std::nullopt, !on);
}

[[nodiscard]] inline reading read_educations(const case_view& c) {
    const provenance source = c.at_candidate("education");
    if (c.candidate() == nullptr || c.candidate()->education.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->education)
        for (const education& e : *c.candidate()->education)
            items.push_back(record_of_values(
                c.records().education,
                {held_in(e.level), held_in(e.mode), has_one(e.degree), held_in(e.degree),
                 held_in(e.from), value(has_come_by(e.to, c.decided())), held_in(e.to)}));
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading read_professional_titles(const case_view& c) {
    const provenance source = c.at_candidate("professional_titles");
    if (c.candidate() == nullptr || c.candidate()->professional_titles.is_unknown())
        return {{}, source};
    std::vector<value> items;
    if (c.candidate()->professional_titles)
        for (const professional_title& p : *c.candidate()->professional_titles) {
            const truth seen = c.is_seen(p.from);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::yes)
                items.push_back(record_of_values(c.records().professional_title,
                                                 {held_in(p.level), held_in(p.from)}));
        }
    return {list_of_values(std::move(items)), source};
}

}  // namespace xuanren::detail
