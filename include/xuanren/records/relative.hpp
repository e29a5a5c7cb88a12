// include/xuanren/records/relative.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// In what way a relative lives abroad 移居情况; study and work are not emigration.
enum class emigration_kind : std::uint8_t {
    foreign_nationality,
    permanent_residence,
    long_term_residence,
    study,
    work,
};

template <>
struct words_of<emigration_kind> {
    static constexpr std::string_view name = "emigration", chinese = "移居类别";
    static constexpr bool ordered = false;
    static constexpr word<emigration_kind> list[] = {
        {emigration_kind::foreign_nationality, "foreign_nationality", "取得外国国籍", "外国国籍"},
        {emigration_kind::permanent_residence, "permanent_residence", "永久居留权",
         "获得永久居留资格|永久居留"},
        {emigration_kind::long_term_residence, "long_term_residence", "长期居留许可", "长期居留"},
        {emigration_kind::study, "study", "留学"},
        {emigration_kind::work, "work", "国（境）外工作", "境外工作"},
    };
};

/// How a relative takes part in a business 经商办企业方式.
enum class business_kind : std::uint8_t { sole, partnership, major_share, minor_share };

template <>
struct words_of<business_kind> {
    static constexpr std::string_view name = "business_kind", chinese = "经商办企业方式";
    static constexpr bool ordered = false;
    static constexpr word<business_kind> list[] = {
        {business_kind::sole, "sole", "独资"},
        {business_kind::partnership, "partnership", "合伙"},
        {business_kind::major_share, "major_share", "较大份额参股", "控股"},
        {business_kind::minor_share, "minor_share", "小额参股"},
    };
};

/// What a check of reported personal matters found 个人有关事项核查结论.
enum class matters_finding : std::uint8_t { consistent, omission, concealment };

template <>
struct words_of<matters_finding> {
    static constexpr std::string_view name = "matters_finding", chinese = "个人有关事项核查结论";
    static constexpr bool ordered = false;
    static constexpr word<matters_finding> list[] = {
        {matters_finding::consistent, "consistent", "一致", "如实报告"},
        {matters_finding::omission, "omission", "漏报"},
        {matters_finding::concealment, "concealment", "瞒报", "隐瞒不报"},
    };
};

/// What was reported too low or not at all, as a check of personal matters found it 查核不一致情形.
enum class unreported_matter : std::uint8_t {
    hk_macau_taiwan_permit,
    housing_area,
    garage,
    securities_amount,
    investment_amount,
    marriage,
    passport,
    childs_marriage,
    stay_abroad,
    family_employment,
    criminal_liability,
    dwelling,
    securities,
    investment,
    other,
};

template <>
struct words_of<unreported_matter> {
    static constexpr std::string_view name = "unreported_matter", chinese = "查核不一致情形";
    static constexpr bool ordered = false;
    static constexpr word<unreported_matter> list[] = {
        {unreported_matter::hk_macau_taiwan_permit, "hk_macau_taiwan_permit",
         "未报告往来港澳、台湾证件或者因私往来"},
        {unreported_matter::housing_area, "housing_area", "少报告房产面积"},
        {unreported_matter::garage, "garage", "未报告车库、车位、储藏间"},
        {unreported_matter::securities_amount, "securities_amount",
         "少报告股票、基金、投资型保险金额"},
        {unreported_matter::investment_amount, "investment_amount", "少报告投资金额"},
        {unreported_matter::marriage, "marriage", "未报告本人婚姻情况"},
        {unreported_matter::passport, "passport", "未报告普通护照或者因私出国"},
        {unreported_matter::childs_marriage, "childs_marriage", "未报告子女与境外人员通婚"},
        {unreported_matter::stay_abroad, "stay_abroad", "未报告移居或者连续在外一年以上"},
        {unreported_matter::family_employment, "family_employment",
         "未报告配偶、子女及其配偶从业情况"},
        {unreported_matter::criminal_liability, "criminal_liability",
         "未报告配偶、子女及其配偶被追究刑事责任"},
        {unreported_matter::dwelling, "dwelling", "未报告房产"},
        {unreported_matter::securities, "securities", "未报告持有股票、基金、投资型保险"},
        {unreported_matter::investment, "investment", "未报告投资企业"},
        {unreported_matter::other, "other", "其他情形"},
    };
};

struct emigration {
    field<emigration_kind> kind{};
    field<std::string> country{};
    field<civil_date> since{};
    extra_keys extras{};

    friend bool operator==(const emigration&, const emigration&) = default;
};

struct business {
    field<business_kind> kind{};
    field<std::string> industry{}, region{};
    extra_keys extras{};

    friend bool operator==(const business&, const business&) = default;
};

/// How a relative practises law 从事律师业务方式.
enum class practice_kind : std::uint8_t { partner, founder, lawyer };

template <>
struct words_of<practice_kind> {
    static constexpr std::string_view name = "practice_kind", chinese = "从事律师业务方式";
    static constexpr bool ordered = false;
    static constexpr word<practice_kind> list[] = {
        {practice_kind::partner, "partner", "律师事务所合伙人", "合伙人"},
        {practice_kind::founder, "founder", "律师事务所设立人", "设立人"},
        {practice_kind::lawyer, "lawyer", "执业律师", "律师"},
    };
};

/// The practice of law, or of paid legal service, by a relative 律师业务.
struct legal_practice {
    field<practice_kind> kind{};
    field<std::string> region{};  ///< administrative division code
    extra_keys extras{};

    friend bool operator==(const legal_practice&, const legal_practice&) = default;
};

/// A relative as declared 家庭成员及社会关系.
struct relative {
    field<std::string> term{};  ///< the word of kinship 称谓
    field<std::string> path{};  ///< letters of the kinship table, where the term does not decide
    field<std::string> name{};
    field<std::string> person{};  ///< id of a cadre
    field<civil_date> born{};
    field<civil_date> from{}, to{};  ///< of the relation itself: a marriage
    field<civil_date> deceased{};         ///< null: living
    field<std::string> employer{};        ///< null: none
    field<emigration> emigrated{};        ///< null: stated not
    field<xuanren::business> business{};  ///< null: none
    field<xuanren::legal_practice> legal_practice{};  ///< null: none
    extra_keys extras{};

    friend bool operator==(const relative&, const relative&) = default;
};

struct matter_change {
    field<std::string> matter{};
    field<civil_date> happened{}, reported{};
    extra_keys extras{};

    friend bool operator==(const matter_change&, const matter_change&) = default;
};

struct matter_difference {
    field<unreported_matter> kind{};
    field<matters_finding> nature{};
    extra_keys extras{};

    friend bool operator==(const matter_difference&, const matter_difference&) = default;
};

/// Personal matters as reported and checked 领导干部个人有关事项.
struct personal_matters {
    field<civil_date> reported{};        ///< the latest yearly report
    field<civil_date> first_reported{};  ///< after coming into scope; null: not reported
    field<std::vector<matter_change>> changes{};
    field<civil_date> verified{};
    field<matters_finding> finding{};
    field<std::vector<matter_difference>> differences{};
    extra_keys extras{};

    friend bool operator==(const personal_matters&, const personal_matters&) = default;
};

}  // namespace xuanren
