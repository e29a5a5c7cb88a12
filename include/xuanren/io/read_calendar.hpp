// include/xuanren/io/read_calendar.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/compiled.hpp>
#include <xuanren/problem.hpp>

#include <string>
#include <string_view>

namespace xuanren {

/// Reads holiday notices from JSON 读取放假安排; rules/calendar/README.md describes the format.
///
/// Errors: every problem of the document: XR-CAL-001 not JSON, 002 a key twice, 003 a value that
/// is lacking or of another kind, 004 an unknown key, XR-DATE for a date, and what
/// working_calendar::make() says of the notices.
[[nodiscard]] XUANREN_INLINE result<working_calendar> read_calendar(std::string_view json,
                                                                    std::string file = {});

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/io/calendar_reader.hpp>
#endif
