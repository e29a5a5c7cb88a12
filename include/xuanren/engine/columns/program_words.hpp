// include/xuanren/engine/columns/program_words.hpp
#pragma once

#include <xuanren/engine/columns/program_expressions.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What is asked of texts and of lists of them 文本条件: it is asked once for each distinct word.

namespace xuanren::detail {

inline std::optional<truth_ref> program_expressions::names(const node& n) {
    const node& list = *n.children[0];
    if (is_always_unknown(list) || rule_id_.empty()) return nodes_->open();
    if (list.kind != node_kind::fact) return refuse("names() 的列表不是事实", "names() of a list that is no fact");
    return names_in(places_->facts[list.fact_index].value);
}

/// Whether a condition asks of a single word alone whether it is, or holds, given others.
template <class IsWord>
[[nodiscard]] bool is_word_condition(const node& n, IsWord is_word) {
    const auto is_given = [](const node& c) {
        return c.kind == node_kind::literal && c.literal.as<std::shared_ptr<const std::string>>() != nullptr;
    };
    const auto all = [&n](auto is) { return std::all_of(n.children.begin(), n.children.end(), [&](const node_ptr& c) { return is(*c); }); };
    switch (n.kind) {
        case node_kind::conjunction:
        case node_kind::disjunction:
        case node_kind::negation: return all([&](const node& c) { return is_word_condition(c, is_word); });
        case node_kind::comparison:
            return (n.op == operator_kind::equal || n.op == operator_kind::not_equal) && all([&](const node& c) { return is_word(c) || is_given(c); });
        case node_kind::call: {
            constexpr std::string_view known[] = {"contains", "starts with", "ends with", "matches"};
            return n.function != nullptr && std::find(std::begin(known), std::end(known), n.function->name) != std::end(known) &&
                   is_word(*n.children[0]) && std::all_of(n.children.begin() + 1, n.children.end(), [&](const node_ptr& c) { return is_given(*c); });
        }
        default: return false;
    }
}

/// Conditions on single words of a column: `some`, `every` and `list contains` over its lists, or a
/// function of its texts. Nothing where it is none of these, or no column of words.
inline std::optional<truth_ref> program_expressions::words(const node& n) {
    const bool walks = n.kind == node_kind::some || n.kind == node_kind::every;
    const node& of = *n.children[0];
    if (of.kind != node_kind::fact || n.children.size() < 2) return std::nullopt;
    const std::uint32_t column = places_->facts[of.fact_index].value;
    if (column == no_ref) return std::nullopt;
    const bool is_list = schema_->columns[column].form == column_form::word_lists;
    const auto is_variable = [&n](const node& c) { return c.kind == node_kind::variable && c.index == n.index; };
    const auto is_fact = [&of](const node& c) { return c.kind == node_kind::fact && c.fact_index == of.fact_index; };
    const auto is_literal = [](const node& c) { return c.kind == node_kind::literal && c.literal.as<std::shared_ptr<const std::string>>() != nullptr; };
    const bool is_taken = walks     ? is_list && n.children.size() == 2 && is_word_condition(*n.children[1], is_variable)
                          : is_list ? n.kind == node_kind::call && n.function != nullptr && n.function->name == "list contains" && is_literal(*n.children[1])
                                    : is_words(schema_->columns[column].form) && n.kind == node_kind::call && is_word_condition(n, is_fact);
    const word_test test{&n, of.fact_index, n.kind == node_kind::every};
    // A pattern that is none has no answer for any word.
    if (!is_taken || answer_of(test, plan_->parts.facts->size(), is_list, "") == answer::null) return std::nullopt;
    std::vector<word_test>& tests = nodes_->program().word_tests;
    const auto at = std::find(tests.begin(), tests.end(), test);
    truth_node t;
    t.op = truth_op::some_word;
    t.a = column;
    t.index = static_cast<std::uint32_t>(at - tests.begin());
    if (at == tests.end()) tests.push_back(test);
    const truth_ref some = nodes_->add(std::move(t));
    return test.is_every ? negated(some) : some;
}

/// Whether the lists of a column name the rule that is being compiled.
inline truth_ref program_expressions::names_in(std::uint32_t column) {
    if (column == no_ref) return nodes_->open();
    std::vector<std::string>& rules = nodes_->program().named_rules;
    const auto at = std::find(rules.begin(), rules.end(), rule_id_);
    truth_node t;
    t.op = truth_op::names;
    t.a = column;
    t.index = static_cast<std::uint32_t>(at - rules.begin());
    if (at == rules.end()) rules.emplace_back(rule_id_);
    return nodes_->add(std::move(t));
}

}  // namespace xuanren::detail
