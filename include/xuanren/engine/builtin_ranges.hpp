// include/xuanren/engine/builtin_ranges.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> range_functions{}; }
