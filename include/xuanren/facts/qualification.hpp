// include/xuanren/facts/qualification.hpp
#pragma once

#include <xuanren/facts/assessment.hpp>
#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/record_values.hpp>

namespace xuanren::detail {

/// READING: none at all, stated so, is less than college.
[[nodiscard]] inline reading read_education(const case_view& c) {
    const provenance source = c.at_candidate("education");
    if (c.candidate() == nullptr || c.candidate()->education.is_unknown()) return {{}, source};
    education_level highest = education_level::below_college;
    std::size_t at = 0;
    if (c.candidate()->education) {
        const auto& all = *c.candidate()->education;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (has_come_by(all[i].to, c.decided()) == truth::yes && all[i].level &&
                *all[i].level >= highest) {
                highest = *all[i].level;
                at = i;
            }
        // What is not known to be finished, or of what level it is, matters where it may be higher.
        for (const education& e : all) {
            const truth seen = has_come_by(e.to, c.decided());
            if (seen == truth::no || (seen == truth::yes && e.level)) continue;
            if (e.level ? *e.level > highest : highest != education_level::doctor)
                return {{}, source};
        }
        if (!all.empty())
            return {value_of(highest),
                    {"cadres", static_cast<int>(c.candidate_index()), "education",
                     static_cast<int>(at), "level"}};
    }
    return {value_of(highest), source};
}

[[nodiscard]] inline reading has_full_member_since(const case_view& c) {
    const provenance source = c.at_candidate("party/full_member");
    if (c.candidate() == nullptr || !c.candidate()->party) return {{}, source};
    const party_standing& p = *c.candidate()->party;
    if (p.membership && *p.membership != membership::cpc)
        return {false, c.at_candidate("party/membership")};
    if (p.full_member) return {value(c.is_seen(p.full_member)), source};
    if (p.full_member.is_null()) return {false, source};
    return {p.membership ? value(true) : value(), c.at_candidate("party/membership")};
}

[[nodiscard]] inline reading read_qualifications(const case_view& c) {
    const provenance source = c.at_candidate("qualifications");
    if (c.candidate() == nullptr || c.candidate()->qualifications.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->qualifications)
        for (const qualification& q : *c.candidate()->qualifications) {
            const truth seen = c.is_seen(q.from);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::yes) items.push_back(held_in(q.kind));
        }
    return {list_of_values(std::move(items)), source};
}

