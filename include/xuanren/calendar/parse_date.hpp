// include/xuanren/calendar/parse_date.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/problem.hpp>

#include <string>
#include <string_view>

namespace xuanren {

/// The years that a date in a record may have 记录日期的年份范围, both included.
struct record_years {
    static constexpr int first = 1900;
    static constexpr int last = 2100;
};

namespace detail {

/// The text with full-width digits, dots and dashes as ASCII, and blanks around it taken away.
[[nodiscard]] inline std::string narrowed_date(std::string_view text) {
    const auto is_blank_byte = [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    };
    constexpr std::string_view wide_blanks[] = {"\u3000", "\u00A0", "\uFEFF"};
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && is_blank_byte(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_blank_byte(text.back())) text.remove_suffix(1);
        for (const std::string_view blank : wide_blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        // U+FF01 to U+FF5E are the full-width forms of 0x21 to 0x7E: EF BC 81.. and EF BD 80..
        if (text.size() >= 3 && text[0] == '\xEF' && (text[1] == '\xBC' || text[1] == '\xBD')) {
            const auto low = static_cast<unsigned char>(text[2]);
            const unsigned code = (text[1] == '\xBC' ? 0x20u : 0x60u) + (low - 0x80u);
            const char narrow = static_cast<char>(code);
            if ((narrow >= '0' && narrow <= '9') || narrow == '.' || narrow == '-') {
                out += narrow;
                text.remove_prefix(3);
                continue;
            }
        }
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

/// At most so many bytes of the text, cut between characters.
[[nodiscard]] inline std::string shortened(std::string_view text, std::size_t limit = 40) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0u) == 0x80u) --limit;
    return std::string(text.substr(0, limit)) + "…";
}

[[nodiscard]] inline problem date_problem(const char* code, std::string_view written,
                                          text expected) {
    problem p;
    p.code = code;
    p.found = shortened(written);
    p.message.zh = "日期“" + p.found + "”无效：" + expected.zh;
    p.message.en = "date \"" + p.found + "\": " + expected.en;
    p.expected = std::move(expected);
    return p;
}

/// Takes digits from the front of the text: exactly `most` or, at least, `least` of them.
/// The number, or -1 where there are too few or too many.
[[nodiscard]] constexpr int take_number(std::string_view& text, std::size_t least,
                                        std::size_t most) noexcept {
    int number = 0;
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        if (count == most) return -1;
        number = number * 10 + (text[count++] - '0');
    }
    if (count < least) return -1;
    text.remove_prefix(count);
    return number;
}

/// A date's parts as written; -1 where a part is not written.
struct date_parts {
    int year = -1;
    int month = -1;
    int day = -1;
};

/// Splits a date into its parts by its form alone; false where it has none of the forms.
[[nodiscard]] constexpr bool split_date(std::string_view text, date_parts& parts) noexcept {
    const auto two_digits = [](std::string_view s, std::size_t at) {
        return (s[at] - '0') * 10 + (s[at + 1] - '0');
    };
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == text.size()) {  // 2024, 202405, 20240520
        if (digits != 4 && digits != 6 && digits != 8) return false;
        parts.year = two_digits(text, 0) * 100 + two_digits(text, 2);
        if (digits > 4) parts.month = two_digits(text, 4);
        if (digits > 6) parts.day = two_digits(text, 6);
        return true;
    }
    if (digits != 4) return false;
    parts.year = take_number(text, 4, 4);
    if (text.front() == '-' || text.front() == '.') {
        // Two digits each: "2024.1" may be a 2024.10 that a spreadsheet has cut.
        const char mark = text.front();
        text.remove_prefix(1);
        parts.month = take_number(text, 2, 2);
        if (parts.month < 0) return false;
        if (text.empty()) return true;
        if (text.front() != mark) return false;
        text.remove_prefix(1);
        parts.day = take_number(text, 2, 2);
        return parts.day >= 0 && text.empty();
    }
    constexpr std::string_view year_word = "年", month_word = "月", day_word = "日";
    if (!text.starts_with(year_word)) return false;
    text.remove_prefix(year_word.size());
    if (text.empty()) return true;
    parts.month = take_number(text, 1, 2);
    if (parts.month < 0 || !text.starts_with(month_word)) return false;
    text.remove_prefix(month_word.size());
    if (text.empty()) return true;
    parts.day = take_number(text, 1, 2);
    if (parts.day < 0 || !text.starts_with(day_word)) return false;
    text.remove_prefix(day_word.size());
    return text.empty();
}

}  // namespace detail

/// Reads a date in any of its written forms 读取日期, keeping the precision it is written with.
///
/// "2024", "2024-05", "2024-05-20", the same with dots, "202405", "20240520", "2024年", "2024年5月",
/// "2024年5月20日"; full-width digits, dots and dashes, and blanks around it, are taken as meant.
/// Errors: XR-DATE-001 no such form, 002 year outside record_years, 003 month, 004 day,
/// 005 nothing written. Never a clamp, never a guess.
[[nodiscard]] inline result<civil_date> parse_date(std::string_view written) {
    const auto fail = [written](const char* code, text expected) {
        return result<civil_date>(detail::date_problem(code, written, std::move(expected)));
    };
    detail::date_parts parts;
    if (!detail::split_date(written, parts)) {
        const std::string narrow = detail::narrowed_date(written);
        if (narrow.empty())
            return fail("XR-DATE-005", {"应填写日期，如2024-05-20、2024-05、2024",
                                        "a date is expected, such as 2024-05-20, 2024-05 or 2024"});
        parts = {};
        if (!detail::split_date(narrow, parts))
            return fail("XR-DATE-001",
                        {"应写作2024、2024-05、2024-05-20、2024.05、2024.05.20、202405、20240520、"
                         "2024年5月或2024年5月20日",
                         "write 2024, 2024-05, 2024-05-20, 2024.05, 2024.05.20, 202405, 20240520, "
                         "2024年5月 or 2024年5月20日"});
    }
    if (parts.year < record_years::first || parts.year > record_years::last)
        return fail("XR-DATE-002",
                    {"年份应为" + std::to_string(record_years::first) + "至" +
                         std::to_string(record_years::last),
                     "year must be " + std::to_string(record_years::first) + " to " +
                         std::to_string(record_years::last)});
    if (parts.month == -1) return civil_date(parts.year);
    if (parts.month < 1 || parts.month > 12)
        return fail("XR-DATE-003", {"月份应为01至12", "month must be 01 to 12"});
    if (parts.day == -1) return civil_date(parts.year, parts.month);
    const int last = days_in_month(parts.year, parts.month);
    if (parts.day < 1 || parts.day > last)
        return fail("XR-DATE-004",
                    {std::to_string(parts.year) + "年" + std::to_string(parts.month) + "月的日应为01至" +
                         std::to_string(last),
                     "day must be 01 to " + std::to_string(last) + " in " +
                         to_string(civil_date(parts.year, parts.month))});
    return civil_date(parts.year, parts.month, parts.day);
}

/// Whether parse_date() takes the text only after narrowing it 经规整: full-width characters or
/// blanks around it, which a reader may want to note.
[[nodiscard]] inline bool is_narrowed_date(std::string_view written) {
    return detail::narrowed_date(written) != written;
}

}  // namespace xuanren
