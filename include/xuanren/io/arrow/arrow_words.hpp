// include/xuanren/io/arrow/arrow_words.hpp
#pragma once

#include <xuanren/io/arrow/arrow_columns.hpp>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

// Texts, dictionaries and lists of texts as Arrow has them, laid out as words 文本列.

namespace xuanren {
namespace detail {

/// Text `i` of an array of texts; nothing where its offsets are not valid.
template <class Offset>
[[nodiscard]] std::optional<std::string_view> offset_text(const ArrowArray& a, std::size_t i) {
    const auto* offsets = static_cast<const Offset*>(a.buffers[1]);
    const Offset begin = offsets[i], end = offsets[i + 1];
    const auto* bytes = static_cast<const char*>(a.buffers[2]);
    if (begin < 0 || end < begin || (end > begin && bytes == nullptr)) return std::nullopt;
    if (end == begin) return std::string_view();
    return std::string_view(bytes + begin, static_cast<std::size_t>(end - begin));
}

/// A text of at most 12 bytes stands in its view; of a longer one the view tells buffer and offset.
[[nodiscard]] inline std::optional<std::string_view> viewed_text(const ArrowArray& a, std::size_t i) {
    const auto* view = static_cast<const char*>(a.buffers[1]) + i * 16;
    std::int32_t size = 0, buffer = 0, offset = 0;
    std::memcpy(&size, view, 4);
    if (size < 0) return std::nullopt;
    if (size <= 12) return std::string_view(view + 4, static_cast<std::size_t>(size));
    std::memcpy(&buffer, view + 8, 4);
    std::memcpy(&offset, view + 12, 4);
    const std::int64_t count = a.n_buffers - 3;
    if (buffer < 0 || offset < 0 || buffer >= count) return std::nullopt;
    const auto* bytes = static_cast<const char*>(a.buffers[2 + buffer]);
    const auto* sizes = static_cast<const std::int64_t*>(a.buffers[a.n_buffers - 1]);
    if (bytes == nullptr || sizes == nullptr || std::int64_t{offset} + size > sizes[buffer]) return std::nullopt;
    return std::string_view(bytes + offset, static_cast<std::size_t>(size));
}

[[nodiscard]] inline std::int64_t integer_of_arrow(arrow_kind k, const void* values, std::size_t i) {
    switch (k) {
        case arrow_kind::int8: return static_cast<const std::int8_t*>(values)[i];
        case arrow_kind::int16: return static_cast<const std::int16_t*>(values)[i];
        case arrow_kind::int32: return static_cast<const std::int32_t*>(values)[i];
        case arrow_kind::int64: return static_cast<const std::int64_t*>(values)[i];
        case arrow_kind::uint8: return static_cast<const std::uint8_t*>(values)[i];
        case arrow_kind::uint16: return static_cast<const std::uint16_t*>(values)[i];
        case arrow_kind::uint32: return static_cast<const std::uint32_t*>(values)[i];
        default: {
            const std::uint64_t n = static_cast<const std::uint64_t*>(values)[i];
            return n > std::uint64_t{1} << 40 ? -1 : static_cast<std::int64_t>(n);
        }
    }
}

}  // namespace detail

inline bool arrow_columns::has_text_buffers(kind k, const ArrowArray& a, std::size_t rows) {
    if (k != kind::utf8_view) return has_buffers(a, 3, rows);
    const bool is_fine = a.n_buffers >= 3 && a.n_buffers < 1'000'000 && a.buffers != nullptr && (rows == 0 || a.buffers[1] != nullptr) &&
                         !(a.null_count > 0 && a.buffers[0] == nullptr);
    if (!is_fine) broken(column_, {"缺少缓冲区", "a buffer is missing"});
    return is_fine;
}

inline std::optional<std::string_view> arrow_columns::text_at(kind k, const ArrowArray& a, std::size_t i) {
    auto found = raw_text(k, a, i);
    if (!found) return found;
    if (detail::first_not_utf8(*found) != found->npos) {
        refuse(i, {"UTF-8 文本", "UTF-8"});
        found.reset();
    }
    return found;
}

/// Without a look at its encoding: that is done once a word.
inline std::optional<std::string_view> arrow_columns::raw_text(kind k, const ArrowArray& a, std::size_t i) {
    const auto found = k == kind::utf8_view ? detail::viewed_text(a, i) : k == kind::utf8 ? detail::offset_text<std::int32_t>(a, i) : detail::offset_text<std::int64_t>(a, i);
    if (!found) broken(column_, {"文本的偏移无效", "the offsets of its texts are not valid"});
    return found;
}

inline std::optional<column_view> arrow_columns::texts(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows) {
    if (!has_text_buffers(field.kind, a, rows)) return std::nullopt;
    column_view in;
    in.valid = static_cast<const std::uint8_t*>(a.buffers[0]);
    in.offset = from;
    in.size = rows;
    auto& made = out_->positions_.emplace_back(rows);
    auto& words = out_->words_.emplace_back();
    std::unordered_map<std::string_view, std::int32_t> known;
    for (std::size_t i = 0; i < rows; ++i) {
        if (!in.is_known(i)) continue;
        const auto word = raw_text(field.kind, a, from + i);
        if (!word) return std::nullopt;
        const auto [at, is_new] = known.emplace(*word, static_cast<std::int32_t>(words.size()));
        if (is_new) {
            if (!text_at(field.kind, a, from + i)) return std::nullopt;
            words.push_back(*word);
        }
        made[i] = at->second;
    }
    return again(column_view::dictionary<std::int32_t>(made, words), in);
}

inline std::optional<column_view> arrow_columns::dictionary(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows) {
    const ArrowArray* held = a.dictionary;
    if (!has_buffers(a, 2, rows)) return std::nullopt;
    if (held == nullptr || held->length < 0 || held->offset < 0) {
        broken(column_, {"缺少字典", "its dictionary is missing"});
        return std::nullopt;
    }
    const auto count = static_cast<std::size_t>(held->length);
    if (!has_text_buffers(*field.words, *held, count)) return std::nullopt;
    column_view known_words;
    known_words.valid = static_cast<const std::uint8_t*>(held->buffers[0]);
    known_words.offset = static_cast<std::size_t>(held->offset);
    auto& words = out_->words_.emplace_back();
    std::unordered_map<std::string_view, std::int32_t> seen;
    std::vector<std::int32_t> meaning(count, -1);
    bool is_plain = field.kind == kind::int8 || field.kind == kind::int16 || field.kind == kind::int32;
    for (std::size_t i = 0; i < count; ++i) {
        if (!known_words.is_known(i)) {
            is_plain = false;
            continue;
        }
        const auto word = text_at(*field.words, *held, static_cast<std::size_t>(held->offset) + i);
        if (!word) return std::nullopt;
        const auto [at, is_new] = seen.emplace(*word, static_cast<std::int32_t>(words.size()));
        if (is_new) words.push_back(*word);
        meaning[i] = at->second;
        is_plain = is_plain && is_new;
    }
    column_view in;
    in.values = a.buffers[1];
    in.valid = static_cast<const std::uint8_t*>(a.buffers[0]);
    in.offset = from;
    in.size = rows;
    in.words = words;
    for (std::size_t i = 0; i < rows; ++i) {
        if (!in.is_known(i)) continue;
        const std::int64_t n = detail::integer_of_arrow(field.kind, in.values, from + i);
        if (n < 0 || n >= static_cast<std::int64_t>(count)) {
            refuse(i, {"字典中的位置", "a position in the dictionary"});
            return std::nullopt;
        }
    }
    if (is_plain) {
        in.form = field.kind == kind::int8 ? column_form::words8 : field.kind == kind::int16 ? column_form::words16 : column_form::words32;
        return in;
    }
    // Positions that are too wide, words that are null or stand twice: laid out anew.
    auto& made = out_->positions_.emplace_back(rows);
    auto& bits = out_->valid_.emplace_back(rows / 8 + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        if (!in.is_known(i)) continue;
        const std::int32_t m = meaning[static_cast<std::size_t>(detail::integer_of_arrow(field.kind, in.values, from + i))];
        if (m < 0) continue;
        made[i] = m;
        bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << (i % 8));
    }
    return column_view::dictionary<std::int32_t>(made, words, bits.data());
}

