// include/xuanren/engine/version_diff.hpp
#pragma once

#include <xuanren/engine/equality.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

/// In what two versions of one clause differ 变动之处.
enum class change_aspect : std::uint8_t {
    place,        ///< the number of the clause
    scope,
    requirement,
    band,         ///< what is left to people
    force,
    timing,       ///< the step whose date counts, or from which it is judged
    due,
    sets_aside,   ///< of exceptions
    value,        ///< of definitions: how it is computed
};

/// A clause as it stood and as it stands; one of the two is null where it was added or removed.
struct rule_change {
    std::shared_ptr<const rule> before, after;
    std::vector<change_aspect> in;  ///< empty where both say the same

    [[nodiscard]] bool is_change() const noexcept { return !before || !after || !in.empty(); }
    /// Whether the two texts are known otherwise: that is no change of the clause.
    [[nodiscard]] bool is_known_otherwise() const noexcept { return before && after && before->basis() != after->basis(); }
};
struct exception_change {
    std::shared_ptr<const exception> before, after;
    std::vector<change_aspect> in;

    [[nodiscard]] bool is_change() const noexcept { return !before || !after || !in.empty(); }
};
struct definition_change {
    std::shared_ptr<const definition> before, after;
    std::vector<change_aspect> in;

    [[nodiscard]] bool is_change() const noexcept { return !before || !after || !in.empty(); }
};
/// A table, row by row: what a key gave and gives; a null value where there was no such row.
struct table_change {
    struct row {
        std::vector<value> keys;
        std::optional<value> before, after;
    };
    std::shared_ptr<const table> before, after;
    std::vector<row> rows;  ///< those that differ

    [[nodiscard]] bool is_change() const noexcept { return !before || !after || !rows.empty(); }
};

/// Two versions of an instrument, clause by clause 版本比较.
struct version_diff {
    std::shared_ptr<const instrument> before, after;
    std::vector<rule_change> rules;
    std::vector<exception_change> exceptions;
    std::vector<definition_change> definitions;
    std::vector<table_change> tables;
};

namespace detail {

/// What follows the instrument in an id, 8.1.3/deputy-to-principal; and its last part alone.
[[nodiscard]] inline std::string_view tail_of(std::string_view id) {
    const std::size_t slash = id.find('/');
    return slash == id.npos ? id : id.substr(slash + 1);
}
[[nodiscard]] inline std::string_view slug_of(std::string_view id) {
    const std::size_t slash = id.rfind('/');
    return slash == id.npos ? id : id.substr(slash + 1);
}

[[nodiscard]] inline std::string written(const formula& f) {
    return f.parsed ? to_feel(*f.parsed) : f.source;
}

/// Pairs the clauses of two versions: by the surest likeness first, each clause once.
template <class Clause>
[[nodiscard]] std::vector<std::pair<std::shared_ptr<const Clause>, std::shared_ptr<const Clause>>> paired(
    const std::vector<std::shared_ptr<const Clause>>& before, const std::vector<std::shared_ptr<const Clause>>& after,
    const std::vector<std::function<bool(const Clause&, const Clause&)>>& alike) {
    std::vector<std::size_t> match(before.size(), before.size() + after.size());
    std::vector<bool> taken(after.size(), false);
    const std::size_t none = before.size() + after.size();
    for (const auto& test : alike)
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (match[i] != none) continue;
            for (std::size_t k = 0; k < after.size(); ++k) {
                if (taken[k] || !test(*before[i], *after[k])) continue;
                match[i] = k;
                taken[k] = true;
                break;
            }
        }
    std::vector<std::pair<std::shared_ptr<const Clause>, std::shared_ptr<const Clause>>> out;
    // In the order of the newer version, what has gone in its own order after it.
    for (std::size_t k = 0; k < after.size(); ++k) {
        const auto found = std::find(match.begin(), match.end(), k);
        out.emplace_back(found == match.end() ? nullptr : before[static_cast<std::size_t>(found - match.begin())], after[k]);
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (match[i] == none) out.emplace_back(before[i], nullptr);
    return out;
}

[[nodiscard]] inline bool same_place(const citation& a, const citation& b) {
    return a.article == b.article && a.paragraph == b.paragraph && a.item == b.item;
}
[[nodiscard]] inline bool shares_row(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& row) { return std::find(b.begin(), b.end(), row) != b.end(); });
}
[[nodiscard]] inline bool is_numbered(const citation& c) { return c.article > 0; }

