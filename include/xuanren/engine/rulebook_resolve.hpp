// include/xuanren/engine/rulebook_resolve.hpp
#pragma once

#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/guards.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/rule_problem.hpp>
#include <xuanren/engine/rulebook_parts.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A type by the name that rule files use: date, level, "list of string".
[[nodiscard]] inline std::optional<type> type_named(std::string_view name, const catalogue& facts) {
    if (name.substr(0, 8) == "list of ") {
        const auto element = type_named(name.substr(8), facts);
        if (!element) return std::nullopt;
        return types::list_of(*element);
    }
    if (name.substr(0, 9) == "range of ") {
        const auto element = type_named(name.substr(9), facts);
        if (!element) return std::nullopt;
        return types::range_of(*element);
    }
    if (name == "boolean") return types::boolean;
    if (name == "number") return types::number;
    if (name == "string") return types::string;
    if (name == "date") return types::date;
    if (name == "months") return types::months;
    if (name == "days") return types::days;
    if (const enumeration* words = facts.find_enumeration(name)) return types::one_of(*words);
    if (const record_type* fields = facts.find_record(name)) return types::record_of(*fields);
    return std::nullopt;
}

/// "candidate.influence_until" -> "candidate.has_influence_until".
[[nodiscard]] inline std::string has_name(std::string_view fact) {
    const std::size_t dot = fact.rfind('.');
    if (dot == std::string_view::npos) return "has_" + std::string(fact);
    return std::string(fact.substr(0, dot + 1)) + "has_" + std::string(fact.substr(dot + 1));
}

/// Gives every definition its fact in a copy of the catalogue, and every formula its parsed form.
class resolver {
public:
    resolver(rulebook_parts& parts, std::vector<problem>& problems)
        : parts_(&parts), problems_(&problems) {}

    void run() {
        if (!parts_->facts) parts_->facts = std::make_shared<const catalogue>();
        declare_definitions();
        words_.facts = parts_->facts.get();
        for (const auto& t : parts_->tables)
            if (words_.find_table(t->id) == nullptr)
                words_.tables.push_back({t->id, t->key_types, t->answer_type});
        for (auto& i : parts_->instruments) resolve_instrument(i);
        for (auto& d : parts_->definitions) resolve_definition(d);
        for (auto& r : parts_->rules) resolve_rule(r);
        for (auto& e : parts_->exceptions) resolve_exception(e);
    }

private:
    void declare_definitions() {
        std::shared_ptr<catalogue> extended;
        for (auto& d : parts_->definitions) {
            const catalogue& facts = extended ? *extended : *parts_->facts;
            const rule_origin at = origin_of(*parts_, origin_key("definition", d->id, d->instrument));
            const auto held = type_named(d->type_name, facts);
            if (!held) {
                problems_->push_back(rule_problem(
                    "XR-RULE-025", at, "/type", d->type_name,
                    {"布尔、数、日期等类型名或枚举名", "a type's name: boolean, number, date, months, level, list of string"},
                    {"定义“" + d->id + "”的类型“" + d->type_name + "”不存在",
                     "definition \"" + d->id + "\": there is no type \"" + d->type_name + "\""}));
                continue;
            }
            std::size_t index = facts.index_of(d->id);
            if (index == catalogue::none) {
                if (facts.index_of(d->zh) != catalogue::none) {
                    report_taken(at, "/zh", d->zh);
                    continue;
                }
                if (!extended) extended = std::make_shared<catalogue>(*parts_->facts);
                index = extended->add(declare(*d, *held));
                if (d->can_be_none) extended->add(declare_has(*d));
            } else {
                const fact& f = facts[index];
                if (!f.is_definition) {
                    report_taken(at, "/id", d->id);
                    continue;
                }
                if (!(f.value_type == *held) || f.zh != d->zh || f.guard.empty() == d->can_be_none) {
                    problems_->push_back(rule_problem(
                        "XR-RULE-028", at, "", d->id,
                        {"与其他版本相同的类型、中文名和 none", "the type, Chinese name and \"none\" of its other versions"},
                        {"定义“" + d->id + "”各版本的类型、中文名或 none 不一致",
                         "definition \"" + d->id + "\" differs from its other versions in type, Chinese name or \"none\""}));
                    continue;
                }
            }
            const catalogue& now = extended ? *extended : *parts_->facts;
            auto kept = std::make_shared<definition>(*d);
            kept->fact_index = index;
            kept->has_index = d->can_be_none ? now.index_of(has_name(d->id)) : catalogue::none;
            d = std::move(kept);
        }
        if (extended) parts_->facts = std::move(extended);
    }

    void report_taken(const rule_origin& at, std::string_view below, const std::string& name) {
        problems_->push_back(rule_problem(
            "XR-RULE-026", at, below, name, {"尚未使用的名称", "a name that no fact has"},
            {"名称“" + name + "”已为另一事实所用", "the name \"" + name + "\" is already that of another fact"}));
    }

