// include/xuanren/relations/occupancy.hpp
#pragma once

#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/holding.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// How many, where some are not certain 人数: between `certain` and `possible`.
struct head_count {
    std::int64_t certain = 0;
    std::int64_t possible = 0;

    void add(standing s) noexcept {
        certain += s == standing::yes;
        possible += s != standing::no;
    }
    friend bool operator==(const head_count&, const head_count&) = default;
};

/// Whether an appointment counts as carried out 是否视为已经生效.
enum class carried : std::uint8_t { by_its_day, yes, no };

/// The days, and the appointments taken as carried out, of a question about seats.
struct seat_moment {
    day_span days;
    std::uint32_t taking = no_record;   ///< the appointment that has just taken effect
    std::uint32_t without = no_record;  ///< an appointment left out of account
    bool after_all = false;             ///< all appointments have taken effect
    std::span<const carried> carried_out = {};  ///< by appointment; empty: each by its day
};

/// Who takes which seat when 职数占用: of all tenures and appointments of a dossier.
///
/// Seats of internal units count in the nearest organisation above that has an establishment. A
/// seat freed on the day it is filled is free; one freed a day later is not. Acting holders take
/// none unless it says so; seconded and other off-quota ones are left out only with their document.
/// An appointment that does not say what its candidate vacates leaves the old seats in doubt.
/// The dossier must outlive it.  Complexity: linear to build, a query linear in one establishment.
class occupancy {
public:
    explicit occupancy(const dossier& book) : book_(book), holdings_(detail::holdings_of(book)) {
        home_.resize(book.organisations.size(), no_record);
        for (std::uint32_t i = 0; i < home_.size(); ++i) home_[i] = find_home(i);
        by_home_.resize(book.organisations.size());
        by_cadre_.resize(book.cadres.size());
        for (std::uint32_t i = 0; i < holdings_.size(); ++i) {
            const std::uint32_t home = home_of(holdings_[i].organisation);
            if (home != no_record) by_home_[home].push_back(i);
            if (holdings_[i].organisation == no_record) enter_unplaced(i);
            if (holdings_[i].cadre != no_record) by_cadre_[holdings_[i].cadre].push_back(i);
        }
        gather_people();
        appointments_of_.resize(book.cadres.size());
        for (std::uint32_t i = 0; i < book.appointments.size(); ++i) {
            const std::uint32_t c = book.links.appointment_candidate[i];
            if (c != no_record) appointments_of_[c].push_back(i);
            if (const auto effect = detail::effect_of(book.appointments[i]))
                if (!last_effect_ || *last_effect_ < effect->last) last_effect_ = effect->last;
        }
    }

    /// The organisation whose establishment counts this one's seats: itself or the nearest above.
    [[nodiscard]] std::uint32_t home_of(std::uint32_t organisation) const noexcept {
        return organisation == no_record ? no_record : home_[organisation];
    }

    /// The version of an establishment in force throughout those days; null where none certainly
    /// is.
    [[nodiscard]] const establishment* in_force(std::uint32_t organisation,
                                                const day_span& days) const {
        if (organisation == no_record) return nullptr;
        const auto& versions = book_.organisations[organisation].establishments;
        if (!versions) return nullptr;
        const establishment* found = nullptr;
        for (const establishment& e : *versions) {
            if (!e.from) continue;
            if (days.first < e.from->last_day()) continue;
            const bool is_open = e.to.is_null() || (e.to && days.last < e.to->first_day());
            if (is_open) found = &e;
        }
        return found;
    }

    /// The line for seats of that level and role; null where the establishment has none.
    [[nodiscard]] static const seat* line_for(const establishment& e, level of,
                                              const field<role>& as) {
        const seat* any = nullptr;
        if (!e.seats) return nullptr;
        for (const seat& s : *e.seats) {
            if (!s.level || *s.level != of) continue;
            if (s.role && as && *s.role == *as) return &s;
            if (!s.role) any = &s;
        }
        return any;
    }

    /// Calls `visit(holding, standing)` for all who take, or may take, a seat of that level and role
    /// in the home organisation. Without a line the seats of that very role count.
    template <class Visit>
    void each_taker(std::uint32_t home, level of, const field<role>& as, const seat* line,
                    const establishment* e, const seat_moment& at, Visit visit) const {
        if (home == no_record) return;
        for (const std::uint32_t i : by_home_[home]) {
            const holding& h = holdings_[i];
            const standing kind = both(h.takes_seat, is_of_kind(h, of, as, line, e));
            if (kind == standing::no) continue;
            const standing s = both(kind, held(h, at));
            if (s != standing::no) visit(h, s);
        }
        // A leader whose organisation is not on file may sit here.
        for (const std::uint32_t i : unplaced(of)) {
            const holding& h = holdings_[i];
            const bool is_own =
                at.taking != no_record && h.cadre == book_.links.appointment_candidate[at.taking];
            if (is_own || is_of_kind(h, of, as, line, e) != standing::yes) continue;
            const standing s = both(standing::maybe, held(h, at));
            if (s != standing::no) visit(h, s);
        }
    }

