// include/xuanren/engine/letter_case.hpp
#pragma once

#include <cstdint>

namespace xuanren::detail {

/// Whether capital and small letters alternate there, the capital first (or, odd, second).
[[nodiscard]] constexpr bool alternates(std::uint32_t c) noexcept {
    return (c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
           (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233) ||
           (c >= 0x370 && c <= 0x373) || (c >= 0x3D8 && c <= 0x3EF) || (c >= 0x460 && c <= 0x481) ||
           (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) ||
           (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
}
[[nodiscard]] constexpr bool alternates_odd(std::uint32_t c) noexcept {
    return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC) ||
           (c >= 0x4C1 && c <= 0x4CE);
}

/// The capital of a letter of the Latin, Greek, Cyrillic, Armenian or full-width alphabet; any
/// other character as it is. One for one, and the same under every locale.
[[nodiscard]] constexpr std::uint32_t to_upper(std::uint32_t c) noexcept {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    if (c == 0xB5) return 0x39C;
    if (c == 0xFF) return 0x178;
    if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3CB && c != 0x3C2) ||
        (c >= 0x430 && c <= 0x44F) || (c >= 0xFF41 && c <= 0xFF5A))
        return c - 32;
    if (c == 0x3C2) return 0x3A3;
    if (c == 0x3AC) return 0x386;
    if (c >= 0x3AD && c <= 0x3AF) return c - 37;
    if (c == 0x3CC) return 0x38C;
    if (c == 0x3CD || c == 0x3CE) return c - 63;
    if (c >= 0x450 && c <= 0x45F) return c - 80;
    if (c >= 0x561 && c <= 0x586) return c - 48;
    if (c == 0x131) return 'I';
    if (c == 0x17F) return 'S';
    if (alternates(c)) return c & ~1u;
    if (alternates_odd(c)) return c % 2 == 0 ? c - 1 : c;
    return c;
}

/// The small letter, as to_upper.
[[nodiscard]] constexpr std::uint32_t to_lower(std::uint32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c == 0x178) return 0xFF;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB && c != 0x3A2) ||
        (c >= 0x410 && c <= 0x42F) || (c >= 0xFF21 && c <= 0xFF3A))
        return c + 32;
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 37;
    if (c == 0x38C) return 0x3CC;
    if (c == 0x38E || c == 0x38F) return c + 63;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    if (c >= 0x531 && c <= 0x556) return c + 48;
    if (c == 0x130) return 'i';
    if (alternates(c)) return c | 1u;
    if (alternates_odd(c)) return c % 2 != 0 ? c + 1 : c;
    return c;
}

}  // namespace xuanren::detail
