// include/xuanren/engine/columns/column_plan_make.hpp
#pragma once

#include <xuanren/engine/columns/column_plan_parts.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

XUANREN_INLINE result<column_plan> column_plan::make(const rulebook& book, const table_schema& schema,
                                                     const column_options& options) {
    std::vector<problem> problems;
    if (book.is_empty())
        return detail::rule_problem("XR-RULE-024", {}, "", "", {"至少一条规则", "one rule at least"},
                                    {"规则集为空，什么都没有审核", "the rulebook is empty: nothing would be checked"});
    auto made = std::make_shared<parts>();
    made->book = book;
    made->schema = schema;
    made->options = options;
    made->places = detail::schema_reader(*book.facts(), schema).read(problems);
    if (!problems.empty()) return problems;
    made->days = detail::working_day_table(options.calendar);
    std::vector<detail::row_rule> by_row;
    detail::program_rules(book.plan(), made->places, made->schema, options, made->program, made->strings).compile(by_row);
    for (detail::row_rule& r : by_row) made->by_row.push_back({std::move(r.id), std::move(r.reason)});
    made->index_rules();
    made->index_columns();
    column_plan out;
    out.parts_ = std::move(made);
    return out;
}

inline void column_plan::parts::index_rules() {
    using key = std::tuple<detail::truth_ref, detail::truth_ref, detail::truth_ref, std::uint32_t>;
    std::map<key, std::uint32_t> known;
    for (const detail::rule_code& code : program.rules) {
        rules.push_back(book.plan().rules[code.rule].of);
        const key k(code.in_force, code.in_force_at_discussion, code.at_not_yet, code.family);
        const auto [at, is_new] = known.emplace(k, static_cast<std::uint32_t>(standings.size()));
        if (is_new) standings.push_back({code.in_force, code.in_force_at_discussion, code.at_not_yet, code.family});
        groups.emplace_back(at->second, code.is_latest);
        weights.push_back(code.force == force::must         ? detail::weight::must
                          : code.force == force::report     ? (code.is_void ? detail::weight::report_void : detail::weight::report)
                          : code.force == force::ordinarily ? detail::weight::ordinarily
                                                            : detail::weight::advise);
        // What several rules ask is worth keeping whole.
        for (const detail::truth_ref r : {code.scope, code.requirement, code.band, code.excepted, code.loosening})
            if (r != detail::no_ref) ++program.truths[r / 2].uses;
    }
}

inline void column_plan::parts::index_columns() {
    reads.assign(schema.columns.size(), false);
    std::vector<bool> used(book.facts()->size(), false);
    const auto read = [&](std::uint32_t column) {
        if (column != detail::no_ref) reads[column] = true;
    };
    for (const detail::lane_node& n : program.lanes) {
        if (n.op != detail::lane_op::column) continue;
        read(n.column);
        read(n.most);
    }
    for (const detail::truth_node& n : program.truths)
        if (n.op == detail::truth_op::column || n.op == detail::truth_op::names) read(n.a);
    std::vector<bool> needed(book.facts()->size(), false);
    const rulebook_plan& plan = book.plan();
    const auto need = [&](const planned_formula& f) {
        for (const std::size_t i : f.facts) needed[i] = true;
    };
    for (const detail::rule_code& code : program.rules) {
        const planned_rule& r = plan.rules[code.rule];
        for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met}) need(*f);
        for (const auto& use : r.exceptions) need(plan.exceptions[use.index].when);
        if (code.is_by_row)
            for (std::size_t i = 0; i < needed.size(); ++i) used[i] = used[i] || needed[i];
    }
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        const std::size_t fact = places.fact_of[c];
        if (!reads[c] && (fact == catalogue::none || !used[fact])) unused.push_back(schema.columns[c].name);
    }
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (needed[i] && places.facts[i].value == detail::no_ref) missing.push_back((*book.facts())[i].name);
}

XUANREN_INLINE const rulebook& column_plan::book() const noexcept { return parts_->book; }
XUANREN_INLINE const table_schema& column_plan::schema() const noexcept { return parts_->schema; }
XUANREN_INLINE const column_options& column_plan::options() const noexcept { return parts_->options; }
XUANREN_INLINE std::span<const std::shared_ptr<const rule>> column_plan::rules() const noexcept { return parts_->rules; }
XUANREN_INLINE const std::vector<judged_by_row>& column_plan::by_row() const noexcept { return parts_->by_row; }
XUANREN_INLINE const std::vector<std::string>& column_plan::unused() const noexcept { return parts_->unused; }
XUANREN_INLINE const std::vector<std::string>& column_plan::missing() const noexcept { return parts_->missing; }
XUANREN_INLINE std::string_view column_plan::instructions() { return detail::kernels().name; }

XUANREN_INLINE std::optional<verdict> column_plan::explain(const table_view& table, std::size_t row,
                                                           std::size_t rule) const {
    const rulebook_plan& plan = parts_->book.plan();
    const planned_rule& r = plan.rules[parts_->program.rules[rule].rule];
    case_evaluation c = detail::case_of_row(plan, parts_->places, parts_->options, table, row);
    c.prepare(plan.regime);
    if (plan.regime_fact != catalogue::none)
        if (const auto* word = c.facts().values[plan.regime_fact].as<enumerator>())
            c.set_by_reference(word->index == word->words->index_of("by_reference"));
    const bool is_dated = c.reference(step::discussion).has_value();
    if (!is_dated) {
        if (!parts_->groups[rule].second) return std::nullopt;
        verdict v;
        v.of = r.of;
        v.status = status::undetermined;
        return v;
    }
    truth in_force = c.in_force(r.place, r.of->at());
    if (in_force == truth::unknown && c.terms().steps[r.of->at()].state == step_state::not_yet)
        in_force = c.in_force(r.place, step::discussion);
    if (in_force != truth::yes) return std::nullopt;
    return judge(c, r, true);
}

}  // namespace xuanren
