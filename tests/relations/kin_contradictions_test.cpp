// tests/relations/kin_contradictions_test.cpp
#include "kin_support.hpp"

#include <xuanren/relations/kin_contradictions.hpp>

using namespace kin_test;

namespace {

std::vector<kin_fault> faults(const dossier& book, std::uint32_t of = 0) {
    const kin_graph graph(book);
    std::vector<kin_fault> out;
    for (const kin_contradiction& c : contradictions_of(graph, of)) out.push_back(c.fault);
    return out;
}

}  // namespace

TEST_CASE("申报矛盾：一方说表弟，一方说哥哥") {
    using enum kin_fault;
    const std::vector<kin_fault> none;
    CHECK(faults(document({{"a", {kin("表弟", "b")}}, {"b", {kin("哥哥", "a")}}})) ==
          std::vector{kinds_differ});
    CHECK(faults(document({{"a", {kin("表弟", "b")}}, {"b", {kin("哥哥", "a")}}}), 1) ==
          std::vector{kinds_differ});
    CHECK(faults(document({{"a", {kin("弟弟", "b")}}, {"b", {kin("哥哥", "a")}}})) == none);
    CHECK(faults(document({{"a", {kin("舅母", "b")}}, {"b", {kin("夫外甥", "a", "H.Z.S")}}})) == none);
    CHECK(faults(document({{"a", {kin("小姨", "b")}}, {"b", {kin("姐夫", "a")}}})) == none);
    CHECK(faults(document({{"a", {kin("丈夫", "b"), kin("表兄", "b")}}, {"b", {}}})) == none);
    CHECK(faults(document({{"a", {kin("弟弟", "b"), kin("堂弟", "b")}}, {"b", {}}})) ==
          std::vector{kinds_differ});
    CHECK(faults(document({{"a", {kin("干爹", "b")}}, {"b", {kin("儿子", "a")}}})) ==
          std::vector{kinds_differ});
}

TEST_CASE("申报矛盾：性别、父母、婚姻、出生、成环") {
    using enum kin_fault;
    CHECK(faults(document({{"a", {kin("妻子", "b")}}, {"b", {}, sex::male}})) ==
          std::vector{sex_differs});
    CHECK(faults(document({{"a", {kin("父亲", "b"), kin("父亲", "c")}}, {"b", {}}, {"c", {}}})) ==
          std::vector{two_parents});
    CHECK(faults(document({{"a", {kin("父亲", "b"), kin("养父", "c")}}, {"b", {}}, {"c", {}}}))
              .empty());
    CHECK(faults(document({{"a",
                            {married(kin("妻子", "b"), "2010-01-01"),
                             married(kin("妻子", "c"), "2015-01-01")}},
                           {"b", {}},
                           {"c", {}}})) == std::vector{two_marriages});
    CHECK(faults(document({{"a",
                            {married(kin("妻子", "b"), "2010-01-01", "2014-01-01"),
                             married(kin("妻子", "c"), "2015-01-01")}},
                           {"b", {}},
                           {"c", {}}}))
              .empty());
    CHECK(faults(document({{"a", {married(kin("妻子", "b"), "2010-01-01", "2022-05-10")}},
                           {"b", {married(kin("丈夫", "a"), "2010-01-01", "2021-05-10")}}})) ==
          std::vector{marriage_days});
    CHECK(faults(document({{"a", {kin("弟弟", "a")}}})) == std::vector{himself});
    CHECK(faults(document({{"a", {kin("", "b", "F")}}, {"b", {kin("", "a", "F")}}})).front() ==
          kinds_differ);
    auto young = document({{"a", {kin("父亲", "b")}}, {"b", {}}});
    young.cadres[0].born = civil_date(1970, 1);
    young.cadres[1].born = civil_date(1985, 3);
    CHECK(faults(young) == std::vector{parent_younger});
}
