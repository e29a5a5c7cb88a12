// include/xuanren/engine/number.hpp
#pragma once

#include <compare>
#include <cstdint>

namespace xuanren {

/// STUB: being replaced by exact decimals of 34 digits; the interface below stays.
class number {
public:
    constexpr number(std::int64_t value = 0) noexcept : value_(value) {}
    friend constexpr bool operator==(const number&, const number&) = default;
    friend constexpr auto operator<=>(const number&, const number&) = default;
    [[nodiscard]] constexpr std::int64_t to_int64() const noexcept { return value_; }
private:
    std::int64_t value_;
};

}  // namespace xuanren
