// include/xuanren/engine/feel_cursor.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/feel_lexer.hpp>
#include <xuanren/engine/feel_nodes.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Ends the parsing of one text; it never leaves parse_feel.
struct syntax_error {
    problem what;
};

/// A name bound by for, some, every or a filter.
struct binding {
    std::string name;
    type value_type;
    bool is_item = false;  ///< its fields may be named alone
};

/// Where the parser stands in its tokens, what is bound there, and how deep it is.
class token_cursor {
public:
    token_cursor(std::vector<token> tokens, bool is_strict)
        : tokens_(std::move(tokens)), maker_(is_strict) {}

    [[nodiscard]] node_maker& maker() noexcept { return maker_; }

protected:
    /// Bounds the nesting of what recurs, so that no text exhausts the stack.
    class nesting {
    public:
        explicit nesting(token_cursor& at) : at_(at) {
            constexpr int deepest = 200;
            if (++at_.depth_ > deepest) {
                --at_.depth_;
                at_.fail("XR-FEEL-006", {}, {"嵌套不超过200层", "at most 200 levels"},
                         {"嵌套过深", "nested too deeply"});
            }
        }
        ~nesting() { --at_.depth_; }
        nesting(const nesting&) = delete;
        nesting& operator=(const nesting&) = delete;

    private:
        token_cursor& at_;
    };

    /// Inside parentheses or brackets a `[` no longer ends an outer range.
    class within_brackets {
    public:
        explicit within_brackets(token_cursor& at) : at_(at), was_(at.bracket_may_end_) {
            at_.bracket_may_end_ = false;
        }
        ~within_brackets() { at_.bracket_may_end_ = was_; }
        within_brackets(const within_brackets&) = delete;
        within_brackets& operator=(const within_brackets&) = delete;

    private:
        token_cursor& at_;
        bool was_;
    };

    /// At the upper bound of a range a `[` may end it: [1..10[.
    class at_upper_bound {
    public:
        explicit at_upper_bound(token_cursor& at) : at_(at), was_(at.bracket_may_end_) {
            at_.bracket_may_end_ = true;
        }
        ~at_upper_bound() { at_.bracket_may_end_ = was_; }
        at_upper_bound(const at_upper_bound&) = delete;
        at_upper_bound& operator=(const at_upper_bound&) = delete;

    private:
        token_cursor& at_;
        bool was_;
    };

    [[nodiscard]] const token& here() const { return tokens_[position_]; }
    [[nodiscard]] const token& ahead(std::size_t n) const {
        return tokens_[std::min(position_ + n, tokens_.size() - 1)];
    }
    [[nodiscard]] bool at_end() const { return here().kind == token_kind::end; }
    void advance(std::size_t n = 1) { position_ = std::min(position_ + n, tokens_.size() - 1); }

    [[nodiscard]] static bool is_symbol(const token& t, std::string_view s) {
        return t.kind == token_kind::symbol && t.text == s;
    }
    [[nodiscard]] bool is_symbol(std::string_view s) const { return is_symbol(here(), s); }
    [[nodiscard]] bool is_word(std::string_view s) const {
        return here().kind == token_kind::name && here().text == s;
    }
    bool take_symbol(std::string_view s) {
        if (!is_symbol(s)) return false;
        advance();
        return true;
    }
    bool take_word(std::string_view s) {
        if (!is_word(s)) return false;
        advance();
        return true;
    }
    void expect_symbol(std::string_view s) {
        if (!take_symbol(s))
            fail_expected({"“" + std::string(s) + "”", "\"" + std::string(s) + "\""});
    }
    void expect_word(std::string_view s) {
        if (!take_word(s))
            fail_expected({"“" + std::string(s) + "”", "\"" + std::string(s) + "\""});
    }

    [[nodiscard]] operator_kind comparison_operator() const {
        static constexpr std::pair<std::string_view, operator_kind> signs[] = {
            {"=", operator_kind::equal},   {"!=", operator_kind::not_equal},
            {"<", operator_kind::less},    {"<=", operator_kind::less_equal},
            {">", operator_kind::greater}, {">=", operator_kind::greater_equal}};
        for (const auto& [sign, op] : signs)
            if (is_symbol(sign)) return op;
        return operator_kind::none;
    }

    /// Whether the `[` here ends a range rather than begins a filter.
    [[nodiscard]] bool ends_range() const {
        if (!bracket_may_end_) return false;
        const token& next = ahead(1);
        switch (next.kind) {
            case token_kind::end:
                return true;
            case token_kind::name:
                for (const std::string_view word : {"and", "or", "then", "else", "in", "between",
                                                    "return", "satisfies", "instance"})
                    if (next.text == word) return true;
                return false;
            case token_kind::symbol:
                return next.text != "(" && next.text != "[" && next.text != "-";
            default:
                return false;
        }
    }

    [[noreturn]] void fail(const char* code, std::string found, text expected, text message) const {
        throw syntax_error{feel_problem(code, here().column, std::move(found), std::move(expected),
                                        std::move(message))};
    }
    [[noreturn]] void fail_expected(text expected) const {
        const std::string found = here().text;
        const text is =
            at_end() ? text{"表达式结尾", "the end"} : text{"“" + found + "”", "\"" + found + "\""};
        const text message = {"应为" + expected.zh + "，而是" + is.zh,
                              "expected " + expected.en + ", found " + is.en};
        fail("XR-FEEL-005", found, std::move(expected), message);
    }
    [[noreturn]] void fail_left_out(const std::string& what) const {
        fail("XR-FEEL-015", what, {"规则语言所含的写法", "what this dialect of FEEL has"},
             {"不支持“" + what + "”：不含时刻、上下文、自定义函数和类型判断",
              "\"" + what +
                  "\" is left out: there is no time of day, context, function definition, "
                  "instance of or clock"});
    }
    [[noreturn]] void fail_not_a_function(const node& n) const {
        fail("XR-FEEL-005", "(", {"运算符", "an operator"},
             {"第" + std::to_string(n.column) + "列的值不是函数，不能调用",
              "what stands at column " + std::to_string(n.column) + " is no function"});
    }

    /// Counts a further operator of one chain, a + b + c: each is a level of the tree.
    void count_step() {
        constexpr int most = 1000;
        if (++steps_ > most)
            fail("XR-FEEL-006", {}, {"不超过1000个连续运算", "at most 1000 chained operators"},
                 {"连续运算过多", "too many chained operators"});
    }

    [[nodiscard]] std::size_t scope_size() const noexcept { return bindings_.size(); }
    [[nodiscard]] std::size_t next_slot() const noexcept { return bindings_.size(); }
    [[nodiscard]] const std::vector<binding>& bindings() const noexcept { return bindings_; }
    void bind(binding b) {
        constexpr std::size_t most = 64;
        if (bindings_.size() >= most)
            fail("XR-FEEL-006", b.name, {"不超过64个变量", "at most 64 variables"},
                 {"变量过多", "too many variables are bound"});
        bindings_.push_back(std::move(b));
    }
    void leave_scope(std::size_t size) { bindings_.resize(size); }

private:
    std::vector<token> tokens_;
    std::size_t position_ = 0;
    int depth_ = 0;
    int steps_ = 0;
    bool bracket_may_end_ = false;
    std::vector<binding> bindings_;
    node_maker maker_;
};

}  // namespace xuanren::detail
