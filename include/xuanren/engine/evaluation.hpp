// include/xuanren/engine/evaluation.hpp
#pragma once

#include <xuanren/engine/case_facts.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/rule_answer.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xuanren {

/// Judges rules of one rulebook on one case 判断.
///
/// Evaluating scalar rules allocates nothing once the case stands.
class case_evaluation : public case_facts {
public:
    case_evaluation(const rulebook_plan& plan, facts_on_demand facts, case_terms terms)
        : case_facts(plan, std::move(facts), std::move(terms)) {
        make_room();
    }
    case_evaluation(const rulebook_plan& plan, fact_values facts, case_terms terms)
        : case_facts(plan, std::move(facts), std::move(terms)) {
        make_room();
    }

    /// Sets the reference date of one step; facts and versions stay. For the question when time cures.
    void set_reference(step at, std::optional<interval<civil_date>> date) {
        set_date(at, std::move(date));
        forget_answers();
    }
    void override_fact(std::size_t index, value v) {
        set_fact(index, std::move(v));
        forget_answers();
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
        if (terms().stage && *terms().stage < r.stage) return true;
        return terms().steps[r.stage].state == step_state::not_yet;
    }

    [[nodiscard]] truth test(const planned_formula& f, step at, std::string_view set_aside_rule = {}) {
        if (f.call != nullptr) {
            bring_all();
            return (*f.call)(facts());
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
            out = out & !holds(plan().exceptions[by], r);
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
        const std::size_t failed = facts().failed.size();
        auto out = evaluate();
        if (facts().failed.size() != failed) check_failed(f);
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
                    const planned_test& t = plan().tests[index];
                    asked = xuanren::test(*t.of, environment_at(t.at));
                }
                all = all & *asked;
                if (all == answer::no) break;
            }
            return all;
        }));
    }
    void check_failed(const planned_formula& f) const {
        for (const auto& [index, message] : facts().failed)
            for (const std::size_t used : f.facts)
                if (used == index) throw evaluation_failure(message);
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
            const planned_exception& e = plan().exceptions[use.index];
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
            for (const std::string& departed : terms().departures)
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
        for (const recorded_judgement& a : terms().attestations) {
            if (!a.holds || !is_covered_by(id, a.rule)) continue;
            if (terms().review && a.on && days_of(*a.on).low() > *terms().review) continue;
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
        const bool is_to_come = met != nullptr && terms().review && met->low() > *terms().review;
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
        const bool has_passed = terms().review && due->high() < *terms().review;
        out.past_due = has_passed;
        if (has_passed) out.overdue = out.status == status::violated;
        else out.status = status::pending;
    }

    void make_room() {
        reaches_.resize(plan().families.size() * step_count);
        asked_.resize(plan().tests.size());
    }

    struct reach {
        truth answer = truth::unknown;
        const node* of = nullptr;  ///< the formula asked; null where none has been
    };
    std::vector<reach> reaches_;
    std::vector<std::optional<answer>> asked_;  ///< by test of the plan
};

}  // namespace xuanren
