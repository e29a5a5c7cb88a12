// include/xuanren/facts/career_of.hpp
#pragma once

#include <xuanren/facts/level_history.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace xuanren::detail {

/// Past so many doubts about a career it is not known, rather than tried out in every way.
inline constexpr std::size_t most_doubts = 8;

/// A candidate's whole career as one decision sees it 任职经历.
///
/// What may or may not lie before the decision, a tenure of the same month say, is in doubt; each
/// doubt is settled one way or the other by `settle`, and the facts that come out alike both ways
/// are known all the same.
struct career {
    bool has_tenures = false;  ///< the list of tenures is on file
    bool has_ranks = false;
    std::vector<service> services;  ///< in the order in which they began
    std::vector<rank_service> ranks;
    std::vector<truth*> doubts;  ///< the answers that `settle` fills in
    level_history levels;
    const service* main = nullptr;  ///< the main post held; null: none
    const rank_service* rank = nullptr;

    career() = default;
    career(const career&) = delete;
    career& operator=(const career&) = delete;

    /// Settles the doubts by the bits of `choice`.
    void settle(std::uint32_t choice, const interval<civil_date>& decided) {
        for (std::size_t i = 0; i < doubts.size(); ++i)
            *doubts[i] = (choice >> i & 1U) != 0 ? truth::yes : truth::no;
        levels = level_walk(services, decided).walk();
        main = nullptr;
        for (const service& s : services)
            if (s.visible == truth::yes && s.current == truth::yes && s.counts != truth::no &&
                (main == nullptr || !is_below(s, *main)))
                main = &s;
        rank = nullptr;
        for (const rank_service& r : ranks)
            if (r.visible == truth::yes && r.current == truth::yes) rank = &r;
    }

    /// Leaves nothing known.
    void forget() {
        has_tenures = false;
        has_ranks = false;
        services.clear();
        ranks.clear();
        doubts.clear();
    }

private:
    /// Of two posts held at once the higher is the main one, of equals the later.
    static bool is_below(const service& a, const service& b) {
        return b.level && (!a.level || *a.level < *b.level);
    }
};

/// The day by which things are put in order; what has none stands after what came before it.
[[nodiscard]] inline std::int64_t order_of(const known_days& since, std::int64_t otherwise) {
    return since ? since->low().day_number() : otherwise;
}

[[nodiscard]] inline known_days known_days_of(const field<day_span>& f) {
    if (f.has_value()) return interval<civil_date>(f->first, f->last);
    if (f.is_null()) return nullptr;
    return {};
}

/// The service that an earlier appointment of the dossier stands for.
[[nodiscard]] inline service service_by(const dossier& book, std::uint32_t index) {
    const appointment& a = book.appointments[index];
    service s;
    s.item = index;
    const std::uint32_t at = book.links.appointment_post[index];
    s.at = &book.posts[at];
    s.organisation = book.links.post_organisation[at];
    s.since = known_days_of(decision_of(a));
    s.until = nullptr;
    s.level = s.at->level;
    s.role = s.at->role;
    s.leading = is_leading(s.at->leading, s.at->role);
    const bool is_seconded = a.kind && *a.kind == kind::secondment;
    s.kind = is_seconded ? tenure_kind::secondment : tenure_kind::substantive;
    if (a.kind && *a.kind == kind::demotion) s.change = change::demotion;
    s.counts = to_truth(!is_seconded);
    return s;
}

/// Gathers the services and ranks of the candidate of one appointment.
class career_reader {
public:
    career_reader(const dossier& book, const occupancy& seats, std::uint32_t appointment,
                  const interval<civil_date>& decided, career& out)
        : book_(book), seats_(seats), index_(appointment), decided_(decided), out_(out) {}

    void read() {
        cadre_ = book_.links.appointment_candidate[index_];
        if (cadre_ == no_record) return;
        read_tenures();
        read_ranks();
        for (const std::uint32_t i : seats_.appointments_of(cadre_))
            if (i != index_) read_earlier(i);
        for (service& s : out_.services) {
            s.visible = began_before(s.since, decided_);
            // What ended before the decision began before it too, whatever its start.
            if (s.visible == truth::unknown && s.until && !(decided_.low() < s.until->high()))
                s.visible = truth::yes;
            s.current = held_on_eve(s.until, decided_);
        }
        for (rank_service& r : out_.ranks) {
            r.visible = began_before(r.since, decided_);
            r.current = held_on_eve(r.until, decided_);
        }
        put_in_order();
        for (service& s : out_.services) doubt(s.visible, s.current);
        for (rank_service& r : out_.ranks) doubt(r.visible, r.current);
    }

private:
    void read_tenures() {
        const auto& c = book_.cadres[cadre_];
        out_.has_tenures = c.tenures.has_value() || c.tenures.is_null();
        if (!c.tenures) return;
        const appointment& own = book_.appointments[index_];
        const std::uint32_t at = book_.links.appointment_post[index_];
        out_.services.reserve(c.tenures->size() + 2);
        for (std::size_t i = 0; i < c.tenures->size(); ++i) {
            const tenure& t = (*c.tenures)[i];
            const std::uint32_t post = book_.links.tenure_post[cadre_][i];
            if (at != no_record && post == at && is_carried_out_by(own, t)) continue;
            out_.services.push_back(
                service_of(t, i, book_, post, book_.links.tenure_organisation[cadre_][i]));
        }
    }

