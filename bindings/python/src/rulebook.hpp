#pragma once

#include "conversions.hpp"

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::python {

/// A plan made for tables of one schema and set of options, and room for verdicts that a run left.
struct kept_plan {
    std::string key;
    std::shared_ptr<const column_plan> plan;
    std::mutex lock;
    std::vector<column_verdicts> spare;
};

/// A rulebook as Python holds it.
///
/// `recipe` tells how it was made, as Python's values: it is what is pickled and shown, and what keeps
/// the callables of Python's rules and facts alive. The library's rules only borrow those, so that
/// Python's collector sees every reference and no thread of ours ever drops one.
/// INVARIANT: whatever evaluates a rulebook holds on to one of these.
struct python_rulebook {
    rulebook book;
    nb::object recipe;
    bool has_callables = false;
    std::mutex lock;
    std::vector<std::shared_ptr<kept_plan>> plans;  ///< the latest last

    python_rulebook(rulebook b, nb::object how, bool calls) : book(std::move(b)), recipe(std::move(how)), has_callables(calls) {}
};

/// A rule of xuanren.Rule, and a fact of xuanren.Fact; their callables are borrowed.
[[nodiscard]] rule rule_of(nb::handle given, const std::shared_ptr<const catalogue>& facts);
[[nodiscard]] fact fact_of(nb::handle given, const catalogue& facts);
[[nodiscard]] bool has_callable(nb::handle rule_or_fact);

/// The facts of one case as a callable of Python's sees them; void once it has answered.
struct facts_at_hand {
    const fact_values* values = nullptr;
    std::shared_ptr<const catalogue> facts;
};

/// Names the dossier under review in this thread, for facts that Python reads: an object whose
/// `value` is the document as Python's values.
class reviewed_dossier {
public:
    explicit reviewed_dossier(nb::handle document);
    ~reviewed_dossier();
    reviewed_dossier(const reviewed_dossier&) = delete;
    reviewed_dossier& operator=(const reviewed_dossier&) = delete;
};

void bind_callables(nb::module_& m);
void bind_rulebook(nb::module_& m);
void bind_facts(nb::module_& m);
void bind_report(nb::module_& m);
void bind_dossier(nb::module_& m);
void bind_table(nb::module_& m);

}  // namespace xuanren::python
