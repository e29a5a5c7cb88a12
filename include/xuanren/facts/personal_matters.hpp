// include/xuanren/facts/personal_matters.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/record_values.hpp>

#include <optional>
#include <vector>

namespace xuanren::detail {

/// The candidate's personal matters; null where nothing is on file of them.
[[nodiscard]] inline const personal_matters* matters_of(const case_view& c) {
    const cadre* who = c.candidate();
    return who != nullptr && who->personal_matters ? &*who->personal_matters : nullptr;
}

/// Whether something dated is known to a review: by its date, or without one if it is on file.
[[nodiscard]] inline truth is_reviewed(const case_view& c, const field<civil_date>& on) {
    if (on.is_null()) return truth::no;
    if (!on) return truth::unknown;
    const auto& by = c.scope().on;
    return by ? case_view::is_seen(on, days_of(*by)) : truth::yes;
}

/// READING: the record holds the latest report. One of an earlier year means that none was made in
/// the year of the decision; one of a later year says nothing of that year.
[[nodiscard]] inline reading has_annual_report(const case_view& c) {
    const provenance source = c.at_candidate("personal_matters/reported");
    const personal_matters* m = matters_of(c);
    if (m == nullptr || m->reported.is_unknown()) return {{}, source};
    if (m->reported.is_null()) return {false, source};
    if (!c.decided() || c.decided()->low().year() != c.decided()->high().year())
        return {{}, source};
    const int year = c.decided()->low().year();
    if (m->reported->year() > year) return {{}, source};
    if (m->reported->year() < year) return {false, source};
    return {value(is_reviewed(c, m->reported)), source};
}

[[nodiscard]] inline reading read_matter_changes(const case_view& c) {
    const provenance source = c.at_candidate("personal_matters/changes");
    const personal_matters* m = matters_of(c);
    if (m == nullptr || m->changes.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (m->changes)
        for (const matter_change& change : *m->changes) {
            const truth seen = c.is_seen(change.happened);
            if (seen == truth::unknown) return {{}, source};
            if (seen == truth::no) continue;
            items.push_back(record_of_values(
                c.records().matter_change,
                {held_in(change.matter), held_in(change.happened),
                 value(is_reviewed(c, change.reported)), held_in(change.reported)}));
        }
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading has_matters_verified(const case_view& c) {
    const personal_matters* m = matters_of(c);
    return {m != nullptr ? value(has_come_by(m->verified, c.decided())) : value(),
            c.at_candidate("personal_matters/verified")};
}

[[nodiscard]] inline reading read_matter_differences(const case_view& c) {
    const provenance source = c.at_candidate("personal_matters/differences");
    const personal_matters* m = matters_of(c);
    if (m == nullptr || m->differences.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (m->differences)
        for (const matter_difference& d : *m->differences)
            items.push_back(record_of_values(
                c.records().matter_difference,
                {held_in(d.kind), value(d.nature.has_value()), held_in(d.nature)}));
    return {list_of_values(std::move(items)), source};
}

/// Whether a post still held on the eve of the decision is restricted; a post that the document does
/// not hold, or that does not say, may be.
[[nodiscard]] inline reading holds_restricted_post(const case_view& c) {
    const career* all = c.career();
    const provenance source = c.at_candidate("tenures");
    if (all == nullptr || !all->has_tenures) return {{}, source};
    truth out = truth::no;
    for (const service& s : all->services) {
        const truth held = s.visible & s.current;
        const truth restricted = s.at != nullptr && s.at->emigration_restricted
                                     ? to_truth(*s.at->emigration_restricted)
                                     : s.leading;
        out = out | (held & (restricted == truth::yes && !(s.at != nullptr &&
                                                           s.at->emigration_restricted)
                                 ? truth::unknown
                                 : restricted));
    }
    return {value(out), source};
}

/// What cadres report of themselves and their families 个人有关事项报告, and of kin abroad.
inline void add_personal_matters_facts(fact_table& t) {
    using types::date;
    using types::list_of;
    using types::record_of;
    t.add(facts::candidate_has_annual_report, "决定之年已集中报告个人有关事项",
          "决定之年已经集中报告上一年度个人有关事项；最近一次报告在以前年度的为否",
          "whether personal matters of the year before were reported in the year of the decision; no "
          "where the latest report is of an earlier year",
          has_annual_report);
    t.add(facts::candidate_annual_report_on, "集中报告个人有关事项之日",
          "决定之年集中报告个人有关事项之日",
          "day in the year of the decision on which personal matters were reported",
          [](const case_view& c) -> reading {
              const personal_matters* m = matters_of(c);
              return {m != nullptr ? held_in(m->reported) : value(),
                      c.at_candidate("personal_matters/reported")};
          },
          {.guard = facts::candidate_has_annual_report});
    t.add(facts::candidate_has_first_report, "进入报告范围后已报告个人有关事项",
          "进入报告范围后已经首次报告个人有关事项",
          "whether personal matters were reported on coming into scope",
          [](const case_view& c) -> reading {
              const personal_matters* m = matters_of(c);
              return {m != nullptr ? value(is_reviewed(c, m->first_reported)) : value(),
                      c.at_candidate("personal_matters/first_reported")};
          },
          {.dated = "undated"});
    t.add(facts::candidate_first_report_on, "首次报告个人有关事项之日",
          "进入报告范围后首次报告个人有关事项之日",
          "day of the first report of personal matters",
          [](const case_view& c) -> reading {
              const personal_matters* m = matters_of(c);
              return {m != nullptr ? held_in(m->first_reported) : value(),
                      c.at_candidate("personal_matters/first_reported")};
          },
          {.guard = facts::candidate_has_first_report, .dated = "undated"});
    t.add("candidate.matter_changes", "个人有关事项变化", list_of(record_of(t.records.matter_change)),
          "决定日及以前发生的个人有关事项变化",
          "changes of personal matters that happened by the decision", read_matter_changes);
    t.add(facts::candidate_has_matters_verified, "个人有关事项已查核",
          "决定时个人有关事项报告已经查核",
          "whether the report of personal matters was verified by the decision",
          has_matters_verified);
    t.add(facts::candidate_matters_verified_on, "个人有关事项报告查核日", "查核个人有关事项报告之日",
          "day of the verification",
          [](const case_view& c) -> reading {
              const personal_matters* m = matters_of(c);
              return {m != nullptr ? held_in(m->verified) : value(),
                      c.at_candidate("personal_matters/verified")};
          },
          {.guard = facts::candidate_has_matters_verified});
    t.add(facts::candidate_matters_finding, "个人有关事项查核结论",
          "查核个人有关事项报告的结论", "what the verification of personal matters found",
          [](const case_view& c) -> reading {
              const personal_matters* m = matters_of(c);
              return {m != nullptr ? held_in(m->finding) : value(),
                      c.at_candidate("personal_matters/finding")};
          },
          {.guard = facts::candidate_has_matters_verified});
    t.add("candidate.matter_differences", "个人有关事项查核不一致",
          list_of(record_of(t.records.matter_difference)), "查核发现的少报告、未报告情形",
          "what the verification found reported too low or not at all", read_matter_differences);
    t.add(facts::candidate_is_introduced_talent, "为引进人才", "经组织批准引进的人才",
          "whether brought in as talent by the organisation",
          [](const case_view& c) {
              return c.of_candidate(&cadre::introduced_talent, "introduced_talent");
          },
          {.dated = "undated"});
    t.add(facts::candidate_holds_emigration_restricted_post, "现任配偶移居限制岗位",
          "决定时在任职位中有限制配偶移居人员任职的岗位；职位未载明的，领导职务的情况不明，其他为否",
          "whether a post held at the decision is restricted for those whose family has emigrated; "
          "where the post does not say, unknown for a leading post and no for others",
          holds_restricted_post);
}

}  // namespace xuanren::detail
