#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/interval.hpp>
#include <xuanren/engine/value.hpp>
#include <xuanren/problem.hpp>
#include <xuanren/text.hpp>

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::python {

namespace nb = nanobind;

/// A class or function of one of Python's modules, looked up once and kept for good.
[[nodiscard]] nb::handle imported(const char* module, const char* name);

// To Python. Texts are pairs (zh, en), of which xuanren._values makes its own; what is not known is None.
[[nodiscard]] nb::object to_python(std::string_view text);
[[nodiscard]] nb::object to_python(const text& both);
[[nodiscard]] nb::object to_python(const std::vector<std::string>& words);
/// A datetime.date, by year, month and day; one that is not known to the day is its ISO text, "2019-05".
[[nodiscard]] nb::object to_python(const civil_date& date);
[[nodiscard]] nb::object to_python(const std::optional<civil_date>& date);
[[nodiscard]] nb::object to_python(const std::optional<interval<civil_date>>& dates);
/// A value as a callable sees it: bool, int, Decimal, str (words of enumerations too), date, Months, Days,
/// list, dict; None where it is unknown or null.
[[nodiscard]] nb::object value_to_python(const value& v);

/// None, NaN, NaT and NA: what says that there is no value.
[[nodiscard]] bool is_missing(nb::handle object);

/// A day given as an argument, a datetime.date or its ISO text; empty for None.
/// Errors: TypeError that names the argument: of datetimes with a zone or a time of day too; ReadError for
/// a text that is no day.
[[nodiscard]] std::optional<civil_date> day_argument(nb::handle given, const char* argument);

/// A text given as an argument.  Errors: TypeError that names the argument.
[[nodiscard]] std::string text_argument(nb::handle given, const char* argument);

/// JSON of plain Python values: dict, list, tuple, str, bool, numbers, dates, Months, Days, None. Keys
/// whose value is NaN, NaT or NA are left out; None is JSON's null.
/// Errors: TypeError that names the argument and the place in it.
[[nodiscard]] std::string json_argument(nb::handle given, const char* argument);

/// Raises xuanren.ReadError.
[[noreturn]] void refuse(const std::vector<problem>& problems);
[[noreturn]] void refuse_type(const std::string& message);

/// The value, or ReadError.
template <class T>
[[nodiscard]] T value_or_refuse(result<T> made) {
    if (!made) refuse(made.problems());
    return std::move(made).value();
}

}  // namespace xuanren::python
