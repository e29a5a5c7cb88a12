// include/xuanren/text.hpp
#pragma once

#include <string>

namespace xuanren {

/// One thing said in both languages 中英文本; Chinese is the original, English stands beside it.
struct text {
    std::string zh;
    std::string en;

    friend bool operator==(const text&, const text&) = default;
};

}  // namespace xuanren
