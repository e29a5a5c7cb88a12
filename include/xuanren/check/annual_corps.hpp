// include/xuanren/check/annual_corps.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/check/annual_options.hpp>
#include <xuanren/check/annual_people.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/facts/career.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/records/link.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// The dossier with one question beside it for each cadre, "who is this on the day after": an
/// appointment to nothing, by which definitions about a person can be read.
///
/// Questions change nothing: they have no post, free none, and belong to no organisation.
struct questioned_dossier {
    dossier book;
    std::vector<std::size_t> question;  ///< by cadre

    questioned_dossier(const dossier& records, const civil_date& day) : book(records) {
        const civil_date next = day + days(1);
        for (const cadre& c : records.cadres) {
            question.push_back(book.appointments.size());
            appointment a;
            // An id that no document can have: ids that are read are sound text.
            a.id = std::string("\x01") + c.id;
            a.candidate = c.id;
            a.vacates = std::vector<std::string>{};
            procedure p;
            discussion d;
            d.on = next;
            p.discussion = std::move(d);
            a.procedure = std::move(p);
            book.appointments.push_back(std::move(a));
        }
        static_cast<void>(link(book));
    }
};

/// Builds the figures of the cadre corps on one day 年末队伍结构.
class corps_builder {
public:
    corps_builder(const annual_reader& reader, const dossier& records, const occupancy& seats,
                  const annual_options& options, const civil_date& day)
        : reader_(reader), records_(records), seats_(seats), options_(options), on_{day, day} {
        out_.on = day;
        for (const organisation& o : records.organisations)
            has_establishments_ =
                has_establishments_ || (o.establishments && !o.establishments->empty());
    }

    [[nodiscard]] annual_corps build() {
        const questioned_dossier asked(records_, out_.on);
        const prepared_dossier prepared(asked.book);
        const int longest = options_.horizons.empty() ? 0 : options_.horizons.back();
        out_.law_on = out_.on + years(longest);
        make_tables();
        for (std::uint32_t c = 0; c < records_.cadres.size(); ++c) {
            const standing here = belongs(c);
            if (here == standing::no) ++out_.elsewhere;
            if (here == standing::maybe) out_.uncertain.push_back(c);
            if (here != standing::yes) continue;
            out_.people.push_back(c);
            const std::string level = level_of(c);
            case_evaluation now = reader_.read(prepared, asked.question[c]);
            count(c, level,
                  reader_.rows(now, &records_.cadres[c], {out_.on, out_.on}, options_.ages));
            case_evaluation then = reader_.read(prepared, asked.question[c], out_.law_on);
            add_retirement(c, level, then);
        }
        count_seats();
        set_horizons();
        return std::move(out_);
    }

private:
    void make_tables() {
        for (const std::string_view by : person_dimensions)
            out_.tables.push_back(
                empty_table(std::string(by), rows_by(by, options_.ages), level_rows()));
        auto ranks = rows_of_words<rank>();
        std::reverse(ranks.begin(), ranks.end() - 1);
        ranks.insert(ranks.end() - 1, "none");
        out_.ranks = empty_table("rank", std::move(ranks), level_rows());
        for (const std::string& code : level_rows()) out_.averages.push_back({code, 0, 0});
        out_.averages.push_back({"total", 0, 0});
        for (const young_line& line : options_.young) out_.young.push_back({line, 0, 0, 0});
    }

    /// Where an organisation has an establishment, those of its house count; else all of them do.
    [[nodiscard]] bool is_counted(const holding& h) const {
        if (h.organisation == no_record) return false;
        return !has_establishments_ || seats_.home_of(h.organisation) != no_record;
    }
    [[nodiscard]] standing belongs(std::uint32_t c) const {
        standing out = standing::no;
        for (const std::uint32_t i : seats_.holdings_of(c))
            if (const holding& h = seats_.holdings()[i]; is_counted(h))
                out = either(out, occupancy::belongs(h, {on_}));
        return out;
    }

    [[nodiscard]] const tenure* tenure_of(const holding& h) const {
        return h.tenure == no_record ? nullptr : &(*records_.cadres[h.cadre].tenures)[h.tenure];
    }
    [[nodiscard]] bool makes_level(const holding& h) const {
        const tenure* t = tenure_of(h);
        if (t == nullptr) return h.belongs != standing::no;
        return detail::makes_level(kind_of(*t)) != truth::no;
    }
    [[nodiscard]] truth leads(const holding& h) const {
        field<bool> leading;
        if (const tenure* t = tenure_of(h)) leading = t->leading;
        if (leading.is_unknown() && h.post != no_record) leading = records_.posts[h.post].leading;
        return is_leading(leading, h.role);
    }
    /// The row of the highest level held for certain; not on record where another may be higher.
    [[nodiscard]] std::string level_of(std::uint32_t c) const {
        const auto order = level_rows();
        const auto place = [&](const std::string& row) {
            return std::find(order.begin(), order.end(), row) - order.begin();
        };
        std::string certain(non_leading);
        bool is_open = false;
        std::vector<std::string> possible;
        for (const std::uint32_t i : seats_.holdings_of(c)) {
            const holding& h = seats_.holdings()[i];
            if (!makes_level(h)) continue;
            const standing s = occupancy::is_held(h, {on_});
            if (s == standing::no) continue;
            std::string row = level_row(h.level, leads(h));
            if (row == not_on_record)
                is_open = true;
            else if (s == standing::maybe)
                possible.push_back(std::move(row));
            else if (place(row) < place(certain))
                certain = std::move(row);
        }
        for (const std::string& row : possible) is_open = is_open || place(row) < place(certain);
        return is_open ? std::string(not_on_record) : certain;
    }
    [[nodiscard]] std::string rank_of(std::uint32_t c) const {
        std::string out = "none";
        for (const auto& w : words_of<rank>::list) {
            const rank one[] = {w.value};
            const standing s =
                holds_rank(records_, c, seats_.appointments_of(c), one, on_, no_record);
            if (s == standing::maybe) return std::string(not_on_record);
            if (s == standing::yes) out = w.english;
        }
        return out;
    }

