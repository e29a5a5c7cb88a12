// include/xuanren/facts/incentive.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/record_values.hpp>

namespace xuanren::detail {

template <class T>
[[nodiscard]] reading of_mechanism(const case_view& c, field<T> mechanism::*key, const char* name) {
    const auto& m = c.appointment().mechanism;
    return {m ? held_in((*m).*key) : value(), c.at_appointment(name)};
}

/// READING: what was put on record by the decision counts; a record without its day leaves the list open.
[[nodiscard]] inline reading read_proven_in(const case_view& c) {
    const provenance source = c.at_candidate("proven");
    if (c.candidate() == nullptr || c.candidate()->proven.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (c.candidate()->proven)
        for (const proven_record& p : *c.candidate()->proven) {
            const truth seen = c.is_seen(p.found);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::yes) items.push_back(held_in(p.in));
        }
    return {list_of_values(std::move(items)), source};
}

/// What local rules ask beyond the national ones 地方规定所需事实: the incentive mechanisms, what a
/// cadre has been proved in, the integrity exam before the discussion.
inline void add_incentive_facts(fact_table& t) {
    using types::list_of;
    using types::word;
    const fact_notes undated{.dated = "undated"};
    const fact_notes under{.guard = facts::appointment_has_mechanism, .dated = "undated"};
    t.add(
        facts::appointment_has_mechanism, "适用激励机制", "任免载明依某项激励机制办理",
        "whether it is made under one of the incentive mechanisms",
        [](const case_view& c) -> reading {
            return {has_one(c.appointment().mechanism), c.at_appointment("mechanism")};
        },
        undated);
    t.add(
        facts::appointment_mechanism, "所依激励机制",
        "鼓励激励、容错纠错、能上能下之一", "encouragement, tolerance of error, or moving up and down",
        [](const case_view& c) { return of_mechanism(c, &mechanism::kind, "mechanism/kind"); }, under);
    t.add(
        facts::appointment_has_mechanism_found_on, "激励机制已经认定",
        "载有认定适用该机制之日；不适用机制的为否", "whether the mechanism was found to apply; no where there is none",
        [](const case_view& c) -> reading {
            const auto& m = c.appointment().mechanism;
            return {m ? has_one(m->found) : has_one(m), c.at_appointment("mechanism/found")};
        },
        undated);
    t.add(
        facts::appointment_mechanism_found_on, "激励机制认定日", "认定适用该机制之日",
        "the day on which the mechanism was found to apply",
        [](const case_view& c) { return of_mechanism(c, &mechanism::found, "mechanism/found"); },
        {.guard = facts::appointment_has_mechanism_found_on, .dated = "undated"});
    t.add("candidate.proven_in", "经实绩检验的领域", list_of(word<proven_field>()),
          "决定前认定有实绩的领域", "in what the candidate was found to have been proved by the decision",
          read_proven_in);
    t.add(facts::procedure_has_integrity_exam, "进行了任前廉政考试", "载有任前廉政考试",
          "whether an integrity exam is on file",
          [](const case_view& c) { return c.has_step(&procedure::integrity_exam, "integrity_exam"); });
    t.add(facts::procedure_integrity_exam_on, "廉政考试日", "任前廉政考试之日",
          "the day of the integrity exam",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_exam, &integrity_exam::on, "integrity_exam/on");
          },
          {.guard = facts::procedure_has_integrity_exam});
    t.add(facts::procedure_integrity_exam_score, "廉政考试得分", "任前廉政考试得分", "score in the integrity exam",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_exam, &integrity_exam::score, "integrity_exam/score");
          },
          {.guard = facts::procedure_has_integrity_exam});
    t.add(facts::procedure_integrity_exam_pass_mark, "廉政考试合格线", "任前廉政考试的合格分数",
          "pass mark of the integrity exam",
          [](const case_view& c) {
              return c.of_step(&procedure::integrity_exam, &integrity_exam::pass_mark, "integrity_exam/pass_mark");
          },
          {.guard = facts::procedure_has_integrity_exam});
}

}  // namespace xuanren::detail
