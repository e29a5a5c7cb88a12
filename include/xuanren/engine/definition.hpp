// include/xuanren/engine/definition.hpp
#pragma once

#include <xuanren/engine/citation.hpp>
#include <xuanren/engine/formula.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/text.hpp>

#include <string>
#include <vector>

namespace xuanren {

/// A cited fact computed from other facts 定义, `candidate.influence_until` say.
///
/// Several versions of an instrument may define one fact; the date of `at` chooses among them.
/// Where `can_be_none` a null answer makes `has_...` false; the value is then not to be used.
struct definition {
    std::string id;            ///< the fact's English name
    std::string zh;            ///< its Chinese name
    std::string en;            ///< short English label; may be empty
    text unit;                 ///< empty where the type says all
    std::string type_name;     ///< as written: date, months, level, list of string
    std::string instrument;    ///< whose versions it belongs to; empty: always in force
    citation cite;
    step at = step::discussion;
    bool can_be_none = false;
    formula is;
    text meaning;              ///< one line on what it is
    text reading;
    xuanren::basis basis = xuanren::basis::confirmed;
    std::vector<std::string> covers;
    text note;
    std::size_t fact_index = catalogue::none;  ///< in the rulebook's catalogue
    std::size_t has_index = catalogue::none;   ///< of has_..., where it can be none
};

}  // namespace xuanren