    [[nodiscard]] static fact declare(const definition& d, const type& held) {
        fact f;
        f.name = d.id;
        f.zh = d.zh;
        f.en = d.en;
        f.value_type = held;
        f.unit = d.unit;
        f.definition = d.meaning;
        f.basis = {d.cite.instrument, d.cite.instrument};
        f.dated = std::string(word_of(d.at));
        f.is_definition = true;
        if (d.can_be_none) f.guard = has_name(d.id);
        return f;
    }
    [[nodiscard]] static fact declare_has(const definition& d) {
        fact f;
        f.name = has_name(d.id);
        f.zh = "有" + d.zh;
        if (!d.en.empty()) f.en = d.en + " on file";
        f.value_type = types::boolean;
        f.definition = {"是否有" + d.zh, "whether there is one: " + (d.en.empty() ? d.id : d.en)};
        f.basis = {d.cite.instrument, d.cite.instrument};
        f.dated = std::string(word_of(d.at));
        f.is_definition = true;
        return f;
    }

    /// The formula's node: as parsed before, or parsed now; null where there is none or it is wrong.
    [[nodiscard]] node_ptr read(const formula& f, const type& expected, const rule_origin& at,
                                std::string_view below) {
        if (f.parsed || f.source.empty()) return f.parsed;
        auto parsed = parse_feel(f.source, words_, expected);
        if (parsed) return *parsed;
        for (problem p : parsed.problems()) {
            p.file = at.file;
            p.at = at.pointer + std::string(below);
            problems_->push_back(std::move(p));
        }
        return nullptr;
    }

    void check_guards(const node_ptr& n, const guard_set& guards, const rule_origin& at,
                      std::string_view below) {
        if (!n) return;
        guard_checker checker(*parts_->facts);
        for (const unguarded_use& use : checker.check(*n, guards)) {
            const std::string used = to_feel(*use.at);
            text message{"使用“", "\""};
            message.zh.append(used).append("”前须在同一合取式中写明“").append(use.guard).append("”");
            message.en.append(used).append("\" may be none: \"").append(use.guard).append(
                "\" must stand in the same conjunction");
            problem p = rule_problem("XR-RULE-019", at, below, used, {use.guard, use.guard}, std::move(message));
            p.column = use.at->column;
            problems_->push_back(std::move(p));
        }
    }

    void resolve_instrument(std::shared_ptr<const instrument>& i) {
        if (i->applies.source.empty() || i->applies.parsed) return;
        const rule_origin at = origin_of(*parts_, origin_key("instrument", i->id));
        auto kept = std::make_shared<instrument>(*i);
        kept->applies.parsed = read(i->applies, types::boolean, at, "/applies");
        check_guards(kept->applies.parsed, {}, at, "/applies");
        i = std::move(kept);
    }

    void resolve_definition(std::shared_ptr<const definition>& d) {
        if (d->is.parsed || d->fact_index == catalogue::none) return;
        const rule_origin at = origin_of(*parts_, origin_key("definition", d->id, d->instrument));
        auto kept = std::make_shared<definition>(*d);
        kept->is.parsed = read(d->is, (*parts_->facts)[d->fact_index].value_type, at, "/is");
        check_guards(kept->is.parsed, {}, at, "/is");
        d = std::move(kept);
    }

    void resolve_rule(std::shared_ptr<const rule>& r) {
        const bool is_read = (r->scope().source.empty() || r->scope().parsed) &&
                             (r->requirement().source.empty() || r->requirement().parsed) &&
                             (r->band().source.empty() || r->band().parsed) &&
                             (r->due().source.empty() || r->due().parsed) &&
                             (r->met().source.empty() || r->met().parsed);
        if (is_read) return;
        const rule_origin at = origin_of(*parts_, origin_key("rule", r->id()));
        static constexpr std::string_view keys[] = {"/must", "/ordinarily", "/report", "/advise"};
        const std::string_view asks = keys[static_cast<std::size_t>(r->force())];
        const node_ptr scope = read(r->scope(), types::boolean, at, "/applies");
        const node_ptr requirement = read(r->requirement(), types::boolean, at, asks);
        const node_ptr band = read(r->band(), types::boolean, at, "/judgement");
        const node_ptr due = read(r->due(), types::date, at, "/due");
        const node_ptr met = read(r->met(), types::date, at, "/met");
        guard_set guards;
        for (const auto& i : parts_->instruments)
            if (i->id == instrument_part(r->id()) && i->applies.parsed)
                collect_established(*i->applies.parsed, true, guards);
        check_guards(scope, guards, at, "/applies");
        if (scope) collect_established(*scope, true, guards);
        check_guards(requirement, guards, at, asks);
        check_guards(band, guards, at, "/judgement");
        check_guards(due, guards, at, "/due");
        // The day is asked for only where the requirement is met.
        if (requirement) collect_established(*requirement, true, guards);
        check_guards(met, guards, at, "/met");
        auto kept = std::make_shared<rule>(*r);
        kept->parsed(scope, requirement, band, due, met);
        r = std::move(kept);
    }

    void resolve_exception(std::shared_ptr<const exception>& e) {
        if (e->when.source.empty() || e->when.parsed) return;
        const rule_origin at = origin_of(*parts_, origin_key("exception", e->id));
        auto kept = std::make_shared<exception>(*e);
        kept->when.parsed = read(e->when, types::boolean, at, "/when");
        check_guards(kept->when.parsed, {}, at, "/when");
        e = std::move(kept);
    }

    rulebook_parts* parts_;
    std::vector<problem>* problems_;
    vocabulary words_;
};

}  // namespace xuanren::detail
