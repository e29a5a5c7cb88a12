// include/xuanren/check/annual_of_dossier.hpp
#pragma once

#include <xuanren/check/annual.hpp>
#include <xuanren/check/annual_corps.hpp>
#include <xuanren/check/annual_kinds.hpp>
#include <xuanren/check/annual_people.hpp>
#include <xuanren/check/annual_procedure.hpp>
#include <xuanren/check/organisation_review.hpp>
#include <xuanren/check/outcome.hpp>
#include <xuanren/check/review.hpp>
#include <xuanren/facts/kind.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// Builds the figures of one year.
class annual_builder {
public:
    annual_builder(const rulebook& book, const dossier& records, const annual_options& options)
        : records_(records),
          options_(options),
          review_(book, records, options_for_check(options)),
          reader_(review_.book(), options.calendar) {
        out_.year = options.year;
        out_.on = options.on;
        out_.ages = options.ages;
        out_.rulebook_name = book.name();
        out_.rulebook_digest = book.digest();
        out_.unverified_off = options.include_unverified ? 0 : review_.book().plan().unverified;
        out_.facts = book.facts();
    }

    [[nodiscard]] annual_figures build() {
        make_tables();
        std::vector<std::size_t> chosen = choose();
        std::stable_sort(chosen.begin(), chosen.end(), [this](std::size_t a, std::size_t b) {
            return day_of(a)->low() < day_of(b)->low();
        });
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            add(chosen[i]);
            if (options_.progress) options_.progress(i + 1, chosen.size());
        }
        const civil_date last(options_.year, 12, 31);
        const civil_date day = options_.on && *options_.on < last ? *options_.on : last;
        corps_builder corps(reader_, records_, review_.prepared().seats(), options_, day);
        out_.corps = corps.build();
        add_organisations(day);
        put_in_order();
        add_gaps();
        return std::move(out_);
    }

