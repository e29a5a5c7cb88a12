// include/xuanren/engine/columns/row_case.hpp
#pragma once

#include <xuanren/engine/columns/column_options.hpp>
#include <xuanren/engine/columns/column_values.hpp>
#include <xuanren/engine/evaluation.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// One row as the row evaluator takes it 行案情.
struct row_case {
    fact_values facts;
    case_terms terms;
    std::vector<std::size_t> given;  ///< the facts that have a column
    std::vector<recorded_judgement> attestations = {};  ///< that the terms show
    std::vector<std::string> departures = {};

    /// Requires: made of this row's facts and terms.
    void mark(case_evaluation& c) const {
        for (const std::size_t i : given) c.mark_given(i);
    }
};

/// `needed`: the facts to read, sorted; null for all.
[[nodiscard]] inline row_case read_row(const rulebook_plan& plan, const column_places& places,
                                       const column_options& options, const table_view& table, std::size_t row,
                                       const std::vector<std::size_t>* needed = nullptr) {
    const catalogue& facts = *plan.parts.facts;
    row_case out{fact_values(facts.size()), {}, {}};
    fact_values& held = out.facts;
    const auto read = [&](std::size_t i) {
        if (places.facts[i].value == no_ref) return;
        held.set(i, value_between(table, places.facts[i], row, facts[i].value_type));
        out.given.push_back(i);
    };
    if (needed == nullptr)
        for (std::size_t i = 0; i < facts.size(); ++i) read(i);
    else
        for (const std::size_t i : *needed) read(i);
    case_terms& terms = out.terms;
    for (std::size_t s = 0; s < step_count; ++s) {
        auto& entry = terms.steps.entries[s];
        entry.state = step_state::done;
        value date;
        if (places.steps[s].value != no_ref)
            date = value_between(table, places.steps[s], row, types::date);
        else if (const std::size_t fact = places.step_facts[s]; fact != catalogue::none)
            date = value_between(table, places.facts[fact], row, types::date);
        if (const auto* d = date.as<interval<civil_date>>()) entry.date = *d;
        else if (options.on) entry.date = days_of(*options.on);
        if (places.states[s] != no_ref) entry.state = state_at(table.columns[places.states[s]].values, row);
    }
    terms.review = options.review;
    terms.stage = options.stage;
    terms.law_date = options.law_date;
    terms.calendar = options.calendar;
    for (const auto list : {attested_holds, attested_fails})
        for (std::string& rule : words_at(table, places.said[list], row)) {
            recorded_judgement said;
            said.rule = std::move(rule);
            said.holds = list == attested_holds;
            out.attestations.push_back(std::move(said));
        }
    out.departures = words_at(table, places.said[departed], row);
    terms.attestations = out.attestations;
    terms.departures = out.departures;
    return out;
}

}  // namespace xuanren::detail
