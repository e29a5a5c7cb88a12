// include/xuanren/engine/columns/program.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/engine/columns/column.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/text.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace xuanren::detail {

/// How many rows are judged at a time: enough that calling the loops costs little beside them, few enough
/// that what a rule reads stays near.
inline constexpr std::size_t block_rows = 2048;
inline constexpr std::size_t block_words = block_rows / 64;

/// One bit a row of a block.
struct alignas(64) row_bits {
    std::uint64_t word[block_words];
};

/// Kleene's truth of every row of a block 块内真值: yes, no, or neither bit set: unknown.
struct truth_bits {
    row_bits yes;
    row_bits no;
};

/// A truth of a program, or its negation: the node twice, plus one where it is negated.
using truth_ref = std::uint32_t;
[[nodiscard]] constexpr truth_ref negated(truth_ref r) noexcept { return r ^ 1U; }

using lane_ref = std::uint32_t;
inline constexpr std::uint32_t no_ref = std::numeric_limits<std::uint32_t>::max();

/// Integers that stand one a row; dates are packed, or plain day numbers.
enum class lane_type : std::uint8_t { i8, u8, i16, u16, i32, u32, i64 };

enum class lane_op : std::uint8_t {
    column,        ///< the column itself, at `column`; its upper bound at `most`
    constant,      ///< `k` in every row
    unknown,       ///< known in no row
    widen,         ///< a, as `type`
    rescaled,      ///< a times k, as i64
    if_known,      ///< a where it is known, else b
    month_end,     ///< a, the day of a month's last day being 31
    elapsed,       ///< whole months from a to b, which is a month_end
    add_months,    ///< a plus b months, or k where b is missing; never beyond its month
    add_days,      ///< a plus b days, or k where b is missing
    open_ended,    ///< from the date a to the day k; not known where a spans more than a year
    date_of_year,  ///< the day k (a packed date of the year 0) of the year a
    add,
    subtract,
    multiply,
    negate,
    greatest,      ///< the greater of a and b
    floor,         ///< of a number times 10^k
    ceiling,
    select,        ///< a where `test` is yes, b where no; where unknown both if they are equal
    pick,          ///< a where `test` is yes, else b
    table,         ///< look-up `index` of the program by a, b, c
    year,          ///< of a date
    month,
    day,
    working_days,  ///< from a to b; k is 1 where the first day counts
};

/// One column of values that the program reads or computes, block by block.
///
/// Where it is not `exact`, a row holds the bounds between which its value lies.
struct lane_node {
    lane_op op = lane_op::unknown;
    lane_type type = lane_type::i64;
    bool exact = true;
    bool known = false;          ///< in every row
    std::uint8_t scale = 0;      ///< of numbers: the value is the lane's times 10^-scale
    lane_ref a = no_ref, b = no_ref, c = no_ref;
    truth_ref test = no_ref;
    std::uint32_t column = no_ref, most = no_ref;
    std::uint32_t index = 0;
    std::int64_t k = 0;
    std::int64_t low = std::numeric_limits<std::int64_t>::min();   ///< no value lies below
    std::int64_t high = std::numeric_limits<std::int64_t>::max();  ///< no value lies above
};

enum class truth_op : std::uint8_t {
    constant,      ///< k: 1 yes, 0 no, 2 unknown
    column,        ///< a boolean column
    all,           ///< every one of `parts` (any is its negation over negations)
    select,        ///< b where a is yes, c where no; where unknown both if they are equal
    pick,          ///< b where a is yes, else c
    less,          ///< lanes a < b
    equal,         ///< lanes a = b
    less_k,        ///< lane a < k
    equal_k,       ///< lane a = k
    one_of,        ///< lane a is one of the constants of set `index`
    elapsed_less,  ///< fewer than k whole months from a to b, which is a month_end
    never,         ///< no wherever lane a is known
    known,         ///< whether lane a is known; never unknown
    known_truth,   ///< whether truth a is known
    version,       ///< whether version k of the timeline `index` is in force
    names,         ///< whether word list column a names, or covers, the rule `index`
    some_word,     ///< whether a word of column a, or of its list, passes the test `index`
};

struct truth_node {
    truth_op op = truth_op::constant;
    std::uint32_t uses = 0;      ///< by how many other nodes
    std::uint32_t a = no_ref, b = no_ref, c = no_ref;
    std::uint32_t index = 0;
    std::int64_t k = 0;
    std::vector<truth_ref> parts;
};

/// A table of the rulebook as one step sees it: each part with the days on which it is in force.
struct table_code {
    struct part {
        truth_ref in_force;
        std::vector<std::int32_t> answers;  ///< by position
        std::vector<std::uint8_t> found;
    };
    std::vector<part> parts;
    std::uint32_t sizes[3] = {1, 1, 1};  ///< how many members each key has
};

