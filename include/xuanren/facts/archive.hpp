// include/xuanren/facts/archive.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// A review of the cadre's archive as the decision sees it.
struct seen_archive_review {
    truth is_there = truth::unknown;
    const field<civil_date>* on = nullptr;
    const field<archive_finding>* finding = nullptr;
    provenance source;
};

/// READING: the procedure's own review speaks first, it was made for this appointment; the
/// personal record stands in where the procedure says nothing.
[[nodiscard]] inline seen_archive_review archive_review_of(const case_view& c) {
    seen_archive_review out;
    if (const archive_check* check = c.step_of(&procedure::archive_review)) {
        out.on = &check->on;
        out.finding = &check->finding;
        out.source = c.at_procedure("archive_review");
        out.is_there = c.is_seen(check->on);
        return out;
    }
    const auto& p = c.appointment().procedure;
    if (p && p->archive_review.is_null()) {
        out.is_there = truth::no;
        out.source = c.at_procedure("archive_review");
        return out;
    }
    out.source = c.at_candidate("archive");
    if (c.candidate() == nullptr) return out;
    const auto& review = c.candidate()->archive;
    if (!review) return out;
    out.on = &review->reviewed;
    out.finding = &review->finding;
    out.is_there = c.is_seen(review->reviewed);
    return out;
}

/// The cadre's archive 干部人事档案: whether it was reviewed before the decision, and what was found.
inline void add_archive_facts(fact_table& t) {
    t.add(facts::candidate_has_archive_review, "档案已审核",
          "决定时干部人事档案已经审核；任免程序载明未审核的为否",
          "whether the archive was reviewed by the decision; no where the procedure says it was not",
          [](const case_view& c) -> reading {
              const seen_archive_review r = archive_review_of(c);
              return {value(r.is_there), r.source};
          });
    t.add(facts::candidate_archive_reviewed_on, "人选档案审核日", "决定以前审核干部人事档案之日",
          "day of the archive review before the decision",
          [](const case_view& c) -> reading {
              const seen_archive_review r = archive_review_of(c);
              return {r.on != nullptr ? held_in(*r.on) : value(), r.source};
          },
          {.guard = facts::candidate_has_archive_review});
    t.add(facts::candidate_archive_finding, "档案审核结论",
          "决定以前审核干部人事档案的结论", "what the archive review before the decision found",
          [](const case_view& c) -> reading {
              const seen_archive_review r = archive_review_of(c);
              return {r.finding != nullptr ? held_in(*r.finding) : value(), r.source};
          },
          {.guard = facts::candidate_has_archive_review});
}

}  // namespace xuanren::detail
