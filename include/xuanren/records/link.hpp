// include/xuanren/records/link.hpp
#pragma once

#include <xuanren/problem.hpp>
#include <xuanren/records/date_order.hpp>
#include <xuanren/records/dossier.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// Lists of a dossier in which some record has no sound id, so that a reference into them that
/// finds nothing may be the fault of the record and not of the reference.
struct doubtful_lists {
    bool organisations = false, posts = false, cadres = false;
};

namespace detail {

[[nodiscard]] inline std::string quoted_id(std::string_view id) {
    constexpr std::size_t limit = 60;
    if (id.size() <= limit) return std::string(id);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xC0u) == 0x80u) --end;
    return std::string(id.substr(0, end)) + "…";
}

template <class Record>
void index_ids(id_index& index, const std::vector<Record>& records, const char* section,
               std::vector<problem>& problems) {
    for (const auto& [first, later] : index.build(records)) {
        if (records[later].id.empty()) continue;  // no id was read; that is a problem of its own
        problem p;
        p.code = "XR-DOSSIER-012";
        p.at = record_path{section, later}.pointer("id");
        p.found = quoted_id(records[later].id);
        p.expected = {"不重复的编号", "an id that no other record has"};
        const std::string other = record_path{section, first}.pointer("id");
        p.message = {"编号“" + p.found + "”重复：已见于" + other,
                     "id \"" + p.found + "\" stands twice: first at " + other};
        problems.push_back(std::move(p));
    }
}

/// Resolves one reference; reports it where it names nothing.
template <class Record>
[[nodiscard]] std::uint32_t resolve(const id_index& index, const std::vector<Record>& records,
                                    std::string_view id, bool doubtful, const char* section,
                                    const record_path& place, const char* key,
                                    std::vector<problem>& problems) {
    const std::uint32_t found = index.find(records, id);
    if (found != no_record || doubtful || id.empty()) return found;
    problem p;
    p.code = "XR-DOSSIER-011";
    p.at = place.pointer(key);
    p.found = quoted_id(id);
    p.expected = {std::string("“") + section + "”中的一个编号",
                  std::string("an id that stands in \"") + section + "\""};
    p.message = {"“" + p.found + "”不在本卷宗的“" + section +
                     "”中；卷宗外的单位或职位，可只填编号和名称列入",
                 "\"" + p.found + "\" is not in \"" + section +
                     "\" of this document; one from outside may be listed with id and name alone"};
    problems.push_back(std::move(p));
    return found;
}

/// Reports each circle of `next`, where every record names at most one other.
/// Complexity: linear, without recursion.
template <class Record>
void check_circles(const std::vector<std::uint32_t>& next, const std::vector<Record>& records,
                   const char* section, const char* key, std::vector<problem>& problems) {
    std::vector<std::uint32_t> walk_of(next.size(), 0);  // the walk that came by here; 0: none yet
    for (std::uint32_t start = 0; start < next.size(); ++start) {
        const std::uint32_t walk = start + 1;
        std::uint32_t at = start;
        while (at != no_record && walk_of[at] == 0) {
            walk_of[at] = walk;
            at = next[at];
        }
        if (at == no_record || walk_of[at] != walk) continue;
        constexpr std::size_t most_shown = 20;
        std::string shown = quoted_id(records[at].id);
        std::size_t length = 1;
        for (std::uint32_t i = next[at]; i != at; i = next[i], ++length)
            if (length < most_shown) shown += " → " + quoted_id(records[i].id);
        if (length > most_shown) shown += " → …";
        shown += " → " + quoted_id(records[at].id);
        problem p;
        p.code = "XR-DOSSIER-013";
        p.at = record_path{section, at}.pointer(key);
        p.found = shown;
        p.expected = {"不成环的上下级", "a line that does not come back to itself"};
        p.message = {std::string("“") + key + "”成环：" + shown,
                     std::string("\"") + key + "\" runs in a circle: " + shown};
        problems.push_back(std::move(p));
    }
}

}  // namespace detail

