// include/xuanren/testing/rule_cases.hpp
#pragma once

#include <xuanren/check/check_case.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/io/rule_json.hpp>
#include <xuanren/report/names.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::testing {

/// One row of a case file with its `given` taken in 案例行: one rule or definition, facts by name,
/// the answer that a reading of the text gives.
struct rule_case {
    std::string file;
    std::string at;                     ///< JSON pointer of the row
    std::string subject;                ///< a rule's id, or a definition's
    bool is_definition = false;
    std::string name;
    std::string facts;                  ///< JSON object
    std::optional<civil_date> on;
    std::optional<civil_date> review;
    std::optional<bool> attested;
    std::vector<std::string> departures;
    std::string expect;                 ///< a status, "not_in_force", or a definition's value as JSON
    std::optional<std::set<std::string>> missing;
};

/// What the rules say of a row.
struct case_answer {
    std::string found;                  ///< a status or "not_in_force"; of a definition "satisfied" where it is as expected
    std::set<std::string> missing;
    std::string failure;
};

/// Reads a file of case rows.  Errors: XR-RULE-001 to 006 and 027, all of them at once.
[[nodiscard]] inline result<std::vector<rule_case>> read_rule_cases(std::string_view bytes, const std::string& file) {
    using detail::object_reader;
    using detail::rule_json;
    std::vector<problem> problems;
    std::vector<rule_case> out;
    const rule_json tree = detail::parse_rule_json(file, bytes, problems);
    if (!problems.empty()) return problems;
    const auto object = [&](object_reader& in, const char* key, const rule_json& holder) {
        const rule_json* m = in.member(key);
        if (m == nullptr) return rule_json::object();
        if (!m->is_object()) return in.wrong(key, holder[key], {"对象", "an object"}), rule_json::object();
        return *m;
    };
    const auto read_subject = [&](const rule_json& entry, const std::string& at) {
        object_reader in(entry, {file, at}, problems);
        const bool is_definition = in.has("definition");
        const std::string subject = in.needed_string(is_definition ? "definition" : "rule");
        const rule_json given = object(in, "given", entry);
        const rule_json* rows = in.member("cases");
        if (rows == nullptr && in.is_object()) in.missing("cases");
        in.finish();
        if (rows == nullptr) return;
        if (!rows->is_array()) return in.wrong("cases", *rows, {"行的列表", "a list of rows"});
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const rule_json& json = (*rows)[i];
            rule_case row;
            row.file = file;
            row.at = at + "/cases/" + std::to_string(i);
            row.subject = subject;
            row.is_definition = is_definition;
            object_reader r(json, {file, row.at}, problems);
            row.name = r.needed_string("name");
            rule_json facts = given;
            for (const std::string& name : r.strings("unknown")) facts.erase(name);
            facts.update(object(r, "facts", json));
            row.facts = facts.dump();
            row.on = r.date("on");
            row.review = r.date("review");
            if (r.has("attested")) row.attested = r.flag("attested");
            row.departures = r.strings("departures");
            if (r.has("missing")) {
                const auto names = r.strings("missing");
                row.missing = std::set<std::string>(names.begin(), names.end());
            }
            const rule_json* expect = r.member("expect");
            if (expect == nullptr && r.is_object()) r.missing("expect");
            r.finish();
            if (expect == nullptr) continue;
            if (!is_definition && !expect->is_string()) {
                r.wrong("expect", *expect, {"状态，如 satisfied", "a status: satisfied"});
                continue;
            }
            row.expect = is_definition ? expect->dump() : expect->get<std::string>();
            out.push_back(std::move(row));
        }
    };
    if (tree.is_array())
        for (std::size_t i = 0; i < tree.size(); ++i) read_subject(tree[i], "/" + std::to_string(i));
    else
        read_subject(tree, "");
    if (!problems.empty()) return problems;
    return out;
}

namespace detail_of_cases {

/// The answer that a definition's row expects, as a FEEL condition on it.
[[nodiscard]] inline std::string expectation(const definition& d, const std::string& expect) {
    const std::size_t dot = d.id.rfind('.') + 1;
    const std::string has = d.id.substr(0, dot) + "has_" + d.id.substr(dot);
    if (expect == "null") return "not(" + has + ")";
    std::string held = expect;
    if (held.size() > 1 && held.front() == '"' && d.type_name != "string") held = held.substr(1, held.size() - 2);
    if (d.type_name == "date" || d.type_name == "months" || d.type_name == "days") held = "@\"" + held + "\"";
    else if (d.type_name != "number" && d.type_name != "boolean" && d.type_name != "string") held = d.type_name + "." + held;
    const std::string condition = d.id + " = " + held;
    return d.can_be_none ? has + " and " + condition : condition;
}

[[nodiscard]] inline std::string probe_id(const rule_case& c) { return "case-probe/1/" + c.file + "#" + c.at; }

}  // namespace detail_of_cases