    void read_ranks() {
        const auto& c = book_.cadres[cadre_];
        out_.has_ranks = c.ranks.has_value() || c.ranks.is_null();
        if (!c.ranks) return;
        const appointment& own = book_.appointments[index_];
        out_.ranks.reserve(c.ranks->size() + 1);
        for (std::size_t i = 0; i < c.ranks->size(); ++i) {
            const rank_held& r = (*c.ranks)[i];
            if (own.to_rank && r.rank == own.to_rank && is_not_before(r.from, decided_)) continue;
            out_.ranks.push_back({&r, i, r.rank, known_days_of(r.from), known_days_of(r.to)});
        }
    }

    static bool is_not_before(const field<civil_date>& f, const interval<civil_date>& day) {
        return f && !(f->last_day() < day.low());
    }

    /// What another appointment of the same candidate, decided before this one, changed.
    void read_earlier(std::uint32_t i) {
        const appointment& a = book_.appointments[i];
        const known_days on = known_days_of(decision_of(a));
        if (!on || began_before(on, decided_) == truth::no) return;
        const std::uint32_t at = book_.links.appointment_post[i];
        const bool ends = ends_service(a);
        const auto& vacated = book_.links.appointment_vacates[i];
        for (service& s : out_.services) {
            if (s.until.has_value() || !s.since || less(*s.since, *on) != truth::yes) continue;
            const std::uint32_t post =
                s.at == nullptr ? no_record : static_cast<std::uint32_t>(s.at - book_.posts.data());
            const bool is_named = (post != no_record && std::find(vacated.begin(), vacated.end(),
                                                                  post) != vacated.end()) ||
                                  (ends && (at == no_record || at == post));
            if (!is_named) continue;
            const known_days effect = known_days_of(effect_of(a));
            s.until = effect ? effect : on;
        }
        if (at != no_record && !ends && !is_on_file(a, at))
            out_.services.push_back(service_by(book_, i));
        if (a.to_rank && !is_on_file(a)) {
            for (rank_service& r : out_.ranks)
                if (r.until.is_null()) r.until = on;
            out_.ranks.push_back({nullptr, i, a.to_rank, on, nullptr});
        }
    }

    [[nodiscard]] bool is_on_file(const appointment& a, std::uint32_t at) const {
        const auto& tenures = book_.cadres[cadre_].tenures;
        if (!tenures) return false;
        for (std::size_t i = 0; i < tenures->size(); ++i)
            if (book_.links.tenure_post[cadre_][i] == at && is_carried_out_by(a, (*tenures)[i]))
                return true;
        return false;
    }
    [[nodiscard]] bool is_on_file(const appointment& a) const {
        const auto& ranks = book_.cadres[cadre_].ranks;
        if (!ranks) return false;
        const auto on = decision_of(a);
        for (const rank_held& r : *ranks)
            if (r.rank == a.to_rank && r.from && !(r.from->last_day() < on->first)) return true;
        return false;
    }

    /// INVARIANT: the order of the records in the dossier does not matter, but among those that
    /// have no date.
    void put_in_order() {
        std::int64_t last = 0;
        keys_.clear();
        for (const service& s : out_.services) keys_.push_back(last = order_of(s.since, last));
        for (std::size_t i = 1; i < keys_.size(); ++i)
            for (std::size_t j = i; j > 0 && comes_before(j, j - 1); --j) {
                std::swap(out_.services[j], out_.services[j - 1]);
                std::swap(keys_[j], keys_[j - 1]);
            }
        std::stable_sort(out_.ranks.begin(), out_.ranks.end(),
                         [](const rank_service& a, const rank_service& b) {
                             return order_of(a.since, 0) < order_of(b.since, 0);
                         });
    }
    /// Of two that began together the higher stands first, so that the other is held beside it.
    [[nodiscard]] bool comes_before(std::size_t a, std::size_t b) const {
        if (keys_[a] != keys_[b]) return keys_[a] < keys_[b];
        const service& x = out_.services[a];
        const service& y = out_.services[b];
        return x.level && (!y.level || *y.level < *x.level);
    }

    /// READING: a rank or post that may not have begun is in doubt once, not twice.
    void doubt(truth& visible, truth& current) {
        if (visible == truth::unknown) out_.doubts.push_back(&visible);
        if (visible != truth::no && current == truth::unknown) out_.doubts.push_back(&current);
    }

    const dossier& book_;
    const occupancy& seats_;
    std::uint32_t index_;
    interval<civil_date> decided_;
    career& out_;
    std::uint32_t cadre_ = no_record;
    std::vector<std::int64_t> keys_;
};

}  // namespace xuanren::detail
