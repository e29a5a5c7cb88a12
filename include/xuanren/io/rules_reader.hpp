// include/xuanren/io/rules_reader.hpp
#pragma once

#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/patterns.hpp>
#include <xuanren/engine/rulebook_resolve.hpp>
#include <xuanren/io/rule_json.hpp>
#include <xuanren/io/value_json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

inline constexpr std::array<std::string_view, 4> force_words = {"must", "ordinarily", "report", "advise"};
inline constexpr std::array<std::string_view, 3> basis_words = {"verbatim", "confirmed", "unverified"};
inline constexpr std::array<std::string_view, 2> rule_subject_words = {"appointment", "organisation"};
inline constexpr std::array<std::string_view, 4> each_words = {"whole", "seat", "rank_seat", "relation"};
inline constexpr std::array<std::string_view, 5> authority_words = {"local", "provincial", "national", "law",
                                                                    "party_central"};
inline constexpr std::array<std::string_view, 2> before_words = {"unknown", "none"};

/// Reads the files of one rulebook into parts; make() does the rest.
class rules_reader {
public:
    rules_reader(rulebook_parts& parts, std::vector<problem>& problems)
        : parts_(&parts), problems_(&problems) {}

    void read(const rule_file& file) {
        const std::size_t slash = file.path.rfind('/');
        const std::string name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
        const rule_json tree = parse_rule_json(file.path, file.bytes, *problems_);
        if (tree.is_null() || tree.is_discarded()) return;
        const rule_origin at{file.path, ""};
        if (name == "instrument.json") read_instrument(tree, at);
        else if (name == "definitions.json") read_list(tree, at, "definitions");
        else if (name == "tables.json") read_list(tree, at, "tables");
        else read_article(tree, at);
    }

    /// After all files: every id belongs to an instrument that was read.
    void finish(const rulebook* beside) {
        std::set<std::string> known;
        for (const auto& i : parts_->instruments) known.insert(i->id);
        if (beside != nullptr)
            for (const auto& i : beside->instruments()) known.insert(i->id);
        for (const auto& [id, at] : named_instruments_)
            if (known.find(id) == known.end())
                problems_->push_back(rule_problem(
                    "XR-RULE-007", at, "/instrument", id, {"已加载的文件编号", "the id of an instrument that is loaded"},
                    {"没有“" + id + "”的 instrument.json", "there is no instrument.json for \"" + id + "\""}));
    }

    [[nodiscard]] rule read_rule(const rule_json& json, const rule_origin& at, const std::string& instrument,
                                 int article) {
        object_reader in(json, at, *problems_);
        rule out(in.needed_string("id"));
        check_prefix(out.id(), instrument, at);
        out.cite(read_citation(in, instrument, article));
        out.title(in.both("title")).reading(in.both("reading")).remedy(in.both("remedy"));
        out.note(in.said("note")).topic(in.string("topic"));
        out.covers(in.strings("covers")).loosens(in.strings("loosens"));
        if (in.has("applies")) out.applies(formula(in.needed_string("applies")));
        read_requirement(in, out);
        if (const auto w = in.word("at", step_words)) out.at(static_cast<step>(*w));
        if (const auto w = in.word("stage", step_words)) out.stage(static_cast<step>(*w));
        if (const auto w = in.word("about", rule_subject_words)) out.about(static_cast<rule_subject>(*w));
        if (const auto w = in.word("each", each_words)) out.each(static_cast<rule_each>(*w));
        if (const auto w = in.word("basis", basis_words)) out.basis(static_cast<basis>(*w));
        if (in.flag("void")) out.makes_void();
        if (in.flag("silent")) out.silent();
        if (in.has("due")) out.due(formula(in.needed_string("due")));
        if (in.has("met")) out.met(formula(in.needed_string("met")));
        in.finish();
        return out;
    }

