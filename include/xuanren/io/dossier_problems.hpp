// include/xuanren/io/dossier_problems.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/problem.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The sentences in which the reader says what is wrong; each needs the key and what was found.
namespace xuanren::detail {

/// What a key asks for, in words.
[[nodiscard]] inline text expected_of(const value_shape& value) {
    switch (value.kind) {
        case json_kind::text:
            return {"字符串", "a string"};
        case json_kind::date:
            return {"日期字符串", "a date, as a string"};
        case json_kind::boolean:
            return {"true或false", "true or false"};
        case json_kind::integer:
            return {"整数", "a whole number"};
        case json_kind::decimal:
            return {"数字", "a number"};
        case json_kind::word:
            return {"“" + std::string(value.words->chinese) + "”之一",
                    "a word of the enumeration \"" + std::string(value.words->name) + "\""};
        case json_kind::object:
            return {"对象", "an object"};
        case json_kind::texts:
            return {"字符串数组", "an array of strings"};
        case json_kind::words:
            return {
                "“" + std::string(value.words->chinese) + "”的数组",
                "an array of words of the enumeration \"" + std::string(value.words->name) + "\""};
        case json_kind::objects:
            return {"对象数组", "an array of objects"};
    }
    return {};
}

/// A key as a message names it: “born”（出生年月）.
[[nodiscard]] inline text named(const key_shape& key) {
    std::string_view zh = key.zh;
    zh = zh.substr(0, zh.find("；"));
    std::string_view en = key.en;
    en = en.substr(0, en.find(';'));
    return {"“" + std::string(key.key) + "”（" + std::string(zh) + "）",
            "\"" + std::string(key.key) + "\" (" + std::string(en) + ")"};
}

[[nodiscard]] inline problem key_problem(const char* code, const key_shape& key, std::string found,
                                         text expected, const text& rest) {
    problem p;
    p.code = code;
    p.found = std::move(found);
    p.expected = std::move(expected);
    const text name = named(key);
    p.message = {name.zh + rest.zh, name.en + rest.en};
    return p;
}

/// A value of another JSON type than the key's. `found` is the value, `what` its type in words.
[[nodiscard]] inline problem wrong_type(const key_shape& key, bool in_list, std::string found,
                                        const text& what) {
    text expected = expected_of(*key.value);
    if (in_list)
        expected = key.value->kind == json_kind::objects ? text{"对象", "an object"}
                   : key.value->kind == json_kind::texts ? text{"字符串", "a string"}
                                                         : text{"词", "a word"};
    const text rest{"应为" + expected.zh + "，实为" + what.zh,
                    ": expected " + expected.en + ", found " + what.en};
    return key_problem("XR-DOSSIER-001", key, std::move(found), expected, rest);
}

/// The number itself is left out: it may be a citizen's identity number, and messages are passed on.
[[nodiscard]] inline problem number_for_identifier(const key_shape& key) {
    return key_problem("XR-DOSSIER-002", key, "a number", {"字符串", "a string"},
                       {"是编号，须为加引号的字符串，实为数字",
                        " identifies something and must be a string in quotes, found a number"});
}

[[nodiscard]] inline problem null_not_allowed(const key_shape& key) {
    return key_problem("XR-DOSSIER-003", key, "null", expected_of(*key.value),
                       {"不可为null；不明的，不写此键",
                        " cannot be null; leave the key out where it is not known"});
}

[[nodiscard]] inline problem missing_key(const object_shape& record, const key_shape& key) {
    problem p;
    p.code = "XR-DOSSIER-004";
    p.expected = {"键“" + std::string(key.key) + "”", "the key \"" + std::string(key.key) + "\""};
    p.message = {std::string(record.zh) + "缺少必有的键“" + std::string(key.key) + "”（" +
                     std::string(key.zh) + "）",
                 std::string(record.en) + " lacks the key \"" + std::string(key.key) + "\" (" +
                     std::string(key.en) + "), which it must have"};
    return p;
}

/// The characters of a UTF-8 text.
[[nodiscard]] inline std::vector<std::string_view> characters_of(std::string_view s) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < s.size();) {
        std::size_t n = 1;
        while (i + n < s.size() && (static_cast<unsigned char>(s[i + n]) & 0xC0u) == 0x80u) ++n;
        out.push_back(s.substr(i, n));
        i += n;
    }
    return out;
}

