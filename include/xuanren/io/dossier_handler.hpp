// include/xuanren/io/dossier_handler.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/io/dossier_keys.hpp>
#include <xuanren/io/dossier_problems.hpp>
#include <xuanren/io/dossier_reading.hpp>
#include <xuanren/io/shape.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// nlohmann/json's events, straight into the structs of a dossier.
class dossier_handler : public dossier_reading {
public:
    explicit dossier_handler(dossier& out) : out_(out) {}

    /// Marks the lists that the document has or leaves out.  Requires: a whole document has been
    /// read.
    void mark_lists() {
        const object_shape& record = shape_of_record<dossier>;
        const auto saw = [&](std::string_view key) {
            return (frames_[0].seen >> record.find(key) & 1) != 0;
        };
        out_.has_organisations = saw("organisations");
        out_.has_posts = saw("posts");
        out_.has_cadres = saw("cadres");
        out_.has_appointments = saw("appointments");
        saw_list =
            out_.has_organisations || out_.has_posts || out_.has_cadres || out_.has_appointments;
    }

    bool null() {
        ++token_;
        if (foreign_.is_open()) [[unlikely]]
            return pass("null");
        const key_shape* key = expecting();
        if (key == nullptr) return wrong_root({"null", "null"});
        if (innermost().is_list || !key->is(nullable))
            report(null_not_allowed(*key));
        else
            key->value->set_null(member());
        return after_value();
    }

    bool boolean(bool value) {
        ++token_;
        if (foreign_.is_open()) [[unlikely]]
            return pass(value ? "true" : "false");
        const key_shape* key = expecting();
        const text what = value ? text{"true", "true"} : text{"false", "false"};
        if (key == nullptr) return wrong_root(what);
        if (key->value->kind == json_kind::boolean)
            *static_cast<field<bool>*>(member()) = value;
        else
            report(wrong_type(*key, innermost().is_list, what.en, what));
        return after_value();
    }

    bool number_integer(std::int64_t value) { return whole_number(value, true); }
    bool number_unsigned(std::uint64_t value) {
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        return value <= most ? whole_number(static_cast<std::int64_t>(value), true)
                             : whole_number(std::numeric_limits<std::int64_t>::max(), false,
                                            std::to_string(value));
    }
    bool number_float(double value, const std::string& written) {
        ++token_;
        if (foreign_.is_open()) [[unlikely]]
            return pass(written);
        const key_shape* key = expecting();
        if (key == nullptr) return wrong_root(number_words(written));
        if (innermost().is_list) {
            wrong_number(*key, written);
        } else if (key->value->kind == json_kind::decimal) {
            if (value < key->least || value > key->most)
                report(out_of_range(*key, shortened(written)));
            else
                *static_cast<field<double>*>(member()) = value;
        } else if (key->value->kind == json_kind::integer) {
            // More digits than 64 bits hold arrive here too.
            const bool whole = written.find_first_of(".eE") == std::string::npos;
            report(whole ? out_of_range(*key, shortened(written))
                         : not_whole(*key, shortened(written)));
        } else {
            wrong_number(*key, written);
        }
        return after_value();
    }

    bool string(std::string& value) {
        ++token_;
        if (foreign_.is_open()) [[unlikely]] {
            if (depth_ > deepest) return true;
            foreign_.add_string(value);
            return after_foreign();
        }
        const key_shape* key = expecting();
        if (key == nullptr) return wrong_root({"字符串", "a string"});
        const value_shape& shape = *key->value;
        frame& top = innermost();
        switch (shape.kind) {
            case json_kind::text:
                if (key == &schema_key()) {
                    if (value != dossier_schema_name)
                        report(other_schema(value, dossier_schema_name));
                } else if (value.empty() && key->is(identifier)) {
                    report(empty_identifier(*key));
                } else {
                    static_cast<std::string*>(shape.open(member()))->assign(value);
                }
                break;
            case json_kind::texts:
                if (!top.is_list)
                    report(wrong_type(*key, false, shortened(value), string_words(value)));
                else if (value.empty() && key->is(identifier))
                    report(empty_identifier(*key));
                else
                    static_cast<std::vector<std::string>*>(top.target)->emplace_back(value);
                break;
            case json_kind::word:
                if (!shape.set_word(member(), value) && !set_unknown_word(*key, value))
                    report(unknown_word_problem(*key, value));
                break;
            case json_kind::words:
                if (!top.is_list)
                    report(wrong_type(*key, false, shortened(value), string_words(value)));
                else if (!shape.set_word(top.owner, value))
                    report(unknown_word_problem(*key, value));
                break;
            case json_kind::date:
                read_date(*key, value);
                break;
            case json_kind::boolean:
            case json_kind::integer:
            case json_kind::decimal:
                if (!set_unknown_word(*key, value))
                    report(wrong_type(*key, false, shortened(value), string_words(value)));
                break;
            case json_kind::object:
            case json_kind::objects:
                report(wrong_type(*key, top.is_list, shortened(value), string_words(value)));
                break;
        }
        return after_value();
    }

