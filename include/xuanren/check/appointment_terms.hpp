// include/xuanren/check/appointment_terms.hpp
#pragma once

#include <xuanren/check/check_options.hpp>
#include <xuanren/engine/case_terms.hpp>
#include <xuanren/facts/steps.hpp>
#include <xuanren/records/dossier.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace xuanren {

/// What one appointment of a dossier brings besides its facts 任免事项案情: the dates of its steps, what
/// people have attested, for which rules reasons to depart from them are on record.
struct appointment_terms {
    std::vector<recorded_judgement> attestations;
    std::vector<std::string> departures;
    step_dates steps;

    appointment_terms(const dossier& records, std::size_t index, const check_options& options)
        : steps(dates_of_steps(records, index, {options.on, options.stage})) {
        const appointment& a = records.appointments[index];
        if (a.attestations)
            for (const attestation& one : *a.attestations) attestations.push_back(judgement_of(one));
        if (a.procedure && a.procedure->departures)
            for (const departure& d : *a.procedure->departures)
                if (d.rule) departures.push_back(*d.rule);
    }

    /// As an evaluation takes them; they look at this object, which outlives them.
    [[nodiscard]] case_terms under(const check_options& options) const {
        case_terms out;
        out.steps = steps;
        out.review = options.on;
        out.stage = options.stage;
        out.law_date = options.law_date;
        out.attestations = attestations;
        out.departures = departures;
        out.calendar = options.calendar;
        return out;
    }

private:
    [[nodiscard]] static recorded_judgement judgement_of(const attestation& a) {
        recorded_judgement out;
        if (a.rule) out.rule = *a.rule;
        if (a.by) out.by = *a.by;
        if (a.on) out.on = *a.on;
        if (a.document) out.document = *a.document;
        if (a.holds) out.holds = *a.holds;
        return out;
    }
};

}  // namespace xuanren
