// include/xuanren/facts/derivation.hpp
#pragma once

#include <xuanren/engine/fact.hpp>

#include <functional>
#include <memory>
#include <utility>

namespace xuanren {

/// One appointment as its decision sees it (facts/case_view.hpp).
class case_view;
/// One organisation, or one of its parts, on a day (facts/organisation_view.hpp).
class organisation_view;

/// What a fact holds in one case, and where that was read 取数结果.
struct reading {
    value held;
    provenance source = {};
};

/// Reads one fact of one case; the library's own are plain functions.
using fact_reader = reading (*)(const case_view&);
/// The same of an organisation.
using organisation_reader = reading (*)(const organisation_view&);

/// How a fact is read from the records 取数办法: a function of the case, nothing else.
class derivation {
public:
    explicit derivation(fact_reader read, organisation_reader of_organisation = nullptr) noexcept
        : plain_(read), of_organisation_(of_organisation) {}
    explicit derivation(std::function<reading(const case_view&)> read) : own_(std::move(read)) {}

    [[nodiscard]] reading operator()(const case_view& view) const {
        return plain_ != nullptr ? plain_(view) : own_ ? own_(view) : reading{};
    }
    [[nodiscard]] reading operator()(const organisation_view& view) const {
        return of_organisation_ != nullptr ? of_organisation_(view) : reading{};
    }
    /// Whether it is the user's own callback, which may throw.
    [[nodiscard]] bool is_own() const noexcept { return static_cast<bool>(own_); }
    /// Whether an organisation has this fact.
    [[nodiscard]] bool speaks_of_organisation() const noexcept {
        return of_organisation_ != nullptr;
    }

private:
    fact_reader plain_ = nullptr;
    organisation_reader of_organisation_ = nullptr;
    std::function<reading(const case_view&)> own_;
};

/// A fact of the user's own 自定义事实: `book.add(read_by(f, callback))` in a copy of a catalogue.
///
/// The callback may throw; the rules that need the fact then fail, and the others go on.
[[nodiscard]] inline fact read_by(fact f, std::function<reading(const case_view&)> read) {
    f.read = std::make_shared<const derivation>(std::move(read));
    return f;
}

}  // namespace xuanren
