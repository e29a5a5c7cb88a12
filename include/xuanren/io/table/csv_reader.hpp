// include/xuanren/io/table/csv_reader.hpp
#pragma once

#include <xuanren/io/table/byte_source.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// What is wrong with the form of a record 记录格式问题.
enum class csv_fault : std::uint8_t {
    none,
    nul_byte,         ///< a byte of zero
    stray_quote,      ///< a quotation mark inside a cell that does not begin with one
    after_quote,      ///< something between a closing quotation mark and the separator
    open_quote,       ///< no closing quotation mark before the end of the file
    carriage_return,  ///< a carriage return that no line feed follows
    too_large,        ///< more bytes than a record may have
};

/// Reads the records of comma-separated values 读取 CSV (RFC 4180), a block of the file in memory at
/// a time: quoted cells, quotation marks doubled inside them, line feeds inside them, CRLF, a byte
/// order mark. Lines with nothing in them are no records.
///
/// The bytes that may end a cell are found eight at a time, and only they are looked at.
class csv_reader {
public:
    /// Requires: an ASCII separator other than a quotation mark or the end of a line.
    explicit csv_reader(byte_source from, char separator = ',', std::size_t largest_record = std::size_t{1} << 20)
        : from_(std::move(from)), separator_(separator), largest_(largest_record), buffer_(first_room) {}

    /// Goes on to the next record; false at the end of the file.
    [[nodiscard]] bool next() {
        for (;;) {
            if (!has_started_) start();
            line_ += lines_in_record_;
            lines_in_record_ = 0;
            begin_ = record_end_;
            first_mark_ = next_mark_;
            read_record();
            if (begin_ == end_ && is_over_) return false;
            if (cells_.size() > 1 || !cells_.front().empty() || has_quotes_ || fault_ != csv_fault::none) {
                ++record_;
                return true;
            }
        }
    }

    /// The cells of the record, valid until the next one is read.
    [[nodiscard]] std::span<const std::string_view> cells() const noexcept { return cells_; }
    [[nodiscard]] csv_fault fault() const noexcept { return fault_; }
    /// Of the record's first cell at fault, from 0.
    [[nodiscard]] std::size_t fault_cell() const noexcept { return fault_cell_; }
    /// The record's number, the header being 1, and the line on which it begins, from 1.
    [[nodiscard]] std::uint64_t record() const noexcept { return record_; }
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// How many bytes have been read up to the end of this record.
    [[nodiscard]] std::uint64_t bytes() const noexcept { return passed_ + record_end_; }
    /// The first bytes of the file, after a byte order mark; before the first record is read.
    [[nodiscard]] std::string_view beginning() {
        if (!has_started_) start();
        return {buffer_.data() + record_end_, end_ - record_end_};
    }

private:
    static constexpr std::size_t first_room = std::size_t{1} << 18;
    static constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;

    void start() {
        has_started_ = true;
        fill();
        if (end_ >= 3 && std::string_view(buffer_.data(), 3) == "\xEF\xBB\xBF") record_end_ = 3;
    }

    /// Brings more of the file behind what is there; moves the record begun to the front.
    void fill() {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        passed_ += begin_;
        end_ -= begin_;
        record_end_ -= std::min(record_end_, begin_);
        begin_ = 0;
        if (end_ * 2 > buffer_.size()) buffer_.resize(buffer_.size() * 2);
        while (end_ < buffer_.size()) {
            const std::size_t count = from_(buffer_.data() + end_, buffer_.size() - end_);
            if (count == 0) {
                is_over_ = true;
                break;
            }
            end_ += count;
        }
        find_marks();
        first_mark_ = next_mark_ = 0;
    }

    /// The places of all bytes below '#' and of all separators: whatever may end a cell is among them.
    void find_marks() {
        // Every byte may be one.
        if (marks_.size() < end_ + 65) marks_.resize(buffer_.size() + 65);
        std::uint32_t* out = marks_.data();
        std::size_t i = 0;
        if constexpr (std::endian::native == std::endian::little) {
            const std::uint64_t separators = ones * static_cast<unsigned char>(separator_);
            for (; i + 64 <= end_; i += 64) {
                std::uint64_t found = 0;
                for (std::size_t k = 0; k < 8; ++k) {
                    std::uint64_t x;
                    std::memcpy(&x, buffer_.data() + i + k * 8, 8);
                    const std::uint64_t low = ~(((x & ~tops) + ones * (0x80u - 0x23u)) | x);
                    const std::uint64_t y = x ^ separators;
                    const std::uint64_t equal = ~(((y & ~tops) + ~tops) | y);
                    found |= ((((low | equal) & tops) >> 7) * 0x0102040810204080u >> 56) << (k * 8);
                }
                for (; found != 0; found &= found - 1) *out++ = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(std::countr_zero(found));
            }
        }
        for (; i < end_; ++i) {
            const auto c = static_cast<unsigned char>(buffer_[i]);
            if (c < 0x23 || buffer_[i] == separator_) *out++ = static_cast<std::uint32_t>(i);
        }
        mark_count_ = static_cast<std::size_t>(out - marks_.data());
    }

