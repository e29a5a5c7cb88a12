// tests/records/words_test.cpp
#include <xuanren/records/dossier.hpp>

#include <support/dossier_schema.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

using namespace xuanren;

TEST_CASE("words: no spelling stands for two members, and none for an unknown") {
    for (const auto* list : testing::all_words()) {
        CAPTURE(list->name);
        std::map<std::string, std::string_view> owner;
        for (const auto& word : list->words) {
            CHECK_FALSE(word.english.empty());
            CHECK_FALSE(word.chinese.empty());
            for (const std::string& spelling : testing::spellings_of(word)) {
                CAPTURE(spelling);
                CHECK(owner.emplace(spelling, word.english).second);
                for (const std::string_view unknown : unknown_words) CHECK(spelling != unknown);
            }
        }
    }
}

TEST_CASE("words: enumerations have names of their own") {
    std::map<std::string_view, int> names;
    for (const auto* list : testing::all_words()) {
        ++names[list->name];
        ++names[list->chinese];
    }
    for (const auto& name : names) {
        CAPTURE(name.first);
        CHECK(name.second == 1);
    }
}

namespace {
struct level_row {
    const char* text;
    std::optional<level> means;
};
}  // namespace

TEST_CASE("words: levels by word, name and national code") {
    const level_row rows[] = {
        {"county_deputy", level::county_deputy},
        {"县处级副职", level::county_deputy},
        {"1A32", level::county_deputy},
        {"0132", level::county_deputy},
        {"132", level::county_deputy},
        {"副处级", level::county_deputy},
        {"1A01", level::national_principal},
        {"0160", level::clerk},
        {"111", std::nullopt},   // GB/T 12407 and ZB03 differ
        {"1B01", std::nullopt},  // a rank
        {"处级", std::nullopt},
        {"副处", std::nullopt},
        {"County_Deputy", std::nullopt},
        {"", std::nullopt},
        {"|", std::nullopt},
        {"0132|1A32", std::nullopt},
    };
    for (const level_row& row : rows) {
        CAPTURE(row.text);
        CHECK(member_of<level>(row.text) == row.means);
    }
    CHECK(level::county_deputy > level::township_principal);
    CHECK(level::staff > level::clerk);
    CHECK(rank::consultant_1 > rank::consultant_2);
    CHECK(rank::counsel_2 > rank::consultant_1);
}

TEST_CASE("words: ranks of the three series map one to one") {
    CHECK(member_of<rank>("一级总监") == rank::counsel_1);
    CHECK(member_of<rank>("督办") == rank::counsel_2);
    CHECK(member_of<rank>("二级总监") == rank::counsel_2);
    CHECK(member_of<rank>("一级高级主办") == rank::consultant_1);
    CHECK(member_of<rank>("四级主管") == rank::principal_staff_4);
    CHECK(member_of<rank>("专业技术员") == rank::staff_1);
    CHECK(member_of<rank>("二级行政执法员") == rank::staff_2);
    CHECK(member_of<rank>("11") == rank::counsel_1);
    CHECK(member_of<rank>("1C") == rank::staff_2);
    CHECK_FALSE(member_of<rank>("1A11"));  // a level in ZB09, a rank in some systems
}

TEST_CASE("words: codes that two tables use for two things are not guessed") {
    CHECK(member_of<sanction_kind>("02250") == sanction_kind::party_warning);
    CHECK(member_of<sanction_kind>("02110") == sanction_kind::admin_warning);
    CHECK(member_of<sanction_kind>("撤销党内职务") == sanction_kind::party_post_removal);
    for (const char* ambiguous : {"警告", "01", "02", "记过", "撤职", "降级", "开除", "严重警告"}) {
        CAPTURE(ambiguous);
        CHECK_FALSE(member_of<sanction_kind>(ambiguous));
    }
    CHECK(member_of<education_level>("21") == education_level::bachelor);
    CHECK(member_of<education_level>("31") == education_level::college);
    CHECK(member_of<education_level>("14") == education_level::master);
    for (const char* ambiguous : {"11", "12", "22", "23", "32", "33", "37", "研究生"}) {
        CAPTURE(ambiguous);
        CHECK_FALSE(member_of<education_level>(ambiguous));
    }
    CHECK(member_of<assessment_result>("5C") == assessment_result::ungraded);
    CHECK(member_of<assessment_result>("合格") == assessment_result::competent);
    CHECK(member_of<membership>("01") == membership::cpc);
    CHECK(member_of<membership>("九三学社") == membership::democratic_party);
    CHECK(member_of<change>("26") == change::promotion);
    CHECK_FALSE(member_of<change>("99"));
    CHECK(member_of<sex>("男") == sex::male);
    CHECK_FALSE(member_of<sex>("0"));
}
