// tests/cli/table_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

using program::run;

namespace {

const std::string example = "check --table " XUANREN_SOURCE_DIR "/examples/table/cases.csv --map " XUANREN_SOURCE_DIR "/examples/table/facts.json";

std::string joined(const std::set<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

std::size_t lines_of(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

TEST_CASE("示例表：每行一个结论，违规的列出规则") {
    const program::answer a = run(example);
    INFO(a.err);
    CHECK(a.status == 1);
    CHECK(lines_of(a.out) == 5);
    CHECK(a.says("\n2,2022-002,violation,"));
    CHECK(a.says("appointment-regulations-2019/8.1.3/deputy-to-principal"));
    CHECK(a.complains("审核 4 行：违规 1"));

    const program::answer json = run(example + " --format jsonl --lang en");
    CHECK(json.status == 1);
    CHECK(lines_of(json.out) == 4);
    CHECK(json.says(R"({"row":2,"id":"2022-002","outcome":"violation","counts":{"satisfied":)"));
    CHECK(json.says(R"("violated":["appointment-regulations-2019/8.1.3/deputy-to-principal"]})"));
    CHECK(json.complains("4 rows judged: 1 violation"));

    const program::answer rules = run(example + " --per rule");
    CHECK(rules.says("2,2022-002,appointment-regulations-2019/8.1.3/deputy-to-principal,violated,"));
    CHECK(rules.says("1,2022-001,appointment-regulations-2019/8.1.3/deputy-to-principal,satisfied,"));
    const program::answer findings = run(example + " --per finding");
    CHECK(findings.says("2,2022-002,appointment-regulations-2019/8.1.3/deputy-to-principal,violated,candidate.deputy_counted_from,"));
    CHECK_FALSE(findings.says(",satisfied,"));
    CHECK(run(example + " --threads 3").out == a.out);
}

TEST_CASE("读不出的行：停下并说明行、列和值；跳过的逐行列出") {
    const program::folder here;
    const std::string table = here.file("t.csv", "编号,出生日期,拟任职务层次\n1,1980-01-01,县处级正职\n2,1980.13,县处级正职\n3,1980-01-01\n4,1980-01-01,\"处\"\"长\"\n5,,\n");
    const program::answer stopped = run("check --table " + table);
    CHECK(stopped.status == 2);
    CHECK(lines_of(stopped.out) == 2);
    CHECK(stopped.complains("t.csv:3：第 2 行“出生日期”列：“1980.13”无法读取"));
    CHECK(stopped.complains("XR-CSV-008"));
    CHECK(stopped.complains("未读取的列（不是事实的名称，也不在对照表中）：“编号”"));

    const program::answer skipped = run("check --table " + table + " --on-error skip --lang en");
    CHECK(skipped.status == 3);
    CHECK(lines_of(skipped.out) == 6);
    CHECK(skipped.says("\n5,,incomplete,"));
    CHECK(skipped.complains("row 2, column \"出生日期\": \"1980.13\": expected a date"));
    CHECK(skipped.complains("row 3 has 2 cells, the headings 3"));
    CHECK(skipped.complains("\"处\"长\""));
    CHECK(skipped.complains("2 rows judged"));
    CHECK(skipped.complains("3 rows skipped, each listed"));
}

TEST_CASE("编码：GB18030 须说明；说明之后结论相同") {
    const program::folder here;
    const std::string utf8 = here.file("u.csv", "\xEF\xBB\xBF出生日期,拟任职务层次\r\n1980-01-01,县处级正职\r\n");
    // 出生日期,拟任职务层次 and 县处级正职 in GB18030.
    const std::string gb = here.file("g.csv", "\xB3\xF6\xC9\xFA\xC8\xD5\xC6\xDA,\xC4\xE2\xC8\xCE\xD6\xB0\xCE\xF1\xB2\xE3\xB4\xCE\n"
                                              "1980-01-01,\xCF\xD8\xB4\xA6\xBC\xB6\xD5\xFD\xD6\xB0\n");
    const program::answer plain = run("check --table " + utf8);
    CHECK(plain.status == 3);
    const program::answer refused = run("check --table " + gb);
    CHECK(refused.status == 2);
    CHECK(refused.complains("GB18030"));
    for (const char* name : {"gb18030", "GBK", "gb2312"}) {
        const program::answer read = run("check --table " + gb + " --encoding " + name);
        INFO(read.err);
        CHECK(read.out == plain.out);
    }
    CHECK(run("check --table " + utf8 + " --encoding klingon").complains("未知的编码"));
    const std::string cut = here.file("c.csv", "\xB3\xF6\xC9\xFA\xC8\xD5\xC6\xDA\n\xFF\xFF\n");
    CHECK(run("check --table " + cut + " --encoding gb18030").status == 2);
}

TEST_CASE("表用错：退出状态 2") {
    const program::folder here;
    const std::string table = here.file("t.csv", "出生日期\n1980\n");
    CHECK(run("check --table " + (here / "none.csv")).status == 2);
    CHECK(run("check --table " + table + " --map " + here.file("m.json", "{")).status == 2);
    CHECK(run("check --table " + table + " --per page").complains("--per"));
    CHECK(run("check --table " + table + " --on-error shrug").status == 2);
    CHECK(run("check --table " + table + " --format html").status == 2);
    CHECK(run("check --table " + table + " --threads 0").status == 2);
    CHECK(run("check --table " + table + " " + table).status == 2);
    CHECK(run("check --table " + here.file("e.csv", "")).complains("XR-CSV-001"));
    CHECK(run("check --table " + here.file("h.csv", "出生日期\n")).complains("XR-CSV-001"));
    CHECK(run("check --table " + here.file("d.csv", "出生日期,出生日期\n1980,1981\n")).complains("XR-CSV-002"));
}

TEST_CASE("成批流过：行数多于一批，序号连续，线程数不改变输出") {
    const program::folder here;
    std::string text = "procedure.discussion_on,target.level,candidate.birth_date\n";
    for (int i = 0; i < 40000; ++i)
        text += "2022-03-" + std::to_string(10 + i % 20) + ",county_principal," + (i == 30000 ? "1975.06" : std::to_string(1960 + i % 40) + "-01-01") + "\n";
    const std::string table = here.file("t.csv", text);
    const program::answer one = run("check --table " + table + " --progress"), two = run("check --table " + table + " --threads 2");
    CHECK(one.status == 3);
    CHECK(lines_of(one.out) == 40001);
    CHECK(one.says("\n16384,,"));
    CHECK(one.says("\n16385,,"));
    CHECK(one.says("\n40000,,"));
    CHECK(one.complains("已审核 40000 行"));
    CHECK(one.out == two.out);
}

namespace {

/// Rule and status of each appointment, as `check` says of a dossier.
std::string statuses_of_dossier(const std::string& arguments) {
    std::set<std::string> lines;
    const nlohmann::json told = nlohmann::json::parse(run("check --format json " + arguments).out);
    for (const nlohmann::json& a : told.at("appointments"))
        for (const nlohmann::json& f : a.at("findings")) {
            // What people are asked beside the rules (versions straddled, say) has no row in a table.
            const std::string rule = f.at("rule");
            if (std::count(rule.begin(), rule.end(), '/') > 1)
                lines.insert(a.at("id").get<std::string>() + "," + rule + "," + f.at("status").get<std::string>());
        }
    return joined(lines);
}

/// The same, of the rows that `check --table --per rule` writes.
std::string statuses_of_table(const std::string& arguments) {
    std::set<std::string> lines;
    std::istringstream rows(run("check --per rule " + arguments).out);
    std::string row;
    std::getline(rows, row);
    while (std::getline(rows, row)) {
        const std::size_t id = row.find(',') + 1;
        lines.insert(row.substr(id, row.size() - 1 - id));
    }
    return joined(lines);
}

}  // namespace

TEST_CASE("卷宗的事实写成表，按表审核与按卷宗审核逐条相同") {
    const program::folder here;
    const std::string dossier = XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json";
    const std::string table = here / "facts.csv", map = here / "map.json";
    for (const std::string more : {"", " --on 2022-06-30", " --stage inspection --include-unverified"}) {
        CAPTURE(more);
        const program::answer written = run("facts " + dossier + " --table " + table + " --map " + map + more);
        INFO(written.err);
        REQUIRE(written.status == 0);
        CHECK(written.complains("写出任免事项 33 项"));
        const std::string told = statuses_of_dossier(dossier + more);
        CHECK(told.size() > 100'000);
        CHECK(statuses_of_table("--table " + table + " --map " + map + more) == told);
    }
    const program::answer judged = run("check --table " + table + " --map " + map + " --lang en");
    CHECK(judged.complains("columns that no rule uses"));
    const program::answer shown = run("facts " + dossier + " --table -");
    CHECK(shown.status == 0);
    CHECK(lines_of(shown.out) == 34);
    CHECK(shown.says("\n2022-07,"));
    const program::answer twice = run("facts " + dossier + " " + dossier + " --table -");
    CHECK(lines_of(twice.out) == 67);
    CHECK(twice.says("bureau.json:2022-07,"));
}

TEST_CASE("写表用错：退出状态 2") {
    const program::folder here;
    const std::string dossier = XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json";
    CHECK(run("facts --table " + (here / "t.csv")).status == 2);
    CHECK(run("facts " + dossier + " --table " + (here / "none") + "/t.csv").complains("XR-CLI-016"));
    CHECK(run("facts " + (here / "none.json") + " --table -").status == 2);
    CHECK(run("facts candidate --map " + (here / "m.json")).status == 2);
    CHECK(run("facts candidate target").status == 2);
}

TEST_CASE("自有规则用到列表：逐行审核的规则说明原因") {
    const program::folder here;
    here.file("our-1/instrument.json", R"({"id":"our-1","family":"our","version":"1","authority":"local","effective":"2000-01-01","title":{"zh":"本局规定","en":"ours"}})");
    here.file("our-1/article-01.json", R"~({"instrument":"our-1","article":1,"rules":[
        {"id":"our-1/1/breaks","cite":{"article":1},"title":{"zh":"不得突破条件","en":"nothing broken"},"applies":"appointment.has_exceptional","must":"every b in exceptional.breaks satisfies string length(b) < 10"}]})~");
    const std::string table = here.file("t.csv", "procedure.discussion_on,exceptional.breaks,candidate.birth_date\n2022-03-10,appointment-regulations-2019/8.1.5; other,1980\n2022-03-10,[],1980\n");
    const program::answer judged = run("check --table " + table + " --per rule --rules " + (here / "our-1"));
    INFO(judged.err);
    CHECK(judged.complains("规则 our-1/1/breaks 逐行审核"));
    CHECK(judged.says("\n1,,our-1/1/breaks,violated,"));
    CHECK(judged.says("\n2,,our-1/1/breaks,satisfied,"));
    CHECK(run("check --table " + table + " --lang en --rules " + (here / "our-1")).complains("rule our-1/1/breaks is judged row by row, which is slower: "));
}

TEST_CASE("上限列、环节状态、认定与说明理由写在单元格里") {
    const program::folder here;
    const std::string table = here.file("t.csv", "step.discussion,step.discussion.latest,step.notice.state,任现职务层次起始日.latest,candidate.level_since,attested.holds,departed\n"
                                                 "2022-03-01,2022-03-31,not_yet,2018-05-31,2018-05,appointment-regulations-2019; x,\n"
                                                 "2022-03,,尚未到,,2018,[],appointment-regulations-2019/8\n");
    const program::answer judged = run("check --table " + table + " --per rule");
    INFO(judged.err);
    CHECK(judged.status == 3);
    CHECK_FALSE(judged.complains("未读取的列"));
    CHECK(judged.says(",pending,"));
    const program::answer bad = run("check --table " + here.file("b.csv", "step.notice.state\n也许\n"));
    CHECK(bad.status == 2);
    CHECK(bad.complains("XR-CSV-008"));
    CHECK(bad.complains("尚未到"));
}
