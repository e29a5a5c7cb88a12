// src/cli/input.cpp
#include "input.hpp"

#include "console.hpp"

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/engine/feel_names.hpp>

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace xuanren::cli {

namespace {

problem about_file(const char* code, const std::string& path, text message) {
    problem p;
    p.code = code;
    p.file = path;
    p.message = std::move(message);
    return p;
}

/// Why the system refused, in both languages where it is a common reason.
text reason_of(int error) {
    switch (error) {
        case EACCES:
        case EPERM: return {"没有读取权限", "permission denied"};
        case EISDIR: return {"是目录", "it is a directory"};
        default: return {std::strerror(error), std::strerror(error)};
    }
}

}  // namespace

std::string name_of_file(const std::string& path, language in) {
    return path == "-" ? std::string(phrase{"标准输入", "standard input"}.in(in)) : path;
}

void refuse_dossier(const std::string& path, const std::vector<problem>& problems, language in) {
    const std::string name = name_of_file(path, in);
    const std::size_t count = problems.size();
    complain(text{fmt::format("“{}”不能采用，共 {} 处问题：", name, count),
                  fmt::format("\"{}\" cannot be used; {} {}:", name, count, count == 1 ? "problem" : "problems")},
             in);
    complain(problems, in);
}

result<std::FILE*> open_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return about_file("XR-CLI-002", path, {"这是目录，应为文件", "this is a directory; a file is expected"});
    if (std::FILE* file = std::fopen(path.c_str(), "rb")) return file;
    if (errno == ENOENT) return about_file("XR-CLI-001", path, {"文件不存在", "no such file"});
    const text reason = reason_of(errno);
    return about_file("XR-CLI-003", path, {fmt::format("无法读取：{}", reason.zh), fmt::format("cannot be read: {}", reason.en)});
}

result<std::string> read_file(const std::string& path) {
    const bool is_stdin = path == "-";
    const result<std::FILE*> found = is_stdin ? result<std::FILE*>(stdin) : open_file(path);
    if (!found) return found.problems();
    std::FILE* file = *found;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
        is_stdin ? nullptr : file, [](std::FILE* f) { return f == nullptr ? 0 : std::fclose(f); });
    std::string bytes;
    std::error_code no_size;
    const auto size = is_stdin ? 0 : std::filesystem::file_size(path, no_size);
    if (!no_size && size > 0) bytes.reserve(static_cast<std::size_t>(size) + 1);
    char block[1 << 16];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file)) bytes.append(block, count);
    if (std::ferror(file) != 0) {
        const text reason = reason_of(errno);
        return about_file("XR-CLI-003", path,
                          {fmt::format("读取中断：{}", reason.zh), fmt::format("reading broke off: {}", reason.en)});
    }
    if (bytes.empty()) return about_file("XR-CLI-004", path, {"文件为空", "the file is empty"});
    return bytes;
}

result<civil_date> date_of_option(std::string_view option, const std::string& written) {
    const auto placed = [&](problem p) {
        p.file = std::string(option);
        return p;
    };
    result<civil_date> read = parse_date(written);
    if (!read) {
        std::vector<problem> all;
        for (const problem& p : read.problems()) all.push_back(placed(p));
        return all;
    }
    if (read->is_day()) return read;
    problem p;
    p.code = "XR-CLI-010";
    p.found = written;
    p.expected = {"精确到日的日期", "a date to the day"};
    p.message = {fmt::format("日期“{}”须精确到日，如 2024-05-20", written),
                 fmt::format("date \"{}\" must be given to the day, as 2024-05-20", written)};
    return placed(p);
}

problem unknown_name(std::string code, const text& what, std::string_view name, const std::vector<std::string>& known) {
    detail::nearest_names near(name);
    for (const std::string& each : known) near.consider(each);
    // The id above several, 2019/42, means those under it.
    std::vector<std::string> best;
    for (const std::string& each : known)
        if (best.size() < 8 && !name.empty() && each.starts_with(std::string(name) + "/")) best.push_back(each);
    if (best.empty()) best = near.best();
    // A part of an id is what one tends to remember: 8.1.3.
    if (best.empty() && !name.empty())
        for (const std::string& each : known)
            if (best.size() < 3 && each.find(name) != each.npos) best.push_back(each);
    const text hint = detail::suggestion(best);
    problem p;
    p.code = std::move(code);
    p.found = std::string(name);
    p.message = {fmt::format("没有{}“{}”{}", what.zh, name, hint.zh), fmt::format("no {} \"{}\"{}", what.en, name, hint.en)};
    return p;
}

}  // namespace xuanren::cli
