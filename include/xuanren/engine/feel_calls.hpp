// include/xuanren/engine/feel_calls.hpp
#pragma once

#include <xuanren/engine/feel_primary.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Functions that are nodes of their own, with the name of their parameter.
struct special_function {
    std::string_view name;
    std::string_view parameter;
};
inline constexpr special_function special_functions[] = {
    {"not", "negand"}, {"elapsed", "from"}, {"names", "list"}};

[[nodiscard]] constexpr const special_function* find_special(std::string_view name) noexcept {
    for (const special_function& s : special_functions)
        if (s.name == name) return &s;
    return nullptr;
}

/// Functions of FEEL that are left out, each for want of the types it needs.
inline constexpr std::string_view left_out_functions[] = {
    "time",    "date and time", "now",           "today",     "sort",
    "context", "context put",   "context merge", "get value", "get entries"};

inline node_ptr primary_parser::call(int column) {
    for (std::size_t count = name_length(); count > 0; --count) {
        if (!is_symbol(ahead(count), "(")) continue;
        const std::string function = joined(count);
        if (find_special(function) == nullptr && find_builtins(function).empty()) {
            if (std::find(std::begin(left_out_functions), std::end(left_out_functions), function) !=
                std::end(left_out_functions))
                fail_left_out(function);
            continue;
        }
        advance(count + 1);
        return finish_call(function, column);
    }
    return nullptr;
}

/// Reads the arguments; the cursor stands behind the opening parenthesis.
inline node_ptr primary_parser::finish_call(std::string_view function, int column) {
    const within_brackets inside(*this);
    std::vector<std::string> names;
    std::vector<node_ptr> arguments;
    if (take_symbol(")")) return make_call(function, {}, {}, column);
    do {
        std::size_t words = 0;
        while (ahead(words).kind == token_kind::name) ++words;
        if (words > 0 && is_symbol(ahead(words), ":")) {
            names.push_back(joined(words));
            advance(words + 1);
        }
        arguments.push_back(expression());
        if (!names.empty() && names.size() != arguments.size())
            fail_expected({"参数名和冒号", "a parameter's name and a colon"});
    } while (take_symbol(","));
    expect_symbol(")");
    return make_call(function, std::move(names), std::move(arguments), column);
}

inline node_ptr primary_parser::special_call(std::string_view function,
                                             std::vector<node_ptr>& arguments, int column) {
    if (function == "not") return maker().negation(std::move(arguments[0]), column);
    const bool is_elapsed = function == "elapsed";
    maker().expect(*arguments[0], is_elapsed ? types::date : types::list_of(types::string),
                   "XR-FEEL-026");
    return node_maker::make(is_elapsed ? node_kind::elapsed : node_kind::names, column,
                            is_elapsed ? types::months : types::boolean, {std::move(arguments[0])});
}

inline bool primary_parser::accepts(const builtin& form,
                                    const std::vector<node_ptr>& arguments) const {
    if (arguments.empty()) return true;
    const type& first = arguments[0]->value_type;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (!takes(form.parameters[std::min(i, form.most() - 1)].takes, arguments[i]->value_type,
                   first))
            return false;
    return true;
}

inline void primary_parser::report_arguments(const builtin& form,
                                             const std::vector<node_ptr>& arguments) {
    const type first = arguments[0]->value_type;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const shape wanted = form.parameters[std::min(i, form.most() - 1)].takes;
        if (takes(wanted, arguments[i]->value_type, first)) continue;
        const text is = describe(arguments[i]->value_type);
        const text should =
            wanted == shape::element ? describe(element_of(first)) : describe(wanted);
        const std::string position = std::to_string(i + 1);
        const std::string function(form.name);
        maker().report(
            "XR-FEEL-026", arguments[i]->column, is.en, should,
            {"“" + function + "”的第" + position + "个参数应为" + should.zh + "，而是" + is.zh,
             "argument " + position + " of \"" + function + "\" must be " + should.en + ", found " +
                 is.en});
    }
}

