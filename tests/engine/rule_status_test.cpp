// tests/engine/rule_status_test.cpp
#include "rule_support.hpp"

#include <array>
#include <string>

using namespace xuanren;
using namespace xuanren::testing;

namespace {

constexpr std::array<truth, 3> truths = {truth::no, truth::unknown, truth::yes};

std::string fact(const char* name, truth t) {
    if (t == truth::unknown) return "";
    return std::string("\"") + name + "\":" + (t == truth::yes ? "true" : "false") + ",";
}

std::string row_of(truth scope, truth requirement, truth exception, truth band) {
    std::string out = "{" + fact("case.scope", scope) + fact("case.requirement", requirement) +
                      fact("case.exception", exception) + fact("case.band", band);
    if (out.back() == ',') out.pop_back();
    return out + "}";
}

// semantics.md, "Status, in this order", written down a second time and by hand.
status expected(truth scope, truth requirement, truth exception, truth band, bool judgement_only,
                std::optional<bool> attested) {
    if (scope == truth::no) return status::not_applicable;
    if (!judgement_only && requirement == truth::yes && band == truth::no) return status::satisfied;
    if (exception == truth::yes) return status::excepted;
    if (judgement_only || band == truth::yes) {
        if (scope == truth::unknown) return status::undetermined;
        if (!attested) return status::judgement;
        if (*attested) return status::satisfied;
        return exception == truth::unknown ? status::undetermined : status::violated;
    }
    if (band == truth::unknown) return status::undetermined;
    if (scope == truth::yes && requirement == truth::no && exception == truth::no) return status::violated;
    return status::undetermined;
}

const char* const exceptions =
    R"([{"id":"act-2019/9/x","cite":{"article":9},"sets_aside":["act-2019/8/r"],"when":"case.exception"}])";

rulebook with_rule(const std::string& requirement) {
    return folder_of(R"([{"id":"act-2019/8/r","cite":{},"applies":"case.scope",)" + requirement + "}]", exceptions)
        .book();
}

}  // namespace

TEST_CASE("every combination of scope, requirement, exception and band has the status of the table") {
    const rulebook plain = with_rule(R"("must":"case.requirement")");
    const rulebook banded = with_rule(R"("must":"case.requirement","judgement":"case.band")");
    const rulebook open = with_rule(R"("judgement":true)");
    for (const truth scope : truths)
        for (const truth requirement : truths)
            for (const truth exception : truths)
                for (const truth band : truths)
                    for (const int attested : {-1, 0, 1}) {
                        case_row row;
                        row.on = civil_date(2024, 5, 20);
                        std::optional<bool> holds;
                        if (attested >= 0) {
                            holds = attested == 1;
                            row.attestations.push_back({"act-2019/8", "组织部", civil_date(2024, 5, 1), "", holds});
                        }
                        row.facts = row_of(scope, requirement, exception, band);
                        CAPTURE(row.facts);
                        CAPTURE(attested);
                        const auto of = [&](const rulebook& book) {
                            return (*evaluate_case(book, "act-2019/8/r", row))->status;
                        };
                        CHECK(of(plain) == expected(scope, requirement, exception, truth::no, false, holds));
                        CHECK(of(banded) == expected(scope, requirement, exception, band, false, holds));
                        CHECK(of(open) == expected(scope, requirement, exception, band, true, holds));
                    }
}

TEST_CASE("an excepted verdict names its exception, an attested one its attestation") {
    const rulebook book = with_rule(R"("must":"case.requirement","judgement":"case.band")");
    CHECK(judged(book, "act-2019/8/r", row_of(truth::yes, truth::no, truth::yes, truth::no)).set_aside_by ==
          "act-2019/9/x");
    case_row row;
    row.facts = row_of(truth::yes, truth::no, truth::no, truth::yes);
    row.on = civil_date(2024, 5, 20);
    row.attestations.push_back({"act-2019/8/r", "组织部", civil_date(2024, 5, 1), "纪要", true});
    const verdict v = **evaluate_case(book, "act-2019/8/r", row);
    REQUIRE(v.attested);
    CHECK(v.attested->document == "纪要");
}

