// include/xuanren/engine/columns/kernel_loops.hpp
//
// Compiled once for each set of instructions by src/engine/kernels.cpp, where XUANREN_KERNELS names
// the namespace; elsewhere once, as plain loops.
#if !defined(XUANREN_ENGINE_KERNEL_LOOPS) || defined(XUANREN_KERNELS)
#define XUANREN_ENGINE_KERNEL_LOOPS

#include <xuanren/engine/columns/kernel_set.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

#ifdef XUANREN_KERNELS
HWY_BEFORE_NAMESPACE();
#define XUANREN_ATTR HWY_ATTR
namespace xuanren::detail::XUANREN_KERNELS {
namespace hn = hwy::HWY_NAMESPACE;
#else
#define XUANREN_ATTR
namespace xuanren::detail::portable {
#endif

/// Calls f with a value of the type.
template <class F>
inline void with_type(lane_type t, F f) {
    switch (t) {
        case lane_type::i8: return f(std::int8_t{});
        case lane_type::u8: return f(std::uint8_t{});
        case lane_type::i16: return f(std::int16_t{});
        case lane_type::u16: return f(std::uint16_t{});
        case lane_type::i32: return f(std::int32_t{});
        case lane_type::u32: return f(std::uint32_t{});
        case lane_type::i64: return f(std::int64_t{});
    }
}

#ifdef XUANREN_KERNELS
/// One bit for each value for which test(vector) holds; load(i) gives the vector at i.
template <class T, class Load, class Test>
inline void mark(Load load, Test test, row_bits& out) {
    const hn::ScalableTag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t j = 0; j < 64; j += lanes) {
            std::uint64_t bits = 0;
            hn::StoreMaskBits(d, test(load(d, w * 64 + j)), reinterpret_cast<std::uint8_t*>(&bits));
            word |= bits << j;
        }
        out.word[w] = word;
    }
}
template <class T>
inline void less_k_of(const T* a, T k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<T>(), k);
    mark<T>([a](auto d, std::size_t i) HWY_ATTR { return hn::LoadU(d, a + i); },
            [bound](auto v) HWY_ATTR { return hn::Lt(v, bound); }, out);
}
template <class T>
inline void equal_k_of(const T* a, T k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<T>(), k);
    mark<T>([a](auto d, std::size_t i) HWY_ATTR { return hn::LoadU(d, a + i); },
            [bound](auto v) HWY_ATTR { return hn::Eq(v, bound); }, out);
}
template <class T>
inline void one_of_two(const T* a, T k, T l, row_bits& out) {
    const auto first = hn::Set(hn::ScalableTag<T>(), k), second = hn::Set(hn::ScalableTag<T>(), l);
    mark<T>([a](auto d, std::size_t i) HWY_ATTR { return hn::LoadU(d, a + i); },
            [first, second](auto v) HWY_ATTR { return hn::Or(hn::Eq(v, first), hn::Eq(v, second)); }, out);
}
template <class T>
inline void less_of(const T* a, const T* b, row_bits& out) {
    const hn::ScalableTag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t j = 0; j < 64; j += lanes) {
            std::uint64_t bits = 0;
            const std::size_t i = w * 64 + j;
            hn::StoreMaskBits(d, hn::Lt(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), reinterpret_cast<std::uint8_t*>(&bits));
            word |= bits << j;
        }
        out.word[w] = word;
    }
}
template <class T>
inline void equal_of(const T* a, const T* b, row_bits& out) {
    const hn::ScalableTag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t j = 0; j < 64; j += lanes) {
            std::uint64_t bits = 0;
            const std::size_t i = w * 64 + j;
            hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), reinterpret_cast<std::uint8_t*>(&bits));
            word |= bits << j;
        }
        out.word[w] = word;
    }
}
inline void gap_less(const std::int32_t* from, const std::int32_t* to, std::int32_t k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<std::int32_t>(), k);
    mark<std::int32_t>(
        [from, to](auto d, std::size_t i) HWY_ATTR { return hn::Sub(hn::LoadU(d, to + i), hn::LoadU(d, from + i)); },
        [bound](auto v) HWY_ATTR { return hn::Lt(v, bound); }, out);
}
#else
/// One bit for each row for which test(i) holds.
template <class Test>
inline void mark(Test test, row_bits& out) {
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t j = 0; j < 64; ++j) word |= static_cast<std::uint64_t>(test(w * 64 + j)) << j;
        out.word[w] = word;
    }
}
template <class T>
inline void less_k_of(const T* a, T k, row_bits& out) {
    mark([a, k](std::size_t i) { return a[i] < k; }, out);
}
template <class T>
inline void equal_k_of(const T* a, T k, row_bits& out) {
    mark([a, k](std::size_t i) { return a[i] == k; }, out);
}
template <class T>
inline void one_of_two(const T* a, T k, T l, row_bits& out) {
    mark([a, k, l](std::size_t i) { return (a[i] == k) | (a[i] == l); }, out);
}
template <class T>
inline void less_of(const T* a, const T* b, row_bits& out) {
    mark([a, b](std::size_t i) { return a[i] < b[i]; }, out);
}
template <class T>
inline void equal_of(const T* a, const T* b, row_bits& out) {
    mark([a, b](std::size_t i) { return a[i] == b[i]; }, out);
}
inline std::int32_t minus(std::int32_t a, std::int32_t b) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) - static_cast<std::uint32_t>(b));
}
inline void gap_less(const std::int32_t* from, const std::int32_t* to, std::int32_t k, row_bits& out) {
    mark([=](std::size_t i) { return minus(to[i], from[i]) < k; }, out);
}
#endif

