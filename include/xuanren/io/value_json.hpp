// include/xuanren/io/value_json.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/value.hpp>
#include <xuanren/problem.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

template <class Json>
[[nodiscard]] problem value_problem(const Json& found, const std::string& at, text expected) {
    problem out;
    out.code = "XR-CASE-003";
    out.at = at;
    out.found = found.dump(-1, ' ', false, Json::error_handler_t::replace);
    out.message = {"此处为 " + out.found + "，应为" + expected.zh, "found " + out.found + ", expected " + expected.en};
    out.expected = std::move(expected);
    return out;
}

/// Reads JSON as values of given types and gathers what does not fit.
template <class Json>
class value_reader {
public:
    explicit value_reader(std::vector<problem>& out) : out_(&out) {}

    [[nodiscard]] value read(const Json& json, const type& t, const std::string& at) {
        switch (t.kind) {
            case type_kind::boolean:
                if (json.is_boolean()) return value(json.template get<bool>());
                return wrong(json, at, {"true 或 false", "true or false"});
            case type_kind::number: return read_number(json, at);
            case type_kind::string:
                if (json.is_string()) return value(json.template get<std::string>());
                return wrong(json, at, {"字符串", "a string"});
            case type_kind::date:
                if (json.is_string())
                    if (const auto d = parse_date(json.template get<std::string>())) return value(*d);
                return wrong(json, at, {"日期，如 2024-05-20、2024-05", "a date: 2024-05-20, 2024-05"});
            case type_kind::months:
            case type_kind::days: return read_period(json, t, at);
            case type_kind::enumeration: {
                if (json.is_string()) {
                    const int index = t.words->index_of(json.template get<std::string>());
                    if (index >= 0) return value(enumerator{t.words, index});
                }
                std::string all;
                for (const auto& m : t.words->members) all += (all.empty() ? "" : ", ") + m.name;
                return wrong(json, at, {all, all});
            }
            case type_kind::range: return read_range(json, t, at);
            case type_kind::list: {
                if (!json.is_array()) return wrong(json, at, {"列表", "a list"});
                auto list = std::make_shared<list_value>();
                for (std::size_t i = 0; i < json.size(); ++i)
                    list->items.push_back(json[i].is_null() ? value()
                                                            : read(json[i], *t.element, at + "/" + std::to_string(i)));
                return value(std::shared_ptr<const list_value>(std::move(list)));
            }
            case type_kind::record: return read_record(json, *t.fields, at);
            case type_kind::any:
            case type_kind::null: break;
        }
        return wrong(json, at, {"可写成 JSON 的类型", "a type that JSON can hold"});
    }

private:
    value wrong(const Json& json, const std::string& at, text expected) {
        out_->push_back(value_problem(json, at, std::move(expected)));
        return {};
    }
    value read_number(const Json& json, const std::string& at) {
        std::string digits;
        if (json.is_number_integer()) return value(number(json.template get<std::int64_t>()));
        if (json.is_number()) digits = json.dump();
        if (json.is_string()) digits = json.template get<std::string>();
        if (const auto n = number::parse(digits)) return value(*n);
        return wrong(json, at, {"数", "a number"});
    }
    value read_period(const Json& json, const type& t, const std::string& at) {
        if (json.is_string())
            if (const auto v = parse_feel_duration(json.template get<std::string>())) {
                const bool is_months = v->template as<interval<months>>() != nullptr;
                if (is_months == (t.kind == type_kind::months)) return *v;
            }
        if (t.kind == type_kind::months) return wrong(json, at, {"月数，如 P24M、P2Y", "months: P24M, P2Y"});
        return wrong(json, at, {"日数，如 P5D", "days: P5D"});
    }
    value read_range(const Json& json, const type& t, const std::string& at) {
        if (!json.is_object() || !json.contains("from"))
            return wrong(json, at, {"{\"from\", \"to\"}，to 为 null 表示至今", "{\"from\", \"to\"}; null in \"to\": to the present"});
        auto range = std::make_shared<range_value>();
        range->low = json["from"].is_null() ? value(null_value{}) : read(json["from"], *t.element, at + "/from");
        if (json.contains("to"))
            range->high = json["to"].is_null() ? value(null_value{}) : read(json["to"], *t.element, at + "/to");
        range->high_included = false;
        return value(std::shared_ptr<const range_value>(std::move(range)));
    }
    value read_record(const Json& json, const record_type& fields, const std::string& at) {
        if (!json.is_object()) return wrong(json, at, {"对象", "an object"});
        auto record = std::make_shared<record_value>();
        record->type = &fields;
        record->fields.resize(fields.fields.size());
        for (const auto& [key, member] : json.items()) {
            const int index = fields.index_of(key);
            if (index < 0) {
                std::string all;
                for (const auto& f : fields.fields) all += (all.empty() ? "" : ", ") + f.name;
                wrong(Json(key), at + "/" + key, {all, all});
                continue;
            }
            const auto& field = fields.fields[static_cast<std::size_t>(index)];
            const int has = fields.index_of("has_" + field.name);
            if (member.is_null() && has < 0) {
                wrong(member, at + "/" + key, {"值；不知道的不写", "a value; leave out what is not known"});
                continue;
            }
            if (has >= 0 && !json.contains("has_" + field.name))
                record->fields[static_cast<std::size_t>(has)] = value(!member.is_null());
            if (!member.is_null())
                record->fields[static_cast<std::size_t>(index)] = read(member, field.value_type, at + "/" + key);
        }
        return value(std::shared_ptr<const record_value>(std::move(record)));
    }

    std::vector<problem>* out_;
};

/// A value of that type as JSON writes it: "county_deputy", "2019-05", "P24M", 7, true, lists, and
/// records by their fields. A field that may be none is stated so by null.
/// Errors: XR-CASE-003 with the pointer within the value.
template <class Json>
[[nodiscard]] result<value> value_from_json(const Json& json, const type& t, const catalogue&) {
    std::vector<problem> problems;
    value out = value_reader<Json>(problems).read(json, t, "");
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace detail
}  // namespace xuanren
