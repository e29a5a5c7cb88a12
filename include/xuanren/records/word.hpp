// include/xuanren/records/word.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace xuanren {

/// The words of one member of an enumeration 词表项.
///
/// `also` holds further names and national codes that mean the same, separated by "|". A word or
/// code that two members could claim stands with neither.
template <class E>
struct word {
    E value;
    std::string_view english;
    std::string_view chinese;
    std::string_view also = {};
};

/// The word table of an enumeration 词表; specialised beside each of them.
///
/// `name` and `chinese` name the enumeration in rules, `ordered` says whether greater is higher,
/// `list` holds one word a member in the order of the enumerators.
template <class E>
struct words_of;

template <class E>
concept has_words = requires {
    words_of<E>::list;
};

template <has_words E>
inline constexpr std::size_t word_count = sizeof(words_of<E>::list) / sizeof(words_of<E>::list[0]);

namespace detail {
/// Whether the list "a|b|c" has that entry.
[[nodiscard]] constexpr bool is_listed(std::string_view list, std::string_view entry) {
    if (entry.empty()) return false;
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        if (list.substr(0, bar) == entry) return true;
        if (bar == std::string_view::npos) return false;
        list.remove_prefix(bar + 1);
    }
    return false;
}
}  // namespace detail

/// county_deputy
template <has_words E>
[[nodiscard]] constexpr std::string_view english_of(E value) noexcept {
    return words_of<E>::list[static_cast<std::size_t>(value)].english;
}

/// 县处级副职
template <has_words E>
[[nodiscard]] constexpr std::string_view chinese_of(E value) noexcept {
    return words_of<E>::list[static_cast<std::size_t>(value)].chinese;
}

/// The member that has that English word, Chinese name or national code.
template <has_words E>
[[nodiscard]] constexpr std::optional<E> member_of(std::string_view text) noexcept {
    for (const auto& w : words_of<E>::list)
        if (w.english == text) return w.value;
    for (const auto& w : words_of<E>::list)
        if (w.chinese == text || detail::is_listed(w.also, text)) return w.value;
    return std::nullopt;
}

}  // namespace xuanren
