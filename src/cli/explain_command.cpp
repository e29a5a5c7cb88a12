// src/cli/explain_command.cpp
#include "command.hpp"
#include "input.hpp"
#include "review.hpp"

#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/text.hpp>

#include <fmt/format.h>

#include <memory>

namespace xuanren::cli {

namespace {

struct explain_arguments {
    std::string file, appointment, rule;
    review_arguments review;
};

/// Whether a rule's id is the one asked for, or lies under it: .../8.1.3 for .../8.1.3/deputy-to-principal.
bool is_under(std::string_view id, std::string_view asked) {
    return asked.empty() || id == asked || (id.starts_with(asked) && id.size() > asked.size() && id[asked.size()] == '/');
}

exit_status run(const explain_arguments& held, const session& s) {
    if (held.file.empty() || held.appointment.empty())
        return wrong_use(s, {"用法：xuanren explain 卷宗文件 任免编号 [规则编号]", "usage: xuanren explain FILE APPOINTMENT [RULE]"});
    const std::optional<reviewer> with = reviewer::make(held.review, s);
    if (!with) return exit_status::wrong;
    const std::optional<reviewed> done = with->review(held.file);
    if (!done) return exit_status::wrong;
    const report& made = done->made;
    const case_names& names = done->names;
    const wording& words = done->words;
    const text_options set = page(s.in);

    std::vector<std::string> ids;
    const std::vector<verdict>* findings = nullptr;
    std::string head;
    remedy_context context;
    for (std::size_t i = 0; i < made.appointments.size(); ++i) {
        const appointment_report& a = made.appointments[i];
        ids.push_back(a.id);
        if (a.id != held.appointment) continue;
        findings = &a.findings;
        context = {a.is_decided, &a.facts};
        head = detail::appointment_line(a, names.appointment(i), set) + "  " +
               set.colours(colour_of(a.outcome), name_of(a.outcome).in(s.in)) + "\n    " +
               detail::status_counts_words(a.counts, s.in) + "\n\n";
    }
    for (std::size_t i = 0; i < made.organisations.size() && findings == nullptr; ++i) {
        const organisation_report& org = made.organisations[i];
        ids.push_back(org.id);
        if (org.id != held.appointment) continue;
        findings = &org.findings;
        context = {true, nullptr};
        head = set.colours.bold(org.id) + "  " + names.organisation(i).name + "  " +
               set.colours(colour_of(org.outcome), name_of(org.outcome).in(s.in)) + "\n    " +
               detail::status_counts_words(org.counts, s.in) + "\n\n";
    }
    if (findings == nullptr) {
        problem p = unknown_name("XR-CLI-030", {"任免或者单位", "appointment or organisation"}, held.appointment, ids);
        p.file = held.file;
        complain({p}, s.in);
        return exit_status::wrong;
    }

    std::string body;
    std::vector<std::string> rules;
    for (const verdict& v : *findings) {
        rules.push_back(v.of->id());
        if (is_under(v.of->id(), held.rule)) body += explain_text(v, words, context, set) + "\n";
    }
    if (body.empty() && !held.rule.empty()) {
        for (const std::string& id : with->rule_ids()) {
            rules.push_back(id);
            if (!is_under(id, held.rule)) continue;
            complain({fmt::format("规则“{}”未列入对“{}”的审核：当时未生效、未启用，或者不审核这类对象", held.rule, held.appointment),
                      fmt::format("rule \"{}\" took no part in the review of \"{}\": not in force then, switched off, or about "
                                  "something else", held.rule, held.appointment)},
                     s.in);
            return exit_status::wrong;
        }
        complain({unknown_name("XR-CLI-031", {"规则", "rule"}, held.rule, rules)}, s.in);
        return exit_status::wrong;
    }
    print(head + body, s.in);
    return exit_status::fine;
}

}  // namespace

void add_explain(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "explain", s.say("说明一项任免（或者单位）的全部推理，含已符合的规则",
                                                                "Show the whole reasoning on an appointment or organisation, satisfied rules too"));
    const auto held = std::make_shared<explain_arguments>();
    command->add_option("FILE", held->file, s.say("卷宗文件（JSON）；“-”为标准输入", "Dossier file (JSON); \"-\" is standard input"))->type_name("");
    command->add_option("APPOINTMENT", held->appointment, s.say("任免编号，或者单位编号", "Id of the appointment, or of an organisation"))->type_name("");
    command->add_option("RULE", held->rule, s.say("规则编号，或其前缀", "Id of a rule, or the id above several"))->type_name("");
    add_review_options(*command, held->review, s);
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
