// include/xuanren/engine/columns/value_column.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/engine/value.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// Whether facts of a type may be columns at all: all but records, ranges, and lists of other than strings.
[[nodiscard]] inline bool is_column_type(const type& t) noexcept {
    switch (t.kind) {
        case type_kind::boolean:
        case type_kind::number:
        case type_kind::months:
        case type_kind::days:
        case type_kind::date:
        case type_kind::enumeration:
        case type_kind::string: return true;
        case type_kind::list: return t.element && t.element->kind == type_kind::string;
        default: return false;
    }
}

/// The values of one fact, added row by row, as a column 值列.
///
/// Numbers keep their digits; what is known within bounds has a second column for the upper one.
class value_column {
public:
    /// Requires: is_column_type(of).
    explicit value_column(type of) : type_(std::move(of)) {}

    [[nodiscard]] const type& value_type() const noexcept { return type_; }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

    /// Adds a row.  Returns: false where a column cannot hold the value (a decimal beyond 64 bits, part
    /// of a day, a list of which a member is not known); the row is then unknown.
    bool add(const value& v) {
        const std::optional<pair> held = is_absent(v) ? std::optional(pair{}) : lay(v);
        if (rows_ % 8 == 0) {
            known_.push_back(0);
            bounded_.push_back(0);
        }
        const pair row = held.value_or(pair{});
        low_.push_back(row.low);
        if (row.is_known) known_.back() = static_cast<std::uint8_t>(known_.back() | 1u << (rows_ % 8));
        if (row.low < row.high) {
            high_.resize(rows_);
            bounded_.back() = static_cast<std::uint8_t>(bounded_.back() | 1u << (rows_ % 8));
        }
        if (!high_.empty() || row.low < row.high) high_.push_back(row.high);
        starts_.push_back(static_cast<std::int32_t>(members_.size()));
        ++rows_;
        return held.has_value();
    }

    /// Adds the column to a table, and one beside it where bounds are known; they show this object, which outlives them.
    void show(const std::string& name, table_view& into) {
        into.add(name, seen(low_, known_));
        if (high_.empty()) return;
        high_.resize(rows_);
        into.add(name + (type_.kind == type_kind::date ? ".latest" : ".most"), seen(high_, bounded_));
    }

private:
    struct pair {
        std::int64_t low = 0, high = 0;
        bool is_known = false;
    };
    static bool is_absent(const value& v) noexcept { return v.is_unknown() || v.is_null(); }
    static pair exactly(std::int64_t n) { return {n, n, true}; }

    [[nodiscard]] std::optional<pair> lay(const value& v) {
        switch (type_.kind) {
            case type_kind::boolean:
                if (const bool* b = v.as<bool>()) return exactly(*b);
                return std::nullopt;
            case type_kind::enumeration:
                if (const auto* e = v.as<enumerator>(); e != nullptr && e->words == type_.words) return exactly(e->index);
                return std::nullopt;
            case type_kind::string:
                if (const auto* s = v.as<std::shared_ptr<const std::string>>()) return exactly(position_of(**s));
                return std::nullopt;
            case type_kind::date:
                if (const auto* d = v.as<interval<civil_date>>()) return pair{d->low().packed(), d->high().packed(), true};
                return std::nullopt;
            case type_kind::months:
                if (const auto* m = v.as<interval<months>>()) return pair{m->low().count(), m->high().count(), true};
                return std::nullopt;
            case type_kind::days: return lay_days(v);
            case type_kind::number: return lay_number(v);
            case type_kind::list: return lay_list(v);
            default: return std::nullopt;
        }
    }
    [[nodiscard]] static std::optional<pair> lay_days(const value& v) {
        const auto* d = v.as<interval<day_time_duration>>();
        const auto whole = [](const day_time_duration& t) { return t.nanoseconds == 0 && t.seconds % day == 0; };
        if (d == nullptr || !whole(d->low()) || !whole(d->high())) return std::nullopt;
        return pair{d->low().seconds / day, d->high().seconds / day, true};
    }
    [[nodiscard]] std::optional<pair> lay_number(const value& v) {
        const auto* n = v.as<interval<number>>();
        if (n == nullptr) return std::nullopt;
        const int digits = std::max({scale_, digits_of(n->low()), digits_of(n->high())});
        const auto low = scaled(n->low(), digits), high = scaled(n->high(), digits);
        if (!low || !high || !scale_to(digits)) return std::nullopt;
        return pair{*low, *high, true};
    }
    [[nodiscard]] std::optional<pair> lay_list(const value& v) {
        const auto* list = v.as<std::shared_ptr<const list_value>>();
        if (list == nullptr) return std::nullopt;
        const std::size_t before = members_.size();
        for (const value& item : (*list)->items) {
            const auto* s = item.as<std::shared_ptr<const std::string>>();
            if (s == nullptr) return members_.resize(before), std::nullopt;
            members_.push_back(position_of(**s));
        }
        return exactly(0);
    }

