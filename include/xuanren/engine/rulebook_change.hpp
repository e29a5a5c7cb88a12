// include/xuanren/engine/rulebook_change.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/engine/rulebook_make.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

[[nodiscard]] inline const rulebook_plan& no_plan() {
    static const rulebook_plan none = [] {
        rulebook_plan p;
        p.parts.facts = std::make_shared<const catalogue>();
        return p;
    }();
    return none;
}

[[nodiscard]] inline rulebook made_or_thrown(result<rulebook> made) {
    if (!made) throw rulebook_error(made.problems());
    return std::move(made).value();
}

/// Whether every fact of `a` is the same one at the same index of `b`.
[[nodiscard]] inline bool is_beginning_of(const catalogue& a, const catalogue& b) {
    if (a.size() > b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (&a[i] != &b[i]) return false;
    return true;
}

/// Forgets the parsed forms, so that make() reads everything again with other facts.
inline void unread(rulebook_parts& parts) {
    for (auto& i : parts.instruments) {
        auto kept = std::make_shared<instrument>(*i);
        kept->applies.parsed = nullptr;
        i = std::move(kept);
    }
    for (auto& r : parts.rules) {
        auto kept = std::make_shared<rule>(*r);
        kept->parsed(nullptr, nullptr, nullptr, nullptr, nullptr);
        r = std::move(kept);
    }
    for (auto& e : parts.exceptions) {
        auto kept = std::make_shared<exception>(*e);
        kept->when.parsed = nullptr;
        e = std::move(kept);
    }
    for (auto& d : parts.definitions) {
        auto kept = std::make_shared<definition>(*d);
        kept->is.parsed = nullptr;
        kept->fact_index = kept->has_index = catalogue::none;
        d = std::move(kept);
    }
}

/// The facts of both, where neither is the beginning of the other; the definitions are left out.
[[nodiscard]] inline std::shared_ptr<const catalogue> merged(const catalogue& a, const catalogue& b) {
    auto out = std::make_shared<catalogue>();
    const auto add_from = [&](const catalogue& from) {
        for (const auto& e : from.enumerations())
            if (out->find_enumeration(e->name) == nullptr) out->add(e);
        for (const auto& r : from.records())
            if (out->find_record(r->name) == nullptr) out->add(r);
        for (std::size_t i = 0; i < from.size(); ++i)
            if (!from[i].is_definition && out->index_of(from[i].name) == catalogue::none) out->add(from[i]);
    };
    add_from(a);
    add_from(b);
    return out;
}

}  // namespace detail

XUANREN_INLINE const rulebook_plan& rulebook::plan() const noexcept { return plan_ ? *plan_ : detail::no_plan(); }
XUANREN_INLINE const rulebook_parts& rulebook::parts() const noexcept { return plan().parts; }
XUANREN_INLINE const std::string& rulebook::name() const noexcept { return parts().name; }
XUANREN_INLINE bool rulebook::is_empty() const noexcept { return parts().rules.empty(); }
XUANREN_INLINE const std::shared_ptr<const catalogue>& rulebook::facts() const noexcept { return parts().facts; }
XUANREN_INLINE const std::vector<std::shared_ptr<const instrument>>& rulebook::instruments() const noexcept {
    return parts().instruments;
}
XUANREN_INLINE const std::vector<std::shared_ptr<const rule>>& rulebook::rules() const noexcept {
    return parts().rules;
}
XUANREN_INLINE const std::vector<std::shared_ptr<const exception>>& rulebook::exceptions() const noexcept {
    return parts().exceptions;
}
XUANREN_INLINE const std::vector<std::shared_ptr<const definition>>& rulebook::definitions() const noexcept {
    return parts().definitions;
}
XUANREN_INLINE const std::vector<std::shared_ptr<const table>>& rulebook::tables() const noexcept {
    return parts().tables;
}
XUANREN_INLINE const std::string& rulebook::digest() const noexcept { return plan().digest; }
XUANREN_INLINE const std::vector<std::string>& rulebook::loosened() const noexcept { return plan().loosened; }

