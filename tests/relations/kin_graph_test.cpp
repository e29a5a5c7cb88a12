// tests/relations/kin_graph_test.cpp
#include "kin_support.hpp"

using namespace kin_test;

TEST_CASE("亲属图：一人申报，两边都能看出") {
    struct row {
        const char* term;
        const char* theirs;  // what the relative is to who declares
        const char* own;     // and the other way round
    };
    const row rows[] = {
        {"妻子", "spouse", "spouse"},
        {"父亲", "parent", "child"},
        {"外祖母", "grandparent", "grandchild"},
        {"曾祖父", "further_ascendant", "further_descendant"},
        {"哥哥", "sibling", "sibling"},
        {"同父异母弟", "sibling", "sibling"},
        {"叔叔", "parents_sibling", "siblings_child"},
        {"外甥女", "siblings_child", "parents_sibling"},
        {"堂兄", "first_cousin", "first_cousin"},
        {"表弟", "first_cousin", "first_cousin"},
        {"表兄弟", "first_cousin", "first_cousin"},
        {"岳父", "spouses_parent", "childs_spouse"},
        {"儿媳", "childs_spouse", "spouses_parent"},
        {"妻弟", "spouses_sibling", "siblings_spouse"},
        {"连襟", "spouses_siblings_spouse", "spouses_siblings_spouse"},
        {"亲家公", "childs_spouses_parent", "childs_spouses_parent"},
        {"舅母", "parents_siblings_spouse", "other_in_law"},
        {"侄媳", "siblings_childs_spouse", "other_in_law"},
        {"表嫂", "first_cousins_spouse", "other_in_law"},
        {"妻表兄", "other_in_law", "first_cousins_spouse"},
        {"妻侄", "other_in_law", "parents_siblings_spouse"},
        {"表侄", "further_collateral", "further_collateral"},
        {"养子", "child", "parent"},
        {"继父", "?step_parent", "?step_child"},
        {"前妻", "former_spouse", "former_spouse"},
        {"干爹", "none", "none"},
        {"小姨", "spouses_sibling|parents_sibling", ""},
    };
    for (const row& r : rows) {
        CAPTURE(std::string(r.term));
        const dossier book = document({{"a", {kin(r.term, "b")}}, {"b", {}}});
        if (std::string(r.term) == "小姨") {
            CHECK(between(book, "a", "b") == "parents_sibling|spouses_sibling");
            continue;
        }
        CHECK(between(book, "a", "b") == r.theirs);
        CHECK(between(book, "b", "a") == r.own);
    }
}

