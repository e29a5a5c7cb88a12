// include/xuanren/engine/builtin.hpp
#pragma once

#include <xuanren/engine/value.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace xuanren {

struct environment;

/// What a parameter of a function takes, or what a function gives 参数与结果的类型.
enum class shape : std::uint8_t {
    none,  ///< no parameter
    any,
    boolean,
    number,
    string,
    date,
    months,
    days,
    period,  ///< months or days
    number_or_period,
    range,
    point_or_range,
    list,      ///< of anything
    booleans,  ///< a list
    numbers,
    sums,  ///< a list of numbers, or of periods of one kind
    strings,
    ordered,  ///< a list of values that have an order
    dates,
    date_ranges,
    lists,      ///< a list of lists
    element,    ///< what the list at the first argument holds; as a result likewise
    same,       ///< as a result: the type of the first argument
    flattened,  ///< as a result: a list of the innermost elements of the first argument
};

[[nodiscard]] constexpr bool is_list_shape(shape s) noexcept {
    return s >= shape::list && s <= shape::lists;
}
[[nodiscard]] constexpr bool is_scalar_shape(shape s) noexcept {
    return s >= shape::boolean && s <= shape::range;
}

/// One form of a function of FEEL 内置函数; a name with several forms has several entries.
struct builtin {
    struct parameter {
        std::string_view name;
        shape takes = shape::none;
        bool is_optional = false;
    };
    using body = value (*)(std::span<const value> arguments, const environment& with);

    std::string_view name;
    std::array<parameter, 4> parameters;
    shape gives = shape::any;
    body evaluate = nullptr;
    bool is_variadic = false;       ///< the last parameter may be repeated
    bool takes_unknown = false;     ///< the body itself answers for unknown arguments
    bool is_list_or_items = false;  ///< max(list), or max(item, item, ...)

    [[nodiscard]] constexpr std::size_t most() const noexcept {
        std::size_t count = 0;
        while (count < parameters.size() && parameters[count].takes != shape::none) ++count;
        return count;
    }
    [[nodiscard]] constexpr std::size_t fewest() const noexcept {
        std::size_t count = 0;
        while (count < parameters.size() && parameters[count].takes != shape::none &&
               !parameters[count].is_optional)
            ++count;
        return count;
    }
};

}  // namespace xuanren
