// include/xuanren/engine/columns/program_rules.hpp
#pragma once

#include <xuanren/engine/columns/column_options.hpp>
#include <xuanren/engine/columns/program_numbers.hpp>
#include <xuanren/engine/columns/program_tables.hpp>
#include <xuanren/engine/columns/program_truths.hpp>
#include <xuanren/engine/columns/program_words.hpp>
#include <xuanren/engine/equality.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A rule that no kernel takes, and why.
struct row_rule {
    std::string id;
    text reason;
};

/// Turns the rules of a rulebook into a program 规则编译.
class program_rules {
public:
    program_rules(const rulebook_plan& plan, const column_places& places, const table_schema& schema,
                  const column_options& options, column_program& into, std::vector<std::string>& strings)
        : plan_(&plan), places_(&places), options_(&options), nodes_(into),
          expressions_(plan, places, schema, options.on, nodes_, strings) {
        into.calendar = options.calendar;
        expressions_.judge_by(options.law_date ? options.law_date : plan.parts.law_date);
    }

    void compile(std::vector<row_rule>& by_row) {
        column_program& into = nodes_.program();
        const lane_ref decided_on = expressions_.step_date(step::discussion);
        into.dated = nodes_.known(decided_on);
        if (const std::uint32_t state = places_->states[static_cast<std::size_t>(step::discussion)]; state != no_ref)
            into.decided = nodes_.pick(has_state(step::discussion, step_state::done), nodes_.always(), nodes_.nowhere());
        for (std::size_t i = 0; i < plan_->rules.size(); ++i) {
            const planned_rule& r = plan_->rules[i];
            if (r.of->about() != options_->about || r.of->each() != options_->each) continue;
            if (r.of->basis() == basis::unverified && !options_->include_unverified) continue;
            compile(static_cast<std::uint32_t>(i), r, by_row);
        }
        compile_questions();
        if (options_->about == rule_subject::appointment) compile_changes();
    }

    /// The facts whose columns the program or a rule judged by rows reads.
    [[nodiscard]] const program_nodes& nodes() const noexcept { return nodes_; }

private:
    [[nodiscard]] truth_ref has_state(step s, step_state is) {
        const std::uint32_t column = places_->states[static_cast<std::size_t>(s)];
        if (column == no_ref) return nodes_.nowhere();
        const lane_ref lane = expressions_.column_lane({column, no_ref}, types::number);
        return nodes_.pick(nodes_.equal(lane, static_cast<std::int64_t>(is)), nodes_.always(), nodes_.nowhere());
    }

    void compile(std::uint32_t index, const planned_rule& r, std::vector<row_rule>& by_row) {
        const rule& of = *r.of;
        const step at = of.at();
        expressions_.stand_at(at, of.id());
        expressions_.begin();
        rule_code code;
        code.rule = index;
        code.stage = of.stage();
        code.is_open = of.is_judgement_only();
        code.force = code.is_open ? force::must : of.force();
        code.is_void = of.is_void();
        code.loosened_by = r.loosened_by;
        code.beyond_stage = options_->stage && *options_->stage < of.stage();
        const truth_ref not_yet = has_state(of.stage(), step_state::not_yet);
        if (!nodes_.is_nowhere(not_yet)) code.not_yet = not_yet;
        if (places_->states[static_cast<std::size_t>(at)] != no_ref) code.at_done = has_state(at, step_state::done);
        const bool is_always = r.place.family == planned_place::always;
        code.is_latest = is_always || r.place.version + 1 == plan_->families[r.place.family].versions.size();
        if (!is_always) {
            code.family = static_cast<std::uint32_t>(r.place.family);
            code.in_force = expressions_.in_force(r.place, at);
            const truth_ref at_not_yet = has_state(at, step_state::not_yet);
            if (!nodes_.is_nowhere(at_not_yet)) {
                code.at_not_yet = at_not_yet;
                code.in_force_at_discussion = expressions_.in_force(r.place, step::discussion);
            }
        }
        if (r.of->holds_callback()) {
            code.is_by_row = true;
            by_row.push_back({of.id(), {"条件是用户函数", "a condition is a function of the caller's own"}});
        } else if (!compile_conditions(r, code)) {
            code.is_by_row = true;
            by_row.push_back({of.id(), expressions_.reason()});
        }
        code.is_guarded = expressions_.uses_guarded();
        if (!code.is_by_row) code.left_to_rows = rows_judged_singly(r, code);
        if (!code.is_by_row) compile_tests(r, code);
        nodes_.program().rules.push_back(std::move(code));
    }

