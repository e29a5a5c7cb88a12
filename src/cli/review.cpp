// src/cli/review.cpp
#include "review.hpp"

#include "input.hpp"

#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/rules.hpp>

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace xuanren::cli {

void add_review_options(CLI::App& command, review_arguments& held, const session& s) {
    const std::string date = "DATE";
    add_value(command, "--on", held.on,
              s.say("审核日：此后之事视为尚未发生；无讨论决定日的，以此日为准",
                    "Review date: what is dated later has not happened; also the decision date where none is recorded"),
              date);
    add_value(command, "--law", held.law, s.say("一律适用该日有效的法规版本", "Apply the versions in force on this day"), date);
    add_value(command, "--stage", held.stage,
              s.say("只审核到该环节：motion、recommendation、candidates、inspection、consultation、discussion、notice、appointment",
                    "Review as far as this step: motion, recommendation, candidates, inspection, consultation, discussion, "
                    "notice, appointment"),
              "STEP");
    add_value(command, "--rules", held.rules, s.say("另行加入的规则目录，可多次给出", "A folder of further rules; may be given again"), "DIR")
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag("--include-unverified", held.include_unverified,
                     s.say("启用条文待核的规则，并标明", "Switch on rules whose text is unverified, and mark them"));
    add_value(command, "--calendar", held.calendar,
              s.say("补充放假安排的文件（JSON）", "A file of further holiday notices (JSON)"), "FILE");
}

std::optional<rulebook> load_book(const std::vector<std::string>& folders, const session& s) {
    rulebook book = rulebooks::national();
    bool is_fine = true;
    for (const std::string& folder : folders) {
        std::error_code error;
        if (!std::filesystem::is_directory(folder, error)) {
            const bool exists = std::filesystem::exists(folder, error);
            complain(exists ? text{fmt::format("规则目录“{}”不是目录", folder), fmt::format("rules folder \"{}\" is not a folder", folder)}
                            : text{fmt::format("规则目录“{}”不存在", folder), fmt::format("rules folder \"{}\" does not exist", folder)},
                     s.in);
            is_fine = false;
            continue;
        }
        load_options options;
        options.facts = book.facts();
        options.beside = &book;
        result<rulebook> local = load_rules(folder, options);
        if (!local) {
            complain(local.problems(), s.in);
            is_fine = false;
            continue;
        }
        result<rulebook> joint = rulebook::join(book, *local);
        if (!joint) {
            complain(joint.problems(), s.in);
            is_fine = false;
            continue;
        }
        book = *std::move(joint);
    }
    if (!is_fine) return std::nullopt;
    return book;
}

std::optional<review> prepare(const review_arguments& held, const session& s) {
    bool is_fine = true;
    check_options options;
    options.include_unverified = held.include_unverified;
    const auto date = [&](const char* name, const std::string& written, std::optional<civil_date>& into) {
        if (written.empty()) return;
        const result<civil_date> read = date_of_option(name, written);
        if (read) {
            into = *read;
            return;
        }
        complain(read.problems(), s.in);
        is_fine = false;
    };
    date("--on", held.on, options.on);
    date("--law", held.law, options.law_date);
    if (!held.stage.empty()) {
        options.stage = step_of(held.stage);
        if (!options.stage) {
            std::vector<std::string> known;
            for (const std::string_view word : step_words) known.emplace_back(word);
            complain({unknown_name("XR-CLI-011", {"环节", "step"}, held.stage, known)}, s.in);
            is_fine = false;
        }
    }

    working_calendar calendar = national_calendar();
    if (!held.calendar.empty()) {
        const result<std::string> bytes = read_file(held.calendar);
        if (!bytes) {
            complain(bytes.problems(), s.in);
            is_fine = false;
        } else {
            const result<working_calendar> further = read_calendar(*bytes, name_of_file(held.calendar));
            const result<working_calendar> joint = further ? calendar.with(*further) : further;
            if (!joint) {
                complain(joint.problems(), s.in);
                is_fine = false;
            } else {
                calendar = *joint;
            }
        }
    }
    std::optional<rulebook> book = load_book(held.rules, s);
    if (!is_fine || !book) return std::nullopt;
    return review{*std::move(book), std::move(calendar), std::move(options)};
}

std::optional<read_dossier_result> load_dossier(const std::string& path, const session& s, std::size_t* size) {
    const result<std::string> bytes = read_file(path);
    if (!bytes) {
        complain(bytes.problems(), s.in);
        return std::nullopt;
    }
    if (size != nullptr) *size = bytes->size();
    result<read_dossier_result> read = read_dossier(*bytes, name_of_file(path));
    if (!read) {
        const std::size_t count = read.problems().size();
        complain({fmt::format("“{}”不能采用，共 {} 处问题：", name_of_file(path), count),
                  fmt::format("\"{}\" cannot be used; {} {}:", name_of_file(path), count, count == 1 ? "problem" : "problems")},
                 s.in);
        complain(read.problems(), s.in);
        return std::nullopt;
    }
    return *std::move(read);
}

report review_dossier(const review& with, const read_dossier_result& read, check_options options) {
    options.calendar = &with.calendar;
    report out = check(with.book, read.value, options);
    out.unused.insert(out.unused.end(), read.unused.begin(), read.unused.end());
    for (const problem& w : read.warnings) out.warnings.push_back({w.code, w.at, w.message});
    return out;
}

}  // namespace xuanren::cli
