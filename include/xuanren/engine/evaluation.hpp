// include/xuanren/engine/evaluation.hpp
#pragma once

#include <xuanren/engine/case_terms.hpp>
#include <xuanren/engine/either.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rule_answer.hpp>
#include <xuanren/engine/step.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xuanren {

/// One case under one rulebook: computes definitions when first asked for, and judges rules.
///
/// Evaluating scalar rules allocates nothing once the case stands.
class case_evaluation : private fact_supply {
public:
    case_evaluation(const rulebook_plan& plan, facts_on_demand facts, case_terms terms)
        : case_evaluation(plan, std::move(facts.read), std::move(terms)) {
        rest_ = std::move(facts.rest);
        if (rest_ == nullptr) return;
        std::fill(awaited_.begin(), awaited_.end(), char{1});
        for (const std::size_t read : facts.read_already) awaited_[read] = 0;
    }
    case_evaluation(const rulebook_plan& plan, fact_values facts, case_terms terms)
        : plan_(&plan), facts_(std::move(facts)), terms_(std::move(terms)) {
        if (facts_.values.size() < plan.parts.facts->size()) {
            facts_.values.resize(plan.parts.facts->size());
            facts_.sources.resize(plan.parts.facts->size());
        }
        const std::optional<civil_date>& fixed = terms_.law_date ? terms_.law_date : plan.parts.law_date;
        for (std::size_t s = 0; s < step_count; ++s) {
            const auto& date = terms_.steps.entries[s].date;
            tables_[s] = planned_tables(
                plan, fixed ? std::optional(days_of(*fixed)) : date);
            // With no date to judge by, not even --law tells what to judge.
            law_days_[s] = fixed && date ? std::optional(days_of(*fixed)) : date;
        }
        choices_.resize(plan.families.size() * step_count);
        reaches_.resize(plan.families.size() * step_count);
        asked_.resize(plan.tests.size());
        computed_.assign(plan.definitions.size(), not_yet);
        awaited_ = plan.defined;
        awaited_.resize(facts_.values.size());
    }
    // What is evaluated asks this very object for facts.
    case_evaluation(const case_evaluation&) = delete;
    case_evaluation& operator=(const case_evaluation&) = delete;

    [[nodiscard]] const rulebook_plan& plan() const noexcept { return *plan_; }
    /// The facts that were given or asked for so far.
    [[nodiscard]] const fact_values& facts() const noexcept { return facts_; }
    [[nodiscard]] const value& value_of(std::size_t fact_index) {
        if (awaits(fact_index)) bring(fact_index);
        return facts_.values[fact_index];
    }
    [[nodiscard]] fact_values take_facts() noexcept { return std::move(facts_); }
    [[nodiscard]] const case_terms& terms() const noexcept { return terms_; }

    [[nodiscard]] const version_choice& choice(std::size_t family, step at) const noexcept {
        std::optional<version_choice>& made = choices_[family * step_count + static_cast<std::size_t>(at)];
        if (!made) made = plan_->families[family].on(law_days_[static_cast<std::size_t>(at)]);
        return *made;
    }
    /// Yes, no, or unknown: whether something of that place is in force at that step.
    [[nodiscard]] truth in_force(const planned_place& place, step at) const noexcept {
        if (place.family == planned_place::always) return truth::yes;
        const version_choice& c = choice(place.family, at);
        if (c.is == version_choice::kind::undetermined) return truth::unknown;
        return to_truth(c.is == version_choice::kind::chosen && c.version == place.version);
    }
    [[nodiscard]] const std::optional<interval<civil_date>>& reference(step at) const noexcept {
        return terms_.steps[at].date;
    }
    /// Sets the reference date of one step; facts and versions stay. For the question when time cures.
    void set_reference(step at, std::optional<interval<civil_date>> date) {
        terms_.steps[at].date = std::move(date);
        forget_answers();
    }
    void set_by_reference(bool is_so) noexcept { terms_.by_reference = is_so; }
    void override_fact(std::size_t index, value v) {
        facts_.values[index] = std::move(v);
        awaited_[index] = 0;
        forget_answers();
    }

    [[nodiscard]] environment environment_at(step at, std::string_view set_aside_rule = {}) {
        environment out;
        out.facts = &facts_;
        out.supply = this;
        out.reference = terms_.steps[at].date;
        out.tables = &tables_[static_cast<std::size_t>(at)];
        out.calendar = terms_.calendar;
        out.set_aside_rule = set_aside_rule;
        return out;
    }

