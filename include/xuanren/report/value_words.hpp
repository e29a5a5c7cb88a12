// include/xuanren/report/value_words.hpp
#pragma once

#include <xuanren/engine/value.hpp>
#include <xuanren/report/language.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace xuanren {

/// A date as people write it at its own precision: 2024年5月20日, 2024年5月; 2024-05-20, 2024-05.
[[nodiscard]] inline std::string in_words(const civil_date& date, language l) {
    if (l == language::en) return to_string(date);
    std::string out = std::to_string(date.year()) + "年";
    if (date.precision() != date_precision::year) out += std::to_string(date.month()) + "月";
    if (date.is_day()) out += std::to_string(date.day()) + "日";
    return out;
}

/// A date known within bounds; bounds that are a whole month or year read as that month or year.
[[nodiscard]] inline std::string in_words(const interval<civil_date>& dates, language l) {
    const civil_date& low = dates.low();
    const civil_date& high = dates.high();
    if (dates.is_exact()) return in_words(low, l);
    const civil_date month(low.year(), low.month());
    if (low == month.first_day() && high == month.last_day()) return in_words(month, l);
    // The end of the calendar stands for a date that has no known end.
    if (high.year() == 9999) return l == language::zh ? in_words(low, l) + "或者以后" : in_words(low, l) + " or later";
    const civil_date year(low.year());
    if (low == year.first_day() && high == year.last_day()) return in_words(year, l);
    return l == language::zh ? in_words(low, l) + "至" + in_words(high, l) + "之间"
                             : "between " + in_words(low, l) + " and " + in_words(high, l);
}

/// A period of months: 2年3个月; 2 y 3 mo.
[[nodiscard]] inline std::string in_words(months period, language l) {
    const std::int64_t count = period.count() < 0 ? -period.count() : period.count();
    const std::int64_t years = count / 12;
    const std::int64_t rest = count % 12;
    std::string out = period.count() < 0 ? "-" : "";
    if (l == language::zh) {
        if (years != 0) out += std::to_string(years) + "年";
        if (rest != 0 || years == 0) out += std::to_string(rest) + "个月";
        return out;
    }
    if (years != 0) out += std::to_string(years) + " y";
    if (years != 0 && rest != 0) out += " ";
    if (rest != 0 || years == 0) out += std::to_string(rest) + " mo";
    return out;
}

/// A period of days: 5天; 5 d. Hours and less are told only where there are any.
[[nodiscard]] inline std::string in_words(day_time_duration period, language l) {
    std::int64_t seconds = period.seconds < 0 ? -period.seconds : period.seconds;
    const std::int64_t parts[] = {seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60};
    constexpr phrase units[] = {{"天", " d"}, {"小时", " h"}, {"分", " min"}, {"秒", " s"}};
    std::string out;
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        if (parts[i] == 0 && !(i == 0 && seconds == 0)) continue;
        if (!out.empty() && l == language::en) out += ' ';
        out += std::to_string(parts[i]);
        out += units[i].in(l);
    }
    return (period.seconds < 0 ? "-" : "") + out;
}

[[nodiscard]] inline std::string in_words(const number& n, language) { return to_string(n); }

/// The word of an enumeration: 县处级副职; county deputy.
[[nodiscard]] inline std::string in_words(enumerator word, language l) {
    const auto& member = word.words->members[static_cast<std::size_t>(word.index)];
    if (l == language::zh) return member.zh;
    std::string out = member.name;
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

/// A period known within bounds. A bound that no service reaches stands for one that is not known.
[[nodiscard]] inline std::string in_words(const interval<months>& bounds, language l) {
    constexpr std::int64_t longest = 12 * 100;
    const bool zh = l == language::zh;
    const std::int64_t low = bounds.low().count();
    const bool has_low = low > -longest && !(low == 0 && bounds.high().count() >= longest);
    const bool has_high = bounds.high().count() < longest;
    if (!has_low && !has_high) return zh ? "未载" : "not on file";
    if (!has_low) return (zh ? "至多" : "at most ") + in_words(bounds.high(), l);
    if (!has_high) return (zh ? "至少" : "at least ") + in_words(bounds.low(), l);
    if (bounds.is_exact()) return in_words(bounds.low(), l);
    return in_words(bounds.low(), l) + (zh ? "至" : " to ") + in_words(bounds.high(), l);
}

template <class T>
[[nodiscard]] std::string in_words(const interval<T>& bounds, language l) {
    if (bounds.is_exact()) return in_words(bounds.low(), l);
    return in_words(bounds.low(), l) + (l == language::zh ? "至" : " to ") + in_words(bounds.high(), l);
}

[[nodiscard]] inline std::string in_words(const value& v, language l);

[[nodiscard]] inline std::string in_words(const list_value& list, language l) {
    if (list.items.empty()) return l == language::zh ? "无" : "none";
    std::string out;
    for (const value& item : list.items) {
        if (!out.empty()) out += l == language::zh ? "、" : ", ";
        out += in_words(item, l);
    }
    return out;
}

/// The fields of a record that are on file: 处分种类 党内警告，处分日期 2022年3月1日.
[[nodiscard]] inline std::string in_words(const record_value& record, language l) {
    std::string out = l == language::zh ? "（" : "(";
    const std::size_t empty = out.size();
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const value& held = record.fields[i];
        if (held.is_unknown() || held.is_null() || held.as<bool>() != nullptr) continue;
        if (out.size() != empty) out += l == language::zh ? "，" : ", ";
        if (record.type != nullptr && i < record.type->fields.size()) {
            std::string name = l == language::zh ? record.type->fields[i].zh : record.type->fields[i].name;
            std::replace(name.begin(), name.end(), '_', ' ');
            out += name + ' ';
        }
        out += in_words(held, l);
    }
    return out + (l == language::zh ? "）" : ")");
}

