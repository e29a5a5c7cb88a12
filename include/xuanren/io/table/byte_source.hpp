// include/xuanren/io/table/byte_source.hpp
#pragma once

#include <xuanren/compiled.hpp>
#include <xuanren/problem.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace xuanren {

/// Where bytes come from 字节来源: fills the room given and says how much it filled; 0 at the end.
using byte_source = std::function<std::size_t(char* into, std::size_t room)>;

/// The same text in UTF-8, turned as it is read, from an encoding that iconv knows 转换编码; GB2312
/// and GBK are read as GB18030, which holds both.
///
/// `fault`, which outlives the source, is told what went wrong, and the text then ends there.
/// Errors: XR-CSV-007 an encoding that is not known, or bytes that are none of it.
[[nodiscard]] byte_source decoded(byte_source from, std::string_view encoding, std::vector<problem>& fault);

}  // namespace xuanren
