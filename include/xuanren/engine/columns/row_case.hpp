// include/xuanren/engine/columns/row_case.hpp
#pragma once

#include <xuanren/engine/columns/column_options.hpp>
#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/evaluation.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// The decimal of column_view::double_digits digits that reads back as it, as an integer times
/// 10^-double_digits; nothing where there is none.
[[nodiscard]] inline std::optional<std::int64_t> decimal_of(double d) noexcept {
    constexpr double unit = 1e6;
    static_assert(column_view::double_digits == 6);
    if (!(d > -1e9 && d < 1e9)) return std::nullopt;
    const double scaled = std::nearbyint(d * unit);
    if (scaled / unit != d) return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

/// The integer that a row of an integer column holds.
[[nodiscard]] inline std::int64_t integer_at(const column_view& c, std::size_t row) noexcept {
    const std::size_t at = c.offset + row;
    switch (c.form) {
        case column_form::int8:
        case column_form::words8: return static_cast<const std::int8_t*>(c.values)[at];
        case column_form::int16:
        case column_form::words16: return static_cast<const std::int16_t*>(c.values)[at];
        case column_form::int32:
        case column_form::words32:
        case column_form::packed_date:
        case column_form::day_number: return static_cast<const std::int32_t*>(c.values)[at];
        case column_form::uint8:
        case column_form::bytes: return static_cast<const std::uint8_t*>(c.values)[at];
        case column_form::uint16: return static_cast<const std::uint16_t*>(c.values)[at];
        case column_form::uint32: return static_cast<const std::uint32_t*>(c.values)[at];
        case column_form::bits: return static_cast<const std::uint8_t*>(c.values)[at / 8] >> (at % 8) & 1;
        default: return static_cast<const std::int64_t*>(c.values)[at];
    }
}

/// What a row of a column holds 单元值, as a value of that type; unknown where it is not known.
[[nodiscard]] inline value value_at(const column_view& c, std::size_t row, const type& t) {
    if (!c.is_known(row)) return {};
    const auto word_at = [&](std::int64_t position) {
        return std::string(c.words[static_cast<std::size_t>(position)]);
    };
    if (c.form == column_form::word_lists) {
        const std::size_t at = c.offset + row;
        auto made = std::make_shared<list_value>();
        for (std::int32_t i = c.starts[at]; i < c.starts[at + 1]; ++i)
            made->items.emplace_back(word_at(static_cast<const std::int32_t*>(c.values)[i]));
        return std::shared_ptr<const list_value>(std::move(made));
    }
    if (c.form == column_form::float64) {
        const auto n = decimal_of(static_cast<const double*>(c.values)[c.offset + row]);
        return n ? value(*number::make(*n, -column_view::double_digits)) : value();
    }
    const std::int64_t held = integer_at(c, row);
    switch (t.kind) {
        case type_kind::boolean: return value(held != 0);
        case type_kind::number: return value(*number::make(held, -c.scale));
        case type_kind::months: return value(months(held));
        case type_kind::days: return value(day_time_duration{held * 86'400, 0});
        case type_kind::date:
            return value(c.form == column_form::day_number ? civil_date::from_day_number(held)
                                                           : civil_date::from_packed(static_cast<std::int32_t>(held)));
        case type_kind::enumeration: {
            const int index = is_words(c.form) ? t.words->index_of(c.words[static_cast<std::size_t>(held)])
                                               : static_cast<int>(held);
            const bool is_member = index >= 0 && static_cast<std::size_t>(index) < t.words->members.size();
            return is_member ? value(enumerator{t.words, index}) : value();
        }
        case type_kind::string: return value(word_at(held));
        default: return {};
    }
}

/// A row's value within the bounds that two columns give.
[[nodiscard]] inline value value_between(const table_view& table, const column_places::pair& p, std::size_t row,
                                         const type& t) {
    if (p.value == no_ref) return {};
    value low = value_at(table.columns[p.value].values, row, t);
    if (p.most == no_ref || low.is_unknown()) return low;
    const value high = value_at(table.columns[p.most].values, row, t);
    const auto joined = [&]<class T>(const interval<T>* a) -> value {
        const auto* b = high.as<interval<T>>();
        if (a == nullptr || b == nullptr) return low;
        return b->high() < a->low() ? low : value(interval<T>(a->low(), b->high()));
    };
    if (t.kind == type_kind::date) return joined(low.as<interval<civil_date>>());
    if (t.kind == type_kind::number) return joined(low.as<interval<number>>());
    if (t.kind == type_kind::months) return joined(low.as<interval<months>>());
    if (t.kind == type_kind::days) return joined(low.as<interval<day_time_duration>>());
    return low;
}

[[nodiscard]] inline step_state state_at(const column_view& c, std::size_t row) {
    constexpr std::string_view words[] = {"done", "not_done", "not_yet", "unknown"};
    if (!c.is_known(row)) return step_state::unknown;
    std::int64_t held = integer_at(c, row);
    if (is_words(c.form)) {
        const std::string_view word = c.words[static_cast<std::size_t>(held)];
        for (held = 0; held < 3 && words[held] != word;) ++held;
    }
    return held < 0 || held > 3 ? step_state::unknown : static_cast<step_state>(held);
}

/// One row as the row evaluator takes it 行案情.
struct row_case {
    fact_values facts;
    case_terms terms;
    std::vector<std::size_t> given;  ///< the facts that have a column

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
    return out;
}

}  // namespace xuanren::detail
