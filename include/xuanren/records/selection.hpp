// include/xuanren/records/selection.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/level.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>

namespace xuanren {

/// Conditions announced for an open selection or a competition 公开选拔、竞争上岗的资格条件.
struct selection {
    field<civil_date> announced{};
    field<bool> meets_conditions{};  ///< no looser than the general qualifications
    field<civil_date> approved{};    ///< departures agreed to above; null: not
    extra_keys extras{};

    friend bool operator==(const selection&, const selection&) = default;
};

/// Treatment given apart from the post 另行确定的职务职级待遇.
struct treatment {
    field<xuanren::level> level{};
    field<std::string> document{};
    field<civil_date> approved{};  ///< null: not
    extra_keys extras{};

    friend bool operator==(const treatment&, const treatment&) = default;
};

/// Why a post is given up or taken away 免职事由.
enum class removal_ground : std::uint8_t {
    age_limit,
    accountability,
    unsuited,
    violation,
    resigned_or_moved,
    private_study,
    health,
    work_need,
    other,
};

template <>
struct words_of<removal_ground> {
    static constexpr std::string_view name = "removal_ground", chinese = "免职事由";
    static constexpr bool ordered = false;
    static constexpr word<removal_ground> list[] = {
        {removal_ground::age_limit, "age_limit", "达到任职或者退休年龄界限"},
        {removal_ground::accountability, "accountability", "受到责任追究"},
        {removal_ground::unsuited, "unsuited", "不适宜担任现职"},
        {removal_ground::violation, "violation", "违纪违法"},
        {removal_ground::resigned_or_moved, "resigned_or_moved", "辞职或者调出"},
        {removal_ground::private_study, "private_study", "个人申请离职学习"},
        {removal_ground::health, "health", "健康原因"},
        {removal_ground::work_need, "work_need", "工作需要"},
        {removal_ground::other, "other", "其他原因"},
    };
};

}  // namespace xuanren
