// src/cli/kin_dot.cpp
#include "kin_dot.hpp"

#include <xuanren/relations/kin_words.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "\"";
}

}  // namespace

std::string dot_of(const kin_graph& kin, std::uint32_t from, std::span<const kin_way_step> way) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> bold;
    for (const kin_way_step& step : way) {
        bold.insert(std::minmax(from, step.person));
        from = step.person;
    }
    std::string out = "digraph kin {\n  node [shape=box];\n";
    const std::size_t cadres = kin.book().cadres.size();
    std::vector<bool> is_drawn(kin.persons(), false);
    std::string edges;
    kin.each_link([&](std::uint32_t a, std::uint32_t b, const kin_link& link) {
        // Each tie once: a child is drawn from the parent, the others from the lower place.
        if (link.step == kin_step::parent || (link.step != kin_step::child && b < a)) return;
        is_drawn[a] = is_drawn[b] = true;
        const bool is_way = bold.count(std::minmax(a, b)) != 0;
        edges += fmt::format("  n{} -> n{} [label={}{}{}];\n", a, b,
                             quoted(link.step == kin_step::child     ? "子女"
                                    : link.step == kin_step::spouse ? "配偶"
                                                                    : "兄弟姐妹"),
                             link.step == kin_step::child ? "" : ", dir=none", is_way ? ", style=bold, penwidth=3" : "");
    });
    for (std::uint32_t i = 0; i < kin.persons(); ++i) {
        if (i >= cadres && !is_drawn[i]) continue;
        const std::string name = name_of(kin, i);
        out += fmt::format("  n{} [label={}{}];\n", i, quoted(name.empty() ? "（未载明）" : name),
                           i < cadres ? "" : ", style=dashed");
    }
    return out + edges + "}\n";
}

}  // namespace xuanren::cli
