// include/xuanren/report/subject_words.hpp
#pragma once

#include <xuanren/records/level.hpp>
#include <xuanren/records/post.hpp>
#include <xuanren/records/word.hpp>
#include <xuanren/relations/rank_group.hpp>
#include <xuanren/report/language.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren {

namespace detail {

/// A word of a table in one language; empty where the table has no such word.
template <has_words E>
[[nodiscard]] std::string table_word(std::string_view code, language l) {
    for (const auto& w : words_of<E>::list) {
        if (w.english != code) continue;
        if (l == language::zh) return std::string(w.chinese);
        std::string out(w.english);
        std::replace(out.begin(), out.end(), '_', ' ');
        return out;
    }
    return {};
}

/// One part of a subject: a level, a role, a group of ranks or a rank.
[[nodiscard]] inline std::string subject_part(std::string_view code, language l) {
    std::string out = table_word<level>(code, l);
    if (out.empty()) out = table_word<role>(code, l);
    if (out.empty() && l == language::en) {
        constexpr std::pair<std::string_view, std::string_view> groups[] = {
            {"counsels", "counsels, first and second rank"},
            {"consultants", "consultants, all ranks"},
            {"consultants_1_2", "consultants, first and second rank"},
            {"consultants_3_4", "consultants, third and fourth rank"},
            {"principal_staff", "principal staff, all ranks"},
            {"principal_staff_1_2", "principal staff, first and second rank"}};
        for (const auto& [group, words] : groups)
            if (group == code) return std::string(words);
    }
    if (out.empty()) out = table_word<rank_group>(code, l);
    if (out.empty()) out = table_word<rank>(code, l);
    return out;
}

}  // namespace detail

/// What a finding about an organisation is about, as people call it 评判对象: county_deputy/deputy
/// is 县处级副职, consultants_3_4 is 三级、四级调研员; what is no code of ours stays as it stands.
[[nodiscard]] inline std::string subject_words(std::string_view subject, language l) {
    const std::size_t slash = subject.find('/');
    if (slash != std::string_view::npos) {
        const std::string of_level = detail::table_word<level>(subject.substr(0, slash), l);
        const std::string of_role = detail::table_word<role>(subject.substr(slash + 1), l);
        if (of_level.empty() || of_role.empty()) return std::string(subject);
        if (of_level.ends_with(of_role)) return of_level;
        return of_level + (l == language::zh ? "" : " ") + of_role;
    }
    std::string out;
    for (std::string_view rest = subject; !rest.empty();) {
        const std::size_t plus = rest.find('+');
        const std::string part = detail::subject_part(rest.substr(0, plus), l);
        if (part.empty()) return std::string(subject);
        if (!out.empty()) out += l == language::zh ? "、" : ", ";
        out += part;
        rest = plus == std::string_view::npos ? std::string_view() : rest.substr(plus + 1);
    }
    return out;
}

}  // namespace xuanren
