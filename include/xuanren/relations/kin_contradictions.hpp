// include/xuanren/relations/kin_contradictions.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace xuanren {

/// In what way declarations of kin cannot all be right 亲属申报矛盾.
enum class kin_fault : std::uint8_t {
    kinds_differ,     ///< one says cousin, the other brother
    two_parents,      ///< two fathers, or two mothers, by blood
    sex_differs,      ///< a wife who is a man by his own record
    two_marriages,    ///< two marriages at one time
    own_ancestor,     ///< a line of parents that comes back
    parent_younger,   ///< a parent born after the child
    marriage_days,    ///< the two sides give different days
    himself,          ///< somebody declares himself
};

struct kin_contradiction {
    kin_fault fault = kin_fault::kinds_differ;
    std::uint32_t cadre = no_record, other = no_record;  ///< nodes
    std::vector<std::uint32_t> declarations;             ///< those that cannot all be right
};

namespace detail {

[[nodiscard]] inline kinship_set turned(kinship_set of) {
    kinship_set out;
    of.each([&out](kinship k) { out.add(inverse(k)); });
    return out;
}

/// Whether some reading of one agrees with some reading of the other.
[[nodiscard]] inline bool may_be_one(kinship_set a, kinship_set b) {
    bool out = false;
    a.each([&](kinship k) {
        out = out || b.has(k);
        b.each([&](kinship other) {
            // Turned round, some in-laws lose their name.
            out = out || (k == kinship::other_in_law && inverse(other) == k) ||
                  (other == kinship::other_in_law && inverse(k) == other);
        });
    });
    return out;
}

[[nodiscard]] inline bool has_blood(kinship_set s) {
    bool out = false;
    s.each([&out](kinship k) { out = out || is_blood(k); });
    return out;
}

}  // namespace detail

/// What the declarations by and about one cadre contradict, each pair once for either side.
/// Complexity: his near kin and declarations; his ancestors, once.
[[nodiscard]] inline std::vector<kin_contradiction> contradictions_of(const kin_graph& graph,
                                                                      std::uint32_t cadre) {
    std::vector<kin_contradiction> out;
    const dossier& book = graph.book();
    const auto all = graph.declarations();
    const auto index_of = [&all](const kin_declaration& d) {
        return static_cast<std::uint32_t>(&d - all.data());
    };
    struct said {
        std::uint32_t other, declaration;
        kinship_set readings;  ///< what the other is to this cadre
    };
    std::vector<said> list;
    for (const kin_declaration& d : graph.declared_by(cadre)) {
        if (d.person == cadre) {
            out.push_back({kin_fault::himself, cadre, cadre, {index_of(d)}});
            continue;
        }
        if (d.person < book.cadres.size() && !d.readings.is_empty())
            list.push_back({d.person, index_of(d), d.readings});
    }
    for (const std::uint32_t i : graph.declared_about(cadre))
        if (all[i].cadre != cadre && !all[i].readings.is_empty())
            list.push_back({all[i].cadre, i, detail::turned(all[i].readings)});
    std::stable_sort(list.begin(), list.end(),
                     [](const said& a, const said& b) { return a.other < b.other; });
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t k = i + 1; k < list.size() && list[k].other == list[i].other; ++k) {
            // By blood and by marriage at once is possible; two kinships by blood are not.
            const bool both_blood = detail::has_blood(list[i].readings) ==
                                    detail::has_blood(list[k].readings);
            const bool is_former = list[i].readings.has(kinship::former_spouse) ||
                                   list[k].readings.has(kinship::former_spouse);
            const bool from_both = all[list[i].declaration].cadre != all[list[k].declaration].cadre;
            if ((both_blood || from_both) && !is_former &&
                !detail::may_be_one(list[i].readings, list[k].readings))
                out.push_back({kin_fault::kinds_differ, cadre, list[i].other,
                               {list[i].declaration, list[k].declaration}});
        }

    for (const kin_declaration& d : graph.declared_by(cadre)) {
        if (d.person >= book.cadres.size() || d.person == cadre) continue;
        const relative& r = graph.record_of(d);
        const auto path = kin_path_of(r.path, r.term);
        if (path && !path->readings.empty() && book.cadres[d.person].sex) {
            bool fits = false;
            for (const auto& way : path->readings)
                fits = fits || way.empty() || !way.back().sex ||
                       *way.back().sex == *book.cadres[d.person].sex;
            if (!fits) out.push_back({kin_fault::sex_differs, cadre, d.person, {index_of(d)}});
        }
        const auto& own = book.cadres[cadre].born;
        const auto& theirs = book.cadres[d.person].born;
        if (own && theirs && d.readings.is_one()) {
            const bool is_younger =
                (d.readings.has(kinship::parent) && own->last_day() < theirs->first_day()) ||
                (d.readings.has(kinship::child) && theirs->last_day() < own->first_day());
            if (is_younger)
                out.push_back({kin_fault::parent_younger, cadre, d.person, {index_of(d)}});
        }
    }
    for (const sex s : {sex::male, sex::female}) {
        const auto parents = graph.parents_of(cadre, s);
        std::vector<std::uint32_t> named;
        for (const std::uint32_t p : parents)
            if (p < book.cadres.size()) named.push_back(p);
        if (named.size() > 1)
            out.push_back({kin_fault::two_parents, named[0], named[1], {}});
    }
    const auto marriages = graph.marriages_of(cadre);
    for (std::size_t i = 0; i < marriages.size(); ++i) {
        if (marriages[i].second.is_disputed)
            out.push_back({kin_fault::marriage_days, cadre, marriages[i].first, {}});
        for (std::size_t k = i + 1; k < marriages.size(); ++k) {
            const kin_marriage& a = marriages[i].second;
            const kin_marriage& b = marriages[k].second;
            if (!a.from || !b.from || a.is_former || b.is_former) continue;
            const day_span later = a.from->last < b.from->last ? *b.from : *a.from;
            if (a.stands({later.last, later.last}) == standing::yes &&
                b.stands({later.last, later.last}) == standing::yes)
                out.push_back({kin_fault::two_marriages, marriages[i].first, marriages[k].first, {}});
        }
    }
    if (graph.is_own_ancestor(cadre)) out.push_back({kin_fault::own_ancestor, cadre, cadre, {}});
    return out;
}

}  // namespace xuanren
