// include/xuanren/facts/kin_rows.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/kin.hpp>
#include <xuanren/facts/record_types.hpp>
#include <xuanren/relations/kin_context.hpp>
#include <xuanren/relations/kin_relations.hpp>
#include <xuanren/relations/kin_words.hpp>
#include <xuanren/relations/region.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

[[nodiscard]] inline value value_of_standing(standing s) {
    if (s == standing::maybe) return {};
    return value(s == standing::yes);
}

/// The kinships that there may be; every one of them is possible, one of them is so.
[[nodiscard]] inline value kinships_value(kinship_set readings) {
    std::vector<value> items;
    readings.each([&items](kinship k) { items.push_back(value_of(k)); });
    return items.empty() ? value() : list_of_values(std::move(items));
}

/// The days on which kinship and posts are looked at: those of effect, else of the decision.
[[nodiscard]] inline std::optional<day_span> kin_days(const case_view& c) {
    const auto& effect = c.steps()[step::appointment].date;
    if (effect) return day_span{effect->low(), effect->high()};
    if (c.decided()) return day_span{c.decided()->low(), c.decided()->high()};
    return std::nullopt;
}
[[nodiscard]] inline std::optional<day_span> decision_days(const case_view& c) {
    if (!c.decided()) return std::nullopt;
    return day_span{c.decided()->low(), c.decided()->high()};
}

/// Whether the text of an employer names an organisation: the name itself, or the name and what
/// follows, 市水利局财务科.
[[nodiscard]] inline bool names_organisation(std::string_view employer, const organisation& o) {
    return o.name && !o.name->empty() && employer.find(*o.name) != std::string_view::npos;
}

/// The candidate's kin in the document, by identifier; the other end of each relation.
[[nodiscard]] inline std::vector<kin_relation> kin_of_candidate(const case_view& c,
                                                                const day_span& days) {
    return c.kin().kin.kin_of(c.candidate_index(), days);
}

[[nodiscard]] inline value way_value(const case_view& c, std::uint32_t from,
                                     const kin_relation& r, const day_span& days) {
    text best;
    r.readings.each([&](kinship k) {
        if (!best.zh.empty()) return;
        best = way_words(c.kin().kin.way(from, r.person, k, days));
    });
    if (!best.zh.empty()) return value(best.zh);
    return {};
}

/// The work of a post, as far as it says.
[[nodiscard]] inline value functions_value(const dossier& book, std::uint32_t post) {
    if (post == no_record || book.posts[post].functions.is_unknown()) return {};
    std::vector<value> items;
    if (book.posts[post].functions)
        for (const post_function f : *book.posts[post].functions) items.push_back(value_of(f));
    return list_of_values(std::move(items));
}

/// One relative and one post, as the record `kin_post`.
struct kin_post_row {
    const kin_context& with;
    const record_type& as;
    kinship_set readings;
    bool is_settled = true;
    standing stands = standing::yes;
    value person, name, way;

    /// How the relative's post stands to one's own.
    [[nodiscard]] value at(const post_held& own, const post_held& other, const post_tie& t,
                           const holding* h) const {
        const reporting& lines = with.lines;
        const dossier& book = with.kin.book();
        const post* p = other.post == no_record ? nullptr : &book.posts[other.post];
        const std::uint32_t organ = lines.organ_of(other.organisation);
        const standing in_region =
            region_within(region_of(book, other.organisation), region_of(book, own.organisation));
        return record_of_values(
            as,
            {person, name, way, kinships_value(readings), value(is_settled),
             value_of_standing(stands), p != nullptr ? held_in(p->title) : value(),
             value_of_standing(other.leads), held_in(other.role),
             h != nullptr ? has_one(h->level) : value(),
             h != nullptr ? held_in(h->level) : value(), functions_value(book, other.post),
             organ == no_record ? value() : held_in(book.organisations[organ].kind),
             other.organisation == no_record ? value() : value(lines.is_unit(other.organisation)),
             value_of_standing(lines.in_team(other)), value_of_standing(t.same_organ),
             value_of_standing(t.same_unit), value_of_standing(t.same_superior),
             value_of_standing(t.same_team), value_of_standing(t.above),
             value_of_standing(t.below), value_of_standing(t.leads_unit_above),
             value_of_standing(t.leads_unit_below), value_of_standing(t.organ_above),
             value_of_standing(t.organ_below), value_of_standing(in_region),
             value_of_standing(own.leads), held_in(own.role), functions_value(book, own.post)});
    }

    /// A relative whose post is known by a text alone: he may stand in any relation to one's own.
    [[nodiscard]] value somewhere_in_the_organ() const {
        const value open, yes(true), no(false);
        return record_of_values(
            as, {person, name, way,  kinships_value(readings), no,  value_of_standing(stands),
                 open,   yes,  open, open, open, open, open, open, yes, yes, yes, yes, yes, yes,
                 yes,    yes,  yes,  no,   no,   no,   open, open, open});
    }

