// include/xuanren/report/numeral.hpp
#pragma once

#include <cassert>
#include <string>

namespace xuanren {

/// A whole number in Chinese numerals, as clauses are numbered 中文数字: 三, 十一, 四十二, 一百零三.
///
/// Requires: from 0 to 9999.
[[nodiscard]] inline std::string chinese_numeral(int number) {
    assert(number >= 0 && number <= 9999);
    constexpr const char* digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number == 0) return digits[0];
    constexpr struct {
        int size;
        const char* name;
    } units[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
    std::string out;
    bool gap = false;
    for (const auto& unit : units) {
        const int digit = number / unit.size % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += digits[0];
        gap = false;
        // Ten to nineteen begin with 十, not 一十.
        if (!(unit.size == 10 && digit == 1 && out.empty())) out += digits[digit];
        out += unit.name;
    }
    return out;
}

}  // namespace xuanren
