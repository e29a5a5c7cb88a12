// include/xuanren/check/review.hpp
#pragma once

#include <xuanren/check/appointment_terms.hpp>
#include <xuanren/check/check_options.hpp>
#include <xuanren/check/outcome.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/check/straddle.hpp>
#include <xuanren/check/version_rules.hpp>
#include <xuanren/engine/judge.hpp>
#include <xuanren/engine/rule_problem.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// A dossier being reviewed under a rulebook 审核: what all its appointments share is made once.
///
/// The dossier must outlive it. Errors: rulebook_error for a book without rules.
class review {
public:
    review(const rulebook& book, const dossier& records, check_options options = {})
        : book_(book), records_(&records), options_(std::move(options)), prepared_(records) {
        if (book.is_empty())
            throw rulebook_error({detail::rule_problem("XR-RULE-024", {}, "", "", {"至少一条规则", "one rule at least"},
                                                       {"规则集为空，什么都没有审核", "the rulebook is empty: nothing would be checked"})});
        needed_ = book_.plan().needed;
        own_facts_ = own_facts(*book_.facts());
        kind_ = want("appointment.kind");
        derived_kind_ = want("appointment.derived_kind");
        decided_on_ = want("appointment.decided_on");
        kind_differs_ = built_in("records/kind-differs",
                                 {"申报的任用方式与按履历推定的不一致", "the kind declared is not the one that the records show"});
        provincial_ = built_in("regime/provincial",
                               {"适用省级办法，须按省级规定研判", "provincial measures govern it; they are not in the rulebook"});
        family_rules_ = detail::version_rules(book_.plan(), {"当时有效的版本未收入规则集，或者程序各环节的日期不足以确定版本",
                                                             "the version then in force is not in the rulebook, or the dates of the steps do not tell which it was"});
    }

    [[nodiscard]] const rulebook& book() const noexcept { return book_; }
    [[nodiscard]] const dossier& records() const noexcept { return *records_; }
    [[nodiscard]] const prepared_dossier& prepared() const noexcept { return prepared_; }
    [[nodiscard]] const check_options& options() const noexcept { return options_; }