/// The ids that an exception sets aside, whatever the version of their instrument.
[[nodiscard]] inline std::vector<std::string> targets_of(const exception& e) {
    std::vector<std::string> out;
    for (const std::string& id : e.sets_aside) {
        const std::size_t slash = id.find('/'), dash = id.rfind('-', slash);
        const bool has_version = dash != id.npos && slash != id.npos && dash + 1 < slash && id[dash + 1] >= '0' && id[dash + 1] <= '9';
        out.push_back(has_version ? id.substr(0, dash) + id.substr(slash) : id);
    }
    std::sort(out.begin(), out.end());
    return out;
}

[[nodiscard]] inline std::vector<change_aspect> aspects_of(const rule& a, const rule& b) {
    std::vector<change_aspect> out;
    const auto note = [&](bool differs, change_aspect what) {
        if (differs) out.push_back(what);
    };
    note(!same_place(a.cite(), b.cite()), change_aspect::place);
    note(written(a.scope()) != written(b.scope()), change_aspect::scope);
    note(written(a.requirement()) != written(b.requirement()) || a.is_judgement_only() != b.is_judgement_only(),
         change_aspect::requirement);
    note(written(a.band()) != written(b.band()), change_aspect::band);
    note(a.force() != b.force() || a.is_void() != b.is_void(), change_aspect::force);
    note(a.at() != b.at() || a.stage() != b.stage(), change_aspect::timing);
    note(written(a.due()) != written(b.due()), change_aspect::due);
    return out;
}
[[nodiscard]] inline std::vector<change_aspect> aspects_of(const exception& a, const exception& b) {
    std::vector<change_aspect> out;
    if (!same_place(a.cite, b.cite)) out.push_back(change_aspect::place);
    if (written(a.when) != written(b.when)) out.push_back(change_aspect::scope);
    if (targets_of(a) != targets_of(b)) out.push_back(change_aspect::sets_aside);
    return out;
}
[[nodiscard]] inline std::vector<change_aspect> aspects_of(const definition& a, const definition& b) {
    std::vector<change_aspect> out;
    if (!same_place(a.cite, b.cite)) out.push_back(change_aspect::place);
    if (written(a.is) != written(b.is)) out.push_back(change_aspect::value);
    if (a.at != b.at) out.push_back(change_aspect::timing);
    return out;
}
[[nodiscard]] inline std::vector<table_change::row> rows_of(const table* a, const table* b) {
    std::vector<table_change::row> out;
    const auto same_keys = [](const table::row& x, const std::vector<value>& keys) {
        return std::equal(x.keys.begin(), x.keys.end(), keys.begin(), keys.end(),
                          [](const value& p, const value& q) { return to_feel(p) == to_feel(q); });
    };
    const auto find = [&](const table* t, const std::vector<value>& keys) -> std::optional<value> {
        if (t == nullptr) return std::nullopt;
        for (const table::row& r : t->rows)
            if (same_keys(r, keys)) return r.answer;
        return std::nullopt;
    };
    if (b != nullptr)
        for (const table::row& r : b->rows) {
            const auto before = find(a, r.keys);
            if (!before || to_feel(*before) != to_feel(r.answer)) out.push_back({r.keys, before, r.answer});
        }
    if (a != nullptr)
        for (const table::row& r : a->rows)
            if (!find(b, r.keys)) out.push_back({r.keys, r.answer, std::nullopt});
    return out;
}

template <class Part, class Belongs>
[[nodiscard]] std::vector<std::shared_ptr<const Part>> parts_of(const std::vector<std::shared_ptr<const Part>>& all, Belongs&& belongs) {
    std::vector<std::shared_ptr<const Part>> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const auto& p) { return belongs(*p); });
    return out;
}

}  // namespace detail