inline void less_k(lane_type t, const void* a, std::int64_t k, row_bits& out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR { less_k_of(static_cast<const T*>(a), static_cast<T>(k), out); });
}
inline void equal_k(lane_type t, const void* a, std::int64_t k, row_bits& out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR { equal_k_of(static_cast<const T*>(a), static_cast<T>(k), out); });
}
inline void one_of(lane_type t, const void* a, const std::int64_t* set, std::size_t count, row_bits& out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR {
        const T* v = static_cast<const T*>(a);
        // Neighbours are one stretch: two comparisons instead of one a member.
        row_bits more;
        bool is_first = true;
        for (std::size_t i = 0; i < count;) {
            std::size_t j = i + 1;
            while (j < count && set[j] == set[j - 1] + 1) ++j;
            row_bits& here = is_first ? out : more;
            if (j - i == 1) {
                equal_k_of(v, static_cast<T>(set[i]), here);
            } else if (j - i == 2) {
                one_of_two(v, static_cast<T>(set[i]), static_cast<T>(set[i + 1]), here);
            } else {
                row_bits below;
                less_k_of(v, static_cast<T>(set[i]), below);
                if (set[j - 1] == std::numeric_limits<T>::max()) {
                    for (std::size_t w = 0; w < block_words; ++w) here.word[w] = ~below.word[w];
                } else {
                    less_k_of(v, static_cast<T>(set[j - 1] + 1), here);
                    for (std::size_t w = 0; w < block_words; ++w) here.word[w] &= ~below.word[w];
                }
            }
            if (!is_first)
                for (std::size_t w = 0; w < block_words; ++w) out.word[w] |= more.word[w];
            is_first = false;
            i = j;
        }
    });
}
inline void less(lane_type t, const void* a, const void* b, row_bits& out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR { less_of(static_cast<const T*>(a), static_cast<const T*>(b), out); });
}
inline void equal(lane_type t, const void* a, const void* b, row_bits& out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR { equal_of(static_cast<const T*>(a), static_cast<const T*>(b), out); });
}
inline void is_set(const std::uint8_t* a, row_bits& out) {
    equal_k_of(a, std::uint8_t{0}, out);
    for (std::uint64_t& w : out.word) w = ~w;
}

