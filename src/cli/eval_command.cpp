// src/cli/eval_command.cpp
#include "command.hpp"
#include "input.hpp"

#include <xuanren/engine/eval.hpp>
#include <xuanren/engine/feel_types.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/national_calendar.hpp>

#include <iostream>
#include <memory>
#include <optional>
#include <string_view>

namespace xuanren::cli {

namespace {

struct eval_arguments {
    std::string expression;
    std::optional<std::string> with, on;
    bool is_by_line = false;
};

/// Answers one line for every line read, at once, so that a caller may converse with it.
exit_status by_line(const session& s) {
    std::string line;
    while (std::getline(std::cin, line)) print(eval_json_line(line) + "\n", s.in);
    return exit_status::fine;
}

/// Whether an expression counts to a day that only the caller can name.
bool asks_reference_date(std::string_view expression) { return expression.find("elapsed") != expression.npos; }

exit_status run(const eval_arguments& held, const session& s) {
    if (held.is_by_line) {
        if (!held.expression.empty() || held.with || held.on)
            return wrong_use(s, {"--jsonl 从标准输入读取，不另给表达式或选项", "--jsonl reads standard input and takes no expression or other option"});
        return by_line(s);
    }
    if (held.expression.empty())
        return wrong_use(s, {"未给出表达式", "no expression given"});
    std::optional<civil_date> on;
    if (held.on) {
        const result<civil_date> read = date_of_option("--on", *held.on);
        if (!read) {
            complain(read.problems(), s.in);
            return exit_status::wrong;
        }
        on = *read;
    }
    const catalogue& known = *national_catalogue();
    named_inputs inputs(known);
    if (held.with) {
        const result<std::string> bytes = read_file(*held.with);
        result<named_inputs> read = bytes ? read_inputs(*bytes, known) : result<named_inputs>(bytes.problems());
        if (!read) {
            std::vector<problem> problems = read.problems();
            for (problem& p : problems)
                if (p.file.empty()) p.file = *held.with;
            complain(problems, s.in);
            return exit_status::wrong;
        }
        inputs = *std::move(read);
    }
    const result<value> answer = evaluate_feel(held.expression, inputs, on, &national_calendar());
    if (!answer) {
        complain(answer.problems(), s.in);
        return exit_status::wrong;
    }
    if (answer->is_unknown()) {
        print(s.say("情况不明：unknown\n", "not decidable: unknown\n"), s.in);
        if (!on && asks_reference_date(held.expression))
            complain(text{"elapsed 须有基准日：以 --on 指定", "elapsed needs a reference date: give it by --on"}, s.in);
        return exit_status::fine;
    }
    print(in(describe(type_of(*answer)), s.in) + s.say("：", ": ") + to_feel(*answer) + "\n", s.in);
    return exit_status::fine;
}

}  // namespace

void add_eval(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "eval", s.say("对一个 FEEL 表达式求值，供编写规则者使用", "Evaluate one FEEL expression, for those who write rules"));
    const auto held = std::make_shared<eval_arguments>();
    command->add_option("EXPR", held->expression, s.say("FEEL 表达式", "FEEL expression"))->type_name("");
    add_value(*command, "--with", held->with, s.say("输入值的文件（JSON 对象）", "A file of inputs (JSON object)"), "FILE");
    add_value(*command, "--on", held->on, s.say("elapsed 等的基准日", "Reference date of elapsed and the like"), "DATE");
    command->add_flag("--jsonl", held->is_by_line,
                      s.say("从标准输入逐行读取 {\"expression\", \"inputs\", \"input_types\"}，逐行作答",
                            "Read {\"expression\", \"inputs\", \"input_types\"} from standard input, a line each, and answer each"));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
