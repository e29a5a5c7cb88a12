// tests/engine/feel_number_test.cpp
#include <xuanren/engine/number_functions.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace xuanren;

namespace {

std::string shown(std::optional<number> n) {
    return n ? to_string(*n) : "none";
}
number n(const char* text) {
    return *number::parse(text);
}

}  // namespace

TEST_CASE("numbers are read and written exactly") {
    struct row {
        const char* name;
        const char* text;
        const char* expected;
    };
    const row rows[] = {
        {"integer", "123", "123"},
        {"leading zeros", "0012", "12"},
        {"negative", "-7", "-7"},
        {"no digit before the point", ".5", "0.5"},
        {"zeros after the last digit", "1.500", "1.5"},
        {"exponent", "1.23e+4", "12300"},
        {"negative exponent", "1e-3", "0.001"},
        {"34 digits", "1234567890123456789012345678901234", "1234567890123456789012345678901234"},
        {"35th digit rounds up", "12345678901234567890123456789012345",
         "12345678901234567890123456789012340"},
        {"35th digit, half to odd", "12345678901234567890123456789012335",
         "12345678901234567890123456789012340"},
        {"half and a little more", "123456789012345678901234567890123450000000001",
         "123456789012345678901234567890123500000000000"},
        {"carry into a 35th digit", "99999999999999999999999999999999995",
         "100000000000000000000000000000000000"},
        {"greatest exponent", "1e6144", "1E+6144"},
        {"beyond the greatest exponent", "1e6145", "none"},
        {"beyond the least exponent", "1e-6145", "none"},
        {"zero of any exponent", "0e99999", "0"},
        {"two signs", "--1", "none"},
        {"point without digits", "1.", "none"},
        {"exponent without digits", "1e", "none"},
        {"empty", "", "none"},
        {"a letter", "12a", "none"},
        {"most of 64 bits", "9223372036854775807", "9223372036854775807"},
        {"one more than 64 bits", "9223372036854775808", "9223372036854775808"},
    };
    for (const row& r : rows) SUBCASE(r.name) {
            CHECK(shown(number::parse(r.text)) == r.expected);
        }
}

TEST_CASE("arithmetic is exact or rounded half to even at the 34th digit") {
    CHECK(shown(add(n("0.1"), n("0.2"))) == "0.3");
    CHECK(shown(divide(1, 3)) == "0.3333333333333333333333333333333333");
    CHECK(shown(divide(2, 3)) == "0.6666666666666666666666666666666667");
    CHECK(shown(divide(1, 0)) == "none");
    CHECK(shown(divide(100, 10)) == "10");
    CHECK(shown(add(n("9999999999999999999999999999999999"), n("0.5"))) ==
          "10000000000000000000000000000000000");
    CHECK(shown(add(n("9999999999999999999999999999999998"), n("0.5"))) ==
          "9999999999999999999999999999999998");
    CHECK(shown(add(n("9999999999999999999999999999999998"), n("0.5000000001"))) ==
          "9999999999999999999999999999999999");
    CHECK(shown(subtract(n("1e100"), 1)) == "1E+100");
    CHECK(shown(add(n("1e6144"), n("9e6144"))) == "none");
    CHECK(shown(add(9223372036854775807, 1)) == "9223372036854775808");
    CHECK(shown(multiply(9223372036854775807, -2)) == "-18446744073709551614");
    CHECK(shown(multiply(n("1e4000"), n("1e4000"))) == "none");
    CHECK(shown(power(2, 100)) == "1267650600228229401496703205376");
    CHECK(shown(power(10, -5)) == "0.00001");
    CHECK(shown(power(-2, 3)) == "-8");
    CHECK(shown(power(0, 0)) == "1");
    CHECK(shown(power(0, -1)) == "none");
    CHECK(shown(power(-2, n("0.5"))) == "none");
    CHECK(shown(power(2, 9223372036854775807)) == "none");
    CHECK(shown(square_root(16)) == "4");
    CHECK(shown(square_root(-1)) == "none");
    CHECK(shown(natural_logarithm(0)) == "none");
    CHECK(shown(exponential(0)) == "1");
    CHECK(shown(exponential(99999)) == "none");
    CHECK(shown(modulo(n("-10.1"), n("4.5"))) == "3.4");
    CHECK(shown(modulo(10, 0)) == "none");
}

TEST_CASE("equal numbers are one value, and order is by value") {
    CHECK(n("100") == n("1e2"));
    CHECK(n("1.50") == n("1.5"));
    CHECK(-n("0") == n("0"));
    CHECK(n("1e40") > n("9223372036854775807"));
    CHECK(n("-1e40") < n("-1"));
    CHECK(n("0.1") < n("0.11"));
    CHECK(n("1e-6000") > 0);
    CHECK(n("123456789012345678901234567890.1") < n("123456789012345678901234567890.2"));
    CHECK(number(7).to_int64() == 7);
    CHECK_FALSE(n("7.5").to_int64().has_value());
    CHECK_FALSE(n("9223372036854775808").to_int64().has_value());
    CHECK(n("-9223372036854775808").to_int64() == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("rounding to a scale") {
    struct row {
        const char* text;
        std::int64_t scale;
        rounding how;
        const char* expected;
    };
    const row rows[] = {
        {"0.515", 2, rounding::half_even, "0.52"},
        {"0.525", 2, rounding::half_even, "0.52"},
        {"5.5", 0, rounding::half_up, "6"},
        {"-5.5", 0, rounding::half_up, "-6"},
        {"5.5", 0, rounding::half_down, "5"},
        {"5.1", 0, rounding::up, "6"},
        {"-5.9", 0, rounding::down, "-5"},
        {"-1.5", 0, rounding::floor, "-2"},
        {"-1.5", 0, rounding::ceiling, "-1"},
        {"1.56", 1, rounding::floor, "1.5"},
        {"1234", -2, rounding::half_even, "1200"},
        {"1", -40, rounding::up, "10000000000000000000000000000000000000000"},
        {"1.5", 99999, rounding::up, "none"},
        {"1.5", 6000, rounding::up, "1.5"},
    };
    for (const row& r : rows) CHECK(shown(round_to_scale(n(r.text), r.scale, r.how)) == r.expected);
}
