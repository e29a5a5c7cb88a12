// tests/report/words_test.cpp
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/leaf_words.hpp>
#include <xuanren/report/numeral.hpp>
#include <xuanren/report/place.hpp>
#include <xuanren/report/value_words.hpp>

#include <report/sample_verdicts.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>

using namespace xuanren;

TEST_CASE("中文数字，条款编号") {
    const struct {
        int number;
        const char* words;
    } rows[] = {{1, "一"},     {8, "八"},       {10, "十"},       {11, "十一"},     {20, "二十"},  {42, "四十二"},
                {100, "一百"}, {103, "一百零三"}, {110, "一百一十"}, {1001, "一千零一"}, {0, "零"}};
    for (const auto& row : rows) CHECK(chinese_numeral(row.number) == row.words);
}

TEST_CASE("日期与期间的说法") {
    CHECK(in_words(civil_date(2024, 5, 20), language::zh) == "2024年5月20日");
    CHECK(in_words(civil_date(2024, 5, 20), language::en) == "2024-05-20");
    CHECK(in_words(value(civil_date(2024, 5)), language::zh) == "2024年5月");
    CHECK(in_words(value(civil_date(2024, 5)), language::en) == "2024-05");
    CHECK(in_words(value(civil_date(2024)), language::zh) == "2024年");
    CHECK(in_words(value(interval(civil_date(2024, 5, 2), civil_date(2024, 6, 1))), language::zh) ==
          "2024年5月2日至2024年6月1日之间");
    CHECK(in_words(value(interval(civil_date(2024, 5, 2), civil_date(9999, 12, 31))), language::zh) ==
          "2024年5月2日或者以后");
    CHECK(in_words(months(27), language::zh) == "2年3个月");
    CHECK(in_words(months(27), language::en) == "2 y 3 mo");
    CHECK(in_words(years(2), language::zh) == "2年");
    CHECK(in_words(months(0), language::en) == "0 mo");
    CHECK(in_words(value(interval(months(23), months(24))), language::zh) == "1年11个月至2年");
    CHECK(in_words(value(interval(months(-95656), months(23))), language::zh) == "至多1年11个月");
    CHECK(in_words(value(interval(months(-95656), months(23))), language::en) == "at most 1 y 11 mo");
    CHECK(in_words(value(interval(months(6), months(1200))), language::zh) == "至少6个月");
    CHECK(in_words(value(interval(months(0), months(1200))), language::zh) == "未载");
    CHECK(in_words(day_time_duration{5 * 86400, 0}, language::zh) == "5天");
}

TEST_CASE("值的说法：未载、无、枚举、列表") {
    const sample::world w;
    CHECK(in_words(value(), language::zh) == "未载");
    CHECK(in_words(value(null_value{}), language::en) == "none");
    CHECK(in_words(value(enumerator{w.level, 1}), language::zh) == "县处级副职");
    CHECK(in_words(value(enumerator{w.level, 1}), language::en) == "county deputy");
    const auto list = std::make_shared<list_value>();
    CHECK(in_words(value(std::shared_ptr<const list_value>(list)), language::zh) == "无");
    list->items = {value(number(2023)), value("甲")};
    CHECK(in_words(value(std::shared_ptr<const list_value>(list)), language::zh) == "2023、甲");
    CHECK(code_of(value(civil_date(2024, 5))) == "2024-05");
    CHECK(code_of(value(interval(months(23), months(24)))) == "P1Y11M..P2Y");
    CHECK(code_of(value(enumerator{w.level, 1})) == "county_deputy");
}

TEST_CASE("条文出处写全") {
    const sample::world w;
    citation cite{"appointment-regulations-2019", 8, 1, 3, {}, {}};
    CHECK(in_words(cite, w.words, language::zh) == "《党政领导干部选拔任用工作条例》（2019）第八条第一款第三项");
    CHECK(in_words(cite, w.words, language::en) ==
          "Regulations on the Selection and Appointment of Leading Cadres (2019), art. 8(1)(3)");
    cite.article = 38;
    cite.paragraph = cite.item = 0;
    cite.sure = citation::certainty::unconfirmed;
    CHECK(in_words(cite, w.words, language::zh) == "《党政领导干部选拔任用工作条例》（2019）第三十八条（条号待核）");
    CHECK(in_words({"本局干部管理办法", 12, 0, 0, {}, {}}, w.words, language::zh) == "《本局干部管理办法》第十二条");
}

