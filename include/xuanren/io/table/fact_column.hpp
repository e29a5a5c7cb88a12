// include/xuanren/io/table/fact_column.hpp
#pragma once

#include <xuanren/engine/columns/column.hpp>
#include <xuanren/io/table/cell_values.hpp>
#include <xuanren/io/table/fact_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// One bit a row that grows as rows are set.
class row_marks {
public:
    void set(std::size_t row, bool is_so) {
        if (row / 8 >= bytes_.size()) bytes_.resize(row / 8 * 2 + 128);
        const auto bit = static_cast<std::uint8_t>(1u << (row % 8));
        if (is_so) bytes_[row / 8] = static_cast<std::uint8_t>(bytes_[row / 8] | bit);
        else bytes_[row / 8] = static_cast<std::uint8_t>(bytes_[row / 8] & ~bit);
    }
    [[nodiscard]] bool is_set(std::size_t row) const noexcept { return row / 8 < bytes_.size() && (bytes_[row / 8] >> (row % 8) & 1) != 0; }
    [[nodiscard]] const std::uint8_t* data() const noexcept { return bytes_.data(); }

private:
    std::vector<std::uint8_t> bytes_ = std::vector<std::uint8_t>(128);
};

/// What the cells of a column tell.
struct column_target {
    std::string name;           ///< as a table_view has it
    type value_type;
    cell_years years = {};
    bool is_upper = false;      ///< the upper bound of another column's values
};

/// What a cell says of its fact.
enum class cell_says : std::uint8_t { value, none, nothing, wrong };

/// The cells of one column turned into values, a batch of rows at a time 事实列.
///
/// A row may be set again before the next one is: a row that is skipped leaves nothing behind.
class fact_column {
public:
    fact_column(column_target what, const column_mapping& how, const std::vector<std::string>& unknown)
        : name_(std::move(what.name)), type_(std::move(what.value_type)), how_(how), years_(what.years), is_upper_(what.is_upper) {
        for (const std::string& word : unknown) special_.emplace_back(word, cell_says::nothing);
        for (const std::string& word : how_.none) special_.emplace_back(word, cell_says::none);
        for (const auto& [cell, meaning] : how_.words) meanings_.emplace(cell, meaning);
    }

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const type& value_type() const noexcept { return type_; }

    cell_says read(std::string_view cell, std::size_t row) {
        if (cell == last_cell_ && has_last_ && is_short_list()) return repeat(row);
        for (const auto& [word, says] : special_)
            if (cell == word) return leave_out(row, says);
        std::string_view said = cell;
        if (!meanings_.empty())
            if (const auto found = meanings_.find(cell); found != meanings_.end()) said = found->second;
        if (!take(said, row)) return cell_says::wrong;
        known_.set(row, true);
        if (is_short_list()) remember(cell, row);
        return cell_says::value;
    }
    cell_says leave_out(std::size_t row, cell_says says) {
        keep(row, 0);
        known_.set(row, false);
        if (has_upper_) upper_known_.set(row, false);
        return says;
    }

    /// What a cell may hold, for messages.
    [[nodiscard]] text expected() const {
        switch (type_.kind) {
            case type_kind::boolean: return {"true、false、是、否、1 或 0", "true, false, 1 or 0"};
            case type_kind::number: return {"数，如 12、4.5", "a number: 12, 4.5"};
            case type_kind::date: {
                std::string forms;
                for (const std::string& form : how_.dates) forms += (forms.empty() ? "" : ", ") + form;
                if (!forms.empty()) return {"日期，写法为 " + forms, "a date written as " + forms};
                return {"日期，如 2024-05-20、2024.05、2024", "a date: 2024-05-20, 2024.05, 2024"};
            }
            case type_kind::months: return {"足月数，如 P24M、P2Y", "months: P24M, P2Y"};
            case type_kind::days: return {"日数，如 P5D", "days: P5D"};
            case type_kind::enumeration: {
                text out;
                for (const auto& m : type_.words->members) {
                    out.zh += (out.zh.empty() ? "" : "、") + m.zh;
                    out.en += (out.en.empty() ? "" : ", ") + m.name;
                }
                return out;
            }
            case type_kind::list: return {"以分号隔开的词，没有写 []", "words with semicolons between them; [] for none"};
            default: return {"文本", "text"};
        }
    }

