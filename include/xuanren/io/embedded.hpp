// include/xuanren/io/embedded.hpp
#pragma once

#include <string_view>
#include <vector>

namespace xuanren {

/// A file of the folder rules/ as the compiled library carries it 内置规则文件.
struct embedded_file {
    std::string_view path;   ///< below rules/, with '/': "party/appointment-regulations-2019/article-08.json"
    std::string_view bytes;  ///< the file as it is
};

/// All files of rules/ that the library was built with, in the order of their paths.
///
/// Needs the compiled library (xuanren::xuanren).
[[nodiscard]] const std::vector<embedded_file>& embedded_rules();

}  // namespace xuanren
