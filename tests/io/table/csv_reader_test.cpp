// tests/io/table/csv_reader_test.cpp
#include <xuanren/io/table/csv_reader.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

using namespace xuanren;

namespace {

/// A text handed over a few bytes at a time.
byte_source pieces(std::string text, std::size_t size) {
    return [text = std::move(text), at = std::size_t{0}, size](char* into, std::size_t room) mutable {
        const std::size_t count = std::min({room, size, text.size() - at});
        std::memcpy(into, text.data() + at, count);
        at += count;
        return count;
    };
}

using record = std::vector<std::string>;

std::vector<record> records_of(const std::string& text, std::size_t piece, char separator = ',') {
    csv_reader csv(pieces(text, piece), separator);
    std::vector<record> out;
    while (csv.next()) {
        CHECK(csv.fault() == csv_fault::none);
        out.emplace_back(csv.cells().begin(), csv.cells().end());
    }
    return out;
}

csv_fault fault_of(const std::string& text) {
    csv_reader csv(pieces(text, 5));
    while (csv.next())
        if (csv.fault() != csv_fault::none) return csv.fault();
    return csv_fault::none;
}

}  // namespace

TEST_CASE("CSV：各种写法读成同样的单元格") {
    struct row {
        const char* name;
        std::string text;
        std::vector<record> cells;
    };
    const row rows[] = {
        {"普通行", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        {"末行没有换行", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        {"CRLF 换行", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
        {"开头有字节序标记", "\xEF\xBB\xBF" "a,b\n", {{"a", "b"}}},
        {"引号内有逗号、换行和双写的引号", "\"a,1\",\"x\r\ny\",\"he said \"\"hi\"\"\"\n", {{"a,1", "x\r\ny", "he said \"hi\""}}},
        {"空单元格", ",\n\"\",\n", {{"", ""}, {"", ""}}},
        {"空行不是记录", "a\n\n\r\nb\n\n", {{"a"}, {"b"}}},
        {"中文", "姓名,职级\n买买提·吐尔逊,“县处级”\n", {{"姓名", "职级"}, {"买买提·吐尔逊", "“县处级”"}}},
        {"只有表头", "a,b", {{"a", "b"}}},
        {"空文件", "", {}},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            for (const std::size_t piece : {1, 3, 64, 100000}) CHECK(records_of(r.text, piece) == r.cells);
        }
    }
}

TEST_CASE("CSV：其他分隔符") {
    CHECK(records_of("a;b,c\n", 2, ';') == std::vector<record>{{"a", "b,c"}});
    CHECK(records_of("a\tb\n", 2, '\t') == std::vector<record>{{"a", "b"}});
}

TEST_CASE("CSV：格式不对的记录说明是哪一种，之后的照常") {
    struct row {
        const char* name;
        std::string text;
        csv_fault fault;
    };
    const row rows[] = {
        {"零字节", std::string("a,b\0c\n", 6), csv_fault::nul_byte},
        {"引号内的零字节", std::string("\"a\0\"\n", 5), csv_fault::nul_byte},
        {"引号在单元格中间", "a\"b,c\n", csv_fault::stray_quote},
        {"引号之后有文字", "\"a\"b,c\n", csv_fault::after_quote},
        {"引号没有结束", "a,\"b\nc,d\n", csv_fault::open_quote},
        {"单独的回车", "a\rb,c\n", csv_fault::carriage_return},
        {"末尾的回车", "a,b\r", csv_fault::carriage_return},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            CHECK(fault_of(r.text) == r.fault);
        }
    }
    csv_reader csv(pieces("x,y\na\"b,c\n1,2\n", 4));
    REQUIRE(csv.next());
    REQUIRE(csv.next());
    CHECK(csv.fault() == csv_fault::stray_quote);
    CHECK(csv.fault_cell() == 0);
    REQUIRE(csv.next());
    CHECK(csv.fault() == csv_fault::none);
    CHECK(csv.cells()[1] == "2");
}

TEST_CASE("CSV：行号按文件的行，记录号按记录") {
    csv_reader csv(pieces("a,b\n\"x\ny\",1\n\nz,2\n", 3));
    REQUIRE(csv.next());
    CHECK(csv.line() == 1);
    REQUIRE(csv.next());
    CHECK(csv.line() == 2);
    REQUIRE(csv.next());
    CHECK(csv.line() == 5);
    CHECK(csv.record() == 3);
    CHECK_FALSE(csv.next());
}

TEST_CASE("CSV：没有结束的引号不会把整个文件读进内存") {
    std::size_t given = 0;
    csv_reader csv([&](char* into, std::size_t room) {
        if (given > (std::size_t{64} << 20)) return std::size_t{0};
        std::memset(into, 'x', room);
        if (given == 0) into[0] = '"';
        given += room;
        return room;
    });
    REQUIRE(csv.next());
    CHECK(csv.fault() == csv_fault::too_large);
    CHECK(given < (std::size_t{8} << 20));
    CHECK_FALSE(csv.next());
}

TEST_CASE("CSV：写出再读回不变，无论怎样分块") {
    std::mt19937 random(20240601);
    const std::string alphabet = "ab,\"\n\r;中 #!1";
    for (int turn = 0; turn < 300; ++turn) {
        std::vector<record> table(1 + random() % 5, record(1 + random() % 4));
        std::string text;
        for (record& r : table) {
            for (std::size_t c = 0; c < r.size(); ++c) {
                for (std::size_t n = random() % 90; n > 0; --n) r[c] += alphabet[random() % alphabet.size()];
                if (c > 0) text += ',';
                text += '"';
                for (const char b : r[c]) text += b == '"' ? std::string("\"\"") : std::string(1, b);
                text += '"';
            }
            text += random() % 2 == 0 ? "\n" : "\r\n";
        }
        CAPTURE(turn);
        CHECK(records_of(text, 1 + random() % 70) == table);
    }
}

TEST_CASE("CSV：任何字节都读得完，读出什么与分块无关") {
    std::mt19937 random(20240603);
    const std::string alphabet("a,\"\"\n\r\0\xE4;x\t ", 12);
    for (int turn = 0; turn < 2000; ++turn) {
        std::string text;
        for (std::size_t n = random() % 200; n > 0; --n) text += alphabet[random() % alphabet.size()];
        const auto log_of = [&](std::size_t piece) {
            std::string log;
            csv_reader csv(pieces(text, piece));
            while (csv.next()) {
                for (const std::string_view cell : csv.cells()) log.append(cell).append("|");
                log += std::to_string(static_cast<int>(csv.fault())) + "@" + std::to_string(csv.line()) + "/" + std::to_string(csv.fault_cell()) + "\n";
            }
            return log;
        };
        CAPTURE(turn);
        const std::string whole = log_of(4096);
        CHECK(log_of(1) == whole);
        CHECK(log_of(13) == whole);
    }
}
