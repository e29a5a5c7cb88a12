// tests/relations/kin_property_test.cpp
#include "kin_support.hpp"

#include <xuanren/relations/kin_words.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace kin_test;

namespace {

/// A family of three generations whose truth is known, told by declarations of single steps.
struct family {
    struct member {
        int father = -1, mother = -1, spouse = -1;
        bool is_man = false;
    };
    std::vector<member> all;

    explicit family(unsigned seed) {
        std::mt19937 random(seed);
        const auto chance = [&random](int of) { return static_cast<int>(random() % static_cast<unsigned>(of)); };
        for (int couple = 0; couple < 4; ++couple) marry(add(-1, -1, true), add(-1, -1, false));
        std::vector<int> young;
        for (int generation = 0; generation < 2; ++generation) {
            std::vector<int> next;
            for (int i = 0; i < static_cast<int>(all.size()); ++i) {
                const member m = all[static_cast<std::size_t>(i)];
                const bool is_parent = m.is_man && m.spouse >= 0 &&
                                       (generation == 0 || i >= static_cast<int>(first_));
                if (!is_parent) continue;
                for (int c = chance(3) + 1; c > 0; --c)
                    next.push_back(add(i, m.spouse, chance(2) == 0));
            }
            first_ = all.size() - next.size();
            std::shuffle(next.begin(), next.end(), random);
            for (std::size_t i = 0; i < next.size(); ++i)
                for (std::size_t k = i + 1; k < next.size(); ++k) {
                    member& a = all[static_cast<std::size_t>(next[i])];
                    member& b = all[static_cast<std::size_t>(next[k])];
                    if (a.spouse < 0 && b.spouse < 0 && a.is_man != b.is_man && a.father != b.father)
                        marry(next[i], next[k]);
                }
        }
    }

    int add(int father, int mother, bool is_man) {
        all.push_back({father, mother, -1, is_man});
        return static_cast<int>(all.size()) - 1;
    }
    void marry(int a, int b) {
        all[static_cast<std::size_t>(a)].spouse = b;
        all[static_cast<std::size_t>(b)].spouse = a;
    }

    [[nodiscard]] dossier declared() const {
        dossier out;
        for (std::size_t i = 0; i < all.size(); ++i) {
            cadre c;
            c.id = std::to_string(i);
            c.sex = all[i].is_man ? sex::male : sex::female;
            c.relatives.emplace();
            const auto say = [&c](int who, const char* path) {
                if (who >= 0) c.relatives->push_back(kin("", std::to_string(who), path));
            };
            say(all[i].father, "F");
            say(all[i].mother, "M");
            if (all[i].is_man) say(all[i].spouse, "W");
            out.cadres.push_back(std::move(c));
        }
        REQUIRE(link(out).empty());
        return out;
    }