/// Resolves the references of a dossier into `links` and checks what spans fields: ids that stand
/// twice, references to nothing, circles of `parent` or `reports_to`, versions of an establishment
/// that overlap, dates in an order that cannot be.
///
/// Returns: every problem, XR-DOSSIER-011 to 015, with its JSON pointer (no lines); none: all is
/// linked. Partial dates are a problem only where no reading of them can stand. People in
/// `attendees`, `team`, `recused` and `excluded` may be names and are not resolved.
/// Complexity: linear in the dossier; n log n in the versions of one establishment.
[[nodiscard]] inline std::vector<problem> link(dossier& d, doubtful_lists doubtful = {}) {
    std::vector<problem> problems;
    dossier_links& l = d.links;
    detail::index_ids(l.organisations, d.organisations, "organisations", problems);
    detail::index_ids(l.posts, d.posts, "posts", problems);
    detail::index_ids(l.cadres, d.cadres, "cadres", problems);
    detail::index_ids(l.appointments, d.appointments, "appointments", problems);

    using path = detail::record_path;
    const auto organisation_at = [&](const field<std::string>& id, const path& place,
                                     const char* key) {
        return id.has_value()
                   ? detail::resolve(l.organisations, d.organisations, *id, doubtful.organisations,
                                     "organisations", place, key, problems)
                   : no_record;
    };
    const auto post_at = [&](std::string_view id, const path& place, const char* key) {
        return detail::resolve(l.posts, d.posts, id, doubtful.posts, "posts", place, key, problems);
    };
    const auto cadre_at = [&](std::string_view id, const path& place, const char* key) {
        return detail::resolve(l.cadres, d.cadres, id, doubtful.cadres, "cadres", place, key,
                               problems);
    };

    l.organisation_parent.assign(d.organisations.size(), no_record);
    for (std::size_t i = 0; i < d.organisations.size(); ++i) {
        l.organisation_parent[i] =
            organisation_at(d.organisations[i].parent, {"organisations", i}, "parent");
        detail::check_dates(d.organisations[i], i, problems);
    }

    l.post_organisation.assign(d.posts.size(), no_record);
    l.post_reports_to.assign(d.posts.size(), no_record);
    for (std::size_t i = 0; i < d.posts.size(); ++i) {
        const post& p = d.posts[i];
        l.post_organisation[i] = organisation_at(p.organisation, {"posts", i}, "organisation");
        if (p.reports_to.has_value())
            l.post_reports_to[i] = post_at(*p.reports_to, {"posts", i}, "reports_to");
    }

    l.tenure_post.assign(d.cadres.size(), {});
    l.tenure_organisation.assign(d.cadres.size(), {});
    l.relative_person.assign(d.cadres.size(), {});
    for (std::size_t i = 0; i < d.cadres.size(); ++i) {
        const cadre& c = d.cadres[i];
        if (c.tenures.has_value()) {
            l.tenure_post[i].assign(c.tenures->size(), no_record);
            l.tenure_organisation[i].assign(c.tenures->size(), no_record);
            for (std::size_t k = 0; k < c.tenures->size(); ++k) {
                const tenure& t = (*c.tenures)[k];
                const path place{"cadres", i, "tenures", k};
                if (t.post.has_value()) l.tenure_post[i][k] = post_at(*t.post, place, "post");
                l.tenure_organisation[i][k] =
                    organisation_at(t.organisation, place, "organisation");
            }
        }
        if (c.relatives.has_value()) {
            l.relative_person[i].assign(c.relatives->size(), no_record);
            for (std::size_t k = 0; k < c.relatives->size(); ++k)
                if (const auto& person = (*c.relatives)[k].person; person.has_value())
                    l.relative_person[i][k] =
                        cadre_at(*person, {"cadres", i, "relatives", k}, "person");
        }
        detail::check_dates(c, i, problems);
    }

    l.appointment_candidate.assign(d.appointments.size(), no_record);
    l.appointment_post.assign(d.appointments.size(), no_record);
    l.appointment_organisation.assign(d.appointments.size(), no_record);
    l.appointment_vacates.assign(d.appointments.size(), {});
    for (std::size_t i = 0; i < d.appointments.size(); ++i) {
        const appointment& a = d.appointments[i];
        const path place{"appointments", i};
        l.appointment_candidate[i] = cadre_at(a.candidate, place, "candidate");
        if (a.post.has_value()) l.appointment_post[i] = post_at(*a.post, place, "post");
        l.appointment_organisation[i] = organisation_at(a.organisation, place, "organisation");
        if (a.vacates.has_value())
            for (std::size_t k = 0; k < a.vacates->size(); ++k)
                l.appointment_vacates[i].push_back(post_at(
                    (*a.vacates)[k], {"appointments", i, "vacates"}, std::to_string(k).c_str()));
        if (a.procedure.has_value() && a.procedure->recommendation.has_value())
            if (const auto& for_post = a.procedure->recommendation->for_post; for_post.has_value())
                static_cast<void>(post_at(
                    *for_post, {"appointments", i, "procedure", path::no_item, "recommendation"},
                    "for_post"));
        detail::check_dates(a, i, problems);
    }

    detail::check_circles(l.organisation_parent, d.organisations, "organisations", "parent",
                          problems);
    detail::check_circles(l.post_reports_to, d.posts, "posts", "reports_to", problems);
    return problems;
}

}  // namespace xuanren
