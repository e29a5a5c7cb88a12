#pragma once

#include <xuanren/engine/fact.hpp>

#include <utility>

namespace xuanren::testing {

/// A fact that is handed over, for the small catalogues of tests and benchmarks.
[[nodiscard]] inline fact plain_fact(const char* name, const char* zh, type t, const char* guard = "") {
    fact out;
    out.name = name;
    out.zh = zh;
    out.value_type = std::move(t);
    out.guard = guard;
    return out;
}

}  // namespace xuanren::testing