    // The plain oracle: sets of people, by the definitions of the words.
    [[nodiscard]] std::vector<int> parents(int i) const {
        std::vector<int> out;
        const member& m = all[static_cast<std::size_t>(i)];
        if (m.father >= 0) out = {m.father, m.mother};
        return out;
    }
    [[nodiscard]] std::vector<int> children(int i) const {
        std::vector<int> out;
        for (std::size_t k = 0; k < all.size(); ++k)
            if (all[k].father == i || all[k].mother == i) out.push_back(static_cast<int>(k));
        return out;
    }
    [[nodiscard]] std::vector<int> spouses(int i) const {
        const int s = all[static_cast<std::size_t>(i)].spouse;
        return s < 0 ? std::vector<int>() : std::vector<int>{s};
    }
    [[nodiscard]] std::vector<int> siblings(int i) const {
        std::vector<int> out;
        if (all[static_cast<std::size_t>(i)].father < 0) return out;
        for (const int k : children(all[static_cast<std::size_t>(i)].father))
            if (k != i) out.push_back(k);
        return out;
    }
    [[nodiscard]] std::set<kinship> of(int a, int b) const;

private:
    std::size_t first_ = 0;
};

std::set<kinship> family::of(int a, int b) const {
    using enum kinship;
    const auto over = [](const std::vector<int>& list, auto next) {
        std::vector<int> out;
        for (const int i : list)
            for (const int k : next(i)) out.push_back(k);
        return out;
    };
    const auto p = [this](int i) { return parents(i); };
    const auto c = [this](int i) { return children(i); };
    const auto s = [this](int i) { return siblings(i); };
    const auto w = [this](int i) { return spouses(i); };
    const std::vector<int> self_{a};
    std::set<kinship> out;
    const auto test = [&](kinship k, const std::vector<int>& list) {
        if (std::find(list.begin(), list.end(), b) != list.end()) out.insert(k);
    };
    test(spouse, w(a));
    test(parent, p(a));
    test(child, c(a));
    test(grandparent, over(p(a), p));
    test(grandchild, over(c(a), c));
    test(sibling, s(a));
    test(parents_sibling, over(p(a), s));
    test(siblings_child, over(s(a), c));
    test(first_cousin, over(over(p(a), s), c));
    test(spouses_parent, over(w(a), p));
    test(childs_spouse, over(c(a), w));
    test(spouses_sibling, over(w(a), s));
    test(spouses_siblings_spouse, over(over(w(a), s), w));
    test(childs_spouses_parent, over(over(c(a), w), p));
    test(siblings_spouse, over(s(a), w));
    test(parents_siblings_spouse, over(over(p(a), s), w));
    test(siblings_childs_spouse, over(over(s(a), c), w));
    test(first_cousins_spouse, over(over(over(p(a), s), c), w));
    return out;
}

}  // namespace

TEST_CASE("亲属图：与逐人枚举的办法一致，任意家谱") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const family truth(seed);
        const dossier book = truth.declared();
        const kin_graph graph(book);
        kin_graph::walk room(graph);
        for (std::uint32_t a = 0; a < book.cadres.size(); ++a) {
            std::map<std::uint32_t, std::set<kinship>> found;
            for (const kin_relation& r : graph.kin_of(a, day(2024), room)) {
                if (!r.is_settled) continue;
                CHECK(r.readings.is_one());
                r.readings.each([&](kinship k) {
                    if (!is_far(k)) found[r.person].insert(k);
                });
            }
            for (std::uint32_t b = 0; b < book.cadres.size(); ++b) {
                if (a == b) continue;
                CAPTURE(seed);
                CAPTURE(a);
                CAPTURE(b);
                CHECK(found[b] == truth.of(static_cast<int>(a), static_cast<int>(b)));
            }
        }
    }
}

TEST_CASE("亲属图：路径走得通，读来就是所说的关系") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const family truth(seed);
        const dossier book = truth.declared();
        const kin_graph graph(book);
        for (std::uint32_t a = 0; a < book.cadres.size(); a += 3)
            for (const kin_relation& r : graph.kin_of(a, day(2024))) {
                if (!r.is_settled) continue;
                r.readings.each([&](kinship k) {
                    const auto way = graph.way(a, r.person, k, day(2024));
                    REQUIRE_FALSE(way.empty());
                    CHECK(way.back().person == r.person);
                    CHECK(kin_graph::kinship_along(way) == k);
                    CHECK_FALSE(records_of(graph, way).empty());
                });
            }
    }
}

TEST_CASE("亲属图：申报的次序和由谁申报，不影响结果") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const family truth(seed);
        dossier book = truth.declared();
        const kin_graph before(book);
        for (cadre& c : book.cadres) std::reverse(c.relatives->begin(), c.relatives->end());
        REQUIRE(link(book).empty());
        const kin_graph after(book);
        for (std::uint32_t a = 0; a < book.cadres.size(); ++a)
            CHECK(before.kin_of(a, day(2024)) == after.kin_of(a, day(2024)));
    }
}
