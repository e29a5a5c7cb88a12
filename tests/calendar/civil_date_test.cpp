#include <xuanren/calendar/boost.hpp>
#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/interval.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace xuanren {

static_assert(!std::is_default_constructible_v<civil_date>, "there is no date of today or of never");
static_assert(sizeof(civil_date) == 8);
static_assert(civil_date(2024, 2, 29).last_day() == civil_date(2024, 2, 29));
static_assert(civil_date(2024, 2).last_day() == civil_date(2024, 2, 29));
static_assert(civil_date(2024).first_day() == civil_date(2024, 1, 1));

TEST_CASE("日期：精度随写法保留") {
    CHECK(civil_date(2024).precision() == date_precision::year);
    CHECK(civil_date(2024, 5).precision() == date_precision::month);
    CHECK(civil_date(2024, 5, 20).precision() == date_precision::day);
    CHECK(civil_date(2024, 5) != civil_date(2024, 5, 1));
    CHECK(to_string(civil_date(2024)) == "2024");
    CHECK(to_string(civil_date(2024, 5)) == "2024-05");
    CHECK(to_string(civil_date(2024, 5, 2)) == "2024-05-02");
    CHECK(civil_date(2023, 2).last_day() == civil_date(2023, 2, 28));
    CHECK(civil_date(2023).last_day() == civil_date(2023, 12, 31));
}

TEST_CASE("日期：闰年按400年规则（D23）") {
    CHECK_FALSE(is_leap(1900));
    CHECK(is_leap(2000));
    CHECK(is_leap(2024));
    CHECK_FALSE(is_leap(2100));
    CHECK(days_in_month(2100, 2) == 28);
}

TEST_CASE("日期：不存在的日期不能构造") {
    CHECK_THROWS_AS(civil_date(2024, 13), invalid_value);
    CHECK_THROWS_AS(civil_date(2024, 0), invalid_value);
    CHECK_THROWS_AS(civil_date(2023, 2, 29), invalid_value);
    CHECK_THROWS_AS(civil_date(2024, 4, 31), invalid_value);
    CHECK_THROWS_AS(civil_date(2024, 4, 0), invalid_value);
    CHECK_THROWS_AS(civil_date(civil_date::max_year + 1), invalid_value);
}

TEST_CASE("日期：区间比较取三值") {
    const auto by = [](const civil_date& a, const civil_date& b) {
        return less_equal(days_of(a), days_of(b));
    };
    CHECK(by({2019, 5}, {2019, 5, 20}) == truth::unknown);
    CHECK(by({2019, 5}, {2019, 6, 1}) == truth::yes);
    CHECK(by({2019, 5}, {2019, 5, 31}) == truth::yes);
    CHECK(by({2019, 5}, {2019, 4, 30}) == truth::no);
    CHECK(by(civil_date(2019), {2019, 12, 31}) == truth::yes);
    CHECK(equal(days_of({2019, 5}), days_of({2019, 5})) == truth::unknown);
    CHECK(equal(days_of({2019, 5, 1}), days_of({2019, 5, 1})) == truth::yes);
    CHECK(equal(days_of({2019, 5}), days_of({2019, 6})) == truth::no);
}

TEST_CASE("日期：压缩形式与日序往返") {
    for (const civil_date& day : {civil_date(1, 1, 1), civil_date(1900, 2, 28), civil_date(1970, 1, 1),
                                  civil_date(2000, 2, 29), civil_date(9999, 12, 31)}) {
        CHECK(civil_date::from_packed(day.packed()) == day);
        CHECK(civil_date::from_day_number(day.day_number()) == day);
    }
    CHECK(civil_date(2024, 5, 20).packed() == ((2024 * 12 + 4) << 5 | 20));
    CHECK(civil_date(1970, 1, 1).day_number() == 0);
    CHECK(civil_date(2024, 1, 31).packed() < civil_date(2024, 2, 1).packed());
    CHECK_THROWS_AS(civil_date::from_packed((2023 * 12 + 1) << 5 | 29), invalid_value);
    CHECK_THROWS_AS(civil_date::from_packed(0), invalid_value);
}

TEST_CASE("日期：与std::chrono互换") {
    using namespace std::chrono;
    CHECK(civil_date(2024, 2, 29).to_chrono() == 2024y / February / 29);
    CHECK(civil_date::from_chrono(2024y / February / 29) == civil_date(2024, 2, 29));
    CHECK_THROWS_AS(civil_date::from_chrono(2023y / February / 29), invalid_value);
}

TEST_CASE("日期：与Boost互换，特殊值不得进入（D4至D6）") {
    namespace greg = boost::gregorian;
    CHECK(to_boost({2024, 2, 29}) == greg::date(2024, 2, 29));
    CHECK(from_boost(greg::date(1985, 3, 7)) == civil_date(1985, 3, 7));
    CHECK_THROWS_AS(from_boost(greg::date()), invalid_value);
    CHECK_THROWS_AS(from_boost(greg::date(greg::pos_infin)), invalid_value);
    CHECK_THROWS_AS(from_boost(greg::date(greg::neg_infin)), invalid_value);
    CHECK_THROWS_AS(to_boost({1399, 12, 31}), invalid_value);
    CHECK_THROWS_AS(to_boost({10000, 1, 1}), invalid_value);
}

}  // namespace xuanren
