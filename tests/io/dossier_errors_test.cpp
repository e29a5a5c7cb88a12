// tests/io/dossier_errors_test.cpp
#include <xuanren/io/read_dossier.hpp>

#include "documents.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace xuanren;
using testing::expected_problem;

namespace {

/// Code and pointer of each problem, as the case states them.
std::vector<expected_problem> problems_of(const std::string& text) {
    std::vector<expected_problem> out;
    const auto read = read_dossier(text, "dossier.json");
    if (!read)
        for (const problem& p : read.problems()) out.push_back({p.code, p.at});
    return out;
}

std::string listed(const std::vector<expected_problem>& problems) {
    std::string out;
    for (const auto& p : problems) out += p.code + " " + p.at + "\n";
    return out;
}

}  // namespace

TEST_CASE("read_dossier: every problem of a document, in its order") {
    for (const auto& row : testing::document_cases()) {
        SUBCASE(row.name.c_str()) {
            CHECK(listed(problems_of(row.text)) == listed(row.problems));
        }
    }
}

TEST_CASE("read_dossier: every problem has both languages, a file and a place") {
    for (const auto& row : testing::document_cases()) {
        CAPTURE(row.name);
        const auto read = read_dossier(row.text, "dossier.json");
        if (read) continue;
        for (const problem& p : read.problems()) {
            CAPTURE(p.code);
            CHECK_FALSE(p.message.zh.empty());
            CHECK_FALSE(p.message.en.empty());
            CHECK(p.message.zh != p.message.en);
            CHECK_FALSE(p.expected.en.empty());
            CHECK(p.file == "dossier.json");
            CHECK(p.line >= 1);
            CHECK(p.column >= 1);
        }
    }
}

TEST_CASE("read_dossier: the cases reach every code that rules/schema/README.md lists") {
    std::ifstream file(XUANREN_SOURCE_DIR "/rules/schema/README.md", std::ios::binary);
    const std::string readme{std::istreambuf_iterator<char>(file), {}};
    std::set<std::string> listed_codes, seen;
    for (std::size_t at = readme.find("| XR-"); at != std::string::npos;
         at = readme.find("| XR-", at + 1))
        listed_codes.insert(readme.substr(at + 2, readme.find(' ', at + 2) - at - 2));
    for (const auto& row : testing::document_cases())
        for (const auto& p : row.problems) seen.insert(p.code);
    // Met elsewhere: encodings in text_encoding_test.cpp, the last problem of ten thousand and the
    // warnings in read_dossier_test.cpp.
    for (const char* elsewhere :
         {"XR-JSON-005", "XR-JSON-009", "XR-DOSSIER-101", "XR-DOSSIER-102", "XR-DOSSIER-103"})
        seen.insert(elsewhere);
    CHECK(listed_codes == seen);
}

TEST_CASE("read_dossier: lines and columns, counted in characters") {
    struct row {
        const char* name;
        const char* text;
        int line, column;
    };
    const row rows[] = {
        {"值的位置", "{\n  \"cadres\": [\n    { \"id\": 1 }\n  ]\n}", 3, 13},
        {"回车换行不多算行", "{\r\n\"cadres\": [\r\n{ \"id\": 1 }\r\n]}", 3, 9},
        {"汉字按字计", "{\"x-样例\": \"张三\", \"cadres\": 5}", 1, 26},
        {"重复键指第二个键", "{\"cadres\": [],\n \"cadres\": []}", 2, 2},
        {"缺键指对象", "{\"cadres\": [\n  {\"name\": \"甲\"}]}", 2, 3},
        {"带字节序标记", "\xEF\xBB\xBF{\"cadres\": 5}", 1, 12},
        {"数字的位置", "{\"cadres\": [{\"id\": \"c\", \"name\": 12345}]}", 1, 33},
        {"引用的位置", "{\"posts\": [\n{\"id\": \"p\",\n\"organisation\": \"o\"}]}", 3, 17},
        {"语法错误的位置", "{\n\"cadres\": [}\n", 2, 12},
        {"中断于末尾", "{\n\"cadres\": [", 2, 12},
        {"控制字符的位置", "{\"cadres\": [{\"id\": \"a\tb\"}]}", 1, 22},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            const auto read = read_dossier(r.text);
            REQUIRE_FALSE(read);
            CHECK(read.problems().front().line == r.line);
            CHECK(read.problems().front().column == r.column);
        }
    }
}

