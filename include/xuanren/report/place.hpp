// include/xuanren/report/place.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/report/key_names.hpp>
#include <xuanren/report/language.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// 任职经历第3条; tenure 3. A part of the procedure is named by itself.
[[nodiscard]] inline std::string entry_words(std::string_view key, int position, language l) {
    std::string name = key_words(key, l, false);
    if (position < 0) return name;
    const std::string count = std::to_string(position + 1);
    return l == language::zh ? name + "第" + count + "条" : name + " " + count;
}

}  // namespace detail

/// What the entries of a dossier's organisations and posts are called, by position.
struct place_names {
    std::vector<std::string> organisations;
    std::vector<std::string> posts;
};

/// Where a value was read, as an officer would look it up 出处: 任职经历第3条的任职决定日;
/// tenure 3: day of decision. Empty where it was not read from a dossier.
///
/// The candidate and the appointment at hand are not named; an organisation or post is, by its
/// name or else its position in the file.
[[nodiscard]] inline std::string in_words(const provenance& source, language l, const place_names* names = nullptr) {
    if (source.section == nullptr) return {};
    const std::string_view section = source.section;
    std::vector<std::string> parts;
    if (section != "cadres" && section != "appointments") {
        const auto at = static_cast<std::size_t>(source.index < 0 ? 0 : source.index);
        const std::vector<std::string>* known = names == nullptr            ? nullptr
                                                : section == "organisations" ? &names->organisations
                                                : section == "posts"         ? &names->posts
                                                                             : nullptr;
        if (known != nullptr && source.index >= 0 && at < known->size() && !(*known)[at].empty())
            parts.push_back((l == language::zh ? "“" : "\"") + (*known)[at] + (l == language::zh ? "”" : "\""));
        else
            parts.push_back(detail::entry_words(section, source.index, l));
    }
    if (source.list != nullptr && std::string_view(source.list) != "procedure")
        parts.push_back(detail::entry_words(source.list, source.item, l));
    std::string_view rest = source.field == nullptr ? std::string_view() : std::string_view(source.field);
    while (!rest.empty()) {
        const std::size_t slash = rest.find('/');
        // Within a path a key stands for a record, at its end for what is read.
        parts.push_back(detail::key_words(rest.substr(0, slash), l, slash == rest.npos));
        rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
    }
    if (parts.empty()) return detail::entry_words(section, source.index, l);
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : l == language::zh ? "的" : ": ") + part;
    return out;
}

}  // namespace xuanren
