// include/xuanren/check/seat_waits.hpp
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A kind of seat as a slate meets it: what is free before, who takes a seat, who leaves one.
struct seat_contest {
    std::int64_t free = 0;               ///< negative: more sit there than are approved
    std::vector<std::uint32_t> comers;   ///< in the order in which they are served
    std::vector<std::uint32_t> leavers;  ///< in the order in which their seats are given on
};

/// `second` waits for the seat that `first` leaves.
struct seat_wait {
    std::uint32_t first, second, contest;
};

/// Who waits for whom, where every seat left is given to one who wants it 等候空缺.
///
/// Members are numbered from zero, by the day on which they take effect. What the waits allow is
/// lawful, and where no seats lack all can be carried out: a circle is carried out at once. There is
/// a circle only where no order is without, save where more sit there before than are approved.
/// Complexity: n log n in members, comers and leavers.
class seat_waits {
public:
    seat_waits(std::size_t members, const std::vector<seat_contest>& contests)
        : members_(members),
          lacking_(contests.size(), 0),
          served_at_(contests.size()),
          spare_at_(contests.size()) {
        std::vector<bool> comes(members, false);
        for (const seat_contest& c : contests)
            for (const std::uint32_t m : c.comers) comes[m] = true;
        for (std::uint32_t k = 0; k < contests.size(); ++k) serve(contests[k], k, comes);
        open_circles();
    }

    [[nodiscard]] const std::vector<seat_wait>& waits() const noexcept { return waits_; }
    /// How many find no seat in each contest.
    [[nodiscard]] const std::vector<std::int64_t>& lacking() const noexcept { return lacking_; }
    [[nodiscard]] bool suffices() const noexcept {
        return std::all_of(lacking_.begin(), lacking_.end(), [](std::int64_t n) { return n == 0; });
    }

    /// The steps, those first that take effect first; members of one step wait for each other.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> steps() const {
        const std::vector<std::size_t> circle = circles();
        std::vector<std::vector<std::uint32_t>> members(members_), after(members_), out;
        for (std::uint32_t m = 0; m < members_; ++m) members[circle[m]].push_back(m);
        std::vector<std::uint32_t> waits_for(members_, 0);
        for (const seat_wait& w : waits_) {
            if (circle[w.first] == circle[w.second]) continue;
            after[circle[w.first]].push_back(static_cast<std::uint32_t>(circle[w.second]));
            ++waits_for[circle[w.second]];
        }
        // The first member of a step tells its place among those that could come next.
        using entry = std::pair<std::uint32_t, std::uint32_t>;
        std::priority_queue<entry, std::vector<entry>, std::greater<>> ready;
        const auto enter = [&](std::uint32_t c) {
            if (!members[c].empty() && waits_for[c] == 0) ready.push({members[c].front(), c});
        };
        for (std::uint32_t c = 0; c < members_; ++c) enter(c);
        while (!ready.empty()) {
            const std::uint32_t c = ready.top().second;
            ready.pop();
            out.push_back(members[c]);
            for (const std::uint32_t next : after[c]) {
                --waits_for[next];
                enter(next);
            }
        }
        return out;
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Who takes a seat of a contest, and the wait that it takes; none: a seat free before.
    struct served {
        std::uint32_t who, wait;
    };

    void serve(const seat_contest& c, std::uint32_t contest, const std::vector<bool>& comes) {
        std::int64_t free = c.free;
        std::size_t next = 0;
        // Whoever only leaves waits for nobody: his seat is given on first.
        std::vector<std::uint32_t> leavers(c.leavers);
        std::stable_partition(leavers.begin(), leavers.end(),
                              [&comes](std::uint32_t m) { return !comes[m]; });
        for (const std::uint32_t who : c.comers) {
            if (free > 0) {
                --free;
                served_at_[contest].push_back({who, none});
                continue;
            }
            // Seats beyond the number approved are brought down before any is free again.
            const std::int64_t wanted = 1 - free;
            if (static_cast<std::int64_t>(leavers.size() - next) < wanted) {
                ++lacking_[contest];
                continue;
            }
            // A seat that takes several to leave is not exchanged for another.
            if (wanted == 1)
                served_at_[contest].push_back({who, static_cast<std::uint32_t>(waits_.size())});
            for (; free < 1; ++free) waits_.push_back({leavers[next++], who, contest});
            free = 0;
        }
        spare_at_[contest].assign(leavers.begin() + static_cast<std::ptrdiff_t>(next), leavers.end());
    }

