// include/xuanren/records/retirement.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>

namespace xuanren {

/// In what way someone retires 退休方式.
enum class retirement_way : std::uint8_t {
    statutory,
    early,
    elastic_early,
    elastic_late,
    incapacity,
};

template <>
struct words_of<retirement_way> {
    static constexpr std::string_view name = "retirement_way", chinese = "退休方式";
    static constexpr bool ordered = false;
    static constexpr word<retirement_way> list[] = {
        {retirement_way::statutory, "statutory", "到龄退休", "到达法定退休年龄退休"},
        {retirement_way::early, "early", "提前退休"},
        {retirement_way::elastic_early, "elastic_early", "弹性提前退休"},
        {retirement_way::elastic_late, "elastic_late", "弹性延迟退休"},
        {retirement_way::incapacity, "incapacity", "丧失工作能力退休"},
    };
};

/// The body from which someone enters the civil service by transfer 调任前单位.
enum class entry_source : std::uint8_t {
    state_enterprise,
    university,
    research_institute,
    public_institution,
    managed_institution,  ///< managed by the Civil Servant Law 参照公务员法管理
    private_body,
    other,
};

template <>
struct words_of<entry_source> {
    static constexpr std::string_view name = "entry_source", chinese = "调任前单位";
    static constexpr bool ordered = false;
    static constexpr word<entry_source> list[] = {
        {entry_source::state_enterprise, "state_enterprise", "国有企业"},
        {entry_source::university, "university", "高等院校"},
        {entry_source::research_institute, "research_institute", "科研院所"},
        {entry_source::public_institution, "public_institution",
         "不参照公务员法管理的事业单位"},
        {entry_source::managed_institution, "managed_institution", "参照公务员法管理的单位"},
        {entry_source::private_body, "private_body", "民营企业或者社会组织"},
        {entry_source::other, "other", "其他"},
    };
};

/// How an appointment of kind retirement is asked for and agreed to 退休办理.
struct retirement {
    field<retirement_way> way{};
    field<civil_date> applied{}, approved{};  ///< null: not so
    extra_keys extras{};

    friend bool operator==(const retirement&, const retirement&) = default;
};

}  // namespace xuanren
