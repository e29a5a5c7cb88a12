// tests/engine/rule_loading_test.cpp
#include "rule_support.hpp"

#include <string>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

const std::string good = R"({"id":"act-2019/8/r","cite":{},"must":"case.requirement"})";

rulebook loaded(const rule_folder& folder) { return folder.book(); }

std::string codes_of(const result<rulebook>& r) {
    std::string out;
    if (!r)
        for (const problem& p : r.problems()) out += p.code + " " + p.file + "#" + p.at + "\n";
    return out;
}

}  // namespace

TEST_CASE("a rule file is read with what it inherits and its defaults") {
    const rulebook book = loaded(folder_of("[" + good + "]"));
    const auto r = book.find("act-2019/8/r");
    REQUIRE(r);
    CHECK(r->cite().instrument == "act-2019");
    CHECK(r->cite().article == 8);
    CHECK(r->cite().sure == citation::certainty::confirmed);
    CHECK(r->at() == step::discussion);
    CHECK(r->stage() == step::discussion);
    CHECK(r->basis() == basis::confirmed);
    CHECK(r->force() == force::must);
    CHECK(r->about() == rule_subject::appointment);
    CHECK(r->scope().is_empty());
    CHECK(book.digest().substr(0, 7) == "sha256:");
    CHECK(book.digest().size() == 7 + 64);
}

