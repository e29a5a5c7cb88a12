// include/xuanren/engine/builtin_ranges.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/compare.hpp>

#include <array>
#include <memory>
#include <optional>

namespace xuanren {

namespace detail {

/// One side of a comparison in time or order: a range, or a point as the range of itself.
struct span_of_values {
    value low;
    value high;
    bool low_included = true;
    bool high_included = true;
    bool is_point = false;
};

[[nodiscard]] inline std::optional<span_of_values> as_span(const value& v) {
    if (const auto* range = v.as<std::shared_ptr<const range_value>>()) {
        const range_value& r = **range;
        if (r.form == range_form::with_null || r.form == range_form::not_equal) return std::nullopt;
        if (r.form == range_form::equal) return span_of_values{r.low, r.low, true, true, false};
        return span_of_values{r.low, r.high, r.low_included, r.high_included, false};
    }
    if (is_less(v, v) == answer::null) return std::nullopt;
    return span_of_values{v, v, true, true, true};
}

// An absent lower bound lies before everything, an absent upper one after everything.
[[nodiscard]] inline answer starts_before(const value& a_low, const value& b_low) {
    if (b_low.is_null()) return answer::no;
    return a_low.is_null() ? answer::yes : is_less(a_low, b_low);
}
[[nodiscard]] inline answer ends_before(const value& a_high, const value& b_high) {
    if (a_high.is_null()) return answer::no;
    return b_high.is_null() ? answer::yes : is_less(a_high, b_high);
}
/// Whether an upper bound lies before a lower one.
[[nodiscard]] inline answer lies_before(const value& high, const value& low) {
    return high.is_null() || low.is_null() ? answer::no : is_less(high, low);
}
/// Whether an upper bound and a lower one are one point.
[[nodiscard]] inline answer touches(const value& high, const value& low) {
    return high.is_null() || low.is_null() ? answer::no : is_equal(high, low);
}

using relation = answer (*)(const span_of_values&, const span_of_values&);

[[nodiscard]] inline answer before(const span_of_values& a, const span_of_values& b) {
    const answer apart = lies_before(a.high, b.low);
    if (a.high_included && b.low_included) return apart;
    return apart | touches(a.high, b.low);
}
[[nodiscard]] inline answer meets(const span_of_values& a, const span_of_values& b) {
    if (a.is_point || b.is_point) return answer::null;
    return to_answer(a.high_included && b.low_included) & touches(a.high, b.low);
}
[[nodiscard]] inline answer overlaps(const span_of_values& a, const span_of_values& b) {
    if (a.is_point || b.is_point) return answer::null;
    return (!before(a, b)) & (!before(b, a));
}
/// Whether a starts where b does or earlier.
[[nodiscard]] inline answer starts_no_later(const span_of_values& a, const span_of_values& b) {
    const bool with_equal = a.low_included || !b.low_included;
    return starts_before(a.low, b.low) | (is_equal(a.low, b.low) & to_answer(with_equal));
}
/// Whether a ends where b does or later.
[[nodiscard]] inline answer ends_no_earlier(const span_of_values& a, const span_of_values& b) {
    const bool with_equal = a.high_included || !b.high_included;
    return ends_before(b.high, a.high) | (is_equal(a.high, b.high) & to_answer(with_equal));
}
[[nodiscard]] inline answer includes(const span_of_values& a, const span_of_values& b) {
    if (a.is_point) return answer::null;
    return starts_no_later(a, b) & ends_no_earlier(a, b);
}
[[nodiscard]] inline answer overlaps_before(const span_of_values& a, const span_of_values& b) {
    if (a.is_point || b.is_point) return answer::null;
    const answer starts_earlier =
        starts_before(a.low, b.low) |
        (is_equal(a.low, b.low) & to_answer(a.low_included && !b.low_included));
    return starts_earlier & (!before(a, b)) & ends_no_earlier(b, a);
}
[[nodiscard]] inline answer overlaps_after(const span_of_values& a, const span_of_values& b) {
    if (a.is_point || b.is_point) return answer::null;
    const answer ends_later =
        ends_before(b.high, a.high) |
        (is_equal(a.high, b.high) & to_answer(a.high_included && !b.high_included));
    return ends_later & (!before(b, a)) & starts_no_later(b, a);
}
[[nodiscard]] inline answer finishes(const span_of_values& a, const span_of_values& b) {
    if (b.is_point) return answer::null;
    if (a.is_point) return to_answer(b.high_included) & is_equal(a.high, b.high);
    return to_answer(a.high_included == b.high_included) & is_equal(a.high, b.high) &
           starts_no_later(b, a);
}
[[nodiscard]] inline answer starts(const span_of_values& a, const span_of_values& b) {
    if (b.is_point) return answer::null;
    if (a.is_point) return to_answer(b.low_included) & is_equal(a.low, b.low);
    return to_answer(a.low_included == b.low_included) & is_equal(a.low, b.low) &
           ends_no_earlier(b, a);
}
[[nodiscard]] inline answer coincides(const span_of_values& a, const span_of_values& b) {
    if (a.is_point != b.is_point) return answer::null;
    return is_equal(a.low, b.low) & is_equal(a.high, b.high) &
           to_answer(a.low_included == b.low_included && a.high_included == b.high_included);
}

template <relation Related, bool IsMirrored = false>
[[nodiscard]] value related(argument_list a, const environment&) {
    const std::optional<span_of_values> x = as_span(a[IsMirrored ? 1 : 0]);
    const std::optional<span_of_values> y = as_span(a[IsMirrored ? 0 : 1]);
    if (!x || !y) return null_value{};
    // Values of two kinds have no order, whatever their bounds' places say.
    const value& point = x->low.is_null() ? x->high : x->low;
    const value& other = y->low.is_null() ? y->high : y->low;
    if (!point.is_null() && !other.is_null() && is_less(point, other) == answer::null)
        return null_value{};
    return to_value(Related(*x, *y));
}

inline constexpr builtin::parameter a_point{"point", shape::point_or_range};
inline constexpr builtin::parameter a_range{"range", shape::point_or_range};
inline constexpr builtin::parameter point_1{"point1", shape::point_or_range};
inline constexpr builtin::parameter point_2{"point2", shape::point_or_range};
inline constexpr builtin::parameter range_1{"range1", shape::point_or_range};
inline constexpr builtin::parameter range_2{"range2", shape::point_or_range};

}  // namespace detail

/// FEEL's relations of points and ranges 区间关系; each form has the names of its own parameters.
inline constexpr std::array<builtin, 27> range_functions = {{
    {"before",
     {{detail::point_1, detail::point_2}},
     shape::boolean,
     detail::related<detail::before>},
    {"before",
     {{detail::a_point, detail::a_range}},
     shape::boolean,
     detail::related<detail::before>},
    {"before",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::before>},
    {"before",
     {{detail::a_range, detail::a_point}},
     shape::boolean,
     detail::related<detail::before>},
    {"after",
     {{detail::point_1, detail::point_2}},
     shape::boolean,
     detail::related<detail::before, true>},
    {"after",
     {{detail::a_point, detail::a_range}},
     shape::boolean,
     detail::related<detail::before, true>},
    {"after",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::before, true>},
    {"after",
     {{detail::a_range, detail::a_point}},
     shape::boolean,
     detail::related<detail::before, true>},
    {"meets", {{detail::range_1, detail::range_2}}, shape::boolean, detail::related<detail::meets>},
    {"met by",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::meets, true>},
    {"overlaps",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::overlaps>},
    {"overlaps before",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::overlaps_before>},
    {"overlaps after",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::overlaps_after>},
    {"finishes",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::finishes>},
    {"finishes",
     {{detail::a_point, detail::a_range}},
     shape::boolean,
     detail::related<detail::finishes>},
    {"finished by",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::finishes, true>},
    {"finished by",
     {{detail::a_range, detail::a_point}},
     shape::boolean,
     detail::related<detail::finishes, true>},
    {"includes",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::includes>},
    {"includes",
     {{detail::a_range, detail::a_point}},
     shape::boolean,
     detail::related<detail::includes>},
    {"during",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::includes, true>},
    {"during",
     {{detail::a_point, detail::a_range}},
     shape::boolean,
     detail::related<detail::includes, true>},
    {"starts",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::starts>},
    {"starts",
     {{detail::a_point, detail::a_range}},
     shape::boolean,
     detail::related<detail::starts>},
    {"started by",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::starts, true>},
    {"started by",
     {{detail::a_range, detail::a_point}},
     shape::boolean,
     detail::related<detail::starts, true>},
    {"coincides",
     {{detail::range_1, detail::range_2}},
     shape::boolean,
     detail::related<detail::coincides>},
    {"coincides",
     {{detail::point_1, detail::point_2}},
     shape::boolean,
     detail::related<detail::coincides>},
}};

}  // namespace xuanren
