#include <xuanren/io/national_calendar.hpp>

#include <cstdio>

int main() {
    using namespace xuanren;
    const auto days = national_calendar().count({2022, 9, 28}, {2022, 10, 9}, first_day::counted);
    if (!days || *days != 5) {
        std::puts("working days over National Day 2022 are wrong");
        return 1;
    }
}
