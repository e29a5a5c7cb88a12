// include/xuanren/engine/builtins.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/builtin_dates.hpp>
#include <xuanren/engine/builtin_lists.hpp>
#include <xuanren/engine/builtin_numbers.hpp>
#include <xuanren/engine/builtin_ranges.hpp>
#include <xuanren/engine/builtin_service.hpp>
#include <xuanren/engine/builtin_strings.hpp>

#include <string_view>
#include <vector>

namespace xuanren {

/// Calls f(function) for every form of every function of the language.
template <class F>
void for_each_builtin(F&& f) {
    for (const builtin& b : number_functions) f(b);
    for (const builtin& b : string_functions) f(b);
    for (const builtin& b : list_functions) f(b);
    for (const builtin& b : date_functions) f(b);
    for (const builtin& b : range_functions) f(b);
    for (const builtin& b : service_functions) f(b);
}

/// The forms of the function with that name; none where there is no such function.
[[nodiscard]] inline std::vector<const builtin*> find_builtins(std::string_view name) {
    std::vector<const builtin*> forms;
    for_each_builtin([&](const builtin& b) {
        if (b.name == name) forms.push_back(&b);
    });
    return forms;
}

}  // namespace xuanren
