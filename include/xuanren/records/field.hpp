// include/xuanren/records/field.hpp
#pragma once

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace xuanren {

/// How a file says in words that it does not know a date, number, yes-or-no or enumeration.
enum class unknown_word : std::uint8_t {
    empty,      ///< ""
    not_clear,  ///< 不详
    not_known,  ///< 未知
    not_sure,   ///< 不明
    unknown,    ///< unknown
};

/// The words themselves, in the order of `unknown_word`.
inline constexpr std::string_view unknown_words[] = {"", "不详", "未知", "不明", "unknown"};

namespace detail {

/// A value kept elsewhere, copied and compared like the value itself; empty once moved from.
template <class T>
class kept_aside {
public:
    explicit kept_aside(T value) : held_(new T(std::move(value))) {}
    kept_aside(const kept_aside& other) : held_(other.held_ ? new T(*other.held_) : nullptr) {}
    kept_aside(kept_aside&&) noexcept = default;
    kept_aside& operator=(const kept_aside& other) {
        held_.reset(other.held_ ? new T(*other.held_) : nullptr);
        return *this;
    }
    kept_aside& operator=(kept_aside&&) noexcept = default;
    ~kept_aside() = default;

    [[nodiscard]] const T& operator*() const noexcept { return *held_; }
    [[nodiscard]] T& operator*() noexcept { return *held_; }

    friend bool operator==(const kept_aside& a, const kept_aside& b) {
        return a.held_ && b.held_ ? *a.held_ == *b.held_ : !a.held_ && !b.held_;
    }

private:
    std::unique_ptr<T> held_;
};

}  // namespace detail

/// A key of a record and the state in which the document left it 字段.
///
/// absent: the key is not there, so the fact is not known. null: stated as none. Unknown in words:
/// the document says "" or 不详 where a date, number, yes-or-no or enumeration belongs; as little
/// known as an absent key, but kept apart so that writing gives back what was read. Value: the
/// rest, empty texts and empty lists among them. Only `has_value()` and `is_null()` are statements.
/// Most keys of most documents are not there: what is large takes room only where it is.
template <class T>
class field {
public:
    using value_type = T;

    field() = default;
    template <class Other = T>
    requires std::convertible_to<Other, T> &&(!std::same_as<std::remove_cvref_t<Other>, field>)&&(
        !std::same_as<std::remove_cvref_t<Other>,
                      std::nullptr_t>)&&(!std::same_as<T, bool> ||
                                         std::same_as<std::remove_cvref_t<Other>, bool>)
        field(Other&& value)
        : state_(std::in_place_index<3>, std::forward<Other>(value)) {}
    field(std::nullptr_t) : state_(std::in_place_index<1>) {}
    explicit field(unknown_word word) : state_(std::in_place_index<2>, word) {}

    [[nodiscard]] bool is_absent() const noexcept { return state_.index() == 0; }
    [[nodiscard]] bool is_null() const noexcept { return state_.index() == 1; }
    [[nodiscard]] bool is_unknown_in_words() const noexcept { return state_.index() == 2; }
    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 3; }
    /// Neither a value nor none: absent, or unknown in words.
    [[nodiscard]] bool is_unknown() const noexcept { return is_absent() || is_unknown_in_words(); }
    explicit operator bool() const noexcept { return has_value(); }

    /// Requires: has_value().
    [[nodiscard]] const T& operator*() const noexcept { return value_in(*this); }
    [[nodiscard]] T& operator*() noexcept { return value_in(*this); }
    [[nodiscard]] const T* operator->() const noexcept { return &**this; }
    [[nodiscard]] T* operator->() noexcept { return &**this; }
    [[nodiscard]] T value_or(T other) const { return has_value() ? **this : std::move(other); }

    /// Requires: is_unknown_in_words().
    [[nodiscard]] unknown_word word() const noexcept {
        assert(is_unknown_in_words());
        return *std::get_if<2>(&state_);
    }

    template <class... Args>
    T& emplace(Args&&... args) {
        if constexpr (is_aside)
            return *state_.template emplace<3>(T(std::forward<Args>(args)...));
        else
            return state_.template emplace<3>(std::forward<Args>(args)...);
    }
    void set_null() noexcept { state_.template emplace<1>(); }
    void set_unknown(unknown_word word) noexcept { state_.template emplace<2>(word); }
    void reset() noexcept { state_.template emplace<0>(); }

    friend bool operator==(const field&, const field&) = default;

private:
    static constexpr bool is_aside = sizeof(T) > 64;
    using held = std::conditional_t<is_aside, detail::kept_aside<T>, T>;
    struct none {
        friend constexpr bool operator==(none, none) = default;
    };

    template <class Self>
    [[nodiscard]] static auto& value_in(Self& self) noexcept {
        assert(self.has_value());
        auto& there = *std::get_if<3>(&self.state_);
        if constexpr (is_aside)
            return *there;
        else
            return there;
    }

    std::variant<std::monostate, none, unknown_word, held> state_;
};

/// A key that the format does not know, kept with its value so that writing loses nothing.
struct extra_key {
    std::string key;
    std::string json;  ///< the value as compact JSON text

    friend bool operator==(const extra_key&, const extra_key&) = default;
};
using extra_keys = std::vector<extra_key>;

}  // namespace xuanren
