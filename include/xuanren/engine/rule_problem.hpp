// include/xuanren/engine/rule_problem.hpp
#pragma once

#include <xuanren/engine/rulebook_parts.hpp>
#include <xuanren/problem.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace xuanren::detail {

[[nodiscard]] inline std::string origin_key(std::string_view kind, std::string_view id,
                                            std::string_view instrument = {}) {
    std::string out(kind);
    out.append(" ").append(id);
    if (!instrument.empty()) out.append(" ").append(instrument);
    return out;
}

inline constexpr const char* again_mark = " again";

/// Notes where something was read; of what stands twice, both places.
inline void note_origin(rulebook_parts& parts, const std::string& key, const rule_origin& at) {
    if (!parts.origins.emplace(key, at).second) parts.origins.emplace(key + again_mark, at);
}

[[nodiscard]] inline rule_origin origin_of(const rulebook_parts& parts, const std::string& key) {
    const auto found = parts.origins.find(key);
    return found == parts.origins.end() ? rule_origin{} : found->second;
}

/// A problem of a rule file; `below` is appended to the origin's pointer.
[[nodiscard]] inline problem rule_problem(std::string code, const rule_origin& origin,
                                          std::string_view below, std::string found, text expected,
                                          text message) {
    problem out;
    out.code = std::move(code);
    out.file = origin.file;
    out.at = origin.pointer + std::string(below);
    out.found = std::move(found);
    out.expected = std::move(expected);
    out.message = std::move(message);
    return out;
}

}  // namespace xuanren::detail
