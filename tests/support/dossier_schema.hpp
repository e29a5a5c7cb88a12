// tests/support/dossier_schema.hpp
#pragma once

#include <xuanren/io/dossier_keys.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The published JSON Schema and reference page of the dossier, made from the tables that the
/// reader itself goes by.
namespace xuanren::testing {

using nlohmann::ordered_json;

/// All records of the format, the dossier first, each once.
[[nodiscard]] inline std::vector<const detail::object_shape*> all_records() {
    std::vector<const detail::object_shape*> out{&detail::shape_of_record<dossier>};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const detail::key_shape& key : out[i]->keys)
            if (const auto* next = key.value->object;
                next != nullptr && std::find(out.begin(), out.end(), next) == out.end())
                out.push_back(next);
    return out;
}

/// All enumerations of the format, in the order in which records name them.
[[nodiscard]] inline std::vector<const detail::word_list*> all_words() {
    std::vector<const detail::word_list*> out;
    for (const auto* record : all_records())
        for (const detail::key_shape& key : record->keys)
            if (const auto* next = key.value->words;
                next != nullptr && std::find(out.begin(), out.end(), next) == out.end())
                out.push_back(next);
    return out;
}

/// The texts of a word: English, Chinese, and the further names and codes.
[[nodiscard]] inline std::vector<std::string> spellings_of(const detail::word_texts& word) {
    std::vector<std::string> out{std::string(word.english), std::string(word.chinese)};
    std::string_view rest = word.also;
    while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        out.emplace_back(rest.substr(0, bar));
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    return out;
}

namespace detail_of_schema {

[[nodiscard]] inline ordered_json reference(std::string_view name) {
    return {{"$ref", "#/$defs/" + std::string(name)}};
}

/// The written forms that parse_date takes, as a regular expression that errs on the wide side.
inline constexpr std::string_view date_pattern =
    "^[ \\t\\r\\n\\u3000\\u00A0\\uFEFF]*"
    "(?:[1１][9９][0-9０-９]{2}|[2２][0０][0-9０-９]{2}|[2２][1１][0０]{2})"
    "(?:[-－](?:[0０][1-9１-９]|[1１][0-2０-２])(?:[-－](?:[0０][1-9１-９]|[12１２][0-9０-９]|[3３]"
    "[01０１]))?"
    "|[.．](?:[0０][1-9１-９]|[1１][0-2０-２])(?:[.．](?:[0０][1-9１-９]|[12１２][0-9０-９]|[3３]["
    "01０１]))?"
    "|(?:[0０][1-9１-９]|[1１][0-2０-２])(?:[0０][1-9１-９]|[12１２][0-9０-９]|[3３][01０１])?"
    "|年(?:(?:[0０]?[1-9１-９]|[1１][0-2０-２])月(?:(?:[0０]?[1-9１-９]|[12１２][0-9０-９]|[3３]["
    "01０１])日)?)?)?"
    "[ \\t\\r\\n\\u3000\\u00A0\\uFEFF]*$";

[[nodiscard]] inline ordered_json value_schema(const detail::key_shape& key) {
    using detail::json_kind;
    const detail::value_shape& value = *key.value;
    ordered_json text{{"type", "string"}};
    if (key.is(detail::identifier)) text["minLength"] = 1;
    std::vector<ordered_json> any;
    bool unknown = false;
    const auto number = [&](const char* type) {
        any.push_back({{"type", type},
                       {"minimum", static_cast<std::int64_t>(key.least)},
                       {"maximum", static_cast<std::int64_t>(key.most)}});
        unknown = true;
    };
    switch (value.kind) {
        case json_kind::text:
            any.push_back(text);
            break;
        case json_kind::date:
            any.push_back(reference("date")), unknown = true;
            break;
        case json_kind::boolean:
            any.push_back({{"type", "boolean"}}), unknown = true;
            break;
        case json_kind::integer:
            number("integer");
            break;
        case json_kind::decimal:
            number("number");
            break;
        case json_kind::word:
            any.push_back(reference("word." + std::string(value.words->name))), unknown = true;
            break;
        case json_kind::object:
            any.push_back(reference(value.object->name));
            break;
        case json_kind::texts:
            any.push_back({{"type", "array"}, {"items", text}});
            break;
        case json_kind::words:
            any.push_back({{"type", "array"},
                           {"items", reference("word." + std::string(value.words->name))}});
            break;
        case json_kind::objects:
            any.push_back({{"type", "array"}, {"items", reference(value.object->name)}});
            if (key.is(detail::or_single)) any.push_back(reference(value.object->name));
            break;
    }
    if (unknown) any.push_back(reference("unknown"));
    if (key.is(detail::nullable)) any.push_back({{"type", "null"}});
    ordered_json out{{"description", std::string(key.zh) + " / " + std::string(key.en)}};
    if (any.size() == 1)
        out.update(any.front());
    else
        out["anyOf"] = any;
    return out;
}

[[nodiscard]] inline ordered_json record_schema(const detail::object_shape& record) {
    ordered_json out{{"description", std::string(record.zh) + " / " + std::string(record.en)},
                     {"type", "object"}};
    ordered_json required = ordered_json::array();
    for (const detail::key_shape& key : record.keys) {
        out["properties"][std::string(key.key)] = value_schema(key);
        if (key.is(detail::required)) required.push_back(std::string(key.key));
    }
    if (!required.empty()) out["required"] = required;
    return out;
}

}  // namespace detail_of_schema

