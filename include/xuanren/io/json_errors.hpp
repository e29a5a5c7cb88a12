// include/xuanren/io/json_errors.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/io/json_place.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/problem.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren::detail {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What a JSON parser was unhappy with, in words of our own.
[[nodiscard]] inline text syntax_words(std::string_view said) {
    struct row {
        std::string_view has;
        text words;
    };
    static const row rows[] = {
        {"control character",
         {"字符串中有未转义的控制字符（如换行）", "an unescaped control character in a string"}},
        {"surrogate", {"字符串中的\\u转义不成对", "a \\u escape without its pair"}},
        {"'\\u' must be followed",
         {"\\u之后应有四位十六进制数", "\\u needs four hexadecimal digits"}},
        {"forbidden character after backslash",
         {"反斜杠之后的字符无效", "no such escape after a backslash"}},
        {"invalid number", {"数字写法无效", "not a number in JSON"}},
        {"invalid literal",
         {"此处的字词不是JSON（字符串须加双引号）",
          "no JSON word; strings stand in double quotes"}},
        {"object key", {"此处应为加双引号的键", "a key in double quotes is expected"}},
        {"object separator", {"键与值之间应为冒号", "a colon is expected between key and value"}},
        {"while parsing object",
         {"此处应为逗号或右花括号", "a comma or a closing brace is expected"}},
        {"while parsing array",
         {"此处应为逗号或右方括号", "a comma or a closing bracket is expected"}},
    };
    for (const row& r : rows)
        if (said.find(r.has) != std::string_view::npos) return r.words;
    return {"此处应为一个值", "a value is expected"};
}

[[nodiscard]] inline problem json_problem(const char* code, std::string found, text expected,
                                          text message, text_place place) {
    problem p;
    p.code = code;
    p.found = std::move(found);
    p.expected = std::move(expected);
    p.message = std::move(message);
    p.line = place.line;
    p.column = place.column;
    return p;
}

[[nodiscard]] inline problem empty_document() {
    return json_problem("XR-JSON-004", "", {"JSON文档", "a JSON document"},
                        {"文件为空，没有内容", "there is nothing in the file"}, {1, 1});
}

/// A document that is not in UTF-8, with a guess at what it is in.
[[nodiscard]] inline problem wrong_encoding(std::string_view bytes) {
    const std::string guess(guess_encoding(bytes));
    const std::size_t bad = first_not_utf8(bytes);
    text message{"文件不是UTF-8编码", "the file is not in UTF-8"};
    if (!guess.empty()) {
        message.zh +=
            "，可能是" + guess + (guess == "GB18030" ? "（GBK）" : "") + "；请另存为UTF-8";
        message.en += " but probably in " + guess + (guess == "GB18030" ? " (GBK)" : "") +
                      "; save it as UTF-8";
    }
    return json_problem("XR-JSON-005", guess, {"UTF-8编码", "UTF-8"}, std::move(message),
                        place_of_byte(bytes, bad == std::string_view::npos ? 0 : bad));
}

/// The same text with U+FFFD for each control character, which a terminal would obey.
[[nodiscard]] inline std::string without_controls(std::string_view quoted) {
    std::string out;
    for (const char c : quoted) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F')
            out += "\xEF\xBF\xBD";
        else
            out += c;
    }
    return out;
}

/// The problem behind a parser's error at that byte (counted from 1) of the text.
[[nodiscard]] inline problem syntax_problem(std::string_view text_read, std::size_t position,
                                            bool is_number, bool is_finished,
                                            std::string_view said) {
    std::size_t at = std::min(position == 0 ? 0 : position - 1, text_read.size());
    while (at > 0 && at < text_read.size() &&
           (static_cast<unsigned char>(text_read[at]) & 0xC0u) == 0x80u)
        --at;
    const text_place place = place_of_byte(text_read, at);
    const std::string found = without_controls(shortened(text_read.substr(at), 20));
    if (is_number)
        return json_problem("XR-JSON-008", "",
                            {"双精度范围内的数", "a number within double precision"},
                            {"数字过大，无法表示", "the number is too large to be held"}, place);
    if (is_finished)
        return json_problem("XR-JSON-003", found, {"文档到此结束", "the end of the document"},
                            {"文档结束之后还有内容：“" + found + "”",
                             "more follows after the end of the document: \"" + found + "\""},
                            place);
    if (at >= text_read.size())
        return json_problem("XR-JSON-002", "", {"完整的JSON文档", "a whole JSON document"},
                            {"文档不完整，在此中断", "the document breaks off here"}, place);
    const text words = syntax_words(said);
    return json_problem("XR-JSON-001", found, words,
                        {"JSON语法错误：" + words.zh + "，实为“" + found + "”",
                         "JSON syntax: " + words.en + ", found \"" + found + "\""},
                        place);
}

}  // namespace xuanren::detail
