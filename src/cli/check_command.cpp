// src/cli/check_command.cpp
#include "command.hpp"
#include "input.hpp"
#include "review.hpp"
#include "table_command.hpp"

#include <xuanren/report/html.hpp>
#include <xuanren/report/json.hpp>
#include <xuanren/report/junit.hpp>
#include <xuanren/report/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace xuanren::cli {

namespace {

struct check_arguments {
    std::vector<std::string> files;
    std::string format = "text";
    review_arguments review;
    table_arguments table;
};

/// 1 where there is a violation, else 3 where anything is open or nothing was there to check, else 0.
exit_status status_of(const report& r) {
    const auto count = [&](outcome o) {
        return r.by_outcome[static_cast<std::size_t>(o)] + r.organisations_by_outcome[static_cast<std::size_t>(o)];
    };
    if (count(outcome::violation) != 0) return exit_status::violation;
    const bool is_empty = r.appointments.empty() && r.organisations.empty();
    const bool is_open = count(outcome::incomplete) + count(outcome::needs_approval) + count(outcome::judgement) != 0;
    return is_open || is_empty ? exit_status::open : exit_status::fine;
}

exit_status worse(exit_status a, exit_status b) {
    const auto gravity = [](exit_status e) {
        return e == exit_status::wrong ? 3 : e == exit_status::violation ? 2 : e == exit_status::open ? 1 : 0;
    };
    return gravity(a) >= gravity(b) ? a : b;
}

exit_status run(const check_arguments& held, const session& s) {
    if (!held.table.file.empty()) {
        if (!held.files.empty())
            return wrong_use(s, {"--table 与卷宗文件不能同时给出", "a table and dossier files cannot be given together"});
        return check_table(held.table, held.review, held.format, s);
    }
    const std::vector<std::string> formats = {"text", "json", "junit", "html"};
    if (std::find(formats.begin(), formats.end(), held.format) == formats.end()) {
        problem p = unknown_name("XR-CLI-012", {"格式", "format"}, held.format, formats);
        return wrong_use(s, {p.message.zh + "（可用 text、json、junit、html）", p.message.en + " (text, json, junit or html)"});
    }
    if (held.files.empty())
        return wrong_use(s, {"未给出要审核的文件；“-”表示标准输入", "no file to check; \"-\" is standard input"});
    if (held.format == "html" && held.files.size() > 1)
        return wrong_use(s, {"html 格式一次只审核一个文件", "html takes one file at a time"});
    if (std::count(held.files.begin(), held.files.end(), "-") > 1)
        return wrong_use(s, {"标准输入“-”只能给出一次", "standard input \"-\" can be given only once"});
    const std::optional<reviewer> with = reviewer::make(held.review, s);
    if (!with) return exit_status::wrong;

    exit_status ended = exit_status::fine;
    const bool is_list = held.files.size() > 1 && held.format == "json";
    bool is_first = true;
    junit_document suites(s.in);
    if (is_list) print("[\n", s.in);
    for (const std::string& file : held.files) {
        const std::optional<reviewed> done = with->review(file);
        if (!done) {
            ended = exit_status::wrong;
            continue;
        }
        const report& made = done->made;
        const wording& words = done->words;
        if (held.format == "json") {
            if (is_list && !is_first) print(",\n", s.in);
            print(to_json(made, words), s.in);
        } else if (held.format == "junit") {
            suites.add(made, words, held.files.size() > 1 ? name_of_file(file, s.in) : std::string());
        } else {
            text_options set = page(s.in);
            set.file = name_of_file(file, s.in);
            if (held.format == "html") {
                print(to_html(made, words, done->names, set), s.in);
                ended = worse(ended, status_of(made));
                continue;
            }
            if (!is_first) print("\n", s.in);
            print(to_text(made, words, done->names, set), s.in);
        }
        if (made.appointments.empty() && made.organisations.empty())
            complain({fmt::format("“{}”中没有可审核的任免或者单位，未作任何审核", name_of_file(file, s.in)),
                      fmt::format("\"{}\" holds no appointment or organisation to review: nothing was checked", name_of_file(file, s.in))},
                     s.in);
        ended = worse(ended, status_of(made));
        is_first = false;
    }
    if (is_list) print("]\n", s.in);
    if (held.format == "junit") print(suites.text(), s.in);
    return ended;
}

}  // namespace

void add_check(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "check", s.say("审核卷宗中的任免与单位", "Review the appointments and organisations of dossiers"));
    const auto held = std::make_shared<check_arguments>();
    command->add_option("FILE", held->files, s.say("卷宗文件（JSON），可给多个；“-”为标准输入", "Dossier files (JSON); \"-\" is standard input"))->type_name("");
    add_value(*command, "--format", held->format, s.say("输出格式：text、json、junit 或 html（默认 text）；\n表为 csv 或 jsonl（默认 csv）", "Output: text, json, junit or html (default text);\nof tables csv or jsonl (default csv)"),
              "FORMAT");
    add_table_options(*command, held->table, s);
    add_review_options(*command, held->review, s);
    command->footer(s.say("json 与 junit 列出每条规则；text 列出未满足者，其余只计数。给出多个文件时，json 输出报告的数组。",
                          "json and junit list every rule; text lists what is not satisfied and counts the rest. Of several\n"
                          "files, json is an array of reports."));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
