// include/xuanren/facts/service.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/kind.hpp>
#include <xuanren/facts/length_of_service.hpp>
#include <xuanren/facts/probation.hpp>
#include <xuanren/facts/record_values.hpp>

namespace xuanren::detail {

/// The level history where the tenures are on file; null otherwise.
[[nodiscard]] inline const level_history* levels_of(const case_view& c) {
    const career* all = c.career();
    return all == nullptr || !all->has_tenures ? nullptr : &all->levels;
}
[[nodiscard]] inline provenance at_start(const case_view& c, const service* s) {
    return s == nullptr ? c.at_candidate("tenures") : source_of_start(*s, c.candidate_index());
}
[[nodiscard]] inline provenance at_main(const case_view& c, const char* key) {
    const career* all = c.career();
    if (all == nullptr || all->main == nullptr) return c.at_candidate("tenures");
    return source_of(*all->main, c.candidate_index(), key);
}

using level_test = bool (*)(level);

/// Whether the level held is of that sort; no where none is held.
[[nodiscard]] inline reading has_level_since(const case_view& c, level_test is_such) {
    const level_history* h = levels_of(c);
    if (h == nullptr || h->level.is_unknown()) return {{}, c.at_candidate("tenures")};
    return {value(h->level.has_value() && is_such(*h->level)), at_start(c, h->start)};
}
[[nodiscard]] inline reading read_level_since(const case_view& c, level_test is_such) {
    const level_history* h = levels_of(c);
    if (h == nullptr || !h->level || !is_such(*h->level)) return {{}, c.at_candidate("tenures")};
    return {held_in(h->since), at_start(c, h->start)};
}

/// Whether one of these levels, as bits, was held and left before.
[[nodiscard]] inline reading was_left_before(const case_view& c, const level_history& h,
                                             std::uint32_t levels) {
    if ((h.levels_left & levels) != 0) return {true, c.at_candidate("tenures")};
    return {h.is_whole ? value(false) : value(), c.at_candidate("tenures")};
}
[[nodiscard]] inline reading held_higher_before(const case_view& c) {
    const level_history* h = levels_of(c);
    if (h == nullptr || !h->level) return {{}, c.at_candidate("tenures")};
    return was_left_before(c, *h, ~(bit_of(*h->level) | (bit_of(*h->level) - 1)));
}
[[nodiscard]] inline reading held_level_before(const case_view& c) {
    const level_history* h = levels_of(c);
    if (h == nullptr || !h->level) return {{}, c.at_candidate("tenures")};
    return was_left_before(c, *h, bit_of(*h->level));
}

/// Whether a leading post of the target level was held in substance before.
[[nodiscard]] inline reading held_target_level_before(const case_view& c) {
    const career* all = c.career();
    const post* p = c.post();
    if (all == nullptr || !all->has_tenures || p == nullptr || !p->level)
        return {{}, c.at_candidate("tenures")};
    truth out = truth::no;
    for (const service& s : all->services) {
        if (s.visible != truth::yes) continue;
        const truth fits = s.level             ? to_truth(*s.level == *p->level)
                           : s.level.is_null() ? truth::no
                                               : truth::unknown;
        out = out | (fits & s.leading & s.counts);
    }
    return {value(out), c.at_candidate("tenures")};
}

/// READING: one post is one position held, however often; posts of the dossier are told apart by
/// their identity, others by organisation and title.
[[nodiscard]] inline reading read_posts_at_next_lower_level(const case_view& c) {
    const career* all = c.career();
    const post* p = c.post();
    if (all == nullptr || !all->has_tenures || p == nullptr || !p->level || *p->level == level{})
        return {{}, c.at_candidate("tenures")};
    const auto below = static_cast<level>(static_cast<int>(*p->level) - 1);
    const auto is_same = [](const service& a, const service& b) {
        if (a.at != nullptr || b.at != nullptr) return a.at == b.at;
        return a.record->title && b.record->title && *a.record->title == *b.record->title &&
               a.organisation == b.organisation;
    };
    const auto is_named = [](const service& s) {
        return s.at != nullptr || s.record->title.has_value();
    };
    std::int64_t certain = 0;
    std::int64_t possible = 0;
    const auto& services = all->services;
    for (std::size_t i = 0; i < services.size(); ++i) {
        const service& s = services[i];
        if (s.visible != truth::yes) continue;
        const truth fits = s.level             ? to_truth(*s.level == below)
                           : s.level.is_null() ? truth::no
                                               : truth::unknown;
        const truth counted = fits & s.counts;
        if (counted == truth::no) continue;
        bool is_repeated = false;
        for (std::size_t j = 0; j < i; ++j)
            is_repeated =
                is_repeated || (services[j].visible == truth::yes && is_same(s, services[j]));
        if (is_repeated) continue;
        ++possible;
        if (counted == truth::yes && (is_named(s) || certain == 0)) ++certain;
    }
    return {value(interval<number>(number(certain), number(possible))), c.at_candidate("tenures")};
}

[[nodiscard]] inline reading last_promotion_was_exceptional(const case_view& c) {
    const level_history* h = levels_of(c);
    if (h == nullptr || h->has_promotion == truth::unknown) return {{}, c.at_candidate("tenures")};
    if (h->has_promotion == truth::no) return {false, c.at_candidate("tenures")};
    if (h->promotion == nullptr) return {{}, c.at_candidate("tenures")};
    const service& s = *h->promotion;
    return {s.record != nullptr ? has_one(s.record->exceptional)
                                : has_one(c.book().appointments[s.item].exceptional),
            source_of(s, c.candidate_index(), "exceptional")};
}
[[nodiscard]] inline reading read_last_promotion_breaks(const case_view& c) {
    const level_history* h = levels_of(c);
    if (h == nullptr || h->has_promotion == truth::unknown) return {{}, c.at_candidate("tenures")};
    if (h->has_promotion == truth::no) return {list_of_values({}), c.at_candidate("tenures")};
    if (h->promotion == nullptr) return {{}, c.at_candidate("tenures")};
    const service& s = *h->promotion;
    const auto breaks_of = [](const auto& e) {
        return e.has_value() ? strings(e->breaks) : e.is_null() ? list_of_values({}) : value();
    };
    return {s.record != nullptr ? breaks_of(s.record->exceptional)
                                : breaks_of(c.book().appointments[s.item].exceptional),
            source_of(s, c.candidate_index(), "exceptional")};
}

/// Whether the latest service is a leading one; no where none is known to be held.
[[nodiscard]] inline reading read_candidate_leading(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_tenures) return {{}, c.at_candidate("tenures")};
    truth out = truth::no;
    for (const service& s : all->services)
        if (s.visible == truth::yes && s.current == truth::yes) out = out | (s.leading & s.counts);
    return {value(out), at_main(c, "leading")};
}

