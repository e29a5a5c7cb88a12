// include/xuanren/facts/derive.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/facts/steps.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/occupancy.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace xuanren {

class kin_context;

namespace detail {
[[nodiscard]] XUANREN_INLINE std::shared_ptr<const kin_context> kin_context_of(const dossier& book);
}

/// A dossier prepared for the derivation of facts 取数准备: who takes which seat when, who is kin to
/// whom, and the appointments of each candidate. The dossier must be linked and must outlive it.
/// Complexity: linear in the dossier; made once for all its appointments.
class prepared_dossier {
public:
    explicit prepared_dossier(const dossier& book)
        : book_(book), seats_(book), kin_(detail::kin_context_of(book)) {}
    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] const occupancy& seats() const noexcept { return seats_; }
    [[nodiscard]] const kin_context& kin() const noexcept { return *kin_; }

private:
    const dossier& book_;
    occupancy seats_;
    std::shared_ptr<const kin_context> kin_;
};

struct derive_options {
    review_scope scope = {};
    const std::vector<bool>* needed = nullptr;  ///< by fact index; null: all facts
};

/// The facts of a catalogue that the user's own callbacks read.
[[nodiscard]] XUANREN_INLINE std::vector<std::size_t> own_facts(const catalogue& facts);

/// The facts of one appointment, by index in the catalogue 推导事实; what it does not tell is
/// unknown.
///
/// Where a record may or may not lie before the decision, the facts are read both ways; what comes
/// out alike is known, dates and numbers become the stretch between. A reader that throws leaves
/// its fact unknown and is listed in `failed`.
/// Requires: the catalogue is national_catalogue() or a copy of it; appointment <
/// appointments.size().
[[nodiscard]] XUANREN_INLINE fact_values derive(const catalogue& facts,
                                                const prepared_dossier& prepared,
                                                std::size_t appointment,
                                                const derive_options& options = {});

/// The same facts, each to be read when it is first asked for; those of `at_once`, the user's own
/// say, are read beforehand, and where dates leave more than one career open, so are all.
[[nodiscard]] XUANREN_INLINE facts_on_demand derive_on_demand(const catalogue& facts,
                                                              const prepared_dossier& prepared,
                                                              std::size_t appointment,
                                                              const std::vector<std::size_t>& at_once,
                                                              const derive_options& options = {});

/// The same for one appointment of a dossier not yet prepared.
[[nodiscard]] XUANREN_INLINE fact_values derive(const catalogue& facts, const dossier& book,
                                                std::size_t appointment,
                                                const derive_options& options = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/facts/derive_facts.hpp>
#endif