    [[nodiscard]] bool compile_conditions(const planned_rule& r, rule_code& code) {
        const auto truth_of = [&](const planned_formula& f) -> std::optional<truth_ref> {
            return f.root == nullptr ? std::optional(nodes_.always()) : expressions_.truth(*f.root);
        };
        const auto outer = truth_of(r.outer_scope);
        const auto inner = outer ? truth_of(r.scope) : std::nullopt;
        if (!inner) return false;
        code.scope = nodes_.all({*outer, *inner});
        code.outer = *outer;
        code.inner = *inner;
        const auto requirement = code.is_open ? std::optional(nodes_.open()) : truth_of(r.requirement);
        if (!requirement) return false;
        code.requirement = *requirement;
        const auto band = code.is_open         ? std::optional(nodes_.always())
                          : r.band.is_empty() ? std::optional(nodes_.nowhere())
                                              : truth_of(r.band);
        if (!band) return false;
        code.band = *band;
        code.may_lack_value = expressions_.valueless() != 0;
        const std::size_t carried = expressions_.valueless();
        std::vector<truth_ref> excepting, loosening;
        for (const planned_rule::exception_use& use : r.exceptions) {
            const auto t = holds(plan_->exceptions[use.index], r);
            if (!t) return false;
            (use.loosens ? loosening : excepting).push_back(*t);
        }
        if (!excepting.empty()) code.excepted = nodes_.any(std::move(excepting));
        if (!loosening.empty()) code.loosening = nodes_.any(std::move(loosening));
        const bool is_made = r.due.is_empty() || compile_duty(r, code);
        expressions_.leave_to_rows(carried);
        return is_made;
    }

    /// Where what a rule asks has no value, or where people have said how it stands.
    [[nodiscard]] truth_ref rows_judged_singly(const planned_rule& r, const rule_code& code) {
        std::vector<truth_ref> out = expressions_.without_value();
        if (!nodes_.is_nowhere(code.band))
            for (const auto list : {attested_holds, attested_fails}) out.push_back(expressions_.names_in(places_->said[list]));
        if (r.of->force() == force::ordinarily && !code.is_open) out.push_back(expressions_.names_in(places_->said[departed]));
        std::erase_if(out, [this](truth_ref t) { return nodes_.is_open(t); });
        return out.empty() ? no_ref : nodes_.any(std::move(out));
    }

    void compile_tests(const planned_rule& r, rule_code& code) {
        for (const planned_formula* f : {&r.outer_scope, &r.scope})
            if (f->root != nullptr) add_tests(*f->root, false, code.tests);
        code.scope_tests = code.tests.size();
        for (const planned_formula* f : {&r.requirement, &r.band})
            if (f->root != nullptr) add_tests(*f->root, false, code.tests);
        for (const planned_rule::exception_use& use : r.exceptions) {
            const planned_exception& e = plan_->exceptions[use.index];
            const auto whole = holds(e, r);
            if (!whole || e.when.root == nullptr) continue;
            const std::size_t from = code.tests.size();
            add_tests(*e.when.root, false, code.tests);
            for (std::size_t i = from; i < code.tests.size(); ++i) code.tests[i].exception = *whole;
        }
    }
    void add_tests(const node& n, bool is_negated, std::vector<test_code>& out) {
        const bool is_branch = n.kind == node_kind::conjunction || n.kind == node_kind::disjunction ||
                               n.kind == node_kind::negation ||
                               (n.kind == node_kind::conditional && n.value_type.kind == type_kind::boolean);
        if (is_branch) {
            const bool turns = n.kind == node_kind::negation;
            for (const node_ptr& child : n.children) add_tests(*child, is_negated != turns, out);
            return;
        }
        const auto holds = expressions_.truth(n);
        if (!holds) return;
        test_code t;
        t.test = &n;
        t.is_negated = is_negated;
        t.holds = *holds;
        const bool is_compared = n.kind == node_kind::comparison || n.kind == node_kind::between || n.kind == node_kind::membership;
        if (is_compared && n.children[0]->value_type.kind != type_kind::boolean) {
            if (const auto value = expressions_.lanes(*n.children[0])) t.value = *value;
            if (n.kind == node_kind::comparison && n.children[1]->value_type.kind != type_kind::string)
                if (const auto bound = expressions_.lanes(*n.children[1])) t.bound = *bound;
        }
        out.push_back(t);
    }

