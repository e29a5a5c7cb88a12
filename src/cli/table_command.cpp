#include "table_command.hpp"

#include "input.hpp"

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/io/table/case_table.hpp>
#include <xuanren/io/table/csv_reader.hpp>
#include <xuanren/report/verdict_rows.hpp>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

/// Rows judged at once: enough for several threads, little enough to stay in the caches. A row has
/// hundreds of rules, and hundreds of findings where little is known of it.
std::size_t batch_rows(verdict_rows::grain grain) { return grain == verdict_rows::grain::appointment ? 16 * 1024 : 1024; }

class table_check {
public:
    table_check(const table_arguments& held, const reviewer& with, const fact_map& map, verdict_rows::form form, verdict_rows::grain grain,
                const session& s)
        : held_(&held), with_(&with), map_(&map), form_(form), grain_(grain), s_(&s), pool_(static_cast<std::size_t>(held.threads)) {}

    exit_status run(std::FILE* file) {
        std::error_code no_size;
        if (file != stdin) size_ = std::filesystem::file_size(held_->file, no_size);
        byte_source bytes = [file](char* into, std::size_t room) { return std::fread(into, 1, room, file); };
        const std::string& encoding = held_->encoding.empty() ? map_->encoding : held_->encoding;
        csv_reader csv(decoded(std::move(bytes), encoding, faults_), map_->separator);
        if (!begin(csv)) return exit_status::wrong;
        while (is_going_ && csv.next()) take(csv);
        if (is_going_ && !faults_.empty()) refuse(faults_);
        if (is_going_ && std::ferror(file) != 0)
            refuse({problem_of("XR-CLI-003", {}, {"读取中断", "reading broke off"})});
        if (is_going_) judge(csv.bytes());
        if (is_going_ && rows_ == 0) refuse({problem_of("XR-CSV-001", {"表头之下的行", "rows below the headings"},
                                                         {"表中没有任何一行", "the table has no row"})});
        end_progress();
        tell_sum();
        if (!is_going_) return exit_status::wrong;
        const auto count = [&](outcome o) { return outcomes_[static_cast<std::size_t>(o)]; };
        if (count(outcome::violation) != 0) return exit_status::violation;
        const bool is_open = count(outcome::incomplete) + count(outcome::needs_approval) + count(outcome::judgement) + skipped_ != 0;
        return is_open ? exit_status::open : exit_status::fine;
    }

private:
    problem problem_of(const char* code, text expected, text message) const {
        problem p;
        p.code = code;
        p.file = held_->file;
        p.expected = std::move(expected);
        p.message = std::move(message);
        return p;
    }
    void refuse(std::vector<problem> problems) {
        end_progress();
        for (problem& p : problems)
            if (p.file.empty()) p.file = held_->file;
        complain(problems, s_->in);
        is_going_ = false;
    }

    /// Reads the headings; says everything that is wrong with them.
    bool begin(csv_reader& csv) {
        const std::string_view first = csv.beginning();
        if (!faults_.empty()) return refuse(faults_), false;
        const std::string_view guess = detail::guess_encoding(first.substr(0, first.find('\n')));
        if (!guess.empty() || detail::first_not_utf8(first.substr(0, first.find('\n'))) != first.npos) {
            const std::string said = guess.empty() ? "" : std::string(guess);
            refuse({problem_of("XR-CSV-007", {"UTF-8 文本，或者用 --encoding 说明编码", "UTF-8, or the encoding told by --encoding"},
                               {fmt::format("不是 UTF-8 文本{}；可用 --encoding 或者对照表的 encoding 说明编码",
                                            said.empty() ? "" : "，可能是 " + said),
                                fmt::format("this is not UTF-8{}; --encoding, or the map's \"encoding\", says what it is",
                                            said.empty() ? "" : " but probably " + said)})});
            return false;
        }
        if (!csv.next()) {
            refuse(faults_.empty() ? std::vector<problem>{problem_of("XR-CSV-001", {"表头", "a line of headings"},
                                                                     {"表是空的，没有表头", "the table is empty: it has no headings"})}
                                   : faults_);
            return false;
        }
        if (csv.fault() != csv_fault::none) return refuse({problem_of_fault(csv)}), false;
        headings_.assign(csv.cells().begin(), csv.cells().end());
        const std::vector<std::string_view> names(headings_.begin(), headings_.end());
        result<case_table> made = case_table::make(*with_->book().facts(), *map_, names);
        if (!made) return refuse(made.problems()), false;
        cases_.emplace(std::move(made).value());
        if (!cases_->unused().empty()) {
            std::string listed_zh, listed_en;
            for (const std::string& name : cases_->unused()) {
                listed_zh += (listed_zh.empty() ? "“" : "、“") + name + "”";
                listed_en += (listed_en.empty() ? "\"" : ", \"") + name + "\"";
            }
            complain({fmt::format("未读取的列（不是事实的名称，也不在对照表中）：{}", listed_zh),
                      fmt::format("columns not read (no fact has that name, nor has the map): {}", listed_en)},
                     s_->in);
        }
        return true;
    }