inline void widen(lane_type from, const void* a, lane_type to, void* out) {
    with_type(from, [&]<class T>(T) XUANREN_ATTR {
        const T* v = static_cast<const T*>(a);
        if (to == lane_type::i64) {
            auto* w = static_cast<std::int64_t*>(out);
            for (std::size_t i = 0; i < block_rows; ++i) w[i] = static_cast<std::int64_t>(v[i]);
        } else if (to == lane_type::i32) {
            auto* w = static_cast<std::int32_t*>(out);
            for (std::size_t i = 0; i < block_rows; ++i) w[i] = static_cast<std::int32_t>(v[i]);
        } else {
            auto* w = static_cast<std::int16_t*>(out);
            for (std::size_t i = 0; i < block_rows; ++i) w[i] = static_cast<std::int16_t>(v[i]);
        }
    });
}

// Arithmetic wraps: what is not known may be anything, and what is known was shown to fit.
inline std::uint32_t bits_of(std::int32_t n) { return static_cast<std::uint32_t>(n); }
inline std::uint64_t bits_of(std::int64_t n) { return static_cast<std::uint64_t>(n); }

// Years are counted from one so far back that none is negative; it is a multiple of 400.
inline constexpr std::int32_t year_zero = 2'400'000;

/// The month in which a packed date lies, counted from year_zero.
inline std::uint32_t month_of(std::int32_t packed) {
    return bits_of(packed >> 5) + static_cast<std::uint32_t>(year_zero) * 12;
}
inline std::uint32_t length_of(std::uint32_t month) {
    const std::uint32_t year = month / 12;
    const std::uint32_t m = month - year * 12 + 1;
    const std::uint32_t century = year / 100;
    const std::uint32_t in_century = year - century * 100;
    const bool leaps = (year & 3) == 0 && (in_century != 0 || (century & 3) == 0);
    const std::uint32_t length = 30 | (m ^ (m >> 3));
    return m == 2 ? 28 + static_cast<std::uint32_t>(leaps) : length;
}

