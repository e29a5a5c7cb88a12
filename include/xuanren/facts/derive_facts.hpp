// include/xuanren/facts/derive_facts.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/relations/kin_context.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

XUANREN_INLINE std::shared_ptr<const kin_context> kin_context_of(const dossier& book) {
    return std::make_shared<const kin_context>(book);
}

inline void read_facts(const catalogue& facts, const case_view& view, const derive_options& options,
                       fact_values& out) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (options.needed != nullptr && (i >= options.needed->size() || !(*options.needed)[i]))
            continue;
        const auto& read = facts[i].read;
        if (!read) continue;
        try {
            reading r = (*read)(view);
            out.set(i, std::move(r.held), r.source);
        } catch (const std::exception& error) {
            out.failed.emplace_back(i, error.what());
        } catch (...) {
            out.failed.emplace_back(i, "unknown exception");
        }
    }
}

}  // namespace detail

XUANREN_INLINE fact_values derive(const catalogue& facts, const prepared_dossier& prepared,
                                  std::size_t appointment, const derive_options& options) {
    case_view view(prepared.book(), prepared.seats(), prepared.kin(), appointment, options.scope,
                   detail::national_records());
    fact_values out(facts.size());
    detail::read_facts(facts, view, options, out);
    const std::size_t doubts = view.doubts();
    if (doubts == 0) return out;
    const std::uint32_t choices = 1U << doubts;
    for (std::uint32_t choice = 1; choice < choices; ++choice) {
        view.settle(choice);
        fact_values other(facts.size());
        detail::read_facts(facts, view, options, other);
        for (std::size_t i = 0; i < facts.size(); ++i)
            out.values[i] = detail::hull(out.values[i], other.values[i]);
    }
    return out;
}

XUANREN_INLINE fact_values derive(const catalogue& facts, const dossier& book,
                                  std::size_t appointment, const derive_options& options) {
    return derive(facts, prepared_dossier(book), appointment, options);
}

}  // namespace xuanren
