// include/xuanren/engine/rulebook_make.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/rulebook_checks.hpp>
#include <xuanren/engine/rulebook_definitions.hpp>
#include <xuanren/engine/rulebook_digest.hpp>
#include <xuanren/engine/rulebook_draft.hpp>
#include <xuanren/engine/rulebook_exceptions.hpp>
#include <xuanren/engine/rulebook_resolve.hpp>
#include <xuanren/engine/rulebook_rules.hpp>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// Which facts some rule, exception or definition looks at.
inline void mark_needed(rulebook_plan& plan) {
    plan.needed.assign(plan.parts.facts->size(), false);
    const auto mark = [&](const planned_formula& f) {
        for (const std::size_t i : f.facts) plan.needed[i] = true;
    };
    for (const planned_rule& r : plan.rules) {
        for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met})
            mark(*f);
        // A callback may look at anything.
        if (r.of->holds_callback()) plan.needed.assign(plan.needed.size(), true);
    }
    for (const planned_exception& e : plan.exceptions) mark(e.when);
    mark(plan.regime);
}

/// Indexes checked parts, and checks what only the index shows.
[[nodiscard]] inline std::shared_ptr<const rulebook_plan> plan_of(rulebook_parts parts,
                                                                  std::vector<problem>& problems) {
    rulebook_draft draft(std::move(parts), problems);
    definition_planner(draft).run();
    exception_planner(draft).run();
    rule_planner(draft).run();
    if (!draft.is_sound()) return nullptr;
    mark_needed(*draft.plan());
    draft.plan()->digest = digest_of(draft.plan()->parts);
    return draft.plan();
}

}  // namespace detail

XUANREN_INLINE result<rulebook> rulebook::make(rulebook_parts parts) {
    std::vector<problem> problems;
    detail::check_ids(parts, problems);
    detail::check_shapes(parts, problems);
    detail::resolver(parts, problems).run();
    rulebook out;
    out.plan_ = detail::plan_of(std::move(parts), problems);
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace xuanren

#include <xuanren/engine/rulebook_change.hpp>