TEST_CASE("亲属图：两人的申报合起来") {
    struct row {
        const char* name;
        std::initializer_list<declared> people;
        const char* expect;  // what b is to a
    };
    const row rows[] = {
        {"甲之兄丙，丙之妻乙", {{"a", {kin("哥哥", "c")}}, {"b", {}}, {"c", {kin("妻子", "b")}}},
         "siblings_spouse"},
        {"由乙一方申报夫与夫弟", {{"a", {}}, {"b", {kin("夫弟", "a")}}}, "siblings_spouse"},
        {"同父", {{"a", {kin("父亲", "c")}}, {"b", {kin("父亲", "c")}}, {"c", {}}}, "sibling"},
        {"同父，由父申报一子", {{"a", {kin("父亲", "c")}}, {"b", {}}, {"c", {kin("女儿", "b")}}},
         "sibling"},
        {"父辈为兄弟", {{"a", {kin("父亲", "c")}}, {"b", {kin("父亲", "d")}}, {"c", {kin("弟弟", "d")}}, {"d", {}}},
         "first_cousin"},
        {"祖父相同", {{"a", {kin("祖父", "c")}}, {"b", {kin("外祖父", "c")}}, {"c", {}}}, "first_cousin"},
        {"曾祖父相同，四代旁系", {{"a", {kin("曾祖父", "c")}}, {"b", {kin("曾祖父", "c")}}, {"c", {}}}, ""},
        {"妻之姐，姐之夫", {{"a", {kin("妻子", "c")}}, {"b", {}}, {"c", {kin("姐姐", "d")}}, {"d", {kin("丈夫", "b")}}},
         "spouses_siblings_spouse"},
        {"妻之表兄，不在近亲", {{"a", {kin("妻子", "c")}}, {"b", {}}, {"c", {kin("表兄", "b")}}},
         ""},
        {"子之妻，妻之父", {{"a", {kin("儿子", "c")}}, {"b", {}}, {"c", {kin("妻子", "d")}}, {"d", {kin("父亲", "b")}}},
         "childs_spouses_parent"},
        {"堂兄之妻", {{"a", {kin("堂兄", "c")}}, {"b", {}}, {"c", {kin("妻子", "b")}}}, "first_cousins_spouse"},
        {"兄弟之母：生母或者异母", {{"a", {kin("哥哥", "c")}}, {"b", {}}, {"c", {kin("母亲", "b")}}},
         "?parent|step_parent"},
        {"兄弟之兄弟：可能不是", {{"a", {kin("哥哥", "c")}}, {"b", {}}, {"c", {kin("弟弟", "b")}}},
         "?none|sibling"},
        {"两表兄弟经不同的舅、姨", {{"a", {kin("舅表兄", "c")}}, {"b", {kin("舅表弟", "c")}}, {"c", {}}}, ""},
        {"父之妻", {{"a", {kin("父亲", "c")}}, {"b", {}}, {"c", {kin("妻子", "b")}}}, "?parent|step_parent"},
        {"父之妻，又申报其为继母", {{"a", {kin("父亲", "c"), kin("继母", "b")}}, {"b", {}}, {"c", {kin("妻子", "b")}}},
         "?step_parent"},
        {"养父之弟", {{"a", {kin("养父", "c")}}, {"b", {}}, {"c", {kin("弟弟", "b")}}}, "parents_sibling"},
        {"称谓不识", {{"a", {kin("某某亲", "b")}}, {"b", {}}}, "?"},
        {"称谓不识，对方说得明白", {{"a", {kin("某某亲", "b")}}, {"b", {kin("哥哥", "a")}}}, "sibling"},
        {"已被收养，生父由人判断", {{"a", {kin("父亲", "b"), kin("养父", "c")}}, {"b", {}}, {"c", {}}}, "?none|parent"},
        {"已被收养，生父另有一子", {{"a", {kin("父亲", "c"), kin("养父", "d")}}, {"b", {kin("父亲", "c")}}, {"c", {}}, {"d", {}}},
         "?none|sibling"},
        {"收养人是母之夫，生母仍是母", {{"a", {kin("母亲", "b"), kin("养父", "c")}}, {"b", {kin("丈夫", "c")}}, {"c", {}}},
         "parent"},
        {"堂兄之堂兄，同祖父：只说近的", {{"a", {kin("堂兄", "b"), kin("妻子", "c")}}, {"b", {kin("妹妹", "c")}}, {"c", {}}},
         "spouses_sibling first_cousin"},
        {"自己申报的两种说法都留着", {{"a", {kin("堂弟", "b"), kin("表侄", "b")}}, {"b", {}}}, "first_cousin further_collateral"},
        {"又是表兄又是夫", {{"a", {kin("表兄", "b"), kin("丈夫", "b")}}, {"b", {}}}, "spouse first_cousin"},
    };
    for (const row& r : rows) {
        CAPTURE(std::string(r.name));
        CHECK(between(document(r.people), "a", "b") == r.expect);
    }
}

TEST_CASE("亲属图：相互矛盾的申报留下各种读法") {
    CHECK(between(document({{"a", {kin("表弟", "b")}}, {"b", {kin("哥哥", "a")}}}), "a", "b") ==
          "sibling|first_cousin");
    CHECK(between(document({{"a", {kin("干爹", "b")}}, {"b", {kin("儿子", "a")}}}), "a", "b") ==
          "none|parent");
    CHECK(between(document({{"a", {kin("舅母", "b")}}, {"b", {kin("夫侄", "a")}}}), "a", "b") ==
          "parents_siblings_spouse");
}

