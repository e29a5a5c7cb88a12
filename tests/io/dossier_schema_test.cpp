// tests/io/dossier_schema_test.cpp
#include <support/dossier_schema.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

using namespace xuanren;

namespace {

std::string published(const char* name) {
    std::ifstream file(std::string(XUANREN_SOURCE_DIR "/rules/schema/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("dossier schema: what is published is what the tables of keys say") {
    // Where this fails after a change of the keys: build and run write_dossier_schema.
    CHECK((published("dossier.schema.json") == testing::dossier_schema()));
    CHECK((published("dossier-reference.md") == testing::dossier_reference()));
}

TEST_CASE("dossier schema: records have names of their own, keys are found, places agree") {
    std::set<std::string_view> names;
    for (const auto* record : testing::all_records()) {
        CAPTURE(record->name);
        CHECK(names.insert(record->name).second);
        std::set<std::string_view> keys;
        for (std::size_t i = 0; i < record->keys.size(); ++i) {
            CHECK(keys.insert(record->keys[i].key).second);
            CHECK(record->find(record->keys[i].key) == i);
        }
        for (const char* other : {"", "x-note", "ids", "i", "schemas", "born "})
            CHECK(record->find(other) == record->keys.size());
    }
}

TEST_CASE("dossier schema: every key and every word, both ways") {
    const auto schema = nlohmann::json::parse(published("dossier.schema.json"));
    const auto records = testing::all_records();
    for (const auto* record : records) {
        const auto& object =
            record == records.front() ? schema : schema["$defs"][std::string(record->name)];
        std::set<std::string> stated, ours;
        for (const auto& [key, value] : object["properties"].items()) stated.insert(key);
        for (const auto& key : record->keys) ours.insert(std::string(key.key));
        if (record == records.front()) ours.insert("schema");
        CHECK(stated == ours);
    }
    for (const auto* list : testing::all_words()) {
        std::set<std::string> ours;
        for (const auto& word : list->words)
            for (const auto& spelling : testing::spellings_of(word)) ours.insert(spelling);
        CHECK(schema["$defs"]["word." + std::string(list->name)]["enum"]
                  .get<std::set<std::string>>() == ours);
    }
}
