// include/xuanren/engine/formula.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/truth.hpp>

#include <functional>
#include <string>
#include <utility>

namespace xuanren {

/// A condition in either of its spellings 条件: FEEL text as written, and its parsed form.
///
/// `parsed` is null until the formula's rule has joined a rulebook, whose facts give the names
/// their meaning. A formula may hold a callback instead; it can be evaluated but not written.
struct formula {
    using callback = std::function<truth(const fact_values&)>;

    std::string source;  ///< FEEL; kept as written
    node_ptr parsed;
    callback call;       ///< set where the condition is a function of the caller's own

    formula() = default;
    formula(std::string feel) : source(std::move(feel)) {}
    formula(const char* feel) : source(feel) {}

    /// Whether there is no condition at all.
    [[nodiscard]] bool is_empty() const noexcept { return source.empty() && !parsed && !call; }
};

}  // namespace xuanren
