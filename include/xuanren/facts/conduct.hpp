// include/xuanren/facts/conduct.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/kin.hpp>
#include <xuanren/facts/record_values.hpp>

#include <vector>

namespace xuanren::detail {

[[nodiscard]] inline reading is_investigated_by(const case_view& c,
                                                const std::optional<interval<civil_date>>& by) {
    const provenance source = c.at_candidate("investigation");
    if (c.candidate() == nullptr) return {{}, source};
    const auto& i = c.candidate()->investigation;
    if (!i) return {has_one(i), source};
    const truth begun = case_view::is_seen(i->since, by);
    return {value(begun & !has_come_by(i->concluded, by)), source};
}

/// Whether a finding of that sort was on record by the decision; null and the empty list: none.
[[nodiscard]] inline reading has_finding(const case_view& c,
                                         field<findings_on_record> conduct_records::*list,
                                         const char* name) {
    const provenance source = c.at_candidate(name);
    if (c.candidate() == nullptr || c.candidate()->records.is_unknown()) return {{}, source};
    if (!c.candidate()->records) return {false, source};
    const auto& found = (*c.candidate()->records).*list;
    if (!found) return {has_one(found), source};
    truth out = truth::no;
    for (const finding_on_record& f : *found) out = out | c.is_seen(f.on);
    return {value(out), source};
}

[[nodiscard]] inline reading read_pay_steps(const case_view& c) {
    const provenance source = c.at_candidate("pay_steps");
    if (c.candidate() == nullptr || c.candidate()->pay_steps.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->pay_steps)
        for (const pay_step& s : *c.candidate()->pay_steps) {
            const truth seen = c.is_seen(s.on);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::yes) items.push_back(held_in(s.on));
        }
    return {list_of_values(std::move(items)), source};
}

/// What stands against the candidate 廉洁与处分: sanctions, findings, investigation, family abroad.
inline void add_conduct_facts(fact_table& t) {
    using types::list_of;
    using types::record_of;
    const fact_notes at_candidates{.dated = "candidates"};
    t.add("candidate.sanctions", "处分处理", list_of(record_of(t.records.sanction)),
          "决定日及以前的处分处理", "sanctions up to the decision",
          [](const case_view& c) { return read_sanctions_by(c, c.decided()); });
    t.add(
        "candidate.sanctions_at_candidates", "确定考察对象时的处分处理",
        list_of(record_of(t.records.sanction)), "确定考察对象之日及以前的处分处理",
        "sanctions up to the day on which the candidates were set",
        [](const case_view& c) { return read_sanctions_by(c, c.steps()[step::candidates].date); },
        at_candidates);
    t.add("candidate.pay_steps", "晋升工资档次之日", list_of(types::date),
          "决定日及以前晋升工资档次之日", "days up to the decision on which a pay step was raised",
          read_pay_steps);
    t.add(facts::candidate_under_investigation, "正在接受审查调查",
          "决定时正受审查调查尚无结论", "whether an investigation is open at the decision",
          [](const case_view& c) { return is_investigated_by(c, c.decided()); });
    t.add(
        facts::candidate_under_investigation_at_candidates, "确定考察对象时正在接受审查调查",
        "确定考察对象时正受审查调查尚无结论",
        "whether an investigation was open when the candidates were set",
        [](const case_view& c) { return is_investigated_by(c, c.steps()[step::candidates].date); },
        at_candidates);
    t.add(facts::candidate_has_political_discipline_finding, "有违反政治纪律认定",
          "有违反政治纪律和政治规矩的认定", "whether a breach of political discipline was found",
          [](const case_view& c) {
              return has_finding(c, &conduct_records::political_discipline,
                                 "records/political_discipline");
          });
    t.add(facts::candidate_has_canvassing_finding, "有非组织行为认定",
          "有跑官拉票等非组织行为的认定", "whether canvassing was found", [](const case_view& c) {
              return has_finding(c, &conduct_records::canvassing, "records/canvassing");
          });
    t.add(facts::candidate_has_criminal_record, "受过刑事处罚", "受过刑事处罚",
          "whether there is a criminal record", [](const case_view& c) {
              return has_finding(c, &conduct_records::criminal, "records/criminal");
          });
    t.add(facts::candidate_was_expelled_from_party, "曾被开除党籍", "曾被开除中国共产党党籍",
          "whether ever expelled from the Party", [](const case_view& c) {
              return has_finding(c, &conduct_records::expelled_from_party,
                                 "records/expelled_from_party");
          });
    t.add(facts::candidate_was_discharged, "曾被开除公职", "曾被开除公职",
          "whether ever discharged from public office", [](const case_view& c) {
              return has_finding(c, &conduct_records::discharged, "records/discharged");
          });
    t.add(facts::candidate_is_on_dishonesty_list, "为失信联合惩戒对象",
          "被列为失信联合惩戒对象", "whether listed for joint punishment for dishonesty",
          [](const case_view& c) {
              return has_finding(c, &conduct_records::dishonesty_list, "records/dishonesty_list");
          });
    t.add(facts::candidate_relatives_declared, "亲属已完整申报", "亲属名单已完整申报",
          "whether the list of kin is complete",
          [](const case_view& c) {
              return c.of_candidate(&cadre::relatives_declared, "relatives_declared");
          },
          {.dated = "undated"});
    t.add("candidate.relatives", "亲属", list_of(record_of(t.records.relative)),
          "申报的亲属，关系存续与否见起止日；未完整申报的不明",
          "declared kin; unknown where the list is not complete", read_relatives);
    t.add(facts::candidate_has_spouse, "有配偶", "决定时有配偶",
          "whether married at the decision", [](const case_view& c) -> reading {
              return {value(has_spouse(c)), c.at_candidate("marital_status")};
          });
    t.add(facts::candidate_has_spouse_emigration, "配偶有出国境情形",
          "决定时配偶有出国境情形；无配偶的为否",
          "whether a spouse has something on file abroad; no without a spouse",
          has_spouse_emigration);
    t.add(facts::candidate_spouse_emigration, "配偶出国境情形",
          "决定时配偶的出国境情形", "what a spouse has on file abroad", read_spouse_emigration,
          {.guard = facts::candidate_has_spouse_emigration});
    t.add("candidate.children", "子女", list_of(record_of(t.records.relative)),
          "申报的子女；未完整申报的不明",
          "children as declared; unknown where the list of kin is not complete", read_children);
    t.add(facts::candidate_has_close_staff_of, "为领导身边工作人员", "为领导干部身边工作人员",
          "whether close staff of a leader",
          [](const case_view& c) -> reading {
              const cadre* who = c.candidate();
              return {who != nullptr ? has_one(who->close_staff_of) : value(),
                      c.at_candidate("close_staff_of")};
          },
          {.dated = "undated"});
}

}  // namespace xuanren::detail
