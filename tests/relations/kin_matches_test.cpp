// tests/relations/kin_matches_test.cpp
#include "kin_support.hpp"

#include <xuanren/relations/kin_context.hpp>

#include <string>

using namespace kin_test;

namespace {

relative known_by_name(const char* term, const char* name, field<civil_date> born = {}) {
    relative r = kin(term);
    r.name = std::string(name);
    r.born = born;
    return r;
}

cadre called(const char* id, const char* name, field<civil_date> born = {}) {
    cadre c;
    c.id = id;
    c.name = std::string(name);
    c.born = born;
    return c;
}

}  // namespace

TEST_CASE("疑似亲属：姓名与出生年月都相符的才是，只供研判") {
    dossier book;
    book.cadres = {called("a", "甲"), called("b", "乙", civil_date(1980, 3, 2)),
                   called("c", "乙", civil_date(1981, 3, 2)), called("d", "丁", civil_date(1970, 1, 1))};
    book.cadres[0].relatives = std::vector{
        known_by_name("弟弟", "乙", civil_date(1980, 3)),   // b, by name and month
        known_by_name("叔叔", "丁"),                       // no date of birth: nobody
        known_by_name("舅舅", "丁", civil_date(1971, 1)),   // another date of birth
        known_by_name("哥哥", "甲", civil_date(1975, 1))};  // his own name
    REQUIRE(link(book).empty());
    const kin_context with(book);
    REQUIRE(with.matches.all().size() == 1);
    CHECK(with.matches.by(0).size() == 1);
    CHECK(with.matches.by(1).empty());
    REQUIRE(with.matches.about(1).size() == 1);
    CHECK(with.matches.about(1).front().by == 0);
    CHECK(with.matches.about(2).empty());
    CHECK(with.matches.between(1, 0));
    CHECK_FALSE(with.matches.between(0, 3));
    // A question, and no link.
    CHECK(with.kin.between(0, 1, day(2024)).empty());
}

TEST_CASE("疑似亲属：同名同生的人太多，说不出是谁") {
    dossier book;
    book.cadres.push_back(called("a", "甲"));
    book.cadres[0].relatives = std::vector{known_by_name("弟弟", "乙", civil_date(1980, 3))};
    for (int i = 0; i < 100; ++i)
        book.cadres.push_back(called(("b" + std::to_string(i)).c_str(), "乙", civil_date(1980, 3, 2)));
    REQUIRE(link(book).empty());
    CHECK(kin_context(book).matches.all().empty());
}
