// include/xuanren/report/mechanisms.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/records/incentive.hpp>
#include <xuanren/report/language.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace xuanren {

/// How many appointments a report holds that were made under one incentive mechanism.
struct mechanism_count {
    mechanism_kind kind;
    std::size_t appointments;
};

/// The mechanisms that any appointment was made under 激励机制统计, in their own order.
[[nodiscard]] inline std::vector<mechanism_count> mechanisms_of(const report& r) {
    std::vector<mechanism_count> out;
    for (const auto& w : words_of<mechanism_kind>::list) {
        const auto count = std::count_if(r.appointments.begin(), r.appointments.end(),
                                         [&](const appointment_report& a) { return a.mechanism == w.english; });
        if (count != 0) out.push_back({w.value, static_cast<std::size_t>(count)});
    }
    return out;
}

/// 依激励机制办理 3 项：鼓励激励 2、能上能下 1。; empty where there is none.
[[nodiscard]] inline std::string mechanisms_words(const report& r, language l) {
    const bool zh = l == language::zh;
    std::string each;
    std::size_t total = 0;
    for (const mechanism_count& m : mechanisms_of(r)) {
        constexpr phrase names[] = {{"鼓励激励", "encouragement"}, {"容错纠错", "tolerance of error"}, {"能上能下", "moving up and down"}};
        each += each.empty() ? "" : zh ? "、" : ", ";
        each += std::string(names[static_cast<std::size_t>(m.kind)].in(l)) + " " + std::to_string(m.appointments);
        total += m.appointments;
    }
    if (total == 0) return {};
    return zh ? "依激励机制办理 " + std::to_string(total) + " 项：" + each + "。"
              : "Made under an incentive mechanism: " + std::to_string(total) + " (" + each + ").";
}

}  // namespace xuanren
