// include/xuanren/engine/builtin_numbers.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> number_functions{}; }
