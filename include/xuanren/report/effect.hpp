// include/xuanren/report/effect.hpp
#pragma once

#include <xuanren/check/outcome.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/report/names.hpp>

#include <cstdint>

namespace xuanren {

/// What one verdict means for whoever reads it 结论的分量, gravest first.
///
/// Status alone does not say it: an unmet 一般应当 asks for reasons, an unmet 报批 for an approval.
enum class effect : std::uint8_t {
    breach,         ///< 不符合
    failure,        ///< 评估出错
    gap,            ///< 情况不明
    approval,       ///< 须报批
    judgement,      ///< 待研判
    departure,      ///< 偏离一般要求, to be explained
    advice,         ///< 鼓励性要求未达
    exception,      ///< 依例外
    later,          ///< 未到环节
    kept,           ///< 符合
    out_of_scope,   ///< 不适用
};

/// Requires: the verdict has its rule.
[[nodiscard]] inline effect effect_of(const verdict& v, bool is_decided) noexcept {
    const outcome weight = outcome_of(v, is_decided);
    switch (v.status) {
        case status::violated:
            return weight == outcome::violation        ? effect::breach
                   : weight == outcome::needs_approval ? effect::approval
                   : weight == outcome::judgement      ? effect::departure
                                                       : effect::advice;
        case status::failed:
        case status::undetermined:
            if (weight == outcome::judgement) return effect::departure;
            // Advice of which nothing is known asks nothing of anybody: it is counted, not told.
            if (weight != outcome::incomplete) return v.status == status::failed ? effect::advice : effect::later;
            return v.status == status::failed ? effect::failure : effect::gap;
        case status::judgement: return effect::judgement;
        case status::excepted: return effect::exception;
        case status::pending: return effect::later;
        case status::satisfied: return effect::kept;
        case status::not_applicable: return effect::out_of_scope;
    }
    return effect::failure;
}

/// Whether a report made to be read tells of it, or only counts it.
[[nodiscard]] constexpr bool is_told(effect e) noexcept { return e <= effect::exception; }

/// The word that stands before a finding: its status, an unmet requirement by its weight.
[[nodiscard]] inline phrase label_of(const verdict& v, bool is_decided) noexcept {
    switch (effect_of(v, is_decided)) {
        case effect::approval: return {"须报批", "needs approval"};
        case effect::departure:
            if (v.status == status::violated) return {"偏离一般要求", "departs from what is ordinary"};
            break;
        case effect::advice:
            if (v.status == status::violated) return {"未达鼓励要求", "advice not followed"};
            break;
        default: break;
    }
    return name_of(v.status);
}

}  // namespace xuanren
