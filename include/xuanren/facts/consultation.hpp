// include/xuanren/facts/consultation.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// Reads a field of one who is asked in the consultation.
template <class Asked, class T>
[[nodiscard]] reading of_consulted(const case_view& c, field<Asked> consultation::*who,
                                   field<T> Asked::*key, const char* name) {
    const consultation* s = c.step_of(&procedure::consultation);
    return {s != nullptr && s->*who ? held_in((*(s->*who)).*key) : value(), c.at_procedure(name)};
}
/// Whether that field, which may be none, is there; no where nobody is asked.
template <class Asked, class T>
[[nodiscard]] reading has_consulted(const case_view& c, field<Asked> consultation::*who,
                                    field<T> Asked::*key, const char* name) {
    const consultation* s = c.step_of(&procedure::consultation);
    if (s == nullptr || !(s->*who)) return c.has_in_step(&procedure::consultation, who, name);
    return {has_one((*(s->*who)).*key), c.at_procedure(name)};
}
template <class T>
[[nodiscard]] reading of_plenary(const case_view& c, field<T> plenary_ballot::*key,
                                 const char* name) {
    const discussion* d = c.step_of(&procedure::discussion);
    return {d != nullptr && d->plenary_ballot ? held_in((*d->plenary_ballot).*key) : value(),
            c.at_procedure(name)};
}

