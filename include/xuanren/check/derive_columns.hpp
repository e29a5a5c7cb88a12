// include/xuanren/check/derive_columns.hpp
#pragma once

#include <xuanren/check/appointment_terms.hpp>
#include <xuanren/check/case_columns.hpp>
#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/evaluation.hpp>
#include <xuanren/engine/facts_named.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace xuanren {

namespace detail {

[[nodiscard]] inline value list_of(std::vector<std::string> words) {
    auto made = std::make_shared<list_value>();
    for (std::string& w : words) made->items.emplace_back(std::move(w));
    return value(std::shared_ptr<const list_value>(std::move(made)));
}

/// What is said of rules, as lists by said_of_rules; what was attested after the review is left out.
[[nodiscard]] inline std::array<std::vector<std::string>, 3> said_in(const appointment_terms& terms, const std::optional<civil_date>& review) {
    std::array<std::vector<std::string>, 3> out;
    for (const recorded_judgement& a : terms.attestations) {
        if (!a.holds || (review && a.on && days_of(*a.on).low() > *review)) continue;
        out[*a.holds ? attested_holds : attested_fails].push_back(a.rule);
    }
    out[departed] = terms.departures;
    return out;
}

}  // namespace detail

XUANREN_INLINE case_columns::case_columns(const rulebook& book, const check_options& how)
    : book_(book), how_(how), own_facts_(own_facts(*book.facts())), steps_(step_count, value_column(types::date)),
      said_(detail::said_names.size(), value_column(types::list_of(types::string))) {
    const catalogue& facts = *book_.facts();
    std::vector<std::size_t> named = facts_named(book_.plan(), how.include_unverified);
    // A kind that the records contradict is asked about, whatever the rules name.
    for (const char* kind : {"appointment.kind", "appointment.derived_kind"})
        if (const std::size_t i = facts.index_of(kind); i != catalogue::none && !std::binary_search(named.begin(), named.end(), i))
            named.insert(std::upper_bound(named.begin(), named.end(), i), i);
    for (const std::size_t i : named) {
        if (is_column_type(facts[i].value_type)) facts_.push_back({i, value_column(facts[i].value_type)});
        else left_out_.push_back(facts[i].name);
    }
}

XUANREN_INLINE std::vector<problem> case_columns::add(const dossier& records) {
    const catalogue& facts = *book_.facts();
    const prepared_dossier prepared(records);
    derive_options wanted;
    wanted.scope = {how_.on, how_.stage};
    std::vector<problem> out;
    const auto tell = [&](const char* code, std::size_t fact, text expected, text message) {
        problem p = detail::column_problem(code, facts[fact].name, std::move(expected), std::move(message));
        p.line = static_cast<int>(ids_.size());
        out.push_back(std::move(p));
    };
    for (std::size_t a = 0; a < records.appointments.size(); ++a) {
        const appointment_terms terms(records, a, how_);
        ids_.push_back(records.appointments[a].id);
        for (std::size_t s = 0; s < step_count; ++s) {
            const auto& [date, state] = terms.steps.entries[s];
            (void)steps_[s].add(date ? value(*date) : value());
            states_[s].push_back(static_cast<std::int8_t>(state));
        }
        auto said = detail::said_in(terms, how_.on);
        for (std::size_t i = 0; i < said.size(); ++i) (void)said_[i].add(detail::list_of(std::move(said[i])));
        case_evaluation c(book_.plan(), derive_on_demand(facts, prepared, a, own_facts_, wanted), terms.under(how_));
        for (auto& [index, values] : facts_) {
            const value& held = c.value_of(index);
            if (!values.add(held))
                tell("XR-COL-013", index, {"列能存放的值", "a value that a column can hold"},
                     {"任免事项“" + ids_.back() + "”的“" + facts[index].zh + "”不能存入列，按情况不明处理",
                      "appointment \"" + ids_.back() + "\": no column can hold " + facts[index].name + ", which is taken as unknown"});
        }
        for (const auto& [index, why] : c.facts().failed)
            tell("XR-COL-012", index, {"能读取的事实", "a fact that can be read"},
                 {"任免事项“" + ids_.back() + "”的“" + facts[index].zh + "”读取失败，按情况不明处理：" + why,
                  "appointment \"" + ids_.back() + "\": reading " + facts[index].name + " failed, and it is taken as unknown: " + why});
    }
    return out;
}

XUANREN_INLINE table_view case_columns::view() {
    table_view out;
    for (auto& [index, values] : facts_) values.show((*book_.facts())[index].name, out);
    for (std::size_t s = 0; s < step_count; ++s) {
        const std::string name = "step." + std::string(step_words[s]);
        steps_[s].show(name, out);
        out.add(name + ".state", column_view::dictionary<std::int8_t>(states_[s], detail::step_state_words));
    }
    for (std::size_t i = 0; i < said_.size(); ++i) said_[i].show(std::string(detail::said_names[i]), out);
    out.rows = rows();
    return out;
}

XUANREN_INLINE column_options case_columns::options() const {
    column_options out;
    out.review = how_.on;
    out.stage = how_.stage;
    out.law_date = how_.law_date;
    out.include_unverified = how_.include_unverified;
    out.calendar = how_.calendar;
    return out;
}

}  // namespace xuanren