TEST_CASE("each thing wrong with a rule has its code and pointer") {
    struct {
        const char* name;
        std::string rules;
        const char* code;
        const char* at;
        std::string exceptions = "[]";
    } const rows[] = {
        {"unknown fact", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirment"}])", "XR-FEEL-010", "/rules/0/must"},
        {"a constant misspelt", R"([{"id":"act-2019/8/r","cite":{},"must":"target.level = 正处"}])", "XR-FEEL-010", "/rules/0/must"},
        {"bad enumeration word", R"([{"id":"act-2019/8/r","cite":{},"must":"target.level = level.mayor"}])", "XR-FEEL-012", "/rules/0/must"},
        {"duplicate id", "[" + good + "," + good + "]", "XR-RULE-011", "/rules/1/id"},
        {"missing citation", R"([{"id":"act-2019/8/r","must":"case.requirement"}])", "XR-RULE-012", "/rules/0/cite"},
        {"unknown key", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","shall":"x"}])", "XR-RULE-004", "/rules/0/shall"},
        {"unknown key of a citation", R"([{"id":"act-2019/8/r","cite":{"artcle":8},"must":"case.requirement"}])", "XR-RULE-004", "/rules/0/cite/artcle"},
        {"two forces", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","report":"case.other"}])", "XR-RULE-017", "/rules/0"},
        {"a requirement beside judgement: true", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","judgement":true}])", "XR-RULE-017", "/rules/0/judgement"},
        {"a band without requirement", R"([{"id":"act-2019/8/r","cite":{},"judgement":"case.band"}])", "XR-RULE-018", "/rules/0/judgement"},
        {"met without due", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","met":"candidate.born"}])", "XR-RULE-031", "/rules/0/met"},
        {"met that is no date", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","due":"candidate.born","met":"true"}])", "XR-FEEL-024", "/rules/0/met"},
        {"nothing asked", R"([{"id":"act-2019/8/r","cite":{}}])", "XR-RULE-005", "/rules/0"},
        {"no id", R"([{"cite":{},"must":"case.requirement"}])", "XR-RULE-005", "/rules/0"},
        {"an id of another instrument", R"([{"id":"law-2018/8/r","cite":{},"must":"case.requirement"}])", "XR-RULE-007", "/rules/0/id"},
        {"a bad word", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","at":"meeting"}])", "XR-RULE-006", "/rules/0/at"},
        {"a wrong kind of value", R"([{"id":"act-2019/8/r","cite":{},"must":17}])", "XR-RULE-003", "/rules/0/must"},
        {"an article that is no number", R"([{"id":"act-2019/8/r","cite":{"article":"8"},"must":"case.requirement"}])", "XR-RULE-003", "/rules/0/cite/article"},
        {"unguarded", R"([{"id":"act-2019/8/r","cite":{},"must":"elapsed(candidate.probation_ends) >= @\"P0M\""}])", "XR-RULE-019", "/rules/0/must"},
        {"guarded in the wrong branch", R"([{"id":"act-2019/8/r","cite":{},"must":"candidate.has_probation or elapsed(candidate.probation_ends) >= @\"P0M\""}])", "XR-RULE-019", "/rules/0/must"},
        {"sets aside nothing", "[" + good + "]", "XR-RULE-016", "/exceptions/0/sets_aside/0",
         R"([{"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/88/*"],"when":"case.exception"}])"},
        {"an unguarded exception", "[" + good + "]", "XR-RULE-019", "/exceptions/0/when",
         R"J([{"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/8/r"],"when":"names(exceptional.breaks)"}])J"},
        {"exceptions in a circle", "[" + good + "]", "XR-RULE-013", "",
         R"([{"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/8/r","act-2019/9/y"],"when":"case.exception"},
             {"id":"act-2019/9/y","cite":{},"sets_aside":["act-2019/9/x"],"when":"case.other"}])"},
        {"loosens nothing", R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement","loosens":["law-2018/1"]}])", "XR-RULE-029", "/rules/0/loosens/0"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const auto got = folder_of(row.rules, row.exceptions).load();
        CAPTURE(codes_of(got));
        CHECK(has_code(got, row.code, row.at));
    }
}

TEST_CASE("wrong types, periods and operators are load errors") {
    const char* const wrong[] = {
        "candidate.level_since >= 3", "elapsed(candidate.level_since) >= 24", "candidate.level_since + 2 > candidate.born",
        "appointment.kind > kind.promotion", "target.level = kind.promotion", "candidate.sanction_count and case.other",
        "elapsed(candidate.level_since) >= @\\\"P30D\\\"", "case.requirement xor case.other",
        "regex match(case.requirement)", "vote.present like 3", "elapsed(candidate.level_since)"};
    for (const char* text : wrong) {
        CAPTURE(text);
        const auto got = folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":")" + std::string(text) + "\"}]").load();
        REQUIRE(!got);
        CHECK(got.problems()[0].code.substr(0, 8) == "XR-FEEL-");
        CHECK(got.problems()[0].at == "/rules/0/must");
        CHECK(got.problems()[0].column > 0);
    }
}

TEST_CASE("guards are found wherever they stand before their use") {
    const char* const right[] = {
        R"("must":"candidate.has_probation and elapsed(candidate.probation_ends) >= @\"P0M\"")",
        R"("must":"elapsed(candidate.probation_ends) >= @\"P0M\" and candidate.has_probation")",
        R"("must":"not(candidate.has_probation) or elapsed(candidate.probation_ends) >= @\"P0M\"")",
        R"J("must":"not(candidate.has_probation and elapsed(candidate.probation_ends) < @\"P0M\")")J",
        R"("must":"if candidate.has_probation then elapsed(candidate.probation_ends) >= @\"P0M\" else true")",
        R"("must":"if not(candidate.has_probation) then true else elapsed(candidate.probation_ends) >= @\"P0M\"")",
        R"("applies":"candidate.has_probation and case.scope","must":"elapsed(candidate.probation_ends) >= @\"P0M\"")",
        R"("must":"candidate.has_probation = true and elapsed(candidate.probation_ends) >= @\"P0M\"")",
        R"("must":"every s in candidate.sanctions satisfies not(s.has_until) or elapsed(s.until) >= @\"P0M\"")",
        R"("must":"every s in candidate.sanctions[has_until] satisfies elapsed(s.until) >= @\"P0M\"")",
        R"("must":"count(candidate.sanctions[has_until and elapsed(until) < @\"P0M\"]) = 0")",
    };
    for (const char* text : right) {
        CAPTURE(text);
        const auto got = folder_of(R"([{"id":"act-2019/8/r","cite":{},)" + std::string(text) + "}]").load();
        CAPTURE(codes_of(got));
        CHECK(got.has_value());
    }
    const auto field = folder_of(R"([{"id":"act-2019/8/r","cite":{},
        "must":"every s in candidate.sanctions satisfies elapsed(s.until) >= @\"P0M\""}])").load();
    CHECK(has_code(field, "XR-RULE-019", "/rules/0/must"));
}

TEST_CASE("nothing after a NUL goes unread") {
    std::string bytes = R"({"instrument":"act-2019","article":9,"rules":[]})";
    bytes += '\0';
    bytes += "{ more";
    CHECK(has_code(folder_of("[" + good + "]").add("act-2019/article-09.json", bytes).load(), "XR-RULE-001"));
}

TEST_CASE("every problem of every file is reported at once, and nothing is half loaded") {
    const auto got = rule_folder()
                         .add("act-2019/instrument.json", act("2019", R"("effective":"2019-13-03","colour":"red")"))
                         .add("act-2019/article-08.json",
                              R"({"instrument":"act-2019","article":8,"rules":[
                                  {"id":"act-2019/8/a","cite":{},"must":"case.requirment"},
                                  {"id":"act-2019/8/b","must":"case.requirement"},
                                  {"id":"act-2019/8/c","cite":{},"must":"case.requirement","must2":1}]})")
                         .add("act-2019/article-09.json", "{ not json")
                         .add("act-2019/article-10.json", R"({"instrument":"act-2019","article":10,"article":11,"rules":[]})")
                         .load();
    REQUIRE(!got);
    CHECK(has_code(got, "XR-RULE-027", "/effective"));
    CHECK(has_code(got, "XR-RULE-004", "/colour"));
    CHECK(has_code(got, "XR-FEEL-010", "/rules/0/must"));
    CHECK(has_code(got, "XR-RULE-012", "/rules/1/cite"));
    CHECK(has_code(got, "XR-RULE-004", "/rules/2/must2"));
    CHECK(has_code(got, "XR-RULE-001"));
    CHECK(has_code(got, "XR-RULE-002", "/article"));
    for (const problem& p : got.problems()) {
        CHECK(!p.file.empty());
        CHECK(!p.message.zh.empty());
        CHECK(!p.message.en.empty());
    }
}

TEST_CASE("a folder with every kind of mistake is refused with all of them and their places") {
    const auto got = rule_folder()
                         .add("act-2014/instrument.json", act("2014", R"("effective":"2014-01-15","superseded":"2019-06-01")"))
                         .add("act-2019/instrument.json", act("2019", R"("effective":"2019-03-03","superseded":"2022-01-01")"))
                         .add("act-2024/instrument.json", act("2024", R"("effective":"2024-01-01")"))
                         .add("act-2019/article-08.json",
                              R"({"instrument":"act-2019","article":8,"rules":[
                                  {"id":"act-2019/8/unknown","cite":{},"must":"case.requirment"},
                                  {"id":"act-2019/8/type","cite":{},"must":"candidate.born >= 3"},
                                  {"id":"act-2019/8/twice","cite":{},"must":"case.requirement"},
                                  {"id":"act-2019/8/twice","cite":{},"must":"case.requirement"},
                                  {"id":"act-2019/8/uncited","must":"case.requirement"},
                                  {"id":"act-2019/8/feel","cite":{},"must":"case.requirement and and case.other"}]})")
                         .add("act-2019/article-09.json",
                              R"({"instrument":"act-2019","article":9,"exceptions":[
                                  {"id":"act-2019/9/x","cite":{},"sets_aside":["act-2019/9/y"],"when":"case.other"},
                                  {"id":"act-2019/9/y","cite":{},"sets_aside":["act-2019/9/x"],"when":"case.other"}]})")
                         .load();
    REQUIRE(!got);
    struct {
        const char* name;
        const char* code;
        const char* file;
        const char* at;
    } const rows[] = {
        {"未知的事实", "XR-FEEL-010", "act-2019/article-08.json", "/rules/0/must"},
        {"类型不合", "XR-FEEL-0", "act-2019/article-08.json", "/rules/1/must"},
        {"编号重复", "XR-RULE-011", "act-2019/article-08.json", "/rules/3/id"},
        {"未注明出处", "XR-RULE-012", "act-2019/article-08.json", "/rules/4/cite"},
        {"表达式有误", "XR-FEEL-0", "act-2019/article-08.json", "/rules/5/must"},
        {"版本重叠", "XR-RULE-014", "act-2019/instrument.json", "/effective"},
        {"版本之间有空档而未写明", "XR-RULE-015", "act-2024/instrument.json", ""},
        {"例外循环", "XR-RULE-013", "act-2019/article-09.json", "/exceptions/0/sets_aside"},
    };
    for (const auto& r : rows) {
        CAPTURE(r.name);
        const bool is_told = std::any_of(got.problems().begin(), got.problems().end(), [&](const problem& p) {
            return p.code.substr(0, std::string(r.code).size()) == r.code && p.file == r.file &&
                   p.at.substr(0, std::string(r.at).size()) == r.at && !p.message.zh.empty() && !p.message.en.empty();
        });
        CHECK_MESSAGE(is_told, codes_of(got));
    }
}

TEST_CASE("an unknown fact is named with its nearest, at its column") {
    const auto got =
        folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":"case.other and candidate.levl_since > candidate.born"}])").load();
    REQUIRE(!got);
    CHECK(got.problems()[0].column == 16);
    CHECK(got.problems()[0].message.en.find("candidate.level_since") != std::string::npos);
}

TEST_CASE("an empty rulebook, a folder that is none and a stray rule file are errors") {
    CHECK(has_code(rule_folder().add("act-2019/instrument.json", act("2019")).load(), "XR-RULE-024"));
    CHECK(has_code(rule_folder().load(), "XR-RULE-024"));
    load_options options;
    options.facts = small_catalogue();
    CHECK(has_code(load_rules(std::filesystem::path("/no/such/folder"), options), "XR-RULE-008"));
    const auto stray = rule_folder()
                           .add("act-2019/article-08.json", R"({"instrument":"act-2019","article":8,"rules":[)" + good + "]}")
                           .load();
    CHECK(has_code(stray, "XR-RULE-007", "/instrument"));
}

TEST_CASE("facts and enumeration members go by their Chinese names too") {
    const rulebook book = folder_of(
        R"([{"id":"act-2019/8/a","cite":{},"must":"拟任层次 >= level.县处级副职"},
            {"id":"act-2019/8/b","cite":{},"must":"target.level >= level.county_deputy"}])").book();
    CHECK(same(*book.find("act-2019/8/a")->requirement().parsed, *book.find("act-2019/8/b")->requirement().parsed));
}

TEST_CASE("definitions: none, dependence, circles, clashes") {
    const auto with = [](const std::string& definitions, const std::string& must = "case.requirement") {
        return folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":")" + must + "\"}]")
            .add("act-2019/definitions.json", R"({"instrument":"act-2019","definitions":)" + definitions + "}");
    };
    SUBCASE("one rests on another, whatever their order") {
        const rulebook book = with(R"J([
            {"id":"candidate.ready","zh":"已就绪","type":"boolean","cite":{"article":3},"is":"candidate.has_free_from and elapsed(candidate.free_from) >= @\"P0M\""},
            {"id":"candidate.free_from","zh":"可用起始日","type":"date","cite":{"article":2},"none":true,
             "is":"max(for s in candidate.sanctions return s.decided)"}])J", "candidate.ready").book();
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[{"decided":"2024-05-20"}]})").status == status::satisfied);
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[{"decided":"2024-05-21"}]})").status == status::violated);
        // max([]) is null: there is none.
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[]})").status == status::violated);
        CHECK(judged(book, "act-2019/8/r", "{}").status == status::undetermined);
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.free_from":"2024-01-01"})").status == status::satisfied);
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.free_from":null})").status == status::violated);
    }
    SUBCASE("a long chain of them is computed without end of the stack, whichever comes first") {
        const int length = 1000;
        std::string chain = R"([{"id":"x.d0","zh":"链0","type":"boolean","cite":{"article":2},"is":"case.other"})";
        for (int i = 1; i < length; ++i) {
            const std::string n = std::to_string(i);
            chain += R"(,{"id":"x.d)" + n + R"(","zh":"链)" + n + R"(","type":"boolean","cite":{"article":2},"is":"not(x.d)" +
                     std::to_string(i - 1) + ")\"}";
        }
        const rulebook book = with(chain + "]", "x.d" + std::to_string(length - 1)).book();
        CHECK(judged(book, "act-2019/8/r", R"({"case.other":false})").status == status::satisfied);
        CHECK(judged(book, "act-2019/8/r", R"({"case.other":true})").status == status::violated);
        CHECK(judged(book, "act-2019/8/r", "{}").status == status::undetermined);
    }
    SUBCASE("a circle is printed") {
        const auto got = with(R"J([{"id":"x.a","zh":"甲","type":"boolean","cite":{"article":2},"is":"x.b"},
                                  {"id":"x.b","zh":"乙","type":"boolean","cite":{"article":2},"is":"not(x.a)"}])J").load();
        REQUIRE(has_code(got, "XR-RULE-023"));
        CHECK(got.problems()[0].message.en.find("x.a -> x.b -> x.a") != std::string::npos);
    }
    SUBCASE("one that can be none is guarded like a fact") {
        const char* const d = R"([{"id":"x.until","zh":"期止","type":"date","cite":{"article":2},"none":true,"is":"candidate.born"}])";
        CHECK(has_code(with(d, "elapsed(x.until) >= @\\\"P0M\\\"").load(), "XR-RULE-019", "/rules/0/must"));
        CHECK(with(d, "x.has_until and elapsed(x.until) >= @\\\"P0M\\\"").load().has_value());
    }
    SUBCASE("names and types") {
        CHECK(has_code(with(R"([{"id":"candidate.born","zh":"甲","type":"date","cite":{"article":2},"is":"candidate.born"}])").load(),
                       "XR-RULE-026", "/definitions/0/id"));
        CHECK(has_code(with(R"([{"id":"x.a","zh":"出生日期","type":"date","cite":{"article":2},"is":"candidate.born"}])").load(),
                       "XR-RULE-026", "/definitions/0/zh"));
        CHECK(has_code(with(R"([{"id":"x.a","zh":"甲","type":"moment","cite":{"article":2},"is":"candidate.born"}])").load(),
                       "XR-RULE-025", "/definitions/0/type"));
        CHECK(!with(R"([{"id":"x.a","zh":"甲","type":"months","cite":{"article":2},"is":"candidate.born"}])").load());
        CHECK(has_code(with(R"([{"id":"x.a","zh":"甲","type":"date","is":"candidate.born"}])").load(), "XR-RULE-012",
                       "/definitions/0/cite"));
    }
}

TEST_CASE("tables: rows, dates, what is missing") {
    const auto with = [](const std::string& tables) {
        return folder_of(R"J([{"id":"act-2019/8/r","cite":{},"must":"every s in candidate.sanctions satisfies elapsed(add months(s.decided, table.influence(s.kind, s.decided))) >= @\"P0M\""}])J")
            .add("act-2019/tables.json", R"({"instrument":"act-2019","tables":)" + tables + "}");
    };
    const char* const full = R"([{"id":"influence","cite":{"article":3},"from":"2015-01-01","key":"sanction","value":"number",
                                  "rows":[["warning",6],["记过",12]]}])";
    SUBCASE("the key's own date counts") {
        const rulebook book = with(full).book();
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[{"kind":"warning","decided":"2023-11-20"}]})").status == status::satisfied);
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[{"kind":"demerit","decided":"2023-11-20"}]})").status == status::violated);
        CHECK(judged(book, "act-2019/8/r", R"({"candidate.sanctions":[{"kind":"warning","decided":"2014-11-20"}]})").status == status::undetermined);
    }
    SUBCASE("a key without a row") {
        const char* const rows = R"([{"id":"influence","cite":{"article":3},"key":"sanction","value":"number","rows":[["warning",6]]}])";
        CHECK(has_code(with(rows).load(), "XR-RULE-020", "/tables/0/rows"));
    }
    SUBCASE("a key twice on one day, and on different days") {
        const std::string twice = R"([{"id":"influence","cite":{"article":3},"key":"sanction","value":"number","rows":[["warning",6],["warning",7],["demerit",1]]}])";
        CHECK(has_code(with(twice).load(), "XR-RULE-021", "/tables/0/rows/1"));
        const std::string parts = R"([{"id":"influence","cite":{"article":3},"from":"2015-01-01","to":"2018-01-01","key":"sanction","value":"number","rows":[["warning",6],["demerit",6]]},
                                      {"id":"influence","cite":{"article":3},"from":"2018-01-01","key":"sanction","value":"number","rows":[["warning",9],["demerit",9]]}])";
        CHECK(with(parts).load().has_value());
    }
    SUBCASE("cells of the wrong type") {
        const char* const rows = R"([{"id":"influence","cite":{"article":3},"key":"sanction","value":"number","rows":[["warning","six"],["scolding",6],["demerit"]]}])";
        const auto got = with(rows).load();
        CHECK(has_code(got, "XR-RULE-006", "/tables/0/rows/0/1"));
        CHECK(has_code(got, "XR-RULE-006", "/tables/0/rows/1/0"));
        CHECK(has_code(got, "XR-RULE-003", "/tables/0/rows/2"));
    }
}
