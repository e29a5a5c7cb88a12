// include/xuanren/check/slate.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/truth.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

/// One kind of seat at one organisation, as findings name it.
struct slate_seat {
    std::string organisation;  ///< id
    std::string name;          ///< of the organisation; empty where not on file
    std::string seat;          ///< county_deputy/deputy

    friend bool operator==(const slate_seat&, const slate_seat&) = default;
};

/// One appointment, and the day on which it takes effect.
struct slate_member {
    std::uint32_t appointment = 0;
    std::optional<civil_date> effective;  ///< as written; empty: not on file
};

/// One appointment waits for another: the seat that it fills is free only once the other has left.
struct slate_tie {
    std::uint32_t first = 0;  ///< leaves the seat
    std::uint32_t second = 0;
    slate_seat at;

    friend bool operator==(const slate_tie&, const slate_tie&) = default;
};

/// Seats that do not suffice, whatever the order 职数不足.
struct slate_shortage {
    slate_seat at;
    std::int64_t lacking = 0;                 ///< how many find no seat
    std::vector<std::uint32_t> appointments;  ///< that are to take a seat of the kind
};

/// Appointments decided on one day that depend on one another 成批任免: one takes the seat that
/// another leaves, or several want the same seats.
///
/// Appointments are named by their place in the dossier.
struct slate {
    std::optional<civil_date> decided;  ///< as written; empty: not on file
    std::vector<slate_member> appointments;  ///< by the day on which they take effect
    /// Whether an order exists in which each step finds its seat free; unknown where that hangs on
    /// who may sit there, or on a number that is not on file.
    truth exists = truth::unknown;
    /// Such an order; those of one step wait for each other in a circle and have to take effect on
    /// the same day. Empty where there is none. Of an unknown one: if nobody sits there who only may.
    std::vector<std::vector<std::uint32_t>> steps;
    std::vector<slate_tie> ties;
    std::vector<slate_shortage> shortages;
    /// Whether each takes effect, by its recorded day, when its seat is free.
    truth kept = truth::unknown;
    /// Those that take effect before the seat that they want has been left.
    std::vector<slate_tie> too_early;
};

}  // namespace xuanren
