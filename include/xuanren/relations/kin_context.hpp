// include/xuanren/relations/kin_context.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_matches.hpp>
#include <xuanren/relations/kin_sieve.hpp>
#include <xuanren/relations/reporting.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// What questions of avoidance start from 回避审核的底数: the kin graph, the reporting lines, and who
/// bears a name. Made once for a dossier, which must be linked and must outlive it.
class kin_context {
public:
    explicit kin_context(const dossier& book)
        : kin(book), sieve(kin), lines(book), by_name_(names_of(book)), matches(kin, by_name_) {}

    kin_graph kin;
    kin_sieve sieve;
    reporting lines;

    /// The cadres of that name, who may or may not be the one meant.
    [[nodiscard]] const std::vector<std::uint32_t>& named(std::string_view name) const {
        static const std::vector<std::uint32_t> nobody;
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? nobody : found->second;
    }

private:
    [[nodiscard]] static kin_matches::names names_of(const dossier& book) {
        kin_matches::names out;
        for (std::uint32_t i = 0; i < book.cadres.size(); ++i)
            if (book.cadres[i].name && !book.cadres[i].name->empty())
                out[*book.cadres[i].name].push_back(i);
        return out;
    }

    kin_matches::names by_name_;

public:
    kin_matches matches;  ///< made of the names
};

}  // namespace xuanren