[[nodiscard]] inline std::string in_words(const range_value& range, language l) {
    const bool opens = range.low.is_null();
    const bool ends = range.high.is_null();
    if (l == language::zh) {
        if (ends) return in_words(range.low, l) + "至今";
        if (opens) return in_words(range.high, l) + "以前";
        return in_words(range.low, l) + "至" + in_words(range.high, l);
    }
    if (ends) return "from " + in_words(range.low, l) + " on";
    if (opens) return "until " + in_words(range.high, l);
    return in_words(range.low, l) + " to " + in_words(range.high, l);
}

/// A value as people say it 值的说法; what is not on file is said to be so.
[[nodiscard]] inline std::string in_words(const value& v, language l) {
    return std::visit(
        [l](const auto& held) -> std::string {
            using held_type = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<held_type, absence>)
                return held == absence::unknown ? (l == language::zh ? "未载" : "not on file")
                                                : (l == language::zh ? "无" : "none");
            else if constexpr (std::is_same_v<held_type, bool>)
                return l == language::zh ? (held ? "是" : "否") : (held ? "yes" : "no");
            else if constexpr (std::is_same_v<held_type, std::shared_ptr<const std::string>>)
                return *held;
            else if constexpr (requires { *held; })
                return in_words(*held, l);
            else
                return in_words(held, l);
        },
        v.held());
}

/// A value as JSON and other programs read it: ISO dates and periods, English words.
[[nodiscard]] inline std::string code_of(const value& v) {
    const auto bounds = [](const auto& of, const auto& write) {
        std::string out = write(of.low());
        return of.is_exact() ? out : out + ".." + write(of.high());
    };
    return std::visit(
        [&](const auto& held) -> std::string {
            using held_type = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<held_type, absence>)
                return held == absence::null ? "null" : "unknown";
            else if constexpr (std::is_same_v<held_type, bool>)
                return held ? "true" : "false";
            else if constexpr (std::is_same_v<held_type, std::shared_ptr<const std::string>>)
                return *held;
            else if constexpr (std::is_same_v<held_type, interval<civil_date>>) {
                const civil_date low = held.low();
                if (!held.is_exact()) {
                    const civil_date month(low.year(), low.month());
                    if (days_of(month) == held) return to_string(month);
                    if (days_of(civil_date(low.year())) == held) return to_string(civil_date(low.year()));
                }
                return bounds(held, [](const civil_date& d) { return to_string(d); });
            } else if constexpr (std::is_same_v<held_type, interval<months>>)
                return bounds(held, [](months m) { return to_string(m); });
            else if constexpr (std::is_same_v<held_type, interval<number>>)
                return bounds(held, [](const number& n) { return to_string(n); });
            else if constexpr (std::is_same_v<held_type, interval<day_time_duration>>)
                return bounds(held, [](day_time_duration d) {
                    std::string out = d.seconds < 0 ? "-P" : "P";
                    const std::int64_t seconds = d.seconds < 0 ? -d.seconds : d.seconds;
                    const std::int64_t rest = seconds % 86400;
                    if (seconds >= 86400 || rest == 0) out += std::to_string(seconds / 86400) + "D";
                    return rest == 0 ? out : out + "T" + std::to_string(rest) + "S";
                });
            else if constexpr (std::is_same_v<held_type, enumerator>)
                return held.words->members[static_cast<std::size_t>(held.index)].name;
            else if constexpr (std::is_same_v<held_type, std::shared_ptr<const range_value>>) {
                return (held->low_included ? "[" : "(") + code_of(held->low) + ".." +
                       code_of(held->high) + (held->high_included ? "]" : ")");
            } else if constexpr (std::is_same_v<held_type, std::shared_ptr<const list_value>>) {
                std::string out = "[";
                for (const value& item : held->items) {
                    if (out.size() > 1) out += ", ";
                    out += code_of(item);
                }
                return out + "]";
            } else {
                std::string out = "{";
                for (std::size_t i = 0; i < held->fields.size(); ++i) {
                    if (held->fields[i].is_unknown()) continue;
                    if (out.size() > 1) out += ", ";
                    if (held->type != nullptr && i < held->type->fields.size())
                        out += held->type->fields[i].name + ": ";
                    out += code_of(held->fields[i]);
                }
                return out + "}";
            }
        },
        v.held());
}

}  // namespace xuanren