[[nodiscard]] inline const rank_service* rank_of(const case_view& c) {
    const career* all = c.career();
    return all == nullptr || !all->has_ranks ? nullptr : all->rank;
}
[[nodiscard]] inline provenance at_rank(const case_view& c, const char* key) {
    const rank_service* r = rank_of(c);
    if (r == nullptr) return c.at_candidate("ranks");
    if (r->record == nullptr)
        return {"appointments", static_cast<int>(r->item), "procedure", -1, "discussion/on"};
    return {"cadres", static_cast<int>(c.candidate_index()), "ranks", static_cast<int>(r->item),
            key};
}

/// What the candidate has served 任职经历: levels, ranks, promotions, probation, length of service.
///
/// READING: a level begins on the day of the decision, else of taking office; substantive tenures
/// count, acting and secondment make no level; lateral moves and waiting for a post do not
/// interrupt; a demotion begins anew.
inline void add_service_facts(fact_table& t) {
    using types::date;
    using types::list_of;
    using types::number;
    using types::range_of;
    using types::record_of;
    using types::string;
    const text tenure_basis = {"《党政领导干部选拔任用工作条例》关于任职时间的规定",
                               "the Regulations on the Selection and Appointment of Leading "
                               "Cadres, on the start of tenure"};
    t.add(facts::candidate_has_level, "现有职务层次", "决定时任有层次的职务",
          "whether the candidate holds a post that has a level", [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              return {h != nullptr ? has_one(h->level) : value(), c.at_candidate("tenures")};
          });
    t.add(facts::candidate_level, "现职务层次", "决定时的职务层次",
          "level held at the decision",
          [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              return {h != nullptr ? held_in(h->level) : value(), at_main(c, "level")};
          },
          {.guard = facts::candidate_has_level});
    t.add(facts::candidate_level_since, "任现职务层次起始日",
          "不间断担任现职务层次的起始日，自决定之日起，无决定日的自任职之日起",
          "start of the unbroken time at the present level, from the decision, else from taking "
          "office",
          [](const case_view& c) { return read_level_since(c, [](level) { return true; }); },
          {.basis = tenure_basis});
    t.add(facts::candidate_leading, "现任领导职务", "决定时担任领导职务",
          "whether the candidate holds a leading post", read_candidate_leading);
    t.add(facts::candidate_has_role, "现有职务", "决定时担任职务",
          "whether the candidate holds a post", [](const case_view& c) -> reading {
              const career* all = c.career();
              if (all == nullptr || !all->has_tenures) return {{}, c.at_candidate("tenures")};
              return {value(all->main != nullptr), c.at_candidate("tenures")};
          });
    t.add(facts::candidate_role, "现任职务身份",
          "现任主要职务为正职、副职、成员或者工作人员", "role of the main post held",
          [](const case_view& c) -> reading {
              const career* all = c.career();
              return {all != nullptr && all->main != nullptr ? held_in(all->main->role) : value(),
                      at_main(c, "role")};
          },
          {.guard = facts::candidate_has_role});
    t.add(facts::candidate_has_deputy_since, "现任副职层次", "现职务层次为副职层次",
          "whether the present level is a deputy level",
          [](const case_view& c) { return has_level_since(c, is_deputy_level); });
    t.add(facts::candidate_deputy_since, "任现副职层次起始日", "现职务层次为副职的，其起始日",
          "start of the present deputy level",
          [](const case_view& c) { return read_level_since(c, is_deputy_level); },
          {.guard = facts::candidate_has_deputy_since, .basis = tenure_basis});
    t.add(facts::candidate_has_principal_since, "现任正职层次", "现职务层次为正职层次",
          "whether the present level is a principal level",
          [](const case_view& c) { return has_level_since(c, is_principal_level); });
    t.add(facts::candidate_principal_since, "任现正职层次起始日", "现职务层次为正职的，其起始日",
          "start of the present principal level",
          [](const case_view& c) { return read_level_since(c, is_principal_level); },
          {.guard = facts::candidate_has_principal_since, .basis = tenure_basis});
    t.add(facts::candidate_has_rank, "现有职级", "决定时有职级",
          "whether the candidate holds a rank", [](const case_view& c) -> reading {
              const career* all = c.career();
              if (all == nullptr || !all->has_ranks) return {{}, c.at_candidate("ranks")};
              return {value(all->rank != nullptr), at_rank(c, "rank")};
          });
    t.add(facts::candidate_rank, "现职级", "决定时的职级", "rank held at the decision",
          [](const case_view& c) -> reading {
              const rank_service* r = rank_of(c);
              return {r != nullptr ? held_in(r->rank) : value(), at_rank(c, "rank")};
          },
          {.guard = facts::candidate_has_rank});
    t.add(facts::candidate_rank_since, "任现职级起始日", "现职级的起始日",
          "start of the present rank",
          [](const case_view& c) -> reading {
              const rank_service* r = rank_of(c);
              return {r != nullptr ? held_in(r->since) : value(), at_rank(c, "from")};
          },
          {.guard = facts::candidate_has_rank});
    t.add(facts::candidate_held_higher_before, "曾任更高层次", "此前曾任高于现职务层次的职务",
          "whether a higher level than the present one was held before", held_higher_before);
    t.add(facts::candidate_held_level_before, "曾任现层次后中断",
          "现职务层次此前曾任、后因降职等中断",
          "whether the present level was held before and broken off", held_level_before);
    t.add(facts::candidate_held_target_level_before, "曾任拟任层次领导职务",
          "此前曾任拟任职务层次的领导职务",
          "whether a leading post of the target level was held before", held_target_level_before);
    t.add(facts::candidate_demoted_to_level, "由更高层次降至现层次",
          "现职务层次由更高层次降低而来；无层次的为否",
          "whether the present level was entered from a higher one; no without a level",
          [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              return {h != nullptr ? value(h->entered_by_demotion) : value(),
                      c.at_candidate("tenures")};
          });
    t.add(facts::candidate_has_last_demotion, "曾降低职务层次", "任职经历中有降低职务层次",
          "whether the career shows a demotion", [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              return {h != nullptr ? value(h->has_demotion) : value(), c.at_candidate("tenures")};
          });
    t.add(facts::candidate_last_demoted_on, "最近降职日", "最近一次降低职务层次之日",
          "the day of the latest demotion",
          [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              if (h == nullptr) return {{}, c.at_candidate("tenures")};
              return {held_in(h->demoted_on), at_start(c, h->demotion)};
          },
          {.guard = facts::candidate_has_last_demotion});
    t.add(facts::candidate_posts_at_next_lower_level, "下一级任职职位数",
          "在拟任职务下一层次任职的职位数",
          "number of posts held at the level directly below the target level",
          read_posts_at_next_lower_level, {.unit = {"个", "posts"}});
    t.add(facts::candidate_has_last_promotion, "曾提拔任职", "任职经历中有提拔",
          "whether the career shows a promotion", [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              return {h != nullptr ? value(h->has_promotion) : value(), c.at_candidate("tenures")};
          });
    t.add(facts::candidate_last_promoted_on, "最近提拔日", "最近一次提拔任职的起始日",
          "start of the latest promotion",
          [](const case_view& c) -> reading {
              const level_history* h = levels_of(c);
              if (h == nullptr) return {{}, c.at_candidate("tenures")};
              return {held_in(h->promoted_on), at_start(c, h->promotion)};
          },
          {.guard = facts::candidate_has_last_promotion});
    t.add(facts::candidate_last_promotion_was_exceptional, "最近提拔系破格",
          "最近一次提拔为破格；无提拔的为否",
          "whether the latest promotion was exceptional; no where there was none",
          last_promotion_was_exceptional);
    t.add("candidate.last_promotion_breaks", "最近提拔所破条款", list_of(string),
          "最近一次提拔突破的条款；未破格的为空",
          "clauses broken by the latest promotion; empty where none", read_last_promotion_breaks);
    t.add(facts::candidate_has_probation, "在任职试用期", "决定时任职试用期未满或者未转正",
          "whether probation runs or awaits confirmation at the decision", has_open_probation);
    t.add(facts::candidate_probation_ends, "试用期满日",
          "试用期满之日：载明的，或者自任职通知起满试用月数之日",
          "end of probation: as recorded, else its months after the notice of appointment",
          read_probation_ends, {.guard = facts::candidate_has_probation});
    t.add(facts::candidate_work_started, "参加工作时间", "参加工作之日", "start of work",
          [](const case_view& c) { return c.of_candidate(&cadre::work_started, "work_started"); },
          {.dated = "undated"});
    t.add("candidate.service_breaks", "不计工龄期间", list_of(range_of(date)), "不计工龄的期间",
          "periods that do not count as length of service", read_service_breaks);
    t.add(facts::candidate_service_counted_from, "工龄计算起始日",
          "参加工作时间按不计工龄的期间顺延",
          "start of work moved on by the periods that do not count", read_service_counted_from);
    t.add(facts::candidate_civil_servant_since, "公务员起始日", "登记或者录用为公务员之日",
          "start of civil service",
          [](const case_view& c) {
              return c.of_candidate(&cadre::civil_servant_since, "civil_servant_since");
          },
          {.guard = facts::candidate_has_civil_servant_since, .dated = "undated"});
    t.add("candidate.tenures", "任职经历", list_of(record_of(t.records.tenure)),
          "决定前的全部任职，先后为序", "all tenures before the decision, oldest first",
          read_tenures);
    t.add("candidate.ranks", "职级经历", list_of(record_of(t.records.rank_period)),
          "决定前的全部职级，先后为序", "all ranks before the decision, oldest first", read_ranks);
}

}  // namespace xuanren::detail
