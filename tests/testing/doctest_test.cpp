// tests/testing/doctest_test.cpp
#include <xuanren/testing/doctest.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

using namespace xuanren;
using testing::tested_dossier;

namespace {

const tested_dossier& bureau() {
    static const tested_dossier read = [] {
        std::ifstream in(XUANREN_SOURCE_DIR "/examples/bureau-2022/bureau.json", std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        return tested_dossier::by_national_rules(bytes.str());
    }();
    return read;
}

bool tells(const testing::answer& a, std::string_view words) { return a.told.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a user's suite asserts on the sample bureau") {
    CHECK_COMPLIANT(bureau()["2022-01"]);
    CHECK_VIOLATES(bureau()["2022-18"], "appointment-regulations-2019/42/*");
    CHECK_VIOLATES(bureau()["2022-18"], "appointment-regulations-2019/42/five-working-days");
    CHECK_VIOLATES(bureau(), "appointment-regulations-2019/42");
    CHECK(testing::has_status(bureau()["2022-01"], "appointment-regulations-2019/42", status::satisfied));
    CHECK(bureau().appointments().size() == 33);
}

TEST_CASE("an answer that does not hold shows why") {
    const testing::answer wrong = testing::is_compliant(bureau()["2022-18"]);
    CHECK_FALSE(wrong);
    CHECK(tells(wrong, "2022-18  违规"));
    CHECK(tells(wrong, "第四十二条：公示期不少于五个工作日"));
    CHECK_FALSE(testing::is_compliant(bureau()));

    // The rule was kept: the whole reasoning is there to see.
    const testing::answer kept = testing::violates(bureau()["2022-01"], "appointment-regulations-2019/42/*");
    CHECK_FALSE(kept);
    CHECK(tells(kept, "appointment-regulations-2019/42/five-working-days，应当"));
    CHECK(tells(kept, "要求"));

    const testing::answer unheard = testing::violates(bureau()["2022-01"], "appointment-regulations-2019/942/*");
    CHECK_FALSE(unheard);
    CHECK(tells(unheard, "没有规则“appointment-regulations-2019/942/*”参加审核"));
    // A pattern covers whole parts of an id: article 4 is not article 42.
    CHECK_FALSE(testing::violates(bureau()["2022-18"], "appointment-regulations-2019/4"));
}

TEST_CASE("a dossier without appointments is not compliant") {
    const auto empty = tested_dossier::by_national_rules(R"({"schema": "xuanren.dossier/1", "appointments": []})");
    CHECK_FALSE(testing::is_compliant(empty));
    CHECK_THROWS_AS(empty["a1"], std::out_of_range);
}

TEST_CASE("a document that is refused says every problem") {
    try {
        const auto read = tested_dossier::by_national_rules(
            R"({"schema": "xuanren.dossier/1", "cadres": [{"id": 7}], "appointments": {}})", {}, language::en);
        FAIL("accepted");
    } catch (const testing::refused_dossier& e) {
        const std::string said = e.what();
        CHECK(said.find("/cadres/0/id") != said.npos);
        CHECK(said.find("/appointments") != said.npos);
        CHECK(said.find("[XR-DOSSIER-") != said.npos);
    }
}

TEST_CASE("doctest prints the library's values") {
    CHECK(toString(status::violated) == "violated");
    CHECK(doctest::detail::stringifyBinaryExpr(status::violated, " == ", status::failed) == "violated == failed");
    CHECK(toString(outcome::needs_approval) == "needs_approval");
    CHECK(toString(force::ordinarily) == "ordinarily");
    CHECK(toString(truth::unknown) == "unknown");
    CHECK(doctest::toString(civil_date(2022, 10)) == "2022-10");
    CHECK(doctest::toString(value(true)) == "yes");
    const verdict& v = bureau()["2022-18"].findings().front();
    CHECK(doctest::toString(v) == (v.of->id() + ": " + std::string(code_of(v.status))).c_str());
    CHECK(doctest::toString(bureau()["2022-18"]) == bureau()["2022-18"].summary().c_str());
}
