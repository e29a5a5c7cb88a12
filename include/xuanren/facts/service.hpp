// include/xuanren/facts/service.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What the candidate has served 任职经历: levels, ranks, promotions, probation, length of service.
///
/// READING: a level begins on the day of the decision, else of taking office; substantive tenures
/// count, acting and secondment make no level; lateral moves and waiting for a post do not
/// interrupt; a demotion begins anew.
inline void add_service_facts(fact_table& t) {
    using types::boolean;
    using types::date;
    using types::number;
    using types::string;
    using types::list_of;
    using types::one_of;
    using types::range_of;
    using types::record_of;
    const auto& w = t.words;
    t.add("candidate.has_level", "是否有职务层次", boolean, "决定时任有层次的职务",
          "whether the candidate holds a post that has a level", nullptr);
    t.add("candidate.level", "现职务层次", one_of(w.level), "决定时的职务层次",
          "level held at the decision", nullptr, {.guard = "candidate.has_level"});
    t.add("candidate.level_since", "任现职务层次起始日", date,
          "不间断担任现职务层次的起始日，自决定之日起，无决定日的自任职之日起",
          "start of the unbroken time at the present level, from the decision, else from taking office", nullptr,
          {.basis = {"党政领导干部选拔任用工作条例（任职时间）",
                     "Regulations on the Selection and Appointment of Leading Cadres (start of tenure)"}});
    t.add("candidate.leading", "是否现任领导职务", boolean, "决定时担任领导职务",
          "whether the candidate holds a leading post", nullptr);
    t.add("candidate.has_role", "是否有现任职务", boolean, "决定时担任职务", "whether the candidate holds a post", nullptr);
    t.add("candidate.role", "现任职务性质", one_of(w.role), "现任主要职务为正职、副职、成员或者工作人员",
          "role of the main post held", nullptr, {.guard = "candidate.has_role"});
    t.add("candidate.has_deputy_since", "是否现任副职", boolean, "现职务层次为副职层次",
          "whether the present level is a deputy level", nullptr);
    t.add("candidate.deputy_since", "任现副职起始日", date, "现职务层次为副职的，其起始日",
          "start of the present deputy level", nullptr, {.guard = "candidate.has_deputy_since"});
    t.add("candidate.has_principal_since", "是否现任正职", boolean, "现职务层次为正职层次",
          "whether the present level is a principal level", nullptr);
    t.add("candidate.principal_since", "任现正职起始日", date, "现职务层次为正职的，其起始日",
          "start of the present principal level", nullptr, {.guard = "candidate.has_principal_since"});
    t.add("candidate.has_rank", "是否有职级", boolean, "决定时有职级", "whether the candidate holds a rank", nullptr);
    t.add("candidate.rank", "现职级", one_of(w.rank), "决定时的职级", "rank held at the decision", nullptr,
          {.guard = "candidate.has_rank"});
    t.add("candidate.rank_since", "任现职级起始日", date, "现职级的起始日", "start of the present rank", nullptr,
          {.guard = "candidate.has_rank"});
    t.add("candidate.held_higher_before", "是否曾任更高层次", boolean, "此前曾任高于现职务层次的职务",
          "whether a higher level than the present one was held before", nullptr);
    t.add("candidate.held_level_before", "是否曾任现层次后间断", boolean,
          "现职务层次此前曾任、后因降职等中断", "whether the present level was held before and broken off", nullptr);
    t.add("candidate.held_target_level_before", "是否曾任拟任层次", boolean, "此前曾任拟任职务层次的领导职务",
          "whether a leading post of the target level was held before", nullptr);
    t.add("candidate.has_last_demotion", "是否曾降职", boolean, "任职经历中有降低层次",
          "whether the career shows a demotion", nullptr);
    t.add("candidate.last_demoted_on", "最近降职日", date, "最近一次降低职务层次之日", "the latest day of demotion", nullptr,
          {.guard = "candidate.has_last_demotion"});
    t.add("candidate.posts_at_next_lower_level", "下一级任职数", number, "在拟任职务下一层次任职的职位数",
          "number of posts held at the level directly below the target level", nullptr);
    t.add("candidate.has_last_promotion", "是否曾提拔", boolean, "任职经历中有提拔", "whether the career shows a promotion",
          nullptr);
    t.add("candidate.last_promoted_on", "最近提拔日", date, "最近一次提拔任职的起始日", "start of the latest promotion",
          nullptr, {.guard = "candidate.has_last_promotion"});
    t.add("candidate.last_promotion_was_exceptional", "最近提拔是否破格", boolean, "最近一次提拔为破格；无提拔的为否",
          "whether the latest promotion was exceptional; no where there was none", nullptr);
    t.add("candidate.last_promotion_breaks", "最近提拔所破条款", list_of(string), "最近一次提拔突破的条款；未破格的为空",
          "clauses broken by the latest promotion; empty where none", nullptr);
    t.add("candidate.has_probation", "是否在试用期", boolean, "决定时任职试用期未满或者未转正",
          "whether probation runs or awaits confirmation at the decision", nullptr);
    t.add("candidate.probation_ends", "试用期满日", date, "试用期满之日：载明的，或者自任职通知起满试用月数之日",
          "end of probation: as recorded, else its months after the notice of appointment", nullptr,
          {.guard = "candidate.has_probation"});
    t.add("candidate.work_started", "参加工作时间", date, "参加工作之日", "start of work", nullptr, {.dated = "undated"});
    t.add("candidate.service_breaks", "工龄中断", list_of(range_of(date)), "不计工龄的期间",
          "periods that do not count as length of service", nullptr);
    t.add("candidate.service_counted_from", "工龄计算起始日", date, "参加工作时间按不计工龄的期间顺延",
          "start of work moved on by the periods that do not count", nullptr);
    t.add("candidate.civil_servant_since", "公务员起始日", date, "登记或者录用为公务员之日",
          "start of civil service", nullptr, {.dated = "undated"});
    t.add("candidate.tenures", "任职经历", list_of(record_of(t.records.tenure)), "决定前的全部任职，先后为序",
          "all tenures before the decision, oldest first", nullptr);
    t.add("candidate.ranks", "职级经历", list_of(record_of(t.records.rank_period)), "决定前的全部职级，先后为序",
          "all ranks before the decision, oldest first", nullptr);
}

}  // namespace xuanren::detail
