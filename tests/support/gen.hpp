// tests/support/gen.hpp
#pragma once

#include <xuanren/calendar/period.hpp>

#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace xuanren::testing {

/// Random values for property tests, the same ones for the same seed.
///
/// The seed is XUANREN_SEED of the environment, else a fixed one; print it with
/// INFO("XUANREN_SEED=", gen.seed()), so that a failure can be run again.
class gen {
public:
    gen() : gen(seed_of_environment()) {}
    explicit gen(std::uint64_t seed) : seed_(seed), engine_(seed) {}

    [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }

    /// Requires: low <= high.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        assert(low <= high);
        const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        const std::uint64_t drawn = width + 1 == 0 ? engine_() : engine_() % (width + 1);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn);
    }
    [[nodiscard]] bool one_in(int n) { return between(1, n) == 1; }

    /// Requires: the list is not empty.
    template <class List>
    [[nodiscard]] const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(std::size(list)) - 1))];
    }

    /// A day from one year to another, both included: a third of them end a month, and one in
    /// eight of those is the end of a February, where calendars go wrong.
    [[nodiscard]] civil_date day(int first_year, int last_year) {
        const int year = static_cast<int>(between(first_year, last_year));
        if (!one_in(3)) {
            const int month = static_cast<int>(between(1, 12));
            return {year, month, static_cast<int>(between(1, days_in_month(year, month)))};
        }
        const int month = one_in(8) ? 2 : static_cast<int>(between(1, 12));
        return {year, month, days_in_month(year, month)};
    }

    /// A date of any precision, mostly a day.
    [[nodiscard]] civil_date date(int first_year, int last_year) {
        const civil_date d = day(first_year, last_year);
        if (one_in(8)) return civil_date(d.year());
        if (one_in(3)) return {d.year(), d.month()};
        return d;
    }

private:
    [[nodiscard]] static std::uint64_t seed_of_environment() {
        const char* written = std::getenv("XUANREN_SEED");
        return written == nullptr ? 20240520 : std::stoull(written);
    }

    std::uint64_t seed_;
    std::mt19937_64 engine_;
};

}  // namespace xuanren::testing
