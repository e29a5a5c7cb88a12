// include/xuanren/report/of_dossier.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/records/word.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/place.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace xuanren {

namespace detail {

/// A record's word in both languages: 提拔, promotion.
template <has_words E>
[[nodiscard]] text word_text(E e) {
    std::string en(english_of(e));
    std::replace(en.begin(), en.end(), '_', ' ');
    return {std::string(chinese_of(e)), std::move(en)};
}

template <has_words E>
[[nodiscard]] text word_text(std::string_view english) {
    const auto member = member_of<E>(english);
    return member ? word_text(*member) : text{std::string(english), std::string(english)};
}

/// A post by its organisation's name and its own title: 大气环境科科长.
[[nodiscard]] inline std::string full_title(const dossier& records, const post& p) {
    const std::string title = p.title ? *p.title : std::string();
    const organisation* at = p.organisation ? records.find_organisation(*p.organisation) : nullptr;
    if (at == nullptr || !at->name || title.starts_with(*at->name)) return title;
    return *at->name + title;
}

}  // namespace detail

/// What its organisations and posts are called, by position.
[[nodiscard]] inline place_names places_in(const dossier& records) {
    place_names out;
    for (const organisation& o : records.organisations) out.organisations.push_back(o.name ? *o.name : std::string());
    for (const post& p : records.posts) out.posts.push_back(detail::full_title(records, p));
    return out;
}

/// What the people of a dossier call the entries of its report.
[[nodiscard]] inline case_names names_in(const dossier& records, const report& r) {
    case_names out;
    for (const appointment_report& a : r.appointments) {
        appointment_names names;
        if (const cadre* who = records.find_cadre(a.candidate); who != nullptr && who->name) names.candidate = *who->name;
        if (a.post) {
            if (const post* p = records.find_post(*a.post)) {
                const std::string title = detail::full_title(records, *p);
                names.post = {title, title};
            }
        } else if (a.index < records.appointments.size() && records.appointments[a.index].to_rank) {
            names.post = detail::word_text(*records.appointments[a.index].to_rank);
        }
        const std::string& kind_word = a.kind_derived.empty() ? a.kind : a.kind_derived;
        if (!kind_word.empty()) names.kind = detail::word_text<kind>(kind_word);
        out.appointments.push_back(std::move(names));
    }
    for (const organisation_report& o : r.organisations) {
        organisation_names names;
        if (const organisation* org = records.find_organisation(o.id); org != nullptr && org->name) names.name = *org->name;
        for (const seat_report& seat : o.seats) {
            text words = detail::word_text<level>(seat.level);
            if (seat.role && !seat.level.ends_with(*seat.role)) {
                const text post_role = detail::word_text<role>(*seat.role);
                words.zh += post_role.zh;
                words.en += " " + post_role.en;
            }
            names.seats.push_back(std::move(words));
        }
        out.organisations.push_back(std::move(names));
    }
    return out;
}

}  // namespace xuanren
