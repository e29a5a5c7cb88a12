// include/xuanren/check/straddle.hpp
#pragma once

#include <xuanren/engine/equality.hpp>
#include <xuanren/engine/evaluation.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// The date that an interval of days was written as.
[[nodiscard]] inline civil_date written_date(const interval<civil_date>& days) {
    const civil_date& low = days.low();
    if (days.is_exact()) return low;
    const civil_date month(low.year(), low.month());
    return days_of(month) == days ? month : civil_date(low.year());
}

}  // namespace detail

/// Which versions of each family the rules of one case were judged under 适用版本登记, to tell where
/// its steps straddle a change 跨越版本变更.
class version_uses {
public:
    explicit version_uses(const rulebook_plan& plan) : plan_(&plan), of_(plan.families.size()) {}

    /// A rule reached the case: it applies, and its step is on record.
    void add(const planned_place& place, step at) {
        if (place.family == planned_place::always) return;
        std::array<use, 2>& uses = of_[place.family];
        auto& [first, last] = uses;
        // The last step under the earlier text, the first under the later.
        if (!first.is_set || place.version < first.version || (place.version == first.version && at > first.at))
            first = {true, place.version, at};
        if (!last.is_set || place.version > last.version || (place.version == last.version && at < last.at))
            last = {true, place.version, at};
    }

    /// A question for people for each family under two of whose versions the case fell, where the
    /// texts do not ask the same of it. No transition clause says which is to govern the whole.
    [[nodiscard]] std::vector<planned_rule> questions(case_evaluation& c) const {
        std::vector<planned_rule> out;
        for (std::size_t f = 0; f < of_.size(); ++f) {
            const auto& [first, last] = of_[f];
            if (!first.is_set || first.version == last.version) continue;
            if (differ(c, f, first, last) || differ(c, f, last, first))
                out.push_back(question(c, plan_->families[f], first, last));
        }
        return out;
    }

private:
    struct use {
        bool is_set = false;
        std::size_t version = 0;
        step at = step::discussion;
    };

    // Whether a rule of the one version reaches the case, and none of the other asks the same.
    [[nodiscard]] bool differ(case_evaluation& c, std::size_t family, const use& one, const use& other) const {
        const auto is_of = [&](const planned_rule& r, const use& u) {
            return r.place.family == family && r.place.version == u.version &&
                   r.about == rule_subject::appointment && r.of->basis() != basis::unverified;
        };
        for (const planned_rule& r : plan_->rules) {
            if (!is_of(r, one) || c.judge(r).scope == truth::no) continue;
            const bool is_kept = std::any_of(plan_->rules.begin(), plan_->rules.end(), [&](const planned_rule& s) {
                return is_of(s, other) && asks_the_same(*r.of, *s.of);
            });
            if (!is_kept) return true;
        }
        return false;
    }

    [[nodiscard]] static planned_rule question(const case_evaluation& c, const family_timeline& family,
                                               const use& first, const use& last) {
        const instrument& earlier = *family.versions[first.version].of;
        const instrument& later = *family.versions[last.version].of;
        const std::string from = to_string(detail::written_date(*c.reference(first.at)));
        const std::string to = to_string(detail::written_date(*c.reference(last.at)));
        auto r = std::make_shared<rule>(family.name + "/straddles");
        r->cite(citation{later.id, 0, 0, 0, {}, {}}).judgement();
        r->title({"程序跨越版本变更：" + from + "的环节适用" + named(earlier.title.zh, earlier.version) + "，" + to +
                      "的环节适用" + named(later.title.zh, later.version),
                  "the procedure straddles a change of version: the step of " + from + " falls under " +
                      earlier.title.en + " (" + earlier.version + "), that of " + to + " under " + later.title.en +
                      " (" + later.version + ")"});
        r->reading({"未见过渡条款：各环节暂按其当日有效的版本判断，全案适用何者由人研判",
                    "no transition clause is known: each step is judged by the version of its own day, and people "
                    "decide which governs the whole"});
        return planned_rule(std::move(r));
    }
    [[nodiscard]] static std::string named(const std::string& title, const std::string& version) {
        return "《" + title + "》（" + version + "）";
    }

    const rulebook_plan* plan_;
    std::vector<std::array<use, 2>> of_;
};

}  // namespace xuanren
