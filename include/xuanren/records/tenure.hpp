// include/xuanren/records/tenure.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/level.hpp>
#include <xuanren/records/post.hpp>
#include <xuanren/records/rank.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// How a post was filled 任职方式.
enum class method : std::uint8_t { appointed, elected, contracted };

/// Codes: ZB122 (1 with 11 and 12, 2, 3).
template <>
struct words_of<method> {
    static constexpr std::string_view name = "method", chinese = "任职方式";
    static constexpr bool ordered = false;
    static constexpr word<method> list[] = {
        {method::appointed, "appointed", "委任", "1|11|12|委任制"},
        {method::elected, "elected", "选任", "2|选任制"},
        {method::contracted, "contracted", "聘任", "3|聘任制"},
    };
};

/// What a tenure changed 职务变动类别.
enum class change : std::uint8_t {
    first,
    promotion,
    level_skip,
    lateral,
    further_use,
    concurrent,
    secondment,
    demotion,
    retained_level,
};

/// Codes: ZB13.
template <>
struct words_of<change> {
    static constexpr std::string_view name = "change", chinese = "职务变动类别";
    static constexpr bool ordered = false;
    static constexpr word<change> list[] = {
        {change::first, "first", "新定职", "11|首次任职"},
        {change::promotion, "promotion", "逐级晋升", "26|晋升|提拔"},
        {change::level_skip, "level_skip", "越级晋升", "27|越级提拔"},
        {change::lateral, "lateral", "平级调动", "35|平级交流"},
        {change::further_use, "further_use", "进一步使用"},
        {change::concurrent, "concurrent", "兼职", "33|34|平级兼职|向下兼职"},
        {change::secondment, "secondment", "挂职", "37"},
        {change::demotion, "demotion", "降职", "51"},
        {change::retained_level, "retained_level", "保留原级别任职", "36"},
    };
};

/// In what way a post is held 任职性质.
enum class tenure_kind : std::uint8_t {
    substantive,
    acting,
    concurrent,
    secondment,
    awaiting,  ///< removed, not yet placed 免职待安排
};

template <>
struct words_of<tenure_kind> {
    static constexpr std::string_view name = "tenure_kind", chinese = "任职性质";
    static constexpr bool ordered = false;
    static constexpr word<tenure_kind> list[] = {
        {tenure_kind::substantive, "substantive", "实任"},
        {tenure_kind::acting, "acting", "代理", "主持工作"},
        {tenure_kind::concurrent, "concurrent", "兼任", "兼职"},
        {tenure_kind::secondment, "secondment", "挂职"},
        {tenure_kind::awaiting, "awaiting", "待安排"},
    };
};

/// Kind of place where a tenure was served 工作地点类别.
enum class place_kind : std::uint8_t {
    village,
    township,
    county_organ,
    enterprise,
    institution,
    community,
    other,
};

template <>
struct words_of<place_kind> {
    static constexpr std::string_view name = "place", chinese = "工作地点类别";
    static constexpr bool ordered = false;
    static constexpr word<place_kind> list[] = {
        {place_kind::village, "village", "村"},
        {place_kind::township, "township", "乡镇", "乡镇（街道）|街道"},
        {place_kind::county_organ, "county_organ", "县直机关", "县（市、区）直机关|县级机关"},
        {place_kind::enterprise, "enterprise", "企业"},
        {place_kind::institution, "institution", "事业单位"},
        {place_kind::community, "community", "社区"},
        {place_kind::other, "other", "其他"},
    };
};

/// How a cadre came to be at a place 到岗方式.
enum class place_by : std::uint8_t { posted, seconded };

template <>
struct words_of<place_by> {
    static constexpr std::string_view name = "posting", chinese = "到岗方式";
    static constexpr bool ordered = false;
    static constexpr word<place_by> list[] = {
        {place_by::posted, "posted", "任职"},
        {place_by::seconded, "seconded", "挂职"},
    };
};

/// A stretch of time [from, to) 时段; null `to`: to the present.
struct period_of_time {
    field<civil_date> from{}, to{};
    extra_keys extras{};

    friend bool operator==(const period_of_time&, const period_of_time&) = default;
};

/// The exceptional promotion by which a tenure was reached 破格.
struct tenure_exceptional {
    field<std::vector<std::string>> breaks{};  ///< rule ids
    field<civil_date> approved{};
    extra_keys extras{};

    friend bool operator==(const tenure_exceptional&, const tenure_exceptional&) = default;
};

/// Probation of a tenure 试用期.
struct probation {
    field<std::int64_t> months{};
    field<civil_date> ended{};  ///< null: not ended yet
    field<bool> confirmed{};
    field<civil_date> assessed{};  ///< the assessment at its end; null: none was held
    extra_keys extras{};

    friend bool operator==(const probation&, const probation&) = default;
};

struct service_place {
    field<place_kind> kind{};
    field<place_by> by{};
    extra_keys extras{};

    friend bool operator==(const service_place&, const service_place&) = default;
};

/// Removal from a post 免职.
struct removal {
    field<civil_date> decided{};
    field<std::string> reason{}, document{};
    extra_keys extras{};

    friend bool operator==(const removal&, const removal&) = default;
};

/// Why a tenure does not count against the seats 单列.
struct off_quota {
    field<std::string> reason{}, document{};
    extra_keys extras{};

    friend bool operator==(const off_quota&, const off_quota&) = default;
};

/// A post held for a time 任职经历; a post of the dossier, or title, organisation, level and role.
struct tenure {
    field<std::string> post{};  ///< id
    field<std::string> title{};
    field<std::string> organisation{};  ///< id
    field<xuanren::level> level{};      ///< null: outside the levels
    field<xuanren::role> role{};
    field<bool> leading{};
    field<civil_date> from{}, to{};
    field<civil_date> decided{};  ///< start of the tenure 决定任职之日
    field<civil_date> noticed{};  ///< start of the probation
    field<xuanren::method> method{};
    field<civil_date> concurrent_approved{};  ///< null: not approved
    field<bool> concurrent_paid{};
    field<xuanren::change> change{};
    field<tenure_exceptional> exceptional{};  ///< null: not exceptional
    field<tenure_kind> kind{};
    field<xuanren::probation> probation{};  ///< null: none applies
    field<service_place> place{};
    field<bool> grassroots{};  ///< 基层工作经历, stated outright
    field<std::string> military_level{};
    field<xuanren::removal> removal{};
    field<bool> takes_seat{};  ///< 占职数
    field<xuanren::off_quota> off_quota{};
    extra_keys extras{};

    friend bool operator==(const tenure&, const tenure&) = default;
};

/// A rank held for a time 职级.
struct rank_held {
    field<xuanren::rank> rank{};
    field<civil_date> from{}, to{};
    extra_keys extras{};

    friend bool operator==(const rank_held&, const rank_held&) = default;
};

}  // namespace xuanren
