// include/xuanren/io/arrow/arrow_columns.hpp
#pragma once

#include <xuanren/io/arrow/arrow_table.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

namespace xuanren {

/// Lays the columns of a batch out; says of each what is wrong with it.
class arrow_columns {
public:
    explicit arrow_columns(arrow_table& out) : out_(&out) {}

    [[nodiscard]] std::vector<problem> read(const std::vector<detail::arrow_field>& fields) {
        const ArrowArray& top = *out_->array_;
        constexpr std::int64_t most = std::int64_t{1} << 40;
        const auto is_bad = [](std::int64_t n) { return n < 0 || n > most; };
        if (out_->array_.is_empty() || is_bad(top.length) || is_bad(top.offset) || top.n_children != static_cast<std::int64_t>(fields.size()) ||
            (top.n_children > 0 && top.children == nullptr)) {
            broken("", {"数组与其格式不符", "the array does not fit its schema"});
            return std::move(problems_);
        }
        const bool has_validity = top.n_buffers > 0 && top.buffers != nullptr && top.buffers[0] != nullptr;
        if (top.null_count > 0 || (has_validity && top.null_count != 0 && !all_valid(static_cast<const std::uint8_t*>(top.buffers[0]), top))) {
            broken("", {"表中有为空的行（结构本身为空）", "some rows are null as a whole"});
            return std::move(problems_);
        }
        out_->view_.rows = static_cast<std::size_t>(top.length);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].is_left_out || fields[i].kind == detail::arrow_kind::nothing) continue;
            const ArrowArray* child = top.children[i];
            column_ = fields[i].name;
            if (child == nullptr || is_bad(child->length) || is_bad(child->offset) || child->length < top.offset + top.length) {
                broken(column_, {"长度或者起点无效", "its length or offset is not valid"});
                continue;
            }
            if (auto view = column(fields[i], *child, static_cast<std::size_t>(top.offset + child->offset), static_cast<std::size_t>(top.length)))
                out_->view_.columns.push_back({column_, *view});
        }
        return std::move(problems_);
    }

