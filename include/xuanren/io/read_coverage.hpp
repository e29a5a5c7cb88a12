// include/xuanren/io/read_coverage.hpp
#pragma once

#include <xuanren/engine/coverage.hpp>
#include <xuanren/io/rule_json.hpp>

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// "8.1.3" as article, paragraph, item; empty: no number is known. False where it is something else.
[[nodiscard]] inline bool read_position(std::string_view written, citation& out) {
    for (int* part : {&out.article, &out.paragraph, &out.item}) {
        if (written.empty()) return true;
        const std::size_t dot = written.find('.');
        const std::string_view digits = written.substr(0, dot);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), *part);
        if (error != std::errc() || end != digits.data() + digits.size() || *part < 0 || *part > 9999) return false;
        written = dot == written.npos ? std::string_view() : written.substr(dot + 1);
    }
    return written.empty();
}

}  // namespace detail

/// Reads the list of checkable clauses, rules/coverage.json 条目清单.
///
/// Errors: all of them at once, by the codes of rule files (XR-RULE-001 to 006).
[[nodiscard]] inline result<coverage_list> read_coverage(std::string_view bytes, const std::string& file) {
    std::vector<problem> problems;
    coverage_list out;
    out.file = file;
    const detail::rule_json tree = detail::parse_rule_json(file, bytes, problems);
    if (!problems.empty()) return problems;
    detail::object_reader whole(tree, {file, ""}, problems);
    const auto each = [&](const char* key, auto&& read) {
        const detail::rule_json* list = whole.member(key);
        if (list == nullptr) return;
        if (!list->is_array()) return whole.wrong(key, *list, {"列表", "a list"});
        for (std::size_t i = 0; i < list->size(); ++i) {
            detail::object_reader in((*list)[i], {file, "/" + std::string(key) + "/" + std::to_string(i)}, problems);
            read(in, (*list)[i]);
            in.finish();
        }
    };
    if (!whole.has("rows") && whole.is_object()) whole.missing("rows");
    each("instruments", [&](detail::object_reader& in, const detail::rule_json&) {
        std::string id = in.needed_string("id");
        out.titles.emplace_back(std::move(id), in.both("title"));
    });
    each("rows", [&](detail::object_reader& in, const detail::rule_json& json) {
        coverage_row row;
        row.id = in.needed_string("id");
        row.cite.instrument = in.needed_string("instrument");
        if (!detail::read_position(in.string("at"), row.cite))
            in.wrong("at", json["at"], {"条、款、项，如 8.1.3", "article, paragraph, item: 8.1.3"}, "XR-RULE-006");
        if (const auto w = in.word("certainty", detail::certainty_words)) row.cite.sure = static_cast<citation::certainty>(*w);
        row.place = in.both("place");
        row.title = in.both("title");
        if (const auto w = in.word("state", coverage_state_words)) row.stated = static_cast<coverage_state>(*w);
        row.by = in.strings("by");
        row.reason = in.both("reason");
        out.rows.push_back(std::move(row));
    });
    whole.finish();
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace xuanren