XUANREN_INLINE std::shared_ptr<const rule> rulebook::find(std::string_view id) const {
    for (const auto& r : rules())
        if (r->id() == id) return r;
    return nullptr;
}
XUANREN_INLINE std::shared_ptr<const exception> rulebook::find_exception(std::string_view id) const {
    for (const auto& e : exceptions())
        if (e->id == id) return e;
    return nullptr;
}
XUANREN_INLINE std::shared_ptr<const instrument> rulebook::find_instrument(std::string_view id) const {
    for (const auto& i : instruments())
        if (i->id == id) return i;
    return nullptr;
}

XUANREN_INLINE result<rulebook> rulebook::join(const rulebook& a, const rulebook& b) {
    if (!a.plan_) return b;
    if (!b.plan_) return a;
    rulebook_parts out = a.parts();
    rulebook_parts more = b.parts();
    if (detail::is_beginning_of(*out.facts, *more.facts)) {
        out.facts = more.facts;
    } else if (!detail::is_beginning_of(*more.facts, *out.facts)) {
        detail::unread(out);
        detail::unread(more);
        out.facts = detail::merged(*out.facts, *more.facts);
    }
    if (!more.name.empty()) out.name += (out.name.empty() ? "" : "+") + more.name;
    detail::append(out.instruments, more.instruments);
    detail::append(out.rules, more.rules);
    detail::append(out.exceptions, more.exceptions);
    detail::append(out.definitions, more.definitions);
    detail::append(out.tables, more.tables);
    detail::append(out.removed, more.removed);
    out.refers_outside = out.refers_outside && more.refers_outside;
    if (!out.law_date) out.law_date = more.law_date;
    out.origins.insert(more.origins.begin(), more.origins.end());
    return make(std::move(out));
}

XUANREN_INLINE rulebook operator+(const rulebook& a, const rulebook& b) {
    return detail::made_or_thrown(rulebook::join(a, b));
}
XUANREN_INLINE rulebook operator+(const rulebook& a, const rule& r) {
    rulebook_parts parts = a.parts();
    parts.rules.push_back(std::make_shared<const rule>(r));
    return detail::made_or_thrown(rulebook::make(std::move(parts)));
}
XUANREN_INLINE rulebook operator+(const rulebook& a, const exception& e) {
    rulebook_parts parts = a.parts();
    parts.exceptions.push_back(std::make_shared<const exception>(e));
    return detail::made_or_thrown(rulebook::make(std::move(parts)));
}

namespace detail {

[[nodiscard]] inline problem no_such_rule(std::string_view id) {
    return rule_problem("XR-RULE-030", {}, "", std::string(id), {"规则集中规则的编号", "the id of a rule of the book"},
                        {"规则集中没有“" + std::string(id) + "”", "the rulebook has no \"" + std::string(id) + "\""});
}

[[nodiscard]] inline bool is_higher_than_local(const rulebook& book, std::string_view rule_id) {
    const auto i = book.find_instrument(instrument_part(rule_id));
    return i && i->authority > authority::local;
}

[[nodiscard]] inline bool is_loosened(const rulebook& book, std::string_view rule_id,
                                      const std::vector<std::string>& loosens) {
    const auto i = book.find_instrument(instrument_part(rule_id));
    return std::any_of(loosens.begin(), loosens.end(), [&](const std::string& p) {
        return matches_id(rule_id, i ? std::string_view(i->family) : std::string_view(), p);
    });
}

[[nodiscard]] inline problem undeclared(std::string_view id) {
    return rule_problem("XR-RULE-022", {}, "", std::string(id), {"在 loosens 中写明", "its id in \"loosens\""},
                        {"移除或替换上位规则“" + std::string(id) + "”而未写明",
                         "\"" + std::string(id) + "\", a rule of a higher instrument, is removed or replaced "
                         "without declaring it"});
}

}  // namespace detail

