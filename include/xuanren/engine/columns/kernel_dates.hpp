// include/xuanren/engine/columns/kernel_dates.hpp
//
// Dates as packed integers, block by block. Part of kernel_loops.hpp, inside its namespace, compiled as often as it is.
#if !defined(XUANREN_ENGINE_KERNEL_DATES) || defined(XUANREN_KERNELS)
#define XUANREN_ENGINE_KERNEL_DATES

#include <xuanren/engine/columns/kernel_set.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef XUANREN_KERNELS
HWY_BEFORE_NAMESPACE();
namespace xuanren::detail::XUANREN_KERNELS {
#else
namespace xuanren::detail::portable {
#endif

// Arithmetic wraps: what is not known may be anything, and what is known was shown to fit.
inline std::uint32_t bits_of(std::int32_t n) { return static_cast<std::uint32_t>(n); }
inline std::uint32_t bits_of(std::int16_t n) { return static_cast<std::uint32_t>(static_cast<std::uint16_t>(n)); }
inline std::uint64_t bits_of(std::int64_t n) { return static_cast<std::uint64_t>(n); }

// Years are counted from one so far back that none is negative; it is a multiple of 400. Divisions
// are by floating point, exact for what counts here, since integers have none in vectors.
inline constexpr std::int32_t year_zero = 20'000;
inline std::int32_t divided(std::int32_t n, float by) {
    return static_cast<std::int32_t>((static_cast<float>(n) + 0.5F) * by);
}

/// The month in which a packed date lies, counted from year_zero.
inline std::int32_t month_of(std::int32_t packed) { return (packed >> 5) + year_zero * 12; }
inline std::int32_t year_of(std::int32_t month) { return divided(month, 1.0F / 12.0F); }
inline std::int32_t length_of(std::int32_t month) {
    const std::int32_t year = year_of(month);
    const std::int32_t m = month - year * 12 + 1;
    const std::int32_t century = divided(year, 0.01F);
    const bool is_century = year == century * 100;
    const bool leaps = ((is_century ? century : year) & 3) == 0;
    const std::int32_t length = 30 | ((m ^ (m >> 3)) & 1);
    return m == 2 ? 28 + static_cast<std::int32_t>(leaps) : length;
}

inline bool month_end(const std::int32_t* a, std::int32_t* out) {
    std::uint32_t late = 0;
    for (std::size_t i = 0; i < block_rows; ++i) late |= static_cast<std::uint32_t>((bits_of(a[i]) & 31) >= 28);
    if (late == 0) return false;
    for (std::size_t i = 0; i < block_rows; ++i) {
        const std::int32_t day = a[i] & 31;
        out[i] = a[i] | (day == length_of(month_of(a[i])) ? 31 : 0);
    }
    return true;
}
inline void elapsed(const std::int32_t* from, const std::int32_t* to, std::int32_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = static_cast<std::int32_t>(bits_of(to[i]) - bits_of(from[i])) >> 5;
}
inline std::int32_t moved_by_months(std::int32_t date, std::int32_t by) {
    const auto month = static_cast<std::int32_t>(bits_of(month_of(date)) + bits_of(by));
    const std::int32_t day = date & 31, length = length_of(month);
    const std::uint32_t count = bits_of(month) - bits_of(year_zero * 12);
    return static_cast<std::int32_t>((count << 5) | bits_of(day < length ? day : length));
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
inline void add_days(const std::int32_t* a, const std::int32_t* by, std::int32_t k, std::int32_t* out) {
    if (by != nullptr) {
        for (std::size_t i = 0; i < block_rows; ++i)
            out[i] = packed_of_day(static_cast<std::int32_t>(bits_of(day_of_packed(a[i])) + bits_of(by[i])));
        return;
    }
    if (k == 1) {
        for (std::size_t i = 0; i < block_rows; ++i) {
            const auto next = static_cast<std::int32_t>((bits_of(a[i]) | 31) + 2);
            const auto same_month = static_cast<std::int32_t>(bits_of(a[i]) + 1);
            out[i] = (a[i] & 31) >= length_of(month_of(a[i])) ? next : same_month;
        }
        return;
    }
    for (std::size_t i = 0; i < block_rows; ++i)
        out[i] = packed_of_day(static_cast<std::int32_t>(bits_of(day_of_packed(a[i])) + bits_of(k)));
}

inline void days_of_years(const std::int32_t* years, std::int32_t day, std::int32_t* out) {
    for (std::size_t i = 0; i < block_rows; ++i) out[i] = static_cast<std::int32_t>(((bits_of(years[i]) * 12) << 5) + bits_of(day));
}

#ifdef XUANREN_KERNELS
}  // namespace xuanren::detail::XUANREN_KERNELS
HWY_AFTER_NAMESPACE();
#else
}  // namespace xuanren::detail::portable
#endif

#endif