inline bool month_end(const std::int32_t* a, std::int32_t* out) {
    std::uint32_t late = 0;
    for (std::size_t i = 0; i < block_rows; ++i) late |= static_cast<std::uint32_t>((bits_of(a[i]) & 31) >= 28);
    if (late == 0) return false;
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::uint32_t day = bits_of(a[i]) & 31;
        out[i] = a[i] | (day == length_of(month_of(a[i])) ? 31 : 0);
    }
    return true;
}
inline void elapsed(const std::int32_t* from, const std::int32_t* to, std::int32_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = static_cast<std::int32_t>(bits_of(to[i]) - bits_of(from[i])) >> 5;
}
inline std::int32_t moved_by_months(std::int32_t date, std::int32_t by) {
    const std::uint32_t month = month_of(date) + bits_of(by);
    const std::uint32_t day = bits_of(date) & 31, length = length_of(month);
    const std::uint32_t count = month - static_cast<std::uint32_t>(year_zero) * 12;
    return static_cast<std::int32_t>((count << 5) | (day < length ? day : length));
}
inline void add_months(const std::int32_t* a, const std::int32_t* by, std::int32_t k, std::int32_t* out) {
    if (by == nullptr)
        for (std::size_t i = 0; i < block_rows; ++i) out[i] = moved_by_months(a[i], k);
    else
        for (std::size_t i = 0; i < block_rows; ++i) out[i] = moved_by_months(a[i], by[i]);
}
// Days are counted from 0000-03-01, 400 years (146,097 days) back for each era that may be asked for.
inline constexpr std::int32_t days_to_1970 = 719'468;
inline constexpr std::uint32_t eras_before = 100;
inline std::int32_t packed_of_day(std::int32_t day) {
    const std::uint32_t shifted = bits_of(day) + static_cast<std::uint32_t>(days_to_1970) + eras_before * 146'097;
    const std::uint32_t era = shifted / 146'097;
    const std::uint32_t of_era = shifted - era * 146'097;
    const std::uint32_t year_of_era = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const std::uint32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint32_t m = (5 * of_year + 2) / 153;
    const std::uint32_t d = of_year - (153 * m + 2) / 5 + 1;
    const std::uint32_t year = year_of_era + era * 400 - eras_before * 400 + (m >= 10 ? 1U : 0U);
    const std::uint32_t month = m < 10 ? m + 2 : m - 10;
    return static_cast<std::int32_t>(((year * 12 + month) << 5) | d);
}
inline std::int32_t day_of_packed(std::int32_t date) {
    const std::uint32_t count = bits_of(date >> 5) + eras_before * 400 * 12;
    const std::uint32_t full = count / 12;
    const std::uint32_t m = count - full * 12 + 1;
    const std::uint32_t year = full - (m <= 2 ? 1U : 0U);
    const std::uint32_t era = year / 400;
    const std::uint32_t of_era = year - era * 400;
    const std::uint32_t of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + (bits_of(date) & 31) - 1;
    const std::uint32_t days = era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return static_cast<std::int32_t>(days - static_cast<std::uint32_t>(days_to_1970) - eras_before * 146'097);
}
inline void packed_of_days(const std::int32_t* a, std::int32_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = packed_of_day(a[i]);
}
inline void days_of_packed(const std::int32_t* a, std::int32_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = day_of_packed(a[i]);
}
inline void add_days(const std::int32_t* a, std::int32_t k, std::int32_t* out) {
    if (k == 1) {
        for (std::size_t i = 0; i < block_rows; ++i) {
            const std::uint32_t next = (bits_of(a[i]) | 31) + 2;
            out[i] = (bits_of(a[i]) & 31) >= length_of(month_of(a[i])) ? static_cast<std::int32_t>(next)
                                                                      : static_cast<std::int32_t>(bits_of(a[i]) + 1);
        }
        return;
    }
    for (std::size_t i = 0; i < block_rows; ++i)
        out[i] = packed_of_day(static_cast<std::int32_t>(bits_of(day_of_packed(a[i])) + bits_of(k)));
}

template <class T, class F>
inline void combine(const void* a, const void* b, void* out, F f) {
    const T* x = static_cast<const T*>(a);
    const T* y = static_cast<const T*>(b);
    T* z = static_cast<T*>(out);
    for (std::size_t i = 0; i < block_rows; ++i) z[i] = static_cast<T>(f(bits_of(x[i]), bits_of(y[i])));
}
inline void add(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x + y; };
    t == lane_type::i32 ? combine<std::int32_t>(a, b, out, f) : combine<std::int64_t>(a, b, out, f);
}
inline void subtract(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x - y; };
    t == lane_type::i32 ? combine<std::int32_t>(a, b, out, f) : combine<std::int64_t>(a, b, out, f);
}
inline void multiply(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x * y; };
    t == lane_type::i32 ? combine<std::int32_t>(a, b, out, f) : combine<std::int64_t>(a, b, out, f);
}
inline void times(const std::int64_t* a, std::int64_t k, std::int64_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = static_cast<std::int64_t>(bits_of(a[i]) * bits_of(k));
}
/// Towards the smaller.
inline void divide_down(const std::int64_t* a, std::int64_t k, std::int64_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = a[i] / k - (a[i] % k < 0 ? 1 : 0);
}
inline void fill(lane_type t, std::int64_t k, void* out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR { std::fill_n(static_cast<T*>(out), block_rows, static_cast<T>(k)); });
}
inline void choose(lane_type t, const row_bits& test, const void* a, const void* b, void* out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR {
        const T* x = static_cast<const T*>(a);
        const T* y = static_cast<const T*>(b);
        T* z = static_cast<T*>(out);
        for (std::size_t w = 0; w < block_words; ++w) {
            const std::uint64_t word = test.word[w];
            for (std::size_t j = 0; j < 64; ++j) {
                const std::size_t i = w * 64 + j;
                z[i] = (word >> j & 1) != 0 ? x[i] : y[i];
            }
        }
    });
}
inline void greater(lane_type t, const void* a, const void* b, void* out) {
    with_type(t, [&]<class T>(T) XUANREN_ATTR {
        const T* x = static_cast<const T*>(a);
        const T* y = static_cast<const T*>(b);
        T* z = static_cast<T*>(out);
        for (std::size_t i = 0; i < block_rows; ++i) z[i] = x[i] < y[i] ? y[i] : x[i];
    });
}
inline void look_up(const std::int32_t* keys, const std::int32_t* answers, std::uint32_t count, std::int32_t* out) {
    const std::uint32_t last = count - 1;
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::uint32_t key = bits_of(keys[i]);
        out[i] = answers[key < last ? key : last];
    }
}
inline void part(lane_op op, const std::int32_t* a, std::int32_t* out) {
    if (op == lane_op::day) {
        for (std::size_t i = 0; i < block_rows; ++i) out[i] = a[i] & 31;
        return;
    }
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::uint32_t month = month_of(a[i]);
        const std::uint32_t year = month / 12;
        out[i] = op == lane_op::year ? static_cast<std::int32_t>(year) - year_zero
                                     : static_cast<std::int32_t>(month - year * 12 + 1);
    }
}