inline std::optional<column_view> arrow_columns::list(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows) {
    if (!has_buffers(a, 2, rows)) return std::nullopt;
    const ArrowArray* items = a.n_children == 1 && a.children != nullptr ? a.children[0] : nullptr;
    if (items == nullptr || items->length < 0 || items->offset < 0) {
        broken(column_, {"缺少列表的元素", "the elements of its lists are missing"});
        return std::nullopt;
    }
    const auto* starts = static_cast<const std::int32_t*>(a.buffers[1]);
    for (std::size_t i = from; i < from + rows; ++i)
        if (starts[i] < 0 || starts[i + 1] < starts[i] || starts[i + 1] > items->length) {
            broken(column_, {"列表的偏移无效", "the offsets of its lists are not valid"});
            return std::nullopt;
        }
    detail::arrow_field plain = field;
    plain.is_list = false;
    auto words = column(plain, *items, static_cast<std::size_t>(items->offset), static_cast<std::size_t>(items->length));
    if (!words) return std::nullopt;
    column_view out;
    out.form = column_form::word_lists;
    out.words = words->words;
    out.starts = starts;
    out.valid = static_cast<const std::uint8_t*>(a.buffers[0]);
    out.offset = from;
    out.size = rows;
    auto& positions = out_->positions_.emplace_back(words->size);
    for (std::size_t i = 0; i < words->size; ++i) {
        if (!words->is_known(i)) {
            refuse(i, {"没有空值的列表", "lists without nulls in them"});
            return std::nullopt;
        }
        const kind k = words->form == column_form::words8 ? kind::int8 : words->form == column_form::words16 ? kind::int16 : kind::int32;
        positions[i] = static_cast<std::int32_t>(detail::integer_of_arrow(k, words->values, words->offset + i));
    }
    out.values = positions.data();
    return out;
}

}  // namespace xuanren
