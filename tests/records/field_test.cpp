// tests/records/field_test.cpp
#include <xuanren/records/field.hpp>

#include <xuanren/calendar/civil_date.hpp>

#include <doctest/doctest.h>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace xuanren;

TEST_CASE("field: the four states stay apart") {
    using dates = field<civil_date>;
    const dates absent, null = nullptr, unknown(unknown_word::not_clear),
                        value = civil_date(2024, 5);

    const std::vector<dates> all = {absent, null, unknown, value};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < all.size(); ++k) CHECK((all[i] == all[k]) == (i == k));

    CHECK(absent.is_absent());
    CHECK(absent.is_unknown());
    CHECK(null.is_null());
    CHECK_FALSE(null.is_unknown());
    CHECK(unknown.is_unknown());
    CHECK(unknown.is_unknown_in_words());
    CHECK(unknown.word() == unknown_word::not_clear);
    CHECK(value.has_value());
    CHECK(value->year() == 2024);
    CHECK_FALSE(value.is_unknown());
}

TEST_CASE("field: a large value takes room only where it is, and is a value all the same") {
    struct large {
        std::string text[8];
        bool operator==(const large&) const = default;
    };
    static_assert(sizeof(field<large>) < sizeof(large));
    field<large> one = large{{"甲"}};
    field<large> two = one;
    CHECK(one == two);
    two->text[0] = "乙";
    CHECK(one->text[0] == "甲");
    CHECK_FALSE(one == two);
    one = two;
    CHECK(one == two);
    const field<large> taken = std::move(one);
    CHECK(taken == two);
    two.emplace();
    CHECK(two == large{});
    two.set_null();
    CHECK(two.is_null());
    CHECK_FALSE(two == taken);
}

TEST_CASE("field: an empty list and an empty text are values") {
    field<std::vector<int>> list;
    CHECK(list.is_absent());
    list.emplace();
    CHECK(list.has_value());
    CHECK(list->empty());
    field<std::string> text = "";
    CHECK(text.has_value());
    text.set_null();
    CHECK(text.is_null());
    text.reset();
    CHECK(text.is_absent());
    CHECK(text.value_or("x") == "x");
}

TEST_CASE("field: what would be a silent conversion does not compile") {
    static_assert(std::is_convertible_v<const char*, field<std::string>>);
    static_assert(std::is_convertible_v<bool, field<bool>>);
    static_assert(!std::is_convertible_v<const char*, field<bool>>);
    static_assert(!std::is_convertible_v<int, field<bool>>);
    static_assert(!std::is_convertible_v<unknown_word, field<civil_date>>);
    static_assert(!std::is_convertible_v<field<bool>, bool>);
}
