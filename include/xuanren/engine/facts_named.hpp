// include/xuanren/engine/facts_named.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/plan.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace xuanren {

/// The facts that rules about something name themselves 规则直接用到的事实, by index, rising: not those on
/// which only a definition rests. Every fact where a condition is a function of the caller's own.
[[nodiscard]] inline std::vector<std::size_t> facts_named(const rulebook_plan& plan, bool include_unverified,
                                                          rule_subject about = rule_subject::appointment) {
    std::vector<std::size_t> out;
    for (const planned_rule& r : plan.rules) {
        if (r.about != about || (r.is_unverified && !include_unverified)) continue;
        if (r.of->holds_callback())
            for (std::size_t i = 0; i < plan.parts.facts->size(); ++i) out.push_back(i);
        plan.each_formula(r, [&](const planned_formula& f) {
            if (f.root != nullptr) for_each_fact(*f.root, [&](std::size_t i) { out.push_back(i); });
        });
    }
    if (plan.regime_fact != catalogue::none) out.push_back(plan.regime_fact);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace xuanren
