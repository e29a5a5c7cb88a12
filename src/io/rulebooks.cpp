// src/io/rulebooks.cpp
#include <xuanren/io/rulebooks.hpp>

#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/embedded.hpp>
#include <xuanren/io/rules.hpp>

#include <string>
#include <utility>
#include <vector>

namespace xuanren::rulebooks {

namespace {

rulebook load() {
    std::vector<rule_file> files;
    for (const embedded_file& file : embedded_rules())
        if (file.path.starts_with("party/") || file.path.starts_with("state/"))
            files.push_back({"rules/" + std::string(file.path), file.bytes});
    load_options options;
    options.facts = national_catalogue();
    options.name = "national";
    result<rulebook> loaded = load_rules(files, options);
    if (!loaded) throw rulebook_error(loaded.problems());
    return *std::move(loaded);
}

}  // namespace

const rulebook& national() {
    static const rulebook book = load();
    return book;
}

}  // namespace xuanren::rulebooks
