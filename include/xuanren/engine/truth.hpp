// include/xuanren/engine/truth.hpp
#pragma once

#include <algorithm>
#include <cstdint>

namespace xuanren {

/// Answer of a legal test 判断结果, in Kleene's order: no < unknown < yes.
///
/// `unknown` means that a needed fact is absent from the record, never that the
/// test failed. Conjunction is the minimum, disjunction the maximum.
enum class truth : std::uint8_t {
    no,       ///< 不符合
    unknown,  ///< 情况不明
    yes,      ///< 符合
};

[[nodiscard]] constexpr truth to_truth(bool holds) noexcept {
    return holds ? truth::yes : truth::no;
}

/// Known false wins 并且.
[[nodiscard]] constexpr truth operator&(truth a, truth b) noexcept { return std::min(a, b); }
/// Known true wins 或者.
[[nodiscard]] constexpr truth operator|(truth a, truth b) noexcept { return std::max(a, b); }
/// The unknown stays unknown 不.
[[nodiscard]] constexpr truth operator!(truth a) noexcept {
    return static_cast<truth>(2 - static_cast<std::uint8_t>(a));
}

}  // namespace xuanren
