// include/xuanren/engine/rulebook_definitions.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/rulebook_draft.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Puts the definitions of a rulebook in the order in which they can be computed.
class definition_planner {
public:
    explicit definition_planner(rulebook_draft& draft) : draft_(draft), plan_(*draft.plan()) {}

    void run() {
        plan_.defined_by.resize(plan_.parts.facts->size());
        std::vector<planned_definition> slots;
        for (const auto& d : plan_.parts.definitions) {
            if (d->fact_index == catalogue::none) continue;
            auto s = std::find_if(slots.begin(), slots.end(),
                                  [&](const auto& x) { return x.fact_index == d->fact_index; });
            if (s == slots.end()) {
                slots.push_back({d->fact_index, d->has_index, {}});
                s = slots.end() - 1;
            }
            s->versions.push_back({d, draft_.place_of(d->instrument), {}});
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
            draft_.report(rule_problem(
                "XR-RULE-023", origin_of(plan_.parts, origin_key("definition", d.id, d.instrument)),
                "/is", chain, {"不相互依赖的定义", "definitions that do not rest on each other"},
                {"定义循环：" + chain, "definitions rest on each other: " + chain}));
            return;
        }
        // Each after those that it rests on; the order of facts decides among the rest.
        std::vector<bool> placed(slots.size(), false);
        while (plan_.definitions.size() < slots.size())
            for (std::size_t i = 0; i < slots.size(); ++i) {
                if (placed[i]) continue;
                const auto is_placed = [&](std::size_t j) { return bool(placed[j]); };
                if (!std::all_of(rests_on[i].begin(), rests_on[i].end(), is_placed)) continue;
                placed[i] = true;
                for (auto& v : slots[i].versions) v.is = draft_.plan_formula(v.of->is);
                const std::size_t slot = plan_.definitions.size();
                plan_.defined_by[slots[i].fact_index].push_back(slot);
                if (slots[i].has_index != catalogue::none)
                    plan_.defined_by[slots[i].has_index].push_back(slot);
                plan_.definitions.push_back(std::move(slots[i]));
            }
        for (const auto& by : plan_.defined_by) plan_.defined.push_back(!by.empty());
    }

private:
    [[nodiscard]] std::vector<std::vector<std::size_t>> slots_by_fact(
        const std::vector<planned_definition>& slots) const {
        std::vector<std::vector<std::size_t>> out(plan_.parts.facts->size());
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
                if (const instrument* x = draft_.instrument_at(a.place)) va = validity_of(*x);
                if (const instrument* x = draft_.instrument_at(b.place)) vb = validity_of(*x);
                if (!va.overlaps(vb)) continue;
                draft_.report(rule_problem(
                    "XR-RULE-011",
                    origin_of(plan_.parts, origin_key("definition", b.of->id, b.of->instrument)), "/id",
                    b.of->id, {"每日只有一个定义", "one definition on any day"},
                    {"“" + b.of->id + "”同时由“" + a.of->instrument + "”和“" + b.of->instrument + "”定义",
                     "\"" + b.of->id + "\" is defined by \"" + a.of->instrument + "\" and \"" +
                         b.of->instrument + "\" on the same days"}));
            }
    }

    rulebook_draft& draft_;
    rulebook_plan& plan_;
};

}  // namespace xuanren::detail
