// include/xuanren/facts/words.hpp
#pragma once

#include <xuanren/engine/fact.hpp>

#include <initializer_list>
#include <string>
#include <utility>

namespace xuanren::detail {

/// The enumerations that facts use, as they stand in the catalogue 枚举.
struct word_lists {
    const enumeration& level;
    const enumeration& rank;
    const enumeration& role;
    const enumeration& kind;
    const enumeration& step;
    const enumeration& way;
    const enumeration& regime;
    const enumeration& organ_kind;
    const enumeration& tier;
    const enumeration& committee;
    const enumeration& sex;
    const enumeration& health;
    const enumeration& marital_status;
    const enumeration& membership;
    const enumeration& education;
    const enumeration& education_mode;
    const enumeration& method;
    const enumeration& change;
    const enumeration& tenure_kind;
    const enumeration& place;
    const enumeration& posting;
    const enumeration& assessment;
    const enumeration& sanction;
    const enumeration& title_level;
    const enumeration& emigration;
    const enumeration& matters_finding;
    const enumeration& archive_finding;
    const enumeration& exceptional_type;
    const enumeration& ground;
    const enumeration& matter;
    const enumeration& waiver;
    const enumeration& body;
    const enumeration& ballot;
    const enumeration& integrity_opinion;
    const enumeration& petition_finding;
    const enumeration& audit_finding;
    const enumeration& agreement;
};

[[nodiscard]] inline word_lists add_words(catalogue& into) {
    const auto list = [&into](const char* name, const char* zh, bool ordered,
                              std::initializer_list<enumeration::member> members) -> const enumeration& {
        return into.add(enumeration{name, zh, ordered, members});
    };
    return {
        list("level", "职务层次", true,
             {{"clerk", "办事员"}, {"staff", "科员"}, {"township_deputy", "乡科级副职"}, {"township_principal", "乡科级正职"},
              {"county_deputy", "县处级副职"}, {"county_principal", "县处级正职"}, {"bureau_deputy", "厅局级副职"},
              {"bureau_principal", "厅局级正职"}, {"provincial_deputy", "省部级副职"}, {"provincial_principal", "省部级正职"},
              {"national_deputy", "国家级副职"}, {"national_principal", "国家级正职"}}),
        list("rank", "职级", true,
             {{"staff_2", "二级科员"}, {"staff_1", "一级科员"}, {"principal_staff_4", "四级主任科员"},
              {"principal_staff_3", "三级主任科员"}, {"principal_staff_2", "二级主任科员"}, {"principal_staff_1", "一级主任科员"},
              {"consultant_4", "四级调研员"}, {"consultant_3", "三级调研员"}, {"consultant_2", "二级调研员"},
              {"consultant_1", "一级调研员"}, {"counsel_2", "二级巡视员"}, {"counsel_1", "一级巡视员"}}),
        list("role", "职务性质", false,
             {{"principal", "正职"}, {"deputy", "副职"}, {"member", "成员"}, {"staff", "工作人员"}}),
        list("kind", "任免类型", false,
             {{"promotion", "提拔"}, {"further_use", "进一步使用"}, {"lateral", "平级调整"}, {"rank_promotion", "职级晋升"},
              {"first", "首次任职"}, {"lateral_entry", "调任"}, {"secondment", "挂职"}, {"demotion", "降职"},
              {"removal", "免职"}, {"retirement", "退休"}}),
        list("step", "升任台阶", false,
             {{"same_level", "同一层次"}, {"deputy_to_principal", "副职升正职"}, {"principal_to_next_deputy", "下级正职升上级副职"},
              {"rank_to_deputy", "职级任副职"}, {"rank_to_principal", "职级任正职"}, {"skip_one", "越一级"},
              {"skip_more", "越两级以上"}, {"down", "降低层次"}}),
        list("way", "选任方式", false,
             {{"individual", "个别提拔任职"}, {"term_renewal", "换届"}, {"open_selection", "公开选拔"},
              {"internal_competition", "竞争上岗"}}),
        list("regime", "适用方式", false,
             {{"direct", "直接适用"}, {"by_reference", "参照执行"}, {"provincial", "由省级规定"}, {"separate", "另有规定"}}),
        list("organ_kind", "机构类别", false,
             {{"party_committee", "党委"}, {"party_department", "党委工作部门"}, {"people_congress", "人大常委会"},
              {"government", "政府"}, {"government_department", "政府工作部门"}, {"cppcc", "政协"},
              {"organisation_department", "组织部门"}, {"discipline", "纪委"}, {"supervision", "监委"}, {"court", "法院"},
              {"procuratorate", "检察院"}, {"public_security", "公安机关"}, {"mass_organisation", "群团组织"},
              {"public_institution", "事业单位"}, {"internal_unit", "内设机构"}, {"other", "其他机构"}}),
        list("tier", "机构层级", false,
             {{"central", "中央"}, {"provincial", "省级"}, {"sub_provincial_city", "副省级城市"}, {"prefecture", "市（地）级"},
              {"sub_provincial_district", "副省级城市辖区"}, {"county", "县级"}, {"township", "乡镇级"}}),
        list("committee", "党委委员层级", false,
             {{"provincial", "省级党委委员"}, {"city", "设区市党委委员"}, {"county", "县级党委委员"}, {"township", "乡镇党委委员"}}),
        list("sex", "性别", false, {{"male", "男"}, {"female", "女"}}),
        list("health", "健康状况", false, {{"fit", "健康"}, {"unfit", "不能正常履职"}}),
        list("marital_status", "婚姻状况", false,
             {{"single", "未婚"}, {"married", "已婚"}, {"divorced", "离异"}, {"widowed", "丧偶"}}),
        list("membership", "党派", false,
             {{"cpc", "中共党员"}, {"cpc_probationary", "中共预备党员"}, {"democratic_party", "民主党派"}, {"none", "无党派"}}),
        list("education", "学历", true,
             {{"below_college", "大专以下"}, {"college", "大学专科"}, {"bachelor", "大学本科"}, {"master", "硕士研究生"},
              {"doctor", "博士研究生"}}),
        list("education_mode", "学习形式", false, {{"full_time", "全日制"}, {"in_service", "在职"}}),
        list("method", "任职方式", false, {{"appointed", "委任"}, {"elected", "选任"}, {"contracted", "聘任"}}),
        list("change", "职务变动", false,
             {{"first", "首次任职"}, {"promotion", "提拔"}, {"level_skip", "越级提拔"}, {"lateral", "平级调整"},
              {"further_use", "进一步使用"}, {"concurrent", "兼任"}, {"secondment", "挂职"}, {"demotion", "降职"},
              {"retained_level", "保留层次"}}),
        list("tenure_kind", "任职性质", false,
             {{"substantive", "实任"}, {"acting", "代理"}, {"concurrent", "兼任"}, {"secondment", "挂职"}, {"awaiting", "待安排"}}),
        list("place", "工作地点", false,
             {{"village", "村"}, {"township", "乡镇街道"}, {"county_organ", "县级机关"}, {"enterprise", "企业"},
              {"institution", "事业单位"}, {"community", "社区"}, {"other", "其他"}}),
        list("posting", "到任形式", false, {{"posted", "派任"}, {"seconded", "挂职锻炼"}}),
        list("assessment", "考核等次", false,
             {{"excellent", "优秀"}, {"competent", "称职"}, {"basically_competent", "基本称职"}, {"incompetent", "不称职"},
              {"ungraded", "不定等次"}, {"not_assessed", "未参加考核"}}),
        list("sanction", "处分处理", false,
             {{"party_warning", "党内警告"}, {"party_serious_warning", "党内严重警告"},
              {"party_serious_warning_in_lieu", "党内严重警告（代替撤销党内职务）"}, {"party_post_removal", "撤销党内职务"},
              {"party_probation", "留党察看"}, {"party_expulsion", "开除党籍"}, {"admin_warning", "警告"}, {"admin_demerit", "记过"},
              {"admin_major_demerit", "记大过"}, {"admin_grade_demotion", "降级"}, {"admin_post_removal", "撤职"},
              {"admin_discharge", "开除"}, {"admonition", "诫勉"}, {"post_adjustment", "调整职务"}, {"ordered_resignation", "责令辞职"},
              {"blame_resignation", "引咎辞职"}, {"organisational_removal", "免职（组织处理）"},
              {"accountability_removal", "问责免职"}, {"organisational_demotion", "降职（组织处理）"}}),
        list("title_level", "职称级别", true,
             {{"junior", "初级"}, {"intermediate", "中级"}, {"associate_senior", "副高级"}, {"senior", "正高级"}}),
        list("emigration", "移居情形", false,
             {{"foreign_nationality", "外国国籍"}, {"permanent_residence", "永久居留权"}, {"long_term_residence", "长期居留许可"},
              {"study", "留学"}, {"work", "境外工作"}}),
        list("matters_finding", "个人事项查核结果", false,
             {{"consistent", "一致"}, {"omission", "漏报"}, {"concealment", "瞒报"}}),
        list("archive_finding", "档案审核结果", false, {{"clear", "无问题"}, {"doubtful", "存疑"}, {"forged", "造假"}}),
        list("exceptional_type", "破格类型", false, {{"qualification", "突破任职资格"}, {"level_skip", "越级"}}),
        list("ground", "破格情形", false,
             {{"crisis_merit", "急难险重中表现突出"}, {"hard_area_merit", "艰苦地区实绩突出"}, {"outstanding_merit", "其他岗位实绩特别显著"},
              {"structure_need", "班子结构或者职位特殊要求"}, {"specialist_need", "专业岗位或者重要专项急需"},
              {"hard_area_need", "艰苦地区急需引进"}}),
        list("matter", "任前报告事项", false,
             {{"organ_change", "机构变动或主要领导离任前调整"}, {"large_adjustment", "一次性大幅调整"}, {"temporary_overrun", "临时超职数"},
              {"no_recommendation", "不经民主推荐"}, {"exceptional", "破格或越级"}, {"close_staff", "领导干部身边工作人员"},
              {"near_kin", "领导干部近亲属"}, {"early_move", "任期内调整"}, {"after_accountability", "问责后重新任用"},
              {"emigrated_talent", "配偶移居的引进人才"}, {"beyond_age", "超龄留任"}, {"other", "其他事项"}}),
        list("waiver", "免予推荐的理由", false,
             {{"small_unit_same_people_agreed", "单位人少、范围相同且意见集中"}, {"special_need", "个别特殊需要"}}),
        list("body", "决定机关", false,
             {{"party_committee", "党委"}, {"standing_committee", "党委常委会"}, {"party_group", "党组"},
              {"party_branch", "党支部"}, {"organisation_department", "组织部门"}}),
        list("ballot", "表决方式", false, {{"oral", "口头"}, {"show_of_hands", "举手"}, {"secret", "无记名投票"}}),
        list("integrity_opinion", "廉政意见", false, {{"no_objection", "无异议"}, {"objection", "有异议"}, {"hold", "暂缓"}}),
        list("petition_finding", "信访核查结果", false, {{"none", "无反映"}, {"cleared", "已查清"}, {"open", "未查清"}}),
        list("audit_finding", "审计结果", false, {{"clear", "无问题"}, {"problems", "有问题"}}),
        list("agreement", "协管方意见", false, {{"agree", "同意"}, {"disagree", "不同意"}}),
    };
}

}  // namespace xuanren::detail
