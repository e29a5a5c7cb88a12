// include/xuanren/engine/condition.hpp
#pragma once

#include <xuanren/calendar/period.hpp>
#include <xuanren/engine/formula.hpp>

#include <cassert>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xuanren {

/// Tells how a C++ enumeration is spoken of in rules; specialised beside each such enumeration.
///
/// `name` is the enumeration's name in the catalogue, `is_ordered` whether greater is higher, and
/// `word(e)` the English member.
template <class E>
struct enumeration_words;  // static constexpr std::string_view name; static constexpr bool is_ordered;
                           // static std::string_view word(E);

template <class E>
concept named_enumeration = std::is_enum_v<E> && requires(E e) {
    { enumeration_words<E>::name } -> std::convertible_to<std::string_view>;
    { enumeration_words<E>::is_ordered } -> std::convertible_to<bool>;
    { enumeration_words<E>::word(e) } -> std::convertible_to<std::string_view>;
};

/// What a fact handle may stand for.
template <class T>
concept fact_type = std::same_as<T, bool> || std::same_as<T, std::int64_t> ||
                    std::same_as<T, std::string> || std::same_as<T, civil_date> ||
                    std::same_as<T, months> || named_enumeration<T>;

/// Types whose values a rule may put in order.
template <class T>
concept ordered_fact_type = fact_type<T> && !std::same_as<T, bool> &&
                            !std::same_as<T, std::string> &&
                            (!named_enumeration<T> || [] {
                                if constexpr (named_enumeration<T>)
                                    return enumeration_words<T>::is_ordered;
                                else
                                    return true;
                            }());

namespace detail {

[[nodiscard]] inline std::string feel_literal(bool b) { return b ? "true" : "false"; }
[[nodiscard]] inline std::string feel_literal(std::int64_t n) { return std::to_string(n); }
[[nodiscard]] inline std::string feel_literal(const civil_date& d) {
    return "@\"" + to_string(d) + "\"";
}
[[nodiscard]] inline std::string feel_literal(months m) { return "@\"" + to_string(m) + "\""; }
[[nodiscard]] inline std::string feel_literal(const std::string& s) {
    std::string out = "\"";
    for (const char c : s) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}
template <named_enumeration E>
[[nodiscard]] std::string feel_literal(E e) {
    return std::string(enumeration_words<E>::name) + "." + std::string(enumeration_words<E>::word(e));
}

}  // namespace detail

/// A value that a rule reckons with, written down: a fact, a literal, elapsed(x).
template <fact_type T>
class term {
public:
    explicit term(std::string feel) : feel_(std::move(feel)) {}
    [[nodiscard]] const std::string& feel() const noexcept { return feel_; }

private:
    std::string feel_;
};

/// The typed name of a fact 事实句柄, `facts::target_level`; it holds no value.
template <fact_type T>
struct fact_handle {
    std::string_view name;
    operator term<T>() const { return term<T>(std::string(name)); }
};

/// A condition under construction 条件; what it says is FEEL, read when its rule joins a rulebook.
///
/// `&`, `|` and `!` always keep both sides, so that an explanation is whole.
class condition {
public:
    enum class shape : std::uint8_t { test, conjunction, disjunction };

    condition(std::string feel, shape s = shape::test) : feel_(std::move(feel)), shape_(s) {}
    condition(fact_handle<bool> f) : feel_(f.name) {}
    condition(term<bool> t) : feel_(t.feel()) {}

    [[nodiscard]] const std::string& feel() const noexcept { return feel_; }
    [[nodiscard]] shape form() const noexcept { return shape_; }
    operator formula() const { return formula(feel_); }

    /// Both under one junction; parts of another are put in parentheses.
    [[nodiscard]] static condition join(const condition& a, const condition& b, const char* word, shape s) {
        return condition(part(a, s) + word + part(b, s), s);
    }

private:
    static std::string part(const condition& c, shape outer) {
        return c.shape_ == shape::test || c.shape_ == outer ? c.feel_ : "(" + c.feel_ + ")";
    }

    std::string feel_;
    shape shape_ = shape::test;
};

namespace detail {

template <class T>
struct term_value;
template <fact_type T>
struct term_value<term<T>> {
    using type = T;
};
template <fact_type T>
struct term_value<fact_handle<T>> {
    using type = T;
};
template <class X>
concept term_like = requires { typename term_value<X>::type; };
template <class X>
using term_type = typename term_value<X>::type;

template <fact_type T>
[[nodiscard]] std::string feel_of(const term<T>& t) { return t.feel(); }
template <fact_type T>
[[nodiscard]] std::string feel_of(const fact_handle<T>& f) { return std::string(f.name); }

/// The right side of a comparison: a term of the same type, or a plain value of it.
template <class X, class T>
concept comparable_with =
    (term_like<X> && std::same_as<T, typename term_value<X>::type>) ||
    (std::same_as<T, std::int64_t> ? std::integral<X> && !std::same_as<X, bool>
     : std::same_as<T, std::string> ? std::convertible_to<X, std::string> && !term_like<X>
                                    : std::same_as<X, T>);

template <fact_type T, class X>
[[nodiscard]] std::string right_side(const X& x) {
    if constexpr (term_like<X>) return feel_of(x);
    else if constexpr (std::same_as<T, std::int64_t>) return feel_literal(static_cast<std::int64_t>(x));
    else if constexpr (std::same_as<T, std::string>) return feel_literal(std::string(x));
    else return feel_literal(x);
}

template <class L, class R>
concept equality_terms = term_like<L> && comparable_with<R, term_type<L>>;
template <class L, class R>
concept order_terms = equality_terms<L, R> && ordered_fact_type<term_type<L>>;

template <class L, class R>
[[nodiscard]] condition compare(const L& l, const char* op, const R& r) {
    return condition(feel_of(l) + op + right_side<term_type<L>>(r));
}

}  // namespace detail

