// src/cli/facts_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "facts_table_command.hpp"
#include "input.hpp"

#include <xuanren/engine/feel_types.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/report/display_width.hpp>
#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <algorithm>
#include <memory>

namespace xuanren::cli {

namespace {

struct facts_arguments {
    std::vector<std::string> names;  ///< of facts, or of dossiers whose facts are to be written
    review_arguments review;
    facts_table_arguments table;
};

std::string one_line(const fact& f, const text_options& set) {
    std::string out = padded(f.name, 46) + "  " + padded(f.zh, 30) + "  " + in(describe(f.value_type), set.in);
    if (!in(f.unit, set.in).empty()) out += (set.in == language::zh ? "，" : ", ") + in(f.unit, set.in);
    return out + "\n";
}

std::string in_full(const fact& f, const rulebook& book, const wording& words, const text_options& set) {
    const language l = set.in;
    std::string out = set.colours.bold(f.name) + "  " + f.zh + "\n";
    const auto line = [&](phrase name, const std::string& said) { detail::explain_line(out, name, said, set); };
    line({"类型", "Type"}, in(describe(f.value_type), l));
    if (f.value_type.words != nullptr) {
        std::string members;
        for (const auto& member : f.value_type.words->members)
            members += (members.empty() ? "" : l == language::zh ? "、" : ", ") + member.name + (l == language::zh ? " " + member.zh : "");
        const enumeration& e = *f.value_type.words;
        line({"枚举", "Enumeration"}, e.name + (e.is_ordered ? (l == language::zh ? "，由低到高" : ", low to high") : ""));
        line({"取值", "Values"}, members);
    }
    line({"单位", "Unit"}, in(f.unit, l));
    line({"含义", "Meaning"}, in(f.definition, l));
    line({"依据", "Basis"}, in(f.basis, l));
    line({"时点", "Dated"}, dated_words(f.dated, l));
    if (!f.guard.empty()) line({"先问", "Guard"}, f.guard);
    for (const auto& d : book.definitions()) {
        if (d->id != f.name) continue;
        line({"定义", "Defined by"}, in_words(d->cite, words, l));
        line({"算式", "Formula"}, d->is.source);
        line({"解读", "Reading"}, in(d->reading, l));
    }
    std::string used;
    const std::size_t index = book.facts()->index_of(f.name);
    for (const auto& r : book.rules()) {
        bool names_it = false;
        for (const formula* part : {&r->scope(), &r->requirement(), &r->band(), &r->due()})
            if (part->parsed) for_each_fact(*part->parsed, [&](std::size_t i) { names_it = names_it || i == index; });
        if (names_it) used += (used.empty() ? "" : l == language::zh ? "、" : ", ") + r->id();
    }
    line({"用于", "Used by"}, used);
    return out;
}

exit_status run(const facts_arguments& held, const session& s) {
    if (!held.table.table.empty()) return write_facts_table(held.names, held.table, held.review, s);
    if (held.names.size() > 1) return wrong_use(s, {"一次只查一个事实或者一组", "one fact, or one group of them, at a time"});
    if (!held.table.map.empty()) return wrong_use(s, {"--map 须与 --table 同用", "--map goes with --table"});
    const std::string name = held.names.empty() ? std::string() : held.names.front();
    const std::optional<rulebook> book = load_book(held.review.rules, s);
    if (!book) return exit_status::wrong;
    const catalogue& facts = *book->facts();
    const text_options set = page(s.in);
    if (!name.empty()) {
        if (const std::size_t index = facts.index_of(name); index != catalogue::none) {
            print(in_full(facts[index], *book, wording_of(*book), set), s.in);
            return exit_status::fine;
        }
    }
    std::vector<const fact*> listed;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        known.push_back(facts[i].name);
        known.push_back(facts[i].zh);
        if (name.empty() || facts[i].name.starts_with(name + ".")) listed.push_back(&facts[i]);
    }
    if (listed.empty()) {
        complain({unknown_name("XR-CLI-032", {"事实", "fact"}, name, known)}, s.in);
        return exit_status::wrong;
    }
    std::stable_sort(listed.begin(), listed.end(), [](const fact* a, const fact* b) { return a->name < b->name; });
    std::string out;
    for (const fact* f : listed) out += one_line(*f, set);
    print(out, s.in);
    return exit_status::fine;
}

}  // namespace

void add_facts(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "facts", s.say("事实目录：名称、类型、单位、含义；或者把卷宗的事实写成表", "The catalogue of facts: names, type, unit, meaning;\nor the facts of dossiers as a table"));
    const auto held = std::make_shared<facts_arguments>();
    command->add_option("NAME", held->names, s.say("事实的英文名或者中文名，或者一组（candidate）；\n有 --table 时为卷宗文件", "A fact by its English or Chinese name, or a group\n(candidate); with --table, dossier files"))->type_name("");
    add_facts_table_options(*command, held->table, s);
    add_review_options(*command, held->review, s);
    command->footer(s.say("写出的表含规则用到的全部事实与定义；审核该表时，--on、--stage、--rules 等须与写出时相同：\n"
                          "xuanren facts 卷宗.json --table 表.csv --map 表.json && xuanren check --table 表.csv --map 表.json",
                          "The table has every fact and definition that rules use. Judge it with the same --on, --stage, --rules:\n"
                          "xuanren facts dossier.json --table t.csv --map t.json && xuanren check --table t.csv --map t.json"));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
