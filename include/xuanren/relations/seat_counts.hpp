// include/xuanren/relations/seat_counts.hpp
#pragma once

#include <xuanren/relations/occupancy.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// Seats of one level and role at one organisation, as an establishment approves them 一项职数.
struct seat_row {
    std::uint32_t home = no_record;  ///< the organisation whose establishment counts them
    xuanren::level level{};
    field<xuanren::role> role;
    const seat* line = nullptr;           ///< null: nothing approves such a seat
    std::optional<std::int64_t> approved;  ///< empty: the document gives no number
};

/// How many sit on each row of seats, and which organisations have too many, kept up to date as
/// people come and go 职数计数.
///
/// An organisation is over its quota where more certainly sit on some row than it approves.
/// Complexity: constant for every change and every question; nothing is allocated after the last row.
class seat_counts {
public:
    /// Rows are numbered as they are added.
    std::uint32_t add_row(seat_row r) {
        constexpr std::int64_t any = std::numeric_limits<std::int32_t>::max();
        if (r.home >= organs_.size()) organs_.resize(r.home + 1);
        const std::int64_t most = r.approved ? std::min(*r.approved, any) : any;
        counts_.push_back({0, 0, static_cast<std::int32_t>(std::max<std::int64_t>(0, most)), r.home});
        beside_.push_back({});
        rows_.push_back(std::move(r));
        over_.reserve(organs_.size());
        return static_cast<std::uint32_t>(rows_.size() - 1);
    }

    /// One seat is taken, or may be taken, where it was not, or the other way round.
    void change(std::uint32_t row, standing from, standing to) noexcept {
        counted& c = counts_[row];
        const bool was_over = c.certain > c.approved;
        c.certain += (to == standing::yes) - (from == standing::yes);
        c.possible += (to != standing::no) - (from != standing::no);
        if (const bool is_over = c.certain > c.approved; is_over != was_over) turn(c.home, is_over);
    }
    /// So many of the seats taken are, or may be, held by who sits on the row already.
    void change_beside(std::uint32_t row, std::int64_t certain, std::int64_t possible) noexcept {
        beside_[row].certain += certain;
        beside_[row].possible += possible;
    }

    [[nodiscard]] std::span<const seat_row> rows() const noexcept { return rows_; }
    /// Seats taken; two posts of one person count twice.
    [[nodiscard]] head_count taken(std::uint32_t row) const noexcept {
        return {counts_[row].certain, counts_[row].possible};
    }
    /// People who sit there; who holds two posts of the kind counts once.
    [[nodiscard]] head_count people(std::uint32_t row) const noexcept {
        return {counts_[row].certain - beside_[row].certain,
                counts_[row].possible - beside_[row].possible};
    }
    [[nodiscard]] bool is_row_over(std::uint32_t row) const noexcept {
        return counts_[row].certain > counts_[row].approved;
    }
    [[nodiscard]] bool is_over(std::uint32_t home) const noexcept {
        return home < organs_.size() && organs_[home].rows_over != 0;
    }
    /// The organisations over their quota, in no order of their own.
    [[nodiscard]] std::span<const std::uint32_t> over() const noexcept { return over_; }

private:
    struct counted {
        std::int32_t certain, possible, approved;
        std::uint32_t home;
    };
    struct organ {
        std::uint32_t rows_over = 0, place = 0;
    };

    void turn(std::uint32_t home, bool is_over) noexcept {
        organ& o = organs_[home];
        if (is_over) {
            if (o.rows_over++ != 0) return;
            o.place = static_cast<std::uint32_t>(over_.size());
            over_.push_back(home);
        } else {
            if (--o.rows_over != 0) return;
            const std::uint32_t moved = over_.back();
            over_[o.place] = moved;
            organs_[moved].place = o.place;
            over_.pop_back();
        }
    }

    std::vector<seat_row> rows_;
    std::vector<counted> counts_;
    std::vector<head_count> beside_;  ///< seats taken by those who sit on the row already
    std::vector<organ> organs_;
    std::vector<std::uint32_t> over_;
};

}  // namespace xuanren
