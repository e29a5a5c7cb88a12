// src/cli/kin_command.cpp
#include "books.hpp"
#include "command.hpp"
#include "input.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/check/quota.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/relations/kin_contradictions.hpp>
#include <xuanren/relations/kin_relations.hpp>
#include <xuanren/relations/kin_words.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/names.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace xuanren::cli {

namespace {

struct kin_arguments {
    std::string file, first, second;
    std::optional<std::string> on;
    std::string format = "text";
    std::vector<std::string> rules;
    bool is_dot = false;
};

/// Which class of kin a rulebook's own table puts a kinship into.
class kin_classes {
public:
    explicit kin_classes(const rulebook& book) {
        for (const auto& t : book.tables()) {
            if (t->id != "avoidance_class") continue;
            for (const table::row& r : t->rows) {
                const auto* key = r.keys[0].as<enumerator>();
                const auto* answer = r.answer.as<enumerator>();
                if (key != nullptr && answer != nullptr)
                    of_[static_cast<kinship>(key->index)] = static_cast<kin_class>(answer->index);
            }
        }
    }

    /// 近姻亲关系; of several readings each class once.
    [[nodiscard]] text words(kinship_set readings) const {
        text out;
        std::vector<kin_class> told;
        readings.each([&](kinship k) {
            const auto found = of_.find(k);
            const kin_class c = found == of_.end() ? kin_class::none : found->second;
            if (std::find(told.begin(), told.end(), c) != told.end()) return;
            told.push_back(c);
            if (!out.zh.empty()) {
                out.zh += "或者";
                out.en += " or ";
            }
            out.zh += chinese_of(c);
            std::string word(english_of(c));
            std::replace(word.begin(), word.end(), '_', '-');
            out.en += c == kin_class::none ? "not listed" : word;
        });
        return out;
    }

private:
    std::map<kinship, kin_class> of_;
};

text kinship_words(kinship_set readings) {
    text out;
    readings.each([&out](kinship k) {
        if (!out.zh.empty()) {
            out.zh += "或者";
            out.en += " or ";
        }
        out.zh += chinese_of(k);
        // spouses_sibling is a spouse's sibling.
        std::string word;
        for (const char c : english_of(k)) {
            const bool is_owner = c == '_' && word.ends_with('s');
            if (is_owner) word.insert(word.size() - 1, "'");
            word += c == '_' ? ' ' : c;
        }
        out.en += word;
    });
    return out;
}

bool has_near(kinship_set readings) {
    bool out = false;
    readings.each([&out](kinship k) { out = out || !is_far(k); });
    return out;
}

/// The shortest of the ways that the readings have.
std::vector<kin_way_step> way_of(const kin_graph& kin, std::uint32_t a, std::uint32_t b, kinship_set readings,
                                 const day_span& days) {
    std::vector<kin_way_step> out;
    readings.each([&](kinship k) {
        auto way = kin.way(a, b, k, days);
        if (out.empty() || (!way.empty() && way.size() < out.size())) out = std::move(way);
    });
    return out;
}

/// Where two declarations say something of one another that no single way shows.
std::vector<std::string> records_between(const kin_graph& kin, std::uint32_t a, std::uint32_t b,
                                         const std::vector<kin_way_step>& way) {
    std::vector<std::string> out = records_of(kin, way);
    for (const auto& [by, about] : {std::pair{a, b}, std::pair{b, a}})
        for (const kin_declaration& d : kin.declared_by(by))
            if (d.person == about && std::find(out.begin(), out.end(), place_of(d)) == out.end())
                out.push_back(place_of(d));
    return out;
}

std::string listed(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += (out.empty() ? "" : " ") + one;
    return out;
}

text fault_words(const kin_graph& kin, const kin_contradiction& c) {
    const std::string a = name_of(kin, c.cadre), b = name_of(kin, c.other);
    switch (c.fault) {
        case kin_fault::kinds_differ:
            return {a + "与" + b + "的关系，各处申报不一致", a + " and " + b + ": declarations of their kinship differ"};
        case kin_fault::two_parents:
            return {"同一人申报有两名父亲或者两名母亲：" + a + "、" + b, "two fathers or two mothers of one person: " + a + ", " + b};
        case kin_fault::sex_differs:
            return {a + "申报" + b + "的称谓与其性别不符", a + " declares " + b + " by a word that does not fit the sex on file"};
        case kin_fault::two_marriages:
            return {"同一人的两段婚姻时间重叠：" + a + "、" + b, "two marriages of one person overlap: " + a + ", " + b};
        case kin_fault::own_ancestor:
            return {a + "的直系尊亲申报成环", "the ancestors declared of " + a + " run in a circle"};
        case kin_fault::parent_younger:
            return {a + "与" + b + "的出生时间与父母子女关系不符", a + " and " + b + ": dates of birth do not fit parent and child"};
        case kin_fault::marriage_days:
            return {a + "与" + b + "各自申报的婚姻起止不同", a + " and " + b + " give different days of their marriage"};
        case kin_fault::himself:
            return {a + "把本人申报为亲属", a + " declares himself as kin"};
    }
    return {};
}

std::string quoted(std::string text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "\"";
}

/// The graph in Graphviz's language; a way is drawn bold.
std::string dot_of(const kin_graph& kin, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& bold) {
    std::string out = "digraph kin {\n  node [shape=box];\n";
    const std::size_t cadres = kin.book().cadres.size();
    std::vector<bool> is_drawn(kin.persons(), false);
    std::string edges;
    kin.each_link([&](std::uint32_t from, std::uint32_t to, const kin_link& link) {
        // Each tie once: a child is drawn from the parent, the others from the lower place.
        if (link.step == kin_step::parent || (link.step != kin_step::child && to < from)) return;
        is_drawn[from] = is_drawn[to] = true;
        const bool is_way = std::any_of(bold.begin(), bold.end(), [&](const auto& e) {
            return (e.first == from && e.second == to) || (e.first == to && e.second == from);
        });
        edges += fmt::format("  n{} -> n{} [label={}{}{}];\n", from, to,
                             quoted(link.step == kin_step::child     ? "子女"
                                    : link.step == kin_step::spouse ? "配偶"
                                                                    : "兄弟姐妹"),
                             link.step == kin_step::child ? "" : ", dir=none", is_way ? ", style=bold, penwidth=3" : "");
    });
    for (std::uint32_t i = 0; i < kin.persons(); ++i) {
        if (i >= cadres && !is_drawn[i]) continue;
        const std::string name = name_of(kin, i);
        out += fmt::format("  n{} [label={}{}];\n", i, quoted(name.empty() ? "（未载明）" : name),
                           i < cadres ? "" : ", style=dashed");
    }
    return out + edges + "}\n";
}

/// What one command works on.
struct kin_case {
    const session& s;
    const dossier& records;
    const kin_context& with;
    const occupancy& seats;
    day_span days;
    kin_classes classes;
    bool is_json;

