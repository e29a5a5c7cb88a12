// benchmarks/seats.cpp
// W3: 10,000 appointments one after another to 100,000 posts of 5,000 organs, those over their
// quota known after each, beside a handwritten counter and counting everything anew.
#include <xuanren/records/link.hpp>
#include <xuanren/relations/seat_ledger.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace xuanren;

constexpr std::uint32_t organs = 5'000, posts = 100'000, moves = 10'000;
constexpr std::uint32_t kinds = 4;
const civil_date opening(2024, 1, 1), effect(2024, 6, 1);
const day_span on{opening, opening};

/// Twenty posts an organ, of four kinds; nine in ten are held. Every appointment moves another
/// holder to a post anywhere, which vacates the old one.
struct service {
    dossier book;
    std::vector<std::uint32_t> row_of_post;  ///< organ * kinds + kind
    std::vector<std::uint32_t> post_of;      ///< by cadre
    std::vector<std::int32_t> approved;      ///< by row
    std::vector<std::pair<std::uint32_t, std::uint32_t>> moved;  ///< cadre, post

    service() {
        std::mt19937 random(20240601);
        constexpr level levels[kinds] = {level::county_principal, level::county_deputy,
                                         level::township_principal, level::township_deputy};
        constexpr role roles[kinds] = {role::principal, role::deputy, role::principal, role::deputy};
        constexpr std::uint32_t sizes[kinds] = {1, 4, 8, 7};
        book.organisations.resize(organs);
        book.posts.reserve(posts);
        for (std::uint32_t o = 0; o < organs; ++o) {
            organisation& organ = book.organisations[o];
            organ.id = "o" + std::to_string(o);
            establishment e;
            e.from = civil_date(2019, 3, 1);
            e.to = nullptr;
            std::vector<seat> seats;
            for (std::uint32_t k = 0; k < kinds; ++k) {
                seat s;
                s.level = levels[k];
                s.role = roles[k];
                s.count = sizes[k];
                seats.push_back(s);
                approved.push_back(static_cast<std::int32_t>(sizes[k]));
                for (std::uint32_t i = 0; i < sizes[k]; ++i) {
                    post p;
                    p.id = "p" + std::to_string(book.posts.size());
                    p.organisation = organ.id;
                    p.level = levels[k];
                    p.role = roles[k];
                    p.leading = true;
                    book.posts.push_back(std::move(p));
                    row_of_post.push_back(o * kinds + k);
                }
            }
            e.seats = std::move(seats);
            organ.establishments = std::vector<establishment>{std::move(e)};
        }
        for (std::uint32_t p = 0; p < posts; ++p) {
            if (random() % 10 == 0) continue;
            cadre c;
            c.id = "c" + std::to_string(book.cadres.size());
            tenure t;
            t.post = book.posts[p].id;
            t.from = civil_date(2020, 1, 1);
            t.to = nullptr;
            t.kind = tenure_kind::substantive;
            c.tenures = std::vector<tenure>{std::move(t)};
            post_of.push_back(p);
            book.cadres.push_back(std::move(c));
        }
        const auto people = static_cast<std::uint32_t>(book.cadres.size());
        std::vector<bool> has_moved(people, false);
        while (moved.size() < moves) {
            const auto c = static_cast<std::uint32_t>(random() % people);
            const auto p = static_cast<std::uint32_t>(random() % posts);
            if (has_moved[c] || post_of[c] == p) continue;
            has_moved[c] = true;
            moved.emplace_back(c, p);
            appointment a;
            a.id = "a" + std::to_string(moved.size());
            a.candidate = book.cadres[c].id;
            a.post = book.posts[p].id;
            a.kind = kind::lateral;
            a.vacates = std::vector<std::string>{book.posts[post_of[c]].id};
            procedure how;
            discussion meeting;
            meeting.on = effect;
            how.discussion = meeting;
            appointment_letter letter;
            letter.effective = effect;
            how.appointment = letter;
            a.procedure = std::move(how);
            book.appointments.push_back(std::move(a));
        }
        static_cast<void>(link(book));
    }
};

const service& made() {
    static const service one;
    return one;
}

/// Each appointment carried out in turn, then all taken back.
void ledger(benchmark::State& state) {
    const service& s = made();
    const occupancy seats(s.book);
    seat_ledger kept(seats, on);
    std::size_t seen = 0;
    for (auto _ : state) {
        seen = 0;
        for (std::uint32_t a = 0; a < moves; ++a) {
            kept.apply(a);
            seen += kept.over().size();
        }
        for (std::uint32_t a = moves; a-- > 0;) {
            kept.undo(a);
            seen += kept.over().size();
        }
    }
    state.counters["seen"] = static_cast<double>(seen);
    state.SetItemsProcessed(state.iterations() * 2 * moves);
}

