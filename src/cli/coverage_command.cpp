// src/cli/coverage_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"
#include "rules_commands.hpp"

#include <xuanren/io/embedded.hpp>
#include <xuanren/io/read_coverage.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/report/coverage_markdown.hpp>
#include <xuanren/report/coverage_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* list_name = "coverage.json";

struct coverage_arguments {
    std::string folder, format = "text";
    bool writes = false, checks = false;
};

/// A rulebook and the list of clauses beside it: those built in, or a folder's.
struct source {
    rulebook book;
    coverage_list list;
};

result<source> built_in() {
    for (const embedded_file& file : embedded_rules())
        if (file.path == list_name) {
            result<coverage_list> list = read_coverage(file.bytes, "rules/" + std::string(file.path));
            if (!list) return list.problems();
            return source{rulebooks::national(), *std::move(list)};
        }
    return problem{"XR-CLI-001", list_name, {}, 0, 0, {}, {}, {"没有条目清单", "there is no list of clauses"}};
}

result<source> of_folder(const std::string& folder) {
    std::vector<problem> problems;
    result<folder_rules> book = load_folder(folder);
    if (!book) problems = book.problems();
    const std::string path = (fs::path(folder) / list_name).generic_string();
    const result<std::string> bytes = read_file(path);
    result<coverage_list> list = bytes ? read_coverage(*bytes, path) : result<coverage_list>(bytes.problems());
    if (!list) problems.insert(problems.end(), list.problems().begin(), list.problems().end());
    if (!problems.empty()) return problems;
    return source{std::move(book->own), *std::move(list)};
}

/// The folder that an instrument was read from.
fs::path home_of(const rulebook& book, const instrument& i) {
    const auto& origins = book.parts().origins;
    const auto found = origins.find(detail::origin_key("instrument", i.id));
    return found == origins.end() ? fs::path() : fs::path(found->second.file).parent_path();
}

struct page_file {
    fs::path path;
    std::string text;
};

/// All pages as the rules make them, without what is written by hand.
std::vector<page_file> pages_of(const coverage& all, const rulebook& book, const fs::path& folder) {
    std::vector<page_file> out;
    const auto seen_from = [&](const fs::path& where) {
        return [&book, where](const instrument& i) { return home_of(book, i).lexically_relative(where).generic_string(); };
    };
    out.push_back({folder / "README.md", coverage_overview(all, book, seen_from(folder))});
    for (const coverage::group& g : all.groups) {
        if (g.of == nullptr) continue;
        const fs::path home = home_of(book, *g.of);
        if (!home.empty()) out.push_back({home / "README.md", instrument_readme(g, book, seen_from(home))});
    }
    return out;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A page with what stands by hand in the file that it takes the place of.
std::string with_handwriting(const page_file& page, const std::string& before) {
    const std::size_t mark = before.find("\n" + std::string(by_hand_mark) + "\n");
    return mark == before.npos ? page.text : page.text + before.substr(mark);
}

exit_status write_or_check(const coverage_arguments& held, const coverage& all, const rulebook& book, const session& s) {
    std::vector<std::string> stale;
    for (const page_file& page : pages_of(all, book, fs::path(held.folder))) {
        const std::string before = bytes_of(page.path);
        const std::string now = with_handwriting(page, before);
        if (before == now) continue;
        const std::string name = page.path.generic_string();
        stale.push_back(name);
        if (!held.writes) continue;
        std::ofstream out(page.path, std::ios::binary);
        out << now;
        out.close();
        if (!out) {
            complain({fmt::format("无法写入“{}”", name), fmt::format("cannot write \"{}\"", name)}, s.in);
            return exit_status::wrong;
        }
    }
    if (held.writes) {
        print(s.in == language::zh ? fmt::format("写入说明 {} 份。\n", stale.size()) : fmt::format("Pages written: {}.\n", stale.size()), s.in);
        return exit_status::fine;
    }
    for (const std::string& name : stale)
        complain({fmt::format("“{}”与规则不符：以 xuanren rules coverage {} --write 重新写入", name, held.folder),
                  fmt::format("\"{}\" does not agree with the rules: write it anew by xuanren rules coverage {} --write", name, held.folder)},
                 s.in);
    if (!stale.empty()) return exit_status::wrong;
    print(s.in == language::zh ? "说明与规则一致。\n" : "The pages agree with the rules.\n", s.in);
    return exit_status::fine;
}

exit_status run(const coverage_arguments& held, const session& s) {
    const std::vector<std::string> formats = {"text", "json", "markdown"};
    if (std::find(formats.begin(), formats.end(), held.format) == formats.end())
        return wrong_use(s, {fmt::format("没有格式“{}”（可用 text、json、markdown）", held.format),
                             fmt::format("no format \"{}\" (text, json or markdown)", held.format)});
    if ((held.writes || held.checks) && held.folder.empty())
        return wrong_use(s, {"--write、--check 须写明规则目录", "--write and --check need the folder of rules"});
    const result<source> from = held.folder.empty() ? built_in() : of_folder(held.folder);
    if (!from) {
        complain(from.problems(), s.in);
        return exit_status::wrong;
    }
    const result<coverage> all = coverage_of(from->book, from->list);
    if (!all) {
        complain({fmt::format("条目清单与规则不符，共 {} 处：", all.problems().size()),
                  fmt::format("the list of clauses and the rules disagree; problems: {}", all.problems().size())},
                 s.in);
        complain(all.problems(), s.in);
        return exit_status::wrong;
    }
    if (held.writes || held.checks) return write_or_check(held, *all, from->book, s);
    if (held.format == "json") print(coverage_json(*all), s.in);
    else if (held.format == "markdown")
        print(coverage_overview(*all, from->book, [&](const instrument& i) { return home_of(from->book, i).generic_string(); }), s.in);
    else print(coverage_text(*all, page(s.in)), s.in);
    return exit_status::fine;
}

}  // namespace

void add_rules_coverage(CLI::App& rules, session& s) {
    CLI::App* command = add_command(rules, s, "coverage",
                                    s.say("可核查条目的覆盖情况，逐文件逐条列出", "What has become of each checkable clause, article by article"));
    const auto held = std::make_shared<coverage_arguments>();
    command->add_option("DIR", held->folder, s.say("规则目录（默认内置规则）", "Folder of rules (default: those built in)"))->type_name("");
    add_value(*command, "--format", held->format, s.say("输出格式：text、json 或 markdown（默认 text）", "Output: text, json or markdown (default text)"), "FORMAT");
    command->add_flag("--write", held->writes, s.say("写入目录中各文件的 README.md", "Write the README.md of each instrument in the folder"));
    command->add_flag("--check", held->checks, s.say("核对各 README.md 与规则是否一致", "Check that each README.md agrees with the rules"));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
