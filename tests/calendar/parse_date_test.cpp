#include <xuanren/calendar/parse_date.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace xuanren {

TEST_CASE("读取日期：各种写法") {
    struct row {
        std::string_view written;
        civil_date want;
    };
    const row rows[] = {
        {"2024", civil_date(2024)},
        {"2024年", civil_date(2024)},
        {"2024-05", {2024, 5}},
        {"2024.05", {2024, 5}},
        {"202405", {2024, 5}},
        {"2024年5月", {2024, 5}},
        {"2024年05月", {2024, 5}},
        {"2024-05-20", {2024, 5, 20}},
        {"2024.05.20", {2024, 5, 20}},
        {"20240520", {2024, 5, 20}},
        {"2024年5月20日", {2024, 5, 20}},
        {"2024年05月02日", {2024, 5, 2}},
        {"2024-02-29", {2024, 2, 29}},
        {"1900-01-01", {1900, 1, 1}},
        {"2100-12-31", {2100, 12, 31}},
        // D9
        {"199001", {1990, 1}},
        {"1990.01", {1990, 1}},
        {"1990年1月", {1990, 1}},
        {"1990-01", {1990, 1}},
    };
    for (const row& r : rows) {
        CAPTURE(r.written);
        const result<civil_date> read = parse_date(r.written);
        REQUIRE(read);
        CHECK(*read == r.want);
        CHECK_FALSE(is_narrowed_date(r.written));
    }
}

TEST_CASE("读取日期：全角数字与标点、首尾空白照认，可知经过规整（H12）") {
    struct row {
        std::string_view written;
        civil_date want;
    };
    const row rows[] = {
        {"２０２４", civil_date(2024)},
        {"２０２４年５月", {2024, 5}},
        {"２０２４．０５．２０", {2024, 5, 20}},
        {"２０２４－０５－２０", {2024, 5, 20}},
        {"２０２４０５２０", {2024, 5, 20}},
        {"２０２４-05", {2024, 5}},
        {"　2024-05　", {2024, 5}},
        {" 2024-05-20 ", {2024, 5, 20}},
        {"2024-05-20\r\n", {2024, 5, 20}},
        {"\u00A0　\t2024\u3000 ", civil_date(2024)},
    };
    for (const row& r : rows) {
        CAPTURE(r.written);
        const result<civil_date> read = parse_date(r.written);
        REQUIRE(read);
        CHECK(*read == r.want);
        CHECK(is_narrowed_date(r.written));
    }
}

TEST_CASE("读取日期：无效日期报错并引其原文，不取近似（D8、D10）") {
    struct row {
        std::string_view written;
        std::string_view code;
    };
    const row rows[] = {
        {"2024.13", "XR-DATE-003"},
        {"2024-00", "XR-DATE-003"},
        {"202413", "XR-DATE-003"},
        {"2024年13月", "XR-DATE-003"},
        {"2024年0月", "XR-DATE-003"},
        {"2023-02-29", "XR-DATE-004"},
        {"1900-02-29", "XR-DATE-004"},
        {"2100-02-29", "XR-DATE-004"},
        {"2024-04-31", "XR-DATE-004"},
        {"2024-05-00", "XR-DATE-004"},
        {"20240230", "XR-DATE-004"},
        {"２０２３－０２－２９", "XR-DATE-004"},
        {"0000", "XR-DATE-002"},
        {"1899", "XR-DATE-002"},
        {"2101-01-01", "XR-DATE-002"},
        {"9999", "XR-DATE-002"},
        {"2018-109", "XR-DATE-001"},
        {"19900131x", "XR-DATE-001"},
        {"1990.01abc", "XR-DATE-001"},
        {"199001abc", "XR-DATE-001"},
        {"abc19900101", "XR-DATE-001"},
        {"2024-2-30", "XR-DATE-001"},
        {"2024-2-3", "XR-DATE-001"},
        {"2024.1", "XR-DATE-001"},
        {"2024-05-20-01", "XR-DATE-001"},
        {"2024-05.20", "XR-DATE-001"},
        {"2024-", "XR-DATE-001"},
        {"2024-05-", "XR-DATE-001"},
        {"2024/05/20", "XR-DATE-001"},
        {"2024-05-20T00:00:00", "XR-DATE-001"},
        {"2024-Feb-03", "XR-DATE-001"},
        {"Feb 2024", "XR-DATE-001"},
        {"2024年5", "XR-DATE-001"},
        {"2024年5月20", "XR-DATE-001"},
        {"2024年5月20日上午", "XR-DATE-001"},
        {"2024年105月", "XR-DATE-001"},
        {"24年5月", "XR-DATE-001"},
        {"5月20日", "XR-DATE-001"},
        {"二〇二四年", "XR-DATE-001"},
        {"至今", "XR-DATE-001"},
        {"-2024", "XR-DATE-001"},
        {"+2024", "XR-DATE-001"},
        {"2024 05", "XR-DATE-001"},
        {"20245", "XR-DATE-001"},
        {"2024052", "XR-DATE-001"},
        {"202405200", "XR-DATE-001"},
        {"99999999999999999999999999", "XR-DATE-001"},
        {"2024-99999999999999999999", "XR-DATE-001"},
        {"\xEF\xBC", "XR-DATE-001"},
        {"\xFF\xFE", "XR-DATE-001"},
        {"", "XR-DATE-005"},
        {" 　 ", "XR-DATE-005"},
    };
    for (const row& r : rows) {
        CAPTURE(r.written);
        const result<civil_date> read = parse_date(r.written);
        REQUIRE_FALSE(read);
        REQUIRE(read.problems().size() == 1);
        const problem& p = read.problems().front();
        CHECK(p.code == r.code);
        CHECK(p.found == r.written);
        CHECK(p.message.zh.find(r.written) != std::string::npos);
        CHECK(p.message.en.find(r.written) != std::string::npos);
        CHECK_FALSE(p.expected.zh.empty());
        CHECK_FALSE(p.expected.en.empty());
    }
    CHECK(parse_date("1985.13").problems().front().message ==
          text{"日期“1985.13”无效：月份应为01至12", "date \"1985.13\": month must be 01 to 12"});
}

TEST_CASE("读取日期：过长的原文在字符之间截断") {
    const std::string written = "日期" + std::string(15, 'x') + "年年年年年年年年年年";
    const problem p = parse_date(written).problems().front();
    CHECK(p.found.ends_with("…"));
    CHECK(p.found.size() <= 43);
    CHECK(written.starts_with(p.found.substr(0, p.found.size() - std::string_view("…").size())));
}

TEST_CASE("读取日期：任何单个多余字节都不放过") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        CAPTURE(byte);
        CHECK_FALSE(parse_date(std::string("2024-05-20") + c));
        CHECK_FALSE(parse_date(c + std::string("2024-05-20")));
        if (c < '0' || c > '9') CHECK_FALSE(parse_date(std::string("2024-0") + c + "-20"));
    }
}

}  // namespace xuanren
