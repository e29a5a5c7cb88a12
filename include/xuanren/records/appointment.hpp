// include/xuanren/records/appointment.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/attestation.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/incentive.hpp>
#include <xuanren/records/organisation.hpp>
#include <xuanren/records/procedure.hpp>
#include <xuanren/records/rank.hpp>
#include <xuanren/records/retirement.hpp>
#include <xuanren/records/tenure.hpp>
#include <xuanren/records/selection.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// Kind of an appointment 任用类别.
enum class kind : std::uint8_t {
    promotion,
    further_use,
    lateral,
    rank_promotion,
    first,
    lateral_entry,
    secondment,
    demotion,
    removal,
    retirement,
};

template <>
struct words_of<kind> {
    static constexpr std::string_view name = "kind", chinese = "任用类别";
    static constexpr bool ordered = false;
    static constexpr word<kind> list[] = {
        {kind::promotion, "promotion", "提拔", "提拔任职|提拔任用|晋升职务"},
        {kind::further_use, "further_use", "进一步使用"},
        {kind::lateral, "lateral", "平级交流", "平级任用|平级调动"},
        {kind::rank_promotion, "rank_promotion", "职级晋升", "晋升职级"},
        {kind::first, "first", "首次任职", "新定职"},
        {kind::lateral_entry, "lateral_entry", "调任"},
        {kind::secondment, "secondment", "挂职"},
        {kind::demotion, "demotion", "降职"},
        {kind::removal, "removal", "免职"},
        {kind::retirement, "retirement", "退休"},
    };
};

/// In what round of selection 选任方式.
enum class way : std::uint8_t { individual, term_renewal, open_selection, internal_competition };

/// Codes: ZB122 (11 公开选拔, 12 竞争上岗).
template <>
struct words_of<way> {
    static constexpr std::string_view name = "way", chinese = "选任方式";
    static constexpr bool ordered = false;
    static constexpr word<way> list[] = {
        {way::individual, "individual", "个别提拔任职", "个别提拔"},
        {way::term_renewal, "term_renewal", "换届"},
        {way::open_selection, "open_selection", "公开选拔", "11"},
        {way::internal_competition, "internal_competition", "竞争上岗", "12"},
    };
};

enum class exceptional_type : std::uint8_t { qualification, level_skip };

template <>
struct words_of<exceptional_type> {
    static constexpr std::string_view name = "exceptional_type", chinese = "破格类别";
    static constexpr bool ordered = false;
    static constexpr word<exceptional_type> list[] = {
        {exceptional_type::qualification, "qualification", "突破任职资格", "破格"},
        {exceptional_type::level_skip, "level_skip", "越级", "越级提拔"},
    };
};

/// Why an exceptional promotion is asked for 破格提拔的情形.
enum class exceptional_ground : std::uint8_t {
    crisis_merit,
    hard_area_merit,
    outstanding_merit,
    structure_need,
    specialist_need,
    hard_area_need,
};

template <>
struct words_of<exceptional_ground> {
    static constexpr std::string_view name = "ground", chinese = "破格提拔的情形";
    static constexpr bool ordered = false;
    static constexpr word<exceptional_ground> list[] = {
        {exceptional_ground::crisis_merit, "crisis_merit", "关键时刻或承担急难险重任务表现突出"},
        {exceptional_ground::hard_area_merit, "hard_area_merit", "艰苦地区或条件恶劣处实绩突出"},
        {exceptional_ground::outstanding_merit, "outstanding_merit", "其他岗位上实绩特别突出"},
        {exceptional_ground::structure_need, "structure_need", "领导班子结构需要"},
        {exceptional_ground::specialist_need, "specialist_need", "专业性强的岗位需要"},
        {exceptional_ground::hard_area_need, "hard_area_need", "艰苦边远地区、贫困地区急需"},
    };
};

