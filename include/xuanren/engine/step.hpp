// include/xuanren/engine/step.hpp
#pragma once

#include <xuanren/engine/interval.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xuanren {

/// A step of the procedure 环节, in the order in which they are taken.
enum class step : std::uint8_t {
    motion,          ///< 动议
    recommendation,  ///< 民主推荐
    candidates,      ///< 确定考察对象
    inspection,      ///< 考察
    consultation,    ///< 征求意见
    discussion,      ///< 讨论决定
    notice,          ///< 任前公示
    appointment,     ///< 任职
};

inline constexpr std::size_t step_count = 8;

inline constexpr std::array<std::string_view, step_count> step_words = {
    "motion",       "recommendation", "candidates", "inspection",
    "consultation", "discussion",     "notice",     "appointment"};

[[nodiscard]] constexpr std::string_view word_of(step s) noexcept {
    return step_words[static_cast<std::size_t>(s)];
}

[[nodiscard]] constexpr std::optional<step> step_of(std::string_view word) noexcept {
    for (std::size_t i = 0; i < step_count; ++i)
        if (step_words[i] == word) return static_cast<step>(i);
    return std::nullopt;
}

/// What is known of whether a step was taken.
enum class step_state : std::uint8_t {
    done,      ///< recorded, and dated on or before the review date where there is one
    not_done,  ///< stated as not done (null); its date is that of the discussion
    not_yet,   ///< lies after the review date
    unknown,   ///< absent; its date is the interval between its dated neighbours
};

/// The dates and states of one appointment's steps; `date` chooses the version and is the reference date.
///
/// A date is empty where nothing bounds it on one side or there is no decision date at all.
/// Source: semantics.md, "Steps, dates, stages".
struct step_dates {
    struct entry {
        std::optional<interval<civil_date>> date;
        step_state state = step_state::unknown;
    };
    std::array<entry, step_count> entries{};

    [[nodiscard]] const entry& operator[](step s) const noexcept {
        return entries[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] entry& operator[](step s) noexcept {
        return entries[static_cast<std::size_t>(s)];
    }
};

}  // namespace xuanren
