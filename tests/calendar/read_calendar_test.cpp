#include <xuanren/io/embedded.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace xuanren {

namespace {

std::string document(const std::string& notices) {
    return R"({"schema":"xuanren.calendar/1","version":"own","notices":[)" + notices + "]}";
}

/// The codes and places of all problems, in order.
std::vector<std::string> problems_of(const std::string& json) {
    const result<working_calendar> read = read_calendar(json, "own.json");
    std::vector<std::string> out;
    if (read) return out;
    for (const problem& p : read.problems()) {
        CHECK(p.file == "own.json");
        out.push_back(p.code + " " + p.at);
    }
    return out;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("读取工作日历：内置的与rules/calendar/中的相同，原样读得") {
    std::ifstream file(XUANREN_SOURCE_DIR "/rules/calendar/working-days.json", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const auto& files = embedded_rules();
    CHECK(std::ranges::is_sorted(files, {}, &embedded_file::path));
    const auto found =
        std::ranges::find(files, "calendar/working-days.json", &embedded_file::path);
    REQUIRE(found != files.end());
    CHECK(found->bytes == bytes);
    const result<working_calendar> read = read_calendar(bytes);
    REQUIRE(read);
    CHECK(read->version() == national_calendar().version());
    CHECK(read->notices().size() == 23);
    for (int year = 2007; year <= 2026; ++year) CHECK(read->has_year(year));
    for (const holiday_notice& n : read->notices()) CHECK_FALSE(n.sources.empty());
}

TEST_CASE("读取工作日历：用户自己的文件") {
    const auto read = read_calendar(document(
        R"({"year":2027,"source":[],"x-by":"me","holidays":[
            {"zh":"元旦","en":"New Year","from":"2027-01-01","to":"2027年1月3日","working":["20261226"]}]})"));
    REQUIRE(read);
    CHECK(read->kind({2027, 1, 3}) == day_kind::holiday);
    CHECK(read->kind({2026, 12, 26}) == day_kind::make_up_working_day);
    CHECK(national_calendar().with(*read));
}

TEST_CASE("读取工作日历：所有问题一次列出") {
    CHECK(problems_of("") == list{"XR-CAL-001 "});
    CHECK(problems_of("{") == list{"XR-CAL-001 "});
    CHECK(problems_of("[]") == list{"XR-CAL-003 "});
    CHECK(problems_of("{}") == list{"XR-CAL-003 /schema", "XR-CAL-003 /schema",
                                    "XR-CAL-003 /version", "XR-CAL-003 /notices"});
    CHECK(problems_of(std::string(100, '[') + std::string(100, ']')) == list{"XR-CAL-001 "});
    CHECK(problems_of(R"({"schema":"xuanren.calendar/1","version":"a","version":"b","notices":[]})") ==
          list{"XR-CAL-002 "});
    CHECK(problems_of(document(
              R"({"year":1.5,"source":[],"holidays":[]},
                 {"year":2027,"from":1,"amends":1,"source":[3],"holidays":[
                   {"zh":"","en":"a","from":"2027.13","to":7,"working":"x"}]})")) ==
          list{"XR-CAL-003 /notices/0/year", "XR-CAL-004 /notices/1/from",
               "XR-CAL-003 /notices/1/amends", "XR-CAL-003 /notices/1/source/0",
               "XR-CAL-003 /notices/1/holidays/0/zh", "XR-DATE-003 /notices/1/holidays/0/from",
               "XR-CAL-003 /notices/1/holidays/0/to", "XR-CAL-003 /notices/1/holidays/0/working"});
    CHECK(problems_of(document(R"({"year":2027,"source":[],"holidays":[]},
                                  {"year":2027,"source":[],"holidays":[]})")) ==
          list{"XR-CAL-020 "});
}

TEST_CASE("读取工作日历：语法错误给出行号") {
    const auto read = read_calendar("{\n\"schema\": \"xuanren.calendar/1\",\n\"version\" 1}");
    REQUIRE_FALSE(read);
    CHECK(read.problems()[0].line == 3);
}

}  // namespace xuanren
