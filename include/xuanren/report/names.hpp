// include/xuanren/report/names.hpp
#pragma once

#include <xuanren/engine/truth.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/report/language.hpp>

#include <string_view>

namespace xuanren {

/// The word of a status as JSON has it.
[[nodiscard]] constexpr std::string_view code_of(status s) noexcept {
    constexpr std::string_view codes[] = {"not_applicable", "satisfied", "violated", "excepted",
                                          "undetermined",   "judgement", "pending",  "failed"};
    return codes[static_cast<std::size_t>(s)];
}

[[nodiscard]] constexpr std::string_view code_of(force f) noexcept {
    constexpr std::string_view codes[] = {"must", "ordinarily", "report", "advise"};
    return codes[static_cast<std::size_t>(f)];
}

[[nodiscard]] constexpr std::string_view code_of(outcome o) noexcept {
    constexpr std::string_view codes[] = {"compliant", "judgement", "needs_approval", "incomplete",
                                          "violation"};
    return codes[static_cast<std::size_t>(o)];
}

[[nodiscard]] constexpr std::string_view code_of(basis b) noexcept {
    constexpr std::string_view codes[] = {"verbatim", "confirmed", "unverified"};
    return codes[static_cast<std::size_t>(b)];
}

[[nodiscard]] constexpr std::string_view code_of(truth t) noexcept {
    constexpr std::string_view codes[] = {"no", "unknown", "yes"};
    return codes[static_cast<std::size_t>(t)];
}

/// The name of a status as people say it.
[[nodiscard]] constexpr phrase name_of(status s) noexcept {
    constexpr phrase names[] = {
        {"不适用", "not applicable"}, {"符合", "satisfied"},          {"不符合", "violated"},
        {"依例外", "excepted"},       {"情况不明", "undetermined"},   {"待研判", "for judgement"},
        {"未到环节", "pending"},      {"评估出错", "failed"}};
    return names[static_cast<std::size_t>(s)];
}

[[nodiscard]] constexpr phrase name_of(outcome o) noexcept {
    constexpr phrase names[] = {{"合规", "compliant"},
                                {"待研判", "for judgement"},
                                {"须报批", "needs approval"},
                                {"要件不全", "incomplete"},
                                {"违规", "violation"}};
    return names[static_cast<std::size_t>(o)];
}

[[nodiscard]] constexpr phrase name_of(force f) noexcept {
    constexpr phrase names[] = {{"应当", "must"},
                                {"一般应当", "ordinarily"},
                                {"须事先报批", "after prior report"},
                                {"鼓励", "advised"}};
    return names[static_cast<std::size_t>(f)];
}

[[nodiscard]] constexpr phrase name_of(basis b) noexcept {
    constexpr phrase names[] = {
        {"原文", "verbatim"}, {"文义已核", "confirmed"}, {"条文待核", "unverified"}};
    return names[static_cast<std::size_t>(b)];
}

/// Worst first, as reports are ordered.
inline constexpr outcome outcomes_worst_first[] = {outcome::violation, outcome::incomplete,
                                                   outcome::needs_approval, outcome::judgement,
                                                   outcome::compliant};
/// The order in which the findings of one case are told.
inline constexpr status statuses_worst_first[] = {
    status::violated,  status::failed,  status::undetermined, status::judgement,
    status::excepted,  status::pending, status::satisfied,    status::not_applicable};

}  // namespace xuanren
