// include/xuanren/engine/feel_types.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/type.hpp>
#include <xuanren/engine/value.hpp>
#include <xuanren/text.hpp>

#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <variant>

namespace xuanren {

/// A type in words 类型名称, for messages.
[[nodiscard]] inline text describe(const type& t) {
    const auto of = [&t](const char* zh, const char* en) -> text {
        if (!t.element || t.element->kind == type_kind::any) return {zh, en};
        const text inner = describe(*t.element);
        return {inner.zh + "的" + zh, std::string(en) + " of " + inner.en};
    };
    switch (t.kind) {
        case type_kind::any:
            return {"任意值", "any value"};
        case type_kind::null:
            return {"空值", "null"};
        case type_kind::boolean:
            return {"是否", "boolean"};
        case type_kind::number:
            return {"数", "number"};
        case type_kind::string:
            return {"字符串", "string"};
        case type_kind::date:
            return {"日期", "date"};
        case type_kind::months:
            return {"年月期间", "months duration"};
        case type_kind::days:
            return {"天数期间", "days duration"};
        case type_kind::enumeration:
            return {"枚举" + t.words->zh, "enumeration " + t.words->name};
        case type_kind::range:
            return of("区间", "range");
        case type_kind::list:
            return of("列表", "list");
        case type_kind::record:
            return {"记录" + t.fields->zh, "record " + t.fields->name};
    }
    return {};
}

/// Whether a value of one type may stand where the other is: `any` and null fit everything.
[[nodiscard]] inline bool fits(const type& a, const type& b) {
    if (a.kind == type_kind::any || b.kind == type_kind::any) return true;
    if (a.kind == type_kind::null || b.kind == type_kind::null) return true;
    if (a.kind != b.kind || a.words != b.words || a.fields != b.fields) return false;
    return !a.element || !b.element || fits(*a.element, *b.element);
}

/// The more telling of two types that fit.
[[nodiscard]] inline type join(const type& a, const type& b) {
    if (a.kind == type_kind::any || a.kind == type_kind::null)
        return b.kind == type_kind::null ? a : b;
    if (a.element && b.element && a.element->kind == type_kind::any) return b;
    return a;
}

/// Whether values of the type have an order of FEEL's; enumerations where they say so.
[[nodiscard]] inline bool has_order(const type& t) {
    switch (t.kind) {
        case type_kind::any:
        case type_kind::null:
        case type_kind::number:
        case type_kind::string:
        case type_kind::date:
        case type_kind::months:
        case type_kind::days:
            return true;
        case type_kind::enumeration:
            return t.words->is_ordered;
        default:
            return false;
    }
}

[[nodiscard]] inline type element_of(const type& t) {
    return t.element ? *t.element : types::any;
}

/// The type of a value, as far as the value tells.
[[nodiscard]] inline type type_of(const value& v) {
    return std::visit(
        [](const auto& held) -> type {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, bool>)
                return types::boolean;
            else if constexpr (std::is_same_v<T, absence>)
                return held == absence::null ? types::null : types::any;
            else if constexpr (std::is_same_v<T, interval<number>>)
                return types::number;
            else if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>)
                return types::string;
            else if constexpr (std::is_same_v<T, interval<civil_date>>)
                return types::date;
            else if constexpr (std::is_same_v<T, interval<months>>)
                return types::months;
            else if constexpr (std::is_same_v<T, interval<day_time_duration>>)
                return types::days;
            else if constexpr (std::is_same_v<T, enumerator>)
                return types::one_of(*held.words);
            else if constexpr (std::is_same_v<T, std::shared_ptr<const range_value>>) {
                return types::range_of(join(type_of(held->low), type_of(held->high)));
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const list_value>>) {
                type element = types::any;
                for (std::size_t i = 0; i < held->items.size(); ++i) {
                    const type one = type_of(held->items[i]);
                    if (i != 0 && !fits(element, one)) return types::list_of(types::any);
                    element = i == 0 ? one : join(element, one);
                }
                return types::list_of(std::move(element));
            } else if constexpr (std::is_same_v<T, std::shared_ptr<const record_value>>) {
                if (held->type == nullptr) return types::any;
                return types::record_of(*held->type);
            } else {
                return types::any;
            }
        },
        v.held());
}

