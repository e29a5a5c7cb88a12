// include/xuanren/engine/feel_lexer.hpp
#pragma once

#include <xuanren/problem.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

enum class token_kind : std::uint8_t {
    end,
    name,  ///< a word; keywords are words until the parser asks
    number,
    string,     ///< `text` is what it means, escapes resolved
    at_string,  ///< @"..."
    symbol,     ///< `text` is one of the symbols below
};

struct token {
    token_kind kind = token_kind::end;
    std::string text;
    int column = 1;       ///< in characters, from 1
    bool spaced = false;  ///< blank or comment before it
};

/// Makes a problem of an expression; `found` is quoted in the message already.
[[nodiscard]] inline problem feel_problem(const char* code, int column, std::string found,
                                          text expected, text message) {
    problem p;
    p.code = code;
    p.column = column;
    p.found = std::move(found);
    p.expected = std::move(expected);
    const std::string place_zh = "第" + std::to_string(column) + "列：";
    const std::string place_en = "column " + std::to_string(column) + ": ";
    p.message = {place_zh + message.zh, place_en + message.en};
    return p;
}

/// The bytes of the UTF-8 sequence that begins s, or 0 where there is none.
[[nodiscard]] constexpr std::size_t utf8_length(std::string_view s) noexcept {
    const auto byte = [&s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    if (s.empty()) return 0;
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || length > s.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ||
        (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F))
        return 0;
    return length;
}

