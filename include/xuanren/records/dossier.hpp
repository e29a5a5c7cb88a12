// include/xuanren/records/dossier.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/records/appointment.hpp>
#include <xuanren/records/cadre.hpp>
#include <xuanren/records/field.hpp>
#include <xuanren/records/id_index.hpp>
#include <xuanren/records/organisation.hpp>
#include <xuanren/records/post.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace xuanren {

/// What the ids of a dossier refer to, as positions in its lists 引用; `no_record` where a key
/// names nothing. Made by `link` (records/link.hpp), which the reader calls.
struct dossier_links {
    id_index organisations, posts, cadres, appointments;  ///< by id

    std::vector<std::uint32_t> organisation_parent;  ///< by organisation
    std::vector<std::uint32_t> post_organisation;    ///< by post
    std::vector<std::uint32_t> post_reports_to;      ///< by post
    std::vector<std::uint32_t> appointment_candidate, appointment_post, appointment_organisation;
    std::vector<std::vector<std::uint32_t>> appointment_vacates;               ///< posts
    std::vector<std::vector<std::uint32_t>> tenure_post, tenure_organisation;  ///< by cadre, tenure
    std::vector<std::vector<std::uint32_t>> relative_person;  ///< by cadre, relative
};

/// One document: organisations, posts, cadres, appointments 选任卷宗.
///
/// The four lists are empty where the document leaves them out; `has_...` tells whether it does.
/// A dossier that is built or changed in C++ is to be linked before it is checked.
struct dossier {
    field<civil_date> as_of{};  ///< the day on which organisations are looked at
    std::vector<organisation> organisations;
    std::vector<post> posts;
    std::vector<cadre> cadres;
    std::vector<appointment> appointments;
    bool has_organisations = true, has_posts = true, has_cadres = true, has_appointments = true;
    extra_keys extras{};

    dossier_links links;

    [[nodiscard]] const organisation* find_organisation(std::string_view id) const noexcept {
        return at(organisations, links.organisations.find(organisations, id));
    }
    [[nodiscard]] const post* find_post(std::string_view id) const noexcept {
        return at(posts, links.posts.find(posts, id));
    }
    [[nodiscard]] const cadre* find_cadre(std::string_view id) const noexcept {
        return at(cadres, links.cadres.find(cadres, id));
    }
    [[nodiscard]] const appointment* find_appointment(std::string_view id) const noexcept {
        return at(appointments, links.appointments.find(appointments, id));
    }

    /// Equality of what the document says; links do not count.
    friend bool operator==(const dossier& a, const dossier& b) {
        return a.as_of == b.as_of && a.organisations == b.organisations && a.posts == b.posts &&
               a.cadres == b.cadres && a.appointments == b.appointments &&
               a.has_organisations == b.has_organisations && a.has_posts == b.has_posts &&
               a.has_cadres == b.has_cadres && a.has_appointments == b.has_appointments &&
               a.extras == b.extras;
    }

private:
    template <class Record>
    [[nodiscard]] static const Record* at(const std::vector<Record>& list,
                                          std::uint32_t i) noexcept {
        return i == no_record ? nullptr : &list[i];
    }
};

}  // namespace xuanren
