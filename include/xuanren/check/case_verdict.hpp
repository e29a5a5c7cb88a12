// include/xuanren/check/case_verdict.hpp
#pragma once

#include <xuanren/check/case_facts.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

XUANREN_INLINE result<std::optional<verdict>> evaluate_case(const rulebook& book,
                                                             std::string_view rule_id,
                                                             const case_row& row) {
    std::vector<problem> problems;
    const rulebook_plan& plan = book.plan();
    const auto found = std::find_if(plan.rules.begin(), plan.rules.end(),
                                    [&](const planned_rule& r) { return r.of->id() == rule_id; });
    if (found == plan.rules.end())
        return detail::case_problem("XR-CASE-004", "", std::string(rule_id),
                                    {"规则集中规则的编号", "the id of a rule of the book"},
                                    {"规则集中没有“" + std::string(rule_id) + "”",
                                     "the rulebook has no rule \"" + std::string(rule_id) + "\""});
    const detail::rule_json json = detail::parse_rule_json("", row.facts, problems);
    if (!problems.empty()) return problems;
    detail::case_facts reader(plan, problems);
    fact_values facts = reader.read(json);
    if (!problems.empty()) return problems;

    case_terms terms;
    terms.steps = detail::steps_of_row(*book.facts(), facts, row.on, found->of->at());
    terms.review = row.review;
    terms.attestations = row.attestations;
    terms.departures = row.departures;
    terms.by_reference = row.by_reference;
    terms.calendar = row.calendar;
    case_evaluation c(plan, std::move(facts), terms);
    for (const std::size_t given : reader.given()) c.mark_given(given);
    const truth in_force = row.on ? c.in_force(found->place, found->of->at()) : truth::yes;
    if (in_force == truth::no) return std::optional<verdict>();
    verdict out = judge(c, *found, true);
    if (in_force == truth::unknown) out.status = status::undetermined;
    return std::optional<verdict>(std::move(out));
}

}  // namespace xuanren
