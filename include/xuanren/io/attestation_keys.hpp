// include/xuanren/io/attestation_keys.hpp
#pragma once

#include <xuanren/io/shape.hpp>
#include <xuanren/records/attestation.hpp>

namespace xuanren::detail {

template <>
struct record_keys<attestation> {
    static constexpr std::string_view name = "attestation", zh = "人工判断",
                                      en = "what a person vouches for";
    static constexpr key_shape keys[] = {
        key<&attestation::rule>("rule", plain, "规则编号（或前缀）", "id of the rule, or a prefix"),
        key<&attestation::by>("by", plain, "判断人", "by"),
        key<&attestation::on>("on", plain, "日期", "on"),
        key<&attestation::document>("document", plain, "文号", "document"),
        key<&attestation::holds>("holds", plain, "符合", "holds"),
    };
};

}  // namespace xuanren::detail