    /// Computes all the definitions that a formula rests on, whichever way it would be evaluated.
    void prepare(const planned_formula& f) {
        for (const std::size_t slot : f.definitions)
            if (computed_[slot] == not_yet) compute(slot);
    }
    /// The same for all that decides on a rule.
    void prepare(const planned_rule& r) {
        plan_->each_formula(r, [this](const planned_formula& f) { prepare(f); });
    }
    /// A definition's fact was handed over: it is not computed.
    void mark_given(std::size_t fact_index) {
        for (const std::size_t s : plan_->defined_by[fact_index]) {
            computed_[s] = handed_over;
            settle(plan_->definitions[s]);
        }
    }
    [[nodiscard]] bool is_given(std::size_t slot) const noexcept { return computed_[slot] == handed_over; }
    /// Computes those of the given definitions again that had been computed.
    void compute_again(const std::vector<std::size_t>& slots) {
        for (const std::size_t s : slots) {
            if (computed_[s] == not_yet) continue;
            const planned_definition& d = plan_->definitions[s];
            facts_.values[d.fact_index] = value();
            if (d.has_index != catalogue::none) facts_.values[d.has_index] = value();
            compute(s);
        }
    }

    /// Requires: the rule is in force (or is to be judged as if it were).
    [[nodiscard]] rule_answer judge(const planned_rule& r) {
        rule_answer out;
        try {
            judge_into(r, out);
        } catch (const std::exception& e) {
            out.status = status::failed;
            out.failure = e.what();
        } catch (...) {
            out.status = status::failed;
            out.failure = "unknown error";
        }
        return out;
    }

    /// Whether the review has not come as far as the rule's stage.
    [[nodiscard]] bool is_before_stage(const planned_rule& r) const noexcept {
        if (terms_.stage && *terms_.stage < r.stage) return true;
        return terms_.steps[r.stage].state == step_state::not_yet;
    }

    [[nodiscard]] truth test(const planned_formula& f, step at, std::string_view set_aside_rule = {}) {
        if (f.call != nullptr) {
            for (std::size_t s = 0; s < plan_->definitions.size(); ++s)
                if (computed_[s] == not_yet) compute(s);
            for (std::size_t i = 0; i < awaited_.size(); ++i)
                if (awaits(i)) bring(i);
            return (*f.call)(facts_);
        }
        if (f.root == nullptr) return truth::yes;
        return truth_of(answer_of(f, [&] { return xuanren::test(*f.root, environment_at(at, set_aside_rule)); }));
    }

    /// Whether an exception holds for a rule, at that rule's reference date.
    [[nodiscard]] truth holds(const planned_exception& e, const planned_rule& r) {
        const truth in = in_force(e.place, r.at);
        if (in == truth::no) return truth::no;
        truth out = in & test(e.when, r.at, r.of->id());
        for (const std::size_t by : e.set_aside_by) {
            if (out == truth::no) break;
            out = out & !holds(plan_->exceptions[by], r);
        }
        return out;
    }

    class evaluation_failure : public std::runtime_error {
    public:
        using std::runtime_error::runtime_error;
    };

private:
    /// What `evaluate` says of a formula, unless a fact that it rests on could not be read.
    template <class F>
    [[nodiscard]] std::invoke_result_t<F> answer_of(const planned_formula& f, F evaluate) const {
        check_failed(f);
        const std::size_t failed = facts_.failed.size();
        auto out = evaluate();
        if (facts_.failed.size() != failed) check_failed(f);
        return out;
    }
    [[nodiscard]] static truth truth_of(answer a) {
        if (a == answer::null) throw evaluation_failure("the condition has no value (a division by zero, say)");
        return a == answer::yes ? truth::yes : a == answer::no ? truth::no : truth::unknown;
    }
    [[nodiscard]] truth scope_of(const planned_rule& r, step at) {
        if (r.scope.root == nullptr) return test(r.scope, at);
        return truth_of(answer_of(r.scope, [&] {
            answer all = answer::yes;
            for (const std::uint32_t index : r.scope_tests) {
                std::optional<answer>& asked = asked_[index];
                if (!asked) {
                    const planned_test& t = plan_->tests[index];
                    asked = xuanren::test(*t.of, environment_at(t.at));
                }
                all = all & *asked;
                if (all == answer::no) break;
            }
            return all;
        }));
    }
    void check_failed(const planned_formula& f) const {
        for (const auto& [index, message] : facts_.failed)
            for (const std::size_t used : f.facts)
                if (used == index) throw evaluation_failure(message);
    }

    void bring(std::size_t fact_index) override {
        if (fact_index < plan_->defined_by.size() && !plan_->defined_by[fact_index].empty()) {
            for (const std::size_t slot : plan_->defined_by[fact_index])
                if (computed_[slot] == not_yet) compute(slot);
        } else if (rest_ != nullptr) {
            rest_->read(fact_index, facts_);
        }
        awaited_[fact_index] = 0;
    }
    void settle(const planned_definition& d) noexcept {
        awaited_[d.fact_index] = 0;
        if (d.has_index != catalogue::none) awaited_[d.has_index] = 0;
    }

