#include <support/gen.hpp>
#include <support/national_table.hpp>

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <xuanren/engine/columns/value_column.hpp>
#include <xuanren/engine/facts_named.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

/// A column for a fact of that type.
column_form form_of(const type& t) {
    switch (t.kind) {
        case type_kind::boolean: return column_form::bits;
        case type_kind::date: return column_form::packed_date;
        case type_kind::enumeration: return column_form::int16;
        case type_kind::string: return column_form::words32;
        case type_kind::list: return column_form::word_lists;
        default: return column_form::int64;
    }
}

}  // namespace

TEST_CASE("no national rule is left to rows, whichever facts have columns") {
    gen g;
    const rulebook& book = rulebooks::national();
    const catalogue& facts = *book.facts();
    std::vector<bool> named(facts.size());
    for (const std::size_t i : facts_named(book.plan(), true)) named[i] = true;
    column_options options;
    options.include_unverified = true;
    // One list within another is asked row by row; who has both has the definition over them, too.
    const std::size_t required = facts.index_of("target.qualifications_required");
    const auto is_two_lists = [&](std::size_t i) { return i == required; };
    const auto holds = [&](auto has_column) {
        table_schema schema;
        for (std::size_t i = 0; i < facts.size(); ++i)
            if (is_column_type(facts[i].value_type) && has_column(i)) schema.columns.push_back({facts[i].name, form_of(facts[i].value_type)});
        const auto plan = column_plan::make(book, schema, options);
        REQUIRE(plan);
        for (const judged_by_row& r : plan->by_row()) FAIL_CHECK(r.rule, ": ", r.reason.en);
    };
    holds([](std::size_t) { return false; });
    holds([](std::size_t) { return true; });
    holds([&](std::size_t i) { return facts[i].is_definition; });
    holds([&](std::size_t i) { return !facts[i].is_definition && !is_two_lists(i); });
    holds([&](std::size_t i) { return named[i]; });
    for (int turn = 0; turn < 20; ++turn) {
        INFO("XUANREN_SEED=", g.seed(), " turn ", turn);
        const int lacking = static_cast<int>(g.between(2, 12));
        holds([&](std::size_t i) { return !g.one_in(lacking) && !is_two_lists(i) && (turn % 2 == 0 || named[i]); });
    }
}

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