inline node_ptr primary_parser::wrong_arguments(std::string_view function, int column) {
    if (maker().is_strict()) {
        const std::string name(function);
        text forms;
        const auto add = [&forms](const std::string& form) {
            forms.zh += (forms.zh.empty() ? "" : "，或者") + form;
            forms.en += (forms.en.empty() ? "" : ", or ") + form;
        };
        if (const special_function* s = find_special(function))
            add(name + "(" + std::string(s->parameter) + ")");
        for (const builtin* b : find_builtins(function)) {
            std::string form = name + "(";
            for (std::size_t i = 0; i < b->most(); ++i)
                form += (i == 0 ? "" : ", ") + std::string(b->parameters[i].name) +
                        (b->parameters[i].is_optional ? "?" : "");
            add(form + (b->is_variadic ? ", ...)" : ")"));
        }
        maker().report("XR-FEEL-025", column, name, forms,
                       {"“" + name + "”的参数个数或者名称不对，应为" + forms.zh,
                        "wrong number or names of arguments: " + forms.en});
    }
    return node_maker::nothing(column);
}

inline node_ptr primary_parser::make_call(std::string_view function, std::vector<std::string> names,
                                          std::vector<node_ptr> arguments, int column) {
    if (const special_function* special = find_special(function)) {
        if (arguments.size() != 1 || (!names.empty() && names[0] != special->parameter))
            return wrong_arguments(function, column);
        return special_call(function, arguments, column);
    }
    // What can be read now is a literal: duration("P2Y") has the type that its text says.
    if ((function == "date" || function == "duration") && arguments.size() == 1 &&
        arguments[0]->kind == node_kind::literal && (names.empty() || names[0] == "from")) {
        if (const auto* s = arguments[0]->literal.as<std::shared_ptr<const std::string>>()) {
            const std::optional<civil_date> date = parse_feel_date(**s);
            const std::optional<value> period = parse_feel_duration(**s);
            if (function == "date" && date)
                return node_maker::literal(value(*date), types::date, column);
            if (function == "duration" && period)
                return node_maker::literal(*period, type_of(*period), column);
            if (maker().is_strict()) return at_literal(date || period ? "" : **s, column);
        }
    }
    const builtin* chosen = nullptr;
    bool any_fits_count = false;
    const builtin* first_of_count = nullptr;
    std::vector<node_ptr> ordered;
    for (const builtin* form : find_builtins(function)) {
        std::vector<node_ptr> placed;
        if (!names.empty()) {
            placed.resize(form->most());
            std::size_t filled = 0;
            for (std::size_t i = 0; i < names.size(); ++i)
                for (std::size_t p = 0; p < form->most(); ++p)
                    if (form->parameters[p].name == names[i] && !placed[p]) {
                        placed[p] = arguments[i];
                        ++filled;
                    }
            if (filled != names.size()) continue;
            bool complete = true;
            for (std::size_t p = 0; p < form->fewest(); ++p) complete = complete && placed[p];
            if (!complete) continue;
            while (!placed.empty() && !placed.back()) placed.pop_back();
            for (node_ptr& p : placed)
                if (!p) p = node_maker::literal(null_value{}, types::null, column);
        } else {
            placed = arguments;
            const bool is_list =
                placed.size() == 1 && (placed[0]->value_type.kind == type_kind::list ||
                                       placed[0]->value_type.kind == type_kind::any ||
                                       placed[0]->value_type.kind == type_kind::null);
            if (form->is_list_or_items && !placed.empty() && !is_list) {
                node_ptr wrapped = maker().list(std::move(placed), column);
                placed = {std::move(wrapped)};
            }
            if (placed.size() < form->fewest() ||
                (placed.size() > form->most() && !form->is_variadic))
                continue;
        }
        any_fits_count = true;
        if (first_of_count == nullptr) {
            first_of_count = form;
            ordered = placed;
        }
        if (accepts(*form, placed)) {
            chosen = form;
            ordered = std::move(placed);
            break;
        }
    }
    if (!any_fits_count) return wrong_arguments(function, column);
    if (chosen == nullptr) {
        if (maker().is_strict()) {
            report_arguments(*first_of_count, ordered);
            return node_maker::nothing(column);
        }
        chosen = first_of_count;
    }
    const type first = ordered.empty() ? types::any : ordered[0]->value_type;
    auto made = node_maker::make(node_kind::call, column, result_of(chosen->gives, first),
                                 std::move(ordered));
    made->function = chosen;
    made->name = std::string(chosen->name);
    return made;
}

