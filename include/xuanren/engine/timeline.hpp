// include/xuanren/engine/timeline.hpp
#pragma once

#include <xuanren/engine/instrument.hpp>
#include <xuanren/engine/interval.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xuanren {

/// Days on which something is in force: from `start`, up to, not including, `end`; each as exactly
/// as it is known, empty where it is open.
struct validity {
    std::optional<interval<civil_date>> start;
    std::optional<interval<civil_date>> end;

    /// Yes where it is in force on every day that `on` can mean, no where on none.
    [[nodiscard]] truth on(const interval<civil_date>& on) const {
        const truth begun = start ? less_equal(*start, on) : truth::yes;
        const truth over = end ? less_equal(*end, on) : truth::no;
        return begun & !over;
    }
    /// Whether there may be a day in both.
    [[nodiscard]] bool overlaps(const validity& other) const {
        // A common boundary known to the month only is one day, on which one follows the other.
        const auto before = [](const std::optional<interval<civil_date>>& over,
                               const std::optional<interval<civil_date>>& begun) {
            return over && begun && (*over == *begun || over->high() <= begun->low());
        };
        return !before(end, other.start) && !before(other.end, start);
    }
};

[[nodiscard]] inline validity validity_of(const instrument& i) {
    validity out;
    if (i.effective) out.start = days_of(*i.effective);
    const auto& s = i.superseded;
    const auto& r = i.repealed;
    if (s && r)
        out.end = days_of(*s).low() < days_of(*r).low() ? days_of(*s) : days_of(*r);
    else if (s || r)
        out.end = days_of(s ? *s : *r);
    return out;
}

/// Which version of a family is in force on a date 适用版本.
struct version_choice {
    enum class kind : std::uint8_t {
        chosen,        ///< exactly one, `version`
        none,          ///< none: before the institution, in a gap, after the repeal
        undetermined,  ///< more than one possible, or an earlier text that is not here
    };
    kind is = kind::undetermined;
    std::size_t version = 0;
};

/// The versions of one family in their order 版本沿革.
struct family_timeline {
    struct version {
        std::shared_ptr<const instrument> of;
        validity in_force;
    };
    std::string name;
    std::vector<version> versions;  ///< earliest first

    [[nodiscard]] version_choice on(const std::optional<interval<civil_date>>& date) const {
        using is = version_choice::kind;
        if (!date) {
            const bool is_timeless =
                versions.size() == 1 && !versions[0].in_force.start && !versions[0].in_force.end;
            return is_timeless ? version_choice{is::chosen, 0} : version_choice{};
        }
        bool is_possible = false;
        for (std::size_t i = 0; i < versions.size(); ++i) {
            const truth t = versions[i].in_force.on(*date);
            if (t == truth::yes) return {is::chosen, i};
            is_possible = is_possible || t == truth::unknown;
        }
        const version& first = versions.front();
        const bool is_before =
            first.in_force.start && less(*date, *first.in_force.start) == truth::yes;
        if (is_possible || (is_before && first.of->before == instrument::earlier::unknown))
            return {is::undetermined, 0};
        return {is::none, 0};
    }
};

}  // namespace xuanren
