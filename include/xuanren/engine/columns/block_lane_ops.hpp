// include/xuanren/engine/columns/block_lane_ops.hpp
#pragma once

#include <xuanren/engine/columns/block_evaluator.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace xuanren::detail {

inline const row_bits* block_evaluator::both_valid(const row_bits* a, const row_bits* b, std::size_t node) {
    if (a == nullptr) return b;
    if (b == nullptr || a == b) return a;
    row_bits& out = valid_of(node);
    for (std::size_t w = 0; w < block_words; ++w) out.word[w] = a->word[w] & b->word[w];
    return &out;
}

inline void block_evaluator::compute(lane_ref r, const lane_node& n, lane_values& out) {
    const auto low_room = [&] { return room(lanes_[r].low); };
    const auto high_room = [&] { return room(lanes_[r].high); };
    const auto dates = [](const void* p) { return static_cast<const std::int32_t*>(p); };
    // f(from, to) for the lower bounds, and for the upper ones where they differ.
    const auto each_bound = [&](const lane_values& a, auto f) {
        f(a.low, low_room());
        out.low = out.high = lanes_[r].low.get();
        if (!n.exact) {
            f(a.high, high_room());
            out.high = lanes_[r].high.get();
        }
        out.valid = a.valid;
    };
    switch (n.op) {
        case lane_op::column: return load(n, out, r);
        case lane_op::constant:
        case lane_op::unknown:
            if (!lanes_[r].low) kernels_->fill(n.type, n.k, low_room());
            out.low = out.high = lanes_[r].low.get();
            out.valid = nullptr;
            if (n.op == lane_op::unknown) {
                valid_of(r) = row_bits{};
                out.valid = &valid_of(r);
            }
            return;
        case lane_op::widen: {
            const lane_values a = lane(n.a);
            const lane_type from = program_->lanes[n.a].type;
            return each_bound(a, [&](const void* in, void* to) { kernels_->widen(from, in, n.type, to); });
        }
        case lane_op::rescaled: {
            const lane_values a = lane(n.a);
            return each_bound(a, [&](const void* in, void* to) {
                kernels_->times(static_cast<const std::int64_t*>(in), n.k, static_cast<std::int64_t*>(to));
            });
        }
        case lane_op::if_known: {
            const lane_values a = lane(n.a), b = lane(n.b);
            out = a;
            if (a.valid == nullptr) return;
            kernels_->choose(n.type, *a.valid, a.low, b.low, low_room());
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                kernels_->choose(n.type, *a.valid, a.high, b.high, high_room());
                out.high = lanes_[r].high.get();
            }
            out.valid = b.valid;
            return;
        }
        case lane_op::month_end: {
            const lane_values a = lane(n.a);
            out = a;
            if (kernels_->month_end(dates(a.low), static_cast<std::int32_t*>(low_room()))) out.low = lanes_[r].low.get();
            if (n.exact) out.high = out.low;
            else if (kernels_->month_end(dates(a.high), static_cast<std::int32_t*>(high_room()))) out.high = lanes_[r].high.get();
            return;
        }
        case lane_op::elapsed: {
            const lane_values since = lane(n.a), now = lane(n.b);
            kernels_->elapsed(dates(since.high), dates(now.low), static_cast<std::int32_t*>(low_room()));
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                kernels_->elapsed(dates(since.low), dates(now.high), static_cast<std::int32_t*>(high_room()));
                out.high = lanes_[r].high.get();
            }
            out.valid = both_valid(since.valid, now.valid, r);
            return;
        }
        case lane_op::add_months:
        case lane_op::add_days: {
            const auto f = n.op == lane_op::add_months ? kernels_->add_months : kernels_->add_days;
            const lane_values a = lane(n.a);
            const lane_values by = n.b == no_ref ? lane_values{} : lane(n.b);
            f(dates(a.low), dates(by.low), static_cast<std::int32_t>(n.k), static_cast<std::int32_t*>(low_room()));
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                f(dates(a.high), dates(by.high), static_cast<std::int32_t>(n.k), static_cast<std::int32_t*>(high_room()));
                out.high = lanes_[r].high.get();
            }
            out.valid = both_valid(a.valid, by.valid, r);
            return;
        }
        case lane_op::open_ended: {
            const lane_values a = lane(n.a);
            kernels_->fill(n.type, n.k, high_room());
            out.low = a.low;
            out.high = lanes_[r].high.get();
            out.valid = a.valid;
            if (program_->lanes[n.a].exact) return;
            alignas(64) std::int32_t first[block_rows], last[block_rows];
            kernels_->days_of_packed(dates(a.low), first);
            kernels_->days_of_packed(dates(a.high), last);
            row_bits near{};
            for (std::size_t i = 0; i < block_rows; ++i)
                near.word[i / 64] |= std::uint64_t{std::int64_t{last[i]} - first[i] <= 366} << (i % 64);
            row_bits& valid = valid_of(r);
            for (std::size_t w = 0; w < block_words; ++w)
                valid.word[w] = near.word[w] & (a.valid == nullptr ? ~std::uint64_t{0} : a.valid->word[w]);
            out.valid = &valid;
            return;
        }
        case lane_op::date_of_year: {
            const lane_values a = lane(n.a);
            auto* days = static_cast<std::int32_t*>(low_room());
            kernels_->days_of_years(dates(a.low), static_cast<std::int32_t>(n.k), days);
            out.low = out.high = days;
            out.valid = a.valid;
            if (program_->lanes[n.a].exact) return;
            row_bits same;
            kernels_->equal(lane_type::i32, a.low, a.high, same);
            out.valid = both_valid(a.valid, &same, r);
            if (out.valid == &same) valid_of(r) = same, out.valid = &valid_of(r);
            return;
        }
        case lane_op::add:
        case lane_op::subtract: {
            const lane_values a = lane(n.a), b = lane(n.b);
            const bool adds = n.op == lane_op::add;
            const auto f = adds ? kernels_->add : kernels_->subtract;
            f(n.type, a.low, adds ? b.low : b.high, low_room());
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                f(n.type, a.high, adds ? b.high : b.low, high_room());
                out.high = lanes_[r].high.get();
            }
            out.valid = both_valid(a.valid, b.valid, r);
            return;
        }
        case lane_op::greatest: {
            const lane_values a = lane(n.a), b = lane(n.b);
            kernels_->greater(n.type, a.low, b.low, low_room());
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                kernels_->greater(n.type, a.high, b.high, high_room());
                out.high = lanes_[r].high.get();
            }
            out.valid = both_valid(a.valid, b.valid, r);
            return;
        }
        case lane_op::multiply: {
            const lane_values a = lane(n.a), b = lane(n.b);
            kernels_->multiply(n.type, a.low, b.low, low_room());
            out.low = out.high = lanes_[r].low.get();
            out.valid = both_valid(a.valid, b.valid, r);
            if (n.exact) return;
            // The corners tell.
            kernels_->fill(n.type, 0, high_room());
            alignas(64) std::byte corner[block_rows * 8];
            std::memcpy(lanes_[r].high.get(), lanes_[r].low.get(), block_rows * width(n.type));
            for (const auto& [x, y] : {std::pair(a.low, b.high), std::pair(a.high, b.low), std::pair(a.high, b.high)}) {
                kernels_->multiply(n.type, x, y, corner);
                row_bits is_less;
                kernels_->less(n.type, corner, lanes_[r].low.get(), is_less);
                kernels_->choose(n.type, is_less, corner, lanes_[r].low.get(), lanes_[r].low.get());
                kernels_->greater(n.type, lanes_[r].high.get(), corner, lanes_[r].high.get());
            }
            out.high = lanes_[r].high.get();
            return;
        }
        case lane_op::negate: {
            const lane_values a = lane(n.a);
            const auto* low = static_cast<const std::int64_t*>(n.exact ? a.low : a.high);
            kernels_->times(low, -1, static_cast<std::int64_t*>(low_room()));
            out.low = out.high = lanes_[r].low.get();
            if (!n.exact) {
                kernels_->times(static_cast<const std::int64_t*>(a.low), -1, static_cast<std::int64_t*>(high_room()));
                out.high = lanes_[r].high.get();
            }
            out.valid = a.valid;
            return;
        }
        case lane_op::floor:
        case lane_op::ceiling: {
            const lane_values a = lane(n.a);
            return each_bound(a, [&](const void* in, void* to) {
                auto* out_of = static_cast<std::int64_t*>(to);
                if (n.op == lane_op::floor) return kernels_->divide_down(static_cast<const std::int64_t*>(in), n.k, out_of);
                kernels_->times(static_cast<const std::int64_t*>(in), -1, out_of);
                kernels_->divide_down(out_of, n.k, out_of);
                kernels_->times(out_of, -1, out_of);
            });
        }
        case lane_op::select:
        case lane_op::pick: return select(n, out, r);
        case lane_op::table: return look_up(n, out, r);
        case lane_op::year:
        case lane_op::month:
        case lane_op::day: return part(n, out, r);
        case lane_op::working_days: return count_working_days(n, out, r);
    }
}

