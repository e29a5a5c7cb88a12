// include/xuanren/engine/builtin_dates.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> date_functions{}; }
