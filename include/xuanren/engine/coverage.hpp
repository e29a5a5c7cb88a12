// include/xuanren/engine/coverage.hpp
#pragma once

#include <xuanren/engine/citation.hpp>
#include <xuanren/engine/rule_problem.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

/// What has become of one checkable clause 条目状态.
enum class coverage_state : std::uint8_t {
    encoded,             ///< 已编码: decided from facts
    judgement,           ///< 留待研判: an attestation is asked for
    procedural,          ///< 仅作事实: a fact or definition that other clauses go by
    unverified,          ///< 条文待核: encoded, off unless asked for
    needs_organisation,  ///< 待单位数据: waits for facts about organisations
    not_encoded,         ///< 未编码, for the reason given
};
inline constexpr std::size_t coverage_state_count = 6;

/// The words of the states as JSON has them, in their own order.
inline constexpr std::array<std::string_view, coverage_state_count> coverage_state_words = {
    "encoded", "judgement", "procedural", "unverified", "needs_organisation", "not_encoded"};

/// One checkable clause of the law, as the list of them has it 条目.
///
/// What is `stated` is told of clauses that no rule names in `covers`; of the others it is computed.
struct coverage_row {
    std::string id;
    citation cite;                          ///< its instrument and place; without a number `place` stands
    text place;
    text title;
    std::optional<coverage_state> stated;
    std::vector<std::string> by;            ///< facts, definitions or rules that answer it all the same
    text reason;
};

/// The list of all checkable clauses 条目清单.
struct coverage_list {
    std::vector<coverage_row> rows;
    std::vector<std::pair<std::string, text>> titles;  ///< of instruments that have no folder of their own
    std::string file;                                  ///< named where something is wrong
};

/// What answers one clause: a rule, an exception, a definition, a table, or a fact of the catalogue.
struct coverage_answer {
    enum class kind : std::uint8_t { rule, exception, definition, table, fact };
    kind what;
    std::string id;
    std::string instrument;
    bool is_judgement = false;  ///< a rule that is left to people altogether
    bool is_off = false;        ///< its text is unverified

    friend bool operator==(const coverage_answer&, const coverage_answer&) = default;
};

/// One clause and what answers it.
struct covered_row {
    const coverage_row* row;
    coverage_state state = coverage_state::not_encoded;
    std::vector<coverage_answer> answers;
};

/// The whole list against a rulebook 覆盖情况; refers to the list, which outlives it.
struct coverage {
    struct group {
        std::string instrument;
        const xuanren::instrument* of = nullptr;  ///< null where the rulebook does not hold it
        text title;                               ///< then
        std::vector<covered_row> rows;            ///< by article, those without a number last
        std::array<std::size_t, coverage_state_count> by_state{};
    };
    std::vector<group> groups;
    std::array<std::size_t, coverage_state_count> by_state{};
    std::size_t rows = 0;
};

namespace detail {

/// The answers of a rulebook by row.
[[nodiscard]] inline std::map<std::string, std::vector<coverage_answer>, std::less<>> answers_of(const rulebook& book) {
    using kind = coverage_answer::kind;
    std::map<std::string, std::vector<coverage_answer>, std::less<>> out;
    const auto add = [&](const std::vector<std::string>& covers, const coverage_answer& answer) {
        for (const std::string& row : covers) {
            auto& held = out[row];
            if (std::find(held.begin(), held.end(), answer) == held.end()) held.push_back(answer);
        }
    };
    const auto is_off = [](basis b) { return b == basis::unverified; };
    for (const auto& r : book.rules())
        add(r->covers(), {kind::rule, r->id(), r->cite().instrument, r->is_judgement_only(), is_off(r->basis())});
    for (const auto& e : book.exceptions()) add(e->covers, {kind::exception, e->id, e->cite.instrument, false, is_off(e->basis)});
    for (const auto& d : book.definitions()) add(d->covers, {kind::definition, d->id, d->instrument, false, is_off(d->basis)});
    for (const auto& t : book.tables()) add(t->covers, {kind::table, t->id, t->instrument, false, is_off(t->basis)});
    return out;
}

/// What a name in `by` stands for; nothing where there is no such thing.
[[nodiscard]] inline std::optional<coverage_answer> answer_named(const rulebook& book, const std::string& name) {
    using kind = coverage_answer::kind;
    if (const auto r = book.find(name)) return coverage_answer{kind::rule, name, r->cite().instrument, r->is_judgement_only(), false};
    if (const auto e = book.find_exception(name)) return coverage_answer{kind::exception, name, e->cite.instrument, false, false};
    for (const auto& d : book.definitions())
        if (d->id == name) return coverage_answer{kind::definition, name, d->instrument, false, false};
    for (const auto& t : book.tables())
        if (t->id == name) return coverage_answer{kind::table, name, t->instrument, false, false};
    if (book.facts() && book.facts()->index_of(name) != catalogue::none) return coverage_answer{kind::fact, name, {}, false, false};
    return std::nullopt;
}

/// The state that answers give by themselves.
[[nodiscard]] inline coverage_state state_of(const std::vector<coverage_answer>& answers) {
    using kind = coverage_answer::kind;
    coverage_state best = coverage_state::unverified;
    for (const coverage_answer& a : answers) {
        if (a.is_off) continue;
        const bool asks = a.what == kind::rule || a.what == kind::exception;
        const coverage_state its = a.is_judgement ? coverage_state::judgement
                                   : asks         ? coverage_state::encoded
                                                  : coverage_state::procedural;
        best = std::min(best, its);
    }
    return best;
}

}  // namespace detail

