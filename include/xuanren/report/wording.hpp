// include/xuanren/report/wording.hpp
#pragma once

#include <xuanren/calendar/working_days.hpp>
#include <xuanren/engine/definition.hpp>
#include <xuanren/engine/exception.hpp>
#include <xuanren/engine/instrument.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/numeral.hpp>
#include <xuanren/report/place.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// What words are made with 用词所据: the names of facts, instruments and exceptions.
///
/// A plain value, so that verdicts made by hand can be told as well as those of a rulebook
/// (wording_of, report/of_rulebook.hpp). Requires: `facts` is not null where a verdict names facts.
struct wording {
    std::shared_ptr<const catalogue> facts;
    std::vector<std::shared_ptr<const instrument>> instruments;
    std::vector<std::shared_ptr<const exception>> exceptions;
    std::vector<std::shared_ptr<const definition>> definitions;
    const working_calendar* calendar = nullptr;  ///< names the holiday notices that are lacking
    place_names places{};                        ///< of the dossier at hand

    [[nodiscard]] const instrument* find_instrument(std::string_view id) const noexcept {
        for (const auto& i : instruments)
            if (i->id == id) return i.get();
        return nullptr;
    }
    [[nodiscard]] const exception* find_exception(std::string_view id) const noexcept {
        for (const auto& e : exceptions)
            if (e->id == id) return e.get();
        return nullptr;
    }
    [[nodiscard]] const definition* find_definition(std::size_t fact_index) const noexcept {
        for (const auto& d : definitions)
            if (d->fact_index == fact_index || d->has_index == fact_index) return d.get();
        return nullptr;
    }
    [[nodiscard]] static bool may_set_aside(const exception& e, std::string_view rule_id) noexcept {
        return std::any_of(e.sets_aside.begin(), e.sets_aside.end(),
                           [&](const std::string& target) { return reaches(target, rule_id); });
    }

private:
    /// Whether "family-version/8.1.1/*", or the same without its version, covers a rule's id.
    [[nodiscard]] static bool reaches(std::string_view target, std::string_view rule_id) noexcept {
        const bool is_prefix = target.ends_with("/*");
        if (is_prefix) target.remove_suffix(1);
        const auto covers = [&](std::string_view id) {
            return is_prefix ? id.starts_with(target) : id == target;
        };
        if (covers(rule_id)) return true;
        const std::size_t slash = rule_id.find('/');
        const std::size_t target_slash = target.find('/');
        if (slash == rule_id.npos || target_slash == target.npos) return false;
        const std::string_view family = target.substr(0, target_slash);
        const std::string_view own = rule_id.substr(0, slash);
        if (!own.starts_with(family) || own.size() <= family.size() || own[family.size()] != '-') return false;
        const std::string_view rest = target.substr(target_slash);
        const std::string_view own_rest = rule_id.substr(slash);
        return is_prefix ? own_rest.starts_with(rest) : own_rest == rest;
    }
};

/// The number of a clause within its instrument: 第八条第一款第三项; art. 8(1)(3). Empty where none is known.
[[nodiscard]] inline std::string number_of(const citation& cite, language l) {
    std::string out;
    if (cite.article == 0) return out;
    const bool zh = l == language::zh;
    if (zh) {
        const auto level = [&](int number, const char* unit) {
            if (number > 0) out += "第" + chinese_numeral(number) + unit;
        };
        level(cite.article, "条");
        level(cite.paragraph, "款");
        level(cite.item, "项");
    } else {
        out = "art. " + std::to_string(cite.article);
        if (cite.paragraph > 0) out += "(" + std::to_string(cite.paragraph) + ")";
        // An item without its paragraph is still told from a paragraph.
        if (cite.item > 0)
            out += (cite.paragraph > 0 ? "(" : ", item ") + std::to_string(cite.item) + (cite.paragraph > 0 ? ")" : "");
    }
    if (cite.sure == citation::certainty::unconfirmed) out += zh ? "（条号待核）" : " (number to be verified)";
    return out;
}

/// A clause cited in full 条文出处: 《党政领导干部选拔任用工作条例》（2019）第八条第一款第三项.
///
/// A number that is not confirmed prints （条号待核）. An instrument that is not known by id is
/// taken for its own title, as rules built in C++ name it. What xuanren itself checks says so.
[[nodiscard]] inline std::string in_words(const citation& cite, const wording& words, language l) {
    const bool zh = l == language::zh;
    if (cite.instrument.empty()) return zh ? "xuanren 核对" : "xuanren's own check";
    const instrument* of = words.find_instrument(cite.instrument);
    std::string title = of == nullptr ? cite.instrument : in(of->title, l);
    if (title.empty()) title = cite.instrument;
    const std::string number = number_of(cite, l);
    if (zh) {
        std::string out = title.starts_with("《") ? title : "《" + title + "》";
        if (of != nullptr && !of->version.empty()) out += "（" + of->version + "）";
        // Where no number is known, the place is told in words.
        if (number.empty() && !cite.note.zh.empty()) return out + "（" + cite.note.zh + "）";
        return out + (number.empty() && cite.sure == citation::certainty::unconfirmed ? "（条号待核）" : number);
    }
    std::string out = title;
    if (of != nullptr && !of->version.empty()) out += " (" + of->version + ")";
    if (!number.empty()) out += ", " + number;
    else if (!cite.note.en.empty()) out += ", " + cite.note.en;
    else if (cite.sure == citation::certainty::unconfirmed) out += " (number to be verified)";
    return out;
}

/// What a rule is called: its title, or its id where it has none.
[[nodiscard]] inline std::string title_of(const rule& r, language l) {
    const std::string& title = in(r.title(), l);
    return title.empty() ? r.id() : title;
}

/// The names of the steps 环节.
[[nodiscard]] constexpr phrase name_of(step s) noexcept {
    constexpr phrase names[] = {{"动议", "motion"},
                                {"民主推荐", "recommendation"},
                                {"确定考察对象", "setting of the candidates"},
                                {"考察", "inspection"},
                                {"酝酿", "consultation"},
                                {"讨论决定", "discussion"},
                                {"任前公示", "notice"},
                                {"任职", "appointment"}};
    return names[static_cast<std::size_t>(s)];
}

/// The step whose date a fact looks at: 讨论决定之日.
[[nodiscard]] inline std::string dated_words(std::string_view dated, language l) {
    if (dated == "undated") return l == language::zh ? "不论时点" : "undated";
    const std::optional<step> s = step_of(dated);
    if (!s) return std::string(dated);
    return l == language::zh ? std::string(name_of(*s).zh) + "之日" : "day of the " + std::string(name_of(*s).en);
}

}  // namespace xuanren