TEST_CASE("attestations: review date, longest id, disagreement") {
    const rulebook book = with_rule(R"("judgement":true)");
    case_row row;
    row.facts = row_of(truth::yes, truth::unknown, truth::no, truth::no);
    row.on = civil_date(2024, 5, 20);
    const auto now = [&] { return (*evaluate_case(book, "act-2019/8/r", row))->status; };

    SUBCASE("one dated after the review date is not seen") {
        row.attestations.push_back({"act-2019/8/r", "", civil_date(2024, 6, 1), "", true});
        row.review = civil_date(2024, 5, 31);
        CHECK(now() == status::judgement);
        row.review = civil_date(2024, 6, 1);
        CHECK(now() == status::satisfied);
    }
    SUBCASE("the longest matching id wins") {
        row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", false});
        row.attestations.push_back({"act-2019/8", "", std::nullopt, "", true});
        row.attestations.push_back({"act-2019", "", std::nullopt, "", true});
        CHECK(now() == status::violated);
    }
    SUBCASE("equal ones that disagree decide nothing, in either order") {
        row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", false});
        row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", true});
        row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", true});
        CHECK(now() == status::judgement);
    }
    SUBCASE("one that does not say whether it holds decides nothing") {
        row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", std::nullopt});
        CHECK(now() == status::judgement);
    }
    SUBCASE("a prefix ends at a part of the id") {
        row.attestations.push_back({"act-2019/8/rr", "", std::nullopt, "", true});
        row.attestations.push_back({"act-20", "", std::nullopt, "", true});
        CHECK(now() == status::judgement);
    }
}

TEST_CASE("an attestation has no say outside a band") {
    const rulebook book = with_rule(R"("must":"case.requirement","judgement":"case.band")");
    case_row row;
    row.facts = row_of(truth::yes, truth::no, truth::no, truth::no);
    row.on = civil_date(2024, 5, 20);
    row.attestations.push_back({"act-2019/8/r", "", std::nullopt, "", true});
    CHECK((*evaluate_case(book, "act-2019/8/r", row))->status == status::violated);
}

TEST_CASE("a departure excuses an `ordinarily` rule and no other") {
    const rulebook usual = with_rule(R"("ordinarily":"case.requirement")");
    const rulebook strict = with_rule(R"("must":"case.requirement")");
    case_row row;
    row.on = civil_date(2024, 5, 20);
    row.departures = {"act-2019/8"};
    row.facts = row_of(truth::yes, truth::no, truth::no, truth::no);
    const verdict v = **evaluate_case(usual, "act-2019/8/r", row);
    CHECK(v.status == status::excepted);
    CHECK(v.set_aside_by == "departure");
    CHECK((*evaluate_case(strict, "act-2019/8/r", row))->status == status::violated);
    row.facts = row_of(truth::yes, truth::yes, truth::no, truth::no);
    CHECK((*evaluate_case(usual, "act-2019/8/r", row))->status == status::satisfied);
}

