// include/xuanren/engine/feel_primary.hpp
#pragma once

#include <xuanren/engine/builtins.hpp>
#include <xuanren/engine/feel_cursor.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/feel_names.hpp>
#include <xuanren/engine/vocabulary.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// What an expression is made of: literals, names, calls, lists, ranges, parentheses and paths.
class primary_parser : public token_cursor {
public:
    primary_parser(std::vector<token> tokens, const vocabulary& words, bool is_strict)
        : token_cursor(std::move(tokens), is_strict), words_(words) {}

protected:
    ~primary_parser() = default;

    virtual node_ptr expression() = 0;
    virtual node_ptr unary() = 0;

    node_ptr primary() {
        const token& t = here();
        const int column = t.column;
        switch (t.kind) {
            case token_kind::number:
                return number_literal(column);
            case token_kind::string: {
                node_ptr made = node_maker::literal(value(t.text), types::string, column);
                advance();
                return made;
            }
            case token_kind::at_string: {
                if (is_time_of_day(t.text)) fail_left_out("@\"" + t.text + "\"");
                node_ptr made = at_literal(t.text, column);
                advance();
                return made;
            }
            case token_kind::symbol:
                if (t.text == "(") return parenthesis(column);
                if (t.text == "[" || t.text == "]") return bracket(column);
                if (t.text == "{") fail_left_out("{ }");
                break;
            case token_kind::name:
                return name(column);
            case token_kind::end:
                break;
        }
        fail_expected({"表达式", "an expression"});
    }

    /// `low .. high` and its closing bracket; the cursor stands at the dots.
    node_ptr range_from(node_ptr low, bool low_included, int column) {
        advance();
        node_ptr high;
        {
            const at_upper_bound inside(*this);
            high = expression();
        }
        const bool high_included = is_symbol("]");
        if (!high_included && !is_symbol(")") && !is_symbol("["))
            fail_expected({"“]”、“)”或者“[”", "\"]\", \")\" or \"[\""});
        advance();
        return maker().range(std::move(low), std::move(high), low_included, high_included, column);
    }

    /// `.name` after a value.
    node_ptr path(node_ptr from) {
        advance();
        if (here().kind != token_kind::name) fail_expected({"名称", "a name"});
        const int column = from->column;
        const type& of = from->value_type;
        const type inner = of.kind == type_kind::list ? element_of(of) : of;
        std::string word = here().text;
        if (inner.kind == type_kind::record) {
            const std::size_t count = longest(
                [&](const std::string& joined) { return inner.fields->index_of(joined) >= 0; },
                word);
            if (count == 0) return unknown_field(*from, inner);
            advance(count);
            return field(std::move(from), inner, inner.fields->index_of(word), column);
        }
        const std::size_t count = longest(
            [&](const std::string& joined) { return find_property(joined).has_value(); }, word);
        const std::optional<property> asked = find_property(word);
        type result = types::any;
        if (maker().is_strict() && inner.kind != type_kind::any) {
            result = asked ? type_of_property(inner, *asked) : types::null;
            if (result.kind == type_kind::null) return unknown_property(*from);
        }
        advance(std::max<std::size_t>(count, 1));
        if (of.kind == type_kind::list) result = types::list_of(std::move(result));
        auto made = node_maker::make(node_kind::path, column, std::move(result), {std::move(from)});
        made->name = word;
        made->index = -1;
        return made;
    }

    /// The name that `for` or `some` binds: all words up to `in`.
    binding take_new_name() {
        binding made;
        while (here().kind == token_kind::name && !is_word("in")) {
            if (!made.name.empty() && here().spaced) made.name += " ";
            made.name += here().text;
            advance();
        }
        if (made.name.empty()) fail_expected({"变量名", "a variable's name"});
        return made;
    }

    /// How often `partial` has been named so far.
    [[nodiscard]] std::size_t partial_uses() const noexcept { return partial_uses_; }

private:
    /// "10:00:00" or "2024-05-01T10:00:00".
    [[nodiscard]] static bool is_time_of_day(std::string_view s) {
        return !s.empty() && s[0] >= '0' && s[0] <= '9' && s.find(':') != std::string_view::npos;
    }

    node_ptr number_literal(int column) {
        const std::optional<number> n = number::parse(here().text);
        if (!n)
            fail("XR-FEEL-027", here().text,
                 {"指数在正负6144之内的数", "a number of exponent within 6144"},
                 {"数“" + here().text + "”超出范围",
                  "number \"" + here().text + "\" is out of range"});
        advance();
        return node_maker::literal(*n, types::number, column);
    }