    [[nodiscard]] problem problem_of_fault(const csv_reader& csv) const {
        const auto at = [&](const char* code, text expected, text message) {
            problem p = problem_of(code, std::move(expected), std::move(message));
            p.line = static_cast<int>(csv.line());
            p.message.zh = place(csv, csv.fault_cell()).zh + p.message.zh;
            p.message.en = place(csv, csv.fault_cell()).en + p.message.en;
            return p;
        };
        switch (csv.fault()) {
            case csv_fault::nul_byte: return at("XR-CSV-003", {"不含零字节的文本", "text without bytes of zero"}, {"含有零字节", "holds a byte of zero"});
            case csv_fault::stray_quote:
                return at("XR-CSV-004", {"整格加引号，其中的引号写两个", "quotation marks around the whole cell, those inside doubled"},
                          {"引号出现在未加引号的单元格中", "a quotation mark stands inside a cell without them"});
            case csv_fault::after_quote:
                return at("XR-CSV-004", {"引号之后为分隔符", "a separator after the quotation mark"}, {"引号之后还有文字", "something follows the closing quotation mark"});
            case csv_fault::open_quote:
                return at("XR-CSV-004", {"成对的引号", "quotation marks in pairs"}, {"引号没有结束", "a quotation mark is never closed"});
            case csv_fault::carriage_return:
                return at("XR-CSV-004", {"CRLF 或 LF 换行", "lines that end in CRLF or LF"}, {"有不带换行的回车", "a carriage return without a line feed"});
            default: return at("XR-CSV-006", {"不超过一兆字节的行", "rows of at most a megabyte"}, {"行过长，可能有引号没有结束", "the row is too long; a quotation mark may never be closed"});
        }
    }
    /// The row and column that a message speaks of.
    [[nodiscard]] text place(const csv_reader& csv, std::size_t column) const {
        const bool is_named = column < headings_.size();
        const std::string name = is_named ? detail::shortened(headings_[column]) : std::to_string(column + 1);
        if (csv.record() == 1) return {"表头：", "headings: "};
        return {fmt::format("第 {} 行“{}”列：", csv.record() - 1, name), fmt::format("row {}, column \"{}\": ", csv.record() - 1, name)};
    }

    void take(csv_reader& csv) {
        ++rows_;
        std::optional<problem> bad;
        const auto cells = csv.cells();
        if (csv.fault() != csv_fault::none) {
            bad = problem_of_fault(csv);
        } else if (cells.size() != cases_->width()) {
            bad = problem_of("XR-CSV-005", {fmt::format("{} 列", cases_->width()), fmt::format("{} cells", cases_->width())},
                             {fmt::format("第 {} 行有 {} 列，表头有 {} 列", csv.record() - 1, cells.size(), cases_->width()),
                              fmt::format("row {} has {} cells, the headings {}", csv.record() - 1, cells.size(), cases_->width())});
        } else if (const std::optional<bad_table_cell> cell = cases_->add(cells)) {
            const std::string found = shown(cells[cell->column]);
            bad = problem_of("XR-CSV-008", cell->expected,
                             {fmt::format("{}“{}”无法读取，应为{}", place(csv, cell->column).zh, found, cell->expected.zh),
                              fmt::format("{}\"{}\": expected {}", place(csv, cell->column).en, found, cell->expected.en)});
            bad->found = found;
        }
        verdict_rows::subject& subject = subjects_.size() == used_ ? subjects_.emplace_back() : subjects_[used_];
        ++used_;
        subject.row = csv.record() - 1;
        subject.skipped.clear();
        subject.id.clear();
        if (const auto id = cases_->id_column(); id && *id < cells.size()) subject.id.assign(cells[*id]);
        if (bad) {
            bad->line = static_cast<int>(csv.line());
            if (held_->on_error == "stop") {
                rows_ -= 1;
                used_ -= 1;
                judge(csv.bytes());
                refuse({*bad});
                return;
            }
            ++skipped_;
            end_progress();
            complain(std::vector<problem>{*bad}, s_->in);
            subject.skipped = s_->in == language::en ? bad->message.en : bad->message.zh;
        }
        if (used_ == batch_rows(grain_)) judge(csv.bytes());
    }
    [[nodiscard]] static std::string shown(std::string_view cell) {
        std::string out = detail::shortened(cell);
        if (detail::first_not_utf8(out) == std::string::npos) return out;
        for (char& c : out)
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        return out;
    }

