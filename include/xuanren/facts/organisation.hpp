// include/xuanren/facts/organisation.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>
#include <xuanren/facts/organisation_view.hpp>
#include <xuanren/facts/seats.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::detail {

/// The title of a post held, as the tenure or the post has it; null where neither tells.
[[nodiscard]] inline const std::string* title_of(const dossier& book, const holding& h) {
    if (h.tenure != no_record) {
        const tenure& t = (*book.cadres[h.cadre].tenures)[h.tenure];
        if (t.title) return &*t.title;
    }
    if (h.post != no_record && book.posts[h.post].title) return &*book.posts[h.post].title;
    return nullptr;
}

/// Leading posts of an organisation held on its day, of the government side: posts of the Party
/// take no seat of the establishment.
template <class Visit>
void each_leader(const organisation_view& o, Visit visit) {
    for (const std::uint32_t i : o.seats().holdings_at(o.index())) {
        const holding& h = o.seats().holdings()[i];
        if (h.takes_seat == standing::no || (h.role && *h.role == role::member)) continue;
        if (h.post != no_record) {
            const auto& is_party = o.book().posts[h.post].party_post;
            if (is_party && *is_party) continue;
        }
        const standing s = both(h.takes_seat, occupancy::is_held(h, {o.on()}));
        if (s != standing::no) visit(h, s);
    }
}

/// Calls `visit(holding, standing)` for posts whose level lies above their organ's.
///
/// READING: a post of an internal unit is held against the unit's own level where that is on file.
template <class Visit>
void each_above_level(const organisation_view& o, Visit visit) {
    each_leader(o, [&](const holding& h, standing s) {
        const organisation* at = &o.book().organisations[h.organisation];
        if (at->level.is_unknown()) at = &o.of();
        if (at->level.is_null() || h.level.is_null()) return;
        const standing above = at->level && h.level ? standing_of(*at->level < *h.level)
                                                    : standing::maybe;
        if (both(above, s) != standing::no) visit(h, both(above, s));
    });
}

/// The document may name a post with or without the unit: 大气科科长, 科长.
[[nodiscard]] inline bool is_allowed_title(const std::vector<std::string>& allowed,
                                           std::string_view title) {
    for (const std::string& a : allowed)
        if (title == a || (title.size() > a.size() && title.ends_with(a))) return true;
    return false;
}

/// The same of posts whose title the document does not name; none where it lists no titles.
template <class Visit>
void each_outside_titles(const organisation_view& o, Visit visit) {
    if (o.in_force() == nullptr || !o.in_force()->titles) return;
    each_leader(o, [&](const holding& h, standing s) {
        const std::string* title = title_of(o.book(), h);
        const standing outside =
            title == nullptr ? standing::maybe
                             : standing_of(!is_allowed_title(*o.in_force()->titles, *title));
        if (both(outside, s) != standing::no) visit(h, both(outside, s));
    });
}

/// The same of posts whose title speaks of a treatment beside the post itself, without a document.
template <class Visit>
void each_with_treatment(const organisation_view& o, Visit visit) {
    for (const std::uint32_t i : o.seats().holdings_at(o.index())) {
        const holding& h = o.seats().holdings()[i];
        const std::string* title = title_of(o.book(), h);
        if (title == nullptr || title->find("待遇") == std::string::npos) continue;
        if (h.tenure != no_record) {
            const tenure& t = (*o.book().cadres[h.cadre].tenures)[h.tenure];
            if (t.off_quota && t.off_quota->document && !t.off_quota->document->empty()) continue;
        }
        const standing s = occupancy::is_held(h, {o.on()});
        if (s != standing::no) visit(h, s);
    }
}

/// The same of the organ's own heads.
template <class Visit>
void each_head(const organisation_view& o, Visit visit) {
    each_leader(o, [&](const holding& h, standing s) {
        if (h.organisation != o.index()) return;
        const standing is_head = h.role ? standing_of(*h.role == role::principal) : standing::maybe;
        if (both(is_head, s) != standing::no) visit(h, both(is_head, s));
    });
}