inline node_ptr primary_parser::table(int column) {
    advance(2);
    if (here().kind != token_kind::name) fail_expected({"表名", "a table's name"});
    const std::string wanted = here().text;
    const int at = here().column;
    advance();
    expect_symbol("(");
    const within_brackets inside(*this);
    std::vector<node_ptr> arguments;
    if (!take_symbol(")")) {
        do arguments.push_back(expression());
        while (take_symbol(","));
        expect_symbol(")");
    }
    const table_signature* signature = words_.find_table(wanted);
    if (signature == nullptr) {
        nearest_names near(wanted);
        for (const table_signature& t : words_.tables) near.consider(t.name);
        const std::vector<std::string> names = near.best();
        const text hint = suggestion(names);
        maker().report(
            "XR-FEEL-013", at, wanted, listed(names),
            {"没有表“" + wanted + "”" + hint.zh, "there is no table \"" + wanted + "\"" + hint.en});
        return node_maker::nothing(column);
    }
    const std::size_t keys = signature->keys.size();
    if (arguments.size() != keys && arguments.size() != keys + 1) {
        const std::string n = std::to_string(keys);
        maker().report("XR-FEEL-025", column, wanted,
                       {n + "个键，其后可有日期", n + " key(s), then a date or nothing"},
                       {"表“" + wanted + "”应有" + n + "个键，其后可有日期",
                        "table \"" + wanted + "\" takes " + n + " key(s), then a date or nothing"});
        return node_maker::nothing(column);
    }
    for (std::size_t i = 0; i < arguments.size(); ++i)
        maker().expect(*arguments[i], i < keys ? signature->keys[i] : types::date, "XR-FEEL-026");
    auto made =
        node_maker::make(node_kind::table, column, signature->value_type, std::move(arguments));
    made->name = wanted;
    made->index = static_cast<int>(keys);
    return made;
}

/// Tells what is near to the unknown name here, and passes over it.
inline node_ptr primary_parser::unknown_name(int column) {
    // Inside a filter over values of no known type a name may be a field of theirs.
    if (!maker().is_strict())
        for (std::size_t i = bindings().size(); i-- > 0;)
            if (const binding& b = bindings()[i];
                b.is_item && b.value_type.kind == type_kind::any && !is_symbol(ahead(1), "(")) {
                auto made =
                    node_maker::make(node_kind::path, column, types::any, {variable(b, column)});
                made->name = here().text;
                made->index = -1;
                advance();
                return made;
            }
    std::size_t count = 1;
    while (is_symbol(ahead(count), ".") && ahead(count + 1).kind == token_kind::name) count += 2;
    std::size_t words = 1;
    while (ahead(words).kind == token_kind::name) ++words;
    const bool is_call = is_symbol(ahead(words), "(");
    const std::string wanted = joined(is_call ? words : count);
    nearest_names near(wanted);
    const enumeration* of = nullptr;
    if (is_call) {
        for_each_builtin([&near](const builtin& b) { near.consider(b.name); });
        for (const special_function& s : special_functions) near.consider(s.name);
    } else if (words_.facts != nullptr) {
        of = words_.facts->find_enumeration(here().text);
        for (std::size_t i = 0; of == nullptr && i < words_.facts->size(); ++i) {
            near.consider((*words_.facts)[i].name);
            near.consider((*words_.facts)[i].zh);
        }
        if (of != nullptr)
            for (const enumeration::member& m : of->members) {
                near.consider(of->name + "." + m.name);
                near.consider(of->zh + "." + m.zh);
            }
    }
    for (const binding& b : bindings()) near.consider(b.name);
    const std::vector<std::string> names = near.best();
    const text hint = suggestion(names);
    const bool is_member = of != nullptr && count > 1;
    const char* code = is_call ? "XR-FEEL-011" : is_member ? "XR-FEEL-012" : "XR-FEEL-010";
    const text kind = is_call     ? text{"函数", "function"}
                      : is_member ? text{"枚举值", "enumeration member"}
                                  : text{"名称", "name"};
    const text message = {"未知的" + kind.zh + "“" + wanted + "”" + hint.zh,
                          "unknown " + kind.en + " \"" + wanted + "\"" + hint.en};
    if (is_call) fail(code, wanted, listed(names), message);
    maker().report(code, column, wanted, listed(names), message);
    advance(count);
    return node_maker::nothing(column);
}

}  // namespace xuanren::detail
