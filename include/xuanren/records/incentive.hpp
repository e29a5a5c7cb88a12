// include/xuanren/records/incentive.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>

namespace xuanren {

/// The local mechanisms that encourage cadres to act 三项机制.
enum class mechanism_kind : std::uint8_t { encouragement, tolerance, up_and_down };

template <>
struct words_of<mechanism_kind> {
    static constexpr std::string_view name = "mechanism", chinese = "激励机制";
    static constexpr bool ordered = false;
    static constexpr word<mechanism_kind> list[] = {
        {mechanism_kind::encouragement, "encouragement", "鼓励激励"},
        {mechanism_kind::tolerance, "tolerance", "容错纠错"},
        {mechanism_kind::up_and_down, "up_and_down", "能上能下"},
    };
};

/// Where a cadre has been proved 实绩领域.
enum class proven_field : std::uint8_t {
    pollution_control,
    poverty_relief,
    epidemic_control,
    risk_control,
    disaster_relief,
    other,
};

template <>
struct words_of<proven_field> {
    static constexpr std::string_view name = "proven_field", chinese = "实绩领域";
    static constexpr bool ordered = false;
    static constexpr word<proven_field> list[] = {
        {proven_field::pollution_control, "pollution_control", "污染防治"},
        {proven_field::poverty_relief, "poverty_relief", "脱贫攻坚"},
        {proven_field::epidemic_control, "epidemic_control", "疫情防控"},
        {proven_field::risk_control, "risk_control", "防范化解重大风险"},
        {proven_field::disaster_relief, "disaster_relief", "抢险救灾"},
        {proven_field::other, "other", "其他急难险重任务"},
    };
};

/// The mechanism under which an appointment is made 适用激励机制.
struct mechanism {
    field<mechanism_kind> kind{};
    field<civil_date> found{};       ///< when it was found to apply; null: not
    field<std::string> document{};   ///< the paper that says so
    extra_keys extras{};

    friend bool operator==(const mechanism&, const mechanism&) = default;
};

/// In what a cadre has been proved 实绩记载.
struct proven_record {
    field<proven_field> in{};
    field<civil_date> found{};       ///< when it was put on record
    field<std::string> document{};
    extra_keys extras{};

    friend bool operator==(const proven_record&, const proven_record&) = default;
};

}  // namespace xuanren
