// include/xuanren/facts/conduct.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What stands against the candidate 廉洁与处分: sanctions, findings, investigation, family abroad.
inline void add_conduct_facts(fact_table& t) {
    using types::boolean;
    using types::list_of;
    using types::one_of;
    using types::record_of;
    const auto& w = t.words;
    t.add("candidate.sanctions", "处分处理", list_of(record_of(t.records.sanction)), "决定日及以前的处分处理",
          "sanctions up to the decision", nullptr);
    t.add("candidate.sanctions_at_candidates", "确定考察对象时的处分处理", list_of(record_of(t.records.sanction)),
          "确定考察对象之日及以前的处分处理", "sanctions up to the day on which the candidates were set", nullptr,
          {.dated = "candidates"});
    t.add("candidate.under_investigation", "是否正受审查调查", boolean, "决定时正受审查调查尚无结论",
          "whether an investigation is open at the decision", nullptr);
    t.add("candidate.under_investigation_at_candidates", "确定考察对象时是否正受审查调查", boolean,
          "确定考察对象时正受审查调查尚无结论", "whether an investigation was open when the candidates were set", nullptr,
          {.dated = "candidates"});
    t.add("candidate.has_political_discipline_finding", "是否违反政治纪律", boolean, "有违反政治纪律和政治规矩的认定",
          "whether a breach of political discipline was found", nullptr);
    t.add("candidate.has_canvassing_finding", "是否有非组织行为", boolean, "有跑官拉票等非组织行为的认定",
          "whether canvassing was found", nullptr);
    t.add("candidate.has_criminal_record", "是否受过刑事处罚", boolean, "受过刑事处罚", "whether there is a criminal record",
          nullptr);
    t.add("candidate.was_expelled_from_party", "是否被开除党籍", boolean, "曾被开除中国共产党党籍",
          "whether ever expelled from the Party", nullptr);
    t.add("candidate.was_discharged", "是否被开除公职", boolean, "曾被开除公职", "whether ever discharged from public office",
          nullptr);
    t.add("candidate.is_on_dishonesty_list", "是否失信联合惩戒", boolean, "被列为失信联合惩戒对象",
          "whether listed for joint punishment for dishonesty", nullptr);
    t.add("candidate.relatives_declared", "亲属是否已申报", boolean, "亲属名单已完整申报", "whether the list of kin is complete",
          nullptr, {.dated = "undated"});
    t.add("candidate.relatives", "亲属", list_of(record_of(t.records.relative)), "申报的亲属，关系存续与否见起止日；未完整申报的不明",
          "declared kin; unknown where the list is not complete", nullptr);
    t.add("candidate.has_spouse", "是否有配偶", boolean, "决定时有配偶", "whether married at the decision", nullptr);
    t.add("candidate.has_spouse_emigration", "配偶是否有出国境情形", boolean, "决定时配偶有出国境情形；无配偶的为否",
          "whether a spouse has something on file abroad; no without a spouse", nullptr);
    t.add("candidate.spouse_emigration", "配偶出国境情形", one_of(w.emigration), "决定时配偶的出国境情形",
          "what a spouse has on file abroad", nullptr, {.guard = "candidate.has_spouse_emigration"});
    t.add("candidate.children", "子女", list_of(record_of(t.records.relative)), "决定时的子女", "children at the decision", nullptr);
    t.add("candidate.has_close_staff_of", "是否领导身边工作人员", boolean, "为领导干部身边工作人员",
          "whether close staff of a leader", nullptr, {.dated = "undated"});
}

}  // namespace xuanren::detail
