// include/xuanren/check/organisation_review.hpp
#pragma once

#include <xuanren/check/check_options.hpp>
#include <xuanren/check/outcome.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/check/version_rules.hpp>
#include <xuanren/engine/judge.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/facts/derive_organisation.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/facts/relation.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// The organisations of a dossier under a rulebook 机构审查.
///
/// Judged are those that have establishments or are the organisation of an appointment's post; one
/// to which no rule applies is left out. Everything handed in must outlive it.
/// Source: semantics.md, "Organisations".
class organisation_review {
public:
    organisation_review(const rulebook& book, const prepared_dossier& prepared,
                        const check_options& options)
        : book_(book), prepared_(prepared), options_(options) {
        for (const planned_rule& r : book_.plan().rules)
            if (r.about == rule_subject::organisation) {
                positions_.emplace(r.of.get(), positions_.size());
                asks_each_[static_cast<std::size_t>(r.of->each())] = true;
                has_rules_ = true;
                asks_relations_ = asks_relations_ || r.of->each() == rule_each::relation;
            }
        family_rules_ = detail::version_rules(book_.plan(), {"审查之日有效的版本未收，或者不足以确定",
                                                             "the version in force that day is not at hand, or cannot be told"});
        sides_ = book_.facts()->index_of("relation.sides");
        day_ = organisation_day(prepared.book(), prepared.seats(), options.on);
    }

    [[nodiscard]] std::vector<organisation_report> all() const {
        std::vector<organisation_report> out;
        if (!has_rules_ || !day_) return out;
        const dossier& records = prepared_.book();
        const day_span on{day_->first_day(), day_->last_day()};
        std::vector<bool> is_judged(records.organisations.size(), false);
        for (std::size_t i = 0; i < records.organisations.size(); ++i) {
            const auto& e = records.organisations[i].establishments;
            is_judged[i] = e && !e->empty();
        }
        for (const std::uint32_t p : records.links.appointment_post)
            if (p != no_record && records.links.post_organisation[p] != no_record)
                is_judged[records.links.post_organisation[p]] = true;
        std::vector<std::vector<kin_in_office>> kin(records.organisations.size());
        if (asks_relations_ && sides_ != catalogue::none)
            for (kin_in_office& r : kin_in_office_on(prepared_.kin(), prepared_.seats(), on))
                if (r.organ != no_record) {
                    is_judged[r.organ] = true;
                    kin[r.organ].push_back(std::move(r));
                }
        for (std::uint32_t i = 0; i < is_judged.size(); ++i) {
            if (!is_judged[i]) continue;
            organisation_report r = one(i, on, kin[i]);
            const std::size_t beside = r.counts[status::not_applicable];
            if (r.findings.size() > beside) out.push_back(std::move(r));
        }
        return out;
    }

private:
    [[nodiscard]] organisation_report one(std::uint32_t index, const day_span& on,
                                          const std::vector<kin_in_office>& kin) const {
        const organisation& of = prepared_.book().organisations[index];
        organisation_view view(prepared_.book(), prepared_.seats(), index, on);
        organisation_report out;
        out.index = index;
        out.id = of.id;
        if (of.name) out.name = *of.name;
        out.on = day_;
        out.seats = seats_of(view);
        out.rank_seats = rank_seats_of(view);

        std::vector<recorded_judgement> attestations;
        if (of.attestations)
            for (const attestation& a : *of.attestations) {
                recorded_judgement j;
                if (a.rule) j.rule = *a.rule;
                if (a.by) j.by = *a.by;
                if (a.on) j.on = *a.on;
                if (a.document) j.document = *a.document;
                if (a.holds) j.holds = *a.holds;
                attestations.push_back(std::move(j));
            }
        judge_each(view, rule_each::whole, "", attestations, out);
        for (const seat_kind& k : view.seat_kinds()) {
            view.look_at(&k);
            judge_each(view, rule_each::seat, k.code(), attestations, out);
        }
        view.look_at(static_cast<const seat_kind*>(nullptr));
        for (const rank_kind& k : view.rank_kinds()) {
            view.look_at(&k);
            judge_each(view, rule_each::rank_seat, k.code(), attestations, out);
        }
        view.look_at(static_cast<const rank_kind*>(nullptr));
        for (const kin_in_office& r : kin)
            judge_each(view, rule_each::relation, subject_of(r), attestations, out, &r);
        // Told by rule, the parts of one rule together.
        std::stable_sort(out.findings.begin(), out.findings.end(), [this](const verdict& a, const verdict& b) {
            return position_of(a) < position_of(b);
        });
        for (const verdict& v : out.findings) ++out.counts[v.status];
        out.outcome = outcome_of(out.findings, true);
        out.counted = counted_in(view, out.findings, *book_.facts());
        return out;
    }