    /// How many take a seat of that level and role in the home organisation, as tenures and the
    /// appointments in effect by then tell it.
    [[nodiscard]] head_count taken(std::uint32_t home, level of, const field<role>& as,
                                   const seat* line, const establishment* e,
                                   const seat_moment& at) const {
        head_count count;
        each_taker(home, of, as, line, e, at,
                   [&count](const holding&, standing s) { count.add(s); });
        return count;
    }

    /// The same by head: who takes two of the seats counts once.
    [[nodiscard]] head_count heads(std::uint32_t home, level of, const field<role>& as,
                                   const seat* line, const establishment* e,
                                   const seat_moment& at) const {
        std::vector<std::pair<std::uint32_t, standing>> all;
        each_taker(home, of, as, line, e, at,
                   [&all](const holding& h, standing s) { all.emplace_back(h.cadre, s); });
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        });
        head_count count;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (i == 0 || all[i].first == no_record || all[i].first != all[i - 1].first)
                count.add(all[i].second);
        return count;
    }

    /// How many persons belong to the home organisation on those days.
    [[nodiscard]] head_count people(std::uint32_t home, const seat_moment& at) const {
        head_count count;
        if (home == no_record) return count;
        for (const std::uint32_t c : people_[home]) count.add(belongs_to(home, c, at));
        return count;
    }

    /// Calls `visit(cadre, standing)` for all of the home organisation who hold, or may hold, one of
    /// these ranks on those days.
    template <class Visit>
    void each_ranked(std::uint32_t home, std::span<const rank> ranks, const seat_moment& at,
                     Visit visit) const {
        if (home == no_record) return;
        for (const std::uint32_t c : people_[home]) {
            const standing here = belongs_to(home, c, at);
            if (here == standing::no) continue;
            const standing s = both(here, detail::holds_rank(book_, c, appointments_of_[c], ranks,
                                                             at.days, at.taking));
            if (s != standing::no) visit(c, s);
        }
    }

    /// How many of the home organisation hold one of these ranks on those days.
    [[nodiscard]] head_count ranked(std::uint32_t home, std::span<const rank> ranks,
                                    const seat_moment& at) const {
        head_count count;
        each_ranked(home, ranks, at, [&count](std::uint32_t, standing s) { count.add(s); });
        return count;
    }

    [[nodiscard]] std::span<const holding> holdings() const noexcept { return holdings_; }
    /// The posts whose seats count in that organisation, by place in holdings().
    [[nodiscard]] std::span<const std::uint32_t> holdings_at(std::uint32_t home) const {
        return by_home_[home];
    }
    /// Whoever has held a post in that organisation, or is appointed there, by place in the dossier.
    [[nodiscard]] std::span<const std::uint32_t> people_of(std::uint32_t home) const {
        return people_[home];
    }
    /// The last day on which an appointment of the dossier takes effect; empty where none has one.
    [[nodiscard]] const std::optional<civil_date>& last_effect() const noexcept {
        return last_effect_;
    }
    /// The appointments of one cadre, by place in the dossier.
    [[nodiscard]] std::span<const std::uint32_t> appointments_of(std::uint32_t cadre) const {
        return appointments_of_[cadre];
    }
    /// The posts that one cadre holds or has held, by place in holdings().
    [[nodiscard]] std::span<const std::uint32_t> holdings_of(std::uint32_t cadre) const {
        return by_cadre_[cadre];
    }
    /// Whether a post is held on those days.
    [[nodiscard]] static standing is_held(const holding& h, const seat_moment& at) {
        return held(h, at);
    }
    /// Whether its holder is one of the organisation's people on those days, by that post; who gives
    /// it up for a rank stays one of them.
    [[nodiscard]] static standing belongs(const holding& h, const seat_moment& at) {
        return both(h.belongs, held(h, at, h.stays));
    }
    /// The holding that an appointment to a post makes; null for other appointments.
    [[nodiscard]] const holding* holding_by(std::uint32_t appointment) const {
        const std::uint32_t c = book_.links.appointment_candidate[appointment];
        if (c == no_record) return nullptr;
        for (const std::uint32_t i : by_cadre_[c])
            if (holdings_[i].appointment == appointment) return &holdings_[i];
        return nullptr;
    }

    /// The seats of that level taken at an organisation that is not on file, by place in holdings().
    [[nodiscard]] std::span<const std::uint32_t> unplaced(level of) const noexcept {
        return unplaced_[static_cast<std::size_t>(of)];
    }
    [[nodiscard]] const dossier& book() const noexcept { return book_; }

    /// Whether a holding is of the kind that a line counts; a line without role counts the roles
    /// that have no line of their own.
    [[nodiscard]] static standing is_of_kind(const holding& h, level of, const field<role>& as,
                                             const seat* line, const establishment* e) {
        if (h.level.is_null()) return standing::no;
        if (h.level && *h.level != of) return standing::no;
        const standing level_fits = h.level ? standing::yes : standing::maybe;
        const bool by_role = line == nullptr ? as.has_value() : line->role.has_value();
        if (by_role) {
            const role wanted = line == nullptr ? *as : *line->role;
            if (!h.role) return standing::maybe;
            return *h.role == wanted ? level_fits : standing::no;
        }
        if (e == nullptr || !e->seats) return level_fits;
        standing own_line = standing::no;
        for (const seat& s : *e->seats)
            if (s.role && s.level && *s.level == of)
                own_line = either(own_line, !h.role              ? standing::maybe
                                            : *h.role == *s.role ? standing::yes
                                                                 : standing::no);
        return both(level_fits, opposite(own_line));
    }

