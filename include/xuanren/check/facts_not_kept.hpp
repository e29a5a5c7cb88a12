// include/xuanren/check/facts_not_kept.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/verdict.hpp>

#include <cstddef>
#include <string_view>

namespace xuanren {

/// Whether people ask what stands behind a finding: it is broken, open or for them to judge.
[[nodiscard]] inline bool is_not_kept(const verdict& v) noexcept {
    return v.status == status::violated || v.status == status::judgement || v.status == status::undetermined;
}

/// Calls `visit(name)` for each fact on which such a finding rests, or that would settle it.
template <class Visit>
void each_fact_not_kept(const verdict& v, const catalogue& facts, Visit visit) {
    if (!is_not_kept(v)) return;
    for (const leaf& test : v.leaves)
        if (test.fact_index != catalogue::none) visit(std::string_view(facts[test.fact_index].name));
    for (const std::size_t i : v.missing) visit(std::string_view(facts[i].name));
}

}  // namespace xuanren
