// include/xuanren/io/shape.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/word.hpp>

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// How a record is laid out in JSON: one table of keys a struct, from which the reader, the writer,
/// the JSON Schema and the reference page are all made.
namespace xuanren::detail {

/// What stands at a key.
enum class json_kind : std::uint8_t {
    text,
    date,
    boolean,
    integer,
    decimal,
    word,
    object,
    texts,
    words,
    objects
};

/// One row of a word table, whatever the enumeration.
struct word_texts {
    std::string_view english, chinese, also;
};

/// A word table, whatever the enumeration.
struct word_list {
    std::string_view name, chinese;
    bool ordered;
    std::span<const word_texts> words;
};

template <class E>
inline constexpr auto word_texts_of = [] {
    std::array<word_texts, word_count<E>> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto& w = words_of<E>::list[i];
        // INVARIANT: the rows stand in the order of the enumerators.
        if (static_cast<std::size_t>(w.value) != i) throw "row out of order";
        out[i] = {w.english, w.chinese, w.also};
    }
    return out;
}();

template <class E>
inline constexpr word_list word_list_of{words_of<E>::name, words_of<E>::chinese,
                                        words_of<E>::ordered, word_texts_of<E>};

/// State of a field without its type.
enum class field_state : std::uint8_t { absent, null, unknown, value };

struct object_shape;

/// A member's JSON form and the few operations on it that depend on its C++ type.
///
/// `member` points to the field (or plain member), `list` to the vector in it, `item` to a value.
struct value_shape {
    json_kind kind;
    const word_list* words = nullptr;
    const object_shape* object = nullptr;
    field_state (*state)(const void* member) = nullptr;
    unknown_word (*unknown)(const void* member) = nullptr;
    const void* (*value)(const void* member) = nullptr;  ///< of a field with a value
    void (*set_null)(void* member) = nullptr;
    void (*set_unknown)(void* member, unknown_word word) = nullptr;
    void* (*open)(void* member) = nullptr;  ///< makes an empty value: text, object, list
    bool (*set_word)(void* member, std::string_view text) = nullptr;  ///< word; words: adds one
    std::size_t (*word_at)(const void* item, std::size_t i) = nullptr;
    void* (*append)(void* list) = nullptr;  ///< objects: adds an empty one
    std::size_t (*size)(const void* list) = nullptr;
    const void* (*item)(const void* list, std::size_t i) = nullptr;
};

enum key_flag : std::uint8_t {
    plain = 0,
    nullable = 1,    ///< null states "none"
    required = 2,    ///< the record makes no sense without it
    identifier = 4,  ///< names a record; never empty, never a number
    or_single = 8,   ///< a list that may be written as its one member
};
[[nodiscard]] constexpr key_flag operator|(key_flag a, key_flag b) noexcept {
    return static_cast<key_flag>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

/// One key of a record.
struct key_shape {
    std::string_view key;
    key_flag flags;
    const value_shape* value;
    void* (*member)(void* record);
    std::string_view zh, en;  ///< what it means, in a few words
    double least = 0;         ///< of numbers
    double most = 1e9;

    [[nodiscard]] constexpr bool is(key_flag flag) const noexcept { return (flags & flag) != 0; }
};

/// All keys of a record.
struct object_shape {
    std::string_view name;
    std::string_view zh, en;
    std::span<const key_shape> keys;
    std::span<const std::uint8_t> places;  ///< hash table of positions + 1 in keys
    std::uint64_t required_keys;
    extra_keys& (*extras)(void* record);

    /// The position of a key, or keys.size().
    [[nodiscard]] std::size_t find(std::string_view key) const noexcept {
        const std::size_t mask = places.size() - 1;
        for (std::size_t place = hash(key) & mask; places[place] != 0; place = (place + 1) & mask)
            if (keys[places[place] - 1u].key == key) return places[place] - 1u;
        return keys.size();
    }

    [[nodiscard]] static constexpr std::size_t hash(std::string_view key) noexcept {
        if (key.empty()) return 0;
        const auto at = [key](std::size_t i) {
            return std::size_t{static_cast<unsigned char>(key[i])};
        };
        return key.size() * 7 + at(0) * 5 + at(key.size() - 1) * 11 + at(key.size() / 2) * 3;
    }
};

/// The hash table of a list of keys, four times as long.
template <std::size_t Size>
[[nodiscard]] constexpr auto places_of(const key_shape (&keys)[Size]) {
    static_assert(Size <= 64, "a record's keys are counted in 64 bits");
    constexpr std::size_t length = [] {
        std::size_t n = 8;
        while (n < Size * 4) n *= 2;
        return n;
    }();
    std::array<std::uint8_t, length> out{};
    for (std::size_t i = 0; i < Size; ++i) {
        std::size_t place = object_shape::hash(keys[i].key) & (length - 1);
        while (out[place] != 0) place = (place + 1) & (length - 1);
        out[place] = static_cast<std::uint8_t>(i + 1);
    }
    return out;
}

template <std::size_t Size>
[[nodiscard]] constexpr std::uint64_t required_of(const key_shape (&keys)[Size]) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < Size; ++i)
        if (keys[i].is(required)) out |= std::uint64_t{1} << i;
    return out;
}

