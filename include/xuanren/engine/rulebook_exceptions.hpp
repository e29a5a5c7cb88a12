// include/xuanren/engine/rulebook_exceptions.hpp
#pragma once

#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/rulebook_draft.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace xuanren::detail {

/// Orders the exceptions of a rulebook, and finds what each sets aside.
class exception_planner {
public:
    explicit exception_planner(rulebook_draft& draft) : draft_(draft), plan_(*draft.plan()) {}

    void run() {
        for (const auto& e : plan_.parts.exceptions)
            plan_.exceptions.push_back({e, draft_.place_of(instrument_part(e->id)), draft_.plan_formula(e->when), {}});
        std::sort(plan_.exceptions.begin(), plan_.exceptions.end(),
                  [](const auto& a, const auto& b) { return a.of->id < b.of->id; });
        std::vector<std::vector<std::size_t>> aside(plan_.exceptions.size());
        for (std::size_t i = 0; i < plan_.exceptions.size(); ++i) {
            const exception& e = *plan_.exceptions[i].of;
            for (std::size_t p = 0; p < e.sets_aside.size(); ++p) {
                bool is_matched = false;
                for (const auto& r : plan_.parts.rules)
                    is_matched = is_matched ||
                                 matches_id(r->id(), draft_.family_at(draft_.place_of(instrument_part(r->id()))), e.sets_aside[p]);
                for (std::size_t j = 0; j < plan_.exceptions.size(); ++j) {
                    const planned_exception& other = plan_.exceptions[j];
                    if (e.sets_aside[p].back() == '*' ||
                        !matches_id(other.of->id, draft_.family_at(other.place), e.sets_aside[p]))
                        continue;
                    is_matched = true;
                    aside[i].push_back(j);
                    plan_.exceptions[j].set_aside_by.push_back(i);
                }
                if (!is_matched && !plan_.parts.refers_outside)
                    draft_.report(rule_problem(
                        "XR-RULE-016", origin_of(plan_.parts, origin_key("exception", e.id)),
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
                chain += (chain.empty() ? "" : " -> ") + plan_.exceptions[i].of->id;
            draft_.report(rule_problem(
                "XR-RULE-013",
                origin_of(plan_.parts, origin_key("exception", plan_.exceptions[cycle[0]].of->id)),
                "/sets_aside", chain, {"不互相排除的例外", "exceptions that do not set each other aside"},
                {"例外循环：" + chain, "exceptions set each other aside: " + chain}));
        }
    }

private:

    rulebook_draft& draft_;
    rulebook_plan& plan_;
};

}  // namespace xuanren::detail