    void blame(csv_fault f) {
        if (fault_ != csv_fault::none) return;
        fault_ = f;
        fault_cell_ = cells_.size();
    }

    /// Reads the record that begins at begin_, filling the buffer until it is whole.
    void read_record() {
        while (!try_record()) {
            if (end_ - begin_ > largest_) return give_up();
            fill();
        }
        for (const std::size_t c : doubled_) undouble(c);
        if (record_end_ - begin_ > largest_) blame(csv_fault::too_large);
    }

    void give_up() {
        blame(csv_fault::too_large);
        cells_.assign(1, std::string_view(buffer_.data() + begin_, 0));
        is_over_ = true;
        record_end_ = end_;
        next_mark_ = mark_count_;
    }

    /// False where the buffer ends before the record does.
    [[nodiscard]] bool try_record() {
        cells_.clear();
        doubled_.clear();
        fault_ = csv_fault::none;
        has_quotes_ = false;
        lines_in_record_ = 0;
        std::size_t mark = first_mark_;
        std::size_t cell = begin_;
        const char* bytes = buffer_.data();
        for (;;) {
            if (cell < end_ && bytes[cell] == '"') {
                if (!quoted_cell(cell, mark)) return false;
            }
            // A cell without quotation marks, or what follows the closing one.
            for (;; ++mark) {
                if (mark == mark_count_) {
                    if (!is_over_) return false;
                    close(cell, end_);
                    record_end_ = end_;
                    next_mark_ = mark;
                    return true;
                }
                const std::size_t at = marks_[mark];
                const char c = bytes[at];
                if (c == separator_) {
                    close(cell, at);
                    cell = at + 1;
                    ++mark;
                    break;
                }
                if (c == '\n') {
                    close(cell, at > cell && bytes[at - 1] == '\r' ? at - 1 : at);
                    ++lines_in_record_;
                    record_end_ = at + 1;
                    next_mark_ = mark + 1;
                    return true;
                }
                if (c == '"') blame(csv_fault::stray_quote);
                else if (c == '\0') blame(csv_fault::nul_byte);
                else if (c == '\r') {
                    if (at + 1 == end_ && !is_over_) return false;
                    if (at + 1 == end_ || bytes[at + 1] != '\n') blame(csv_fault::carriage_return);
                }
            }
        }
    }

    /// Goes to the end of a cell in quotation marks; `cell` is then what follows, kept for close().
    [[nodiscard]] bool quoted_cell(std::size_t& cell, std::size_t& mark) {
        const char* bytes = buffer_.data();
        has_quotes_ = true;
        bool is_doubled = false;
        while (marks_[mark] < cell) ++mark;
        ++mark;
        for (;; ++mark) {
            if (mark == mark_count_) {
                if (!is_over_) return false;
                blame(csv_fault::open_quote);
                quote_begin_ = cell + 1;
                quote_end_ = cell = end_;
                is_quoted_ = true;
                return true;
            }
            const std::size_t at = marks_[mark];
            if (bytes[at] == '\n') ++lines_in_record_;
            if (bytes[at] == '\0') blame(csv_fault::nul_byte);
            if (bytes[at] != '"') continue;
            if (at + 1 == end_ && !is_over_) return false;
            if (at + 1 < end_ && bytes[at + 1] == '"') {
                is_doubled = true;
                ++mark;
                continue;
            }
            if (is_doubled) doubled_.push_back(cells_.size());
            quote_begin_ = cell + 1;
            quote_end_ = at;
            cell = at + 1;
            is_quoted_ = true;
            ++mark;
            return true;
        }
    }

    void close(std::size_t from, std::size_t to) {
        if (!is_quoted_) {
            cells_.emplace_back(buffer_.data() + from, to - from);
            return;
        }
        is_quoted_ = false;
        if (from < to) blame(csv_fault::after_quote);
        cells_.emplace_back(buffer_.data() + quote_begin_, quote_end_ - quote_begin_);
    }

    /// Two quotation marks become one, where they stand.
    void undouble(std::size_t c) {
        char* begin = buffer_.data() + (cells_[c].data() - buffer_.data());
        char* out = begin;
        for (std::size_t i = 0; i < cells_[c].size(); ++i) {
            *out++ = begin[i];
            if (begin[i] == '"') ++i;
        }
        cells_[c] = {begin, static_cast<std::size_t>(out - begin)};
    }

    byte_source from_;
    char separator_;
    std::size_t largest_;
    std::vector<char> buffer_;
    std::vector<std::uint32_t> marks_;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> doubled_;  ///< cells in which a quotation mark is doubled
    std::size_t begin_ = 0, end_ = 0, record_end_ = 0;
    std::size_t first_mark_ = 0, next_mark_ = 0, mark_count_ = 0;
    std::size_t quote_begin_ = 0, quote_end_ = 0, fault_cell_ = 0;
    std::uint64_t record_ = 0, line_ = 1, lines_in_record_ = 0, passed_ = 0;
    csv_fault fault_ = csv_fault::none;
    bool has_started_ = false, is_over_ = false, is_quoted_ = false, has_quotes_ = false;
};

}  // namespace xuanren
