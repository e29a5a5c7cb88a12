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
            if (!detail::is_told_undeclared(pair.first_is) &&
                !detail::is_told_undeclared(pair.second_is) && !detail::is_declared(kin, a, b))
                continue;
            if (pair.first_is.is_empty()) pair.first_is = detail::inverse_of(pair.second_is);
            if (pair.second_is.is_empty()) pair.second_is = detail::inverse_of(pair.first_is);
            out.push_back(pair);
        }
    return out;
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

}  // namespace

TEST_CASE("成对查找：与逐对查问的结果相同，任意申报") {
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 120; ++seed) {
        const std::uint32_t cadres = 24;
        const dossier book = anything(seed, cadres, 10 + seed % 30);
        const kin_graph graph(book);
        const kin_sieve sieve(graph);
        std::mt19937 random(seed);
        std::vector<std::uint32_t> unit(cadres), boss(cadres);
        for (std::uint32_t i = 0; i < cadres; ++i) {
            unit[i] = static_cast<std::uint32_t>(random() % 3);
            boss[i] = static_cast<std::uint32_t>(random() % cadres);
        }
        kin_groups groups;
        for (std::uint32_t u = 0; u < 3; ++u) {
            std::vector<std::uint32_t> people;
            for (std::uint32_t i = 0; i < cadres; ++i)
                if (unit[i] == u) people.push_back(i);
            groups.add(people);
        }
        for (std::uint32_t i = 0; i < cadres; ++i) groups.add(std::array{i, boss[i]});
        const auto meets = [&](std::uint32_t a, std::uint32_t b) {
            return a < cadres && b < cadres && a != b &&
                   (unit[a] == unit[b] || boss[a] == b || boss[b] == a);
        };
        CAPTURE(seed);
        const auto expected = pair_by_pair(graph, cadres, day(2024), meets);
        found += expected.size();
        CHECK(near_kin_in(graph, sieve, groups, day(2024), meets) == expected);
    }
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
    const auto pairs = near_kin_in(graph, sieve, groups, day(2024), [](std::uint32_t a, std::uint32_t b) {
        return a / 100 == b / 100 && a % 100 < 2 && b % 100 < 2;
    });
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
    CHECK(ask.may_be_kin(0, 1));
    CHECK(ask.may_be_kin(0, n - 3));
    CHECK_FALSE(ask.may_be_kin(0, n / 2));
    CHECK_FALSE(ask.may_be_kin(0, 5));
}
