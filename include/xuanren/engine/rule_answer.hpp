// include/xuanren/engine/rule_answer.hpp
#pragma once

#include <xuanren/engine/truth.hpp>
#include <xuanren/engine/value.hpp>
#include <xuanren/engine/verdict.hpp>

#include <optional>
#include <string>

namespace xuanren {

struct planned_exception;

/// The bare answer of one rule, before anything is told of it.
struct rule_answer {
    xuanren::status status = status::undetermined;
    truth scope = truth::unknown;
    truth requirement = truth::unknown;
    truth band = truth::no;
    truth excepted = truth::no;
    const planned_exception* set_aside_by = nullptr;
    bool departed = false;
    bool loosened = false;                  ///< set aside by a lower instrument
    const recorded_judgement* attested = nullptr;  ///< the one that decides
    std::optional<bool> attested_holds;
    bool owed = false;                      ///< it may be met later, and the day is known by which
    bool overdue = false;                   ///< that day passed without it, or it was met after it
    bool past_due = false;                  ///< that day has passed by the review
    bool done = false;                      ///< it was met, in time or late
    value due;
    value met;                              ///< the day on which it was
    std::string failure;                    ///< what was thrown
};

}  // namespace xuanren