/// Puts every clause of the list beside what answers it.
///
/// Errors: XR-COVER-001 a row without a state, 002 a row that is unknown, 003 a state stated beside
/// rules that answer it, 004 no reason, 005 nothing of that name, 006 a row twice, 007 no such
/// instrument; every one of them at once.
[[nodiscard]] inline result<coverage> coverage_of(const rulebook& book, const coverage_list& list) {
    std::vector<problem> problems;
    const auto wrong = [&](const char* code, const std::string& id, text message) {
        problems.push_back(detail::rule_problem(code, {list.file, ""}, "", id, {}, std::move(message)));
    };
    const auto answers = detail::answers_of(book);
    std::map<std::string, const coverage_row*, std::less<>> known;
    for (const coverage_row& row : list.rows)
        if (!known.emplace(row.id, &row).second) wrong("XR-COVER-006", row.id, {"条目“" + row.id + "”重复", "row \"" + row.id + "\" stands twice"});
    for (const auto& [id, by] : answers)
        if (!known.contains(id))
            wrong("XR-COVER-002", id,
                  {"“" + by.front().id + "”的 covers 所称条目“" + id + "”不在清单中",
                   "\"" + by.front().id + "\" covers row \"" + id + "\", which is not in the list"});

    coverage out;
    out.rows = list.rows.size();
    std::map<std::string, std::size_t> place_of;
    for (const auto& i : book.instruments()) {
        place_of.emplace(i->id, out.groups.size());
        out.groups.push_back({i->id, i.get(), i->title, {}, {}});
    }
    for (const coverage_row& row : list.rows) {
        if (!place_of.contains(row.cite.instrument)) {
            const auto title = std::find_if(list.titles.begin(), list.titles.end(),
                                            [&](const auto& t) { return t.first == row.cite.instrument; });
            if (title == list.titles.end()) {
                wrong("XR-COVER-007", row.id,
                      {"条目“" + row.id + "”所属文件“" + row.cite.instrument + "”未加载，也未列名",
                       "row \"" + row.id + "\": instrument \"" + row.cite.instrument + "\" is neither loaded nor named"});
                continue;
            }
            place_of.emplace(row.cite.instrument, out.groups.size());
            out.groups.push_back({row.cite.instrument, nullptr, title->second, {}, {}});
        }
        covered_row held{&row, coverage_state::not_encoded, {}};
        if (const auto found = answers.find(row.id); found != answers.end()) held.answers = found->second;
        if (!held.answers.empty()) {
            held.state = detail::state_of(held.answers);
            if (row.stated && *row.stated != held.state)
                wrong("XR-COVER-003", row.id,
                      {"条目“" + row.id + "”已有“" + held.answers.front().id + "”，清单中所写状态与之不符",
                       "row \"" + row.id + "\" is answered by \"" + held.answers.front().id + "\"; the state in the list says otherwise"});
        } else if (row.stated) {
            held.state = *row.stated;
            if (row.reason.zh.empty() || row.reason.en.empty())
                wrong("XR-COVER-004", row.id,
                      {"条目“" + row.id + "”没有规则，须写明理由（中英文）", "row \"" + row.id + "\" has no rule and gives no reason in both languages"});
        } else {
            wrong("XR-COVER-001", row.id,
                  {"条目“" + row.id + "”没有规则，也没有写明状态", "row \"" + row.id + "\" has neither a rule nor a state"});
        }
        for (const std::string& name : row.by) {
            if (auto answer = detail::answer_named(book, name)) held.answers.push_back(*std::move(answer));
            else
                wrong("XR-COVER-005", row.id,
                      {"条目“" + row.id + "”所称“" + name + "”不是规则、定义、附表或者事实",
                       "row \"" + row.id + "\": \"" + name + "\" is no rule, definition, table or fact"});
        }
        coverage::group& group = out.groups[place_of.at(row.cite.instrument)];
        ++group.by_state[static_cast<std::size_t>(held.state)];
        ++out.by_state[static_cast<std::size_t>(held.state)];
        group.rows.push_back(std::move(held));
    }
    if (!problems.empty()) return problems;
    for (coverage::group& group : out.groups)
        std::stable_sort(group.rows.begin(), group.rows.end(), [](const covered_row& a, const covered_row& b) {
            const auto key = [](const covered_row& r) {
                const citation& c = r.row->cite;
                return std::tuple(c.article == 0, c.article, c.paragraph, c.item);
            };
            return key(a) < key(b);
        });
    return out;
}

}  // namespace xuanren
