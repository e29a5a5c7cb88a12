// tests/records/id_index_test.cpp
#include <xuanren/records/id_index.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace xuanren;

namespace {
struct named {
    std::string id;
};
}  // namespace

TEST_CASE("id_index: finds what is there and nothing else") {
    std::vector<named> records;
    for (int i = 0; i < 1000; ++i) records.push_back({"编号" + std::to_string(i)});
    id_index index;
    CHECK(index.find(records, "编号1") == no_record);  // not built yet
    CHECK(index.build(records).empty());
    for (std::uint32_t i = 0; i < records.size(); ++i)
        CHECK(index.find(records, records[i].id) == i);
    CHECK(index.find(records, "编号1000") == no_record);
    CHECK(index.find(records, "") == no_record);
    const std::vector<named> copied = records;
    CHECK(index.find(copied, "编号999") == 999);
}

TEST_CASE("id_index: ids that stand twice are told, the first one stays") {
    const std::vector<named> records = {{"a"}, {"b"}, {"a"}, {"a"}};
    id_index index;
    const auto twice = index.build(records);
    REQUIRE(twice.size() == 2);
    CHECK(twice[0] == std::pair<std::uint32_t, std::uint32_t>{0, 2});
    CHECK(twice[1] == std::pair<std::uint32_t, std::uint32_t>{0, 3});
    CHECK(index.find(records, "a") == 0);
}
