// include/xuanren/check/annual_figures.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/facts/kind.hpp>
#include <xuanren/records/appointment.hpp>
#include <xuanren/records/cadre.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// The row of whatever the records do not tell 未载明; every table has it.
inline constexpr std::string_view not_on_record = "not_on_record";
/// The row of posts that lead nobody, and of people who hold no leading post 非领导职务.
inline constexpr std::string_view non_leading = "non_leading";

/// Counts by one dimension (rows) and another (columns) 交叉统计. Codes, as JSON has them.
struct cross_table {
    struct row {
        std::string code;
        std::vector<std::size_t> counts;  ///< one a column

        [[nodiscard]] std::size_t total() const noexcept {
            return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
        }
    };
    std::string by;                    ///< level, sex, age, education, ethnicity, membership, …
    std::vector<std::string> columns;  ///< the last of them and of the rows is not_on_record
    std::vector<row> rows;

    [[nodiscard]] std::size_t total() const noexcept {
        std::size_t out = 0;
        for (const row& r : rows) out += r.total();
        return out;
    }
    [[nodiscard]] std::size_t at(std::string_view row_code,
                                 std::string_view column) const noexcept {
        for (const row& r : rows)
            if (r.code == row_code)
                for (std::size_t c = 0; c < columns.size(); ++c)
                    if (columns[c] == column) return r.counts[c];
        return 0;
    }
};

/// Whether declared and derived kind say the same 申报与推定.
enum class kind_agreement : std::uint8_t {
    agrees,
    differs,
    not_derived,   ///< declared; the records alone do not tell
    not_declared,  ///< derived, nothing declared
    unknown,       ///< neither
};

/// One appointment of the year, with what it is counted under.
struct annual_appointment {
    std::size_t index = 0;  ///< in the dossier
    std::string id, candidate;
    std::optional<std::string> post;
    std::optional<interval<civil_date>> on;  ///< the day that puts it in the year
    bool is_placed_by_letter = false;        ///< no discussion on file: by the letter's day
    std::optional<kind> declared, derived, counted;
    std::optional<kind> in_career;  ///< how the career record, once there, calls it
    kind_ground ground = kind_ground::no_career;
    kind_agreement agreement = kind_agreement::unknown;
    std::optional<level> held, target;  ///< leading levels before and after, where known
    std::string in_level, in_rank;      ///< rows; the rank only of a rank promotion
    std::string organisation;           ///< id, of the one whose seats count; empty: not told
    xuanren::outcome outcome = xuanren::outcome::incomplete;
};

/// When an exceptional promotion was approved, beside its discussion 破格批复.
enum class approval_order : std::uint8_t {
    before,
    on_the_day,
    after,
    not_approved,
    unknown,
};

/// One exceptional promotion of the year 破格提拔.
struct annual_exceptional {
    std::size_t appointment = 0;  ///< in annual_figures::appointments
    bool is_recorded = true;      ///< false: a level was skipped, and nothing is recorded of it
    field<exceptional_request> request;
    approval_order order = approval_order::unknown;
    std::vector<std::shared_ptr<const rule>> set_aside;  ///< the clauses that it sets aside
};

/// What was reported before the decision, by matter 事前报告事项.
struct annual_matter {
    report_matter matter = report_matter::other;
    std::size_t reported = 0, approved = 0, not_approved = 0, open = 0;
    std::vector<std::size_t> appointments;
};

/// One clause with the appointments, or organisations, on which it ended in one way 问题清单.
struct annual_finding {
    struct subject {
        std::string id;
        std::string part;  ///< the seat or relation of an organisation; empty: the whole
    };
    std::shared_ptr<const rule> of;
    xuanren::status status = xuanren::status::violated;
    xuanren::outcome weight = xuanren::outcome::violation;
    std::vector<subject> subjects;
};

/// One step of the procedure over the year 程序履行情况; the three add up.
struct annual_step {
    std::string code;
    std::size_t done = 0, not_done = 0, not_on_record = 0;
};

/// One meeting that decided on appointments 讨论决定会议.
struct annual_meeting {
    std::optional<interval<civil_date>> on;
    std::optional<decision_body> body;
    std::size_t appointments = 0;
};

/// One duty that may be met after the decision 待办事项.
struct annual_duty {
    std::shared_ptr<const rule> of;
    std::size_t open = 0, met = 0, overdue = 0;
};

/// Up to which age a cadre of a level is counted as young 年轻干部年龄线.
struct young_line {
    xuanren::level level = xuanren::level::township_deputy;
    int age = 0;  ///< whole years, this one included
};

