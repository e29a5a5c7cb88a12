// include/xuanren/engine/table.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/citation.hpp>
#include <xuanren/engine/value.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/text.hpp>

#include <optional>
#include <string>
#include <vector>

namespace xuanren {

/// Numbers that several clauses share 附表, under their own citation: table.influence_months(kind).
///
/// In force on its instrument's days; its own `from` (included) and `to` (excluded) stand instead of
/// those, where it gives them.
struct table {
    struct row {
        std::vector<value> keys;
        value answer;
    };

    std::string id;            ///< the name that expressions use
    text title;
    std::string instrument;    ///< whose versions it belongs to; empty: always in force
    citation cite;
    std::vector<std::string> key_names;  ///< the keys' types as written
    std::string answer_name;             ///< the answer's type as written
    std::vector<type> key_types;
    type answer_type;
    std::optional<civil_date> from;
    std::optional<civil_date> to;
    bool can_be_none = false;  ///< whether a key may lack a row; the answer is then null
    std::vector<row> rows;
    xuanren::basis basis = xuanren::basis::confirmed;
    std::vector<std::string> covers;
    text note;
};

}  // namespace xuanren
