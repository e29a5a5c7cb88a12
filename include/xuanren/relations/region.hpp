// include/xuanren/relations/region.hpp
#pragma once

#include <xuanren/relations/holding.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace xuanren {

/// The significant part of a division code: 610402 county, 6104 city, 61 province; empty: no code.
[[nodiscard]] inline std::string_view region_prefix(std::string_view code) {
    if (code.size() < 6 || code.size() > 12 ||
        !std::all_of(code.begin(), code.end(), [](char d) { return d >= '0' && d <= '9'; }))
        return {};
    while (code.size() > 6 && code.substr(code.size() - 3) == "000")
        code.remove_suffix(3);
    if (code.size() == 6)
        while (code.size() > 2 && code.ends_with("00")) code.remove_suffix(2);
    return code;
}

/// Whether the first region holds the second, or is it; text that is no code is told by equality.
[[nodiscard]] inline standing region_within(const field<std::string>& outer,
                                            const field<std::string>& inner) {
    if (!outer || !inner || outer->empty() || inner->empty()) return standing::maybe;
    if (*outer == *inner) return standing::yes;
    const std::string_view a = region_prefix(*outer), b = region_prefix(*inner);
    if (a.empty() || b.empty()) return standing::maybe;
    if (b.starts_with(a)) return standing::yes;
    return a.starts_with(b) ? standing::maybe : standing::no;
}

/// The region of an organisation: its own, else that of the one above.
[[nodiscard]] inline const field<std::string>& region_of(const dossier& book,
                                                         std::uint32_t organisation) {
    static const field<std::string> unknown;
    std::size_t steps = 0;
    for (std::uint32_t i = organisation; i != no_record && steps <= book.organisations.size();
         i = book.links.organisation_parent[i], ++steps)
        if (book.organisations[i].region) return book.organisations[i].region;
    return unknown;
}

}  // namespace xuanren
