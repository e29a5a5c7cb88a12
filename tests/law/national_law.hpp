#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/rules.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

// The project's rules and calendar as they stand in its folders, not as they were built in: whoever
// edits them sees the tests' answer without building anything.
namespace xuanren::testing {

inline std::filesystem::path project() { return XUANREN_SOURCE_DIR; }

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

template <class T>
T unwrap(result<T> r) {
    if (r) return std::move(r).value();
    std::string all;
    for (const problem& p : r.problems())
        all += p.code + " " + p.file + p.at + " " + p.message.en + "\n";
    throw std::runtime_error(all);
}

inline const rulebook& national_law() {
    static const rulebook book = [] {
        load_options options;
        options.facts = national_catalogue();
        return unwrap(load_rules(project() / "rules", options));
    }();
    return book;
}

inline const working_calendar& calendar() {
    static const working_calendar held = [] {
        const std::filesystem::path file = project() / "rules/calendar/working-days.json";
        return unwrap(read_calendar(bytes_of(file), file.string()));
    }();
    return held;
}

}  // namespace xuanren::testing
