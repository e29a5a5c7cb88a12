// include/xuanren/engine/builtin_numbers.hpp
#pragma once

#include <xuanren/engine/arithmetic.hpp>
#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_arguments.hpp>
#include <xuanren/engine/number_functions.hpp>

#include <array>

namespace xuanren {

namespace detail {

/// A rounding never turns the order of two numbers round, so an interval rounds at its ends.
template <rounding How>
[[nodiscard]] value rounded(argument_list a, const environment&) {
    const auto* n = a[0].as<interval<number>>();
    if (n == nullptr) return null_value{};
    std::int64_t scale = 0;
    if (a.size() > 1) {
        if (is_inexact(a[1])) return unknown_value{};
        const std::optional<std::int64_t> given = as_whole(a[1]);
        if (!given) return null_value{};
        scale = *given;
    }
    return hull(round_to_scale(n->low(), scale, How), round_to_scale(n->high(), scale, How));
}

[[nodiscard]] inline value absolute(argument_list a, const environment&) {
    const value& v = a[0];
    const value negated = negate(v);
    if (negated.is_null() || negated.is_unknown()) return negated;
    const auto widest = [&v, &negated]<class T>(const interval<T>& i, const T& zero) -> value {
        const interval<T>& n = *negated.as<interval<T>>();
        if (!(i.low() < zero)) return v;
        if (!(zero < i.high())) return negated;
        return interval<T>(zero, std::max(i.high(), n.high()));
    };
    if (const auto* n = v.as<interval<number>>()) return widest(*n, number(0));
    if (const auto* m = v.as<interval<months>>()) return widest(*m, months(0));
    return widest(*v.as<interval<day_time_duration>>(), day_time_duration{});
}

template <std::optional<number> (*Function)(const number&)>
[[nodiscard]] value of_one(argument_list a, const environment&) {
    const auto* n = a[0].as<interval<number>>();
    if (n == nullptr) return null_value{};
    if (!n->is_exact()) return unknown_value{};
    return null_or(Function(n->low()));
}

[[nodiscard]] inline value modulo_of(argument_list a, const environment&) {
    const auto* x = a[0].as<interval<number>>();
    const auto* y = a[1].as<interval<number>>();
    if (x == nullptr || y == nullptr) return null_value{};
    if (!x->is_exact() || !y->is_exact()) return unknown_value{};
    return null_or(modulo(x->low(), y->low()));
}

/// Whether the number leaves that rest when divided by two; a fraction is neither odd nor even.
template <int Rest>
[[nodiscard]] value leaves_rest(argument_list a, const environment&) {
    const auto* n = a[0].as<interval<number>>();
    if (n == nullptr) return null_value{};
    if (!n->is_exact()) return unknown_value{};
    const std::optional<number> rest = modulo(n->low(), 2);
    return rest ? value(*rest == number(Rest)) : value(Rest == 0);
}

}  // namespace detail

/// FEEL's functions on numbers 数值函数.
inline constexpr std::array<builtin, 14> number_functions = {{
    {"decimal",
     {{{"n", shape::number}, {"scale", shape::number}}},
     shape::number,
     detail::rounded<rounding::half_even>},
    {"floor",
     {{{"n", shape::number}, {"scale", shape::number, true}}},
     shape::number,
     detail::rounded<rounding::floor>},
    {"ceiling",
     {{{"n", shape::number}, {"scale", shape::number, true}}},
     shape::number,
     detail::rounded<rounding::ceiling>},
    {"round up",
     {{{"n", shape::number}, {"scale", shape::number}}},
     shape::number,
     detail::rounded<rounding::up>},
    {"round down",
     {{{"n", shape::number}, {"scale", shape::number}}},
     shape::number,
     detail::rounded<rounding::down>},
    {"round half up",
     {{{"n", shape::number}, {"scale", shape::number}}},
     shape::number,
     detail::rounded<rounding::half_up>},
    {"round half down",
     {{{"n", shape::number}, {"scale", shape::number}}},
     shape::number,
     detail::rounded<rounding::half_down>},
    {"abs", {{{"n", shape::number_or_period}}}, shape::same, detail::absolute},
    {"modulo",
     {{{"dividend", shape::number}, {"divisor", shape::number}}},
     shape::number,
     detail::modulo_of},
    {"sqrt", {{{"number", shape::number}}}, shape::number, detail::of_one<square_root>},
    {"log", {{{"number", shape::number}}}, shape::number, detail::of_one<natural_logarithm>},
    {"exp", {{{"number", shape::number}}}, shape::number, detail::of_one<exponential>},
    {"odd", {{{"number", shape::number}}}, shape::boolean, detail::leaves_rest<1>},
    {"even", {{{"number", shape::number}}}, shape::boolean, detail::leaves_rest<0>},
}};

}  // namespace xuanren
