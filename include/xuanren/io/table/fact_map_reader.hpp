// include/xuanren/io/table/fact_map_reader.hpp
#pragma once

#include <xuanren/io/rule_json.hpp>
#include <xuanren/io/table/fact_map.hpp>

#include <utility>

namespace xuanren {
namespace detail {

/// A scalar of JSON as the cell that would say the same.
[[nodiscard]] inline std::optional<std::string> cell_of_json(const rule_json& json) {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_boolean() || json.is_number()) return json.dump();
    return std::nullopt;
}

[[nodiscard]] inline column_mapping read_column_mapping(const std::string& column, const rule_json& json, const rule_origin& at,
                                                        std::vector<problem>& problems) {
    column_mapping out;
    out.column = column;
    if (json.is_null()) return out;
    if (json.is_string()) {
        out.fact = json.get<std::string>();
        return out;
    }
    object_reader in(json, at, problems);
    out.fact = in.needed_string("fact");
    if (const rule_json* dates = in.has("dates") ? in.member("dates") : nullptr; dates != nullptr && dates->is_string())
        out.dates = {dates->get<std::string>()};
    else
        out.dates = in.strings("dates");
    out.unit = in.string("unit");
    if (!out.unit.empty() && out.unit != "years" && out.unit != "months" && out.unit != "days")
        in.wrong("unit", json["unit"], {"years、months 或 days", "years, months or days"});
    out.none = in.strings("none");
    if (const rule_json* words = in.member("words"); words != nullptr) {
        if (!words->is_object()) in.wrong("words", *words, {"对象：单元格、含义", "an object: cell, meaning"});
        else
            for (const auto& [cell, meaning] : words->items()) {
                if (const auto said = cell_of_json(meaning)) out.words.emplace_back(cell, *said);
                else in.wrong("words/" + escaped_pointer(cell), meaning, {"字符串、数或者布尔值", "a string, number or boolean"});
            }
    }
    in.finish();
    return out;
}

}  // namespace detail

XUANREN_INLINE result<fact_map> read_fact_map(std::string_view json, const std::string& file) {
    using detail::rule_json;
    std::vector<problem> problems;
    const rule_json tree = detail::parse_rule_json(file, json, problems);
    if (!problems.empty()) return problems;
    fact_map out;
    detail::object_reader in(tree, {file, ""}, problems);
    if (in.has("encoding")) out.encoding = in.string("encoding");
    if (in.has("separator")) {
        const std::string written = in.string("separator");
        if (written.size() == 1 && written[0] > 0 && written[0] != '"' && written[0] != '\n' && written[0] != '\r')
            out.separator = written[0];
        else
            in.wrong("separator", tree["separator"], {"一个 ASCII 字符，如“,”“;”或制表符", "one ASCII character: \",\", \";\" or a tab"});
    }
    out.id = in.string("id");
    if (const rule_json* words = in.member("unknown"); words != nullptr) {
        out.unknown.clear();
        if (!words->is_array()) in.wrong("unknown", *words, {"字符串列表", "a list of strings"});
        else
            for (const rule_json& w : *words) {
                if (w.is_string()) out.unknown.push_back(w.get<std::string>());
                else in.wrong("unknown", w, {"字符串", "a string"});
            }
    }
    if (const rule_json* columns = in.member("columns"); columns != nullptr) {
        if (!columns->is_object()) in.wrong("columns", *columns, {"对象：列名、事实", "an object: column, fact"});
        else
            for (const auto& [name, entry] : columns->items())
                out.columns.push_back(detail::read_column_mapping(
                    name, entry, {file, "/columns/" + detail::escaped_pointer(name)}, problems));
    }
    if (const rule_json* constants = in.member("constants"); constants != nullptr) {
        if (!constants->is_object()) in.wrong("constants", *constants, {"对象：事实、值", "an object: fact, value"});
        else
            for (const auto& [name, entry] : constants->items()) {
                const auto cell = detail::cell_of_json(entry);
                if (!cell && !entry.is_null())
                    in.wrong("constants/" + detail::escaped_pointer(name), entry, {"字符串、数、布尔值或 null", "a string, number, boolean or null"});
                else out.constants.emplace_back(name, cell);
            }
    }
    in.finish();
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace xuanren
