// src/engine/kernels.cpp
//
// Compiled once for each set of instructions that the compiler knows; the best that the machine has
// is chosen when first asked for.
#include <xuanren/engine/columns/kernels.hpp>

// Its newer half counts bits in vectors.
#define HWY_WANT_AVX3_DL 1
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#undef XUANREN_KERNELS
#define XUANREN_KERNELS HWY_NAMESPACE
#include <xuanren/engine/columns/kernel_loops.hpp>

#if HWY_ONCE
namespace xuanren::detail {

HWY_EXPORT(loops);

const kernel_set& kernels() {
    static const kernel_set& best = HWY_DYNAMIC_DISPATCH(loops)();
    return best;
}

}  // namespace xuanren::detail
#endif