    /// Whether anything joins the two posts at all.
    [[nodiscard]] bool bears(const post_held& own, const post_held& other,
                             const post_tie& t) const {
        const dossier& book = with.kin.book();
        for (const standing s : {t.same_organ, t.organ_above, t.organ_below, t.above, t.below,
                                 t.same_superior, t.leads_unit_above, t.leads_unit_below})
            if (s != standing::no) return true;
        return region_within(region_of(book, other.organisation),
                             region_of(book, own.organisation)) != standing::no;
    }
};

/// The posts of the candidate's kin that bear on the target's, on the day of effect.
[[nodiscard]] inline reading read_kin_posts(const case_view& c) {
    const provenance source = c.at_candidate("relatives");
    const auto days = kin_days(c);
    if (c.candidate() == nullptr || !days) return {{}, source};
    const dossier& book = c.book();
    const kin_context& k = c.kin();
    post_held own{no_record, c.organisation(), {}, standing::maybe};
    if (c.post_index() != no_record) own = k.lines.post_of(c.post_index());
    const std::uint32_t organ = k.lines.organ_of(own.organisation);
    std::vector<value> items;
    const auto posts_of = [&](kin_post_row row, std::uint32_t person) {
        const cadre& who = book.cadres[person];
        if (k.kin.has_died(person, *days) == standing::yes) return;
        row.person = value(who.id);
        row.name = held_in(who.name);
        const auto add = [&](const post_held& other, const holding* h) {
            const post_tie t = k.lines.between(own, other);
            if (row.bears(own, other, t)) items.push_back(row.at(own, other, t, h));
        };
        if (who.tenures.is_unknown() && c.seats().holdings_of(person).empty()) {
            add({}, nullptr);
            return;
        }
        const standing lasts = row.stands;
        for (const std::uint32_t i : held_on(book, c.seats(), person, {*days, c.index()})) {
            const holding& h = c.seats().holdings()[i];
            const standing held = occupancy::is_held(h, {*days, c.index()});
            row.stands = both(lasts, held);
            add(k.lines.held_by(h), &h);
        }
    };
    std::vector<std::uint32_t> told;
    for (const kin_relation& r : kin_of_candidate(c, *days)) {
        told.push_back(r.person);
        if (r.stands == standing::no) continue;
        posts_of({k, c.records().kin.post, r.readings, r.is_settled, r.stands, {}, {},
                  way_value(c, c.candidate_index(), r, *days)},
                 r.person);
    }
    for (const kin_declaration& d : k.kin.declared_by(c.candidate_index())) {
        const relative& r = k.kin.record_of(d);
        if (r.person) continue;
        const standing lasts = k.kin.stands(r, *days);
        const bool is_dead = d.person != no_record &&
                             k.kin.has_died(d.person, *days) == standing::yes;
        if (lasts == standing::no || is_dead) continue;
        kin_post_row row{k, c.records().kin.post, d.readings, false, lasts, {}, held_in(r.name), held_in(r.term)};
        bool is_named = false;
        if (r.employer)
            for (std::uint32_t i : {own.organisation, organ})
                is_named = is_named || (i != no_record &&
                                        names_organisation(*r.employer, book.organisations[i]));
        bool is_matched = false;
        if (r.name)
            for (const std::uint32_t person : k.named(*r.name)) {
                if (person == c.candidate_index() || !may_be(r, book.cadres[person])) continue;
                // An employer on file that is another one speaks against a mere name.
                if (r.employer && !is_named && !is_likely(r, book.cadres[person])) continue;
                is_matched = true;
                posts_of(row, person);
            }
        if (is_named && !is_matched) items.push_back(row.somewhere_in_the_organ());
        // READING: a relative whose name is on file and is nobody's of the document holds no post in
        // it; of one without name and employer that cannot be said.
        const bool says_nothing = (!r.name || r.name->empty()) && r.employer.is_unknown();
        if (says_nothing) items.emplace_back();
    }
    // On the lists of others the candidate may be meant.
    for (const kin_match& m : k.matches.about(c.candidate_index())) {
        const kin_declaration& d = k.kin.declarations()[m.declaration];
        const relative& r = k.kin.record_of(d);
        const standing lasts = k.kin.stands(r, *days);
        if (lasts == standing::no || k.kin.has_died(d.person, *days) == standing::yes ||
            std::find(told.begin(), told.end(), m.by) != told.end())
            continue;
        posts_of({k, c.records().kin.post, inverse_of(d.readings), false, lasts, {}, {}, held_in(r.term)}, m.by);
    }
    if (!k.kin.is_closed(c.candidate_index())) items.emplace_back();
    return {list_of_values(std::move(items)), source};
}

}  // namespace xuanren::detail
