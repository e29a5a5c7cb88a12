#include "notice_too_short.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>

#include <cstdio>

int main() {
    const auto read = xuanren::read_dossier(notice_too_short);
    if (!read) {
        for (const xuanren::problem& p : read.problems()) std::puts(p.message.en.c_str());
        return 1;
    }
    xuanren::check_options options;
    options.calendar = &xuanren::national_calendar();
    const xuanren::report report =
        xuanren::check(xuanren::rulebooks::national(), read->value, options);
    for (const xuanren::verdict& finding : report.appointments.at(0).findings)
        if (finding.of->id() == "appointment-regulations-2019/42/five-working-days")
            return finding.status == xuanren::status::violated ? 0 : 1;
    std::puts("the rule on the days of a notice is not among the findings");
    return 1;
}
