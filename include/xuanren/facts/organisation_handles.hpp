// include/xuanren/facts/organisation_handles.hpp
#pragma once

#include <xuanren/engine/condition.hpp>
#include <xuanren/facts/words.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/rank_group.hpp>

#include <cstdint>

/// The typed names of the facts of an organisation and its seats 组织事实句柄.
namespace xuanren::facts {

inline constexpr fact_handle<xuanren::organ_kind> organisation_kind{"organisation.kind"};
inline constexpr fact_handle<xuanren::tier> organisation_tier{"organisation.tier"};
inline constexpr fact_handle<bool> organisation_has_level{"organisation.has_level"};
inline constexpr fact_handle<xuanren::level> organisation_level{"organisation.level"};
inline constexpr fact_handle<bool> organisation_has_establishment{"organisation.has_establishment"};
inline constexpr fact_handle<bool> organisation_has_document{"organisation.has_document"};
inline constexpr fact_handle<std::int64_t> organisation_headcount{"organisation.headcount"};
inline constexpr fact_handle<std::int64_t> organisation_people{"organisation.people"};
inline constexpr fact_handle<std::int64_t> organisation_general_posts{"organisation.general_posts"};
inline constexpr fact_handle<bool> organisation_pools_rank_seats{"organisation.pools_rank_seats"};
inline constexpr fact_handle<std::int64_t> organisation_posts_above_level{
    "organisation.posts_above_level"};
inline constexpr fact_handle<std::int64_t> organisation_titles_outside{
    "organisation.titles_outside"};
inline constexpr fact_handle<std::int64_t> organisation_titles_with_treatment{
    "organisation.titles_with_treatment"};
inline constexpr fact_handle<std::int64_t> organisation_heads{"organisation.heads"};
inline constexpr fact_handle<bool> organisation_has_rank_in_team{"organisation.has_rank_in_team"};
inline constexpr fact_handle<xuanren::rank> organisation_highest_rank_in_team{
    "organisation.highest_rank_in_team"};
inline constexpr fact_handle<bool> organisation_has_rank_outside_team{
    "organisation.has_rank_outside_team"};
inline constexpr fact_handle<xuanren::rank> organisation_highest_rank_outside_team{
    "organisation.highest_rank_outside_team"};
inline constexpr fact_handle<xuanren::level> seat_level{"seat.level"};
inline constexpr fact_handle<bool> seat_has_role{"seat.has_role"};
inline constexpr fact_handle<xuanren::role> seat_role{"seat.role"};
inline constexpr fact_handle<std::int64_t> seat_occupied{"seat.occupied"};
inline constexpr fact_handle<std::int64_t> seat_people{"seat.people"};
inline constexpr fact_handle<bool> seat_overrun_is_reported{"seat.overrun_is_reported"};
inline constexpr fact_handle<xuanren::rank_group> rank_seat_group{"rank_seat.group"};
inline constexpr fact_handle<std::int64_t> rank_seat_occupied{"rank_seat.occupied"};
inline constexpr fact_handle<std::int64_t> rank_seat_occupied_by_leaders{
    "rank_seat.occupied_by_leaders"};
inline constexpr fact_handle<bool> rank_seat_has_quota{"rank_seat.has_quota"};
inline constexpr fact_handle<std::int64_t> rank_seat_quota{"rank_seat.quota"};
inline constexpr fact_handle<bool> organisation_has_counsels_approved{
    "organisation.has_counsels_approved"};
inline constexpr fact_handle<std::int64_t> organisation_counsels_approved{
    "organisation.counsels_approved"};
inline constexpr fact_handle<bool> organisation_has_consultants_approved{
    "organisation.has_consultants_approved"};
inline constexpr fact_handle<std::int64_t> organisation_consultants_approved{
    "organisation.consultants_approved"};
inline constexpr fact_handle<bool> organisation_has_consultants_1_2_approved{
    "organisation.has_consultants_1_2_approved"};
inline constexpr fact_handle<std::int64_t> organisation_consultants_1_2_approved{
    "organisation.consultants_1_2_approved"};
inline constexpr fact_handle<bool> organisation_has_consultants_3_4_approved{
    "organisation.has_consultants_3_4_approved"};
inline constexpr fact_handle<std::int64_t> organisation_consultants_3_4_approved{
    "organisation.consultants_3_4_approved"};
inline constexpr fact_handle<bool> organisation_has_principal_staff_approved{
    "organisation.has_principal_staff_approved"};
inline constexpr fact_handle<std::int64_t> organisation_principal_staff_approved{
    "organisation.principal_staff_approved"};

}  // namespace xuanren::facts
