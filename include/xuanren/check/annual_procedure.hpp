// include/xuanren/check/annual_procedure.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

enum class step_count_as : std::uint8_t { done, not_done, unknown };

/// One step of a procedure as the figures count it: done, stated as not done, or neither.
struct counted_step {
    std::string_view code;
    step_count_as as = step_count_as::unknown;
};

/// Counts the steps of one procedure 程序环节; what is dated after `on` has not been done by then.
class step_counter {
public:
    step_counter(const field<procedure>& p, const std::optional<civil_date>& on) : p_(p), on_(on) {}

    [[nodiscard]] std::vector<counted_step> count() {
        dated("analysis", &procedure::analysis);
        dated("motion", &procedure::motion);
        part("recommendation_talks", &procedure::recommendation, &recommendation::talks,
             &recommendation_talks::from);
        part("recommendation_meeting", &procedure::recommendation, &recommendation::meeting,
             &recommendation_meeting::on);
        dated("candidates", &procedure::candidates);
        add("inspection", state_of(&procedure::inspection, &inspection::from));
        dated("archive_review", &procedure::archive_review);
        dated("personal_matters_check", &procedure::personal_matters_check);
        dated("integrity_opinion", &procedure::integrity_opinion);
        dated("petition_check", &procedure::petition_check);
        dated("integrity_conclusion", &procedure::integrity_conclusion);
        add("audit", audit_state());
        dated("consultation", &procedure::consultation);
        dated("discussion", &procedure::discussion);
        add("notice", state_of(&procedure::notice, &notice::from));
        dated("appointment", &procedure::appointment);
        dated("talk", &procedure::talk);
        dated("filing", &procedure::filing);
        add("record_book", record_book_state());
        return std::move(out_);
    }

private:
    void add(std::string_view code, step_count_as as) { out_.push_back({code, as}); }

    [[nodiscard]] step_count_as by_day(const field<civil_date>& day) const {
        const bool is_later = on_ && day && *on_ < day->first_day();
        return is_later || day.is_null() ? step_count_as::not_done : step_count_as::done;
    }
    template <class Step, class Whole>
    [[nodiscard]] step_count_as state_in(const field<Whole>& whole, field<Step> Whole::*step,
                                         field<civil_date> Step::*day) const {
        if (!whole) return whole.is_null() ? step_count_as::not_done : step_count_as::unknown;
        const field<Step>& s = (*whole).*step;
        if (!s) return s.is_null() ? step_count_as::not_done : step_count_as::unknown;
        return by_day((*s).*day);
    }
    template <class Step>
    [[nodiscard]] step_count_as state_of(field<Step> procedure::*step,
                                         field<civil_date> Step::*day) const {
        return state_in(p_, step, day);
    }
    template <class Step>
    void dated(std::string_view code, field<Step> procedure::*step) {
        add(code, state_of(step, &Step::on));
    }
    template <class Whole, class Step>
    void part(std::string_view code, field<Whole> procedure::*whole, field<Step> Whole::*step,
              field<civil_date> Step::*day) {
        if (!p_) return add(code, p_.is_null() ? step_count_as::not_done : step_count_as::unknown);
        add(code, state_in((*p_).*whole, step, day));
    }
    /// An audit that was not required is none that is lacking: it counts as not done.
    [[nodiscard]] step_count_as audit_state() const {
        if (p_ && p_->audit && p_->audit->on.is_unknown())
            return p_->audit->required && !*p_->audit->required ? step_count_as::not_done
                                                                : step_count_as::unknown;
        return state_of(&procedure::audit, &audit::on);
    }
    [[nodiscard]] step_count_as record_book_state() const {
        if (!p_) return p_.is_null() ? step_count_as::not_done : step_count_as::unknown;
        const auto& b = p_->record_book;
        if (b.is_null()) return step_count_as::not_done;
        if (!b || !b->complete) return step_count_as::unknown;
        return *b->complete ? step_count_as::done : step_count_as::not_done;
    }

    const field<procedure>& p_;
    const std::optional<civil_date>& on_;
    std::vector<counted_step> out_;
};

/// Adds one procedure to the counts; the first one makes the rows.
inline void count_steps(const appointment& a, const std::optional<civil_date>& on,
                        std::vector<annual_step>& into) {
    std::vector<counted_step> steps = step_counter(a.procedure, on).count();
    steps.push_back({"probation", a.probation             ? step_count_as::done
                                  : a.probation.is_null() ? step_count_as::not_done
                                                          : step_count_as::unknown});
    if (into.empty())
        for (const counted_step& s : steps) into.push_back({std::string(s.code), 0, 0, 0});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        annual_step& row = into[i];
        ++(steps[i].as == step_count_as::done       ? row.done
           : steps[i].as == step_count_as::not_done ? row.not_done
                                                    : row.not_on_record);
    }
}

/// Enters one discussion among the meetings: those of one day and one body are one meeting.
inline void count_meeting(const field<procedure>& p, std::vector<annual_meeting>& into) {
    if (!p || !p->discussion) return;
    const discussion& d = *p->discussion;
    annual_meeting one;
    if (d.on) one.on = xuanren::days_of(*d.on);
    if (d.body) one.body = *d.body;
    for (annual_meeting& m : into)
        if (m.on == one.on && m.body == one.body) {
            ++m.appointments;
            return;
        }
    one.appointments = 1;
    into.push_back(std::move(one));
}

/// What one appointment reported beforehand, by matter.
inline void count_reports(const appointment& a, std::size_t at, annual_figures& out) {
    if (a.prior_reports.is_unknown()) {
        ++out.prior_reports_not_on_record;
        return;
    }
    if (!a.prior_reports || a.prior_reports->empty()) {
        ++out.no_prior_report;
        return;
    }
    for (const prior_report& r : *a.prior_reports) {
        const report_matter matter = r.matter ? *r.matter : report_matter::other;
        auto row = std::find_if(out.matters.begin(), out.matters.end(),
                                [&](const annual_matter& m) { return m.matter == matter; });
        if (row == out.matters.end())
            row = out.matters.insert(out.matters.end(), annual_matter{matter, 0, 0, 0, 0, {}});
        row->reported += r.reported.has_value();
        ++(r.approved ? row->approved : r.approved.is_null() ? row->not_approved : row->open);
        if (row->appointments.empty() || row->appointments.back() != at)
            row->appointments.push_back(at);
    }
}

/// How an approval stands to the discussion that it was asked for.
[[nodiscard]] inline approval_order order_of(const exceptional_request& r,
                                             const std::optional<interval<civil_date>>& decided) {
    if (r.approved.is_null()) return approval_order::not_approved;
    if (!r.approved || !decided) return approval_order::unknown;
    const interval<civil_date> approved = xuanren::days_of(*r.approved);
    if (less(approved, *decided) == truth::yes) return approval_order::before;
    if (less(*decided, approved) == truth::yes) return approval_order::after;
    return approved.is_exact() && approved == *decided ? approval_order::on_the_day
                                                       : approval_order::unknown;
}

}  // namespace xuanren::detail
