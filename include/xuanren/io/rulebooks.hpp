// include/xuanren/io/rulebooks.hpp
#pragma once

#include <xuanren/engine/rulebook.hpp>

namespace xuanren::rulebooks {

/// The Party's and the state's rules that the library was built with 全国性规则集.
///
/// The same as load_rules() gives for the folder rules/. Read once, on first use, and shared; safe
/// from several threads. Needs the compiled library (xuanren::xuanren).
/// Errors: rulebook_error where the rules that were built in cannot be used.
[[nodiscard]] const rulebook& national();

}  // namespace xuanren::rulebooks
