// include/xuanren/engine/columns/column_findings_run.hpp
#pragma once

#include <xuanren/engine/columns/column_findings.hpp>
#include <xuanren/engine/columns/column_plan_run.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// The rows of one test, and its values in them.
struct test_rows {
    std::vector<std::uint32_t> rows;
    std::vector<std::int64_t> values, bounds;
    void clear() {
        rows.clear();
        values.clear();
        bounds.clear();
    }
};

/// Appends the lane's values in the given rows of a block.
template <class T>
void append_lane(const T* held, const row_bits* valid, const row_bits& rows, std::size_t count, std::vector<std::int64_t>& out) {
    const std::size_t before = out.size();
    out.resize(before + count);
    std::int64_t* to = out.data() + before;
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t known = valid == nullptr ? ~std::uint64_t{0} : valid->word[w];
        for (std::uint64_t left = rows.word[w]; left != 0; left &= left - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(left));
            *to++ = (known >> bit & 1) != 0 ? static_cast<std::int64_t>(held[w * 64 + bit]) : column_findings::unknown;
        }
    }
}

inline void append_lane(lane_type t, const lane_values& v, const row_bits& rows, std::size_t count, std::vector<std::int64_t>& out) {
    const auto as = [&]<class T>(T) { append_lane(static_cast<const T*>(v.low), v.valid, rows, count, out); };
    switch (t) {
        case lane_type::i8: return as(std::int8_t{});
        case lane_type::u8: return as(std::uint8_t{});
        case lane_type::i16: return as(std::int16_t{});
        case lane_type::u16: return as(std::uint16_t{});
        case lane_type::i32: return as(std::int32_t{});
        case lane_type::u32: return as(std::uint32_t{});
        case lane_type::i64: return as(std::int64_t{});
    }
}

}  // namespace detail

struct column_findings::rooms {
    std::shared_ptr<const void> plan;
    std::unique_ptr<detail::block_evaluator> blocks;
    detail::bound_table table;
    std::vector<std::vector<detail::test_rows>> violated, undetermined;  ///< by rule, by test
};

XUANREN_INLINE column_findings::column_findings() = default;
XUANREN_INLINE column_findings::~column_findings() = default;
XUANREN_INLINE column_findings::column_findings(column_findings&&) noexcept = default;
XUANREN_INLINE column_findings& column_findings::operator=(column_findings&&) noexcept = default;

