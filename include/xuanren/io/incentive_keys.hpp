// include/xuanren/io/incentive_keys.hpp
#pragma once

#include <xuanren/io/shape.hpp>
#include <xuanren/records/incentive.hpp>

namespace xuanren::detail {

template <>
struct record_keys<mechanism> {
    static constexpr std::string_view name = "mechanism", zh = "适用激励机制",
                                      en = "the mechanism it is made under";
    static constexpr key_shape keys[] = {
        key<&mechanism::kind>("kind", plain, "机制", "which mechanism"),
        key<&mechanism::found>("found", nullable, "认定日期；null为未认定",
                               "found to apply on; null: not"),
        key<&mechanism::document>("document", plain, "文号", "document"),
    };
};

template <>
struct record_keys<proven_record> {
    static constexpr std::string_view name = "proven_record", zh = "实绩记载",
                                      en = "in what a cadre was proved";
    static constexpr key_shape keys[] = {
        key<&proven_record::in>("in", plain, "领域", "in what"),
        key<&proven_record::found>("found", plain, "认定日期", "put on record on"),
        key<&proven_record::document>("document", plain, "文号", "document"),
    };
};

}  // namespace xuanren::detail
