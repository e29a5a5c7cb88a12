// include/xuanren/check/slates.hpp
#pragma once

#include <xuanren/check/seat_waits.hpp>
#include <xuanren/check/slate.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/relations/seat_ledger.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// What the appointments decided on one day do to the seats that they touch.
///
/// Seats are counted as they stand on the last day on which one of them takes effect, under the
/// establishment of that day: whatever else is in effect by then has happened.
class slate_decision {
public:
    /// `members` by place in the dossier.
    slate_decision(const occupancy& seats, std::vector<std::uint32_t> members)
        : seats_(seats), members_(std::move(members)) {
        const std::optional<day_span> on = last_effect();
        if (!on) return;
        std::stable_sort(members_.begin(), members_.end(), [this](std::uint32_t a, std::uint32_t b) {
            return day_of(a) < day_of(b);
        });
        const std::vector<std::uint32_t> touched = homes();
        seat_ledger ledger(seats_, *on, touched);
        carry_out_others(ledger, *on, touched);
        rows_.assign(ledger.counts().rows().begin(), ledger.counts().rows().end());
        contests_.resize(rows_.size());
        for (std::uint32_t r = 0; r < rows_.size(); ++r) open(ledger.counts().taken(r), r, *on);
        for (std::uint32_t m = 0; m < members_.size(); ++m) carry_out(ledger, m);
    }

    /// The slates among them: those that want the same scarce seats, or leave them, together.
    [[nodiscard]] std::vector<slate> slates() const {
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> depend(members_.size());
        for (const contested& c : contests_)
            if (is_scarce(c))
                for (const change& each : c.changes)
                    boost::add_edge(c.changes.front().who, each.who, depend);
        std::vector<std::size_t> part_of(members_.size());
        if (!members_.empty())
            boost::connected_components(
                depend, boost::make_iterator_property_map(part_of.begin(),
                                                          boost::get(boost::vertex_index, depend)));
        std::vector<std::vector<std::uint32_t>> parts(members_.size()), scarce(members_.size());
        for (std::uint32_t m = 0; m < members_.size(); ++m) parts[part_of[m]].push_back(m);
        for (std::uint32_t k = 0; k < contests_.size(); ++k)
            if (is_scarce(contests_[k]))
                scarce[part_of[contests_[k].changes.front().who]].push_back(k);
        std::vector<std::uint32_t> numbers(members_.size(), 0);
        std::vector<slate> out;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (parts[p].size() < 2) continue;
            for (std::uint32_t i = 0; i < parts[p].size(); ++i) numbers[parts[p][i]] = i;
            out.push_back(arranged(parts[p], scarce[p], numbers));
        }
        return out;
    }

