// benchmarks/w1/write_cases.cpp
//
// Writes W1's cases as CSV, for the programs that others would use (benchmarks/peers/):
//     w1_cases ROWS          the cases, dates packed, 0 for none
//     w1_cases ROWS counts   violations by rule, R1 first

#include "cases.hpp"
#include "row_loop.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

int main(int count, char** arguments) {
    std::size_t rows = 0;
    if (count < 2 || std::from_chars(arguments[1], arguments[1] + std::strlen(arguments[1]), rows).ec != std::errc() || rows == 0) {
        std::fputs("w1_cases ROWS [counts]\n", stderr);
        return 2;
    }
    const auto cases = w1::draw_cases(rows);
    if (count > 2) {
        const char* before = "";
        for (const std::uint64_t n : w1::count_by_rows(cases)) {
            std::printf("%s%llu", before, static_cast<unsigned long long>(n));
            before = ",";
        }
        std::puts("");
        return 0;
    }
    std::puts("as_of,born,work_started,party_joined,target_level,level,level_since,probation_ends,education,last_assessment,"
              "sanction_kind,sanctioned_on,lower_posts,party_post,grassroots_years,training_hours");
    std::string out;
    for (const w1::appointment_case& c : cases) {
        const std::int32_t values[] = {c.as_of,          c.born,      c.work_started,   c.party_joined,  c.target_level, c.level,
                                       c.level_since,    c.probation_ends, c.education, c.assessments[2], c.sanction_kind, c.sanctioned_on,
                                       c.lower_posts,    c.party_post, c.grassroots_years, c.training_hours};
        char digits[12];
        for (const std::int32_t v : values) out.append(digits, std::to_chars(digits, digits + sizeof digits, v).ptr).append(1, ',');
        out.back() = '\n';
        if (out.size() > 1 << 16) {
            std::fwrite(out.data(), 1, out.size(), stdout);
            out.clear();
        }
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return std::ferror(stdout) != 0;
}
