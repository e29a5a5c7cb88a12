// include/xuanren/engine/builtin_lists.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> list_functions{}; }
