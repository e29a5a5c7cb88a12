// include/xuanren/engine/citation.hpp
#pragma once

#include <xuanren/text.hpp>

#include <cstdint>
#include <string>

namespace xuanren {

/// Where a clause stands 条文出处. Zero means that the level is not named.
struct citation {
    enum class certainty : std::uint8_t {
        confirmed,
        unconfirmed,  ///< 条号待核: the text is known, its number is reconstructed
    };
    std::string instrument;  ///< appointment-regulations-2019; of a local rule its own title
    int article = 0;         ///< 条
    int paragraph = 0;       ///< 款
    int item = 0;            ///< 项
    text note;               ///< e.g. the official answer that a reading rests on; may be empty
    certainty sure = certainty::confirmed;

    friend bool operator==(const citation&, const citation&) = default;
};

}  // namespace xuanren
