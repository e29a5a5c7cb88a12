// include/xuanren/report/language.hpp
#pragma once

#include <xuanren/text.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren {

/// The language that words are made in 语言. Neither is a translation of the other's output: both
/// are made from the same data.
enum class language : std::uint8_t {
    zh,
    en,
};

/// A fixed phrase in both languages 固定用语.
struct phrase {
    std::string_view zh;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(language l) const noexcept {
        return l == language::zh ? zh : en;
    }
};

[[nodiscard]] inline const std::string& in(const text& both, language l) noexcept {
    return l == language::zh || both.en.empty() ? both.zh : both.en;
}

/// What `say(language)` says in each language.
template <class Say>
[[nodiscard]] text in_both(Say&& say) {
    return {std::string(say(language::zh)), std::string(say(language::en))};
}

}  // namespace xuanren
