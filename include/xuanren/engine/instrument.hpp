// include/xuanren/engine/instrument.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/formula.hpp>
#include <xuanren/text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

/// Who made an instrument 制定机关层级, from the lowest; a lower one may add or tighten, not loosen.
enum class authority : std::uint8_t {
    local,          ///< 本地、本单位
    provincial,     ///< 省级
    national,       ///< 国家部委
    law,            ///< 法律
    party_central,  ///< 党中央
};

/// One version of a regulation or law 文件: its names and the days on which it is in force.
///
/// In force from `effective` up to, not including, the earlier of `superseded` and `repealed`.
/// A date known to the month or year leaves the version undetermined inside it.
struct instrument {
    /// What is known of the days before the first version.
    enum class earlier : std::uint8_t {
        unknown,  ///< there were earlier texts, which are not here
        none,     ///< the institution did not exist
    };
    struct gap {
        civil_date from;
        civil_date to;
    };

    std::string id;       ///< family-version
    std::string family;
    std::string version;
    text title;
    text body;            ///< who issued it
    std::string number;   ///< document number 文号
    xuanren::authority authority = xuanren::authority::local;
    std::optional<civil_date> adopted;
    std::optional<civil_date> published;
    std::optional<civil_date> effective;  ///< empty: always in force (rules built in C++)
    std::optional<civil_date> superseded; ///< the first day of its successor
    std::string superseded_by;
    std::optional<civil_date> repealed;   ///< the first day on which it no longer holds
    earlier before = earlier::unknown;
    std::vector<gap> gaps;                ///< days between versions on which none was in force
    formula applies;                      ///< conjoined to the scope of each of its rules
    text source;                          ///< where it was published
    text note;                            ///< how well the text is known
};

}  // namespace xuanren
