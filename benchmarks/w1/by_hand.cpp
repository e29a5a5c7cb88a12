// benchmarks/w1/by_hand.cpp
//
// W1 over columns written out by hand. Every 64 rows each test becomes one word of bits, and the
// rules are a few operations on words.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "w1/by_hand.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "columns.hpp"
#include "row_loop.hpp"

#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace w1::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using dates = hn::CappedTag<std::int32_t, 16>;
using codes = hn::CappedTag<std::int8_t, 64>;
using hours = hn::CappedTag<std::int16_t, 32>;

/// The bits of 64 rows, `test` being given the first row of each vector.
template <class Tag, class Test>
HWY_INLINE std::uint64_t bits_of(Tag d, Test test) {
    constexpr std::size_t lanes = hn::MaxLanes(d);
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 64; i += lanes) {
        std::uint64_t here = 0;
        std::uint8_t stored[8] = {};
        hn::StoreMaskBits(d, test(i), stored);
        std::memcpy(&here, stored, 8);
        out |= here << i;
    }
    return out;
}

/// date + months > as_of
HWY_INLINE std::uint64_t lies_after(const std::int32_t* date, std::int32_t months, const std::int32_t* as_of) {
    const dates d;
    const auto more = hn::Set(d, months << 5);
    return bits_of(d, [&](std::size_t i) { return hn::Gt(hn::Add(hn::LoadU(d, date + i), more), hn::LoadU(d, as_of + i)); });
}

/// date + months[code] > as_of, the months below 128 and as many as a vector of 16 bytes has.
HWY_INLINE std::uint64_t lies_after_by_code(const std::int32_t* date, const std::int8_t* code, const std::uint8_t* table, int scale_bits,
                                            std::int32_t scale, const std::int32_t* as_of) {
    const dates d;
    const hn::Rebind<std::uint8_t, dates> bytes;
    const hn::CappedTag<std::uint8_t, 64> full;
    alignas(64) std::uint8_t found[64];
    const auto entries = hn::LoadDup128(full, table);
    for (std::size_t i = 0; i < 64; i += hn::Lanes(full))
        hn::Store(hn::TableLookupBytes(entries, hn::LoadU(full, reinterpret_cast<const std::uint8_t*>(code) + i)), full, found + i);
    const auto by = hn::Set(d, scale);
    return bits_of(d, [&](std::size_t i) {
        const auto more = hn::PromoteTo(d, hn::LoadU(bytes, found + i));
        const auto months = scale == 1 ? more : hn::Mul(more, by);
        return hn::Gt(hn::Add(hn::LoadU(d, date + i), hn::ShiftLeftSame(months, scale_bits)), hn::LoadU(d, as_of + i));
    });
}

HWY_INLINE std::uint64_t at_least(const std::int8_t* code, std::int8_t bound) {
    const codes d;
    const auto below = hn::Set(d, static_cast<hn::TFromD<decltype(d)>>(bound - 1));
    return bits_of(d, [&](std::size_t i) { return hn::Gt(hn::LoadU(d, code + i), below); });
}
HWY_INLINE std::uint64_t is_odd(const std::int8_t* code) {
    const codes d;
    const auto one = hn::Set(d, std::int8_t{1});
    return bits_of(d, [&](std::size_t i) { return hn::TestBit(hn::LoadU(d, code + i), one); });
}
HWY_INLINE std::uint64_t at_least(const std::int16_t* code, std::int16_t bound) {
    const hours d;
    const auto below = hn::Set(d, static_cast<hn::TFromD<decltype(d)>>(bound - 1));
    return bits_of(d, [&](std::size_t i) { return hn::Gt(hn::LoadU(d, code + i), below); });
}

/// What 64 rows say of one test: yes, no, or neither where it is unknown.
struct known_bits {
    std::uint64_t yes, no;
    HWY_INLINE std::uint64_t open() const { return ~(yes | no); }
};
HWY_INLINE known_bits operator&(known_bits a, known_bits b) { return {a.yes & b.yes, a.no | b.no}; }
HWY_INLINE known_bits operator|(known_bits a, known_bits b) { return {a.yes | b.yes, a.no & b.no}; }
HWY_INLINE known_bits operator!(known_bits a) { return {a.no, a.yes}; }

