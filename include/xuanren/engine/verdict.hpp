// include/xuanren/engine/verdict.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/fact.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

class rule;

/// What a rule says of one case 规则结论.
enum class status : std::uint8_t {
    not_applicable,  ///< 不适用
    satisfied,       ///< 符合
    violated,        ///< 不符合
    excepted,        ///< 依例外不适用
    undetermined,    ///< 情况不明
    judgement,       ///< 需人工研判
    pending,         ///< 尚未到该环节
    failed,          ///< 评估出错
};

/// The word that carries a rule's requirement 约束力.
enum class force : std::uint8_t {
    must,        ///< 应当、必须、不得
    ordinarily,  ///< 一般应当
    report,      ///< 须事先报告或者报批
    advise,      ///< 鼓励、优先
};

/// What a review says of one appointment or organisation as a whole 总结论, better to worse.
enum class outcome : std::uint8_t {
    compliant,       ///< 合规
    judgement,       ///< 待研判
    needs_approval,  ///< 须报批
    incomplete,      ///< 要件不全
    violation,       ///< 违规
};

/// How well the text of a clause is known 文本把握.
enum class basis : std::uint8_t {
    verbatim,    ///< 原文
    confirmed,   ///< 已核
    unverified,  ///< 待核
};

/// One elementary test of a rule, with what it asked and what it met 单项比对.
///
/// `test` is the comparison, membership or boolean fact; `required` the bound it was held
/// against (unknown where the test has none), `actual` what the case holds.
struct leaf {
    node_ptr test;
    std::size_t fact_index = catalogue::none;  ///< the fact on the left; none for a computed side
    operator_kind relation = operator_kind::none;
    value required;
    value actual;
    value held = {};       ///< of the fact itself, where the left side computes on it: elapsed(fact)
    truth holds = truth::unknown;  ///< of the test itself, whatever stands around it
    bool negated = false;  ///< stands under an odd number of not()s
    provenance source = {};
};

/// The walk of an expression with all its answers 推理树; every branch is kept.
struct explanation {
    node_ptr at;
    value result;
    std::optional<leaf> test;           ///< set at the elementary tests
    std::vector<explanation> children;
};

/// A recorded decision of people on what a text leaves to them 研判结论.
struct recorded_judgement {
    std::string rule;      ///< a rule's id, or a prefix that covers the rules under it
    std::string by;
    std::optional<civil_date> on;
    std::string document;
    std::optional<bool> holds;

    friend bool operator==(const recorded_judgement&, const recorded_judgement&) = default;
};

/// A rule's answer on one case, as data; report/ makes words of it 结论.
struct verdict {
    verdict() noexcept {}  // not defaulted, for it would be filled with zeros first, rule by rule

    std::shared_ptr<const xuanren::rule> of;
    xuanren::status status = xuanren::status::undetermined;
    bool by_reference = false;              ///< the regulation reaches this case by reference 参照
    std::string subject;                    ///< the seat or relation judged; empty for the whole
    std::optional<interval<civil_date>> reference;  ///< the rule's reference date
    std::shared_ptr<const explanation> scope;        ///< null where no explanation was asked for
    std::shared_ptr<const explanation> requirement;
    std::shared_ptr<const explanation> band;
    std::vector<leaf> leaves;               ///< the tests that decide, in the rule's order
    std::vector<std::size_t> missing;       ///< facts of the residual that are unknown
    std::vector<std::size_t> to_supply;     ///< the record facts beneath `missing`: what to put on file
    node_ptr residual;                      ///< what is left to decide; null where nothing is
    std::optional<civil_date> earliest;     ///< the first day on which time alone mends it
    std::optional<interval<civil_date>> due;     ///< by when it is to be met, where it may be later
    std::optional<interval<civil_date>> met_on;  ///< when it was met, in time or late
    std::string set_aside_by;               ///< the exception's id, or "departure"
    std::shared_ptr<const recorded_judgement> attested;  ///< null where no attestation decided
    std::string failure;                    ///< what went wrong, for `failed`
};

}  // namespace xuanren
