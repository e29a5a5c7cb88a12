#include "facts_table_command.hpp"

#include "input.hpp"

#include <xuanren/check/case_columns.hpp>
#include <xuanren/io/table/csv_writer.hpp>

#include <fmt/format.h>

#include <cstdio>

namespace xuanren::cli {

namespace {

constexpr const char* name_heading = "appointment";

/// Writes a file as a whole; says why it cannot.
bool write_file(const std::string& path, std::string_view bytes, const session& s) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    const bool is_written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool is_closed = file != nullptr && std::fclose(file) == 0;
    if (is_written && is_closed) return true;
    problem p;
    p.code = "XR-CLI-016";
    p.file = path;
    p.expected = {"可写的文件", "a file that can be written"};
    p.message = {"无法写入", "it cannot be written"};
    complain(std::vector<problem>{p}, s.in);
    return false;
}

}  // namespace

void add_facts_table_options(CLI::App& command, facts_table_arguments& held, const session& s) {
    add_value(command, "--table", held.table,
              s.say("把卷宗中各任免事项的事实写成 CSV 表，每项一行；\n“-”为标准输出", "Write the facts of the dossiers' appointments as a CSV\ntable, one a row; \"-\" is standard output"),
              "OUT.csv");
    add_value(command, "--map", held.map, s.say("并写出 check --table 所用的对照文件", "Write the map for check --table, too"), "OUT.json");
}

exit_status write_facts_table(const std::vector<std::string>& files, const facts_table_arguments& held, const review_arguments& review,
                              const session& s) {
    if (files.empty()) return wrong_use(s, {"未给出卷宗文件", "no dossier file is given"});
    const std::optional<reviewer> with = reviewer::make(review, s);
    if (!with) return exit_status::wrong;
    case_columns columns(with->book(), with->options());
    std::vector<std::string> names;
    for (const std::string& file : files) {
        const auto read = with->read(file);
        if (!read) return exit_status::wrong;
        std::vector<problem> problems = columns.add(read->value);
        for (problem& p : problems) p.file = file;
        complain(problems, s.in);
        while (names.size() < columns.rows())
            names.push_back(files.size() == 1 ? columns.ids()[names.size()] : name_of_file(file, s.in) + ":" + columns.ids()[names.size()]);
    }
    if (!columns.left_out().empty())
        complain({fmt::format("不能写入表的事实（依据这些事实的规则将为情况不明）：{}", fmt::join(columns.left_out(), "、")),
                  fmt::format("facts that a table cannot hold (rules on them will be undetermined): {}", fmt::join(columns.left_out(), ", "))},
                 s.in);
    const table_view table = columns.view();
    const std::string rows = csv_writer(*with->book().facts()).write(table, names, name_heading);
    if (held.table == "-") {
        if (!print_data(rows, s.in)) return exit_status::wrong;
    } else if (!write_file(held.table, rows, s)) {
        return exit_status::wrong;
    }
    if (!held.map.empty() && !write_file(held.map, fmt::format("{{ \"id\": \"{}\" }}\n", name_heading), s)) return exit_status::wrong;
    complain({fmt::format("写出任免事项 {} 项，列 {} 个", table.rows, table.columns.size()),
              fmt::format("{} {} written, in {} columns", table.rows, table.rows == 1 ? "appointment" : "appointments", table.columns.size())},
             s.in);
    return exit_status::fine;
}

}  // namespace xuanren::cli
