// tests/facts/user_fact_test.cpp
#include "case_support.hpp"

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>

#include <stdexcept>

using namespace facts_test;

namespace {

fact named(const char* name, const char* zh, type t) {
    fact f;
    f.name = name;
    f.zh = zh;
    f.value_type = std::move(t);
    return f;
}

}  // namespace

TEST_CASE("自定义事实：由回调读取，出处照记") {
    catalogue own = *national_catalogue();
    const std::size_t index = own.add(read_by(
        named("candidate.birthplace_known", "出生地已载", types::boolean),
        [](const case_view& c) -> reading {
            return {value(c.candidate() != nullptr && c.candidate()->birth_place.has_value()),
                    c.at_candidate("birth_place")};
        }));
    const dossier d = read(base());
    const fact_values v = derive(own, d, 0);
    REQUIRE(v.values.size() == own.size());
    CHECK(v.values[index].to_truth() == truth::no);
    CHECK(v.sources[index].pointer() == "/cadres/0/birth_place");
}

TEST_CASE("回调抛出异常：该事实不明并列出，其余照常") {
    catalogue own = *national_catalogue();
    const std::size_t index =
        own.add(read_by(named("candidate.bad", "坏事实", types::number),
                        [](const case_view&) -> reading { throw std::runtime_error("boom"); }));
    const dossier d = read(base());
    const fact_values v = derive(own, d, 0);
    CHECK(v.values[index].is_unknown());
    REQUIRE(v.failed.size() == 1);
    CHECK(v.failed[0].first == index);
    CHECK(v.failed[0].second == "boom");
    CHECK_FALSE(v.values[own.index_of("candidate.level")].is_unknown());
}

TEST_CASE("只取需要的事实") {
    const auto facts = national_catalogue();
    std::vector<bool> needed(facts->size(), false);
    const std::size_t level_index = facts->index_of("candidate.level");
    needed[level_index] = true;
    const dossier d = read(base());
    const fact_values v = derive(*facts, d, 0, {{}, &needed});
    for (std::size_t i = 0; i < facts->size(); ++i)
        CHECK(v.values[i].is_unknown() == (i != level_index));
}

TEST_CASE("候选人不在卷宗之内、职位不明：都是不明，不会崩溃") {
    json b = without(base(), "/appointments/0/post");
    const facts_of f(b);
    CHECK(f["target.level"] == "?");
    CHECK(f["target.has_post"] == "?");
    CHECK(f["appointment.kind"] == "?");
    CHECK(f["seat.approved"] == "?");
}
