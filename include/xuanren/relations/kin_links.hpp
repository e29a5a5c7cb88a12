// include/xuanren/relations/kin_links.hpp
#pragma once

#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/kinship_terms.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xuanren {

/// A marriage, as both sides put it on file 婚姻.
struct kin_marriage {
    field<day_span> from, until;
    bool is_former = false;    ///< over, on a day that is not on file
    bool is_disputed = false;  ///< the two sides give different days

    [[nodiscard]] standing stands(const day_span& days) const {
        if (is_former) return standing::no;
        const standing begun = from ? has_come(from, days) : standing::yes;
        const standing over = until ? has_come(until, days) : standing::no;
        return both(begun, opposite(over));
    }
    [[nodiscard]] bool has_begun(const day_span& days) const {
        return !from || has_come(from, days) != standing::no;
    }
    [[nodiscard]] bool is_undated() const { return !is_former && !from && !until; }
};

/// One step of descent or marriage between two persons of the graph.
struct kin_link {
    std::uint32_t source = no_record;    ///< declaration
    std::uint32_t marriage = no_record;  ///< of a step between spouses
    kin_step step = kin_step::parent;
    char seniority = 0;
    bool is_unsettled = false;  ///< people decide whether it is so
    bool is_by_law = false;     ///< adoption
    bool is_lasting = false;    ///< a marriage that stands on any day, and nobody of it has died
};

/// A person of the graph; a cadre, a relative outside the document, or one whom a term passes through.
struct kin_person {
    std::uint32_t source = no_record;  ///< the declaration that names him; none: only passed through
    field<xuanren::sex> sex;
    field<day_span> died;
};

/// What one entry of a list of kin says.
struct kin_declaration {
    std::uint32_t cadre = no_record, item = 0;
    std::uint32_t person = no_record;  ///< node; none: not understood, or no kin
    kinship_set readings;              ///< empty: not understood
    bool is_to_be_checked = false;
    bool is_loose = false;  ///< no single way: its readings differ, or it is remarriage or no kin
};

/// The persons and links of a kin graph, read from the declarations of a dossier.
class kin_links {
public:
    struct edge {
        std::uint32_t from, to;
        kin_link held;
    };

    explicit kin_links(const dossier& book) : book_(book) {
        const std::size_t cadres = book.cadres.size();
        persons.resize(cadres);
        for (std::size_t i = 0; i < cadres; ++i) persons[i].sex = book.cadres[i].sex;
        first_of.assign(cadres + 1, 0);
        for (std::uint32_t c = 0; c < cadres; ++c) {
            if (book.cadres[c].relatives)
                for (std::uint32_t i = 0; i < book.cadres[c].relatives->size(); ++i) declare(c, i);
            first_of[c + 1] = static_cast<std::uint32_t>(declarations.size());
        }
        slots_.resize(cadres);
        // People in the document first, then the others, then ways of several steps, so that each
        // father and mother is known before a term passes through them.
        for (const bool is_linked : {true, false})
            for (std::uint32_t i = 0; i < declarations.size(); ++i)
                if (ways_[i].size() == 1 && is_cadre(declarations[i].person) == is_linked)
                    place(i);
        for (std::uint32_t i = 0; i < declarations.size(); ++i)
            if (ways_[i].size() > 1) place(i);
        ways_ = {};
        slots_ = {};
        index_about();
        sort();
    }

    std::vector<kin_person> persons;
    std::vector<edge> edges;  ///< both ways, sorted
    std::vector<kin_marriage> marriages;
    std::vector<kin_declaration> declarations;
    std::vector<std::uint32_t> first_of;              ///< by cadre, into declarations
    std::vector<std::uint32_t> about, first_about;    ///< declarations that name a cadre

private:
    struct slots {
        std::uint32_t father = no_record, mother = no_record, spouse = no_record;
        std::uint32_t spouses = 0;
    };

    [[nodiscard]] bool is_cadre(std::uint32_t node) const noexcept {
        return node < book_.cadres.size();
    }

