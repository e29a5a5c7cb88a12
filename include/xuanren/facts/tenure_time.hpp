// include/xuanren/facts/tenure_time.hpp
#pragma once

#include <xuanren/facts/service.hpp>
#include <xuanren/facts/target.hpp>

namespace xuanren::detail {

/// The tenures of the target post before the decision, told by the post's identity.
///
/// READING: a tenure that names no post of the dossier is another post, unless organisation and
/// title are those of the target.
[[nodiscard]] inline truth is_of_target_post(const case_view& c, const service& s) {
    const post* p = c.post();
    if (p == nullptr) return truth::no;
    if (s.at != nullptr) return to_truth(s.at == p);
    if (s.record == nullptr || !s.record->title || !p->title) return truth::unknown;
    if (*s.record->title != *p->title) return truth::no;
    if (s.organisation == no_record) return truth::unknown;
    return to_truth(s.organisation == c.book().links.post_organisation[c.post_index()]);
}

/// The start of the unbroken time in the post aimed at, where that is still held.
struct own_post {
    truth held = truth::unknown;
    known_days since;
    const service* start = nullptr;
};

[[nodiscard]] inline own_post time_in_target_post(const case_view& c) {
    const career* all = c.career();
    if (all == nullptr || !all->has_tenures || c.post() == nullptr)
        return {c.appointment().post.is_null() ? truth::no : truth::unknown, {}, nullptr};
    own_post out{truth::no, {}, nullptr};
    const service* before = nullptr;
    for (const service& s : all->services) {
        if (s.visible != truth::yes || is_of_target_post(c, s) != truth::yes ||
            s.counts == truth::no)
            continue;
        // What follows an earlier term without a day between goes on with it.
        const bool goes_on = before != nullptr && before->until && s.since &&
                             less(*before->until, *s.since) != truth::yes;
        if (!goes_on) {
            out.since = s.since;
            out.start = &s;
        }
        out.held = s.current;
        before = &s;
    }
    return out;
}

/// How long posts are held, and what is given up 任职时间、调任来源与交流.
inline void add_tenure_time_facts(fact_table& t) {
    const fact_notes undated{.dated = "undated"};
    t.add(facts::candidate_holds_target_post, "现任拟任职位",
          "决定时已经担任拟任职位，本次为续任",
          "whether the post aimed at is held already, so that the appointment renews it",
          [](const case_view& c) -> reading {
              return {value(time_in_target_post(c).held), c.at_candidate("tenures")};
          });
    t.add(facts::candidate_target_post_since, "任拟任职位起始日", "连续担任拟任职位的起始日",
          "start of the unbroken time in the post aimed at",
          [](const case_view& c) -> reading {
              const own_post own = time_in_target_post(c);
              return {held_in(own.since), at_start(c, own.start)};
          },
          {.guard = facts::candidate_holds_target_post});
    t.add(facts::target_region, "拟任机构所在地区", "拟任机构所在行政区划代码",
          "code of the division in which the organisation lies",
          [](const case_view& c) -> reading {
              const organisation* o =
                  first_above(c.book(), c.organisation(),
                              [](const organisation& at) { return at.region.has_value(); });
              return o == nullptr ? reading{}
                                  : as_reading(o->region, at_organisation(c, *o, "region"));
          });
    t.add(
        facts::appointment_vacates_a_post, "同时免去原职位", "任职同时免去原任职位",
        "whether a post held is given up with it",
        [](const case_view& c) -> reading {
            const auto& v = c.appointment().vacates;
            return {v ? value(!v->empty()) : value(), c.at_appointment("vacates")};
        },
        undated);
    t.add(
        facts::appointment_entry_from, "调任前单位", "调任前所在单位的类别",
        "body from which someone enters the service",
        [](const case_view& c) {
            return as_reading(c.appointment().entry_from, c.at_appointment("entry_from"));
        },
        undated);
}

}  // namespace xuanren::detail
