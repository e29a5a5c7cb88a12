// include/xuanren/engine/columns/block_truth_ops.hpp
#pragma once

#include <xuanren/engine/columns/block_evaluator.hpp>

#include <cstddef>
#include <cstdint>

namespace xuanren::detail {

/// Yes where the bit is set, no elsewhere, neither where the value is not known.
inline void block_evaluator::settle(const row_bits& yes, const row_bits* valid, truth_bits& out) {
    kernels_->settle(yes, yes, valid == nullptr ? every_ : *valid, every_, out);
}

inline void block_evaluator::compute(const truth_node& n, truth_bits& out) {
    const auto each = [&](auto f) {
        for (std::size_t w = 0; w < block_words; ++w) f(w);
    };
    const auto fill = [&](std::uint64_t yes, std::uint64_t no) {
        each([&](std::size_t w) {
            out.yes.word[w] = yes;
            out.no.word[w] = no;
        });
    };
    constexpr std::uint64_t all = ~std::uint64_t{0};
    // Of bounds: yes where even the worst of them says so, no where even the best does not.
    const auto between = [&](const lane_values& a, const row_bits& sure, const row_bits& possible, const row_bits* b) {
        kernels_->settle(sure, possible, a.valid == nullptr ? every_ : *a.valid, b == nullptr ? every_ : *b, out);
    };
    switch (n.op) {
        case truth_op::constant: return n.k == 1 ? fill(all, 0) : n.k == 0 ? fill(0, all) : fill(0, 0);
        case truth_op::column: {
            const column_view& c = table_->table->columns[n.a].values;
            row_bits known, yes;
            const row_bits* valid = load_valid(n.a, known);
            if (c.form == column_form::bits) {
                foresee_next(static_cast<const std::uint8_t*>(c.values) + (c.offset + from_) / 8, block_rows / 8);
                load_bits(static_cast<const std::uint8_t*>(c.values), c.offset + from_, c.offset + c.size, yes);
            } else {
                std::uint8_t copy[block_rows];
                const auto* bytes = static_cast<const std::uint8_t*>(c.values) + c.offset + from_;
                if (count_ < block_rows) {
                    std::memset(copy, 0, sizeof copy);
                    std::memcpy(copy, bytes, count_);
                    bytes = copy;
                }
                kernels_->is_set(bytes, yes);
            }
            return settle(yes, valid, out);
        }
        case truth_op::all: return all_within(n, rows_, out);
        case truth_op::select:
        case truth_op::pick: {
            truth_bits one, two, three;
            const truth_bits &test = truth(n.a, one), &yes = truth(n.b, two), &no = truth(n.c, three);
            return kernels_->select(test, yes, no, n.op == truth_op::pick, out);
        }
        case truth_op::less:
        case truth_op::equal: {
            const lane_values a = lane(n.a), b = lane(n.b);
            const lane_type t = program_->lanes[n.a].type;
            const bool is_exact = program_->lanes[n.a].exact && program_->lanes[n.b].exact;
            row_bits sure, possible;
            if (n.op == truth_op::less) {
                kernels_->less(t, a.high, b.low, sure);
                if (is_exact) return between(a, sure, sure, b.valid);
                kernels_->less(t, a.low, b.high, possible);
                return between(a, sure, possible, b.valid);
            }
            kernels_->equal(t, a.low, b.high, sure);
            if (is_exact) return between(a, sure, sure, b.valid);
            row_bits other;
            kernels_->equal(t, a.high, b.low, other);
            each([&](std::size_t w) { sure.word[w] &= other.word[w]; });
            kernels_->less(t, a.high, b.low, possible);
            kernels_->less(t, b.high, a.low, other);
            each([&](std::size_t w) { possible.word[w] = ~(possible.word[w] | other.word[w]); });
            return between(a, sure, possible, b.valid);
        }
        case truth_op::less_k:
        case truth_op::equal_k: {
            const lane_values& a = lane(n.a);
            const lane_type t = program_->lanes[n.a].type;
            const bool is_exact = program_->lanes[n.a].exact;
            row_bits sure, possible;
            if (n.op == truth_op::less_k) {
                kernels_->less_k(t, a.high, n.k, sure);
                if (is_exact) return settle(sure, a.valid, out);
                kernels_->less_k(t, a.low, n.k, possible);
                return between(a, sure, possible, nullptr);
            }
            kernels_->equal_k(t, a.low, n.k, sure);
            if (is_exact) return settle(sure, a.valid, out);
            row_bits other;
            kernels_->equal_k(t, a.high, n.k, other);
            each([&](std::size_t w) { sure.word[w] &= other.word[w]; });
            kernels_->less_k(t, a.high, n.k, possible);   // wholly below
            kernels_->less_k(t, a.low, n.k, other);       // begins below
            row_bits at_low;
            kernels_->equal_k(t, a.low, n.k, at_low);
            each([&](std::size_t w) { possible.word[w] = ~possible.word[w] & (other.word[w] | at_low.word[w]); });
            return between(a, sure, possible, nullptr);
        }
        case truth_op::one_of: {
            const lane_values& a = lane(n.a);
            const std::vector<std::int64_t>& set = program_->sets[n.index];
            row_bits yes;
            kernels_->one_of(program_->lanes[n.a].type, a.low, set.data(), set.size(), yes);
            return settle(yes, a.valid, out);
        }
        case truth_op::elapsed_less: {
            const lane_values since = lane(n.a), now = lane(n.b);
            const auto k = static_cast<std::int32_t>(n.k * 32);
            const auto as_dates = [](const void* p) { return static_cast<const std::int32_t*>(p); };
            const bool is_exact = program_->lanes[n.a].exact && program_->lanes[n.b].exact;
            row_bits sure, possible;
            kernels_->gap_less(as_dates(since.low), as_dates(now.high), k, sure);
            if (is_exact) return between(since, sure, sure, now.valid);
            kernels_->gap_less(as_dates(since.high), as_dates(now.low), k, possible);
            return between(since, sure, possible, now.valid);
        }
        case truth_op::never: {
            const row_bits* valid = lane(n.a).valid;
            return each([&](std::size_t w) {
                out.yes.word[w] = 0;
                out.no.word[w] = valid == nullptr ? all : valid->word[w];
            });
        }
        case truth_op::known: {
            const row_bits* valid = lane(n.a).valid;
            return each([&](std::size_t w) {
                out.yes.word[w] = valid == nullptr ? all : valid->word[w];
                out.no.word[w] = ~out.yes.word[w];
            });
        }
        case truth_op::known_truth: {
            const truth_bits& t = at(n.a / 2);
            return each([&](std::size_t w) {
                out.yes.word[w] = t.yes.word[w] | t.no.word[w];
                out.no.word[w] = ~out.yes.word[w];
            });
        }
        case truth_op::version: {
            choose_version(n.index);
            const timeline_bits& t = timelines_[n.index];
            out.yes = t.chosen[static_cast<std::size_t>(n.k)];
            return each([&](std::size_t w) { out.no.word[w] = ~out.yes.word[w] & ~t.open.word[w]; });
        }
        case truth_op::names: return any_word(n, table_->named[n.a][n.index], out);
        case truth_op::some_word: return any_word(n, table_->passing[n.a][n.index], out);
    }
}

/// The truth, and the rows in which it is unknown rather than without a value. Unknown wins over that,
/// as in `answer`.
inline void block_evaluator::weigh_unknown(truth_ref r, truth_bits& t, row_bits& unknown) {
    const truth_node& n = program_->truths[r / 2];
    if (n.op == truth_op::all) {
        for (std::size_t w = 0; w < block_words; ++w) t.yes.word[w] = ~std::uint64_t{0}, t.no.word[w] = 0;
        unknown = row_bits{};
        for (const truth_ref part : n.parts) {
            truth_bits one;
            row_bits open;
            weigh_unknown(part, one, open);
            for (std::size_t w = 0; w < block_words; ++w) {
                t.yes.word[w] &= one.yes.word[w];
                t.no.word[w] |= one.no.word[w];
                unknown.word[w] |= open.word[w];
            }
        }
        for (std::size_t w = 0; w < block_words; ++w) unknown.word[w] &= ~t.no.word[w];
    } else {
        t = at(r / 2);
        for (std::size_t w = 0; w < block_words; ++w) unknown.word[w] = ~t.yes.word[w] & ~t.no.word[w];
        for (const auto& [node, where] : program_->valueless) {
            if (node != r / 2) continue;
            truth_bits scratch;
            const row_bits& none = truth(where, scratch).yes;
            for (std::size_t w = 0; w < block_words; ++w) unknown.word[w] &= ~none.word[w];
        }
    }
    if ((r & 1) != 0) std::swap(t.yes, t.no);
}

/// Whether a row's word, or any word of its list, is one of those marked.
inline void block_evaluator::any_word(const truth_node& n, const std::vector<std::uint8_t>& marked, truth_bits& out) {
    const column_view& c = table_->table->columns[n.a].values;
    row_bits known, yes{};
    const row_bits* valid = load_valid(n.a, known);
    const auto is_marked = [&](std::int64_t position) {
        const auto at = static_cast<std::size_t>(position);
        return at < marked.size() ? marked[at] : std::uint8_t{0};
    };
    const auto is_known = [&](std::size_t i) { return valid == nullptr || (valid->word[i / 64] >> (i % 64) & 1) != 0; };
    if (c.form != column_form::word_lists) {
        for (std::size_t i = 0; i < count_; ++i)
            if (is_known(i)) yes.word[i / 64] |= std::uint64_t{is_marked(integer_at(c, from_ + i))} << (i % 64);
        return settle(yes, valid, out);
    }
    const auto* held = static_cast<const std::int32_t*>(c.values);
    const std::int32_t* starts = c.starts + c.offset + from_;
    for (std::size_t i = 0; i < count_; ++i) {
        if (!is_known(i)) continue;
        std::uint8_t any = 0;
        for (std::int32_t j = starts[i]; j < starts[i + 1]; ++j) any |= is_marked(held[j]);
        yes.word[i / 64] |= std::uint64_t{any} << (i % 64);
    }
    settle(yes, valid, out);
}

/// The first version that is surely in force; open where none is and one may be.
inline void block_evaluator::choose_version(std::uint32_t timeline) {
    timeline_bits& out = timelines_[timeline];
    if (out.turn == turn_) return;
    const timeline_code& code = program_->timelines[timeline];
    const row_bits* dated = lane(code.date).valid;
    row_bits left = dated == nullptr ? every_ : *dated;
    row_bits possible{};
    for (std::size_t v = 0; v < code.versions.size(); ++v) {
        truth_bits one, two;
        const truth_bits* begun = code.versions[v].begun == no_ref ? nullptr : &truth(code.versions[v].begun, one);
        const truth_bits* over = code.versions[v].over == no_ref ? nullptr : &truth(code.versions[v].over, two);
        for (std::size_t w = 0; w < block_words; ++w) {
            const std::uint64_t yes = (begun == nullptr ? ~std::uint64_t{0} : begun->yes.word[w]) &
                                      (over == nullptr ? ~std::uint64_t{0} : over->no.word[w]);
            const std::uint64_t no = (begun == nullptr ? 0 : begun->no.word[w]) | (over == nullptr ? 0 : over->yes.word[w]);
            out.chosen[v].word[w] = left.word[w] & yes;
            left.word[w] &= ~yes;
            possible.word[w] |= ~yes & ~no;
        }
    }
    truth_bits one;
    const truth_bits* before = code.before == no_ref ? nullptr : &truth(code.before, one);
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t unknown_before = before == nullptr ? 0 : before->yes.word[w];
        out.open.word[w] = (left.word[w] & (possible.word[w] | unknown_before)) | (dated == nullptr ? 0 : ~dated->word[w]);
    }
    out.turn = turn_;
}

}  // namespace xuanren::detail
