// include/xuanren/check/check_dossier.hpp
#pragma once

#include <xuanren/check/check.hpp>
#include <xuanren/check/organisation_review.hpp>
#include <xuanren/check/review.hpp>
#include <xuanren/check/slates.hpp>

#include <algorithm>
#include <cstddef>

namespace xuanren {

XUANREN_INLINE report check(const rulebook& book, const dossier& records, const check_options& options) {
    const review all(book, records, options);
    const rulebook_plan& plan = book.plan();
    report out;
    out.rulebook_name = book.name();
    out.rulebook_digest = book.digest();
    for (const family_timeline& f : plan.families)
        for (const auto& v : f.versions) out.instruments.push_back(v.of->id);
    std::sort(out.instruments.begin(), out.instruments.end());
    out.loosened = plan.loosened;
    out.unverified_off = options.include_unverified ? 0 : plan.unverified;
    out.facts = book.facts();
    const std::size_t count = records.appointments.size();
    out.appointments.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        out.appointments.push_back(all.appointment(i));
        ++out.by_outcome[static_cast<std::size_t>(out.appointments.back().outcome)];
        if (options.progress) options.progress(i + 1, count);
    }
    out.organisations = organisation_review(all.book(), all.prepared(), options).all();
    for (const organisation_report& o : out.organisations)
        ++out.organisations_by_outcome[static_cast<std::size_t>(o.outcome)];
    out.slates = slates_of(all.prepared().seats());
    return out;
}

}  // namespace xuanren
