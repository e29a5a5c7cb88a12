#include <support/gen.hpp>
#include <support/national_table.hpp>

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

TEST_CASE("the national rules agree over columns and rows, and none of them is left to rows") {
    const gen g;
    const rulebook& book = rulebooks::national();
    const char* asked = std::getenv("XUANREN_ROWS");
    const std::size_t rows = asked == nullptr ? 2500 : std::stoull(asked);
    column_options options;
    options.calendar = &national_calendar();
    options.review = civil_date(2025, 3, 31);
    for (const bool unverified : {false, true}) {
        options.include_unverified = unverified;
        const national_table table(book, rows, g.seed(), 20);
        const auto plan = column_plan::make(book, schema_of(table.view()), options);
        REQUIRE(plan.has_value());
        for (const judged_by_row& r : plan->by_row()) FAIL_CHECK(r.rule, ": ", r.reason.en);
        CHECK(plan->missing().empty());
        if (unverified) CHECK(plan->unused().empty());
        column_verdicts verdicts;
        REQUIRE(plan->run(table.view(), verdicts).empty());
        std::size_t wrong = 0;
        std::array<std::size_t, 8> statuses{};
        for (std::size_t row = 0; row < rows; ++row) {
            const std::vector<std::optional<status>> expected = plan->judge_row(table.view(), row);
            REQUIRE(expected.size() == plan->rules().size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                if (expected[i]) ++statuses[static_cast<std::size_t>(*expected[i])];
                const auto found = verdicts.status_of(i, row);
                if (found == expected[i] || ++wrong > 10) continue;
                const auto& r = *plan->rules()[i];
                FAIL_CHECK(r.id(), " row ", row, ": rows say ", expected[i] ? int(*expected[i]) : -1, ", columns ",
                           found ? int(*found) : -1, "\n  applies ", r.scope().source, "\n  must ", r.requirement().source,
                           "\n  band ", r.band().source);
            }
        }
        CHECK(wrong == 0);
        std::string all;
        for (const std::size_t n : statuses) all += " " + std::to_string(n);
        MESSAGE("XUANREN_SEED=", g.seed(), ": ", rows, " rows, ", plan->rules().size(), " rules, by status", all);
    }
}