/// The table of a record; specialised for each: `name`, `zh`, `en`, `keys`.
template <class Record>
struct record_keys;

template <class Record>
inline constexpr auto record_places = places_of(record_keys<Record>::keys);

template <class Record>
inline constexpr object_shape shape_of_record{
    record_keys<Record>::name,
    record_keys<Record>::zh,
    record_keys<Record>::en,
    record_keys<Record>::keys,
    record_places<Record>,
    required_of(record_keys<Record>::keys),
    [](void* record) -> extra_keys& { return static_cast<Record*>(record)->extras; }};

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// The JSON form of a value type.
template <class T>
[[nodiscard]] constexpr json_kind kind_of_value() {
    if constexpr (std::is_same_v<T, std::string>)
        return json_kind::text;
    else if constexpr (std::is_same_v<T, civil_date>)
        return json_kind::date;
    else if constexpr (std::is_same_v<T, bool>)
        return json_kind::boolean;
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return json_kind::integer;
    else if constexpr (std::is_same_v<T, double>)
        return json_kind::decimal;
    else if constexpr (std::is_enum_v<T>)
        return json_kind::word;
    else if constexpr (!is_list<T>)
        return json_kind::object;
    else if constexpr (std::is_same_v<typename T::value_type, std::string>)
        return json_kind::texts;
    else if constexpr (std::is_enum_v<typename T::value_type>)
        return json_kind::words;
    else
        return json_kind::objects;
}

/// What of a value's operations depends on the value alone, not on whether it stands in a field.
template <class T>
constexpr void describe_value(value_shape& s) {
    if constexpr (std::is_enum_v<T>) {
        s.words = &word_list_of<T>;
        s.word_at = [](const void* item, std::size_t) {
            return static_cast<std::size_t>(*static_cast<const T*>(item));
        };
    } else if constexpr (is_list<T>) {
        using item = typename T::value_type;
        s.size = [](const void* list) { return static_cast<const T*>(list)->size(); };
        if constexpr (std::is_enum_v<item>) {
            s.words = &word_list_of<item>;
            s.word_at = [](const void* list, std::size_t i) {
                return static_cast<std::size_t>((*static_cast<const T*>(list))[i]);
            };
        } else {
            s.item = [](const void* list, std::size_t i) -> const void* {
                return &(*static_cast<const T*>(list))[i];
            };
        }
        if constexpr (kind_of_value<T>() == json_kind::objects) {
            s.object = &shape_of_record<item>;
            s.append = [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); };
        }
    } else if constexpr (kind_of_value<T>() == json_kind::object) {
        s.object = &shape_of_record<T>;
    }
}

template <class Member>
[[nodiscard]] constexpr value_shape make_shape() {
    if constexpr (is_field<Member>) {
        using T = typename Member::value_type;
        value_shape s{.kind = kind_of_value<T>()};
        describe_value<T>(s);
        s.state = [](const void* m) {
            const auto& f = *static_cast<const Member*>(m);
            return f.has_value()   ? field_state::value
                   : f.is_null()   ? field_state::null
                   : f.is_absent() ? field_state::absent
                                   : field_state::unknown;
        };
        s.unknown = [](const void* m) { return static_cast<const Member*>(m)->word(); };
        s.value = [](const void* m) -> const void* { return &**static_cast<const Member*>(m); };
        s.set_null = [](void* m) { static_cast<Member*>(m)->set_null(); };
        s.set_unknown = [](void* m, unknown_word w) { static_cast<Member*>(m)->set_unknown(w); };
        if constexpr (std::is_default_constructible_v<T>)
            s.open = [](void* m) -> void* { return &static_cast<Member*>(m)->emplace(); };
        if constexpr (std::is_enum_v<T>) {
            s.set_word = [](void* m, std::string_view text) {
                const auto found = member_of<T>(text);
                if (found) static_cast<Member*>(m)->emplace(*found);
                return found.has_value();
            };
        } else if constexpr (kind_of_value<T>() == json_kind::words) {
            s.set_word = [](void* m, std::string_view text) {
                const auto found = member_of<typename T::value_type>(text);
                if (found) (*static_cast<Member*>(m))->push_back(*found);
                return found.has_value();
            };
        }
        return s;
    } else {  // an id, or a list that is never null
        value_shape s{.kind = kind_of_value<Member>()};
        describe_value<Member>(s);
        s.state = [](const void*) { return field_state::value; };
        s.value = [](const void* m) { return m; };
        s.open = [](void* m) { return m; };
        return s;
    }
}

template <class Member>
inline constexpr value_shape shape_of_member = make_shape<Member>();

template <class Record, class Member>
[[nodiscard]] constexpr Member member_type(Member Record::*);
template <class Record, class Member>
[[nodiscard]] constexpr Record record_type_of(Member Record::*);

/// One row of a record's table.
template <auto Member>
[[nodiscard]] constexpr key_shape key(std::string_view name, key_flag flags, std::string_view zh,
                                      std::string_view en, double least = 0, double most = 1e9) {
    using record = decltype(record_type_of(Member));
    using member = decltype(member_type(Member));
    return {name,
            flags,
            &shape_of_member<member>,
            [](void* r) -> void* { return &(static_cast<record*>(r)->*Member); },
            zh,
            en,
            least,
            most};
}

}  // namespace xuanren::detail
