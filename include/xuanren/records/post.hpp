// include/xuanren/records/post.hpp
#pragma once

#include <xuanren/records/field.hpp>
#include <xuanren/records/level.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// Part a post plays in its organisation 职务身份.
enum class role : std::uint8_t { staff, member, deputy, principal };

/// Codes: ZB129 (1 正职, 3 副职).
template <>
struct words_of<role> {
    static constexpr std::string_view name = "role", chinese = "职务身份";
    static constexpr bool ordered = false;
    static constexpr word<role> list[] = {
        {role::staff, "staff", "工作人员"},
        {role::member, "member", "班子成员", "成员"},
        {role::deputy, "deputy", "副职", "3"},
        {role::principal, "principal", "正职", "1"},
    };
};

/// Work that a post is in charge of, where avoidance asks for it 分管工作.
enum class post_function : std::uint8_t { personnel, discipline, audit, finance, organisation };

template <>
struct words_of<post_function> {
    static constexpr std::string_view name = "post_function", chinese = "分管工作";
    static constexpr bool ordered = false;
    static constexpr word<post_function> list[] = {
        {post_function::personnel, "personnel", "人事"},
        {post_function::discipline, "discipline", "纪检监察", "纪检|监察"},
        {post_function::audit, "audit", "审计"},
        {post_function::finance, "finance", "财务"},
        {post_function::organisation, "organisation", "组织"},
    };
};

/// The Party committee of which the holder of a post is a member 所任党委委员.
enum class committee : std::uint8_t { township, county, city, provincial, central };

template <>
struct words_of<committee> {
    static constexpr std::string_view name = "committee", chinese = "党委";
    static constexpr bool ordered = false;
    static constexpr word<committee> list[] = {
        {committee::township, "township", "乡镇党委"},
        {committee::county, "county", "县委", "县级党委|县（市、区）委"},
        {committee::city, "city", "市委", "市级党委|市（地、州、盟）委"},
        {committee::provincial, "provincial", "省委", "省级党委|省（区、市）委"},
        {committee::central, "central", "中央委员会", "中央"},
    };
};

/// A post 职位.
struct post {
    std::string id{};
    field<std::string> organisation{};  ///< id
    field<std::string> title{};
    field<xuanren::level> level{};  ///< null: outside the levels
    field<bool> leading{};          ///< a leading post 领导职务
    field<xuanren::role> role{};
    field<std::string> reports_to{};  ///< id of a post; null: of none
    field<std::vector<post_function>> functions{};
    field<bool> elected{};      ///< filled by election 选举产生
    field<bool> team_member{};  ///< member of the leading body 领导班子成员
    field<bool> party_post{};   ///< a leading post of the Party 党的领导职务
    field<xuanren::committee> committee{};
    field<bool> main_leader{};            ///< 主要领导成员, for regional avoidance
    field<bool> special{};                ///< 特殊岗位
    field<bool> emigration_restricted{};  ///< closed to those whose spouse has emigrated
    field<std::vector<std::string>>
        qualifications_required{};  ///< by law, `judge` say; empty: none
    extra_keys extras{};

    friend bool operator==(const post&, const post&) = default;
};

}  // namespace xuanren
