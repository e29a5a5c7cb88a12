// include/xuanren/io/dossier_writer.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/io/dossier_keys.hpp>
#include <xuanren/io/foreign_value.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/io/write_dossier.hpp>
#include <xuanren/records/dossier.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren {

namespace detail {

/// Writes records by their tables. The depth of recursion is that of the format.
class record_writer {
public:
    [[nodiscard]] std::string take() && { return std::move(out_); }

    void write_dossier(const dossier& d) {
        root_ = &d;
        write(shape_of_record<dossier>, &d);
        out_ += '\n';
    }

private:
    void write(const object_shape& shape, const void* record) {
        out_ += '{';
        ++depth_;
        bool any = false;
        if (record == root_) {
            start_key(any, "schema");
            append_json_string(out_, dossier_schema_name);
        }
        // The tables reach members by a pointer to the record, which they do not change here.
        void* const mutable_record = const_cast<void*>(record);
        for (const key_shape& key : shape.keys) {
            const void* member = key.member(mutable_record);
            const field_state state = key.value->state(member);
            if (state == field_state::absent || (record == root_ && !is_stated(*root_, key.key)))
                continue;
            start_key(any, key.key);
            switch (state) {
                case field_state::null:
                    out_ += "null";
                    break;
                case field_state::unknown:
                    append_json_string(
                        out_, unknown_words[static_cast<std::size_t>(key.value->unknown(member))]);
                    break;
                default:
                    write_value(*key.value, key.value->value(member));
            }
        }
        for (const extra_key& extra : shape.extras(mutable_record)) {
            start_key(any, extra.key);
            out_ += extra.json;
        }
        --depth_;
        if (any) line();
        out_ += '}';
    }

    /// Whether the dossier has that key; of its lists, an empty one may be left out.
    [[nodiscard]] static bool is_stated(const dossier& d, std::string_view key) noexcept {
        if (key == "organisations") return d.has_organisations || !d.organisations.empty();
        if (key == "posts") return d.has_posts || !d.posts.empty();
        if (key == "cadres") return d.has_cadres || !d.cadres.empty();
        if (key == "appointments") return d.has_appointments || !d.appointments.empty();
        return true;
    }

    void line() { out_.append("\n").append(2 * depth_, ' '); }
    void start_key(bool& any, std::string_view key) {
        if (any) out_ += ',';
        any = true;
        line();
        append_json_string(out_, key);
        out_ += ": ";
    }

    template <class Number>
    void write_number(Number number) {
        char digits[40];
        const auto end = std::to_chars(digits, digits + sizeof digits, number);
        out_.append(digits, end.ptr);
    }

    void write_value(const value_shape& shape, const void* value) {
        switch (shape.kind) {
            case json_kind::text:
                append_json_string(out_, *static_cast<const std::string*>(value));
                break;
            case json_kind::date:
                append_json_string(out_, to_string(*static_cast<const civil_date*>(value)));
                break;
            case json_kind::boolean:
                out_ += *static_cast<const bool*>(value) ? "true" : "false";
                break;
            case json_kind::integer:
                write_number(*static_cast<const std::int64_t*>(value));
                break;
            case json_kind::decimal:
                write_number(*static_cast<const double*>(value));
                break;
            case json_kind::word:
                append_json_string(out_, shape.words->words[shape.word_at(value, 0)].english);
                break;
            case json_kind::object:
                write(*shape.object, value);
                break;
            case json_kind::texts:
            case json_kind::words:
                write_short_list(shape, value);
                break;
            case json_kind::objects:
                write_list(shape, value);
                break;
        }
    }
    void write_short_list(const value_shape& shape, const void* list) {
        out_ += '[';
        for (std::size_t i = 0; i < shape.size(list); ++i) {
            if (i > 0) out_ += ", ";
            append_json_string(
                out_,
                shape.kind == json_kind::words
                    ? shape.words->words[shape.word_at(list, i)].english
                    : std::string_view(*static_cast<const std::string*>(shape.item(list, i))));
        }
        out_ += ']';
    }
    void write_list(const value_shape& shape, const void* list) {
        out_ += '[';
        ++depth_;
        const std::size_t size = shape.size(list);
        for (std::size_t i = 0; i < size; ++i) {
            if (i > 0) out_ += ',';
            line();
            write(*shape.object, shape.item(list, i));
        }
        --depth_;
        if (size > 0) line();
        out_ += ']';
    }

    std::string out_;
    std::size_t depth_ = 0;
    const dossier* root_ = nullptr;
};

}  // namespace detail

XUANREN_INLINE std::string write_dossier(const dossier& d) {
    detail::record_writer writer;
    writer.write_dossier(d);
    return std::move(writer).take();
}

}  // namespace xuanren
