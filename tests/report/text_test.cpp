// tests/report/text_test.cpp
#include <xuanren/report/text.hpp>

#include <report/sample_verdicts.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;

namespace {

std::size_t position(const std::string& text, const char* part) {
    const std::size_t at = text.find(part);
    INFO(std::string(part));
    REQUIRE(at != text.npos);
    return at;
}

}  // namespace

TEST_CASE("文本报告：最重者在前，符合的只计数") {
    const sample::world w;
    text_options page;
    page.width = 140;
    const std::string told = to_text(sample::small_report(w), w.words, {}, page);
    CHECK(position(told, "违规 1 项") < position(told, "要件不全 1 项"));
    CHECK(position(told, "不符合") < position(told, "第八条第一款第三项"));
    CHECK(position(told, "第八条第一款第三项") < position(told, "第八条第一款第一项"));
    position(told, "［任职经历第3条的任职决定日］");
    position(told, "未启用");
}

TEST_CASE("合规比例总与尚无定论者同列") {
    const sample::world w;
    report r = sample::small_report(w);
    const std::string zh = to_text(r, w.words);
    position(zh, "合规 0 项（0%），违规 1 项（50%），尚无定论 1 项（50%）");
    text_options english;
    english.in = language::en;
    position(to_text(r, w.words, {}, english), "open 1 (50%)");
}

TEST_CASE("未着色时没有控制符；着色时文字相同") {
    const sample::world w;
    const report r = sample::small_report(w);
    text_options coloured;
    coloured.colours.is_on = true;
    const std::string plain = to_text(r, w.words);
    std::string with = to_text(r, w.words, {}, coloured);
    CHECK(plain.find('\033') == plain.npos);
    CHECK(with.find('\033') != with.npos);
    std::string stripped;
    for (std::size_t i = 0; i < with.size(); ++i) {
        if (with[i] == '\033')
            i = with.find('m', i);
        else
            stripped += with[i];
    }
    CHECK(stripped == plain);
}

TEST_CASE("英文报告没有汉字") {
    const sample::world w;
    text_options english;
    english.in = language::en;
    const std::string told = to_text(sample::small_report(w), w.words, {}, english);
    std::string_view rest = told;
    while (!rest.empty()) CHECK(display_width(detail::take_code_point(rest)) < 2);
}

TEST_CASE("一条规则都不适用：说明未作审核") {
    const sample::world w;
    report r = sample::small_report(w);
    r.appointments.resize(1);
    r.by_outcome = {};
    r.by_outcome[static_cast<std::size_t>(outcome::incomplete)] = 1;
    r.appointments[0].outcome = outcome::incomplete;
    r.appointments[0].findings.clear();
    position(to_text(r, w.words), "未作任何审核");
}
