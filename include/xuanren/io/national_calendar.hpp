// include/xuanren/io/national_calendar.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>

namespace xuanren {

/// The working days of the State Council's notices that the library was built with 内置工作日历.
///
/// The same as read_calendar() gives for rules/calendar/working-days.json. Needs the compiled
/// library (xuanren::xuanren).
[[nodiscard]] const working_calendar& national_calendar();

}  // namespace xuanren
