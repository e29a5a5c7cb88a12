// include/xuanren/engine/feel_writer.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/feel_literals.hpp>
#include <xuanren/engine/number.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace xuanren {

/// Writes an expression as FEEL 写回表达式, in one canonical form: parse_feel(to_feel(n)) is n.
///
/// A value that FEEL has no words for, a partial date say, is written in its own form: @"2019-05".
[[nodiscard]] inline std::string to_feel(const node& expression);

/// A value as FEEL writes it: 1.5, "text", @"2024-05-01", level.county_deputy, [1, 2].
[[nodiscard]] inline std::string to_feel(const value& v);

namespace detail {

[[nodiscard]] inline std::string quoted(std::string_view s) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : s) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (byte < 0x20)
            out += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
        else
            out += c;
    }
    return out + "\"";
}

/// How tightly a form binds, loosest first; a part that binds less than its place asks for
/// parentheses.
enum class strength : std::uint8_t {
    whole,
    disjunction,
    conjunction,
    comparison,
    sum,
    product,
    power,
    unary,
    postfix,
};

[[nodiscard]] inline strength strength_of(const node& n) {
    switch (n.kind) {
        case node_kind::conditional:
        case node_kind::for_each:
        case node_kind::some:
        case node_kind::every:
            return strength::whole;
        case node_kind::disjunction:
            return n.children.size() < 2 ? strength::whole : strength::disjunction;
        case node_kind::conjunction:
            return n.children.size() < 2 ? strength::whole : strength::conjunction;
        case node_kind::comparison:
        case node_kind::between:
        case node_kind::membership:
            return strength::comparison;
        case node_kind::arithmetic:
            switch (n.op) {
                case operator_kind::add:
                case operator_kind::subtract:
                    return strength::sum;
                case operator_kind::multiply:
                case operator_kind::divide:
                    return strength::product;
                case operator_kind::power:
                    return strength::power;
                default:
                    return strength::unary;
            }
        case node_kind::literal: {
            const auto* number = n.literal.as<interval<xuanren::number>>();
            return number != nullptr && number->low().sign() < 0 ? strength::unary
                                                                 : strength::postfix;
        }
        default:
            return strength::postfix;
    }
}

[[nodiscard]] constexpr std::string_view sign_of(operator_kind op) {
    constexpr std::string_view signs[] = {
        "", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "**", "-"};
    return signs[static_cast<std::size_t>(op)];
}

/// Writes nodes; it knows in which filter it is, since `item` there is that filter's own.
class node_writer {
public:
    [[nodiscard]] std::string written(const node& n) {
        switch (n.kind) {
            case node_kind::literal:
                return to_feel(n.literal);
            case node_kind::fact:
            case node_kind::variable:
                return n.name;
            case node_kind::conjunction:
                if (n.children.empty()) return "true";
                return separated(n, 0, " and ", strength::comparison);
            case node_kind::disjunction:
                if (n.children.empty()) return "false";
                return separated(n, 0, " or ", strength::conjunction);
            case node_kind::negation:
                return "not(" + written(*n.children[0]) + ")";
            case node_kind::comparison:
                return part(*n.children[0], strength::sum) + " " + std::string(sign_of(n.op)) +
                       " " + part(*n.children[1], strength::sum);
            case node_kind::between:
                return part(*n.children[0], strength::sum) + " between " +
                       part(*n.children[1], strength::sum) + " and " +
                       part(*n.children[2], strength::sum);
            case node_kind::membership:
                return part(*n.children[0], strength::sum) + " in (" +
                       separated(n, 1, ", ", strength::disjunction) + ")";
            case node_kind::arithmetic:
                return arithmetic(n);
            case node_kind::conditional:
                return "if " + part(*n.children[0], strength::disjunction) + " then " +
                       part(*n.children[1], strength::disjunction) + " else " +
                       written(*n.children[2]);
            case node_kind::for_each:
                return loop(n, "for", "return");
            case node_kind::some:
                return loop(n, "some", "satisfies");
            case node_kind::every:
                return loop(n, "every", "satisfies");
            case node_kind::filter:
                return filter(n);
            case node_kind::path:
                return path(n);
            case node_kind::list:
                return "[" + separated(n, 0, ", ", strength::whole) + "]";
            case node_kind::range:
                return range(n);
            case node_kind::call:
                return n.name + "(" + separated(n, 0, ", ", strength::whole) + ")";
            case node_kind::table:
                return "table." + n.name + "(" + separated(n, 0, ", ", strength::whole) + ")";
            case node_kind::elapsed:
                return "elapsed(" + written(*n.children[0]) + ")";
            case node_kind::names:
                return "names(" + written(*n.children[0]) + ")";
        }
        return {};
    }

private:
    std::string part(const node& n, strength place) {
        if (strength_of(n) < place) return "(" + written(n) + ")";
        return written(n);
    }

    std::string separated(const node& n, std::size_t from, std::string_view by, strength place) {
        std::string out;
        for (std::size_t i = from; i < n.children.size(); ++i) {
            if (i != from) out += by;
            out += part(*n.children[i], place);
        }
        return out;
    }

    static std::string name_of_slot(const node& in, int slot) {
        if (in.kind == node_kind::variable && in.index == slot) return in.name;
        for (const node_ptr& child : in.children)
            if (std::string found = name_of_slot(*child, slot); !found.empty()) return found;
        return {};
    }

