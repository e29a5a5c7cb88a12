// include/xuanren/engine/expression.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/type.hpp>
#include <xuanren/engine/value.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace xuanren {

enum class node_kind : std::uint8_t {
    literal,        ///< `literal`
    fact,           ///< the fact at `fact_index`
    variable,       ///< a name bound by for, some, every or a filter; its slot is `index`
    conjunction,    ///< all children
    disjunction,    ///< any child
    negation,
    comparison,     ///< children: left, right; operator in `op`
    between,        ///< children: value, low, high
    membership,     ///< `in`; children: value, then the tests
    arithmetic,     ///< operator in `op`; negate has one child
    conditional,    ///< children: condition, then, else
    for_each,       ///< children: lists, then the body; variable slots from `index` on
    some,           ///< children: lists, then the condition
    every,
    filter,         ///< children: list, condition or position; the item's slot is `index`
    path,           ///< children: record; field in `index`, or -1 where `name` tells it
    list,           ///< children: items
    range,          ///< children: low, high; with an operator in `op`, (< 10), the bound alone
    call,           ///< children: arguments; the function in `function`
    table,          ///< table.NAME(key, ... [, on]); name in `name`, how many keys in `index`
    elapsed,        ///< elapsed(date): months from it to the reference date
    names,          ///< names(list): whether an entry names the rule being set aside
};

enum class operator_kind : std::uint8_t {
    none, equal, not_equal, less, less_equal, greater, greater_equal,
    add, subtract, multiply, divide, power, negate,
};

/// One node of a parsed, typed expression 表达式节点; immutable and shared.
struct node {
    // What evaluation looks at comes first, so that one cache line holds it.
    node_kind kind;
    operator_kind op = operator_kind::none;
    bool low_included = true;      ///< of a range
    bool high_included = true;
    int index = 0;                 ///< variable slot, field position
    std::size_t fact_index = 0;
    const struct builtin* function = nullptr;
    std::vector<std::shared_ptr<const node>> children;
    value literal;
    type value_type;
    std::string name;              ///< variable, field or table name, for writing back
    int column = 0;                ///< where it stands in its source, from 1
};

using node_ptr = std::shared_ptr<const node>;

}  // namespace xuanren
