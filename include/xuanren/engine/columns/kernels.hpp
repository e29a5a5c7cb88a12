// include/xuanren/engine/columns/kernels.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/columns/kernel_set.hpp>

#ifndef XUANREN_COMPILED
#include <xuanren/engine/columns/kernel_loops.hpp>
#endif

namespace xuanren::detail {

/// The loops for this machine 本机所用的循环: those of the compiled library for the best instructions
/// that it has, or portable ones where the headers are used alone.
[[nodiscard]] XUANREN_INLINE const kernel_set& kernels();

#ifndef XUANREN_COMPILED
inline const kernel_set& kernels() { return portable::loops(); }
#endif

}  // namespace xuanren::detail