    [[nodiscard]] std::string say(const text& t) const { return s.in == language::zh ? t.zh : t.en; }
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

exit_status between_two(const kin_case& c, const kin_arguments& held) {
    const auto a = person_of(c, held.first), b = person_of(c, held.second);
    if (!a || !b) return exit_status::wrong;
    const kin_graph& kin = c.with.kin;
    const std::vector<kin_relation> found = kin.between(*a, *b, c.days);
    const bool is_closed = kin.is_closed(*a) || kin.is_closed(*b);
    std::vector<kin_way_step> far;
    if (found.empty()) far = kin.any_way(*a, *b);
    if (held.is_dot) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> bold;
        for (const auto& way : {found.empty() ? far : way_of(kin, *a, *b, found.front().readings, c.days)}) {
            std::uint32_t at = *a;
            for (const kin_way_step& step : way) {
                bold.emplace_back(at, step.person);
                at = step.person;
            }
        }
        print(dot_of(kin, bold), c.s.in);
        return exit_status::fine;
    }
    json_writer json;
    json.begin_object();
    json.member("schema", "xuanren.kin/1");
    json.member("on", to_string(c.days.first));
    json.member("first", c.records.cadres[*a].id);
    json.member("second", c.records.cadres[*b].id);
    json.key("relations");
    json.begin_array();
    std::string out;
    bool is_open = false;
    const auto tell = [&](kinship_set readings, bool is_settled, standing stands, const std::vector<kin_way_step>& way) {
        is_open = is_open || !is_settled || stands == standing::maybe;
        const text what = kinship_words(readings), in = c.classes.words(readings), path = way_words(way),
                   names = way_with_names(kin, *a, way);
        const std::vector<std::string> records = records_between(kin, *a, *b, way);
        json.begin_object();
        json.key("kinships");
        json.begin_array();
        readings.each([&json](kinship k) { json.item(english_of(k)); });
        json.end_array();
        json.member("class", c.say(in));
        json.member("settled", is_settled ? "yes" : "no");
        json.member("stands", stands == standing::yes ? "yes" : stands == standing::no ? "no" : "unknown");
        json.member("path", c.say(path));
        json.member("through", c.say(names));
        json.key("records");
        json.begin_array();
        for (const std::string& r : records) json.item(std::string_view(r));
        json.end_array();
        json.end_object();
        out += c.s.say(fmt::format("{}是{}的{}：{}", name_of(kin, *b), name_of(kin, *a), what.zh, in.zh),
                       fmt::format("{} is to {}: {} ({})", name_of(kin, *b), name_of(kin, *a), what.en, in.en));
        if (!is_settled) out += c.s.say("（须由人核实）", " (people verify it)");
        if (stands == standing::maybe) out += c.s.say("（当日是否存续不明）", " (whether it lasts on that day is not known)");
        out += "\n";
        if (!way.empty())
            out += c.s.say("    路径：" + path.zh + "　" + names.zh, "    path: " + path.en + "; " + names.en) + "\n";
        if (!records.empty()) out += c.s.say("    依据：", "    on record: ") + listed(records) + "\n";
    };
    for (const kin_relation& r : found) tell(r.readings, r.is_settled, r.stands, way_of(kin, *a, *b, r.readings, c.days));
    if (!far.empty()) {
        kinship_set as;
        as.add(kin_graph::kinship_along(far));
        tell(as, true, standing::yes, far);
    }
    json.end_array();
    const bool is_unknown = found.empty() && far.empty() && !is_closed;
    json.member("declared", is_closed ? "yes" : "no");
    json.end_object();
    if (out.empty())
        out = is_unknown ? c.s.say("关系不明：双方的亲属都没有完整申报，未申报不等于没有\n",
                                   "Not known: neither has declared all kin, and not declared is not the same as none\n")
                         : c.s.say("没有亲属关系：申报完整，各人之间无亲属路径\n",
                                   "No kinship: kin are declared in full, and no declaration joins the two\n");
    print(c.is_json ? std::move(json).text() + "\n" : out, c.s.in);
    return is_unknown || is_open ? exit_status::open : exit_status::fine;
}

/// What the rules about each relation make of one pair: the gravest status, and the rules that say so.
struct pair_verdict {
    status gravest = status::not_applicable;
    std::vector<std::string> rules;
};

int grave(status s) {
    switch (s) {
        case status::violated: return 4;
        case status::failed: return 3;
        case status::undetermined: return 2;
        case status::judgement: return 1;
        default: return s == status::not_applicable ? -1 : 0;
    }
}

exit_status all_pairs(const kin_case& c, const kin_arguments& held, const report& made) {
    const kin_graph& kin = c.with.kin;
    if (held.is_dot) {
        print(dot_of(kin, {}), c.s.in);
        return exit_status::fine;
    }
    const std::vector<kin_in_office> pairs = kin_in_office_on(c.with, c.seats, c.days);
    // An organ's findings on a rule stand in the order of its pairs.
    std::map<std::uint32_t, std::map<std::string, std::vector<const verdict*>>> findings;
    for (const organisation_report& o : made.organisations) {
        const std::uint32_t at = c.records.links.organisations.find(c.records.organisations, o.id);
        for (const verdict& v : o.findings)
            if (v.of->each() == rule_each::relation) findings[at][v.of->id()].push_back(&v);
    }
    json_writer json;
    json.begin_object();
    json.member("schema", "xuanren.kin/1");
    json.member("on", to_string(c.days.first));
    json.key("relations");
    json.begin_array();
    std::string out;
    std::size_t violated = 0, open = 0, fine = 0;
    std::map<std::uint32_t, std::size_t> seen;
    for (kin_in_office p : pairs) {
        const std::size_t place = seen[p.organ]++;
        pair_verdict verdicts;
        for (const auto& [rule, list] : findings[p.organ]) {
            if (place >= list.size()) continue;
            const status s = list[place]->status;
            if (grave(s) > grave(verdicts.gravest)) verdicts = {s, {}};
            if (s == verdicts.gravest && s != status::not_applicable) verdicts.rules.push_back(rule);
        }
        const bool is_bad = verdicts.gravest == status::violated || verdicts.gravest == status::failed;
        const bool is_open = verdicts.gravest == status::judgement || verdicts.gravest == status::undetermined;
        violated += is_bad;
        open += is_open;
        fine += !is_bad && !is_open;
        // A kinship that has a name from one side alone is told from there.
        if (!has_near(p.second_is) && has_near(p.first_is)) {
            std::swap(p.first, p.second);
            std::swap(p.first_holding, p.second_holding);
            std::swap(p.first_is, p.second_is);
        }
        const auto title = [&](std::uint32_t h) {
            const holding& at = c.seats.holdings()[h];
            if (at.post != no_record && c.records.posts[at.post].title) return *c.records.posts[at.post].title;
            if (at.tenure != no_record)
                if (const auto& t = (*c.records.cadres[at.cadre].tenures)[at.tenure].title) return *t;
            return std::string();
        };
        const auto way = way_of(kin, p.first, p.second, p.second_is, c.days);
        const text what = kinship_words(p.second_is), path = way_words(way), names = way_with_names(kin, p.first, way);
        const text in = c.classes.words(p.second_is);
        const auto records = records_between(kin, p.first, p.second, way);
        const std::string organ =
            p.organ != no_record && c.records.organisations[p.organ].name ? *c.records.organisations[p.organ].name : "";
        json.begin_object();
        json.member("organisation", p.organ == no_record ? "" : c.records.organisations[p.organ].id);
        json.member("first", c.records.cadres[p.first].id);
        json.member("first_post", title(p.first_holding));
        json.member("second", c.records.cadres[p.second].id);
        json.member("second_post", title(p.second_holding));
        json.key("second_is");
        json.begin_array();
        p.second_is.each([&json](kinship k) { json.item(english_of(k)); });
        json.end_array();
        json.key("first_is");
        json.begin_array();
        p.first_is.each([&json](kinship k) { json.item(english_of(k)); });
        json.end_array();
        json.member("class", c.say(in));
        json.member("settled", p.is_settled ? "yes" : "no");
        json.member("path", c.say(path));
        json.member("through", c.say(names));
        json.key("records");
        json.begin_array();
        for (const std::string& r : records) json.item(std::string_view(r));
        json.end_array();
        json.member("status", code_of(verdicts.gravest));
        json.key("rules");
        json.begin_array();
        for (const std::string& r : verdicts.rules) json.item(std::string_view(r));
        json.end_array();
        json.end_object();
        if (!is_bad && !is_open) continue;
        const std::string mark = is_bad ? "✗" : "?";
        const std::string says = is_bad ? c.s.say("须回避", "requires avoidance")
                                 : verdicts.gravest == status::judgement ? c.s.say("待研判", "left to judgement")
                                                                         : c.s.say("情况不明", "undetermined");
        out += fmt::format("{} {}  {}（{}） — {}（{}）  {}\n", mark, organ, name_of(kin, p.first), title(p.first_holding),
                           name_of(kin, p.second), title(p.second_holding), says);
        out += c.s.say("    " + what.zh + "，" + in.zh + "。路径：" + path.zh + "　" + names.zh,
                       "    " + what.en + " (" + in.en + "); path: " + path.en + "; " + names.en) + "\n";
        out += c.s.say("    依据：", "    on record: ") + listed(records) + "　" + listed(verdicts.rules) + "\n";
    }
    json.end_array();
    std::string tail;
    json.key("contradictions");
    json.begin_array();
    std::vector<std::string> told;
    for (std::uint32_t i = 0; i < c.records.cadres.size(); ++i) {
        if (kin.declared_by(i).empty() && kin.declared_about(i).empty()) continue;
        for (const kin_contradiction& fault : contradictions_of(kin, i)) {
            std::vector<std::string> places;
            for (const std::uint32_t d : fault.declarations) places.push_back(place_of(kin.declarations()[d]));
            std::sort(places.begin(), places.end());
            const text says = fault_words(kin, fault);
            const std::string key = places.empty() ? says.zh : listed(places);
            if (std::find(told.begin(), told.end(), key) != told.end()) continue;
            told.push_back(key);
            json.begin_object();
            json.member("says", c.say(says));
            json.key("records");
            json.begin_array();
            for (const std::string& p : places) json.item(std::string_view(p));
            json.end_array();
            json.end_object();
            tail += c.s.say("! 申报矛盾：", "! contradiction: ") + c.say(says) + "  " + listed(places) + "\n";
        }
    }
    json.end_array();
    json.key("not_declared");
    json.begin_array();
    std::size_t missing = 0;
    for (std::uint32_t i = 0; i < c.records.cadres.size(); ++i) {
        if (kin.is_closed(i)) continue;
        ++missing;
        json.item(std::string_view(c.records.cadres[i].id));
    }
    json.end_array();
    json.end_object();
    if (!tail.empty()) out += (out.empty() ? "" : "\n") + tail;
    if (!out.empty()) out += "\n";
    out += c.s.say(fmt::format("{}：须回避{}对，待核{}对，同机关或者上下级的其他亲属{}对；{}人的亲属没有完整申报，未申报不等于没有\n",
                               to_string(c.days.first), violated, open, fine, missing),
                   fmt::format("{}: {} to avoid, {} open, {} other pairs of kin in one organ or on one line; {} have not declared all "
                               "kin, and not declared is not the same as none\n",
                               to_string(c.days.first), violated, open, fine, missing));
    print(c.is_json ? std::move(json).text() + "\n" : out, c.s.in);
    return violated > 0 ? exit_status::violation : open > 0 || !told.empty() ? exit_status::open : exit_status::fine;
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
    if (!held.first.empty()) return between_two(c, held);
    report made;
    if (!held.is_dot) {
        check_options options;
        options.on = shown;
        options.explain = false;
        made = check(*book, records, options);
    }
    return all_pairs(c, held, made);
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
