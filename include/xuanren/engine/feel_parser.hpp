// include/xuanren/engine/feel_parser.hpp
#pragma once

#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/feel_lexer.hpp>
#include <xuanren/engine/feel_nodes.hpp>
#include <xuanren/engine/feel_primary.hpp>

#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// The grammar of FEEL by recursive descent; every rule returns a typed node.
class feel_parser final : public primary_parser {
public:
    using primary_parser::primary_parser;

    [[nodiscard]] node_ptr run() {
        node_ptr parsed = expression();
        if (!at_end()) fail_expected({"运算符或者结尾", "an operator or the end"});
        return parsed;
    }

private:
    node_ptr expression() override {
        const nesting inside(*this);
        const int column = here().column;
        if (is_word("if")) return conditional(column);
        if (is_word("for")) return loop(node_kind::for_each, column);
        if (is_word("some") || is_word("every"))
            return loop(is_word("some") ? node_kind::some : node_kind::every, column);
        return disjunction();
    }

    node_ptr conditional(int column) {
        advance();
        node_ptr condition = expression();
        expect_word("then");
        node_ptr yes = expression();
        expect_word("else");
        node_ptr no = expression();
        return maker().conditional(std::move(condition), std::move(yes), std::move(no), column);
    }

    node_ptr loop(node_kind kind, int column) {
        advance();
        const std::size_t outer = scope_size();
        const std::size_t first = next_slot();
        std::vector<node_ptr> parts;
        do {
            binding bound = take_new_name();
            expect_word("in");
            node_ptr domain = expression();
            if (is_symbol("..")) {
                advance();
                node_ptr high = expression();
                const int at = domain->column;
                domain = maker().range(std::move(domain), std::move(high), true, true, at);
            }
            bound.value_type = maker().member_of(*domain);
            bind(std::move(bound));
            parts.push_back(std::move(domain));
        } while (take_symbol(","));
        const bool is_for = kind == node_kind::for_each;
        if (is_for) {
            binding results;
            results.name = "partial";
            results.value_type = types::list_of(types::any);
            bind(std::move(results));
        }
        expect_word(is_for ? "return" : "satisfies");
        const std::size_t uses = partial_uses();
        node_ptr body = expression();
        const bool uses_partial = is_for && partial_uses() != uses;
        leave_scope(outer);
        if (!is_for) maker().expect(*body, types::boolean);
        type result = is_for ? types::list_of(body->value_type) : types::boolean;
        parts.push_back(std::move(body));
        auto made = node_maker::make(kind, column, std::move(result), std::move(parts));
        made->index = static_cast<int>(first);
        if (uses_partial) made->name = "partial";
        return made;
    }

    node_ptr disjunction() {
        std::vector<node_ptr> parts{conjunction()};
        while (take_word("or")) parts.push_back(conjunction());
        if (parts.size() == 1) return std::move(parts[0]);
        return maker().junction(node_kind::disjunction, std::move(parts));
    }

    node_ptr conjunction() {
        std::vector<node_ptr> parts{comparison()};
        while (take_word("and")) parts.push_back(comparison());
        if (parts.size() == 1) return std::move(parts[0]);
        return maker().junction(node_kind::conjunction, std::move(parts));
    }

    node_ptr comparison() {
        node_ptr left = sum();
        for (int steps = 0;; ++steps) {
            if (steps > 0) count_step();
            const int column = left->column;
            if (const operator_kind op = comparison_operator(); op != operator_kind::none) {
                advance();
                node_ptr right = sum();
                left = maker().comparison(op, std::move(left), std::move(right), column);
            } else if (take_word("between")) {
                node_ptr low = sum();
                expect_word("and");
                node_ptr high = sum();
                left = maker().between(std::move(left), std::move(low), std::move(high), column);
            } else if (take_word("in")) {
                std::vector<node_ptr> parts{std::move(left)};
                tests(parts);
                left = maker().membership(std::move(parts), column);
            } else if (is_word("instance")) {
                fail_left_out("instance of");
            } else {
                return left;
            }
        }
    }

    /// The right side of `in`: one test, or several in parentheses.
    void tests(std::vector<node_ptr>& parts) {
        if (!is_symbol("(")) return parts.push_back(test(false));
        const int column = here().column;
        advance();
        const within_brackets inside(*this);
        node_ptr first = test(true);
        const bool is_test = first->kind == node_kind::range && first->children.size() == 1;
        if (is_symbol("..")) {
            node_ptr range = range_from(std::move(first), false, column);
            return parts.push_back(rest_of_sum(std::move(range)));
        }
        if (is_symbol(",")) {
            parts.push_back(std::move(first));
            while (take_symbol(",")) parts.push_back(test(true));
            expect_symbol(")");
            return;
        }
        expect_symbol(")");
        // `in (a) + b`: the parentheses belonged to an expression
        parts.push_back(is_test ? std::move(first) : rest_of_sum(std::move(first)));
    }

    node_ptr test(bool in_parentheses) {
        const operator_kind op = comparison_operator();
        if (op == operator_kind::none) return in_parentheses ? expression() : sum();
        const int column = here().column;
        advance();
        node_ptr bound = sum();
        return maker().unary_test(op, std::move(bound), column);
    }

