// include/xuanren/engine/feel_nodes.hpp
#pragma once

#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/feel_lexer.hpp>
#include <xuanren/engine/feel_types.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/property.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Makes typed nodes and, in rules, checks the types of their parts.
///
/// What does not fit is noted as a problem and gets the type `any`, so that one fault is told once.
class node_maker {
public:
    explicit node_maker(bool is_strict) : is_strict_(is_strict) {}

    [[nodiscard]] bool is_strict() const noexcept { return is_strict_; }
    [[nodiscard]] std::vector<problem>& problems() noexcept { return problems_; }

    void report(const char* code, int column, std::string found, text expected, text message) {
        constexpr std::size_t most = 20;
        if (problems_.size() < most)
            problems_.push_back(feel_problem(code, column, std::move(found), std::move(expected),
                                             std::move(message)));
    }

    [[nodiscard]] static std::shared_ptr<node> make(node_kind kind, int column, type value_type,
                                                    std::vector<node_ptr> children) {
        auto made = std::make_shared<node>();
        made->kind = kind;
        made->column = column;
        made->value_type = std::move(value_type);
        made->children = std::move(children);
        return made;
    }

    [[nodiscard]] static node_ptr literal(value v, type t, int column) {
        auto made = make(node_kind::literal, column, std::move(t), {});
        made->literal = std::move(v);
        return made;
    }

    /// What stands in for a part that is wrong.
    [[nodiscard]] static node_ptr nothing(int column) {
        return literal(null_value{}, types::any, column);
    }

    void expect(const node& n, const type& wanted, const char* code = "XR-FEEL-021") {
        if (!is_strict_ || fits(n.value_type, wanted)) return;
        const text is = describe(n.value_type);
        const text should = describe(wanted);
        report(code, n.column, is.en, should,
               {"此处应为" + should.zh + "，而是" + is.zh,
                "expected " + should.en + ", found " + is.en});
    }

    [[nodiscard]] node_ptr junction(node_kind kind, std::vector<node_ptr> parts) {
        for (const node_ptr& part : parts) expect(*part, types::boolean);
        return kind == node_kind::conjunction ? make_conjunction(std::move(parts))
                                              : make_disjunction(std::move(parts));
    }

    [[nodiscard]] node_ptr negation(node_ptr part, int column) {
        expect(*part, types::boolean);
        return make(node_kind::negation, column, types::boolean, {std::move(part)});
    }

    [[nodiscard]] node_ptr comparison(operator_kind op, node_ptr left, node_ptr right, int column) {
        const bool is_order = op != operator_kind::equal && op != operator_kind::not_equal;
        comparable(left->value_type, right->value_type, is_order, column);
        auto made = make(node_kind::comparison, column, types::boolean,
                         {std::move(left), std::move(right)});
        made->op = op;
        return made;
    }

    [[nodiscard]] node_ptr between(node_ptr v, node_ptr low, node_ptr high, int column) {
        comparable(v->value_type, low->value_type, true, column);
        comparable(v->value_type, high->value_type, true, column);
        return make(node_kind::between, column, types::boolean,
                    {std::move(v), std::move(low), std::move(high)});
    }

    [[nodiscard]] node_ptr membership(std::vector<node_ptr> parts, int column) {
        const type& v = parts[0]->value_type;
        for (std::size_t i = 1; i < parts.size() && is_strict_; ++i) {
            const type& test = parts[i]->value_type;
            if (fits(v, test)) continue;
            type inner = element_of(test);
            const bool is_bag = test.kind == type_kind::list || test.kind == type_kind::range;
            if (test.kind == type_kind::list && inner.kind == type_kind::range && !fits(v, inner))
                inner = element_of(inner);
            comparable(v, is_bag ? inner : test, false, parts[i]->column);
        }
        return make(node_kind::membership, column, types::boolean, std::move(parts));
    }

    [[nodiscard]] node_ptr range(node_ptr low, node_ptr high, bool low_included, bool high_included,
                                 int column) {
        comparable(low->value_type, high->value_type, true, column);
        type result = types::range_of(join(low->value_type, high->value_type));
        auto made =
            make(node_kind::range, column, std::move(result), {std::move(low), std::move(high)});
        made->low_included = low_included;
        made->high_included = high_included;
        return made;
    }

    /// `(< 10)` as a range.
    [[nodiscard]] node_ptr unary_test(operator_kind op, node_ptr bound, int column) {
        const bool is_order = op != operator_kind::equal && op != operator_kind::not_equal;
        comparable(bound->value_type, bound->value_type, is_order, column);
        auto made = make(node_kind::range, column, types::range_of(bound->value_type), {});
        made->op = op;
        made->children.push_back(std::move(bound));
        return made;
    }

    [[nodiscard]] node_ptr arithmetic(operator_kind op, node_ptr left, node_ptr right, int column) {
        type result = result_of_arithmetic(op, left->value_type, right->value_type);
        if (result.kind == type_kind::null) {
            result = types::any;
            if (is_strict_) report_operands(op, left->value_type, right->value_type, column);
        }
        auto made = make(node_kind::arithmetic, column, std::move(result),
                         {std::move(left), std::move(right)});
        made->op = op;
        return made;
    }