    /// @"..." or the argument of date("...") and duration("...").
    node_ptr at_literal(const std::string& s, int column) {
        if (const std::optional<civil_date> d = parse_feel_date(s))
            return node_maker::literal(value(*d), types::date, column);
        if (const std::optional<value> d = parse_feel_duration(s))
            return node_maker::literal(*d, type_of(*d), column);
        if (maker().is_strict())
            maker().report(
                "XR-FEEL-027", column, s,
                {"日期“2024-05-01”、年月“P2Y6M”或者天数“P10D”",
                 "a date \"2024-05-01\", months \"P2Y6M\" or days \"P10D\""},
                {"“" + s + "”不是日期，也不是期间（月与日不混写）",
                 "\"" + s + "\" is neither a date nor a duration (months and days are not mixed)"});
        return node_maker::nothing(column);
    }

    node_ptr parenthesis(int column) {
        advance();
        const within_brackets inside(*this);
        if (const operator_kind op = comparison_operator(); op != operator_kind::none) {
            advance();
            node_ptr bound = expression();
            expect_symbol(")");
            return maker().unary_test(op, std::move(bound), column);
        }
        node_ptr first = expression();
        if (is_symbol("..")) return range_from(std::move(first), false, column);
        expect_symbol(")");
        return first;
    }

    node_ptr bracket(int column) {
        const bool is_open_range = is_symbol("]");
        advance();
        const within_brackets inside(*this);
        if (is_open_range) {
            node_ptr low = expression();
            if (!is_symbol("..")) fail_expected({"“..”", "\"..\""});
            return range_from(std::move(low), false, column);
        }
        std::vector<node_ptr> items;
        if (take_symbol("]")) return maker().list(std::move(items), column);
        items.push_back(expression());
        if (is_symbol("..")) return range_from(std::move(items[0]), true, column);
        while (take_symbol(",")) items.push_back(expression());
        expect_symbol("]");
        return maker().list(std::move(items), column);
    }

