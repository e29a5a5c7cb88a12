// src/cli/books.cpp
#include "books.hpp"

#include "input.hpp"

#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace xuanren::cli {

namespace {

result<rulebook> load_beside(const std::string& folder, const rulebook& others) {
    load_options options;
    options.facts = others.facts();
    options.beside = &others;
    return load_rules(folder, options);
}

/// Whether a folder holds the national rules, as they are or edited: they do not stand beside themselves.
bool is_of_house(const rulebook& own, const rulebook& national) {
    return std::any_of(own.instruments().begin(), own.instruments().end(),
                       [&](const auto& i) { return national.find_instrument(i->id) != nullptr; });
}

}  // namespace

void add_folders_option(CLI::App& command, std::vector<std::string>& held, const session& s) {
    add_value(command, "--rules", held, s.say("另行加入的规则目录，可多次给出", "A folder of further rules; may be given again"), "DIR")
        ->allow_extra_args(false);
}

std::optional<rulebook> load_book(const std::vector<std::string>& folders, const session& s) {
    rulebook book = rulebooks::national();
    bool is_fine = true;
    for (const std::string& folder : folders) {
        std::error_code error;
        if (!std::filesystem::is_directory(folder, error)) {
            const bool exists = std::filesystem::exists(folder, error);
            complain(exists ? text{fmt::format("规则目录“{}”不是目录", folder), fmt::format("rules folder \"{}\" is not a folder", folder)}
                            : text{fmt::format("规则目录“{}”不存在", folder), fmt::format("rules folder \"{}\" does not exist", folder)},
                     s.in);
            is_fine = false;
            continue;
        }
        // The national rules, as they are or edited, take the place of those built in.
        const result<folder_rules> read = load_folder(folder);
        if (!read && std::filesystem::is_directory(std::filesystem::path(folder) / "party", error)) {
            complain(read.problems(), s.in);
            is_fine = false;
            continue;
        }
        if (read && is_of_house(read->own, rulebooks::national())) {
            book = read->own;
            continue;
        }
        const result<rulebook> local = load_beside(folder, book);
        result<rulebook> joint = local ? rulebook::join(book, *local) : local;
        if (joint) {
            book = *std::move(joint);
            continue;
        }
        complain(joint.problems(), s.in);
        is_fine = false;
    }
    if (!is_fine) return std::nullopt;
    return book;
}

result<folder_rules> load_folder(const std::string& folder) {
    load_options options;
    options.facts = national_catalogue();
    result<rulebook> alone = load_rules(folder, options);
    const rulebook& national = rulebooks::national();
    if (alone && is_of_house(*alone, national)) return folder_rules{*alone, *alone};
    std::error_code ignored;
    if (!alone && std::filesystem::is_directory(std::filesystem::path(folder) / "party", ignored)) return alone.problems();
    const result<rulebook> beside = load_beside(folder, national);
    if (beside) {
        const result<rulebook> joint = rulebook::join(national, *beside);
        if (joint) return folder_rules{*beside, *joint};
        return joint.problems();
    }
    if (alone) return beside.problems();
    return beside.problems().size() <= alone.problems().size() ? beside.problems() : alone.problems();
}

result<std::vector<testing::rule_case>> cases_in(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    std::error_code failure;
    const bool is_of_nation = fs::is_directory(fs::path(folder) / "party", failure);
    for (fs::recursive_directory_iterator i(folder, failure), end; !failure && i != end; i.increment(failure)) {
        if (is_of_nation && i.depth() == 0 && i->path().filename() == "local") i.disable_recursion_pending();
        else if (i->is_regular_file() && i->path().filename().string().ends_with(".cases.json")) files.push_back(i->path());
    }
    std::sort(files.begin(), files.end());
    std::vector<problem> problems;
    std::vector<testing::rule_case> out;
    for (const fs::path& file : files) {
        const std::string name = file.generic_string();
        const result<std::string> bytes = read_file(name);
        const auto read = bytes ? testing::read_rule_cases(*bytes, name) : result<std::vector<testing::rule_case>>(bytes.problems());
        if (read) out.insert(out.end(), read->begin(), read->end());
        else problems.insert(problems.end(), read.problems().begin(), read.problems().end());
    }
    if (!problems.empty()) return problems;
    return out;
}

}  // namespace xuanren::cli