namespace detail {

/// Takes out of the exceptions what now matches no rule, and those that set nothing aside any more.
inline void prune_exceptions(rulebook_parts& parts) {
    const auto is_idle = [&](const std::string& pattern) {
        for (const auto& r : parts.rules) {
            std::string_view family;
            for (const auto& i : parts.instruments)
                if (i->id == instrument_part(r->id())) family = i->family;
            if (matches_id(r->id(), family, pattern)) return false;
        }
        for (const auto& e : parts.exceptions)
            if (e->id == pattern) return false;
        return true;
    };
    std::vector<std::shared_ptr<const exception>> left;
    for (const auto& e : parts.exceptions) {
        auto kept = std::make_shared<exception>(*e);
        for (auto* patterns : {&kept->sets_aside, &kept->loosens})
            patterns->erase(std::remove_if(patterns->begin(), patterns->end(), is_idle), patterns->end());
        if (!kept->sets_aside.empty()) left.push_back(std::move(kept));
    }
    parts.exceptions = std::move(left);
}

}  // namespace detail

XUANREN_INLINE rulebook rulebook::without(std::string_view id, const std::vector<std::string>& loosens) const {
    rulebook_parts parts = this->parts();
    if (find_exception(id)) {
        auto& from = parts.exceptions;
        from.erase(std::remove_if(from.begin(), from.end(), [&](const auto& e) { return e->id == id; }),
                   from.end());
        return detail::made_or_thrown(make(std::move(parts)));
    }
    if (!find(id)) throw rulebook_error({detail::no_such_rule(id)});
    if (detail::is_higher_than_local(*this, id)) {
        if (!detail::is_loosened(*this, id, loosens)) throw rulebook_error({detail::undeclared(id)});
        parts.removed.emplace_back(id);
    } else {
        auto& from = parts.rules;
        from.erase(std::remove_if(from.begin(), from.end(), [&](const auto& r) { return r->id() == id; }),
                   from.end());
        detail::prune_exceptions(parts);
    }
    return detail::made_or_thrown(make(std::move(parts)));
}

XUANREN_INLINE rulebook rulebook::with(std::string_view id, const rule& replacement) const {
    if (!find(id)) throw rulebook_error({detail::no_such_rule(id)});
    rulebook_parts parts = this->parts();
    const bool is_higher = detail::is_higher_than_local(*this, id) &&
                           instrument_part(replacement.id()) != instrument_part(id);
    if (is_higher) {
        if (!detail::is_loosened(*this, id, replacement.loosens()))
            throw rulebook_error({detail::undeclared(id)});
        parts.removed.push_back(std::string(id) + " " + replacement.id());
    } else {
        auto& from = parts.rules;
        from.erase(std::remove_if(from.begin(), from.end(), [&](const auto& r) { return r->id() == id; }),
                   from.end());
    }
    parts.rules.push_back(std::make_shared<const rule>(replacement));
    detail::prune_exceptions(parts);
    return detail::made_or_thrown(make(std::move(parts)));
}

XUANREN_INLINE rulebook rulebook::only(std::string_view topic) const {
    rulebook_parts parts = this->parts();
    auto& rules = parts.rules;
    rules.erase(std::remove_if(rules.begin(), rules.end(), [&](const auto& r) { return r->topic() != topic; }),
                rules.end());
    detail::prune_exceptions(parts);
    return detail::made_or_thrown(make(std::move(parts)));
}

XUANREN_INLINE rulebook rulebook::on(const civil_date& date) const {
    rulebook_parts parts = this->parts();
    parts.law_date = date;
    return detail::made_or_thrown(make(std::move(parts)));
}

XUANREN_INLINE rulebook rulebook::named(std::string name) const {
    rulebook_parts parts = this->parts();
    parts.name = std::move(name);
    return detail::made_or_thrown(make(std::move(parts)));
}

}  // namespace xuanren
