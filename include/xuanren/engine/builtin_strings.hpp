// include/xuanren/engine/builtin_strings.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/engine/letter_case.hpp>
#include <xuanren/engine/regular_expression.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

[[nodiscard]] inline std::string from_code_points(std::span<const std::uint32_t> points) {
    std::string out;
    for (const std::uint32_t c : points) utf8_append(out, c);
    return out;
}

[[nodiscard]] inline value string_length(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    if (s == nullptr) return null_value{};
    return number(static_cast<std::int64_t>(code_points(*s).size()));
}

[[nodiscard]] inline value substring(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    const std::optional<std::int64_t> start = as_whole(a[1]);
    if (s == nullptr || !start) return is_inexact(a[1]) ? value() : value(null_value{});
    const std::vector<std::uint32_t> points = code_points(*s);
    const auto size = static_cast<std::int64_t>(points.size());
    if (*start == 0 || *start > size || *start < -size) return null_value{};
    const std::int64_t from = *start > 0 ? *start - 1 : size + *start;
    std::int64_t length = size - from;
    if (a.size() > 2 && !a[2].is_null()) {
        const std::optional<std::int64_t> asked = as_whole(a[2]);
        if (!asked) return is_inexact(a[2]) ? value() : value(null_value{});
        if (*asked < 1) return null_value{};
        length = std::min(length, *asked);
    }
    return from_code_points(std::span(points).subspan(static_cast<std::size_t>(from),
                                                      static_cast<std::size_t>(length)));
}

template <std::uint32_t (*Turn)(std::uint32_t)>
[[nodiscard]] value in_case(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    if (s == nullptr) return null_value{};
    std::string out;
    for (const std::uint32_t c : code_points(*s)) {
        constexpr std::uint32_t sharp_s = 0xDF;
        if (c == sharp_s && Turn == &to_upper)
            out += "SS";
        else
            utf8_append(out, Turn(c));
    }
    return out;
}

/// A test or a cut of one string by another.
template <value (*Function)(const std::string&, const std::string&)>
[[nodiscard]] value of_two_strings(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    const std::string* t = as_string(a[1]);
    if (s == nullptr || t == nullptr) return null_value{};
    return Function(*s, *t);
}

[[nodiscard]] inline value text_before(const std::string& s, const std::string& match) {
    const std::size_t at = s.find(match);
    return at == std::string::npos ? std::string() : s.substr(0, at);
}
[[nodiscard]] inline value text_after(const std::string& s, const std::string& match) {
    const std::size_t at = s.find(match);
    return at == std::string::npos ? std::string() : s.substr(at + match.size());
}
[[nodiscard]] inline value contains(const std::string& s, const std::string& match) {
    return s.find(match) != std::string::npos;
}
[[nodiscard]] inline value starts_with(const std::string& s, const std::string& match) {
    return s.starts_with(match);
}
[[nodiscard]] inline value ends_with(const std::string& s, const std::string& match) {
    return s.ends_with(match);
}

/// The flags at `index`: none where they are not given; nullopt where they are no string.
[[nodiscard]] inline std::optional<std::string> flags_at(argument_list a, std::size_t index) {
    if (a.size() <= index || a[index].is_null()) return std::string();
    const std::string* s = as_string(a[index]);
    return s == nullptr ? std::nullopt : std::optional(*s);
}

[[nodiscard]] inline value matches(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    const std::string* pattern = as_string(a[1]);
    const std::optional<std::string> flags = flags_at(a, 2);
    if (s == nullptr || pattern == nullptr || !flags) return null_value{};
    const auto compiled = regular_expression::make(*pattern, *flags);
    const std::optional<bool> found = compiled ? compiled->is_found(*s) : std::nullopt;
    return found ? value(*found) : value(null_value{});
}

[[nodiscard]] inline value replace(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    const std::string* pattern = as_string(a[1]);
    const std::string* by = as_string(a[2]);
    const std::optional<std::string> flags = flags_at(a, 3);
    if (s == nullptr || pattern == nullptr || by == nullptr || !flags) return null_value{};
    const auto compiled = regular_expression::make(*pattern, *flags);
    std::optional<std::string> out = compiled ? compiled->replace(*s, *by) : std::nullopt;
    return out ? value(std::move(*out)) : value(null_value{});
}

[[nodiscard]] inline value split(argument_list a, const environment&) {
    const std::string* s = as_string(a[0]);
    const std::string* pattern = as_string(a[1]);
    if (s == nullptr || pattern == nullptr) return null_value{};
    const auto compiled = regular_expression::make(*pattern, "");
    const std::optional<std::vector<std::string>> pieces =
        compiled ? compiled->split(*s) : std::nullopt;
    if (!pieces) return null_value{};
    return list_of({pieces->begin(), pieces->end()});
}

