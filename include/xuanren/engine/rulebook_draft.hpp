// include/xuanren/engine/rulebook_draft.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rulebook_checks.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A plan in the making: families, tables and the places of instruments, of which the rest is said.
class rulebook_draft {
public:
    rulebook_draft(rulebook_parts parts, std::vector<problem>& problems)
        : plan_(std::make_shared<rulebook_plan>()), problems_(&problems) {
        plan_->parts = std::move(parts);
        plan_families();
        check_timelines(*plan_, *problems_);
        plan_tables();
        check_tables(*plan_, *problems_);
    }

    [[nodiscard]] const std::shared_ptr<rulebook_plan>& plan() const noexcept { return plan_; }
    void report(problem p) { problems_->push_back(std::move(p)); }
    [[nodiscard]] bool is_sound() const noexcept { return problems_->empty(); }

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

    std::unordered_map<std::string_view, planned_place> places_;  ///< by the instrument's id
    std::shared_ptr<rulebook_plan> plan_;
    std::vector<problem>* problems_;
};

}  // namespace xuanren::detail
