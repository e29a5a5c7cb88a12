// include/xuanren/facts/kin_record_types.hpp
#pragma once

#include <xuanren/facts/words.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/kinship.hpp>

namespace xuanren::detail {

/// The records of kinship that list facts hold 亲属关系的记录类型.
///
/// Each holds one relative; an entry that is unknown as a whole stands for kin who are not declared.
/// `kinships` are the readings that the records leave open, mostly one; where they are not settled
/// (a name that matches, remarriage, a half-brother's mother) people decide whether it is so.
struct kin_records {
    const record_type& post;
    const record_type& attendance;
    const record_type& business;
    const record_type& practice;
};

[[nodiscard]] inline kin_records add_kin_record_types(catalogue& into) {
    using types::boolean;
    using types::list_of;
    using types::string;
    using types::word;
    return {
        into.add(record_type{"kin_post",
                             "亲属任职",
                             {{"person", "人员编号", string},
                              {"name", "姓名", string},
                              {"way", "亲属路径", string},
                              {"kinships", "亲属关系", list_of(word<kinship>())},
                              {"is_settled", "关系已确定", boolean},  // never unknown
                              {"stands", "关系和任职均在存续", boolean},
                              {"title", "职务名称", string},
                              {"leading", "为领导职务", boolean},
                              {"role", "职务身份", word<role>()},
                              {"has_level", "有层次", boolean},
                              {"level", "层次", word<level>()},
                              {"functions", "从事的工作", list_of(word<post_function>())},
                              {"organ_kind", "机关类别", word<organ_kind>()},
                              {"in_internal_unit", "在内设机构任职", boolean},
                              {"in_team", "为领导班子成员", boolean},
                              {"same_organ", "与拟任职位同一机关", boolean},
                              {"same_unit", "与拟任职位同一单位", boolean},
                              {"same_superior", "与拟任职位同一直接上级", boolean},
                              {"same_team", "与拟任职位同一领导班子", boolean},
                              {"above", "为拟任职位直接上级", boolean},
                              {"below", "为拟任职位直接下级", boolean},
                              {"leads_unit_above", "为上一级单位正副职", boolean},
                              {"leads_unit_below", "为下一级单位正副职", boolean},
                              {"organ_above", "在上一级机关", boolean},
                              {"organ_below", "在下一级机关", boolean},
                              {"region_holds", "任职地区包含拟任地区", boolean},
                              {"own_leading", "本方为领导职务", boolean},
                              {"own_role", "本方职务身份", word<role>()},
                              {"own_functions", "本方从事的工作",
                               list_of(word<post_function>())}}}),
        into.add(record_type{"kin_attendance",
                             "亲属参与",
                             {{"person", "人员编号", string},
                              {"name", "姓名", string},
                              {"way", "亲属路径", string},
                              {"kinships", "亲属关系", list_of(word<kinship>())},
                              {"is_settled", "关系已确定", boolean},  // never unknown
                              {"stands", "关系存续", boolean},
                              {"recused", "已回避", boolean}}}),
        into.add(record_type{"family_business",
                             "亲属经营",
                             {{"name", "姓名", string},
                              {"kinships", "亲属关系", list_of(word<kinship>())},
                              {"is_settled", "关系已确定", boolean},  // never unknown
                              {"stands", "关系存续", boolean},
                              {"business", "经营方式", word<business_kind>()},
                              {"industry", "行业", string},
                              {"is_supervised", "由拟任机关监管", boolean}}}),
        into.add(record_type{"kin_practice",
                             "亲属律师业务",
                             {{"name", "姓名", string},
                              {"kinships", "亲属关系", list_of(word<kinship>())},
                              {"is_settled", "关系已确定", boolean},  // never unknown
                              {"stands", "关系存续", boolean},
                              {"practice", "从事律师业务方式", word<practice_kind>()},
                              {"in_jurisdiction", "在拟任机关辖区内", boolean}}}),
    };
}

}  // namespace xuanren::detail
