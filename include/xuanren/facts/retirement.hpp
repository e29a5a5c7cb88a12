// include/xuanren/facts/retirement.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

#include <algorithm>
#include <optional>

namespace xuanren::detail {

/// A field of the retirement that is asked for; unknown where there is none.
template <class T>
[[nodiscard]] reading of_retirement(const case_view& c, field<T> retirement::*key,
                                    const char* name) {
    const auto& r = c.appointment().retirement;
    return {r ? held_in((*r).*key) : value(), c.at_appointment(name)};
}
template <class T>
[[nodiscard]] reading has_in_retirement(const case_view& c, field<T> retirement::*key,
                                        const char* name) {
    const auto& r = c.appointment().retirement;
    return {r ? has_one((*r).*key) : has_one(r), c.at_appointment(name)};
}

/// What the paper of the file that was written first gives as date of birth; null where no paper
/// is listed, or where it is not clear which came first.
[[nodiscard]] inline const born_document* first_paper(const cadre& who) {
    if (!who.born_documents || who.born_documents->empty()) return nullptr;
    const born_document* first = nullptr;
    for (const born_document& d : *who.born_documents) {
        if (!d.on) return nullptr;
        if (first == nullptr || xuanren::days_of(*d.on).low() < xuanren::days_of(*first->on).low())
            first = &d;
    }
    for (const born_document& d : *who.born_documents)
        if (&d != first && less(xuanren::days_of(*first->on), xuanren::days_of(*d.on)) !=
                               truth::yes)
            return nullptr;
    return first;
}

/// Whether every paper, and the date on file, can mean the same day.
[[nodiscard]] inline reading do_papers_agree(const case_view& c) {
    const cadre* who = c.candidate();
    const provenance source = c.at_candidate("born_documents");
    if (who == nullptr || who->born_documents.is_unknown()) return {{}, source};
    std::optional<interval<civil_date>> common;
    truth out = truth::yes;
    const auto take = [&](const field<civil_date>& born) {
        if (!born) {
            out = out & truth::unknown;
            return;
        }
        const interval<civil_date> days = xuanren::days_of(*born);
        if (common && (common->high() < days.low() || days.high() < common->low()))
            out = truth::no;
        else
            common = common ? interval<civil_date>(std::max(common->low(), days.low()),
                                                   std::min(common->high(), days.high()))
                            : days;
    };
    if (!who->born.is_unknown()) take(who->born);
    if (who->born_documents)
        for (const born_document& d : *who->born_documents) take(d.born);
    return {value(out), source};
}

/// Birth as the file tells it, age group and retirement 出生时间、退休类别与退休办理.
inline void add_retirement_facts(fact_table& t) {
    using types::date;
    const fact_notes undated{.dated = "undated"};
    t.add(
        facts::candidate_has_born_documents, "出生时间材料已载明",
        "卷宗列有记载出生时间的档案材料；不会不明",
        "whether papers on the birth are listed; never unknown",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {value(who != nullptr && who->born_documents && !who->born_documents->empty()),
                    c.at_candidate("born_documents")};
        },
        undated);
    t.add(
        facts::candidate_earliest_recorded_born, "最早材料所载出生日期",
        "最先形成的档案材料所记载的出生日期",
        "date of birth in the paper of the file that was written first",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            const born_document* d = who != nullptr ? first_paper(*who) : nullptr;
            return {d != nullptr ? held_in(d->born) : value(), c.at_candidate("born_documents")};
        },
        {.guard = facts::candidate_has_born_documents, .dated = "undated"});
    t.add(facts::candidate_born_documents_agree, "出生时间记载一致",
          "各份材料与登记的出生日期可以是同一天；未列材料的不明",
          "whether all papers and the date on file can mean the same day; unknown without papers",
          do_papers_agree, undated);
    t.add(
        facts::candidate_retirement_category_stated, "退休类别已载明",
        "载有退休类别；不会不明", "whether the age group is on file; never unknown",
        [](const case_view& c) -> reading {
            const cadre* who = c.candidate();
            return {value(who != nullptr && who->retirement_category.has_value()),
                    c.at_candidate("retirement_category")};
        },
        undated);
    t.add(
        facts::candidate_retirement_category, "载明的退休类别",
        "载明的退休类别", "age group of retirement as recorded",
        [](const case_view& c) {
            return c.of_candidate(&cadre::retirement_category, "retirement_category");
        },
        undated);
    t.add(
        facts::appointment_has_retirement, "载有退休办理情况", "载有退休方式、申请和批准",
        "whether it is on file how the retirement was arranged",
        [](const case_view& c) -> reading {
            return {has_one(c.appointment().retirement), c.at_appointment("retirement")};
        },
        undated);
    t.add(
        facts::retirement_way, "退休方式", "退休方式", "way of retirement",
        [](const case_view& c) { return of_retirement(c, &retirement::way, "retirement/way"); },
        {.guard = facts::appointment_has_retirement, .dated = "undated"});
    t.add(
        facts::retirement_has_applied_on, "本人已申请退休", "载有本人申请日",
        "whether the person applied",
        [](const case_view& c) {
            return has_in_retirement(c, &retirement::applied, "retirement/applied");
        },
        undated);
    t.add(
        facts::retirement_applied_on, "申请退休日", "本人申请退休之日",
        "the day of the application",
        [](const case_view& c) {
            return of_retirement(c, &retirement::applied, "retirement/applied");
        },
        {.guard = facts::retirement_has_applied_on, .dated = "undated"});
    t.add(
        facts::retirement_has_approved_on, "退休已批准", "载有批准日",
        "whether it was approved",
        [](const case_view& c) {
            return has_in_retirement(c, &retirement::approved, "retirement/approved");
        },
        undated);
    t.add(
        facts::retirement_approved_on, "退休批准日", "任免机关批准之日",
        "the day of the approval",
        [](const case_view& c) {
            return of_retirement(c, &retirement::approved, "retirement/approved");
        },
        {.guard = facts::retirement_has_approved_on, .dated = "undated"});
}

}  // namespace xuanren::detail
