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
        if (n.op == detail::truth_op::column || n.op == detail::truth_op::names || n.op == detail::truth_op::some_word) read(n.a);
    const rulebook_plan& plan = book.plan();
    // Everything that a rule may look at; a function of the caller's own may look at anything.
    const auto facts_of = [&](const planned_rule& r) {
        std::vector<std::size_t> out;
        if (r.of->holds_callback()) {
            for (std::size_t i = 0; i < book.facts()->size(); ++i) out.push_back(i);
            return out;
        }
        const auto need = [&](const planned_formula& f) {
            out.insert(out.end(), f.facts.begin(), f.facts.end());
            if (f.root != nullptr) for_each_fact(*f.root, [&](std::size_t i) { out.push_back(i); });
        };
        for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met}) need(*f);
        for (const auto& use : r.exceptions) {
            need(plan.exceptions[use.index].when);
            for (const std::size_t by : plan.exceptions[use.index].set_aside_by) need(plan.exceptions[by].when);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    for (const detail::rule_code& code : program.rules) {
        const planned_rule& r = plan.rules[code.rule];
        const std::vector<std::size_t> facts = facts_of(r);
        if (code.is_by_row)
            for (const std::size_t i : facts) used[i] = true;
        row_facts.push_back(code.is_by_row || code.is_guarded || code.left_to_rows != detail::no_ref ? facts : std::vector<std::size_t>());
    }
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        const std::size_t fact = places.fact_of[c];
        if (!reads[c] && (fact == catalogue::none || !used[fact])) unused.push_back(schema.columns[c].name);
    }
    std::vector<bool> seen(book.facts()->size(), false);
    for (const detail::rule_code& code : program.rules) {
        const planned_rule& r = plan.rules[code.rule];
        for (const planned_formula* f : {&r.outer_scope, &r.scope, &r.requirement, &r.band, &r.due, &r.met})
            if (f->root != nullptr) find_missing(*f->root, seen);
        for (const auto& use : r.exceptions)
            if (const planned_formula& when = plan.exceptions[use.index].when; when.root != nullptr) find_missing(*when.root, seen);
    }
}

inline void column_plan::parts::find_missing(const node& n, std::vector<bool>& seen) {
    for_each_fact(n, [&](std::size_t i) {
        if (seen[i]) return;
        seen[i] = true;
        if (places.facts[i].value != detail::no_ref) return;
        bool is_defined = false;
        for (const planned_definition& d : book.plan().definitions) {
            if (d.fact_index != i && d.has_index != i) continue;
            is_defined = true;
            const bool is_given = places.facts[d.fact_index].value != detail::no_ref ||
                                  (d.has_index != catalogue::none && places.facts[d.has_index].value != detail::no_ref);
            for (const planned_definition::version& v : d.versions) {
                if (is_given) missing.push_back((*book.facts())[i].name);
                else find_missing(*v.is.root, seen);
                if (is_given) break;
            }
        }
        if (!is_defined) missing.push_back((*book.facts())[i].name);
    });
}

XUANREN_INLINE const rulebook& column_plan::book() const noexcept { return parts_->book; }
XUANREN_INLINE const table_schema& column_plan::schema() const noexcept { return parts_->schema; }
XUANREN_INLINE const column_options& column_plan::options() const noexcept { return parts_->options; }
XUANREN_INLINE std::span<const std::shared_ptr<const rule>> column_plan::rules() const noexcept { return parts_->rules; }
XUANREN_INLINE const std::vector<judged_by_row>& column_plan::by_row() const noexcept { return parts_->by_row; }
XUANREN_INLINE const std::vector<std::string>& column_plan::unused() const noexcept { return parts_->unused; }
XUANREN_INLINE const std::vector<std::string>& column_plan::missing() const noexcept { return parts_->missing; }
XUANREN_INLINE std::string_view column_plan::instructions() { return detail::kernels().name; }

namespace detail {

/// Whether a rule stands in a row, as the review of a dossier goes about it: yes where it is judged,
/// unknown where it stands without being judged, for want of a decision date.
[[nodiscard]] inline truth standing_of(const case_evaluation& c, const planned_rule& r, bool is_latest) {
    if (!c.reference(step::discussion)) return is_latest ? truth::unknown : truth::no;
    truth in_force = c.in_force(r.place, r.of->at());
    if (in_force == truth::unknown && c.terms().steps[r.of->at()].state == step_state::not_yet)
        in_force = c.in_force(r.place, step::discussion);
    return to_truth(in_force == truth::yes);
}

}  // namespace detail

XUANREN_INLINE std::vector<std::optional<status>> column_plan::judge_row(const table_view& table, std::size_t row) const {
    const rulebook_plan& plan = parts_->book.plan();
    detail::row_case held = detail::read_row(plan, parts_->places, parts_->options, table, row);
    case_evaluation c(plan, std::move(held.facts), held.terms);
    held.mark(c);
    std::vector<std::optional<status>> out(parts_->rules.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const planned_rule& r = plan.rules[parts_->program.rules[i].rule];
        const truth stands = detail::standing_of(c, r, parts_->groups[i].second);
        if (stands == truth::yes) out[i] = c.judge(r).status;
        else if (stands == truth::unknown) out[i] = status::undetermined;
    }
    return out;
}

XUANREN_INLINE std::optional<verdict> column_plan::explain(const table_view& table, std::size_t row,
                                                           std::size_t rule) const {
    const rulebook_plan& plan = parts_->book.plan();
    const planned_rule& r = plan.rules[parts_->program.rules[rule].rule];
    detail::row_case held = detail::read_row(plan, parts_->places, parts_->options, table, row);
    case_evaluation c(plan, std::move(held.facts), held.terms);
    held.mark(c);
    c.prepare(plan.regime);
    if (plan.regime_fact != catalogue::none)
        if (const auto* word = c.facts().values[plan.regime_fact].as<enumerator>())
            c.set_by_reference(word->index == word->words->index_of("by_reference"));
    const truth stands = detail::standing_of(c, r, parts_->groups[rule].second);
    if (stands == truth::no) return std::nullopt;
    if (stands == truth::unknown) {
        verdict v;
        v.of = r.of;
        v.status = status::undetermined;
        return v;
    }
    return judge(c, r, true);
}

}  // namespace xuanren