#if defined(__GNUC__) && !defined(__clang__)
#define XUANREN_APART _Pragma("GCC ivdep")
#else
#define XUANREN_APART
#endif

inline bool both(truth_bits& all, const truth_bits& part, bool is_negated, const row_bits& mask) {
    const std::uint64_t* yes = is_negated ? part.no.word : part.yes.word;
    const std::uint64_t* no = is_negated ? part.yes.word : part.no.word;
    std::uint64_t left = 0;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        all.yes.word[w] &= yes[w];
        all.no.word[w] |= no[w];
        left |= ~all.no.word[w] & mask.word[w];
    }
    return left != 0;
}

inline void count_of(const status_planes& out, const row_bits& stands, const row_bits* undated, std::uint64_t* counts) {
    std::uint64_t sums[8] = {};
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = out.bit[0].word[w], b = out.bit[1].word[w], c = out.bit[2].word[w];
        const std::uint64_t here = stands.word[w] | (undated == nullptr ? 0 : undated->word[w]);
        const std::uint64_t is[8] = {~a & ~b & ~c & here, a & ~b & ~c, ~a & b & ~c, a & b & ~c,
                                     ~a & ~b & c,         a & ~b & c,  ~a & b & c,  a & b & c};
        for (std::size_t s = 0; s < 8; ++s) sums[s] += static_cast<std::uint64_t>(std::popcount(is[s]));
    }
    for (std::size_t s = 0; s < 8; ++s) counts[s] += sums[s];
}

inline void judge_plain(const judged_rule& r, status_planes& out) {
    const std::uint64_t* stands = r.stands->word;
    const std::uint64_t* scope_yes = r.scope->yes.word;
    const std::uint64_t* scope_no = r.scope->no.word;
    const std::uint64_t* yes = r.requirement->yes.word;
    const std::uint64_t* no = r.requirement->no.word;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t reached = stands[w] & ~scope_no[w];
        const std::uint64_t violated = reached & scope_yes[w] & no[w];
        out.bit[0].word[w] = reached & yes[w];
        out.bit[1].word[w] = violated;
        out.bit[2].word[w] = reached & ~yes[w] & ~violated;
    }
}

