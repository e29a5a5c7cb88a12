// include/xuanren/relations/kin_context.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/relations/kin_sieve.hpp>
#include <xuanren/relations/reporting.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xuanren {

/// What questions of avoidance start from 回避审核的底数: the kin graph, the reporting lines, and who
/// bears a name. Made once for a dossier, which must be linked and must outlive it.
class kin_context {
public:
    explicit kin_context(const dossier& book) : kin(book), sieve(kin), lines(book) {
        for (std::uint32_t i = 0; i < book.cadres.size(); ++i)
            if (book.cadres[i].name && !book.cadres[i].name->empty())
                by_name_[*book.cadres[i].name].push_back(i);
    }

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
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_name_;
};

}  // namespace xuanren
