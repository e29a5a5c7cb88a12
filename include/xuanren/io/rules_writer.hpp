// include/xuanren/io/rules_writer.hpp
#pragma once

#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/feel_types.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/io/rules_reader.hpp>

#include <string>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

inline void put(rule_json& out, const char* key, const std::string& s) {
    if (!s.empty()) out[key] = s;
}
inline void put(rule_json& out, const char* key, const text& t) {
    if (t.zh.empty() && t.en.empty()) return;
    rule_json both = rule_json::object();
    put(both, "zh", t.zh);
    put(both, "en", t.en);
    out[key] = std::move(both);
}
/// What may be said in Chinese alone: a string then.
inline void put_said(rule_json& out, const char* key, const text& t) {
    if (t.en.empty()) put(out, key, t.zh);
    else put(out, key, t);
}
inline void put(rule_json& out, const char* key, const std::vector<std::string>& list) {
    if (!list.empty()) out[key] = list;
}
inline void put(rule_json& out, const char* key, const std::optional<civil_date>& d) {
    if (d) out[key] = to_string(*d);
}
inline void put(rule_json& out, const char* key, const formula& f) {
    if (!f.source.empty()) out[key] = f.source;
    else if (f.parsed) out[key] = to_feel(*f.parsed);
}
inline void put_flag(rule_json& out, const char* key, bool b) {
    if (b) out[key] = true;
}

[[nodiscard]] inline rule_json json_of(const citation& c, std::string_view inherited) {
    rule_json out = rule_json::object();
    if (c.instrument != inherited) out["instrument"] = c.instrument;
    if (c.article > 0) out["article"] = c.article;
    if (c.paragraph > 0) out["paragraph"] = c.paragraph;
    if (c.item > 0) out["item"] = c.item;
    put_said(out, "note", c.note);
    if (c.sure == citation::certainty::unconfirmed) out["certainty"] = "unconfirmed";
    return out;
}
inline void put_basis(rule_json& out, basis b) {
    if (b != basis::confirmed) out["basis"] = std::string(basis_words[static_cast<std::size_t>(b)]);
}
inline void put_at(rule_json& out, step at) {
    if (at != step::discussion) out["at"] = std::string(word_of(at));
}

[[nodiscard]] inline rule_json json_of(const rule& r) {
    rule_json out = rule_json::object();
    out["id"] = r.id();
    out["cite"] = json_of(r.cite(), instrument_part(r.id()));
    put(out, "title", r.title());
    put(out, "topic", r.topic());
    if (r.about() != rule_subject::appointment) out["about"] = std::string(rule_subject_words[static_cast<std::size_t>(r.about())]);
    if (r.each() != rule_each::whole) out["each"] = std::string(each_words[static_cast<std::size_t>(r.each())]);
    put_at(out, r.at());
    if (r.stated_stage()) out["stage"] = std::string(word_of(*r.stated_stage()));
    put(out, "applies", r.scope());
    put(out, std::string(force_words[static_cast<std::size_t>(r.force())]).c_str(), r.requirement());
    if (r.is_judgement_only()) out["judgement"] = true;
    else put(out, "judgement", r.band());
    put(out, "due", r.due());
    put(out, "met", r.met());
    put_flag(out, "void", r.is_void());
    put_flag(out, "silent", r.is_silent());
    put(out, "reading", r.reading());
    put(out, "remedy", r.remedy());
    put_basis(out, r.basis());
    put(out, "covers", r.covers());
    put(out, "loosens", r.loosens());
    put_said(out, "note", r.note());
    return out;
}

template <class Value>
[[nodiscard]] rule_json json_of_value(const Value& v) {
    if (const auto* b = v.template as<bool>()) return *b;
    if (const auto* n = v.template as<interval<number>>()) {
        if (const auto whole = n->low().to_int64()) return *whole;
        return to_string(n->low());
    }
    if (const auto* s = v.template as<std::shared_ptr<const std::string>>()) return **s;
    if (const auto* d = v.template as<interval<civil_date>>()) {
        const civil_date& low = d->low();
        if (d->is_exact()) return to_string(low);
        const civil_date month(low.year(), low.month());
        return to_string(days_of(month) == *d ? month : civil_date(low.year()));
    }
    if (const auto* m = v.template as<interval<months>>()) return to_string(m->low());
    if (const auto* e = v.template as<enumerator>()) return e->words->members[static_cast<std::size_t>(e->index)].name;
    if (const auto* d = v.template as<interval<day_time_duration>>())
        return "P" + std::to_string(d->low().seconds / 86400) + "D";
    return nullptr;
}

}  // namespace detail

