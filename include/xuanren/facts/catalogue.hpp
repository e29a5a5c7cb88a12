// include/xuanren/facts/catalogue.hpp
#pragma once

#include <xuanren/facts/appointment.hpp>
#include <xuanren/facts/conduct.hpp>
#include <xuanren/facts/procedure.hpp>
#include <xuanren/facts/qualification.hpp>
#include <xuanren/facts/seats.hpp>
#include <xuanren/facts/service.hpp>
#include <xuanren/facts/target.hpp>

#include <memory>

namespace xuanren {

namespace detail {

/// The catalogue with what its readers refer to; made once.
struct national_facts {
    std::shared_ptr<catalogue> facts = std::make_shared<catalogue>();
    word_lists words = add_words(*facts);
    record_lists records = add_record_types(*facts, words);

    national_facts() {
        fact_table table(*facts, words, records);
        add_appointment_facts(table);
        add_target_facts(table);
        add_service_facts(table);
        add_qualification_facts(table);
        add_conduct_facts(table);
        add_preparation_facts(table);
        add_decision_facts(table);
        add_seat_facts(table);
    }
};

[[nodiscard]] inline const national_facts& national() {
    static const national_facts made;
    return made;
}

}  // namespace detail

/// The facts that records give 国家事实目录, with their enumerations and record types.
///
/// A copy of it can be extended by facts of one's own (facts/derivation.hpp).
[[nodiscard]] inline std::shared_ptr<const catalogue> national_catalogue() {
    return detail::national().facts;
}

}  // namespace xuanren