template <bool MayBeUnknown>
HWY_INLINE void judge(const columns& c, answers& out) {
    alignas(16) std::uint8_t years[16] = {}, months[16] = {};
    for (std::size_t i = 0; i < 10; ++i) years[i] = static_cast<std::uint8_t>(retirement_years[i]);
    for (std::size_t i = 0; i < 6; ++i) months[i] = static_cast<std::uint8_t>(bar_months[i]);
    const std::size_t words = words_for(c.rows);
    for (std::size_t w = 0; w < words; ++w) {
        const std::size_t r = w * 64;
        const auto known = [&](column k) { return MayBeUnknown ? c.valid[static_cast<std::size_t>(k)][w] : ~std::uint64_t{0}; };
        const auto told = [](std::uint64_t test, std::uint64_t valid) { return known_bits{test & valid, ~test & valid}; };
        const std::uint64_t has_day = known(column::as_of);
        const std::int32_t* as_of = c.as_of.data() + r;
        const std::uint64_t target_known = known(column::target_level), level_known = known(column::level);
        const std::int8_t* target = c.target_level.data() + r;
        const std::int8_t* level = c.level.data() + r;

        const known_bits leads = told(at_least(target, 3), target_known);
        const codes d;
        const auto one = hn::Set(d, std::int8_t{1});
        const known_bits is_next = told(bits_of(d, [&](std::size_t i) {
            return hn::Eq(hn::LoadU(d, target + i), hn::Add(hn::LoadU(d, level + i), one));
        }), target_known & level_known);
        const known_bits skips = told(bits_of(d, [&](std::size_t i) {
            return hn::Gt(hn::LoadU(d, target + i), hn::Add(hn::LoadU(d, level + i), one));
        }), target_known & level_known);
        const known_bits odd = told(is_odd(level), level_known);

        std::size_t rule = 0;
        const auto tell = [&](known_bits scope, known_bits met) {
            out.violated[rule][w] = scope.yes & met.no & has_day;
            // Without a day to judge by no rule can be decided.
            if constexpr (MayBeUnknown) out.undetermined[rule][w] = (scope.yes & met.open()) | (scope.open() & ~met.yes) | ~has_day;
            ++rule;
        };
        const known_bits every{~std::uint64_t{0}, 0};
        const auto not_after = [&](column k, const std::vector<std::int32_t>& date, std::int32_t m) {
            return !told(lies_after(date.data() + r, m, as_of), known(k) & has_day);
        };
        const auto reaches = [&](column k, const std::vector<std::int8_t>& code, std::int8_t bound) {
            return told(at_least(code.data() + r, bound), known(k));
        };

        tell(leads, not_after(column::work_started, c.work_started, 60) & reaches(column::grassroots_years, c.grassroots_years, 2));
        tell(leads, reaches(column::lower_posts, c.lower_posts, 2));
        tell(odd & is_next, not_after(column::level_since, c.level_since, 24));
        tell(!odd & reaches(column::level, c.level, 2) & is_next, not_after(column::level_since, c.level_since, 36));
        tell(every, reaches(column::education, c.education, 3) &
                        ((!told(at_least(target, 5), target_known)) | reaches(column::education, c.education, 4)));
        tell(every, !skips);
        tell(told(c.has_probation_ends[w], known(column::has_probation_ends)), not_after(column::probation_ends, c.probation_ends, 0));
        tell(every, !reaches(column::last_assessment, c.last_assessment, 2));
        tell(told(c.has_sanctioned_on[w], known(column::has_sanctioned_on)),
             !told(lies_after_by_code(c.sanctioned_on.data() + r, c.sanction_kind.data() + r, months, 5, 1, as_of),
                   known(column::sanctioned_on) & known(column::sanction_kind) & has_day));
        tell(every, told(lies_after_by_code(c.born.data() + r, target, years, 7, 3, as_of), known(column::born) & target_known & has_day));
        {
            const std::uint64_t least = at_least(c.training_hours.data() + r, 350);
            const std::uint64_t more = at_least(c.training_hours.data() + r, 550);
            tell(every, told((leads.yes & more) | (leads.no & least), known(column::training_hours) & target_known));
        }
        tell(told(c.party_post[w], known(column::party_post)),
             told(c.has_party_joined[w], known(column::has_party_joined)) & not_after(column::party_joined, c.party_joined, 36));
    }
    // The rows that fill the last word up are none.
    if (const std::size_t over = c.rows % 64; over != 0) {
        const std::uint64_t rows = (std::uint64_t{1} << over) - 1;
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            out.violated[rule][words - 1] &= rows;
            out.undetermined[rule][words - 1] &= rows;
        }
    }
}