    static constexpr std::int64_t day = 86'400;
    // Below 10^18 at every scale, so that comparing keeps within 64 bits.
    static constexpr std::int64_t most = 1'000'000'000'000'000'000;

    [[nodiscard]] static int digits_of(const number& n) noexcept { return n.exponent() < 0 ? -n.exponent() : 0; }
    [[nodiscard]] static std::optional<std::int64_t> scaled(const number& n, int digits) noexcept {
        if (digits > 18 || n.exponent() > 18) return std::nullopt;
        detail::int128 c = n.coefficient();
        for (int by = digits + n.exponent(); by > 0; --by) {
            if (c > most || c < -most) return std::nullopt;
            c *= 10;
        }
        if (c > most || c < -most) return std::nullopt;
        return static_cast<std::int64_t>(c);
    }
    /// Tells the rows so far as finely; false where one would not fit.
    [[nodiscard]] bool scale_to(int digits) {
        if (digits == scale_) return true;
        std::vector<std::int64_t> low = low_, high = high_;
        for (auto* list : {&low, &high})
            for (std::int64_t& n : *list)
                for (int by = digits - scale_; by > 0; --by) {
                    if (n > most / 10 || n < -most / 10) return false;
                    n *= 10;
                }
        low_ = std::move(low);
        high_ = std::move(high);
        scale_ = digits;
        return true;
    }
    [[nodiscard]] std::int32_t position_of(const std::string& word) {
        if (const auto found = positions_.find(word); found != positions_.end()) return found->second;
        words_.push_back(word);
        views_.push_back(words_.back());
        const auto position = static_cast<std::int32_t>(words_.size() - 1);
        positions_.emplace(words_.back(), position);
        return position;
    }

    [[nodiscard]] column_view seen(const std::vector<std::int64_t>& held, const std::vector<std::uint8_t>& valid) {
        switch (type_.kind) {
            case type_kind::boolean: return column_view::bytes(narrowed(bytes_, held), valid.data());
            case type_kind::enumeration: return column_view::integers<std::int16_t>(narrowed(places_, held), valid.data());
            case type_kind::string: return column_view::dictionary<std::int32_t>(narrowed(packed_, held), views_, valid.data());
            case type_kind::date: return column_view::packed_dates(narrowed(&held == &low_ ? packed_ : latest_, held), valid.data());
            case type_kind::list: return column_view::lists_of_words(starts_, members_.data(), views_, valid.data());
            default:
                return scale_ > 0 ? column_view::decimals(held, scale_, valid.data()) : column_view::integers<std::int64_t>(held, valid.data());
        }
    }
    template <class T>
    [[nodiscard]] static std::span<const T> narrowed(std::vector<T>& into, const std::vector<std::int64_t>& from) {
        into.resize(from.size());
        for (std::size_t i = 0; i < from.size(); ++i) into[i] = static_cast<T>(from[i]);
        return into;
    }

    type type_;
    std::size_t rows_ = 0;
    int scale_ = 0;
    std::vector<std::int64_t> low_, high_;  ///< high_ is empty while all is exact
    std::vector<std::uint8_t> known_, bounded_;
    std::vector<std::int32_t> starts_ = {0}, members_;
    std::deque<std::string> words_;
    std::vector<std::string_view> views_;
    std::unordered_map<std::string_view, std::int32_t> positions_;
    // As columns have them, made when they are shown.
    std::vector<std::uint8_t> bytes_;
    std::vector<std::int16_t> places_;
    std::vector<std::int32_t> packed_, latest_;
};

}  // namespace xuanren
