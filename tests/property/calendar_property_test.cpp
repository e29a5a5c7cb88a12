#include <xuanren/calendar/boost.hpp>
#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/period.hpp>
#include <xuanren/calendar/working_days.hpp>
#include <xuanren/io/national_calendar.hpp>

#include <support/gen.hpp>

#include <boost/date_time/gregorian/formatters.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace xuanren {

namespace {

constexpr int first_year = 1950;
constexpr int last_year = 2100;

template <class Visit>
void each_day(Visit visit) {
    const std::int64_t last = civil_date(last_year, 12, 31).day_number();
    for (std::int64_t n = civil_date(first_year, 1, 1).day_number(); n <= last; ++n)
        visit(civil_date::from_day_number(n), n);
}

/// Civil Code 202 by std::chrono: the corresponding day, or the last of a month that lacks it.
std::chrono::year_month_day oracle_add(std::chrono::year_month_day day, int count) {
    const auto moved = day + std::chrono::months(count);
    return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

/// The whole months from one day to another, counted up or down one by one.
std::int64_t oracle_elapsed(const civil_date& from, const civil_date& to) {
    const auto start = from.to_chrono();
    const std::chrono::sys_days end = to.to_chrono();
    int n = 0;
    while (std::chrono::sys_days(oracle_add(start, n + 1)) <= end) ++n;
    while (std::chrono::sys_days(oracle_add(start, n)) > end) --n;
    return n;
}

}  // namespace

TEST_CASE("性质：1950年至2100年每一天，与std::chrono和Boost一致") {
    namespace greg = boost::gregorian;
    const greg::date epoch(1970, 1, 1);
    std::int64_t wrong = 0;
    each_day([&](const civil_date& day, std::int64_t n) {
        const std::chrono::sys_days chrono_day{std::chrono::days(n)};
        const greg::date boost_day = epoch + greg::days(static_cast<long>(n));
        const bool same = day.to_chrono() == std::chrono::year_month_day(chrono_day) &&
                          civil_date::from_chrono(day.to_chrono()) == day &&
                          to_boost(day) == boost_day && from_boost(boost_day) == day &&
                          day.day_number() == n && civil_date::from_packed(day.packed()) == day &&
                          iso_weekday(day) ==
                              static_cast<int>(std::chrono::weekday(chrono_day).iso_encoding()) &&
                          to_string(day) == greg::to_iso_extended_string(boost_day) &&
                          *parse_date(to_string(day)) == day;
        wrong += !same;
    });
    CHECK(wrong == 0);
}

TEST_CASE("性质：加月与std::chrono推算的对应日一致") {
    std::int64_t pairs = 0, wrong = 0;
    each_day([&](const civil_date& day, std::int64_t) {
        for (const int count : {-12, -1, 1, 3, 6, 12, 18, 24, 36, 60}) {
            ++pairs;
            wrong += (day + months(count)).to_chrono() != oracle_add(day.to_chrono(), count);
        }
    });
    CHECK(pairs > 500'000);
    CHECK(wrong == 0);
}

TEST_CASE("性质：足月数与逐月推算一致；加上它不超过、再加一月则超过") {
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    for (int i = 0; i < 20'000; ++i) {
        const civil_date from = gen.day(first_year, last_year), to = gen.day(first_year, last_year);
        const months elapsed = elapsed_months(from, to);
        CAPTURE(to_string(from));
        CAPTURE(to_string(to));
        REQUIRE(elapsed.count() == oracle_elapsed(from, to));
        REQUIRE(from + elapsed <= to);
        REQUIRE(from + (elapsed + months(1)) > to);
    }
}

TEST_CASE("性质：压缩形式一加一比即可判断期满（月末的截止日按31日计）") {
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    for (int i = 0; i < 100'000; ++i) {
        const civil_date since = gen.day(first_year, last_year), as_of = gen.day(first_year, last_year);
        const std::int64_t count = gen.between(0, 240);
        CAPTURE(to_string(since));
        CAPTURE(to_string(as_of));
        CAPTURE(count);
        const bool month_ends = as_of.day() == days_in_month(as_of.year(), as_of.month());
        const std::int64_t bound = month_ends ? as_of.packed() | 31 : as_of.packed();
        REQUIRE((since.packed() + (count << 5) <= bound) == (since + months(count) <= as_of));
    }
}

TEST_CASE("性质：不完整日期的首末日包住它，读写往返") {
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    for (int i = 0; i < 20'000; ++i) {
        const civil_date date = gen.date(first_year, last_year);
        CAPTURE(to_string(date));
        REQUIRE(*parse_date(to_string(date)) == date);
        REQUIRE(date.first_day() <= date.last_day());
        if (date.is_day()) continue;
        const civil_date before = date.first_day() + days(-1), after = date.last_day() + days(1);
        const bool month_differs = date.precision() == date_precision::month;
        REQUIRE((month_differs ? before.month() != date.month() : before.year() != date.year()));
        REQUIRE((month_differs ? after.month() != date.month() : after.year() != date.year()));
    }
}

TEST_CASE("性质：各种写法读得同一日") {
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    for (int i = 0; i < 20'000; ++i) {
        const civil_date day = gen.day(record_years::first, record_years::last);
        for (const char* form : {"%04d-%02d-%02d", "%04d.%02d.%02d", "%04d%02d%02d",
                                 "%04d年%d月%d日", "　%04d年%02d月%02d日 "}) {
            char written[64];
            std::snprintf(written, sizeof written, form, day.year(), day.month(), day.day());
            CAPTURE(written);
            const result<civil_date> read = parse_date(written);
            REQUIRE(read);
            REQUIRE(*read == day);
        }
    }
}

TEST_CASE("性质：生成的日期至少两成在月末，二月末也在其中（D24）") {
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    int month_ends = 0, february_ends = 0, leap_days = 0;
    constexpr int drawn = 10'000;
    for (int i = 0; i < drawn; ++i) {
        const civil_date day = gen.day(first_year, last_year);
        const bool ends = day.day() == days_in_month(day.year(), day.month());
        month_ends += ends;
        february_ends += ends && day.month() == 2;
        leap_days += day.month() == 2 && day.day() == 29;
    }
    CHECK(month_ends * 5 >= drawn);
    CHECK(february_ends * 50 >= drawn);
    CHECK(leap_days > 50);
}

TEST_CASE("性质：从一日起的第n个工作日，n为到某工作日的工作日数，即该工作日（E12）") {
    const working_calendar& calendar = national_calendar();
    testing::gen gen;
    INFO("XUANREN_SEED=", gen.seed());
    for (int i = 0; i < 20'000; ++i) {
        const civil_date from = gen.day(2007, 2026);
        const civil_date to = from + days(gen.between(0, 40));
        CAPTURE(to_string(from));
        CAPTURE(to_string(to));
        if (!calendar.kind(from) || !calendar.kind(to)) continue;
        for (const first_day first : {first_day::counted, first_day::not_counted}) {
            std::int64_t plain = 0;
            for (civil_date day = from; day <= to; day = day + days(1))
                plain += is_working(*calendar.kind(day)) &&
                         (first == first_day::counted || day != from);
            const auto count = calendar.count(from, to, first);
            REQUIRE(count);
            REQUIRE(*count == plain);
            if (is_working(*calendar.kind(to)) && *count > 0)
                REQUIRE(*calendar.add(from, *count, first) == to);
        }
        if (is_working(*calendar.kind(from)))
            REQUIRE(*calendar.add(from, *calendar.count(from, from, first_day::not_counted),
                                  first_day::not_counted) == from);
    }
}

}  // namespace xuanren
