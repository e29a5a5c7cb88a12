// include/xuanren/engine/judge.hpp
#pragma once

#include <xuanren/engine/earliest.hpp>
#include <xuanren/engine/evaluation.hpp>
#include <xuanren/engine/explain.hpp>
#include <xuanren/engine/residual.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// What is left to decide of a whole rule, as the condition on which it is neither violated nor a
/// matter for people: not(scope), or an exception, or the requirement outside the band. Where that
/// is settled and the band alone is open, the band.
[[nodiscard]] inline node_ptr residual_of(case_evaluation& c, const planned_rule& r, const rule_answer& a) {
    const step at = r.at;
    const environment with = c.environment_at(at, r.of->id());
    std::vector<node_ptr> ways;
    std::vector<node_ptr> scope;
    for (const planned_formula* f : {&r.outer_scope, &r.scope})
        if (f->root != nullptr)
            scope.push_back(f == &r.outer_scope
                                ? c.plan().families[r.place.family].versions[r.place.version].of->applies.parsed
                                : r.of->scope().parsed);
    for (const node_ptr& s : scope) ways.push_back(make_negation(s));
    for (const planned_rule::exception_use& use : r.exceptions) {
        const planned_exception& e = c.plan().exceptions[use.index];
        if (use.loosens || c.in_force(e.place, at) != truth::yes || !e.of->when.parsed) continue;
        std::vector<node_ptr> both{e.of->when.parsed};
        for (const std::size_t by : e.set_aside_by)
            if (c.plan().exceptions[by].of->when.parsed)
                both.push_back(make_negation(c.plan().exceptions[by].of->when.parsed));
        ways.push_back(both.size() == 1 ? both.front() : make_conjunction(std::move(both)));
    }
    const node_ptr requirement = r.of->requirement().parsed;
    const node_ptr band = r.of->band().parsed;
    if (requirement) {
        const node_ptr asked = r.in_time ? make_conjunction({requirement, r.in_time}) : requirement;
        if (!band) ways.push_back(asked);
        else if (a.attested_holds && *a.attested_holds) ways.push_back(make_disjunction({asked, band}));
        else ways.push_back(make_conjunction({asked, make_negation(band)}));
    } else if (a.attested_holds && *a.attested_holds) {
        ways.push_back(make_literal(value(true), types::boolean));
    }
    node_ptr left;
    if (!ways.empty())
        left = residual(ways.size() == 1 ? ways.front() : make_disjunction(std::move(ways)), with);
    if (band && (!left || left->kind == node_kind::literal)) left = residual(band, with);
    return left == nullptr || left->kind == node_kind::literal ? nullptr : left;
}

