// include/xuanren/engine/rulebook_checks.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rule_problem.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace xuanren::detail {

inline void check_duplicate(std::map<std::string, std::string>& seen, const std::string& id,
                            const rulebook_parts& parts, const std::string& key,
                            std::vector<problem>& out) {
    // What was read a second time has its own place under a key of its own.
    const auto again = parts.origins.find(key + again_mark);
    const rule_origin at = seen.count(id) != 0 && again != parts.origins.end() ? again->second
                                                                              : origin_of(parts, key);
    const auto [first, is_new] = seen.emplace(id, at.file + (at.pointer.empty() ? "" : "#" + at.pointer));
    if (is_new) return;
    out.push_back(rule_problem("XR-RULE-011", at, "/id", id, {"唯一的编号", "an id of its own"},
                               {"编号“" + id + "”重复，先见于 " + first->second,
                                "the id \"" + id + "\" is used twice; first at " + first->second}));
}

/// Ids that stand twice, and citations that are missing.
inline void check_ids(const rulebook_parts& parts, std::vector<problem>& out) {
    std::map<std::string, std::string> seen;
    std::map<std::string, std::string> of_definitions;
    std::map<std::string, std::string> of_instruments;
    const auto cited = [&](const citation& c, const std::string& key, const std::string& id) {
        // The number of an article may be unknown where the note says which clause is meant.
        const bool is_noted = c.sure == citation::certainty::unconfirmed && !c.note.zh.empty();
        if (!c.instrument.empty() && (c.article > 0 || is_noted)) return;
        out.push_back(rule_problem(
            "XR-RULE-012", origin_of(parts, key), "/cite", "", {"文件与条号", "an instrument and an article"},
            {"“" + id + "”没有写明出处", "\"" + id + "\" has no citation: instrument and article are needed"}));
    };
    for (const auto& r : parts.rules) {
        check_duplicate(seen, r->id(), parts, origin_key("rule", r->id()), out);
        cited(r->cite(), origin_key("rule", r->id()), r->id());
    }
    for (const auto& e : parts.exceptions) {
        check_duplicate(seen, e->id, parts, origin_key("exception", e->id), out);
        cited(e->cite, origin_key("exception", e->id), e->id);
    }
    for (const auto& d : parts.definitions) {
        const std::string key = origin_key("definition", d->id, d->instrument);
        check_duplicate(of_definitions, d->id + " (" + d->instrument + ")", parts, key, out);
        cited(d->cite, key, d->id);
    }
    for (const auto& t : parts.tables) {
        const std::string key = origin_key("table", t->id, t->instrument);
        cited(t->cite, key, t->id);
    }
    for (const auto& i : parts.instruments)
        check_duplicate(of_instruments, i->id, parts, origin_key("instrument", i->id), out);
}

/// Requirements and bands that do not fit together.
inline void check_shapes(const rulebook_parts& parts, std::vector<problem>& out) {
    for (const auto& r : parts.rules) {
        const rule_origin at = origin_of(parts, origin_key("rule", r->id()));
        if (!r->band().is_empty() && r->requirement().is_empty())
            out.push_back(rule_problem(
                "XR-RULE-018", at, "/judgement", r->band().source,
                {"同时写明要求，或 judgement: true", "a requirement beside it, or \"judgement\": true"},
                {"规则“" + r->id() + "”只有研判区间而没有要求",
                 "rule \"" + r->id() + "\" has a judgement band but no requirement"}));
        if (!r->met().is_empty() && (r->due().is_empty() || r->requirement().is_empty()))
            out.push_back(rule_problem(
                "XR-RULE-031", at, "/met", r->met().source,
                {"同时写明要求与期限 due", "a requirement and \"due\" beside it"},
                {"规则“" + r->id() + "”有办理日 met 而没有要求或期限",
                 "rule \"" + r->id() + "\" says when it was met, but has no requirement or no due date"}));
        if (r->is_judgement_only() && !r->requirement().is_empty())
            out.push_back(rule_problem(
                "XR-RULE-017", at, "/judgement", "true",
                {"judgement: true 单独使用", "\"judgement\": true alone"},
                {"规则“" + r->id() + "”既交由研判，又有要求",
                 "rule \"" + r->id() + "\" is left to people and has a requirement as well"}));
        if (!r->is_judgement_only() && r->requirement().is_empty() && r->band().is_empty())
            out.push_back(rule_problem(
                "XR-RULE-005", at, "", "",
                {"must、ordinarily、report、advise 之一，或 judgement: true",
                 "one of must, ordinarily, report, advise, or \"judgement\": true"},
                {"规则“" + r->id() + "”没有要求", "rule \"" + r->id() + "\" asks for nothing"}));
    }
}

