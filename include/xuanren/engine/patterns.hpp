// include/xuanren/engine/patterns.hpp
#pragma once

#include <string>
#include <string_view>

namespace xuanren {

/// The instrument's part of an id: "appointment-regulations-2019" of ".../8.1.3/x"; empty if none.
[[nodiscard]] inline std::string_view instrument_part(std::string_view id) noexcept {
    const std::size_t slash = id.find('/');
    return slash == std::string_view::npos ? std::string_view() : id.substr(0, slash);
}

/// Whether a prefix covers an id: the id itself, or what lies under it ("…/8.1" covers "…/8.1.3/x").
[[nodiscard]] inline bool is_covered_by(std::string_view id, std::string_view prefix) noexcept {
    if (prefix.size() >= 2 && prefix.substr(prefix.size() - 2) == "/*") prefix.remove_suffix(2);
    if (prefix.empty() || id.substr(0, prefix.size()) != prefix) return false;
    return id.size() == prefix.size() || id[prefix.size()] == '/' || id[prefix.size()] == '.';
}

namespace detail {

[[nodiscard]] inline bool matches_path(std::string_view path, std::string_view pattern) noexcept {
    if (pattern.size() >= 2 && pattern.substr(pattern.size() - 2) == "/*") {
        pattern.remove_suffix(1);
        return path.size() > pattern.size() && path.substr(0, pattern.size()) == pattern;
    }
    return path == pattern;
}

}  // namespace detail

/// Whether an entry of `sets_aside` or `loosens` means that id: by id, by prefix ("…/*"), or either
/// under the family's name alone, which means every version.
[[nodiscard]] inline bool matches_id(std::string_view id, std::string_view family,
                                     std::string_view pattern) noexcept {
    if (detail::matches_path(id, pattern)) return true;
    const std::size_t slash = id.find('/');
    if (family.empty() || slash == std::string_view::npos) return false;
    if (pattern.substr(0, family.size()) != family) return false;
    pattern.remove_prefix(family.size());
    return !pattern.empty() && pattern.front() == '/' && detail::matches_path(id.substr(slash), pattern);
}

}  // namespace xuanren
