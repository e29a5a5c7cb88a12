// include/xuanren/facts/avoidance.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/kin_rows.hpp>
#include <xuanren/facts/target.hpp>
#include <xuanren/relations/kin_contradictions.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren::detail {

/// What the candidate is to one who takes part; several where records leave it open.
struct tie_to_candidate {
    kinship_set readings;
    bool is_settled = true;
    standing stands = standing::yes;
    value way;
};

/// Reads who of those who take part is kin to the candidate, seen from his side 参与人与人选的亲属关系.
class attendance_reader {
public:
    attendance_reader(const case_view& c, const day_span& days,
                      const field<std::vector<recusal>>& recused)
        : view_(c), days_(days), recused_(recused), room_(c.kin().kin) {}

    void read(const std::string& who) {
        const dossier& book = view_.book();
        const std::uint32_t person = book.links.cadres.find(book.cadres, who);
        if (person == no_record)
            read_name(who);
        else
            read_person(person);
    }
    [[nodiscard]] value take() { return list_of_values(std::move(items_)); }

private:
    void read_person(std::uint32_t person) {
        const kin_graph& kin = view_.kin().kin;
        const std::uint32_t candidate = view_.candidate_index();
        const cadre& who = view_.book().cadres[person];
        if (person == candidate) {
            add(who.id, held_in(who.name), {{kinship::self}, true, standing::yes, {}});
            return;
        }
        bool is_told = false;
        for (const kin_relation& r : kin.between(person, candidate, days_, room_)) {
            is_told = true;
            if (r.stands == standing::no) continue;
            add(who.id, held_in(who.name),
                {r.readings, r.is_settled, r.stands, way_value(view_, person, r, days_)});
        }
        if (is_told) return;
        // A name on one list that is the other's: people decide.
        const bool is_matched = match(person, candidate, false) || match(candidate, person, true);
        if (!is_matched && !kin.is_closed(candidate) && !kin.is_closed(person))
            items_.emplace_back();
    }

    /// Whether an unlinked relative on one list may be the other person.
    bool match(std::uint32_t by, std::uint32_t about, bool is_turned) {
        const kin_graph& kin = view_.kin().kin;
        const cadre& other = view_.book().cadres[about];
        bool found = false;
        for (const kin_declaration& d : kin.declared_by(by)) {
            const relative& r = kin.record_of(d);
            if (r.person || !r.name || !other.name || *r.name != *other.name || !may_be(r, other))
                continue;
            found = true;
            kinship_set readings;
            d.readings.each([&](kinship k) { readings.add(is_turned ? inverse(k) : k); });
            const cadre& who = view_.book().cadres[is_turned ? about : by];
            add(who.id, held_in(who.name),
                {readings, false, kin.stands(r, days_), held_in(r.term)});
        }
        return found;
    }

    void read_name(const std::string& name) {
        const kin_graph& kin = view_.kin().kin;
        const std::uint32_t candidate = view_.candidate_index();
        const cadre& own = view_.book().cadres[candidate];
        if (own.name && *own.name == name)
            add(name, value(name), {{kinship::self}, false, standing::yes, {}});
        for (const kin_declaration& d : kin.declared_by(candidate)) {
            const relative& r = kin.record_of(d);
            const std::string* called = r.name ? &*r.name : nullptr;
            if (r.person && d.person < view_.book().cadres.size() &&
                view_.book().cadres[d.person].name)
                called = &*view_.book().cadres[d.person].name;
            if (called == nullptr || *called != name) continue;
            kinship_set readings;
            d.readings.each([&](kinship k) { readings.add(inverse(k)); });
            add(name, value(name), {readings, false, kin.stands(r, days_), held_in(r.term)});
            return;
        }
        if (!kin.is_closed(candidate)) items_.emplace_back();
    }

    void add(const std::string& id, value name, tie_to_candidate tie) {
        items_.push_back(record_of_values(
            view_.records().kin.attendance,
            {value(id), name, std::move(tie.way), kinships_value(tie.readings),
             value(tie.is_settled), value_of_standing(tie.stands), recused(id, name)}));
    }

    [[nodiscard]] value recused(const std::string& id, const value& name) const {
        if (recused_.is_unknown()) return {};
        if (!recused_) return false;
        const auto* called = name.as<std::shared_ptr<const std::string>>();
        for (const recusal& r : *recused_) {
            if (!r.id) return {};
            if (*r.id != id && (called == nullptr || *r.id != **called)) continue;
            // Who recuses himself and stays has not done so.
            return value(!(r.left && !*r.left));
        }
        return false;
    }

    const case_view& view_;
    day_span days_;
    const field<std::vector<recusal>>& recused_;
    kin_graph::walk room_;
    std::vector<value> items_;
};

/// What one step's people are to the candidate; without the list of them it is unknown.
[[nodiscard]] inline reading read_attendance(const case_view& c,
                                             const field<std::vector<std::string>>& people,
                                             const field<std::vector<recusal>>& recused,
                                             provenance source) {
    const auto days = decision_days(c);
    if (c.candidate() == nullptr || !days || people.is_unknown()) return {{}, source};
    attendance_reader reader(c, *days, recused);
    if (people)
        for (const std::string& who : *people) reader.read(who);
    return {reader.take(), source};
}

