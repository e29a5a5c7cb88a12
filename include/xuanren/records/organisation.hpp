// include/xuanren/records/organisation.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/attestation.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/level.hpp>
#include <xuanren/records/post.hpp>
#include <xuanren/records/rank.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// Tier of government at which an organisation stands 层级.
enum class tier : std::uint8_t {
    township,
    county,
    sub_provincial_district,
    prefecture,
    sub_provincial_city,
    provincial,
    central,
};

template <>
struct words_of<tier> {
    static constexpr std::string_view name = "tier", chinese = "层级";
    static constexpr bool ordered = false;
    static constexpr word<tier> list[] = {
        {tier::township, "township", "乡镇级", "乡镇|乡（镇、街道）"},
        {tier::county, "county", "县级", "县（市、区）|县市区"},
        {tier::sub_provincial_district, "sub_provincial_district", "副省级城市的区",
         "副省级市辖区"},
        {tier::prefecture, "prefecture", "地市级", "市级|市（地、州、盟）|地级"},
        {tier::sub_provincial_city, "sub_provincial_city", "副省级城市", "副省级市"},
        {tier::provincial, "provincial", "省级", "省（区、市）"},
        {tier::central, "central", "中央", "中央和国家机关"},
    };
};

/// Kind of an organisation 机构类别.
enum class organ_kind : std::uint8_t {
    party_committee,
    party_department,
    people_congress,
    government,
    government_department,
    cppcc,
    organisation_department,
    discipline,
    supervision,
    court,
    procuratorate,
    public_security,
    mass_organisation,
    public_institution,
    internal_unit,
    other,
};

template <>
struct words_of<organ_kind> {
    static constexpr std::string_view name = "organ_kind", chinese = "机构类别";
    static constexpr bool ordered = false;
    static constexpr word<organ_kind> list[] = {
        {organ_kind::party_committee, "party_committee", "党委"},
        {organ_kind::party_department, "party_department", "党委工作部门", "党委部门"},
        {organ_kind::people_congress, "people_congress", "人大", "人大常委会"},
        {organ_kind::government, "government", "政府", "人民政府"},
        {organ_kind::government_department, "government_department", "政府工作部门", "政府部门"},
        {organ_kind::cppcc, "cppcc", "政协"},
        {organ_kind::organisation_department, "organisation_department", "组织部", "党委组织部门"},
        {organ_kind::discipline, "discipline", "纪委", "纪律检查机关|纪委机关"},
        {organ_kind::supervision, "supervision", "监委", "监察委员会|监察机关"},
        {organ_kind::court, "court", "法院", "人民法院|审判机关"},
        {organ_kind::procuratorate, "procuratorate", "检察院", "人民检察院|检察机关"},
        {organ_kind::public_security, "public_security", "公安", "公安机关"},
        {organ_kind::mass_organisation, "mass_organisation", "群团", "群团组织|人民团体"},
        {organ_kind::public_institution, "public_institution", "事业单位"},
        {organ_kind::internal_unit, "internal_unit", "内设机构"},
        {organ_kind::other, "other", "其他"},
    };
};

/// Something that an organisation goes through 机构事件.
enum class event_kind : std::uint8_t { reform, principal_leaving, term_renewal };

template <>
struct words_of<event_kind> {
    static constexpr std::string_view name = "event_kind", chinese = "机构事件";
    static constexpr bool ordered = false;
    static constexpr word<event_kind> list[] = {
        {event_kind::reform, "reform", "机构改革"},
        {event_kind::principal_leaving, "principal_leaving", "主要领导即将离任"},
        {event_kind::term_renewal, "term_renewal", "换届"},
    };
};

/// Seats of one level that an establishment approves 核定职数.
struct seat {
    field<xuanren::level> level{};
    field<xuanren::role> role{};
    field<std::int64_t> count{};
    extra_keys extras{};

    friend bool operator==(const seat&, const seat&) = default;
};

/// Rank seats that several ranks share 职级职数.
struct rank_seat {
    field<std::vector<rank>> ranks{};
    field<std::int64_t> count{};
    extra_keys extras{};

    friend bool operator==(const rank_seat&, const rank_seat&) = default;
};

/// The document by which rank seats of several organs are used together 统筹使用职级职数.
struct rank_pooling {
    field<std::string> document{};
    extra_keys extras{};

    friend bool operator==(const rank_pooling&, const rank_pooling&) = default;
};

/// One version of an organisation's establishment 三定规定.
struct establishment {
    field<std::string> document{};
    field<civil_date> from{}, to{};
    field<std::int64_t> headcount{};  ///< 编制数
    field<std::int64_t>
        general_posts{};  ///< posts of the general management class 综合管理类职位数
    field<std::vector<seat>> seats{};
    field<std::vector<std::string>> titles{};  ///< post names that the document allows
    field<std::vector<rank_seat>> rank_seats{};
    field<xuanren::rank_pooling> rank_pooling{};  ///< null: its rank seats are its own
    extra_keys extras{};

    friend bool operator==(const establishment&, const establishment&) = default;
};

struct organisation_event {
    field<event_kind> kind{};
    field<civil_date> from{}, to{};
    extra_keys extras{};

    friend bool operator==(const organisation_event&, const organisation_event&) = default;
};

/// An organisation 机构.
struct organisation {
    std::string id{};
    field<std::string> name{};
    field<std::string> parent{};  ///< id; null: of none
    field<xuanren::tier> tier{};
    field<xuanren::level> level{};  ///< 机构规格; null: outside the levels
    field<organ_kind> kind{};
    field<std::string> region{};                   ///< administrative division code
    field<std::vector<std::string>> supervises{};  ///< industries it regulates
    field<std::int64_t> institution_grade{};       ///< of a public institution; null: none
    field<std::vector<establishment>> establishments{};
    field<std::vector<organisation_event>> events{};
    field<std::vector<attestation>> attestations{};  ///< 研判结论
    extra_keys extras{};

    friend bool operator==(const organisation&, const organisation&) = default;
};

}  // namespace xuanren
