// include/xuanren/relations/kin_graph.hpp
#pragma once

#include <xuanren/relations/kin_network.hpp>
#include <xuanren/relations/kin_walk.hpp>
#include <xuanren/relations/kinship.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// What one person of a dossier is to another on a day 两人之间的亲属关系.
struct kin_relation {
    std::uint32_t person = no_record;  ///< node of the other
    kinship_set readings;  ///< one kinship, or those it may be; empty: a term not understood
    bool is_settled = true;            ///< records settle it; else people decide whether it is so
    standing stands = standing::yes;   ///< whether the marriages it runs through last on that day

    friend bool operator==(const kin_relation&, const kin_relation&) = default;
};

/// The kin graph of a dossier 亲属图: the network of its persons, and who is what to whom in it.
///
/// Made once for a dossier, which must be linked and must outlive it.
/// Complexity: n log n to make; a question about one person visits his near kin only.
class kin_graph : public kin_network {
public:
    using walk = kin_walk;

    explicit kin_graph(const dossier& book) : kin_network(book) {}

    /// Those who are, or may be, near kin of a cadre on those days, of the persons that `asked` names;
    /// one entry a kinship, in the order of persons. Who is not in the document is left out.
    template <class Asked>
    [[nodiscard]] std::vector<kin_relation> kin_of(std::uint32_t cadre, const day_span& days,
                                                   walk& room, Asked asked) const {
        room.run(cadre, days, asked);
        return put_together(cadre, days, room, asked);
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
        room.run(a, days, [b](std::uint32_t person) { return person == b; });
        const auto visits = room.visits();
        const walk::visit* found = nullptr;
        for (const walk::visit& v : visits)
            if (v.person == b && (v.as == as || v.else_as == as) &&
                (found == nullptr || (v.is_settled && !found->is_settled)))
                found = &v;
        std::vector<kin_way_step> out;
        for (const walk::visit* v = found; v != nullptr && v->before != no_record;
             v = &visits[v->before]) {
            const auto [first, last] = boost::out_edges(visits[v->before].person, links());
            out.push_back(step_of(links()[*(first + static_cast<int>(v->edge))], v->person));
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

private:
    /// A kinship that the walk or a declaration shows, before what speaks of one person is put
    /// together.
    struct sighting {
        std::uint32_t person;
        kinship as, else_as;
        bool is_settled;
        standing stands;
        kinship_set declared = {};  ///< a declaration whose readings differ in their ways
        bool is_unread = false;     ///< a declaration whose term is not understood
    };

    /// What a walk and the declarations show, put together.
    template <class Asked>
    [[nodiscard]] std::vector<kin_relation> put_together(std::uint32_t cadre, const day_span& days,
                                                         const walk& room, Asked asked) const {
        std::vector<sighting> seen;
        for (const walk::visit& v : room.visits())
            if (v.person != cadre && v.person < book().cadres.size() && asked(v.person))
                seen.push_back({v.person, v.as, v.else_as, v.is_settled, v.stands});
        add_declared(cadre, days, asked, seen);
        std::stable_sort(seen.begin(), seen.end(), [](const sighting& a, const sighting& b) {
            return a.person < b.person;
        });
        std::vector<kin_relation> out;
        for (std::size_t i = 0; i < seen.size();) {
            std::size_t end = i;
            while (end < seen.size() && seen[end].person == seen[i].person) ++end;
            const std::size_t before = out.size();
            settle(cadre, std::span(seen).subspan(i, end - i), out);
            leave_nearest(cadre, before, out);
            i = end;
        }
        return out;
    }

    /// Of one person's relations, from `before` on, those that have a name of their own or are
    /// declared: that a cousin is kin further off as well, found by the way, says nothing of him.
    void leave_nearest(std::uint32_t cadre, std::size_t before,
                       std::vector<kin_relation>& out) const {
        const auto of_him = out.begin() + static_cast<std::ptrdiff_t>(before);
        const auto has_name = [](const kin_relation& r) { return has_own_name(r.readings); };
        if (out.size() - before < 2 || std::none_of(of_him, out.end(), has_name)) return;
        const std::uint32_t person = of_him->person;
        const auto is_declared = [&](std::uint32_t by, std::uint32_t about, kinship_set as) {
            for (const kin_declaration& d : declared_by(by)) {
                bool is_so = false;
                if (d.person == about) d.readings.each([&](kinship k) {
                        is_so = is_so || (is_far(k) && as.has(by == cadre ? k : inverse(k)));
                    });
                if (is_so) return true;
            }
            return false;
        };
        const auto is_by_the_way = [&](const kin_relation& r) {
            return !has_name(r) && !r.readings.is_empty() &&
                   !is_declared(cadre, person, r.readings) &&
                   !is_declared(person, cadre, r.readings);
        };
        out.erase(std::remove_if(of_him, out.end(), is_by_the_way), out.end());
    }

    /// Declarations that no walk can follow: of far kin, of several readings, of no kin, of
    /// remarriage.
    template <class Asked>
    void add_declared(std::uint32_t cadre, const day_span& days, Asked asked,
                      std::vector<sighting>& seen) const {
        const auto add = [&](const kin_declaration& d, std::uint32_t person, bool is_turned) {
            if (person >= book().cadres.size() || person == cadre || !asked(person)) return;
            sighting s{person, kinship::none, kinship::none, !d.is_to_be_checked,
                       stands(record_of(d), days)};
            bool has_far = false;
            d.readings.each([&](kinship k) {
                s.declared.add(is_turned ? inverse(k) : k);
                has_far = has_far || is_far(k) || is_far(inverse(k));
            });
            s.is_unread = d.readings.is_empty();
            if (d.is_loose || (has_far && !d.readings.has(kinship::former_spouse)))
                seen.push_back(s);
        };
        for (const kin_declaration& d : declared_by(cadre)) add(d, d.person, false);
        for (const std::uint32_t i : declared_about(cadre)) {
            const kin_declaration& d = declarations()[i];
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
            if (!s.declared.is_empty() || s.is_unread || !s.is_settled) continue;
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
        // What nobody understands leaves open whether they are kin at all.
        bool may_be_near = false;
        for (const sighting& s : seen) {
            if (s.is_unread) {
                may_be_near = true;
                open.stands = either(open.stands, s.stands);
            }
            if (s.is_unread || !s.declared.is_empty() || s.is_settled) continue;
            open.readings.add(s.as);
            if (s.else_as != kinship::none || !is_far(s.as)) open.readings.add(s.else_as);
            open.stands = either(open.stands, s.stands);
        }
        // What may only be far kin tells nothing.
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
};

}  // namespace xuanren