template <class L, class R> requires detail::equality_terms<L, R>
[[nodiscard]] condition operator==(const L& l, const R& r) { return detail::compare(l, " = ", r); }
template <class L, class R> requires detail::equality_terms<L, R>
[[nodiscard]] condition operator!=(const L& l, const R& r) { return detail::compare(l, " != ", r); }
template <class L, class R> requires detail::order_terms<L, R>
[[nodiscard]] condition operator<(const L& l, const R& r) { return detail::compare(l, " < ", r); }
template <class L, class R> requires detail::order_terms<L, R>
[[nodiscard]] condition operator<=(const L& l, const R& r) { return detail::compare(l, " <= ", r); }
template <class L, class R> requires detail::order_terms<L, R>
[[nodiscard]] condition operator>(const L& l, const R& r) { return detail::compare(l, " > ", r); }
template <class L, class R> requires detail::order_terms<L, R>
[[nodiscard]] condition operator>=(const L& l, const R& r) { return detail::compare(l, " >= ", r); }

namespace detail {

template <class X>
concept condition_like = std::same_as<X, condition> || std::same_as<X, fact_handle<bool>> ||
                         std::same_as<X, term<bool>>;

}  // namespace detail

/// Both 并且.
template <detail::condition_like A, detail::condition_like B>
[[nodiscard]] condition operator&(const A& a, const B& b) {
    return condition::join(condition(a), condition(b), " and ", condition::shape::conjunction);
}
/// One or both 或者.
template <detail::condition_like A, detail::condition_like B>
[[nodiscard]] condition operator|(const A& a, const B& b) {
    return condition::join(condition(a), condition(b), " or ", condition::shape::disjunction);
}
/// Not 不.
template <detail::condition_like A>
[[nodiscard]] condition operator!(const A& a) {
    return condition("not(" + condition(a).feel() + ")");
}

/// Whole months from a date to the rule's own reference date 足月数.
[[nodiscard]] inline term<months> elapsed(const term<civil_date>& from) {
    return term<months>("elapsed(" + from.feel() + ")");
}
[[nodiscard]] inline term<months> elapsed(const fact_handle<civil_date>& from) {
    return elapsed(term<civil_date>(from));
}

/// Every one of them 全部满足.
template <std::convertible_to<condition>... More>
[[nodiscard]] condition all_of(const condition& first, const More&... more) {
    condition out = first;
    ((out = out & condition(more)), ...);
    return out;
}

/// One of them at least 任一满足.
template <std::convertible_to<condition>... More>
[[nodiscard]] condition any_of(const condition& first, const More&... more) {
    condition out = first;
    ((out = out | condition(more)), ...);
    return out;
}

/// The requirement, or else what excuses it 除外.
[[nodiscard]] inline condition unless(const condition& requirement, const condition& excuse) {
    return requirement | excuse;
}

namespace detail {

inline void choose(const std::vector<condition>& from, std::size_t wanted, std::size_t start,
                   std::vector<condition>& taken, std::vector<condition>& out) {
    if (taken.size() == wanted) {
        condition all = taken.front();
        for (std::size_t i = 1; i < taken.size(); ++i) all = all & taken[i];
        out.push_back(all);
        return;
    }
    for (std::size_t i = start; i + (wanted - taken.size()) <= from.size(); ++i) {
        taken.push_back(from[i]);
        choose(from, wanted, i + 1, taken, out);
        taken.pop_back();
    }
}

}  // namespace detail

/// So many of them at least 至少n项. Written out as its combinations, which is exact under
/// missing facts: two known to hold are enough whatever the third is.
/// Requires: 0 < wanted <= the number of conditions.
template <std::convertible_to<condition>... Conditions>
[[nodiscard]] condition at_least(std::size_t wanted, const Conditions&... conditions) {
    const std::vector<condition> from{condition(conditions)...};
    assert(wanted > 0 && wanted <= from.size());
    std::vector<condition> taken;
    std::vector<condition> combinations;
    detail::choose(from, wanted, 0, taken, combinations);
    condition out = combinations.front();
    for (std::size_t i = 1; i < combinations.size(); ++i) out = out | combinations[i];
    return out;
}

}  // namespace xuanren