    /// What a loop's variable is called: its node does not say, but the variables in what follows
    /// its domain do; one that is not used gets a name of its own.
    static std::string variable_name(const node& loop, std::size_t domain) {
        const int slot = loop.index + static_cast<int>(domain);
        for (std::size_t i = domain + 1; i < loop.children.size(); ++i)
            if (std::string found = name_of_slot(*loop.children[i], slot); !found.empty())
                return found;
        return "unused" + std::to_string(slot);
    }

    std::string loop(const node& n, std::string_view word, std::string_view verb) {
        std::string out(word);
        for (std::size_t i = 0; i + 1 < n.children.size(); ++i)
            out += (i == 0 ? " " : ", ") + variable_name(n, i) + " in " +
                   part(*n.children[i], strength::disjunction);
        return out + " " + std::string(verb) + " " + written(*n.children.back());
    }

    std::string filter(const node& n) {
        std::string out = part(*n.children[0], strength::postfix) + "[";
        const int outer = std::exchange(item_slot_, n.index);
        out += written(*n.children[1]) + "]";
        item_slot_ = outer;
        return out;
    }

    std::string path(const node& n) {
        const node& from = *n.children[0];
        // An outer filter's item has no name inside an inner one; its fields do.
        if (from.kind == node_kind::variable && from.name == "item" && from.index != item_slot_)
            return n.name;
        return part(from, strength::postfix) + "." + n.name;
    }

    std::string range(const node& n) {
        if (n.op != operator_kind::none)
            return "(" + std::string(sign_of(n.op)) + " " + part(*n.children[0], strength::sum) +
                   ")";
        return std::string(n.low_included ? "[" : "(") +
               part(*n.children[0], strength::disjunction) + ".." +
               part(*n.children[1], strength::disjunction) + (n.high_included ? "]" : ")");
    }

    std::string arithmetic(const node& n) {
        const strength own = strength_of(n);
        if (n.op == operator_kind::negate) {
            // The parentheses keep a minus before a number apart from a negative number.
            const node& inner = *n.children[0];
            if (inner.kind == node_kind::literal && inner.literal.as<interval<number>>() != nullptr)
                return "-(" + written(inner) + ")";
            return "-" + part(inner, strength::unary);
        }
        const auto tighter = static_cast<strength>(static_cast<int>(own) + 1);
        return part(*n.children[0], own) + " " + std::string(sign_of(n.op)) + " " +
               part(*n.children[1], tighter);
    }

    int item_slot_ = -1;
};

[[nodiscard]] inline std::string written(const interval<civil_date>& dates) {
    const civil_date& low = dates.low();
    const civil_date& high = dates.high();
    if (dates.is_exact()) return "@\"" + to_string(low) + "\"";
    for (const civil_date& partial : {civil_date(low.year()), civil_date(low.year(), low.month())})
        if (partial.first_day() == low && partial.last_day() == high)
            return "@\"" + to_string(partial) + "\"";
    return "@\"" + to_string(low) + "/" + to_string(high) + "\"";
}

template <class T>
[[nodiscard]] std::string between_marks(const interval<T>& i, const char* mark) {
    std::string out = mark + to_string(i.low());
    if (!i.is_exact()) out += "/" + to_string(i.high());
    return out + (*mark == '\0' ? "" : "\"");
}

}  // namespace detail

inline std::string to_feel(const node& expression) {
    return detail::node_writer().written(expression);
}

inline std::string to_feel(const value& v) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, absence>)
                return held == absence::null ? "null" : "unknown";
            else if constexpr (std::is_same_v<T, bool>)
                return held ? "true" : "false";
            else if constexpr (std::is_same_v<T, interval<number>>)
                return detail::between_marks(held, "");
            else if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>)
                return detail::quoted(*held);
            else if constexpr (std::is_same_v<T, interval<civil_date>>)
                return detail::written(held);
            else if constexpr (std::is_same_v<T, interval<months>> ||
                               std::is_same_v<T, interval<day_time_duration>>)
                return detail::between_marks(held, "@\"");
            else if constexpr (std::is_same_v<T, enumerator>)
                return held.words->name + "." +
                       held.words->members[static_cast<std::size_t>(held.index)].name;
            else if constexpr (std::is_same_v<T, std::shared_ptr<const range_value>>) {
                switch (held->form) {
                    case range_form::less:
                        return "(< " + to_feel(held->high) + ")";
                    case range_form::less_equal:
                        return "(<= " + to_feel(held->high) + ")";
                    case range_form::greater:
                        return "(> " + to_feel(held->low) + ")";
                    case range_form::greater_equal:
                        return "(>= " + to_feel(held->low) + ")";
                    case range_form::equal:
                        return "(= " + to_feel(held->low) + ")";
                    case range_form::not_equal:
                        return "(!= " + to_feel(held->low) + ")";
                    default:
                        break;
                }
                return (held->low_included ? "[" : "(") + to_feel(held->low) + ".." +
                       to_feel(held->high) + (held->high_included ? "]" : ")");
            } else {
                const auto& items = [&held]() -> const std::vector<value>& {
                    if constexpr (std::is_same_v<T, std::shared_ptr<const list_value>>)
                        return held->items;
                    else
                        return held->fields;
                }();
                constexpr bool is_list = std::is_same_v<T, std::shared_ptr<const list_value>>;
                std::string out = is_list ? "[" : "{";
                for (std::size_t i = 0; i < items.size(); ++i) {
                    if (i != 0) out += ", ";
                    if constexpr (!is_list)
                        if (held->type != nullptr && i < held->type->fields.size())
                            out += held->type->fields[i].name + ": ";
                    out += to_feel(items[i]);
                }
                return out + (is_list ? "]" : "}");
            }
        },
        v.held());
}

}  // namespace xuanren
