// include/xuanren/compiled.hpp
#pragma once

/// Where the larger functions live 实现所在.
///
/// With xuanren::headers alone they are inline, and each header brings its own implementation.
/// xuanren::xuanren defines XUANREN_COMPILED: the headers then only declare, and the library, whose
/// sources in src/ are named like the headers, has what they declare. Headers that are there for
/// the implementation alone (engine/evaluator.hpp say) are not to be included beside the library.
#ifdef XUANREN_COMPILED
#define XUANREN_INLINE
#else
#define XUANREN_INLINE inline
#endif
