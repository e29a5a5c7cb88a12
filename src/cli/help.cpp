// src/cli/help.cpp
#include "help.hpp"

#include "input.hpp"

#include <fmt/format.h>

#include <string_view>

namespace xuanren::cli {

std::shared_ptr<CLI::Formatter> help_formatter(const session& s) {
    auto out = std::make_shared<CLI::Formatter>();
    out->column_width(34);
    if (s.in == language::en) {
        out->label("SUBCOMMAND", "COMMAND");
        out->label("OPTIONS", "OPTIONS");
        out->label("Positionals", "Arguments");
        return out;
    }
    out->label("Usage", "用法");
    out->label("OPTIONS", "选项");
    out->label("SUBCOMMAND", "命令");
    out->label("SUBCOMMANDS", "命令");
    out->label("Positionals", "参数");
    out->label("REQUIRED", "（必填）");
    return out;
}

CLI::App* add_command(CLI::App& program, session& s, std::string name, std::string description) {
    CLI::App* command = program.add_subcommand(std::move(name), std::move(description));
    command->group(s.say("命令", "Commands"));
    command->formatter(help_formatter(s));
    command->option_defaults()->group(s.say("选项", "Options"));
    command->set_help_flag("-h,--help", s.say("显示帮助", "Show this help"))->group(s.say("选项", "Options"));
    command->allow_extras();
    // Read before the parser runs, so that its own messages have the language too.
    static std::string read_already;
    add_value(*command, "--lang", read_already, s.say("输出语言：zh 或 en（默认 zh）", "Language of the output: zh or en (default zh)"),
              "zh|en");
    return command;
}

exit_status wrong_use(const session& s, const text& message) {
    complain(message, s.in);
    complain(text{"用 xuanren --help 或 xuanren 命令 --help 查看用法",
                  "see xuanren --help --lang en, or xuanren COMMAND --help --lang en"},
             s.in);
    return exit_status::wrong;
}

exit_status tell(const CLI::ParseError& error, const session& s) {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find(':'));
    if (error.get_name() == "ArgumentMismatch")
        return wrong_use(s, {fmt::format("选项“{}”缺少取值，或者取值过多", name),
                             fmt::format("option \"{}\": a value is missing, or there are too many", name)});
    if (error.get_name() == "ConversionError" || error.get_name() == "ValidationError")
        return wrong_use(s, {fmt::format("选项“{}”的取值无效", name), fmt::format("option \"{}\": the value is not valid", name)});
    return wrong_use(s, {fmt::format("命令行有误：{}", what), what});
}

exit_status tell_unknown(const std::vector<std::string>& extras, const CLI::App& command, const session& s) {
    text message;
    for (const std::string& extra : extras) {
        std::vector<std::string> known;
        const bool is_option = extra.starts_with("-");
        if (is_option)
            for (const CLI::Option* option : command.get_options())
                for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        else
            for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
                known.push_back(sub->get_name());
        const std::string_view written(extra);
        const problem p = is_option || !known.empty()
                              ? unknown_name("XR-CLI-020", is_option ? text{"选项", "option"} : text{"命令", "command"},
                                             written.substr(0, written.find('=')), known)
                              : problem{"XR-CLI-021", {}, {}, 0, 0, extra, {},
                                        {fmt::format("多余的参数“{}”", extra), fmt::format("argument \"{}\" is not expected", extra)}};
        if (!message.zh.empty()) {
            message.zh += "；";
            message.en += "; ";
        }
        message.zh += p.message.zh;
        message.en += p.message.en;
    }
    return wrong_use(s, message);
}

std::string language_asked_for(int count, const char* const* arguments) {
    std::string asked = "zh";
    for (int i = 1; i < count; ++i) {
        const std::string_view argument(arguments[i]);
        if (argument == "--") break;
        if (argument.starts_with("--lang=")) asked = argument.substr(7);
        if (argument == "--lang" && i + 1 < count) asked = arguments[i + 1];
    }
    return asked;
}

}  // namespace xuanren::cli
