// include/xuanren/engine/columns/kernel_loops.hpp
//
// Compiled once for each set of instructions by src/engine/kernels.cpp, where XUANREN_KERNELS names
// the namespace; elsewhere once, as plain loops.
#if !defined(XUANREN_ENGINE_KERNEL_LOOPS) || defined(XUANREN_KERNELS)
#define XUANREN_ENGINE_KERNEL_LOOPS

#include <xuanren/engine/columns/kernel_dates.hpp>
#include <xuanren/engine/columns/kernel_set.hpp>
#include <xuanren/engine/columns/kernel_status.hpp>

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
/// One bit for each row for which test(d, i) holds: the mask of the vector that begins at i.
template <class T, class Test>
inline void mark(Test test, row_bits& out) {
    const hn::ScalableTag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t w = 0; w < block_words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t j = 0; j < 64; j += lanes) {
            std::uint64_t bits = 0;
            hn::StoreMaskBits(d, test(d, w * 64 + j), reinterpret_cast<std::uint8_t*>(&bits));
            word |= bits << j;
        }
        out.word[w] = word;
    }
}
template <class T>
inline void less_k_of(const T* a, T k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<T>(), k);
    mark<T>([a, bound](auto d, std::size_t i) HWY_ATTR { return hn::Lt(hn::LoadU(d, a + i), bound); }, out);
}
template <class T>
inline void equal_k_of(const T* a, T k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<T>(), k);
    mark<T>([a, bound](auto d, std::size_t i) HWY_ATTR { return hn::Eq(hn::LoadU(d, a + i), bound); }, out);
}
template <class T>
inline void one_of_four(const T* a, const T (&k)[4], row_bits& out) {
    const hn::ScalableTag<T> tag;
    const auto k0 = hn::Set(tag, k[0]), k1 = hn::Set(tag, k[1]), k2 = hn::Set(tag, k[2]), k3 = hn::Set(tag, k[3]);
    mark<T>(
        [=](auto d, std::size_t i) HWY_ATTR {
            const auto v = hn::LoadU(d, a + i);
            return hn::Or(hn::Or(hn::Eq(v, k0), hn::Eq(v, k1)), hn::Or(hn::Eq(v, k2), hn::Eq(v, k3)));
        },
        out);
}
template <class T>
inline void less_of(const T* a, const T* b, row_bits& out) {
    mark<T>([a, b](auto d, std::size_t i) HWY_ATTR { return hn::Lt(hn::LoadU(d, a + i), hn::LoadU(d, b + i)); }, out);
}
template <class T>
inline void equal_of(const T* a, const T* b, row_bits& out) {
    mark<T>([a, b](auto d, std::size_t i) HWY_ATTR { return hn::Eq(hn::LoadU(d, a + i), hn::LoadU(d, b + i)); }, out);
}
inline void gap_less(const std::int32_t* from, const std::int32_t* to, std::int32_t k, row_bits& out) {
    const auto bound = hn::Set(hn::ScalableTag<std::int32_t>(), k);
    mark<std::int32_t>(
        [=](auto d, std::size_t i) HWY_ATTR {
            return hn::Lt(hn::Sub(hn::LoadU(d, to + i), hn::LoadU(d, from + i)), bound);
        },
        out);
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
inline void one_of_four(const T* a, const T (&k)[4], row_bits& out) {
    mark([a, &k](std::size_t i) { return (a[i] == k[0]) | (a[i] == k[1]) | (a[i] == k[2]) | (a[i] == k[3]); }, out);
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
        // Neighbours throughout are one stretch: two comparisons, however many they are.
        const bool is_stretch = set[count - 1] - set[0] == static_cast<std::int64_t>(count) - 1;
        if (is_stretch && count > 4 && set[count - 1] < std::numeric_limits<T>::max()) {
            row_bits below;
            less_k_of(v, static_cast<T>(set[0]), below);
            less_k_of(v, static_cast<T>(set[count - 1] + 1), out);
            for (std::size_t w = 0; w < block_words; ++w) out.word[w] &= ~below.word[w];
            return;
        }
        row_bits more;
        for (std::size_t i = 0; i < count; i += 4) {
            const auto k = [&](std::size_t n) XUANREN_ATTR { return static_cast<T>(set[std::min(i + n, count - 1)]); };
            const T four[4] = {k(0), k(1), k(2), k(3)};
            one_of_four(v, four, i == 0 ? out : more);
            if (i != 0)
                for (std::size_t w = 0; w < block_words; ++w) out.word[w] |= more.word[w];
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
        with_type(to, [&]<class U>(U) XUANREN_ATTR {
            U* w = static_cast<U*>(out);
            for (std::size_t i = 0; i < block_rows; ++i) w[i] = static_cast<U>(v[i]);
        });
    });
}

