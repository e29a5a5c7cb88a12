// src/cli/program.cpp
#include "program.hpp"

#include "command.hpp"
#include "help.hpp"

#include <fmt/format.h>

#include <csignal>
#include <exception>

namespace xuanren::cli {

namespace {

exit_status run(int count, char** arguments) {
    session s;
    const std::string asked = language_asked_for(count, arguments);
    if (asked == "en") s.in = language::en;

    CLI::App program(s.say("xuanren 选任：对照法规审核干部选拔任用", "xuanren: checks appointments of cadres against the regulations"),
                     "xuanren");
    program.formatter(help_formatter(s));
    program.option_defaults()->group(s.say("选项", "Options"));
    program.set_help_flag("-h,--help", s.say("显示帮助", "Show this help"))->group(s.say("选项", "Options"));
    program.allow_extras();
    std::string read_already;
    add_value(program, "--lang", read_already, s.say("输出语言：zh 或 en（默认 zh）", "Language of the output: zh or en (default zh)"),
              "zh|en");
    bool wants_version = false;
    program.add_flag("--version", wants_version, s.say("显示版本", "Show the version"));
    program.footer(s.say("退出状态：0 全部合规；1 有违规；3 有要件不全、须报批或者待研判；2 命令或者输入有误。",
                         "Exit status: 0 all compliant; 1 a violation; 3 something incomplete, needing approval or left to\n"
                         "judgement; 2 the command or its input is wrong."));

    add_check(program, s);
    add_explain(program, s);
    add_kin(program, s);
    add_quota(program, s);
    add_annual(program, s);
    add_rules(program, s);
    add_facts(program, s);
    add_eval(program, s);

    try {
        program.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
        print(program.help(), s.in);
        return exit_status::fine;
    } catch (const CLI::ParseError& error) {
        return tell(error, s);
    }

    if (asked != "zh" && asked != "en")
        return wrong_use(s, {fmt::format("语言“{}”无效：应为 zh 或 en", asked), fmt::format("language \"{}\": must be zh or en", asked)});
    const CLI::App* chosen = &program;
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    if (const std::vector<std::string> extras = program.remaining(true); !extras.empty())
        return tell_unknown(extras, *chosen, s);
    if (wants_version) {
        print("xuanren " XUANREN_VERSION "\n", s.in);
        return exit_status::fine;
    }
    if (!s.run) {
        print(program.help(), s.in);
        return wrong_use(s, {"未给出命令", "no command given"});
    }
    return s.run();
}

}  // namespace

int run_program(int count, char** arguments) {
#ifdef SIGPIPE
    // A reader that has seen enough must not end the program with a signal.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    try {
        const exit_status ended = run(count, arguments);
        return static_cast<int>(printed_well() ? ended : exit_status::wrong);
    } catch (const std::exception& error) {
        complain({fmt::format("内部错误：{}", error.what()), fmt::format("internal error: {}", error.what())}, language::zh);
        return static_cast<int>(exit_status::wrong);
    }
}

}  // namespace xuanren::cli
