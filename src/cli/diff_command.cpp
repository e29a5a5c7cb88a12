// src/cli/diff_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"
#include "review.hpp"
#include "rules_commands.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/engine/version_diff.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/report/text.hpp>
#include <xuanren/report/version_diff_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

struct diff_arguments {
    std::string family, before, after, format = "text";
    std::optional<std::string> dossier;
    std::vector<std::string> folders;
};

/// One appointment judged under both versions.
struct verdict_change {
    const appointment_report* before;
    const appointment_report* after;
    std::vector<const verdict*> gone, come;  ///< findings that are told under one version only
};

/// What a finding is known by, whatever the version of its instrument.
std::string key_of(const verdict& v, const std::vector<rule_change>& pairs) {
    for (const rule_change& c : pairs)
        if (c.before && c.after && (c.before->id() == v.of->id() || c.after->id() == v.of->id())) return c.after->id();
    return v.of->id();
}

std::vector<verdict_change> changes_between(const report& before, const report& after, const std::vector<rule_change>& pairs) {
    std::vector<verdict_change> out;
    for (std::size_t i = 0; i < before.appointments.size() && i < after.appointments.size(); ++i) {
        const appointment_report& a = before.appointments[i];
        const appointment_report& b = after.appointments[i];
        const auto told_a = detail::told(a.findings, a.is_decided), told_b = detail::told(b.findings, b.is_decided);
        const auto lacks = [&](const std::vector<const verdict*>& list, const verdict& v) {
            return std::none_of(list.begin(), list.end(), [&](const verdict* each) {
                return each->status == v.status && each->subject == v.subject && key_of(*each, pairs) == key_of(v, pairs);
            });
        };
        verdict_change change{&a, &b, {}, {}};
        for (const verdict* v : told_a)
            if (lacks(told_b, *v)) change.gone.push_back(v);
        for (const verdict* v : told_b)
            if (lacks(told_a, *v)) change.come.push_back(v);
        if (a.outcome != b.outcome || !change.gone.empty() || !change.come.empty()) out.push_back(std::move(change));
    }
    return out;
}

/// The version that a name means: "2014", or the whole id.
std::string version_id(const rulebook& book, const std::string& family, const std::string& name) {
    return book.find_instrument(name) ? name : family + "-" + name;
}

struct judged {
    report before, after;
    case_names names;
    std::vector<verdict_change> changes;
};

/// Whether what is recorded under a name, a rule's id or a prefix of ids, speaks of a rule.
bool speaks_of(const std::string& name, const std::string& id) {
    return id.starts_with(name) && (id.size() == name.size() || id[name.size()] == '/' || id[name.size()] == '.');
}

/// What people recorded of a clause of one version, told of the same clause of the other: only the law is to differ.
template <class Entry, class Name>
void carry_over(std::vector<Entry>& entries, const std::vector<rule_change>& pairs, Name&& name) {
    const std::size_t recorded = entries.size();
    for (const rule_change& c : pairs) {
        if (!c.before || !c.after) continue;
        for (const auto& [from, to] : {std::pair{&c.before->id(), &c.after->id()}, std::pair{&c.after->id(), &c.before->id()}}) {
            const auto speaks = [&](const std::string& id) {
                return [&name, &id](Entry& e) { return name(e) != nullptr && speaks_of(*name(e), id); };
            };
            const auto end = entries.begin() + static_cast<std::ptrdiff_t>(recorded);
            const auto found = std::find_if(entries.begin(), end, speaks(*from));
            if (found == end || std::any_of(entries.begin(), end, speaks(*to))) continue;
            Entry copy = *found;
            *name(copy) = *to;
            entries.push_back(std::move(copy));
        }
    }
}
void carry_over(dossier& records, const std::vector<rule_change>& pairs) {
    const auto rule_of = [](auto& entry) { return entry.rule ? &*entry.rule : nullptr; };
    for (appointment& a : records.appointments) {
        if (a.attestations) carry_over(*a.attestations, pairs, rule_of);
        if (a.procedure && a.procedure->departures) carry_over(*a.procedure->departures, pairs, rule_of);
        if (a.exceptional && a.exceptional->breaks)
            carry_over(*a.exceptional->breaks, pairs, [](std::string& name) { return &name; });
    }
}