    [[nodiscard]] exception read_exception(const rule_json& json, const rule_origin& at,
                                           const std::string& instrument, int article) {
        object_reader in(json, at, *problems_);
        exception out;
        out.id = in.needed_string("id");
        check_prefix(out.id, instrument, at);
        out.cite = read_citation(in, instrument, article);
        out.title = in.both("title");
        out.reading = in.both("reading");
        if (const auto w = in.word("basis", basis_words)) out.basis = static_cast<basis>(*w);
        if (!in.has("sets_aside")) in.missing("sets_aside");
        out.sets_aside = in.strings("sets_aside");
        out.when = formula(in.needed_string("when"));
        out.loosens = in.strings("loosens");
        out.covers = in.strings("covers");
        out.note = in.said("note");
        in.finish();
        return out;
    }

private:
    void read_instrument(const rule_json& tree, const rule_origin& at) {
        object_reader in(tree, at, *problems_);
        auto out = std::make_shared<instrument>();
        out->id = in.needed_string("id");
        out->family = in.needed_string("family");
        out->version = in.needed_string("version");
        if (in.is_object() && !out->id.empty() && out->id != out->family + "-" + out->version)
            in.wrong("id", tree["id"], {out->family + "-" + out->version, out->family + "-" + out->version},
                     "XR-RULE-007");
        out->title = in.both("title");
        out->body = in.both("body");
        out->number = in.string("number");
        if (!in.has("authority") && in.is_object()) in.missing("authority");
        if (const auto w = in.word("authority", authority_words)) out->authority = static_cast<authority>(*w);
        out->adopted = in.date("adopted");
        out->published = in.date("published");
        if (!in.has("effective") && in.is_object()) in.missing("effective");
        out->effective = in.date("effective");
        out->superseded = in.date("superseded");
        out->superseded_by = in.string("superseded_by");
        out->repealed = in.date("repealed");
        if (const auto w = in.word("before", before_words)) out->before = static_cast<instrument::earlier>(*w);
        if (const rule_json* gaps = in.member("gaps")) read_gaps(*gaps, at, *out);
        if (in.has("applies")) out->applies = formula(in.needed_string("applies"));
        out->source = in.said("source");
        out->note = in.said("note");
        in.finish();
        note_origin(*parts_, origin_key("instrument", out->id), at);
        parts_->instruments.push_back(std::move(out));
    }

