// tests/report/display_width_test.cpp
#include <xuanren/report/display_width.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;

TEST_CASE("显示宽度") {
    const struct {
        const char* name;
        const char* text;
        std::size_t width;
    } rows[] = {
        {"空", "", 0},
        {"西文", "county deputy", 13},
        {"汉字", "县处级副职", 10},
        {"全角标点", "《条例》（2019）", 16},
        {"全角数字", "２０２４", 8},
        {"勾叉问", "✓✗?", 3},
        {"引号与间隔号宽度不定，按一列", "“·”…", 4},
        {"扩展区汉字", "𬭎㛃", 4},
        {"组合符", "e\u0301", 1},
        {"零宽空格", "a\u200Bb", 2},
        {"表情", "😀", 2},
        {"韩文", "한글", 4},
        {"不成字的字节各占一列", "\xFF\xFE", 2},
    };
    for (const auto& row : rows) {
        SUBCASE(row.name) { CHECK(display_width(row.text) == row.width); }
    }
}

TEST_CASE("补齐到列宽") {
    CHECK(padded("工龄", 6) == "工龄  ");
    CHECK(padded("工龄", 3) == "工龄");
}

TEST_CASE("折行：不以收尾标点开头，不拆西文词") {
    for (const std::string& line : wrapped("任职年限不足，应当撤销该项决定，并重新讨论。", 12)) {
        CHECK(display_width(line) <= 14);
        CHECK(!line.starts_with("，"));
        CHECK(!line.starts_with("。"));
    }
    const auto lines = wrapped("revoke the decision and decide anew", 12);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "revoke the");
    CHECK(lines[1] == "decision and");
    CHECK(wrapped("", 10).size() == 1);
}