TEST_CASE("出处的说法") {
    CHECK(in_words(provenance{"cadres", 0, "tenures", 2, "decided"}, language::zh) == "任职经历第3条的任职决定日");
    CHECK(in_words(provenance{"cadres", 0, "tenures", 2, "decided"}, language::en) == "tenure 3: day of decision");
    CHECK(in_words(provenance{"cadres", 4, nullptr, -1, "work_started"}, language::zh) == "参加工作时间");
    CHECK(in_words(provenance{"appointments", 0, "notice", -1, "from"}, language::zh) == "任前公示的起始日");
    CHECK(in_words(provenance{"organisations", 0, "establishments", 0, "headcount"}, language::zh) ==
          "机构第1条的“三定”规定第1条的编制数");
    CHECK(in_words(provenance{"appointments", 0, "procedure", -1, "recommendation/talks"}, language::zh) == "民主推荐的谈话推荐");
    CHECK(in_words(provenance{"appointments", 0, "procedure", -1, "discussion/in_favour"}, language::en) ==
          "discussion: votes in favour");
    CHECK(in_words(provenance{}, language::zh).empty());
    const place_names names{{"东县分局"}, {}};
    CHECK(in_words(provenance{"organisations", 0, "establishments", 0, "seats"}, language::zh, &names) ==
          "“东县分局”的“三定”规定第1条的领导职数");
}

TEST_CASE("卷宗格式的每个键都有中英文名") {
    std::ifstream file(XUANREN_SOURCE_DIR "/rules/schema/dossier.schema.json");
    const auto schema = nlohmann::json::parse(file);
    std::set<std::string> keys;
    const auto walk = [&](const auto& self, const nlohmann::json& at) -> void {
        if (at.is_object() && at.contains("properties"))
            for (const auto& [key, ignored] : at["properties"].items()) keys.insert(key);
        if (at.is_structured())
            for (const auto& child : at) self(self, child);
    };
    walk(walk, schema);
    CHECK(keys.size() > 100);
    const auto has_name = [](const std::string& key) {
        for (const auto& row : detail::field_names)
            if (row.key == key) return true;
        for (const auto& row : detail::list_names)
            if (row.key == key) return true;
        return false;
    };
    for (const std::string& key : keys) {
        INFO(key);
        CHECK(has_name(key));
    }
}

TEST_CASE("单项比对：要求、实际、差多少") {
    const sample::world w;
    const auto said = [&](const leaf& test, language l) { return in_words(test, w.words, l); };

    SUBCASE("足年差九天，说哪天方满") {
        const leaf test = sample::deputy_verdict(w).leaves[0];
        CHECK(said(test, language::zh).mark == "✗");
        CHECK(said(test, language::zh).sentence == "自任副职起算日（2020年5月29日）起 1年11个月，应不少于2年，2022年5月29日方满");
        CHECK(said(test, language::en).sentence ==
              "time since start of counted time as deputy (2020-05-29): 1 y 11 mo (must be at least 2 y; full on 2022-05-29)");
        CHECK(said(test, language::zh).place == "任职经历第3条的任职决定日");
    }
    SUBCASE("足年，符合") {
        const leaf test = sample::service_verdict(w).leaves[0];
        CHECK(said(test, language::zh).mark == "✓");
        CHECK(said(test, language::zh).sentence == "自工龄起算日（2008年7月1日）起 12年3个月，不少于5年");
    }
    SUBCASE("期间不足，差几个月") {
        const leaf test = w.compare(operator_kind::greater_equal, w.fact_node(w.grassroots),
                                    make_literal(years(2), types::months), months(18), years(2), truth::no);
        CHECK(said(test, language::zh).sentence == "基层工作经历 1年6个月，应不少于2年，差6个月");
        CHECK(said(test, language::en).sentence == "grassroots service: 1 y 6 mo (must be at least 2 y; 6 mo short)");
    }
    SUBCASE("差一个月以内，不说差1个月") {
        const leaf test = w.compare(operator_kind::greater_equal, w.fact_node(w.grassroots),
                                    make_literal(years(2), types::months), months(23), years(2), truth::no);
        CHECK(said(test, language::zh).sentence == "基层工作经历 1年11个月，应不少于2年，差不足1个月");
        CHECK(in_words(test, w.words, language::zh, {false, nullptr, civil_date(2022, 6, 29)}).sentence ==
              "基层工作经历 1年11个月，应不少于2年，2022年6月29日方满");
    }
    SUBCASE("未载，不是不符合") {
        const leaf test = sample::service_verdict(w).leaves[1];
        CHECK(said(test, language::zh).mark == "?");
        CHECK(said(test, language::zh).sentence == "基层工作经历 未载，应不少于2年");
    }
    SUBCASE("两个日期相比，晚了几天") {
        const leaf test = w.compare(operator_kind::less, w.fact_node(w.approved_on), w.fact_node(w.decided_on),
                                    civil_date(2022, 6, 10), civil_date(2022, 6, 1), truth::no);
        CHECK(said(test, language::zh).sentence == "破格批复日 2022年6月10日，应早于讨论决定日（2022年6月1日），晚了9天");
        CHECK(said(test, language::en).sentence ==
              "exceptional approved on: 2022-06-10 (must be before discussion on (2022-06-01); 9 days late)");
    }
    SUBCASE("同日，不早于") {
        const leaf test = w.compare(operator_kind::less, w.fact_node(w.approved_on), w.fact_node(w.decided_on),
                                    civil_date(2022, 6, 1), civil_date(2022, 6, 1), truth::no);
        CHECK(said(test, language::zh).sentence == "破格批复日 2022年6月1日，应早于讨论决定日（2022年6月1日），恰为同日");
    }
    SUBCASE("人数不足") {
        const leaf test = w.compare(operator_kind::greater_equal, w.fact_node(w.present),
                                    make_literal(number(6), types::number), number(5), number(6), truth::no);
        CHECK(said(test, language::zh).sentence == "到会人数 5，应不少于6，差1");
        CHECK(said(test, language::en).sentence == "present: 5 (must be at least 6; 1 short)");
    }
    SUBCASE("层次") {
        const leaf test = w.compare(operator_kind::greater_equal, w.fact_node(w.target_level),
                                    make_literal(enumerator{w.level, 1}, types::one_of(*w.level)),
                                    enumerator{w.level, 0}, enumerator{w.level, 1}, truth::no);
        CHECK(said(test, language::zh).sentence == "拟任职务层次 乡科级正职，应不低于县处级副职");
    }
    SUBCASE("是非事实与其反面") {
        CHECK(said(w.boolean(w.has_notice, false, true), language::zh).sentence == "进行了任前公示：否，应为是");
        CHECK(said(w.boolean(w.investigated, true, false), language::zh).sentence == "正在接受审查调查：是，应为否");
        CHECK(said(w.boolean(w.investigated, true, false), language::zh).mark == "✗");
        CHECK(said(w.boolean(w.investigated, false, false), language::zh).mark == "✓");
        CHECK(said(w.boolean(w.investigated, true, false), language::en).sentence == "under investigation: yes (must be no)");
    }
    SUBCASE("是否届满") {
        leaf test = w.compare(operator_kind::greater_equal, make_elapsed(w.fact_node(w.influence_until)),
                              make_literal(months(0), types::months), months(-2), months(0), truth::no);
        test.held = civil_date(2023, 3, 15);
        CHECK(said(test, language::zh).sentence == "影响期止 2023年3月15日，尚未届满");
        CHECK(said(test, language::en).sentence == "influence until: 2023-03-15 (not yet past)");
    }
}

