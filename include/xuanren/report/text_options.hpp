// include/xuanren/report/text_options.hpp
#pragma once

#include <xuanren/report/language.hpp>
#include <xuanren/report/paint.hpp>

#include <cstddef>
#include <string>

namespace xuanren {

/// How a report for people is set 版式.
struct text_options {
    language in = language::zh;
    paint colours{};
    std::size_t width = 100;  ///< columns of the page
    std::string file;         ///< named in the heading; may be empty
};

}  // namespace xuanren
