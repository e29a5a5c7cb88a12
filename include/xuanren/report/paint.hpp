// include/xuanren/report/paint.hpp
#pragma once

#include <xuanren/report/effect.hpp>

#include <string>
#include <string_view>

namespace xuanren {

/// The colours of a terminal, or none 着色. Colour never says what words do not.
struct paint {
    bool is_on = false;

    [[nodiscard]] std::string operator()(std::string_view code, std::string_view words) const {
        if (!is_on || code.empty()) return std::string(words);
        return "\033[" + std::string(code) + "m" + std::string(words) + "\033[0m";
    }
    [[nodiscard]] std::string bold(std::string_view words) const { return (*this)("1", words); }
    [[nodiscard]] std::string faint(std::string_view words) const { return (*this)("2", words); }
};

[[nodiscard]] constexpr std::string_view colour_of(outcome o) noexcept {
    switch (o) {
        case outcome::violation: return "1;31";
        case outcome::incomplete: return "1;33";
        case outcome::needs_approval: return "1;35";
        case outcome::judgement: return "1;36";
        case outcome::compliant: return "1;32";
    }
    return {};
}

[[nodiscard]] constexpr std::string_view colour_of(effect e) noexcept {
    switch (e) {
        case effect::breach:
        case effect::failure: return "31";
        case effect::gap: return "33";
        case effect::approval: return "35";
        case effect::judgement:
        case effect::departure:
        case effect::advice: return "36";
        case effect::exception:
        case effect::kept: return "32";
        default: return "2";
    }
}

/// Of ✓, ✗ and ?; anything else is faint.
[[nodiscard]] constexpr std::string_view colour_of_mark(std::string_view mark) noexcept {
    return mark == "✓" ? "32" : mark == "✗" ? "31" : mark == "?" ? "33" : "2";
}

}  // namespace xuanren