TEST_CASE("处理建议：等到哪天、补充什么、撤销重来；不涂改、不倒签") {
    const sample::world w;
    const auto zh = [&](const verdict& v, bool decided) {
        std::string all;
        for (const text& remedy : remedies_of(v, w.words, {decided, nullptr})) all += remedy.zh + "\n";
        return all;
    };
    const auto holds = [](const std::string& text, const char* part) { return text.find(part) != text.npos; };

    SUBCASE("已决定：撤销，某日起可重新讨论；所列例外") {
        const std::string all = zh(sample::deputy_verdict(w), true);
        CHECK(holds(all, "撤销该项决定；2022年5月29日起方可重新讨论决定"));
        CHECK(holds(all, "第九条第二款“破格提拔”"));
    }
    SUBCASE("未决定：暂缓") {
        CHECK(holds(zh(sample::deputy_verdict(w), false), "暂缓提交讨论决定，2022年5月29日起"));
    }
    SUBCASE("情况不明：补充事实") {
        CHECK(holds(zh(sample::service_verdict(w), true), "据实补充：基层工作经历"));
    }
    SUBCASE("各环节、各约束力、各状态，都有处理建议，都不涉及改动记录") {
        for (const force weight : {force::must, force::ordinarily, force::report})
            for (int s = 0; s < 8; ++s)
                for (const bool decided : {false, true})
                    for (const status st : {status::violated, status::undetermined, status::judgement, status::failed}) {
                        rule r("x/1/y");
                        formula f("true");
                        if (weight == force::must) r.must(f);
                        if (weight == force::ordinarily) r.ordinarily(f);
                        if (weight == force::report) r.report(f);
                        r.at(static_cast<step>(s));
                        verdict v;
                        v.of = std::make_shared<const rule>(r);
                        v.status = st;
                        const auto all = remedies_of(v, w.words, {decided, nullptr});
                        REQUIRE(!all.empty());
                        for (const text& remedy : all) {
                            CHECK(!remedy.zh.empty());
                            CHECK(!remedy.en.empty());
                            for (const char* bad : {"修改", "更改", "倒签", "补签", "改为"}) CHECK(!holds(remedy.zh, bad));
                            for (const char* bad : {"alter", "change", "back-dat", "edit"}) CHECK(!holds(remedy.en, bad));
                        }
                    }
    }
    SUBCASE("符合、不适用、未到环节：无须处理") {
        for (const status st : {status::satisfied, status::not_applicable, status::pending, status::excepted}) {
            verdict v = sample::deputy_verdict(w);
            v.status = st;
            CHECK(remedies_of(v, w.words, {true, nullptr}).empty());
        }
    }
}

TEST_CASE("一句话结论") {
    const sample::world w;
    const text said = message_of(sample::service_verdict(w), w.words, {true, nullptr});
    CHECK(said.zh == "县处级任职的工龄与基层工作经历：情况不明。缺少基层工作经历，无从判定。");
    CHECK(said.en == "Service and grassroots work for county posts: undetermined; not on file: grassroots service.");
}
