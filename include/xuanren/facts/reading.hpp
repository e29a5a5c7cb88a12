// include/xuanren/facts/reading.hpp
#pragma once

#include <xuanren/engine/either.hpp>
#include <xuanren/facts/career.hpp>
#include <xuanren/facts/words.hpp>
#include <xuanren/records/field.hpp>

#include <charconv>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

[[nodiscard]] inline value as_value(bool b) {
    return value(b);
}
[[nodiscard]] inline value as_value(std::int64_t n) {
    return value(number(n));
}
[[nodiscard]] inline value as_value(const std::string& s) {
    return value(s);
}
[[nodiscard]] inline value as_value(const civil_date& d) {
    return value(d);
}
[[nodiscard]] inline value as_value(const interval<civil_date>& d) {
    return value(d);
}
template <has_words E>
[[nodiscard]] value as_value(E e) {
    return value_of(e);
}
/// The shortest decimal that reads back as this number; unknown for what is no number.
[[nodiscard]] inline value as_value(double d) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, d).ptr;
    const auto read =
        number::parse(std::string_view(digits, static_cast<std::size_t>(end - digits)));
    return read ? value(*read) : value();
}

/// What a field holds; unknown where it says nothing or none.
template <class T>
[[nodiscard]] value held_in(const field<T>& f) {
    return f.has_value() ? as_value(*f) : value();
}

/// Whether a field holds something; unknown where it says nothing.
template <class T>
[[nodiscard]] value has_one(const field<T>& f) {
    if (f.has_value()) return true;
    if (f.is_null()) return false;
    return {};
}

template <class T>
[[nodiscard]] truth has_truth(const field<T>& f) {
    return f.has_value() ? truth::yes : f.is_null() ? truth::no : truth::unknown;
}

[[nodiscard]] inline value list_of_values(std::vector<value> items) {
    return value(std::make_shared<const list_value>(list_value{std::move(items)}));
}
[[nodiscard]] inline value record_of_values(const record_type& type, std::vector<value> fields) {
    return value(std::make_shared<const record_value>(record_value{&type, std::move(fields)}));
}
[[nodiscard]] inline value strings(const field<std::vector<std::string>>& f) {
    if (f.is_unknown()) return {};
    std::vector<value> items;
    if (f) {
        items.reserve(f->size());
        for (const std::string& s : *f) items.emplace_back(s);
    }
    return list_of_values(std::move(items));
}

/// The stretch from one day up to another, which is not part of it; null: to the present.
[[nodiscard]] inline value range_between(value from, value to) {
    range_value r;
    r.low = std::move(from);
    r.high = std::move(to);
    r.high_included = false;
    return value(std::make_shared<const range_value>(std::move(r)));
}

}  // namespace xuanren::detail
