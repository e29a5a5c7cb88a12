// tests/check/bureau.hpp
#pragma once

#include <xuanren/io/read_dossier.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

/// Small dossiers of one bureau, written in a line.
namespace bureau_test {

using namespace xuanren;

inline dossier read_one(const std::string& json) {
    auto read = read_dossier(json);
    std::string why;
    if (!read)
        for (const problem& p : read.problems()) why += p.code + " " + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(read.has_value(), why);
    return std::move(read->value);
}

inline std::string held(const std::string& id, const std::string& post, const std::string& from, const std::string& more = {}) {
    return R"({"id":")" + id + R"(","name":"某)" + id + R"(","ranks":[],"tenures":[{"post":")" + post + R"(","from":")" + from +
           R"(","to":null,"kind":"substantive")" + more + "}]}";
}

/// A bureau of one head and two deputies, and whoever is said to sit there.
inline std::string bureau(const std::string& cadres, const std::string& appointments = {}, const std::string& top = R"("as_of":"2024-12-31",)") {
    return R"({"schema":"xuanren.dossier/1",)" + top + R"(
        "organisations":[{"id":"epb","name":"局","parent":null,"tier":"county","level":"county_principal","kind":"government_department",
          "establishments":[{"document":"〔2019〕7号","from":"2019-03-01","to":null,"headcount":20,"general_posts":120,
            "seats":[{"level":"county_principal","role":"principal","count":1},{"level":"county_deputy","role":"deputy","count":2}],
            "titles":["局长","副局长"],"rank_seats":[]}]}],
        "posts":[{"id":"head","organisation":"epb","title":"局长","level":"county_principal","leading":true,"role":"principal"},
                 {"id":"deputy","organisation":"epb","title":"副局长","level":"county_deputy","leading":true,"role":"deputy"},
                 {"id":"assistant","organisation":"epb","title":"局长助理","level":"county_deputy","leading":true,"role":"deputy"},
                 {"id":"member","organisation":"epb","title":"党组成员","level":"county_deputy","leading":true,"role":"member","party_post":true}],
        "cadres":[)" + cadres + R"(],"appointments":[)" + appointments + "]}";
}

inline std::string appointed(const std::string& id, const std::string& candidate, const std::string& post, const std::string& on,
                      const std::string& vacates) {
    return R"({"id":")" + id + R"(","candidate":")" + candidate + R"(","post":)" + (post.empty() ? "null" : "\"" + post + "\"") +
           (post.empty() ? R"(,"kind":"removal")" : R"(,"kind":"promotion")") + R"(,"vacates":[)" +
           (vacates.empty() ? "" : "\"" + vacates + "\"") + R"(],"procedure":{"discussion":{"on":"2024-05-20"},"appointment":{"on":")" + on +
           R"(","effective":")" + on + R"("}}})";
}

}  // namespace bureau_test