TEST_CASE("亲属图：婚姻有起止，离婚则无，子女仍是") {
    const auto book = document(
        {{"a", {married(kin("妻子", "b"), "2010-01-01", "2022-05-10"), kin("儿子", "d")}},
         {"b", {kin("弟弟", "c")}},
         {"c", {}},
         {"d", {kin("母亲", "b")}}});
    CHECK(between(book, "a", "b", day(2009)) == "?spouse|former_spouse");
    CHECK(between(book, "a", "b", day(2020)) == "spouse");
    CHECK(between(book, "a", "b", day(2022, 5, 9)) == "spouse");
    CHECK(between(book, "a", "b", day(2022, 5, 10)) == "former_spouse");
    CHECK(between(book, "a", "c", day(2020)) == "spouses_sibling");
    CHECK(between(book, "a", "c", day(2023)) == "");
    CHECK(between(book, "a", "d", day(2023)) == "child");
    CHECK(between(book, "d", "b", day(2023)) == "parent");

    SUBCASE("只记到月，当月不明") {
        dossier other = book;
        (*other.cadres[0].relatives)[0].to = civil_date(2022, 5);
        REQUIRE(link(other).empty());
        CHECK(between(other, "a", "b", day(2022, 5, 9)) == "~spouse");
        CHECK(between(other, "a", "c", day(2022, 5, 9)) == "~spouses_sibling");
    }
    SUBCASE("双方所记离婚日期不同，不明") {
        dossier other = book;
        other.cadres[1].relatives->push_back(
            married(kin("丈夫", "a"), "2010-01-01", "2021-05-10"));
        REQUIRE(link(other).empty());
        CHECK(between(other, "a", "b", day(2022, 1)) == "~spouse");
        CHECK(between(other, "a", "b", day(2021, 1)) == "spouse");
        CHECK(between(other, "a", "b", day(2023)) == "former_spouse");
    }
    SUBCASE("配偶去世，姻亲由人判断") {
        dossier other = book;
        (*other.cadres[0].relatives)[0].to = nullptr;
        (*other.cadres[0].relatives)[0].deceased = civil_date(2022, 5, 10);
        REQUIRE(link(other).empty());
        CHECK(between(other, "a", "c", day(2020)) == "spouses_sibling");
        CHECK(between(other, "a", "c", day(2023)) == "?none|spouses_sibling");
    }
    SUBCASE("再婚：前岳家不再是") {
        dossier other = book;
        other.cadres.push_back({});
        other.cadres.back().id = "e";
        other.cadres[0].relatives->push_back(married(kin("妻子", "e"), "2023-01-01"));
        REQUIRE(link(other).empty());
        CHECK(between(other, "a", "e", day(2024)) == "spouse");
        CHECK(between(other, "a", "c", day(2024)) == "");
    }
}

TEST_CASE("亲属图：性别排除说不通的读法") {
    const auto book = document({{"a", {kin("小姨", "b")}, sex::female}, {"b", {}}});
    CHECK(between(book, "a", "b") == "parents_sibling");
    const auto men = document({{"a", {kin("大伯", "b")}, sex::male}, {"b", {}}});
    CHECK(between(men, "a", "b") == "parents_sibling");
}

TEST_CASE("亲属图：一百万代单传与成环的申报，不用递归") {
    dossier chain;
    const std::uint32_t n = 1'000'000;
    chain.cadres.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        chain.cadres[i].id = std::to_string(i);
        chain.cadres[i].relatives.emplace();
        if (i + 1 < n)
            chain.cadres[i].relatives->push_back(kin("", std::to_string(i + 1), "F"));
    }
    REQUIRE(link(chain).empty());
    const kin_graph graph(chain);
    CHECK(graph.any_way(0, n - 1).size() == n - 1);
    CHECK(graph.kin_of(0, day(2024)).size() == 3);
    CHECK_FALSE(graph.is_own_ancestor(0));
    chain.cadres[n - 1].relatives->push_back(kin("", "0", "F"));
    REQUIRE(link(chain).empty());
    const kin_graph ring(chain);
    CHECK(ring.is_own_ancestor(0));
    CHECK(ring.is_own_ancestor(77));
}
