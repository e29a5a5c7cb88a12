// src/cli/kin_dot.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace xuanren::cli {

/// The kin graph in Graphviz's language DOT; the way from one person, where there is one, is bold.
[[nodiscard]] std::string dot_of(const kin_graph& kin, std::uint32_t from = no_record,
                                 std::span<const kin_way_step> way = {});

}  // namespace xuanren::cli