    // Definitions are computed as they are come upon, one within the other; a long chain of them in
    // its order, so that no rulebook exhausts the stack.
    void compute(std::size_t slot) {
        constexpr int most_nested = 32;
        struct nesting {
            explicit nesting(int& count) : depth(count) { ++depth; }
            ~nesting() { --depth; }
            nesting(const nesting&) = delete;
            nesting& operator=(const nesting&) = delete;
            int& depth;
        } const nested(nesting_);
        computed_[slot] = here;
        const planned_definition& d = plan_->definitions[slot];
        settle(d);
        if (nesting_ > most_nested)
            for (const planned_definition::version& v : d.versions) prepare(v.is);
        for (const planned_definition::version& v : d.versions) {
            const step at = v.of->at;
            if (in_force(v.place, at) != truth::yes) continue;
            const value answer = evaluate_readings(v.is, at);
            if (d.has_index != catalogue::none) {
                if (answer.is_null())
                    facts_.values[d.has_index] = value(false);
                else if (!answer.is_unknown())
                    facts_.values[d.has_index] = value(true);
            }
            if (answer.is_null()) return;
            facts_.values[d.fact_index] = answer;
            trace(*v.is.root, d.fact_index);
            return;
        }
    }
    /// A definition that rests on a list in doubt is computed of each way of reading it.
    [[nodiscard]] value evaluate_readings(const planned_formula& f, step at) {
        const auto& doubtful = facts_.in_doubt;
        if (std::none_of(doubtful.begin(), doubtful.end(), [&](std::size_t i) {
                return std::binary_search(f.facts.begin(), f.facts.end(), i);
            }))
            return evaluate(*f.root, environment_at(at));
        prepare(f);  // what it rests on has readings of its own, and is not computed midway
        std::optional<value> answer;
        for (const std::vector<value>& lists : facts_.readings) {
            for (std::size_t i = 0; i < doubtful.size(); ++i)
                facts_.values[doubtful[i]] = lists[i];
            const value one = evaluate(*f.root, environment_at(at));
            answer = answer ? detail::either(*answer, one) : one;
        }
        for (const std::size_t i : doubtful) facts_.values[i] = value();
        return *answer;
    }
    // A definition's value is said to come from the first fact that it was computed from. Where facts
    // are read on demand nothing is told of it.
    void trace(const node& n, std::size_t to) {
        if (rest_ != nullptr || facts_.sources[to].section != nullptr) return;
        if (n.kind == node_kind::fact) {
            if (awaits(n.fact_index)) bring(n.fact_index);
            facts_.sources[to] = facts_.sources[n.fact_index];
            return;
        }
        for (const node_ptr& child : n.children) trace(*child, to);
    }

    // The scope that a rule's instrument gives all its rules, asked once a step.
    [[nodiscard]] truth reaches(const planned_rule& r, step at) {
        if (r.outer_scope.root == nullptr) return truth::yes;
        reach& kept = reaches_[r.place.family * step_count + static_cast<std::size_t>(at)];
        if (kept.of != r.outer_scope.root) kept = {test(r.outer_scope, at), r.outer_scope.root};
        return kept.answer;
    }
    void forget_answers() {
        std::fill(reaches_.begin(), reaches_.end(), reach{});
        std::fill(asked_.begin(), asked_.end(), std::nullopt);
    }

    void judge_into(const planned_rule& r, rule_answer& out) {
        const step at = r.at;
        out.scope = reaches(r, at);
        if (out.scope != truth::no) out.scope = out.scope & scope_of(r, at);
        if (out.scope == truth::no) {
            out.status = status::not_applicable;
            return;
        }
        if (is_before_stage(r)) {
            out.status = status::pending;
            return;
        }
        const bool is_open = r.of->is_judgement_only();
        out.requirement = is_open ? truth::unknown : test(r.requirement, at);
        out.band = is_open ? truth::yes : r.band.is_empty() ? truth::no : test(r.band, at);
        const bool is_met = !is_open && out.requirement == truth::yes && out.band == truth::no;
        const bool is_duty = !r.due.is_empty();
        if (is_duty) find_due(r, is_met, out);
        out.status = is_met && out.requirement == truth::yes ? status::satisfied : judge_open(r, out);
        if (is_duty && out.owed) defer(out);
        if (!r.loosened_by.empty() &&
            (out.status == status::violated || out.status == status::undetermined)) {
            out.status = status::judgement;
            out.loosened = true;
        }
    }

