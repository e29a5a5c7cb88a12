// tests/relations/kin_pairs_test.cpp
#include "kin_support.hpp"

#include <xuanren/relations/kin_pairs.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace kin_test;

namespace {

/// The plain way: every cadre's kin in turn, and of them the pairs that are asked about.
template <class Meets>
std::vector<kin_pair> pair_by_pair(const kin_graph& kin, std::uint32_t cadres, const day_span& days,
                                   Meets meets) {
    std::vector<kin_pair> out;
    for (std::uint32_t a = 0; a < cadres; ++a)
        for (std::uint32_t b = a + 1; b < cadres; ++b) {
            if (!meets(a, b)) continue;
            kin_pair pair{a, b, {}, {}, false, standing::no};
            bool is_found = false;
            for (const bool is_turned : {false, true}) {
                const std::uint32_t from = is_turned ? b : a, to = is_turned ? a : b;
                if (kin.has_died(from, days) == standing::yes) continue;
                for (const kin_relation& r : kin.between(from, to, days)) {
                    if (r.stands == standing::no) continue;
                    is_found = true;
                    (is_turned ? pair.first_is : pair.second_is).add(r.readings);
                    pair.stands = either(pair.stands, r.stands);
                    pair.is_settled = pair.is_settled || r.is_settled;
                }
            }
            if (!is_found) continue;
            if (!has_own_name(pair.first_is) && !has_own_name(pair.second_is) &&
                !detail::is_declared(kin, a, b))
                continue;
            see_from_both_sides(pair);
            out.push_back(pair);
        }
    return out;
}

/// 3 5 child parent, and ? where people decide, ~ where the days do.
std::string words(const kin_pair& p) {
    return std::to_string(p.first) + " " + std::to_string(p.second) + " " + kin_test::words(p.second_is) +
           " " + kin_test::words(p.first_is) + (p.is_settled ? "" : " ?") +
           (p.stands == standing::yes ? "" : " ~");
}

/// Declarations without sense or order: adoption, remarriage, half-siblings, vague words, circles.
dossier anything(unsigned seed, std::uint32_t cadres, std::uint32_t declarations) {
    static constexpr std::array terms{"父亲", "母亲", "儿子", "女儿",   "哥哥", "弟弟",   "妻子", "丈夫",
                                      "爱人", "养父", "继母", "同父异母弟", "表兄", "表兄弟", "妻弟", "儿媳",
                                      "亲家", "前妻", "小姨", "干爹",   "祖父", "堂姐",   "舅母", "连襟", "继子"};
    std::mt19937 random(seed);
    dossier out;
    out.cadres.resize(cadres);
    for (std::uint32_t i = 0; i < cadres; ++i) {
        cadre& c = out.cadres[i];
        c.id = std::to_string(i);
        if (random() % 3 != 0) c.sex = random() % 2 == 0 ? sex::male : sex::female;
        c.relatives.emplace();
    }
    for (std::uint32_t i = 0; i < declarations; ++i) {
        // Plain steps mostly, so that paths are long.
        const std::size_t term = random() % (random() % 4 == 0 ? terms.size() : 8);
        relative r = kin(terms[term], random() % 8 == 0 ? "" : std::to_string(random() % cadres));
        const auto year = [&random](unsigned from) {
            return std::to_string(from + random() % 20) + "-01-01";
        };
        if (random() % 5 == 0) r = married(r, year(2000), random() % 2 == 0 ? year(2020) : "");
        if (random() % 12 == 0) r.deceased = civil_date(2020 + static_cast<int>(random() % 20), 1, 1);
        out.cadres[random() % cadres].relatives->push_back(std::move(r));
    }
    REQUIRE(link(out).empty());
    return out;
}

/// Four generations of couples with all their children told, kin marrying kin among them; of
/// `spoiled` declarations in a hundred something is missing, vague, dated or contradicted.
dossier complete_families(unsigned seed, std::uint32_t cadres, unsigned spoiled) {
    std::mt19937 random(seed);
    dossier out;
    out.cadres.resize(cadres);
    for (std::uint32_t i = 0; i < cadres; ++i) {
        out.cadres[i].id = std::to_string(i);
        out.cadres[i].sex = i % 2 == 0 ? sex::male : sex::female;
        out.cadres[i].relatives.emplace();
    }
    static constexpr std::array odd{"哥哥", "养父", "继母", "表兄弟", "前妻", "祖父", "同父异母弟", "妻弟", "干爹"};
    const auto say = [&](std::uint32_t who, const char* term, std::uint32_t about) {
        relative r = kin(term, std::to_string(about));
        if (random() % 100 < spoiled) switch (random() % 6) {
                case 0: return;
                case 1: r.term = std::string(odd[random() % odd.size()]); break;
                case 2: r.person = std::to_string(random() % cadres); break;
                case 3: r.person.reset(); break;
                case 4: r.deceased = civil_date(2020 + static_cast<int>(random() % 8), 1, 1); break;
                default: r = married(r, "2010-01-01", random() % 2 == 0 ? "2020-01-01" : ""); break;
            }
        out.cadres[who].relatives->push_back(std::move(r));
    };
    const std::uint32_t generation = cadres / 4 & ~1u;
    for (std::uint32_t i = 0; i < 4 * generation; ++i) {
        if (i % 2 == 0 && random() % 6 != 0) say(i, "妻子", i + 1);
        if (i < generation) continue;
        const std::uint32_t first = i / generation * generation - generation;
        const std::uint32_t man = first + 2 * static_cast<std::uint32_t>(random() % (generation / 2));
        say(i, "父亲", man);
        say(i, "母亲", man + 1);
        if (random() % 8 == 0) say(man, i % 2 == 0 ? "儿子" : "女儿", i);
    }
    REQUIRE(link(out).empty());
    return out;
}

/// Units, and a superior for everybody, as groups and as a question.
struct offices {
    std::vector<std::uint32_t> unit, boss;
    kin_groups groups;