private:
    /// What one member does to the seats of a row: how many more sit there, and may sit there.
    struct change {
        std::uint32_t who;
        std::int64_t certain, possible;
    };
    struct contested {
        head_count before;
        std::vector<change> changes;  ///< by the day on which they take effect
    };
    /// Who sits there is counted at its fewest or at its most.
    enum class count_by : std::uint8_t { certain, possible };

    [[nodiscard]] const dossier& book() const noexcept { return seats_.book(); }

    /// The first day on which it may take effect; those of no known day stand after all others.
    [[nodiscard]] std::pair<bool, std::optional<civil_date>> day_of(std::uint32_t appointment) const {
        const auto effect = effect_of(book().appointments[appointment]);
        return {!effect, effect ? std::optional(effect->first) : std::nullopt};
    }

    [[nodiscard]] bool is_after(std::uint32_t appointment, const day_span& days) const {
        const auto effect = effect_of(book().appointments[appointment]);
        return effect && days.last < effect->first;
    }

    [[nodiscard]] std::optional<civil_date> written_effect(std::uint32_t appointment) const {
        const auto& how = book().appointments[appointment].procedure;
        if (!how || !how->appointment) return std::nullopt;
        const auto& letter = *how->appointment;
        const field<civil_date>& day = letter.effective.is_unknown() ? letter.on : letter.effective;
        return day ? std::optional(*day) : std::nullopt;
    }

    /// The last day on which a member takes effect, else that of the decision.
    [[nodiscard]] std::optional<day_span> last_effect() const {
        std::optional<day_span> out;
        const auto later = [&out](const field<day_span>& d) {
            if (d && (!out || out->last < d->last)) out = day_span{d->last, d->last};
        };
        for (const std::uint32_t m : members_) later(effect_of(book().appointments[m]));
        if (!out)
            for (const std::uint32_t m : members_) later(decision_of(book().appointments[m]));
        return out;
    }

    /// The organisations whose seats the members take or leave.
    [[nodiscard]] std::vector<std::uint32_t> homes() const {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t m : members_) {
            const std::uint32_t c = book().links.appointment_candidate[m];
            const auto enter = [&](const holding& h) {
                const std::uint32_t home = seats_.home_of(h.organisation);
                if (home != no_record && h.takes_seat != standing::no) out.push_back(home);
            };
            if (c == no_record) continue;
            for (const std::uint32_t i : seats_.holdings_of(c)) {
                const holding& h = seats_.holdings()[i];
                if (h.appointment == m || h.vacated_by == m) enter(h);
            }
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// Appointments decided on other days that are in effect by then have happened; what one does
    /// whose day is in doubt may have.
    void carry_out_others(seat_ledger& ledger, const day_span& on,
                          const std::vector<std::uint32_t>& homes) {
        doubtful_.assign(ledger.counts().rows().size(), {});
        std::vector<std::uint32_t> own(members_), others, in_doubt;
        for (const std::uint32_t home : homes)
            for (const std::uint32_t i : seats_.holdings_at(home))
                for (const std::uint32_t a : {seats_.holdings()[i].appointment, seats_.holdings()[i].vacated_by})
                    if (a != no_record) others.push_back(a);
        std::sort(own.begin(), own.end());
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
        for (const std::uint32_t a : others) {
            if (std::binary_search(own.begin(), own.end(), a)) continue;
            const standing s = has_come(effect_of(book().appointments[a]), on);
            if (s == standing::yes) ledger.apply(a);
            if (s == standing::maybe) in_doubt.push_back(a);
        }
        for (const std::uint32_t a : in_doubt) {
            each_change(ledger, a, [this](std::uint32_t row, const change& c) {
                doubtful_[row].certain += std::min<std::int64_t>(0, c.certain);
                doubtful_[row].possible += std::max<std::int64_t>(0, c.possible);
            });
            ledger.undo(a);
        }
    }

    /// Carries an appointment out and tells what that changes.
    template <class Visit>
    void each_change(seat_ledger& ledger, std::uint32_t appointment, Visit visit) const {
        std::vector<std::pair<std::uint32_t, head_count>> before;
        ledger.each_row(appointment, [&](std::uint32_t row) {
            before.emplace_back(row, ledger.counts().taken(row));
        });
        ledger.apply(appointment);
        const auto by_row = [](const auto& a, const auto& b) { return a.first < b.first; };
        std::stable_sort(before.begin(), before.end(), by_row);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto& [row, was] = before[i];
            if (i != 0 && before[i - 1].first == row) continue;
            const head_count is = ledger.counts().taken(row);
            if (is != was) visit(row, change{0, is.certain - was.certain, is.possible - was.possible});
        }
    }

    void open(const head_count& taken, std::uint32_t row, const day_span& on) {
        head_count& before = contests_[row].before;
        before.certain = taken.certain + doubtful_[row].certain;
        before.possible = taken.possible + doubtful_[row].possible;
        // A leader whose organisation is not on file may sit here.
        const seat_row& r = rows_[row];
        const establishment* e = seats_.in_force(r.home, on);
        for (const std::uint32_t i : seats_.unplaced(r.level)) {
            const holding& h = seats_.holdings()[i];
            if (occupancy::is_of_kind(h, r.level, r.role, r.line, e) == standing::yes &&
                occupancy::is_held(h, {on}) != standing::no)
                ++before.possible;
        }
    }

    void carry_out(seat_ledger& ledger, std::uint32_t member) {
        each_change(ledger, members_[member], [&](std::uint32_t row, change c) {
            c.who = member;
            contests_[row].changes.push_back(c);
        });
    }

    [[nodiscard]] std::int64_t approved(std::uint32_t row, count_by by) const {
        if (rows_[row].approved) return *rows_[row].approved;
        return by == count_by::possible ? 0 : std::numeric_limits<std::int32_t>::max();
    }

    /// Whether those who come need what others leave, or more.
    [[nodiscard]] bool is_scarce(const contested& c) const {
        std::int64_t wanted = 0;
        for (const change& each : c.changes) wanted += std::max<std::int64_t>(0, each.possible);
        const auto row = static_cast<std::uint32_t>(&c - contests_.data());
        return wanted > 0 && c.before.possible + wanted > approved(row, count_by::possible);
    }

    /// A row of seats for the members of one part, numbered as there.
    [[nodiscard]] seat_contest contest_of(std::uint32_t row, count_by by,
                                          const std::vector<std::uint32_t>& numbers,
                                          const std::vector<bool>& leaves_scarce) const {
        const contested& c = contests_[row];
        seat_contest out;
        out.free = approved(row, by) -
                   (by == count_by::possible ? c.before.possible : c.before.certain);
        std::vector<std::uint32_t> others;
        for (const change& each : c.changes) {
            const std::int64_t n = by == count_by::possible ? each.possible : each.certain;
            const std::uint32_t who = numbers[each.who];
            // Whoever leaves a seat that is wanted comes first, so that it can be given on.
            auto& list = n < 0 ? out.leavers : leaves_scarce[who] ? out.comers : others;
            list.insert(list.end(), static_cast<std::size_t>(n < 0 ? -n : n), who);
        }
        out.comers.insert(out.comers.end(), others.begin(), others.end());
        return out;
    }

    [[nodiscard]] slate_seat named(std::uint32_t row) const {
        const seat_row& r = rows_[row];
        const organisation& of = book().organisations[r.home];
        return {of.id, of.name ? *of.name : std::string(), seat_kind{r.level, r.role, r.line}.code()};
    }

    [[nodiscard]] slate arranged(const std::vector<std::uint32_t>& part,
                                 const std::vector<std::uint32_t>& scarce,
                                 const std::vector<std::uint32_t>& numbers) const {
        slate out;
        const appointment& any = book().appointments[members_[part.front()]];
        if (any.procedure && any.procedure->discussion && any.procedure->discussion->on)
            out.decided = *any.procedure->discussion->on;
        for (const std::uint32_t m : part)
            out.appointments.push_back({members_[m], written_effect(members_[m])});
        std::vector<bool> leaves_scarce(part.size(), false);
        for (const std::uint32_t row : scarce)
            for (const change& c : contests_[row].changes)
                if (c.certain < 0 || c.possible < 0) leaves_scarce[numbers[c.who]] = true;
        const auto waits_by = [&](count_by by) {
            std::vector<seat_contest> contests;
            for (const std::uint32_t row : scarce)
                contests.push_back(contest_of(row, by, numbers, leaves_scarce));
            return seat_waits(part.size(), contests);
        };
        // All fit, though everyone sits there who may: yes. They do not, though only those do who
        // certainly sit there: no.
        seat_waits found = waits_by(count_by::possible);
        out.exists = truth::yes;
        if (!found.suffices()) {
            seat_waits best = waits_by(count_by::certain);
            out.exists = best.suffices() ? truth::unknown : truth::no;
            tell_shortages(out.exists == truth::no ? best : found, scarce, out);
            found = std::move(best);
        }
        for (const seat_wait& w : found.waits())
            out.ties.push_back({members_[part[w.first]], members_[part[w.second]], named(scarce[w.contest])});
        if (out.exists != truth::no)
            for (const auto& step : found.steps()) {
                out.steps.emplace_back();
                for (const std::uint32_t m : step) out.steps.back().push_back(members_[part[m]]);
            }
        out.kept = out.exists == truth::no ? truth::no : kept_by_days(scarce, out);
        return out;
    }

    void tell_shortages(const seat_waits& found, const std::vector<std::uint32_t>& scarce,
                        slate& out) const {
        for (std::size_t k = 0; k < scarce.size(); ++k) {
            if (found.lacking()[k] == 0) continue;
            slate_shortage s{named(scarce[k]), found.lacking()[k], {}};
            for (const change& c : contests_[scarce[k]].changes)
                if (c.possible > 0 || c.certain > 0) s.appointments.push_back(members_[c.who]);
            out.shortages.push_back(std::move(s));
        }
    }

    /// Whether each finds its seat free on its own day, as all records tell it.
    [[nodiscard]] truth kept_by_days(const std::vector<std::uint32_t>& scarce, slate& out) const {
        struct day_count {
            head_count taken;
            std::optional<std::int64_t> approved;
        };
        truth kept = truth::yes;
        std::map<std::tuple<std::uint32_t, civil_date, civil_date>, day_count> counted;
        for (const std::uint32_t row : scarce) {
            const seat_row& r = rows_[row];
            for (const change& c : contests_[row].changes) {
                if (c.possible <= 0 && c.certain <= 0) continue;
                const auto effect = effect_of(book().appointments[members_[c.who]]);
                if (!effect) {
                    kept = kept & truth::unknown;
                    continue;
                }
                const auto [at, is_new] = counted.try_emplace({row, effect->first, effect->last});
                day_count& that_day = at->second;
                if (is_new) {
                    const establishment* e = seats_.in_force(r.home, *effect);
                    const seat* line = e != nullptr ? occupancy::line_for(*e, r.level, r.role) : nullptr;
                    that_day.taken = seats_.taken(r.home, r.level, r.role, line, e, {*effect});
                    if (line != nullptr && line->count) that_day.approved = *line->count;
                    if (line == nullptr && e != nullptr && e->seats) that_day.approved = 0;
                }
                const auto& [taken, most] = that_day;
                if (most && taken.possible <= *most) continue;
                const bool is_over = most && taken.certain > *most && c.certain > 0;
                kept = kept & (is_over ? truth::no : truth::unknown);
                if (is_over) tell_too_early(row, c.who, *effect, taken.certain - *most, out);
            }
        }
        return kept;
    }

    /// The seats that are left only later, as many as are lacking on that day.
    void tell_too_early(std::uint32_t row, std::uint32_t who, const day_span& effect,
                        std::int64_t over, slate& out) const {
        for (const change& c : contests_[row].changes) {
            if (over <= 0) return;
            if (c.possible >= 0 || !is_after(members_[c.who], effect)) continue;
            out.too_early.push_back({members_[c.who], members_[who], named(row)});
            --over;
        }
    }

    const occupancy& seats_;
    std::vector<std::uint32_t> members_;  ///< by the day on which they take effect
    std::vector<seat_row> rows_;
    std::vector<contested> contests_;     ///< by row
    std::vector<head_count> doubtful_;    ///< by row
};

}  // namespace detail

/// The slates of a dossier, by the day of decision; appointments that depend on no other are in none.
///
/// Complexity: near-linear in the appointments and in what the organisations hold that they touch,
/// for each day of decision.
[[nodiscard]] inline std::vector<slate> slates_of(const occupancy& seats) {
    const dossier& book = seats.book();
    const auto day = [](const field<day_span>& d) {
        return d ? std::optional(std::pair(d->first, d->last)) : std::nullopt;
    };
    std::map<std::optional<std::pair<civil_date, civil_date>>, std::vector<std::uint32_t>> by_day;
    for (std::uint32_t i = 0; i < book.appointments.size(); ++i)
        by_day[day(detail::decision_of(book.appointments[i]))].push_back(i);
    std::vector<slate> out;
    for (auto& [decided, members] : by_day) {
        if (members.size() < 2) continue;
        std::vector<slate> found = detail::slate_decision(seats, std::move(members)).slates();
        out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return out;
}

}  // namespace xuanren
