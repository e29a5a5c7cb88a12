// include/xuanren/relations/kin_graph.hpp
#pragma once

#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/kin_links.hpp>
#include <xuanren/relations/kinship.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// What one person of a dossier is to another on a day 两人之间的亲属关系.
struct kin_relation {
    std::uint32_t person = no_record;  ///< node of the other
    kinship_set readings;              ///< one kinship, or those it may be
    bool is_settled = true;            ///< records settle it; else people decide whether it is so
    standing stands = standing::yes;   ///< whether the marriages it runs through last on that day

    friend bool operator==(const kin_relation&, const kin_relation&) = default;
};

/// One step of the way from one person to another, with the declaration that it rests on.
struct kin_way_step {
    kin_letter letter;
    std::uint32_t person = no_record;  ///< node that it leads to
    std::uint32_t source = no_record;  ///< into sources()
};

/// The kin graph of a dossier 亲属图: persons, and the descent and marriage that its cadres declare.
///
/// Made once for a dossier, which must be linked and must outlive it. Nodes 0 to cadres.size() - 1
/// are the cadres; the others stand for relatives who are not in the document and for those whom a
/// term only passes through (the uncle of a cousin). One person has one father and one mother, so
/// declarations of several cadres meet in them. Nothing is matched by name.
/// Complexity: n log n to make; a question about one person visits his near kin only.
class kin_graph {
    using graph =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, kin_link,
                                           boost::no_property, std::uint32_t, std::uint32_t>;

public:
    explicit kin_graph(const dossier& book) : book_(book), links_(book) {
        auto& edges = links_.edges;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
        std::vector<kin_link> held;
        ends.reserve(edges.size());
        held.reserve(edges.size());
        for (const auto& e : edges) {
            ends.emplace_back(e.from, e.to);
            held.push_back(e.held);
        }
        graph_ = graph(boost::edges_are_sorted, ends.begin(), ends.end(), held.begin(),
                       static_cast<std::uint32_t>(links_.persons.size()));
        edges = {};
    }

    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] std::size_t persons() const noexcept { return links_.persons.size(); }
    [[nodiscard]] std::size_t edges() const noexcept { return boost::num_edges(graph_); }
    [[nodiscard]] const kin_person& person(std::uint32_t node) const {
        return links_.persons[node];
    }
    [[nodiscard]] std::span<const kin_declaration> declarations() const noexcept {
        return links_.declarations;
    }
    /// The declarations of one cadre.
    [[nodiscard]] std::span<const kin_declaration> declared_by(std::uint32_t cadre) const {
        return std::span(links_.declarations)
            .subspan(links_.first_of[cadre], links_.first_of[cadre + 1] - links_.first_of[cadre]);
    }
    /// The declarations of others that name one cadre, by place in declarations().
    [[nodiscard]] std::span<const std::uint32_t> declared_about(std::uint32_t cadre) const {
        return std::span(links_.about)
            .subspan(links_.first_about[cadre],
                     links_.first_about[cadre + 1] - links_.first_about[cadre]);
    }
    [[nodiscard]] const relative& record_of(const kin_declaration& d) const {
        return (*book_.cadres[d.cadre].relatives)[d.item];
    }
    /// Whether a cadre's list of kin is declared complete.
    [[nodiscard]] bool is_closed(std::uint32_t cadre) const {
        const auto& closed = book_.cadres[cadre].relatives_declared;
        return closed && *closed && !book_.cadres[cadre].relatives.is_unknown();
    }
    /// Whether a declared relation lasts on those days: a marriage until divorce or death.
    [[nodiscard]] standing stands(const relative& r, const day_span& days) const {
        const standing begun =
            r.from ? has_come(span_of_days(r.from), days) : standing::yes;
        const standing over = r.to ? has_come(span_of_days(r.to), days) : standing::no;
        return both(begun, opposite(over));
    }

    /// A walk over the near kin of one person, with room that later walks use again.
    class walk {
    public:
        struct visit {
            std::uint32_t person;
            std::uint32_t before;  ///< the visit it came from
            std::uint32_t edge;    ///< place of its link among the links of that person
            kinship as, else_as;
            bool is_settled;
            standing stands;
            bool is_doubtful = false;  ///< a step on the way may lead elsewhere
        };

        explicit walk(const kin_graph& kin) : kin_(kin) {}

        /// Visits everybody who may be near kin of `from` on those days, nearest first.
        void run(std::uint32_t from, const day_span& days) {
            visits_.clear();
            if (slots_.empty()) slots_.assign(1024, {0, 0});
            if (++round_ == 0) {
                std::fill(slots_.begin(), slots_.end(), slot{0, 0});
                round_ = 1;
            }
            used_ = 0;
            from_ = from;
            visits_.push_back({from, no_record, no_record, kinship::self, kinship::none, true,
                               standing::yes});
            for (std::uint32_t i = 0; i < visits_.size(); ++i) {
                const kinship at = visits_[i].as;
                if (!is_far(at)) step_from(i, days);
            }
        }
        [[nodiscard]] std::span<const visit> visits() const noexcept { return visits_; }

    private:
        struct slot {
            std::uint32_t round, visit;
        };

        void step_from(std::uint32_t i, const day_span& days) {
            const graph& g = kin_.graph_;
            const std::uint32_t at = visits_[i].person;
            const std::uint32_t back =
                visits_[i].before == no_record ? no_record : visits_[visits_[i].before].person;
            const auto [first, last] = boost::out_edges(at, g);
            std::uint32_t place = 0;
            for (auto e = first; e != last; ++e, ++place) {
                const std::uint32_t to = boost::target(*e, g);
                // A parent's child whom one came from is not a sibling of his own.
                if (to == from_ || to == back) continue;
                const kin_link& link = g[*e];
                const visit v = visits_[i];
                const kin_move move = move_from(v.as, link.step);
                // One step that may lead elsewhere leaves a question; two leave nothing to ask.
                if (v.is_doubtful && !move.is_certain) continue;
                visit next{to,         i,
                           place,      move.to,
                           move.else_to, v.is_settled && move.is_certain,
                           v.stands,   v.is_doubtful || !move.is_certain};
                if (link.is_unsettled) next.is_settled = false;
                if (link.step == kin_step::spouse && !marry(link, v, next, days)) continue;
                // The other parent of one's child, once divorced, is not taken for a spouse.
                if (next.as == kinship::spouse && !next.is_settled &&
                    find(to, kinship::former_spouse) != no_record)
                    continue;
                enter(next);
            }
        }

        /// Whether a marriage leads on; what it does to what lies beyond it.
        bool marry(const kin_link& link, const visit& v, visit& next, const day_span& days) const {
            const kin_marriage& m = kin_.links_.marriages[link.marriage];
            const standing lasts = m.stands(days);
            if (lasts == standing::no) {
                if (v.as != kinship::self || !m.has_begun(days)) return false;
                next.as = kinship::former_spouse;
                return true;
            }
            next.stands = both(next.stands, lasts);
            const standing bereft = either(kin_.has_died(v.person, days),
                                           kin_.has_died(next.person, days));
            // READING: whether ties by marriage outlast a death is not said; people decide.
            if (bereft != standing::no) next.is_settled = false;
            return true;
        }

        void enter(const visit& next) {
            const std::uint32_t found = find(next.person, next.as);
            if (found != no_record) {
                visit& held = visits_[found];
                const bool is_better = (next.is_settled && !held.is_settled) ||
                                       (next.is_settled == held.is_settled &&
                                        next.stands > held.stands);
                if (!is_better) return;
                // What was reached through the weaker way is reached again through the better.
                const std::uint32_t again = static_cast<std::uint32_t>(visits_.size());
                visits_.push_back(next);
                slots_[place_of(next.person, next.as)].visit = again;
                return;
            }
            if (2 * (used_ + 1) > slots_.size()) grow();
            slots_[place_of(next.person, next.as)] = {
                round_, static_cast<std::uint32_t>(visits_.size())};
            ++used_;
            visits_.push_back(next);
        }
        [[nodiscard]] std::size_t place_of(std::uint32_t person, kinship as) const {
            const std::size_t mask = slots_.size() - 1;
            std::size_t at = (person * std::uint64_t{0x9E3779B97F4A7C15} >> 20 ^
                              static_cast<std::size_t>(as) * 0x85EBCA6B) &
                             mask;
            while (slots_[at].round == round_ && !(visits_[slots_[at].visit].person == person &&
                                                   visits_[slots_[at].visit].as == as))
                at = (at + 1) & mask;
            return at;
        }
        [[nodiscard]] std::uint32_t find(std::uint32_t person, kinship as) const {
            const slot& s = slots_[place_of(person, as)];
            return s.round == round_ ? s.visit : no_record;
        }
        void grow() {
            std::vector<slot> old(slots_.size() * 2, slot{0, 0});
            std::swap(old, slots_);
            for (const slot& s : old)
                if (s.round == round_)
                    slots_[place_of(visits_[s.visit].person, visits_[s.visit].as)] = s;
        }

        const kin_graph& kin_;
        std::vector<visit> visits_;
        std::vector<slot> slots_;
        std::uint32_t round_ = 0, from_ = no_record;
        std::size_t used_ = 0;
    };

    /// Those who are, or may be, near kin of a cadre on those days, of the persons that `asked` names;
    /// one entry a kinship, in the order of persons. Who is not in the document is left out.
    template <class Asked>
    [[nodiscard]] std::vector<kin_relation> kin_of(std::uint32_t cadre, const day_span& days,
                                                   walk& room, Asked asked) const {
        room.run(cadre, days);
        std::vector<sighting> seen;
        for (const walk::visit& v : room.visits())
            if (v.person != cadre && v.person < book_.cadres.size() && asked(v.person))
                seen.push_back({v.person, v.as, v.else_as, v.is_settled, v.stands});
        add_declared(cadre, days, asked, seen);
        std::stable_sort(seen.begin(), seen.end(), [](const sighting& a, const sighting& b) {
            return a.person < b.person;
        });
        std::vector<kin_relation> out;
        for (std::size_t i = 0; i < seen.size();) {
            std::size_t end = i;
            while (end < seen.size() && seen[end].person == seen[i].person) ++end;
            settle(cadre, std::span(seen).subspan(i, end - i), out);
            i = end;
        }
        return out;
    }
    /// The same of everybody.
    [[nodiscard]] std::vector<kin_relation> kin_of(std::uint32_t cadre, const day_span& days,
                                                   walk& room) const {
        return kin_of(cadre, days, room, [](std::uint32_t) { return true; });
    }
    [[nodiscard]] std::vector<kin_relation> kin_of(std::uint32_t cadre,
                                                   const day_span& days) const {
        walk room(*this);
        return kin_of(cadre, days, room);
    }

    /// What the second cadre is to the first; none of the file where nothing is declared.
    [[nodiscard]] std::vector<kin_relation> between(std::uint32_t a, std::uint32_t b,
                                                    const day_span& days, walk& room) const {
        return kin_of(a, days, room, [b](std::uint32_t person) { return person == b; });
    }
    [[nodiscard]] std::vector<kin_relation> between(std::uint32_t a, std::uint32_t b,
                                                    const day_span& days) const {
        walk room(*this);
        return between(a, b, days, room);
    }

    /// The way from one cadre to another as near kin, for one kinship; empty where there is none.
    [[nodiscard]] std::vector<kin_way_step> way(std::uint32_t a, std::uint32_t b, kinship as,
                                                const day_span& days) const {
        walk room(*this);
        room.run(a, days);
        const auto visits = room.visits();
        const walk::visit* found = nullptr;
        for (const walk::visit& v : visits)
            if (v.person == b && (v.as == as || v.else_as == as) &&
                (found == nullptr || (v.is_settled && !found->is_settled)))
                found = &v;
        std::vector<kin_way_step> out;
        for (const walk::visit* v = found; v != nullptr && v->before != no_record;
             v = &visits[v->before]) {
            const auto [first, last] = boost::out_edges(visits[v->before].person, graph_);
            out.push_back(step_of(graph_[*(first + static_cast<int>(v->edge))], v->person));
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    /// Any way at all from one person to another, the shortest, over whatever kin; empty where no
    /// declaration joins them.  Complexity: linear in the graph, without recursion.
    [[nodiscard]] std::vector<kin_way_step> any_way(std::uint32_t a, std::uint32_t b) const {
        std::vector<std::uint32_t> before(persons(), no_record);
        std::vector<std::uint32_t> queue{a};
        before[a] = a;
        for (std::size_t i = 0; i < queue.size() && before[b] == no_record; ++i) {
            const auto [first, last] = boost::out_edges(queue[i], graph_);
            for (auto e = first; e != last; ++e) {
                const std::uint32_t to = boost::target(*e, graph_);
                if (before[to] != no_record) continue;
                before[to] = queue[i];
                queue.push_back(to);
            }
        }
        std::vector<kin_way_step> out;
        if (a == b || before[b] == no_record) return out;
        for (std::uint32_t at = b; at != a; at = before[at]) {
            const auto [first, last] = boost::out_edges(before[at], graph_);
            for (auto e = first; e != last; ++e)
                if (boost::target(*e, graph_) == at) {
                    out.push_back(step_of(graph_[*e], at));
                    break;
                }
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    /// What a way comes to, whether or not it is near.
    [[nodiscard]] static kinship kinship_along(std::span<const kin_way_step> steps) {
        kinship at = kinship::self;
        for (const kin_way_step& s : steps) at = move_from(at, s.letter.step).to;
        return at;
    }

    /// Calls `visit(from, to, link)` for every link, both ways.
    template <class Visit>
    void each_link(Visit visit) const {
        for (std::uint32_t i = 0; i < persons(); ++i) {
            const auto [first, last] = boost::out_edges(i, graph_);
            for (auto e = first; e != last; ++e) visit(i, boost::target(*e, graph_), graph_[*e]);
        }
    }

    /// Whether a cadre is on file as his own ancestor.  Complexity: linear in his ancestors.
    [[nodiscard]] bool is_own_ancestor(std::uint32_t cadre) const {
        std::vector<std::uint32_t> queue{cadre};
        std::vector<bool> seen(persons(), false);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const auto [first, last] = boost::out_edges(queue[i], graph_);
            for (auto e = first; e != last; ++e) {
                if (graph_[*e].step != kin_step::parent) continue;
                const std::uint32_t to = boost::target(*e, graph_);
                if (to == cadre) return true;
                if (seen[to]) continue;
                seen[to] = true;
                queue.push_back(to);
            }
        }
        return false;
    }

    /// The parents of a person by blood, of one sex, that the file names.
    [[nodiscard]] std::vector<std::uint32_t> parents_of(std::uint32_t node, sex of) const {
        std::vector<std::uint32_t> out;
        const auto [first, last] = boost::out_edges(node, graph_);
        for (auto e = first; e != last; ++e) {
            const kin_link& l = graph_[*e];
            const std::uint32_t to = boost::target(*e, graph_);
            if (l.step == kin_step::parent && !l.is_by_law && person(to).sex &&
                *person(to).sex == of)
                out.push_back(to);
        }
        return out;
    }
    /// The marriages of a person, with the other party.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, kin_marriage>> marriages_of(
        std::uint32_t node) const {
        std::vector<std::pair<std::uint32_t, kin_marriage>> out;
        const auto [first, last] = boost::out_edges(node, graph_);
        for (auto e = first; e != last; ++e)
            if (graph_[*e].step == kin_step::spouse)
                out.emplace_back(boost::target(*e, graph_), links_.marriages[graph_[*e].marriage]);
        return out;
    }

    /// Whether a person has died by those days; who says nothing of it lives.
    [[nodiscard]] standing has_died(std::uint32_t node, const day_span& days) const {
        const auto& died = links_.persons[node].died;
        return died ? has_come(died, days) : standing::no;
    }

private:
    /// A kinship that the walk or a declaration shows, before what speaks of one person is put
    /// together.
    struct sighting {
        std::uint32_t person;
        kinship as, else_as;
        bool is_settled;
        standing stands;
        kinship_set declared = {};  ///< a declaration whose readings differ in their ways
    };

    /// Declarations that no walk can follow: of far kin, of several readings, of no kin, of
    /// remarriage.
    template <class Asked>
    void add_declared(std::uint32_t cadre, const day_span& days, Asked asked,
                      std::vector<sighting>& seen) const {
        const auto add = [&](const kin_declaration& d, std::uint32_t person, bool is_turned) {
            if (person >= book_.cadres.size() || person == cadre || !asked(person)) return;
            sighting s{person, kinship::none, kinship::none, !d.is_to_be_checked,
                       stands(record_of(d), days)};
            bool has_far = false;
            d.readings.each([&](kinship k) {
                s.declared.add(is_turned ? inverse(k) : k);
                has_far = has_far || is_far(k) || is_far(inverse(k));
            });
            if (d.is_loose || (has_far && !d.readings.has(kinship::former_spouse)))
                seen.push_back(s);
        };
        for (const kin_declaration& d : declared_by(cadre)) add(d, d.person, false);
        for (const std::uint32_t i : declared_about(cadre)) {
            const kin_declaration& d = links_.declarations[i];
            add(d, d.cadre, true);
        }
    }

    void settle(std::uint32_t cadre, std::span<const sighting> seen,
                std::vector<kin_relation>& out) const {
        const std::uint32_t person = seen.front().person;
        kinship_set own = declared_readings(cadre, person, false);
        const kinship_set theirs = declared_readings(person, cadre, true);
        // Who contradict one another leave every reading open.
        if (!own.is_empty() && !theirs.is_empty() && !agree(own, theirs)) {
            kin_relation r{person, own, true, standing::no};
            r.readings.add(theirs);
            for (const sighting& s : seen) r.stands = either(r.stands, s.stands);
            out.push_back(r);
            return;
        }
        const std::size_t before = out.size();
        bool is_near = false;
        for (const sighting& s : seen) {
            if (!s.declared.is_empty() || !s.is_settled) continue;
            const bool is_told = std::any_of(
                out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                [&s](const kin_relation& r) { return r.readings.has(s.as); });
            if (is_told) {
                for (std::size_t i = before; i < out.size(); ++i)
                    if (out[i].readings.has(s.as)) out[i].stands = either(out[i].stands, s.stands);
                continue;
            }
            is_near = is_near || (!is_far(s.as) && s.stands == standing::yes);
            out.push_back({person, {s.as}, true, s.stands});
        }
        for (const sighting& s : seen) {
            if (s.declared.is_empty()) continue;
            bool is_told = false, is_only_far = true;
            for (std::size_t i = before; i < out.size(); ++i)
                out[i].readings.each([&](kinship k) { is_told = is_told || s.declared.has(k); });
            s.declared.each([&](kinship k) { is_only_far = is_only_far && is_far(k); });
            if (is_told || (is_only_far && out.size() > before)) continue;
            is_near = true;
            out.push_back({person, s.declared, s.is_settled, s.stands});
        }
        if (is_near) return;
        kin_relation open{person, {}, false, standing::no};
        for (const sighting& s : seen) {
            if (!s.declared.is_empty() || s.is_settled) continue;
            open.readings.add(s.as);
            if (s.else_as != kinship::none || !is_far(s.as)) open.readings.add(s.else_as);
            open.stands = either(open.stands, s.stands);
        }
        // What may only be far kin tells nothing.
        bool may_be_near = false;
        open.readings.each([&](kinship k) { may_be_near = may_be_near || !is_far(k); });
        if (may_be_near) out.push_back(open);
    }

    /// What one cadre declares another to be, turned round for the other's side.
    [[nodiscard]] kinship_set declared_readings(std::uint32_t by, std::uint32_t about,
                                                bool is_turned) const {
        kinship_set out;
        for (const kin_declaration& d : declared_by(by)) {
            if (d.person != about) continue;
            d.readings.each([&](kinship k) { out.add(is_turned ? inverse(k) : k); });
        }
        return out;
    }
    [[nodiscard]] static bool agree(kinship_set a, kinship_set b) {
        bool out = false;
        a.each([&](kinship k) {
            out = out || b.has(k) ||
                  // Turned round, some in-laws lose their name.
                  (b.has(kinship::other_in_law) && inverse(k) == kinship::other_in_law) ||
                  (k == kinship::other_in_law && any_loses_its_name(b));
        });
        return out;
    }
    [[nodiscard]] static bool any_loses_its_name(kinship_set b) {
        bool out = false;
        b.each([&](kinship k) { out = out || inverse(k) == kinship::other_in_law; });
        return out;
    }

    [[nodiscard]] kin_way_step step_of(const kin_link& link, std::uint32_t to) const {
        kin_way_step out;
        out.letter.step = link.step;
        out.letter.sex = person(to).sex;
        out.letter.seniority = link.seniority;
        out.letter.is_by_law = link.is_by_law;
        out.person = to;
        out.source = link.source;
        return out;
    }

    const dossier& book_;
    kin_links links_;
    graph graph_;
};

}  // namespace xuanren
