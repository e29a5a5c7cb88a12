// include/xuanren/report/version_diff_text.hpp
#pragma once

#include <xuanren/engine/version_diff.hpp>
#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

[[nodiscard]] constexpr std::string_view code_of(change_aspect a) noexcept {
    constexpr std::string_view codes[] = {"place", "scope", "requirement", "judgement", "force",
                                          "timing", "due",   "sets_aside",  "value"};
    return codes[static_cast<std::size_t>(a)];
}
[[nodiscard]] constexpr phrase name_of(change_aspect a) noexcept {
    constexpr phrase names[] = {{"条款位置", "Place"},         {"适用范围", "Applies when"}, {"要求", "Requires"},
                                {"留待研判", "Left to judgement when"}, {"约束力", "Force"}, {"环节", "Step"},
                                {"期限", "Due"},               {"排除", "Sets aside"},       {"计算", "Computed as"}};
    return names[static_cast<std::size_t>(a)];
}

/// What a formula says; where there is none, what that means.
[[nodiscard]] inline std::string formula_words(const formula& f, phrase none, const wording& words, language l) {
    if (f.is_empty()) return std::string(none.in(l));
    if (f.parsed && words.facts) return in_words(*f.parsed, *words.facts, l);
    return f.source;
}

/// Where a clause stands, its instrument having been named: 第八条第一款第三项.
[[nodiscard]] inline std::string place_of(const citation& cite, language l) {
    const std::string number = number_of(cite, l);
    if (!number.empty()) return number;
    if (!in(cite.note, l).empty()) return in(cite.note, l);
    return l == language::zh ? "条号待核" : "number to be verified";
}

/// What an exception names to be set aside: 《公务员回避规定》第五条的规则; else the pattern as it is written.
[[nodiscard]] inline std::string target_words(const std::string& target, const wording& words, language l) {
    const std::size_t slash = target.find('/');
    if (slash == target.npos) return target;
    const std::string family = target.substr(0, slash);
    std::array<int, 3> numbers{};
    std::size_t level = 0, at = slash + 1;
    for (; at < target.size() && level < numbers.size(); ++at) {
        const char c = target[at];
        if (c >= '0' && c <= '9') numbers[level] = numbers[level] * 10 + (c - '0');
        else if (c == '.') ++level;
        else break;
    }
    if (numbers[0] == 0 || at >= target.size() || target.substr(at) != "/*") return target;
    std::string title;
    for (const auto& i : words.instruments)
        if (i->family == family || i->id == family) title = in(i->title, l);
    const std::string number = number_of({{}, numbers[0], numbers[1], numbers[2], {}, {}}, l);
    if (l == language::zh) return (title.empty() ? family : "《" + title + "》") + number + "各规则";
    return "the rules of " + (title.empty() ? family : title) + ", " + number;
}

/// One aspect of one version of a rule, in words.
[[nodiscard]] inline std::string aspect_words(const rule& r, change_aspect a, const wording& words, language l) {
    const bool zh = l == language::zh;
    switch (a) {
        case change_aspect::place: return place_of(r.cite(), l);
        case change_aspect::scope: return formula_words(r.scope(), {"一律适用", "always"}, words, l);
        case change_aspect::requirement:
            return r.is_judgement_only() ? std::string(zh ? "全由人研判" : "left to people altogether")
                                         : formula_words(r.requirement(), {"无", "nothing"}, words, l);
        case change_aspect::band: return formula_words(r.band(), {"不留研判", "nothing"}, words, l);
        case change_aspect::force:
            return std::string(name_of(r.force()).in(l)) + (r.is_void() ? (zh ? "，违反则决定无效" : ", the decision is void otherwise") : "");
        case change_aspect::timing: {
            std::string out(name_of(r.at()).in(l));
            if (r.stage() != r.at()) out += (zh ? "，自" : ", judged from the ") + std::string(name_of(r.stage()).in(l)) + (zh ? "起审核" : " on");
            return out;
        }
        case change_aspect::due: return formula_words(r.due(), {"当时即须满足", "at once"}, words, l);
        default: return {};
    }
}
[[nodiscard]] inline std::string aspect_words(const exception& e, change_aspect a, const wording& words, language l) {
    if (a == change_aspect::place) return place_of(e.cite, l);
    if (a == change_aspect::scope) return formula_words(e.when, {"一律适用", "always"}, words, l);
    std::string out;
    for (const std::string& id : targets_of(e)) out += (out.empty() ? "" : l == language::zh ? "；" : "; ") + target_words(id, words, l);
    return out;
}
[[nodiscard]] inline std::string aspect_words(const definition& d, change_aspect a, const wording& words, language l) {
    if (a == change_aspect::place) return place_of(d.cite, l);
    if (a == change_aspect::timing) return std::string(name_of(d.at).in(l));
    return formula_words(d.is, {"无", "nothing"}, words, l);
}

