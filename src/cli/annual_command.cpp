// src/cli/annual_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"
#include "review.hpp"

#include <xuanren/check/annual.hpp>
#include <xuanren/report/annual_json.hpp>
#include <xuanren/report/annual_markdown.hpp>
#include <xuanren/report/annual_text.hpp>
#include <xuanren/report/of_dossier.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace xuanren::cli {

namespace {

struct annual_arguments {
    std::vector<std::string> files;
    std::string year, format = "text";
    std::optional<std::string> ages, young, horizons;
    review_arguments review;
};

constexpr int first_year = 1949, last_year = 2999;

std::optional<int> number_in(std::string_view word, int low, int high) {
    int out = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out);
    if (error != std::errc() || end != word.data() + word.size() || out < low || out > high)
        return std::nullopt;
    return out;
}

std::vector<std::string> parts_of(const std::string& list) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        out.push_back(list.substr(from, comma - from));
        from = comma + 1;
    }
    return out;
}

/// Rising whole numbers, parted by commas; empty where they are not.
std::optional<std::vector<int>> rising(const std::string& list, int low, int high) {
    std::vector<int> out;
    for (const std::string& part : parts_of(list)) {
        const auto n = number_in(part, low, high);
        if (!n || (!out.empty() && *n <= out.back())) return std::nullopt;
        out.push_back(*n);
    }
    return out;
}

/// `county_deputy=40,正科级=35`; empty where it is something else.
std::optional<std::vector<young_line>> lines_of(const std::string& list) {
    std::vector<young_line> out;
    for (const std::string& part : parts_of(list)) {
        const std::size_t sign = part.find('=');
        if (sign == part.npos) return std::nullopt;
        const auto of = member_of<level>(std::string_view(part).substr(0, sign));
        const auto age = number_in(std::string_view(part).substr(sign + 1), 18, 99);
        const bool is_second = of && std::any_of(out.begin(), out.end(), [&](const young_line& y) {
                                   return y.level == *of;
                               });
        if (!of || *of < level::township_deputy || !age || is_second) return std::nullopt;
        out.push_back({*of, *age});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const young_line& a, const young_line& b) { return a.level < b.level; });
    return out;
}

/// The options beyond those of a review; says what is wrong with them.
std::optional<annual_options> options_of(const annual_arguments& held, const session& s) {
    annual_options out;
    const auto refuse = [&](const char* option, const std::string& written, const text& expected) {
        problem p;
        p.code = "XR-CLI-015";
        p.file = option;
        p.found = written;
        p.message = {fmt::format("“{}”无效：应为{}", written, expected.zh),
                     fmt::format("\"{}\": must be {}", written, expected.en)};
        complain({p}, s.in);
    };
    std::string_view year = held.year;
    if (year.ends_with("年")) year.remove_suffix(std::string_view("年").size());
    if (const auto read = number_in(year, first_year, last_year)) {
        out.year = *read;
    } else {
        refuse("--year", held.year, {"四位年份，如 2022", "a year of four digits, as 2022"});
        return std::nullopt;
    }
    bool is_fine = true;
    if (held.ages) {
        const auto read = rising(*held.ages, 18, 99);
        if (read)
            out.ages = *read;
        else
            refuse("--ages", *held.ages,
                   {"由小到大的周岁，如 35,40,45,50,55", "rising whole years, as 35,40,45,50,55"});
        is_fine = is_fine && read;
    }
    if (held.horizons) {
        const auto read = rising(*held.horizons, 1, 50);
        if (read)
            out.horizons = *read;
        else
            refuse("--horizons", *held.horizons,
                   {"由小到大的年数，如 1,3,5", "rising numbers of years, as 1,3,5"});
        is_fine = is_fine && read;
    }
    if (held.young) {
        const auto read = lines_of(*held.young);
        if (read)
            out.young = *read;
        else
            refuse("--young", *held.young,
                   {"各层次的年龄线，如 县处级副职=40,乡科级正职=35",
                    "an age for each level, as county_deputy=40,township_principal=35"});
        is_fine = is_fine && read;
    }
    if (held.review.on) {
        const result<civil_date> on = date_of_option("--on", *held.review.on);
        if (!on) {
            complain(on.problems(), s.in);
            is_fine = false;
        } else if (on->year() < out.year) {
            refuse("--on", *held.review.on,
                   {"不早于所统计年度的日期", "a day not before the year that is counted"});
            is_fine = false;
        } else {
            out.on = *on;
        }
    }
    out.include_unverified = held.review.include_unverified;
    if (!is_fine) return std::nullopt;
    return out;
}

std::string years_words(const annual_figures& f, language in) {
    std::string out;
    for (const int y : f.other_years)
        out += (out.empty() ? "" : in == language::zh ? "、" : ", ") + std::to_string(y);
    return out;
}

