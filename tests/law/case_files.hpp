#pragma once

#include "national_law.hpp"

#include <xuanren/testing/rule_cases.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace xuanren::testing {

struct case_file {
    std::string name;
    std::vector<rule_case> cases;
};

/// The rows of every tests/law/**/*.cases.json, in the order of the files' names.
inline const std::vector<case_file>& case_files() {
    static const std::vector<case_file> files = [] {
        const std::filesystem::path folder = project() / "tests/law";
        std::vector<case_file> out;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.path().string().ends_with(".cases.json")) continue;
            const std::string name = std::filesystem::relative(entry.path(), folder).generic_string();
            out.push_back({name, unwrap(read_rule_cases(bytes_of(entry.path()), name))});
        }
        std::sort(out.begin(), out.end(),
                  [](const case_file& a, const case_file& b) { return a.name < b.name; });
        return out;
    }();
    return files;
}

}  // namespace xuanren::testing