/// Who the candidate is 基本情况与资格: birth, education, Party standing, health, training, papers.
inline void add_qualification_facts(fact_table& t) {
    using types::date;
    using types::list_of;
    using types::record_of;
    using types::string;
    const fact_notes undated{.dated = "undated"};
    t.add(
        facts::candidate_born, "出生日期", "出生之日", "date of birth",
        [](const case_view& c) { return c.of_candidate(&cadre::born, "born"); }, undated);
    t.add(
        facts::candidate_sex, "性别", "性别", "sex",
        [](const case_view& c) { return c.of_candidate(&cadre::sex, "sex"); }, undated);
    t.add(
        facts::candidate_ethnicity, "民族", "民族", "ethnicity",
        [](const case_view& c) { return c.of_candidate(&cadre::ethnicity, "ethnicity"); }, undated);
    t.add(
        facts::candidate_nationality, "国籍", "国籍代码", "code of the nationality",
        [](const case_view& c) { return c.of_candidate(&cadre::nationality, "nationality"); },
        undated);
    t.add(
        facts::candidate_health, "健康状况", "身体条件", "state of health",
        [](const case_view& c) { return c.of_candidate(&cadre::health, "health"); }, undated);
    t.add(facts::candidate_education, "最高学历",
          "决定前取得的最高学历；声明没有的为大专以下",
          "highest education finished before the decision; below college where stated as none",
          read_education);
    t.add("candidate.educations", "学历", list_of(record_of(t.records.education)), "载明的学历",
          "education on file", read_educations);
    t.add(
        facts::candidate_membership, "政治面貌", "政治面貌", "Party membership",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {who != nullptr && who->party ? held_in(who->party->membership) : value(),
                    c.at_candidate("party/membership")};
        },
        undated);
    t.add(facts::candidate_has_full_member_since, "为中共正式党员", "决定时为中共正式党员",
          "whether a full member of the Party at the decision", has_full_member_since);
    t.add(facts::candidate_full_member_since, "转为正式党员日", "转为中共正式党员之日",
          "day of full Party membership",
          [](const case_view& c) -> reading {
              const cadre* who = c.candidate();
              return {who != nullptr && who->party ? held_in(who->party->full_member) : value(),
                      c.at_candidate("party/full_member")};
          },
          {.guard = facts::candidate_has_full_member_since});
    t.add("candidate.qualifications", "法定资格", list_of(string), "决定前取得的法定资格",
          "legal qualifications held at the decision", read_qualifications);
    t.add("candidate.professional_titles", "职称", list_of(record_of(t.records.professional_title)),
          "决定前取得的职称", "professional titles held at the decision", read_professional_titles);
    t.add("candidate.trainings", "培训经历", list_of(record_of(t.records.training)), "决定前的培训",
          "training before the decision", read_trainings);
    t.add("candidate.trainings_by_review", "审核日以前的培训",
          list_of(record_of(t.records.training)), "审核日以前的培训，没有审核日的为载明的全部培训",
          "training up to the review date, or all on file without one", read_trainings_by_review,
          undated);
    t.add(
        facts::candidate_has_training_hours_required, "载明应培训学时", "载有应完成的培训学时",
        "whether the record states hours of training required; never unknown",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {who != nullptr ? value(who->training_hours_required.has_value()) : value(),
                    c.at_candidate("training_hours_required")};
        },
        undated);
    t.add(facts::candidate_training_hours_required, "应培训学时", "应完成的培训学时",
          "hours of training required",
          [](const case_view& c) {
              return c.of_candidate(&cadre::training_hours_required, "training_hours_required");
          },
          {.guard = facts::candidate_has_training_hours_required,
           .dated = "undated",
           .unit = {"学时", "hours"}});
    t.add(facts::candidate_recorded_training_hours, "载明的应培训学时",
          "档案载明的应完成培训学时，没有载明的不明",
          "hours of training that the record asks for; unknown where it does not say",
          [](const case_view& c) {
              return c.of_candidate(&cadre::training_hours_required, "training_hours_required");
          },
          {.dated = "undated", .unit = {"学时", "hours"}});
    t.add("candidate.assessments", "年度考核", list_of(record_of(t.records.assessment)),
          "自参加工作或者最早任职之年至决定前一年，每年一条，未载结果的为无结果",
          "one entry a year from the start of work, or the earliest record, to the year before the "
          "decision",
          read_assessments);
    t.add(facts::candidate_has_previous_assessment_at_candidates, "确定考察对象时上一年度考核已载", "载有确定考察对象之年的上一年度考核结果",
          "whether the result of the year before the candidates were set is on file",
          [](const case_view& c) -> reading {
              const reading r = read_previous_assessment(c);
              return {r.held.is_unknown() ? value() : value(true), r.source};
          },
          {.dated = "candidates"});
    t.add(facts::candidate_previous_assessment_at_candidates, "确定考察对象时上一年度考核等次", "确定考察对象之年的上一年度考核等次，未载的不明",
          "assessment of the year before that in which the candidates were set; unknown where not "
          "on file",
          read_previous_assessment, {.dated = "candidates"});
    t.add("candidate.last_three_assessments_at_candidates", "确定考察对象前三年的年度考核",
          list_of(record_of(t.records.assessment)),
          "确定考察对象之年以前三年的考核，每年一条，参加工作以前的不列",
          "the three years before that in which the candidates were set, one entry each, none "
          "before the start of work",
          read_last_three_assessments, {.dated = "candidates"});
}

}  // namespace xuanren::detail