XUANREN_INLINE result<std::string> to_json(const rule& r) {
    if (r.holds_callback())
        return detail::rule_problem("XR-RULE-050", {}, "", r.id(), {"表达式", "an expression"},
                                    {"规则“" + r.id() + "”含有回调函数，无法写成 JSON",
                                     "rule \"" + r.id() + "\" holds a callback and cannot be written as JSON"});
    return detail::json_of(r).dump(2);
}

XUANREN_INLINE std::string to_json(const exception& e) {
    detail::rule_json out = detail::rule_json::object();
    out["id"] = e.id;
    out["cite"] = detail::json_of(e.cite, instrument_part(e.id));
    detail::put(out, "title", e.title);
    out["sets_aside"] = e.sets_aside;
    detail::put(out, "when", e.when);
    detail::put(out, "reading", e.reading);
    detail::put_basis(out, e.basis);
    detail::put(out, "covers", e.covers);
    detail::put(out, "loosens", e.loosens);
    detail::put_said(out, "note", e.note);
    return out.dump(2);
}

XUANREN_INLINE std::string to_json(const definition& d) {
    detail::rule_json out = detail::rule_json::object();
    out["id"] = d.id;
    out["zh"] = d.zh;
    detail::put(out, "en", d.en);
    out["type"] = d.type_name;
    detail::put(out, "unit", d.unit);
    out["cite"] = detail::json_of(d.cite, d.instrument);
    detail::put_at(out, d.at);
    detail::put_flag(out, "none", d.can_be_none);
    detail::put(out, "is", d.is);
    detail::put(out, "meaning", d.meaning);
    detail::put(out, "reading", d.reading);
    detail::put_basis(out, d.basis);
    detail::put(out, "covers", d.covers);
    detail::put_said(out, "note", d.note);
    return out.dump(2);
}

XUANREN_INLINE std::string to_json(const table& t) {
    detail::rule_json out = detail::rule_json::object();
    out["id"] = t.id;
    detail::put(out, "title", t.title);
    out["cite"] = detail::json_of(t.cite, t.instrument);
    detail::put(out, "from", t.from);
    detail::put(out, "to", t.to);
    if (t.key_names.size() == 1) out["key"] = t.key_names[0];
    else out["key"] = t.key_names;
    out["value"] = t.answer_name;
    detail::put_flag(out, "none", t.can_be_none);
    out["rows"] = detail::rule_json::array();
    for (const table::row& row : t.rows) {
        detail::rule_json cells = detail::rule_json::array();
        for (const value& key : row.keys) cells.push_back(detail::json_of_value(key));
        cells.push_back(detail::json_of_value(row.answer));
        out["rows"].push_back(std::move(cells));
    }
    detail::put_basis(out, t.basis);
    detail::put(out, "covers", t.covers);
    detail::put_said(out, "note", t.note);
    return out.dump(2);
}

XUANREN_INLINE std::string to_json(const instrument& i) {
    detail::rule_json out = detail::rule_json::object();
    out["id"] = i.id;
    out["family"] = i.family;
    out["version"] = i.version;
    detail::put(out, "title", i.title);
    detail::put(out, "body", i.body);
    detail::put(out, "number", i.number);
    out["authority"] = std::string(detail::authority_words[static_cast<std::size_t>(i.authority)]);
    detail::put(out, "adopted", i.adopted);
    detail::put(out, "published", i.published);
    if (i.effective) out["effective"] = to_string(*i.effective);
    else out["effective"] = nullptr;
    detail::put(out, "superseded", i.superseded);
    detail::put(out, "superseded_by", i.superseded_by);
    detail::put(out, "repealed", i.repealed);
    if (i.before == instrument::earlier::none) out["before"] = "none";
    for (const instrument::gap& g : i.gaps)
        out["gaps"].push_back({{"from", to_string(g.from)}, {"to", to_string(g.to)}});
    detail::put(out, "applies", i.applies);
    detail::put_said(out, "source", i.source);
    detail::put_said(out, "note", i.note);
    return out.dump(2);
}

}  // namespace xuanren