    void count(std::uint32_t c, const std::string& level, const person_rows& rows) {
        for (cross_table& t : out_.tables) count_in(t, row_by(t.by, rows), level);
        count_in(out_.ranks, rank_of(c), level);
        if (rows.years && rows.years->is_exact())
            for (annual_average& a : out_.averages)
                if (a.code == level || a.code == "total") {
                    ++a.people;
                    a.years += static_cast<std::size_t>(rows.years->low());
                }
        for (young_count& y : out_.young) {
            if (english_of(y.line.level) != level) continue;
            ++y.people;
            if (rows.years && rows.years->high() <= y.line.age)
                ++y.young;
            else if (!rows.years || rows.years->low() <= y.line.age)
                ++y.not_on_record;
        }
    }

    void add_retirement(std::uint32_t c, const std::string& level, case_evaluation& of) {
        const auto latest = reader_.date(of, "candidate.retirement_on");
        auto earliest = reader_.date(of, "candidate.retirement_on_earliest");
        if (!earliest) earliest = latest;
        if (out_.retirement_law.empty())
            out_.retirement_law = reader_.law_of(of, "candidate.retirement_on");
        if (!earliest) {
            out_.untold.push_back(c);
            return;
        }
        annual_retirement r;
        r.cadre = c;
        r.id = records_.cadres[c].id;
        r.earliest = earliest->low();
        if (latest) r.latest = latest->high();
        r.in_level = level;
        for (const std::uint32_t i : seats_.holdings_of(c)) {
            const holding& h = seats_.holdings()[i];
            if (h.takes_seat != standing::yes || !h.level) continue;
            if (occupancy::is_held(h, {on_}) != standing::yes) continue;
            const std::uint32_t home = seats_.home_of(h.organisation);
            const establishment* e = seats_.in_force(home, on_);
            if (e == nullptr) continue;
            const seat* line = occupancy::line_for(*e, *h.level, h.role);
            r.organisation = records_.organisations[home].id;
            r.seat = seat_kind{*h.level, line != nullptr ? line->role : h.role, line}.code();
        }
        if (*r.earliest <= out_.law_on) out_.retirements.push_back(std::move(r));
    }

    void set_horizons() {
        std::stable_sort(out_.retirements.begin(), out_.retirements.end(),
                         [](const annual_retirement& a, const annual_retirement& b) {
                             return *a.earliest < *b.earliest;
                         });
        for (const int each : options_.horizons)
            out_.horizons.push_back({each, out_.on + years(each), {}, {}, {}});
        for (std::size_t i = 0; i < out_.retirements.size(); ++i) {
            const annual_retirement& r = out_.retirements[i];
            if (r.latest && *r.latest <= out_.on) {
                out_.past.push_back(i);
                continue;
            }
            for (annual_horizon& h : out_.horizons) {
                if (h.until < *r.earliest) continue;
                const bool is_certain = r.latest && *r.latest <= h.until;
                (is_certain ? h.certain : h.possible).push_back(i);
                if (is_certain && !r.seat.empty()) add_freed(r.seat, h.freed);
            }
        }
    }

    static void add_freed(const std::string& seat,
                          std::vector<std::pair<std::string, std::size_t>>& into) {
        for (auto& [subject, count] : into)
            if (subject == seat) {
                ++count;
                return;
            }
        into.emplace_back(seat, 1);
    }

    void count_seats() {
        for (std::uint32_t i = 0; i < records_.organisations.size(); ++i) {
            const organisation& of = records_.organisations[i];
            if (!of.establishments || of.establishments->empty()) continue;
            const organisation_view view(records_, seats_, i, on_);
            annual_seats one;
            one.id = of.id;
            if (of.name) one.name = *of.name;
            const establishment* e = view.in_force();
            one.is_in_force = e != nullptr;
            if (e != nullptr && e->document) one.document = *e->document;
            one.seats = seats_of(view);
            one.rank_seats = rank_seats_of(view);
            for (auto* list : {&one.seats, &one.rank_seats})
                for (seat_report& s : *list) s.holders.clear();
            out_.seats.push_back(std::move(one));
        }
    }

    const annual_reader& reader_;
    const dossier& records_;
    const occupancy& seats_;
    const annual_options& options_;
    day_span on_;
    bool has_establishments_ = false;
    annual_corps out_;
};

}  // namespace xuanren::detail
