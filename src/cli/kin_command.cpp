// src/cli/kin_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"
#include "kin_case.hpp"
#include "kin_dot.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/names.hpp>

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xuanren::cli {

namespace {

struct kin_arguments {
    std::string file, first, second;
    std::optional<std::string> on;
    std::string format = "text";
    std::vector<std::string> rules;
    bool is_dot = false;
};

/// A cadre by id, else by a name that only one bears.
std::optional<std::uint32_t> person_of(const kin_case& c, const std::string& asked) {
    const std::uint32_t by_id = c.records.links.cadres.find(c.records.cadres, asked);
    if (by_id != no_record) return by_id;
    const auto& named = c.with.named(asked);
    if (named.size() == 1) return named.front();
    if (named.size() > 1) {
        complain({fmt::format("姓名“{}”有{}人，请用编号", asked, named.size()),
                  fmt::format("{} persons are called \"{}\": give the id", named.size(), asked)}, c.s.in);
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const cadre& k : c.records.cadres) known.push_back(k.id);
    complain({unknown_name("XR-CLI-040", {"人员", "person"}, asked, known)}, c.s.in);
    return std::nullopt;
}

exit_status run(const kin_arguments& held, const session& s) {
    if (held.format != "text" && held.format != "json")
        return wrong_use(s, unknown_name("XR-CLI-012", {"格式", "format"}, held.format, {"text", "json"}).message);
    if (held.file.empty()) return wrong_use(s, {"未给出卷宗文件", "no dossier file"});
    if (!held.first.empty() && held.second.empty())
        return wrong_use(s, {"查两人的关系须给出两人", "a relation is between two: give both"});
    std::optional<civil_date> on;
    if (held.on) {
        const result<civil_date> read = date_of_option("--on", *held.on);
        if (!read) return complain(read.problems(), s.in), exit_status::wrong;
        on = *read;
    }
    const std::optional<rulebook> book = load_book(held.rules, s);
    if (!book) return exit_status::wrong;
    const auto bytes = read_file(held.file);
    if (!bytes) return complain(bytes.problems(), s.in), exit_status::wrong;
    const auto read = read_dossier(*bytes, name_of_file(held.file, s.in));
    if (!read) return refuse_dossier(held.file, read.problems(), s.in), exit_status::wrong;
    const dossier& records = read->value;
    const prepared_dossier prepared(records);
    const auto day = organisation_day(records, prepared.seats(), on);
    if (!day && !held.is_dot)
        return wrong_use(s, {"卷宗没有载明日期，须以 --on 指定", "the dossier has no date of its own: give --on"});
    const civil_date shown = day ? *day : civil_date(9999, 12, 31);
    const kin_case c{s, records, prepared.kin(), prepared.seats(), {shown.first_day(), shown.last_day()},
                     kin_classes(*book), held.format == "json"};
    if (held.first.empty()) {
        if (held.is_dot) return print(dot_of(c.with.kin), s.in), exit_status::fine;
        check_options options;
        options.on = shown;
        options.explain = false;
        return tell_relations(c, check(*book, records, options));
    }
    const auto a = person_of(c, held.first), b = person_of(c, held.second);
    if (!a || !b) return exit_status::wrong;
    if (*a == *b) return wrong_use(s, {"两处是同一人", "both are the same person"});
    if (held.is_dot) return print(dot_of(c.with.kin, *a, way_between(c, *a, *b)), s.in), exit_status::fine;
    return tell_relation(c, *a, *b);
}

}  // namespace

void add_kin(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "kin", s.say("亲属关系：须回避的在职亲属，或者两人之间的关系",
                                                            "Kinship: kin in office who must avoid, or the relation between two"));
    const auto held = std::make_shared<kin_arguments>();
    command->add_option("FILE", held->file, s.say("卷宗文件（JSON）；“-”为标准输入", "Dossier file (JSON); \"-\" is standard input"))->type_name("");
    command->add_option("A", held->first, s.say("一人的编号或者姓名", "Id or name of one person"))->type_name("");
    command->add_option("B", held->second, s.say("另一人的编号或者姓名", "Id or name of the other"))->type_name("");
    add_value(*command, "--on", held->on, s.say("哪一天的关系（默认卷宗的日期，或者最后一件任免生效之日）", "As of which day (default: the dossier's own, or the last day of effect)"), "DATE");
    add_value(*command, "--format", held->format, s.say("输出格式：text 或 json（默认 text）", "Output: text or json (default text)"), "FORMAT");
    command->add_flag("--dot", held->is_dot, s.say("以 Graphviz 的 DOT 语言输出亲属图", "Write the graph in Graphviz's DOT language"));
    add_folders_option(*command, held->rules, s);
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