private:
    using kind = detail::arrow_kind;

    static bool all_valid(const std::uint8_t* bits, const ArrowArray& a) {
        for (std::int64_t i = a.offset; i < a.offset + a.length; ++i)
            if ((bits[i / 8] >> (i % 8) & 1) == 0) return false;
        return true;
    }
    void broken(const std::string& column, text message) {
        problems_.push_back(detail::arrow_problem("XR-ARROW-003", column, {"符合 Arrow C 数据接口的数组", "an array as the Arrow C data interface has it"},
                                                  std::move(message)));
    }
    void refuse(std::size_t row, text expected) {
        problem p = detail::arrow_problem("XR-ARROW-004", column_, expected,
                                          {"第 " + std::to_string(row + 1) + " 行的值无效：应为" + expected.zh,
                                           "row " + std::to_string(row + 1) + ": expected " + expected.en});
        p.line = static_cast<int>(std::min<std::size_t>(row + 1, static_cast<std::size_t>(std::numeric_limits<int>::max())));
        problems_.push_back(std::move(p));
    }

    /// The buffers of an array: validity, then values (and bytes of texts). False after a problem.
    bool has_buffers(const ArrowArray& a, std::int64_t count, std::size_t rows) {
        bool is_fine = a.n_buffers == count && a.buffers != nullptr;
        for (std::int64_t b = 1; is_fine && b < count; ++b) is_fine = rows == 0 || a.buffers[b] != nullptr || (count == 3 && b == 2);
        if (is_fine && a.null_count > 0 && a.buffers[0] == nullptr) is_fine = false;
        if (!is_fine) broken(column_, {"缺少缓冲区", "a buffer is missing"});
        return is_fine;
    }

    [[nodiscard]] std::optional<column_view> column(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows) {
        if (field.is_list) return list(field, a, from, rows);
        if (field.words) return dictionary(field, a, from, rows);
        if (detail::is_text(field.kind)) return texts(field, a, from, rows);
        if (!has_buffers(a, 2, rows)) return std::nullopt;
        column_view out;
        out.values = a.buffers[1];
        out.valid = static_cast<const std::uint8_t*>(a.buffers[0]);
        out.offset = from;
        out.size = rows;
        switch (field.kind) {
            case kind::boolean: out.form = column_form::bits; return out;
            case kind::int8: out.form = column_form::int8; return out;
            case kind::int16: out.form = column_form::int16; return out;
            case kind::int32: out.form = column_form::int32; return out;
            case kind::int64: out.form = column_form::int64; return out;
            case kind::uint8: out.form = column_form::uint8; return out;
            case kind::uint16: out.form = column_form::uint16; return out;
            case kind::uint32: out.form = column_form::uint32; return out;
            case kind::float64: return doubles(out);
            case kind::date32: return days(out);
            case kind::date64: return days_of_time(out, 86'400'000, false);
            case kind::timestamp: return days_of_time(out, 86'400 * power_of_ten(field.scale), true);
            case kind::uint64: return numbers_of_unsigned(out);
            case kind::decimal128: return decimals(out, field.scale);
            default: return std::nullopt;
        }
    }

    static constexpr std::int64_t first_day = -719162, last_day = 2932896;  // 0001-01-01, 9999-12-31

    [[nodiscard]] std::optional<column_view> days(column_view out) {
        out.form = column_form::day_number;
        const auto* held = static_cast<const std::int32_t*>(out.values) + out.offset;
        for (std::size_t i = 0; i < out.size; ++i)
            if ((held[i] < first_day || held[i] > last_day) && out.is_known(i)) return bad_day(i);
        return out;
    }
    std::optional<column_view> bad_day(std::size_t row) {
        refuse(row, {"公元1年至9999年的日期", "a date of the years 1 to 9999"});
        return std::nullopt;
    }
    [[nodiscard]] static constexpr std::int64_t power_of_ten(int digits) noexcept { return digits == 0 ? 1 : 10 * power_of_ten(digits - 1); }
    /// Days of points of time, `day` of which are one day; those of a date64 may lie anywhere in it.
    [[nodiscard]] std::optional<column_view> days_of_time(const column_view& in, std::int64_t day, bool at_midnight) {
        const auto* held = static_cast<const std::int64_t*>(in.values) + in.offset;
        auto& made = out_->positions_.emplace_back(in.size);
        for (std::size_t i = 0; i < in.size; ++i) {
            if (!in.is_known(i)) continue;
            if (at_midnight && held[i] % day != 0) {
                refuse(i, {"日期，或者零点的时刻", "a date, or a point of time at midnight"});
                return std::nullopt;
            }
            const std::int64_t n = held[i] / day - (held[i] % day < 0 ? 1 : 0);
            if (n < first_day || n > last_day) return bad_day(i);
            made[i] = static_cast<std::int32_t>(n);
        }
        return again(column_view::day_numbers(made), in);
    }
    /// Doubles where they lie; what is no number (NaN) is not known.
    [[nodiscard]] std::optional<column_view> doubles(column_view out) {
        out.form = column_form::float64;
        const auto* held = static_cast<const double*>(out.values) + out.offset;
        const auto is_none = [](double d) { return d != d; };
        if (std::none_of(held, held + out.size, is_none)) return out;
        auto& bits = out_->valid_.emplace_back((out.offset + out.size) / 8 + 1);
        for (std::size_t i = 0; i < out.size; ++i)
            if (out.is_known(i) && !is_none(held[i])) bits[(out.offset + i) / 8] = static_cast<std::uint8_t>(bits[(out.offset + i) / 8] | 1u << ((out.offset + i) % 8));
        out.valid = bits.data();
        return out;
    }
    [[nodiscard]] std::optional<column_view> numbers_of_unsigned(const column_view& in) {
        const auto* held = static_cast<const std::uint64_t*>(in.values) + in.offset;
        auto& made = out_->numbers_.emplace_back(in.size);
        for (std::size_t i = 0; i < in.size; ++i) {
            if (!in.is_known(i)) continue;
            if (held[i] > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
                refuse(i, {"不超过 2^63 的数", "a number below 2^63"});
                return std::nullopt;
            }
            made[i] = static_cast<std::int64_t>(held[i]);
        }
        return again(column_view::integers<std::int64_t>(made), in);
    }
    [[nodiscard]] std::optional<column_view> decimals(const column_view& in, int scale) {
        auto& made = out_->numbers_.emplace_back(in.size);
        const auto* bytes = static_cast<const std::uint8_t*>(in.values) + in.offset * 16;
        for (std::size_t i = 0; i < in.size; ++i) {
            if (!in.is_known(i)) continue;
            std::int64_t low = 0, high = 0;
            std::memcpy(&low, bytes + i * 16, 8);
            std::memcpy(&high, bytes + i * 16 + 8, 8);
            if (high != (low < 0 ? -1 : 0)) {
                refuse(i, {"不超过 64 位的十进制数", "a decimal of at most 64 bits"});
                return std::nullopt;
            }
            made[i] = low;
        }
        return again(column_view::decimals(made, scale), in);
    }
    /// What was made anew begins at row 0; its validity lies where it lay, and is copied only if the
    /// two would begin at different rows.
    [[nodiscard]] column_view again(column_view made, const column_view& in) {
        if (in.valid == nullptr) return made;
        if (in.offset == 0) {
            made.valid = in.valid;
            return made;
        }
        auto& bits = out_->valid_.emplace_back(in.size / 8 + 1);
        for (std::size_t i = 0; i < in.size; ++i)
            if (in.is_known(i)) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << (i % 8));
        made.valid = bits.data();
        return made;
    }

    // Defined in arrow_words.hpp.
    [[nodiscard]] bool has_text_buffers(kind k, const ArrowArray& a, std::size_t rows);
    [[nodiscard]] std::optional<std::string_view> text_at(kind k, const ArrowArray& a, std::size_t i);
    [[nodiscard]] std::optional<std::string_view> raw_text(kind k, const ArrowArray& a, std::size_t i);
    [[nodiscard]] std::optional<column_view> texts(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows);
    [[nodiscard]] std::optional<column_view> dictionary(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows);
    [[nodiscard]] std::optional<column_view> list(const detail::arrow_field& field, const ArrowArray& a, std::size_t from, std::size_t rows);

    arrow_table* out_;
    std::string column_;
    std::vector<problem> problems_;
};

