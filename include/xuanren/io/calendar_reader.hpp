// include/xuanren/io/calendar_reader.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/working_days.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/problem.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// Reads the document of rules/calendar/, keeping every problem with its JSON pointer.
class calendar_reader {
public:
    explicit calendar_reader(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] result<working_calendar> read(std::string_view json) {
        const nlohmann::json document = parse(json);
        if (!problems_.empty()) return std::move(problems_);
        if (!is_object(document, "", {"schema", "version", "december_from", "notices"}))
            return std::move(problems_);
        if (string(document, "", "schema") != "xuanren.calendar/1")
            complain("XR-CAL-003", "/schema", quoted(document, "schema"),
                     {"应为“xuanren.calendar/1”", "must be \"xuanren.calendar/1\""});
        const std::string version = string(document, "", "version");
        const int december_from = read_december_from(document);
        std::vector<holiday_notice> notices;
        each(document, "", "notices", [&](const nlohmann::json& item, const std::string& at) {
            if (auto notice = read_notice(item, at)) notices.push_back(*std::move(notice));
        });
        if (!problems_.empty()) return std::move(problems_);
        result<working_calendar> made =
            working_calendar::make(std::move(notices), version, december_from);
        if (made) return made;
        std::vector<problem> problems = made.problems();
        for (problem& p : problems) p.file = file_;
        return problems;
    }

private:
    [[nodiscard]] nlohmann::json parse(std::string_view json) {
        constexpr int deepest = 8;
        std::vector<std::set<std::string>> keys;
        bool is_too_deep = false;
        const auto watch = [&](int depth, nlohmann::json::parse_event_t event,
                               nlohmann::json& parsed) {
            using event_t = nlohmann::json::parse_event_t;
            if (depth > deepest) is_too_deep = true;
            if (event == event_t::object_start) keys.emplace_back();
            if (event == event_t::object_end) keys.pop_back();
            if (event == event_t::key && !keys.back().insert(parsed.get<std::string>()).second)
                complain("XR-CAL-002", "", shortened(parsed.get<std::string>()),
                         {"同一对象中键不得重复", "a key stands once in an object"});
            return depth <= deepest;
        };
        nlohmann::json document;
        try {
            document = nlohmann::json::parse(json, watch);
        } catch (const nlohmann::json::parse_error& error) {
            const std::string_view before = json.substr(0, std::min(json.size(), error.byte));
            complain("XR-CAL-001", "", "", {"应为JSON文件", "a JSON document is expected"});
            problems_.back().line =
                static_cast<int>(std::ranges::count(before, '\n')) + 1;
        }
        if (is_too_deep)
            complain("XR-CAL-001", "", "", {"嵌套过深", "the document is nested too deeply"});
        return document;
    }

    void complain(const char* code, std::string at, std::string found, text expected) {
        problem p;
        p.code = code;
        p.file = file_;
        p.found = std::move(found);
        const std::string place = at.empty() ? "" : at + " ";
        p.message.zh = "工作日历" + place + "“" + p.found + "”：" + expected.zh;
        p.message.en = "working calendar " + place + "\"" + p.found + "\": " + expected.en;
        p.expected = std::move(expected);
        p.at = std::move(at);
        problems_.push_back(std::move(p));
    }

    [[nodiscard]] static std::string quoted(const nlohmann::json& object, const char* key) {
        const auto found = object.find(key);
        if (found == object.end()) return {};
        using handler = nlohmann::json::error_handler_t;
        return shortened(found->is_string() ? found->get_ref<const std::string&>()
                                            : found->dump(-1, ' ', false, handler::replace));
    }

    /// Whether the value is an object; keys that the format does not know are problems.
    [[nodiscard]] bool is_object(const nlohmann::json& value, const std::string& at,
                                 std::initializer_list<std::string_view> known) {
        if (!value.is_object()) {
            complain("XR-CAL-003", at, value.type_name(), {"应为对象", "must be an object"});
            return false;
        }
        for (const auto& [key, unused] : value.items())
            if (std::ranges::find(known, key) == known.end() && !key.starts_with("x-"))
                complain("XR-CAL-004", at + "/" + key, shortened(key),
                         {"没有此键", "there is no such key"});
        return true;
    }

