// include/xuanren/io/table/csv_cell.hpp
#pragma once

#include <string>
#include <string_view>

namespace xuanren {

/// Appends a cell of CSV, in quotation marks where it needs them.
inline void append_csv_cell(std::string& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace xuanren