    [[nodiscard]] std::optional<truth_ref> holds(const planned_exception& e, const planned_rule& r) {
        if (e.when.call != nullptr) return std::nullopt;
        std::vector<truth_ref> parts{expressions_.in_force(e.place, r.of->at())};
        if (e.when.root != nullptr) {
            const auto when = expressions_.truth(*e.when.root);
            if (!when) return std::nullopt;
            parts.push_back(*when);
        }
        for (const std::size_t by : e.set_aside_by) {
            const auto other = holds(plan_->exceptions[by], r);
            if (!other) return std::nullopt;
            parts.push_back(nodes_.is_open(*other) ? *other : negated(*other));
        }
        return nodes_.all(std::move(parts));
    }

    [[nodiscard]] bool compile_duty(const planned_rule& r, rule_code& code) {
        code.is_duty = true;
        const auto due = expressions_.nullable(*r.due.root);
        if (!due) return false;
        code.due_known = nodes_.known(due->lane);
        const auto review = options_->review ? std::optional(days_of(*options_->review).low().packed()) : std::nullopt;
        if (review) code.due_passed = nodes_.less(due->lane, *review);
        if (r.met.is_empty()) return true;
        const auto met = expressions_.nullable(*r.met.root);
        if (!met) return false;
        code.has_met = true;
        code.met_none = met->none;
        if (review) code.met_before = nodes_.less(met->lane, std::int64_t{*review} + 1);
        lane_ref d = due->lane, m = met->lane;
        const truth_ref late = nodes_.compare(truth_op::less, d, m);
        code.in_time = nodes_.is_open(late) ? late : negated(late);
        return true;
    }

    /// What the review of a dossier asks people besides: provincial measures govern the case, or the kind
    /// of appointment declared is not the one that the records show.
    void compile_questions() {
        column_program& into = nodes_.program();
        const catalogue& facts = *plan_->parts.facts;
        into.for_people = into.by_reference = nodes_.nowhere();
        const std::size_t declared = facts.index_of("appointment.kind"), shown = facts.index_of("appointment.derived_kind");
        if (declared != catalogue::none && shown != catalogue::none && facts[declared].value_type.words == facts[shown].value_type.words) {
            const auto kind = [&](std::size_t i) { return expressions_.column_lane(places_->facts[i], facts[i].value_type); };
            const truth_ref same = nodes_.compare(truth_op::equal, kind(declared), kind(shown));
            if (!nodes_.is_open(same)) into.for_people = negated(same);
        }
        if (plan_->regime_node == nullptr) return;
        expressions_.stand_at(step::discussion, {});
        const auto regime = expressions_.lanes(*plan_->regime_node);
        const enumeration* words = plan_->regime_node->value_type.words;
        if (!regime || words == nullptr) return;
        into.by_reference = nodes_.equal(*regime, words->index_of("by_reference"));
        if (!plan_->has_local)
            into.for_people = nodes_.any({into.for_people, nodes_.equal(*regime, words->index_of("provincial"))});
    }

    /// Where a case may fall under two versions that do not ask the same of it.
    void compile_changes() {
        column_program& into = nodes_.program();
        for (std::uint32_t f = 0; f < plan_->families.size(); ++f) {
            const auto count = static_cast<std::uint32_t>(plan_->families[f].versions.size());
            if (count < 2) continue;
            const std::uint32_t first = into.version_count;
            into.version_count += count;
            std::vector<std::vector<std::uint32_t>> rules(count);
            for (std::uint32_t i = 0; i < into.rules.size(); ++i) {
                const planned_rule& r = plan_->rules[into.rules[i].rule];
                if (r.place.family != f) continue;
                into.rules[i].version = first + static_cast<std::uint32_t>(r.place.version);
                if (r.of->basis() != basis::unverified) rules[r.place.version].push_back(i);
            }
            const auto of = [&](std::uint32_t i) -> const rule& { return *plan_->rules[into.rules[i].rule].of; };
            for (std::uint32_t earlier = 0; earlier < count; ++earlier)
                for (std::uint32_t later = earlier + 1; later < count; ++later) {
                    version_change change{first + earlier, first + later, first, first + count - 1, {}};
                    const auto compare = [&](std::uint32_t one, std::uint32_t other) {
                        for (const std::uint32_t i : rules[one])
                            if (std::none_of(rules[other].begin(), rules[other].end(),
                                             [&](std::uint32_t j) { return asks_the_same(of(i), of(j)); }))
                                change.unlike.push_back(i);
                    };
                    compare(earlier, later);
                    compare(later, earlier);
                    if (!change.unlike.empty()) into.changes.push_back(std::move(change));
                }
        }
    }

    const rulebook_plan* plan_;
    const column_places* places_;
    const column_options* options_;
    program_nodes nodes_;
    program_expressions expressions_;
};

}  // namespace xuanren::detail
