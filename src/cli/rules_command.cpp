// src/cli/rules_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"
#include "rules_commands.hpp"

#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/rule_text.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/testing/rule_cases.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

namespace xuanren::cli {

namespace {

struct rules_arguments {
    std::vector<std::string> folders;
    std::string id, folder, format = "text";
};

exit_status list(const rules_arguments& held, const session& s) {
    const std::optional<rulebook> book = load_book(held.folders, s);
    if (!book) return exit_status::wrong;
    print(rules_list_text(*book, wording_of(*book), page(s.in)), s.in);
    return exit_status::fine;
}

exit_status show(const rules_arguments& held, const session& s) {
    if (held.id.empty())
        return wrong_use(s, {"用法：xuanren rules show 规则编号", "usage: xuanren rules show ID"});
    if (held.format != "text" && held.format != "json")
        return wrong_use(s, {fmt::format("没有格式“{}”（可用 text、json）", held.format), fmt::format("no format \"{}\" (text or json)", held.format)});
    const std::optional<rulebook> book = load_book(held.folders, s);
    if (!book) return exit_status::wrong;
    const bool is_json = held.format == "json";
    if (const auto r = book->find(held.id)) {
        if (is_json) {
            const result<std::string> written = to_json(*r);
            if (!written) {
                complain(written.problems(), s.in);
                return exit_status::wrong;
            }
            print(*written + "\n", s.in);
        } else {
            print(rule_text(*r, *book, wording_of(*book), page(s.in)), s.in);
        }
        return exit_status::fine;
    }
    if (const auto e = book->find_exception(held.id)) {
        print(is_json ? to_json(*e) + "\n" : exception_text(*e, wording_of(*book), page(s.in)), s.in);
        return exit_status::fine;
    }
    std::vector<std::string> known;
    for (const auto& r : book->rules()) known.push_back(r->id());
    for (const auto& e : book->exceptions()) known.push_back(e->id);
    complain({unknown_name("XR-CLI-031", {"规则", "rule"}, held.id, known)}, s.in);
    return exit_status::wrong;
}

/// The case rows that stand beside the rules, each against the answer that it expects.
exit_status check_cases(const std::string& folder, const folder_rules& rules, const session& s) {
    const auto cases = cases_in(folder);
    const std::vector<problem> wrong = cases ? testing::run_rule_cases(rules.whole, *cases, national_calendar()) : cases.problems();
    if (!wrong.empty()) {
        complain({fmt::format("案例与规则不符，共 {} 处：", wrong.size()), fmt::format("case rows that the rules do not bear out: {}", wrong.size())}, s.in);
        complain(wrong, s.in);
        return exit_status::wrong;
    }
    if (cases->empty()) return exit_status::fine;
    print(s.in == language::zh ? fmt::format("案例 {} 行，全部相符。\n", cases->size()) : fmt::format("{} case rows, all as expected.\n", cases->size()), s.in);
    for (const auto& r : rules.own.rules()) {
        const auto rows = std::count_if(cases->begin(), cases->end(), [&](const testing::rule_case& c) { return c.subject == r->id(); });
        constexpr int wanted = 5;
        if (rows < wanted)
            print(s.in == language::zh ? fmt::format("  {} 只有 {} 行案例：宜有符合、差一点、缺事实、不适用、例外或者版本交界各一行。\n", r->id(), rows)
                                       : fmt::format("  {} has {} rows: there should be one each that is met, one short, missing, out of scope, and an "
                                                     "exception or the edge of its version.\n", r->id(), rows),
                  s.in);
    }
    return exit_status::fine;
}

exit_status check_folder(const rules_arguments& held, const session& s) {
    if (held.folder.empty())
        return wrong_use(s, {"用法：xuanren rules check 规则目录", "usage: xuanren rules check DIR"});
    std::error_code error;
    if (!std::filesystem::is_directory(held.folder, error))
        return wrong_use(s, {fmt::format("“{}”不是目录，或者不存在", held.folder), fmt::format("\"{}\" is not a folder, or does not exist", held.folder)});
    const result<folder_rules> loaded = load_folder(held.folder);
    if (!loaded) {
        complain({fmt::format("“{}”中的规则不能采用，共 {} 处问题：", held.folder, loaded.problems().size()),
                  fmt::format("the rules in \"{}\" cannot be used; problems: {}", held.folder, loaded.problems().size())},
                 s.in);
        complain(loaded.problems(), s.in);
        return exit_status::wrong;
    }
    const rulebook& own = loaded->own;
    if (own.is_empty()) {
        complain({fmt::format("“{}”中没有规则", held.folder), fmt::format("no rule in \"{}\"", held.folder)}, s.in);
        return exit_status::wrong;
    }
    print(s.in == language::zh
              ? fmt::format("{}：{} 部文件，规则 {} 条，例外 {} 条，定义 {} 条，附表 {} 张，均可采用。\n", held.folder, own.instruments().size(),
                            own.rules().size(), own.exceptions().size(), own.definitions().size(), own.tables().size())
              : fmt::format("{}: {} instruments, {} rules, {} exceptions, {} definitions, {} tables; all can be used.\n", held.folder,
                            own.instruments().size(), own.rules().size(), own.exceptions().size(), own.definitions().size(),
                            own.tables().size()),
          s.in);
    for (const std::string& id : loaded->whole.loosened())
        print(s.in == language::zh ? fmt::format("放宽上级规定：{}\n", id) : fmt::format("Loosens a higher rule: {}\n", id), s.in);
    return check_cases(held.folder, *loaded, s);
}

}  // namespace

void add_rules(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "rules", s.say("列出、查看规则，检查规则目录", "List and show rules, check a folder of rules"));
    const auto held = std::make_shared<rules_arguments>();
    add_folders_option(*command, held->folders, s);
    command->callback([held, &s] {
        if (!s.run) s.run = [held, &s] { return list(*held, s); };
    });

    CLI::App* listing = add_command(*command, s, "list", s.say("列出全部规则（不给子命令时亦然）", "List all rules (the default)"));
    add_folders_option(*listing, held->folders, s);
    listing->callback([held, &s] { s.run = [held, &s] { return list(*held, s); }; });

    CLI::App* showing = add_command(*command, s, "show", s.say("查看一条规则或者例外", "Show one rule or exception"));
    showing->add_option("ID", held->id, s.say("规则或者例外的编号", "Id of the rule or exception"))->type_name("");
    add_value(*showing, "--format", held->format, s.say("输出格式：text 或 json（默认 text）", "Output: text or json (default text)"), "FORMAT");
    add_folders_option(*showing, held->folders, s);
    showing->callback([held, &s] { s.run = [held, &s] { return show(*held, s); }; });

    CLI::App* checking = add_command(*command, s, "check", s.say("检查规则目录能否采用", "Check whether a folder of rules can be used"));
    checking->add_option("DIR", held->folder, s.say("规则目录", "Folder of rules"))->type_name("");
    checking->callback([held, &s] { s.run = [held, &s] { return check_folder(*held, s); }; });

    add_rules_coverage(*command, s);
    add_rules_diff(*command, s);
}

}  // namespace xuanren::cli