TEST_CASE("an exception asks whether it names the rule being set aside") {
    const rulebook book =
        folder_of(R"([{"id":"act-2019/8.1/a","cite":{},"must":"case.requirement"},
                      {"id":"act-2019/8.2/b","cite":{},"must":"case.requirement"}])",
                  R"J([{"id":"act-2019/9/x","cite":{"article":9},"sets_aside":["act/8.1/*","act-2019/8.2/*"],
                       "when":"appointment.has_exceptional and names(exceptional.breaks)"}])J")
            .book();
    const std::string facts = R"({"case.requirement":false,"exceptional.breaks":["act-2019/8.1"]})";
    CHECK(judged(book, "act-2019/8.1/a", facts).status == status::excepted);
    CHECK(judged(book, "act-2019/8.2/b", facts).status == status::violated);
    CHECK(judged(book, "act-2019/8.2/b", R"({"case.requirement":false})").status == status::undetermined);
}

TEST_CASE("an exception may be set aside itself") {
    const rulebook book =
        folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement"}])",
                  R"([{"id":"act-2019/9/x","cite":{"article":9},"sets_aside":["act-2019/8/r"],"when":"case.exception"},
                      {"id":"act-2019/10/y","cite":{"article":10},"sets_aside":["act-2019/9/x"],"when":"case.other"}])")
            .book();
    CHECK(judged(book, "act-2019/8/r", R"({"case.requirement":false,"case.exception":true,"case.other":false})").status ==
          status::excepted);
    CHECK(judged(book, "act-2019/8/r", R"({"case.requirement":false,"case.exception":true,"case.other":true})").status ==
          status::violated);
    CHECK(judged(book, "act-2019/8/r", R"({"case.requirement":false,"case.exception":true})").status ==
          status::undetermined);
}

TEST_CASE("a due date defers: pending until it has passed at the review date") {
    const rulebook book = folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement",
        "due":"procedure.discussion_on + @\"P1Y\""}])").book();
    struct {
        const char* name;
        const char* facts;
        std::optional<civil_date> review;
        status expect;
    } const rows[] = {
        {"已符合", R"({"case.requirement":true,"procedure.discussion_on":"2024-05-20"})", {}, status::satisfied},
        {"未符合，未定审核日", R"({"case.requirement":false,"procedure.discussion_on":"2024-05-20"})", {}, status::pending},
        {"未符合，期限当日", R"({"case.requirement":false,"procedure.discussion_on":"2024-05-20"})",
         civil_date(2025, 5, 20), status::pending},
        {"未符合，期限次日", R"({"case.requirement":false,"procedure.discussion_on":"2024-05-20"})",
         civil_date(2025, 5, 21), status::violated},
        {"情况不明，期限次日", R"({"procedure.discussion_on":"2024-05-20"})", civil_date(2025, 5, 21),
         status::undetermined},
        {"期限不明", R"({"case.requirement":false})", civil_date(2025, 5, 21), status::violated},
    };
    for (const auto& r : rows) {
        CAPTURE(r.name);
        case_row row;
        row.facts = r.facts;
        row.on = civil_date(2024, 5, 20);
        row.review = r.review;
        CHECK((*evaluate_case(book, "act-2019/8/r", row))->status == r.expect);
    }
}

TEST_CASE("a duty is met on its day: in time, late, on a day not known, or not yet") {
    const rulebook book = folder_of(R"([{"id":"act-2019/8/r","cite":{},"must":"case.requirement",
        "due":"procedure.discussion_on + @\"P1Y\"","met":"candidate.born"}])").book();
    const std::string decided = R"("procedure.discussion_on":"2024-05-20",)";
    struct {
        const char* name;
        std::string facts;
        std::optional<civil_date> review;
        status expect;
        const char* met_on;
    } const rows[] = {
        {"期限当日办理", R"("case.requirement":true,"candidate.born":"2025-05-20")", {}, status::satisfied, "2025-05-20"},
        {"期限次日办理", R"("case.requirement":true,"candidate.born":"2025-05-21")", {}, status::violated, "2025-05-21"},
        {"逾期办理，审核时已办", R"("case.requirement":true,"candidate.born":"2025-06-01")", civil_date(2026, 1, 1), status::violated, "2025-06-01"},
        {"办理日只知其年，在期限之前", R"("case.requirement":true,"candidate.born":"2024")", {}, status::satisfied, "2024"},
        {"办理日只知其年，或早或晚", R"("case.requirement":true,"candidate.born":"2025")", {}, status::undetermined, "2025"},
        {"办理日不明", R"("case.requirement":true)", {}, status::undetermined, ""},
        {"审核时尚未办理，期限未过", R"("case.requirement":true,"candidate.born":"2025-05-01")", civil_date(2025, 4, 1), status::pending, ""},
        {"审核时尚未办理，期限已过", R"("case.requirement":true,"candidate.born":"2025-08-01")", civil_date(2025, 6, 1), status::violated, ""},
        {"未办理，期限已过", R"("case.requirement":false)", civil_date(2025, 6, 1), status::violated, ""},
        {"未办理，期限未过", R"("case.requirement":false)", civil_date(2025, 5, 20), status::pending, ""},
    };
    for (const auto& r : rows) {
        CAPTURE(r.name);
        case_row row;
        row.facts = "{" + decided + r.facts + "}";
        row.on = civil_date(2024, 5, 20);
        row.review = r.review;
        const verdict v = **evaluate_case(book, "act-2019/8/r", row);
        CHECK(v.status == r.expect);
        CHECK(v.due.has_value());
        CHECK((v.met_on ? to_feel(value(*v.met_on)) : "") == (*r.met_on ? "@\"" + std::string(r.met_on) + "\"" : ""));
    }
}

TEST_CASE("what is left to people is owed until its day has passed; a finding of theirs decides at once") {
    const rulebook book = folder_of(R"([{"id":"act-2019/8/r","cite":{},"judgement":true,
        "due":"procedure.discussion_on + @\"P1Y\""}])").book();
    case_row row;
    row.facts = R"({"procedure.discussion_on":"2024-05-20"})";
    row.on = civil_date(2024, 5, 20);
    const auto judged_now = [&] { return (*evaluate_case(book, "act-2019/8/r", row))->status; };
    CHECK(judged_now() == status::pending);
    row.review = civil_date(2025, 5, 21);
    CHECK(judged_now() == status::judgement);
    row.review.reset();
    row.attestations = {{"act-2019/8", "组织部", civil_date(2025, 1, 2), "", false}};
    CHECK(judged_now() == status::violated);
    row.attestations[0].holds = true;
    CHECK(judged_now() == status::satisfied);
}
