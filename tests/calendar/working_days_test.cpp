#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/working_days.hpp>
#include <xuanren/io/national_calendar.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <type_traits>

namespace xuanren {

namespace {

constexpr first_day counted = first_day::counted;
constexpr first_day not_counted = first_day::not_counted;

nlohmann::json cases(const std::string& name) {
    std::ifstream file(XUANREN_SOURCE_DIR "/tests/calendar/" + name);
    REQUIRE(file);
    return nlohmann::json::parse(file);
}

/// The national calendar without the notices of a year.
working_calendar without_year(int year) {
    std::vector<holiday_notice> kept;
    for (const holiday_notice& n : national_calendar().notices())
        if (n.year != year) kept.push_back(n);
    return *working_calendar::make(std::move(kept), "test");
}

holiday_notice notice_of(int year, std::vector<holiday_notice::holiday> holidays) {
    return {year, false, std::nullopt, {}, std::move(holidays)};
}

}  // namespace

static_assert(!std::is_invocable_v<decltype(&working_calendar::count), const working_calendar&,
                                   civil_date, civil_date>,
              "whether the first day counts has no default (E11)");

TEST_CASE("工作日：2007年至2026年每一天的类别（E1至E3、E13、E17）") {
    const working_calendar& calendar = national_calendar();
    std::map<std::int64_t, day_kind> stated;
    const nlohmann::json table = cases("days.cases.json");
    for (const auto& year : table.at("years")) {
        const std::string prefix = std::to_string(year.at("year").get<int>()) + "-";
        for (const std::string day : year.at("make_up"))
            stated[parse_date(prefix + day)->day_number()] = day_kind::make_up_working_day;
        for (const std::string day : year.at("holiday"))
            stated[parse_date(prefix + day)->day_number()] = day_kind::holiday;
    }
    CHECK(stated.size() > 650);
    const std::int64_t last = civil_date(2026, 12, 27).day_number();
    for (std::int64_t n = civil_date(2006, 12, 30).day_number(); n <= last; ++n) {
        const civil_date day = civil_date::from_day_number(n);
        const auto found = stated.find(n);
        const day_kind want = found != stated.end() ? found->second
                              : is_weekend(day)     ? day_kind::weekend
                                                    : day_kind::working_day;
        if (calendar.kind(day) != want) FAIL_CHECK("wrong kind on " << to_string(day));
    }
}

TEST_CASE("工作日：曾被别处弄错的日子") {
    struct row {
        const char* name;
        civil_date day;
        day_kind want;
    };
    const row rows[] = {
        {"E1 劳动节调休，星期日上班", {2019, 4, 28}, day_kind::make_up_working_day},
        {"E1 劳动节后星期日上班", {2019, 5, 5}, day_kind::make_up_working_day},
        {"E2 国庆前星期六上班", {2017, 9, 30}, day_kind::make_up_working_day},
        {"E3 上年年末星期日上班", {2006, 12, 31}, day_kind::make_up_working_day},
        {"E3 年末星期六上班", {2007, 12, 29}, day_kind::make_up_working_day},
        {"E3 次年元旦放假在年末", {2007, 12, 31}, day_kind::holiday},
        {"E7 国庆前星期日上班", {2026, 9, 20}, day_kind::make_up_working_day},
        {"E7 国庆后星期六上班", {2026, 10, 10}, day_kind::make_up_working_day},
        {"E8 次年元旦放假在上年十二月", {2022, 12, 31}, day_kind::holiday},
        {"E16 国庆逢星期日，仍为放假日", {2023, 10, 1}, day_kind::holiday},
        {"E17 清明前星期日上班", {2012, 4, 1}, day_kind::make_up_working_day},
        {"E17 端午放假的星期六并不上班", {2011, 6, 4}, day_kind::holiday},
        {"2020年延长假期后原调休日放假", {2020, 2, 1}, day_kind::holiday},
        {"2020年延长假期的次日为普通工作日", {2020, 2, 3}, day_kind::working_day},
        {"2015年纪念日增加的放假", {2015, 9, 3}, day_kind::holiday},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) { CHECK(national_calendar().kind(r.day) == r.want); }
    }
    CHECK(is_weekend({2023, 10, 1}));
    CHECK(national_calendar().holiday_name({2025, 1, 29})->zh == "春节");
    CHECK(national_calendar().holiday_name({2025, 2, 5}) == nullptr);
}

