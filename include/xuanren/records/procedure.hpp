// include/xuanren/records/procedure.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/conduct.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/procedure_words.hpp>
#include <xuanren/records/relative.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// A step of which only the day counts: analysis 分析研判, talk 任职谈话, filing 备案.
struct dated_step {
    field<civil_date> on{};
    extra_keys extras{};

    friend bool operator==(const dated_step&, const dated_step&) = default;
};

struct motion {
    field<civil_date> on{};
    field<std::string> document{};
    field<civil_date> reported{};      ///< to the principal 报告主要负责人; null: not
    field<civil_date> communicated{};  ///< 沟通酝酿; null: not
    extra_keys extras{};

    friend bool operator==(const motion&, const motion&) = default;
};

/// Talks of the democratic recommendation 谈话调研推荐.
struct recommendation_talks {
    field<civil_date> from{}, to{};
    field<std::int64_t> people{};
    extra_keys extras{};

    friend bool operator==(const recommendation_talks&, const recommendation_talks&) = default;
};

/// Meeting of the democratic recommendation 会议推荐.
struct recommendation_meeting {
    field<civil_date> on{};
    field<std::int64_t> entitled{}, attended{}, reference_candidates{};
    field<std::int64_t> posts{};  ///< posts recommended for 推荐职位数
    extra_keys extras{};

    friend bool operator==(const recommendation_meeting&, const recommendation_meeting&) = default;
};

/// Why there was none, and when that was approved.
struct recommendation_waiver {
    field<waiver_ground> because{};
    field<civil_date> approved{};
    /// Of a small unit, each condition where the record tells it apart
    /// 人数较少、范围相同、意见集中.
    field<bool> small_unit{}, same_people{}, opinions_agree{};
    extra_keys extras{};

    friend bool operator==(const recommendation_waiver&, const recommendation_waiver&) = default;
};

/// Democratic recommendation 民主推荐.
struct recommendation {
    field<bool> directed{};         ///< for a named post 定向推荐
    field<std::string> for_post{};  ///< id
    field<recommendation_talks> talks{};
    field<recommendation_meeting> meeting{};
    field<recommendation_waiver> waived{};  ///< null: not waived
    field<civil_date> opinions_heard{};     ///< 听取意见, of further use; null: not
    field<bool> covers_all_posts{};         ///< of a term renewal 全额定向
    extra_keys extras{};

    friend bool operator==(const recommendation&, const recommendation&) = default;
};

struct excluded_candidate {
    field<std::string> id{}, because{};
    extra_keys extras{};

    friend bool operator==(const excluded_candidate&, const excluded_candidate&) = default;
};

/// Setting of those to be inspected 确定考察对象.
struct candidates_step {
    field<civil_date> on{};
    field<std::int64_t> names{};
    field<std::vector<excluded_candidate>> excluded{};
    field<bool>
        new_to_team{};  ///< the candidate is to enter the team for the first time 拟新进班子
    extra_keys extras{};

    friend bool operator==(const candidates_step&, const candidates_step&) = default;
};

/// Inspection 考察.
struct inspection {
    field<civil_date> preview{};  ///< 考察预告
    field<civil_date> from{}, to{};
    field<civil_date> publicised{};          ///< preview made public on; null: not
    field<std::vector<std::string>> team{};  ///< ids of cadres, or names
    field<std::int64_t> talks{};
    extra_keys extras{};

    friend bool operator==(const inspection&, const inspection&) = default;
};

struct archive_check {
    field<civil_date> on{};
    field<archive_finding> finding{};
    field<bool> signed_off{};  ///< the review form is signed 审核表已签字
    extra_keys extras{};

    friend bool operator==(const archive_check&, const archive_check&) = default;
};

struct personal_matters_check {
    field<civil_date> on{};
    field<matters_finding> finding{};
    extra_keys extras{};

    friend bool operator==(const personal_matters_check&, const personal_matters_check&) = default;
};

struct integrity_request {
    field<civil_date> requested{}, on{};
    field<integrity_opinion> opinion{};
    extra_keys extras{};

    friend bool operator==(const integrity_request&, const integrity_request&) = default;
};

struct petition_check {
    field<civil_date> on{};
    field<petition_finding> finding{};
    extra_keys extras{};

    friend bool operator==(const petition_check&, const petition_check&) = default;
};

/// 廉洁自律情况结论性意见
struct integrity_conclusion {
    field<civil_date> on{};
    field<std::vector<signatory>> signed_by{};
    extra_keys extras{};

    friend bool operator==(const integrity_conclusion&, const integrity_conclusion&) = default;
};

struct audit {
    field<bool> required{};
    field<civil_date> on{};
    field<audit_finding> finding{};
    extra_keys extras{};

    friend bool operator==(const audit&, const audit&) = default;
};

/// Asking the other side of a dual management 双重管理.
struct other_side {
    field<civil_date> asked{}, answered{};
    field<consultation_opinion> opinion{};
    field<civil_date> coordinated{};  ///< a disagreement settled above 上级协调; null: not
    extra_keys extras{};