    void declare(std::uint32_t cadre, std::uint32_t item) {
        const relative& r = (*book_.cadres[cadre].relatives)[item];
        const std::uint32_t linked = book_.links.relative_person[cadre][item];
        kin_declaration d;
        d.cadre = cadre;
        d.item = item;
        d.person = linked;
        std::vector<kin_letter> way;
        if (auto path = kin_path_of(r.path, r.term)) {
            drop_impossible(*path, book_.cadres[cadre].sex);
            d.readings = kinships_of(*path);
            d.is_to_be_checked = path->is_to_be_checked;
            way = common_way(*path);
            d.is_loose = way.empty();
        } else {
            d.is_loose = true;
        }
        const std::uint32_t source = static_cast<std::uint32_t>(declarations.size());
        if (linked == no_record && !way.empty()) {
            d.person = new_person(source);
            persons[d.person].sex = way.back().sex;
        } else if (linked != no_record && linked != cadre && !way.empty() &&
                   !persons[linked].sex) {
            persons[linked].sex = way.back().sex;
        }
        if (d.person != no_record && d.person != cadre) {
            kin_person& p = persons[d.person];
            if (p.source == no_record) p.source = source;
            if (p.died.is_unknown()) p.died = death_of(r);
        }
        // A cadre who declares himself says nothing.
        if (linked == cadre) way.clear();
        declarations.push_back(d);
        ways_.push_back(std::move(way));
    }

    /// READING: 已故 and the like, in the place of an employer, says that the relative has died.
    [[nodiscard]] static field<day_span> death_of(const relative& r) {
        if (r.deceased) return span_of_days(r.deceased);
        if (!r.employer) return {};
        for (const std::string_view mark : {"去世", "已故", "病故", "死亡", "亡故"})
            if (r.employer->find(mark) != std::string::npos)
                return day_span{civil_date(1, 1, 1), civil_date(1, 1, 1)};
        return {};
    }

    /// A man has no husband, a woman no wife: 大伯 of a man is his father's brother.
    static void drop_impossible(kin_path& path, const field<sex>& of) {
        if (!of || path.readings.size() < 2) return;
        auto kept = path.readings;
        std::erase_if(kept, [&of](const std::vector<kin_letter>& way) {
            return !way.empty() && way.front().step == kin_step::spouse && way.front().sex &&
                   *way.front().sex == *of;
        });
        if (!kept.empty()) path.readings = std::move(kept);
    }

    /// The way that all readings share, step by step; empty where they do not.
    [[nodiscard]] static std::vector<kin_letter> common_way(const kin_path& path) {
        if (path.readings.empty()) return {};
        std::vector<kin_letter> out = path.readings.front();
        for (const auto& other : path.readings) {
            if (other.size() != out.size()) return {};
            for (std::size_t i = 0; i < out.size(); ++i) {
                if (other[i].step != out[i].step) return {};
                if (other[i].sex != out[i].sex) out[i].sex = {};
                if (other[i].seniority != out[i].seniority) out[i].seniority = 0;
                out[i].is_by_law = out[i].is_by_law || other[i].is_by_law;
            }
        }
        return detail::is_by_remarriage(out) ? std::vector<kin_letter>() : out;
    }

    [[nodiscard]] std::uint32_t new_person(std::uint32_t source = no_record) {
        persons.emplace_back();
        persons.back().source = source;
        return static_cast<std::uint32_t>(persons.size() - 1);
    }
    [[nodiscard]] slots& slots_of(std::uint32_t node) {
        if (slots_.size() < persons.size()) slots_.resize(persons.size());
        return slots_[node];
    }

    void place(std::uint32_t source) {
        const kin_declaration& d = declarations[source];
        const auto& way = ways_[source];
        std::uint32_t at = d.cadre;
        for (std::size_t i = 0; i + 1 < way.size(); ++i)
            at = passed_through(at, way[i], source, d.is_to_be_checked);
        join(at, d.person, way.back(), source, d.is_to_be_checked, true);
    }

