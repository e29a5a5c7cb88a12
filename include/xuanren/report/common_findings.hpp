// include/xuanren/report/common_findings.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/effect.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/seated.hpp>
#include <xuanren/report/wording.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren {

/// Findings that many appointments share for one and the same reason 共同问题: told once, named elsewhere.
class common_findings {
public:
    struct group {
        const verdict* first;
        const appointment_report* of;
        std::vector<std::string> appointments;  ///< ids
    };

    common_findings(const report& r, const wording& words) {
        constexpr std::size_t many = 4;  // fewer are read more easily where they stand
        std::map<std::tuple<std::string, status, std::string>, group> all;
        std::vector<std::tuple<std::string, status, std::string>> order;
        for (const appointment_report& a : r.appointments)
            for (const verdict& v : a.findings) {
                // Who sits in the seats of one appointment is told with it.
                if (!is_grouped(effect_of(v, a.is_decided)) || seated_of(v, a, *words.facts)) continue;
                std::tuple key(v.of->id() + v.subject, v.status, reason_of(v, words, language::zh, &a.facts));
                const auto [at, is_new] = all.try_emplace(key, group{&v, &a, {}});
                if (is_new) order.push_back(std::move(key));
                at->second.appointments.push_back(a.id);
                members_.emplace_back(&v, &at->second);
            }
        for (const auto& key : order)
            if (const group& g = all.at(key); g.appointments.size() >= many) {
                numbers_.emplace(g.first, groups_.size() + 1);
                groups_.push_back(g);
            }
        for (const auto& [member, its] : members_)
            if (const auto found = numbers_.find(its->first); found != numbers_.end()) number_of_.emplace(member, found->second);
        members_.clear();
    }

    [[nodiscard]] const std::vector<group>& groups() const noexcept { return groups_; }
    /// The number of the group that a finding belongs to, from 1; 0: it stands by itself.
    [[nodiscard]] std::size_t number_of(const verdict& v) const {
        const auto found = number_of_.find(&v);
        return found == number_of_.end() ? 0 : found->second;
    }

private:
    [[nodiscard]] static bool is_grouped(effect e) noexcept { return e <= effect::advice; }

    std::vector<group> groups_;
    std::map<const verdict*, std::size_t> numbers_, number_of_;
    std::vector<std::pair<const verdict*, const group*>> members_;
};

}  // namespace xuanren
