// include/xuanren/records/procedure_words.hpp
#pragma once

#include <xuanren/records/word.hpp>

#include <cstdint>

namespace xuanren {

/// Why no democratic recommendation was held 不进行民主推荐的情形.
enum class waiver_ground : std::uint8_t { small_unit_same_people_agreed, special_need };

template <>
struct words_of<waiver_ground> {
    static constexpr std::string_view name = "waiver", chinese = "不进行民主推荐的情形";
    static constexpr bool ordered = false;
    static constexpr word<waiver_ground> list[] = {
        {waiver_ground::small_unit_same_people_agreed, "small_unit_same_people_agreed",
         "人数较少且参加人员相同、意见集中"},
        {waiver_ground::special_need, "special_need", "工作特殊需要"},
    };
};

/// Opinion of discipline organs on a candidate's integrity 廉洁自律意见.
enum class integrity_opinion : std::uint8_t { no_objection, objection, hold };

template <>
struct words_of<integrity_opinion> {
    static constexpr std::string_view name = "integrity_opinion", chinese = "廉洁自律意见";
    static constexpr bool ordered = false;
    static constexpr word<integrity_opinion> list[] = {
        {integrity_opinion::no_objection, "no_objection", "无不同意见", "无影响使用的问题"},
        {integrity_opinion::objection, "objection", "有不同意见"},
        {integrity_opinion::hold, "hold", "暂缓"},
    };
};

/// What petitions came to 信访举报查核.
enum class petition_finding : std::uint8_t { none, cleared, open };

template <>
struct words_of<petition_finding> {
    static constexpr std::string_view name = "petition_finding", chinese = "信访举报查核结论";
    static constexpr bool ordered = false;
    static constexpr word<petition_finding> list[] = {
        {petition_finding::none, "none", "无举报"},
        {petition_finding::cleared, "cleared", "已查清", "已排除"},
        {petition_finding::open, "open", "未查清"},
    };
};

enum class audit_finding : std::uint8_t { clear, problems };

template <>
struct words_of<audit_finding> {
    static constexpr std::string_view name = "audit_finding", chinese = "经济责任审计结论";
    static constexpr bool ordered = false;
    static constexpr word<audit_finding> list[] = {
        {audit_finding::clear, "clear", "无问题"},
        {audit_finding::problems, "problems", "有问题"},
    };
};

/// Who signs the conclusion on integrity 廉洁自律结论性意见签字人.
enum class signatory : std::uint8_t { secretary, discipline_secretary, head, discipline_head };

template <>
struct words_of<signatory> {
    static constexpr std::string_view name = "signatory", chinese = "签字人";
    static constexpr bool ordered = false;
    static constexpr word<signatory> list[] = {
        {signatory::secretary, "secretary", "党委（党组）书记", "党委书记|党组书记|书记"},
        {signatory::discipline_secretary, "discipline_secretary", "纪委书记", "纪检监察组组长"},
        {signatory::head, "head", "主要负责人"},
        {signatory::discipline_head, "discipline_head", "纪检监察机构主要负责人"},
    };
};

/// Answer of those who are asked 征求意见答复.
enum class consultation_opinion : std::uint8_t { agree, disagree };

template <>
struct words_of<consultation_opinion> {
    static constexpr std::string_view name = "consultation_opinion", chinese = "征求意见答复";
    static constexpr bool ordered = false;
    static constexpr word<consultation_opinion> list[] = {
        {consultation_opinion::agree, "agree", "同意"},
        {consultation_opinion::disagree, "disagree", "不同意"},
    };
};

/// The body that discusses and decides 讨论决定机构.
enum class decision_body : std::uint8_t {
    party_committee,
    standing_committee,
    party_group,
    party_branch,
    organisation_department,
};

template <>
struct words_of<decision_body> {
    static constexpr std::string_view name = "body", chinese = "讨论决定机构";
    static constexpr bool ordered = false;
    static constexpr word<decision_body> list[] = {
        {decision_body::party_committee, "party_committee", "党委", "党委会"},
        {decision_body::standing_committee, "standing_committee", "党委常委会", "常委会"},
        {decision_body::party_group, "party_group", "党组", "党组会"},
        {decision_body::party_branch, "party_branch", "党支部"},
        {decision_body::organisation_department, "organisation_department", "组织部部务会",
         "部务会"},
    };
};

/// How a meeting votes 表决方式.
enum class ballot : std::uint8_t { oral, show_of_hands, secret };

template <>
struct words_of<ballot> {
    static constexpr std::string_view name = "ballot", chinese = "表决方式";
    static constexpr bool ordered = false;
    static constexpr word<ballot> list[] = {
        {ballot::oral, "oral", "口头表决", "口头"},
        {ballot::show_of_hands, "show_of_hands", "举手表决", "举手"},
        {ballot::secret, "secret", "无记名投票", "无记名投票表决"},
    };
};

/// What a public notice brought 公示结果.
enum class notice_result : std::uint8_t { clear, open, problems };

template <>
struct words_of<notice_result> {
    static constexpr std::string_view name = "notice_result", chinese = "公示结果";
    static constexpr bool ordered = false;
    static constexpr word<notice_result> list[] = {
        {notice_result::clear, "clear", "不影响任职"},
        {notice_result::open, "open", "待核实"},
        {notice_result::problems, "problems", "影响任职"},
    };
};

}  // namespace xuanren