/// Puts two versions of a family side by side. Clauses are taken for the same that share the end of
/// their id, else slug and topic, the rows they cover and their title, their title, the slug, or
/// their place.
///
/// Requires: both ids name instruments of the book.
[[nodiscard]] inline version_diff diff_versions(const rulebook& book, std::string_view before, std::string_view after) {
    version_diff out;
    out.before = book.find_instrument(before);
    out.after = book.find_instrument(after);
    const auto rules_in = [&](std::string_view id) {
        auto list = detail::parts_of(book.rules(), [&](const rule& r) { return r.cite().instrument == id; });
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
            const auto key = [](const rule& r) { return std::tuple(r.cite().article == 0, r.cite().article, r.cite().paragraph, r.cite().item); };
            return key(*a) < key(*b);
        });
        return list;
    };
    using std::string_view;
    const std::vector<std::function<bool(const rule&, const rule&)>> alike_rules = {
        [](const rule& a, const rule& b) { return detail::tail_of(a.id()) == detail::tail_of(b.id()); },
        [](const rule& a, const rule& b) { return detail::slug_of(a.id()) == detail::slug_of(b.id()) && a.topic() == b.topic(); },
        [](const rule& a, const rule& b) { return a.title().zh == b.title().zh && detail::shares_row(a.covers(), b.covers()); },
        [](const rule& a, const rule& b) { return !a.title().zh.empty() && a.title().zh == b.title().zh; },
        [](const rule& a, const rule& b) { return detail::slug_of(a.id()) == detail::slug_of(b.id()); },
        [](const rule& a, const rule& b) {
            return detail::is_numbered(a.cite()) && detail::same_place(a.cite(), b.cite()) && a.topic() == b.topic() &&
                   a.force() == b.force() && a.is_judgement_only() == b.is_judgement_only() && detail::shares_row(a.covers(), b.covers());
        }};
    for (auto& [a, b] : detail::paired(rules_in(before), rules_in(after), alike_rules)) {
        rule_change change{a, b, {}};
        if (a && b) change.in = detail::aspects_of(*a, *b);
        out.rules.push_back(std::move(change));
    }
    const auto exceptions_in = [&](string_view id) {
        return detail::parts_of(book.exceptions(), [&](const exception& e) { return e.cite.instrument == id; });
    };
    const std::vector<std::function<bool(const exception&, const exception&)>> alike_exceptions = {
        [](const exception& a, const exception& b) { return detail::tail_of(a.id) == detail::tail_of(b.id); },
        [](const exception& a, const exception& b) { return detail::slug_of(a.id) == detail::slug_of(b.id); },
        [](const exception& a, const exception& b) { return !a.title.zh.empty() && a.title.zh == b.title.zh; }};
    for (auto& [a, b] : detail::paired(exceptions_in(before), exceptions_in(after), alike_exceptions)) {
        exception_change change{a, b, {}};
        if (a && b) change.in = detail::aspects_of(*a, *b);
        out.exceptions.push_back(std::move(change));
    }
    const auto definitions_in = [&](string_view id) {
        return detail::parts_of(book.definitions(), [&](const definition& d) { return d.instrument == id; });
    };
    const std::vector<std::function<bool(const definition&, const definition&)>> alike_definitions = {
        [](const definition& a, const definition& b) { return a.id == b.id; }};
    for (auto& [a, b] : detail::paired(definitions_in(before), definitions_in(after), alike_definitions)) {
        definition_change change{a, b, {}};
        if (a && b) change.in = detail::aspects_of(*a, *b);
        out.definitions.push_back(std::move(change));
    }
    const auto tables_in = [&](string_view id) {
        return detail::parts_of(book.tables(), [&](const table& t) { return t.instrument == id; });
    };
    const std::vector<std::function<bool(const table&, const table&)>> alike_tables = {
        [](const table& a, const table& b) { return a.id == b.id; }};
    for (auto& [a, b] : detail::paired(tables_in(before), tables_in(after), alike_tables))
        out.tables.push_back({a, b, detail::rows_of(a.get(), b.get())});
    return out;
}

/// The rulebook with one version of its family in force on every day, its other versions on none
/// that a case could reach; all other families are left as they are.
///
/// Requires: the id names an instrument of the book.  Errors: those of rulebook::make().
[[nodiscard]] inline result<rulebook> with_version_alone(const rulebook& book, std::string_view id) {
    rulebook_parts parts = book.parts();
    const auto chosen = book.find_instrument(id);
    // What the others define may be asked for elsewhere: they stay, in days beyond any record.
    constexpr int beyond = 9000;
    int year = beyond;
    for (auto& i : parts.instruments) {
        if (i->family != chosen->family) continue;
        instrument moved = *i;
        moved.repealed.reset();
        moved.superseded_by.clear();
        moved.gaps.clear();
        const bool is_chosen = moved.id == id;
        moved.effective = is_chosen ? civil_date(1, 1, 1) : civil_date(year, 1, 1);
        moved.superseded = is_chosen ? civil_date(beyond, 1, 1) : civil_date(++year, 1, 1);
        i = std::make_shared<const instrument>(std::move(moved));
    }
    return rulebook::make(std::move(parts));
}

}  // namespace xuanren
