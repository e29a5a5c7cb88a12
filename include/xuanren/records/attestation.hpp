// include/xuanren/records/attestation.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>

#include <string>

namespace xuanren {

/// What a person vouches for where a clause leaves the matter to people 人工判断.
struct attestation {
    field<std::string> rule{};  ///< a rule id, or a prefix of rule ids
    field<std::string> by{};
    field<civil_date> on{};
    field<std::string> document{};
    field<bool> holds{};
    extra_keys extras{};

    friend bool operator==(const attestation&, const attestation&) = default;
};

}  // namespace xuanren