    node_ptr sum() { return sum_of(product()); }
    node_ptr rest_of_sum(node_ptr first) {
        return sum_of(product_of(power_of(postfix_of(std::move(first)))));
    }

    node_ptr sum_of(node_ptr left) {
        for (int steps = 0; is_symbol("+") || is_symbol("-"); ++steps) {
            if (steps > 0) count_step();
            const operator_kind op = is_symbol("+") ? operator_kind::add : operator_kind::subtract;
            advance();
            node_ptr right = product();
            const int column = left->column;
            left = maker().arithmetic(op, std::move(left), std::move(right), column);
        }
        return left;
    }

    node_ptr product() { return product_of(power()); }

    node_ptr product_of(node_ptr left) {
        for (int steps = 0; is_symbol("*") || is_symbol("/"); ++steps) {
            if (steps > 0) count_step();
            const operator_kind op =
                is_symbol("*") ? operator_kind::multiply : operator_kind::divide;
            advance();
            node_ptr right = power();
            const int column = left->column;
            left = maker().arithmetic(op, std::move(left), std::move(right), column);
        }
        return left;
    }

    node_ptr power() { return power_of(unary()); }

    node_ptr power_of(node_ptr left) {
        for (int steps = 0; is_symbol("**"); ++steps) {
            if (steps > 0) count_step();
            advance();
            node_ptr right = unary();
            const int column = left->column;
            left =
                maker().arithmetic(operator_kind::power, std::move(left), std::move(right), column);
        }
        return left;
    }

    node_ptr unary() override {
        if (!is_symbol("-")) return postfix_of(primary());
        const nesting inside(*this);
        const int column = here().column;
        advance();
        return maker().minus(unary(), column);
    }

    node_ptr postfix_of(node_ptr from) {
        for (int steps = 0;; ++steps) {
            if (steps > 0) count_step();
            if (is_symbol("[") && !ends_range()) {
                from = filter(std::move(from));
            } else if (is_symbol(".")) {
                from = path(std::move(from));
            } else if (is_symbol("(")) {
                fail_not_a_function(*from);
            } else {
                return from;
            }
        }
    }

    node_ptr filter(node_ptr from) {
        advance();
        const within_brackets inside(*this);
        const std::size_t outer = scope_size();
        const std::size_t slot = next_slot();
        binding item;
        item.name = "item";
        item.is_item = true;
        const bool is_list = from->value_type.kind == type_kind::list;
        if (maker().is_strict()) maker().expect(*from, types::list_of(types::any));
        item.value_type = is_list ? element_of(from->value_type) : from->value_type;
        type element = item.value_type;
        bind(std::move(item));
        node_ptr condition = expression();
        leave_scope(outer);
        expect_symbol("]");
        const bool is_position = condition->value_type.kind == type_kind::number;
        if (!is_position) maker().expect(*condition, types::boolean);
        // What is not known to be a condition may turn out to be a position.
        type result = is_position                                        ? element
                      : condition->value_type.kind == type_kind::boolean ? types::list_of(element)
                                                                         : types::any;
        const int column = from->column;
        auto made = node_maker::make(node_kind::filter, column, std::move(result),
                                     {std::move(from), std::move(condition)});
        made->index = static_cast<int>(slot);
        return made;
    }
};

}  // namespace xuanren::detail

namespace xuanren {

namespace detail {

/// The parsed node, and what was found ill-typed or misnamed on the way.
struct parse_outcome {
    node_ptr parsed;
    std::vector<problem> problems;
};

[[nodiscard]] inline parse_outcome run_parser(std::string_view text, const vocabulary& words,
                                              bool is_strict, const type& expected) {
    constexpr std::size_t longest = 200'000;
    if (text.size() > longest)
        return {nullptr,
                {feel_problem("XR-FEEL-006", 1, {}, {"不超过20万字节", "at most 200,000 bytes"},
                              {"表达式过长", "the expression is too long"})}};
    result<std::vector<token>> tokens = lexer(text).run();
    if (!tokens) return {nullptr, tokens.problems()};
    feel_parser parser(*std::move(tokens), words, is_strict);
    try {
        node_ptr parsed = parser.run();
        parser.maker().expect(*parsed, expected, "XR-FEEL-024");
        return {std::move(parsed), std::move(parser.maker().problems())};
    } catch (syntax_error& e) {
        // What was noted before is part of the same text, so all is told.
        std::vector<problem> all = std::move(parser.maker().problems());
        all.push_back(std::move(e.what));
        return {nullptr, std::move(all)};
    }
}

}  // namespace detail

XUANREN_INLINE result<node_ptr> parse_feel(std::string_view text, const vocabulary& words,
                                   const type& expected) {
    detail::parse_outcome outcome = detail::run_parser(text, words, true, expected);
    if (!outcome.problems.empty()) return std::move(outcome.problems);
    return std::move(outcome.parsed);
}

XUANREN_INLINE result<node_ptr> parse_feel_leniently(std::string_view text, const vocabulary& words) {
    detail::parse_outcome outcome = detail::run_parser(text, words, false, types::any);
    if (!outcome.problems.empty()) return std::move(outcome.problems);
    return std::move(outcome.parsed);
}

}  // namespace xuanren
