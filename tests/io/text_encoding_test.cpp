// tests/io/text_encoding_test.cpp
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/text_encoding.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace xuanren;

namespace {

/// {"cadres":[{"id":"c","name":"张三"}]} in an encoding of two bytes a character.
std::string wide(bool big_endian) {
    std::string out;
    for (const char16_t c :
         std::u16string_view(u"{\"cadres\":[{\"id\":\"c\",\"name\":\"张三\"}]}")) {
        const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    }
    return out;
}

}  // namespace

TEST_CASE("text_encoding: a document in another encoding is refused and the encoding named") {
    struct row {
        const char* name;
        std::string text;
        const char* encoding;
    };
    const row rows[] = {
        {"GBK", "{\"cadres\":[{\"id\":\"c\",\"name\":\"\xD5\xC5\xC8\xFD\"}]}", "GB18030"},
        {"GBK的键", "{\"cadres\":[],\"\xD6\xB0\xBC\xB6\":1}", "GB18030"},
        {"GB18030四字节", "{\"cadres\":[{\"id\":\"c\",\"name\":\"\x81\x39\xEE\x39\xD5\xC5\"}]}",
         "GB18030"},
        {"UTF-16LE，有标记", "\xFF\xFE" + wide(false), "UTF-16LE"},
        {"UTF-16BE，有标记", "\xFE\xFF" + wide(true), "UTF-16BE"},
        {"UTF-16LE，无标记", wide(false), "UTF-16LE"},
        {"UTF-16BE，无标记", wide(true), "UTF-16BE"},
        {"UTF-32LE", std::string("\xFF\xFE\0\0{\0\0\0", 8), "UTF-32"},
        {"UTF-32BE，无标记", std::string("\0\0\0{\0\0\0}", 8), "UTF-32"},
        {"残缺的UTF-8", "{\"cadres\":[{\"id\":\"c\",\"name\":\"张\xE5\xBC\"}]}", ""},
        {"拉丁文", "{\"cadres\":[{\"id\":\"c\",\"name\":\"Ren\xE9\"}]}", ""},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            const auto read = read_dossier(r.text);
            REQUIRE_FALSE(read);
            REQUIRE(read.problems().size() == 1);
            const problem& p = read.problems().front();
            CHECK(p.code == "XR-JSON-005");
            CHECK(p.found == r.encoding);
            CHECK(p.message.zh.find(r.encoding) != std::string::npos);
        }
    }
}

TEST_CASE("text_encoding: where UTF-8 ends") {
    CHECK(detail::first_not_utf8("abc汉𠮷") == std::string::npos);
    CHECK(detail::first_not_utf8("ab\x80") == 2);
    CHECK(detail::first_not_utf8("\xC0\x80") == 0);          // overlong
    CHECK(detail::first_not_utf8("\xED\xA0\x80") == 0);      // a surrogate
    CHECK(detail::first_not_utf8("\xF4\x90\x80\x80") == 0);  // beyond Unicode
    CHECK(detail::first_not_utf8("汉\xE6\xB1") == 3);
}

TEST_CASE("text_encoding: what only looks like another encoding is still a dossier") {
    CHECK(read_dossier("\xEF\xBB\xBF{\"cadres\":[{\"id\":\"c\",\"name\":\"买买提·吐尔逊\"}]}"));
    CHECK(read_dossier("{\"cadres\":[{\"id\":\"c\",\"name\":\"a\\u0000b\"}]}"));
}
