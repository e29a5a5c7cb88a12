// include/xuanren/io/arrow/arrow_schema.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/io/arrow/abi.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/problem.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// Which column of a table tells which fact; an empty fact leaves the column out. A column that is
/// not named here has the name of its fact.
using arrow_names = std::vector<std::pair<std::string, std::string>>;

namespace detail {

/// What lies in a column, by Arrow's format strings.
enum class arrow_kind : std::uint8_t {
    nothing, boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float64, date32, date64, timestamp, decimal128, utf8, large_utf8, utf8_view,
};

[[nodiscard]] constexpr bool is_text(arrow_kind k) noexcept { return k >= arrow_kind::utf8; }

struct arrow_field {
    std::string name;
    arrow_kind kind = arrow_kind::nothing;
    int scale = 0;                        ///< of decimals; of points of time, the digits of a second
    std::optional<arrow_kind> words = {}; ///< of a dictionary's values; the kind is then that of its positions
    bool is_list = false;                 ///< lists of what the kind says
    bool is_left_out = false;
};

[[nodiscard]] inline problem arrow_problem(const char* code, const std::string& column, text expected, text message) {
    problem p;
    p.code = code;
    p.found = column;
    p.expected = std::move(expected);
    p.message = column.empty() ? std::move(message)
                               : text{"列“" + column + "”：" + message.zh, "column \"" + column + "\": " + message.en};
    return p;
}

/// What others gave as a text, cut and made fit to be shown.
[[nodiscard]] inline std::string arrow_text(const char* text) {
    std::string out = text == nullptr ? "" : shortened(std::string_view(text), 120);
    if (first_not_utf8(out) == std::string::npos) return out;
    for (char& c : out)
        if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    return out;
}

[[nodiscard]] inline std::optional<arrow_kind> arrow_kind_of(std::string_view format, int& scale) {
    constexpr std::pair<std::string_view, arrow_kind> plain[] = {
        {"n", arrow_kind::nothing}, {"b", arrow_kind::boolean}, {"c", arrow_kind::int8},    {"s", arrow_kind::int16},
        {"i", arrow_kind::int32},   {"l", arrow_kind::int64},   {"C", arrow_kind::uint8},   {"S", arrow_kind::uint16},
        {"I", arrow_kind::uint32},  {"L", arrow_kind::uint64},  {"g", arrow_kind::float64}, {"tdD", arrow_kind::date32},
        {"tdm", arrow_kind::date64}, {"u", arrow_kind::utf8},   {"U", arrow_kind::large_utf8}, {"vu", arrow_kind::utf8_view}};
    for (const auto& [text, kind] : plain)
        if (format == text) return kind;
    // A point of time without a zone; one with a zone is no date before somebody says where.
    for (const auto& [text, digits] : {std::pair{"tss:", 0}, {"tsm:", 3}, {"tsu:", 6}, {"tsn:", 9}})
        if (format == text) return scale = digits, arrow_kind::timestamp;
    if (!format.starts_with("d:")) return std::nullopt;
    int precision = 0;
    const char* end = format.data() + format.size();
    const auto [comma, first] = std::from_chars(format.data() + 2, end, precision);
    if (first != std::errc() || comma == end || *comma != ',') return std::nullopt;
    const auto [rest, second] = std::from_chars(comma + 1, end, scale);
    if (second != std::errc() || (rest != end && std::string_view(rest, static_cast<std::size_t>(end - rest)) != ",128")) return std::nullopt;
    if (scale < 0 || scale > 18) return std::nullopt;
    return arrow_kind::decimal128;
}

/// Reads the schema of a table: a struct, one field a column. Nothing of it is kept.
///
/// Errors, all at once: XR-ARROW-001 no struct, or a structure that is broken; 002 a format that is not taken.
[[nodiscard]] inline result<std::vector<arrow_field>> read_arrow_schema(const ArrowSchema& schema, const arrow_names& names) {
    std::vector<problem> problems;
    const auto broken = [&](const std::string& column, text message) {
        problems.push_back(arrow_problem("XR-ARROW-001", column, {"结构（struct）类型的表", "a table as a struct"}, std::move(message)));
    };
    if (schema.release == nullptr || schema.format == nullptr || std::string_view(schema.format) != "+s") {
        broken("", {"不是结构类型，或者已经释放", "this is no struct, or it has been released"});
        return problems;
    }
    if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) {
        broken("", {"没有列", "there are no columns"});
        return problems;
    }
    std::vector<arrow_field> out;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema* child = schema.children[i];
        if (child == nullptr || child->format == nullptr) {
            broken(std::to_string(i + 1), {"缺少类型", "it has no type"});
            continue;
        }
        arrow_field field;
        field.name = arrow_text(child->name);
        const std::string column = field.name;
        for (const auto& [from, to] : names)
            if (from == column) {
                field.name = to;
                field.is_left_out = to.empty();
            }
        out.push_back(field);
        if (field.is_left_out) continue;
        arrow_field& into = out.back();
        const ArrowSchema* values = child;
        if (std::string_view(child->format) == "+l") {
            into.is_list = true;
            values = child->n_children == 1 && child->children != nullptr ? child->children[0] : nullptr;
            if (values == nullptr || values->format == nullptr) {
                broken(column, {"列表没有元素类型", "the list has no type of elements"});
                continue;
            }
        }
        const std::string format = arrow_text(values->format);
        const auto kind = arrow_kind_of(format, into.scale);
        bool is_taken = kind.has_value();
        if (kind) into.kind = *kind;
        if (is_taken && values->dictionary != nullptr) {
            int ignored = 0;
            const auto words = values->dictionary->format == nullptr ? std::nullopt : arrow_kind_of(values->dictionary->format, ignored);
            is_taken = words && is_text(*words) && *kind >= arrow_kind::int8 && *kind <= arrow_kind::uint64;
            if (is_taken) into.words = *words;
        }
        if (is_taken && (!into.is_list || into.words || is_text(into.kind))) continue;
        const bool is_time = format.starts_with("ts");
        problems.push_back(arrow_problem(
            "XR-ARROW-002", column,
            {"布尔、整数、float64、decimal128、date32、date64、零点的无时区时刻、utf8，或者以 utf8 为值的字典",
             "bool, integers, float64, decimal128, date32, date64, points of time at midnight without a zone, utf8, or a dictionary of utf8"},
            {"不接受的格式“" + format + "”" + (is_time ? "：带时区的时刻须先转成日期（date32）" : ""),
             "format \"" + format + "\" is not taken" + (is_time ? ": turn points of time in a zone into dates (date32) first" : "")}));
    }
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace detail
}  // namespace xuanren
