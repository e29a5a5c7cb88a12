// include/xuanren/engine/rulebook_parts.hpp
#pragma once

#include <xuanren/engine/definition.hpp>
#include <xuanren/engine/exception.hpp>
#include <xuanren/engine/instrument.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/table.hpp>
#include <xuanren/problem.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// The file and place that a rule came from 规则来源.
struct rule_origin {
    std::string file;
    std::string pointer;
};

/// Rulebooks that cannot be joined or a change that cannot be made; says everything that is wrong.
class rulebook_error : public invalid_value {
public:
    explicit rulebook_error(std::vector<problem> problems)
        : invalid_value(problems.empty() ? "rulebook" : problems.front().message.en),
          problems_(std::move(problems)) {}
    [[nodiscard]] const std::vector<problem>& problems() const noexcept { return problems_; }

private:
    std::vector<problem> problems_;
};

/// Everything that a rulebook is made of 规则集的组成, before or after it is checked.
struct rulebook_parts {
    std::string name;
    std::shared_ptr<const catalogue> facts;  ///< with a fact for each definition
    std::vector<std::shared_ptr<const instrument>> instruments;
    std::vector<std::shared_ptr<const rule>> rules;
    std::vector<std::shared_ptr<const exception>> exceptions;
    std::vector<std::shared_ptr<const definition>> definitions;
    std::vector<std::shared_ptr<const table>> tables;
    std::vector<std::string> removed;        ///< higher rules taken out or replaced with `loosens`
    bool refers_outside = false;             ///< may name rules of a book that it will join
    std::optional<civil_date> law_date;      ///< versions are those in force on this day
    std::unordered_map<std::string, rule_origin> origins;  ///< by detail::origin_key
};

namespace detail {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace detail
}  // namespace xuanren
