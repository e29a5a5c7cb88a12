// tests/report/junit_test.cpp
#include <xuanren/report/junit.hpp>

#include <report/sample_verdicts.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace xuanren;

TEST_CASE("JUnit：违规为 failure，情况不明为 error，其余各归其位") {
    const sample::world w;
    report r = sample::small_report(w);
    verdict kept = sample::deputy_verdict(w), asked = kept, later = kept;
    kept.status = status::satisfied;
    asked.status = status::judgement;
    later.status = status::pending;
    r.appointments[0].findings.insert(r.appointments[0].findings.end(), {kept, asked, later});
    const std::string written = to_junit(r, w.words);
    CHECK(written.find("<testsuite name=\"appointments.a1\" tests=\"5\" failures=\"1\" errors=\"1\" skipped=\"2\"") !=
          written.npos);
    CHECK(written.find("<failure type=\"violated\"") != written.npos);
    CHECK(written.find("<error type=\"undetermined\"") != written.npos);
}

TEST_CASE("JUnit：特殊字符转义") {
    CHECK(detail::escaped("a<b & \"c\"\x01") == "a&lt;b &amp; &quot;c&quot; ");
}