namespace detail {

[[nodiscard]] inline bool is_list_of(const type& t, type_kind element) {
    return t.kind == type_kind::list &&
           (element_of(t).kind == element || element_of(t).kind == type_kind::any ||
            element_of(t).kind == type_kind::null);
}

/// Whether an argument may be given for a parameter; `first` is the type of the first argument.
[[nodiscard]] inline bool takes(shape parameter, const type& t, const type& first) {
    if (t.kind == type_kind::any || t.kind == type_kind::null) return true;
    const type_kind kind = t.kind;
    const type element = element_of(t);
    switch (parameter) {
        case shape::none:
            return false;
        case shape::any:
            return true;
        case shape::boolean:
            return kind == type_kind::boolean;
        case shape::number:
            return kind == type_kind::number;
        case shape::string:
            return kind == type_kind::string;
        case shape::date:
            return kind == type_kind::date;
        case shape::months:
            return kind == type_kind::months;
        case shape::days:
            return kind == type_kind::days;
        case shape::period:
            return kind == type_kind::months || kind == type_kind::days;
        case shape::number_or_period:
            return kind == type_kind::number || kind == type_kind::months ||
                   kind == type_kind::days;
        case shape::range:
            return kind == type_kind::range;
        case shape::point_or_range:
            return kind == type_kind::range || has_order(t);
        case shape::list:
            return kind == type_kind::list;
        case shape::booleans:
            return is_list_of(t, type_kind::boolean);
        case shape::numbers:
            return is_list_of(t, type_kind::number);
        case shape::strings:
            return is_list_of(t, type_kind::string);
        case shape::dates:
            return is_list_of(t, type_kind::date);
        case shape::sums:
            return is_list_of(t, type_kind::number) || is_list_of(t, type_kind::months) ||
                   is_list_of(t, type_kind::days);
        case shape::ordered:
            return kind == type_kind::list && has_order(element);
        case shape::date_ranges:
            return is_list_of(t, type_kind::range) &&
                   takes(shape::date, element_of(element), first);
        case shape::lists:
            return is_list_of(t, type_kind::list);
        case shape::element:
            return fits(t, element_of(first));
        case shape::same:
        case shape::flattened:
            return fits(t, first);
    }
    return false;
}

/// What a call gives, from the type of its first argument.
[[nodiscard]] inline type result_of(shape result, const type& first) {
    switch (result) {
        case shape::boolean:
            return types::boolean;
        case shape::number:
            return types::number;
        case shape::string:
            return types::string;
        case shape::date:
            return types::date;
        case shape::months:
            return types::months;
        case shape::days:
            return types::days;
        case shape::numbers:
            return types::list_of(types::number);
        case shape::strings:
            return types::list_of(types::string);
        case shape::element:
            return element_of(first);
        case shape::same:
            return first;
        case shape::list:
            return types::list_of(types::any);
        case shape::flattened: {
            type inner = first;
            while (inner.kind == type_kind::list) inner = element_of(inner);
            return types::list_of(std::move(inner));
        }
        default:
            return types::any;
    }
}

[[nodiscard]] inline text describe(shape s) {
    switch (s) {
        case shape::none:
            return {"无", "nothing"};
        case shape::boolean:
            return {"是否", "a boolean"};
        case shape::number:
            return {"数", "a number"};
        case shape::string:
            return {"字符串", "a string"};
        case shape::date:
            return {"日期", "a date"};
        case shape::months:
            return {"年月期间", "a months duration"};
        case shape::days:
            return {"天数期间", "a days duration"};
        case shape::period:
            return {"期间", "a duration"};
        case shape::number_or_period:
            return {"数或者期间", "a number or a duration"};
        case shape::range:
            return {"区间", "a range"};
        case shape::point_or_range:
            return {"可比较的值或者区间", "a value with an order or a range"};
        case shape::list:
            return {"列表", "a list"};
        case shape::booleans:
            return {"是否的列表", "a list of booleans"};
        case shape::numbers:
            return {"数的列表", "a list of numbers"};
        case shape::sums:
            return {"数或者同类期间的列表", "a list of numbers or of durations of one kind"};
        case shape::strings:
            return {"字符串的列表", "a list of strings"};
        case shape::ordered:
            return {"可比较的值的列表", "a list of values with an order"};
        case shape::dates:
            return {"日期的列表", "a list of dates"};
        case shape::date_ranges:
            return {"日期区间的列表", "a list of date ranges"};
        case shape::lists:
            return {"列表的列表", "a list of lists"};
        case shape::element:
            return {"列表中的一类值", "a value of the list's kind"};
        case shape::any:
        case shape::same:
        case shape::flattened:
            break;
    }
    return {"任意值", "any value"};
}

}  // namespace detail

}  // namespace xuanren