/// A condition on a fact alone that is a string or a list of them, tried once a word.
struct word_test {
    const node* condition = nullptr;     ///< of the rulebook
    std::size_t fact = 0;
    bool is_every = false;               ///< a word passes that breaks the condition
    friend bool operator==(const word_test&, const word_test&) = default;
};

/// Which version of a family is in force at a step.
struct timeline_code {
    struct version {
        truth_ref begun;   ///< no_ref: open
        truth_ref over;
    };
    std::vector<version> versions;
    truth_ref before = no_ref;   ///< before the first version known, where earlier texts are unknown
    lane_ref date = no_ref;
    bool is_timeless = false;
};

/// One elementary test of a rule, and the columns on its two sides.
struct test_code {
    const node* test = nullptr;          ///< of the rulebook
    bool is_negated = false;             ///< stands under an odd number of not()s
    truth_ref holds = no_ref;
    lane_ref value = no_ref;             ///< no_ref: a boolean, or no column
    lane_ref bound = no_ref;
    truth_ref exception = no_ref;        ///< the exception that asks it; no_ref: the rule itself does
};

/// One rule as the columns judge it.
struct rule_code {
    std::uint32_t rule = 0;              ///< of the rulebook's plan
    step stage = step::discussion;
    xuanren::force force = xuanren::force::must;
    bool is_open = false;                ///< judgement alone
    bool is_void = false;
    bool is_latest = false;              ///< stands for its family where no decision date is known
    bool is_by_row = false;              ///< judged by the row evaluator
    bool is_guarded = false;             ///< holds only while guarded columns keep within bounds
    bool beyond_stage = false;           ///< the review does not come as far
    std::string loosened_by;
    std::uint32_t family = no_ref;
    truth_ref in_force = no_ref;         ///< no_ref: always
    truth_ref in_force_at_discussion = no_ref;  ///< where its own step is still to come
    bool may_lack_value = false;         ///< a comparison in it may have no value: it then failed
    truth_ref left_to_rows = no_ref;     ///< where it is, what it asks has no value: such rows are judged singly
    truth_ref scope = no_ref;            ///< no_ref: whatever the case
    truth_ref outer = no_ref, inner = no_ref;  ///< the two parts of the scope, asked one after the other
    truth_ref requirement = no_ref;
    truth_ref band = no_ref;
    truth_ref excepted = no_ref;
    truth_ref loosening = no_ref;
    truth_ref not_yet = no_ref;          ///< its stage still to come
    truth_ref at_not_yet = no_ref;       ///< its step still to come
    truth_ref at_done = no_ref;          ///< its step on record; no_ref: always
    std::uint32_t version = no_ref;      ///< its place among column_program::version_count; no_ref: its family has but one
    std::vector<test_code> tests;        ///< of scope, requirement, band and exceptions, in this order
    std::size_t scope_tests = 0;         ///< how many of them are the scope's
    bool is_duty = false;
    truth_ref due_known = no_ref;
    truth_ref due_passed = no_ref;       ///< no_ref: no review date, so never
    bool has_met = false;
    truth_ref met_none = no_ref;         ///< it has no day
    truth_ref met_before = no_ref;       ///< the day is not after the review date; no_ref: no such date
    truth_ref in_time = no_ref;
};

/// Two versions of a family that do not ask the same 版本之间的差别.
struct version_change {
    std::uint32_t earlier = 0, later = 0;
    std::uint32_t first = 0, last = 0;   ///< the family's versions, of which these are two
    std::vector<std::uint32_t> unlike;   ///< rules of either for which the other has none that asks the same
};

/// A rulebook as a flat program over columns 列式程序.
struct column_program {
    std::vector<lane_node> lanes;
    std::vector<truth_node> truths;
    std::vector<table_code> tables;
    std::vector<timeline_code> timelines;
    std::vector<std::vector<std::int64_t>> sets;
    std::vector<std::string> named_rules;
    std::vector<word_test> word_tests;
    std::vector<std::uint32_t> word_enums;      ///< of column: what its words mean, see schema
    std::vector<std::pair<lane_ref, std::int64_t>> guards;  ///< lanes that must keep within +-bound
    std::vector<std::pair<std::uint32_t, truth_ref>> valueless;  ///< truth nodes, and where they have no value
    std::vector<rule_code> rules;
    truth_ref dated = no_ref;                   ///< a decision date is known; no_ref: never
    truth_ref decided = no_ref;                 ///< the discussion is on record; no_ref: always
    truth_ref for_people = no_ref;              ///< a question for people beside the rules: see program_rules
    std::uint32_t version_count = 0;            ///< of the families that have several
    std::vector<version_change> changes;
    truth_ref by_reference = no_ref;
    const working_calendar* calendar = nullptr;
};

}  // namespace xuanren::detail