using post_visitor = std::function<void(const holding&, standing)>;

/// Facts that count posts of an organisation, each with the posts that it counts.
struct counted_posts {
    std::string_view fact;
    void (*each)(const organisation_view&, post_visitor);
};
inline constexpr counted_posts posts_counted[] = {
    {"organisation.posts_above_level", each_above_level<post_visitor>},
    {"organisation.titles_outside", each_outside_titles<post_visitor>},
    {"organisation.titles_with_treatment", each_with_treatment<post_visitor>},
    {"organisation.heads", each_head<post_visitor>},
};

[[nodiscard]] inline head_count count_of(const organisation_view& o,
                                         void (*each)(const organisation_view&, post_visitor)) {
    head_count out;
    each(o, [&out](const holding&, standing s) { out.add(s); });
    return out;
}

[[nodiscard]] inline reading read_titles_outside(const organisation_view& o) {
    const provenance source = o.at_establishment("titles");
    if (o.in_force() == nullptr || !o.in_force()->titles) return {{}, source};
    return {as_value(count_of(o, each_outside_titles<post_visitor>)), source};
}

/// Whether the file tells of an establishment on that day: absent is not known, an empty list none.
[[nodiscard]] inline value has_establishment(const organisation_view& o) {
    if (o.in_force() != nullptr) return true;
    const auto& all = o.of().establishments;
    if (!all) return {};
    standing some = standing::no;
    for (const establishment& e : *all)
        some = either(some, both(has_come(span_of_days(e.from), o.on()),
                                 opposite(has_come(span_of_days(e.to), o.on()))));
    return some == standing::no ? value(false) : value();
}

/// The highest rank held by those inside or outside the leading body; none: nobody holds one.
struct highest_rank {
    standing exists = standing::no;
    rank highest{};
    bool is_certain = true;
};

[[nodiscard]] inline standing is_in_team(const organisation_view& o, std::uint32_t cadre) {
    standing out = standing::no;
    for (const std::uint32_t i : o.seats().holdings_of(cadre)) {
        const holding& h = o.seats().holdings()[i];
        const standing here = occupancy::is_held(h, {o.on()});
        if (here == standing::no) continue;
        standing team = standing::maybe;
        if (h.post != no_record && o.book().posts[h.post].team_member)
            team = standing_of(*o.book().posts[h.post].team_member);
        else if (h.takes_seat == standing::no)
            team = standing::no;
        out = either(out, both(team, here));
    }
    return out;
}

[[nodiscard]] inline highest_rank highest_of(const organisation_view& o, bool in_team) {
    highest_rank out;
    for (const auto& w : words_of<rank>::list) {
        const rank one[] = {w.value};
        o.seats().each_ranked(o.index(), one, {o.on()}, [&](std::uint32_t cadre, standing s) {
            const standing team = is_in_team(o, cadre);
            const standing counts = both(s, in_team ? team : opposite(team));
            if (counts == standing::no) return;
            if (out.exists == standing::no || out.highest < w.value || counts == standing::yes)
                out.is_certain = counts == standing::yes;
            out.exists = either(out.exists, counts);
            out.highest = w.value;
        });
    }
    return out;
}

template <bool InTeam>
[[nodiscard]] reading has_rank_held(const organisation_view& o) {
    const highest_rank r = highest_of(o, InTeam);
    return {r.exists == standing::maybe ? value() : value(r.exists == standing::yes), o.at(nullptr)};
}
template <bool InTeam>
[[nodiscard]] reading read_highest_rank(const organisation_view& o) {
    const highest_rank r = highest_of(o, InTeam);
    return {r.exists == standing::yes && r.is_certain ? as_value(r.highest) : value(),
            o.at(nullptr)};
}

