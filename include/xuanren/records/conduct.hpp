// include/xuanren/records/conduct.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/tenure.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// Result of a year's assessment 年度考核等次.
enum class assessment_result : std::uint8_t {
    excellent,
    competent,
    basically_competent,
    incompetent,
    ungraded,
    not_assessed,
};

/// Codes: ZB18; institutions write 合格 where organs write 称职.
template <>
struct words_of<assessment_result> {
    static constexpr std::string_view name = "assessment", chinese = "年度考核等次";
    static constexpr bool ordered = false;
    static constexpr word<assessment_result> list[] = {
        {assessment_result::excellent, "excellent", "优秀", "1"},
        {assessment_result::competent, "competent", "称职", "2|合格"},
        {assessment_result::basically_competent, "basically_competent", "基本称职", "3|基本合格"},
        {assessment_result::incompetent, "incompetent", "不称职", "4|不合格"},
        {assessment_result::ungraded, "ungraded", "不定等次",
         "5|不确定等次|5A|新录用公务员试用期年度考核不确定等次|5B|"
         "被立案调查尚未结案年度考核不确定等次|5C|"
         "受政纪处分期间年度考核不确定等次"},
        {assessment_result::not_assessed, "not_assessed", "不进行考核",
         "6|6A|病、事假累计超过考核年度半年不进行考核|未参加考核"},
    };
};

/// Kind of a sanction or measure 处分、组织处理.
enum class sanction_kind : std::uint8_t {
    party_warning,
    party_serious_warning,
    party_serious_warning_in_lieu,
    party_post_removal,
    party_probation,
    party_expulsion,
    admin_warning,
    admin_demerit,
    admin_major_demerit,
    admin_grade_demotion,
    admin_post_removal,
    admin_discharge,
    admonition,
    post_adjustment,
    ordered_resignation,
    blame_resignation,
    organisational_removal,
    accountability_removal,
    organisational_demotion,
};

/// Codes: ZB65 and ZB67, which agree (022xx enterprise, military, youth league and 026xx
/// institution sanctions are none of these). XZ42 and XZ43 number party and public sanctions alike
/// from 01, and 警告, 严重警告, 记过, 降级, 撤职, 开除 alone do not say whose: not guessed.
template <>
struct words_of<sanction_kind> {
    static constexpr std::string_view name = "sanction", chinese = "处分与组织处理";
    static constexpr bool ordered = false;
    static constexpr word<sanction_kind> list[] = {
        {sanction_kind::party_warning, "party_warning", "党内警告", "02250"},
        {sanction_kind::party_serious_warning, "party_serious_warning", "党内严重警告", "02251"},
        {sanction_kind::party_serious_warning_in_lieu, "party_serious_warning_in_lieu",
         "党内严重警告（代替撤销党内职务）"},
        {sanction_kind::party_post_removal, "party_post_removal", "撤销党内职务",
         "02257|撤消党内职务"},
        {sanction_kind::party_probation, "party_probation", "留党察看", "02258"},
        {sanction_kind::party_expulsion, "party_expulsion", "开除党籍", "02259"},
        {sanction_kind::admin_warning, "admin_warning", "政务警告", "02110|行政警告"},
        {sanction_kind::admin_demerit, "admin_demerit", "政务记过", "02112|行政记过"},
        {sanction_kind::admin_major_demerit, "admin_major_demerit", "政务记大过",
         "02113|行政记大过"},
        {sanction_kind::admin_grade_demotion, "admin_grade_demotion", "政务降级", "02114|行政降级"},
        {sanction_kind::admin_post_removal, "admin_post_removal", "政务撤职", "02117|行政撤职"},
        {sanction_kind::admin_discharge, "admin_discharge", "政务开除", "02119|行政开除|开除公职"},
        {sanction_kind::admonition, "admonition", "诫勉", "诫勉谈话"},
        {sanction_kind::post_adjustment, "post_adjustment", "调整职务"},
        {sanction_kind::ordered_resignation, "ordered_resignation", "责令辞职"},
        {sanction_kind::blame_resignation, "blame_resignation", "引咎辞职"},
        {sanction_kind::organisational_removal, "organisational_removal", "组织处理免职",
         "组织免职"},
        {sanction_kind::accountability_removal, "accountability_removal", "问责免职"},
        {sanction_kind::organisational_demotion, "organisational_demotion", "组织处理降职",
         "组织降职"},
    };
};

/// What an archive review found 干部人事档案审核结论.
enum class archive_finding : std::uint8_t { clear, doubtful, forged };

template <>
struct words_of<archive_finding> {
    static constexpr std::string_view name = "archive_finding", chinese = "档案审核结论";
    static constexpr bool ordered = false;
    static constexpr word<archive_finding> list[] = {
        {archive_finding::clear, "clear", "无问题", "清楚"},
        {archive_finding::doubtful, "doubtful", "存疑", "有疑点"},
        {archive_finding::forged, "forged", "造假", "涂改造假"},
    };
};

/// A year's assessment 年度考核.
struct assessment {
    field<std::int64_t> year{};
    field<assessment_result> result{};
    extra_keys extras{};

    friend bool operator==(const assessment&, const assessment&) = default;
};

/// A sanction or organisational measure 处分、组织处理.
struct sanction {
    field<sanction_kind> kind{};
    field<civil_date> decided{};
    field<civil_date> influence_until{};  ///< stated end of the influence period; null: none stated
    field<civil_date> revoked{};          ///< null: stands
    field<period_of_time> conduct{};      ///< when the punished conduct took place
    field<civil_date> restored{};         ///< rights restored 恢复权利
    field<civil_date> extended{};         ///< 延长至
    field<bool> in_lieu{};  ///< in place of a removal from posts the person does not hold
    field<bool> several_offences{};  ///< one decision on several offences 合并处分
    field<std::string> document{};
    extra_keys extras{};

    friend bool operator==(const sanction&, const sanction&) = default;
};

/// An investigation by discipline or supervision organs 立案审查调查.
struct investigation {
    field<civil_date> since{};
    field<civil_date> concluded{};  ///< null: still open
    extra_keys extras{};

    friend bool operator==(const investigation&, const investigation&) = default;
};

/// A pay step raised 晋升工资档次.
struct pay_step {
    field<civil_date> on{};
    extra_keys extras{};

    friend bool operator==(const pay_step&, const pay_step&) = default;
};

/// Something found about a person, with its paper 认定结论.
struct finding_on_record {
    field<civil_date> on{};
    field<std::string> document{}, finding{};
    extra_keys extras{};

    friend bool operator==(const finding_on_record&, const finding_on_record&) = default;
};
using findings_on_record = std::vector<finding_on_record>;

/// What is on record against a cadre 不良记录; null and the empty list: nothing.
struct conduct_records {
    field<findings_on_record> criminal{}, expelled_from_party{}, discharged{}, dishonesty_list{},
        political_discipline{}, canvassing{};
    extra_keys extras{};

    friend bool operator==(const conduct_records&, const conduct_records&) = default;
};

/// Review of a cadre's archive 干部人事档案审核.
struct archive_review {
    field<civil_date> reviewed{};
    field<archive_finding> finding{};
    extra_keys extras{};

    friend bool operator==(const archive_review&, const archive_review&) = default;
};

}  // namespace xuanren