TEST_CASE("工作日：公示期各例的工作日数") {
    int checked = 0;
    const nlohmann::json table = cases("notices.cases.json");
    for (const auto& row : table.at("notices")) {
        CAPTURE(row.at("id").get<std::string>());
        const civil_date from = *parse_date(row.at("from").get<std::string>());
        const civil_date to = *parse_date(row.at("to").get<std::string>());
        CHECK(*national_calendar().count(from, to, counted) == row.at("first_counted").get<int>());
        CHECK(*national_calendar().count(from, to, not_counted) ==
              row.at("first_not_counted").get<int>());
        ++checked;
    }
    CHECK(checked == 30);
}

TEST_CASE("工作日：五个工作日的末日") {
    struct row {
        const char* name;
        civil_date posted;
        first_day first;
        civil_date want;
    };
    const row rows[] = {
        {"E5 2019年劳动节，按变更后的通知", {2019, 4, 30}, not_counted, {2019, 5, 9}},
        {"E6 2025年春节，首日不计", {2025, 1, 22}, not_counted, {2025, 2, 5}},
        {"E6 2025年春节，首日计入", {2025, 1, 22}, counted, {2025, 1, 27}},
        {"E7 2026年国庆前调休", {2026, 9, 18}, not_counted, {2026, 9, 24}},
        {"E7 2026年国庆后调休", {2026, 9, 30}, not_counted, {2026, 10, 13}},
        {"E8 次年元旦跨年", {2022, 12, 29}, not_counted, {2023, 1, 6}},
        {"E15 星期六发布，首日计入与否相同", {2025, 7, 12}, counted, {2025, 7, 18}},
        {"E15 星期六发布，首日不计", {2025, 7, 12}, not_counted, {2025, 7, 18}},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) { CHECK(*national_calendar().add(r.posted, 5, r.first) == r.want); }
    }
}

TEST_CASE("工作日：变更通知发布以前的日历另有版本（E5）") {
    const working_calendar before = national_calendar().as_known_on({2019, 3, 21});
    CHECK(*before.add({2019, 4, 30}, 5, not_counted) == civil_date(2019, 5, 8));
    CHECK(before.kind({2019, 5, 5}) == day_kind::weekend);
    CHECK(before.version() == national_calendar().version() + "@2019-03-21");
    const working_calendar since = national_calendar().as_known_on({2019, 3, 22});
    CHECK(*since.add({2019, 4, 30}, 5, not_counted) == civil_date(2019, 5, 9));
    // The extended holiday of 2020 was not known yet on either day.
    CHECK(since.kind({2020, 2, 1}) == day_kind::make_up_working_day);
    CHECK(national_calendar().as_known_on({2026, 1, 1}).version() == national_calendar().version());
}

TEST_CASE("工作日：起止同日，首日计入与否必须说明（E11）") {
    const working_calendar& calendar = national_calendar();
    const civil_date working(2025, 7, 14), resting(2025, 7, 12);
    CHECK(*calendar.count(working, working, counted) == 1);
    CHECK(*calendar.count(working, working, not_counted) == 0);
    CHECK(*calendar.count(resting, resting, counted) == 0);
    CHECK(*calendar.count(resting, resting, not_counted) == 0);
    CHECK(*calendar.count(working, resting, counted) == 0);
}

TEST_CASE("工作日：休息日发布，首个计入的日子是下一工作日（E15）") {
    const working_calendar& calendar = national_calendar();
    CHECK(*calendar.add({2025, 7, 12}, 1, not_counted) == civil_date(2025, 7, 14));
    CHECK(*calendar.add({2025, 7, 12}, 1, counted) == civil_date(2025, 7, 14));
    CHECK(*calendar.add({2025, 7, 12}, 0, not_counted) == civil_date(2025, 7, 12));
    CHECK(*calendar.moved_to_working_day({2025, 10, 1}) == civil_date(2025, 10, 9));
    CHECK(*calendar.moved_to_working_day({2025, 10, 9}) == civil_date(2025, 10, 9));
    CHECK_THROWS_AS(calendar.add({2025, 7, 12}, -1, counted), invalid_value);
}

