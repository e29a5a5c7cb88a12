// include/xuanren/engine/earliest.hpp
#pragma once

#include <xuanren/engine/evaluation.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// The facts that are the day of a step itself; they move with the reference date. The first day of
/// what lasts (inspection, notice) does not: it cannot move without its last.
[[nodiscard]] inline std::vector<std::size_t> facts_of_step(const catalogue& facts, step at) {
    constexpr std::array<std::string_view, step_count> names = {
        "procedure.motion_on", "", "procedure.candidates_on", "", "procedure.consultation_on",
        "procedure.discussion_on", "", "appointment.effective_on"};
    std::vector<std::size_t> out;
    const auto add = [&](std::string_view name) {
        if (name.empty()) return;
        if (const std::size_t i = facts.index_of(name); i != catalogue::none) out.push_back(i);
    };
    add(names[static_cast<std::size_t>(at)]);
    if (at == step::discussion) add("appointment.decided_on");
    return out;
}

/// One rule's reference date being moved: its step's own facts and the definitions that look at the
/// reference date go with it; all else, and the version, stay. Everything is put back at the end.
class moved_reference {
public:
    moved_reference(case_evaluation& c, const planned_rule& r)
        : c_(&c), at_(r.at), kept_(c.reference(at_)),
          days_(facts_of_step(*c.plan().parts.facts, at_)) {
        for (const std::size_t i : days_) values_.push_back(c.value_of(i));
        const auto& definitions = c.plan().definitions;
        for (const std::size_t s : definitions_of(r)) {
            if (c.is_given(s)) continue;
            for (const planned_definition::version& v : definitions[s].versions)
                if (v.of->at == at_ && v.is.root != nullptr && looks(*v.is.root)) {
                    slots_.push_back(s);
                    break;
                }
        }
    }
    moved_reference(const moved_reference&) = delete;
    moved_reference& operator=(const moved_reference&) = delete;
    ~moved_reference() {
        c_->set_reference(at_, kept_);
        for (std::size_t i = 0; i < days_.size(); ++i) c_->override_fact(days_[i], std::move(values_[i]));
        c_->compute_again(slots_);
    }

    void to(const civil_date& day) {
        c_->set_reference(at_, days_of(day));
        for (std::size_t i = 0; i < days_.size(); ++i)
            if (values_[i].as<interval<civil_date>>() != nullptr) c_->override_fact(days_[i], value(day));
        c_->compute_again(slots_);
    }

    /// Whether an expression's value may change with the reference date. A table's rows do not: they
    /// are those of the version, which stays.
    [[nodiscard]] bool looks(const node& n) const {
        if (n.kind == node_kind::elapsed || (n.kind == node_kind::call && n.name.starts_with("time in")))
            return true;
        if (n.kind == node_kind::fact) return is_step_day(n) || is_derived(n.fact_index);
        return std::any_of(n.children.begin(), n.children.end(), [&](const node_ptr& c) { return looks(*c); });
    }
    [[nodiscard]] bool is_step_day(const node& n) const {
        return n.kind == node_kind::fact && std::find(days_.begin(), days_.end(), n.fact_index) != days_.end();
    }

private:
    /// All that a rule rests on, in the order of computing.
    [[nodiscard]] std::vector<std::size_t> definitions_of(const planned_rule& r) const {
        std::vector<std::size_t> out;
        c_->plan().each_formula(r, [&](const planned_formula& f) {
            out.insert(out.end(), f.definitions.begin(), f.definitions.end());
        });
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
    [[nodiscard]] bool is_derived(std::size_t fact) const {
        return std::any_of(slots_.begin(), slots_.end(), [&](std::size_t s) {
            const planned_definition& d = c_->plan().definitions[s];
            return d.fact_index == fact || d.has_index == fact;
        });
    }

    case_evaluation* c_;
    step at_;
    std::optional<interval<civil_date>> kept_;
    std::vector<std::size_t> days_, slots_;
    std::vector<value> values_;
};

/// Gathers the days on which a test that looks at the reference date may change its answer.
class critical_days {
public:
    static constexpr int years_ahead = 60;

    critical_days(case_evaluation& c, const planned_rule& r, moved_reference& moved, const civil_date& from)
        : c_(&c), rule_(&r), moved_(&moved), with_(c.environment_at(r.at, r.of->id())), from_(from) {}

    void visit(const node& n) {
        const bool is_branch = n.kind == node_kind::conjunction || n.kind == node_kind::disjunction ||
                               n.kind == node_kind::negation || n.kind == node_kind::conditional;
        if (is_branch) {
            for (const node_ptr& child : n.children) visit(*child);
        } else if (moved_->looks(n)) {
            visit_test(n);
        }
    }