inline void block_evaluator::select(const lane_node& n, lane_values& out, std::size_t node) {
    truth_bits scratch;
    const truth_bits test = truth(n.test, scratch);
    const lane_values a = lane(n.a), b = lane(n.b);
    void* low = room(lanes_[node].low);
    kernels_->choose(n.type, test.yes, a.low, b.low, low);
    out.low = out.high = low;
    if (!n.exact) {
        void* high = room(lanes_[node].high);
        kernels_->choose(n.type, test.yes, a.high, b.high, high);
        out.high = high;
    }
    row_bits same{};
    if (n.op == lane_op::select) {
        row_bits other;
        kernels_->equal(n.type, a.low, b.low, same);
        kernels_->equal(n.type, a.high, b.high, other);
        for (std::size_t w = 0; w < block_words; ++w) same.word[w] &= other.word[w];
    }
    row_bits& valid = valid_of(node);
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t va = a.valid == nullptr ? ~std::uint64_t{0} : a.valid->word[w];
        const std::uint64_t vb = b.valid == nullptr ? ~std::uint64_t{0} : b.valid->word[w];
        const std::uint64_t yes = test.yes.word[w];
        const std::uint64_t no = n.op == lane_op::pick ? ~yes : test.no.word[w];
        valid.word[w] = (yes & va) | (no & vb) | (same.word[w] & va & vb);
    }
    out.valid = &valid;
}