[[nodiscard]] inline reading read_kin_at_meeting(const case_view& c) {
    const discussion* d = c.step_of(&procedure::discussion);
    const provenance source = c.at_procedure("discussion/attendees");
    return d == nullptr ? reading{{}, source}
                        : read_attendance(c, d->attendees, d->recused, source);
}
[[nodiscard]] inline reading read_kin_in_team(const case_view& c) {
    const inspection* i = c.step_of(&procedure::inspection);
    const provenance source = c.at_procedure("inspection/team");
    // Who is in the team has not recused himself from it.
    static const field<std::vector<recusal>> nobody(std::vector<recusal>{});
    return i == nullptr ? reading{{}, source} : read_attendance(c, i->team, nobody, source);
}

/// Whether an organisation, or the organ it belongs to, regulates an industry.
[[nodiscard]] inline standing regulates(const case_view& c, const business& b) {
    const dossier& book = c.book();
    const std::uint32_t own = c.organisation();
    if (own == no_record) return standing::maybe;
    standing out = standing::no;
    for (const std::uint32_t i : {own, c.kin().lines.organ_of(own)}) {
        const auto& industries = book.organisations[i].supervises;
        if (industries.is_unknown()) {
            out = either(out, i == own && c.kin().lines.is_unit(own) ? standing::no
                                                                     : standing::maybe);
            continue;
        }
        if (!industries || industries->empty()) continue;
        if (!b.industry) {
            out = either(out, standing::maybe);
            continue;
        }
        const bool is_listed =
            std::find(industries->begin(), industries->end(), *b.industry) != industries->end();
        out = either(out, standing_of(is_listed));
    }
    // READING: a business in another region is not under this organ; one that says no region is.
    const standing here = region_within(region_of(book, own), b.region);
    const standing there = region_within(b.region, region_of(book, own));
    const bool is_elsewhere = here == standing::no && there == standing::no;
    return is_elsewhere ? standing::no : out;
}