void judge_known(const columns& c, answers& out) { judge<false>(c, out); }
void judge_unknown(const columns& c, answers& out) { judge<true>(c, out); }

}  // namespace w1::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace w1 {

HWY_EXPORT(judge_known);
HWY_EXPORT(judge_unknown);

void judge_by_vectors(const columns& c, answers& out) { HWY_DYNAMIC_DISPATCH(judge_known)(c, out); }
void judge_by_vectors_with_unknowns(const columns& c, answers& out) { HWY_DYNAMIC_DISPATCH(judge_unknown)(c, out); }

const char* vector_instructions() {
    const std::int64_t supported = hwy::SupportedTargets() & HWY_TARGETS;
    return hwy::TargetName(supported & -supported);
}

void judge_by_plain_loop(const columns& c, std::vector<std::uint16_t>& violated) {
    const auto bit = [](const bitmap& bits, std::size_t i) { return static_cast<unsigned>(bits[i / 64] >> (i % 64)) & 1u; };
    for (std::size_t i = 0; i < c.rows; ++i) {
        const std::int32_t as_of = c.as_of[i];
        const int target = c.target_level[i], level = c.level[i];
        const unsigned leads = target >= 3, is_next = target == level + 1, odd = (level & 1) != 0;
        const unsigned r1 = leads & (unsigned{plus_years(c.work_started[i], 5) > as_of} | unsigned{c.grassroots_years[i] < 2});
        const unsigned r2 = leads & unsigned{c.lower_posts[i] < 2};
        const unsigned r3 = odd & is_next & unsigned{plus_years(c.level_since[i], 2) > as_of};
        const unsigned r4 = (odd ^ 1u) & unsigned{level >= 2} & is_next & unsigned{plus_years(c.level_since[i], 3) > as_of};
        const unsigned r5 = unsigned{c.education[i] < 3} | (unsigned{target >= 5} & unsigned{c.education[i] < 4});
        const unsigned r6 = target > level + 1;
        const unsigned r7 = bit(c.has_probation_ends, i) & unsigned{c.probation_ends[i] > as_of};
        const unsigned r8 = c.last_assessment[i] >= 2;
        const unsigned r9 = bit(c.has_sanctioned_on, i) & unsigned{plus_months(c.sanctioned_on[i], bar_months[c.sanction_kind[i]]) > as_of};
        const unsigned r10 = plus_years(c.born[i], retirement_years[target]) <= as_of;
        const unsigned r11 = c.training_hours[i] < 350 + static_cast<int>(leads) * 200;
        const unsigned r12 = bit(c.party_post, i) & ((bit(c.has_party_joined, i) ^ 1u) | unsigned{plus_years(c.party_joined[i], 3) > as_of});
        violated[i] = static_cast<std::uint16_t>(r1 | r2 << 1 | r3 << 2 | r4 << 3 | r5 << 4 | r6 << 5 | r7 << 6 | r8 << 7 | r9 << 8 | r10 << 9 |
                                                 r11 << 10 | r12 << 11);
    }
}

}  // namespace w1

#endif  // HWY_ONCE