    bool binary(std::vector<std::uint8_t>&) { return true; }  // JSON text has none

    bool start_object(std::size_t) {
        ++token_;
        if (too_deep_now()) return true;
        if (foreign_.is_open()) [[unlikely]]
            return foreign_.open_object(), true;
        if (open_ == 0) {
            saw_object = true;
            push({.object = &shape_of_record<dossier>, .target = &out_});
            return true;
        }
        const key_shape* key = expecting();
        const frame& top = innermost();
        const value_shape& shape = *key->value;
        if (top.is_list && shape.kind == json_kind::objects) {
            push({.object = shape.object, .target = shape.append(top.target)});
        } else if (!top.is_list && shape.kind == json_kind::object) {
            push({.object = shape.object, .target = shape.open(member())});
        } else if (!top.is_list && shape.kind == json_kind::objects && key->is(or_single)) {
            push({.object = shape.object, .target = shape.append(shape.open(member()))});
        } else {
            report(wrong_type(*key, top.is_list, "{…}", {"对象", "an object"}));
            foreign_.begin(false);
            foreign_.open_object();
        }
        return true;
    }

    bool key(std::string& name) {
        ++token_;
        if (depth_ > deepest) return true;
        if (foreign_.is_open()) {
            if (!foreign_.add_key(name)) report(duplicate_key(name));
            return true;
        }
        frame& top = innermost();
        const object_shape& record = *top.object;
        const std::size_t at = record.find(name);
        if (at < record.keys.size()) [[likely]] {
            top.key = &record.keys[at];
            const std::uint64_t bit = std::uint64_t{1} << at;
            if ((top.seen & bit) != 0) return skip_duplicate(name);
            top.seen |= bit;
            return true;
        }
        if (open_ == 1 && name == schema_key().key) {
            top.key = &schema_key();
            if (saw_schema) return skip_duplicate(name);
            saw_schema = true;
            return true;
        }
        top.key = nullptr;
        foreign_keys_[open_ - 1] = name;
        if (!unknown_keys_[open_ - 1].insert(name).second) {
            report(duplicate_key(name));
            foreign_.begin(false);
            return true;
        }
        if (!name.starts_with("x-")) unused.push_back(pointer());
        foreign_.begin(true);
        return true;
    }

    bool end_object() {
        ++token_;
        if (leave_depth()) return true;
        if (foreign_.is_open()) return foreign_.close('}'), after_foreign();
        const frame& top = innermost();
        if (const std::uint64_t missing = top.object->required_keys & ~top.seen; missing != 0)
            [[unlikely]]
            for (std::size_t i = 0; i < top.object->keys.size(); ++i)
                if ((missing >> i & 1) != 0) {
                    --open_;  // the pointer is that of the record itself
                    doubt_ids_of(*top.object);
                    report(missing_key(*top.object, top.object->keys[i]), top.token);
                    ++open_;
                }
        return pop();
    }

    bool start_array(std::size_t) {
        ++token_;
        if (too_deep_now()) return true;
        if (foreign_.is_open()) return foreign_.open_array(), true;
        const key_shape* key = expecting();
        if (key == nullptr) {
            static_cast<void>(wrong_root({"数组", "an array"}));
            foreign_.begin(false);
            foreign_.open_array();
            return true;
        }
        const value_shape& shape = *key->value;
        if (!innermost().is_list &&
            (shape.kind == json_kind::objects || shape.kind == json_kind::texts ||
             shape.kind == json_kind::words)) {
            push({.key = key, .target = shape.open(member()), .owner = member(), .is_list = true});
        } else {
            report(wrong_type(*key, innermost().is_list, "[…]", {"数组", "an array"}));
            foreign_.begin(false);
            foreign_.open_array();
        }
        return true;
    }

