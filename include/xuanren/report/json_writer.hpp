// include/xuanren/report/json_writer.hpp
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// Writes JSON as it goes, members in the order given, two blanks an inset.
///
/// A report of many appointments is large; it is written without a tree of it in memory.
class json_writer {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    void key(std::string_view name) {
        next();
        quote(name);
        out_ += ": ";
        after_key_ = true;
    }

    void member(std::string_view name, std::string_view word) { key(name), item(word); }
    void member(std::string_view name, const char* word) { key(name), item(std::string_view(word)); }
    void member(std::string_view name, const std::string& word) { key(name), item(std::string_view(word)); }
    template <std::integral N>
    void member(std::string_view name, N number) {
        key(name);
        item(number);
    }
    void null_member(std::string_view name) { key(name), null(); }

    void item(std::string_view word) {
        next();
        quote(word);
    }
    template <std::integral N>
    void item(N number) {
        next();
        if constexpr (std::same_as<N, bool>)
            out_ += number ? "true" : "false";
        else
            out_ += std::to_string(number);
    }
    void null() {
        next();
        out_ += "null";
    }

    [[nodiscard]] std::string text() && { return std::move(out_); }

private:
    void open(char bracket) {
        next();
        out_ += bracket;
        is_empty_.push_back(true);
    }
    void close(char bracket) {
        const bool was_empty = is_empty_.back();
        is_empty_.pop_back();
        if (!was_empty) new_line();
        out_ += bracket;
    }
    /// Puts what parts one entry from the one before it.
    void next() {
        if (after_key_) {
            after_key_ = false;
            return;
        }
        if (is_empty_.empty()) return;
        if (!is_empty_.back()) out_ += ',';
        is_empty_.back() = false;
        new_line();
    }
    void new_line() {
        out_ += '\n';
        out_.append(2 * is_empty_.size(), ' ');
    }
    /// C1 controls and the marks that turn the direction of writing: kept, but escaped, so that what
    /// shows the JSON does not obey them. 0 where there is none.
    [[nodiscard]] static std::uint32_t unseen_code(std::string_view word) noexcept {
        const auto byte = [&](std::size_t i) -> std::uint32_t {
            return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U;
        };
        if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return byte(1);
        if (byte(0) == 0xD8 && byte(1) == 0x9C) return 0x61C;
        if (byte(0) != 0xE2 || word.size() < 3) return 0;
        const std::uint32_t code = 0x2000 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        const bool is_mark = code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        return is_mark ? code : 0;
    }
    void quote(std::string_view word) {
        constexpr char digits[] = "0123456789abcdef";
        out_ += '"';
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = word[i];
            const auto byte = static_cast<unsigned char>(c);
            if (const std::uint32_t code = unseen_code(word.substr(i)); code != 0) {
                out_ += "\\u";
                for (int shift = 12; shift >= 0; shift -= 4) out_ += digits[code >> shift & 15];
                i += code < 0x800 ? 1 : 2;
                continue;
            }
            if (c == '"' || c == '\\') {
                out_ += '\\';
                out_ += c;
            } else if (c == '\n') {
                out_ += "\\n";
            } else if (byte < 0x20 || byte == 0x7F) {
                out_ += "\\u00";
                out_ += digits[byte >> 4];
                out_ += digits[byte & 15];
            } else {
                out_ += c;
            }
        }
        out_ += '"';
    }

    std::string out_;
    std::vector<bool> is_empty_;
    bool after_key_ = false;
};

}  // namespace xuanren
