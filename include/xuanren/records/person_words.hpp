// include/xuanren/records/person_words.hpp
#pragma once

#include <xuanren/records/word.hpp>

#include <cstdint>

namespace xuanren {

enum class sex : std::uint8_t { male, female };

/// Codes: GB/T 2261.1 (1, 2).
template <>
struct words_of<sex> {
    static constexpr std::string_view name = "sex", chinese = "性别";
    static constexpr bool ordered = false;
    static constexpr word<sex> list[] = {
        {sex::male, "male", "男", "1|男性"},
        {sex::female, "female", "女", "2|女性"},
    };
};

enum class health : std::uint8_t { unfit, poor, fair, fit };

/// Codes: GB/T 2261.3 as the editor of appointment forms has it (1, 3, 4). `unfit` says outright
/// that the duties of the post cannot be done.
template <>
struct words_of<health> {
    static constexpr std::string_view name = "health", chinese = "健康状况";
    static constexpr bool ordered = false;
    static constexpr word<health> list[] = {
        {health::unfit, "unfit", "不能正常履行职责"},
        {health::poor, "poor", "较差", "4"},
        {health::fair, "fair", "一般", "3"},
        {health::fit, "fit", "健康", "1|良好|健康或良好"},
    };
};

enum class marital_status : std::uint8_t { single, married, divorced, widowed };

template <>
struct words_of<marital_status> {
    static constexpr std::string_view name = "marital_status", chinese = "婚姻状况";
    static constexpr bool ordered = false;
    static constexpr word<marital_status> list[] = {
        {marital_status::single, "single", "未婚"},
        {marital_status::married, "married", "已婚"},
        {marital_status::divorced, "divorced", "离婚", "离异"},
        {marital_status::widowed, "widowed", "丧偶"},
    };
};

enum class membership : std::uint8_t { none, democratic_party, cpc_probationary, cpc };

/// Codes: GB/T 4762 (01 to 13); 03 and 13 belong to no party, 12 neither.
template <>
struct words_of<membership> {
    static constexpr std::string_view name = "membership", chinese = "政治面貌";
    static constexpr bool ordered = false;
    static constexpr word<membership> list[] = {
        {membership::none, "none", "群众",
         "13|12|无党派|无党派人士|无党派民主人士|03|共青团员|中国共产主义青年团团员"},
        {membership::democratic_party, "democratic_party", "民主党派",
         "民主党派成员|04|中国国民党革命委员会会员|民革|05|中国民主同盟盟员|民盟|06|"
         "中国民主建国会会员|民建|07|"
         "中国民主促进会会员|民进|08|中国农工民主党党员|农工党|09|中国致公党党员|致公党|10|"
         "九三学社社员|九三学社|九三|"
         "11|台湾民主自治同盟盟员|台盟"},
        {membership::cpc_probationary, "cpc_probationary", "中共预备党员",
         "02|中国共产党预备党员|预备党员"},
        {membership::cpc, "cpc", "中共党员", "01|中国共产党党员"},
    };
};

/// Age group that decides the day of retirement 退休类别.
enum class retirement_category : std::uint8_t { men_60, women_55, women_50, women_county_60 };

template <>
struct words_of<retirement_category> {
    static constexpr std::string_view name = "retirement_category", chinese = "退休类别";
    static constexpr bool ordered = false;
    static constexpr word<retirement_category> list[] = {
        {retirement_category::men_60, "men_60", "男满60周岁"},
        {retirement_category::women_55, "women_55", "女满55周岁"},
        {retirement_category::women_50, "women_50", "女满50周岁"},
        {retirement_category::women_county_60, "women_county_60", "女县处级以上满60周岁"},
    };
};

/// Level of schooling 学历层次; greater is higher.
enum class education_level : std::uint8_t { below_college, college, bachelor, master, doctor };

/// Codes: ZB64 (both forms) and GB/T 4658, where they agree or only one has the code. Left out as
/// they could be two things: 10, 11, 12, 13, 22, 23, 32, 33, 37 and 研究生 (master's or doctor's).
template <>
struct words_of<education_level> {
    static constexpr std::string_view name = "education", chinese = "学历";
    static constexpr bool ordered = true;
    static constexpr word<education_level> list[] = {
        {education_level::below_college, "below_college", "大专以下",
         "中专|35|41|中等专科毕业|中技|36|47|技工学校毕业|高中|61|普通高中毕业|44|职业高中毕业|"
         "初中|38|71|初中毕业|小学|39|81|小学毕业"},
        {education_level::college, "college", "大专",
         "专科|大学专科|30|专科教育|大学专科教育|31|大学专科毕业|34|中央党校大专|"
         "省（区、市）委党校大专|3B|大学普通班"},
        {education_level::bachelor, "bachelor", "大学本科",
         "本科|大学|20|本科教育|大学本科教育|21|大学本科毕业|2A|2B|中央党校大学|"
         "省（区、市）委党校大学"},
        {education_level::master, "master", "硕士研究生", "硕士|14|硕士研究生毕业"},
        {education_level::doctor, "doctor", "博士研究生", "博士|博士研究生毕业"},
    };
};

/// Academic degree 学位; greater is higher.
enum class degree : std::uint8_t { bachelor, master, doctor };

/// Codes: GB/T 6864 by its groups; an honorary doctorate (1) is none of them.
template <>
struct words_of<degree> {
    static constexpr std::string_view name = "degree", chinese = "学位";
    static constexpr bool ordered = true;
    static constexpr word<degree> list[] = {
        {degree::bachelor, "bachelor", "学士",
         "4|401|402|403|404|405|406|407|408|409|410|411|412|444"},
        {degree::master, "master", "硕士",
         "3|301|302|303|304|305|306|307|308|309|310|311|312|341|342|343|344|345|346|347|348|349|"
         "350|351|352"},
        {degree::doctor, "doctor", "博士",
         "2|201|202|203|204|205|206|207|208|209|210|211|212|245|248|250"},
    };
};

enum class study_mode : std::uint8_t { full_time, in_service };

/// Codes: ZB123 (1, 2).
template <>
struct words_of<study_mode> {
    static constexpr std::string_view name = "study_mode", chinese = "教育类别";
    static constexpr bool ordered = false;
    static constexpr word<study_mode> list[] = {
        {study_mode::full_time, "full_time", "全日制", "1|全日制教育"},
        {study_mode::in_service, "in_service", "在职", "2|在职教育"},
    };
};

/// Level of a professional title 专业技术职务层级; greater is higher.
enum class title_level : std::uint8_t { junior, intermediate, associate_senior, senior };

template <>
struct words_of<title_level> {
    static constexpr std::string_view name = "title_level", chinese = "职称层级";
    static constexpr bool ordered = true;
    static constexpr word<title_level> list[] = {
        {title_level::junior, "junior", "初级"},
        {title_level::intermediate, "intermediate", "中级"},
        {title_level::associate_senior, "associate_senior", "副高级", "副高"},
        {title_level::senior, "senior", "正高级", "正高"},
    };
};

}  // namespace xuanren
