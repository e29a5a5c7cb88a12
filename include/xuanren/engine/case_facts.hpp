// include/xuanren/engine/case_facts.hpp
#pragma once

#include <xuanren/engine/case_terms.hpp>
#include <xuanren/engine/either.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/step.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// What a case brings under one rulebook 案情: its facts, read and defined when first asked for, and
/// the versions that are in force at each of its steps.
class case_facts : private fact_supply {
public:
    case_facts(const rulebook_plan& plan, facts_on_demand facts, case_terms terms)
        : case_facts(plan, std::move(facts.read), std::move(terms)) {
        rest_ = std::move(facts.rest);
        if (rest_ == nullptr) return;
        std::fill(awaited_.begin(), awaited_.end(), char{1});
        for (const std::size_t read : facts.read_already) awaited_[read] = 0;
    }
    case_facts(const rulebook_plan& plan, fact_values facts, case_terms terms)
        : plan_(&plan), facts_(std::move(facts)), terms_(std::move(terms)) {
        if (facts_.values.size() < plan.parts.facts->size()) {
            facts_.values.resize(plan.parts.facts->size());
            facts_.sources.resize(plan.parts.facts->size());
        }
        const std::optional<civil_date>& fixed = terms_.law_date ? terms_.law_date : plan.parts.law_date;
        for (std::size_t s = 0; s < step_count; ++s) {
            const auto& date = terms_.steps.entries[s].date;
            tables_[s] = planned_tables(
                plan, fixed ? std::optional(days_of(*fixed)) : date);
            // With no date to judge by, not even --law tells what to judge.
            law_days_[s] = fixed && date ? std::optional(days_of(*fixed)) : date;
        }
        choices_.resize(plan.families.size() * step_count);
        computed_.assign(plan.definitions.size(), not_yet);
        awaited_ = plan.defined;
        awaited_.resize(facts_.values.size());
    }
    // What is evaluated asks this very object for facts.
    case_facts(const case_facts&) = delete;
    case_facts& operator=(const case_facts&) = delete;

    [[nodiscard]] const rulebook_plan& plan() const noexcept { return *plan_; }
    /// The facts that were given or asked for so far.
    [[nodiscard]] const fact_values& facts() const noexcept { return facts_; }
    [[nodiscard]] const value& value_of(std::size_t fact_index) {
        if (awaits(fact_index)) bring(fact_index);
        return facts_.values[fact_index];
    }
    [[nodiscard]] fact_values take_facts() noexcept { return std::move(facts_); }
    [[nodiscard]] const case_terms& terms() const noexcept { return terms_; }

    [[nodiscard]] const version_choice& choice(std::size_t family, step at) const noexcept {
        std::optional<version_choice>& made = choices_[family * step_count + static_cast<std::size_t>(at)];
        if (!made) made = plan_->families[family].on(law_days_[static_cast<std::size_t>(at)]);
        return *made;
    }
    /// Yes, no, or unknown: whether something of that place is in force at that step.
    [[nodiscard]] truth in_force(const planned_place& place, step at) const noexcept {
        if (place.family == planned_place::always) return truth::yes;
        const version_choice& c = choice(place.family, at);
        if (c.is == version_choice::kind::undetermined) return truth::unknown;
        return to_truth(c.is == version_choice::kind::chosen && c.version == place.version);
    }
    [[nodiscard]] const std::optional<interval<civil_date>>& reference(step at) const noexcept {
        return terms_.steps[at].date;
    }
    void set_by_reference(bool is_so) noexcept { terms_.by_reference = is_so; }
    [[nodiscard]] environment environment_at(step at, std::string_view set_aside_rule = {}) {
        environment out;
        out.facts = &facts_;
        out.supply = this;
        out.reference = terms_.steps[at].date;
        out.tables = &tables_[static_cast<std::size_t>(at)];
        out.calendar = terms_.calendar;
        out.set_aside_rule = set_aside_rule;
        return out;
    }

    /// Computes all the definitions that a formula rests on, whichever way it would be evaluated.
    void prepare(const planned_formula& f) {
        for (const std::size_t slot : f.definitions)
            if (computed_[slot] == not_yet) compute(slot);
    }
    /// The same for all that decides on a rule.
    void prepare(const planned_rule& r) {
        plan_->each_formula(r, [this](const planned_formula& f) { prepare(f); });
    }
    /// A definition's fact was handed over: it is not computed.
    void mark_given(std::size_t fact_index) {
        for (const std::size_t s : plan_->defined_by[fact_index]) {
            computed_[s] = handed_over;
            settle(plan_->definitions[s]);
        }
    }
    [[nodiscard]] bool is_given(std::size_t slot) const noexcept { return computed_[slot] == handed_over; }
    /// Computes those of the given definitions again that had been computed.
    void compute_again(const std::vector<std::size_t>& slots) {
        for (const std::size_t s : slots) {
            if (computed_[s] == not_yet) continue;
            const planned_definition& d = plan_->definitions[s];
            facts_.values[d.fact_index] = value();
            if (d.has_index != catalogue::none) facts_.values[d.has_index] = value();
            compute(s);
        }
    }

protected:
    ~case_facts() = default;

