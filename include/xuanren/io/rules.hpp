// include/xuanren/io/rules.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/engine/rulebook.hpp>
#include <xuanren/io/rule_json.hpp>
#include <xuanren/problem.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

struct load_options {
    std::shared_ptr<const catalogue> facts;  ///< record facts that rules may name
    const rulebook* beside = nullptr;        ///< a book that the new rules may refer to and set aside
    std::string name;                        ///< of the rulebook; default: the folder's
};

/// Reads a folder of rules 加载规则: instrument.json, article-NN.json, definitions.json, tables.json,
/// in any depth of folders, one folder an instrument. Other files are left alone, and so is a folder
/// local/ beside party/ or state/: what a place adds to the national rules is loaded by itself.
///
/// Errors: every problem of every file at once, XR-RULE-nnn, with file, JSON pointer, column of the
/// expression and what was expected. Nothing is half loaded.
[[nodiscard]] XUANREN_INLINE result<rulebook> load_rules(const std::filesystem::path& folder,
                                                 const load_options& options);
[[nodiscard]] XUANREN_INLINE result<rulebook> load_rules(const std::vector<rule_file>& files,
                                                 const load_options& options);

/// Writes the parts back as JSON, members in the order of the house, defaults left out.
/// Errors: XR-RULE-050 where a formula holds a callback.
[[nodiscard]] XUANREN_INLINE result<std::string> to_json(const rule& r);
[[nodiscard]] XUANREN_INLINE std::string to_json(const exception& e);
[[nodiscard]] XUANREN_INLINE std::string to_json(const definition& d);
[[nodiscard]] XUANREN_INLINE std::string to_json(const table& t);
[[nodiscard]] XUANREN_INLINE std::string to_json(const instrument& i);

/// One rule from its JSON alone, checked against a rulebook's facts and tables.
[[nodiscard]] XUANREN_INLINE result<rule> rule_from_json(std::string_view json, const rulebook& book);

}  // namespace xuanren

#ifndef XUANREN_COMPILED
#include <xuanren/io/rules_load.hpp>
#include <xuanren/io/rules_writer.hpp>
#endif