template <rank_group G>
[[nodiscard]] std::optional<std::int64_t> approved_of(const organisation_view& o) {
    return o.in_force() != nullptr ? approved_for(*o.in_force(), ranks_of(G)) : std::nullopt;
}
template <rank_group G>
[[nodiscard]] reading has_approved(const organisation_view& o) {
    return {value(approved_of<G>(o).has_value()), o.at_establishment("rank_seats")};
}
template <rank_group G>
[[nodiscard]] reading read_approved(const organisation_view& o) {
    const auto n = approved_of<G>(o);
    return {n ? as_value(*n) : value(), o.at_establishment("rank_seats")};
}

template <rank_group G>
void add_approved_facts(fact_table& t, fact_handle<bool> has, fact_handle<std::int64_t> number,
                        const char* has_zh, const char* zh) {
    t.add_of_organisation(has, has_zh, "三定载有该组职级合计的核定数；未载的为否",
                          "whether the organ's own number for them is on file; never unknown",
                          has_approved<G>);
    t.add_of_organisation(number, zh, "三定为该组职级合计核定的职数",
                          "seats that the organ's own document approves for them", read_approved<G>,
                          {.guard = has, .unit = {"名", "seats"}});
}

/// A field of the establishment in force.
template <class T>
[[nodiscard]] reading of_establishment(const organisation_view& o, field<T> establishment::*key,
                                       const char* name) {
    return {o.in_force() != nullptr ? held_in(o.in_force()->*key) : value(),
            o.at_establishment(name)};
}

