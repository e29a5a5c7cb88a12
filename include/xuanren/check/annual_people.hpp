// include/xuanren/check/annual_people.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/check/annual_figures.hpp>
#include <xuanren/engine/evaluation.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/records/dossier.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A table of noughts.
[[nodiscard]] inline cross_table empty_table(std::string by, std::vector<std::string> rows,
                                             std::vector<std::string> columns) {
    cross_table out;
    out.by = std::move(by);
    out.columns = std::move(columns);
    for (std::string& code : rows)
        out.rows.push_back({std::move(code), std::vector<std::size_t>(out.columns.size())});
    return out;
}

/// Counts one in; what has no row or column of its own is not on record.
inline void count_in(cross_table& t, std::string_view row, std::string_view column) {
    std::size_t r = t.rows.size() - 1, c = t.columns.size() - 1;
    for (std::size_t i = 0; i < t.rows.size(); ++i)
        if (t.rows[i].code == row) r = i;
    for (std::size_t i = 0; i < t.columns.size(); ++i)
        if (t.columns[i] == column) c = i;
    ++t.rows[r].counts[c];
}

/// The words of an enumeration as rows, and the row for what is not on record.
template <has_words E>
[[nodiscard]] std::vector<std::string> rows_of_words() {
    std::vector<std::string> out;
    for (const auto& w : words_of<E>::list) out.emplace_back(w.english);
    out.emplace_back(not_on_record);
    return out;
}

/// Levels of leading posts from the highest, then those who lead nobody.
[[nodiscard]] inline std::vector<std::string> level_rows() {
    std::vector<std::string> out;
    for (const auto& w : words_of<level>::list)
        if (w.value >= level::township_deputy) out.emplace_back(w.english);
    std::reverse(out.begin(), out.end());
    out.emplace_back(non_leading);
    out.emplace_back(not_on_record);
    return out;
}

/// The row of a level; `leads`: whether the post is a leading one.
[[nodiscard]] inline std::string level_row(const field<level>& of, truth leads) {
    if (of.is_null() || leads == truth::no) return std::string(non_leading);
    if (!of) return std::string(not_on_record);
    return std::string(*of < level::township_deputy ? non_leading : english_of(*of));
}

/// The band of an age, by the last whole year of each: to_35, 36_to_40, over_55.
[[nodiscard]] inline std::string band_of(std::int64_t age, const std::vector<int>& bounds) {
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (age > bounds[i]) continue;
        return i == 0 ? "to_" + std::to_string(bounds[0])
                      : std::to_string(bounds[i - 1] + 1) + "_to_" + std::to_string(bounds[i]);
    }
    return "over_" + std::to_string(bounds.empty() ? 0 : bounds.back());
}

[[nodiscard]] inline std::vector<std::string> age_rows(const std::vector<int>& bounds) {
    std::vector<std::string> out;
    for (const int each : bounds) out.push_back(band_of(each, bounds));
    out.push_back(band_of(bounds.empty() ? 0 : bounds.back() + 1, bounds));
    out.emplace_back(not_on_record);
    return out;
}

/// Whole years of age 周岁, as far as birth and day tell.
[[nodiscard]] inline std::optional<interval<std::int64_t>> age_on(
    const std::optional<interval<civil_date>>& born, const interval<civil_date>& on) {
    if (!born || on.high() < born->low()) return std::nullopt;
    const auto between = [](const civil_date& from, const civil_date& to) {
        return to < from ? std::int64_t{0} : elapsed_months(from, to).count() / 12;
    };
    return interval<std::int64_t>(between(born->high(), on.low()), between(born->low(), on.high()));
}

/// The rows under which one person is counted on a day.
struct person_rows {
    std::string sex{not_on_record}, age{not_on_record}, education{not_on_record},
        ethnicity{not_on_record}, membership{not_on_record};
    std::optional<interval<std::int64_t>> years;  ///< of age
};

[[nodiscard]] inline std::string ethnicity_row(const field<std::string>& of) {
    if (!of) return std::string(not_on_record);
    const std::size_t from = of->find_first_not_of(' ');
    if (from == std::string::npos) return std::string(not_on_record);
    const std::string_view word =
        std::string_view(*of).substr(from, of->find_last_not_of(' ') - from + 1);
    for (const std::string_view unknown : unknown_words)
        if (word == unknown) return std::string(not_on_record);
    // Codes: GB/T 3304.
    const bool is_han =
        word == "汉族" || word == "汉" || word == "01" || word == "HA" || word == "Han";
    return is_han ? "han" : "minority";
}

/// Party membership as on a day: the file has today's, with the days on which it came about.
[[nodiscard]] inline std::string membership_row(const field<party_standing>& of,
                                                const interval<civil_date>& on) {
    if (!of || !of->membership) return std::string(not_on_record);
    const auto is_later = [&](const field<civil_date>& day) {
        return day && on.high() < day->first_day();
    };
    const membership held = *of->membership;
    const bool is_party = held == membership::cpc || held == membership::cpc_probationary;
    if (is_party && is_later(of->joined)) return std::string(not_on_record);
    if (held == membership::cpc && is_later(of->full_member))
        return std::string(english_of(membership::cpc_probationary));
    return std::string(english_of(held));
}

