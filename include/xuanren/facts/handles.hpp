// include/xuanren/facts/handles.hpp
#pragma once

#include <xuanren/engine/condition.hpp>
#include <xuanren/facts/organisation_handles.hpp>
#include <xuanren/facts/procedure_handles.hpp>
#include <xuanren/facts/words.hpp>
#include <xuanren/records/dossier.hpp>

#include <cstdint>
#include <string>

/// The typed names of the facts that records give 事实句柄, for rules written in C++:
/// `facts::target_level >= level::county_deputy`. Lists have none: rules use scalar facts only.
namespace xuanren::facts {

inline constexpr fact_handle<xuanren::kind> appointment_kind{"appointment.kind"};
inline constexpr fact_handle<xuanren::kind> appointment_derived_kind{"appointment.derived_kind"};
inline constexpr fact_handle<xuanren::promotion_step> appointment_step{"appointment.step"};
inline constexpr fact_handle<xuanren::way> appointment_way{"appointment.way"};
inline constexpr fact_handle<bool> appointment_is_term_renewal{"appointment.is_term_renewal"};
inline constexpr fact_handle<xuanren::civil_date> appointment_decided_on{"appointment.decided_on"};
inline constexpr fact_handle<bool> appointment_has_effective_on{"appointment.has_effective_on"};
inline constexpr fact_handle<xuanren::civil_date> appointment_effective_on{
    "appointment.effective_on"};
inline constexpr fact_handle<bool> appointment_has_letter_on{"appointment.has_letter_on"};
inline constexpr fact_handle<xuanren::civil_date> appointment_letter_on{"appointment.letter_on"};
inline constexpr fact_handle<bool> appointment_has_exceptional{"appointment.has_exceptional"};
inline constexpr fact_handle<xuanren::exceptional_type> exceptional_type{"exceptional.type"};
inline constexpr fact_handle<bool> exceptional_has_ground{"exceptional.has_ground"};
inline constexpr fact_handle<xuanren::exceptional_ground> exceptional_ground{"exceptional.ground"};
inline constexpr fact_handle<bool> exceptional_has_requested_on{"exceptional.has_requested_on"};
inline constexpr fact_handle<xuanren::civil_date> exceptional_requested_on{
    "exceptional.requested_on"};
inline constexpr fact_handle<bool> exceptional_has_approved_on{"exceptional.has_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> exceptional_approved_on{
    "exceptional.approved_on"};
inline constexpr fact_handle<bool> target_has_post{"target.has_post"};
inline constexpr fact_handle<std::string> target_post{"target.post"};
inline constexpr fact_handle<std::string> target_title{"target.title"};
inline constexpr fact_handle<std::string> target_organisation{"target.organisation"};
inline constexpr fact_handle<bool> target_has_level{"target.has_level"};
inline constexpr fact_handle<xuanren::level> target_level{"target.level"};
inline constexpr fact_handle<bool> target_leading{"target.leading"};
inline constexpr fact_handle<xuanren::role> target_role{"target.role"};
inline constexpr fact_handle<bool> target_elected{"target.elected"};
inline constexpr fact_handle<bool> target_special{"target.special"};
inline constexpr fact_handle<bool> target_party_post{"target.party_post"};
inline constexpr fact_handle<bool> target_has_committee{"target.has_committee"};
inline constexpr fact_handle<xuanren::committee> target_committee{"target.committee"};
inline constexpr fact_handle<bool> target_main_leader{"target.main_leader"};
inline constexpr fact_handle<bool> target_team_member{"target.team_member"};
inline constexpr fact_handle<bool> target_emigration_restricted{"target.emigration_restricted"};
inline constexpr fact_handle<bool> target_qualifications_stated{"target.qualifications_stated"};
inline constexpr fact_handle<xuanren::organ_kind> target_organ_kind{"target.organ_kind"};
inline constexpr fact_handle<bool> target_in_internal_unit{"target.in_internal_unit"};
inline constexpr fact_handle<xuanren::tier> target_tier{"target.tier"};
inline constexpr fact_handle<bool> target_has_organ_level{"target.has_organ_level"};
inline constexpr fact_handle<xuanren::level> target_organ_level{"target.organ_level"};
inline constexpr fact_handle<bool> target_has_institution_grade{"target.has_institution_grade"};
inline constexpr fact_handle<std::int64_t> target_institution_grade{"target.institution_grade"};
inline constexpr fact_handle<bool> target_has_rank{"target.has_rank"};
inline constexpr fact_handle<xuanren::rank> target_rank{"target.rank"};
inline constexpr fact_handle<bool> target_has_rank_below{"target.has_rank_below"};
inline constexpr fact_handle<xuanren::rank> target_rank_below{"target.rank_below"};
inline constexpr fact_handle<bool> candidate_has_level{"candidate.has_level"};
inline constexpr fact_handle<xuanren::level> candidate_level{"candidate.level"};
inline constexpr fact_handle<xuanren::civil_date> candidate_level_since{"candidate.level_since"};
inline constexpr fact_handle<bool> candidate_leading{"candidate.leading"};
inline constexpr fact_handle<bool> candidate_has_role{"candidate.has_role"};
inline constexpr fact_handle<xuanren::role> candidate_role{"candidate.role"};
inline constexpr fact_handle<bool> candidate_has_deputy_since{"candidate.has_deputy_since"};
inline constexpr fact_handle<xuanren::civil_date> candidate_deputy_since{"candidate.deputy_since"};
inline constexpr fact_handle<bool> candidate_has_principal_since{"candidate.has_principal_since"};
inline constexpr fact_handle<xuanren::civil_date> candidate_principal_since{
    "candidate.principal_since"};
inline constexpr fact_handle<bool> candidate_has_rank{"candidate.has_rank"};
inline constexpr fact_handle<xuanren::rank> candidate_rank{"candidate.rank"};
inline constexpr fact_handle<xuanren::civil_date> candidate_rank_since{"candidate.rank_since"};
inline constexpr fact_handle<bool> candidate_held_higher_before{"candidate.held_higher_before"};
inline constexpr fact_handle<bool> candidate_held_level_before{"candidate.held_level_before"};
inline constexpr fact_handle<bool> candidate_held_target_level_before{
    "candidate.held_target_level_before"};
inline constexpr fact_handle<bool> candidate_demoted_to_level{"candidate.demoted_to_level"};
inline constexpr fact_handle<bool> candidate_has_last_demotion{"candidate.has_last_demotion"};
inline constexpr fact_handle<xuanren::civil_date> candidate_last_demoted_on{
    "candidate.last_demoted_on"};
inline constexpr fact_handle<std::int64_t> candidate_posts_at_next_lower_level{
    "candidate.posts_at_next_lower_level"};
inline constexpr fact_handle<bool> candidate_has_last_promotion{"candidate.has_last_promotion"};
inline constexpr fact_handle<xuanren::civil_date> candidate_last_promoted_on{
    "candidate.last_promoted_on"};
inline constexpr fact_handle<bool> candidate_last_promotion_was_exceptional{
    "candidate.last_promotion_was_exceptional"};
inline constexpr fact_handle<bool> candidate_has_probation{"candidate.has_probation"};
inline constexpr fact_handle<xuanren::civil_date> candidate_probation_ends{
    "candidate.probation_ends"};
inline constexpr fact_handle<xuanren::civil_date> candidate_work_started{"candidate.work_started"};
inline constexpr fact_handle<xuanren::civil_date> candidate_service_counted_from{
    "candidate.service_counted_from"};
inline constexpr fact_handle<xuanren::civil_date> candidate_civil_servant_since{
    "candidate.civil_servant_since"};
inline constexpr fact_handle<xuanren::civil_date> candidate_born{"candidate.born"};
inline constexpr fact_handle<xuanren::sex> candidate_sex{"candidate.sex"};
inline constexpr fact_handle<std::string> candidate_ethnicity{"candidate.ethnicity"};
inline constexpr fact_handle<std::string> candidate_nationality{"candidate.nationality"};
inline constexpr fact_handle<xuanren::health> candidate_health{"candidate.health"};
inline constexpr fact_handle<xuanren::education_level> candidate_education{"candidate.education"};
inline constexpr fact_handle<xuanren::membership> candidate_membership{"candidate.membership"};
inline constexpr fact_handle<bool> candidate_has_full_member_since{
    "candidate.has_full_member_since"};
inline constexpr fact_handle<xuanren::civil_date> candidate_full_member_since{
    "candidate.full_member_since"};
inline constexpr fact_handle<bool> candidate_has_training_hours_required{
    "candidate.has_training_hours_required"};
inline constexpr fact_handle<std::int64_t> candidate_training_hours_required{
    "candidate.training_hours_required"};
inline constexpr fact_handle<bool> candidate_has_previous_assessment_at_candidates{
    "candidate.has_previous_assessment_at_candidates"};
inline constexpr fact_handle<xuanren::assessment_result>
    candidate_previous_assessment_at_candidates{"candidate.previous_assessment_at_candidates"};
inline constexpr fact_handle<bool> candidate_under_investigation{"candidate.under_investigation"};
inline constexpr fact_handle<bool> candidate_under_investigation_at_candidates{
    "candidate.under_investigation_at_candidates"};
inline constexpr fact_handle<bool> candidate_has_political_discipline_finding{
    "candidate.has_political_discipline_finding"};
inline constexpr fact_handle<bool> candidate_has_canvassing_finding{
    "candidate.has_canvassing_finding"};
inline constexpr fact_handle<bool> candidate_has_criminal_record{"candidate.has_criminal_record"};
inline constexpr fact_handle<bool> candidate_was_expelled_from_party{
    "candidate.was_expelled_from_party"};
inline constexpr fact_handle<bool> candidate_was_discharged{"candidate.was_discharged"};
inline constexpr fact_handle<bool> candidate_is_on_dishonesty_list{
    "candidate.is_on_dishonesty_list"};
inline constexpr fact_handle<bool> candidate_relatives_declared{"candidate.relatives_declared"};
inline constexpr fact_handle<bool> candidate_has_spouse{"candidate.has_spouse"};
inline constexpr fact_handle<bool> candidate_has_spouse_emigration{
    "candidate.has_spouse_emigration"};
inline constexpr fact_handle<xuanren::emigration_kind> candidate_spouse_emigration{
    "candidate.spouse_emigration"};
inline constexpr fact_handle<bool> candidate_has_close_staff_of{"candidate.has_close_staff_of"};
inline constexpr fact_handle<bool> candidate_has_archive_review{"candidate.has_archive_review"};
inline constexpr fact_handle<xuanren::civil_date> candidate_archive_reviewed_on{
    "candidate.archive_reviewed_on"};
inline constexpr fact_handle<xuanren::archive_finding> candidate_archive_finding{
    "candidate.archive_finding"};
inline constexpr fact_handle<bool> candidate_has_annual_report{"candidate.has_annual_report"};
inline constexpr fact_handle<xuanren::civil_date> candidate_annual_report_on{
    "candidate.annual_report_on"};
inline constexpr fact_handle<bool> candidate_has_first_report{"candidate.has_first_report"};
inline constexpr fact_handle<xuanren::civil_date> candidate_first_report_on{
    "candidate.first_report_on"};
inline constexpr fact_handle<bool> candidate_has_matters_verified{"candidate.has_matters_verified"};
inline constexpr fact_handle<xuanren::civil_date> candidate_matters_verified_on{
    "candidate.matters_verified_on"};
inline constexpr fact_handle<xuanren::matters_finding> candidate_matters_finding{
    "candidate.matters_finding"};
inline constexpr fact_handle<bool> candidate_is_introduced_talent{"candidate.is_introduced_talent"};
inline constexpr fact_handle<bool> candidate_holds_emigration_restricted_post{
    "candidate.holds_emigration_restricted_post"};
inline constexpr fact_handle<bool> establishment_is_known{"establishment.is_known"};
inline constexpr fact_handle<std::int64_t> establishment_headcount{"establishment.headcount"};
inline constexpr fact_handle<std::int64_t> establishment_occupied_after{
    "establishment.occupied_after"};
inline constexpr fact_handle<std::int64_t> establishment_general_posts{
    "establishment.general_posts"};
inline constexpr fact_handle<bool> establishment_allows_title{"establishment.allows_title"};
inline constexpr fact_handle<std::int64_t> seat_approved{"seat.approved"};
inline constexpr fact_handle<std::int64_t> seat_occupied_before{"seat.occupied_before"};
inline constexpr fact_handle<std::int64_t> seat_occupied_after{"seat.occupied_after"};
inline constexpr fact_handle<std::int64_t> seat_people_after{"seat.people_after"};
inline constexpr fact_handle<bool> seat_is_off_quota{"seat.is_off_quota"};
inline constexpr fact_handle<bool> rank_seat_is_limited{"rank_seat.is_limited"};
inline constexpr fact_handle<std::int64_t> rank_seat_approved{"rank_seat.approved"};
inline constexpr fact_handle<std::int64_t> rank_seat_occupied_after{"rank_seat.occupied_after"};
inline constexpr fact_handle<bool> appointment_has_letter_text{"appointment.has_letter_text"};
inline constexpr fact_handle<std::string> appointment_letter_text{"appointment.letter_text"};
inline constexpr fact_handle<bool> appointment_has_selection{"appointment.has_selection"};
inline constexpr fact_handle<xuanren::removal_ground> appointment_removal_ground{
    "appointment.removal_ground"};
inline constexpr fact_handle<bool> appointment_has_treatment{"appointment.has_treatment"};
inline constexpr fact_handle<bool> appointment_states_treatment{"appointment.states_treatment"};
inline constexpr fact_handle<std::int64_t> appointment_batch_size{"appointment.batch_size"};
inline constexpr fact_handle<bool> target_organ_in_reform{"target.organ_in_reform"};
inline constexpr fact_handle<bool> target_principal_leaving{"target.principal_leaving"};
inline constexpr fact_handle<bool> appointment_has_probation{"appointment.has_probation"};
inline constexpr fact_handle<bool> appointment_has_probation_from{"appointment.has_probation_from"};
inline constexpr fact_handle<bool> appointment_has_probation_ended{
    "appointment.has_probation_ended"};
inline constexpr fact_handle<bool> appointment_has_probation_assessed_on{
    "appointment.has_probation_assessed_on"};
inline constexpr fact_handle<bool> candidate_has_civil_servant_since{
    "candidate.has_civil_servant_since"};
inline constexpr fact_handle<bool> candidate_has_recruit_probation{
    "candidate.has_recruit_probation"};
inline constexpr fact_handle<bool> candidate_has_born_documents{"candidate.has_born_documents"};
inline constexpr fact_handle<bool> candidate_born_documents_agree{"candidate.born_documents_agree"};
inline constexpr fact_handle<bool> candidate_retirement_category_stated{
    "candidate.retirement_category_stated"};
inline constexpr fact_handle<bool> appointment_has_retirement{"appointment.has_retirement"};
inline constexpr fact_handle<bool> retirement_has_applied_on{"retirement.has_applied_on"};
inline constexpr fact_handle<bool> retirement_has_approved_on{"retirement.has_approved_on"};
inline constexpr fact_handle<bool> candidate_holds_target_post{"candidate.holds_target_post"};
inline constexpr fact_handle<bool> appointment_vacates_a_post{"appointment.vacates_a_post"};
inline constexpr fact_handle<xuanren::civil_date> appointment_probation_from{
    "appointment.probation_from"};
inline constexpr fact_handle<xuanren::civil_date> appointment_probation_ended{
    "appointment.probation_ended"};
inline constexpr fact_handle<xuanren::civil_date> appointment_probation_assessed_on{
    "appointment.probation_assessed_on"};
inline constexpr fact_handle<xuanren::civil_date> candidate_earliest_recorded_born{
    "candidate.earliest_recorded_born"};
inline constexpr fact_handle<xuanren::civil_date> retirement_applied_on{"retirement.applied_on"};
inline constexpr fact_handle<xuanren::civil_date> retirement_approved_on{"retirement.approved_on"};
inline constexpr fact_handle<xuanren::civil_date> candidate_target_post_since{
    "candidate.target_post_since"};
inline constexpr fact_handle<std::int64_t> appointment_probation_months{
    "appointment.probation_months"};
inline constexpr fact_handle<xuanren::retirement_category> candidate_retirement_category{
    "candidate.retirement_category"};
inline constexpr fact_handle<xuanren::retirement_way> retirement_way{"retirement.way"};
inline constexpr fact_handle<xuanren::entry_source> appointment_entry_from{
    "appointment.entry_from"};
inline constexpr fact_handle<std::string> target_region{"target.region"};
inline constexpr fact_handle<bool> candidate_kin_declarations_conflict{
    "candidate.kin_declarations_conflict"};
inline constexpr fact_handle<bool> candidate_grew_up_in_region{"candidate.grew_up_in_region"};
inline constexpr fact_handle<bool> appointment_has_avoidance_variation{
    "appointment.has_avoidance_variation"};
inline constexpr fact_handle<xuanren::tier> avoidance_variation_authority{
    "avoidance_variation.authority"};
inline constexpr fact_handle<bool> avoidance_variation_has_approved_on{
    "avoidance_variation.has_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> avoidance_variation_approved_on{
    "avoidance_variation.approved_on"};
inline constexpr fact_handle<bool> appointment_has_mechanism{"appointment.has_mechanism"};
inline constexpr fact_handle<xuanren::mechanism_kind> appointment_mechanism{
    "appointment.mechanism"};
inline constexpr fact_handle<bool> appointment_has_mechanism_found_on{
    "appointment.has_mechanism_found_on"};
inline constexpr fact_handle<xuanren::civil_date> appointment_mechanism_found_on{
    "appointment.mechanism_found_on"};
inline constexpr fact_handle<std::int64_t> candidate_recorded_training_hours{
    "candidate.recorded_training_hours"};

}  // namespace xuanren::facts