/// Versions of one family that overlap, or leave days between them without saying so.
inline void check_timelines(const rulebook_plan& plan, std::vector<problem>& out) {
    for (const family_timeline& f : plan.families) {
        for (std::size_t i = 0; i + 1 < f.versions.size(); ++i) {
            const auto& a = f.versions[i];
            const auto& b = f.versions[i + 1];
            const rule_origin at = origin_of(plan.parts, origin_key("instrument", b.of->id));
            if (a.in_force.overlaps(b.in_force)) {
                out.push_back(rule_problem(
                    "XR-RULE-014", at, "/effective", b.of->effective ? to_string(*b.of->effective) : "",
                    {"前一版本失效之日或之后", "the day on which the version before it ends, or later"},
                    {"“" + a.of->id + "”与“" + b.of->id + "”的有效期重叠",
                     "\"" + a.of->id + "\" and \"" + b.of->id + "\" are in force on the same days"}));
                continue;
            }
            const interval<civil_date>& end = *a.in_force.end;
            const interval<civil_date>& start = *b.in_force.start;
            if (end == start || start.low() <= end.high()) continue;
            bool is_declared = false;
            for (const instrument::gap& g : b.of->gaps)
                is_declared = is_declared || (days_of(g.from) == end && days_of(g.to) == start);
            if (!is_declared)
                out.push_back(rule_problem(
                    "XR-RULE-015", at, "/gaps", "",
                    {"写明空档的起止", "a gap from " + to_string(end.low()) + " to " + to_string(start.low())},
                    {"“" + a.of->id + "”与“" + b.of->id + "”之间有未写明的空档",
                     "between \"" + a.of->id + "\" and \"" + b.of->id + "\" there are days without a version, "
                     "which must be declared"}));
        }
    }
}

inline void check_tables(const rulebook_plan& plan, std::vector<problem>& out) {
    for (const planned_table& t : plan.tables) {
        for (std::size_t i = 0; i < t.parts.size(); ++i) {
            const table& a = *t.parts[i].of;
            const rule_origin at = origin_of(plan.parts, origin_key("table", a.id, a.instrument));
            const table& first = *t.parts[0].of;
            if (!(a.key_types == first.key_types) || !(a.answer_type == first.answer_type))
                out.push_back(rule_problem(
                    "XR-RULE-028", at, "/key", a.answer_name,
                    {"与同名表相同的键和值类型", "the key and value types of the other tables of that name"},
                    {"同名表“" + a.id + "”的类型不一致", "tables named \"" + a.id + "\" differ in type"}));
            const auto is_same_key = [](const table::row& x, const table::row& y) {
                bool all = x.keys.size() == y.keys.size();
                for (std::size_t k = 0; all && k < x.keys.size(); ++k) all = same(x.keys[k], y.keys[k]);
                return all;
            };
            for (std::size_t j = i; j < t.parts.size(); ++j) {
                if (j != i && !t.parts[i].in_force.overlaps(t.parts[j].in_force)) continue;
                const table& b = *t.parts[j].of;
                for (std::size_t x = 0; x < a.rows.size(); ++x)
                    for (std::size_t y = j == i ? x + 1 : 0; y < b.rows.size(); ++y)
                        if (is_same_key(a.rows[x], b.rows[y]))
                            out.push_back(rule_problem(
                                "XR-RULE-021", origin_of(plan.parts, origin_key("table", b.id, b.instrument)),
                                "/rows/" + std::to_string(y), "", {"每个键一行", "one row a key on any day"},
                                {"表“" + a.id + "”同一天内同一键有两行（" + a.instrument + "、" + b.instrument + "）",
                                 "table \"" + a.id + "\" has two rows for one key on the same day (" +
                                     a.instrument + ", " + b.instrument + ")"}));
            }
        }
        const table& first = *t.parts[0].of;
        if (first.key_types.size() != 1 || first.key_types[0].words == nullptr) continue;
        bool can_be_none = false;
        std::vector<bool> has_row(first.key_types[0].words->members.size(), false);
        for (const planned_table::part& part : t.parts) {
            can_be_none = can_be_none || part.of->can_be_none;
            for (const table::row& row : part.of->rows)
                if (!row.keys.empty())
                    if (const auto* word = row.keys[0].as<enumerator>())
                        has_row[static_cast<std::size_t>(word->index)] = true;
        }
        if (can_be_none) continue;
        for (std::size_t m = 0; m < has_row.size(); ++m)
            if (!has_row[m]) {
                const auto& word = first.key_types[0].words->members[m];
                out.push_back(rule_problem(
                    "XR-RULE-020", origin_of(plan.parts, origin_key("table", first.id, first.instrument)),
                    "/rows", word.name, {"每个枚举值一行，或 none: true", "a row for each word, or \"none\": true"},
                    {"表“" + first.id + "”缺少“" + word.zh + "”一行",
                     "table \"" + first.id + "\" has no row for \"" + word.name + "\""}));
            }
    }
}

/// A path through a graph that comes back to where it began: a, b, a; empty where there is none.
[[nodiscard]] inline std::vector<std::size_t> find_cycle(const std::vector<std::vector<std::size_t>>& next) {
    std::vector<int> state(next.size(), 0);  // 0 new, 1 on the path, 2 done
    for (std::size_t root = 0; root < next.size(); ++root) {
        if (state[root] != 0) continue;
        std::vector<std::pair<std::size_t, std::size_t>> path{{root, 0}};
        state[root] = 1;
        while (!path.empty()) {
            auto& [at, edge] = path.back();
            if (edge == next[at].size()) {
                state[at] = 2;
                path.pop_back();
                continue;
            }
            const std::size_t to = next[at][edge++];
            if (state[to] == 1) {
                std::vector<std::size_t> cycle;
                bool in = false;
                for (const auto& [n, e] : path) {
                    in = in || n == to;
                    if (in) cycle.push_back(n);
                }
                cycle.push_back(to);
                return cycle;
            }
            if (state[to] == 0) {
                state[to] = 1;
                path.emplace_back(to, 0);
            }
        }
    }
    return {};
}

}  // namespace xuanren::detail