    [[nodiscard]] std::string string(const nlohmann::json& object, const std::string& at,
                                     const char* key) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_string() &&
            !found->get_ref<const std::string&>().empty())
            return found->get<std::string>();
        complain("XR-CAL-003", at + "/" + key, quoted(object, key),
                 {"应为非空字符串", "must be a string that is not empty"});
        return {};
    }

    [[nodiscard]] std::optional<civil_date> date(const nlohmann::json& value,
                                                 const std::string& at) {
        if (!value.is_string()) {
            complain("XR-CAL-003", at, value.type_name(), {"应为日期字符串", "must be a date string"});
            return std::nullopt;
        }
        const result<civil_date> read = parse_date(value.get_ref<const std::string&>());
        if (read) return *read;
        for (problem p : read.problems()) {
            p.file = file_;
            p.at = at;
            problems_.push_back(std::move(p));
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<civil_date> date(const nlohmann::json& object,
                                                 const std::string& at, const char* key) {
        const auto found = object.find(key);
        if (found != object.end()) return date(*found, at + "/" + key);
        complain("XR-CAL-003", at + "/" + key, "", {"应有此日期", "this date is needed"});
        return std::nullopt;
    }

    /// Visits the members of a list; a missing list is a problem.
    template <class Visit>
    void each(const nlohmann::json& object, const std::string& at, const char* key, Visit visit) {
        const auto found = object.find(key);
        const std::string list = at + "/" + key;
        if (found == object.end() || !found->is_array()) {
            complain("XR-CAL-003", list, quoted(object, key), {"应为列表", "must be a list"});
            return;
        }
        std::size_t index = 0;
        for (const nlohmann::json& item : *found) visit(item, list + "/" + std::to_string(index++));
    }

    [[nodiscard]] int read_december_from(const nlohmann::json& document) {
        if (!document.contains("december_from")) return working_calendar::default_december_from;
        const std::string written = string(document, "", "december_from");
        for (int day = 1; day <= 31; ++day)
            if (written == to_string(civil_date(2000, 12, day)).substr(5)) return day;
        complain("XR-CAL-003", "/december_from", shortened(written),
                 {"应为12-01至12-31", "must be 12-01 to 12-31"});
        return working_calendar::default_december_from;
    }

    [[nodiscard]] std::optional<holiday_notice> read_notice(const nlohmann::json& item,
                                                            const std::string& at) {
        if (!is_object(item, at, {"year", "amends", "published", "source", "holidays"}))
            return std::nullopt;
        const auto year = item.find("year");
        if (year == item.end() || !year->is_number_integer() || *year < record_years::first ||
            *year > record_years::last) {
            complain("XR-CAL-003", at + "/year", quoted(item, "year"),
                     {"年份应为" + std::to_string(record_years::first) + "至" +
                          std::to_string(record_years::last) + "的整数",
                      "must be a whole number from " + std::to_string(record_years::first) + " to " +
                          std::to_string(record_years::last)});
            return std::nullopt;
        }
        holiday_notice notice{year->get<int>(), false, std::nullopt, {}, {}};
        if (const auto amends = item.find("amends"); amends != item.end()) {
            if (!amends->is_boolean())
                complain("XR-CAL-003", at + "/amends", quoted(item, "amends"),
                         {"应为true或false", "must be true or false"});
            else
                notice.amends = amends->get<bool>();
        }
        if (item.contains("published")) notice.published = date(item, at, "published");
        each(item, at, "source", [&](const nlohmann::json& source, const std::string& place) {
            if (source.is_string())
                notice.sources.push_back(source.get<std::string>());
            else
                complain("XR-CAL-003", place, source.type_name(), {"应为字符串", "must be a string"});
        });
        each(item, at, "holidays", [&](const nlohmann::json& holiday, const std::string& place) {
            read_holiday(holiday, place, notice);
        });
        return notice;
    }

    void read_holiday(const nlohmann::json& item, const std::string& at, holiday_notice& notice) {
        if (!is_object(item, at, {"zh", "en", "from", "to", "working"})) return;
        text name{string(item, at, "zh"), string(item, at, "en")};
        const std::optional<civil_date> from = date(item, at, "from"), to = date(item, at, "to");
        std::vector<civil_date> working;
        if (item.contains("working"))
            each(item, at, "working", [&](const nlohmann::json& day, const std::string& place) {
                if (const auto read = date(day, place)) working.push_back(*read);
            });
        if (from && to)
            notice.holidays.push_back({std::move(name), *from, *to, std::move(working)});
    }

    std::string file_;
    std::vector<problem> problems_;
};

}  // namespace detail

XUANREN_INLINE result<working_calendar> read_calendar(std::string_view json, std::string file) {
    return detail::calendar_reader(std::move(file)).read(json);
}

}  // namespace xuanren