/// What the candidate's kin are declared to hold under one key, an item each; kin that are not
/// declared, and what is not declared of them, are unknown.
template <class Held, class Item>
[[nodiscard]] reading read_held_by_kin(const case_view& c, const std::optional<day_span>& days,
                                       field<Held> relative::*key, Item&& item) {
    const provenance source = c.at_candidate("relatives");
    if (c.candidate() == nullptr || !days) return {{}, source};
    const kin_graph& kin = c.kin().kin;
    std::vector<value> items;
    for (const kin_declaration& d : kin.declared_by(c.candidate_index())) {
        const relative& r = kin.record_of(d);
        const standing lasts = kin.stands(r, *days);
        if ((r.*key).is_null() || lasts == standing::no) continue;
        items.push_back(item(d, r, lasts, (r.*key).is_unknown()));
    }
    if (!kin.is_closed(c.candidate_index())) items.emplace_back();
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading read_family_businesses(const case_view& c) {
    return read_held_by_kin(
        c, decision_days(c), &relative::business,
        [&](const kin_declaration& d, const relative& r, standing lasts, bool is_open) {
            return record_of_values(
                c.records().kin.business,
                {held_in(r.name), kinships_value(d.readings), value(!d.is_to_be_checked),
                 value_of_standing(lasts), is_open ? value() : held_in(r.business->kind),
                 is_open ? value() : held_in(r.business->industry),
                 is_open ? value_of_standing(both(standing::maybe, regulates(c, {})))
                         : value_of_standing(regulates(c, *r.business))});
        });
}

[[nodiscard]] inline reading read_kin_practices(const case_view& c) {
    return read_held_by_kin(
        c, kin_days(c), &relative::legal_practice,
        [&](const kin_declaration& d, const relative& r, standing lasts, bool is_open) {
            return record_of_values(
                c.records().kin.practice,
                {held_in(r.name), kinships_value(d.readings), value(!d.is_to_be_checked),
                 value_of_standing(lasts), is_open ? value() : held_in(r.legal_practice->kind),
                 is_open ? value()
                         : value_of_standing(region_within(region_of(c.book(), c.organisation()),
                                                           r.legal_practice->region))});
        });
}

/// READING: a place is told by its division code; names that are no code are told by equality alone.
/// Of a township the code must go down to it, as the county's does not say in which one.
[[nodiscard]] inline reading grew_up_in_region(const case_view& c) {
    const provenance source = c.at_candidate("upbringing_place");
    if (c.candidate() == nullptr || c.organisation() == no_record) return {{}, source};
    const auto& region = region_of(c.book(), c.organisation());
    const auto& place = c.candidate()->upbringing_place;
    standing out = region_within(region, place);
    const organisation* o = first_above(c.book(), c.organisation(),
                                        [](const organisation& at) { return at.tier.has_value(); });
    const bool is_township = o != nullptr && *o->tier == tier::township;
    if (is_township && out == standing::yes && region_prefix(*region).size() == 6)
        out = standing::maybe;
    return {value_of_standing(out), source};
}

[[nodiscard]] inline reading read_functions(const case_view& c) {
    const post* p = c.post();
    const provenance source = c.at_post("functions");
    if (p == nullptr || p->functions.is_unknown()) return {{}, source};
    std::vector<value> items;
    if (p->functions)
        for (const post_function f : *p->functions) items.push_back(value_of(f));
    return {list_of_values(std::move(items)), source};
}

[[nodiscard]] inline reading kin_declarations_conflict(const case_view& c) {
    const provenance source = c.at_candidate("relatives");
    if (c.candidate() == nullptr) return {{}, source};
    return {value(!contradictions_of(c.kin().kin, c.candidate_index()).empty()), source};
}

/// What avoidance asks 回避: kin and their posts, those who take part, businesses, the place of
/// upbringing.
inline void add_avoidance_facts(fact_table& t) {
    using types::list_of;
    using types::record_of;
    using types::word;
    const fact_notes undated{.dated = "undated"};
    t.add("candidate.kin_posts", "亲属任职", list_of(record_of(t.records.kin.post)),
          "任职生效日，与拟任职位有关联的亲属任职；亲属未完整申报的，另有一项不明",
          "posts of kin that bear on the post, on the day of effect; one entry is unknown where kin "
          "are not declared in full",
          read_kin_posts, {.dated = "appointment"});
    t.add("procedure.kin_at_meeting", "参会人员中的亲属", list_of(record_of(t.records.kin.attendance)),
          "讨论决定时与会人员中人选本人及其亲属，是否回避",
          "the candidate and his kin among those at the meeting, and whether they recused themselves",
          read_kin_at_meeting);
    t.add("procedure.kin_in_team", "考察组中的亲属", list_of(record_of(t.records.kin.attendance)),
          "考察组成员中人选的亲属", "the candidate's kin in the inspection team", read_kin_in_team,
          {.dated = "inspection"});
    t.add("candidate.family_businesses", "亲属经营情况", list_of(record_of(t.records.kin.business)),
          "亲属经商办企业情况，是否由拟任机关监管；未申报的不明",
          "businesses of kin, and whether the organ regulates them; what is not declared is unknown",
          read_family_businesses);
    t.add("candidate.kin_practices", "亲属从事律师业务情况",
          list_of(record_of(t.records.kin.practice)), "亲属从事律师业务情况；未申报的不明",
          "kin in the practice of law; what is not declared is unknown", read_kin_practices,
          {.dated = "appointment"});
    t.add(facts::candidate_kin_declarations_conflict, "亲属申报相互矛盾",
          "人选与他人对亲属关系的申报不能同时成立",
          "whether what the candidate and others declare of their kinship cannot all be right",
          kin_declarations_conflict, undated);
    t.add(facts::candidate_grew_up_in_region, "在拟任地成长",
          "成长地在拟任机关所在行政区划之内", "whether the place of upbringing lies in the organ's region",
          grew_up_in_region, undated);
    t.add("target.functions", "拟任职位从事的工作", list_of(word<post_function>()),
          "拟任职位从事的组织、人事、纪检、监察、审计、财务工作",
          "work of personnel, discipline, audit and finance in the post", read_functions, undated);
    // READING: leave that is not on file is not claimed.
    t.add(facts::appointment_has_avoidance_variation, "经批准变通执行回避",
          "载明经批准变通执行回避；未载明的为否",
          "whether leave to apply avoidance otherwise is on file; no where it is not",
          [](const case_view& c) -> reading {
              const auto& v = c.appointment().avoidance_variation;
              return {value(v.has_value()), c.at_appointment("avoidance_variation")};
          },
          undated);
    t.add(facts::avoidance_variation_authority, "变通批准机关层级", "批准变通的机关的层级",
          "tier of the body that gave leave",
          [](const case_view& c) -> reading {
              const auto& v = c.appointment().avoidance_variation;
              return {v ? held_in(v->authority) : value(),
                      c.at_appointment("avoidance_variation/authority")};
          },
          {.guard = facts::appointment_has_avoidance_variation, .dated = "undated"});
    t.add(facts::avoidance_variation_has_approved_on, "变通已获批准", "变通执行回避已获批准",
          "whether the leave was given",
          [](const case_view& c) -> reading {
              const auto& v = c.appointment().avoidance_variation;
              return {v ? has_one(v->approved) : value(false),
                      c.at_appointment("avoidance_variation/approved")};
          },
          undated);
    t.add(facts::avoidance_variation_approved_on, "变通批准日", "批准变通执行回避之日",
          "day on which leave was given",
          [](const case_view& c) -> reading {
              const auto& v = c.appointment().avoidance_variation;
              return {v ? held_in(v->approved) : value(),
                      c.at_appointment("avoidance_variation/approved")};
          },
          {.guard = facts::avoidance_variation_has_approved_on, .dated = "undated"});
}

}  // namespace xuanren::detail