inline result<arrow_table> arrow_table::read(const std::vector<detail::arrow_field>& fields, detail::arrow_owner<ArrowArray> array) {
    arrow_table out;
    out.array_ = std::move(array);
    std::vector<problem> problems = arrow_columns(out).read(fields);
    if (!problems.empty()) return problems;
    return out;
}

inline result<arrow_table> arrow_table::take(ArrowSchema* schema, ArrowArray* array, const arrow_names& names) {
    detail::arrow_owner<ArrowSchema> held_schema(schema);
    detail::arrow_owner<ArrowArray> held(array);
    const auto fields = detail::read_arrow_schema(*held_schema, names);
    if (!fields) return fields.problems();
    return read(*fields, std::move(held));
}

inline problem arrow_stream::failure(int code) {
    const char* said = stream_->get_last_error == nullptr ? nullptr : stream_->get_last_error(&*stream_);
    const std::string reason = said == nullptr ? "error " + std::to_string(code) : detail::arrow_text(said);
    return detail::arrow_problem("XR-ARROW-005", "", {"可读的流", "a stream that can be read"}, {"流报告错误：" + reason, "the stream failed: " + reason});
}

inline result<arrow_stream> arrow_stream::take(ArrowArrayStream* stream, const arrow_names& names) {
    arrow_stream out;
    out.stream_ = detail::arrow_owner<ArrowArrayStream>(stream);
    if (out.stream_.is_empty() || out.stream_->get_schema == nullptr || out.stream_->get_next == nullptr) return out.failure(0);
    ArrowSchema schema{};
    if (const int code = out.stream_->get_schema(&*out.stream_, &schema); code != 0) return out.failure(code);
    detail::arrow_owner<ArrowSchema> held(&schema);
    auto fields = detail::read_arrow_schema(*held, names);
    if (!fields) return fields.problems();
    out.fields_ = std::move(fields).value();
    return out;
}

inline result<std::optional<std::shared_ptr<arrow_table>>> arrow_stream::next() {
    using answer = std::optional<std::shared_ptr<arrow_table>>;
    ArrowArray array{};
    if (const int code = stream_->get_next(&*stream_, &array); code != 0) return failure(code);
    if (array.release == nullptr) return answer();
    auto made = arrow_table::read(fields_, detail::arrow_owner<ArrowArray>(&array));
    if (!made) return made.problems();
    return answer(std::make_shared<arrow_table>(std::move(made).value()));
}

}  // namespace xuanren

#include <xuanren/io/arrow/arrow_words.hpp>
