// include/xuanren/report/obligation_words.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// The duties of an appointment that people must still see to 待办事项: open or overdue. What has
/// been done counts among what is satisfied; the JSON report lists it.
[[nodiscard]] inline std::vector<const obligation*> still_owed(const appointment_report& a) {
    std::vector<const obligation*> out;
    for (const obligation& duty : a.obligations)
        if (duty.status != obligation::state::met) out.push_back(&duty);
    return out;
}

/// 待办, 已办 or 逾期; 待核 where its day has passed and nothing tells whether it was done.
[[nodiscard]] constexpr phrase label_of(const obligation& duty) noexcept {
    if (duty.is_past_due) return {"待核", "to be verified"};
    constexpr phrase states[] = {{"待办", "due"}, {"已办", "met"}, {"逾期", "overdue"}};
    return states[static_cast<std::size_t>(duty.status)];
}

/// The clause, by when, and when it was done.
[[nodiscard]] inline std::string in_words(const obligation& duty, const wording& words, language l) {
    const bool zh = l == language::zh;
    std::string out = in_words(duty.of->cite(), words, l);
    out += zh ? "：" : ": ";
    out += title_of(*duty.of, l);
    if (duty.due) out += (zh ? "，期限" : ", by ") + in_words(*duty.due, l);
    if (duty.met_on)
        out += zh ? "，" + in_words(*duty.met_on, l) + "完成" : ", done " + in_words(*duty.met_on, l);
    if (duty.is_past_due) out += zh ? "，期限已过，是否履行不明" : "; the day has passed, whether it was done is not known";
    return out;
}

}  // namespace xuanren