    /// The person that a term passes through: the father, mother or spouse on file, else somebody new.
    [[nodiscard]] std::uint32_t passed_through(std::uint32_t at, const kin_letter& letter,
                                               std::uint32_t source, bool is_unsettled) {
        if (letter.step == kin_step::parent && letter.sex && !letter.is_by_law) {
            const slots& s = slots_of(at);
            const std::uint32_t held = *letter.sex == sex::male ? s.father : s.mother;
            if (held != no_record) return held;
        }
        if (letter.step == kin_step::spouse && !letter.is_former) {
            const slots& s = slots_of(at);
            if (s.spouses == 1) return s.spouse;
            // Of several spouses the term does not say through which.
            is_unsettled = is_unsettled || s.spouses > 1;
        }
        const std::uint32_t made = new_person();
        persons[made].sex = letter.sex;
        join(at, made, letter, source, is_unsettled, false);
        return made;
    }

    void join(std::uint32_t from, std::uint32_t to, const kin_letter& letter, std::uint32_t source,
              bool is_unsettled, bool is_dated) {
        if (to == no_record || from == to) return;
        kin_link link;
        link.source = source;
        link.step = letter.step;
        link.seniority = letter.seniority;
        link.is_unsettled = is_unsettled;
        link.is_by_law = letter.is_by_law;
        kin_link back = link;
        back.seniority = letter.seniority == 'e' ? 'y' : letter.seniority == 'y' ? 'e' : '\0';
        switch (letter.step) {
            case kin_step::parent:
                back.step = kin_step::child;
                if (!letter.is_by_law) enter_parent(from, to, letter.sex);
                break;
            case kin_step::child:
                back.step = kin_step::parent;
                if (!letter.is_by_law) enter_parent(to, from, persons[from].sex);
                break;
            case kin_step::sibling: break;
            case kin_step::spouse:
                link.marriage = back.marriage = static_cast<std::uint32_t>(marriages.size());
                marriages.push_back(marriage_of(letter, source, is_dated));
                enter_spouse(from, to);
                enter_spouse(to, from);
                break;
        }
        edges.push_back({from, to, link});
        edges.push_back({to, from, back});
    }

    [[nodiscard]] kin_marriage marriage_of(const kin_letter& letter, std::uint32_t source,
                                           bool is_dated) const {
        kin_marriage out;
        out.is_former = letter.is_former;
        if (!is_dated) return out;
        const kin_declaration& d = declarations[source];
        const relative& r = (*book_.cadres[d.cadre].relatives)[d.item];
        out.from = span_of_days(r.from);
        out.until = span_of_days(r.to);
        if (out.until) out.is_former = false;
        return out;
    }
    void enter_parent(std::uint32_t child, std::uint32_t parent, const field<sex>& of) {
        const field<sex> known = persons[parent].sex ? persons[parent].sex : of;
        if (!known) return;
        slots& s = slots_of(child);
        std::uint32_t& held = *known == sex::male ? s.father : s.mother;
        if (held == no_record) held = parent;
    }
    void enter_spouse(std::uint32_t of, std::uint32_t who) {
        slots& s = slots_of(of);
        if (s.spouses > 0 && s.spouse == who) return;
        s.spouse = who;
        ++s.spouses;
    }

    void index_about() {
        first_about.assign(book_.cadres.size() + 1, 0);
        for (const kin_declaration& d : declarations)
            if (is_cadre(d.person)) ++first_about[d.person + 1];
        for (std::size_t i = 1; i < first_about.size(); ++i) first_about[i] += first_about[i - 1];
        about.resize(first_about.back());
        std::vector<std::uint32_t> next(first_about.begin(), first_about.end() - 1);
        for (std::uint32_t i = 0; i < declarations.size(); ++i)
            if (is_cadre(declarations[i].person)) about[next[declarations[i].person]++] = i;
    }

