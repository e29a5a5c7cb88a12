// include/xuanren/engine/columns/memory_ahead.hpp
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace xuanren::detail {

/// Stretches of memory that the next block will touch, asked for a few lines at a time while this one is
/// worked on 预取.
///
/// A block of a column is about one page, so that to the machine every block begins somewhere new; asked
/// for all at once its lines would queue up, and the work with them.
class memory_ahead {
public:
    void add(const void* at, std::size_t bytes) {
        if (next_ >= most_done) {
            waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(next_));
            next_ = 0;
        }
        // Whole lines, the first and the last of which may be shared.
        const auto from = reinterpret_cast<std::uintptr_t>(at) & ~std::uintptr_t{line - 1};
        const std::size_t lines = (reinterpret_cast<std::uintptr_t>(at) + bytes - from + line - 1) / line;
        waiting_.push_back({from, lines});
        lines_ += lines;
    }
    /// A few of the lines that wait, and more where many do.
    void fetch_some() {
        for (std::size_t left = few * (1 + lines_ / many); left != 0 && next_ < waiting_.size();) {
            stretch& s = waiting_[next_];
            const std::size_t count = std::min(s.lines, left);
            for (std::size_t i = 0; i < count; ++i) fetch(s.at + i * line);
            s.at += count * line;
            s.lines -= count;
            if (s.lines == 0) ++next_;
            left -= count;
            lines_ -= count;
        }
    }

private:
    static constexpr std::size_t line = 64, few = 16, many = 512, most_done = 1024;
    struct stretch {
        std::uintptr_t at;
        std::size_t lines;
    };
    static void fetch([[maybe_unused]] std::uintptr_t at) noexcept {
#if defined(__GNUC__)
        __builtin_prefetch(reinterpret_cast<const void*>(at));
#endif
    }

    std::vector<stretch> waiting_;
    std::size_t next_ = 0;   ///< of them
    std::size_t lines_ = 0;  ///< not yet asked for
};

}  // namespace xuanren::detail