inline void block_evaluator::look_up(const lane_node& n, lane_values& out, std::size_t node) {
    const table_code& code = program_->tables[n.index];
    const lane_values first = lane(n.a);
    const row_bits* valid = first.valid;
    alignas(64) std::int32_t keys[block_rows];
    const auto* at = static_cast<const std::int32_t*>(first.low);
    const lane_ref more[] = {n.b, n.c};
    row_bits known;
    for (std::size_t k = 0; k < 2; ++k) {
        if (more[k] == no_ref) continue;
        const lane_values next = lane(more[k]);
        const auto* other = static_cast<const std::int32_t*>(next.low);
        for (std::size_t i = 0; i < block_rows; ++i)
            keys[i] = static_cast<std::int32_t>(static_cast<std::uint32_t>(at[i]) * code.sizes[k + 1] + static_cast<std::uint32_t>(other[i]));
        at = keys;
        if (valid == nullptr || next.valid == nullptr) {
            valid = valid == nullptr ? next.valid : valid;
        } else {
            for (std::size_t w = 0; w < block_words; ++w) known.word[w] = valid->word[w] & next.valid->word[w];
            valid = &known;
        }
    }
    auto* answers = static_cast<std::int32_t*>(room(lanes_[node].low));
    alignas(64) std::int32_t other[block_rows], is_found[block_rows], found_of[512];
    row_bits left;
    for (std::size_t w = 0; w < block_words; ++w) left.word[w] = valid == nullptr ? ~std::uint64_t{0} : valid->word[w];
    row_bits& told = valid_of(node);
    told = row_bits{};
    bool is_first = true;
    for (const table_code::part& p : code.parts) {
        truth_bits scratch;
        const truth_bits& in = truth(p.in_force, scratch);
        const auto size = static_cast<std::uint32_t>(p.answers.size());
        row_bits here;
        const bool is_full = std::find(p.found.begin(), p.found.end(), 0) == p.found.end();
        if (!is_full && size <= std::size(found_of)) {
            for (std::size_t i = 0; i < size; ++i) found_of[i] = p.found[i];
            kernels_->look_up(at, found_of, size, is_found);
            kernels_->equal_k(lane_type::i32, is_found, 1, here);
        } else if (!is_full) {
            here = row_bits{};
            for (std::size_t i = 0; i < block_rows; ++i) {
                const auto key = std::min<std::uint32_t>(static_cast<std::uint32_t>(at[i]), size - 1);
                here.word[i / 64] |= std::uint64_t{p.found[key]} << (i % 64);
            }
        } else {
            here = every_;
        }
        std::uint64_t any = 0;
        for (std::size_t w = 0; w < block_words; ++w) any |= here.word[w] &= in.yes.word[w] & left.word[w];
        if (any == 0 && !is_first) continue;
        kernels_->look_up(at, p.answers.data(), size, is_first ? answers : other);
        if (!is_first) kernels_->choose(lane_type::i32, here, other, answers, answers);
        is_first = false;
        for (std::size_t w = 0; w < block_words; ++w) {
            told.word[w] |= here.word[w];
            left.word[w] &= ~here.word[w];
        }
    }
    out.low = out.high = answers;
    out.valid = &told;
}

