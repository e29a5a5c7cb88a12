// include/xuanren/engine/plan.hpp
#pragma once

#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/rulebook_parts.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/engine/timeline.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// A formula ready to be evaluated: what it rests on is known beforehand.
struct planned_formula {
    const node* root = nullptr;                  ///< null where there is none
    const formula::callback* call = nullptr;     ///< instead of a root
    std::vector<std::size_t> definitions;        ///< slots to compute first, in their order
    std::vector<std::size_t> facts;              ///< every fact that it rests on, sorted

    [[nodiscard]] bool is_empty() const noexcept { return root == nullptr && call == nullptr; }
};

/// Which version of which family something belongs to; no family: always in force.
struct planned_place {
    static constexpr std::size_t always = static_cast<std::size_t>(-1);
    std::size_t family = always;
    std::size_t version = 0;
};

struct planned_exception {
    std::shared_ptr<const exception> of;
    planned_place place;
    planned_formula when;
    std::vector<std::size_t> set_aside_by;  ///< other exceptions, by index
};

/// A part of a scope, asked once a case however many rules begin with it 共同条件.
struct planned_test {
    const node* of;
    step at;  ///< the first rule's; where the answer hangs on the reference date, every rule's
};

struct planned_rule {
    struct exception_use {
        std::size_t index;
        bool loosens;  ///< a lower instrument's: ends in judgement, never in excepted
    };
    planned_rule() = default;
    explicit planned_rule(std::shared_ptr<const rule> r)
        : of(std::move(r)),
          at(of->at()),
          stage(of->stage()),
          about(of->about()),
          is_unverified(of->basis() == basis::unverified) {}

    // What decides whether a rule applies stands together, some of the rule's own words among it:
    // a review goes through all rules, and most do not apply.
    std::shared_ptr<const rule> of;
    planned_place place;
    step at = step::discussion;
    step stage = step::discussion;
    rule_subject about = rule_subject::appointment;
    bool is_unverified = false;
    std::vector<std::uint32_t> scope_tests;  ///< the conjuncts of `scope`, among the plan's tests
    planned_formula outer_scope;  ///< the instrument's `applies`
    planned_formula scope;
    planned_formula requirement;
    planned_formula band;
    planned_formula due;
    planned_formula met;
    node_ptr in_time;             ///< met <= due, where the rule says when it was met
    std::vector<exception_use> exceptions;
    std::string loosened_by;      ///< "without", or the id of the rule that took its place
    bool asks_regime = false;     ///< whether its instrument reaches some cases by reference
};

struct planned_definition {
    struct version {
        std::shared_ptr<const definition> of;
        planned_place place;
        planned_formula is;
    };
    std::size_t fact_index;
    std::size_t has_index;
    std::vector<version> versions;
};

struct planned_table {
    struct part {
        std::shared_ptr<const table> of;
        validity in_force;
    };
    std::string name;
    std::vector<part> parts;
};

/// A rulebook indexed for evaluation 执行计划.
struct rulebook_plan {
    rulebook_parts parts;
    std::vector<family_timeline> families;
    std::vector<planned_rule> rules;            ///< by instrument, article, paragraph, item, id
    std::vector<planned_test> tests;            ///< what the rules' scopes are made of
    std::vector<planned_exception> exceptions;
    std::vector<planned_definition> definitions;  ///< each after those that it rests on
    std::vector<std::vector<std::size_t>> defined_by;  ///< by fact: the definitions that give it
    std::vector<char> defined;                    ///< by fact: whether one does
    std::vector<planned_table> tables;
    std::vector<bool> needed;                   ///< by fact: whether anything rests on it
    std::vector<std::string> loosened;
    std::size_t unverified = 0;                 ///< rules that are off unless asked for
    bool has_local = false;                     ///< a provincial or local rule is in it
    std::size_t regime_fact = catalogue::none;  ///< target.regime
    node_ptr regime_node;
    planned_formula regime;                     ///< target.regime, and what it rests on
    std::string digest;

    /// Calls f for every formula that decides on a rule.
    template <class F>
    void each_formula(const planned_rule& r, F f) const {
        for (const planned_formula* own : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met})
            f(*own);
        for (const planned_rule::exception_use& use : r.exceptions) {
            f(exceptions[use.index].when);
            for (const std::size_t by : exceptions[use.index].set_aside_by) f(exceptions[by].when);
        }
    }
};

/// A rulebook's tables as seen from one reference date.
class planned_tables final : public table_source {
public:
    planned_tables() = default;
    planned_tables(const rulebook_plan& plan, std::optional<interval<civil_date>> reference)
        : plan_(&plan), reference_(std::move(reference)) {}

    [[nodiscard]] value look_up(std::string_view name, std::span<const value> keys,
                                const std::optional<interval<civil_date>>& on) const override {
        if (plan_ == nullptr) return {};
        const auto& date = on ? on : reference_;
        if (!date) return {};
        const planned_table* t = nullptr;
        for (const planned_table& candidate : plan_->tables)
            if (candidate.name == name) t = &candidate;
        if (t == nullptr) return {};
        bool is_none = false;
        bool is_possible = false;
        for (const planned_table::part& part : t->parts) {
            const truth in_force = part.in_force.on(*date);
            if (in_force == truth::no) continue;
            const table::row* found = find(*part.of, keys);
            if (found != nullptr && in_force == truth::yes) return found->answer;
            is_possible = is_possible || found != nullptr || in_force == truth::unknown;
            is_none = is_none || part.of->can_be_none;
        }
        if (is_none && !is_possible) return null_value{};
        return {};
    }

private:
    [[nodiscard]] static bool is_alike(const value& a, const value& b) {
        if (const auto* s = a.as<std::shared_ptr<const std::string>>()) {
            const auto* t = b.as<std::shared_ptr<const std::string>>();
            return t != nullptr && **s == **t;
        }
        return a.held() == b.held();
    }
    [[nodiscard]] static const table::row* find(const table& t, std::span<const value> keys) {
        for (const table::row& row : t.rows) {
            bool all = row.keys.size() == keys.size();
            for (std::size_t i = 0; all && i < keys.size(); ++i) all = is_alike(row.keys[i], keys[i]);
            if (all) return &row;
        }
        return nullptr;
    }

    const rulebook_plan* plan_ = nullptr;
    std::optional<interval<civil_date>> reference_;
};

}  // namespace xuanren
