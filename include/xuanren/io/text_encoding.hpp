// include/xuanren/io/text_encoding.hpp
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace xuanren::detail {

/// How many bytes the UTF-8 character at the front takes; 0 where there is none.
[[nodiscard]] constexpr std::size_t valid_utf8_length(std::string_view s) noexcept {
    const auto at = [s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < s.size() && at(i) >= low && at(i) <= high;
    };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// The position of the first byte that is no UTF-8, or npos.
[[nodiscard]] constexpr std::size_t first_not_utf8(std::string_view s) noexcept {
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t length = valid_utf8_length(s.substr(i, 4));
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

/// Whether every byte sequence is one of GB18030 (and so of GBK and GB2312).
[[nodiscard]] constexpr bool is_gb18030(std::string_view s) noexcept {
    const auto in = [&s](std::size_t i, unsigned low, unsigned high) {
        return i < s.size() && static_cast<unsigned char>(s[i]) >= low &&
               static_cast<unsigned char>(s[i]) <= high;
    };
    for (std::size_t i = 0; i < s.size();) {
        if (in(i, 0x00, 0x7F)) {
            ++i;
        } else if (in(i, 0x81, 0xFE) && (in(i + 1, 0x40, 0x7E) || in(i + 1, 0x80, 0xFE))) {
            i += 2;
        } else if (in(i, 0x81, 0xFE) && in(i + 1, 0x30, 0x39) && in(i + 2, 0x81, 0xFE) &&
                   in(i + 3, 0x30, 0x39)) {
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

/// The encoding that a text which is no UTF-8 JSON is probably in; empty where nothing tells.
///
/// JSON begins with an ASCII character, so the zeros of UTF-16 and UTF-32 show at once.
[[nodiscard]] inline std::string_view guess_encoding(std::string_view s) {
    if (s.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
        s.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return "UTF-32";
    if (s.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (s.starts_with("\xFE\xFF")) return "UTF-16BE";
    if (s.size() >= 4) {
        if (s[0] == 0 && s[1] == 0) return "UTF-32";
        if (s[0] == 0 && s[1] != 0) return "UTF-16BE";
        if (s[0] != 0 && s[1] == 0) return s[2] == 0 && s[3] == 0 ? "UTF-32" : "UTF-16LE";
    }
    if (first_not_utf8(s) == std::string_view::npos) return {};
    return is_gb18030(s) ? "GB18030" : std::string_view{};
}

}  // namespace xuanren::detail
