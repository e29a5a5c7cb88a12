// include/xuanren/engine/exception.hpp
#pragma once

#include <xuanren/engine/citation.hpp>
#include <xuanren/engine/formula.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/text.hpp>

#include <string>
#include <vector>

namespace xuanren {

/// A clause that sets others aside 例外. It names what it sets aside; the rules know nothing of it.
///
/// `sets_aside` holds rule ids, or prefixes ending in "/*"; either may name a family without its
/// version. `when` is evaluated at the reference date of the rule being set aside.
struct exception {
    std::string id;
    citation cite;
    text title;
    text reading;
    xuanren::basis basis = xuanren::basis::confirmed;
    std::vector<std::string> sets_aside;
    formula when;
    std::vector<std::string> loosens;  ///< rules of higher instruments that it openly loosens
    std::vector<std::string> covers;
    text note;
};

}  // namespace xuanren