/// What the records say of an organisation on the day it is looked at 机构.
inline void add_organisation_facts(fact_table& t) {
    using types::number;
    const fact_notes people{.unit = {"名", "people"}};
    const fact_notes posts{.unit = {"个", "posts"}};
    t.add_of_organisation(facts::organisation_kind, "机构类别", "机构的类别",
                          "kind of organ", [](const organisation_view& o) -> reading {
                              return {held_in(o.of().kind), o.at("kind")};
                          });
    t.add_of_organisation(facts::organisation_tier, "机构层级", "机构所在的层级",
                          "tier of government", [](const organisation_view& o) -> reading {
                              return {held_in(o.of().tier), o.at("tier")};
                          });
    t.add_of_organisation(facts::organisation_has_level, "机构有规格", "机构定有规格",
                          "whether the organ has a level", [](const organisation_view& o) -> reading {
                              return {has_one(o.of().level), o.at("level")};
                          });
    t.add_of_organisation(facts::organisation_level, "机构规格", "机构的规格",
                          "level of the organ",
                          [](const organisation_view& o) -> reading {
                              return {held_in(o.of().level), o.at("level")};
                          },
                          {.guard = facts::organisation_has_level});
    t.add_of_organisation(facts::organisation_has_establishment, "载有三定",
                          "审查之日载有有效的三定规定",
                          "whether an establishment in force that day is on file",
                          [](const organisation_view& o) -> reading {
                              return {has_establishment(o), o.at("establishments")};
                          });
    t.add_of_organisation(facts::organisation_has_document, "载有机构编制文件",
                          "有效的三定规定载有批准文件", "whether it names the document of approval",
                          [](const organisation_view& o) -> reading {
                              if (o.in_force() == nullptr)
                                  return {has_establishment(o).to_truth() == truth::no ? value(false)
                                                                                      : value(),
                                          o.at("establishments")};
                              return {has_one(o.in_force()->document), o.at_establishment("document")};
                          });
    t.add_of_organisation(
        facts::organisation_headcount, "机构编制数", "三定核定的编制数", "headcount approved",
        [](const organisation_view& o) {
            return of_establishment(o, &establishment::headcount, "headcount");
        },
        people);
    t.add_of_organisation(
        facts::organisation_people, "在编人数", "审查之日在编的人数，以卷宗所载为限",
        "people of the organ on that day, as far as the dossier names them",
        [](const organisation_view& o) -> reading {
            return {as_value(o.seats().people(o.index(), {o.on()})), o.at(nullptr)};
        },
        people);
    t.add_of_organisation(
        facts::organisation_general_posts, "机关综合管理类职位数", "三定核定的综合管理类职位数",
        "posts of general administration approved",
        [](const organisation_view& o) {
            return of_establishment(o, &establishment::general_posts, "general_posts");
        },
        posts);
    t.add_of_organisation(facts::organisation_pools_rank_seats, "职级职数统筹使用",
                          "载明与其他机关统筹使用职级职数；未载的为否",
                          "whether rank seats are pooled with other organs; no unless on file",
                          [](const organisation_view& o) -> reading {
                              return {value(o.in_force() != nullptr &&
                                            o.in_force()->rank_pooling.has_value()),
                                      o.at_establishment("rank_pooling")};
                          });
    t.add_of_organisation(facts::organisation_posts_above_level, "高于机构规格的职务数",
                          "层次高于所在机构规格的在任领导职务数，经文件批准单列的不计",
                          "leading posts held above the level of their organ, those kept apart by a "
                          "document not counted",
                          [](const organisation_view& o) -> reading {
                              return {as_value(count_of(o, each_above_level<post_visitor>)), o.at("level")};
                          },
                          posts);
    t.add_of_organisation(facts::organisation_titles_outside, "三定之外的职务数",
                          "名称不在三定之内的在任领导职务数，党内职务不计",
                          "leading posts held whose title the document does not name; posts of the "
                          "Party not counted",
                          read_titles_outside, posts);
    t.add_of_organisation(facts::organisation_titles_with_treatment, "写明待遇的职务数",
                          "名称中写明享受、保留或者按某层次待遇的在任职务数，有批准文件的不计",
                          "posts held whose title grants a treatment, those with a document not "
                          "counted",
                          [](const organisation_view& o) -> reading {
                              return {as_value(count_of(o, each_with_treatment<post_visitor>)), o.at(nullptr)};
                          },
                          posts);
    t.add_of_organisation(facts::organisation_heads, "正职人数", "审查之日本机构在任正职的人数",
                          "heads of the organ itself on that day",
                          [](const organisation_view& o) -> reading {
                              return {as_value(count_of(o, each_head<post_visitor>)), o.at(nullptr)};
                          },
                          people);
    t.add_of_organisation(facts::organisation_has_rank_in_team, "领导班子成员任有职级",
                          "领导班子成员中有任职级的", "whether a member of the leading body has a rank",
                          has_rank_held<true>);
    t.add_of_organisation(facts::organisation_highest_rank_in_team, "领导班子最高职级",
                          "领导班子成员所任的最高职级", "highest rank of the leading body",
                          read_highest_rank<true>, {.guard = facts::organisation_has_rank_in_team});
    t.add_of_organisation(facts::organisation_has_rank_outside_team, "领导班子以外任有职级",
                          "领导班子以外有任职级的", "whether anyone else has a rank",
                          has_rank_held<false>);
    t.add_of_organisation(facts::organisation_highest_rank_outside_team, "领导班子以外最高职级", "领导班子以外人员所任的最高职级",
                          "highest rank outside the leading body", read_highest_rank<false>,
                          {.guard = facts::organisation_has_rank_outside_team});
    add_approved_facts<rank_group::counsels>(t, facts::organisation_has_counsels_approved,
                                             facts::organisation_counsels_approved, "载有巡视员核定数",
                                             "巡视员核定数");
    add_approved_facts<rank_group::consultants>(t, facts::organisation_has_consultants_approved,
                                                facts::organisation_consultants_approved,
                                                "载有调研员核定数", "调研员核定数");
    add_approved_facts<rank_group::consultants_1_2>(
        t, facts::organisation_has_consultants_1_2_approved, facts::organisation_consultants_1_2_approved,
        "载有一、二级调研员核定数", "一、二级调研员核定数");
    add_approved_facts<rank_group::consultants_3_4>(
        t, facts::organisation_has_consultants_3_4_approved, facts::organisation_consultants_3_4_approved,
        "载有三、四级调研员核定数", "三、四级调研员核定数");
    add_approved_facts<rank_group::principal_staff>(
        t, facts::organisation_has_principal_staff_approved, facts::organisation_principal_staff_approved,
        "载有主任科员核定数", "主任科员核定数");
}

}  // namespace xuanren::detail
