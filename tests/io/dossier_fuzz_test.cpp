// tests/io/dossier_fuzz_test.cpp
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/io/write_dossier.hpp>

#include <support/gen_dossier.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

using namespace xuanren;

namespace {

/// Whatever the bytes: an answer, and one that holds together.
void read_any(const std::string& bytes) {
    const auto read = read_dossier(bytes);
    if (read) {
        REQUIRE(nlohmann::json::accept(bytes));
        const std::string written = write_dossier(read->value);
        const auto again = read_dossier(written);
        REQUIRE(again);
        REQUIRE(again->value == read->value);
    } else {
        REQUIRE_FALSE(read.problems().empty());
        for (const problem& p : read.problems()) {
            REQUIRE(p.code.starts_with("XR-"));
            REQUIRE(p.line >= 1);
            REQUIRE(p.column >= 1);
            REQUIRE(detail::first_not_utf8(p.message.zh + p.message.en + p.found) ==
                    std::string::npos);
        }
    }
}

}  // namespace

TEST_CASE("read_dossier: mutations of a sound document") {
    testing::gen g;
    INFO("XUANREN_SEED=", g.seed());
    const std::string_view pieces[] = {"{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       ":",
                                       "\"",
                                       "null",
                                       "true",
                                       "-1",
                                       "1e400",
                                       "\\u0000",
                                       "\\ud800",
                                       "\"id\":",
                                       "\"id\":1,",
                                       "\"cadres\":[",
                                       "\xFF",
                                       "\xE6\xB1",
                                       "\xEF\xBB\xBF",
                                       "汉",
                                       "\0x"};
    for (int round = 0; round < 40; ++round) {
        testing::dossier_gen make(g, {.kept_percent = 30});
        const std::string sound = write_dossier(make.make());
        for (int i = 0; i < 25; ++i) {
            std::string bytes = sound;
            for (auto changes = g.between(1, 3); changes > 0 && !bytes.empty(); --changes) {
                const auto at = static_cast<std::size_t>(
                    g.between(0, static_cast<std::int64_t>(bytes.size()) - 1));
                switch (g.between(0, 4)) {
                    case 0:
                        bytes[at] = static_cast<char>(g.between(0, 255));
                        break;
                    case 1:
                        bytes.erase(at, static_cast<std::size_t>(g.between(1, 40)));
                        break;
                    case 2:
                        bytes.insert(at, g.one_of(pieces));
                        break;
                    case 3:
                        bytes.resize(at);
                        break;
                    default: {  // move a stretch elsewhere: keys twice, records in the wrong list
                        const std::string stretch =
                            bytes.substr(at, static_cast<std::size_t>(g.between(1, 200)));
                        bytes.insert(static_cast<std::size_t>(
                                         g.between(0, static_cast<std::int64_t>(bytes.size()))),
                                     stretch);
                    }
                }
            }
            read_any(bytes);
        }
    }
}

TEST_CASE("read_dossier: random bytes and random tokens") {
    testing::gen g(7);
    const std::string_view tokens[] = {
        "{", "}",          "[",        "]",           ",",
        ":", "\"cadres\"", "\"id\"",   "\"tenures\"", "\"procedure\"",
        "1", "null",       "\"不详\"", "\"x-a\"",     "true",
        " ", "\"\"",       "2.5"};
    for (int i = 0; i < 3000; ++i) {
        std::string bytes;
        for (auto n = g.between(0, 60); n > 0; --n) bytes += static_cast<char>(g.between(0, 255));
        read_any(bytes);
        bytes.clear();
        for (auto n = g.between(0, 40); n > 0; --n) bytes += g.one_of(tokens);
        read_any(bytes);
    }
}

TEST_CASE("read_dossier: nesting of two hundred thousand levels") {
    const std::string open(200'000, '['), close(200'000, ']');
    std::string objects;
    for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
    for (const std::string& bytes :
         {open, open + close, "{\"cadres\":" + open + close + "}",
          "{\"x-a\":" + open + close + ",\"cadres\":[]}", objects,
          objects + "1" + std::string(200'000, '}'),
          "{\"cadres\":[{\"id\":\"c\",\"born\":" + open + close + ",\"sex\":\"?\"}]}"}) {
        read_any(bytes);
    }
    // What follows the depths is still looked at.
    const auto read =
        read_dossier("{\"cadres\":[{\"id\":\"c\",\"x-a\":" + open + close + ",\"sex\":\"?\"}]}");
    REQUIRE_FALSE(read);
    REQUIRE(read.problems().size() == 2);
    CHECK(read.problems()[0].code == "XR-JSON-007");
    CHECK(read.problems()[1].at == "/cadres/0/sex");
}

TEST_CASE("read_dossier: many unknown keys in one record") {
    std::string text = R"({"cadres":[{"id":"c")";
    for (int i = 0; i < 50'000; ++i) text += ",\"k" + std::to_string(i) + "\":0";
    const auto read = read_dossier(text + "}]}");
    REQUIRE(read);
    CHECK(read->unused.size() == 50'000);
    CHECK(read->value.cadres[0].extras.size() == 50'000);
}
