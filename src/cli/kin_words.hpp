// src/cli/kin_words.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>
#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/kin_context.hpp>
#include <xuanren/relations/kin_contradictions.hpp>
#include <xuanren/relations/kin_pair.hpp>
#include <xuanren/relations/kin_words.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace xuanren::cli {

/// Which class of kin a rulebook's own table puts a kinship into.
class kin_classes {
public:
    explicit kin_classes(const rulebook& book);

    /// 近姻亲关系; of several readings each class once.
    [[nodiscard]] text words(kinship_set readings) const;

private:
    std::map<kinship, kin_class> of_;
};

/// What the second of two cadres is to the first, by name: 配偶的兄弟姐妹, spouse's sibling; where
/// a term is not understood, that term.
[[nodiscard]] text kinship_words(const kin_graph& kin, std::uint32_t a, std::uint32_t b, kinship_set readings);

/// In what way declarations cannot all be right, and whose.
[[nodiscard]] text fault_words(const kin_graph& kin, const kin_contradiction& c);

/// The shortest of the ways that the readings have.
[[nodiscard]] std::vector<kin_way_step> way_of(const kin_graph& kin, std::uint32_t a, std::uint32_t b,
                                               kinship_set readings, const day_span& days);

/// The records that a relation rests on: those of its way, what the two declare of one another that
/// no single way shows, and where one may be meant by name and birth.
[[nodiscard]] std::vector<std::string> records_between(const kin_context& with, std::uint32_t a, std::uint32_t b,
                                                       const std::vector<kin_way_step>& way);

}  // namespace xuanren::cli
