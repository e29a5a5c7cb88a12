// include/xuanren/report/display_width.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

struct code_range {
    char32_t first;
    char32_t last;
};

/// Takes one code point off the front of UTF-8 text; a byte that begins none counts as itself.
[[nodiscard]] inline char32_t take_code_point(std::string_view& rest) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || rest.size() < length) {
        rest.remove_prefix(1);
        return lead;
    }
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (byte(i) & 0x3FU);
    rest.remove_prefix(length);
    return code;
}

[[nodiscard]] inline bool is_within(char32_t code, const code_range* first, const code_range* last) noexcept {
    for (; first != last; ++first)
        if (code >= first->first && code <= first->last) return true;
    return false;
}

}  // namespace detail

/// How many columns of a terminal a code point takes: 0, 1 or 2.
///
/// Wide and full-width characters take two, combining marks and controls none. Characters whose
/// width is ambiguous take one, as they do in a UTF-8 locale.
/// Source: Unicode Standard Annex 11, East Asian Width.
[[nodiscard]] inline int display_width(char32_t code) noexcept {
    using detail::code_range;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return 0;
    if (code < 0x300) return 1;
    static constexpr code_range none[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x0E31, 0x0E31},
        {0x0E34, 0x0E3A}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},
        {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
        {0xE0100, 0xE01EF}};
    static constexpr code_range wide[] = {
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
        {0x2614, 0x2615},   {0x267F, 0x267F},   {0x26A1, 0x26A1},   {0x2705, 0x2705},
        {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2E80, 0x303E},
        {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
        {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
        {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF},
        {0x1AFF0, 0x1B2FB}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
        {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}};
    if (detail::is_within(code, std::begin(none), std::end(none))) return 0;
    return detail::is_within(code, std::begin(wide), std::end(wide)) ? 2 : 1;
}

/// How many columns of a terminal a text of one line takes 显示宽度.
[[nodiscard]] inline std::size_t display_width(std::string_view line) noexcept {
    std::size_t width = 0;
    while (!line.empty()) width += static_cast<std::size_t>(display_width(detail::take_code_point(line)));
    return width;
}

/// The text with blanks after it up to `width` columns; a longer one is left as it is.
[[nodiscard]] inline std::string padded(std::string_view line, std::size_t width) {
    const std::size_t taken = display_width(line);
    std::string out(line);
    if (taken < width) out.append(width - taken, ' ');
    return out;
}

/// The text broken into lines of at most `width` columns 折行.
///
/// Breaks at blanks, and between any two wide characters save before closing marks, which no line
/// of Chinese begins with. A word longer than the line stands over.
[[nodiscard]] inline std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    constexpr std::u32string_view closing = U"，。；：、？！）》〉」』】〕］”’";
    constexpr std::u32string_view opening = U"（《〈「『【〔［“‘";
    std::vector<std::string> lines;
    std::string line, word;
    std::size_t line_width = 0, word_width = 0;
    const auto take_word = [&] {
        if (line_width + word_width > width && line_width != 0) {
            while (!line.empty() && line.back() == ' ') line.pop_back();
            lines.push_back(std::move(line));
            line.clear();
            line_width = 0;
        }
        line += word;
        line_width += word_width;
        word.clear();
        word_width = 0;
    };
    char32_t previous = 0;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t code = detail::take_code_point(text);
        const std::string_view letter = before.substr(0, before.size() - text.size());
        const int columns = display_width(code);
        if (code == U' ') {
            take_word();
            if (line_width != 0 && line_width < width) {
                line += ' ';
                ++line_width;
            }
            previous = code;
            continue;
        }
        const bool breaks_here = (columns == 2 || display_width(previous) == 2) && previous != 0 &&
                                 closing.find(code) == closing.npos &&
                                 opening.find(previous) == opening.npos;
        if (breaks_here) take_word();
        word += letter;
        word_width += static_cast<std::size_t>(columns);
        previous = code;
    }
    take_word();
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace xuanren
