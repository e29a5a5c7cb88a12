// include/xuanren/report/json_writer.hpp
#pragma once

#include <concepts>
#include <cstddef>
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
    void quote(std::string_view word) {
        constexpr char digits[] = "0123456789abcdef";
        out_ += '"';
        for (const char c : word) {
            const auto byte = static_cast<unsigned char>(c);
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