[[nodiscard]] inline std::vector<std::string> rows_by(std::string_view dimension,
                                                      const std::vector<int>& ages) {
    if (dimension == "sex") return rows_of_words<sex>();
    if (dimension == "age") return age_rows(ages);
    if (dimension == "education") {
        auto out = rows_of_words<education_level>();
        std::reverse(out.begin(), out.end() - 1);
        return out;
    }
    if (dimension == "ethnicity") return {"han", "minority", std::string(not_on_record)};
    auto out = rows_of_words<membership>();
    std::reverse(out.begin(), out.end() - 1);
    return out;
}

inline constexpr std::string_view person_dimensions[] = {"sex", "age", "education", "ethnicity",
                                                         "membership"};

[[nodiscard]] inline const std::string& row_by(std::string_view dimension,
                                               const person_rows& rows) {
    if (dimension == "sex") return rows.sex;
    if (dimension == "age") return rows.age;
    if (dimension == "education") return rows.education;
    if (dimension == "ethnicity") return rows.ethnicity;
    return rows.membership;
}

/// Reads facts and definitions of one case for the figures of a year.
class annual_reader {
public:
    annual_reader(const rulebook& book, const working_calendar* calendar)
        : book_(book), calendar_(calendar), needed_(book.facts()->size(), false) {
        for (const std::string_view name : {"candidate.born", "candidate.education"}) want(name);
        for (const std::string_view name : {"candidate.birth_date", "candidate.retirement_on",
                                            "candidate.retirement_on_earliest"})
            want_definition(name);
    }

    /// The case of one appointment; with `law_on` definitions and tables are those of that day,
    /// while the facts stay those of the case.
    [[nodiscard]] case_evaluation read(const prepared_dossier& of, std::size_t appointment,
                                       const std::optional<civil_date>& law_on = {}) const {
        derive_options options;
        options.needed = &needed_;
        case_terms terms;
        terms.steps = dates_of_steps(of.book(), appointment);
        if (law_on)
            for (step_dates::entry& e : terms.steps.entries) {
                e.date = xuanren::days_of(*law_on);
                e.state = step_state::done;
            }
        terms.calendar = calendar_;
        return case_evaluation(book_.plan(), derive(*book_.facts(), of, appointment, options),
                               std::move(terms));
    }

    /// A date by a fact or definition of that name; empty where it is not known.
    [[nodiscard]] std::optional<interval<civil_date>> date(case_evaluation& c,
                                                           std::string_view name) const {
        const std::size_t i = book_.facts()->index_of(name);
        if (i == catalogue::none) return std::nullopt;
        const auto* held = c.value_of(i).as<interval<civil_date>>();
        return held == nullptr ? std::nullopt : std::optional(*held);
    }

    /// The date of birth that governs, else the one on file.
    [[nodiscard]] std::optional<interval<civil_date>> born(case_evaluation& c) const {
        if (const auto governs = date(c, "candidate.birth_date")) return governs;
        return date(c, "candidate.born");
    }

    [[nodiscard]] person_rows rows(case_evaluation& c, const cadre* who,
                                   const interval<civil_date>& on,
                                   const std::vector<int>& ages) const {
        person_rows out;
        if (who == nullptr) return out;
        if (who->sex) out.sex = english_of(*who->sex);
        out.ethnicity = ethnicity_row(who->ethnicity);
        out.membership = membership_row(who->party, on);
        out.years = age_on(born(c), on);
        if (out.years && band_of(out.years->low(), ages) == band_of(out.years->high(), ages))
            out.age = band_of(out.years->low(), ages);
        const std::size_t i = book_.facts()->index_of("candidate.education");
        if (i != catalogue::none)
            if (const auto* word = c.value_of(i).as<enumerator>())
                out.education = word->words->members[static_cast<std::size_t>(word->index)].name;
        return out;
    }

    /// The instruments whose versions tell a definition on that day.
    [[nodiscard]] std::vector<std::string> law_of(const case_evaluation& c,
                                                  std::string_view name) const {
        std::vector<std::string> out;
        const std::size_t i = book_.facts()->index_of(name);
        for (const planned_definition& d : book_.plan().definitions)
            if (i != catalogue::none && d.fact_index == i)
                for (const planned_definition::version& v : d.versions)
                    if (c.in_force(v.place, v.of->at) == truth::yes)
                        out.push_back(v.of->instrument);
        return out;
    }

private:
    void want(std::string_view name) {
        const std::size_t i = book_.facts()->index_of(name);
        if (i != catalogue::none) needed_[i] = true;
    }
    void want_definition(std::string_view name) {
        const std::size_t i = book_.facts()->index_of(name);
        for (const planned_definition& d : book_.plan().definitions)
            if (i != catalogue::none && d.fact_index == i)
                for (const planned_definition::version& v : d.versions)
                    for (const std::size_t fact : v.is.facts) needed_[fact] = true;
    }

    const rulebook& book_;
    const working_calendar* calendar_;
    std::vector<bool> needed_;
};

}  // namespace xuanren::detail
