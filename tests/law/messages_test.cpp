#include "case_files.hpp"

#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace xuanren;
using testing::calendar;
using testing::case_file;
using testing::case_files;
using testing::national_law;
using testing::rule_case;

const wording& national_words() {
    static const wording words = wording_of(national_law(), &calendar());
    return words;
}

std::optional<verdict> verdict_of(const rule_case& c) {
    auto answer = evaluate_case(national_law(), c.subject, testing::row_of(c, calendar()));
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

const rule_case& row(std::string_view rule, std::string_view expect) {
    for (const case_file& file : case_files())
        for (const rule_case& c : file.cases)
            if (c.subject == rule && c.expect == expect) return c;
    FAIL("no row of " << rule << " that is " << expect);
    return case_files().front().cases.front();
}

/// By how much something misses is said in one of these ways.
bool says_how_far(const std::string& sentence, language l) {
    const std::vector<std::string_view> ways =
        l == language::zh ? std::vector<std::string_view>{"，差", "超出", "晚了", "早了", "方满", "已满", "恰满", "恰为同日"}
                          : std::vector<std::string_view>{" short", " over", " late", " early", "full on", "full since", "just full", "same day"};
    return std::any_of(ways.begin(), ways.end(), [&](std::string_view way) { return sentence.find(way) != sentence.npos; });
}

/// Whether a failed test is a comparison of exact amounts or days, which always miss by something.
bool is_measured(const leaf& test) {
    if (test.negated || !test.test || test.test->kind != node_kind::comparison) return false;
    if (detail::asks_whether_past(*test.test)) return false;  // the day itself is told
    const operator_kind sign = test.relation;
    if (sign == operator_kind::equal || sign == operator_kind::not_equal) return false;
    const auto exact = [](const value& v) {
        if (const auto* d = v.as<interval<civil_date>>()) return d->is_exact();
        if (const auto* m = v.as<interval<months>>()) return m->is_exact();
        if (const auto* n = v.as<interval<number>>()) return n->is_exact();
        return false;
    };
    return exact(test.actual) && exact(test.required);
}

}  // namespace

TEST_CASE("不符合的结论都说清要求什么、实际如何、差多少、怎样改正，中英文都说") {
    const wording& words = national_words();
    std::set<std::string> rules;
    for (const case_file& file : case_files())
        for (const rule_case& c : file.cases) {
            if (c.is_definition || c.expect != "violated") continue;
            const std::optional<verdict> v = verdict_of(c);
            if (!v) continue;
            rules.insert(c.subject);
            INFO(c.subject << " " << c.name);
            const remedy_context context{true, nullptr};
            const text message = message_of(*v, words, context);
            const std::vector<text> remedies = remedies_of(*v, words, context);
            CHECK_FALSE(remedies.empty());
            for (const language l : {language::zh, language::en}) {
                const std::string& told = in(message, l);
                CHECK(told.starts_with(title_of(*v->of, l)));
                const std::string reason = reason_of(*v, words, l);
                CHECK_FALSE(reason.empty());
                CHECK(told.find(reason) != told.npos);
                for (const text& each : remedies) CHECK_FALSE(in(each, l).empty());
                if (v->attested || (v->due && v->met_on)) continue;
                int failed = 0;
                for (const leaf& test : telling_leaves(*v, *words.facts)) {
                    if (favours(test) != truth::no) continue;
                    ++failed;
                    const std::string sentence = in_words(test, words, l, setting_of(test, *v, nullptr)).sentence;
                    INFO(sentence);
                    CHECK(reason.find(sentence) != reason.npos);
                    const bool asks = sentence.find(l == language::zh ? "应" : "must") != sentence.npos ||
                                      sentence.find(l == language::zh ? "尚未届满" : "not yet past") != sentence.npos;
                    CHECK(asks);
                    if (is_measured(test)) CHECK(says_how_far(sentence, l));
                }
                CHECK(failed > 0);
            }
        }
    CHECK(rules.size() > 300);
}

TEST_CASE("各类条款不符合时的说法") {
    const struct {
        const char* rule;
        const char* zh;
        const char* en;
    } rows[] = {
        {"appointment-regulations-2019/8.1.3/deputy-to-principal",
         "自任副职计算起始日（2023年5月20日）起 1年11个月，应不少于2年，2025年5月20日方满",
         "time since counted start as deputy (2023-05-20): 1 y 11 mo (must be at least 2 y; full on 2025-05-20)"},
        {"appointment-regulations-2019/8.1.7/party-standing",
         "自转为正式党员日（2020年10月21日）起 4年11个月，应不少于5年，2025年10月21日方满",
         "time since day of full membership (2020-10-21): 4 y 11 mo (must be at least 5 y; full on 2025-10-21)"},
        {"appointment-regulations-2019/38/quorum", "到会人数 7，应不少于应有成员数（11）的三分之二，差1",
         "members present: 7 (must be at least two thirds of members of the body (11); 1 short)"},
        {"appointment-regulations-2019/39.1.3/majority", "同意人数 4，应多于应到会人数（9）的二分之一，差1",
         "votes in favour: 4 (must be more than half of members due (9); 1 short)"},
        {"appointment-regulations-2019/25/more-candidates-than-posts", "考察对象人数 1，应多于1，差1",
         "number of candidates: 1 (must be more than 1; 1 short)"},
        {"appointment-regulations-2019/35/other-side",
         "协管方已答复：否，应为是；征求协管方意见日 2024年5月1日，应早于决定日前1个月（2024年4月20日），晚了11天",
         "other side answered: no (must be yes); day the other side was asked: 2024-05-01 (must be before 1 month before day of the "
         "decision (2024-04-20); 11 days late)"},
        {"appointment-regulations-2019/42/five-working-days",
         "公示起始日至公示截止日的工作日数（首日不计） 3，应不少于5，差2",
         "working days from first day of the notice to last day of the notice, the first day not counted: 3 (must be at least 5; 2 short)"},
        {"appointment-regulations-2019/16/further-use",
         "以下至少须有一项：已谈话调研推荐：否，应为是；已会议推荐：否，应为是；已听取意见：否，应为是",
         "at least one of these is needed: recommendation by talks held: no (must be yes); recommendation meeting held: no (must be yes); "
         "opinions heard: no (must be yes)"},
        {"cadre-tenure-2006/7/fifteen-years", "任拟任层次领导职务累计时间 15年，应少于15年，恰满",
         "time in leading posts of the level aimed at: 15 y (must be less than 15 y; it is just full)"},
        {"party-discipline-2023/10/no-promotion", "警告、严重警告影响期止 2025年3月15日，尚未届满",
         "end of the period of Party warnings: 2025-03-15 (not yet past)"},
        {"rank-promotion-2019/17/conditions", "认定不符合", "it does not hold"},
        {"local-establishment-2007/6/headcount", "在编人数 63，应不多于机构编制数（62），超出1",
         "people of the organ: 63 (must be at most headcount approved (62); 1 over)"}};
    for (const auto& each : rows) {
        INFO(each.rule);
        const std::optional<verdict> v = verdict_of(row(each.rule, "violated"));
        REQUIRE(v.has_value());
        const text message = message_of(*v, national_words(), {true, nullptr});
        CHECK_MESSAGE(message.zh.find(each.zh) != message.zh.npos, message.zh);
        CHECK_MESSAGE(message.en.find(each.en) != message.en.npos, message.en);
    }
}
