// include/xuanren/relations/kin_network.hpp
#pragma once

#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/kin_links.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xuanren {

/// One step of the way from one person to another, with the declaration that it rests on.
struct kin_way_step {
    kin_letter letter;
    std::uint32_t person = no_record;  ///< node that it leads to
    std::uint32_t source = no_record;  ///< into sources()
};

/// The persons of a dossier and the descent and marriage that its cadres declare 亲属网络, and what
/// can be asked of them whatever the day and however far.
///
/// Made once for a dossier, which must be linked and must outlive it. Nodes 0 to cadres.size() - 1
/// are the cadres; the others stand for relatives who are not in the document and for those whom a
/// term only passes through (the uncle of a cousin). One person has one father and one mother, so
/// declarations of several cadres meet in them. Nothing is matched by name.
/// Complexity: n log n to make.
class kin_network {
public:
    using graph =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, kin_link,
                                           boost::no_property, std::uint32_t, std::uint32_t>;

    explicit kin_network(const dossier& book) : book_(book), links_(book) {
        auto& edges = links_.edges;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
        std::vector<kin_link> held;
        ends.reserve(edges.size());
        held.reserve(edges.size());
        for (const auto& e : edges) {
            ends.emplace_back(e.from, e.to);
            held.push_back(e.held);
        }
        graph_ = graph(boost::edges_are_sorted, ends.begin(), ends.end(), held.begin(),
                       static_cast<std::uint32_t>(links_.persons.size()));
        edges = {};
        find_own_ancestors();
    }

    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] std::size_t persons() const noexcept { return links_.persons.size(); }
    [[nodiscard]] std::size_t edges() const noexcept { return boost::num_edges(graph_); }
    [[nodiscard]] const kin_person& person(std::uint32_t node) const {
        return links_.persons[node];
    }
    [[nodiscard]] std::span<const kin_declaration> declarations() const noexcept {
        return links_.declarations;
    }
    /// The declarations of one cadre.
    [[nodiscard]] std::span<const kin_declaration> declared_by(std::uint32_t cadre) const {
        return std::span(links_.declarations)
            .subspan(links_.first_of[cadre], links_.first_of[cadre + 1] - links_.first_of[cadre]);
    }
    /// The declarations of others that name one cadre, by place in declarations().
    [[nodiscard]] std::span<const std::uint32_t> declared_about(std::uint32_t cadre) const {
        return std::span(links_.about)
            .subspan(links_.first_about[cadre],
                     links_.first_about[cadre + 1] - links_.first_about[cadre]);
    }
    [[nodiscard]] const relative& record_of(const kin_declaration& d) const {
        return (*book_.cadres[d.cadre].relatives)[d.item];
    }
    /// Whether a cadre's list of kin is declared complete.
    [[nodiscard]] bool is_closed(std::uint32_t cadre) const {
        const auto& closed = book_.cadres[cadre].relatives_declared;
        return closed && *closed && !book_.cadres[cadre].relatives.is_unknown();
    }
    /// Whether a declared relation lasts on those days: a marriage until divorce or death.
    [[nodiscard]] standing stands(const relative& r, const day_span& days) const {
        const standing begun =
            r.from ? has_come(span_of_days(r.from), days) : standing::yes;
        const standing over = r.to ? has_come(span_of_days(r.to), days) : standing::no;
        return both(begun, opposite(over));
    }

    /// Every link as an edge, both ways.
    [[nodiscard]] const graph& links() const noexcept { return graph_; }
    [[nodiscard]] const kin_marriage& marriage(const kin_link& link) const {
        return links_.marriages[link.marriage];
    }

    /// Any way at all from one person to another, the shortest, over whatever kin; empty where no
    /// declaration joins them.  Complexity: linear in the graph, without recursion.
    [[nodiscard]] std::vector<kin_way_step> any_way(std::uint32_t a, std::uint32_t b) const {
        std::vector<std::uint32_t> before(persons(), no_record);
        std::vector<std::uint32_t> queue{a};
        before[a] = a;
        for (std::size_t i = 0; i < queue.size() && before[b] == no_record; ++i) {
            const auto [first, last] = boost::out_edges(queue[i], graph_);
            for (auto e = first; e != last; ++e) {
                const std::uint32_t to = boost::target(*e, graph_);
                if (before[to] != no_record) continue;
                before[to] = queue[i];
                queue.push_back(to);
            }
        }
        std::vector<kin_way_step> out;
        if (a == b || before[b] == no_record) return out;
        for (std::uint32_t at = b; at != a; at = before[at]) {
            const auto [first, last] = boost::out_edges(before[at], graph_);
            for (auto e = first; e != last; ++e)
                if (boost::target(*e, graph_) == at) {
                    out.push_back(step_of(graph_[*e], at));
                    break;
                }
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    /// Calls `visit(from, to, link)` for every link, both ways.
    template <class Visit>
    void each_link(Visit visit) const {
        for (std::uint32_t i = 0; i < persons(); ++i) {
            const auto [first, last] = boost::out_edges(i, graph_);
            for (auto e = first; e != last; ++e) visit(i, boost::target(*e, graph_), graph_[*e]);
        }
    }

    /// Whether a person is on file as his own ancestor.
    [[nodiscard]] bool is_own_ancestor(std::uint32_t node) const { return is_own_ancestor_[node]; }

    /// The parents of a person by blood, of one sex, that the file names.
    [[nodiscard]] std::vector<std::uint32_t> parents_of(std::uint32_t node, sex of) const {
        std::vector<std::uint32_t> out;
        const auto [first, last] = boost::out_edges(node, graph_);
        for (auto e = first; e != last; ++e) {
            const kin_link& l = graph_[*e];
            const std::uint32_t to = boost::target(*e, graph_);
            if (l.step == kin_step::parent && !l.is_by_law && person(to).sex &&
                *person(to).sex == of)
                out.push_back(to);
        }
        return out;
    }
    /// The marriages of a person, with the other party.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, kin_marriage>> marriages_of(
        std::uint32_t node) const {
        std::vector<std::pair<std::uint32_t, kin_marriage>> out;
        const auto [first, last] = boost::out_edges(node, graph_);
        for (auto e = first; e != last; ++e)
            if (graph_[*e].step == kin_step::spouse)
                out.emplace_back(boost::target(*e, graph_), links_.marriages[graph_[*e].marriage]);
        return out;
    }

    /// Whether a person has died by those days; of whom nothing says so, he lives.
    [[nodiscard]] standing has_died(std::uint32_t node, const day_span& days) const {
        if (node == no_record) return standing::no;
        const auto& died = links_.persons[node].died;
        return died ? has_come(died, days) : standing::no;
    }

    [[nodiscard]] kin_way_step step_of(const kin_link& link, std::uint32_t to) const {
        kin_way_step out;
        out.letter.step = link.step;
        out.letter.sex = person(to).sex;
        out.letter.seniority = link.seniority;
        out.letter.is_by_law = link.is_by_law;
        out.person = to;
        out.source = link.source;
        return out;
    }

private:
    /// Lines of parents that come back: those who are one strong component with another.
    void find_own_ancestors() {
        struct is_parent {
            const graph* of = nullptr;
            bool operator()(graph::edge_descriptor e) const {
                return (*of)[e].step == kin_step::parent;
            }
        };
        is_own_ancestor_.assign(persons(), false);
        if (this->edges() == 0) return;
        std::vector<std::uint32_t> component(persons());
        const boost::filtered_graph lines(graph_, is_parent{&graph_});
        const std::size_t components = boost::strong_components(
            lines, boost::make_iterator_property_map(component.begin(),
                                                     boost::get(boost::vertex_index, graph_)));
        if (components == persons()) return;
        std::vector<std::uint32_t> size(components, 0);
        for (const std::uint32_t c : component) ++size[c];
        for (std::uint32_t i = 0; i < persons(); ++i) is_own_ancestor_[i] = size[component[i]] > 1;
    }

    const dossier& book_;
    kin_links links_;
    graph graph_;
    std::vector<bool> is_own_ancestor_;
};

}  // namespace xuanren
