// include/xuanren/io/table/fact_map.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/problem.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// How a column of a table tells a fact 列与事实的对应.
struct column_mapping {
    std::string column;                ///< its heading
    std::string fact;                  ///< of the catalogue, or a step's date (`step.notice`); empty: not used
    std::vector<std::string> dates;    ///< forms such as "Y/M/D"; empty: those of parse_date
    std::string unit;                  ///< of plain numbers in a period's column: years, months or days
    std::vector<std::pair<std::string, std::string>> words;  ///< what stands in a cell, what it means
    std::vector<std::string> none;     ///< cells that state that there is none
};

/// How a table of cases is to be read 对照表; schema: rules/schema/table-reference.md.
struct fact_map {
    std::string encoding = "utf-8";
    char separator = ',';
    std::string id;                    ///< the column that names a row; empty: its number does
    std::vector<std::string> unknown = {""};  ///< cells that say nothing
    std::vector<column_mapping> columns;
    std::vector<std::pair<std::string, std::optional<std::string>>> constants;  ///< fact, value; none where empty
};

/// Reads a map of columns.  Errors: XR-RULE-001 to 006 for its JSON, all of them at once.
[[nodiscard]] XUANREN_INLINE result<fact_map> read_fact_map(std::string_view json, const std::string& file = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/io/table/fact_map_reader.hpp>
#endif