/// How many characters must be added, removed or changed to make one text of the other.
[[nodiscard]] inline std::size_t byte_edits(std::string_view a, std::string_view b) {
    const auto x = characters_of(a), y = characters_of(b);
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t change = diagonal + (x[i - 1] != y[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

/// The word of the table that is written most like the text; empty where none is near.
[[nodiscard]] inline std::string_view nearest_word(const word_list& list,
                                                   std::string_view written) {
    if (written.size() > 80) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, characters_of(written).size() / 3) + 1;
    const auto look_at = [&](std::string_view candidate) {
        if (characters_of(candidate).size() < 2) return;  // codes of one figure are near anything
        const std::size_t distance = byte_edits(written, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    };
    for (const word_texts& w : list.words) {
        look_at(w.english);
        look_at(w.chinese);
    }
    return best;
}

[[nodiscard]] inline problem unknown_word_problem(const key_shape& key, std::string_view written) {
    const word_list& list = *key.value->words;
    std::string all;
    for (const word_texts& w : list.words) all.append(all.empty() ? "" : ", ").append(w.english);
    std::string found = shortened(written);
    const std::string_view nearest = nearest_word(list, written);
    text rest{"“" + found + "”不是“" + std::string(list.chinese) + "”中的词或代码",
              ": \"" + found + "\" is no word or code of the enumeration \"" +
                  std::string(list.name) + "\""};
    if (nearest.empty()) {
        rest.zh += "，应为：" + all;
        rest.en += ", expected one of: " + all;
    } else {
        rest.zh += "，是否为“" + std::string(nearest) + "”";
        rest.en += ", did you mean \"" + std::string(nearest) + "\"?";
    }
    return key_problem("XR-DOSSIER-005", key, std::move(found), {all, all}, rest);
}

[[nodiscard]] inline problem not_whole(const key_shape& key, std::string found) {
    const text rest{"应为整数，实为" + found, ": expected a whole number, found " + found};
    return key_problem("XR-DOSSIER-006", key, std::move(found), expected_of(*key.value), rest);
}

[[nodiscard]] inline std::string plain_number(double number) {
    return std::to_string(static_cast<long long>(number));
}

[[nodiscard]] inline problem out_of_range(const key_shape& key, std::string found) {
    const std::string least = plain_number(key.least), most = plain_number(key.most);
    text expected{least + "至" + most, least + " to " + most};
    const text rest{"应为" + expected.zh + "，实为" + found,
                    ": expected " + expected.en + ", found " + found};
    return key_problem("XR-DOSSIER-007", key, std::move(found), std::move(expected), rest);
}

[[nodiscard]] inline problem empty_identifier(const key_shape& key) {
    return key_problem(
        "XR-DOSSIER-009", key, "", {"非空字符串", "a string that is not empty"},
        {"是编号，不可为空字符串", " identifies something and cannot be the empty string"});
}

/// A bad date, in parse_date's own words under the key's name.
[[nodiscard]] inline problem bad_date(const key_shape& key, problem p) {
    const text name = named(key);
    p.message = {name.zh + "：" + p.message.zh, name.en + ": " + p.message.en};
    return p;
}

[[nodiscard]] inline problem other_schema(std::string_view found, std::string_view expected) {
    problem p;
    p.code = "XR-DOSSIER-008";
    p.found = shortened(found);
    p.expected = {std::string(expected), std::string(expected)};
    p.message = {
        "“schema”为“" + p.found + "”，本程序读“" + std::string(expected) + "”",
        "\"schema\" is \"" + p.found + "\"; this program reads \"" + std::string(expected) + "\""};
    return p;
}

[[nodiscard]] inline problem duplicate_key(std::string_view key) {
    problem p;
    p.code = "XR-JSON-006";
    p.found = shortened(key);
    p.expected = {"每个键只出现一次", "each key once"};
    p.message = {"键“" + p.found + "”在同一对象中重复",
                 "the key \"" + p.found + "\" stands twice in one object"};
    return p;
}

[[nodiscard]] inline problem too_deep(int most) {
    problem p;
    p.code = "XR-JSON-007";
    const std::string limit = std::to_string(most);
    p.expected = {"嵌套不超过" + limit + "层", "at most " + limit + " levels"};
    p.message = {"嵌套超过" + limit + "层", "nested more than " + limit + " levels deep"};
    return p;
}

}  // namespace xuanren::detail