    [[nodiscard]] node_ptr minus(node_ptr part, int column) {
        const type& t = part->value_type;
        if (part->kind == node_kind::literal && t.kind == type_kind::number)
            return literal(negate(part->literal), types::number, column);
        type result = t;
        if (!takes(shape::number_or_period, t, t)) {
            const text is = describe(t);
            if (is_strict_)
                report("XR-FEEL-021", column, is.en, describe(shape::number_or_period),
                       {"负号后应为数或者期间，而是" + is.zh,
                        "the minus sign takes a number or a duration, found " + is.en});
            result = types::any;
        }
        auto made = make(node_kind::arithmetic, column, std::move(result), {std::move(part)});
        made->op = operator_kind::negate;
        return made;
    }

    [[nodiscard]] node_ptr conditional(node_ptr condition, node_ptr yes, node_ptr no, int column) {
        expect(*condition, types::boolean);
        if (is_strict_) expect(*no, yes->value_type);
        type result = fits(yes->value_type, no->value_type) ? join(yes->value_type, no->value_type)
                                                            : types::any;
        return make(node_kind::conditional, column, std::move(result),
                    {std::move(condition), std::move(yes), std::move(no)});
    }

    [[nodiscard]] node_ptr list(std::vector<node_ptr> items, int column) {
        type element = items.empty() ? types::any : items[0]->value_type;
        for (std::size_t i = 1; i < items.size(); ++i) {
            const bool fitting = fits(element, items[i]->value_type);
            if (!fitting) expect(*items[i], element);
            element = fitting ? join(element, items[i]->value_type) : types::any;
        }
        return make(node_kind::list, column, types::list_of(std::move(element)), std::move(items));
    }

    /// What a `for`, `some`, `every` or filter draws from `domain`.
    [[nodiscard]] type member_of(const node& domain) {
        const type& t = domain.value_type;
        if (t.kind == type_kind::list || t.kind == type_kind::range) return element_of(t);
        if (is_strict_ && t.kind != type_kind::any) {
            expect(domain, types::list_of(types::any));
            return types::any;
        }
        return t;
    }

    /// Notes that the two cannot be compared, if so.
    void comparable(const type& a, const type& b, bool is_order, int column) {
        if (!is_strict_) return;
        if (!fits(a, b)) {
            const text x = describe(a);
            const text y = describe(b);
            const bool periods = (a.kind == type_kind::months && b.kind == type_kind::days) ||
                                 (a.kind == type_kind::days && b.kind == type_kind::months);
            report(periods ? "XR-FEEL-023" : "XR-FEEL-020", column, x.en + ", " + y.en, x,
                   {x.zh + "与" + y.zh + "不能比较" + (periods ? "：月与日不相换算" : ""),
                    x.en + " cannot be compared with " + y.en +
                        (periods ? ": months are not days" : "")});
        } else if (is_order && !(has_order(a) && has_order(b))) {
            const type& t = has_order(a) ? b : a;
            const text is = describe(t);
            report(t.kind == type_kind::enumeration ? "XR-FEEL-022" : "XR-FEEL-020", column, is.en,
                   {"有高低先后的值", "values with an order"},
                   {is.zh + "没有高低先后之分", "values of " + is.en + " have no order"});
        }
    }

private:
    /// The type of `a op b`; null where it has none.
    [[nodiscard]] static type result_of_arithmetic(operator_kind op, const type& a, const type& b) {
        using enum type_kind;
        if (a.kind == any || b.kind == any || a.kind == null || b.kind == null) return types::any;
        const bool sums = op == operator_kind::add || op == operator_kind::subtract;
        const bool is_product = op == operator_kind::multiply;
        const bool is_quotient = op == operator_kind::divide;
        const auto is_period = [](const type& t) { return t.kind == months || t.kind == days; };
        if (a.kind == number && b.kind == number) return types::number;
        if (a.kind == string && b.kind == string && op == operator_kind::add) return types::string;
        if (is_period(a) && a.kind == b.kind)
            return sums ? a : is_quotient ? types::number : types::null;
        if (is_period(a) && b.kind == number && (is_product || is_quotient)) return a;
        if (a.kind == number && is_period(b) && is_product) return b;
        if (a.kind == date && is_period(b) && sums) return types::date;
        if (is_period(a) && b.kind == date && op == operator_kind::add) return types::date;
        if (a.kind == date && b.kind == date && op == operator_kind::subtract) return types::days;
        return types::null;
    }

    void report_operands(operator_kind op, const type& a, const type& b, int column) {
        static constexpr const char* signs[] = {
            "", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "**", "-"};
        const std::string sign = signs[static_cast<std::size_t>(op)];
        const text x = describe(a);
        const text y = describe(b);
        const bool periods = (a.kind == type_kind::months && b.kind == type_kind::days) ||
                             (a.kind == type_kind::days && b.kind == type_kind::months);
        report(periods ? "XR-FEEL-023" : "XR-FEEL-020", column, x.en + " " + sign + " " + y.en,
               {"数、期间、日期的合法运算", "operands that the operator takes"},
               {"“" + sign + "”不能用于" + x.zh + "与" + y.zh + (periods ? "：月与日不相换算" : ""),
                "\"" + sign + "\" does not take " + x.en + " and " + y.en +
                    (periods ? ": months are not days" : "")});
    }

    bool is_strict_;
    std::vector<problem> problems_;
};

}  // namespace xuanren::detail
