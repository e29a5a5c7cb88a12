#include <xuanren/calendar/period.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <limits>

namespace xuanren {

template <class A, class B>
concept addable = requires(A a, B b) { a + b; };
template <class A, class B>
concept comparable = requires(A a, B b) { a == b; };

static_assert(!addable<months, days>, "months and days are never mixed (D18)");
static_assert(!comparable<months, days>);
static_assert(!std::convertible_to<int, months>, "a bare number is no period");

TEST_CASE("期限：加月按民法典第二百零二条（D1、D14）") {
    struct row {
        const char* name;
        civil_date from;
        std::int64_t count;
        civil_date want;
    };
    const row rows[] = {
        {"二月末满三年，不跳到月末", {2021, 2, 28}, 36, {2024, 2, 28}},
        {"小月月末加一月，仍为同日", {2024, 4, 30}, 1, {2024, 5, 30}},
        {"大月月末加一月，为小月月末", {2024, 1, 31}, 1, {2024, 2, 29}},
        {"平年二月无对应日", {2023, 1, 30}, 1, {2023, 2, 28}},
        {"闰日满一年为二月末", {2020, 2, 29}, 12, {2021, 2, 28}},
        {"闰日满四年为闰日", {2020, 2, 29}, 48, {2024, 2, 29}},
        {"八月末加十八月", {2024, 8, 31}, 18, {2026, 2, 28}},
        {"跨年", {2024, 12, 15}, 1, {2025, 1, 15}},
        {"倒退跨年", {2024, 1, 31}, -2, {2023, 11, 30}},
        {"不动", {2024, 2, 29}, 0, {2024, 2, 29}},
        {"只知年月的按月推移", {2024, 5}, 20, {2026, 1}},
        {"只知年份的按整年推移", civil_date(2024), 24, civil_date(2026)},
        {"公元前后", {1, 1, 31}, -11, {0, 2, 29}},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) { CHECK(r.from + months(r.count) == r.want); }
    }
}

TEST_CASE("期限：足月数，闰日的周年（D14）") {
    struct row {
        const char* name;
        civil_date from, to;
        std::int64_t want;
    };
    const row rows[] = {
        {"闰日起，次年二月二十八日满一年", {2020, 2, 29}, {2021, 2, 28}, 12},
        {"闰日起，次年二月二十七日未满", {2020, 2, 29}, {2021, 2, 27}, 11},
        {"闰日起，次年三月一日", {2020, 2, 29}, {2021, 3, 1}, 12},
        {"闰日起，四年后二月二十八日差一日", {2020, 2, 29}, {2024, 2, 28}, 47},
        {"闰日起，四年后闰日满", {2020, 2, 29}, {2024, 2, 29}, 48},
        {"当日为零", {2024, 5, 20}, {2024, 5, 20}, 0},
        {"恰满", {2019, 5, 20}, {2024, 5, 20}, 60},
        {"差一日", {2019, 5, 20}, {2024, 5, 19}, 59},
        {"倒置为负", {2024, 5, 20}, {2024, 5, 19}, -1},
        {"倒置一整月", {2024, 5, 20}, {2024, 4, 20}, -1},
        {"生日前一日二十九岁（D16）", {1989, 1, 26}, {2019, 1, 25}, 359},
        {"生日后三十岁（D16）", {1989, 1, 26}, {2019, 2, 1}, 360},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) { CHECK(elapsed_months(r.from, r.to).count() == r.want); }
    }
}

TEST_CASE("期限：日子不同，算法不变（D15）") {
    for (const int day : {1, 11, 28, 30, 31}) {
        CAPTURE(day);
        CHECK(elapsed_months({2008, 7, day}, {2024, 7, day}) == years(16));
        CHECK(elapsed_months({2008, 7, day}, civil_date(2024, 7, day) + days(-1)) < years(16));
    }
}

TEST_CASE("期限：十二个月就是一年（D19）") {
    months sum(0);
    for (int i = 0; i < 12; ++i) sum = sum + months(1);
    CHECK(sum == years(1));
    CHECK(to_string(sum) == "P1Y");
    CHECK(to_string(months(18)) == "P1Y6M");
    CHECK(to_string(months(0)) == "P0M");
    CHECK(to_string(months(-5)) == "-P5M");
}

TEST_CASE("期限：先加后减不必回到原日，规则只向前加（D3）") {
    CHECK(civil_date(2024, 1, 30) + months(1) + months(-1) == civil_date(2024, 1, 29));
    CHECK(elapsed_months({2024, 1, 30}, {2024, 2, 29}) == months(1));
}

TEST_CASE("期限：超出年份范围报错，不溢出（D11）") {
    constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const civil_date last(civil_date::max_year, 12, 31);
    CHECK_THROWS_AS(months{huge}, invalid_value);
    CHECK_THROWS_AS(years(huge), invalid_value);
    CHECK_THROWS_AS(last + months(1), invalid_value);
    CHECK_THROWS_AS(last + days(1), invalid_value);
    CHECK_THROWS_AS(civil_date(2024, 1, 1) + days(huge), invalid_value);
    CHECK_THROWS_AS(civil_date(2024, 1, 1) + days(-huge - 1), invalid_value);
    CHECK_THROWS_AS(civil_date::from_day_number(huge), invalid_value);
    CHECK((civil_date(2024, 1, 1) + months(2'147'483'647)).year() == 178'958'994);
}

}  // namespace xuanren