    /// Where its rule stands in the book; after all of them where it is none of them.
    [[nodiscard]] std::size_t position_of(const verdict& v) const {
        const auto at = positions_.find(v.of.get());
        return at == positions_.end() ? positions_.size() : at->second;
    }

    [[nodiscard]] std::string subject_of(const kin_in_office& r) const {
        const auto name = [this](std::uint32_t c) {
            const cadre& of = prepared_.book().cadres[c];
            return of.name ? *of.name : of.id;
        };
        return name(r.first) + " — " + name(r.second);
    }

    [[nodiscard]] case_terms terms_on(const day_span& on,
                                      const std::vector<recorded_judgement>& attestations) const {
        case_terms out;
        for (step_dates::entry& e : out.steps.entries) {
            e.state = step_state::done;
            e.date = interval<civil_date>(on.first, on.last);
        }
        out.review = options_.on;
        out.law_date = options_.law_date;
        out.attestations = attestations;
        out.calendar = options_.calendar;
        return out;
    }

    void judge_each(const organisation_view& view, rule_each each, const std::string& subject,
                    const std::vector<recorded_judgement>& attestations, organisation_report& out,
                    const kin_in_office* kin = nullptr) const {
        const rulebook_plan& plan = book_.plan();
        if (!asks_each_[static_cast<std::size_t>(each)]) return;
        fact_values facts = derive(*book_.facts(), view, &plan.needed);
        if (kin != nullptr && sides_ != catalogue::none)
            facts.set(sides_,
                      detail::sides_value(prepared_.kin(), prepared_.seats(), *kin, view.on(),
                                          detail::national_records().kin),
                      view.at(nullptr));
        case_evaluation c(plan, std::move(facts), terms_on(view.on(), attestations));
        for (const planned_rule& r : plan.rules) {
            if (r.about != rule_subject::organisation || r.of->each() != each) continue;
            const truth in_force = c.in_force(r.place, r.at);
            if (in_force == truth::no) continue;
            if (r.is_unverified && !options_.include_unverified) {
                if (in_force == truth::yes) ++out.counts.unverified_off;
                continue;
            }
            verdict v = judge(c, r, options_.explain);
            if (in_force == truth::unknown) {
                if (v.status != status::not_applicable) open_family(r.place.family, out);
                continue;
            }
            v.subject = subject;
            out.findings.push_back(std::move(v));
        }
    }

    /// The day does not tell which version was in force: one finding a family.
    void open_family(std::size_t family, organisation_report& out) const {
        for (const verdict& v : out.findings)
            if (v.of == family_rules_[family]) return;
        verdict v;
        v.of = family_rules_[family];
        v.status = status::undetermined;
        out.findings.push_back(std::move(v));
    }

    const rulebook& book_;
    const prepared_dossier& prepared_;
    const check_options& options_;
    std::vector<std::shared_ptr<const rule>> family_rules_;
    std::unordered_map<const rule*, std::size_t> positions_;  ///< of the rules about organisations
    std::array<bool, 4> asks_each_{};                         ///< whether a rule is about each such part
    std::optional<civil_date> day_;
    std::size_t sides_ = catalogue::none;
    bool has_rules_ = false, asks_relations_ = false;
};

}  // namespace xuanren