/// Of a date within bounds: the part may be anything where what stands before it differs.
inline void block_evaluator::part(const lane_node& n, lane_values& out, std::size_t node) {
    const lane_values a = lane(n.a);
    auto* low = static_cast<std::int32_t*>(room(lanes_[node].low));
    kernels_->part(n.op, static_cast<const std::int32_t*>(a.low), low);
    out.low = out.high = low;
    out.valid = a.valid;
    if (n.exact) return;
    auto* high = static_cast<std::int32_t*>(room(lanes_[node].high));
    kernels_->part(n.op, static_cast<const std::int32_t*>(a.high), high);
    out.high = high;
    if (n.op == lane_op::year) return;
    const auto* first = static_cast<const std::int32_t*>(a.low);
    const auto* last = static_cast<const std::int32_t*>(a.high);
    alignas(64) std::int32_t years[2][block_rows];
    kernels_->part(lane_op::year, first, years[0]);
    kernels_->part(lane_op::year, last, years[1]);
    for (std::size_t i = 0; i < block_rows; ++i) {
        const bool differs = n.op == lane_op::month ? years[0][i] != years[1][i] : first[i] >> 5 != last[i] >> 5;
        low[i] = differs ? 1 : low[i];
        high[i] = differs ? (n.op == lane_op::month ? 12 : 31) : high[i];
    }
}

inline void block_evaluator::count_working_days(const lane_node& n, lane_values& out, std::size_t node) {
    const lane_values from = lane(n.a), to = lane(n.b);
    const row_bits* valid = both_valid(from.valid, to.valid, node);
    row_bits known{};
    auto* low = static_cast<std::int32_t*>(room(lanes_[node].low));
    auto* high = n.exact ? low : static_cast<std::int32_t*>(room(lanes_[node].high));
    alignas(64) std::int32_t days[4][block_rows];
    kernels_->days_of_packed(static_cast<const std::int32_t*>(from.high), days[0]);
    kernels_->days_of_packed(static_cast<const std::int32_t*>(to.low), days[1]);
    if (!n.exact) {
        kernels_->days_of_packed(static_cast<const std::int32_t*>(from.low), days[2]);
        kernels_->days_of_packed(static_cast<const std::int32_t*>(to.high), days[3]);
    }
    for (std::size_t i = 0; i < block_rows; ++i) {
        low[i] = high[i] = 0;
        if (valid != nullptr && (valid->word[i / 64] >> (i % 64) & 1) == 0) continue;
        low[i] = days_->count(days[0][i], days[1][i], n.k != 0);
        if (!n.exact) high[i] = days_->count(days[2][i], days[3][i], n.k != 0);
        known.word[i / 64] |= std::uint64_t{low[i] >= 0 && high[i] >= 0} << (i % 64);
    }
    valid_of(node) = known;
    out.low = low;
    out.high = high;
    out.valid = &valid_of(node);
}

}  // namespace xuanren::detail