/// One aspect as it was and as it is.
template <class Part>
[[nodiscard]] std::pair<std::string, std::string> both_words(const Part& before, const Part& after, change_aspect a,
                                                             const wording& words, language l) {
    return {aspect_words(before, a, words, l), aspect_words(after, a, words, l)};
}
/// How a thing is computed is long to read; where the readings tell the difference, they are enough.
[[nodiscard]] inline std::pair<std::string, std::string> both_words(const definition& before, const definition& after,
                                                                    change_aspect a, const wording& words, language l) {
    const std::string &was = in(before.reading, l), &is = in(after.reading, l);
    if (a == change_aspect::value && !was.empty() && !is.empty() && was != is) return {was, is};
    return {aspect_words(before, a, words, l), aspect_words(after, a, words, l)};
}

/// What a part is called and where it stands, whatever kind of part it is.
[[nodiscard]] inline std::string called(const rule& r, language l) { return title_of(r, l); }
[[nodiscard]] inline std::string called(const exception& e, language l) { return in(e.title, l).empty() ? e.id : in(e.title, l); }
[[nodiscard]] inline std::string called(const definition& d, language l) { return l == language::zh ? d.zh : d.en.empty() ? d.id : d.en; }
[[nodiscard]] inline std::string called(const table& t, language l) { return in(t.title, l).empty() ? t.id : in(t.title, l); }
[[nodiscard]] inline const citation& cited(const rule& r) { return r.cite(); }
[[nodiscard]] inline const citation& cited(const exception& e) { return e.cite; }
[[nodiscard]] inline const citation& cited(const definition& d) { return d.cite; }
[[nodiscard]] inline const citation& cited(const table& t) { return t.cite; }
[[nodiscard]] inline const std::string& id_of(const rule& r) { return r.id(); }
[[nodiscard]] inline const std::string& id_of(const exception& e) { return e.id; }
[[nodiscard]] inline const std::string& id_of(const definition& d) { return d.id; }
[[nodiscard]] inline const std::string& id_of(const table& t) { return t.id; }

/// Where a part stood and stands: 原第八条，现第九条; one where nothing moved.
template <class Part>
[[nodiscard]] std::string places_words(const Part* before, const Part* after, language l) {
    if (before == nullptr || after == nullptr) return place_of(cited(before == nullptr ? *after : *before), l);
    const std::string was = place_of(cited(*before), l), is = place_of(cited(*after), l);
    if (was == is) return is;
    return l == language::zh ? "原" + was + "，现" + is : "before: " + was + "; now: " + is;
}

/// What a part asks, told of one that was added or removed.
[[nodiscard]] inline std::string substance_of(const rule& r, const wording& words, language l) {
    const bool zh = l == language::zh;
    return aspect_words(r, change_aspect::requirement, words, l) + (zh ? "（适用：" : " (applies when: ") +
           aspect_words(r, change_aspect::scope, words, l) + (zh ? "）" : ")");
}
[[nodiscard]] inline std::string substance_of(const exception& e, const wording& words, language l) {
    return aspect_words(e, change_aspect::scope, words, l);
}
[[nodiscard]] inline std::string substance_of(const definition& d, const wording& words, language l) {
    return in(d.meaning, l).empty() ? aspect_words(d, change_aspect::value, words, l) : in(d.meaning, l);
}

/// Whether nothing but the place of a clause is another.
template <class Change>
[[nodiscard]] bool moves_only(const Change& c) {
    if constexpr (requires { c.in; }) return c.in.size() == 1 && c.in.front() == change_aspect::place;
    else return false;
}

