// include/xuanren/engine/rulebook_make.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/rulebook_checks.hpp>
#include <xuanren/engine/rulebook_digest.hpp>
#include <xuanren/engine/rulebook_resolve.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// Indexes checked parts, and checks what only the index shows.
class planner {
public:
    planner(rulebook_parts parts, std::vector<problem>& problems)
        : plan_(std::make_shared<rulebook_plan>()), problems_(&problems) {
        plan_->parts = std::move(parts);
    }

    [[nodiscard]] std::shared_ptr<const rulebook_plan> run() {
        plan_families();
        check_timelines(*plan_, *problems_);
        plan_tables();
        check_tables(*plan_, *problems_);
        plan_definitions();
        plan_exceptions();
        plan_rules();
        if (!problems_->empty()) return nullptr;
        mark_needed();
        plan_->digest = digest_of(plan_->parts);
        return plan_;
    }

private:
    void plan_families() {
        for (const auto& i : plan_->parts.instruments) {
            auto f = std::find_if(plan_->families.begin(), plan_->families.end(),
                                  [&](const family_timeline& t) { return t.name == i->family; });
            if (f == plan_->families.end()) {
                plan_->families.push_back({i->family, {}});
                f = plan_->families.end() - 1;
            }
            f->versions.push_back({i, validity_of(*i)});
        }
        std::sort(plan_->families.begin(), plan_->families.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        for (family_timeline& f : plan_->families)
            std::sort(f.versions.begin(), f.versions.end(), [](const auto& a, const auto& b) {
                if (!a.in_force.start || !b.in_force.start) return !a.in_force.start && b.in_force.start;
                if (a.in_force.start->low() != b.in_force.start->low())
                    return a.in_force.start->low() < b.in_force.start->low();
                return a.of->id < b.of->id;
            });
        for (std::size_t f = 0; f < plan_->families.size(); ++f)
            for (std::size_t v = 0; v < plan_->families[f].versions.size(); ++v)
                places_.emplace(plan_->families[f].versions[v].of->id, planned_place{f, v});
    }

    [[nodiscard]] planned_place place_of(std::string_view instrument_id) const {
        const auto found = places_.find(instrument_id);
        return found == places_.end() ? planned_place{} : found->second;
    }
    [[nodiscard]] const instrument* instrument_at(planned_place p) const {
        return p.family == planned_place::always
                   ? nullptr
                   : plan_->families[p.family].versions[p.version].of.get();
    }
    [[nodiscard]] authority authority_at(planned_place p) const {
        const instrument* i = instrument_at(p);
        return i == nullptr ? authority::local : i->authority;
    }
    [[nodiscard]] std::string_view family_at(planned_place p) const {
        return p.family == planned_place::always ? std::string_view()
                                                 : std::string_view(plan_->families[p.family].name);
    }

    void plan_tables() {
        for (const auto& t : plan_->parts.tables) {
            auto p = std::find_if(plan_->tables.begin(), plan_->tables.end(),
                                  [&](const planned_table& x) { return x.name == t->id; });
            if (p == plan_->tables.end()) {
                plan_->tables.push_back({t->id, {}});
                p = plan_->tables.end() - 1;
            }
            validity in_force;
            if (const instrument* i = instrument_at(place_of(t->instrument)))
                in_force = validity_of(*i);
            if (t->from) in_force.start = days_of(*t->from);
            if (t->to) in_force.end = days_of(*t->to);
            p->parts.push_back({t, in_force});
        }
    }

    [[nodiscard]] planned_formula plan_formula(const formula& f) const {
        planned_formula out;
        out.root = f.parsed.get();
        if (f.call) out.call = &f.call;
        if (out.root == nullptr) return out;
        std::vector<std::size_t> facts;
        for_each_fact(*out.root, [&](std::size_t i) { facts.push_back(i); });
        sort_out(facts);
        std::vector<std::size_t> slots;
        const std::size_t named = facts.size();
        for (std::size_t i = 0; i < named; ++i)
            for (const std::size_t s : plan_->defined_by[facts[i]]) {
                slots.push_back(s);
                for (const auto& v : plan_->definitions[s].versions) {
                    slots.insert(slots.end(), v.is.definitions.begin(), v.is.definitions.end());
                    facts.insert(facts.end(), v.is.facts.begin(), v.is.facts.end());
                }
            }
        sort_out(slots);
        sort_out(facts);
        out.definitions = std::move(slots);  // the order of slots is the order of computing
        out.facts = std::move(facts);
        return out;
    }
    static void sort_out(std::vector<std::size_t>& numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    }

    void plan_definitions() {
        plan_->defined_by.resize(plan_->parts.facts->size());
        std::vector<planned_definition> slots;
        for (const auto& d : plan_->parts.definitions) {
            if (d->fact_index == catalogue::none) continue;
            auto s = std::find_if(slots.begin(), slots.end(),
                                  [&](const auto& x) { return x.fact_index == d->fact_index; });
            if (s == slots.end()) {
                slots.push_back({d->fact_index, d->has_index, {}});
                s = slots.end() - 1;
            }
            s->versions.push_back({d, place_of(d->instrument), {}});
        }
        for (planned_definition& s : slots) {
            std::sort(s.versions.begin(), s.versions.end(), [](const auto& a, const auto& b) {
                return a.of->instrument < b.of->instrument;
            });
            check_rivals(s);
        }
        std::sort(slots.begin(), slots.end(),
                  [](const auto& a, const auto& b) { return a.fact_index < b.fact_index; });
        const auto by_fact = slots_by_fact(slots);
        std::vector<std::vector<std::size_t>> rests_on(slots.size());
        for (std::size_t i = 0; i < slots.size(); ++i)
            for (const auto& v : slots[i].versions)
                if (v.of->is.parsed)
                    for_each_fact(*v.of->is.parsed, [&](std::size_t fact) {
                        rests_on[i].insert(rests_on[i].end(), by_fact[fact].begin(), by_fact[fact].end());
                    });
        const std::vector<std::size_t> cycle = find_cycle(rests_on);
        if (!cycle.empty()) {
            std::string chain;
            for (const std::size_t i : cycle)
                chain += (chain.empty() ? "" : " -> ") + slots[i].versions[0].of->id;
            const definition& d = *slots[cycle[0]].versions[0].of;
            problems_->push_back(rule_problem(
                "XR-RULE-023", origin_of(plan_->parts, origin_key("definition", d.id, d.instrument)),
                "/is", chain, {"不相互依赖的定义", "definitions that do not rest on each other"},
                {"定义循环：" + chain, "definitions rest on each other: " + chain}));
            return;
        }
        // Each after those that it rests on; the order of facts decides among the rest.
        std::vector<bool> placed(slots.size(), false);
        while (plan_->definitions.size() < slots.size())
            for (std::size_t i = 0; i < slots.size(); ++i) {
                if (placed[i]) continue;
                const auto is_placed = [&](std::size_t j) { return bool(placed[j]); };
                if (!std::all_of(rests_on[i].begin(), rests_on[i].end(), is_placed)) continue;
                placed[i] = true;
                for (auto& v : slots[i].versions) v.is = plan_formula(v.of->is);
                const std::size_t slot = plan_->definitions.size();
                plan_->defined_by[slots[i].fact_index].push_back(slot);
                if (slots[i].has_index != catalogue::none)
                    plan_->defined_by[slots[i].has_index].push_back(slot);
                plan_->definitions.push_back(std::move(slots[i]));
            }
        for (const auto& by : plan_->defined_by) plan_->defined.push_back(!by.empty());
    }
    [[nodiscard]] std::vector<std::vector<std::size_t>> slots_by_fact(
        const std::vector<planned_definition>& slots) const {
        std::vector<std::vector<std::size_t>> out(plan_->parts.facts->size());
        for (std::size_t s = 0; s < slots.size(); ++s) {
            out[slots[s].fact_index].push_back(s);
            if (slots[s].has_index != catalogue::none) out[slots[s].has_index].push_back(s);
        }
        return out;
    }

    // Two instruments may define one fact on different days only.
    void check_rivals(const planned_definition& s) {
        for (std::size_t i = 0; i < s.versions.size(); ++i)
            for (std::size_t j = i + 1; j < s.versions.size(); ++j) {
                const auto& a = s.versions[i];
                const auto& b = s.versions[j];
                if (a.place.family == b.place.family && a.place.family != planned_place::always) continue;
                validity va, vb;
                if (const instrument* x = instrument_at(a.place)) va = validity_of(*x);
                if (const instrument* x = instrument_at(b.place)) vb = validity_of(*x);
                if (!va.overlaps(vb)) continue;
                problems_->push_back(rule_problem(
                    "XR-RULE-011",
                    origin_of(plan_->parts, origin_key("definition", b.of->id, b.of->instrument)), "/id",
                    b.of->id, {"每日只有一个定义", "one definition on any day"},
                    {"“" + b.of->id + "”同时由“" + a.of->instrument + "”和“" + b.of->instrument + "”定义",
                     "\"" + b.of->id + "\" is defined by \"" + a.of->instrument + "\" and \"" +
                         b.of->instrument + "\" on the same days"}));
            }
    }

    void plan_exceptions() {
        for (const auto& e : plan_->parts.exceptions)
            plan_->exceptions.push_back({e, place_of(instrument_part(e->id)), plan_formula(e->when), {}});
        std::sort(plan_->exceptions.begin(), plan_->exceptions.end(),
                  [](const auto& a, const auto& b) { return a.of->id < b.of->id; });
        std::vector<std::vector<std::size_t>> aside(plan_->exceptions.size());
        for (std::size_t i = 0; i < plan_->exceptions.size(); ++i) {
            const exception& e = *plan_->exceptions[i].of;
            for (std::size_t p = 0; p < e.sets_aside.size(); ++p) {
                bool is_matched = false;
                for (const auto& r : plan_->parts.rules)
                    is_matched = is_matched ||
                                 matches_id(r->id(), family_at(place_of(instrument_part(r->id()))), e.sets_aside[p]);
                for (std::size_t j = 0; j < plan_->exceptions.size(); ++j) {
                    const planned_exception& other = plan_->exceptions[j];
                    if (e.sets_aside[p].back() == '*' ||
                        !matches_id(other.of->id, family_at(other.place), e.sets_aside[p]))
                        continue;
                    is_matched = true;
                    aside[i].push_back(j);
                    plan_->exceptions[j].set_aside_by.push_back(i);
                }
                if (!is_matched && !plan_->parts.refers_outside)
                    problems_->push_back(rule_problem(
                        "XR-RULE-016", origin_of(plan_->parts, origin_key("exception", e.id)),
                        "/sets_aside/" + std::to_string(p), e.sets_aside[p],
                        {"规则的编号，或以“/*”结尾的前缀", "a rule's id, or a prefix that ends in \"/*\""},
                        {"例外“" + e.id + "”所指“" + e.sets_aside[p] + "”不对应任何规则",
                         "exception \"" + e.id + "\": \"" + e.sets_aside[p] + "\" matches no rule"}));
            }
        }
        const std::vector<std::size_t> cycle = find_cycle(aside);
        if (!cycle.empty()) {
            std::string chain;
            for (const std::size_t i : cycle)
                chain += (chain.empty() ? "" : " -> ") + plan_->exceptions[i].of->id;
            problems_->push_back(rule_problem(
                "XR-RULE-013",
                origin_of(plan_->parts, origin_key("exception", plan_->exceptions[cycle[0]].of->id)),
                "/sets_aside", chain, {"不互相排除的例外", "exceptions that do not set each other aside"},
                {"例外循环：" + chain, "exceptions set each other aside: " + chain}));
        }
    }

    [[nodiscard]] static bool is_named(const std::vector<std::string>& patterns, std::string_view id,
                                       std::string_view family) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const std::string& p) { return matches_id(id, family, p); });
    }

    /// The conjuncts of a scope; those that another scope has too stand once.
    [[nodiscard]] std::vector<std::uint32_t> plan_tests(const node_ptr& scope, step at) {
        const std::vector<node_ptr> whole{scope};
        std::vector<std::uint32_t> out;
        for (const node_ptr& part : scope->kind == node_kind::conjunction ? scope->children : whole) {
            const bool asks = asks_reference(*part);
            const std::size_t key = hash_of(*part);
            const auto [first, last] = tests_by_hash_.equal_range(key);
            auto found = std::find_if(first, last, [&](const auto& entry) {
                const planned_test& other = plan_->tests[entry.second];
                return (!asks || other.at == at) && same(*other.of, *part);
            });
            if (found == last) {
                found = tests_by_hash_.emplace(key, static_cast<std::uint32_t>(plan_->tests.size()));
                plan_->tests.push_back({part.get(), at});
            }
            out.push_back(found->second);
        }
        return out;
    }

    void plan_rules() {
        plan_->regime_fact = plan_->parts.facts->index_of("target.regime");
        if (plan_->regime_fact != catalogue::none) {
            formula f;
            f.parsed = plan_->regime_node = make_fact(*plan_->parts.facts, plan_->regime_fact);
            plan_->regime = plan_formula(f);
        }
        for (const auto& r : plan_->parts.rules) {
            planned_rule p(r);
            p.place = place_of(instrument_part(r->id()));
            // Which appointments an instrument reaches says nothing of organisations.
            const instrument* of = r->about() == rule_subject::appointment ? instrument_at(p.place) : nullptr;
            if (of != nullptr) p.outer_scope = plan_formula(of->applies);
            p.scope = plan_formula(r->scope());
            if (p.scope.root != nullptr) p.scope_tests = plan_tests(r->scope().parsed, r->at());
            p.requirement = plan_formula(r->requirement());
            p.band = plan_formula(r->band());
            p.due = plan_formula(r->due());
            p.met = plan_formula(r->met());
            if (r->met().parsed && r->due().parsed)
                p.in_time = make_comparison(operator_kind::less_equal, r->met().parsed, r->due().parsed);
            for (const planned_formula* f : {&p.outer_scope, &p.scope})
                p.asks_regime = p.asks_regime ||
                                std::binary_search(f->facts.begin(), f->facts.end(), plan_->regime_fact);
            const std::string_view family = family_at(p.place);
            for (std::size_t e = 0; e < plan_->exceptions.size(); ++e) {
                const planned_exception& x = plan_->exceptions[e];
                if (!is_named(x.of->sets_aside, r->id(), family)) continue;
                const bool loosens = authority_at(x.place) < authority_at(p.place);
                p.exceptions.push_back({e, loosens});
                if (!loosens) continue;
                plan_->loosened.push_back(r->id());
                if (!is_named(x.of->loosens, r->id(), family))
                    problems_->push_back(rule_problem(
                        "XR-RULE-022", origin_of(plan_->parts, origin_key("exception", x.of->id)), "/loosens",
                        r->id(), {"在 loosens 中写明", "its id in \"loosens\""},
                        {"例外“" + x.of->id + "”放宽上位规则“" + r->id() + "”而未写明",
                         "exception \"" + x.of->id + "\" loosens \"" + r->id() +
                             "\", a rule of a higher instrument, without declaring it"}));
            }
            for (const std::string& removed : plan_->parts.removed) {
                const std::size_t by = removed.find(' ');
                if (removed.substr(0, by) != r->id()) continue;
                p.loosened_by = by == std::string::npos ? "without" : removed.substr(by + 1);
                plan_->loosened.push_back(r->id());
            }
            if (r->basis() == basis::unverified) ++plan_->unverified;
            if (authority_at(p.place) <= authority::provincial) plan_->has_local = true;
            check_loosens(*r, origin_key("rule", r->id()), r->loosens());
            plan_->rules.push_back(std::move(p));
        }
        for (const auto& e : plan_->parts.exceptions)
            check_loosens(*e, origin_key("exception", e->id), e->loosens);
        const auto order = [](const planned_rule& p) {
            const citation& c = p.of->cite();
            // A clause whose number is not known stands after those of known numbers.
            return std::make_tuple(std::cref(c.instrument), c.article == 0, c.article, c.paragraph,
                                   c.item, std::cref(p.of->id()));
        };
        std::sort(plan_->rules.begin(), plan_->rules.end(),
                  [&](const planned_rule& a, const planned_rule& b) { return order(a) < order(b); });
        auto& l = plan_->loosened;
        std::sort(l.begin(), l.end());
        l.erase(std::unique(l.begin(), l.end()), l.end());
    }

    template <class T>
    void check_loosens(const T&, const std::string& key, const std::vector<std::string>& loosens) {
        for (std::size_t i = 0; i < loosens.size(); ++i) {
            bool is_matched = false;
            for (const auto& r : plan_->parts.rules)
                is_matched = is_matched ||
                             matches_id(r->id(), family_at(place_of(instrument_part(r->id()))), loosens[i]);
            if (is_matched || plan_->parts.refers_outside) continue;
            problems_->push_back(rule_problem(
                "XR-RULE-029", origin_of(plan_->parts, key), "/loosens/" + std::to_string(i), loosens[i],
                {"上位规则的编号", "the id of a rule of a higher instrument"},
                {"loosens 所指“" + loosens[i] + "”不对应任何规则",
                 "\"loosens\": \"" + loosens[i] + "\" matches no rule"}));
        }
    }

    void mark_needed() {
        plan_->needed.assign(plan_->parts.facts->size(), false);
        const auto mark = [&](const planned_formula& f) {
            for (const std::size_t i : f.facts) plan_->needed[i] = true;
        };
        for (const planned_rule& r : plan_->rules) {
            for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met})
                mark(*f);
            // A callback may look at anything.
            if (r.of->holds_callback()) plan_->needed.assign(plan_->needed.size(), true);
        }
        for (const planned_exception& e : plan_->exceptions) mark(e.when);
        mark(plan_->regime);
    }

    std::unordered_map<std::string_view, planned_place> places_;  ///< by the instrument's id
    std::unordered_multimap<std::size_t, std::uint32_t> tests_by_hash_;
    std::shared_ptr<rulebook_plan> plan_;
    std::vector<problem>* problems_;
};

}  // namespace detail

XUANREN_INLINE result<rulebook> rulebook::make(rulebook_parts parts) {
    std::vector<problem> problems;
    detail::check_ids(parts, problems);
    detail::check_shapes(parts, problems);
    detail::resolver(parts, problems).run();
    rulebook out;
    out.plan_ = detail::planner(std::move(parts), problems).run();
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace xuanren

#include <xuanren/engine/rulebook_change.hpp>
