// src/cli/review.cpp
#include "review.hpp"

#include "books.hpp"
#include "input.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <utility>

namespace xuanren::cli {

struct reviewer::equipment {
    session asked;
    rulebook book;
    working_calendar calendar;
    check_options options;
    wording words;
};

void add_review_options(CLI::App& command, review_arguments& held, const session& s) {
    const std::string date = "DATE";
    add_value(command, "--on", held.on,
              s.say("审核日：此后之事视为尚未发生；\n无讨论决定日的，以此日为准",
                    "Review date: what is dated later has not happened;\nalso the decision date where none is recorded"),
              date);
    add_value(command, "--law", held.law, s.say("一律适用该日有效的法规版本", "Apply the versions in force on this day"), date);
    add_value(command, "--stage", held.stage,
              s.say("只审核到该环节：motion、recommendation、candidates、\ninspection、consultation、discussion、notice、appointment",
                    "Review as far as this step: motion, recommendation,\ncandidates, inspection, consultation, discussion,\n"
                    "notice, appointment"),
              "STEP");
    add_folders_option(command, held.rules, s);
    command.add_flag("--include-unverified", held.include_unverified,
                     s.say("启用条文待核的规则，并标明", "Switch on rules whose text is unverified, and mark them"));
    add_value(command, "--calendar", held.calendar,
              s.say("补充放假安排的文件（JSON）", "A file of further holiday notices (JSON)"), "FILE");
}

std::optional<reviewer> reviewer::make(const review_arguments& held, const session& s) {
    bool is_fine = true;
    check_options options;
    options.include_unverified = held.include_unverified;
    const auto date = [&](const char* name, const std::optional<std::string>& written, std::optional<civil_date>& into) {
        if (!written) return;
        const result<civil_date> read = date_of_option(name, *written);
        if (read) {
            into = *read;
            return;
        }
        complain(read.problems(), s.in);
        is_fine = false;
    };
    date("--on", held.on, options.on);
    date("--law", held.law, options.law_date);
    if (held.stage) {
        options.stage = step_of(*held.stage);
        if (!options.stage) {
            std::vector<std::string> known;
            for (const std::string_view word : step_words) known.emplace_back(word);
            complain({unknown_name("XR-CLI-011", {"环节", "step"}, *held.stage, known)}, s.in);
            is_fine = false;
        }
    }

    working_calendar calendar = national_calendar();
    if (held.calendar) {
        const result<std::string> bytes = read_file(*held.calendar);
        if (!bytes) {
            complain(bytes.problems(), s.in);
            is_fine = false;
        } else {
            const result<working_calendar> further = read_calendar(*bytes, *held.calendar);
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
    const auto with = std::make_shared<equipment>();
    with->asked = s;
    with->book = *std::move(book);
    with->calendar = std::move(calendar);
    with->options = std::move(options);
    with->options.calendar = &with->calendar;
    with->words = wording_of(with->book, &with->calendar);
    reviewer out;
    out.with_ = with;
    return out;
}

std::optional<read_dossier_result> reviewer::read(const std::string& path, std::size_t* size) const {
    const session& s = with_->asked;
    const result<std::string> bytes = read_file(path);
    if (!bytes) {
        complain(bytes.problems(), s.in);
        return std::nullopt;
    }
    if (size != nullptr) *size = bytes->size();
    result<read_dossier_result> read = read_dossier(*bytes, name_of_file(path, s.in));
    if (!read) {
        refuse_dossier(path, read.problems(), s.in);
        return std::nullopt;
    }
    return std::move(read).value();
}

std::optional<reviewed> reviewer::review(const std::string& path) const {
    const session& s = with_->asked;
    std::size_t size = 0;
    const std::optional<read_dossier_result> read = this->read(path, &size);
    if (!read) return std::nullopt;
    progress shown(size, s.in);
    check_options options = with_->options;
    options.progress = [&shown](std::size_t done, std::size_t total) { shown.show(done, total); };
    reviewed out;
    out.made = check(with_->book, read->value, options);
    out.made.unused.insert(out.made.unused.end(), read->unused.begin(), read->unused.end());
    for (const problem& w : read->warnings) out.made.warnings.push_back({w.code, w.at, w.message});
    out.names = names_in(read->value, out.made);
    out.words = with_->words;
    out.words.places = places_in(read->value);
    return out;
}

std::vector<std::string> reviewer::rule_ids() const {
    std::vector<std::string> out;
    for (const auto& r : with_->book.rules()) out.push_back(r->id());
    return out;
}

const rulebook& reviewer::book() const noexcept { return with_->book; }
const working_calendar& reviewer::calendar() const noexcept { return with_->calendar; }
const check_options& reviewer::options() const noexcept { return with_->options; }
const wording& reviewer::words() const noexcept { return with_->words; }

}  // namespace xuanren::cli