    /// Judges the rows read so far and writes their verdicts.
    void judge(std::uint64_t bytes) {
        if (used_ == 0) return;
        const table_view table = cases_->view();
        if (!plan_ || !has_schema(table, plan_->schema())) {
            column_options options;
            const check_options& asked = with_->options();
            options.on = options.review = asked.on;
            options.stage = asked.stage;
            options.law_date = asked.law_date;
            options.include_unverified = asked.include_unverified;
            options.calendar = asked.calendar;
            result<column_plan> made = column_plan::make(with_->book(), schema_of(table), options);
            if (!made) return refuse(made.problems());
            const bool is_first = !plan_;
            plan_.emplace(std::move(made).value());
            if (is_first) {
                rows_out_.emplace(*plan_, form_, grain_);
                write(rows_out_->headings());
                tell_plan();
            }
            rows_out_->use(*plan_);
        }
        if (table.rows != 0) {
            run_options options;
            options.pool = pool_.size() > 1 ? &pool_ : nullptr;
            options.keep_counts = grain_ == verdict_rows::grain::appointment;
            const std::vector<problem> problems = plan_->run(table, verdicts_, options);
            if (!problems.empty()) return refuse(problems);
            for (std::size_t o = 0; o < outcomes_.size(); ++o) outcomes_[o] += verdicts_.outcome_counts()[o];
        }
        out_.clear();
        rows_out_->write({subjects_.data(), used_}, table, verdicts_, out_);
        write(out_);
        used_ = 0;
        cases_->begin_batch();
        show_progress(bytes);
    }

    void tell_plan() const {
        std::vector<std::string> unused;
        for (const std::string& name : plan_->unused())
            if (cases_->gives(name)) unused.push_back(name);
        if (!unused.empty())
            complain({fmt::format("没有规则用到的列：{}", fmt::join(unused, "、")), fmt::format("columns that no rule uses: {}", fmt::join(unused, ", "))}, s_->in);
        if (const std::size_t missing = plan_->missing().size(); missing != 0)
            complain({fmt::format("规则用到而表中没有的事实 {} 个，每行均视为情况不明", missing),
                      fmt::format("{} facts that rules use have no column: they are unknown in every row", missing)},
                     s_->in);
        for (const judged_by_row& r : plan_->by_row())
            complain({fmt::format("规则 {} 逐行审核（较慢）：{}", r.rule, r.reason.zh), fmt::format("rule {} is judged row by row, which is slower: {}", r.rule, r.reason.en)}, s_->in);
    }

    void write(std::string_view rows) {
        if (!print_data(rows, s_->in)) is_going_ = false;
    }

    void show_progress(std::uint64_t bytes) {
        if (!held_->shows_progress) return;
        const std::string share = size_ == 0 ? "" : fmt::format("{}%", std::min<std::uint64_t>(100, bytes * 100 / size_));
        const std::string line = s_->in == language::en ? fmt::format("{} rows judged, {} skipped {}", rows_ - skipped_, skipped_, share)
                                                        : fmt::format("已审核 {} 行，跳过 {} 行 {}", rows_ - skipped_, skipped_, share);
        const std::string shown = fmt::format("{}\n", line);
        std::fwrite(shown.data(), 1, shown.size(), stderr);
    }
    void end_progress() const {}

    void tell_sum() const {
        const auto count = [&](outcome o) { return outcomes_[static_cast<std::size_t>(o)]; };
        const auto judged = rows_ - skipped_;
        complain({fmt::format("审核 {} 行：违规 {}，要件不全 {}，须报批 {}，待研判 {}，合规 {}{}", judged, count(outcome::violation),
                              count(outcome::incomplete), count(outcome::needs_approval), count(outcome::judgement), count(outcome::compliant),
                              skipped_ == 0 ? "" : fmt::format("；跳过 {} 行，已逐行列出", skipped_)),
                  fmt::format("{} {} judged: {} violation, {} incomplete, {} needs approval, {} judgement, {} compliant{}", judged,
                              judged == 1 ? "row" : "rows",
                              count(outcome::violation), count(outcome::incomplete), count(outcome::needs_approval), count(outcome::judgement),
                              count(outcome::compliant), skipped_ == 0 ? "" : fmt::format("; {} {} skipped, each listed", skipped_, skipped_ == 1 ? "row" : "rows"))},
                 s_->in);
    }