TEST_CASE("read_dossier: messages quote the field at fault and nothing of its neighbours") {
    const auto read = read_dossier(
        R"({"cadres":[{"id":"c","name":"张三","id_number":"110101199003070000","born":"1985.13","native_place":"样例县","sex":3}]})");
    REQUIRE_FALSE(read);
    for (const problem& p : read.problems()) {
        const std::string all =
            p.message.zh + p.message.en + p.found + p.expected.zh + p.expected.en;
        for (const char* personal : {"张三", "110101199003070000", "样例县"})
            CHECK(all.find(personal) == std::string::npos);
    }
    CHECK(read.problems()[0].message.zh == "“born”（出生年月）：日期“1985.13”无效：月份应为01至12");
    CHECK(read.problems()[0].found == "1985.13");
}

TEST_CASE("read_dossier: an unknown word comes with the nearest one") {
    struct row {
        const char* written;
        const char* nearest;
    };
    for (const row& r :
         {row{"county_deputi", "county_deputy"}, row{"countydeputy", "county_deputy"},
          row{"县处级副", "县处级副职"}, row{"township_principle", "township_principal"}}) {
        CAPTURE(r.written);
        const auto read =
            read_dossier(testing::post_with("\"level\":\"" + std::string(r.written) + "\""));
        REQUIRE_FALSE(read);
        CHECK(read.problems().front().message.zh.find("是否为“" + std::string(r.nearest) + "”") !=
              std::string::npos);
        CHECK(read.problems().front().found == r.written);
    }
    const auto far = read_dossier(testing::post_with(R"("level":"董事长")"));
    REQUIRE_FALSE(far);
    CHECK(far.problems().front().message.en.find("expected one of: clerk, staff") !=
          std::string::npos);
}

TEST_CASE("read_dossier: the nearest word of a text of any length") {
    const auto read =
        read_dossier(testing::post_with("\"level\":\"" + std::string(100'000, 'x') + "\""));
    REQUIRE_FALSE(read);
    CHECK(read.problems().front().message.zh.size() < 1000);
}

TEST_CASE("read_dossier: ten thousand problems and no more") {
    std::string text = R"({"cadres":[)";
    for (int i = 0; i < 30'000; ++i) text += i == 0 ? "1" : ",1";
    const auto read = read_dossier(text + "]}");
    REQUIRE_FALSE(read);
    CHECK(read.problems().size() == 10'001);
    CHECK(std::count_if(read.problems().begin(), read.problems().end(),
                        [](const problem& p) { return p.code == "XR-JSON-009"; }) == 1);
}

TEST_CASE("read_dossier: a number that identifies a person is not repeated in the message") {
    const auto read =
        read_dossier(R"({"cadres":[{"id":"c1","id_number":610402198503011234}]})", "dossier.json");
    REQUIRE_FALSE(read);
    for (const problem& p : read.problems()) {
        CHECK(p.message.zh.find("6104") == std::string::npos);
        CHECK(p.message.en.find("6104") == std::string::npos);
        CHECK(p.found.find("6104") == std::string::npos);
    }
}

TEST_CASE("read_dossier: a NUL byte does not end the document") {
    const std::string whole = R"({"schema":"xuanren.dossier/1","cadres":[]})";
    REQUIRE(read_dossier(whole));
    for (const std::string& after : {std::string(1, '\0'), std::string("\0 {", 3)}) {
        const auto read = read_dossier(whole + after, "dossier.json");
        REQUIRE_FALSE(read);
        REQUIRE(read.problems().size() == 1);
        CHECK(read.problems()[0].code == "XR-JSON-003");
        CHECK(read.problems()[0].column == whole.size() + 1);
        CHECK(read.problems()[0].message.en.find('\0') == std::string::npos);
    }
    const auto within = read_dossier(std::string("{\"schema\":\0}", 12), "dossier.json");
    REQUIRE_FALSE(within);
    CHECK(within.problems()[0].message.zh.find('\0') == std::string::npos);
}
