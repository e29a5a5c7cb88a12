#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "notice_too_short.hpp"

#include <xuanren/testing/doctest.hpp>

TEST_CASE("a notice across the National Day week is too short") {
    const auto found = xuanren::testing::tested_dossier::by_national_rules(notice_too_short);
    CHECK_VIOLATES(found["a1"], "appointment-regulations-2019/42/*");
    CHECK_FALSE(xuanren::testing::is_compliant(found));
}
