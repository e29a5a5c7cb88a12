// include/xuanren/records/id_index.hpp
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// No such record, or none named.
inline constexpr std::uint32_t no_record = std::numeric_limits<std::uint32_t>::max();

/// Finds a record of a list by its id, in constant time 编号索引.
///
/// It holds positions only, so a copy of list and index together stays right.
class id_index {
public:
    /// Complexity: linear.  Returns: pairs of positions (first, later) whose ids are the same.
    template <class Record>
    std::vector<std::pair<std::uint32_t, std::uint32_t>> build(const std::vector<Record>& records) {
        assert(records.size() < no_record);
        std::size_t size = 8;
        while (size < records.size() * 2) size *= 2;
        slots_.assign(size, no_record);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> twice;
        for (std::uint32_t i = 0; i < records.size(); ++i) {
            std::uint32_t& slot = slots_[place_of(records, records[i].id)];
            if (slot == no_record)
                slot = i;
            else
                twice.emplace_back(slot, i);
        }
        return twice;
    }

    /// Requires: built from these records.
    template <class Record>
    [[nodiscard]] std::uint32_t find(const std::vector<Record>& records,
                                     std::string_view id) const noexcept {
        return slots_.empty() ? no_record : slots_[place_of(records, id)];
    }

private:
    template <class Record>
    [[nodiscard]] std::size_t place_of(const std::vector<Record>& records,
                                       std::string_view id) const noexcept {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = std::hash<std::string_view>{}(id)&mask;
        while (slots_[place] != no_record && records[slots_[place]].id != id)
            place = (place + 1) & mask;
        return place;
    }

    std::vector<std::uint32_t> slots_;
};

}  // namespace xuanren