struct young_count {
    young_line line;
    std::size_t people = 0, young = 0, not_on_record = 0;
};

/// An average over those of whom it is known; nothing where there is none 平均年龄.
struct annual_average {
    std::string code;  ///< the column of the corps tables; "total" of all
    std::size_t people = 0;
    std::size_t years = 0;  ///< the sum
};

/// An organisation's seats on the day.
struct annual_seats {
    std::string id, name, document;
    bool is_in_force = false;  ///< whether an establishment certainly holds on the day
    std::vector<seat_report> seats, rank_seats;  ///< without holders
};

/// Someone whose retirement is near 即将退休.
struct annual_retirement {
    std::size_t cadre = 0;  ///< in the dossier
    std::string id;         ///< of the cadre
    std::optional<civil_date> earliest, latest;
    std::string in_level;      ///< row
    std::string organisation;  ///< id, where the seat counts; empty: no seat is freed
    std::string seat;          ///< as seat_report::subject
};

/// The retirements of one span of years; those of a shorter one are among them.
struct annual_horizon {
    int years = 0;
    civil_date until{1, 1, 1};
    std::vector<std::size_t> certain, possible;              ///< in annual_corps::retirements
    std::vector<std::pair<std::string, std::size_t>> freed;  ///< seats of the certain, by subject
};

/// The cadre corps on the last day 年末队伍结构.
struct annual_corps {
    civil_date on{1, 1, 1};
    std::vector<std::size_t> people;     ///< cadres that belong to an organisation counted
    std::vector<std::size_t> uncertain;  ///< who may
    std::size_t elsewhere = 0;           ///< in the dossier, but of none of them
    std::vector<cross_table> tables;     ///< level × sex, age, education, ethnicity, membership
    cross_table ranks;
    std::vector<annual_average> averages;
    std::vector<young_count> young;
    std::vector<annual_seats> seats;
    civil_date law_on{1, 1, 1};                  ///< the versions by which retirement was told
    std::vector<std::string> retirement_law;     ///< instruments
    std::vector<annual_retirement> retirements;  ///< by the day, the nearest first
    std::vector<std::size_t> past;               ///< who had passed the day, in `retirements`
    std::vector<std::size_t> untold;             ///< cadres whose day cannot be told
    std::vector<annual_horizon> horizons;
};

/// Something that could not be counted, or only in part 未能统计事项.
struct annual_gap {
    std::string code;
    std::size_t count = 0;
    std::vector<std::string> subjects;  ///< ids, where they are told
};

/// The answer of annual(), as data; report/ makes words and JSON of it.
struct annual_figures {
    int year = 0;
    std::optional<civil_date> on;
    std::vector<int> ages;
    std::string rulebook_name, rulebook_digest;
    std::size_t unverified_off = 0;
    std::shared_ptr<const catalogue> facts;

    std::vector<annual_appointment> appointments;
    std::vector<int> other_years;      ///< in which the dossier has appointments
    std::size_t beyond = 0;            ///< decided in the year, but after `on`
    std::vector<std::string> undated;  ///< ids: of no year
    std::array<std::size_t, 5> by_outcome{};
    std::vector<cross_table> tables;  ///< × kind: level, sex, age, education, ethnicity, …
    cross_table ranks;                ///< rank promotions by the rank reached
    cross_table kinds;                ///< declared (rows) × derived (columns)
    cross_table organisations;        ///< × kind: by the organisation whose seats count, ids
    std::vector<annual_exceptional> exceptional;
    std::size_t exceptional_not_on_record = 0;
    std::vector<annual_matter> matters;
    std::size_t no_prior_report = 0, prior_reports_not_on_record = 0;
    std::vector<annual_finding> findings, organisation_findings;
    std::vector<annual_step> steps, steps_of_raised;  ///< of all; of promotions and further use
    std::size_t raised = 0;                           ///< how many those are
    std::vector<annual_meeting> meetings;
    std::size_t objections = 0;  ///< at notices
    std::vector<annual_duty> duties;
    annual_corps corps;
    std::vector<annual_gap> gaps;

    [[nodiscard]] const cross_table* table(std::string_view by) const noexcept {
        for (const cross_table& t : tables)
            if (t.by == by) return &t;
        return nullptr;
    }
    [[nodiscard]] std::size_t count_of(kind k) const noexcept {
        std::size_t out = 0;
        for (const annual_appointment& a : appointments) out += a.counted == k;
        return out;
    }
};

}  // namespace xuanren