template <class Change>
[[nodiscard]] std::string change_text(const Change& c, const wording& words, const text_options& o) {
    const language l = o.in;
    const bool zh = l == language::zh;
    const auto& shown = c.after ? c.after : c.before;
    const phrase label = !c.before ? phrase{"新增", "added"} : !c.after ? phrase{"删去", "removed"} : moves_only(c) ? phrase{"移位", "moved"} : phrase{"改动", "changed"};
    const std::string_view colour = !c.before ? "32" : !c.after ? "31" : "33";
    std::string out = labelled(label.in(l), colour, called(*shown, l) + (zh ? "（" : " (") + id_of(*shown) + (zh ? "）" : ")"), o);
    out += hanging("    ", 4, places_words(c.before.get(), c.after.get(), l), o);
    if constexpr (requires { c.in; }) {
        if (!c.before || !c.after) return out + hanging("    ", 4, substance_of(*shown, words, l), o);
        for (const change_aspect a : c.in) {
            if (a == change_aspect::place) continue;
            const std::string name(name_of(a).in(l));
            const auto [was, is] = both_words(*c.before, *c.after, a, words, l);
            out += hanging("    ", 6, name + (zh ? "：原 " : ", before: ") + was, o);
            out += hanging("    ", 6, name + (zh ? "：现 " : ", now: ") + is, o);
        }
    } else {
        for (const table_change::row& row : c.rows) {
            std::string keys;
            for (const value& key : row.keys) keys += (keys.empty() ? "" : zh ? "、" : ", ") + in_words(key, l);
            const auto held = [&](const std::optional<value>& v) { return v ? in_words(*v, l) : std::string(zh ? "无" : "none"); };
            out += hanging("    ", 6, keys + (zh ? "：原 " : ": before ") + held(row.before) + (zh ? "，现 " : ", now ") + held(row.after), o);
        }
    }
    return out;
}

template <class Change>
[[nodiscard]] std::string changes_text(const std::vector<Change>& all, phrase name, const wording& words, const text_options& o) {
    std::string out;
    for (const Change& c : all)
        if (c.is_change()) out += change_text(c, words, o);
    if (out.empty()) return out;
    return o.colours.bold(name.in(o.in)) + "\n" + out + "\n";
}

/// Whose text is known better or less well than before: no change of the clauses, told apart from them.
[[nodiscard]] inline std::string basis_text(const std::vector<rule_change>& all, const text_options& o) {
    const language l = o.in;
    const bool zh = l == language::zh;
    std::vector<std::pair<std::pair<basis, basis>, std::string>> ways;
    for (const rule_change& c : all) {
        if (!c.is_known_otherwise()) continue;
        const std::pair way{c.before->basis(), c.after->basis()};
        auto at = std::find_if(ways.begin(), ways.end(), [&](const auto& each) { return each.first == way; });
        if (at == ways.end()) at = ways.insert(at, {way, {}});
        at->second += (at->second.empty() ? "" : zh ? "、" : "; ") + called(*c.after, l);
    }
    std::string out;
    for (const auto& [way, titles] : ways)
        out += hanging("  ", 4, std::string(name_of(way.first).in(l)) + (zh ? " → " : " -> ") + std::string(name_of(way.second).in(l)) +
                                    (zh ? "：" : ": ") + titles, o);
    if (out.empty()) return out;
    return o.colours.bold(zh ? "文本核实程度不同（条文未必有变）" : "Texts known otherwise (no change of the clause)") + "\n" + out + "\n";
}

}  // namespace detail