[[nodiscard]] inline value string_join(argument_list a, const environment&) {
    const std::vector<value>* items = as_list(a[0]);
    if (items == nullptr) return null_value{};
    const std::optional<std::string> delimiter = flags_at(a, 1);
    if (!delimiter) return null_value{};
    std::string out;
    bool any = false;
    for (const value& item : *items) {
        if (item.is_unknown()) return item;
        if (item.is_null()) continue;
        const std::string* s = as_string(item);
        if (s == nullptr) return null_value{};
        if (any) out += *delimiter;
        out += *s;
        any = true;
        constexpr std::size_t longest = 1'000'000;
        if (out.size() > longest) return null_value{};
    }
    return out;
}

/// A value as text: a string as it is, a date or duration without the marks of its literal.
[[nodiscard]] inline value to_text(argument_list a, const environment&) {
    const value& v = a[0];
    if (v.is_null() || as_string(v) != nullptr) return v;
    const std::vector<value>* items = as_list(v);
    if (is_inexact(v) || (items != nullptr && holds_unknown(*items))) return unknown_value{};
    std::string out = to_feel(v);
    if (out.starts_with("@\"")) out = out.substr(2, out.size() - 3);
    return out;
}

[[nodiscard]] inline value to_number(argument_list a, const environment&) {
    const std::string* from = as_string(a[0]);
    if (from == nullptr) return null_value{};
    std::string_view grouping;
    std::string_view point = ".";
    for (std::size_t i = 1; i < a.size(); ++i) {
        if (a[i].is_null()) continue;
        const std::string* s = as_string(a[i]);
        if (s == nullptr || (*s != "." && *s != "," && (*s != " " || i != 1))) return null_value{};
        (i == 1 ? grouping : point) = *s;
    }
    if (grouping == point) return null_value{};
    std::string plain;
    for (const char c : *from) {
        if (!grouping.empty() && c == grouping[0]) continue;
        if (c == point[0])
            plain += '.';
        else if (c == '.' || c == '+')
            return null_value{};
        else
            plain += c;
    }
    return null_or(number::parse(plain));
}

}  // namespace detail

/// FEEL's functions on strings 字符串函数, and the conversions to and from them.
inline constexpr std::array<builtin, 16> string_functions = {{
    {"string length", {{{"string", shape::string}}}, shape::number, detail::string_length},
    {"substring",
     {{{"string", shape::string},
       {"start position", shape::number},
       {"length", shape::number, true}}},
     shape::string,
     detail::substring},
    {"upper case", {{{"string", shape::string}}}, shape::string, detail::in_case<detail::to_upper>},
    {"lower case", {{{"string", shape::string}}}, shape::string, detail::in_case<detail::to_lower>},
    {"substring before",
     {{{"string", shape::string}, {"match", shape::string}}},
     shape::string,
     detail::of_two_strings<detail::text_before>},
    {"substring after",
     {{{"string", shape::string}, {"match", shape::string}}},
     shape::string,
     detail::of_two_strings<detail::text_after>},
    {"contains",
     {{{"string", shape::string}, {"match", shape::string}}},
     shape::boolean,
     detail::of_two_strings<detail::contains>},
    {"starts with",
     {{{"string", shape::string}, {"match", shape::string}}},
     shape::boolean,
     detail::of_two_strings<detail::starts_with>},
    {"ends with",
     {{{"string", shape::string}, {"match", shape::string}}},
     shape::boolean,
     detail::of_two_strings<detail::ends_with>},
    {"matches",
     {{{"input", shape::string}, {"pattern", shape::string}, {"flags", shape::string, true}}},
     shape::boolean,
     detail::matches},
    {"replace",
     {{{"input", shape::string},
       {"pattern", shape::string},
       {"replacement", shape::string},
       {"flags", shape::string, true}}},
     shape::string,
     detail::replace},
    {"split",
     {{{"string", shape::string}, {"delimiter", shape::string}}},
     shape::strings,
     detail::split},
    {"string join",
     {{{"list", shape::strings}, {"delimiter", shape::string, true}}},
     shape::string,
     detail::string_join},
    {"string", {{{"from", shape::any}}}, shape::string, detail::to_text},
    {"number",
     {{{"from", shape::string},
       {"grouping separator", shape::string},
       {"decimal separator", shape::string}}},
     shape::number,
     detail::to_number},
    {"number", {{{"from", shape::string}}}, shape::number, detail::to_number},
}};

}  // namespace xuanren
