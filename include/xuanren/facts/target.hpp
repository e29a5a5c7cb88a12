// include/xuanren/facts/target.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// Climbs from an organisation to the first that says something of its own; null: none does.
template <class Test>
[[nodiscard]] const organisation* first_above(const dossier& book, std::uint32_t from, Test says) {
    for (std::uint32_t i = from; i != no_record; i = book.links.organisation_parent[i])
        if (says(book.organisations[i])) return &book.organisations[i];
    return nullptr;
}

[[nodiscard]] inline provenance at_organisation(const case_view& c, const organisation& o,
                                                const char* key) {
    return {"organisations", static_cast<int>(&o - c.book().organisations.data()), nullptr, -1,
            key};
}

[[nodiscard]] inline const organisation* organisation_of(const case_view& c) {
    const std::uint32_t i = c.organisation();
    return i == no_record ? nullptr : &c.book().organisations[i];
}

/// READING: an internal unit is of the kind of the organ to which it belongs.
[[nodiscard]] inline reading read_organ_kind(const case_view& c) {
    const organisation* o = first_above(c.book(), c.organisation(), [](const organisation& at) {
        return !(at.kind && *at.kind == organ_kind::internal_unit);
    });
    return o == nullptr ? reading{} : as_reading(o->kind, at_organisation(c, *o, "kind"));
}
[[nodiscard]] inline reading read_tier(const case_view& c) {
    const organisation* o = first_above(c.book(), c.organisation(),
                                        [](const organisation& at) { return at.tier.has_value(); });
    return o == nullptr ? reading{} : as_reading(o->tier, at_organisation(c, *o, "tier"));
}
template <class T>
[[nodiscard]] reading of_organisation(const case_view& c, field<T> organisation::*key,
                                      const char* name) {
    const organisation* o = organisation_of(c);
    return o == nullptr ? reading{} : as_reading(o->*key, at_organisation(c, *o, name));
}
template <class T>
[[nodiscard]] reading has_in_organisation(const case_view& c, field<T> organisation::*key,
                                          const char* name) {
    const organisation* o = organisation_of(c);
    return o == nullptr ? reading{} : reading{has_one(o->*key), at_organisation(c, *o, name)};
}

/// Whether the post says something that a post may say it has not; no without a post.
template <class T>
[[nodiscard]] reading has_in_post(const case_view& c, field<T> post::*key, const char* name) {
    if (c.post() == nullptr)
        return {c.appointment().post.is_null() ? value(false) : value(), c.at_appointment("post")};
    return {has_one(c.post()->*key), c.at_post(name)};
}

[[nodiscard]] inline reading read_target_leading(const case_view& c) {
    if (c.post() == nullptr)
        return {c.appointment().post.is_null() ? value(false) : value(), c.at_appointment("post")};
    return {value(is_leading(c.post()->leading, c.post()->role)), c.at_post("leading")};
}

[[nodiscard]] inline reading read_rank_below(const case_view& c) {
    const auto& to = c.appointment().to_rank;
    if (!to || *to == rank{}) return {{}, c.at_appointment("to_rank")};
    return {value_of(static_cast<rank>(static_cast<int>(*to) - 1)), c.at_appointment("to_rank")};
}
[[nodiscard]] inline reading has_rank_below(const case_view& c) {
    const auto& to = c.appointment().to_rank;
    return {to ? value(*to != rank{}) : has_one(to), c.at_appointment("to_rank")};
}

/// READING: an appointment to a post that says nothing of a rank is to none.
[[nodiscard]] inline reading has_target_rank(const case_view& c) {
    const appointment& a = c.appointment();
    const bool is_to_post = a.to_rank.is_absent() && a.post.has_value();
    return {is_to_post ? value(false) : has_one(a.to_rank), c.at_appointment("to_rank")};
}