/// A matter that is reported before the decision 事前报告事项.
enum class report_matter : std::uint8_t {
    organ_change,
    large_adjustment,
    temporary_overrun,
    no_recommendation,
    exceptional,
    close_staff,
    near_kin,
    early_move,
    after_accountability,
    emigrated_talent,
    beyond_age,
    other,
};

template <>
struct words_of<report_matter> {
    static constexpr std::string_view name = "matter", chinese = "事前报告事项";
    static constexpr bool ordered = false;
    static constexpr word<report_matter> list[] = {
        {report_matter::organ_change, "organ_change", "机构变动或主要领导离任前调整干部"},
        {report_matter::large_adjustment, "large_adjustment", "一批集中调整较多干部"},
        {report_matter::temporary_overrun, "temporary_overrun", "临时超职数配备"},
        {report_matter::no_recommendation, "no_recommendation", "不进行民主推荐"},
        {report_matter::exceptional, "exceptional", "破格或越级提拔"},
        {report_matter::close_staff, "close_staff", "提拔领导干部身边工作人员"},
        {report_matter::near_kin, "near_kin", "提拔领导干部近亲属"},
        {report_matter::early_move, "early_move", "任期未满或任职时间较短调整"},
        {report_matter::after_accountability, "after_accountability", "受问责后重新任用"},
        {report_matter::emigrated_talent, "emigrated_talent", "任用配偶已移居人员"},
        {report_matter::beyond_age, "beyond_age", "超过任职年龄或任职年限任用"},
        {report_matter::other, "other", "其他"},
    };
};

/// The exceptional promotion that an appointment asks for 破格提拔呈报.
struct exceptional_request {
    field<exceptional_type> type{};
    field<std::vector<std::string>> breaks{};  ///< rule ids, or prefixes of them
    field<exceptional_ground> ground{};
    field<std::string> approved_by{};
    field<civil_date> requested{}, approved{};  ///< null: not so
    extra_keys extras{};

    friend bool operator==(const exceptional_request&, const exceptional_request&) = default;
};

/// Leave to apply the rules of avoidance otherwise, for reason of place or work 变通执行回避.
struct avoidance_variation {
    field<xuanren::tier> authority{};  ///< tier of the body that gave it
    field<civil_date> approved{};      ///< null: not
    field<std::string> document{};
    extra_keys extras{};

    friend bool operator==(const avoidance_variation&, const avoidance_variation&) = default;
};

struct prior_report {
    field<report_matter> matter{};
    field<civil_date> reported{}, approved{};  ///< null: not so
    extra_keys extras{};

    friend bool operator==(const prior_report&, const prior_report&) = default;
};

/// One appointment to be judged 任用事项.
struct appointment {
    std::string id{};
    std::string candidate{};    ///< id of a cadre
    field<std::string> post{};  ///< id; null: a rank promotion
    field<xuanren::kind> kind{};
    field<std::string>
        organisation{};  ///< id; of a rank promotion, where the main tenure does not tell
    field<xuanren::way> way{};
    field<rank> to_rank{};
    field<std::vector<std::string>> vacates{};  ///< ids of posts
    field<bool> term_renewal{};
    field<exceptional_request> exceptional{};  ///< null: none asked for
    field<std::vector<prior_report>> prior_reports{};
    field<xuanren::avoidance_variation> avoidance_variation{};  ///< null, absent: none claimed
    field<xuanren::mechanism> mechanism{};                      ///< null: under none
    field<xuanren::selection> selection{};  ///< null: neither open selection nor competition
    field<xuanren::removal_ground> removal_ground{};
    field<xuanren::treatment> treatment{};  ///< null: that of the post
    field<xuanren::probation> probation{};  ///< null: none was set
    field<xuanren::retirement> retirement{};  ///< null: none asked for
    field<entry_source> entry_from{};         ///< of an entry from outside the service
    field<std::vector<attestation>> attestations{};
    field<xuanren::procedure> procedure{};
    extra_keys extras{};

    friend bool operator==(const appointment&, const appointment&) = default;
};

}  // namespace xuanren
