// include/xuanren/engine/builtin_service.hpp
#pragma once
#include <xuanren/engine/builtin.hpp>
namespace xuanren { inline constexpr std::array<builtin,0> service_functions{}; }
