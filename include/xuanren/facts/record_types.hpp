// include/xuanren/facts/record_types.hpp
#pragma once

#include <xuanren/facts/kin_record_types.hpp>
#include <xuanren/facts/words.hpp>
#include <xuanren/records/dossier.hpp>

#include <initializer_list>

namespace xuanren::detail {

/// The records that list facts hold, with the fields that rules may look into 记录类型.
///
/// The readers in record_values.hpp fill a record in the order of the fields below.
struct record_lists {
    const record_type& tenure;
    const record_type& rank_period;
    const record_type& assessment;
    const record_type& sanction;
    const record_type& prior_report;
    const record_type& relative;
    const record_type& training;
    const record_type& education;
    const record_type& professional_title;
    const record_type& matter_change;
    const record_type& matter_difference;
    kin_records kin;
};

[[nodiscard]] inline record_lists add_record_types(catalogue& into) {
    using types::boolean;
    using types::date;
    using types::list_of;
    using types::number;
    using types::range_of;
    using types::string;
    using types::word;
    using entry = record_type::field;
    const auto add = [&into](const char* name, const char* zh,
                             std::initializer_list<entry> fields) -> const record_type& {
        return into.add(record_type{name, zh, fields});
    };
    const auto span = range_of(date);
    return {
        add("tenure", "任职",
            {{"post", "职位编号", string},  // unknown where the tenure names no post of the dossier
             {"title", "职务名称", string},
             {"organisation", "机构编号", string},
             {"has_level", "有层次", boolean},
             {"level", "层次", word<level>()},
             {"role", "职务身份", word<role>()},
             {"leading", "为领导职务", boolean},
             {"kind", "任职性质", word<tenure_kind>()},
             {"change", "职务变动", word<change>()},
             {"method", "任职方式", word<method>()},
             {"counts", "计入任职年限", boolean},  // substantive
             {"since", "任职起始日", date},        // decided, else from
             {"has_until", "已卸任", boolean},
             {"until", "卸任日", date},
             {"span", "任职期间", span},  // closed at the decision
             {"is_current", "现任", boolean},
             {"place_known", "工作地点已载明", boolean},  // never unknown
             {"has_place", "有工作地点", boolean},
             {"place", "工作地点", word<place_kind>()},
             {"posting", "到岗方式", word<place_by>()},
             {"grassroots_stated", "已载明是否基层", boolean},  // never unknown
             {"grassroots", "为基层工作", boolean},
             {"was_exceptional", "系破格", boolean},
             {"breaks", "所破条款", list_of(string)},
             {"organ_kind", "机构类别", word<organ_kind>()},
             {"tier", "机构层级", word<tier>()},
             {"region", "机构所在地区", string},
             {"in_internal_unit", "在内设机构", boolean},
             {"is_side_post", "兼职已载明", boolean},  // never unknown
             {"outside_organ", "在本机关以外", boolean},
             {"has_concurrent_approved", "兼职已批准", boolean},
             {"concurrent_paid", "领取兼职报酬", boolean},
             {"has_trial", "有任职试用期", boolean},
             {"trial_failed", "试用不胜任已载明", boolean},           // never unknown
             {"trial_ended_early", "试用期提前结束已载明", boolean}}),  // never unknown
        add("rank_period", "职级经历",
            {{"rank", "职级", word<rank>()},
             {"since", "起始日", date},
             {"has_until", "已终止", boolean},
             {"until", "终止日", date},
             {"span", "期间", span}}),
        add("assessment", "年度考核",
            {{"year", "年度", number},
             {"result_known", "等次已载明", boolean},  // never unknown
             {"result", "等次", word<assessment_result>()},
             {"span", "年度期间", span}}),
        add("sanction", "处分处理",
            {{"kind", "种类", word<sanction_kind>()},
             {"decided", "决定日", date},
             {"has_influence_until", "载明影响期", boolean},
             {"influence_until", "载明的影响期止", date},
             {"influence_stated", "影响期已载明", boolean},  // never unknown
             {"has_revoked", "已撤销", boolean},
             {"revoked", "撤销日", date},
             {"is_revoked", "撤销已载明", boolean},  // never unknown
             {"has_conduct", "载明行为期间", boolean},
             {"conduct_from", "行为起始日", date},
             {"has_conduct_to", "行为已终了", boolean},
             {"conduct_to", "行为终了日", date},
             {"conduct_known", "行为终了日已载明", boolean},  // never unknown
             {"has_restored", "已恢复权利", boolean},
             {"restored", "恢复权利日", date},
             {"has_extended", "已延长", boolean},
             {"extended", "延长日", date},
             {"in_lieu", "代替更重处分", boolean},
             {"document", "文号", string},
             {"for_several", "系数项合并处分", boolean},        // never unknown
             {"conduct_dated", "行为终了或者持续已载明", boolean},  // never unknown
             {"conduct_ended", "行为终了日，持续的为决定日", date},
             {"stated_until", "决定载明的期满日", date}}),
        add("prior_report", "任前报告",
            {{"matter", "事项", word<report_matter>()},
             {"has_reported", "已报告", boolean},
             {"reported", "报告日", date},
             {"has_approved", "已批复", boolean},
             {"approved", "批复日", date}}),
        add("relative", "亲属",
            {{"term", "称谓", string},
             {"is_spouse", "系配偶", boolean},
             {"is_child", "系子女", boolean},
             {"person", "人员编号", string},
             {"since", "关系起始日", date},
             {"has_until", "关系已终止", boolean},
             {"until", "关系终止日", date},
             {"has_emigration", "有出国境情形", boolean},
             {"emigration", "出国境情形", word<emigration_kind>()},
             {"emigrated_since", "出国境起始日", date},
             {"has_business", "经商办企业", boolean}}),
        add("training", "培训",
            {{"since", "起始日", date},
             {"until", "结束日", date},
             {"hours", "学时", number},
             {"body", "培训机构", string},
             {"span", "期间", span},
             {"days", "天数", number}}),
        add("education", "学历",
            {{"level", "层次", word<education_level>()},
             {"mode", "学习形式", word<study_mode>()},
             {"has_degree", "有学位", boolean},
             {"degree", "学位", word<degree>()},
             {"since", "入学日", date},
             {"has_until", "已毕业", boolean},
             {"until", "毕业日", date}}),
        add("professional_title", "职称",
            {{"level", "级别", word<title_level>()}, {"since", "取得日", date}}),
        add("matter_change", "事项变化",
            {{"matter", "事项", string},
             {"happened", "发生日", date},
             {"has_reported", "已报告", boolean},
             {"reported", "报告日", date}}),
        add("matter_difference", "查核不一致",
            {{"kind", "情形", word<unreported_matter>()},
             {"nature_stated", "性质已认定", boolean},  // never unknown
             {"nature", "认定的性质", word<matters_finding>()}}),
        add_kin_record_types(into),
    };
}

}  // namespace xuanren::detail
