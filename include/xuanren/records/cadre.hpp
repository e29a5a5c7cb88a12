// include/xuanren/records/cadre.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/conduct.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/incentive.hpp>
#include <xuanren/records/person_words.hpp>
#include <xuanren/records/relative.hpp>
#include <xuanren/records/tenure.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace xuanren {

/// A qualification that some posts ask for, of a judge say 任职资格.
struct qualification {
    field<std::string> kind{};
    field<civil_date> from{};
    extra_keys extras{};

    friend bool operator==(const qualification&, const qualification&) = default;
};

struct professional_title {
    field<title_level> level{};
    field<civil_date> from{};
    extra_keys extras{};

    friend bool operator==(const professional_title&, const professional_title&) = default;
};

/// What one paper of the archive gives as date of birth 出生时间记载.
struct born_document {
    field<std::string> document{};
    field<civil_date> on{}, born{};
    extra_keys extras{};

    friend bool operator==(const born_document&, const born_document&) = default;
};

struct party_standing {
    field<xuanren::membership> membership{};
    field<civil_date> joined{}, full_member{};
    extra_keys extras{};

    friend bool operator==(const party_standing&, const party_standing&) = default;
};

/// One course of study 教育经历.
struct education {
    field<education_level> level{};
    field<xuanren::degree> degree{};  ///< null: none was awarded
    field<study_mode> mode{};
    field<civil_date> from{}, to{};
    field<std::string> school{}, major{};
    extra_keys extras{};

    friend bool operator==(const education&, const education&) = default;
};

struct training {
    field<civil_date> from{}, to{};
    field<double> hours{};
    field<std::string> body{};
    extra_keys extras{};

    friend bool operator==(const training&, const training&) = default;
};

/// A cadre 干部.
struct cadre {
    std::string id{};
    field<std::string> name{};
    field<std::string> id_number{};
    field<xuanren::sex> sex{};
    field<civil_date> born{};
    field<std::string> ethnicity{};
    field<std::string> native_place{}, birth_place{}, upbringing_place{};
    field<xuanren::health> health{};
    field<std::string> nationality{};
    field<xuanren::marital_status> marital_status{};
    field<conduct_records> records{};
    field<std::vector<qualification>> qualifications{};
    field<std::string> close_staff_of{};  ///< whose close staff 身边工作人员; null: nobody's
    field<std::vector<professional_title>> professional_titles{};
    field<xuanren::retirement_category> retirement_category{};
    field<std::vector<born_document>> born_documents{};
    field<party_standing> party{};
    field<civil_date> work_started{};
    field<std::vector<period_of_time>> service_breaks{};
    field<civil_date> civil_servant_since{};
    field<probation> recruit_probation{};  ///< of a new recruit; null: none applies
    field<std::vector<xuanren::education>> education{};
    field<std::vector<tenure>> tenures{};  ///< newest last
    field<std::vector<rank_held>> ranks{};
    field<std::vector<assessment>> assessments{};
    field<std::vector<sanction>> sanctions{};
    field<xuanren::investigation> investigation{};  ///< null: none
    field<std::vector<xuanren::training>> training{};
    field<double> training_hours_required{};
    field<std::vector<relative>> relatives{};
    field<bool> relatives_declared{};  ///< the list is complete as declared
    field<xuanren::personal_matters> personal_matters{};
    field<archive_review> archive{};
    field<std::vector<pay_step>> pay_steps{};
    field<bool> introduced_talent{};  ///< brought in from abroad by the organisation 引进人才
    field<std::vector<proven_record>> proven{};  ///< in what, where and when found
    extra_keys extras{};

    friend bool operator==(const cadre&, const cadre&) = default;
};

}  // namespace xuanren