/// What the appointment is to 拟任职位: the post, its organisation, or the rank.
inline void add_target_facts(fact_table& t) {
    using types::list_of;
    using types::string;
    const fact_notes undated{.dated = "undated"};
    const fact_notes of_post{.guard = facts::target_has_post, .dated = "undated"};
    const auto flag = [&t, &undated](fact_handle<bool> named, const char* zh,
                                     const char* zh_definition, const char* en_definition,
                                     fact_reader read) {
        t.add(named, zh, zh_definition, en_definition, read, undated);
    };
    flag(facts::target_has_post, "任职位", "任免涉及一个职位；职级晋升的为否",
         "whether there is a post; a rank promotion has none", [](const case_view& c) -> reading {
             return {has_one(c.appointment().post), c.at_appointment("post")};
         });
    t.add(
        facts::target_post, "拟任职位", "拟任职位的编号", "identifier of the post",
        [](const case_view& c) {
            return as_reading(c.appointment().post, c.at_appointment("post"));
        },
        of_post);
    t.add(
        facts::target_title, "拟任职务名称", "拟任职务的名称", "title of the post",
        [](const case_view& c) { return c.of_post(&post::title, "title"); }, of_post);
    t.add(facts::target_organisation, "拟任机构",
          "拟任职位所在机构；职级晋升的为主要任职所在机构",
          "organisation of the post, or of the main tenure for a rank promotion",
          [](const case_view& c) -> reading {
              const organisation* o = organisation_of(c);
              if (o == nullptr) return {};
              return {value(o->id), at_organisation(c, *o, "id")};
          });
    flag(facts::target_has_level, "拟任职位有层次", "拟任职位有职务层次；无职位的为否",
         "whether the post has a level; no without a post",
         [](const case_view& c) { return has_in_post(c, &post::level, "level"); });
    t.add(
        facts::target_level, "拟任职务层次", "拟任职位的职务层次；无职位的不明",
        "level of the post; unknown without a post",
        [](const case_view& c) { return c.of_post(&post::level, "level"); }, undated);
    flag(facts::target_leading, "拟任领导职务", "拟任职位为领导职务；无职位的为否",
         "whether the post is a leading one; no without a post", read_target_leading);
    t.add(
        facts::target_role, "拟任职务身份", "正职、副职、成员或者工作人员；无职位的不明",
        "principal, deputy, member or staff; unknown without a post",
        [](const case_view& c) { return c.of_post(&post::role, "role"); }, undated);
    flag(facts::target_elected, "拟任职位由选举产生", "拟任职位由选举产生",
         "whether the post is filled by election",
         [](const case_view& c) { return c.of_post(&post::elected, "elected", false); });
    flag(facts::target_special, "拟任特殊岗位", "拟任职位属于特殊岗位",
         "whether the post is a special one",
         [](const case_view& c) { return c.of_post(&post::special, "special", false); });
    flag(facts::target_party_post, "拟任党的领导职务", "拟任职位为党的领导职务",
         "whether it is a leading post of the Party",
         [](const case_view& c) { return c.of_post(&post::party_post, "party_post", false); });
    flag(facts::target_has_committee, "拟任党委委员", "拟任职位须任党委委员",
         "whether the post carries a seat on a Party committee",
         [](const case_view& c) { return has_in_post(c, &post::committee, "committee"); });
    t.add(facts::target_committee, "拟任党委委员层级", "拟任职位所任党委委员的层级",
          "tier of the Party committee of which the holder is a member",
          [](const case_view& c) { return c.of_post(&post::committee, "committee"); },
          {.guard = facts::target_has_committee, .dated = "undated"});
    flag(facts::target_main_leader, "拟任主要领导成员", "拟任职位为主要领导成员",
         "whether the holder is a main leader",
         [](const case_view& c) { return c.of_post(&post::main_leader, "main_leader", false); });
    flag(facts::target_team_member, "拟任领导班子成员", "拟任职位为领导班子成员",
         "whether the holder belongs to the leading team",
         [](const case_view& c) { return c.of_post(&post::team_member, "team_member", false); });
    flag(facts::target_emigration_restricted, "拟任配偶移居限制岗位", "拟任职位为配偶移居限制岗位",
         "whether the post is closed to those whose spouse has emigrated", [](const case_view& c) {
             return c.of_post(&post::emigration_restricted, "emigration_restricted", false);
         });
    flag(facts::target_qualifications_stated, "职位所需资格已载明",
         "拟任职位载明所需法定资格（载明不需要的也算）",
         "whether the post says which legal qualifications it asks for; never unknown",
         [](const case_view& c) -> reading {
             const post* p = c.post();
             const bool is_stated = p != nullptr && !p->qualifications_required.is_unknown();
             return {value(is_stated), c.at_post("qualifications_required")};
         });
    t.add(
        "target.qualifications_required", "职位所需资格", list_of(string),
        "职位本身载明的法定资格要求", "legal qualifications that the post itself states",
        [](const case_view& c) -> reading {
            if (c.post() == nullptr) return {};
            return {strings(c.post()->qualifications_required),
                    c.at_post("qualifications_required")};
        },
        undated);
    t.add(facts::target_organ_kind, "拟任机构类别",
          "拟任机构的类别；内设机构随其所属机构",
          "kind of the organisation; an internal unit takes its parent's", read_organ_kind);
    t.add(facts::target_in_internal_unit, "拟任内设机构职务", "拟任职位在内设机构",
          "whether the post stands in an internal unit", [](const case_view& c) -> reading {
              const organisation* o = organisation_of(c);
              if (o == nullptr) return {};
              return {o->kind ? value(*o->kind == organ_kind::internal_unit) : value(),
                      at_organisation(c, *o, "kind")};
          });
    t.add(facts::target_tier, "拟任机构层级", "拟任机构的层级；未载明的随其上级机构",
          "tier of the organisation; its parent's where it states none", read_tier);
    t.add(facts::target_has_organ_level, "拟任机构有规格", "拟任机构有机构规格",
          "whether the organisation has a level",
          [](const case_view& c) { return has_in_organisation(c, &organisation::level, "level"); });
    t.add(facts::target_organ_level, "拟任机构规格", "拟任机构的规格",
          "level of the organisation itself",
          [](const case_view& c) { return of_organisation(c, &organisation::level, "level"); },
          {.guard = facts::target_has_organ_level});
    t.add(facts::target_has_institution_grade, "拟任单位有等级", "事业单位载有管理岗位等级",
          "whether the institution has a grade", [](const case_view& c) {
              return has_in_organisation(c, &organisation::institution_grade, "institution_grade");
          });
    t.add(facts::target_institution_grade, "拟任单位等级", "事业单位领导岗位等级",
          "grade of the public institution",
          [](const case_view& c) {
              return of_organisation(c, &organisation::institution_grade, "institution_grade");
          },
          {.guard = facts::target_has_institution_grade});
    flag(facts::target_has_rank, "晋升职级", "任免涉及职级", "whether the appointment is to a rank",
         has_target_rank);
    t.add(facts::target_rank, "拟晋升职级", "拟晋升的职级", "the rank to be promoted to",
          [](const case_view& c) {
              return as_reading(c.appointment().to_rank, c.at_appointment("to_rank"));
          },
          {.guard = facts::target_has_rank, .dated = "undated"});
    flag(facts::target_has_rank_below, "拟晋升职级有下一职级", "拟晋升职级之下还有职级",
         "whether a rank lies below it", has_rank_below);
    t.add(facts::target_rank_below, "拟晋升职级的下一职级", "拟晋升职级的下一级",
          "the rank directly below the target rank", read_rank_below,
          {.guard = facts::target_has_rank_below, .dated = "undated"});
}

}  // namespace xuanren::detail
