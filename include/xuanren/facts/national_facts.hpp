// include/xuanren/facts/national_facts.hpp
#pragma once

#include <xuanren/facts/appointment.hpp>
#include <xuanren/facts/archive.hpp>
#include <xuanren/facts/avoidance.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/checks.hpp>
#include <xuanren/facts/circumstances.hpp>
#include <xuanren/facts/conduct.hpp>
#include <xuanren/facts/consultation.hpp>
#include <xuanren/facts/decision.hpp>
#include <xuanren/facts/incentive.hpp>
#include <xuanren/facts/organisation.hpp>
#include <xuanren/facts/organisation_seats.hpp>
#include <xuanren/facts/personal_matters.hpp>
#include <xuanren/facts/preparation.hpp>
#include <xuanren/facts/prior_reports.hpp>
#include <xuanren/facts/qualification.hpp>
#include <xuanren/facts/record_of_steps.hpp>
#include <xuanren/facts/relation.hpp>
#include <xuanren/facts/retirement.hpp>
#include <xuanren/facts/seats.hpp>
#include <xuanren/facts/service.hpp>
#include <xuanren/facts/target.hpp>
#include <xuanren/facts/tenure_time.hpp>
#include <xuanren/facts/trial.hpp>

#include <memory>

namespace xuanren {

namespace detail {

template <class... E>
void add_words(catalogue& into) {
    (into.add(shared_enumeration<E>()), ...);
}

/// The catalogue with the records that its readers fill; made once.
struct national_facts {
    std::shared_ptr<catalogue> facts = std::make_shared<catalogue>();
    record_lists records;

    national_facts() : records(add_record_types(*facts)) {
        add_words<level, rank, role, kind, promotion_step, way, regime, organ_kind, tier, committee,
                  sex, health, marital_status, membership, education_level, degree, study_mode,
                  method, change, tenure_kind, place_kind, place_by, assessment_result,
                  sanction_kind, title_level, emigration_kind, business_kind, matters_finding,
                  unreported_matter, archive_finding, exceptional_type, exceptional_ground,
                  report_matter, waiver_ground, decision_body, ballot, integrity_opinion,
                  petition_finding, audit_finding, consultation_opinion, notice_result,
                  mechanism_kind, proven_field, removal_ground, kinship, kin_class, rank_group, post_function,
                  retirement_category, retirement_way, entry_source,
                  practice_kind>(*facts);
        fact_table table(*facts, records);
        add_appointment_facts(table);
        add_target_facts(table);
        add_service_facts(table);
        add_qualification_facts(table);
        add_conduct_facts(table);
        add_archive_facts(table);
        add_avoidance_facts(table);
        add_personal_matters_facts(table);
        add_preparation_facts(table);
        add_decision_facts(table);
        add_relation_facts(table);
        add_seat_facts(table);
        add_organisation_facts(table);
        add_organisation_seat_facts(table);
        add_incentive_facts(table);
        add_check_facts(table);
        add_consultation_facts(table);
        add_record_of_steps_facts(table);
        add_prior_report_facts(table);
        add_circumstance_facts(table);
        add_trial_facts(table);
        add_retirement_facts(table);
        add_tenure_time_facts(table);
    }
};

[[nodiscard]] inline const national_facts& national() {
    static const national_facts made;
    return made;
}

XUANREN_INLINE const record_lists& national_records() {
    return national().records;
}

}  // namespace detail

XUANREN_INLINE std::shared_ptr<const catalogue> national_catalogue() {
    return detail::national().facts;
}

}  // namespace xuanren
