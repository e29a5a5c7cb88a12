// include/xuanren/io/foreign_value.hpp
#pragma once

#include <xuanren/io/json_place.hpp>
#include <xuanren/io/text_encoding.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A text as JSON, in quotes. A byte that is no UTF-8, which no reader lets in, becomes U+FFFD.
inline void append_json_string(std::string& out, std::string_view s) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char c = s[i];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const std::size_t length = valid_utf8_length(s.substr(i, 4));
            out += length == 0 ? std::string_view("\uFFFD") : s.substr(i, length);
            i += length == 0 ? 0 : length - 1;
            continue;
        }
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += hex[static_cast<unsigned char>(c) >> 4];
                    out += hex[static_cast<unsigned char>(c) & 15u];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

/// One JSON value that the format has no place for, followed event by event: kept as compact text
/// or passed over, with its own duplicate keys noticed.
class foreign_value {
public:
    [[nodiscard]] bool is_open() const noexcept { return open_; }
    /// A whole value has been seen.
    [[nodiscard]] bool is_complete() const noexcept { return begun_ && levels_.empty(); }

    void begin(bool keep) {
        open_ = true;
        begun_ = false;
        keep_ = keep;
        text_.clear();
        levels_.clear();
    }
    [[nodiscard]] std::string finish() {
        open_ = false;
        return std::exchange(text_, {});
    }

    void add(std::string_view json) {
        separate();
        if (keep_) text_ += json;
        count();
    }
    void add_string(std::string_view s) {
        separate();
        if (keep_) append_json_string(text_, s);
        count();
    }
    void open_object() { open('{', false); }
    void open_array() { open('[', true); }
    /// Returns: whether the key is new in its object.
    bool add_key(const std::string& key) {
        level& top = levels_.back();
        if (keep_) {
            if (top.index > 0) text_ += ',';
            append_json_string(text_, key);
            text_ += ':';
        }
        top.key = key;
        return top.keys.insert(key).second;
    }
    void close(char bracket) {
        levels_.pop_back();
        if (keep_) text_ += bracket;
        count();
    }

    void append_pointer_to(std::string& out) const {
        if (!open_) return;
        for (const level& l : levels_) {
            if (l.is_array)
                out.append("/").append(std::to_string(l.index));
            else
                append_pointer(out, l.key);
        }
    }

private:
    struct level {
        bool is_array;
        std::size_t index = 0;
        std::string key = {};
        std::unordered_set<std::string> keys = {};
    };

    void separate() {
        begun_ = true;
        if (keep_ && !levels_.empty() && levels_.back().is_array && levels_.back().index > 0)
            text_ += ',';
    }
    void count() {
        if (!levels_.empty()) ++levels_.back().index;
    }
    void open(char bracket, bool is_array) {
        separate();
        if (keep_) text_ += bracket;
        levels_.push_back({is_array});
    }

    bool open_ = false;
    bool begun_ = false;
    bool keep_ = false;
    std::string text_;
    std::vector<level> levels_;
};

}  // namespace xuanren::detail
