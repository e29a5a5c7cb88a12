// include/xuanren/facts/decision.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// A number or flag of the discussion.
template <class T>
[[nodiscard]] reading of_discussion(const case_view& c, field<T> discussion::*key,
                                    const char* name) {
    return c.of_step(&procedure::discussion, key, name);
}

/// READING: members due at the meeting are all members where the minutes do not say otherwise.
[[nodiscard]] inline reading read_due(const case_view& c) {
    const discussion* d = c.step_of(&procedure::discussion);
    if (d != nullptr && d->due.is_absent())
        return of_discussion(c, &discussion::members, "discussion/members");
    return of_discussion(c, &discussion::due, "discussion/due");
}

[[nodiscard]] inline reading read_recused(const case_view& c) {
    const discussion* d = c.step_of(&procedure::discussion);
    const provenance source = c.at_procedure("discussion/recused");
    if (d == nullptr || d->recused.is_unknown()) return {{}, source};
    return {as_value(d->recused ? static_cast<std::int64_t>(d->recused->size()) : 0), source};
}

/// Reads a field of the reconsideration.
template <class T>
[[nodiscard]] reading of_reconsideration(const case_view& c, field<T> reconsideration::*key,
                                         const char* name) {
    const discussion* d = c.step_of(&procedure::discussion);
    return {d != nullptr && d->reconsidered ? held_in((*d->reconsidered).*key) : value(),
            c.at_procedure(name)};
}

