// tests/facts/catalogue_test.cpp
#include "case_support.hpp"

#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/handles.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>

using namespace facts_test;

TEST_CASE("每项事实的名称、定义、日期与前提齐备") {
    const auto facts = national_catalogue();
    std::set<std::string> names;
    std::set<std::string> chinese;
    for (std::size_t i = 0; i < facts->size(); ++i) {
        const fact& f = (*facts)[i];
        CAPTURE(f.name);
        CHECK(names.insert(f.name).second);
        CHECK(chinese.insert(f.zh).second);
        CHECK(facts->index_of(f.name) == i);
        CHECK(facts->index_of(f.zh) == i);
        CHECK_FALSE(f.en.empty());
        CHECK_FALSE(f.definition.zh.empty());
        CHECK_FALSE(f.definition.en.empty());
        CHECK(f.read != nullptr);
        CHECK_FALSE(f.is_definition);
        CHECK((f.dated == "undated" || step_of(f.dated).has_value()));
        // No law stands in C++: a basis names an instrument, never a clause.
        CHECK(f.basis.zh.find("第") == std::string::npos);
        if (!f.guard.empty()) {
            const std::size_t guard = facts->index_of(f.guard);
            REQUIRE(guard != catalogue::none);
            CHECK((*facts)[guard].value_type == types::boolean);
        }
        // What may be none has a fact beside it that says whether there is one.
        const auto dot = f.name.find('.');
        const std::string beside = f.name.substr(0, dot + 1) + "has_" + f.name.substr(dot + 1);
        // An end that is still open is unknown rather than none to those who only ask for the step.
        const bool is_free = f.name == "target.level" || f.name == "procedure.notice_to" ||
                             f.name == "procedure.inspection_to" ||
                             f.name == "candidate.previous_assessment_at_candidates" ||
                             f.name.rfind("exceptional.", 0) == 0;
        if (facts->index_of(beside) != catalogue::none && !is_free) CHECK(f.guard == beside);
    }
    CHECK(facts->find_enumeration("level")->is_ordered);
    CHECK_FALSE(facts->find_enumeration("assessment")->is_ordered);
    CHECK(facts->find_enumeration("level")->index_of("县处级副职") ==
          static_cast<int>(level::county_deputy));
}

TEST_CASE("每项单值事实有一个句柄，每个句柄有一项事实，名称相同") {
    const auto facts = national_catalogue();
    std::set<std::string> handles;
    for (const char* file : {"handles", "procedure_handles", "organisation_handles"}) {
        std::ifstream in(std::string(XUANREN_SOURCE_DIR "/include/xuanren/facts/") + file + ".hpp");
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::regex handle(R"h(fact_handle<[\w:]+>\s+(\w+)\{\s*"([^"]+)"\})h");
        for (std::sregex_iterator i(text.begin(), text.end(), handle), end; i != end; ++i) {
            std::string name = (*i)[2];
            CAPTURE(name);
            CHECK(facts->index_of(name) != catalogue::none);
            CHECK(handles.insert(name).second);
            std::replace(name.begin(), name.end(), '.', '_');
            CHECK(name == (*i)[1]);
        }
    }
    CHECK(handles.size() > 300);
    for (std::size_t i = 0; i < facts->size(); ++i) {
        CAPTURE((*facts)[i].name);
        // Rules of several cases at once use scalar facts only.
        CHECK(handles.count((*facts)[i].name) == ((*facts)[i].value_type.kind != type_kind::list));
    }
}

TEST_CASE("事实句柄带着事实的类型") {
    const auto facts = national_catalogue();
    const auto type_of = [&facts](std::string_view name) {
        return (*facts)[facts->index_of(name)].value_type;
    };
    CHECK(type_of(facts::target_level.name) == types::word<level>());
    CHECK(type_of(facts::candidate_level_since.name) == types::date);
    CHECK(type_of(facts::seat_occupied_after.name) == types::number);
    CHECK(type_of(facts::target_post.name) == types::string);
    CHECK(type_of(facts::organisation_has_level.name) == types::boolean);
    const condition c = (facts::appointment_kind == kind::promotion) &
                        (facts::target_level >= level::county_deputy);
    CHECK(c.feel() == "appointment.kind = kind.promotion and target.level >= level.county_deputy");
}

TEST_CASE("目录可以复制并增加，枚举与记录不变") {
    catalogue own = *national_catalogue();
    fact f;
    f.name = "candidate.speaks_french";
    f.zh = "会法语";
    f.value_type = types::boolean;
    own.add(f);
    CHECK(own.size() == national_catalogue()->size() + 1);
    CHECK(own.find_enumeration("level") == national_catalogue()->find_enumeration("level"));
    CHECK(own.find_record("tenure") == national_catalogue()->find_record("tenure"));
    CHECK(national_catalogue()->index_of("candidate.speaks_french") == catalogue::none);
}
