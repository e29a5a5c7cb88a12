// include/xuanren/records/level.hpp
#pragma once

#include <xuanren/records/word.hpp>

#include <cstdint>

namespace xuanren {

/// Level of a leading post or of an organ 职务层次, 机构规格; greater is higher.
/// Source: Civil Servant Law (2018) art. 18; staff and clerk 科员, 办事员 are those of before 2019.
enum class level : std::uint8_t {
    clerk,
    staff,
    township_deputy,
    township_principal,
    county_deputy,
    county_principal,
    bureau_deputy,
    bureau_principal,
    provincial_deputy,
    provincial_principal,
    national_deputy,
    national_principal,
};

/// Codes: ZB09 in its old (0132) and new (1A32) form, GB/T 12407 (132). 111 is left out: it is the
/// provincial principal in GB/T 12407 and the sub-township 股级 in ZB03. Names of ZB03 and ZB133.
template <>
struct words_of<level> {
    static constexpr std::string_view name = "level", chinese = "职务层次";
    static constexpr bool ordered = true;
    static constexpr word<level> list[] = {
        {level::clerk, "clerk", "办事员", "0160|1A60|160"},
        {level::staff, "staff", "科员", "0150|1A50|150|科员级"},
        {level::township_deputy, "township_deputy", "乡科级副职",
         "0142|1A42|142|副科级|副乡、副科级|副乡科级"},
        {level::township_principal, "township_principal", "乡科级正职",
         "0141|1A41|141|正科级|乡、科级|正乡科级"},
        {level::county_deputy, "county_deputy", "县处级副职",
         "0132|1A32|132|副处级|副县级|副县、副处级|副县处级"},
        {level::county_principal, "county_principal", "县处级正职",
         "0131|1A31|131|正处级|正县级|县、处级|正县处级"},
        {level::bureau_deputy, "bureau_deputy", "厅局级副职",
         "0122|1A22|122|副厅级|副局级|副司级|副地、副厅、副司、副局级|副厅局级"},
        {level::bureau_principal, "bureau_principal", "厅局级正职",
         "0121|1A21|121|正厅级|正局级|正司级|地、厅、司、局级|正厅局级"},
        {level::provincial_deputy, "provincial_deputy", "省部级副职",
         "0112|1A12|112|副部级|副省级|副省部级"},
        {level::provincial_principal, "provincial_principal", "省部级正职",
         "0111|1A11|正部级|正省级|部级|省级|正省部级"},
        {level::national_deputy, "national_deputy", "国家级副职",
         "0102|1A02|102|副国级|中央、国家级(副)"},
        {level::national_principal, "national_principal", "国家级正职",
         "0101|1A01|101|正国级|中央、国家级(正)"},
    };
};

}  // namespace xuanren