exit_status run(const annual_arguments& held, const session& s) {
    const std::vector<std::string> formats = {"text", "json", "markdown"};
    if (std::find(formats.begin(), formats.end(), held.format) == formats.end()) {
        const problem p = unknown_name("XR-CLI-012", {"格式", "format"}, held.format, formats);
        return wrong_use(s, {p.message.zh + "（可用 text、json、markdown）",
                             p.message.en + " (text, json or markdown)"});
    }
    if (held.files.empty())
        return wrong_use(
            s, {"未给出卷宗文件；“-”表示标准输入", "no dossier file; \"-\" is standard input"});
    if (std::count(held.files.begin(), held.files.end(), "-") > 1)
        return wrong_use(
            s, {"标准输入“-”只能给出一次", "standard input \"-\" can be given only once"});
    if (held.year.empty())
        return wrong_use(s, {"未给出年度，如 --year 2022", "no year: give it as --year 2022"});
    std::optional<annual_options> options = options_of(held, s);
    if (!options) return exit_status::wrong;
    const std::optional<reviewer> with = reviewer::make(held.review, s);
    if (!with) return exit_status::wrong;
    options->calendar = &with->calendar();

    exit_status ended = exit_status::fine;
    const bool is_list = held.files.size() > 1 && held.format == "json";
    bool is_first = true;
    if (is_list) print("[\n", s.in);
    for (const std::string& file : held.files) {
        std::size_t size = 0;
        const std::optional<read_dossier_result> read = with->read(file, &size);
        if (!read) {
            ended = exit_status::wrong;
            continue;
        }
        annual_figures figures;
        {
            progress shown(size, s.in);
            options->progress = [&shown](std::size_t done, std::size_t total) {
                shown.show(done, total);
            };
            figures = annual(with->book(), read->value, *options);
        }
        if (!read->unused.empty())
            figures.gaps.push_back({"unused_keys", read->unused.size(), read->unused});
        if (!read->warnings.empty()) {
            annual_gap told{"warnings", read->warnings.size(), {}};
            for (const problem& w : read->warnings) told.subjects.push_back(w.at + " " + w.code);
            figures.gaps.push_back(std::move(told));
        }
        const annual_names names = names_in(read->value, figures);
        if (is_list && !is_first) print(",\n", s.in);
        if (!is_list && !is_first) print("\n", s.in);
        if (held.format == "json") {
            print(to_json(figures, with->words(), names), s.in);
        } else if (held.format == "markdown") {
            print(to_markdown(figures, with->words(), names, s.in), s.in);
        } else {
            text_options set = page(s.in);
            set.file = name_of_file(file, s.in);
            print(to_text(figures, with->words(), names, set), s.in);
        }
        is_first = false;
        if (!figures.appointments.empty()) continue;
        const std::string name = name_of_file(file, s.in), years = years_words(figures, s.in);
        complain(years.empty()
                     ? text{fmt::format("“{}”中没有{}年的任免", name, figures.year),
                            fmt::format("\"{}\" holds no appointment of {}", name, figures.year)}
                     : text{fmt::format("“{}”中没有{}年的任免；其中的任免在{}年", name,
                                        figures.year, years),
                            fmt::format(
                                "\"{}\" holds no appointment of {}; those that it holds are of {}",
                                name, figures.year, years)},
                 s.in);
        if (ended == exit_status::fine) ended = exit_status::open;
    }
    if (is_list) print("]\n", s.in);
    return ended;
}

}  // namespace

void add_annual(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "annual",
                                    s.say("年度自查统计：任免、问题与队伍结构",
                                          "The year's figures for the self-inspection report"));
    const auto held = std::make_shared<annual_arguments>();
    command
        ->add_option("FILE", held->files,
                     s.say("卷宗文件（JSON），可给多个；“-”为标准输入",
                           "Dossier files (JSON); \"-\" is standard input"))
        ->type_name("");
    add_value(*command, "--year", held->year,
              s.say("统计的年度（必填），如 2022", "The year that is counted (required), as 2022"),
              "YEAR");
    add_value(*command, "--format", held->format,
              s.say("输出格式：text、json 或 markdown（默认 text）",
                    "Output: text, json or markdown (default text)"),
              "FORMAT");
    add_value(*command, "--on", held->review.on,
              s.say("统计截止日：此后之事视为尚未发生（默认年末的队伍，\n全部已载明的任免）",
                    "Day of the count: what is dated later has not happened\n(default: all on "
                    "file, the corps at the end of the year)"),
              "DATE");
    add_value(*command, "--ages", held->ages,
              s.say("年龄段的上限，周岁（默认 35,40,45,50,55）",
                    "Last year of each age band (default 35,40,45,50,55)"),
              "LIST");
    add_value(*command, "--young", held->young,
              s.say("各层次年轻干部的年龄线，如 县处级副职=40",
                    "Up to which age a cadre of a level counts as young,\nas county_deputy=40"),
              "LIST");
    add_value(*command, "--horizons", held->horizons,
              s.say("即将退休的年限（默认 1,3,5）",
                    "Years over which retirements are told (default 1,3,5)"),
              "LIST");
    add_folders_option(*command, held->review.rules, s);
    command->add_flag("--include-unverified", held->review.include_unverified,
                      s.say("启用条文待核的规则", "Switch on rules whose text is unverified"));
    add_value(*command, "--calendar", held->review.calendar,
              s.say("补充放假安排的文件（JSON）", "A file of further holiday notices (JSON)"),
              "FILE");
    command->footer(
        s.say("markdown 可直接粘贴到自查报告；json 的键只增不减。给出多个文件时逐个统计，json "
              "输出数组。\n"
              "退出状态：0 已统计；3 有文件没有该年度的任免；2 命令或者输入有误。",
              "markdown can be pasted into a report; keys of json are only ever added. Several "
              "files are counted\n"
              "one by one, as an array in json. Exit status: 0 counted; 3 a file has no "
              "appointment of the year;\n"
              "2 the command or its input is wrong."));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