/// Who is asked before the decision, and the vote of the plenary 酝酿、全委会表决.
inline void add_consultation_facts(fact_table& t) {
    t.add(facts::procedure_has_other_side, "系双重管理",
          "载有双重管理的协管方；不属于双重管理的为否",
          "whether another side shares the management",
          [](const case_view& c) {
              return c.has_in_step(&procedure::consultation, &consultation::other_side,
                                   "consultation/other_side");
          },
          {.dated = "consultation"});
    t.add(facts::procedure_other_side_asked_on, "征求协管方意见日", "征求协管方意见之日",
          "day the other side was asked",
          [](const case_view& c) {
              return of_consulted(c, &consultation::other_side, &other_side::asked,
                                  "consultation/other_side/asked");
          },
          {.guard = facts::procedure_has_other_side, .dated = "consultation"});
    t.add(facts::procedure_has_other_side_answered_on, "协管方已答复",
          "协管方已经答复；未答复的为否", "whether the other side has answered",
          [](const case_view& c) {
              return has_consulted(c, &consultation::other_side, &other_side::answered,
                                   "consultation/other_side/answered");
          },
          {.guard = facts::procedure_has_other_side, .dated = "consultation"});
    t.add(facts::procedure_other_side_answered_on, "协管方答复日", "协管方答复之日",
          "day the other side answered",
          [](const case_view& c) {
              return of_consulted(c, &consultation::other_side, &other_side::answered,
                                  "consultation/other_side/answered");
          },
          {.guard = facts::procedure_has_other_side_answered_on, .dated = "consultation"});
    t.add(facts::procedure_other_side_opinion, "协管方意见",
          "协管方答复的意见", "opinion of the other side",
          [](const case_view& c) {
              return of_consulted(c, &consultation::other_side, &other_side::opinion,
                                  "consultation/other_side/opinion");
          },
          {.guard = facts::procedure_has_other_side_answered_on, .dated = "consultation"});
    t.add(facts::procedure_has_other_side_coordinated_on, "分歧已经上级协调",
          "双方意见不一致已经上级协调；未协调的为否", "whether a disagreement was settled above",
          [](const case_view& c) {
              return has_consulted(c, &consultation::other_side, &other_side::coordinated,
                                   "consultation/other_side/coordinated");
          },
          {.guard = facts::procedure_has_other_side, .dated = "consultation"});
    t.add(facts::procedure_other_side_coordinated_on, "上级协调日", "双方分歧经上级协调之日",
          "day the disagreement was settled",
          [](const case_view& c) {
              return of_consulted(c, &consultation::other_side, &other_side::coordinated,
                                  "consultation/other_side/coordinated");
          },
          {.guard = facts::procedure_has_other_side_coordinated_on, .dated = "consultation"});
    t.add(facts::procedure_has_united_front_opinion, "已征求统战部门意见", "载有统战部门意见",
          "whether the united front department was asked",
          [](const case_view& c) {
              return c.has_in_step(&procedure::consultation, &consultation::united_front,
                                   "consultation/united_front");
          },
          {.dated = "consultation"});
    t.add(facts::procedure_united_front_on, "统战部门意见日", "统战部门提出意见之日",
          "day of the united front opinion",
          [](const case_view& c) {
              return of_consulted(c, &consultation::united_front, &united_front_opinion::on,
                                  "consultation/united_front/on");
          },
          {.guard = facts::procedure_has_united_front_opinion, .dated = "consultation"});
    t.add(facts::procedure_united_front_opinion, "统战部门意见",
          "统战部门的意见", "opinion of the united front department",
          [](const case_view& c) {
              return of_consulted(c, &consultation::united_front, &united_front_opinion::opinion,
                                  "consultation/united_front/opinion");
          },
          {.guard = facts::procedure_has_united_front_opinion, .dated = "consultation"});
    t.add(facts::procedure_has_plenary_ballot, "已经全委会表决", "经过全委会表决",
          "whether the plenary committee voted", [](const case_view& c) {
              return c.has_in_step(&procedure::discussion, &discussion::plenary_ballot,
                                   "discussion/plenary_ballot");
          });
    t.add(facts::procedure_plenary_ballot_on, "全委会表决日", "全委会表决之日",
          "day of the plenary ballot",
          [](const case_view& c) {
              return of_plenary(c, &plenary_ballot::on, "discussion/plenary_ballot/on");
          },
          {.guard = facts::procedure_has_plenary_ballot});
    t.add(facts::procedure_plenary_ballot_due, "全委会应到人数", "全委会应到会人数",
          "members due at the plenary",
          [](const case_view& c) {
              return of_plenary(c, &plenary_ballot::due, "discussion/plenary_ballot/due");
          },
          {.guard = facts::procedure_has_plenary_ballot});
    t.add(facts::procedure_plenary_ballot_present, "全委会到会人数", "全委会到会人数",
          "members present at the plenary",
          [](const case_view& c) {
              return of_plenary(c, &plenary_ballot::present, "discussion/plenary_ballot/present");
          },
          {.guard = facts::procedure_has_plenary_ballot});
    t.add(facts::procedure_plenary_ballot_in_favour, "全委会同意人数", "全委会表决同意的人数",
          "votes in favour at the plenary",
          [](const case_view& c) {
              return of_plenary(c, &plenary_ballot::in_favour,
                                "discussion/plenary_ballot/in_favour");
          },
          {.guard = facts::procedure_has_plenary_ballot});
    t.add(facts::procedure_plenary_ballot_secret, "全委会无记名投票",
          "全委会表决采取无记名投票", "whether the plenary ballot was secret",
          [](const case_view& c) {
              return of_plenary(c, &plenary_ballot::secret, "discussion/plenary_ballot/secret");
          },
          {.guard = facts::procedure_has_plenary_ballot});
    t.add(facts::procedure_has_members_asked_on, "已征求全委会成员意见",
          "决定前已经征求全委会成员意见；未征求的为否",
          "whether the members of the plenary were asked", [](const case_view& c) {
              return c.has_in_step(&procedure::discussion, &discussion::members_asked,
                                   "discussion/members_asked");
          });
    t.add(facts::procedure_members_asked_on, "征求全委会成员意见日", "征求全委会成员意见之日",
          "day the members of the plenary were asked",
          [](const case_view& c) {
              return c.of_step(&procedure::discussion, &discussion::members_asked,
                               "discussion/members_asked");
          },
          {.guard = facts::procedure_has_members_asked_on});
}

}  // namespace xuanren::detail
