// include/xuanren/testing/tested_dossier.hpp
#pragma once

#include <xuanren/check/check.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/report/text.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::testing {

/// What a test asked, and why it is so or not 断言结果.
struct answer {
    bool holds = false;
    std::string told;  ///< what a person needs to see when it does not hold

    explicit operator bool() const noexcept { return holds; }
};

/// A document that a test was to rest on cannot be read; what() names every problem and its place.
class refused_dossier : public std::invalid_argument {
public:
    refused_dossier(const std::vector<problem>& problems, language in)
        : std::invalid_argument(words_of(problems, in)) {}

private:
    static std::string words_of(const std::vector<problem>& problems, language in) {
        std::string out;
        for (const problem& p : problems)
            out += (out.empty() ? "" : "\n") + p.at + " " + xuanren::in(p.message, in) + " [" + p.code + "]";
        return out;
    }
};

namespace detail {

struct checked_dossier {
    dossier records;
    report made;
    case_names names;
    wording words;
    text_options set;
};

}  // namespace detail

/// One appointment or organisation of a dossier under test 受测事项.
class tested_case {
public:
    [[nodiscard]] const std::string& id() const noexcept { return *id_; }
    [[nodiscard]] xuanren::outcome outcome() const noexcept { return outcome_; }
    [[nodiscard]] const std::vector<verdict>& findings() const noexcept { return *findings_; }

    /// Its id, its outcome and how many rules ended how, on one line.
    [[nodiscard]] std::string summary() const {
        const language in = held_->set.in;
        return id() + "  " + std::string(name_of(outcome_).in(in)) + "  " +
               xuanren::detail::status_counts_words(*counts_, in) + "\n";
    }
    /// A finding as the report has it.
    [[nodiscard]] std::string told(const verdict& v) const {
        return finding_text(v, held_->words, context_, held_->set);
    }
    /// A finding with its whole reasoning.
    [[nodiscard]] std::string explained(const verdict& v) const {
        return explain_text(v, held_->words, context_, held_->set);
    }
    [[nodiscard]] bool is_decided() const noexcept { return context_.is_decided; }
    [[nodiscard]] language in() const noexcept { return held_->set.in; }

private:
    friend class tested_dossier;
    tested_case(std::shared_ptr<const detail::checked_dossier> held, const std::string& id, xuanren::outcome o,
                const status_counts& counts, const std::vector<verdict>& findings, remedy_context context)
        : held_(std::move(held)), id_(&id), outcome_(o), counts_(&counts), findings_(&findings), context_(context) {}

    std::shared_ptr<const detail::checked_dossier> held_;
    const std::string* id_;
    xuanren::outcome outcome_;
    const status_counts* counts_;
    const std::vector<verdict>* findings_;
    remedy_context context_;
};

/// A dossier read and checked for a test, ready to say why 受测卷宗.
///
/// Copies share what was found. Errors: refused_dossier for a document that is not accepted.
class tested_dossier {
public:
    /// Requires: options.calendar outlives every copy, where one is given.
    tested_dossier(std::string_view document, const rulebook& book, const check_options& options = {},
                   language in = language::zh) {
        result<read_dossier_result> read = read_dossier(document);
        if (!read) throw refused_dossier(read.problems(), in);
        auto held = std::make_shared<detail::checked_dossier>();
        held->records = std::move(read->value);
        held->made = check(book, held->records, options);
        held->names = names_in(held->records, held->made);
        held->words = wording_of(book, options.calendar);
        held->words.places = places_in(held->records);
        held->set.in = in;
        held_ = std::move(held);
    }

    /// By the national rules, working days by the national calendar. Needs the compiled library.
    [[nodiscard]] static tested_dossier by_national_rules(std::string_view document, check_options options = {},
                                                          language in = language::zh) {
        if (options.calendar == nullptr) options.calendar = &national_calendar();
        return tested_dossier(document, rulebooks::national(), options, in);
    }

    /// An appointment by its id, else an organisation.  Errors: std::out_of_range.
    [[nodiscard]] tested_case operator[](std::string_view id) const {
        for (const appointment_report& a : held_->made.appointments)
            if (a.id == id) return of(a);
        for (const organisation_report& o : held_->made.organisations)
            if (o.id == id) return {held_, o.id, o.outcome, o.counts, o.findings, {true, nullptr}};
        throw std::out_of_range("no appointment or organisation \"" + std::string(id) + "\"");
    }
    [[nodiscard]] std::vector<tested_case> appointments() const {
        std::vector<tested_case> out;
        for (const appointment_report& a : held_->made.appointments) out.push_back(of(a));
        return out;
    }
    [[nodiscard]] const report& made() const noexcept { return held_->made; }

private:
    [[nodiscard]] tested_case of(const appointment_report& a) const {
        return {held_, a.id, a.outcome, a.counts, a.findings, {a.is_decided, &a.facts}};
    }

    std::shared_ptr<const detail::checked_dossier> held_;
};

/// Whether the outcome is compliant; where it is not, every finding that keeps it from being so.
[[nodiscard]] inline answer is_compliant(const tested_case& c) {
    answer out{c.outcome() == outcome::compliant, c.summary()};
    for (const verdict& v : c.findings())
        if (outcome_of(v, c.is_decided()) != outcome::compliant) out.told += c.told(v);
    return out;
}

/// Whether every appointment of a dossier is compliant; one without appointments is not.
[[nodiscard]] inline answer is_compliant(const tested_dossier& d) {
    answer out{!d.appointments().empty(), {}};
    for (const tested_case& c : d.appointments()) {
        const answer each = is_compliant(c);
        if (each) continue;
        out.holds = false;
        out.told += each.told;
    }
    return out;
}

/// Whether a rule that `pattern` covers has ended so; where none has, what those rules found.
///
/// `pattern`: a rule's id, or the id above several, with or without "/*" at its end:
/// "appointment-regulations-2019/8.1.3/*".
[[nodiscard]] inline answer has_status(const tested_case& c, std::string_view pattern, status wanted) {
    answer out{false, c.summary()};
    bool is_known = false;
    for (const verdict& v : c.findings()) {
        if (!is_covered_by(v.of->id(), pattern)) continue;
        is_known = true;
        out.holds = out.holds || v.status == wanted;
        out.told += c.explained(v);
    }
    if (!is_known)
        out.told += c.in() == language::zh ? "没有规则“" + std::string(pattern) + "”参加审核\n"
                                           : "no rule \"" + std::string(pattern) + "\" took part\n";
    return out;
}

/// Whether a rule that `pattern` covers is violated.
[[nodiscard]] inline answer violates(const tested_case& c, std::string_view pattern) {
    return has_status(c, pattern, status::violated);
}

/// Whether a rule that `pattern` covers is violated by some appointment of a dossier.
[[nodiscard]] inline answer violates(const tested_dossier& d, std::string_view pattern) {
    answer out;
    for (const tested_case& c : d.appointments()) {
        const answer each = violates(c, pattern);
        out.holds = out.holds || each.holds;
        out.told += each.told;
    }
    return out;
}

}  // namespace xuanren::testing