private:
    [[nodiscard]] std::uint32_t find_home(std::uint32_t i) const noexcept {
        for (; i != no_record; i = book_.links.organisation_parent[i]) {
            const auto& versions = book_.organisations[i].establishments;
            if (versions && !versions->empty()) return i;
        }
        return no_record;
    }

    void enter_unplaced(std::uint32_t i) {
        const holding& h = holdings_[i];
        if (h.takes_seat == standing::yes && h.level)
            unplaced_[static_cast<std::size_t>(*h.level)].push_back(i);
    }

    /// Whoever has held a post at each organisation, or is appointed there.
    void gather_people() {
        people_.resize(by_home_.size());
        for (std::uint32_t home = 0; home < people_.size(); ++home)
            for (const std::uint32_t i : by_home_[home])
                if (holdings_[i].cadre != no_record) people_[home].push_back(holdings_[i].cadre);
        for (std::uint32_t a = 0; a < book_.appointments.size(); ++a) {
            const std::uint32_t home = home_of(book_.links.appointment_organisation[a]);
            const std::uint32_t c = book_.links.appointment_candidate[a];
            if (home != no_record && c != no_record) people_[home].push_back(c);
        }
        for (auto& list : people_) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
    }

    /// Whether a cadre is one of the home organisation's people; who gives up a post for a rank
    /// stays one of them, and so is whoever is being promoted to a rank there.
    [[nodiscard]] standing belongs_to(std::uint32_t home, std::uint32_t cadre,
                                      const seat_moment& at) const {
        if (at.taking != no_record && book_.links.appointment_candidate[at.taking] == cadre &&
            home_of(book_.links.appointment_organisation[at.taking]) == home)
            return standing::yes;
        standing out = standing::no;
        for (const std::uint32_t i : by_cadre_[cadre]) {
            const holding& h = holdings_[i];
            if (h.belongs != standing::no && home_of(h.organisation) == home)
                out = either(out, held(h, at, h.stays));
        }
        return out;
    }

    /// Whether the post is held on those days.
    [[nodiscard]] static standing held(const holding& h, const seat_moment& at,
                                       bool stays = false) {
        const auto has_come_by = [&at](std::uint32_t a, const field<day_span>& date) {
            if (a != no_record && (a == at.taking || at.after_all)) return standing::yes;
            if (a != no_record && !at.carried_out.empty() &&
                at.carried_out[a] != carried::by_its_day)
                return standing_of(at.carried_out[a] == carried::yes);
            return has_come(date, at.days);
        };
        // What an appointment left out of account made does not stand.
        if (h.appointment != no_record && h.appointment == at.without) return standing::no;
        const standing begun = has_come_by(h.appointment, h.since);
        standing over = has_come(h.until, at.days);
        if (!stays && h.vacated_by != no_record && h.vacated_by != at.without) {
            const standing left = has_come_by(h.vacated_by, h.vacated);
            over = either(over, h.is_vacating_certain ? left : both(left, standing::maybe));
        }
        return both(begun, opposite(over));
    }

    const dossier& book_;
    std::vector<holding> holdings_;
    std::vector<std::uint32_t> home_;
    std::array<std::vector<std::uint32_t>, std::size(words_of<level>::list)> unplaced_;  ///< by level
    std::vector<std::vector<std::uint32_t>> by_home_, by_cadre_, people_, appointments_of_;
    std::optional<civil_date> last_effect_;
};

}  // namespace xuanren
