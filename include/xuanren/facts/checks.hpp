// include/xuanren/facts/checks.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

[[nodiscard]] inline reading has_integrity_answer(const case_view& c) {
    return c.has_in_step(&procedure::integrity_opinion, &integrity_request::on,
                         "integrity_opinion/on");
}

/// Whether one of two who may sign for the same side has signed.
[[nodiscard]] inline reading is_signed_by(const case_view& c, signatory one, signatory other) {
    const integrity_conclusion* s = c.step_of(&procedure::integrity_conclusion);
    const provenance source = c.at_procedure("integrity_conclusion/signed_by");
    if (s == nullptr || s->signed_by.is_unknown()) return {{}, source};
    bool is_signed = false;
    if (s->signed_by)
        for (const signatory who : *s->signed_by)
            is_signed = is_signed || who == one || who == other;
    return {value(is_signed), source};
}

[[nodiscard]] inline reading is_audit_required(const case_view& c) {
    const auto& p = c.appointment().procedure;
    const provenance source = c.at_procedure("audit/required");
    if (!p || p->audit.is_unknown()) return {{}, source};
    return {p->audit ? held_in(p->audit->required) : value(false), source};
}

/// The checks before the decision 凡提四必、双签字、审计.
inline void add_check_facts(fact_table& t) {
    t.add(facts::procedure_has_archive_review, "已审核档案", "已经审核干部人事档案",
          "whether the archive was reviewed", [](const case_view& c) {
              return c.has_step(&procedure::archive_review, "archive_review");
          });
    t.add(facts::procedure_archive_reviewed_on, "档案审核日", "审核干部人事档案之日",
          "day of the archive review",
          [](const case_view& c) {
              return c.of_step(&procedure::archive_review, &archive_check::on, "archive_review/on");
          },
          {.guard = facts::procedure_has_archive_review});
    t.add(facts::procedure_archive_finding, "任前档案审核结论",
          "任前档案审核的结论", "finding of the archive review",
          [](const case_view& c) {
              return c.of_step(&procedure::archive_review, &archive_check::finding,
                               "archive_review/finding");
          },
          {.guard = facts::procedure_has_archive_review});
    t.add(facts::procedure_archive_review_signed, "档案审核表已签字", "档案审核表已签字",
          "whether the review form is signed",
          [](const case_view& c) {
              return c.of_step(&procedure::archive_review, &archive_check::signed_off,
                               "archive_review/signed");
          },
          {.guard = facts::procedure_has_archive_review});
    t.add(facts::procedure_has_personal_matters_check, "已查核个人有关事项",
          "已经查核个人有关事项报告", "whether personal matters were verified",
          [](const case_view& c) {
              return c.has_step(&procedure::personal_matters_check, "personal_matters_check");
          });
    t.add(facts::procedure_personal_matters_checked_on, "个人有关事项查核日",
          "查核个人有关事项报告之日", "day of the verification",
          [](const case_view& c) {
              return c.of_step(&procedure::personal_matters_check, &personal_matters_check::on,
                               "personal_matters_check/on");
          },
          {.guard = facts::procedure_has_personal_matters_check});
    t.add(facts::procedure_personal_matters_finding, "任前查核结论",
          "个人有关事项任前查核的结论", "finding of the verification",
          [](const case_view& c) {
              return c.of_step(&procedure::personal_matters_check, &personal_matters_check::finding,
                               "personal_matters_check/finding");
          },
          {.guard = facts::procedure_has_personal_matters_check});
    t.add(facts::procedure_has_integrity_opinion, "纪检监察机关已回复",
          "纪检监察机关已经回复党风廉政意见；未征求或者未回复的为否",
          "whether the discipline organ has answered; no where not asked or not answered",
          has_integrity_answer);
    t.add(facts::procedure_has_integrity_request, "已征求纪检监察机关意见",
          "已经就党风廉政情况征求纪检监察机关意见", "whether the discipline organ was asked",
          [](const case_view& c) {
              return c.has_step(&procedure::integrity_opinion, "integrity_opinion");
          });
    t.add(facts::procedure_integrity_opinion_requested_on, "征求纪检监察机关意见日",
          "向纪检监察机关征求意见之日", "day the discipline organ was asked",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_opinion, &integrity_request::requested,
                               "integrity_opinion/requested");
          },
          {.guard = facts::procedure_has_integrity_request});
    t.add(facts::procedure_integrity_opinion_on, "纪检监察机关回复日", "纪检监察机关回复意见之日",
          "day the discipline organ answered",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_opinion, &integrity_request::on,
                               "integrity_opinion/on");
          },
          {.guard = facts::procedure_has_integrity_opinion});
    t.add(facts::procedure_integrity_opinion, "党风廉政意见",
          "纪检监察机关回复的党风廉政意见", "answer of the discipline organ",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_opinion, &integrity_request::opinion,
                               "integrity_opinion/opinion");
          },
          {.guard = facts::procedure_has_integrity_opinion});
    t.add(facts::procedure_has_petition_check, "已核查信访举报", "已经就信访举报核查",
          "whether petitions were looked into", [](const case_view& c) {
              return c.has_step(&procedure::petition_check, "petition_check");
          });
    t.add(facts::procedure_petition_checked_on, "信访举报核查日", "信访举报核查之日",
          "day petitions were looked into",
          [](const case_view& c) {
              return c.of_step(&procedure::petition_check, &petition_check::on,
                               "petition_check/on");
          },
          {.guard = facts::procedure_has_petition_check});
    t.add(facts::procedure_petition_finding, "信访举报核查结论",
          "信访举报核查的结论", "what the petitions came to",
          [](const case_view& c) {
              return c.of_step(&procedure::petition_check, &petition_check::finding,
                               "petition_check/finding");
          },
          {.guard = facts::procedure_has_petition_check});
    t.add(facts::procedure_has_integrity_conclusion, "有廉洁自律结论性意见",
          "载有廉洁自律结论性意见", "whether there is a conclusion on integrity",
          [](const case_view& c) {
              return c.has_step(&procedure::integrity_conclusion, "integrity_conclusion");
          });
    t.add(facts::procedure_integrity_concluded_on, "廉洁自律结论日", "廉洁自律结论性意见之日",
          "day of the conclusion on integrity",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_conclusion, &integrity_conclusion::on,
                               "integrity_conclusion/on");
          },
          {.guard = facts::procedure_has_integrity_conclusion});
    t.add(facts::procedure_integrity_signed_by_secretary, "廉洁结论有党组织负责人签字",
          "廉洁自律结论性意见有党委（党组）书记或者主要负责人签字",
          "whether the secretary or head signed the conclusion",
          [](const case_view& c) { return is_signed_by(c, signatory::secretary, signatory::head); },
          {.guard = facts::procedure_has_integrity_conclusion});
    t.add(facts::procedure_integrity_signed_by_discipline, "廉洁结论有纪检负责人签字",
          "廉洁自律结论性意见有纪委书记（纪检监察组组长）或者纪检机构负责人签字",
          "whether the head of discipline signed the conclusion",
          [](const case_view& c) {
              return is_signed_by(c, signatory::discipline_secretary, signatory::discipline_head);
          },
          {.guard = facts::procedure_has_integrity_conclusion});
    t.add(facts::procedure_audit_required, "须先审计",
          "须先进行经济责任审计；载明不涉及审计的为否",
          "whether an audit has to come first; no where stated as none", is_audit_required);
    t.add(facts::procedure_has_audited_on, "已审计", "经济责任审计已经完成；未审计的为否",
          "whether the audit was done", [](const case_view& c) {
              return c.has_in_step(&procedure::audit, &audit::on, "audit/on");
          });
    t.add(facts::procedure_audited_on, "审计日", "经济责任审计完成之日", "day of the audit",
          [](const case_view& c) { return c.of_step(&procedure::audit, &audit::on, "audit/on"); },
          {.guard = facts::procedure_has_audited_on});
    t.add(facts::procedure_audit_finding, "审计结论", "经济责任审计的结论",
          "finding of the audit",
          [](const case_view& c) {
              return c.of_step(&procedure::audit, &audit::finding, "audit/finding");
          },
          {.guard = facts::procedure_has_audited_on});
}

}  // namespace xuanren::detail