    friend bool operator==(const other_side&, const other_side&) = default;
};

struct united_front_opinion {
    field<civil_date> on{};
    field<consultation_opinion> opinion{};
    extra_keys extras{};

    friend bool operator==(const united_front_opinion&, const united_front_opinion&) = default;
};

/// Consultation 酝酿.
struct consultation {
    field<civil_date> on{};
    field<xuanren::other_side> other_side{};     ///< null: no dual management
    field<united_front_opinion> united_front{};  ///< null: candidate of the Party
    extra_keys extras{};

    friend bool operator==(const consultation&, const consultation&) = default;
};

struct recusal {
    field<std::string> id{};  ///< of a cadre, or a name
    field<std::string> because{};
    field<bool> left{};
    extra_keys extras{};

    friend bool operator==(const recusal&, const recusal&) = default;
};

struct reconsideration {
    field<civil_date> on{};
    field<std::int64_t> in_favour{};
    extra_keys extras{};

    friend bool operator==(const reconsideration&, const reconsideration&) = default;
};

/// Vote of the plenary committee 全委会表决.
struct plenary_ballot {
    field<civil_date> on{};
    field<std::int64_t> due{}, present{}, in_favour{};
    field<bool> secret{};  ///< 无记名投票
    extra_keys extras{};

    friend bool operator==(const plenary_ballot&, const plenary_ballot&) = default;
};

/// Discussion and decision 讨论决定.
struct discussion {
    field<civil_date> on{};
    field<decision_body> body{};
    field<std::int64_t> members{};  ///< 应有成员
    field<std::int64_t> due{};      ///< 应到会成员; absent: all members
    field<std::int64_t> present{}, in_favour{}, against{}, deferred{};
    field<std::vector<std::string>> attendees{};  ///< ids of cadres, or names
    field<std::vector<recusal>> recused{};
    field<bool> principal_spoke_last{};  ///< 主要负责人末位表态
    field<bool> each_stated{};           ///< 逐一发表意见
    field<bool> exception_explained{};   ///< null: nothing to explain
    field<xuanren::ballot> ballot{};
    field<reconsideration> reconsidered{};
    field<xuanren::plenary_ballot> plenary_ballot{};
    field<civil_date> members_asked{};  ///< 征求全委会成员意见; null: not
    extra_keys extras{};

    friend bool operator==(const discussion&, const discussion&) = default;
};

struct integrity_exam {
    field<civil_date> on{};
    field<double> score{}, pass_mark{};
    extra_keys extras{};

    friend bool operator==(const integrity_exam&, const integrity_exam&) = default;
};

/// Public notice before the appointment 任前公示.
struct notice {
    field<civil_date> from{}, to{};
    field<bool> states_exception{};  ///< 说明破格情形
    field<std::int64_t> objections{};
    field<notice_result> result{};
    field<std::string> text{};
    field<bool> legible{};   ///< can be read by those it is for 清晰可读
    field<bool> complete{};  ///< its contents are true and complete 内容真实完整
    extra_keys extras{};

    friend bool operator==(const notice&, const notice&) = default;
};

/// The letter of appointment 任职发文.
struct appointment_letter {
    field<civil_date> on{};
    field<civil_date> effective{};  ///< from when the seat counts
    field<std::string> text{};      ///< its words 发文原文
    extra_keys extras{};

    friend bool operator==(const appointment_letter&, const appointment_letter&) = default;
};

/// Record of the whole process 纪实.
struct record_book {
    field<bool> complete{};
    field<std::vector<std::string>> missing{};
    extra_keys extras{};

    friend bool operator==(const record_book&, const record_book&) = default;
};

/// Reason given for departing from what is ordinarily asked 未按一般要求的理由.
struct departure {
    field<std::string> rule{}, because{};
    extra_keys extras{};

    friend bool operator==(const departure&, const departure&) = default;
};

/// The steps of one appointment 选任程序; a null step was not done, an absent one is not known.
struct procedure {
    field<dated_step> analysis{};
    field<xuanren::motion> motion{};
    field<xuanren::recommendation> recommendation{};
    field<candidates_step> candidates{};
    field<xuanren::inspection> inspection{};
    field<archive_check> archive_review{};
    field<xuanren::personal_matters_check> personal_matters_check{};
    field<integrity_request> integrity_opinion{};
    field<xuanren::petition_check> petition_check{};
    field<xuanren::integrity_conclusion> integrity_conclusion{};
    field<xuanren::audit> audit{};
    field<xuanren::consultation> consultation{};
    field<xuanren::discussion> discussion{};
    field<xuanren::integrity_exam> integrity_exam{};
    field<xuanren::notice> notice{};
    field<appointment_letter> appointment{};
    field<dated_step> talk{};
    field<dated_step> filing{};
    field<xuanren::record_book> record_book{};
    field<std::vector<departure>> departures{};
    extra_keys extras{};

    friend bool operator==(const procedure&, const procedure&) = default;
};

}  // namespace xuanren
