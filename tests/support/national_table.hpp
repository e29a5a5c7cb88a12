// tests/support/national_table.hpp
#pragma once

#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/facts_named.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::testing {

/// Appointments made at random 随机案例表: every fact that the rules of a book name, definitions too, as
/// columns. Dates lie about a discussion between 2015 and 2025; one value in `unknown_one_in` is not
/// known (0: none); what `has_x` denies is not known. The same for the same seed and rows.
class national_table {
public:
    national_table(const rulebook& book, std::size_t rows, std::uint64_t seed, int unknown_one_in)
        : facts_(book.facts()), rows_(rows), state_(seed), unknown_(unknown_one_in) {
        view_.rows = rows;
        decided_.resize(rows);
        for (std::int32_t& m : decided_) m = static_cast<std::int32_t>(between(2015 * 12, 2025 * 12 + 5));
        // What others rest on comes first.
        const std::set<std::size_t> named = facts_of(book.plan());
        for (const std::size_t i : named) add(i);
    }
    [[nodiscard]] const table_view& view() const noexcept { return view_; }

    /// Bytes of all columns.
    [[nodiscard]] std::size_t bytes() const noexcept {
        std::size_t sum = 0;
        for (const auto& b : held_) sum += b.size() * sizeof(std::uint64_t);
        return sum;
    }

private:
    [[nodiscard]] static std::set<std::size_t> facts_of(const rulebook_plan& plan) {
        const std::vector<std::size_t> named = facts_named(plan, true);
        std::set<std::size_t> out(named.begin(), named.end());
        for (const std::string_view step : detail::step_fact_names)
            if (const std::size_t i = plan.parts.facts->index_of(step); i != catalogue::none) out.insert(i);
        return out;
    }

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::int64_t between(std::int64_t a, std::int64_t b) {
        return a + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(b - a + 1));
    }
    template <class T>
    T* room(std::size_t count) {
        held_.emplace_back((count * sizeof(T) + 7) / 8 + 8);
        return reinterpret_cast<T*>(held_.back().data());
    }
    [[nodiscard]] static bool bit(const std::uint8_t* bits, std::size_t i) { return (bits[i / 8] >> (i % 8) & 1) != 0; }

    std::uint8_t* validity(std::size_t fact) {
        const std::size_t guard = (*facts_)[fact].guard.empty() ? catalogue::none : facts_->index_of((*facts_)[fact].guard);
        const std::uint8_t* has = guard == catalogue::none || guard >= bits_of_.size() ? nullptr : bits_of_[guard];
        if (unknown_ == 0 && has == nullptr) return nullptr;
        auto* out = room<std::uint8_t>((rows_ + 7) / 8);
        for (std::size_t i = 0; i < rows_; ++i) {
            const bool is_known = (unknown_ == 0 || next() % static_cast<std::uint64_t>(unknown_) != 0) && (has == nullptr || bit(has, i));
            out[i / 8] = static_cast<std::uint8_t>(out[i / 8] | static_cast<unsigned>(is_known) << (i % 8));
        }
        return out;
    }

    void add(std::size_t fact) {
        if (fact < added_.size() && added_[fact]) return;
        added_.resize(std::max(added_.size(), fact + 1));
        bits_of_.resize(std::max(bits_of_.size(), fact + 1));
        added_[fact] = true;
        const xuanren::fact& f = (*facts_)[fact];
        if (!f.guard.empty())
            if (const std::size_t guard = facts_->index_of(f.guard); guard != catalogue::none) add(guard);
        const std::uint8_t* valid = validity(fact);
        switch (f.value_type.kind) {
            case type_kind::boolean: return add_boolean(fact, f, valid);
            case type_kind::enumeration: return add_word(f, valid);
            case type_kind::date: return add_date(f, valid);
            case type_kind::number: return add_number(f, valid, 0, 24);
            case type_kind::months: return add_number(f, valid, 0, 400);
            case type_kind::days: return add_number(f, valid, 0, 400);
            case type_kind::string: return add_string(f, valid);
            case type_kind::list:
                if (f.value_type.element && f.value_type.element->kind == type_kind::string) return add_list(f, valid);
                return;
            default: return;
        }
    }
    void add_boolean(std::size_t index, const xuanren::fact& f, const std::uint8_t* valid) {
        auto* to = room<std::uint64_t>((rows_ + 63) / 64);
        const bool is_likely = f.name.find("has_") != std::string::npos || f.name.starts_with("procedure.");
        for (std::size_t w = 0; w < (rows_ + 63) / 64; ++w) to[w] = is_likely ? next() | next() | next() : next();
        bits_of_[index] = reinterpret_cast<const std::uint8_t*>(to);
        view_.columns.push_back({f.name, column_view::bits(reinterpret_cast<const std::uint8_t*>(to), rows_, valid)});
    }
    void add_word(const xuanren::fact& f, const std::uint8_t* valid) {
        auto* to = room<std::uint8_t>(rows_);
        const auto last = static_cast<std::int64_t>(f.value_type.words->members.size()) - 1;
        const bool is_kind = f.name == "appointment.kind", is_regime = f.name == "target.regime";
        for (std::size_t i = 0; i < rows_; ++i)
            to[i] = static_cast<std::uint8_t>((is_kind || is_regime) && next() % 4 != 0 ? 0 : between(0, last));
        view_.columns.push_back({f.name, column_view::integers(std::span<const std::uint8_t>(to, rows_), valid)});
    }
    void add_date(const xuanren::fact& f, const std::uint8_t* valid) {
        auto* to = room<std::int32_t>(rows_);
        const bool is_step = f.name.starts_with("procedure.") || f.name.starts_with("appointment.") || f.name.starts_with("exceptional.") ||
                             f.name.starts_with("prior_report.");
        const bool is_end = f.name.find("until") != std::string::npos || f.name.find("ends") != std::string::npos;
        for (std::size_t i = 0; i < rows_; ++i) {
            const std::int64_t months = is_step ? between(-4, 2) : is_end ? between(-24, 24) : between(-400, 0);
            const auto month = static_cast<std::int32_t>(decided_[i] + (f.name == "procedure.discussion_on" ? 0 : months));
            const int last = days_in_month(month / 12, month % 12 + 1);
            to[i] = month << 5 | static_cast<std::int32_t>(between(1, last));
        }
        view_.columns.push_back({f.name, column_view::packed_dates({to, rows_}, valid)});
    }
    void add_number(const xuanren::fact& f, const std::uint8_t* valid, std::int64_t low, std::int64_t high) {
        auto* to = room<std::int16_t>(rows_);
        for (std::size_t i = 0; i < rows_; ++i) to[i] = static_cast<std::int16_t>(between(low, high));
        view_.columns.push_back({f.name, column_view::integers(std::span<const std::int16_t>(to, rows_), valid)});
    }
    void add_string(const xuanren::fact& f, const std::uint8_t* valid) {
        static constexpr std::string_view words[] = {"甲", "乙", "丙"};
        auto* to = room<std::int8_t>(rows_);
        for (std::size_t i = 0; i < rows_; ++i) to[i] = static_cast<std::int8_t>(between(0, 2));
        view_.columns.push_back({f.name, column_view::dictionary(std::span<const std::int8_t>(to, rows_), words, valid)});
    }
    void add_list(const xuanren::fact& f, const std::uint8_t* valid) {
        static constexpr std::string_view words[] = {"appointment-regulations-2019/8.1.1", "appointment-regulations-2019/8.1.3/*",
                                                     "appointment-regulations-2014/8.1.3", "appointment-regulations-2019/8"};
        auto* starts = room<std::int32_t>(rows_ + 1);
        auto* to = room<std::int32_t>(rows_);
        for (std::size_t i = 0; i < rows_; ++i) {
            starts[i] = static_cast<std::int32_t>(i);
            to[i] = static_cast<std::int32_t>(between(0, 3));
        }
        starts[rows_] = static_cast<std::int32_t>(rows_);
        view_.columns.push_back({f.name, column_view::lists_of_words({starts, rows_ + 1}, to, words, valid)});
    }

    std::shared_ptr<const catalogue> facts_;
    std::size_t rows_;
    std::uint64_t state_;
    int unknown_;
    std::vector<std::int32_t> decided_;
    std::vector<bool> added_;
    std::vector<const std::uint8_t*> bits_of_;
    std::deque<std::vector<std::uint64_t>> held_;
    table_view view_;
};

}  // namespace xuanren::testing
