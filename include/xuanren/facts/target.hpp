// include/xuanren/facts/target.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What the appointment is to 拟任职位: the post, its organisation, or the rank.
inline void add_target_facts(fact_table& t) {
    using types::boolean;
    using types::number;
    using types::string;
    using types::list_of;
    using types::one_of;
    const auto& w = t.words;
    const fact_notes undated{.dated = "undated"};
    const fact_notes of_rank{.guard = "target.has_rank", .dated = "undated"};
    t.add("target.has_post", "是否任职位", boolean, "任免涉及一个职位；职级晋升的为否",
          "whether there is a post; a rank promotion has none", nullptr, undated);
    t.add("target.post", "拟任职位", string, "拟任职位的编号", "identifier of the post", nullptr,
          {.guard = "target.has_post", .dated = "undated"});
    t.add("target.title", "拟任职务名称", string, "拟任职务的名称", "title of the post", nullptr,
          {.guard = "target.has_post", .dated = "undated"});
    t.add("target.organisation", "拟任机构", string, "拟任职位所在机构；职级晋升的为主要任职所在机构",
          "organisation of the post, or of the main tenure for a rank promotion", nullptr);
    t.add("target.level", "拟任职务层次", one_of(w.level), "拟任职位的职务层次；无职位的不明",
          "level of the post; unknown without a post", nullptr, undated);
    t.add("target.leading", "是否领导职务", boolean, "拟任职位为领导职务；无职位的为否",
          "whether the post is a leading one; no without a post", nullptr, undated);
    t.add("target.role", "拟任职务性质", one_of(w.role), "正职、副职、成员或者工作人员；无职位的不明",
          "principal, deputy, member or staff; unknown without a post", nullptr, undated);
    t.add("target.elected", "是否选举产生", boolean, "拟任职位由选举产生", "whether the post is filled by election",
          nullptr, undated);
    t.add("target.special", "是否特殊岗位", boolean, "拟任职位属于特殊岗位", "whether the post is a special one", nullptr,
          undated);
    t.add("target.party_post", "是否党的领导职务", boolean, "拟任职位为党的领导职务", "whether it is a Party leading post",
          nullptr, undated);
    t.add("target.has_committee", "是否党委委员", boolean, "拟任职位须任党委委员", "whether the post carries a committee seat",
          nullptr, undated);
    t.add("target.committee", "党委委员层级", one_of(w.committee), "拟任职位所任党委委员的层级",
          "tier of the Party committee of which the holder is a member", nullptr,
          {.guard = "target.has_committee", .dated = "undated"});
    t.add("target.main_leader", "是否主要领导成员", boolean, "拟任职位为主要领导成员", "whether the holder is a main leader",
          nullptr, undated);
    t.add("target.team_member", "是否领导班子成员", boolean, "拟任职位为领导班子成员",
          "whether the holder belongs to the leading team", nullptr, undated);
    t.add("target.emigration_restricted", "是否移居限制岗位", boolean, "拟任职位为配偶移居限制岗位",
          "whether the post is closed to those whose spouse has emigrated", nullptr, undated);
    t.add("target.qualifications_required", "职位所需资格", list_of(string), "职位本身载明的法定资格要求",
          "legal qualifications that the post itself states", nullptr, undated);
    t.add("target.organ_kind", "机构类别", one_of(w.organ_kind), "拟任机构的类别；内设机构随其所属机构",
          "kind of the organisation; an internal unit takes its parent's", nullptr);
    t.add("target.in_internal_unit", "是否内设机构", boolean, "拟任职位在内设机构",
          "whether the post stands in an internal unit", nullptr);
    t.add("target.tier", "机构层级", one_of(w.tier), "拟任机构的层级；未载明的随其上级机构",
          "tier of the organisation; its parent's where it states none", nullptr);
    t.add("target.organ_level", "机构规格", one_of(w.level), "拟任机构的规格", "level of the organisation itself", nullptr);
    t.add("target.has_institution_grade", "是否有单位等级", boolean, "事业单位载有管理岗位等级",
          "whether the institution has a grade", nullptr);
    t.add("target.institution_grade", "单位等级", number, "事业单位领导岗位等级", "grade of the public institution", nullptr,
          {.guard = "target.has_institution_grade"});
    t.add("target.has_rank", "是否晋升职级", boolean, "任免涉及职级", "whether the appointment is to a rank", nullptr,
          undated);
    t.add("target.rank", "拟晋升职级", one_of(w.rank), "拟晋升的职级", "the rank to be promoted to", nullptr, of_rank);
    t.add("target.has_rank_below", "是否有下一职级", boolean, "拟晋升职级之下还有职级", "whether a rank lies below it",
          nullptr, undated);
    t.add("target.rank_below", "下一职级", one_of(w.rank), "拟晋升职级的下一级", "the rank directly below the target rank",
          nullptr, {.guard = "target.has_rank_below", .dated = "undated"});
}

}  // namespace xuanren::detail
