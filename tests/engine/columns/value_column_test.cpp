// tests/engine/columns/value_column_test.cpp
#include <xuanren/engine/columns/column_values.hpp>
#include <xuanren/engine/columns/value_column.hpp>
#include <xuanren/engine/node_ops.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace xuanren;

namespace {

value list(std::vector<value> items) {
    auto made = std::make_shared<list_value>();
    made->items = std::move(items);
    return value(std::shared_ptr<const list_value>(std::move(made)));
}
value decimal(const char* written) { return value(*number::parse(written)); }
const enumeration words{"w", "词", true, {{"low", "低"}, {"high", "高"}}};

/// Adds values, and reads them back out of the columns.
void holds(const type& t, const std::vector<value>& given) {
    value_column made(t);
    for (const value& v : given) CHECK(made.add(v));
    table_view table;
    made.show("x", table);
    CHECK(table.rows == given.size());
    detail::column_places::pair at{0, table.columns.size() > 1 ? 1 : detail::no_ref};
    for (std::size_t i = 0; i < given.size(); ++i) {
        CAPTURE(i);
        CHECK(same(detail::value_between(table, at, i, t), given[i].is_null() ? value() : given[i]));
    }
}

}  // namespace

TEST_CASE("值列：各种类型放进去，取出来不变") {
    holds(types::boolean, {value(true), value(false), value(), value(null_value{})});
    holds(types::number, {value(number(3)), value(), value(number(-7))});
    holds(types::number, {value(number(3)), decimal("2.5"), decimal("-0.125"), value(), decimal("40")});
    holds(types::number, {value(interval<number>(number(1), number(4))), value(number(9)), value()});
    holds(types::date, {value(civil_date(2024, 5, 20)), value(civil_date(2024, 5)), value(), value(civil_date(1999))});
    holds(types::date, {value(interval<civil_date>(civil_date(1, 1, 1), civil_date(9999, 12, 31)))});
    holds(types::months, {value(months(24)), value(interval<months>(months(3), months(5))), value(months(-1))});
    holds(types::days, {value(day_time_duration{5 * 86'400, 0}), value()});
    holds(types::one_of(words), {value(enumerator{&words, 1}), value(), value(enumerator{&words, 0})});
    holds(types::string, {value("甲"), value("乙"), value("甲"), value()});
    holds(types::list_of(types::string), {list({value("a/1"), value("b")}), list({}), value(), list({value("b")})});
    std::vector<value> many;
    for (int i = 0; i < 3000; ++i) many.push_back(i % 7 == 0 ? value() : value(number(i)));
    many.push_back(decimal("0.5"));  // all the rows before it are told as finely
    holds(types::number, many);
    holds(types::number, {});
}

TEST_CASE("值列：列不能存放的值说明，该行不明，其余照旧") {
    const auto refuses = [](const type& t, const value& good, const value& bad) {
        value_column made(t);
        CHECK(made.add(good));
        CHECK_FALSE(made.add(bad));
        CHECK(made.add(good));
        table_view table;
        made.show("x", table);
        CHECK(table.columns[0].values.is_known(0));
        CHECK_FALSE(table.columns[0].values.is_known(1));
        CHECK(same(detail::value_at(table.columns[0].values, 2, t), good));
    };
    refuses(types::number, value(number(1)), decimal("1e30"));
    refuses(types::number, value(number(1'000'000'000'000'000'000)), decimal("0.1"));
    refuses(types::number, value(number(1)), decimal("0.1234567890123456789"));
    refuses(types::days, value(day_time_duration{86'400, 0}), value(day_time_duration{3'600, 0}));
    refuses(types::list_of(types::string), list({value("a")}), list({value("b"), value()}));
    refuses(types::boolean, value(true), value("是"));
}

TEST_CASE("值列：哪些类型的事实可以成列") {
    CHECK(is_column_type(types::date));
    CHECK(is_column_type(types::list_of(types::string)));
    CHECK_FALSE(is_column_type(types::list_of(types::number)));
    CHECK_FALSE(is_column_type(types::range_of(types::date)));
    CHECK_FALSE(is_column_type(types::any));
}
