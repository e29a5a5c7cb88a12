// include/xuanren/relations/seat_ledger.hpp
#pragma once

#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/relations/seat_counts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// Seats as appointments are carried out one after another 职数流水.
///
/// It opens on a day with none of the dossier's appointments in effect; `apply` and `undo` carry
/// them out and take them back, in any order. What stands then is what occupancy counts anew for
/// the same appointments (seat_moment::carried_out), save that leaders whose organisation is not on
/// file are not counted anywhere. The establishments in force on the opening day count throughout.
/// The dossier and its occupancy must outlive it.
/// Complexity: linear in what these organisations hold to open; an appointment takes as long as the posts that it fills and vacates,
/// and allocates nothing.
class seat_ledger {
public:
    /// Of every organisation.
    seat_ledger(const occupancy& seats, const day_span& on)
        : seat_ledger(seats, on, every_organisation(seats.book())) {}

    /// Of these organisations alone.
    seat_ledger(const occupancy& seats, const day_span& on, std::span<const std::uint32_t> homes)
        : on_(on) {
        const dossier& book = seats.book();
        std::vector<std::pair<std::uint32_t, std::uint32_t>> touched;
        is_applied_.assign(book.appointments.size(), 0);
        for (const std::uint32_t home : homes) {
            const establishment* e = seats.in_force(home, on);
            if (e == nullptr || !e->seats) continue;
            const auto first = static_cast<std::uint32_t>(counts_.rows().size());
            open_rows(seats, home, *e);
            for (const std::uint32_t i : seats.holdings_at(home)) enter(seats, i, first, *e, touched);
        }
        start_.assign(book.appointments.size() + 1, 0);
        for (const auto& [appointment, each] : touched) ++start_[appointment + 1];
        std::partial_sum(start_.begin(), start_.end(), start_.begin());
        touches_.resize(touched.size());
        std::vector<std::uint32_t> next(start_);
        for (const auto& [appointment, each] : touched) touches_[next[appointment]++] = each;
        group_people();
        set_in_order();
        shorten();
    }

    /// An appointment takes effect: its candidate comes, and leaves what it vacates.
    void apply(std::uint32_t appointment) noexcept { set(appointment, true); }
    /// It is taken back.
    void undo(std::uint32_t appointment) noexcept { set(appointment, false); }
    [[nodiscard]] bool is_applied(std::uint32_t appointment) const noexcept {
        return is_applied_[appointment] != 0;
    }

    /// Calls `visit(row)` for each row that an appointment may change, some of them twice.
    template <class Visit>
    void each_row(std::uint32_t appointment, Visit visit) const {
        for (std::uint32_t t = start_[appointment]; t < start_[appointment + 1]; ++t)
            visit(changes_[t].row);
    }

    [[nodiscard]] const seat_counts& counts() const noexcept { return counts_; }
    /// The organisations over their quota now, in no order of their own 超职数机构.
    [[nodiscard]] std::span<const std::uint32_t> over() const noexcept { return counts_.over(); }

private:
    static constexpr std::uint32_t makes = 1u << 31;  ///< marks a touch that begins a holding

    /// One holding on one row.
    struct cell {
        std::uint32_t row;
        std::uint32_t group = no_record;  ///< of one person's several cells on one row
        standing kind;                    ///< whether it takes a seat of the row
        standing begun;
        standing ended;   ///< by its own end on file
        standing leaves;  ///< what the appointment that vacates it makes of it
        bool is_left = false;
        standing now = standing::no;  ///< what it adds to the row
    };
    /// What an appointment does to a row; `of` is the cell where it depends on others as well.
    struct touch {
        std::uint32_t row, of;
        standing before, after;
    };
    struct group {
        std::int32_t certain = 0, possible = 0;

        /// Of so many posts of one person, those beside the first.
        [[nodiscard]] static std::int32_t beside(std::int32_t posts) noexcept {
            return posts > 0 ? posts - 1 : 0;
        }
    };

    [[nodiscard]] static std::vector<std::uint32_t> every_organisation(const dossier& book) {
        std::vector<std::uint32_t> out(book.organisations.size());
        std::iota(out.begin(), out.end(), 0u);
        return out;
    }

    /// The lines of the establishment, and what leaders of the organisation hold beside them.
    void open_rows(const occupancy& seats, std::uint32_t home, const establishment& e) {
        const auto first = static_cast<std::ptrdiff_t>(counts_.rows().size());
        for (const seat& s : *e.seats)
            if (s.level)
                counts_.add_row({home, *s.level, s.role, &s,
                                 s.count ? std::optional(*s.count) : std::nullopt});
        for (const std::uint32_t i : seats.holdings_at(home)) {
            const holding& h = seats.holdings()[i];
            if (h.takes_seat == standing::no || !h.level || !h.role) continue;
            if (*h.role != role::principal && *h.role != role::deputy) continue;
            const auto rows = counts_.rows();
            if (std::none_of(rows.begin() + first, rows.end(), [&](const seat_row& r) {
                    return r.level == *h.level && (!r.role || *r.role == *h.role);
                }))
                counts_.add_row({home, *h.level, h.role, nullptr, 0});
        }
    }

