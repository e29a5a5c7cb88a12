// include/xuanren/check/slate.hpp
#pragma once

#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren {

/// One appointment waits for another: the seat that it fills is free only once the other has left.
struct slate_tie {
    std::uint32_t first = no_record;   ///< must take effect before the second, or on the same day
    std::uint32_t second = no_record;

    friend bool operator==(const slate_tie&, const slate_tie&) = default;
};

/// Whether appointments that depend on one another can be carried out one after another 成批任免的先后.
struct slate_order {
    std::vector<slate_tie> ties;
    /// The steps in which every appointment finds its seat free; those of one step wait for each
    /// other in a circle and have to take effect on the same day. Empty where there is no such order.
    std::vector<std::vector<std::uint32_t>> steps;
    /// Appointments that find no free seat even when all the others have taken effect.
    std::vector<std::uint32_t> without_seat;
    /// Those that take effect, by their recorded days, before the seat they wait for is free.
    std::vector<slate_tie> too_early;

    /// Whether there is an order in which each step is lawful.
    [[nodiscard]] bool exists() const noexcept { return without_seat.empty(); }
    /// Whether the recorded days keep it.
    [[nodiscard]] bool is_kept() const noexcept { return exists() && too_early.empty(); }
};

namespace detail {

/// How many take the seats of an appointment's kind before anything of the slate takes effect.
struct slate_seat {
    std::uint32_t home = no_record;
    const seat* line = nullptr;
    std::int64_t free = 0;   ///< before the slate; negative: too many already
    bool is_known = false;
};

[[nodiscard]] inline slate_seat seat_before(const occupancy& seats, std::uint32_t index, const day_span& before) {
    slate_seat out;
    const holding* h = seats.holding_by(index);
    if (h == nullptr || h->takes_seat == standing::no || !h->level) return out;
    out.home = seats.home_of(h->organisation);
    const establishment* e = seats.in_force(out.home, before);
    if (e == nullptr) return out;
    out.line = occupancy::line_for(*e, *h->level, h->role);
    if (out.line == nullptr || !out.line->count) return out;
    // What appointments of the dossier made is not there yet.
    head_count count;
    seats.each_taker(out.home, *h->level, h->role, out.line, e, {before}, [&](const holding& each, standing s) {
        if (each.appointment == no_record) count.add(s);
    });
    out.free = *out.line->count - count.possible;
    out.is_known = true;
    return out;
}

}  // namespace detail

/// The order in which the appointments of a dossier can take effect, each into a seat that is free
/// by then.
///
/// `before` are the days just before the first of them. One that fills a seat others vacate waits
/// for as many of them as there are seats lacking: those that take effect first, by their recorded
/// days, else by their place in the dossier.
/// Complexity: linear in appointments and ties, but for the seats of each organisation.
[[nodiscard]] inline slate_order order_of_slate(const dossier& book, const occupancy& seats,
                                                const day_span& before) {
    slate_order out;
    const std::size_t count = book.appointments.size();
    std::vector<detail::slate_seat> wanted(count);
    for (std::uint32_t i = 0; i < count; ++i) wanted[i] = detail::seat_before(seats, i, before);

    const auto day_of = [&](std::uint32_t i) -> std::optional<civil_date> {
        const auto effect = detail::effect_of(book.appointments[i]);
        return effect ? std::optional(effect->first) : std::nullopt;
    };
    // Which appointments free a seat of a line.
    const auto frees = [&](std::uint32_t leaver, const detail::slate_seat& line) {
        for (const holding& h : seats.holdings()) {
            if (h.vacated_by != leaver || h.takes_seat == standing::no || !h.level) continue;
            if (seats.home_of(h.organisation) != line.home) continue;
            const establishment* e = seats.in_force(line.home, before);
            if (e != nullptr && occupancy::line_for(*e, *h.level, h.role) == line.line) return true;
        }
        return false;
    };
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
        const auto x = day_of(a), y = day_of(b);
        if (x && y && *x != *y) return *x < *y;
        return a < b;
    };
    std::vector<bool> is_done(count, false);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!wanted[i].is_known || is_done[i]) continue;
        // All that fill, and all that free, seats of this line.
        std::vector<std::uint32_t> comers, leavers;
        for (std::uint32_t j = 0; j < count; ++j) {
            if (wanted[j].is_known && wanted[j].line == wanted[i].line) {
                comers.push_back(j);
                is_done[j] = true;
            }
            if (frees(j, wanted[i])) leavers.push_back(j);
        }
        std::stable_sort(comers.begin(), comers.end(), earlier);
        std::stable_sort(leavers.begin(), leavers.end(), earlier);
        std::int64_t free = wanted[i].free;
        std::size_t next = 0;
        for (const std::uint32_t c : comers) {
            // Who only changes posts of the same kind brings the seat along.
            if (const auto own = std::find(leavers.begin() + static_cast<std::ptrdiff_t>(next), leavers.end(), c);
                own != leavers.end()) {
                leavers.erase(own);
                continue;
            }
            if (free > 0) {
                --free;
                continue;
            }
            // Seats beyond the quota are brought down before any is free again.
            while (free < 0 && next < leavers.size()) ++free, out.ties.push_back({leavers[next++], c});
            if (free < 0 || next == leavers.size()) {
                out.without_seat.push_back(c);
                continue;
            }
            out.ties.push_back({leavers[next++], c});
        }
    }
    for (const slate_tie& t : out.ties) {
        const auto left = day_of(t.first), taken = day_of(t.second);
        if (left && taken && *taken < *left) out.too_early.push_back(t);
    }

    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    graph g(count);
    for (const slate_tie& t : out.ties) boost::add_edge(t.first, t.second, g);
    std::vector<std::size_t> component(count);
    const std::size_t components =
        count == 0 ? 0
                   : boost::strong_components(
                         g, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, g)));
    if (!out.exists()) return out;
    // A component has a smaller number than those it can be reached from.
    out.steps.resize(components);
    for (std::uint32_t i = 0; i < count; ++i) out.steps[components - 1 - component[i]].push_back(i);
    return out;
}

}  // namespace xuanren