template <class T, class F>
inline void combine(const void* a, const void* b, void* out, F f) {
    const T* x = static_cast<const T*>(a);
    const T* y = static_cast<const T*>(b);
    T* z = static_cast<T*>(out);
    for (std::size_t i = 0; i < block_rows; ++i) z[i] = static_cast<T>(f(bits_of(x[i]), bits_of(y[i])));
}
template <class F>
inline void combine(lane_type t, const void* a, const void* b, void* out, F f) {
    if (t == lane_type::i16) combine<std::int16_t>(a, b, out, f);
    else if (t == lane_type::i32) combine<std::int32_t>(a, b, out, f);
    else combine<std::int64_t>(a, b, out, f);
}
inline void add(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x + y; };
    combine(t, a, b, out, f);
}
inline void subtract(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x - y; };
    combine(t, a, b, out, f);
}
inline void multiply(lane_type t, const void* a, const void* b, void* out) {
    const auto f = [](auto x, auto y) XUANREN_ATTR { return x * y; };
    combine(t, a, b, out, f);
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
#ifdef XUANREN_KERNELS
    const hn::ScalableTag<std::int32_t> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    const auto bound = hn::Set(du, last);
    const std::size_t lanes = hn::Lanes(d);
    if (count <= 2 * lanes) {
        // Few answers stay in two vectors; asking memory for each would take ten times as long.
        HWY_ALIGN std::int32_t few[2 * hn::MaxLanes(d)] = {};
        std::copy_n(answers, count, few);
        const auto low = hn::Load(d, few), high = hn::Load(d, few + lanes);
        const auto inside = hn::Set(du, static_cast<std::uint32_t>(lanes - 1));
        for (std::size_t i = 0; i < block_rows; i += lanes) {
            const auto key = hn::Min(hn::BitCast(du, hn::LoadU(d, keys + i)), bound);
            const auto at = hn::IndicesFromVec(d, hn::And(key, inside));
            const auto is_high = hn::RebindMask(d, hn::Gt(key, inside));
            hn::StoreU(hn::IfThenElse(is_high, hn::TableLookupLanes(high, at), hn::TableLookupLanes(low, at)), d, out + i);
        }
        return;
    }
    for (std::size_t i = 0; i < block_rows; i += hn::Lanes(d)) {
        const auto key = hn::Min(hn::BitCast(du, hn::LoadU(d, keys + i)), bound);
        hn::StoreU(hn::GatherIndex(d, answers, hn::BitCast(d, key)), d, out + i);
    }
#else
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::uint32_t key = bits_of(keys[i]);
        out[i] = answers[key < last ? key : last];
    }
#endif
}
inline void part(lane_op op, const std::int32_t* a, std::int32_t* out) {
    if (op == lane_op::day) {
        for (std::size_t i = 0; i < block_rows; ++i) out[i] = a[i] & 31;
        return;
    }
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::int32_t month = month_of(a[i]);
        const std::int32_t year = year_of(month);
        out[i] = op == lane_op::year ? year - year_zero : month - year * 12 + 1;
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
        month_end, elapsed,  add_months, add_days, days_of_years, packed_of_days, days_of_packed, add,    subtract,
        multiply,  times,    divide_down, fill,    choose,         greater,        look_up, part,
        both,      settle,   select,     judge,    weigh};
    return set;
}

#ifdef XUANREN_KERNELS
}  // namespace xuanren::detail::XUANREN_KERNELS
HWY_AFTER_NAMESPACE();
#else
}  // namespace xuanren::detail::portable
#endif
#undef XUANREN_ATTR

#endif