    void enter(const occupancy& seats, std::uint32_t i, std::uint32_t first, const establishment& e,
               std::vector<std::pair<std::uint32_t, std::uint32_t>>& touched) {
        const holding& h = seats.holdings()[i];
        if (h.takes_seat == standing::no) return;
        const std::span<const seat_row> rows = counts_.rows();
        for (auto r = first; r < rows.size(); ++r) {
            const standing kind = both(
                h.takes_seat, occupancy::is_of_kind(h, rows[r].level, rows[r].role, rows[r].line, &e));
            if (kind == standing::no) continue;
            cell c{};
            c.row = r;
            c.kind = kind;
            c.begun = h.appointment != no_record ? standing::no : has_come(h.since, on_);
            c.ended = has_come(h.until, on_);
            c.leaves = h.is_vacating_certain ? standing::yes : standing::maybe;
            const auto at = static_cast<std::uint32_t>(cells_.size());
            if (h.appointment != no_record) touched.emplace_back(h.appointment, at | makes);
            if (h.vacated_by != no_record) touched.emplace_back(h.vacated_by, at);
            c.now = standing_of_cell(c);
            counts_.change(r, standing::no, c.now);
            cells_.push_back(c);
            cadres_.push_back(h.cadre);
        }
    }

    /// Joins the cells of each person on each row, where there are several.
    void group_people() {
        std::vector<std::uint32_t> order(cells_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            if (cells_[a].row != cells_[b].row) return cells_[a].row < cells_[b].row;
            return cadres_[a] != cadres_[b] ? cadres_[a] < cadres_[b] : a < b;
        });
        for (std::size_t i = 0; i < order.size();) {
            std::size_t end = i + 1;
            while (end < order.size() && cells_[order[end]].row == cells_[order[i]].row &&
                   cadres_[order[end]] == cadres_[order[i]])
                ++end;
            if (end - i > 1 && cadres_[order[i]] != no_record) {
                const auto g = static_cast<std::uint32_t>(groups_.size());
                groups_.emplace_back();
                for (std::size_t k = i; k < end; ++k) {
                    cell& c = cells_[order[k]];
                    c.group = g;
                    shift(c, standing::no, c.now);
                }
            }
            i = end;
        }
        cadres_ = {};
    }

    /// Keeps the cells that appointments touch, in the order in which they do.
    void set_in_order() {
        std::vector<std::uint32_t> place(cells_.size(), no_record);
        std::vector<cell> kept;
        kept.reserve(std::min(cells_.size(), touches_.size()));
        for (std::uint32_t& t : touches_) {
            std::uint32_t& at = place[t & ~makes];
            if (at == no_record) {
                at = static_cast<std::uint32_t>(kept.size());
                kept.push_back(cells_[t & ~makes]);
            }
            t = at | (t & makes);
        }
        cells_ = std::move(kept);
    }

    [[nodiscard]] static standing standing_of_cell(const cell& c) noexcept {
        const standing over = c.is_left ? either(c.ended, c.leaves) : c.ended;
        return both(c.kind, both(c.begun, opposite(over)));
    }

    /// Where a cell hangs on one appointment alone, its change is always the same one.
    void shorten() {
        std::vector<std::uint32_t> touches_of(cells_.size(), 0);
        for (const std::uint32_t t : touches_) ++touches_of[t & ~makes];
        changes_.reserve(touches_.size());
        for (const std::uint32_t t : touches_) {
            cell after = cells_[t & ~makes];
            turn(after, t, true);
            const standing to = standing_of_cell(after);
            const bool is_alone = touches_of[t & ~makes] == 1 && after.group == no_record;
            changes_.push_back({after.row, is_alone ? no_record : t, after.now, to});
        }
        touches_ = {};
    }

    static void turn(cell& c, std::uint32_t touch, bool is_on) noexcept {
        if ((touch & makes) != 0) c.begun = standing_of(is_on);
        else c.is_left = is_on;
    }

    void set(std::uint32_t appointment, bool is_on) noexcept {
        if ((is_applied_[appointment] != 0) == is_on) return;
        is_applied_[appointment] = is_on;
        for (std::uint32_t t = start_[appointment]; t < start_[appointment + 1]; ++t) {
            const touch& each = changes_[t];
            if (each.of == no_record) {
                if (is_on) counts_.change(each.row, each.before, each.after);
                else counts_.change(each.row, each.after, each.before);
                continue;
            }
            cell& c = cells_[each.of & ~makes];
            turn(c, each.of, is_on);
            const standing now = standing_of_cell(c);
            if (now == c.now) continue;
            counts_.change(c.row, c.now, now);
            if (c.group != no_record) shift(c, c.now, now);
            c.now = now;
        }
    }

    void shift(const cell& c, standing from, standing to) noexcept {
        group& g = groups_[c.group];
        const group before = g;
        g.certain += (to == standing::yes) - (from == standing::yes);
        g.possible += (to != standing::no) - (from != standing::no);
        counts_.change_beside(c.row, g.beside(g.certain) - g.beside(before.certain),
                              g.beside(g.possible) - g.beside(before.possible));
    }

    day_span on_;
    seat_counts counts_;
    std::vector<cell> cells_;
    std::vector<touch> changes_;
    std::vector<group> groups_;
    std::vector<std::uint32_t> cadres_, touches_, start_;
    std::vector<std::uint8_t> is_applied_;
};

}  // namespace xuanren
