// include/xuanren/engine/columns/block_outcomes.hpp
#pragma once

#include <xuanren/engine/columns/column_plan_run.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace xuanren::detail {

/// The rows that a rule reaches, its step being on record, count for its version.
inline void block_judge::reach(const rule_code& code, const status_planes& planes, const row_bits& stands) {
    if (code.version == no_ref) return;
    truth_bits scratch;
    const row_bits& done = code.at_done == no_ref ? worker_->blocks->every() : worker_->blocks->truth(code.at_done, scratch).yes;
    row_bits& reached = worker_->reached[code.version];
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = planes.bit[0].word[w], b = planes.bit[1].word[w], c = planes.bit[2].word[w];
        const std::uint64_t is_pending = ~a & b & c;
        reached.word[w] |= (a | b | c) & ~is_pending & stands.word[w] & done.word[w];
    }
}

/// Rows that fell under these two versions, first and last, where a rule of either that the other lacks
/// concerns them: people decide which governs the whole (check/straddle.hpp).
inline void block_judge::find_straddling(const version_change& change, bool keeps_bounds, row_bits& questions) {
    row_bits both;
    std::uint64_t any = 0;
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t here = worker_->reached[change.earlier].word[w] & worker_->reached[change.later].word[w];
        for (std::uint32_t v = change.first; here != 0 && v <= change.last; ++v)
            if (v < change.earlier || v > change.later) here &= ~worker_->reached[v].word[w];
        any |= both.word[w] = here;
    }
    if (any == 0) return;
    for (const std::uint32_t i : change.unlike) {
        const rule_code& code = program_->rules[i];
        if (code.scope == no_ref || (code.is_guarded && !keeps_bounds)) {
            for_each_row(both, [&](std::size_t row, std::size_t w, std::uint64_t bit) {
                if (judge_row(i, row).scope != truth::no) questions.word[w] |= bit;
            });
            continue;
        }
        truth_bits scratch;
        const truth_bits& scope = worker_->blocks->truth_within(code.scope, both, scratch);
        for (std::size_t w = 0; w < block_words; ++w) questions.word[w] |= both.word[w] & ~scope.no.word[w];
    }
}

inline void block_judge::write_outcomes(const outcome_planes& whole, std::size_t count, outcome* out) {
    outcome_planes is;
    row_bits& worst = is.violation;
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t v = whole.violation.word[w];
        const std::uint64_t i = ~v & (whole.incomplete.word[w] | ~whole.checked.word[w]);
        const std::uint64_t n = ~v & ~i & whole.needs_approval.word[w];
        const std::uint64_t j = ~v & ~i & ~n & whole.judgement.word[w];
        // The number of the outcome in three bits: violation 4, incomplete 3, needs approval 2, judgement 1.
        worst.word[w] = v;
        is.incomplete.word[w] = i | n;
        is.judgement.word[w] = i | j;
        const std::uint64_t here = worker_->blocks->rows().word[w];
        const std::uint64_t each[] = {~v & ~i & ~n & ~j & here, j & here, n & here, i & here, v & here};
        for (std::size_t o = 0; o < 5; ++o) worker_->outcomes[o] += static_cast<std::uint64_t>(std::popcount(each[o]));
    }
    static_assert(sizeof(outcome) == 1);
    auto* bytes = reinterpret_cast<std::uint8_t*>(out);
    for (std::size_t i = 0; i < count; i += 8) {
        const auto spread = [&](const row_bits& plane) {
            // Each of eight bits into a byte of its own.
            const std::uint64_t b = plane.word[i / 64] >> (i % 64) & 0xff;
            return ((b * 0x0101010101010101U & 0x8040201008040201U) + 0x7f7f7f7f7f7f7f7fU) >> 7 & 0x0101010101010101U;
        };
        const std::uint64_t eight = spread(is.judgement) | spread(is.incomplete) << 1 | spread(worst) << 2;
        for (std::size_t k = 0; k < std::min<std::size_t>(8, count - i); ++k)
            bytes[i + k] = static_cast<std::uint8_t>(eight >> (8 * k));
    }
}

}  // namespace xuanren::detail
