// include/xuanren/engine/earliest.hpp
#pragma once

#include <xuanren/engine/evaluation.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
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

/// Gathers the days on which a test that looks at the reference date may change its answer.
class critical_days {
public:
    critical_days(const environment& with, const std::vector<std::size_t>& moving)
        : with_(&with), moving_(&moving) {}

    void visit(const node& n) {
        if (n.kind == node_kind::comparison || n.kind == node_kind::between || n.kind == node_kind::membership)
            visit_test(n);
        for (const node_ptr& child : n.children) visit(*child);
    }
    [[nodiscard]] bool depends() const noexcept { return depends_; }
    [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }

    /// Days after `from`, in order.
    [[nodiscard]] std::vector<civil_date> take(const civil_date& from) {
        std::vector<civil_date> out;
        for (const civil_date& d : days_)
            for (const int shift : {-1, 0, 1}) {
                const civil_date near = d + xuanren::days(shift);
                if (near > from) out.push_back(near);
            }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    [[nodiscard]] bool looks_at_reference(const node& n) const {
        if (n.kind == node_kind::elapsed) return true;
        // A table's rows are those of the version, which stays.
        if (n.kind == node_kind::call && (n.name == "time in")) return true;
        if (n.kind == node_kind::fact)
            return std::find(moving_->begin(), moving_->end(), n.fact_index) != moving_->end();
        return std::any_of(n.children.begin(), n.children.end(),
                           [&](const node_ptr& c) { return looks_at_reference(*c); });
    }

private:
    void visit_test(const node& n) {
        if (!looks_at_reference(n)) return;
        depends_ = true;
        // elapsed(x) against a fixed bound changes where x plus the bound is reached, or a month on.
        const node& left = *n.children[0];
        const bool is_plain = n.kind == node_kind::comparison;
        if (is_plain && visit_elapsed(left, *n.children[1])) return;
        if (is_plain && visit_elapsed(*n.children[1], left)) return;
        if (n.kind == node_kind::between && visit_elapsed(left, *n.children[1]) &&
            visit_elapsed(left, *n.children[2]))
            return;
        // A date against another changes at that other.
        bool all_dates = true;
        for (const node_ptr& child : n.children) {
            const bool is_moving = child->kind == node_kind::fact && looks_at_reference(*child);
            if (is_moving) continue;
            if (looks_at_reference(*child) || !add_dates(evaluate(*child, *with_))) all_dates = false;
        }
        if (!all_dates) is_complete_ = false;
    }

    bool visit_elapsed(const node& side, const node& other) {
        if (side.kind != node_kind::elapsed || looks_at_reference(*side.children[0]) || looks_at_reference(other))
            return false;
        const value from = evaluate(*side.children[0], *with_);
        const value bound = evaluate(other, *with_);
        const auto* dates = from.as<interval<civil_date>>();
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

    const environment* with_;
    const std::vector<std::size_t>* moving_;
    std::vector<civil_date> days_;
    bool depends_ = false;
    bool is_complete_ = true;
};

}  // namespace detail

/// The first day on which a violated rule would not be violated, nothing but time having passed 最早可行日.
///
/// The rule's reference date is moved, with the facts that are the date of its step; everything else
/// and the version stay. Exact: it looks at every day on which some test of the rule can change, or,
/// where a test computes on the reference date in another way, at every day of ten years.
[[nodiscard]] inline std::optional<civil_date> earliest_day(case_evaluation& c, const planned_rule& r) {
    const step at = r.of->at();
    const std::optional<interval<civil_date>> reference = c.reference(at);
    if (!reference || !reference->is_exact() || r.of->holds_callback()) return std::nullopt;
    const catalogue& facts = *c.plan().parts.facts;
    const std::vector<std::size_t> moving = detail::facts_of_step(facts, at);
    const environment with = c.environment_at(at, r.of->id());
    detail::critical_days days(with, moving);
    for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band})
        if (f->root != nullptr) days.visit(*f->root);
    const bool own = days.depends();
    for (const auto& use : r.exceptions)
        if (const planned_formula& when = c.plan().exceptions[use.index].when; when.root != nullptr)
            days.visit(*when.root);
    // An exception alone, approved before the meeting say, is no matter of waiting.
    if (!own) return std::nullopt;

    std::vector<std::pair<std::size_t, value>> kept;
    for (const std::size_t i : moving) kept.emplace_back(i, c.facts().values[i]);
    const auto helps = [&](const civil_date& day) {
        c.move_reference(at, day);
        for (const auto& [index, v] : kept)
            if (v.as<interval<civil_date>>() != nullptr) c.override_fact(index, value(day));
        const status s = c.judge(r).status;
        return s == status::satisfied || s == status::not_applicable || s == status::excepted;
    };
    std::optional<civil_date> found;
    const civil_date from = reference->low();
    if (days.is_complete()) {
        for (const civil_date& day : days.take(from))
            if (helps(day)) {
                found = day;
                break;
            }
    } else {
        constexpr int most = 10 * 366;
        civil_date day = from;
        for (int i = 0; i < most && !found; ++i) {
            day = day + xuanren::days(1);
            if (helps(day)) found = day;
        }
    }
    c.restore_reference(at, reference);
    for (auto& [index, v] : kept) c.override_fact(index, std::move(v));
    return found;
}

}  // namespace xuanren