/// The code point of the valid sequence that begins s.
[[nodiscard]] constexpr std::uint32_t utf8_decode(std::string_view s) noexcept {
    const auto byte = [&s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return first;
    if (first < 0xE0) return (first & 0x1F) << 6 | (byte(1) & 0x3Fu);
    if (first < 0xF0) return (first & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return (first & 0x07) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
           (byte(3) & 0x3Fu);
}

/// Requires: c is a Unicode scalar value.
inline void utf8_append(std::string& out, std::uint32_t c) {
    const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// Cuts a text into tokens; stops at the first thing that is none.
class lexer {
public:
    explicit lexer(std::string_view text) : rest_(text) {}

    [[nodiscard]] result<std::vector<token>> run() {
        std::vector<token> tokens;
        for (;;) {
            token next;
            next.spaced = skip_blank();
            if (wrong_) return *wrong_;
            next.column = column_;
            const bool is_end = rest_.empty();
            if (!is_end) take(next);
            if (wrong_) return *wrong_;
            tokens.push_back(std::move(next));
            if (is_end) return tokens;
        }
    }

private:
    [[nodiscard]] static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] static bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?' || c == '$';
    }
    [[nodiscard]] static bool is_hex(char c) {
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    /// White space of FEEL, the ideographic blank included.
    [[nodiscard]] static bool is_blank(std::uint32_t c) {
        return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
               c == 0x180E || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
               c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
    }
    /// Letters beyond ASCII that FEEL lets stand in names: all but blanks, controls, punctuation.
    [[nodiscard]] static bool is_name_part(std::uint32_t c) {
        if (c < 0xB7) return false;
        return !is_blank(c) && c != 0xD7 && c != 0xF7 && !(c >= 0x2010 && c <= 0x206F) &&
               !(c >= 0x3001 && c <= 0x3003) && !(c >= 0x3008 && c <= 0x301F) &&
               !(c >= 0xFF00 && c <= 0xFF0F) && !(c >= 0xFF1A && c <= 0xFF20);
    }

    /// Marks that stand within Chinese words of the code tables: 、（）.
    [[nodiscard]] static bool is_inner_mark(std::uint32_t c) {
        return c == 0x3001 || c == 0xFF08 || c == 0xFF09;
    }

    void advance(std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i)
            if ((static_cast<unsigned char>(rest_[i]) & 0xC0) != 0x80) ++column_;
        rest_.remove_prefix(bytes);
    }

    void fail(const char* code, std::string found, text expected, text message) {
        wrong_ =
            feel_problem(code, column_, std::move(found), std::move(expected), std::move(message));
    }

    bool skip_blank() {
        bool any = false;
        while (!rest_.empty()) {
            if (rest_.starts_with("//")) {
                while (!rest_.empty() && rest_[0] != '\n') advance(1);
            } else if (rest_.starts_with("/*")) {
                const std::size_t end = rest_.find("*/", 2);
                if (end == std::string_view::npos) {
                    fail("XR-FEEL-003", "/*", {"*/", "*/"},
                         {"注释没有以“*/”结束", "comment has no closing \"*/\""});
                    return true;
                }
                advance(end + 2);
            } else {
                const std::size_t length = utf8_length(rest_);
                if (length == 0 || !is_blank(utf8_decode(rest_))) return any;
                advance(length);
            }
            any = true;
        }
        return any;
    }

    void take(token& t) {
        const char c = rest_[0];
        if (is_digit(c) || (c == '.' && rest_.size() > 1 && is_digit(rest_[1])))
            return take_number(t);
        if (c == '"') return take_string(t, token_kind::string);
        if (c == '@') {
            std::size_t quote = 1;
            while (quote < rest_.size() && rest_[quote] == ' ') ++quote;
            if (quote < rest_.size() && rest_[quote] == '"') {
                advance(quote);
                return take_string(t, token_kind::at_string);
            }
        }
        if (take_name(t) || take_symbol(t)) return;
        if (wrong_) return;
        const std::size_t length = utf8_length(rest_);
        if (length == 0)
            return fail("XR-FEEL-001", {}, {"UTF-8", "UTF-8"},
                        {"不是UTF-8文本", "the text is not UTF-8"});
        const std::string found(rest_.substr(0, length));
        fail("XR-FEEL-001", found,
             {"名称、数、字符串或运算符", "a name, number, string or operator"},
             {"不能识别的字符“" + found + "”", "unexpected character \"" + found + "\""});
    }

    void take_number(token& t) {
        t.kind = token_kind::number;
        std::size_t end = 0;
        const auto digits = [&] {
            while (end < rest_.size() && is_digit(rest_[end])) ++end;
        };
        digits();
        if (end + 1 < rest_.size() && rest_[end] == '.' && is_digit(rest_[end + 1])) {
            ++end;
            digits();
        }
        if (end < rest_.size() && (rest_[end] == 'e' || rest_[end] == 'E')) {
            std::size_t power = end + 1;
            if (power < rest_.size() && (rest_[power] == '+' || rest_[power] == '-')) ++power;
            if (power < rest_.size() && is_digit(rest_[power])) {
                end = power;
                digits();
            }
        }
        t.text = std::string(rest_.substr(0, end));
        advance(end);
    }

    bool take_name(token& t) {
        std::size_t end = 0;
        while (end < rest_.size()) {
            const char c = rest_[end];
            if (is_letter(c) || (end > 0 && is_digit(c))) {
                ++end;
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x80) break;
            const std::size_t length = utf8_length(rest_.substr(end));
            if (length == 0) break;
            const std::uint32_t point = utf8_decode(rest_.substr(end));
            if (!is_name_part(point) && !(end > 0 && is_inner_mark(point))) break;
            end += length;
        }
        if (end == 0) return false;
        t.kind = token_kind::name;
        t.text = std::string(rest_.substr(0, end));
        advance(end);
        return true;
    }

    bool take_symbol(token& t) {
        static constexpr std::array<std::string_view, 24> symbols = {
            "**", "..", "!=", "<=", ">=", "->", "+", "-", "*", "/", "=", "<",
            ">",  "(",  ")",  "[",  "]",  "{",  "}", ",", ":", ".", "'", "@"};
        for (const std::string_view s : symbols) {
            if (!rest_.starts_with(s)) continue;
            t.kind = token_kind::symbol;
            t.text = std::string(s);
            advance(s.size());
            return true;
        }
        return false;
    }

    /// Reads `count` hexadecimal digits after the backslash and its letter.
    std::optional<std::uint32_t> take_code(std::size_t count) {
        if (rest_.size() < count + 2) return std::nullopt;
        std::uint32_t code = 0;
        for (std::size_t i = 2; i < count + 2; ++i) {
            const char c = rest_[i];
            if (!is_hex(c)) return std::nullopt;
            const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
            code = code << 4 | static_cast<std::uint32_t>(digit);
        }
        advance(count + 2);
        return code;
    }

    void bad_escape() {
        const std::size_t length = rest_.size() > 1 ? utf8_length(rest_.substr(1)) : 0;
        const std::string found(rest_.substr(0, 1 + length));
        fail("XR-FEEL-004", found,
             {R"(\" \\ \n \r \t \uXXXX \UXXXXXX)", R"(\" \\ \n \r \t \uXXXX \UXXXXXX)"},
             {"不能识别的转义“" + found + "”", "unknown escape \"" + found + "\""});
    }

    void take_escape(std::string& out) {
        static constexpr std::string_view letters = "\"\\'nrt";
        static constexpr std::string_view meanings = "\"\\'\n\r\t";
        const char c = rest_.size() > 1 ? rest_[1] : '\0';
        if (const std::size_t at = letters.find(c); c != '\0' && at != std::string_view::npos) {
            out.push_back(meanings[at]);
            return advance(2);
        }
        std::optional<std::uint32_t> code;
        if (c == 'u') code = take_code(4);
        if (c == 'U') code = take_code(6);
        if (!code) return bad_escape();
        if (*code >= 0xD800 && *code < 0xDC00 && rest_.starts_with("\\u")) {
            const std::optional<std::uint32_t> low = take_code(4);
            if (!low || *low < 0xDC00 || *low > 0xDFFF) return bad_escape();
            code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
        }
        if (*code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF)) return bad_escape();
        utf8_append(out, *code);
    }

    void take_string(token& t, token_kind kind) {
        t.kind = kind;
        advance(1);
        while (!rest_.empty() && !wrong_) {
            if (rest_[0] == '"') return advance(1);
            if (rest_[0] == '\\') {
                take_escape(t.text);
                continue;
            }
            const std::size_t length = utf8_length(rest_);
            if (length == 0)
                return fail("XR-FEEL-001", {}, {"UTF-8", "UTF-8"},
                            {"不是UTF-8文本", "the text is not UTF-8"});
            t.text += rest_.substr(0, length);
            advance(length);
        }
        if (!wrong_)
            fail("XR-FEEL-002", {}, {"\"", "\""},
                 {"字符串没有以引号结束", "string has no closing quote"});
    }

    std::string_view rest_;
    int column_ = 1;
    std::optional<problem> wrong_;
};

}  // namespace xuanren::detail
