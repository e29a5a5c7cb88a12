// include/xuanren/engine/type.hpp
#pragma once

#include <xuanren/text.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// A closed list of words that a fact may take 枚举, `level` say, with its members in both languages.
///
/// An ordered enumeration lists its members from low to high; greater is higher. Comparing the
/// order of members of an unordered one is an error when a rule is loaded.
struct enumeration {
    struct member {
        std::string name;  ///< county_deputy
        std::string zh;    ///< 县处级副职
    };
    std::string name;      ///< level
    std::string zh;        ///< 职务层次
    bool is_ordered = false;
    std::vector<member> members;

    /// The position of a member by its English or Chinese name, or -1.
    [[nodiscard]] int index_of(std::string_view word) const noexcept {
        for (std::size_t i = 0; i < members.size(); ++i)
            if (members[i].name == word || members[i].zh == word) return static_cast<int>(i);
        return -1;
    }
};

enum class type_kind : std::uint8_t {
    any,          ///< not known statically; only in `eval` and in empty lists
    null,
    boolean,
    number,
    string,
    date,
    months,       ///< FEEL's years and months duration
    days,         ///< FEEL's days and time duration
    enumeration,
    range,        ///< of `element`
    list,         ///< of `element`
    record,       ///< with the published fields of `record`
};

struct record_type;

/// The static type of an expression or fact 类型.
struct type {
    type_kind kind = type_kind::any;
    const xuanren::enumeration* words = nullptr;  ///< of an enumeration; outlives the type
    std::shared_ptr<const type> element;          ///< of a range or list
    const record_type* fields = nullptr;          ///< of a record; outlives the type
};

/// The published fields of a record that rules may look into 记录的字段, `candidate.sanctions[1].kind`.
///
/// A field that a record may state as none has a boolean field `has_...` beside it.
struct record_type {
    struct field {
        std::string name;
        std::string zh;
        type value_type;
    };
    std::string name;
    std::string zh;
    std::vector<field> fields;

    /// The position of a field by its English or Chinese name, or -1.
    [[nodiscard]] int index_of(std::string_view word) const noexcept {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].name == word || fields[i].zh == word) return static_cast<int>(i);
        return -1;
    }
};

[[nodiscard]] inline bool operator==(const type& a, const type& b) {
    if (a.kind != b.kind || a.words != b.words || a.fields != b.fields) return false;
    if (!a.element || !b.element) return a.element == b.element;
    return *a.element == *b.element;
}

namespace types {

inline const type any{};
inline const type null{type_kind::null, nullptr, nullptr, nullptr};
inline const type boolean{type_kind::boolean, nullptr, nullptr, nullptr};
inline const type number{type_kind::number, nullptr, nullptr, nullptr};
inline const type string{type_kind::string, nullptr, nullptr, nullptr};
inline const type date{type_kind::date, nullptr, nullptr, nullptr};
inline const type months{type_kind::months, nullptr, nullptr, nullptr};
inline const type days{type_kind::days, nullptr, nullptr, nullptr};

[[nodiscard]] inline type one_of(const enumeration& words) {
    return {type_kind::enumeration, &words, nullptr, nullptr};
}
[[nodiscard]] inline type list_of(type element) {
    return {type_kind::list, nullptr, std::make_shared<const type>(std::move(element)), nullptr};
}
[[nodiscard]] inline type range_of(type element) {
    return {type_kind::range, nullptr, std::make_shared<const type>(std::move(element)), nullptr};
}
[[nodiscard]] inline type record_of(const record_type& fields) {
    return {type_kind::record, nullptr, nullptr, &fields};
}

}  // namespace types

}  // namespace xuanren
