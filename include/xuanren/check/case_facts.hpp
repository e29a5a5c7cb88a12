// include/xuanren/check/case_facts.hpp
#pragma once

#include <xuanren/check/check_case.hpp>
#include <xuanren/engine/judge.hpp>
#include <xuanren/engine/rulebook_resolve.hpp>
#include <xuanren/io/rule_json.hpp>
#include <xuanren/io/value_json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

[[nodiscard]] inline problem case_problem(std::string code, const std::string& at, std::string found, text expected,
                                          text message) {
    problem out;
    out.code = std::move(code);
    out.at = at;
    out.found = std::move(found);
    out.expected = std::move(expected);
    out.message = std::move(message);
    return out;
}

/// Puts the facts of a case row into their places; what is stated as none makes `has_` false.
class case_facts {
public:
    case_facts(const rulebook_plan& plan, std::vector<problem>& out) : plan_(&plan), out_(&out) {}

    [[nodiscard]] fact_values read(const rule_json& row) {
        const catalogue& facts = *plan_->parts.facts;
        fact_values out(facts.size());
        if (!row.is_object()) {
            out_->push_back(case_problem("XR-CASE-002", "", "", {"对象", "an object"},
                                         {"事实应为对象", "the facts must be an object: name, value"}));
            return out;
        }
        for (const auto& [name, json] : row.items()) {
            const std::size_t index = facts.index_of(name);
            if (index == catalogue::none) {
                out_->push_back(case_problem("XR-CASE-001", "/" + escaped_pointer(name), name,
                                             {"事实目录中的名称", "a name of the catalogue of facts"},
                                             {"未知的事实“" + name + "”", "unknown fact \"" + name + "\""}));
                continue;
            }
            given_.push_back(index);
            // Not every guard says that this very fact is there: exceptional.type rests on has_exceptional.
            const std::size_t has = facts.index_of(has_name(facts[index].name));
            const bool has_own = has != catalogue::none;
            const std::size_t guard =
                has_own ? has : facts[index].guard.empty() ? catalogue::none : facts.index_of(facts[index].guard);
            if (json.is_null()) {
                if (!has_own) {
                    out_->push_back(case_problem(
                        "XR-CASE-003", "/" + escaped_pointer(name), "null",
                        {"值；不知道的不写", "a value; leave out what is not known"},
                        {"“" + name + "”不能写明为无", "\"" + name + "\" cannot be stated as none"}));
                } else if (!row.contains(facts[has].name) && !row.contains(facts[has].zh)) {
                    out.set(has, value(false));
                }
                if (has_own) given_.push_back(has);
                continue;
            }
            auto v = value_from_json(json, facts[index].value_type, facts);
            if (!v) {
                for (problem p : v.problems()) {
                    p.at = "/" + escaped_pointer(name) + p.at;
                    out_->push_back(std::move(p));
                }
                continue;
            }
            out.set(index, std::move(v).value());
            for (const std::size_t g : {guard, facts[index].guard.empty() ? catalogue::none
                                                                         : facts.index_of(facts[index].guard)}) {
                if (g == catalogue::none || row.contains(facts[g].name) || row.contains(facts[g].zh)) continue;
                out.set(g, value(true));
                given_.push_back(g);
            }
        }
        return out;
    }
    [[nodiscard]] const std::vector<std::size_t>& given() const noexcept { return given_; }

private:
    const rulebook_plan* plan_;
    std::vector<problem>* out_;
    std::vector<std::size_t> given_;
};

/// The steps of a case row: the date given serves every step that no fact dates.
[[nodiscard]] inline step_dates steps_of_row(const catalogue& facts, const fact_values& values,
                                             const std::optional<civil_date>& on, step at) {
    constexpr std::array<std::string_view, step_count> names = {
        "procedure.motion_on",       "procedure.recommendation_on", "procedure.candidates_on",
        "procedure.inspection_from", "procedure.consultation_on",   "procedure.discussion_on",
        "procedure.notice_from",     "appointment.effective_on"};
    step_dates out;
    for (std::size_t s = 0; s < step_count; ++s) {
        out.entries[s].state = step_state::done;
        if (on) out.entries[s].date = days_of(*on);
        if (static_cast<step>(s) == at && on) continue;
        const std::size_t index = facts.index_of(names[s]);
        if (index == catalogue::none) continue;
        if (const auto* d = values.values[index].as<interval<civil_date>>()) out.entries[s].date = *d;
    }
    return out;
}

}  // namespace detail

}  // namespace xuanren
