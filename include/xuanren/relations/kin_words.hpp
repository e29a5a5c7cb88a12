// include/xuanren/relations/kin_words.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>
#include <xuanren/text.hpp>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace xuanren {

namespace detail {

/// A way as letters, M.yB.S, by which the table of terms has it.
[[nodiscard]] inline std::string letters_of(std::span<const kin_way_step> way, bool with_seniority) {
    std::string out;
    for (const kin_way_step& s : way) {
        if (!out.empty()) out += '.';
        if (with_seniority && s.letter.seniority != 0) out += s.letter.seniority;
        const int which = !s.letter.sex ? 0 : *s.letter.sex == sex::male ? 1 : 2;
        out += std::string_view("PFMCSDGBZXHW")[static_cast<std::size_t>(s.letter.step) * 3 +
                                                static_cast<std::size_t>(which)];
        if (s.letter.is_by_law) out += '*';
    }
    return out;
}

/// The usual word for a way, 妻弟; empty where there is none.
[[nodiscard]] inline std::string_view term_of(std::span<const kin_way_step> way) {
    static const auto by_path = [] {
        std::unordered_map<std::string, std::string_view> out;
        for (const kin_term& t : kin_terms) {
            std::string_view paths = t.path;
            const std::string_view word = t.words.substr(0, t.words.find('|'));
            if (paths.find('|') != std::string_view::npos && t.is_to_be_checked) continue;
            while (true) {
                const std::size_t bar = paths.find('|');
                // A word of several readings names each of them only where no other does.
                out.emplace(std::string(paths.substr(0, bar)), word);
                if (bar == std::string_view::npos) break;
                paths.remove_prefix(bar + 1);
            }
        }
        return out;
    }();
    for (const bool with_seniority : {true, false})
        if (const auto found = by_path.find(letters_of(way, with_seniority));
            found != by_path.end())
            return found->second;
    return {};
}

[[nodiscard]] inline text kin_step_words(const kin_letter& l) {
    const int which = !l.sex ? 0 : *l.sex == sex::male ? 1 : 2;
    static constexpr std::string_view zh[4][3] = {{"父（母）", "父", "母"},
                                                  {"子（女）", "子", "女"},
                                                  {"兄弟姐妹", "兄弟", "姐妹"},
                                                  {"配偶", "夫", "妻"}};
    static constexpr std::string_view en[4][3] = {{"parent", "father", "mother"},
                                                  {"child", "son", "daughter"},
                                                  {"sibling", "brother", "sister"},
                                                  {"spouse", "husband", "wife"}};
    const auto step = static_cast<std::size_t>(l.step);
    text out{std::string(zh[step][which]), std::string(en[step][which])};
    if (l.step == kin_step::sibling && l.sex && l.seniority != 0) {
        const bool is_elder = l.seniority == 'e';
        out.zh = *l.sex == sex::male ? (is_elder ? "兄" : "弟") : (is_elder ? "姐" : "妹");
        out.en = (is_elder ? "elder " : "younger ") + out.en;
    }
    if (l.is_by_law) out = {"养" + out.zh, "adoptive " + out.en};
    return out;
}

}  // namespace detail

/// What a person of the graph is called: the name of the cadre, of the relative as declared; empty
/// for one whom a term only passes through.
[[nodiscard]] inline std::string name_of(const kin_graph& graph, std::uint32_t node) {
    const dossier& book = graph.book();
    if (node < book.cadres.size()) {
        const cadre& c = book.cadres[node];
        return c.name && !c.name->empty() ? *c.name : c.id;
    }
    const std::uint32_t source = graph.person(node).source;
    if (source == no_record) return {};
    const relative& r = graph.record_of(graph.declarations()[source]);
    return r.name ? *r.name : std::string();
}

/// A way in words of kinship 亲属路径: 妻之弟（妻弟）; wife's younger brother.
[[nodiscard]] inline text way_words(std::span<const kin_way_step> way) {
    text out;
    for (const kin_way_step& s : way) {
        const text step = detail::kin_step_words(s.letter);
        if (!out.zh.empty()) {
            out.zh += "之";
            out.en += "'s ";
        }
        out.zh += step.zh;
        out.en += step.en;
    }
    const std::string_view term = detail::term_of(way);
    if (!term.empty() && term != out.zh) out.zh += "（" + std::string(term) + "）";
    return out;
}

/// A way with those whom it passes: 甲 —妻→ 乙 —弟→ 丙.
[[nodiscard]] inline text way_with_names(const kin_graph& graph, std::uint32_t from,
                                         std::span<const kin_way_step> way) {
    text out{name_of(graph, from), name_of(graph, from)};
    for (const kin_way_step& s : way) {
        const text step = detail::kin_step_words(s.letter);
        std::string who = name_of(graph, s.person);
        out.zh += " —" + step.zh + "→ " + (who.empty() ? "（未载明）" : who);
        out.en += " —" + step.en + "→ " + (who.empty() ? "(not named)" : who);
    }
    return out;
}

/// Where a declaration stands in the dossier: /cadres/0/relatives/2.
[[nodiscard]] inline std::string place_of(const kin_declaration& d) {
    return "/cadres/" + std::to_string(d.cadre) + "/relatives/" + std::to_string(d.item);
}

/// The records that a way rests on, each once, in its order.
[[nodiscard]] inline std::vector<std::string> records_of(const kin_graph& graph,
                                                         std::span<const kin_way_step> way) {
    std::vector<std::string> out;
    for (const kin_way_step& s : way) {
        if (s.source == no_record) continue;
        std::string place = place_of(graph.declarations()[s.source]);
        if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(std::move(place));
    }
    return out;
}

}  // namespace xuanren
