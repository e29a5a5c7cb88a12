// include/xuanren/facts/record_types.hpp
#pragma once

#include <xuanren/facts/words.hpp>

namespace xuanren::detail {

/// The records that list facts hold, with the fields that rules may look into 记录类型.
///
/// The readers fill a record in the order of the fields below.
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
};

[[nodiscard]] inline record_lists add_record_types(catalogue& into, const word_lists& w) {
    using types::boolean;
    using types::date;
    using types::number;
    using types::string;
    using types::list_of;
    using types::one_of;
    using types::range_of;
    using field = record_type::field;
    const auto add = [&into](const char* name, const char* zh, std::initializer_list<field> fields)
        -> const record_type& { return into.add(record_type{name, zh, fields}); };
    const auto span = range_of(date);
    return {
        add("tenure", "任职",
            {{"post", "职位编号", string},          // unknown where the tenure names no post of the dossier
             {"title", "职务名称", string},
             {"organisation", "机构编号", string},
             {"has_level", "是否有层次", boolean},
             {"level", "层次", one_of(w.level)},
             {"role", "职务性质", one_of(w.role)},
             {"leading", "是否领导职务", boolean},
             {"kind", "任职性质", one_of(w.tenure_kind)},
             {"change", "职务变动", one_of(w.change)},
             {"method", "任职方式", one_of(w.method)},
             {"counts", "是否计入任职年限", boolean},  // substantive
             {"since", "任职起始日", date},            // decided, else from
             {"has_until", "是否已卸任", boolean},
             {"until", "卸任日", date},
             {"span", "任职期间", span},
             {"is_current", "是否现任", boolean},
             {"place_known", "工作地点是否载明", boolean},  // never unknown
             {"has_place", "是否有工作地点", boolean},
             {"place", "工作地点", one_of(w.place)},
             {"posting", "到任形式", one_of(w.posting)},
             {"grassroots_stated", "是否载明基层", boolean},  // never unknown
             {"grassroots", "是否基层工作", boolean},
             {"was_exceptional", "是否破格", boolean},
             {"breaks", "所破条款", list_of(string)}}),
        add("rank_period", "职级经历",
            {{"rank", "职级", one_of(w.rank)},
             {"since", "起始日", date},
             {"has_until", "是否已止", boolean},
             {"until", "终止日", date},
             {"span", "期间", span}}),
        add("assessment", "年度考核",
            {{"year", "年度", number},
             {"has_result", "是否有结果", boolean},  // false: nothing on file for that year
             {"result", "等次", one_of(w.assessment)},
             {"span", "年度期间", span}}),
        add("sanction", "处分处理",
            {{"kind", "种类", one_of(w.sanction)},
             {"decided", "决定日", date},
             {"has_influence_until", "是否载明影响期", boolean},
             {"influence_until", "载明的影响期止", date},
             {"has_revoked", "是否撤销", boolean},
             {"revoked", "撤销日", date},
             {"has_conduct", "是否载明行为期间", boolean},
             {"conduct_from", "行为起始日", date},
             {"has_conduct_to", "行为是否终了", boolean},
             {"conduct_to", "行为终了日", date},
             {"has_restored", "是否恢复权利", boolean},
             {"restored", "恢复权利日", date},
             {"has_extended", "是否延长", boolean},
             {"extended", "延长日", date},
             {"in_lieu", "是否代替更重处分", boolean},
             {"document", "文号", string}}),
        add("prior_report", "任前报告",
            {{"matter", "事项", one_of(w.matter)},
             {"has_reported", "是否报告", boolean},
             {"reported", "报告日", date},
             {"has_approved", "是否批复", boolean},
             {"approved", "批复日", date}}),
        add("relative", "亲属",
            {{"term", "称谓", string},
             {"is_spouse", "是否配偶", boolean},
             {"is_child", "是否子女", boolean},
             {"person", "人员编号", string},
             {"since", "关系起始日", date},
             {"has_until", "关系是否终止", boolean},
             {"until", "关系终止日", date},
             {"has_emigration", "是否载有出国境情形", boolean},
             {"emigration", "出国境情形", one_of(w.emigration)},
             {"emigrated_since", "出国境起始日", date},
             {"has_business", "是否经商办企业", boolean}}),
        add("training", "培训",
            {{"since", "起始日", date},
             {"until", "结束日", date},
             {"hours", "学时", number},
             {"body", "培训机构", string},
             {"span", "期间", span}}),
        add("education", "学历",
            {{"level", "层次", one_of(w.education)},
             {"mode", "学习形式", one_of(w.education_mode)},
             {"has_degree", "是否有学位", boolean},
             {"degree", "学位", string},
             {"since", "入学日", date},
             {"has_until", "是否毕业", boolean},
             {"until", "毕业日", date}}),
        add("professional_title", "职称",
            {{"level", "级别", one_of(w.title_level)},
             {"since", "取得日", date}}),
    };
}

}  // namespace xuanren::detail