    const table_arguments* held_;
    const reviewer* with_;
    const fact_map* map_;
    verdict_rows::form form_;
    verdict_rows::grain grain_;
    const session* s_;
    worker_pool pool_;
    std::vector<problem> faults_;
    std::vector<std::string> headings_;
    std::optional<case_table> cases_;
    std::optional<column_plan> plan_;
    std::optional<verdict_rows> rows_out_;
    column_verdicts verdicts_;
    std::vector<verdict_rows::subject> subjects_;
    std::size_t used_ = 0;
    std::string out_;
    std::uint64_t size_ = 0, rows_ = 0, skipped_ = 0;
    std::array<std::uint64_t, 5> outcomes_{};
    bool is_going_ = true;
};

}  // namespace

void add_table_options(CLI::App& command, table_arguments& held, const session& s) {
    add_value(command, "--table", held.file, s.say("审核 CSV 表中的案例，每行一个；“-”为标准输入", "Judge the cases of a CSV table, one a row;\n\"-\" is standard input"), "FILE");
    add_value(command, "--map", held.map, s.say("表的对照文件（JSON）：列与事实、代码、日期写法", "The table's map (JSON): columns, facts, codes, dates"), "FILE");
    add_value(command, "--per", held.per,
              s.say("输出的每一行为：appointment、rule 或 finding\n（默认 appointment）", "What an output row is: appointment, rule or finding\n(default appointment)"),
              "WHAT");
    add_value(command, "--on-error", held.on_error,
              s.say("遇到读不出的行：stop 停止，skip 列出并跳过（默认 stop）", "At a row that cannot be read: stop, or list and skip it\n(default stop)"), "stop|skip");
    add_value(command, "--encoding", held.encoding, s.say("表的编码，如 gb18030（默认 utf-8）", "The table's encoding, as gb18030 (default utf-8)"), "NAME");
    add_value(command, "--threads", held.threads, s.say("审核表的线程数（默认 1）", "Threads that judge a table (default 1)"), "N");
    command.add_flag("--progress", held.shows_progress, s.say("在标准错误上显示进度", "Show on standard error how far a table is"));
}

exit_status check_table(const table_arguments& held, const review_arguments& review, const std::string& format, const session& s) {
    const auto one_of = [&](const char* code, const text& what, const std::string& word, const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), word) != known.end()) return true;
        const problem p = unknown_name(code, what, word, known);
        const std::string all = fmt::format("{}", fmt::join(known, ", "));
        wrong_use(s, {p.message.zh + "（可用 " + all + "）", p.message.en + " (" + all + ")"});
        return false;
    };
    const std::string as = format == "text" ? "csv" : format;
    if (!one_of("XR-CLI-012", {"表的输出格式", "format for tables"}, as, {"csv", "jsonl"})) return exit_status::wrong;
    if (!one_of("XR-CLI-013", {"--per 的取值", "value of --per"}, held.per, {"appointment", "rule", "finding"})) return exit_status::wrong;
    if (!one_of("XR-CLI-014", {"--on-error 的取值", "value of --on-error"}, held.on_error, {"stop", "skip"})) return exit_status::wrong;
    if (held.threads < 1 || held.threads > 256)
        return wrong_use(s, {"线程数应为 1 至 256", "the number of threads must be 1 to 256"});

    fact_map map;
    if (!held.map.empty()) {
        const result<std::string> bytes = read_file(held.map);
        const result<fact_map> read = bytes ? read_fact_map(*bytes, held.map) : result<fact_map>(bytes.problems());
        if (!read) return complain(read.problems(), s.in), exit_status::wrong;
        map = *read;
    }
    const std::optional<reviewer> with = reviewer::make(review, s);
    if (!with) return exit_status::wrong;

    const bool is_stdin = held.file == "-";
    const result<std::FILE*> opened = is_stdin ? result<std::FILE*>(stdin) : open_file(held.file);
    if (!opened) return complain(opened.problems(), s.in), exit_status::wrong;
    table_check check(held, *with, map, as == "csv" ? verdict_rows::form::csv : verdict_rows::form::json_lines,
                      held.per == "rule"      ? verdict_rows::grain::rule
                      : held.per == "finding" ? verdict_rows::grain::finding
                                              : verdict_rows::grain::appointment,
                      s);
    const exit_status ended = check.run(*opened);
    if (!is_stdin) std::fclose(*opened);
    return ended;
}

}  // namespace xuanren::cli