    /// The rows so far, where they lie until the next batch.
    [[nodiscard]] column_view view(std::size_t rows) {
        switch (type_.kind) {
            case type_kind::boolean: return column_view::bytes({bytes_.data(), rows}, known_.data());
            case type_kind::date: return column_view::packed_dates({days_.data(), rows}, known_.data());
            case type_kind::enumeration: return column_view::integers<std::int16_t>({places_.data(), rows}, known_.data());
            case type_kind::string:
                word_views_.assign(words_.begin(), words_.end());
                return column_view::dictionary<std::int32_t>({days_.data(), rows}, word_views_, known_.data());
            case type_kind::list:
                word_views_.assign(words_.begin(), words_.end());
                return column_view::lists_of_words({starts_.data(), rows + 1}, days_.data(), word_views_, known_.data());
            default:
                if (scale_ > 0) return column_view::decimals({numbers_.data(), rows}, scale_, known_.data());
                return column_view::integers<std::int64_t>({numbers_.data(), rows}, known_.data());
        }
    }
    /// Whether dates known to the month or the year have been met; their last days then stand beside.
    [[nodiscard]] bool has_upper() const noexcept { return has_upper_; }
    [[nodiscard]] column_view upper(std::size_t rows) const {
        return column_view::packed_dates({upper_.data(), rows}, upper_known_.data());
    }

    /// The last day of a row's date, where it is known to the month or the year.
    [[nodiscard]] std::optional<std::int32_t> last_day(std::size_t row) const {
        if (!has_upper_ || !upper_known_.is_set(row)) return std::nullopt;
        return upper_[row];
    }
    [[nodiscard]] bool is_known(std::size_t row) const noexcept { return known_.is_set(row); }
    void put_day(std::size_t row, std::int32_t packed) {
        keep(row, packed);
        known_.set(row, true);
    }

    /// The next row is the first again. Its forms stay, so that one plan serves all batches.
    void begin_batch() {
        if ((type_.kind != type_kind::string && type_.kind != type_kind::list) || words_.size() < 4096) return;
        words_.clear();
        positions_.clear();
        has_last_ = false;
    }

private:
    [[nodiscard]] bool is_short_list() const noexcept {
        return type_.kind == type_kind::enumeration || type_.kind == type_kind::boolean || type_.kind == type_kind::string;
    }
    void remember(std::string_view cell, std::size_t row) {
        last_cell_.assign(cell);
        has_last_ = true;
        last_value_ = type_.kind == type_kind::boolean ? bytes_[row] : type_.kind == type_kind::string ? days_[row] : places_[row];
    }
    cell_says repeat(std::size_t row) {
        keep(row, last_value_);
        known_.set(row, true);
        return cell_says::value;
    }
    template <class T>
    static void put(std::vector<T>& into, std::size_t row, T v) {
        if (row >= into.size()) into.resize(row * 2 + 1024);
        into[row] = v;
    }
    void keep(std::size_t row, std::int64_t v) {
        switch (type_.kind) {
            case type_kind::boolean: return put(bytes_, row, static_cast<std::uint8_t>(v));
            case type_kind::date:
                if (has_upper_) put(upper_, row, std::int32_t{0});
                return put(days_, row, static_cast<std::int32_t>(v));
            case type_kind::string: return put(days_, row, static_cast<std::int32_t>(v));
            case type_kind::enumeration: return put(places_, row, static_cast<std::int16_t>(v));
            case type_kind::list:
                starts_.resize(row + 1);
                starts_.push_back(starts_[row]);
                return;
            default: return put(numbers_, row, v);
        }
    }

