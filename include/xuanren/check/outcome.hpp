// include/xuanren/check/outcome.hpp
#pragma once

#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/verdict.hpp>

#include <algorithm>
#include <vector>

namespace xuanren {

/// What one verdict makes of the whole 结论对总体的影响; `compliant` where it does not weigh.
///
/// `is_decided`: a discussion is recorded on or before the review date.
/// Source: DESIGN.md part 3, the table of outcomes.
[[nodiscard]] inline outcome outcome_of(const verdict& v, bool is_decided) noexcept {
    const force f = v.of->is_judgement_only() ? force::must : v.of->force();
    if (f == force::advise) {
        return v.status == status::judgement ? outcome::judgement : outcome::compliant;
    }
    switch (v.status) {
        case status::violated:
            if (f == force::ordinarily) return outcome::judgement;
            if (f == force::report && !(is_decided && v.of->is_void())) return outcome::needs_approval;
            return outcome::violation;
        case status::undetermined:
        case status::failed:
            return f == force::ordinarily ? outcome::judgement : outcome::incomplete;
        case status::judgement: return outcome::judgement;
        default: return outcome::compliant;
    }
}

/// The worst of them; `incomplete` where nothing was checked at all 总结论.
[[nodiscard]] inline outcome outcome_of(const std::vector<verdict>& findings, bool is_decided) noexcept {
    outcome worst = outcome::compliant;
    bool is_checked = false;
    for (const verdict& v : findings) {
        is_checked = is_checked || (v.status != status::not_applicable && v.status != status::pending);
        worst = std::max(worst, outcome_of(v, is_decided));
    }
    return is_checked ? worst : std::max(worst, outcome::incomplete);
}

}  // namespace xuanren