    offices(unsigned seed, std::uint32_t cadres, std::uint32_t units) : unit(cadres), boss(cadres) {
        std::mt19937 random(seed);
        for (std::uint32_t i = 0; i < cadres; ++i) {
            unit[i] = static_cast<std::uint32_t>(random() % units);
            boss[i] = static_cast<std::uint32_t>(random() % cadres);
        }
        for (std::uint32_t u = 0; u < units; ++u) {
            std::vector<std::uint32_t> people;
            for (std::uint32_t i = 0; i < cadres; ++i)
                if (unit[i] == u) people.push_back(i);
            groups.add(people);
        }
        for (std::uint32_t i = 0; i < cadres; ++i) groups.add(std::array{i, boss[i]});
    }
    [[nodiscard]] bool meet(std::uint32_t a, std::uint32_t b) const {
        return a < unit.size() && b < unit.size() && a != b &&
               (unit[a] == unit[b] || boss[a] == b || boss[b] == a);
    }
};

/// Holds the search by groups against the plain way; how many pairs there are.
std::size_t compare(const dossier& book, unsigned seed, std::uint32_t units) {
    const std::uint32_t cadres = static_cast<std::uint32_t>(book.cadres.size());
    const kin_graph graph(book);
    const kin_sieve sieve(graph);
    const offices in(seed, cadres, units);
    const auto meets = [&](std::uint32_t a, std::uint32_t b) { return in.meet(a, b); };
    CAPTURE(seed);
    const auto expected = pair_by_pair(graph, cadres, day(2024), meets);
    const auto found = kin_search(graph, sieve).in(in.groups, day(2024), meets);
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        CHECK(words(found[i]) == words(expected[i]));
    kin_search one(graph, sieve);
    std::size_t i = 0;
    for (std::uint32_t a = 0; a < cadres; ++a)
        for (std::uint32_t b = a + 1; b < cadres; ++b) {
            if (!meets(a, b)) continue;
            const auto pair = one.between(b, a, day(2024));
            const bool is_pair = i < expected.size() && expected[i].first == a && expected[i].second == b;
            REQUIRE(pair.has_value() == is_pair);
            if (is_pair) CHECK(words(*pair) == words(expected[i++]));
        }
    return expected.size();
}

}  // namespace

TEST_CASE("成对查找：与逐对查问的结果相同，父母配偶子女俱全的家族") {
    std::size_t found = 0;
    for (const unsigned spoiled : {0u, 1u, 5u, 20u})
        for (unsigned seed = 1; seed <= 8; ++seed)
            found += compare(complete_families(seed + spoiled * 100, 64, spoiled), seed, 3);
    CHECK(found > 2000);
}

TEST_CASE("成对查找：与逐对查问的结果相同，任意申报") {
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 120; ++seed)
        found += compare(anything(seed, 24, 10 + seed % 30), seed, 3);
    CHECK(found > 1000);
}

TEST_CASE("成对查找：家族再大，成环、连成一片，都不漏") {
    // One family by remarriage after remarriage, and a line of parents that comes back.
    dossier book;
    const std::uint32_t n = 4000;
    book.cadres.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        book.cadres[i].id = std::to_string(i);
        book.cadres[i].relatives.emplace();
        const std::uint32_t next = (i + 1) % n;
        book.cadres[i].relatives->push_back(kin(i % 2 == 0 ? "妻子" : "丈夫", std::to_string(next)));
        book.cadres[i].relatives->push_back(kin("", std::to_string((i + 2) % n), "F"));
    }
    REQUIRE(link(book).empty());
    const kin_graph graph(book);
    const kin_sieve sieve(graph);
    kin_groups groups;
    std::vector<std::uint32_t> people;
    for (std::uint32_t i = 0; i < n; i += 100) people.insert(people.end(), {i, i + 1});
    groups.add(people);
    const auto are_next = [](std::uint32_t a, std::uint32_t b) {
        return a / 100 == b / 100 && a % 100 < 2 && b % 100 < 2;
    };
    const auto pairs = kin_search(graph, sieve).in(groups, day(2024), are_next);
    CHECK(pairs.size() == n / 100);
}

TEST_CASE("成对查找：一百万代单传与成环，不用递归") {
    dossier chain;
    const std::uint32_t n = 1'000'000;
    chain.cadres.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        chain.cadres[i].id = std::to_string(i);
        chain.cadres[i].relatives.emplace();
        chain.cadres[i].relatives->push_back(kin("", std::to_string((i + 1) % n), "F"));
    }
    REQUIRE(link(chain).empty());
    const kin_graph graph(chain);
    const kin_sieve sieve(graph);
    kin_sieve::search ask(sieve);
    CHECK(graph.is_own_ancestor(0));
    CHECK(ask.may_be_kin(0, 1));
    CHECK(ask.may_be_kin(0, n - 3));
    CHECK_FALSE(ask.may_be_kin(0, n / 2));
    CHECK_FALSE(ask.may_be_kin(0, 5));
}
