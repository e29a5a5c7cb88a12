// include/xuanren/facts/qualification.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// Who the candidate is 基本情况与资格: birth, education, Party standing, health, training, papers.
inline void add_qualification_facts(fact_table& t) {
    using types::boolean;
    using types::date;
    using types::number;
    using types::string;
    using types::list_of;
    using types::one_of;
    using types::record_of;
    const auto& w = t.words;
    const fact_notes undated{.dated = "undated"};
    t.add("candidate.born", "出生日期", date, "出生之日", "date of birth", nullptr, undated);
    t.add("candidate.sex", "性别", one_of(w.sex), "性别", "sex", nullptr, undated);
    t.add("candidate.ethnicity", "民族", string, "民族", "ethnicity", nullptr, undated);
    t.add("candidate.nationality", "国籍", string, "国籍代码", "code of the nationality", nullptr, undated);
    t.add("candidate.health", "健康状况", one_of(w.health), "身体条件", "whether fit for duty", nullptr, undated);
    t.add("candidate.education", "最高学历", one_of(w.education), "决定前取得的最高学历；声明没有的为大专以下",
          "highest education finished before the decision; below college where stated as none", nullptr);
    t.add("candidate.educations", "学历", list_of(record_of(t.records.education)), "决定前的学历", "education on file", nullptr);
    t.add("candidate.membership", "党派", one_of(w.membership), "政治面貌", "Party membership", nullptr, undated);
    t.add("candidate.has_full_member_since", "是否中共正式党员", boolean, "决定时为中共正式党员",
          "whether a full Party member at the decision", nullptr);
    t.add("candidate.full_member_since", "转为正式党员日", date, "转为中共正式党员之日", "day of full Party membership",
          nullptr, {.guard = "candidate.has_full_member_since"});
    t.add("candidate.qualifications", "法律资格", list_of(string), "决定前取得的法定资格",
          "legal qualifications held at the decision", nullptr);
    t.add("candidate.professional_titles", "职称", list_of(record_of(t.records.professional_title)), "决定前取得的职称",
          "professional titles held at the decision", nullptr);
    t.add("candidate.trainings", "培训经历", list_of(record_of(t.records.training)), "决定前的培训", "training before the decision",
          nullptr);
    t.add("candidate.has_training_hours_required", "是否须培训", boolean, "载有应完成的培训学时",
          "whether hours of training are required", nullptr, undated);
    t.add("candidate.training_hours_required", "应培训学时", number, "应完成的培训学时", "hours of training required", nullptr,
          {.guard = "candidate.has_training_hours_required", .dated = "undated", .unit = {"学时", "hours"}});
    t.add("candidate.assessments", "年度考核", list_of(record_of(t.records.assessment)),
          "自参加工作或者最早记录之年至决定前一年，每年一条", "one entry a year from the start of work to the year before the decision",
          nullptr);
    t.add("candidate.has_previous_assessment_at_candidates", "确定考察对象时上一年度是否有考核结果", boolean,
          "确定考察对象之年的上一年度考核已有结果", "whether the year before the candidates were set has a result", nullptr,
          {.dated = "candidates"});
    t.add("candidate.previous_assessment_at_candidates", "确定考察对象时上一年度考核", one_of(w.assessment),
          "确定考察对象之年的上一年度考核等次", "assessment of the year before that in which the candidates were set",
          nullptr, {.guard = "candidate.has_previous_assessment_at_candidates", .dated = "candidates"});
}

}  // namespace xuanren::detail