    /// Sorts the links and puts together those that say the same.
    void sort() {
        std::stable_sort(edges.begin(), edges.end(), [](const edge& a, const edge& b) {
            if (a.from != b.from) return a.from < b.from;
            if (a.to != b.to) return a.to < b.to;
            return a.held.step < b.held.step;
        });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const edge& e = edges[i];
            if (kept > 0 && edges[kept - 1].from == e.from && edges[kept - 1].to == e.to &&
                edges[kept - 1].held.step == e.held.step) {
                kin_link& into = edges[kept - 1].held;
                into.is_unsettled = into.is_unsettled && e.held.is_unsettled;
                into.is_by_law = into.is_by_law && e.held.is_by_law;
                if (into.seniority == 0) into.seniority = e.held.seniority;
                if (e.held.step == kin_step::spouse && e.from < e.to)
                    agree(marriages[into.marriage], marriages[e.held.marriage]);
            } else {
                edges[kept++] = e;
            }
        }
        edges.resize(kept);
        edges.shrink_to_fit();
        open_natural_kin();
        for (edge& e : edges)
            if (e.held.step == kin_step::spouse)
                e.held.is_lasting = marriages[e.held.marriage].is_undated() &&
                                    !persons[e.from].died && !persons[e.to].died;
    }

    /// READING: adoption ends the ties to the natural parents, but for one who is married to the
    /// adopter; whether avoidance asks after them still is for people to decide.
    void open_natural_kin() {
        const auto links_of = [this](std::uint32_t person) {
            const auto by_from = [](const auto& a, const auto& b) {
                if constexpr (std::is_integral_v<std::decay_t<decltype(a)>>)
                    return a < b.from;
                else
                    return a.from < b;
            };
            const auto first = std::lower_bound(edges.begin(), edges.end(), person, by_from);
            return std::span(first, std::upper_bound(first, edges.end(), person, by_from));
        };
        const auto is_adopter = [](const edge& e) {
            return e.held.step == kin_step::parent && e.held.is_by_law;
        };
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (!is_adopter(edges[i])) continue;
            const std::uint32_t child = edges[i].from;
            std::vector<std::uint32_t> kept;  // adopters, and those married to one
            for (const edge& e : links_of(child)) {
                if (!is_adopter(e)) continue;
                kept.push_back(e.to);
                for (const edge& m : links_of(e.to))
                    if (m.held.step == kin_step::spouse) kept.push_back(m.to);
            }
            for (edge& e : links_of(child)) {
                if (e.held.step != kin_step::parent || e.held.is_by_law ||
                    std::find(kept.begin(), kept.end(), e.to) != kept.end())
                    continue;
                e.held.is_unsettled = true;
                for (edge& back : links_of(e.to))
                    if (back.to == child && back.held.step == kin_step::child)
                        back.held.is_unsettled = true;
            }
            while (i + 1 < edges.size() && edges[i + 1].from == child) ++i;
        }
    }

    /// Two declarations of one marriage: what one leaves out the other may say; where they differ,
    /// all the days between are open.
    static void agree(kin_marriage& into, const kin_marriage& other) {
        const auto meet = [&into](field<day_span>& a, const field<day_span>& b) {
            if (b.is_unknown()) return;
            if (a.is_unknown()) {
                a = b;
            } else if (a && b) {
                into.is_disputed = into.is_disputed || a->last < b->first || b->last < a->first;
                a = day_span{std::min(a->first, b->first), std::max(a->last, b->last)};
            } else if (a.is_null() != b.is_null()) {
                into.is_disputed = true;
                a = day_span{a ? a->first : b->first, civil_date(9999, 12, 31)};
            }
        };
        meet(into.from, other.from);
        meet(into.until, other.until);
        into.is_former = into.is_former || other.is_former;
    }

    const dossier& book_;
    std::vector<std::vector<kin_letter>> ways_;  ///< by declaration
    std::vector<slots> slots_;
};

}  // namespace xuanren
