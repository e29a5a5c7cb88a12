// include/xuanren/engine/rulebook_rules.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/rulebook_draft.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Orders the rules of a rulebook, each with its scope, its exceptions and what loosens it.
class rule_planner {
public:
    explicit rule_planner(rulebook_draft& draft) : draft_(draft), plan_(*draft.plan()) {}

    void run() {
        plan_.regime_fact = plan_.parts.facts->index_of("target.regime");
        if (plan_.regime_fact != catalogue::none) {
            formula f;
            f.parsed = plan_.regime_node = make_fact(*plan_.parts.facts, plan_.regime_fact);
            plan_.regime = draft_.plan_formula(f);
        }
        for (const auto& r : plan_.parts.rules) {
            planned_rule p(r);
            p.place = draft_.place_of(instrument_part(r->id()));
            // Which appointments an instrument reaches says nothing of organisations.
            const instrument* of = r->about() == rule_subject::appointment ? draft_.instrument_at(p.place) : nullptr;
            if (of != nullptr) p.outer_scope = draft_.plan_formula(of->applies);
            p.scope = draft_.plan_formula(r->scope());
            if (p.scope.root != nullptr) p.scope_tests = plan_tests(r->scope().parsed, r->at());
            p.requirement = draft_.plan_formula(r->requirement());
            p.band = draft_.plan_formula(r->band());
            p.due = draft_.plan_formula(r->due());
            p.met = draft_.plan_formula(r->met());
            if (r->met().parsed && r->due().parsed)
                p.in_time = make_comparison(operator_kind::less_equal, r->met().parsed, r->due().parsed);
            for (const planned_formula* f : {&p.outer_scope, &p.scope})
                p.asks_regime = p.asks_regime ||
                                std::binary_search(f->facts.begin(), f->facts.end(), plan_.regime_fact);
            const std::string_view family = draft_.family_at(p.place);
            for (std::size_t e = 0; e < plan_.exceptions.size(); ++e) {
                const planned_exception& x = plan_.exceptions[e];
                if (!is_named(x.of->sets_aside, r->id(), family)) continue;
                const bool loosens = draft_.authority_at(x.place) < draft_.authority_at(p.place);
                p.exceptions.push_back({e, loosens});
                if (!loosens) continue;
                plan_.loosened.push_back(r->id());
                if (!is_named(x.of->loosens, r->id(), family))
                    draft_.report(rule_problem(
                        "XR-RULE-022", origin_of(plan_.parts, origin_key("exception", x.of->id)), "/loosens",
                        r->id(), {"在 loosens 中写明", "its id in \"loosens\""},
                        {"例外“" + x.of->id + "”放宽上位规则“" + r->id() + "”而未写明",
                         "exception \"" + x.of->id + "\" loosens \"" + r->id() +
                             "\", a rule of a higher instrument, without declaring it"}));
            }
            for (const std::string& removed : plan_.parts.removed) {
                const std::size_t by = removed.find(' ');
                if (removed.substr(0, by) != r->id()) continue;
                p.loosened_by = by == std::string::npos ? "without" : removed.substr(by + 1);
                plan_.loosened.push_back(r->id());
            }
            if (r->basis() == basis::unverified) ++plan_.unverified;
            if (draft_.authority_at(p.place) <= authority::provincial) plan_.has_local = true;
            check_loosens(*r, origin_key("rule", r->id()), r->loosens());
            plan_.rules.push_back(std::move(p));
        }
        for (const auto& e : plan_.parts.exceptions)
            check_loosens(*e, origin_key("exception", e->id), e->loosens);
        const auto order = [](const planned_rule& p) {
            const citation& c = p.of->cite();
            // A clause whose number is not known stands after those of known numbers.
            return std::make_tuple(std::cref(c.instrument), c.article == 0, c.article, c.paragraph,
                                   c.item, std::cref(p.of->id()));
        };
        std::sort(plan_.rules.begin(), plan_.rules.end(),
                  [&](const planned_rule& a, const planned_rule& b) { return order(a) < order(b); });
        auto& l = plan_.loosened;
        std::sort(l.begin(), l.end());
        l.erase(std::unique(l.begin(), l.end()), l.end());
    }

private:
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
                const planned_test& other = plan_.tests[entry.second];
                return (!asks || other.at == at) && same(*other.of, *part);
            });
            if (found == last) {
                found = tests_by_hash_.emplace(key, static_cast<std::uint32_t>(plan_.tests.size()));
                plan_.tests.push_back({part.get(), at});
            }
            out.push_back(found->second);
        }
        return out;
    }

    template <class T>
    void check_loosens(const T&, const std::string& key, const std::vector<std::string>& loosens) {
        for (std::size_t i = 0; i < loosens.size(); ++i) {
            bool is_matched = false;
            for (const auto& r : plan_.parts.rules)
                is_matched = is_matched ||
                             matches_id(r->id(), draft_.family_at(draft_.place_of(instrument_part(r->id()))), loosens[i]);
            if (is_matched || plan_.parts.refers_outside) continue;
            draft_.report(rule_problem(
                "XR-RULE-029", origin_of(plan_.parts, key), "/loosens/" + std::to_string(i), loosens[i],
                {"上位规则的编号", "the id of a rule of a higher instrument"},
                {"loosens 所指“" + loosens[i] + "”不对应任何规则",
                 "\"loosens\": \"" + loosens[i] + "\" matches no rule"}));
        }
    }

    rulebook_draft& draft_;
    rulebook_plan& plan_;
    std::unordered_multimap<std::size_t, std::uint32_t> tests_by_hash_;
};

}  // namespace xuanren::detail