    /// The review of one appointment.
    [[nodiscard]] appointment_report appointment(std::size_t index) const {
        const xuanren::appointment& a = records_->appointments[index];
        const rulebook_plan& plan = book_.plan();
        const review_scope scope{options_.on, options_.stage};

        appointment_report out;
        out.index = index;
        out.id = a.id;
        out.candidate = a.candidate;
        if (a.post) out.post = *a.post;
        out.reviewed = options_.on;
        if (a.kind) out.kind = std::string(english_of(*a.kind));
        if (a.mechanism && a.mechanism->kind) out.mechanism = std::string(english_of(*a.mechanism->kind));

        const appointment_terms held(*records_, index, options_);
        case_terms terms = held.under(options_);
        const auto& decided = terms.steps[step::discussion].date;
        if (decided) out.decided = detail::written_date(*decided);
        out.is_decided = terms.steps[step::discussion].state == step_state::done;

        derive_options wanted;
        wanted.scope = scope;
        wanted.needed = &needed_;
        // An explanation tells of all facts; a verdict alone reads only those on which it hangs.
        facts_on_demand facts =
            options_.explain ? facts_on_demand{derive(*book_.facts(), prepared_, index, wanted), {}, nullptr}
                             : derive_on_demand(*book_.facts(), prepared_, index, own_facts_, wanted);
        case_evaluation c(plan, std::move(facts), std::move(terms));
        const std::string_view regime = word_at(c, plan.regime_fact);
        c.set_by_reference(regime == "by_reference");
        out.kind_derived = std::string(word_at(c, derived_kind_));

        judge_rules(c, decided.has_value(), out);
        judge_built_in(c, regime, out);
        for (const verdict& v : out.findings) ++out.counts[v.status];
        out.outcome = outcome_of(out.findings, out.is_decided);
        if (asks_who_sits(out.findings, *book_.facts()))
            out.seats = seats_of(case_view(*records_, prepared_.seats(), prepared_.kin(), index, scope,
                                           detail::national_records()));
        out.facts = c.take_facts();
        return out;
    }

private:
    [[nodiscard]] std::size_t want(std::string_view name) {
        const std::size_t i = book_.facts()->index_of(name);
        if (i != catalogue::none) needed_[i] = true;
        return i;
    }
    [[nodiscard]] static planned_rule built_in(const char* id, text title) {
        auto r = std::make_shared<rule>(id);
        r->title(std::move(title)).judgement();
        return planned_rule(std::move(r));
    }
    [[nodiscard]] static std::string_view word_at(case_evaluation& c, std::size_t index) {
        if (index == catalogue::none) return {};
        const auto* word = c.value_of(index).as<enumerator>();
        return word == nullptr ? std::string_view()
                               : std::string_view(word->words->members[static_cast<std::size_t>(word->index)].name);
    }
    void judge_rules(case_evaluation& c, bool is_dated, appointment_report& out) const {
        const rulebook_plan& plan = book_.plan();
        std::vector<bool> open_family(plan.families.size(), false);
        version_uses uses(plan);
        out.findings.reserve(plan.rules.size() + 4);
        for (const planned_rule& r : plan.rules) {
            if (r.about != rule_subject::appointment) continue;
            const bool is_off = r.is_unverified && !options_.include_unverified;
            if (!is_dated) {
                // With no decision date no version can be told: the latest stands for all.
                if (r.place.family != planned_place::always &&
                    r.place.version + 1 != plan.families[r.place.family].versions.size())
                    continue;
                if (is_off) ++out.counts.unverified_off;
                else out.findings.push_back(undated(r));
                continue;
            }
            truth in_force = c.in_force(r.place, r.at);
            // A step still to come has no day yet: the text of the decision's day stands in.
            if (in_force == truth::unknown && c.terms().steps[r.at].state == step_state::not_yet)
                in_force = c.in_force(r.place, step::discussion);
            if (in_force == truth::no) continue;
            if (is_off) {
                if (in_force == truth::yes) ++out.counts.unverified_off;
                continue;
            }
            if (in_force == truth::unknown) {
                open_family[r.place.family] = true;
                continue;
            }
            const rule_answer answer = judge_into(c, r, options_.explain, out.findings.emplace_back());
            const bool reaches = answer.status != status::not_applicable && answer.status != status::pending;
            if (reaches && c.terms().steps[r.at].state == step_state::done) uses.add(r.place, r.at);
            if (answer.owed && answer.status != status::excepted) owe(r, answer, out);
        }
        for (std::size_t f = 0; f < open_family.size(); ++f) {
            if (!open_family[f]) continue;
            verdict v;
            v.of = family_rules_[f];
            v.status = status::undetermined;
            out.findings.push_back(std::move(v));
        }
        for (const planned_rule& q : uses.questions(c)) out.findings.push_back(judge(c, q, options_.explain));
    }

    [[nodiscard]] verdict undated(const planned_rule& r) const {
        verdict v;
        v.of = r.of;
        v.status = status::undetermined;
        if (decided_on_ != catalogue::none) v.missing.push_back(decided_on_);
        return v;
    }

    static void owe(const planned_rule& r, const rule_answer& answer, appointment_report& out) {
        obligation o;
        o.of = r.of;
        if (const auto* due = answer.due.as<interval<civil_date>>()) o.due = *due;
        if (const auto* met = answer.met.as<interval<civil_date>>()) o.met_on = detail::written_date(*met);
        else if (answer.status == status::satisfied && answer.attested != nullptr) o.met_on = answer.attested->on;
        const bool is_met = answer.done || answer.status == status::satisfied;
        o.status = answer.overdue ? obligation::state::overdue
                   : is_met       ? obligation::state::met
                                  : obligation::state::open;
        o.is_past_due = answer.past_due && o.status == obligation::state::open;
        out.obligations.push_back(std::move(o));
    }

    void judge_built_in(case_evaluation& c, std::string_view regime, appointment_report& out) const {
        if (!out.kind.empty() && !out.kind_derived.empty() && out.kind != out.kind_derived)
            out.findings.push_back(judge(c, kind_differs_, options_.explain));
        if (regime == "provincial" && !book_.plan().has_local)
            out.findings.push_back(judge(c, provincial_, options_.explain));
    }

    rulebook book_;
    const dossier* records_;
    check_options options_;
    prepared_dossier prepared_;
    std::vector<bool> needed_;
    std::vector<std::size_t> own_facts_;
    std::size_t kind_ = catalogue::none, derived_kind_ = catalogue::none, decided_on_ = catalogue::none;
    planned_rule kind_differs_, provincial_;
    std::vector<std::shared_ptr<const rule>> family_rules_;
};

}  // namespace xuanren