/// What changed between two versions as people read it 版本比较, both places beside each change.
[[nodiscard]] inline std::string version_diff_text(const version_diff& d, const wording& words, const text_options& o) {
    const language l = o.in;
    const bool zh = l == language::zh;
    const auto named = [&](const instrument& i) { return in_words(citation{i.id, 0, 0, 0, {}, {}}, words, l); };
    std::string out = o.colours.bold(named(*d.before) + (zh ? " → " : " -> ") + named(*d.after)) + "\n";
    std::size_t added = 0, removed = 0, changed = 0, same = 0;
    for (const rule_change& c : d.rules)
        ++(!c.before ? added : !c.after ? removed : c.in.empty() || detail::moves_only(c) ? same : changed);
    out += zh ? "规则：新增 " + std::to_string(added) + " 条，删去 " + std::to_string(removed) + " 条，改动 " + std::to_string(changed) +
                    " 条，相同 " + std::to_string(same) + " 条。\n\n"
              : "Rules: " + std::to_string(added) + " added, " + std::to_string(removed) + " removed, " + std::to_string(changed) +
                    " changed, " + std::to_string(same) + " the same.\n\n";
    out += detail::changes_text(d.rules, {"规则", "Rules"}, words, o);
    out += detail::changes_text(d.exceptions, {"例外", "Exceptions"}, words, o);
    out += detail::changes_text(d.definitions, {"定义", "Definitions"}, words, o);
    out += detail::changes_text(d.tables, {"附表", "Tables"}, words, o);
    out += detail::basis_text(d.rules, o);
    return out;
}

namespace detail {

inline void write_both(json_writer& out, std::string_view key, const text& said) {
    out.key(key);
    out.begin_object();
    out.member("zh", said.zh);
    out.member("en", said.en);
    out.end_object();
}

template <class Change>
void write_changes(json_writer& out, std::string_view key, const std::vector<Change>& all, const wording& words) {
    out.key(key);
    out.begin_array();
    for (const Change& c : all) {
        if (!c.is_change()) continue;
        const auto& shown = c.after ? c.after : c.before;
        out.begin_object();
        out.member("change", !c.before ? "added" : !c.after ? "removed" : "changed");
        write_both(out, "title", in_both([&](language l) { return called(*shown, l); }));
        const auto side = [&](std::string_view name, const auto& part) {
            out.key(name);
            if (!part) return out.null();
            out.begin_object();
            out.member("id", id_of(*part));
            write_both(out, "cite", in_both([&](language l) { return in_words(cited(*part), words, l); }));
            out.end_object();
        };
        side("before", c.before);
        side("after", c.after);
        if constexpr (requires { c.in; }) {
            out.key("in");
            out.begin_array();
            for (const change_aspect a : c.in) {
                out.begin_object();
                out.member("aspect", code_of(a));
                write_both(out, "before", in_both([&](language l) { return both_words(*c.before, *c.after, a, words, l).first; }));
                write_both(out, "after", in_both([&](language l) { return both_words(*c.before, *c.after, a, words, l).second; }));
                out.end_object();
            }
            out.end_array();
        } else {
            out.key("rows");
            out.begin_array();
            for (const table_change::row& row : c.rows) {
                out.begin_object();
                out.key("keys");
                out.begin_array();
                for (const value& each : row.keys) out.item(code_of(each));
                out.end_array();
                for (const auto& [name, held] : {std::pair{"before", row.before}, std::pair{"after", row.after}}) {
                    if (held) out.member(name, code_of(*held));
                    else out.null_member(name);
                }
                out.end_object();
            }
            out.end_array();
        }
        out.end_object();
    }
    out.end_array();
}

inline void write_bases(json_writer& out, const std::vector<rule_change>& all) {
    out.key("basis");
    out.begin_array();
    for (const rule_change& c : all) {
        if (!c.is_known_otherwise()) continue;
        out.begin_object();
        write_both(out, "title", in_both([&](language l) { return called(*c.after, l); }));
        for (const auto& [name, of] : {std::pair{"before", &c.before}, std::pair{"after", &c.after}}) {
            out.key(name);
            out.begin_object();
            out.member("id", (*of)->id());
            out.member("basis", code_of((*of)->basis()));
            out.end_object();
        }
        out.end_object();
    }
    out.end_array();
}

}  // namespace detail

/// The same as JSON: the members of one object that the caller has opened.
inline void write_version_diff(json_writer& out, const version_diff& d, const wording& words) {
    out.member("schema", "xuanren.diff/1");
    out.member("before", d.before->id);
    out.member("after", d.after->id);
    detail::write_changes(out, "rules", d.rules, words);
    detail::write_changes(out, "exceptions", d.exceptions, words);
    detail::write_changes(out, "definitions", d.definitions, words);
    detail::write_changes(out, "tables", d.tables, words);
    detail::write_bases(out, d.rules);
}

}  // namespace xuanren
