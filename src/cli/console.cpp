// src/cli/console.cpp
#include "console.hpp"

#include "input.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace xuanren::cli {

namespace {

bool output_failed = false;
bool reader_gone = false;

bool is_terminal(std::FILE* stream) {
#if defined(__unix__) || defined(__APPLE__)
    return isatty(fileno(stream)) != 0;
#else
    static_cast<void>(stream);
    return false;
#endif
}

std::size_t terminal_width() {
#if defined(__unix__) || defined(__APPLE__)
    winsize size{};
    if (ioctl(fileno(stdout), TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
#endif
    return 100;
}

/// Where a problem is: dossier.json:12:5 /cadres/0/born.
std::string place_of(const problem& p, language in) {
    std::string out = name_of_file(p.file, in);
    if (p.line > 0) out += fmt::format("{}{}", out.empty() ? "" : ":", p.line);
    if (p.line > 0 && p.column > 0) out += fmt::format("{}{}", out.empty() ? "" : ":", p.column);
    if (!p.at.empty()) out += (out.empty() ? "" : " ") + p.at;
    return out;
}

/// Whether colours may be written: on a terminal that has them, and not refused by NO_COLOR.
bool has_colours() {
    const char* plain = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    const bool is_dumb = kind != nullptr && std::string_view(kind) == "dumb";
    return is_terminal(stdout) && !is_dumb && (plain == nullptr || *plain == '\0');
}

/// The length of a colour of `paint` at the front of the text, ESC [ 1;31 m; 0 where there is none.
std::size_t colour_length(std::string_view text) {
    if (!text.starts_with("\033[")) return 0;
    const std::size_t end = text.find_first_not_of("0123456789;", 2);
    return end != text.npos && end <= 6 && text[end] == 'm' ? end + 1 : 0;
}

/// The length of what is obeyed rather than shown though it is no ASCII: C1 controls, and the marks
/// that turn the direction of writing, by which a name could pass for another. 0 where there is none.
std::size_t unseen_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
    if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;
    if (byte(0) != 0xE2) return 0;
    const bool is_mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE));
    const bool is_isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
    return is_mark || is_isolate ? 3 : 0;
}

/// What a terminal would obey rather than show becomes U+FFFD: names come from files of others.
std::string harmless(std::string_view text, bool lets_colours_pass) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (const std::size_t length = unseen_length(text.substr(i)); length > 0) {
            out += "\xEF\xBF\xBD";
            i += length - 1;
            continue;
        }
        const bool is_control = (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') && c != '\n' && c != '\t';
        const std::size_t colour = lets_colours_pass && is_control ? colour_length(text.substr(i)) : 0;
        if (colour > 0) {
            out += text.substr(i, colour);
            i += colour - 1;
        } else if (is_control) {
            out += "\xEF\xBF\xBD";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

namespace {

void put(std::string_view text, language in) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written) return;
    if (errno == EPIPE) {
        reader_gone = true;
        return;
    }
    output_failed = true;
    const char* reason = std::strerror(errno);
    complain({fmt::format("无法写到标准输出：{}", reason), fmt::format("cannot write to standard output: {}", reason)}, in);
}

}  // namespace

void print(std::string_view said, language in) {
    if (output_failed || reader_gone || said.empty()) return;
    put(harmless(said, has_colours()), in);
}

bool print_data(std::string_view rows, language in) {
    if (is_terminal(stdout)) print(rows, in);
    else if (!output_failed && !reader_gone && !rows.empty()) put(rows, in);
    return !output_failed && !reader_gone;
}

bool printed_well() { return !output_failed; }

void complain(const text& message, language in) {
    const std::string line = fmt::format("xuanren: {}\n", harmless(xuanren::in(message, in), false));
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(const std::vector<problem>& problems, language in) {
    for (const problem& p : problems) {
        const std::string place = place_of(p, in);
        const std::string message = xuanren::in(p.message, in);
        complain(in == language::zh
                     ? text{fmt::format("{}{}{} [{}]", place, place.empty() ? "" : "：", message, p.code), {}}
                     : text{{}, fmt::format("{}{}{} [{}]", place, place.empty() ? "" : ": ", message, p.code)},
                 in);
    }
}

text_options page(language in) {
    text_options out;
    out.in = in;
    const bool on_terminal = is_terminal(stdout);
    out.colours.is_on = has_colours();
    if (on_terminal) out.width = terminal_width() > 160 ? 160 : terminal_width();
    return out;
}

progress::progress(std::size_t bytes, language in) : is_terminal_(is_terminal(stderr)), in_(in) {
    constexpr std::size_t much = 8U << 20;
    constexpr std::size_t much_on_terminal = 1U << 20;
    is_shown_ = bytes >= (is_terminal_ ? much_on_terminal : much);
}

void progress::show(std::size_t done, std::size_t total) {
    if (!is_shown_ || total == 0) return;
    const std::size_t percent = done * 100 / total;
    // A log gets ten lines, a terminal one that is written over.
    const std::size_t step = is_terminal_ ? 1 : 10;
    if (percent / step == last_ / step && !(last_ == 0 && done == 0)) return;
    last_ = percent;
    const std::string line =
        in_ == language::zh
            ? fmt::format("{}已审核 {}/{} 项（{}%）{}", is_terminal_ ? "\r" : "", done, total, percent, is_terminal_ ? "" : "\n")
            : fmt::format("{}reviewed {} of {} ({}%){}", is_terminal_ ? "\r" : "", done, total, percent, is_terminal_ ? "" : "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

progress::~progress() {
    if (is_shown_ && is_terminal_) std::fwrite("\r\033[K", 1, 4, stderr);
}

}  // namespace xuanren::cli