/// A rulebook with one rule more for each row about a definition: it asks for the answer expected.
///
/// Errors: XR-CASE-001 for an unknown definition, and those of rulebook::make().
[[nodiscard]] inline result<rulebook> with_probes(const rulebook& book, const std::vector<rule_case>& cases) {
    std::vector<problem> problems;
    rulebook_parts parts = book.parts();
    bool has_any = false;
    for (const rule_case& c : cases) {
        if (!c.is_definition) continue;
        const auto d = std::find_if(parts.definitions.begin(), parts.definitions.end(),
                                    [&](const auto& held) { return held->id == c.subject; });
        if (d == parts.definitions.end()) {
            problems.push_back(detail::rule_problem("XR-CASE-001", {c.file, c.at}, "", c.subject, {"定义的名称", "the name of a definition"},
                                                    {"没有定义“" + c.subject + "”", "there is no definition \"" + c.subject + "\""}));
            continue;
        }
        has_any = true;
        rule probe(detail_of_cases::probe_id(c));
        probe.cite("case-probe", 1).at((*d)->at).must(formula(detail_of_cases::expectation(**d, c.expect)));
        parts.rules.push_back(std::make_shared<const rule>(std::move(probe)));
    }
    if (!problems.empty()) return problems;
    if (!has_any) return book;
    return rulebook::make(std::move(parts));
}

/// A row as evaluate_case takes it.  Requires: the calendar outlives it, and so does the row read.
[[nodiscard]] inline case_row row_of(const rule_case& c, const working_calendar& calendar) {
    case_row row;
    row.facts = c.facts;
    row.on = c.on;
    row.review = c.review;
    row.calendar = &calendar;
    row.departures = c.departures;
    if (c.attested) {
        recorded_judgement said;
        said.rule = c.subject;
        said.by = "党委（党组）";
        said.on = c.on;
        said.document = "研判记录";
        said.holds = *c.attested;
        row.attestations.push_back(said);
    }
    return row;
}

/// What a rulebook says of a row; rows about definitions need with_probes().
[[nodiscard]] inline result<case_answer> answer_of(const rulebook& book, const rule_case& c, const working_calendar& calendar) {
    const case_row row = row_of(c, calendar);
    const auto answer = evaluate_case(book, c.is_definition ? detail_of_cases::probe_id(c) : c.subject, row);
    if (!answer) {
        std::vector<problem> problems = answer.problems();
        for (problem& p : problems) {
            p.file = c.file;
            p.at = c.at + p.at;
        }
        return problems;
    }
    if (!answer->has_value()) return case_answer{"not_in_force", {}, {}};
    const verdict& v = **answer;
    case_answer out{std::string(code_of(v.status)), {}, v.failure};
    for (const std::size_t index : v.missing) out.missing.insert((*book.facts())[index].name);
    return out;
}

/// Every row on which a rulebook does not say what is expected 案例核对; empty where all agree.
///
/// Errors are told as the rest: XR-CASE-010 another status, 011 other facts missing, and what kept
/// a row from being judged.
[[nodiscard]] inline std::vector<problem> run_rule_cases(const rulebook& book, const std::vector<rule_case>& cases,
                                                         const working_calendar& calendar) {
    const result<rulebook> probed = with_probes(book, cases);
    if (!probed) return probed.problems();
    std::vector<problem> out;
    const auto differs = [&](const rule_case& c, const char* code, const std::string& expected, const std::string& found) {
        out.push_back(detail::rule_problem(code, {c.file, c.at}, "", found, {expected, expected},
                                           {"“" + c.subject + "”案例“" + c.name + "”：应为 " + expected + "，判为 " + found,
                                            "\"" + c.subject + "\", row \"" + c.name + "\": expected " + expected + ", found " + found}));
    };
    const auto listed = [](const std::set<std::string>& names) {
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        return "[" + all + "]";
    };
    for (const rule_case& c : cases) {
        const result<case_answer> answer = answer_of(*probed, c, calendar);
        if (!answer) {
            out.insert(out.end(), answer.problems().begin(), answer.problems().end());
            continue;
        }
        const std::string expected = c.is_definition ? "satisfied" : c.expect;
        if (answer->found != expected)
            differs(c, "XR-CASE-010", c.is_definition ? c.expect : expected,
                    answer->failure.empty() ? answer->found : answer->found + " (" + answer->failure + ")");
        else if (c.missing && answer->missing != *c.missing)
            differs(c, "XR-CASE-011", listed(*c.missing), listed(answer->missing));
    }
    return out;
}

}  // namespace xuanren::testing