private:
    [[nodiscard]] static check_options options_for_check(const annual_options& options) {
        check_options out;
        out.on = options.on;
        out.include_unverified = options.include_unverified;
        out.calendar = options.calendar;
        out.explain = false;
        return out;
    }

    void make_tables() {
        const auto kinds = rows_of_words<kind>();
        out_.tables.push_back(empty_table("level", level_rows(), kinds));
        for (const std::string_view by : person_dimensions)
            out_.tables.push_back(empty_table(std::string(by), rows_by(by, options_.ages), kinds));
        auto mechanisms = rows_of_words<mechanism_kind>();
        mechanisms.insert(mechanisms.end() - 1, "none");
        out_.tables.push_back(empty_table("mechanism", std::move(mechanisms), kinds));
        out_.tables.push_back(empty_table("way", rows_of_words<way>(), kinds));
        out_.tables.push_back(empty_table("outcome",
                                          {"violation", "incomplete", "needs_approval", "judgement",
                                           "compliant", std::string(not_on_record)},
                                          kinds));
        auto ranks = rows_of_words<rank>();
        std::reverse(ranks.begin(), ranks.end() - 1);
        out_.ranks =
            empty_table("rank", std::move(ranks), {"appointments", std::string(not_on_record)});
        out_.kinds = empty_table("kind", kinds, kinds);
        std::vector<std::string> organs;
        for (const organisation& o : records_.organisations) organs.push_back(o.id);
        organs.emplace_back(not_on_record);
        out_.organisations = empty_table("organisation", std::move(organs), kinds);
    }

    /// The discussion's day, else the letter's.
    [[nodiscard]] std::optional<interval<civil_date>> day_of(std::size_t i) const {
        const appointment& a = records_.appointments[i];
        for (const field<day_span>& f : {decision_of(a), effect_of(a)})
            if (f) return interval<civil_date>(f->first, f->last);
        return std::nullopt;
    }

    [[nodiscard]] std::vector<std::size_t> choose() {
        std::vector<std::size_t> out;
        std::set<int> others;
        for (std::size_t i = 0; i < records_.appointments.size(); ++i) {
            const auto day = day_of(i);
            if (!day)
                out_.undated.push_back(records_.appointments[i].id);
            else if (day->low().year() != options_.year)
                others.insert(day->low().year());
            else if (options_.on && *options_.on < day->low())
                ++out_.beyond;
            else
                out.push_back(i);
        }
        out_.other_years.assign(others.begin(), others.end());
        return out;
    }

    void add(std::size_t index) {
        const appointment& of = records_.appointments[index];
        const appointment_report report = review_.appointment(index);
        annual_appointment a;
        a.index = index;
        a.id = of.id;
        a.candidate = of.candidate;
        if (of.post) a.post = *of.post;
        a.on = day_of(index);
        a.is_placed_by_letter = !decision_of(of);
        a.outcome = report.outcome;
        promotion_step step = promotion_step::same_level;
        read_kind(review_.prepared(), index, options_.on, a, step);

        const std::size_t at = out_.appointments.size();
        const std::string column(a.counted ? english_of(*a.counted) : not_on_record);
        case_evaluation c = reader_.read(review_.prepared(), index);
        const std::uint32_t who = records_.links.appointment_candidate[index];
        const person_rows rows = reader_.rows(c, who == no_record ? nullptr : &records_.cadres[who],
                                              *a.on, options_.ages);
        for (cross_table& t : out_.tables) {
            if (t.by == "level")
                count_in(t, a.in_level, column);
            else if (t.by == "mechanism")
                count_in(t, mechanism_row(of), column);
            else if (t.by == "way")
                count_in(t, of.way ? english_of(*of.way) : not_on_record, column);
            else if (t.by == "outcome")
                count_in(t, outcome_row(a.outcome), column);
            else
                count_in(t, row_by(t.by, rows), column);
        }
        count_in(out_.organisations,
                 a.organisation.empty() ? not_on_record : std::string_view(a.organisation), column);
        if (a.counted == kind::rank_promotion) {
            a.in_rank = of.to_rank ? english_of(*of.to_rank) : not_on_record;
            count_in(out_.ranks, a.in_rank, "appointments");
        }
        count_in(out_.kinds, a.declared ? english_of(*a.declared) : not_on_record,
                 a.derived ? english_of(*a.derived) : not_on_record);
        ++out_.by_outcome[static_cast<std::size_t>(a.outcome)];

        const bool is_raised = a.counted == kind::promotion || a.counted == kind::further_use;
        count_steps(of, options_.on, out_.steps);
        if (is_raised) {
            ++out_.raised;
            count_steps(of, options_.on, out_.steps_of_raised);
        }
        count_meeting(of.procedure, out_.meetings);
        if (of.procedure && of.procedure->notice && of.procedure->notice->objections)
            out_.objections += static_cast<std::size_t>(
                std::max<std::int64_t>(0, *of.procedure->notice->objections));
        count_reports(of, at, out_);
        add_exceptional(of, a, at, step, report);
        for (const verdict& v : report.findings)
            add_finding(v, outcome_of(v, report.is_decided), {of.id, {}}, out_.findings);
        for (const obligation& o : report.obligations) add_duty(o);
        out_.appointments.push_back(std::move(a));
    }

    [[nodiscard]] static std::string_view mechanism_row(const appointment& a) {
        if (a.mechanism.is_null()) return "none";
        return a.mechanism && a.mechanism->kind ? english_of(*a.mechanism->kind) : not_on_record;
    }
    [[nodiscard]] static std::string_view outcome_row(outcome o) {
        constexpr std::string_view rows[] = {"compliant", "judgement", "needs_approval",
                                             "incomplete", "violation"};
        return rows[static_cast<std::size_t>(o)];
    }

    void add_exceptional(const appointment& of, const annual_appointment& a, std::size_t at,
                         promotion_step step, const appointment_report& report) {
        const bool skips = step == promotion_step::skip_one || step == promotion_step::skip_more;
        const bool is_promoted = a.counted == kind::promotion;
        if (!of.exceptional && is_promoted && of.exceptional.is_unknown())
            ++out_.exceptional_not_on_record;
        if (!of.exceptional && !(is_promoted && skips)) return;
        annual_exceptional e;
        e.appointment = at;
        e.is_recorded = of.exceptional.has_value();
        e.request = of.exceptional;
        if (of.exceptional) e.order = order_of(*of.exceptional, a.on);
        for (const verdict& v : report.findings)
            if (v.status == status::excepted && v.set_aside_by != "departure")
                e.set_aside.push_back(v.of);
        out_.exceptional.push_back(std::move(e));
    }

    static void add_finding(const verdict& v, outcome weight, annual_finding::subject subject,
                            std::vector<annual_finding>& into) {
        if (weight == outcome::compliant) return;
        for (annual_finding& f : into)
            if (f.status == v.status && f.weight == weight && f.of->id() == v.of->id()) {
                f.subjects.push_back(std::move(subject));
                return;
            }
        into.push_back({v.of, v.status, weight, {std::move(subject)}});
    }

    void add_duty(const obligation& o) {
        auto row = std::find_if(out_.duties.begin(), out_.duties.end(),
                                [&](const annual_duty& d) { return d.of->id() == o.of->id(); });
        if (row == out_.duties.end())
            row = out_.duties.insert(out_.duties.end(), annual_duty{o.of, 0, 0, 0});
        ++(o.status == obligation::state::open  ? row->open
           : o.status == obligation::state::met ? row->met
                                                : row->overdue);
    }

    void add_organisations(const civil_date& day) {
        check_options options = options_for_check(options_);
        options.on = day;
        const organisation_review all(review_.book(), review_.prepared(), options);
        for (const organisation_report& o : all.all())
            for (const verdict& v : o.findings)
                add_finding(v, outcome_of(v, true), {o.id, v.subject}, out_.organisation_findings);
    }

    /// Gravest first, of equals the more frequent, then as the rulebook has them.
    void put_in_order() {
        for (auto* list : {&out_.findings, &out_.organisation_findings})
            std::stable_sort(list->begin(), list->end(),
                             [](const annual_finding& a, const annual_finding& b) {
                                 if (a.weight != b.weight) return b.weight < a.weight;
                                 if (a.subjects.size() != b.subjects.size())
                                     return a.subjects.size() > b.subjects.size();
                                 return a.of->id() < b.of->id();
                             });
        std::stable_sort(
            out_.matters.begin(), out_.matters.end(),
            [](const annual_matter& a, const annual_matter& b) { return a.matter < b.matter; });
        std::stable_sort(
            out_.duties.begin(), out_.duties.end(),
            [](const annual_duty& a, const annual_duty& b) { return a.of->id() < b.of->id(); });
    }

    void add_gap(std::string code, std::size_t count, std::vector<std::string> subjects = {}) {
        if (count != 0) out_.gaps.push_back({std::move(code), count, std::move(subjects)});
    }
    template <class Is>
    void add_gap_of(std::string code, Is is) {
        std::vector<std::string> ids;
        for (const annual_appointment& a : out_.appointments)
            if (is(a)) ids.push_back(a.id);
        const std::size_t count = ids.size();
        add_gap(std::move(code), count, std::move(ids));
    }

    void add_gaps() {
        add_gap("undated", out_.undated.size(), out_.undated);
        add_gap_of("placed_by_letter",
                   [](const annual_appointment& a) { return a.is_placed_by_letter; });
        add_gap("beyond", out_.beyond);
        add_gap_of("kind_not_on_record", [](const annual_appointment& a) { return !a.counted; });
        add_gap_of("kind_by_declaration_only", [](const annual_appointment& a) {
            return a.agreement == kind_agreement::not_derived &&
                   a.ground != kind_ground::by_declaration;
        });
        for (const cross_table& t : out_.tables)
            add_gap("appointments." + t.by, t.rows.back().total());
        add_gap("exceptional_not_on_record", out_.exceptional_not_on_record);
        add_gap("prior_reports_not_on_record", out_.prior_reports_not_on_record);
        add_gap_of("incomplete",
                   [](const annual_appointment& a) { return a.outcome == outcome::incomplete; });
        const auto ids = [this](const std::vector<std::size_t>& cadres) {
            std::vector<std::string> out;
            for (const std::size_t c : cadres) out.push_back(records_.cadres[c].id);
            return out;
        };
        const annual_corps& c = out_.corps;
        add_gap("corps_uncertain", c.uncertain.size(), ids(c.uncertain));
        std::size_t no_level = 0;
        if (!c.tables.empty())
            for (const cross_table::row& r : c.tables.front().rows) no_level += r.counts.back();
        add_gap("corps.level", no_level);
        for (const cross_table& t : c.tables) add_gap("corps." + t.by, t.rows.back().total());
        add_gap("corps.rank", c.ranks.rows.back().total());
        std::vector<std::string> seats;
        for (const annual_seats& s : c.seats) {
            // Many ranks have no number of their own; a leading seat has one.
            const bool is_open =
                !s.is_in_force ||
                std::any_of(s.seats.begin(), s.seats.end(),
                            [](const seat_report& r) { return !r.approved || !r.occupied; }) ||
                std::any_of(s.rank_seats.begin(), s.rank_seats.end(),
                            [](const seat_report& r) { return !r.occupied; });
            if (is_open) seats.push_back(s.id);
        }
        const std::size_t count = seats.size();
        add_gap("seats_uncertain", count, std::move(seats));
        add_gap("retirement_untold", c.untold.size(), ids(c.untold));
        add_gap("unverified_off", out_.unverified_off);
    }

    const dossier& records_;
    const annual_options& options_;
    review review_;
    annual_reader reader_;
    annual_figures out_;
};

}  // namespace detail

XUANREN_INLINE annual_figures annual(const rulebook& book, const dossier& records,
                                     const annual_options& options) {
    assert(options.year >= 1900 && options.year <= 9900);
    assert(!options.on || options.on->year() >= options.year);
    return detail::annual_builder(book, records, options).build();
}

}  // namespace xuanren
