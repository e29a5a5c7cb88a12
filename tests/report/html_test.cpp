// tests/report/html_test.cpp
#include <xuanren/report/html.hpp>

#include <report/sample_verdicts.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;

TEST_CASE("HTML：自成一页，不引用外部，文字转义") {
    const sample::world w;
    text_options set;
    set.file = "<卷宗>.json";
    case_names names;
    names.appointments = {{"甲 & 乙", {"科长", "chief"}, {"提拔", "promotion"}}};
    const std::string page = to_html(sample::small_report(w), w.words, names, set);
    CHECK(page.find("&lt;卷宗&gt;.json") != page.npos);
    CHECK(page.find("甲 &amp; 乙") != page.npos);
    CHECK(page.find("http") == page.npos);
    CHECK(page.find("<script") == page.npos);
    CHECK(page.find("第八条第一款第三项") != page.npos);
    CHECK(page.find("尚无定论 1 项（50%）") != page.npos);
}