std::optional<judged> judge_both(const diff_arguments& held, const rulebook& book, const version_diff& d, const session& s) {
    const result<std::string> bytes = read_file(*held.dossier);
    if (!bytes) {
        complain(bytes.problems(), s.in);
        return std::nullopt;
    }
    result<read_dossier_result> read = read_dossier(*bytes, name_of_file(*held.dossier, s.in));
    if (!read) {
        refuse_dossier(*held.dossier, read.problems(), s.in);
        return std::nullopt;
    }
    carry_over(read->value, d.rules);
    check_options options;
    options.calendar = &national_calendar();
    judged out;
    for (const auto& [id, into] : {std::pair{d.before->id, &out.before}, std::pair{d.after->id, &out.after}}) {
        const result<rulebook> under = with_version_alone(book, id);
        if (!under) {
            complain(under.problems(), s.in);
            return std::nullopt;
        }
        *into = check(*under, read->value, options);
    }
    out.names = names_in(read->value, out.after);
    out.changes = changes_between(out.before, out.after, d.rules);
    return out;
}

void print_changes(const judged& all, const version_diff& d, const wording& words, const session& s) {
    const text_options o = page(s.in);
    const bool zh = s.in == language::zh;
    std::string out = detail::heading(zh ? "结论变化" : "Verdicts that change", "1", o) + "\n";
    for (const verdict_change& c : all.changes) {
        const std::size_t at = static_cast<std::size_t>(c.after - all.after.appointments.data());
        out += detail::appointment_line(*c.after, all.names.appointment(at), o) + "\n";
        const auto named = [&](outcome which) { return o.colours(colour_of(which), name_of(which).in(s.in)); };
        out += "    " + d.before->version + (zh ? "：" : ": ") + named(c.before->outcome) + (zh ? "；" : "; ") + d.after->version +
               (zh ? "：" : ": ") + named(c.after->outcome) + "\n";
        const auto list = [&](const std::vector<const verdict*>& told, const appointment_report& of, const std::string& version) {
            for (const verdict* v : told) {
                const std::string reason = reason_of(*v, words, s.in, &of.facts);
                out += detail::hanging("    ", 6,
                                       version + " " + std::string(label_of(*v, of.is_decided).in(s.in)) + (zh ? "：" : ": ") +
                                           detail::clause_words(*v, words, s.in) + (reason.empty() ? "" : (zh ? "。" : ". ") + reason),
                                       o);
            }
        };
        list(c.gone, *c.before, d.before->version);
        list(c.come, *c.after, d.after->version);
        out += "\n";
    }
    out += zh ? fmt::format("任免 {} 项，结论变化的 {} 项。\n", all.after.appointments.size(), all.changes.size())
              : fmt::format("{} appointment{}, of which the verdict{} of {} change{}.\n", all.after.appointments.size(),
                            all.after.appointments.size() == 1 ? "" : "s", all.changes.size() == 1 ? "" : "s", all.changes.size(),
                            all.changes.size() == 1 ? "s" : "");
    print(out, s.in);
}

void write_changes(json_writer& out, const judged& all, const wording& words) {
    out.key("appointments");
    out.begin_array();
    for (const verdict_change& c : all.changes) {
        out.begin_object();
        out.member("id", c.after->id);
        const auto side = [&](std::string_view name, const appointment_report& of, const std::vector<const verdict*>& told) {
            out.key(name);
            out.begin_object();
            out.member("outcome", code_of(of.outcome));
            out.key("findings");
            out.begin_array();
            for (const verdict* v : told) {
                out.begin_object();
                out.member("rule", v->of->id());
                out.member("status", code_of(v->status));
                detail::write_both(out, "message", message_of(*v, words, {of.is_decided, &of.facts}));
                out.end_object();
            }
            out.end_array();
            out.end_object();
        };
        side("before", *c.before, c.gone);
        side("after", *c.after, c.come);
        out.end_object();
    }
    out.end_array();
}