/// rules/schema/dossier.schema.json
[[nodiscard]] inline std::string dossier_schema() {
    const auto records = all_records();
    ordered_json out{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"$id", "https://xuanren.invalid/schema/dossier-1.json"},
                     {"title", "xuanren.dossier/1"}};
    ordered_json root = detail_of_schema::record_schema(*records.front());
    ordered_json properties{
        {"schema",
         {{"description", "格式名 / name of the format"}, {"const", detail::dossier_schema_name}}}};
    properties.update(root["properties"]);
    root["properties"] = properties;
    root["anyOf"] = ordered_json::array();
    for (const char* key : {"schema", "organisations", "posts", "cadres", "appointments"})
        root["anyOf"].push_back({{"required", {key}}});
    out.update(root);

    ordered_json& defs = out["$defs"];
    defs["unknown"] = {
        {"description", "不明：按未知对待 / said not to be known; taken as an absent key"},
        {"enum", ordered_json::array()}};
    for (const std::string_view word : unknown_words)
        defs["unknown"]["enum"].push_back(std::string(word));
    defs["date"] = {{"description", "日期，精度照写 / a date, of the precision it is written with"},
                    {"type", "string"},
                    {"pattern", detail_of_schema::date_pattern}};
    for (auto record = records.begin() + 1; record != records.end(); ++record)
        defs[std::string((*record)->name)] = detail_of_schema::record_schema(**record);
    for (const auto* list : all_words()) {
        ordered_json& words = defs["word." + std::string(list->name)];
        words["description"] = std::string(list->chinese) + " / " + std::string(list->name);
        for (const auto& word : list->words)
            for (const std::string& spelling : spellings_of(word))
                words["enum"].push_back(spelling);
    }
    return out.dump(2) + "\n";
}

/// rules/schema/dossier-reference.md
[[nodiscard]] inline std::string dossier_reference() {
    std::string out =
        "# xuanren.dossier/1: every key / 全部键\n\n"
        "Made from the tables the reader goes by; a test keeps the two alike. A key that is absent "
        "is not known. Where \"null\"\n"
        "is marked, null states \"none\". Dates, numbers, true/false and words may also be \"\" or "
        "不详, 未知, 不明, unknown: kept as\n"
        "written, taken as not known. Keys of no table here come back as `unused`, `x-...` keys "
        "silently; both are kept.\n\n"
        "本页由读取程序所依的键表生成。键缺即不明；标null者，null即“无”。日期、数字、真假、词可写“”"
        "或不详、未知、不明、unknown：\n"
        "照存，按不明对待。表外的键列入`unused`，`x-`开头的不列；两者都保留。\n";
    const auto kind_of = [](const detail::key_shape& key) -> std::string {
        using detail::json_kind;
        const auto link = [](std::string_view name) {
            return "[" + std::string(name) + "](#" + std::string(name) + ")";
        };
        const detail::value_shape& value = *key.value;
        switch (value.kind) {
            case json_kind::text:
                return key.is(detail::identifier) ? "id" : "text";
            case json_kind::date:
                return "date";
            case json_kind::boolean:
                return "true/false";
            case json_kind::integer:
                return "whole number";
            case json_kind::decimal:
                return "number";
            case json_kind::word:
                return "word " + link(value.words->name);
            case json_kind::object:
                return link(value.object->name);
            case json_kind::texts:
                return key.is(detail::identifier) ? "list of ids" : "list of texts";
            case json_kind::words:
                return "list of words " + link(value.words->name);
            case json_kind::objects:
                return "list of " + link(value.object->name) +
                       (key.is(detail::or_single) ? ", or one" : "");
        }
        return {};
    };
    for (const auto* record : all_records()) {
        out += "\n## " + std::string(record->name) + "\n\n" + std::string(record->zh) + " / " +
               std::string(record->en) +
               "\n\n| key | holds | null | 含义 | meaning |\n| --- | --- | --- | --- | --- |\n";
        if (record == all_records().front())
            out += "| `schema` | text | | 格式名：xuanren.dossier/1 | name of the format |\n";
        for (const auto& key : record->keys)
            out += "| `" + std::string(key.key) + "`" +
                   (key.is(detail::required) ? " (required)" : "") + " | " + kind_of(key) + " | " +
                   (key.is(detail::nullable) ? "null" : "") + " | " + std::string(key.zh) + " | " +
                   std::string(key.en) + " |\n";
    }
    out += "\n# Words / 词\n";
    for (const auto* list : all_words()) {
        out += "\n## " + std::string(list->name) + "\n\n" + std::string(list->chinese) +
               (list->ordered ? "，由低到高 / low to high" : "") +
               "\n\n| word | 中文 | also taken / 亦可写作 |\n| --- | --- | --- |\n";
        for (const auto& word : list->words) {
            std::string also;
            const auto all = spellings_of(word);
            for (std::size_t i = 2; i < all.size(); ++i) also += (i == 2 ? "" : ", ") + all[i];
            out += "| `" + std::string(word.english) + "` | " + std::string(word.chinese) + " | " +
                   also + " |\n";
        }
    }
    return out;
}

}  // namespace xuanren::testing
