#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/period.hpp>

int main() {
    using namespace xuanren;
    return *parse_date("2021年2月28日") + years(3) == civil_date(2024, 2, 28) ? 0 : 1;
}
