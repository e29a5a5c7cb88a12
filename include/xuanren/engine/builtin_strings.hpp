// include/xuanren/engine/builtin_strings.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> string_functions{}; }
