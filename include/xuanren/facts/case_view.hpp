// include/xuanren/facts/case_view.hpp
#pragma once

#include <xuanren/facts/career_of.hpp>
#include <xuanren/facts/derivation.hpp>
#include <xuanren/facts/reading.hpp>
#include <xuanren/facts/steps.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace xuanren {

class kin_context;

namespace detail {
struct record_lists;
}

/// One appointment as its decision sees it 一件任免: what the readers of facts are given.
///
/// Tenures and ranks that begin strictly before the decision are seen, all other records dated up
/// to and including it. The dossier and what was prepared of it must outlive the view.
class case_view {
public:
    case_view(const dossier& book, const occupancy& seats, const kin_context& kin,
              std::size_t appointment, const review_scope& scope,
              const detail::record_lists& records)
        : book_(book),
          seats_(seats),
          kin_(kin),
          records_(records),
          index_(static_cast<std::uint32_t>(appointment)),
          scope_(scope),
          decided_(decision_date(book, appointment, scope.on)),
          steps_(dates_of_steps(book, appointment, scope)) {
        const auto& links = book.links;
        candidate_ = links.appointment_candidate[index_];
        post_ = links.appointment_post[index_];
    }

    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] const occupancy& seats() const noexcept { return seats_; }
    [[nodiscard]] const kin_context& kin() const noexcept { return kin_; }
    [[nodiscard]] const detail::record_lists& records() const noexcept { return records_; }
    [[nodiscard]] const xuanren::appointment& appointment() const noexcept {
        return book_.appointments[index_];
    }
    [[nodiscard]] std::uint32_t index() const noexcept { return index_; }
    /// Null where the candidate is not in the document.
    [[nodiscard]] const cadre* candidate() const noexcept {
        return candidate_ == no_record ? nullptr : &book_.cadres[candidate_];
    }
    [[nodiscard]] std::uint32_t candidate_index() const noexcept { return candidate_; }
    /// Null where there is no post, or where it is not in the document.
    [[nodiscard]] const xuanren::post* post() const noexcept {
        return post_ == no_record ? nullptr : &book_.posts[post_];
    }
    [[nodiscard]] std::uint32_t post_index() const noexcept { return post_; }
    /// The day of the decision; empty where there is none.
    [[nodiscard]] const std::optional<interval<civil_date>>& decided() const noexcept {
        return decided_;
    }
    [[nodiscard]] const step_dates& steps() const noexcept { return steps_; }
    /// As of when, and how far, the review looks.
    [[nodiscard]] const review_scope& scope() const noexcept { return scope_; }

    /// The organisation of the post, else the one named, else that of the candidate's main post.
    [[nodiscard]] std::uint32_t organisation() const {
        if (post_ != no_record) return book_.links.post_organisation[post_];
        const std::uint32_t named = book_.links.appointment_organisation[index_];
        if (named != no_record || !appointment().post.is_null()) return named;
        const detail::career* c = career();
        return c == nullptr || c->main == nullptr ? no_record : c->main->organisation;
    }

    /// The candidate's career before the decision; null without candidate or decision date.
    [[nodiscard]] const detail::career* career() const {
        if (!career_read_) {
            career_read_ = true;
            if (decided_ && candidate_ != no_record) {
                career_.emplace();
                detail::career_reader(book_, seats_, index_, *decided_, *career_).read();
                if (career_->doubts.size() > detail::most_doubts) career_->forget();
                career_->settle(0, *decided_);
            }
        }
        return career_ ? &*career_ : nullptr;
    }

    /// The number of open doubts about the career that the facts read so far asked for.
    [[nodiscard]] std::size_t doubts() const noexcept {
        return career_ ? career_->doubts.size() : 0;
    }
    /// Settles the doubts by the bits of `choice`.  Requires: doubts() > 0.
    void settle(std::uint32_t choice) { career_->settle(choice, *decided_); }

    /// Whether a record with that date is seen by the decision, or by another day.
    [[nodiscard]] static truth is_seen(const field<civil_date>& on,
                                       const std::optional<interval<civil_date>>& by) {
        if (!on || !by) return truth::unknown;
        return less_equal(days_of(*on), *by);
    }
    [[nodiscard]] truth is_seen(const field<civil_date>& on) const { return is_seen(on, decided_); }

    // Where things stand in the document.
    [[nodiscard]] provenance at_candidate(const char* key) const noexcept {
        return {"cadres", static_cast<int>(candidate_), nullptr, -1, key};
    }
    [[nodiscard]] provenance at_post(const char* key) const noexcept {
        return {"posts", static_cast<int>(post_), nullptr, -1, key};
    }
    [[nodiscard]] provenance at_appointment(const char* key) const noexcept {
        return {"appointments", static_cast<int>(index_), nullptr, -1, key};
    }
    [[nodiscard]] provenance at_procedure(const char* key) const noexcept {
        return {"appointments", static_cast<int>(index_), "procedure", -1, key};
    }

    /// A field of the candidate.
    template <class T>
    [[nodiscard]] reading of_candidate(field<T> cadre::*key, const char* name) const {
        if (candidate() == nullptr) return {};
        return {detail::held_in(candidate()->*key), at_candidate(name)};
    }
    /// A field of the post; `without` where there is no post.
    template <class T>
    [[nodiscard]] reading of_post(field<T> xuanren::post::*key, const char* name,
                                  value without = {}) const {
        if (post() == nullptr)
            return {appointment().post.is_null() ? std::move(without) : value(),
                    at_appointment("post")};
        return {detail::held_in(post()->*key), at_post(name)};
    }
    /// Whether the procedure has a step; unknown where that is not on file.
    template <class Step>
    [[nodiscard]] reading has_step(field<Step> procedure::*step, const char* name) const {
        const auto& p = appointment().procedure;
        return {p ? detail::has_one((*p).*step) : value(), at_procedure(name)};
    }
    /// The step itself; null where it was not done or is not on file.
    template <class Step>
    [[nodiscard]] const Step* step_of(field<Step> procedure::*step) const noexcept {
        const auto& p = appointment().procedure;
        return p && (*p).*step ? &*((*p).*step) : nullptr;
    }
    /// A field of a step of the procedure.
    template <class Step, class T>
    [[nodiscard]] reading of_step(field<Step> procedure::*step, field<T> Step::*key,
                                  const char* name) const {
        const Step* s = step_of(step);
        return {s != nullptr ? detail::held_in(s->*key) : value(), at_procedure(name)};
    }
    /// Whether a field of a step that may be none is there; no where the step was not done.
    template <class Step, class T>
    [[nodiscard]] reading has_in_step(field<Step> procedure::*step, field<T> Step::*key,
                                      const char* name) const {
        const auto& p = appointment().procedure;
        if (!p) return {{}, at_procedure(name)};
        const auto& s = (*p).*step;
        if (!s) return {detail::has_one(s), at_procedure(name)};
        return {detail::has_one((*s).*key), at_procedure(name)};
    }

private:
    const dossier& book_;
    const occupancy& seats_;
    const kin_context& kin_;
    const detail::record_lists& records_;
    std::uint32_t index_;
    std::uint32_t candidate_ = no_record;
    std::uint32_t post_ = no_record;
    review_scope scope_;
    std::optional<interval<civil_date>> decided_;
    step_dates steps_;
    mutable std::optional<detail::career> career_;
    mutable bool career_read_ = false;
};

}  // namespace xuanren
