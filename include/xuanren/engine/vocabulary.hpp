// include/xuanren/engine/vocabulary.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/type.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// What a rule needs to know of a table to name it 表的签名: `table.NAME(key, ..., [on])`.
struct table_signature {
    std::string name;
    std::vector<type> keys;
    type value_type;
};

/// The words that an expression may use 词汇: facts and enumerations by English or Chinese name
/// (names may hold spaces), and tables. FEEL's own functions are always there.
struct vocabulary {
    const catalogue* facts = nullptr;  ///< outlives the vocabulary and all that is parsed with it
    std::vector<table_signature> tables;

    [[nodiscard]] const table_signature* find_table(std::string_view name) const noexcept {
        for (const table_signature& t : tables)
            if (t.name == name) return &t;
        return nullptr;
    }
};

}  // namespace xuanren