/// The twin: a number for every row, a flag for every organ, a list of those that are over.
struct counter {
    std::vector<std::int32_t> taken;
    std::vector<std::uint32_t> rows_over, place, over;

    explicit counter(const service& s) : taken(organs * kinds, 0), rows_over(organs, 0), place(organs, 0) {
        over.reserve(organs);
        for (const std::uint32_t p : s.post_of) ++taken[s.row_of_post[p]];
    }
    void come(const service& s, std::uint32_t row) {
        if (++taken[row] != s.approved[row] + 1 || rows_over[row / kinds]++ != 0) return;
        place[row / kinds] = static_cast<std::uint32_t>(over.size());
        over.push_back(row / kinds);
    }
    void go(const service& s, std::uint32_t row) {
        if (taken[row]-- != s.approved[row] + 1 || --rows_over[row / kinds] != 0) return;
        const std::uint32_t last = over.back();
        over[place[row / kinds]] = last;
        place[last] = place[row / kinds];
        over.pop_back();
    }
};

void handwritten(benchmark::State& state) {
    const service& s = made();
    counter kept(s);
    std::vector<std::uint32_t> at = s.post_of;
    std::vector<std::uint32_t> back(moves);
    std::size_t seen = 0;
    for (auto _ : state) {
        seen = 0;
        for (std::uint32_t a = 0; a < moves; ++a) {
            const auto [c, p] = s.moved[a];
            back[a] = at[c];
            kept.go(s, s.row_of_post[at[c]]);
            kept.come(s, s.row_of_post[p]);
            at[c] = p;
            seen += kept.over.size();
        }
        for (std::uint32_t a = moves; a-- > 0;) {
            const auto [c, p] = s.moved[a];
            kept.go(s, s.row_of_post[p]);
            kept.come(s, s.row_of_post[back[a]]);
            at[c] = back[a];
            seen += kept.over.size();
        }
    }
    state.counters["seen"] = static_cast<double>(seen);
    state.SetItemsProcessed(state.iterations() * 2 * moves);
}

/// The plain way: every holder counted anew after each appointment; a hundred of them.
void recount(benchmark::State& state) {
    const service& s = made();
    constexpr std::uint32_t few = 100;
    std::size_t seen = 0;
    for (auto _ : state) {
        std::vector<std::uint32_t> at = s.post_of;
        std::vector<std::int32_t> taken(organs * kinds);
        seen = 0;
        for (std::uint32_t a = 0; a < few; ++a) {
            at[s.moved[a].first] = s.moved[a].second;
            std::fill(taken.begin(), taken.end(), 0);
            for (const std::uint32_t p : at) ++taken[s.row_of_post[p]];
            for (std::uint32_t o = 0; o < organs; ++o) {
                bool is_over = false;
                for (std::uint32_t k = 0; k < kinds; ++k)
                    is_over = is_over || taken[o * kinds + k] > s.approved[o * kinds + k];
                seen += is_over;
            }
        }
        benchmark::DoNotOptimize(seen);
    }
    state.SetItemsProcessed(state.iterations() * few);
}

/// What a review asks of one appointment: who sits in that organ, by its records, on that day.
void of_records(benchmark::State& state) {
    const service& s = made();
    const occupancy seats(s.book);
    const day_span day{effect, effect};
    std::uint32_t a = 0;
    for (auto _ : state) {
        const post& p = s.book.posts[s.moved[a].second];
        const std::uint32_t home = s.book.links.post_organisation[s.moved[a].second];
        const establishment* e = seats.in_force(home, day);
        benchmark::DoNotOptimize(
            seats.taken(home, *p.level, p.role, occupancy::line_for(*e, *p.level, p.role), e, {day}));
        a = (a + 1) % moves;
    }
    state.SetItemsProcessed(state.iterations());
}

void open(benchmark::State& state) {
    const service& s = made();
    const occupancy seats(s.book);
    for (auto _ : state) {
        const seat_ledger kept(seats, on);
        benchmark::DoNotOptimize(kept.over().size());
    }
}

BENCHMARK(handwritten)->Name("seats/one_after_another/handwritten");
BENCHMARK(ledger)->Name("seats/one_after_another/ledger");
BENCHMARK(recount)->Name("seats/one_after_another/recount");
BENCHMARK(of_records)->Name("seats/one_of_records");
BENCHMARK(open)->Name("seats/open")->Unit(benchmark::kMillisecond);

}  // namespace
