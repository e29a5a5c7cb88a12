// include/xuanren/report/seated.hpp
#pragma once

#include <xuanren/check/facts_not_kept.hpp>
#include <xuanren/check/report.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/markup.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/text_options.hpp>
#include <xuanren/report/word_table.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// Who sits in the seats that a finding is about 占用明细; without `seats`, those whom it counts.
struct seated {
    const seat_report* seats = nullptr;
    const std::vector<seat_holder>* holders = nullptr;

    [[nodiscard]] explicit operator bool() const noexcept { return holders != nullptr; }
};

/// Of an appointment's finding: those of the seat, or of the rank, that its facts are about.
[[nodiscard]] inline seated seated_of(const verdict& v, const appointment_report& a, const catalogue& facts) {
    seated out;
    if (a.seats.empty()) return out;
    each_fact_not_kept(v, facts, [&](std::string_view name) {
        if (out) return;
        const bool of_rank = name.starts_with("rank_seat.");
        if (!of_rank && !name.starts_with("seat.")) return;
        for (const seat_report& s : a.seats)
            if (s.level.empty() == of_rank) out = {&s, &s.holders};
    });
    return out;
}

/// Of an organisation's finding: those of the kind of seat or rank that it names, or whom it counts.
[[nodiscard]] inline seated seated_of(const verdict& v, const organisation_report& o, const catalogue& facts) {
    seated out;
    if (!is_not_kept(v)) return out;
    if (!v.subject.empty()) {
        for (const auto* list : {&o.seats, &o.rank_seats})
            for (const seat_report& s : *list)
                if (s.subject == v.subject) return {&s, &s.holders};
        return out;
    }
    each_fact_not_kept(v, facts, [&](std::string_view name) {
        for (const counted_holders& c : o.counted)
            if (!out && c.fact == name) out = {nullptr, &c.holders};
    });
    return out;
}

/// The table of a finding in text: the sum, then a row a holder.
[[nodiscard]] inline std::string to_text(const seated& s, const text_options& o, const std::string& indent) {
    if (!s || (s.seats == nullptr && s.holders->empty())) return {};
    std::string out;
    if (s.seats != nullptr) out += indent + detail::seat_sum(*s.seats, o.in) + "\n";
    if (!s.holders->empty()) out += to_text(detail::holders_table(*s.holders, o.in), o, indent);
    return out;
}

[[nodiscard]] inline std::string to_html(const seated& s, language l) {
    if (!s || (s.seats == nullptr && s.holders->empty())) return {};
    std::string out;
    if (s.seats != nullptr) out += "<p>" + detail::escaped(detail::seat_sum(*s.seats, l)) + "</p>\n";
    if (!s.holders->empty()) out += to_html(detail::holders_table(*s.holders, l, s.holders->size()));
    return out;
}

/// How many sit there too many 超配数; none where it is not known.
[[nodiscard]] inline std::optional<std::int64_t> over_of(const seat_report& s) {
    if (!s.approved || !s.occupied) return std::nullopt;
    return std::max<std::int64_t>(0, *s.occupied - *s.approved);
}

/// `seats` and `holders` of a finding; neither where it is about no seat.
inline void write(json_writer& out, const seated& s) {
    if (!s) return;
    if (s.seats != nullptr) {
        out.key("seats");
        out.begin_object();
        detail::write_count(out, "approved", s.seats->approved);
        detail::write_count(out, "occupied", s.seats->occupied);
        out.member("at_most", s.seats->at_most);
        detail::write_count(out, "over", over_of(*s.seats));
        out.end_object();
    }
    detail::write_holders(out, *s.holders);
}

}  // namespace xuanren