TEST_CASE("工作日：缺通知的年份不作答，并指明年份与日期（E8、E18）") {
    const working_calendar calendar = without_year(2023);
    const auto answer = calendar.add({2022, 12, 27}, 5, not_counted);
    REQUIRE_FALSE(answer);
    REQUIRE(answer.missing().size() == 1);
    CHECK(answer.missing()[0] ==
          days_without_notice{{2022, 12, 28}, {2023, 12, 31}, 2023, 2023});
    const auto count = calendar.count({2022, 12, 29}, {2023, 1, 6}, not_counted);
    REQUIRE_FALSE(count);
    CHECK(count.missing()[0] == days_without_notice{{2022, 12, 30}, {2023, 1, 6}, 2023, 2023});
    const text words = describe(count.missing()[0]);
    CHECK(words.zh == "缺2023年放假安排通知，2022-12-30至2023-01-06是否工作日不能确定");
    CHECK(words.en.find("2023") != std::string::npos);
}

TEST_CASE("工作日：跨过多段缺口，各段都指明") {
    const auto count = national_calendar().count({2005, 6, 1}, {2028, 3, 1}, counted);
    REQUIRE_FALSE(count);
    REQUIRE(count.missing().size() == 2);
    CHECK(count.missing()[0] == days_without_notice{{2005, 6, 1}, {2006, 12, 29}, 2005, 2006});
    CHECK(count.missing()[1] == days_without_notice{{2026, 12, 28}, {2028, 3, 1}, 2027, 2028});
    const civil_date first(-civil_date::max_year, 1, 1), last(civil_date::max_year, 12, 31);
    CHECK_FALSE(national_calendar().count(first, last, counted));
    CHECK_FALSE(national_calendar().add({2026, 1, 1}, std::numeric_limits<std::int64_t>::max(),
                                        counted));
}

TEST_CASE("工作日：没有通知的日历什么都不答") {
    const working_calendar empty;
    CHECK_FALSE(empty.kind({2024, 5, 20}).has_value());
    CHECK_FALSE(empty.count({2024, 5, 20}, {2024, 5, 20}, counted));
    CHECK(*empty.count({2024, 5, 20}, {2024, 5, 20}, not_counted) == 0);
}

TEST_CASE("工作日：用户另加一年") {
    const auto added = working_calendar::make(
        {notice_of(2027, {{{"元旦", "New Year's Day"}, {2027, 1, 1}, {2027, 1, 3}, {}},
                          {{"春节", "Spring Festival"}, {2027, 2, 5}, {2027, 2, 11}, {{2027, 1, 31}}}})},
        "own-2027");
    REQUIRE(added);
    const result<working_calendar> both = national_calendar().with(*added);
    REQUIRE(both);
    CHECK(both->version() == "state-council-2007-2026+own-2027");
    CHECK(both->kind({2026, 12, 31}) == day_kind::working_day);
    CHECK(both->kind({2027, 1, 31}) == day_kind::make_up_working_day);
    CHECK(*both->count({2026, 12, 28}, {2027, 1, 8}, not_counted) == 8);
    CHECK_FALSE(national_calendar().kind({2026, 12, 31}).has_value());
    SUBCASE("同一年不得有两份通知") {
        const auto twice = both->with(*added);
        REQUIRE_FALSE(twice);
        CHECK(twice.problems()[0].code == "XR-CAL-020");
        CHECK(twice.problems()[0].found == "2027");
    }
}

TEST_CASE("工作日：通知本身有误") {
    const text name{"节", "day"};
    const auto code_of = [](const holiday_notice& notice) {
        const auto made = working_calendar::make({notice}, "test");
        REQUIRE_FALSE(made);
        return made.problems()[0].code;
    };
    CHECK(code_of(notice_of(2027, {{name, {2028, 1, 1}, {2028, 1, 1}, {}}})) == "XR-CAL-023");
    CHECK(code_of(notice_of(2027, {{name, {2026, 11, 30}, {2027, 1, 1}, {}}})) == "XR-CAL-023");
    CHECK(code_of(notice_of(2027, {{name, {2027, 1, 3}, {2027, 1, 1}, {}}})) == "XR-CAL-024");
    CHECK(code_of(notice_of(2027, {{name, {2027, 1, 1}, {2027, 1, 3}, {{2027, 1, 2}}}})) ==
          "XR-CAL-025");
    CHECK(code_of(notice_of(2027, {{name, {2027, 1}, {2027, 1, 3}, {}}})) == "XR-CAL-026");
    CHECK(code_of(notice_of(99999, {})) == "XR-CAL-027");
    holiday_notice amendment = notice_of(2027, {});
    amendment.amends = true;
    CHECK(code_of(amendment) == "XR-CAL-022");
    amendment.published = civil_date(2027, 2, 1);
    CHECK(code_of(amendment) == "XR-CAL-021");
}

}  // namespace xuanren
