// include/xuanren/facts/relation.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/kin_rows.hpp>
#include <xuanren/relations/kin_relations.hpp>

#include <utility>
#include <vector>

namespace xuanren::detail {

/// Both sides of a relation in office, as records `kin_post`: the second as kin of the first, and
/// the first as kin of the second.
[[nodiscard]] inline value sides_value(const kin_context& k, const occupancy& seats,
                                       const kin_in_office& r, const day_span& days,
                                       const kin_records& records) {
    const dossier& book = k.kin.book();
    const holding& a = seats.holdings()[r.first_holding];
    const holding& b = seats.holdings()[r.second_holding];
    const post_held own = k.lines.held_by(a), other = k.lines.held_by(b);
    const auto side = [&](std::uint32_t from, std::uint32_t to, kinship_set readings,
                          const post_held& mine, const post_held& theirs, const holding& h) {
        text way;
        readings.each([&](kinship kind) {
            if (way.zh.empty()) way = way_words(k.kin.way(from, to, kind, days));
        });
        const kin_post_row row{k,
                               records.post,
                               readings,
                               r.is_settled,
                               r.stands,
                               value(book.cadres[to].id),
                               held_in(book.cadres[to].name),
                               way.zh.empty() ? value() : value(way.zh)};
        return row.at(mine, theirs, k.lines.between(mine, theirs), &h);
    };
    return list_of_values({side(r.first, r.second, r.second_is, own, other, b),
                           side(r.second, r.first, r.first_is, other, own, a)});
}

/// What an organisation's rules about each relation speak of 组织内的亲属关系; handed over for one
/// relation at a time, not read from an appointment.
inline void add_relation_facts(fact_table& t) {
    using types::list_of;
    using types::record_of;
    t.add("relation.sides", "双方亲属任职", list_of(record_of(t.records.kin.post)),
          "有亲属关系的两名在职人员，各从对方看", "two kin in office, each as seen from the other",
          [](const case_view&) -> reading { return {}; }, {.dated = "undated"});
}

}  // namespace xuanren::detail
