// include/xuanren/check/version_rules.hpp
#pragma once

#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/rule.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// For each family of a plan, in its order, what a finding that its version is not known stands
/// under: `<family>/version` 适用版本不明; `why` says for what lack.
[[nodiscard]] inline std::vector<std::shared_ptr<const rule>> version_rules(const rulebook_plan& plan,
                                                                            const text& why) {
    std::vector<std::shared_ptr<const rule>> out;
    out.reserve(plan.families.size());
    for (const family_timeline& f : plan.families) {
        auto r = std::make_shared<rule>(f.name + "/version");
        const instrument& latest = *f.versions.back().of;
        r->cite(citation{latest.id, 0, 0, 0, {}, {}});
        r->title({"适用版本不明：" + latest.title.zh, "the version in force is not known: " + latest.title.en});
        r->reading(why);
        out.push_back(std::move(r));
    }
    return out;
}

}  // namespace xuanren::detail
