// include/xuanren/report/case_names.hpp
#pragma once

#include <xuanren/text.hpp>
#include <xuanren/report/language.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace xuanren {

/// What people call one appointment's parts, beside the ids of the report.
struct appointment_names {
    std::string candidate;  ///< the candidate's name
    text post;              ///< 大气科科长; the rank aimed at, of a rank promotion
    text kind;              ///< 提拔
};

/// What people call one organisation and its seats.
struct organisation_names {
    std::string name;
    std::vector<text> seats;  ///< in the order of the report's seats
};

/// Names for a report's entries, by position 称谓; where there is none the ids serve.
struct case_names {
    std::vector<appointment_names> appointments;
    std::vector<organisation_names> organisations;

    [[nodiscard]] appointment_names appointment(std::size_t i) const {
        return i < appointments.size() ? appointments[i] : appointment_names{};
    }
    [[nodiscard]] organisation_names organisation(std::size_t i) const {
        return i < organisations.size() ? organisations[i] : organisation_names{};
    }
};

}  // namespace xuanren