    /// The text of the next `count` tokens as a name: one blank between words, none around signs.
    [[nodiscard]] std::string joined(std::size_t count) const {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) {
            const token& t = ahead(i);
            const bool is_sign = t.kind == token_kind::symbol;
            const bool after_sign = i > 0 && ahead(i - 1).kind == token_kind::symbol;
            if (i > 0 && !is_sign && !after_sign && t.spaced) out += ' ';
            out += t.text;
        }
        return out;
    }

    /// How many tokens from here on may be parts of one name.
    [[nodiscard]] std::size_t name_length() const {
        static constexpr std::string_view signs[] = {".", "-", "+", "/", "*", "'"};
        constexpr std::size_t most = 16;
        std::size_t count = 0;
        for (; count < most; ++count) {
            const token& t = ahead(count);
            if (t.kind == token_kind::name || (count > 0 && t.kind == token_kind::number)) continue;
            if (count == 0 || t.kind != token_kind::symbol ||
                std::find(std::begin(signs), std::end(signs), t.text) == std::end(signs))
                break;
        }
        return count;
    }

    /// The most tokens that make a name which `is_known`; `name` becomes it. 0 where none do.
    template <class F>
    std::size_t longest(F is_known, std::string& name) const {
        for (std::size_t count = name_length(); count > 0; --count) {
            if (ahead(count - 1).kind == token_kind::symbol) continue;
            std::string candidate = joined(count);
            if (!is_known(candidate)) continue;
            name = std::move(candidate);
            return count;
        }
        return 0;
    }

    node_ptr name(int column) {
        static constexpr std::string_view reserved[] = {
            "and", "or", "then", "else", "in", "return", "satisfies", "between", "instance"};
        std::string found;
        if (node_ptr made = call(column)) return made;
        if (is_word("table") && is_symbol(ahead(1), ".") && lookup_variable("table") == nullptr)
            return table(column);
        std::size_t count = longest([this](const std::string& n) { return is_name(n); }, found);
        if (count != 0) {
            node_ptr made = resolve(found, column);
            advance(count);
            return made;
        }
        if (is_word("true") || is_word("false")) {
            node_ptr made = node_maker::literal(is_word("true"), types::boolean, column);
            advance();
            return made;
        }
        if (is_word("null")) {
            advance();
            return node_maker::literal(null_value{}, types::null, column);
        }
        if (is_word("if") || is_word("for") || is_word("some") || is_word("every"))
            return expression();
        if (is_word("function")) fail_left_out("function");
        for (const std::string_view word : reserved)
            if (is_word(word)) fail_expected({"表达式", "an expression"});
        return unknown_name(column);
    }

    [[nodiscard]] const binding* lookup_variable(std::string_view n) const {
        for (std::size_t i = bindings().size(); i-- > 0;)
            if (bindings()[i].name == n) return &bindings()[i];
        return nullptr;
    }

    /// The innermost record whose field is named alone, inside a filter.
    [[nodiscard]] const binding* lookup_field(std::string_view n) const {
        for (std::size_t i = bindings().size(); i-- > 0;) {
            const binding& b = bindings()[i];
            if (b.is_item && b.value_type.kind == type_kind::record &&
                b.value_type.fields->index_of(n) >= 0)
                return &b;
        }
        return nullptr;
    }

    [[nodiscard]] std::pair<const enumeration*, int> lookup_member(std::string_view n) const {
        const std::size_t dot = n.find('.');
        if (dot == std::string_view::npos || words_.facts == nullptr) return {nullptr, -1};
        const enumeration* words = words_.facts->find_enumeration(n.substr(0, dot));
        if (words == nullptr) return {nullptr, -1};
        return {words, words->index_of(n.substr(dot + 1))};
    }

    [[nodiscard]] std::size_t lookup_fact(std::string_view n) const {
        return words_.facts == nullptr ? catalogue::none : words_.facts->index_of(n);
    }

    [[nodiscard]] bool is_name(const std::string& n) const {
        return lookup_variable(n) != nullptr || lookup_field(n) != nullptr ||
               lookup_fact(n) != catalogue::none || lookup_member(n).second >= 0;
    }

    [[nodiscard]] node_ptr variable(const binding& b, int column) {
        auto made = node_maker::make(node_kind::variable, column, b.value_type, {});
        made->index = static_cast<int>(&b - bindings().data());
        made->name = b.name;
        partial_uses_ += static_cast<std::size_t>(b.name == "partial");
        return made;
    }

    /// Requires: is_name(n).
    [[nodiscard]] node_ptr resolve(const std::string& n, int column) {
        if (const binding* b = lookup_variable(n)) return variable(*b, column);
        if (const binding* b = lookup_field(n)) {
            const type record = b->value_type;
            return field(variable(*b, column), record, record.fields->index_of(n), column);
        }
        if (const std::size_t index = lookup_fact(n); index != catalogue::none) {
            auto made =
                node_maker::make(node_kind::fact, column, (*words_.facts)[index].value_type, {});
            made->fact_index = index;
            made->name = (*words_.facts)[index].name;
            return made;
        }
        const auto [words, index] = lookup_member(n);
        return node_maker::literal(value(enumerator{words, index}), types::one_of(*words), column);
    }

    [[nodiscard]] static node_ptr field(node_ptr record, const type& of, int index, int column) {
        const record_type::field& f = of.fields->fields[static_cast<std::size_t>(index)];
        const bool is_list = record->value_type.kind == type_kind::list;
        auto made = node_maker::make(node_kind::path, column,
                                     is_list ? types::list_of(f.value_type) : f.value_type,
                                     {std::move(record)});
        made->index = index;
        made->name = f.name;
        return made;
    }

    [[nodiscard]] static type type_of_property(const type& of, property p) {
        switch (of.kind) {
            case type_kind::date:
                return p <= property::weekday ? types::number : types::null;
            case type_kind::months:
                return p == property::years || p == property::months ? types::number : types::null;
            case type_kind::days:
                return p >= property::days && p <= property::seconds ? types::number : types::null;
            case type_kind::range:
                if (p == property::start || p == property::end) return element_of(of);
                return p > property::end ? types::boolean : types::null;
            default:
                return types::null;
        }
    }

    node_ptr unknown_field(const node& from, const type& record) {
        const std::string word = here().text;
        if (maker().is_strict()) {
            nearest_names near(word);
            for (const record_type::field& f : record.fields->fields) {
                near.consider(f.name);
                near.consider(f.zh);
            }
            const std::vector<std::string> names = near.best();
            const text hint = suggestion(names);
            maker().report(
                "XR-FEEL-014", here().column, word, listed(names),
                {"记录“" + record.fields->zh + "”没有字段“" + word + "”" + hint.zh,
                 "record \"" + record.fields->name + "\" has no field \"" + word + "\"" + hint.en});
        }
        advance();
        return node_maker::nothing(from.column);
    }

    node_ptr unknown_property(const node& from) {
        const std::string word = here().text;
        const text is = describe(from.value_type);
        maker().report(
            "XR-FEEL-014", here().column, word,
            {"日期的year、month、day、weekday，期间的years、months、days……，区间的start、end",
             "year, month, day, weekday of a date; years, months, days ... of a duration; "
             "start, end of a range"},
            {is.zh + "没有“" + word + "”", is.en + " has no \"" + word + "\""});
        advance();
        return node_maker::nothing(from.column);
    }

    node_ptr unknown_name(int column);
    node_ptr call(int column);
    node_ptr table(int column);
    node_ptr finish_call(std::string_view function, int column);
    node_ptr make_call(std::string_view function, std::vector<std::string> names,
                       std::vector<node_ptr> arguments, int column);
    node_ptr special_call(std::string_view function, std::vector<node_ptr>& arguments, int column);
    node_ptr wrong_arguments(std::string_view function, int column);
    bool accepts(const builtin& form, const std::vector<node_ptr>& arguments) const;
    void report_arguments(const builtin& form, const std::vector<node_ptr>& arguments);

    const vocabulary& words_;
    std::size_t partial_uses_ = 0;
};

}  // namespace xuanren::detail

#include <xuanren/engine/feel_calls.hpp>
