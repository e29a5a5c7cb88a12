// include/xuanren/testing/doctest.hpp
#pragma once

// For test suites of users: the library's values as doctest prints them, and checks of its answers.
// Needs doctest beside xuanren.

#include <xuanren/report/names.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/testing/tested_dossier.hpp>

#include <doctest/doctest.h>

#include <string>

/// An appointment is compliant, or all appointments of a dossier are: `CHECK_COMPLIANT(bureau["a1"])`.
#define CHECK_COMPLIANT(...) DOCTEST_CHECK(::xuanren::testing::is_compliant(__VA_ARGS__))

/// A rule that the pattern covers is violated:
/// `CHECK_VIOLATES(bureau["a1"], "appointment-regulations-2019/8.1.3/*")`.
#define CHECK_VIOLATES(...) DOCTEST_CHECK(::xuanren::testing::violates(__VA_ARGS__))

namespace xuanren {

// The words that JSON has for them; doctest prints an enumeration by an overload of its own.
[[nodiscard]] inline doctest::String toString(status s) { return std::string(code_of(s)).c_str(); }
[[nodiscard]] inline doctest::String toString(outcome o) { return std::string(code_of(o)).c_str(); }
[[nodiscard]] inline doctest::String toString(force f) { return std::string(code_of(f)).c_str(); }
[[nodiscard]] inline doctest::String toString(basis b) { return std::string(code_of(b)).c_str(); }
[[nodiscard]] inline doctest::String toString(truth t) { return std::string(code_of(t)).c_str(); }

}  // namespace xuanren

namespace doctest {

template <>
struct StringMaker<xuanren::testing::answer> {
    static String convert(const xuanren::testing::answer& a) { return ("\n" + a.told).c_str(); }
};

template <>
struct StringMaker<xuanren::testing::tested_case> {
    static String convert(const xuanren::testing::tested_case& c) { return c.summary().c_str(); }
};

template <>
struct StringMaker<xuanren::civil_date> {
    static String convert(const xuanren::civil_date& d) { return to_string(d).c_str(); }
};

template <>
struct StringMaker<xuanren::value> {
    static String convert(const xuanren::value& v) { return in_words(v, xuanren::language::en).c_str(); }
};

template <>
struct StringMaker<xuanren::verdict> {
    static String convert(const xuanren::verdict& v) {
        return (v.of->id() + ": " + std::string(code_of(v.status))).c_str();
    }
};

template <>
struct StringMaker<xuanren::problem> {
    static String convert(const xuanren::problem& p) {
        return (p.code + " " + p.at + ": " + p.message.zh).c_str();
    }
};

}  // namespace doctest