XUANREN_INLINE value column_findings::group::value_of(std::int64_t held, int scale) const {
    if (held == unknown) return {};
    switch (value_type.kind) {
        case type_kind::number: return value(*number::make(held, -scale));
        case type_kind::months: return value(months(held));
        case type_kind::days: return value(day_time_duration{held * 86'400, 0});
        case type_kind::enumeration: return value(enumerator{value_type.words, static_cast<int>(held)});
        case type_kind::date: {
            const std::int64_t count = held >> 5;
            if (count < 12 || count >= 10'000 * 12) return {};
            return value(civil_date::from_packed(static_cast<std::int32_t>(held)));
        }
        default: return {};
    }
}

XUANREN_INLINE const std::vector<column_findings::group>& column_findings::find(const column_plan& plan,
                                                                                const table_view& table,
                                                                                const column_verdicts& verdicts,
                                                                                bool with_undetermined) {
    using detail::block_rows;
    using detail::block_words;
    using detail::row_bits;
    const column_plan::parts& parts = *plan.parts_;
    const std::vector<detail::rule_code>& rules = parts.program.rules;
    if (!rooms_ || rooms_->plan != plan.parts_) {
        rooms_ = std::make_unique<rooms>();
        rooms_->plan = plan.parts_;
        rooms_->blocks = std::make_unique<detail::block_evaluator>(parts.program, parts.days);
        for (const detail::rule_code& code : rules) {
            rooms_->violated.emplace_back(code.tests.size());
            rooms_->undetermined.emplace_back(code.tests.size());
        }
    }
    groups_.clear();
    std::vector<problem> problems;
    detail::table_binder(*parts.book.facts(), parts.places, parts.reads, parts.strings, parts.program, table,
                         rooms_->table, problems);
    if (!problems.empty()) return groups_;
    for (auto* lists : {&rooms_->violated, &rooms_->undetermined})
        for (auto& tests : *lists)
            for (detail::test_rows& t : tests) t.clear();

    detail::block_evaluator& blocks = *rooms_->blocks;
    const auto gather = [&](const detail::test_code& t, const row_bits& rows, std::size_t from, detail::test_rows& into) {
        std::size_t count = 0;
        for (const std::uint64_t w : rows.word) count += static_cast<std::size_t>(std::popcount(w));
        if (count == 0) return;
        const std::size_t before = into.rows.size();
        into.rows.resize(before + count);
        std::uint32_t* to = into.rows.data() + before;
        for (std::size_t w = 0; w < block_words; ++w)
            for (std::uint64_t left = rows.word[w]; left != 0; left &= left - 1)
                *to++ = static_cast<std::uint32_t>(from + w * 64 + static_cast<std::size_t>(std::countr_zero(left)));
        if (t.value != detail::no_ref) append_lane(parts.program.lanes[t.value].type, blocks.lane(t.value), rows, count, into.values);
        if (t.bound != detail::no_ref && parts.program.lanes[t.bound].op != detail::lane_op::constant)
            append_lane(parts.program.lanes[t.bound].type, blocks.lane(t.bound), rows, count, into.bounds);
    };
    for (std::size_t from = 0; from < table.rows; from += block_rows) {
        blocks.turn_to(rooms_->table, from, std::min(block_rows, table.rows - from), nullptr);
        const std::size_t block = from / block_rows;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            const detail::rule_code& code = rules[r];
            if (code.tests.empty()) continue;
            const detail::status_planes& p = verdicts.planes_[block * rules.size() + r];
            row_bits violated, undetermined;
            std::uint64_t any_violated = 0, any_undetermined = 0;
            for (std::size_t w = 0; w < block_words; ++w) {
                const std::uint64_t a = p.bit[0].word[w], b = p.bit[1].word[w], c = p.bit[2].word[w];
                any_violated |= violated.word[w] = ~a & b & ~c;
                any_undetermined |= undetermined.word[w] = ~a & ~b & c & ~verdicts.undated_[block].word[w];
            }
            if (!with_undetermined) any_undetermined = 0;
            if ((any_violated | any_undetermined) == 0) continue;
            for (std::size_t t = 0; t < code.tests.size(); ++t) {
                const detail::test_code& test = code.tests[t];
                detail::truth_bits scratch;
                const detail::truth_bits& holds = blocks.truth(test.holds, scratch);
                row_bits rows;
                const bool is_own = test.exception == detail::no_ref;
                if (any_violated != 0 && t >= code.scope_tests && is_own) {
                    const row_bits& fails = test.is_negated ? holds.yes : holds.no;
                    for (std::size_t w = 0; w < block_words; ++w) rows.word[w] = violated.word[w] & fails.word[w];
                    gather(test, rows, from, rooms_->violated[r][t]);
                }
                if (any_undetermined != 0) {
                    for (std::size_t w = 0; w < block_words; ++w)
                        rows.word[w] = undetermined.word[w] & ~holds.yes.word[w] & ~holds.no.word[w];
                    if (!is_own) {
                        // An exception that another part of it rules out asks nothing any more.
                        detail::truth_bits room;
                        const detail::truth_bits& excepted = blocks.truth(test.exception, room);
                        for (std::size_t w = 0; w < block_words; ++w)
                            rows.word[w] &= ~excepted.yes.word[w] & ~excepted.no.word[w];
                    }
                    gather(test, rows, from, rooms_->undetermined[r][t]);
                }
            }
        }
    }

    for (std::size_t r = 0; r < rules.size(); ++r)
        for (std::size_t t = 0; t < rules[r].tests.size(); ++t)
            for (const status is : {status::violated, status::undetermined}) {
                const detail::test_rows& held = (is == status::violated ? rooms_->violated : rooms_->undetermined)[r][t];
                if (held.rows.empty()) continue;
                const detail::test_code& test = rules[r].tests[t];
                group g;
                g.rule = r;
                g.test = test.test;
                g.is_negated = test.is_negated;
                g.is = is;
                for_each_fact(*test.test, [&](std::size_t i) {
                    if (g.fact == catalogue::none) g.fact = i;
                });
                g.value_type = test.value == detail::no_ref ? types::boolean : test.test->children[0]->value_type;
                if (test.value != detail::no_ref) g.value_scale = parts.program.lanes[test.value].scale;
                g.rows = held.rows;
                g.values = held.values;
                g.bounds = held.bounds;
                if (test.bound != detail::no_ref) {
                    const detail::lane_node& bound = parts.program.lanes[test.bound];
                    g.bound_scale = bound.scale;
                    if (bound.op == detail::lane_op::constant) g.bounds = std::span<const std::int64_t>(&bound.k, 1);
                }
                groups_.push_back(std::move(g));
            }
    return groups_;
}

}  // namespace xuanren
