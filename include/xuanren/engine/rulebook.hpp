// include/xuanren/engine/rulebook.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/equality.hpp>
#include <xuanren/engine/rulebook_parts.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

struct rulebook_plan;  // engine/plan.hpp: the parts, indexed for evaluation

/// Rules, exceptions, definitions and tables of any number of instruments 规则集.
///
/// Immutable; copying shares. Everything in it has been checked against its catalogue of facts.
class rulebook {
public:
    rulebook() = default;

    /// Checks and indexes the parts; every problem is reported.
    [[nodiscard]] static result<rulebook> make(rulebook_parts parts);

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] bool is_empty() const noexcept;   ///< no rule at all
    [[nodiscard]] const rulebook_parts& parts() const noexcept;
    [[nodiscard]] const rulebook_plan& plan() const noexcept;
    [[nodiscard]] const std::shared_ptr<const catalogue>& facts() const noexcept;
    [[nodiscard]] const std::vector<std::shared_ptr<const instrument>>& instruments() const noexcept;
    [[nodiscard]] const std::vector<std::shared_ptr<const rule>>& rules() const noexcept;
    [[nodiscard]] const std::vector<std::shared_ptr<const exception>>& exceptions() const noexcept;
    [[nodiscard]] const std::vector<std::shared_ptr<const definition>>& definitions() const noexcept;
    [[nodiscard]] const std::vector<std::shared_ptr<const table>>& tables() const noexcept;

    /// Null where there is none of that id.
    [[nodiscard]] std::shared_ptr<const rule> find(std::string_view id) const;
    [[nodiscard]] std::shared_ptr<const exception> find_exception(std::string_view id) const;
    [[nodiscard]] std::shared_ptr<const instrument> find_instrument(std::string_view id) const;

    /// "sha256:..." of what it says, whatever the order of its parts.
    [[nodiscard]] const std::string& digest() const noexcept;
    /// Ids of the rules of higher instruments that a lower one openly loosens.
    [[nodiscard]] const std::vector<std::string>& loosened() const noexcept;

    /// Both together. Errors (join: as problems, +: thrown as rulebook_error): an id twice, and all
    /// that make() reports.
    [[nodiscard]] static result<rulebook> join(const rulebook& a, const rulebook& b);
    friend rulebook operator+(const rulebook& a, const rulebook& b);
    friend rulebook operator+(const rulebook& a, const rule& r);
    friend rulebook operator+(const rulebook& a, const exception& e);

    /// Without one rule or exception. A rule of a higher instrument than a local one is removed only
    /// where `loosens` names it; it is then still evaluated, and ends in judgement where it would
    /// be violated or undetermined.  Errors: rulebook_error.
    [[nodiscard]] rulebook without(std::string_view id, const std::vector<std::string>& loosens = {}) const;
    /// With another rule in place of one; of a higher rule, the replacement names it in `loosens`.
    [[nodiscard]] rulebook with(std::string_view id, const rule& replacement) const;
    /// The rules of one topic alone; definitions, tables and exceptions stay.
    [[nodiscard]] rulebook only(std::string_view topic) const;
    /// Judging by the versions in force on that day, whatever the dates of the steps.
    [[nodiscard]] rulebook on(const civil_date& date) const;
    [[nodiscard]] rulebook named(std::string name) const;

private:
    std::shared_ptr<const rulebook_plan> plan_;
};

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/rulebook_make.hpp>
#endif
