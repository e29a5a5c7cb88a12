// include/xuanren/engine/feel.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/expression.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/engine/vocabulary.hpp>
#include <xuanren/problem.hpp>

#include <string_view>

namespace xuanren {

/// Reads an expression of a rule 解析规则表达式 and checks its names and types.
///
/// Errors: XR-FEEL-nnn with the column (in characters, from 1) and what was expected; a syntax
/// error is the only one of its text, names and types are all reported. Nesting is bounded.
[[nodiscard]] XUANREN_INLINE result<node_ptr> parse_feel(std::string_view text, const vocabulary& words,
                                                 const type& expected = types::any);

/// Reads an expression as FEEL itself does, for `xuanren eval`: what is ill-typed is null when
/// evaluated, and only an error of syntax or an unknown name is a problem.
[[nodiscard]] XUANREN_INLINE result<node_ptr> parse_feel_leniently(std::string_view text,
                                                           const vocabulary& words);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/feel_parser.hpp>
#endif
