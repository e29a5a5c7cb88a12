// include/xuanren/problem.hpp
#pragma once

#include <xuanren/text.hpp>

#include <cassert>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {

/// What is wrong with an input 输入问题: a stable code, the place, what was found and what was expected.
///
/// `at` is a JSON pointer, or empty for the document as a whole; `line` and `column` count from 1,
/// 0 where they are not known. `message` quotes the field at fault and no other personal data.
struct problem {
    std::string code;      ///< stable: XR-JSON-003, XR-DATE-001, XR-RULE-012
    std::string file;      ///< the file's name as the caller gave it; empty where there is none
    std::string at;        ///< JSON pointer
    int line = 0;
    int column = 0;
    std::string found;     ///< what stands there, shortened
    text expected;         ///< what may stand there
    text message;          ///< the whole sentence

    friend bool operator==(const problem&, const problem&) = default;
};

/// A value that cannot exist was asked for, a thirteenth month say.
class invalid_value : public std::invalid_argument {
public:
    using std::invalid_argument::invalid_argument;
};

/// A value read from outside, or all problems that kept it from being read 读取结果.
template <class T>
class result {
public:
    result(T value) : state_(std::move(value)) {}
    result(std::vector<problem> problems) : state_(std::move(problems)) {
        assert(!std::get<std::vector<problem>>(state_).empty());
    }
    result(problem single) : state_(std::vector<problem>{std::move(single)}) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// Requires: has_value().
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] T* operator->() { return &value(); }

    /// Requires: !has_value().
    [[nodiscard]] const std::vector<problem>& problems() const& { return std::get<1>(state_); }

private:
    std::variant<T, std::vector<problem>> state_;
};

}  // namespace xuanren
