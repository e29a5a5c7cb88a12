// tests/io/documents.cpp
//
// Prints documents, one JSON object a line, with what the reader says of each:
// {"name", "text", "codes"}. schema_beside_reader.py holds them against the JSON Schema.

#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/write_dossier.hpp>

#include "documents.hpp"

#include <support/dossier_schema.hpp>
#include <support/gen_dossier.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

namespace {

void print(const std::string& name, const std::string& text) {
    nlohmann::json codes = nlohmann::json::array();
    if (const auto read = xuanren::read_dossier(text); !read)
        for (const auto& p : read.problems()) codes.push_back(p.code);
    std::cout << nlohmann::json{{"name", name}, {"text", text}, {"codes", codes}}.dump() << '\n';
}

/// A value that a member of that form takes, as JSON.
std::string wrong_value(const xuanren::detail::value_shape& value) {
    using xuanren::detail::json_kind;
    return value.kind == json_kind::object || value.kind == json_kind::text ? "3" : "{\"id\":{}}";
}

}  // namespace

int main() {
    for (const auto& row : xuanren::testing::document_cases()) print(row.name, row.text);

    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        xuanren::testing::gen g(seed);
        xuanren::testing::dossier_gen make(g, {});
        print("generated " + std::to_string(seed), xuanren::write_dossier(make.make()));
    }

    // Every spelling of every word, and a wrong value at every key of the four main records.
    for (const auto* record : xuanren::testing::all_records())
        for (const auto& key : record->keys) {
            const bool is_main =
                record->name == "organisation" || record->name == "post" || record->name == "cadre";
            if (!is_main) continue;
            const std::string head = "{\"" + std::string(record->name) + "s\":[{\"id\":\"a\",\"" +
                                     std::string(key.key) + "\":";
            if (key.key != "id")
                print(std::string(key.key) + " wrong", head + wrong_value(*key.value) + "}]}");
            if (key.value->kind != xuanren::detail::json_kind::word) continue;
            for (const auto& word : key.value->words->words)
                for (const auto& spelling : xuanren::testing::spellings_of(word))
                    print(spelling, head + nlohmann::json(spelling).dump() + "}]}");
        }
}
