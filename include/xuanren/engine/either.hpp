// include/xuanren/engine/either.hpp
#pragma once

#include <xuanren/engine/value.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace xuanren::detail {

[[nodiscard]] inline bool same_value(const value& a, const value& b);

[[nodiscard]] inline bool same_values(const std::vector<value>& a, const std::vector<value>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same_value(a[i], b[i])) return false;
    return true;
}

[[nodiscard]] inline bool same_value(const value& a, const value& b) {
    if (a.held().index() != b.held().index()) return false;
    if (const auto* s = a.as<std::shared_ptr<const std::string>>())
        return **s == **b.as<std::shared_ptr<const std::string>>();
    if (const auto* l = a.as<std::shared_ptr<const list_value>>())
        return same_values((*l)->items, (*b.as<std::shared_ptr<const list_value>>())->items);
    if (const auto* r = a.as<std::shared_ptr<const record_value>>())
        return same_values((*r)->fields, (*b.as<std::shared_ptr<const record_value>>())->fields);
    if (const auto* r = a.as<std::shared_ptr<const range_value>>()) {
        const auto& other = **b.as<std::shared_ptr<const range_value>>();
        return same_value((*r)->low, other.low) && same_value((*r)->high, other.high) &&
               (*r)->low_included == other.low_included &&
               (*r)->high_included == other.high_included;
    }
    return a.held() == b.held();
}

/// What is known where either may be the case 两可取并: equal values stay, dates and numbers become
/// the stretch that holds them, all else is unknown.
[[nodiscard]] inline value either(const value& a, const value& b) {
    const auto spread = [](const auto& x, const auto& y) {
        return value(
            std::decay_t<decltype(x)>(std::min(x.low(), y.low()), std::max(x.high(), y.high())));
    };
    if (same_value(a, b)) return a;
    if (const auto* x = a.as<interval<civil_date>>(), *y = b.as<interval<civil_date>>(); x && y)
        return spread(*x, *y);
    if (const auto* x = a.as<interval<number>>(), *y = b.as<interval<number>>(); x && y)
        return spread(*x, *y);
    if (const auto* x = a.as<interval<months>>(), *y = b.as<interval<months>>(); x && y)
        return spread(*x, *y);
    return {};
}

}  // namespace xuanren::detail