    bool end_array() {
        ++token_;
        if (leave_depth()) return true;
        if (foreign_.is_open()) return foreign_.close(']'), after_foreign();
        return pop();
    }

    template <class Exception>
    bool parse_error(std::size_t position, const std::string& last_token, const Exception& error) {
        error_position = position;
        error_id = error.id;
        static_cast<void>(last_token);
        error_text = error.what();
        return false;
    }

    std::size_t error_position = 0;
    int error_id = 0;
    std::string error_text;

private:
    /// The key "schema", which is checked and not kept.
    [[nodiscard]] static const key_shape& schema_key() {
        static constexpr key_shape shape{"schema", plain,    &shape_of_member<field<std::string>>,
                                         nullptr,  "格式名", "name of the format"};
        return shape;
    }

    bool whole_number(std::int64_t value, bool fits, std::string written = {}) {
        ++token_;
        if (foreign_.is_open()) [[unlikely]]
            return pass(fits ? std::to_string(value) : written);
        const key_shape* key = expecting();
        if (key == nullptr) return wrong_root(number_words(fits ? std::to_string(value) : written));
        const json_kind kind = key->value->kind;
        if (!innermost().is_list && (kind == json_kind::integer || kind == json_kind::decimal)) {
            const auto number = static_cast<double>(value);
            if (!fits || number < key->least || number > key->most)
                report(out_of_range(*key, fits ? std::to_string(value) : written));
            else if (kind == json_kind::integer)
                *static_cast<field<std::int64_t>*>(member()) = value;
            else
                *static_cast<field<double>*>(member()) = number;
        } else {
            wrong_number(*key, fits ? std::to_string(value) : written);
        }
        return after_value();
    }

    void wrong_number(const key_shape& key, const std::string& written) {
        const bool identifies =
            key.is(identifier) && (key.value->kind == json_kind::text ||
                                   (key.value->kind == json_kind::texts && innermost().is_list));
        if (identifies)
            report(number_for_identifier(key));
        else
            report(wrong_type(key, innermost().is_list, shortened(written), number_words(written)));
    }

    void read_date(const key_shape& key, const std::string& value) {
        if ((value.empty() || value.front() < '0' || value.front() > '9') &&
            set_unknown_word(key, value))
            return;
        result<civil_date> date = parse_date(value);
        if (!date) {
            report(bad_date(key, date.problems().front()));
            return;
        }
        static_cast<field<civil_date>*>(member())->emplace(*date);
        const bool plainly_written =
            value.size() <= 10 && value.find_first_not_of("0123456789-.") == std::string::npos;
        if (!plainly_written && is_narrowed_date(value)) {
            const std::string read = to_string(*date);
            warn(key_problem("XR-DOSSIER-103", key, shortened(value), {read, read},
                             {"“" + shortened(value) + "”读作" + read,
                              ": \"" + shortened(value) + "\" is read as " + read}));
        }
    }

    /// "" or 不详 where a date, number, yes-or-no or enumeration belongs: kept, and not known.
    [[nodiscard]] bool set_unknown_word(const key_shape& key, std::string_view value) {
        for (std::size_t i = 0; i < std::size(unknown_words); ++i)
            if (unknown_words[i] == value) {
                key.value->set_unknown(member(), static_cast<unknown_word>(i));
                warn(key_problem("XR-DOSSIER-102", key, std::string(value), expected_of(*key.value),
                                 {"填为“" + std::string(value) +
                                      "”，按不明对待；不明的可不写此键，确实没有的写null",
                                  " says \"" + std::string(value) +
                                      "\", taken as not known; leave the key out where it is not "
                                      "known, write null "
                                      "where there is none"}));
                return true;
            }
        return false;
    }

    bool wrong_root(const text& what) {
        problem p;
        p.code = "XR-DOSSIER-001";
        p.found = what.en;
        p.expected = {"对象", "an object"};
        p.message = {"文档应为一个JSON对象，实为" + what.zh,
                     "the document must be a JSON object, found " + what.en};
        report(std::move(p));
        return true;
    }

    [[nodiscard]] static text number_words(const std::string& written) {
        return {"数字" + shortened(written), "the number " + shortened(written)};
    }
    [[nodiscard]] static text string_words(const std::string& value) {
        return {"字符串“" + shortened(value) + "”", "the string \"" + shortened(value) + "\""};
    }

    dossier& out_;
};

}  // namespace xuanren::detail
