// include/xuanren/facts/procedure_handles.hpp
#pragma once

#include <xuanren/engine/condition.hpp>
#include <xuanren/facts/words.hpp>
#include <xuanren/records/dossier.hpp>

#include <cstdint>
#include <string>

/// The typed names of the facts that the record of the procedure gives 程序事实句柄.
namespace xuanren::facts {

inline constexpr fact_handle<bool> procedure_has_motion{"procedure.has_motion"};
inline constexpr fact_handle<xuanren::civil_date> procedure_motion_on{"procedure.motion_on"};
inline constexpr fact_handle<bool> procedure_has_recommendation{"procedure.has_recommendation"};
inline constexpr fact_handle<xuanren::civil_date> procedure_recommendation_on{
    "procedure.recommendation_on"};
inline constexpr fact_handle<bool> procedure_recommendation_directed{
    "procedure.recommendation_directed"};
inline constexpr fact_handle<bool> procedure_recommendation_is_for_target{
    "procedure.recommendation_is_for_target"};
inline constexpr fact_handle<bool> procedure_has_recommendation_talks{
    "procedure.has_recommendation_talks"};
inline constexpr fact_handle<xuanren::civil_date> procedure_recommendation_talks_from{
    "procedure.recommendation_talks_from"};
inline constexpr fact_handle<xuanren::civil_date> procedure_recommendation_talks_to{
    "procedure.recommendation_talks_to"};
inline constexpr fact_handle<std::int64_t> procedure_recommendation_talks_people{
    "procedure.recommendation_talks_people"};
inline constexpr fact_handle<bool> procedure_has_recommendation_meeting{
    "procedure.has_recommendation_meeting"};
inline constexpr fact_handle<xuanren::civil_date> procedure_recommendation_meeting_on{
    "procedure.recommendation_meeting_on"};
inline constexpr fact_handle<std::int64_t> procedure_recommendation_entitled{
    "procedure.recommendation_entitled"};
inline constexpr fact_handle<std::int64_t> procedure_recommendation_attended{
    "procedure.recommendation_attended"};
inline constexpr fact_handle<std::int64_t> procedure_recommendation_reference_candidates{
    "procedure.recommendation_reference_candidates"};
inline constexpr fact_handle<bool> procedure_has_recommendation_waived{
    "procedure.has_recommendation_waived"};
inline constexpr fact_handle<xuanren::waiver_ground> procedure_recommendation_waived_because{
    "procedure.recommendation_waived_because"};
inline constexpr fact_handle<bool> procedure_has_recommendation_waiver_approved_on{
    "procedure.has_recommendation_waiver_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_recommendation_waiver_approved_on{
    "procedure.recommendation_waiver_approved_on"};
inline constexpr fact_handle<bool> procedure_has_candidates{"procedure.has_candidates"};
inline constexpr fact_handle<xuanren::civil_date> procedure_candidates_on{
    "procedure.candidates_on"};
inline constexpr fact_handle<std::int64_t> procedure_candidates_names{"procedure.candidates_names"};
inline constexpr fact_handle<bool> procedure_has_inspection{"procedure.has_inspection"};
inline constexpr fact_handle<xuanren::civil_date> procedure_inspection_from{
    "procedure.inspection_from"};
inline constexpr fact_handle<bool> procedure_has_inspection_to{"procedure.has_inspection_to"};
inline constexpr fact_handle<xuanren::civil_date> procedure_inspection_to{
    "procedure.inspection_to"};
inline constexpr fact_handle<bool> procedure_has_inspection_preview{
    "procedure.has_inspection_preview"};
inline constexpr fact_handle<xuanren::civil_date> procedure_inspection_preview{
    "procedure.inspection_preview"};
inline constexpr fact_handle<bool> procedure_inspection_publicised{
    "procedure.inspection_publicised"};
inline constexpr fact_handle<std::int64_t> procedure_inspection_team_size{
    "procedure.inspection_team_size"};
inline constexpr fact_handle<std::int64_t> procedure_inspection_talks{"procedure.inspection_talks"};
inline constexpr fact_handle<bool> procedure_has_consultation{"procedure.has_consultation"};
inline constexpr fact_handle<xuanren::civil_date> procedure_consultation_on{
    "procedure.consultation_on"};
inline constexpr fact_handle<bool> procedure_has_discussion{"procedure.has_discussion"};
inline constexpr fact_handle<xuanren::civil_date> procedure_discussion_on{
    "procedure.discussion_on"};
inline constexpr fact_handle<xuanren::decision_body> procedure_discussion_body{
    "procedure.discussion_body"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_members{
    "procedure.discussion_members"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_due{"procedure.discussion_due"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_present{
    "procedure.discussion_present"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_in_favour{
    "procedure.discussion_in_favour"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_against{
    "procedure.discussion_against"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_deferred{
    "procedure.discussion_deferred"};
inline constexpr fact_handle<std::int64_t> procedure_discussion_recused{
    "procedure.discussion_recused"};
inline constexpr fact_handle<bool> procedure_discussion_each_stated{
    "procedure.discussion_each_stated"};
inline constexpr fact_handle<bool> procedure_discussion_principal_spoke_last{
    "procedure.discussion_principal_spoke_last"};
inline constexpr fact_handle<bool> procedure_has_discussion_exception_explained{
    "procedure.has_discussion_exception_explained"};
inline constexpr fact_handle<bool> procedure_discussion_exception_explained{
    "procedure.discussion_exception_explained"};
inline constexpr fact_handle<xuanren::ballot> procedure_discussion_ballot{
    "procedure.discussion_ballot"};
inline constexpr fact_handle<bool> procedure_has_reconsideration{"procedure.has_reconsideration"};
inline constexpr fact_handle<xuanren::civil_date> procedure_reconsidered_on{
    "procedure.reconsidered_on"};
inline constexpr fact_handle<std::int64_t> procedure_reconsidered_in_favour{
    "procedure.reconsidered_in_favour"};
inline constexpr fact_handle<bool> procedure_has_notice{"procedure.has_notice"};
inline constexpr fact_handle<xuanren::civil_date> procedure_notice_from{"procedure.notice_from"};
inline constexpr fact_handle<bool> procedure_has_notice_to{"procedure.has_notice_to"};
inline constexpr fact_handle<xuanren::civil_date> procedure_notice_to{"procedure.notice_to"};
inline constexpr fact_handle<bool> procedure_notice_states_exception{
    "procedure.notice_states_exception"};
inline constexpr fact_handle<std::int64_t> procedure_notice_objections{
    "procedure.notice_objections"};
inline constexpr fact_handle<xuanren::notice_result> procedure_notice_result{
    "procedure.notice_result"};
inline constexpr fact_handle<bool> procedure_has_archive_review{"procedure.has_archive_review"};
inline constexpr fact_handle<xuanren::civil_date> procedure_archive_reviewed_on{
    "procedure.archive_reviewed_on"};
inline constexpr fact_handle<xuanren::archive_finding> procedure_archive_finding{
    "procedure.archive_finding"};
inline constexpr fact_handle<bool> procedure_archive_review_signed{
    "procedure.archive_review_signed"};
inline constexpr fact_handle<bool> procedure_has_personal_matters_check{
    "procedure.has_personal_matters_check"};
inline constexpr fact_handle<xuanren::civil_date> procedure_personal_matters_checked_on{
    "procedure.personal_matters_checked_on"};
inline constexpr fact_handle<xuanren::matters_finding> procedure_personal_matters_finding{
    "procedure.personal_matters_finding"};
inline constexpr fact_handle<bool> procedure_has_integrity_opinion{
    "procedure.has_integrity_opinion"};
inline constexpr fact_handle<bool> procedure_has_integrity_request{
    "procedure.has_integrity_request"};
inline constexpr fact_handle<xuanren::civil_date> procedure_integrity_opinion_requested_on{
    "procedure.integrity_opinion_requested_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_integrity_opinion_on{
    "procedure.integrity_opinion_on"};
inline constexpr fact_handle<xuanren::integrity_opinion> procedure_integrity_opinion{
    "procedure.integrity_opinion"};
inline constexpr fact_handle<bool> procedure_has_petition_check{"procedure.has_petition_check"};
inline constexpr fact_handle<xuanren::civil_date> procedure_petition_checked_on{
    "procedure.petition_checked_on"};
inline constexpr fact_handle<xuanren::petition_finding> procedure_petition_finding{
    "procedure.petition_finding"};
inline constexpr fact_handle<bool> procedure_has_integrity_conclusion{
    "procedure.has_integrity_conclusion"};
inline constexpr fact_handle<xuanren::civil_date> procedure_integrity_concluded_on{
    "procedure.integrity_concluded_on"};
inline constexpr fact_handle<bool> procedure_integrity_signed_by_secretary{
    "procedure.integrity_signed_by_secretary"};
inline constexpr fact_handle<bool> procedure_integrity_signed_by_discipline{
    "procedure.integrity_signed_by_discipline"};
inline constexpr fact_handle<bool> procedure_audit_required{"procedure.audit_required"};
inline constexpr fact_handle<bool> procedure_has_audited_on{"procedure.has_audited_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_audited_on{"procedure.audited_on"};
inline constexpr fact_handle<xuanren::audit_finding> procedure_audit_finding{
    "procedure.audit_finding"};
inline constexpr fact_handle<bool> procedure_has_other_side{"procedure.has_other_side"};
inline constexpr fact_handle<xuanren::civil_date> procedure_other_side_asked_on{
    "procedure.other_side_asked_on"};
inline constexpr fact_handle<bool> procedure_has_other_side_answered_on{
    "procedure.has_other_side_answered_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_other_side_answered_on{
    "procedure.other_side_answered_on"};
inline constexpr fact_handle<xuanren::consultation_opinion> procedure_other_side_opinion{
    "procedure.other_side_opinion"};
inline constexpr fact_handle<bool> procedure_has_other_side_coordinated_on{
    "procedure.has_other_side_coordinated_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_other_side_coordinated_on{
    "procedure.other_side_coordinated_on"};
inline constexpr fact_handle<bool> procedure_has_united_front_opinion{
    "procedure.has_united_front_opinion"};
inline constexpr fact_handle<xuanren::civil_date> procedure_united_front_on{
    "procedure.united_front_on"};
inline constexpr fact_handle<xuanren::consultation_opinion> procedure_united_front_opinion{
    "procedure.united_front_opinion"};
inline constexpr fact_handle<bool> procedure_has_plenary_ballot{"procedure.has_plenary_ballot"};
inline constexpr fact_handle<xuanren::civil_date> procedure_plenary_ballot_on{
    "procedure.plenary_ballot_on"};
inline constexpr fact_handle<std::int64_t> procedure_plenary_ballot_due{
    "procedure.plenary_ballot_due"};
inline constexpr fact_handle<std::int64_t> procedure_plenary_ballot_present{
    "procedure.plenary_ballot_present"};
inline constexpr fact_handle<std::int64_t> procedure_plenary_ballot_in_favour{
    "procedure.plenary_ballot_in_favour"};
inline constexpr fact_handle<bool> procedure_plenary_ballot_secret{
    "procedure.plenary_ballot_secret"};
inline constexpr fact_handle<bool> procedure_has_members_asked_on{"procedure.has_members_asked_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_members_asked_on{
    "procedure.members_asked_on"};
inline constexpr fact_handle<bool> procedure_has_analysis{"procedure.has_analysis"};
inline constexpr fact_handle<bool> procedure_has_motion_reported_on{
    "procedure.has_motion_reported_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_motion_reported_on{
    "procedure.motion_reported_on"};
inline constexpr fact_handle<bool> procedure_has_motion_communicated_on{
    "procedure.has_motion_communicated_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_motion_communicated_on{
    "procedure.motion_communicated_on"};
inline constexpr fact_handle<bool> procedure_has_opinions_heard_on{
    "procedure.has_opinions_heard_on"};
inline constexpr fact_handle<xuanren::civil_date> procedure_opinions_heard_on{
    "procedure.opinions_heard_on"};
inline constexpr fact_handle<bool> procedure_recommendation_covers_all_posts{
    "procedure.recommendation_covers_all_posts"};
inline constexpr fact_handle<std::int64_t> procedure_recommendation_posts{
    "procedure.recommendation_posts"};
inline constexpr fact_handle<bool> procedure_recommendation_waiver_conditions_met{
    "procedure.recommendation_waiver_conditions_met"};
inline constexpr fact_handle<bool> procedure_candidate_is_new_to_team{
    "procedure.candidate_is_new_to_team"};
inline constexpr fact_handle<bool> procedure_notice_is_legible{"procedure.notice_is_legible"};
inline constexpr fact_handle<bool> procedure_notice_is_complete{"procedure.notice_is_complete"};
inline constexpr fact_handle<bool> procedure_has_notice_text{"procedure.has_notice_text"};
inline constexpr fact_handle<std::string> procedure_notice_text{"procedure.notice_text"};
inline constexpr fact_handle<bool> procedure_has_talk{"procedure.has_talk"};
inline constexpr fact_handle<xuanren::civil_date> procedure_talk_on{"procedure.talk_on"};
inline constexpr fact_handle<bool> procedure_has_filing{"procedure.has_filing"};
inline constexpr fact_handle<xuanren::civil_date> procedure_filed_on{"procedure.filed_on"};
inline constexpr fact_handle<bool> procedure_has_record_book{"procedure.has_record_book"};
inline constexpr fact_handle<bool> procedure_record_is_complete{"procedure.record_is_complete"};
inline constexpr fact_handle<bool> prior_report_has_organ_change_approved_on{
    "prior_report.has_organ_change_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_organ_change_approved_on{
    "prior_report.organ_change_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_large_adjustment_approved_on{
    "prior_report.has_large_adjustment_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_large_adjustment_approved_on{
    "prior_report.large_adjustment_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_temporary_overrun_approved_on{
    "prior_report.has_temporary_overrun_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_temporary_overrun_approved_on{
    "prior_report.temporary_overrun_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_no_recommendation_approved_on{
    "prior_report.has_no_recommendation_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_no_recommendation_approved_on{
    "prior_report.no_recommendation_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_exceptional_approved_on{
    "prior_report.has_exceptional_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_exceptional_approved_on{
    "prior_report.exceptional_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_close_staff_approved_on{
    "prior_report.has_close_staff_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_close_staff_approved_on{
    "prior_report.close_staff_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_near_kin_approved_on{
    "prior_report.has_near_kin_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_near_kin_approved_on{
    "prior_report.near_kin_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_early_move_approved_on{
    "prior_report.has_early_move_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_early_move_approved_on{
    "prior_report.early_move_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_after_accountability_approved_on{
    "prior_report.has_after_accountability_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_after_accountability_approved_on{
    "prior_report.after_accountability_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_emigrated_talent_approved_on{
    "prior_report.has_emigrated_talent_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_emigrated_talent_approved_on{
    "prior_report.emigrated_talent_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_beyond_age_approved_on{
    "prior_report.has_beyond_age_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_beyond_age_approved_on{
    "prior_report.beyond_age_approved_on"};
inline constexpr fact_handle<bool> prior_report_has_other_approved_on{
    "prior_report.has_other_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> prior_report_other_approved_on{
    "prior_report.other_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> selection_announced_on{"selection.announced_on"};
inline constexpr fact_handle<bool> selection_meets_conditions{"selection.meets_conditions"};
inline constexpr fact_handle<bool> selection_has_approved_on{"selection.has_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> selection_approved_on{"selection.approved_on"};
inline constexpr fact_handle<xuanren::level> treatment_level{"treatment.level"};
inline constexpr fact_handle<bool> treatment_has_approved_on{"treatment.has_approved_on"};
inline constexpr fact_handle<xuanren::civil_date> treatment_approved_on{"treatment.approved_on"};
inline constexpr fact_handle<bool> procedure_has_integrity_exam{"procedure.has_integrity_exam"};
inline constexpr fact_handle<xuanren::civil_date> procedure_integrity_exam_on{
    "procedure.integrity_exam_on"};
inline constexpr fact_handle<std::int64_t> procedure_integrity_exam_score{
    "procedure.integrity_exam_score"};
inline constexpr fact_handle<std::int64_t> procedure_integrity_exam_pass_mark{
    "procedure.integrity_exam_pass_mark"};

}  // namespace xuanren::facts