inline void judge(const judged_rule& r, status_planes& out, std::uint64_t* counts) {
    if (r.is_plain) {
        judge_plain(r, out);
    } else {
        const auto at = [](const row_bits* p, std::size_t w) XUANREN_ATTR { return p == nullptr ? 0 : p->word[w]; };
        for (std::size_t w = 0; w < block_words; ++w) {
            const std::uint64_t scope_no = r.scope->no.word[w], scope_yes = r.scope->yes.word[w];
            const std::uint64_t reached = r.stands->word[w] & ~scope_no;
            std::uint64_t pending = reached & at(r.pending, w);
            const std::uint64_t live = reached & ~pending;
            std::uint64_t no = r.is_open ? 0 : r.requirement->no.word[w];
            std::uint64_t yes = r.is_open ? 0 : r.requirement->yes.word[w];
            const std::uint64_t band_yes = r.is_open ? ~std::uint64_t{0} : r.band == nullptr ? 0 : r.band->yes.word[w];
            const std::uint64_t band_no = r.is_open ? 0 : r.band == nullptr ? ~std::uint64_t{0} : r.band->no.word[w];
            const std::uint64_t is_met = yes & band_no;
            std::uint64_t done = is_met;
            if (r.has_met) {
                const std::uint64_t dated = is_met & ~at(r.met_none, w);
                const std::uint64_t to_come = dated & at(r.met_to_come, w);
                const std::uint64_t told = dated & ~to_come;
                done &= ~to_come;
                yes = (yes & ~dated) | (told & r.in_time->yes.word[w]);
                no = (no & ~told) | to_come | (told & r.in_time->no.word[w]);
            }
            const std::uint64_t satisfied = live & is_met & yes;
            const std::uint64_t left = live & ~satisfied;
            const std::uint64_t exception_yes = r.excepted == nullptr ? 0 : r.excepted->yes.word[w];
            const std::uint64_t exception_no = r.excepted == nullptr ? ~std::uint64_t{0} : r.excepted->no.word[w];
            const std::uint64_t excepted = left & exception_yes;
            const std::uint64_t rest = left & ~excepted;
            std::uint64_t judgement = rest & band_yes & scope_yes;
            std::uint64_t violated = rest & band_no & scope_yes & no & exception_no;
            std::uint64_t undetermined = rest & ~judgement & ~violated;
            if (r.loosening != nullptr) {
                const std::uint64_t loose_yes = r.loosening->yes.word[w], loose_no = r.loosening->no.word[w];
                const std::uint64_t loosened = (violated | undetermined) & loose_yes;
                judgement |= loosened;
                undetermined = (undetermined & ~loose_yes) | (violated & ~loose_yes & ~loose_no);
                violated &= loose_no;
            }
            if (r.is_duty) {
                const std::uint64_t deferred = rest & at(r.due_known, w) & scope_yes & ~done & ~at(r.due_passed, w);
                pending |= deferred;
                judgement &= ~deferred;
                violated &= ~deferred;
                undetermined &= ~deferred;
            }
            if (r.is_loosened) {
                judgement |= violated | undetermined;
                violated = undetermined = 0;
            }
            out.bit[0].word[w] = satisfied | excepted | judgement;
            out.bit[1].word[w] = violated | excepted | pending;
            out.bit[2].word[w] = undetermined | judgement | pending;
        }
    }
    if (r.undated != nullptr)
        for (std::size_t w = 0; w < block_words; ++w) out.bit[2].word[w] |= r.undated->word[w];
    if (counts != nullptr) count_of(out, *r.stands, r.undated, counts);
}

inline void weigh(const status_planes& of, const judged_rule& rule, weight how, outcome_planes& into) {
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = of.bit[0].word[w], b = of.bit[1].word[w], c = of.bit[2].word[w];
        const std::uint64_t violated = ~a & b & ~c, judged = a & ~b & c;
        const std::uint64_t open = c & ~(a ^ b);  // undetermined, failed
        const std::uint64_t decided = rule.decided == nullptr ? ~std::uint64_t{0} : rule.decided->word[w];
        into.checked.word[w] |= (a | b | c) & ~(~a & b & c);
        into.judgement.word[w] |= judged;
        if (how == weight::must || how == weight::report || how == weight::report_void) into.incomplete.word[w] |= open;
        if (how == weight::must) into.violation.word[w] |= violated;
        if (how == weight::report) into.needs_approval.word[w] |= violated;
        if (how == weight::report_void) {
            into.violation.word[w] |= violated & decided;
            into.needs_approval.word[w] |= violated & ~decided;
        }
        if (how == weight::ordinarily) into.judgement.word[w] |= violated | open;
    }
}

inline const kernel_set& loops() {
    static const kernel_set set = {
#ifdef XUANREN_KERNELS
        hwy::TargetName(HWY_TARGET),
#else
        "portable",
#endif
        less_k,    equal_k,  one_of,     less,     equal,          gap_less,       is_set, widen,
        month_end, elapsed,  add_months, add_days, packed_of_days, days_of_packed, add,    subtract,
        multiply,  times,    divide_down, fill,    choose,         greater,        look_up, part,
        both,      judge,    weigh};
    return set;
}

#ifdef XUANREN_KERNELS
}  // namespace xuanren::detail::XUANREN_KERNELS
HWY_AFTER_NAMESPACE();
#else
}  // namespace xuanren::detail::portable
#endif
#undef XUANREN_ATTR
#undef XUANREN_APART

#endif