    void set_date(step at, std::optional<interval<civil_date>> date) {
        terms_.steps[at].date = std::move(date);
    }
    void set_fact(std::size_t index, value v) {
        facts_.values[index] = std::move(v);
        awaited_[index] = 0;
    }
    /// Reads and computes whatever has not been asked for.
    void bring_all() {
        for (std::size_t s = 0; s < plan_->definitions.size(); ++s)
            if (computed_[s] == not_yet) compute(s);
        for (std::size_t i = 0; i < awaited_.size(); ++i)
            if (awaits(i)) bring(i);
    }

private:
    void bring(std::size_t fact_index) override {
        if (fact_index < plan_->defined_by.size() && !plan_->defined_by[fact_index].empty()) {
            for (const std::size_t slot : plan_->defined_by[fact_index])
                if (computed_[slot] == not_yet) compute(slot);
        } else if (rest_ != nullptr) {
            rest_->read(fact_index, facts_);
        }
        awaited_[fact_index] = 0;
    }
    void settle(const planned_definition& d) noexcept {
        awaited_[d.fact_index] = 0;
        if (d.has_index != catalogue::none) awaited_[d.has_index] = 0;
    }

    // Definitions are computed as they are come upon, one within the other; a long chain of them in
    // its order, so that no rulebook exhausts the stack.
    void compute(std::size_t slot) {
        constexpr int most_nested = 32;
        struct nesting {
            explicit nesting(int& count) : depth(count) { ++depth; }
            ~nesting() { --depth; }
            nesting(const nesting&) = delete;
            nesting& operator=(const nesting&) = delete;
            int& depth;
        } const nested(nesting_);
        computed_[slot] = here;
        const planned_definition& d = plan_->definitions[slot];
        settle(d);
        if (nesting_ > most_nested)
            for (const planned_definition::version& v : d.versions) prepare(v.is);
        for (const planned_definition::version& v : d.versions) {
            const step at = v.of->at;
            if (in_force(v.place, at) != truth::yes) continue;
            const value answer = evaluate_readings(v.is, at);
            if (d.has_index != catalogue::none) {
                if (answer.is_null())
                    facts_.values[d.has_index] = value(false);
                else if (!answer.is_unknown())
                    facts_.values[d.has_index] = value(true);
            }
            if (answer.is_null()) return;
            facts_.values[d.fact_index] = answer;
            trace(*v.is.root, d.fact_index);
            return;
        }
    }
    /// A definition that rests on a list in doubt is computed of each way of reading it.
    [[nodiscard]] value evaluate_readings(const planned_formula& f, step at) {
        const auto& doubtful = facts_.in_doubt;
        if (std::none_of(doubtful.begin(), doubtful.end(), [&](std::size_t i) {
                return std::binary_search(f.facts.begin(), f.facts.end(), i);
            }))
            return evaluate(*f.root, environment_at(at));
        prepare(f);  // what it rests on has readings of its own, and is not computed midway
        std::optional<value> answer;
        for (const std::vector<value>& lists : facts_.readings) {
            for (std::size_t i = 0; i < doubtful.size(); ++i)
                facts_.values[doubtful[i]] = lists[i];
            const value one = evaluate(*f.root, environment_at(at));
            answer = answer ? detail::either(*answer, one) : one;
        }
        for (const std::size_t i : doubtful) facts_.values[i] = value();
        return *answer;
    }
    // A definition's value is said to come from the first fact that it was computed from. Where facts
    // are read on demand nothing is told of it.
    void trace(const node& n, std::size_t to) {
        if (rest_ != nullptr || facts_.sources[to].section != nullptr) return;
        if (n.kind == node_kind::fact) {
            if (awaits(n.fact_index)) bring(n.fact_index);
            facts_.sources[to] = facts_.sources[n.fact_index];
            return;
        }
        for (const node_ptr& child : n.children) trace(*child, to);
    }

    const rulebook_plan* plan_;
    fact_values facts_;
    case_terms terms_;
    std::array<planned_tables, step_count> tables_;
    std::array<std::optional<interval<civil_date>>, step_count> law_days_;  ///< on which versions are chosen
    mutable std::vector<std::optional<version_choice>> choices_;            ///< made when first asked for
    enum computing : char { not_yet, here, handed_over };
    std::vector<computing> computed_;
    int nesting_ = 0;  ///< definitions that are being computed
    std::unique_ptr<const fact_source> rest_;
};

}  // namespace xuanren
