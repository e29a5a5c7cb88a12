// include/xuanren/check/report.hpp
#pragma once

#include <xuanren/check/slate.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

/// How many rules ended in each status 统计, by the status's own order.
struct status_counts {
    std::array<std::size_t, 8> of{};
    std::size_t unverified_off = 0;  ///< applicable in time, but switched off as unverified

    [[nodiscard]] std::size_t operator[](status s) const noexcept {
        return of[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] std::size_t& operator[](status s) noexcept {
        return of[static_cast<std::size_t>(s)];
    }
};

/// What is still owed after the decision, or was owed by a day that has passed 待办事项.
struct obligation {
    enum class state : std::uint8_t { open, met, overdue };
    std::shared_ptr<const rule> of;
    std::optional<interval<civil_date>> due;
    std::optional<civil_date> met_on;
    obligation::state status = state::open;
    bool is_past_due = false;  ///< open, and its day has passed: whether it was met is not on file
};

/// Who takes a seat, since when 占用职数者.
struct seat_holder {
    std::string cadre;                   ///< id; empty where the dossier does not have the person
    std::string name;                    ///< empty where not on file
    std::string title;                   ///< of the post, or the rank by its English word
    std::optional<civil_date> since;
    std::optional<civil_date> until;     ///< where an end is on file that has not come yet
    bool is_certain = true;
};

/// Seats of one level and role at an organisation, or of one group of ranks.
struct seat_report {
    std::string level;
    std::optional<std::string> role;
    std::optional<std::int64_t> approved;
    std::optional<std::int64_t> occupied;
    std::optional<std::int64_t> after;   ///< once every appointment of the dossier has taken effect
    std::string subject;                 ///< as findings name it: county_deputy/deputy, consultants_3_4
    std::int64_t at_most = 0;            ///< occupied, where whoever may sit there is counted too
    std::vector<seat_holder> holders;    ///< by the day on which they took it
};

/// Whom a fact of an organisation counts, where a finding rests on it 所计人员.
struct counted_holders {
    std::string fact;
    std::vector<seat_holder> holders;    ///< by the day on which they took their posts
};

/// The review of one appointment.
struct appointment_report {
    std::size_t index = 0;  ///< in the dossier
    std::string id;
    std::string candidate;
    std::optional<std::string> post;
    std::optional<civil_date> decided;   ///< the decision date
    std::optional<civil_date> reviewed;  ///< the review date, where one was given
    bool is_decided = false;             ///< a discussion is recorded on or before the review date
    std::string kind;                    ///< as declared; empty where absent
    std::string kind_derived;            ///< empty where it cannot be told
    std::string mechanism;               ///< the incentive mechanism it is made under; empty: none
    xuanren::outcome outcome = xuanren::outcome::incomplete;
    status_counts counts;
    std::vector<verdict> findings;       ///< by instrument, article, paragraph, item, id
    std::vector<obligation> obligations;
    std::vector<seat_report> seats;      ///< the seats that a finding is about, on the day of effect
    fact_values facts{0};                ///< what the findings rest on
};

/// The review of one organisation.
struct organisation_report {
    std::size_t index = 0;
    std::string id;
    std::string name;
    std::optional<civil_date> on;
    xuanren::outcome outcome = xuanren::outcome::incomplete;
    status_counts counts;
    std::vector<verdict> findings;
    std::vector<seat_report> seats;
    std::vector<seat_report> rank_seats;  ///< without level and role
    std::vector<counted_holders> counted;
};

/// Something doubtful that was kept as it stands 提示.
struct report_warning {
    std::string code;
    std::string at;
    text message;
};

/// The answer of check() 审核报告, as data; report/ makes words and JSON of it.
struct report {
    std::string rulebook_name;
    std::string rulebook_digest;
    std::vector<std::string> instruments;
    std::vector<std::string> loosened;
    std::size_t unverified_off = 0;
    std::shared_ptr<const catalogue> facts;
    std::vector<appointment_report> appointments;
    std::vector<organisation_report> organisations;
    std::vector<slate> slates;
    std::vector<std::string> unused;
    std::vector<report_warning> warnings;
    std::array<std::size_t, 5> by_outcome{};               ///< appointments, by outcome
    std::array<std::size_t, 5> organisations_by_outcome{};
};

}  // namespace xuanren
