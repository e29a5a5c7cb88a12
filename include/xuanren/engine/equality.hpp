// include/xuanren/engine/equality.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/rule.hpp>

namespace xuanren {

/// Whether two conditions ask the same: by their parsed forms where both are read, else as written.
/// Conditions that hold a callback are like no other.
[[nodiscard]] inline bool same(const formula& a, const formula& b) {
    if (a.call || b.call) return false;
    if (a.parsed && b.parsed) return same(*a.parsed, *b.parsed);
    if (a.is_empty() || b.is_empty()) return a.is_empty() == b.is_empty();
    return a.source == b.source;
}

/// Whether two rules ask the same of a case 要求相同, whatever they are called and wherever they stand.
[[nodiscard]] inline bool asks_the_same(const rule& a, const rule& b) {
    return a.at() == b.at() && a.force() == b.force() && a.is_judgement_only() == b.is_judgement_only() &&
           same(a.scope(), b.scope()) && same(a.requirement(), b.requirement()) && same(a.band(), b.band());
}

/// Whether two rules say the same 规则相同: id, citation, conditions and defaults. How they are
/// spelled, and the words that go with them (title, reading, remedy, note), are not compared.
[[nodiscard]] inline bool operator==(const rule& a, const rule& b) {
    return a.id() == b.id() && a.cite() == b.cite() && a.force() == b.force() && a.basis() == b.basis() &&
           a.at() == b.at() && a.stage() == b.stage() && a.about() == b.about() && a.each() == b.each() &&
           a.is_judgement_only() == b.is_judgement_only() && a.is_void() == b.is_void() &&
           a.is_silent() == b.is_silent() && a.topic() == b.topic() && a.covers() == b.covers() &&
           a.loosens() == b.loosens() && same(a.scope(), b.scope()) &&
           same(a.requirement(), b.requirement()) && same(a.band(), b.band()) && same(a.due(), b.due()) &&
           same(a.met(), b.met());
}

}  // namespace xuanren