/// The decision and what follows it 讨论决定、公示、任职.
inline void add_decision_facts(fact_table& t) {
    using types::number;
    const fact_notes decided{.guard = facts::procedure_has_discussion};
    const fact_notes heads{.guard = facts::procedure_has_discussion, .unit = {"人", "members"}};
    const fact_notes noticed{.guard = facts::procedure_has_notice, .dated = "notice"};
    t.add(facts::procedure_has_discussion, "已讨论决定", "已经讨论决定",
          "whether the decision was discussed",
          [](const case_view& c) { return c.has_step(&procedure::discussion, "discussion"); });
    t.add(facts::procedure_discussion_on, "讨论决定日", "讨论决定之日；未讨论的不明",
          "day of the discussion; unknown without one",
          [](const case_view& c) { return of_discussion(c, &discussion::on, "discussion/on"); });
    t.add(
        facts::procedure_discussion_body, "讨论决定机构", "讨论决定的机关",
        "the body that decided",
        [](const case_view& c) { return of_discussion(c, &discussion::body, "discussion/body"); },
        decided);
    t.add(
        facts::procedure_discussion_members, "应有成员数", "决定机关的应有成员数",
        "members of the body",
        [](const case_view& c) {
            return of_discussion(c, &discussion::members, "discussion/members");
        },
        heads);
    t.add(facts::procedure_discussion_due, "应到会人数", "应到会成员数，未载明的为应有成员数",
          "members due at the meeting; all members where not stated", read_due, heads);
    t.add(
        facts::procedure_discussion_present, "到会人数", "到会成员数", "members present",
        [](const case_view& c) {
            return of_discussion(c, &discussion::present, "discussion/present");
        },
        heads);
    t.add(
        facts::procedure_discussion_in_favour, "同意人数", "表决同意的人数", "votes in favour",
        [](const case_view& c) {
            return of_discussion(c, &discussion::in_favour, "discussion/in_favour");
        },
        heads);
    t.add(
        facts::procedure_discussion_against, "不同意人数", "表决不同意的人数", "votes against",
        [](const case_view& c) {
            return of_discussion(c, &discussion::against, "discussion/against");
        },
        heads);
    t.add(
        facts::procedure_discussion_deferred, "缓议人数", "表决缓议的人数", "votes to defer",
        [](const case_view& c) {
            return of_discussion(c, &discussion::deferred, "discussion/deferred");
        },
        heads);
    t.add(facts::procedure_discussion_recused, "回避人数", "回避的成员数",
          "members who recused themselves", read_recused, heads);
    t.add(
        facts::procedure_discussion_each_stated, "逐一发表意见", "与会成员逐一发表意见",
        "whether every member stated an opinion",
        [](const case_view& c) {
            return of_discussion(c, &discussion::each_stated, "discussion/each_stated");
        },
        decided);
    t.add(
        facts::procedure_discussion_principal_spoke_last, "主要负责人末位表态",
        "主要负责人最后表态", "whether the principal spoke last",
        [](const case_view& c) {
            return of_discussion(c, &discussion::principal_spoke_last,
                                 "discussion/principal_spoke_last");
        },
        decided);
    t.add(facts::procedure_has_discussion_exception_explained, "载有会上说明破格情况",
          "载明会上是否说明破格事由", "whether the record says if an exception was explained",
          [](const case_view& c) {
              return c.has_in_step(&procedure::discussion, &discussion::exception_explained,
                                   "discussion/exception_explained");
          });
    t.add(facts::procedure_discussion_exception_explained, "会上已说明破格",
          "会上说明破格的具体事由和上级意见",
          "whether the meeting was told the reason and the superior body's reply",
          [](const case_view& c) {
              return of_discussion(c, &discussion::exception_explained,
                                   "discussion/exception_explained");
          },
          {.guard = facts::procedure_has_discussion_exception_explained});
    t.add(
        facts::procedure_discussion_ballot, "表决方式", "口头、举手或者无记名投票",
        "how the vote was taken",
        [](const case_view& c) {
            return of_discussion(c, &discussion::ballot, "discussion/ballot");
        },
        decided);
    t.add(facts::procedure_has_reconsideration, "经过复议", "决定经过复议",
          "whether the decision was reconsidered", [](const case_view& c) {
              return c.has_in_step(&procedure::discussion, &discussion::reconsidered,
                                   "discussion/reconsidered");
          });
    t.add(facts::procedure_reconsidered_on, "复议日", "复议之日", "day of the reconsideration",
          [](const case_view& c) {
              return of_reconsideration(c, &reconsideration::on, "discussion/reconsidered/on");
          },
          {.guard = facts::procedure_has_reconsideration});
    t.add(facts::procedure_reconsidered_in_favour, "同意复议人数", "同意复议的成员数",
          "members in favour of reconsidering",
          [](const case_view& c) {
              return of_reconsideration(c, &reconsideration::in_favour,
                                        "discussion/reconsidered/in_favour");
          },
          {.guard = facts::procedure_has_reconsideration, .unit = {"人", "members"}});
    t.add(facts::procedure_has_notice, "已任前公示", "已经任职前公示",
          "whether a notice was published",
          [](const case_view& c) { return c.has_step(&procedure::notice, "notice"); },
          {.dated = "notice"});
    t.add(
        facts::procedure_notice_from, "公示起始日", "公示起始日", "first day of the notice",
        [](const case_view& c) {
            return c.of_step(&procedure::notice, &notice::from, "notice/from");
        },
        noticed);
    t.add(facts::procedure_has_notice_to, "公示有截止日", "载有公示截止日；未公示的为否",
          "whether the notice has an end on file; no where there was none",
          [](const case_view& c) {
              return c.has_in_step(&procedure::notice, &notice::to, "notice/to");
          },
          {.dated = "notice"});
    t.add(
        facts::procedure_notice_to, "公示截止日", "公示截止日", "last day of the notice",
        [](const case_view& c) { return c.of_step(&procedure::notice, &notice::to, "notice/to"); },
        noticed);
    t.add(
        facts::procedure_notice_states_exception, "公示说明破格", "公示说明破格的情形和理由",
        "whether the notice states the exception and its reason",
        [](const case_view& c) {
            return c.of_step(&procedure::notice, &notice::states_exception,
                             "notice/states_exception");
        },
        noticed);
    t.add(
        facts::procedure_notice_objections, "公示反映数", "公示期间收到的反映",
        "objections received",
        [](const case_view& c) {
            return c.of_step(&procedure::notice, &notice::objections, "notice/objections");
        },
        noticed);
    t.add(
        facts::procedure_notice_result, "公示结果", "公示结果",
        "result of the notice",
        [](const case_view& c) {
            return c.of_step(&procedure::notice, &notice::result, "notice/result");
        },
        noticed);
}

}  // namespace xuanren::detail
