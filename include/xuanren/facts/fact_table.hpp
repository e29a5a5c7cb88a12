// include/xuanren/facts/fact_table.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/facts/derivation.hpp>
#include <xuanren/facts/english_labels.hpp>
#include <xuanren/facts/handles.hpp>
#include <xuanren/facts/reading.hpp>
#include <xuanren/facts/record_types.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren::detail {

/// What a row of the table of facts says beyond names, type and meaning.
struct fact_notes {
    fact_handle<bool> guard = {""};
    const char* dated = "discussion";
    text basis = {};
    text unit = {};
};

/// The type of a fact that has a handle.
template <fact_type T>
[[nodiscard]] type type_of_handle() {
    if constexpr (std::same_as<T, bool>)
        return types::boolean;
    else if constexpr (std::same_as<T, std::int64_t>)
        return types::number;
    else if constexpr (std::same_as<T, std::string>)
        return types::string;
    else if constexpr (std::same_as<T, civil_date>)
        return types::date;
    else
        return types::word<T>();
}

/// The table in which each theme writes its facts, one row a fact: name, meaning, reader. Name and
/// type are its handle's (facts/handles.hpp); lists, which have none, bring their own.
class fact_table {
public:
    fact_table(catalogue& into, const record_lists& record_lists)
        : records(record_lists), into_(into) {}

    template <class T>
    void add(fact_handle<T> named, const char* zh, const char* zh_definition,
             const char* en_definition, fact_reader read, fact_notes notes = {},
             organisation_reader of_organisation = nullptr) {
        add(named.name, zh, type_of_handle<T>(), zh_definition, en_definition, read,
            std::move(notes), of_organisation);
    }
    void add(std::string_view name, const char* zh, type value_type, const char* zh_definition,
             const char* en_definition, fact_reader read, fact_notes notes = {},
             organisation_reader of_organisation = nullptr) {
        fact f;
        f.name = name;
        f.zh = zh;
        f.en = english_label_of(name);
        f.value_type = std::move(value_type);
        f.unit = std::move(notes.unit);
        f.definition = {zh_definition, en_definition};
        f.basis = std::move(notes.basis);
        f.dated = notes.dated;
        f.guard = notes.guard.name;
        f.read = std::make_shared<const derivation>(read, of_organisation);
        into_.add(std::move(f));
    }

    /// A fact that organisations have and appointments have not.
    template <class T>
    void add_of_organisation(fact_handle<T> named, const char* zh, const char* zh_definition,
                             const char* en_definition, organisation_reader read,
                             fact_notes notes = {}) {
        add_of_organisation(named.name, zh, type_of_handle<T>(), zh_definition, en_definition, read,
                            std::move(notes));
    }
    void add_of_organisation(std::string_view name, const char* zh, type value_type,
                             const char* zh_definition, const char* en_definition,
                             organisation_reader read, fact_notes notes = {}) {
        notes.dated = "undated";
        add(name, zh, std::move(value_type), zh_definition, en_definition, nullptr,
            std::move(notes), read);
    }

    const record_lists& records;  ///< the records that list facts hold

private:
    catalogue& into_;
};

/// The value of a field of enumerated or plain type, with its place.
template <class T>
[[nodiscard]] reading as_reading(const field<T>& f, provenance source) {
    return {held_in(f), source};
}

}  // namespace xuanren::detail