    void read_gaps(const rule_json& gaps, const rule_origin& at, instrument& out) {
        if (!gaps.is_array()) {
            object_reader(gaps, {at.file, "/gaps"}, *problems_).finish();
            return;
        }
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            object_reader in(gaps[i], {at.file, "/gaps/" + std::to_string(i)}, *problems_);
            const auto from = in.date("from");
            const auto to = in.date("to");
            if (from && to) out.gaps.push_back({*from, *to});
            else if (in.is_object()) in.missing(from ? "to" : "from");
            in.finish();
        }
    }

    // definitions.json and tables.json: the list alone, or under its name beside "instrument".
    void read_list(const rule_json& tree, const rule_origin& at, const char* name) {
        const bool is_table = std::string_view(name) == "tables";
        std::string instrument = folder_of(at.file);
        const rule_json* list = &tree;
        std::string pointer;
        if (!tree.is_array()) {
            object_reader in(tree, at, *problems_);
            if (in.has("instrument")) instrument = in.needed_string("instrument");
            list = in.member(name);
            if (list == nullptr && in.is_object()) in.missing(name);
            in.finish();
            pointer = "/" + std::string(name);
            if (list == nullptr) return;
            if (!list->is_array()) {
                in.wrong(name, *list, {"列表", "a list"});
                return;
            }
        }
        name_instrument(instrument, at);
        for (std::size_t i = 0; i < list->size(); ++i) {
            const rule_origin here{at.file, pointer + "/" + std::to_string(i)};
            if (is_table) read_table((*list)[i], here, instrument);
            else read_definition((*list)[i], here, instrument);
        }
    }

    void read_definition(const rule_json& json, const rule_origin& at, const std::string& instrument) {
        object_reader in(json, at, *problems_);
        auto out = std::make_shared<definition>();
        out->id = in.needed_string("id");
        out->zh = in.needed_string("zh");
        out->en = in.string("en");
        out->unit = in.both("unit");
        out->type_name = in.needed_string("type");
        out->instrument = instrument;
        out->cite = read_citation(in, instrument, 0);
        if (const auto w = in.word("at", step_words)) out->at = static_cast<step>(*w);
        out->can_be_none = in.flag("none");
        out->is = formula(in.needed_string("is"));
        out->meaning = in.both("meaning");
        out->reading = in.both("reading");
        if (const auto w = in.word("basis", basis_words)) out->basis = static_cast<basis>(*w);
        out->covers = in.strings("covers");
        out->note = in.said("note");
        in.finish();
        note_origin(*parts_, origin_key("definition", out->id, instrument), at);
        parts_->definitions.push_back(std::move(out));
    }

    void read_table(const rule_json& json, const rule_origin& at, const std::string& instrument) {
        object_reader in(json, at, *problems_);
        auto out = std::make_shared<table>();
        out->id = in.needed_string("id");
        out->title = in.both("title");
        out->instrument = instrument;
        out->cite = read_citation(in, instrument, 0);
        out->from = in.date("from");
        out->to = in.date("to");
        if (const rule_json* key = in.member("key"); key != nullptr && key->is_array())
            out->key_names = in.strings("key");
        else
            out->key_names = {in.needed_string("key")};
        out->answer_name = in.needed_string("value");
        out->can_be_none = in.flag("none");
        if (const auto w = in.word("basis", basis_words)) out->basis = static_cast<basis>(*w);
        out->covers = in.strings("covers");
        out->note = in.said("note");
        bool is_typed = true;
        for (std::size_t i = 0; i < out->key_names.size(); ++i) {
            const auto t = type_named(out->key_names[i], *parts_->facts);
            is_typed = is_typed && t;
            if (t) out->key_types.push_back(*t);
            else if (!out->key_names[i].empty()) bad_type(at, "/key", out->key_names[i]);
        }
        if (const auto t = type_named(out->answer_name, *parts_->facts)) {
            out->answer_type = *t;
        } else {
            is_typed = false;
            if (!out->answer_name.empty()) bad_type(at, "/value", out->answer_name);
        }
        const rule_json* rows = in.member("rows");
        if (rows == nullptr && in.is_object()) in.missing("rows");
        if (rows != nullptr && is_typed) read_rows(*rows, {at.file, at.pointer + "/rows"}, *out);
        in.finish();
        note_origin(*parts_, origin_key("table", out->id, instrument), at);
        if (is_typed) parts_->tables.push_back(std::move(out));
    }

    void bad_type(const rule_origin& at, std::string_view below, const std::string& name) {
        problems_->push_back(rule_problem("XR-RULE-025", at, below, name,
                                          {"类型名", "a type's name: number, date, months, level"},
                                          {"没有类型“" + name + "”", "there is no type \"" + name + "\""}));
    }

    void read_rows(const rule_json& rows, const rule_origin& at, table& out) {
        const std::size_t width = out.key_types.size() + 1;
        if (!rows.is_array()) {
            object_reader in(rows, at, *problems_);
            if (in.is_object()) in.wrong("", rows, {"行的列表", "a list of rows"});
            return;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const rule_origin here{at.file, at.pointer + "/" + std::to_string(i)};
            if (!rows[i].is_array() || rows[i].size() != width) {
                problems_->push_back(rule_problem(
                    "XR-RULE-003", here, "", rows[i].dump(-1, ' ', false, rule_json::error_handler_t::replace),
                    {"键与值组成的列表", "a list of the keys and the value"},
                    {"行应有" + std::to_string(width) + "项", "a row has " + std::to_string(width) + " entries"}));
                continue;
            }
            table::row row;
            bool is_good = true;
            for (std::size_t k = 0; k < width; ++k) {
                const type& t = k + 1 == width ? out.answer_type : out.key_types[k];
                auto v = value_from_json(rows[i][k], t, *parts_->facts);
                if (!v) {
                    is_good = false;
                    for (problem p : v.problems()) {
                        p.file = here.file;
                        p.at = here.pointer + "/" + std::to_string(k);
                        p.code = "XR-RULE-006";
                        problems_->push_back(std::move(p));
                    }
                    continue;
                }
                if (k + 1 == width) row.answer = std::move(v).value();
                else row.keys.push_back(std::move(v).value());
            }
            if (is_good) out.rows.push_back(std::move(row));
        }
    }

    void read_article(const rule_json& tree, const rule_origin& at) {
        object_reader in(tree, at, *problems_);
        const std::string instrument = in.needed_string("instrument");
        const int article = in.whole_number("article", 0);
        name_instrument(instrument, at);
        const rule_json* rules = in.member("rules");
        const rule_json* exceptions = in.member("exceptions");
        for (const auto& [name, list] : {std::pair{"rules", rules}, std::pair{"exceptions", exceptions}})
            if (list != nullptr && !list->is_array()) in.wrong(name, *list, {"列表", "a list"});
        in.finish();
        if (rules != nullptr && rules->is_array())
            for (std::size_t i = 0; i < rules->size(); ++i) {
                const rule_origin here{at.file, "/rules/" + std::to_string(i)};
                auto r = std::make_shared<const rule>(read_rule((*rules)[i], here, instrument, article));
                note_origin(*parts_, origin_key("rule", r->id()), here);
                parts_->rules.push_back(std::move(r));
            }
        if (exceptions != nullptr && exceptions->is_array())
            for (std::size_t i = 0; i < exceptions->size(); ++i) {
                const rule_origin here{at.file, "/exceptions/" + std::to_string(i)};
                auto e = std::make_shared<const exception>(
                    read_exception((*exceptions)[i], here, instrument, article));
                note_origin(*parts_, origin_key("exception", e->id), here);
                parts_->exceptions.push_back(std::move(e));
            }
    }

    [[nodiscard]] citation read_citation(object_reader& in, const std::string& instrument, int article) {
        citation out;
        const rule_json* cite = in.member("cite");
        if (cite == nullptr) return out;  // reported as missing when the book is made
        object_reader c(*cite, {in.at().file, in.at().pointer + "/cite"}, *problems_);
        out.instrument = c.has("instrument") ? c.needed_string("instrument") : instrument;
        out.article = c.whole_number("article", c.has("instrument") ? 0 : article);
        out.paragraph = c.whole_number("paragraph", 0);
        out.item = c.whole_number("item", 0);
        out.note = c.said("note");
        if (const auto w = c.word("certainty", certainty_words))
            out.sure = static_cast<citation::certainty>(*w);
        c.finish();
        return out;
    }

    void read_requirement(object_reader& in, rule& out) {
        int forces = 0;
        for (std::size_t f = 0; f < force_words.size(); ++f) {
            const std::string key(force_words[f]);
            if (!in.has(key.c_str())) continue;
            ++forces;
            formula asked(in.needed_string(key.c_str()));
            if (forces > 1) continue;
            if (f == 0) out.must(std::move(asked));
            else if (f == 1) out.ordinarily(std::move(asked));
            else if (f == 2) out.report(std::move(asked));
            else out.advise(std::move(asked));
        }
        if (forces > 1)
            problems_->push_back(rule_problem(
                "XR-RULE-017", in.at(), "", "",
                {"must、ordinarily、report、advise 之一", "one of must, ordinarily, report, advise"},
                {"规则“" + out.id() + "”有两个约束力", "rule \"" + out.id() + "\" has two forces"}));
        const rule_json* judgement = in.member("judgement");
        if (judgement == nullptr) return;
        if (judgement->is_boolean() && judgement->get<bool>()) out.judgement();
        else if (judgement->is_string() && !judgement->get_ref<const std::string&>().empty())
            out.judgement(formula(judgement->get<std::string>()));
        else
            in.wrong("judgement", *judgement, {"true 或表达式", "true or an expression"});
    }

    void check_prefix(const std::string& id, const std::string& instrument, const rule_origin& at) {
        if (id.empty() || instrument.empty() || instrument_part(id) == instrument) return;
        problems_->push_back(rule_problem(
            "XR-RULE-007", at, "/id", id, {"以“" + instrument + "/”开头", "an id that begins with \"" + instrument + "/\""},
            {"编号“" + id + "”不属于“" + instrument + "”", "the id \"" + id + "\" is not one of \"" + instrument + "\""}));
    }

    void name_instrument(const std::string& id, const rule_origin& at) {
        if (!id.empty()) named_instruments_.emplace_back(id, at);
    }

    [[nodiscard]] static std::string folder_of(const std::string& path) {
        const std::size_t end = path.rfind('/');
        if (end == std::string::npos) return {};
        const std::size_t start = path.rfind('/', end - 1);
        return path.substr(start == std::string::npos ? 0 : start + 1, end - (start == std::string::npos ? 0 : start + 1));
    }

    rulebook_parts* parts_;
    std::vector<problem>* problems_;
    std::vector<std::pair<std::string, rule_origin>> named_instruments_;
};

}  // namespace detail
}  // namespace xuanren
