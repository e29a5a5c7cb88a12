// tests/conformance/feel_cases_test.cpp
#include <xuanren/engine/compare.hpp>
#include <xuanren/engine/eval.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/number_arithmetic.hpp>

#include <nlohmann/json.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

using namespace xuanren;
using nlohmann::json;

namespace {

/// Whether an answer is the expected one. Decimals agree to eight places, as the kit's own results
/// are rounded; an error stands for null, since an ill-typed expression may be refused.
bool agrees(const json& expected, const json& answer) {
    const auto type = expected.at("type").get<std::string>();
    if (type == "null") return answer.contains("error") || answer.at("type") == "null";
    if (answer.contains("error") || answer.at("type") != type) return false;
    if (type == "list") {
        const json& want = expected.at("items");
        const json& have = answer.at("items");
        if (want.size() != have.size()) return false;
        for (std::size_t i = 0; i < want.size(); ++i)
            if (!agrees(want[i], have[i])) return false;
        return true;
    }
    const auto want = expected.at("value").get<std::string>();
    const auto have = answer.at("value").get<std::string>();
    if (type == "decimal") {
        const number difference = *number::parse(want) - *number::parse(have);
        return std::max(difference, -difference) <= *number::parse("1e-8");
    }
    if (type == "duration") {
        const std::optional<value> a = parse_feel_duration(want);
        const std::optional<value> b = parse_feel_duration(have);
        return a && b && is_equal(*a, *b) == xuanren::answer::yes;
    }
    return want == have;
}

}  // namespace

TEST_CASE("the cases of the DMN conformance kit") {
    // Passed today; it may only grow. Whatever fails is listed with its reason in README.md.
    constexpr std::size_t passed_before = 711;
    const std::filesystem::path path =
        std::filesystem::path(XUANREN_SOURCE_DIR).parent_path() / "shared/tck/feel-cases.jsonl";
    std::ifstream file(path);
    if (!file) {
        MESSAGE("skipped: no " << path.string());
        return;
    }
    std::size_t total = 0;
    std::size_t passed = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) continue;
        ++total;
        const json given = json::parse(line);
        const json answer = json::parse(eval_json_line(line));
        const bool agreed = agrees(given.at("expected"), answer);
        passed += static_cast<std::size_t>(agreed);
        if (!agreed)
            MESSAGE(given.at("suite").get<std::string>()
                    << " " << given.at("case").get<std::string>() << ": "
                    << given.at("expression").get<std::string>() << " gave " << answer.dump());
    }
    MESSAGE(passed << " of " << total << " cases pass");
    CHECK(passed >= passed_before);
    CHECK(passed * 100 >= total * 99);
}
