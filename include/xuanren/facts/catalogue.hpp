// include/xuanren/facts/catalogue.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/fact.hpp>

#include <memory>

namespace xuanren {

/// The facts that records give 国家事实目录, with their enumerations and record types.
///
/// A copy of it can be extended by facts of one's own (facts/derivation.hpp).
[[nodiscard]] XUANREN_INLINE std::shared_ptr<const catalogue> national_catalogue();

namespace detail {

struct record_lists;
/// The records that its list facts hold.
[[nodiscard]] XUANREN_INLINE const record_lists& national_records();

}  // namespace detail
}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/facts/national_facts.hpp>
#endif