    /// The circle that each member waits in, by number; alone where it waits in none.
    [[nodiscard]] std::vector<std::size_t> circles() const {
        using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
        graph g(members_);
        for (const seat_wait& w : waits_) boost::add_edge(w.first, w.second, g);
        std::vector<std::size_t> circle(members_);
        if (members_ != 0)
            boost::strong_components(g, boost::make_iterator_property_map(
                                            circle.begin(), boost::get(boost::vertex_index, g)));
        return circle;
    }

    /// Whoever waits in a circle takes a seat that nobody waits for, or that of one of the same kind
    /// who waits in none: the circle becomes a chain, and the other waits for its end.
    void open_circles() {
        const std::vector<std::size_t> circle = circles();
        std::vector<std::uint32_t> size(members_, 0);
        for (const std::size_t c : circle) ++size[c];
        std::vector<std::vector<std::uint32_t>> inside(members_), after(members_), wants(members_);
        std::vector<std::uint32_t> reached;
        std::vector<bool> is_grounded(members_, true);
        for (std::uint32_t m = 0; m < members_; ++m) {
            if (size[circle[m]] < 2) continue;
            inside[circle[m]].push_back(m);
            reached.push_back(m);
            is_grounded[m] = false;
        }
        if (reached.empty()) return;
        // What waits for a circle is no way out of it.
        for (const seat_wait& w : waits_) after[w.first].push_back(w.second);
        while (!reached.empty()) {
            const std::uint32_t m = reached.back();
            reached.pop_back();
            for (const std::uint32_t next : after[m])
                if (is_grounded[next]) {
                    is_grounded[next] = false;
                    reached.push_back(next);
                }
        }
        for (std::uint32_t k = 0; k < served_at_.size(); ++k)
            for (const served& s : served_at_[k]) wants[s.who].push_back(k);
        std::vector<bool> is_seen(served_at_.size(), false), is_open(members_, false);
        std::vector<std::uint32_t> open;
        for (std::uint32_t k = 0; k < served_at_.size(); ++k) open.push_back(k);
        while (!open.empty()) {
            const std::uint32_t k = open.back();
            open.pop_back();
            if (is_seen[k]) continue;
            std::vector<served>& all = served_at_[k];
            const auto way_out = std::find_if(all.begin(), all.end(),
                                              [&](const served& s) { return is_grounded[s.who]; });
            const auto spare = std::find_if(spare_at_[k].begin(), spare_at_[k].end(),
                                            [&](std::uint32_t m) { return is_grounded[m]; });
            if (way_out == all.end() && spare == spare_at_[k].end()) continue;
            is_seen[k] = true;
            for (served& s : all) {
                const std::size_t c = circle[s.who];
                if (size[c] < 2 || is_open[c] || s.wait == none) continue;
                if (circle[waits_[s.wait].first] != c) continue;
                is_open[c] = true;
                if (spare != spare_at_[k].end()) {
                    std::swap(waits_[s.wait].first, *spare);
                } else {
                    waits_[s.wait].second = way_out->who;
                    if (way_out->wait != none) waits_[way_out->wait].second = s.who;
                    std::swap(s.wait, way_out->wait);
                }
                for (const std::uint32_t m : inside[c]) {
                    is_grounded[m] = true;
                    open.insert(open.end(), wants[m].begin(), wants[m].end());
                }
            }
        }
    }

    std::size_t members_;
    std::vector<seat_wait> waits_;
    std::vector<std::int64_t> lacking_;
    std::vector<std::vector<served>> served_at_;          ///< by contest
    std::vector<std::vector<std::uint32_t>> spare_at_;  ///< leavers for whose seats nobody waits
};

}  // namespace xuanren::detail
