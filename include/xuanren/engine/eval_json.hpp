// include/xuanren/engine/eval_json.hpp
#pragma once

#include <xuanren/engine/eval.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/feel_types.hpp>
#include <xuanren/engine/feel_writer.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// Whether a JSON text nests deeper than inputs may.
[[nodiscard]] inline bool nests_too_deeply(std::string_view json) {
    constexpr int deepest = 64;
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// The tree of a text of inputs; discarded where it is no JSON, nests too deeply, holds a NUL (which
/// the parser takes for the end) or gives a key twice.
[[nodiscard]] inline nlohmann::json parse_inputs(std::string_view json) {
    using event = nlohmann::json::parse_event_t;
    if (nests_too_deeply(json) || json.find('\0') != json.npos) return nlohmann::json::value_t::discarded;
    bool is_doubled = false;
    std::vector<std::set<std::string>> keys;
    const auto watch = [&](int, event e, nlohmann::json& parsed) {
        if (e == event::object_start) keys.emplace_back();
        if (e == event::object_end) keys.pop_back();
        if (e == event::key && !keys.back().insert(parsed.get<std::string>()).second) is_doubled = true;
        return true;
    };
    nlohmann::json tree = nlohmann::json::parse(json, watch, false);
    return is_doubled ? nlohmann::json(nlohmann::json::value_t::discarded) : tree;
}

/// Reads the values of inputs; record types come to live in `inputs`.
class input_reader {
public:
    explicit input_reader(named_inputs& inputs) : inputs_(inputs) {}

    /// nullopt where the value is none of its stated type.
    [[nodiscard]] std::optional<value> read(const nlohmann::json& j) {
        if (j.is_object() && j.contains("type") && j["type"].is_string() &&
            (j.size() == 1 || j.contains("value") || j.contains("items")))
            return typed(j);
        return plain(j);
    }

private:
    std::optional<value> plain(const nlohmann::json& j) {
        if (j.is_null()) return value(null_value{});
        if (j.is_boolean()) return value(j.get<bool>());
        if (j.is_string()) return value(j.get<std::string>());
        if (j.is_number()) {
            const std::optional<number> n = number::parse(j.dump());
            return n ? std::optional(value(*n)) : std::nullopt;
        }
        if (j.is_array()) return list(j);
        record_type fields;
        std::vector<value> values;
        for (const auto& [key, member] : j.items()) {
            std::optional<value> v = read(member);
            if (!v) return std::nullopt;
            fields.fields.push_back({key, key, v->is_null() ? types::any : type_of(*v)});
            values.push_back(*std::move(v));
        }
        auto made = std::make_shared<record_value>();
        made->type = &inputs_.add(std::move(fields));
        made->fields = std::move(values);
        return value(std::shared_ptr<const record_value>(std::move(made)));
    }

    std::optional<value> list(const nlohmann::json& items) {
        auto made = std::make_shared<list_value>();
        for (const nlohmann::json& item : items) {
            std::optional<value> v = read(item);
            if (!v) return std::nullopt;
            made->items.push_back(*std::move(v));
        }
        return value(std::shared_ptr<const list_value>(std::move(made)));
    }

    std::optional<value> typed(const nlohmann::json& j) {
        const auto type = j["type"].get<std::string>();
        if (type == "null") return value(null_value{});
        if (type == "unknown") return value();
        if (type == "list")
            return j.contains("items") && j["items"].is_array() ? list(j["items"]) : std::nullopt;
        if (!j.contains("value")) return std::nullopt;
        const nlohmann::json& held = j["value"];
        if (held.is_null()) return value(null_value{});
        const std::string s = held.is_string() ? held.get<std::string>() : held.dump();
        if (type == "string") return held.is_string() ? std::optional(value(s)) : std::nullopt;
        if (type == "boolean") {
            if (s != "true" && s != "false") return std::nullopt;
            return value(s == "true");
        }
        if (type == "decimal" || type == "number" || type == "double" || type == "integer") {
            const std::optional<number> n = number::parse(s);
            return n ? std::optional(value(*n)) : std::nullopt;
        }
        if (type == "date") {
            const std::optional<civil_date> d = parse_feel_date(s);
            return d ? std::optional(value(*d)) : std::nullopt;
        }
        if (type == "duration") return parse_feel_duration(s);
        return std::nullopt;
    }

    named_inputs& inputs_;
};

[[nodiscard]] inline problem input_problem(const char* code, std::string found, text expected,
                                           text message) {
    problem p;
    p.code = code;
    p.found = std::move(found);
    p.expected = std::move(expected);
    p.message = std::move(message);
    return p;
}

[[nodiscard]] inline std::vector<problem> read_into(named_inputs& inputs,
                                                    const nlohmann::json& from) {
    std::vector<problem> problems;
    for (const auto& [name, j] : from.items()) {
        input_reader reader(inputs);
        if (std::optional<value> v = reader.read(j))
            inputs.set(name, *std::move(v));
        else
            problems.push_back(
                input_problem("XR-FEEL-041", name,
                              {"decimal、string、boolean、date、duration、list",
                               "decimal, string, boolean, date, duration or list"},
                              {"输入“" + name + "”的值与其类型不符",
                               "input \"" + name + "\": the value is none of its type"}));
    }
    return problems;
}

/// A date or duration without the marks of its literal.
[[nodiscard]] inline std::string bare(const value& v) {
    std::string s = to_feel(v);
    if (s.starts_with("@\"")) s = s.substr(2, s.size() - 3);
    return s;
}

inline nlohmann::ordered_json answer_of(const value& v, std::size_t& left) {
    using json = nlohmann::ordered_json;
    if (left == 0) return json{{"type", "null"}};
    --left;
    const auto typed = [&v](const char* type) { return json{{"type", type}, {"value", bare(v)}}; };
    if (v.is_null()) return json{{"type", "null"}};
    if (v.is_unknown()) return json{{"type", "unknown"}};
    if (v.as<bool>() != nullptr) return typed("boolean");
    if (v.as<interval<number>>() != nullptr) return typed("decimal");
    if (v.as<interval<civil_date>>() != nullptr) return typed("date");
    if (v.as<interval<months>>() != nullptr || v.as<interval<day_time_duration>>() != nullptr)
        return typed("duration");
    if (v.as<enumerator>() != nullptr) return typed("enumeration");
    if (v.as<std::shared_ptr<const range_value>>() != nullptr) return typed("range");
    if (const auto* s = v.as<std::shared_ptr<const std::string>>())
        return json{{"type", "string"}, {"value", **s}};
    if (const auto* list = v.as<std::shared_ptr<const list_value>>()) {
        json items = json::array();
        for (const value& item : (*list)->items) items.push_back(answer_of(item, left));
        return json{{"type", "list"}, {"items", std::move(items)}};
    }
    const record_value& record = **v.as<std::shared_ptr<const record_value>>();
    json fields = json::object();
    for (std::size_t i = 0; record.type != nullptr && i < record.fields.size(); ++i)
        fields[record.type->fields[i].name] = answer_of(record.fields[i], left);
    return json{{"type", "context"}, {"value", std::move(fields)}};
}

[[nodiscard]] inline std::string written(const nlohmann::ordered_json& j) {
    return j.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

[[nodiscard]] inline std::string error_line(const problem& p) {
    nlohmann::ordered_json out{{"error", p.message.zh + " / " + p.message.en}};
    if (p.column > 0) out["column"] = p.column;
    if (!p.code.empty()) out["code"] = p.code;
    return written(out);
}

}  // namespace detail

XUANREN_INLINE nlohmann::ordered_json to_json_answer(const value& v) {
    std::size_t most = 1'000'000;
    return detail::answer_of(v, most);
}

XUANREN_INLINE result<value> evaluate_feel(std::string_view expression, const named_inputs& inputs,
                                           std::optional<civil_date> on,
                                           const working_calendar* calendar) {
    vocabulary words;
    words.facts = &inputs.names();
    const result<node_ptr> parsed = parse_feel_leniently(expression, words);
    if (!parsed) return parsed.problems();
    const fact_values values = inputs.values();
    environment with;
    with.facts = &values;
    with.calendar = calendar;
    if (on) with.reference = days_of(*on);
    return evaluate(**parsed, with);
}

XUANREN_INLINE result<named_inputs> read_inputs(std::string_view json, const catalogue& known) {
    named_inputs inputs(known);
    const nlohmann::json parsed = detail::parse_inputs(json);
    if (!parsed.is_object())
        return detail::input_problem(
            "XR-FEEL-040", {},
            {"JSON对象，嵌套不超过64层，键不重复", "a JSON object, at most 64 levels deep, no key twice"},
            {"输入不是JSON对象", "the inputs are no JSON object"});
    std::vector<problem> problems = detail::read_into(inputs, parsed);
    if (!problems.empty()) return problems;
    return inputs;
}

XUANREN_INLINE std::string eval_json_line(std::string_view line) {
    const nlohmann::json parsed = detail::parse_inputs(line);
    if (!parsed.is_object() || !parsed.contains("expression") || !parsed["expression"].is_string())
        return detail::error_line(detail::input_problem(
            "XR-FEEL-040", {}, {},
            {"应为含字符串“expression”的JSON对象，嵌套不超过64层，键不重复",
             "expected a JSON object with a string \"expression\", at most 64 levels deep, no key twice"}));
    named_inputs inputs;
    // A declared input without a value is null.
    if (parsed.contains("input_types") && parsed["input_types"].is_object())
        for (const auto& [name, ignored] : parsed["input_types"].items())
            inputs.set(name, null_value{});
    if (parsed.contains("inputs") && parsed["inputs"].is_object())
        if (const std::vector<problem> problems = detail::read_into(inputs, parsed["inputs"]);
            !problems.empty())
            return detail::error_line(problems.front());
    const auto expression = parsed["expression"].get<std::string>();
    const result<value> answer = evaluate_feel(expression, inputs);
    if (!answer) return detail::error_line(answer.problems().front());
    return detail::written(to_json_answer(*answer));
}

}  // namespace xuanren
