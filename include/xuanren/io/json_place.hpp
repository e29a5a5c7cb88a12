// include/xuanren/io/json_place.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xuanren::detail {

/// A place in a text, counted from 1; the column in characters.
struct text_place {
    int line = 0;
    int column = 0;
};

/// Line and column of a byte of the text.
[[nodiscard]] inline text_place place_of_byte(std::string_view text, std::size_t offset) {
    if (offset > text.size()) offset = text.size();
    text_place out{1, 1};
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] == '\n') {
            ++out.line;
            out.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u) {
            ++out.column;
        }
    }
    return out;
}

/// A key as a step of a JSON pointer (RFC 6901).
inline void append_pointer(std::string& out, std::string_view key) {
    out += '/';
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
}

/// Finds again the places that a fast reading did not keep: of the nth token (brackets, keys and
/// values count, from 1) and of the value at a JSON pointer.
///
/// Requires: the text is JSON as far as the last token asked for.  Complexity: linear in the text.
class json_places {
public:
    void ask(std::uint64_t token) { tokens_.emplace(token, text_place{}); }
    void ask(const std::string& pointer) { pointers_.emplace(pointer, text_place{}); }

    void find_in(std::string_view text) {
        if (tokens_.empty() && pointers_.empty()) return;
        struct level {
            bool is_list;
            std::size_t index;
            std::size_t path;  // length of the pointer that leads here
        };
        std::vector<level> levels;
        std::string path;
        std::uint64_t token = 0;
        std::size_t counted = 0;
        text_place here{1, 1};
        bool key_next = false;
        for (std::size_t i = 0; i < text.size();) {
            const char c = text[i];
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ':') {
                ++i;
                continue;
            }
            if (c == ',') {
                if (!levels.empty() && !levels.back().is_list) key_next = true;
                ++i;
                continue;
            }
            for (; counted < i; ++counted) {
                if (text[counted] == '\n') {
                    ++here.line;
                    here.column = 1;
                } else if ((static_cast<unsigned char>(text[counted]) & 0xC0u) != 0x80u) {
                    ++here.column;
                }
            }
            ++token;
            if (const auto asked = tokens_.find(token); asked != tokens_.end())
                asked->second = here;
            if (c == '}' || c == ']') {
                if (levels.empty()) return;
                path.resize(levels.back().path);
                levels.pop_back();
                key_next = false;
                ++i;
                continue;
            }
            const std::size_t start = i;
            if (c == '"')
                i = end_of_string(text, i);
            else if (c == '{' || c == '[')
                ++i;
            else
                while (i < text.size() &&
                       std::string_view(" \t\r\n,:]}").find(text[i]) == std::string_view::npos)
                    ++i;
            if (key_next) {
                path.resize(levels.back().path);
                append_pointer(path, unescaped(text.substr(start + 1, i - start - 2)));
                key_next = false;
                continue;
            }
            if (!levels.empty() && levels.back().is_list) {
                path.resize(levels.back().path);
                path.append("/").append(std::to_string(levels.back().index++));
            }
            if (const auto asked = pointers_.find(path);
                asked != pointers_.end() && asked->second.line == 0)
                asked->second = here;
            if (c == '{' || c == '[') {
                levels.push_back({c == '[', 0, path.size()});
                key_next = c == '{';
            }
        }
    }

    [[nodiscard]] text_place of(std::uint64_t token) const {
        const auto found = tokens_.find(token);
        return found == tokens_.end() ? text_place{} : found->second;
    }
    [[nodiscard]] text_place of(const std::string& pointer) const {
        const auto found = pointers_.find(pointer);
        return found == pointers_.end() ? text_place{} : found->second;
    }

private:
    [[nodiscard]] static std::size_t end_of_string(std::string_view text, std::size_t i) {
        for (++i; i < text.size() && text[i] != '"'; ++i)
            if (text[i] == '\\') ++i;
        return i < text.size() ? i + 1 : text.size();
    }
    /// The keys of the format hold no escapes; others are only compared, so \" and the like do.
    [[nodiscard]] static std::string unescaped(std::string_view key) {
        std::string out;
        for (std::size_t i = 0; i < key.size(); ++i) {
            if (key[i] == '\\' && i + 1 < key.size()) ++i;
            out += key[i];
        }
        return out;
    }

    std::unordered_map<std::uint64_t, text_place> tokens_;
    std::unordered_map<std::string, text_place> pointers_;
};

}  // namespace xuanren::detail