    /// Those after `from`, in order; empty where nothing looks at the reference date.
    [[nodiscard]] std::vector<civil_date> take() {
        for (const node* test : others_) search(*test);
        std::vector<civil_date> out;
        for (const civil_date& d : days_)
            for (const int shift : {-1, 0, 1}) {
                const civil_date near = d + xuanren::days(shift);
                if (near > from_) out.push_back(near);
            }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

private:
    void visit_test(const node& n) {
        // elapsed(x) against a fixed bound changes where x plus the bound is reached, or a month on.
        if (n.kind == node_kind::comparison &&
            (visit_elapsed(*n.children[0], *n.children[1]) || visit_elapsed(*n.children[1], *n.children[0])))
            return;
        if (n.kind == node_kind::between && visit_elapsed(*n.children[0], *n.children[1]) &&
            visit_elapsed(*n.children[0], *n.children[2]))
            return;
        // The day of the step against other dates changes at those.
        bool is_plain = n.kind == node_kind::comparison || n.kind == node_kind::between;
        for (const node_ptr& child : n.children) {
            if (!is_plain || moved_->is_step_day(*child)) continue;
            is_plain = !moved_->looks(*child) && add_dates(evaluate(*child, with_));
        }
        if (is_plain) return;
        // Any other reckoning with elapsed() changes with one of its full months at the latest.
        if (!add_full_months(n)) others_.push_back(&n);
    }

    bool visit_elapsed(const node& side, const node& other) {
        if (side.kind != node_kind::elapsed || moved_->looks(*side.children[0]) || moved_->looks(other))
            return false;
        const value since = evaluate(*side.children[0], with_);
        const value bound = evaluate(other, with_);
        const auto* dates = since.as<interval<civil_date>>();
        const auto* counts = bound.as<interval<months>>();
        if (dates == nullptr || counts == nullptr) return true;  // unknown whatever the day
        for (const civil_date& d : {dates->low(), dates->high()})
            for (const months m : {counts->low(), counts->high()}) {
                days_.push_back(d + m);
                days_.push_back(d + (m + months(1)));
            }
        return true;
    }

    bool add_dates(const value& v) {
        const auto* dates = v.as<interval<civil_date>>();
        if (dates == nullptr) return v.is_unknown();
        days_.push_back(dates->low());
        days_.push_back(dates->high());
        return true;
    }

    bool add_full_months(const node& n) {
        if (n.kind == node_kind::elapsed) {
            if (moved_->looks(*n.children[0])) return false;
            const value since = evaluate(*n.children[0], with_);
            const auto* dates = since.as<interval<civil_date>>();
            if (dates == nullptr) return since.is_unknown();
            for (const civil_date& d : {dates->low(), dates->high()}) {
                const std::int64_t first = elapsed_months(d, from_).count();
                for (std::int64_t m = first; m <= first + std::int64_t{12} * years_ahead; ++m)
                    days_.push_back(d + months(m));
            }
            return true;
        }
        if (!moved_->looks(n)) return true;
        if (n.children.empty() || n.kind == node_kind::call || n.kind == node_kind::filter ||
            n.kind == node_kind::some || n.kind == node_kind::every || n.kind == node_kind::for_each)
            return false;
        bool all = true;
        for (const node_ptr& child : n.children) all = all && add_full_months(*child);
        return all;
    }

    /// The day on which a test that rests on a length of service first answers otherwise: such a
    /// length only grows, so that day is found by halving.
    void search(const node& test) {
        const auto answer = [&](std::int64_t ahead) {
            moved_->to(from_ + xuanren::days(ahead));
            return evaluate(test, c_->environment_at(rule_->at, rule_->of->id())).to_truth();
        };
        const truth now = answer(0);
        std::int64_t same = 0;
        std::int64_t changed = 1;
        constexpr std::int64_t furthest = std::int64_t{366} * years_ahead;
        while (answer(changed) == now) {
            same = changed;
            changed *= 2;
            if (changed > furthest) return;
        }
        while (changed - same > 1) {
            const std::int64_t middle = same + (changed - same) / 2;
            (answer(middle) == now ? same : changed) = middle;
        }
        days_.push_back(from_ + xuanren::days(changed));
        // What is unknown between no and yes: the day on which it is known again.
        if (answer(changed) != truth::unknown) return;
        std::int64_t open = changed;
        std::int64_t known = changed + 1;
        while (answer(known) == truth::unknown) {
            open = known;
            known += known - changed + 1;
            if (known > furthest) return;
        }
        while (known - open > 1) {
            const std::int64_t middle = open + (known - open) / 2;
            (answer(middle) == truth::unknown ? open : known) = middle;
        }
        days_.push_back(from_ + xuanren::days(known));
    }

    case_evaluation* c_;
    const planned_rule* rule_;
    moved_reference* moved_;
    environment with_;
    civil_date from_;
    std::vector<civil_date> days_;
    std::vector<const node*> others_;
};

}  // namespace detail

/// The first day on which a violated rule would not be violated, nothing but time having passed 最早可行日.
///
/// The rule's reference date is moved, with the facts that are the day of its step and the definitions
/// that look at it; everything else and the version stay. Exact: it looks at every day on which some
/// test of the rule can change. Empty where no day helps.
[[nodiscard]] inline std::optional<civil_date> earliest_day(case_evaluation& c, const planned_rule& r) {
    const std::optional<interval<civil_date>> reference = c.reference(r.at);
    if (!reference || !reference->is_exact() || r.of->holds_callback()) return std::nullopt;
    detail::moved_reference moved(c, r);
    detail::critical_days critical(c, r, moved, reference->low());
    for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band})
        if (f->root != nullptr) critical.visit(*f->root);
    for (const auto& use : r.exceptions)
        if (const planned_formula& when = c.plan().exceptions[use.index].when; when.root != nullptr)
            critical.visit(*when.root);
    for (const civil_date& day : critical.take()) {
        moved.to(day);
        const status s = c.judge(r).status;
        if (s == status::satisfied || s == status::not_applicable || s == status::excepted) return day;
    }
    return std::nullopt;
}

}  // namespace xuanren