    [[nodiscard]] bool take(std::string_view cell, std::size_t row) {
        switch (type_.kind) {
            case type_kind::boolean: {
                const auto b = boolean_of(cell);
                if (b) keep(row, *b);
                return b.has_value();
            }
            case type_kind::number: return take_number_cell(cell, row);
            case type_kind::date: return take_date(cell, row);
            case type_kind::months:
            case type_kind::days: {
                const auto p = period_of(cell, type_.kind == type_kind::months, how_.unit);
                if (p) keep(row, *p);
                return p.has_value();
            }
            case type_kind::enumeration: {
                const auto found = members_.find(cell);
                int index = found == members_.end() ? -1 : found->second;
                if (index < 0) {
                    index = type_.words->index_of(cell);
                    if (index < 0) return false;
                    members_.emplace(std::string(cell), index);
                }
                keep(row, index);
                return true;
            }
            case type_kind::string: return keep(row, position_of(cell)), true;
            case type_kind::list: return take_list(cell, row), true;
            default: return false;
        }
    }
    [[nodiscard]] std::int32_t position_of(std::string_view word) {
        if (const auto found = positions_.find(word); found != positions_.end()) return found->second;
        words_.emplace_back(word);
        const auto position = static_cast<std::int32_t>(words_.size() - 1);
        positions_.emplace(words_.back(), position);
        return position;
    }
    void take_list(std::string_view cell, std::size_t row) {
        keep(row, 0);
        if (cell == "[]") return;
        while (!cell.empty()) {
            const std::size_t end = std::min(cell.find(';'), cell.size());
            std::string_view word = cell.substr(0, end);
            cell.remove_prefix(std::min(end + 1, cell.size()));
            while (word.starts_with(' ')) word.remove_prefix(1);
            while (word.ends_with(' ')) word.remove_suffix(1);
            if (!word.empty()) put(days_, static_cast<std::size_t>(starts_[row + 1]++), position_of(word));
        }
    }
    [[nodiscard]] bool take_number_cell(std::string_view cell, std::size_t row) {
        const auto n = number_of(cell);
        if (!n) return false;
        std::int64_t digits = n->digits;
        // Below 10^18 at every scale, so that comparing keeps within 64 bits.
        const auto grow = [](std::int64_t& v, int by) {
            for (; by > 0; --by) {
                if (v > 100'000'000'000'000'000 || v < -100'000'000'000'000'000) return false;
                v *= 10;
            }
            return true;
        };
        if (n->scale > scale_) {
            // The rows before are told as finely; one that could not be keeps this cell out.
            std::vector<std::int64_t> finer(numbers_);
            for (std::size_t i = 0; i < row && i < finer.size(); ++i)
                if (!grow(finer[i], n->scale - scale_)) return false;
            numbers_ = std::move(finer);
            scale_ = n->scale;
        } else if (!grow(digits, scale_ - n->scale)) {
            return false;
        }
        keep(row, digits);
        return true;
    }
    [[nodiscard]] bool take_date(std::string_view cell, std::size_t row) {
        std::optional<packed_days> days;
        if (how_.dates.empty()) days = packed_date_of(cell, years_);
        for (const std::string& form : how_.dates)
            if (!days) days = packed_date_of(cell, form);
        if (!days) return false;
        if (is_upper_) return keep(row, days->last), true;
        const bool is_exact = days->first == days->last;
        if (!is_exact) has_upper_ = true;
        keep(row, days->first);
        if (has_upper_) {
            put(upper_, row, days->last);
            upper_known_.set(row, !is_exact);
        }
        return true;
    }

    struct text_hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
    };
    template <class T>
    using by_word = std::unordered_map<std::string, T, text_hash, std::equal_to<>>;

    std::string name_;
    type type_;
    column_mapping how_;
    cell_years years_;
    bool is_upper_;
    std::vector<std::pair<std::string, cell_says>> special_;
    by_word<std::string> meanings_;
    by_word<int> members_;

    std::vector<std::uint8_t> bytes_;
    std::vector<std::int16_t> places_;
    std::vector<std::int32_t> days_, upper_;  // of strings and lists, days_ holds the positions of words
    std::vector<std::int32_t> starts_ = {0};  // of lists
    std::vector<std::int64_t> numbers_;
    row_marks known_, upper_known_;
    std::deque<std::string> words_;
    std::unordered_map<std::string_view, std::int32_t> positions_;
    std::vector<std::string_view> word_views_;
    std::string last_cell_;
    std::int64_t last_value_ = 0;
    int scale_ = 0;
    bool has_upper_ = false, has_last_ = false;
};

}  // namespace xuanren::detail