    [[nodiscard]] status judge_open(const planned_rule& r, rule_answer& out) {
        truth loosening = truth::no;
        const planned_exception* loosened_by = nullptr;
        for (const planned_rule::exception_use& use : r.exceptions) {
            const planned_exception& e = plan_->exceptions[use.index];
            const truth t = holds(e, r);
            if (use.loosens) {
                if (t == truth::yes && loosened_by == nullptr) loosened_by = &e;
                loosening = loosening | t;
                continue;
            }
            if (t == truth::yes && out.set_aside_by == nullptr) out.set_aside_by = &e;
            out.excepted = out.excepted | t;
        }
        if (out.excepted == truth::yes) return status::excepted;
        if (r.of->force() == force::ordinarily && !r.of->is_judgement_only())
            for (const std::string& departed : terms_.departures)
                if (is_covered_by(r.of->id(), departed)) {
                    out.departed = true;
                    return status::excepted;
                }
        const status plain = judge_plain(r, out);
        const bool is_bad = plain == status::violated || plain == status::undetermined;
        if (is_bad && loosening == truth::yes) {
            out.set_aside_by = loosened_by;
            out.loosened = true;
            return status::judgement;
        }
        if (plain == status::violated && loosening == truth::unknown) return status::undetermined;
        return plain;
    }

    [[nodiscard]] status judge_plain(const planned_rule& r, rule_answer& out) {
        if (out.band == truth::yes) {
            if (out.scope == truth::unknown) return status::undetermined;
            find_attestation(r.of->id(), out);
            if (!out.attested_holds) return status::judgement;
            if (*out.attested_holds) return status::satisfied;
            return out.excepted == truth::unknown ? status::undetermined : status::violated;
        }
        if (out.band == truth::unknown) return status::undetermined;
        if (out.scope == truth::yes && out.requirement == truth::no)
            return out.excepted == truth::unknown ? status::undetermined : status::violated;
        return status::undetermined;
    }

    // The longest matching id decides; equal ones that disagree decide nothing.
    void find_attestation(std::string_view id, rule_answer& out) const {
        std::size_t longest = 0;
        for (const recorded_judgement& a : terms_.attestations) {
            if (!a.holds || !is_covered_by(id, a.rule)) continue;
            if (terms_.review && a.on && days_of(*a.on).low() > *terms_.review) continue;
            const std::size_t length = a.rule.size();
            if (length > longest) {
                longest = length;
                out.attested = &a;
                out.attested_holds = a.holds;
            } else if (length == longest && out.attested_holds != a.holds) {
                out.attested_holds.reset();
                out.attested = nullptr;
            }
        }
    }

    // By when it is to be met, and when it was. What was met late, or after the review date, does not
    // meet the requirement; met on a day that is not known, it may.
    void find_due(const planned_rule& r, bool is_met, rule_answer& out) {
        const auto day_of = [&](const planned_formula& f) {
            return answer_of(f, [&] { return evaluate(*f.root, environment_at(r.at)); });
        };
        out.due = day_of(r.due);
        const auto* due = out.due.as<interval<civil_date>>();
        out.owed = due != nullptr && out.scope == truth::yes;
        out.done = is_met;
        if (!is_met || r.met.is_empty()) return;
        out.met = day_of(r.met);
        const bool has_no_day = out.met.is_null();
        const auto* met = out.met.as<interval<civil_date>>();
        const bool is_to_come = met != nullptr && terms_.review && met->low() > *terms_.review;
        if (has_no_day || is_to_come) out.met = {};
        if (has_no_day) return;
        if (is_to_come) {
            out.done = false;
            out.requirement = truth::no;
            return;
        }
        out.requirement = met == nullptr || due == nullptr ? truth::unknown : less_equal(*met, *due);
        out.overdue = out.requirement == truth::no;
    }

    // What may still be met is owed until its day has passed.
    void defer(rule_answer& out) const {
        const bool is_met = out.status == status::satisfied || out.status == status::excepted;
        const bool is_refused = out.attested_holds && !*out.attested_holds;
        if (is_met || is_refused || out.done) return;
        const auto* due = out.due.as<interval<civil_date>>();
        const bool has_passed = terms_.review && due->high() < *terms_.review;
        out.past_due = has_passed;
        if (has_passed) out.overdue = out.status == status::violated;
        else out.status = status::pending;
    }

    const rulebook_plan* plan_;
    fact_values facts_;
    case_terms terms_;
    std::array<planned_tables, step_count> tables_;
    struct reach {
        truth answer = truth::unknown;
        const node* of = nullptr;  ///< the formula asked; null where none has been
    };
    std::array<std::optional<interval<civil_date>>, step_count> law_days_;  ///< on which versions are chosen
    mutable std::vector<std::optional<version_choice>> choices_;            ///< made when first asked for
    std::vector<reach> reaches_;
    std::vector<std::optional<answer>> asked_;  ///< by test of the plan
    enum computing : char { not_yet, here, handed_over };
    std::vector<computing> computed_;
    int nesting_ = 0;  ///< definitions that are being computed
    std::unique_ptr<const fact_source> rest_;
};

}  // namespace xuanren
