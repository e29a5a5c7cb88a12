// include/xuanren/io/rules_load.hpp
#pragma once

#include <xuanren/engine/patterns.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/io/rules_reader.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// Whether a path names a file of rules: *.json in the folder of an instrument.
[[nodiscard]] inline bool is_rule_path(std::string_view path) {
    const auto ends_with = [&](std::string_view tail) {
        return path.size() >= tail.size() && path.substr(path.size() - tail.size()) == tail;
    };
    return ends_with(".json") && !ends_with(".cases.json") && !ends_with(".schema.json") && path != "coverage.json" &&
           !ends_with("/coverage.json");
}

}  // namespace detail

XUANREN_INLINE result<rulebook> load_rules(const std::vector<rule_file>& files, const load_options& options) {
    std::vector<problem> problems;
    rulebook_parts parts;
    parts.name = options.name;
    parts.facts = options.beside != nullptr ? options.beside->facts() : options.facts;
    if (!parts.facts) parts.facts = std::make_shared<const catalogue>();
    detail::rules_reader reader(parts, problems);
    for (const rule_file& file : files) reader.read(file);
    reader.finish(options.beside);
    if (parts.rules.empty() && problems.empty())
        problems.push_back(detail::rule_problem(
            "XR-RULE-024", {}, "", "", {"至少一条规则", "one rule at least"},
            {"规则集为空", "the rulebook is empty: there is no rule in it"}));
    if (options.beside == nullptr) {
        const std::vector<problem> of_reading = problems;
        auto made = rulebook::make(std::move(parts));
        if (of_reading.empty()) return made;
        problems = of_reading;
        if (!made) problems.insert(problems.end(), made.problems().begin(), made.problems().end());
        return problems;
    }
    // What the new rules set aside may stand in the other book: they are checked together, and
    // handed over alone.
    const rulebook_parts& other = options.beside->parts();
    rulebook_parts together = other;
    detail::append(together.instruments, parts.instruments);
    detail::append(together.rules, parts.rules);
    detail::append(together.exceptions, parts.exceptions);
    detail::append(together.definitions, parts.definitions);
    detail::append(together.tables, parts.tables);
    together.origins.insert(parts.origins.begin(), parts.origins.end());
    auto made = rulebook::make(std::move(together));
    if (!made) problems.insert(problems.end(), made.problems().begin(), made.problems().end());
    if (!problems.empty()) return problems;
    const rulebook_parts& read = made->parts();
    const auto take = [](auto& to, const auto& from, std::size_t first) {
        to.assign(from.begin() + static_cast<std::ptrdiff_t>(first), from.end());
    };
    parts.facts = read.facts;
    take(parts.instruments, read.instruments, other.instruments.size());
    take(parts.rules, read.rules, other.rules.size());
    take(parts.exceptions, read.exceptions, other.exceptions.size());
    take(parts.definitions, read.definitions, other.definitions.size());
    take(parts.tables, read.tables, other.tables.size());
    parts.refers_outside = true;
    return rulebook::make(std::move(parts));
}

XUANREN_INLINE result<rulebook> load_rules(const std::filesystem::path& folder, const load_options& options) {
    namespace fs = std::filesystem;
    const auto refused = [&](const char* code, text what, text expected) {
        return result<rulebook>(detail::rule_problem(code, {folder.generic_string(), ""}, "", folder.generic_string(),
                                                     std::move(expected), std::move(what)));
    };
    std::error_code failure;
    if (!fs::is_directory(folder, failure))
        return refused("XR-RULE-008", {"没有这个规则目录", "there is no such folder of rules"},
                       {"规则目录", "a folder of rules"});
    std::vector<std::string> found;
    // Beside the national rules, examples of local ones are only shown; they load by their own folder.
    const bool is_of_nation = fs::is_directory(folder / "party", failure) || fs::is_directory(folder / "state", failure);
    failure.clear();
    for (fs::recursive_directory_iterator i(folder, failure), end; !failure && i != end; i.increment(failure)) {
        const std::string path = i->path().generic_string();
        if (is_of_nation && i.depth() == 0 && i->path().filename() == "local" && i->is_directory()) {
            i.disable_recursion_pending();
            continue;
        }
        // Calendars and schemas live beside the rules, in folders of their own without an instrument.
        if (i->is_regular_file() && detail::is_rule_path(path)) found.push_back(path);
    }
    if (failure)
        return refused("XR-RULE-008", {"规则目录无法读取", "the folder of rules cannot be read"},
                       {"可读的目录", "a folder that can be read"});
    std::sort(found.begin(), found.end());
    const auto folder_of = [](std::string_view path) { return path.substr(0, path.rfind('/')); };
    const auto name_of = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
    std::set<std::string_view> folders;
    for (const std::string& path : found)
        if (name_of(path) == "instrument.json") folders.insert(folder_of(path));
    std::vector<std::string> held;
    std::vector<rule_file> files;
    held.reserve(found.size());
    for (const std::string& path : found) {
        if (!folders.contains(folder_of(path))) {
            const std::string_view parent = name_of(folder_of(path));
            if (parent == "calendar" || parent == "schema") continue;
        }
        std::ifstream in(fs::path(path), std::ios::binary | std::ios::ate);
        const std::streamoff size = in ? std::streamoff(in.tellg()) : -1;
        std::string& bytes = held.emplace_back(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
        in.seekg(0);
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!in)
            return refused("XR-RULE-008", {"规则文件无法读取：" + path, "a file of rules cannot be read: " + path},
                           {"可读的文件", "a file that can be read"});
        files.push_back({path, bytes});
    }
    load_options named = options;
    if (named.name.empty()) named.name = folder.filename().string();
    return load_rules(files, named);
}

XUANREN_INLINE result<rule> rule_from_json(std::string_view json, const rulebook& book) {
    std::vector<problem> problems;
    rulebook_parts parts;
    parts.facts = book.facts();
    const detail::rule_json tree = detail::parse_rule_json("", json, problems);
    if (!problems.empty()) return problems;
    std::string instrument;
    if (tree.is_object() && tree.contains("id") && tree["id"].is_string())
        instrument = std::string(instrument_part(tree["id"].get_ref<const std::string&>()));
    if (!book.find_instrument(instrument)) instrument.clear();
    detail::rules_reader reader(parts, problems);
    rule read = reader.read_rule(tree, {}, instrument, 0);
    if (!problems.empty()) return problems;
    parts.rules.push_back(std::make_shared<const rule>(read));
    parts.instruments = book.instruments();
    parts.definitions = book.definitions();
    parts.tables = book.tables();
    for (const auto& r : book.rules())
        for (const std::string& id : read.loosens())
            if (r->id() == id) parts.rules.push_back(r);
    auto made = rulebook::make(std::move(parts));
    if (!made) return made.problems();
    return *made->find(read.id());
}

}  // namespace xuanren
