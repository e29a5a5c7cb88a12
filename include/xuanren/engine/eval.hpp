// include/xuanren/engine/eval.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/feel.hpp>
#include <xuanren/problem.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// Values by name for an expression evaluated on its own 求值的输入; names may hold blanks.
class named_inputs {
public:
    named_inputs() : named_inputs(catalogue()) {}
    /// With the facts and enumerations of a catalogue; its facts are unknown until they are set.
    explicit named_inputs(const catalogue& known) : names_(std::make_shared<catalogue>(known)) {}

    /// Later values of one name win.
    void set(const std::string& name, value v) {
        std::size_t index = names_->index_of(name);
        if (index == catalogue::none) {
            fact f;
            f.name = name;
            f.zh = name;
            f.dated = "undated";
            f.value_type = types::any;
            index = names_->add(std::move(f));
        }
        set_.emplace_back(index, std::move(v));
    }

    /// A record type that lives as long as these inputs, for values that are records.
    [[nodiscard]] const record_type& add(record_type r) { return names_->add(std::move(r)); }

    [[nodiscard]] const catalogue& names() const noexcept { return *names_; }
    [[nodiscard]] fact_values values() const {
        fact_values out(names_->size());
        for (const auto& [index, v] : set_) out.set(index, v);
        return out;
    }

private:
    std::shared_ptr<catalogue> names_;
    std::vector<std::pair<std::size_t, value>> set_;
};

/// Evaluates one expression as FEEL itself does 求值: what is ill-typed is null.
///
/// `on` is the reference date of `elapsed` and `time in`; without it they are unknown.
/// Errors: those of parse_feel_leniently.
[[nodiscard]] XUANREN_INLINE result<value> evaluate_feel(
    std::string_view expression, const named_inputs& inputs,
    std::optional<civil_date> on = std::nullopt, const working_calendar* calendar = nullptr);

/// Reads a JSON object of inputs: each a plain JSON value (an object becomes a record), or
/// {"type", "value" | "items"} as in the conformance cases.
/// Errors: XR-FEEL-040 not a JSON object, 041 a value that its type does not allow.
[[nodiscard]] XUANREN_INLINE result<named_inputs> read_inputs(std::string_view json,
                                                      const catalogue& known = {});

/// One line of `xuanren eval --jsonl`: {"expression", "inputs", "input_types"} in, and out
/// {"type", "value" | "items"}, {"type": "null"} or {"error", "column"}. No line is refused
/// otherwise.
[[nodiscard]] XUANREN_INLINE std::string eval_json_line(std::string_view line);

/// A value as the line's answer has it.
[[nodiscard]] XUANREN_INLINE nlohmann::ordered_json to_json_answer(const value& v);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/engine/eval_json.hpp>
#endif
