// include/xuanren/records/rank.hpp
#pragma once

#include <xuanren/records/word.hpp>

#include <cstdint>

namespace xuanren {

/// Rank of a civil servant 职级 (综合管理类), since 2019-06-01; greater is higher.
/// Source: Civil Servant Law (2018) art. 19.
enum class rank : std::uint8_t {
    staff_2,
    staff_1,
    principal_staff_4,
    principal_staff_3,
    principal_staff_2,
    principal_staff_1,
    consultant_4,
    consultant_3,
    consultant_2,
    consultant_1,
    counsel_2,
    counsel_1,
};

/// Codes: ZB148 (11 to 1C); the specialist and law-enforcement series map one to one, by name and
/// by ZB09 (01B.., 1B.., 01C.., 1C..). The 1A11.. that some systems write for ranks are levels in
/// ZB09 and stand here with none.
template <>
struct words_of<rank> {
    static constexpr std::string_view name = "rank", chinese = "职级";
    static constexpr bool ordered = true;
    static constexpr word<rank> list[] = {
        {rank::staff_2, "staff_2", "二级科员", "1C|二级行政执法员|01C11|1C11"},
        {rank::staff_1, "staff_1", "一级科员",
         "1B|专业技术员|01B11|1B11|一级行政执法员|01C10|1C10"},
        {rank::principal_staff_4, "principal_staff_4", "四级主任科员",
         "1A|四级主管|01B10|1B10|四级主办|01C09|1C09"},
        {rank::principal_staff_3, "principal_staff_3", "三级主任科员",
         "19|三级主管|01B09|1B09|三级主办|01C08|1C08"},
        {rank::principal_staff_2, "principal_staff_2", "二级主任科员",
         "18|二级主管|01B08|1B08|二级主办|01C07|1C07"},
        {rank::principal_staff_1, "principal_staff_1", "一级主任科员",
         "17|一级主管|01B07|1B07|一级主办|01C06|1C06"},
        {rank::consultant_4, "consultant_4", "四级调研员",
         "16|四级高级主管|01B06|1B06|四级高级主办|01C05|1C05"},
        {rank::consultant_3, "consultant_3", "三级调研员",
         "15|三级高级主管|01B05|1B05|三级高级主办|01C04|1C04"},
        {rank::consultant_2, "consultant_2", "二级调研员",
         "14|二级高级主管|01B04|1B04|二级高级主办|01C03|1C03"},
        {rank::consultant_1, "consultant_1", "一级调研员",
         "13|一级高级主管|01B03|1B03|一级高级主办|01C02|1C02"},
        {rank::counsel_2, "counsel_2", "二级巡视员", "12|二级总监|01B02|1B02|督办|01C01|1C01"},
        {rank::counsel_1, "counsel_1", "一级巡视员", "11|一级总监|01B01|1B01"},
    };
};

}  // namespace xuanren
