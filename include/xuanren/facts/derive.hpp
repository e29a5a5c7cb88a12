// include/xuanren/facts/derive.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren {

/// A dossier prepared for the derivation of facts 取数准备: who takes which seat when, and the
/// appointments of each candidate. The dossier must be linked and must outlive it.
/// Complexity: linear in the dossier; made once for all its appointments.
class prepared_dossier {
public:
    explicit prepared_dossier(const dossier& book) : book_(book), seats_(book) {}
    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] const occupancy& seats() const noexcept { return seats_; }

private:
    const dossier& book_;
    occupancy seats_;
};

struct derive_options {
    review_scope scope = {};
    const std::vector<bool>* needed = nullptr;  ///< by fact index; null: all facts
};

namespace detail {

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

/// The facts of one appointment, by index in the catalogue 推导事实; what it does not tell is
/// unknown.
///
/// Where a record may or may not lie before the decision, the facts are read both ways; what comes
/// out alike is known, dates and numbers become the stretch between. A reader that throws leaves
/// its fact unknown and is listed in `failed`.
/// Requires: the catalogue is national_catalogue() or a copy of it; appointment <
/// appointments.size().
[[nodiscard]] inline fact_values derive(const catalogue& facts, const prepared_dossier& prepared,
                                        std::size_t appointment,
                                        const derive_options& options = {}) {
    case_view view(prepared.book(), prepared.seats(), appointment, options.scope,
                   detail::national().records);
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

/// The same for one appointment of a dossier not yet prepared.
[[nodiscard]] inline fact_values derive(const catalogue& facts, const dossier& book,
                                        std::size_t appointment,
                                        const derive_options& options = {}) {
    return derive(facts, prepared_dossier(book), appointment, options);
}

}  // namespace xuanren
