// include/xuanren/facts/words.hpp
#pragma once

#include <xuanren/engine/condition.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/records/word.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace xuanren {

/// The step from the level held to the level of the post 升任台阶.
enum class promotion_step : std::uint8_t {
    same_level,
    deputy_to_principal,
    principal_to_next_deputy,
    rank_to_deputy,
    rank_to_principal,
    skip_one,
    skip_more,
    down,
};

template <>
struct words_of<promotion_step> {
    static constexpr std::string_view name = "step", chinese = "升任台阶";
    static constexpr bool ordered = false;
    static constexpr word<promotion_step> list[] = {
        {promotion_step::same_level, "same_level", "同一层次"},
        {promotion_step::deputy_to_principal, "deputy_to_principal", "副职任正职"},
        {promotion_step::principal_to_next_deputy, "principal_to_next_deputy",
         "下级正职任上级副职"},
        {promotion_step::rank_to_deputy, "rank_to_deputy", "职级任副职"},
        {promotion_step::rank_to_principal, "rank_to_principal", "职级任正职"},
        {promotion_step::skip_one, "skip_one", "越一级"},
        {promotion_step::skip_more, "skip_more", "越两级以上"},
        {promotion_step::down, "down", "降低层次"},
    };
};

/// In what way a regulation reaches an appointment 适用方式; which organs it reaches so is law.
enum class regime : std::uint8_t { direct, by_reference, provincial, separate };

template <>
struct words_of<regime> {
    static constexpr std::string_view name = "regime", chinese = "适用方式";
    static constexpr bool ordered = false;
    static constexpr word<regime> list[] = {
        {regime::direct, "direct", "直接适用"},
        {regime::by_reference, "by_reference", "参照执行"},
        {regime::provincial, "provincial", "由省级规定"},
        {regime::separate, "separate", "另行规定"},
    };
};

/// Enumerations of records speak in rules with the words of their tables.
template <has_words E>
struct enumeration_words<E> {
    static constexpr std::string_view name = words_of<E>::name;
    static constexpr bool is_ordered = words_of<E>::ordered;
    static constexpr std::string_view word(E e) { return english_of(e); }
};

/// The enumeration of a word table, one for all catalogues 枚举.
template <has_words E>
[[nodiscard]] const std::shared_ptr<const enumeration>& shared_enumeration() {
    static const std::shared_ptr<const enumeration> made = [] {
        enumeration e;
        e.name = std::string(words_of<E>::name);
        e.zh = std::string(words_of<E>::chinese);
        e.is_ordered = words_of<E>::ordered;
        for (const auto& w : words_of<E>::list)
            e.members.push_back({std::string(w.english), std::string(w.chinese)});
        return std::make_shared<const enumeration>(std::move(e));
    }();
    return made;
}

/// A word as a value of a fact.
template <has_words E>
[[nodiscard]] value value_of(E e) {
    return value(enumerator{shared_enumeration<E>().get(), static_cast<int>(e)});
}

namespace types {

/// The type of the facts that hold a word of that table.
template <has_words E>
[[nodiscard]] type word() {
    return one_of(*shared_enumeration<E>());
}

}  // namespace types

}  // namespace xuanren
