// include/xuanren/facts/derive_organisation.hpp
#pragma once

#include <xuanren/facts/derivation.hpp>
#include <xuanren/facts/organisation_view.hpp>

#include <cstddef>
#include <exception>
#include <vector>

namespace xuanren {

/// The facts of one organisation, or of the part of it that the view looks at, by index in the
/// catalogue 机构取数; what it does not tell is unknown.
///
/// A reader that throws leaves its fact unknown and is listed in `failed`.
[[nodiscard]] inline fact_values derive(const catalogue& facts, const organisation_view& view,
                                        const std::vector<bool>* needed = nullptr) {
    fact_values out(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& read = facts[i].read;
        if (!read || !read->speaks_of_organisation()) continue;
        if (needed != nullptr && (i >= needed->size() || !(*needed)[i])) continue;
        try {
            reading r = (*read)(view);
            out.set(i, std::move(r.held), r.source);
        } catch (const std::exception& error) {
            out.failed.emplace_back(i, error.what());
        } catch (...) {
            out.failed.emplace_back(i, "unknown exception");
        }
    }
    return out;
}

}  // namespace xuanren
