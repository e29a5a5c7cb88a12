// include/xuanren/calendar/boost.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

namespace xuanren {

/// The same day as a Boost date.
///
/// Requires: known to the day.  Errors: invalid_value for a year outside Boost's 1400 to 9999.
[[nodiscard]] inline boost::gregorian::date to_boost(const civil_date& date) {
    if (date.year() < 1400 || date.year() > 9999)
        throw invalid_value("Boost dates run from 1400 to 9999");
    using boost::gregorian::greg_day, boost::gregorian::greg_month, boost::gregorian::greg_year;
    return {greg_year(static_cast<unsigned short>(date.year())),
            greg_month(static_cast<unsigned short>(date.month())),
            greg_day(static_cast<unsigned short>(date.day()))};
}

/// The same day as a civil_date.
///
/// Errors: invalid_value for not_a_date_time, pos_infin and neg_infin; a default Boost date is one.
[[nodiscard]] inline civil_date from_boost(const boost::gregorian::date& date) {
    if (date.is_special()) throw invalid_value("a special Boost date is no day");
    const auto parts = date.year_month_day();
    return {int{parts.year}, static_cast<int>(parts.month.as_number()), int{parts.day}};
}

}  // namespace xuanren