exit_status run(const diff_arguments& held, const session& s) {
    if (held.family.empty() || held.before.empty() || held.after.empty())
        return wrong_use(s, {"用法：xuanren rules diff 文件 旧版本 新版本，如 rules diff appointment-regulations 2014 2019",
                             "usage: xuanren rules diff INSTRUMENT OLD NEW, as in rules diff appointment-regulations 2014 2019"});
    if (held.format != "text" && held.format != "json")
        return wrong_use(s, {fmt::format("没有格式“{}”（可用 text、json）", held.format), fmt::format("no format \"{}\" (text or json)", held.format)});
    const std::optional<rulebook> book = load_book(held.folders, s);
    if (!book) return exit_status::wrong;
    std::vector<std::string> families, versions;
    for (const auto& i : book->instruments()) {
        if (std::find(families.begin(), families.end(), i->family) == families.end()) families.push_back(i->family);
        if (i->family == held.family) versions.push_back(i->version);
    }
    if (versions.empty()) {
        complain({unknown_name("XR-CLI-032", {"文件", "instrument"}, held.family, families)}, s.in);
        return exit_status::wrong;
    }
    const std::string ids[] = {version_id(*book, held.family, held.before), version_id(*book, held.family, held.after)};
    for (std::size_t i = 0; i < 2; ++i) {
        if (book->find_instrument(ids[i])) continue;
        std::string known;
        for (const std::string& each : versions) known += (known.empty() ? "" : s.say("、", ", ")) + each;
        const std::string& asked = i == 0 ? held.before : held.after;
        complain(text{fmt::format("{} 没有版本“{}”（有 {}）", held.family, asked, known), fmt::format("{} has no version \"{}\" (there are {})", held.family, asked, known)}, s.in);
        return exit_status::wrong;
    }
    const version_diff d = diff_versions(*book, ids[0], ids[1]);
    const wording words = wording_of(*book, &national_calendar());
    std::optional<judged> cases;
    if (held.dossier) {
        cases = judge_both(held, *book, d, s);
        if (!cases) return exit_status::wrong;
    }
    if (held.format == "json") {
        json_writer out;
        out.begin_object();
        write_version_diff(out, d, words);
        if (cases) write_changes(out, *cases, words);
        out.end_object();
        print(std::move(out).text() + "\n", s.in);
        return exit_status::fine;
    }
    print(version_diff_text(d, words, page(s.in)), s.in);
    if (cases) print_changes(*cases, d, words, s);
    return exit_status::fine;
}

}  // namespace

void add_rules_diff(CLI::App& rules, session& s) {
    CLI::App* command = add_command(rules, s, "diff", s.say("比较一部文件的两个版本，逐条列出变动", "Compare two versions of an instrument, clause by clause"));
    const auto held = std::make_shared<diff_arguments>();
    command->add_option("INSTRUMENT", held->family, s.say("文件，如 appointment-regulations", "Instrument: appointment-regulations"))->type_name("");
    command->add_option("OLD", held->before, s.say("旧版本，如 2014", "The older version: 2014"))->type_name("");
    command->add_option("NEW", held->after, s.say("新版本，如 2019", "The newer version: 2019"))->type_name("");
    add_value(*command, "--dossier", held->dossier, s.say("卷宗文件：列出两个版本下结论不同的任免", "A dossier: also tell whose verdict changes"), "FILE");
    add_value(*command, "--format", held->format, s.say("输出格式：text 或 json（默认 text）", "Output: text or json (default text)"), "FORMAT");
    add_folders_option(*command, held->folders, s);
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
