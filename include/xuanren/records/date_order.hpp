// include/xuanren/records/date_order.hpp
#pragma once

#include <xuanren/calendar/civil_date.hpp>
#include <xuanren/problem.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/records/field.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace xuanren::detail {

/// A place in a dossier, made into a JSON pointer only when something is wrong there.
struct record_path {
    const char* section;
    std::size_t index;
    const char* list = nullptr;
    std::size_t item = no_item;
    const char* object = nullptr;

    static constexpr std::size_t no_item = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::string pointer(const char* key) const {
        std::string out = std::string("/") + section + "/" + std::to_string(index);
        if (list != nullptr) out.append("/").append(list);
        if (item != no_item) out.append("/").append(std::to_string(item));
        if (object != nullptr) out.append("/").append(object);
        return out.append("/").append(key);
    }
};

/// Reports two dates that cannot stand in that order, whatever a partial date means.
inline void check_order(const field<civil_date>& earlier, const char* earlier_key,
                        const field<civil_date>& later, const char* later_key,
                        const record_path& place, std::vector<problem>& problems) {
    if (!earlier.has_value() || !later.has_value()) return;
    if (!(later->last_day() < earlier->first_day())) return;
    problem p;
    p.code = "XR-DOSSIER-015";
    p.at = place.pointer(later_key);
    p.found = to_string(*later);
    const std::string bound = to_string(*earlier);
    p.expected = {"不早于" + bound, "not before " + bound};
    p.message = {"“" + std::string(later_key) + "”为" + p.found + "，早于“" + earlier_key + "”的" +
                     bound + "：日期先后颠倒",
                 "\"" + std::string(later_key) + "\" is " + p.found + ", before \"" + earlier_key +
                     "\", " + bound + ": these dates are in an impossible order"};
    problems.push_back(std::move(p));
}

template <class List>
void check_from_to(const field<List>& list, record_path place, std::vector<problem>& problems) {
    if (!list.has_value()) return;
    for (place.item = 0; place.item < list->size(); ++place.item)
        check_order((*list)[place.item].from, "from", (*list)[place.item].to, "to", place,
                    problems);
}

/// Reports versions of one establishment that surely hold on the same day.
///
/// Sorted by the latest day they can begin, each is held against the one that surely lasts longest
/// among those before it. Complexity: n log n.
inline void check_overlaps(const std::vector<establishment>& versions, record_path place,
                           std::vector<problem>& problems) {
    struct stretch {
        std::int64_t from, to;  // days that are surely covered, [from, to)
        std::size_t index;
    };
    std::vector<stretch> sure;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto& v = versions[i];
        if (!v.from.has_value()) continue;
        const std::int64_t from = v.from->last_day().day_number();
        const std::int64_t to = v.to.is_null()     ? std::numeric_limits<std::int64_t>::max()
                                : v.to.has_value() ? v.to->first_day().day_number()
                                                   : from + 1;  // its first day at least
        if (from < to) sure.push_back({from, to, i});
    }
    std::sort(sure.begin(), sure.end(), [](const stretch& a, const stretch& b) {
        return a.from != b.from ? a.from < b.from : a.index < b.index;
    });
    for (std::size_t i = 0, longest = 0; i < sure.size(); ++i) {
        if (i > 0 && sure[i].from < sure[longest].to) {
            const std::size_t first = std::min(sure[i].index, sure[longest].index);
            place.item = std::max(sure[i].index, sure[longest].index);
            const std::string other =
                record_path{place.section, place.index, place.list, first}.pointer("from");
            problem p;
            p.code = "XR-DOSSIER-014";
            p.at = place.pointer("from");
            p.found = to_string(*versions[place.item].from);
            p.expected = {"各版起止日期不相重叠", "versions that do not overlap"};
            p.message = {
                "三定规定的两版起止日期重叠：另一版见" + other,
                "two versions of the establishment hold on the same days: the other begins at " +
                    other};
            problems.push_back(std::move(p));
        }
        if (i > 0 && sure[i].to > sure[longest].to) longest = i;
    }
}

inline void check_dates(const organisation& o, std::size_t index, std::vector<problem>& problems) {
    check_from_to(o.establishments, {"organisations", index, "establishments"}, problems);
    check_from_to(o.events, {"organisations", index, "events"}, problems);
    if (o.establishments.has_value())
        check_overlaps(*o.establishments, {"organisations", index, "establishments"}, problems);
}

inline void check_dates(const cadre& c, std::size_t index, std::vector<problem>& problems) {
    const auto each = [&](const auto& list, const char* key, auto check) {
        if (!list.has_value()) return;
        record_path place{"cadres", index, key};
        for (place.item = 0; place.item < list->size(); ++place.item)
            check((*list)[place.item], place);
    };
    check_from_to(c.service_breaks, {"cadres", index, "service_breaks"}, problems);
    check_from_to(c.education, {"cadres", index, "education"}, problems);
    check_from_to(c.ranks, {"cadres", index, "ranks"}, problems);
    check_from_to(c.training, {"cadres", index, "training"}, problems);
    check_from_to(c.relatives, {"cadres", index, "relatives"}, problems);
    each(c.tenures, "tenures", [&](const tenure& t, record_path place) {
        check_order(t.from, "from", t.to, "to", place, problems);
        if (!t.from.has_value()) check_order(t.decided, "decided", t.to, "to", place, problems);
        if (!t.probation.has_value()) return;
        place.object = "probation";
        check_order(t.noticed.has_value() ? t.noticed : t.from,
                    t.noticed.has_value() ? "noticed" : "from", t.probation->ended, "ended", place,
                    problems);
    });
    each(c.sanctions, "sanctions", [&](const sanction& s, record_path place) {
        check_order(s.decided, "decided", s.influence_until, "influence_until", place, problems);
        check_order(s.decided, "decided", s.revoked, "revoked", place, problems);
        if (!s.conduct.has_value()) return;
        place.object = "conduct";
        check_order(s.conduct->from, "from", s.conduct->to, "to", place, problems);
    });
    if (c.investigation.has_value())
        check_order(c.investigation->since, "since", c.investigation->concluded, "concluded",
                    {"cadres", index, "investigation"}, problems);
    if (c.party.has_value())
        check_order(c.party->joined, "joined", c.party->full_member, "full_member",
                    {"cadres", index, "party"}, problems);
}

/// The steps among themselves are the law's business; here only what one step says of itself.
inline void check_dates(const appointment& a, std::size_t index, std::vector<problem>& problems) {
    if (!a.procedure.has_value()) return;
    const procedure& p = *a.procedure;
    record_path place{"appointments", index, "procedure"};
    if (p.recommendation.has_value() && p.recommendation->talks.has_value()) {
        place.object = "recommendation/talks";
        check_order(p.recommendation->talks->from, "from", p.recommendation->talks->to, "to", place,
                    problems);
    }
    if (p.inspection.has_value()) {
        place.object = "inspection";
        check_order(p.inspection->from, "from", p.inspection->to, "to", place, problems);
    }
    if (p.notice.has_value()) {
        place.object = "notice";
        check_order(p.notice->from, "from", p.notice->to, "to", place, problems);
    }
}

}  // namespace xuanren::detail