/// Whether it is a breach or a matter for people hangs on the band, too.
inline void add_missing_of_band(case_evaluation& c, const planned_rule& r, std::vector<std::size_t>& out) {
    const node_ptr& band = r.of->band().parsed;
    if (!band) return;
    const node_ptr left = residual(band, c.environment_at(r.at, r.of->id()));
    for (const std::size_t i : missing_facts(*left, c.facts()))
        if (std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
}

/// What would have to be put on file: a definition cannot be, what it is computed from can.
[[nodiscard]] inline std::vector<std::size_t> facts_to_supply(const case_evaluation& c,
                                                              const std::vector<std::size_t>& missing) {
    const catalogue& facts = *c.plan().parts.facts;
    std::vector<std::size_t> out;
    const auto add = [&](std::size_t i) {
        if (std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
    };
    const auto is_stated_as_none = [&](std::size_t i) {
        const std::size_t guard = facts[i].guard.empty() ? catalogue::none : facts.index_of(facts[i].guard);
        return guard != catalogue::none && c.facts().values[guard].to_truth() == truth::no;
    };
    for (const std::size_t i : missing) {
        const std::size_t before = out.size();
        const std::vector<planned_definition>& definitions = c.plan().definitions;
        for (std::size_t slot = 0; slot < definitions.size(); ++slot) {
            const planned_definition& d = definitions[slot];
            if ((d.fact_index != i && d.has_index != i) || c.is_given(slot)) continue;
            for (const planned_definition::version& v : d.versions)
                for (const std::size_t beneath : v.is.facts)
                    if (!facts[beneath].is_definition && !is_settled(c.facts().values[beneath]) &&
                        !is_stated_as_none(beneath))
                        add(beneath);
        }
        if (out.size() == before && !facts[i].is_definition) add(i);
    }
    if (out.empty()) out = missing;
    return out;
}

/// Two expressions explained under one conjunction.
[[nodiscard]] inline std::shared_ptr<const explanation> explain_both(const node_ptr& a, const node_ptr& b,
                                                                     const environment& with) {
    auto out = std::make_shared<explanation>();
    out->at = make_conjunction({a, b});
    out->children.resize(2);
    explain_node(a, with, false, out->children[0]);
    explain_node(b, with, false, out->children[1]);
    out->result = value(out->children[0].result.to_truth() & out->children[1].result.to_truth());
    return out;
}

inline void explain_into(case_evaluation& c, const planned_rule& r, const rule_answer& a, verdict& out) {
    const step at = r.at;
    const environment with = c.environment_at(at, r.of->id());
    const auto tree = [&](const planned_formula& f, const node_ptr& n) -> std::shared_ptr<const explanation> {
        if (f.root == nullptr || !n) return nullptr;
        c.prepare(f);
        auto made = std::make_shared<explanation>();
        explain_node(n, with, false, *made);
        return made;
    };
    const node_ptr& scope = r.of->scope().parsed;
    if (r.outer_scope.root == nullptr) {
        out.scope = tree(r.scope, scope);
    } else {
        const node_ptr& outer = c.plan().families[r.place.family].versions[r.place.version].of->applies.parsed;
        if (r.scope.root == nullptr) {
            out.scope = tree(r.outer_scope, outer);
        } else {
            c.prepare(r.outer_scope);
            c.prepare(r.scope);
            out.scope = explain_both(outer, scope, with);
        }
    }
    if (out.status == status::pending && !a.owed) return;
    if (a.scope != truth::no) {
        out.requirement = tree(r.requirement, r.of->requirement().parsed);
        // Met, but when? The test of the day is told beside what was asked.
        if (r.in_time && out.requirement && out.requirement->result.to_truth() == truth::yes)
            out.requirement = explain_both(r.of->requirement().parsed, r.in_time, with);
        out.band = tree(r.band, r.of->band().parsed);
    }
    if (out.status == status::not_applicable) {
        if (out.scope) collect_leaves(*out.scope, out.leaves);
        return;
    }
    if (out.requirement) collect_leaves(*out.requirement, out.leaves);
    if (out.band && a.band != truth::no) collect_leaves(*out.band, out.leaves);
    if (out.scope && a.scope == truth::unknown) {
        std::vector<leaf> of_scope;
        collect_leaves(*out.scope, of_scope);
        for (leaf& l : of_scope)
            if (l.holds == truth::unknown) out.leaves.push_back(std::move(l));
    }
}

}  // namespace detail

/// Writes the verdict of one rule on one case into `out`, which is fresh; with its explanation,
/// residual and earliest day if asked.  Returns: the bare answer.
///
/// Requires: the rule is in force at its step, or is to be judged as if it were.
inline rule_answer judge_into(case_evaluation& c, const planned_rule& r, bool with_explanation, verdict& out) {
    rule_answer a = c.judge(r);
    out.of = r.of;
    out.status = a.status;
    out.by_reference = c.terms().by_reference && r.asks_regime;
    out.reference = c.reference(r.at);
    if (const auto* due = a.due.as<interval<civil_date>>()) out.due = *due;
    if (const auto* met = a.met.as<interval<civil_date>>()) out.met_on = *met;
    if (a.departed) out.set_aside_by = "departure";
    else if ((a.status == status::excepted || a.loosened) && a.set_aside_by != nullptr)
        out.set_aside_by = a.set_aside_by->of->id;
    else if (a.loosened) out.set_aside_by = r.loosened_by;
    if (a.attested != nullptr && (a.status == status::satisfied || a.status == status::violated))
        out.attested = std::make_shared<const recorded_judgement>(*a.attested);
    out.failure = std::move(a.failure);
    if (with_explanation && a.status != status::failed) {
        try {
            if (a.status == status::undetermined || a.status == status::violated) c.prepare(r);
            detail::explain_into(c, r, a, out);
            if (a.status == status::undetermined && !r.of->holds_callback()) {
                out.residual = detail::residual_of(c, r, a);
                if (out.residual) out.missing = missing_facts(*out.residual, c.facts());
                if (a.band == truth::unknown) detail::add_missing_of_band(c, r, out.missing);
                out.to_supply = detail::facts_to_supply(c, out.missing);
            }
            if (a.status == status::violated) out.earliest = earliest_day(c, r);
        } catch (const std::exception& e) {
            out.status = status::failed;
            out.failure = e.what();
        }
    }
    return a;
}

/// The same as a value.
[[nodiscard]] inline verdict judge(case_evaluation& c, const planned_rule& r, bool with_explanation) {
    verdict out;
    judge_into(c, r, with_explanation, out);
    return out;
}

}  // namespace xuanren
