// include/xuanren/report/markup.hpp
#pragma once

#include <string>
#include <string_view>

namespace xuanren::detail {

/// Text as it may stand in XML and HTML, in an attribute too. Controls that XML forbids become blanks.
[[nodiscard]] inline std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += byte < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

}  // namespace xuanren::detail
